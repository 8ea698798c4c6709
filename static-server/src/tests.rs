//! Tests of the server over a connection, as a browser uses it.

use super::*;
use std::io::Write as _;

/// A folder with an index, served at the root and under a path. It is removed at the end.
struct Served {
    folder: PathBuf,
    address: SocketAddr,
    site: Arc<Site>,
}

impl Served {
    fn start(name: &str, reports: Option<Sender<String>>) -> Self {
        let folder = std::env::temp_dir().join(format!("static-server-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("index.html"), "<p>hello").expect("a file");
        std::fs::write(folder.join("app-1.js"), "1;".repeat(1000)).expect("a file");
        std::fs::write(folder.join("_headers"), "/app-*\n  Cache-Control: immutable\n").expect("a file");
        let listener = bind(0).expect("some port is free");
        let address = listener.local_addr().expect("it is bound");
        let site = Site::new().with_folder("", folder.clone()).with_folder("/sub", folder.clone());
        let site = Arc::new(Site { reports, ..site });
        let served = Arc::clone(&site);
        std::thread::spawn(move || run(&listener, &served));
        Self { folder, address, site }
    }

    fn ask(&self, request: &str) -> String {
        String::from_utf8_lossy(&self.bytes(request)).into_owned()
    }

    fn bytes(&self, request: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.address).expect("the server listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        answer
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn a_page_is_served_with_the_headers_that_a_sandboxed_frame_needs() {
    let served = Served::start("page", None);
    for path in ["/", "/sub/", "/index.html?v=1"] {
        let page = served.ask(&format!("GET {path} HTTP/1.1\r\n\r\n"));
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.ends_with("<p>hello"), "{page}");
        assert!(page.contains("\r\nAccess-Control-Allow-Origin: *\r\n"), "{page}");
        assert!(page.contains("\r\nX-Content-Type-Options: nosniff\r\n"), "{page}");
        assert!(page.contains("\r\nCache-Control: no-cache\r\n"), "{page}");
    }
    let head = served.ask("HEAD /sub/ HTTP/1.1\r\n\r\n");
    assert!(head.contains("\r\nContent-Length: 8\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(served.ask("GET /sub HTTP/1.1\r\n\r\n").contains("\r\nLocation: /sub/\r\n"));
}

#[test]
fn a_missing_file_is_refused() {
    let served = Served::start("refused", None);
    assert!(served.ask("GET /none HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
    assert!(served.ask("POST /report HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
    assert!(served.ask("PUT / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
    assert!(served.ask("nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

#[test]
fn compression_and_cache_headers_are_sent_to_a_browser_that_accepts_gzip() {
    let served = Served::start("gzip", None);
    let plain = served.bytes("GET /app-1.js HTTP/1.1\r\n\r\n");
    let packed = served.bytes("GET /app-1.js HTTP/1.1\r\nAccept-Encoding: gzip, deflate\r\n\r\n");
    assert!(plain.ends_with(b"1;1;") && packed.len() < plain.len() / 2);
    let head = String::from_utf8_lossy(&packed).into_owned();
    for header in ["Content-Encoding: gzip", "Vary: Accept-Encoding", "Cache-Control: immutable"] {
        assert!(head.contains(&format!("\r\n{header}\r\n")), "{head}");
    }
    assert!(!String::from_utf8_lossy(&plain).contains("Content-Encoding"));
    assert!(packed.ends_with(&gzip("1;".repeat(1000).as_bytes())));
}

#[test]
fn added_pages_are_served_and_posted_reports_arrive() {
    let (sender, receiver) = std::sync::mpsc::channel();
    let served = Served::start("put", Some(sender));
    served.site.put("/host.html", "<iframe>".to_owned());
    assert!(served.ask("GET /host.html?x HTTP/1.1\r\n\r\n").ends_with("<iframe>"));
    let answer = served.ask("POST /report HTTP/1.1\r\nContent-Length: 4\r\n\r\ndone");
    assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
    assert_eq!(receiver.recv_timeout(PATIENCE).as_deref(), Ok("done"));
}

#[test]
fn a_spoiled_file_has_its_fault_and_others_do_not() {
    let served = Served::start("defects", None);
    let ask = |defect| {
        served.site.spoil("app", Some(defect));
        served.bytes("GET /app-1.js?x HTTP/1.1\r\n\r\n")
    };
    let whole = served.bytes("GET /app-1.js HTTP/1.1\r\n\r\n");
    let cut = ask(Defect::Cut);
    assert!(whole.starts_with(&cut) && (1..=1000).contains(&(whole.len() - cut.len())), "{}", cut.len());
    for (defect, status, ending) in [
        (Defect::Gone, "404", "no such page.\n"),
        (Defect::Refused, "403", "Something else."),
        (Defect::Page, "200", "Something else."),
        (Defect::PlainText, "200", "1;1;"),
    ] {
        let answer = String::from_utf8_lossy(&ask(defect)).into_owned();
        let is_so = answer.starts_with(&format!("HTTP/1.1 {status} ")) && answer.ends_with(ending);
        assert!(is_so, "{defect:?}: {answer}");
    }
    assert!(served.ask("GET / HTTP/1.1\r\n\r\n").ends_with("<p>hello"));
    served.site.spoil("app", None);
    assert_eq!(served.bytes("GET /app-1.js HTTP/1.1\r\n\r\n"), whole);
}

#[test]
fn a_held_back_file_arrives_once_the_fault_is_over() {
    let served = Served::start("held", None);
    let whole = served.bytes("GET /app-1.js HTTP/1.1\r\n\r\n");
    for defect in [Defect::Silent, Defect::Stalled] {
        served.site.spoil("app", Some(defect));
        let mut stream = TcpStream::connect(served.address).expect("the server listens");
        stream.write_all(b"GET /app-1.js HTTP/1.1\r\n\r\n").expect("it reads");
        stream.set_read_timeout(Some(Duration::from_millis(300))).expect("a limit");
        let mut arrived = Vec::new();
        assert!(stream.read_to_end(&mut arrived).is_err(), "{defect:?} ends by itself");
        assert_eq!(arrived.is_empty(), defect == Defect::Silent);
        served.site.spoil("app", None);
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream.read_to_end(&mut arrived).expect("the rest");
        assert_eq!(arrived, whole);
    }
}
