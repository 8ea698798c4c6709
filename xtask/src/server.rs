//! A static file server for `dist/`, as a static host would serve it.
//!
//! Written on the standard library because it must answer few kinds of request, must set the headers that a
//! sandboxed frame needs, must serve under a sub-path and take a report posted by a page; the servers on offer
//! either lack one of these or cost minutes to compile.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::files::{self, Answer};
use crate::trouble::{Outcome, Trouble};

/// What is served, and where.
pub struct Site {
    /// The folder.
    pub root: PathBuf,
    /// The path it is mounted at: "" or "/sub/path".
    pub prefix: String,
    /// Takes what a page posts to `report` under the prefix; without it every POST is refused.
    pub reports: Option<Sender<String>>,
}

const LONGEST_LINE: u64 = 16 * 1024;
const MOST_HEADERS: usize = 100;
const LONGEST_REPORT: u64 = 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(20);

/// Takes the port on this machine alone; port 0 takes any free one.
pub fn bind(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .map_err(|error| port_trouble(port, &error))
}

fn port_trouble(port: u16, error: &std::io::Error) -> Trouble {
    use std::io::ErrorKind::{AddrInUse, PermissionDenied};
    let next = if port < 1024 { 8080 } else { port.saturating_add(1) };
    Trouble::new(match error.kind() {
        AddrInUse => format!(
            "port {port} is busy: another program uses it. Stop that program, or choose another port: `cargo xtask serve --port {next}`."
        ),
        PermissionDenied => format!(
            "port {port} is not open to this user. Choose one above 1023: `cargo xtask serve --port {next}`."
        ),
        _ => format!("cannot use port {port}: {error}. Try another: `cargo xtask serve --port {next}`."),
    })
}

/// Serves for ever, one thread per connection.
pub fn run(listener: &TcpListener, site: Site) {
    let site = Arc::new(site);
    for stream in listener.incoming().filter_map(Result::ok) {
        let site = Arc::clone(&site);
        // A reader who hangs up is no fault of ours: nothing to say.
        std::thread::spawn(move || drop(answer(&stream, &site)));
    }
}

struct Request {
    method: String,
    target: String,
    body_length: u64,
}

fn answer(stream: &TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream);
    let Some(request) = read_request(&mut reader)? else {
        return send(stream, "400 Bad Request", &[], "text/plain", b"Not understood.\n", true);
    };
    let with_body = request.method != "HEAD";
    match request.method.as_str() {
        "GET" | "HEAD" => match files::find(&site.root, &site.prefix, &request.target) {
            Answer::File(file) => send_file(stream, &file, with_body),
            Answer::Moved(to) => {
                send(stream, "301 Moved Permanently", &[("Location", &to)], "text/plain", b"", with_body)
            }
            Answer::Missing => missing(stream, with_body),
        },
        "POST" if request.target.strip_prefix(&site.prefix) == Some("/report") => {
            let Some(reports) = &site.reports else { return missing(stream, true) };
            let mut report = String::new();
            reader.take(request.body_length.min(LONGEST_REPORT)).read_to_string(&mut report)?;
            // Nobody listens once the measurement is over.
            let _ = reports.send(report);
            send(stream, "204 No Content", &[], "text/plain", b"", true)
        }
        _ => send(
            stream,
            "405 Method Not Allowed",
            &[("Allow", "GET, HEAD")],
            "text/plain",
            b"Only GET and HEAD.\n",
            with_body,
        ),
    }
}

/// Reads the request line and headers; `None` if they are not HTTP or too long.
fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let Some(first) = read_line(reader)? else { return Ok(None) };
    let mut words = first.split(' ');
    let (Some(method), Some(target), Some("HTTP/1.1" | "HTTP/1.0")) =
        (words.next(), words.next(), words.next())
    else {
        return Ok(None);
    };
    let mut body_length = 0;
    for _ in 0..MOST_HEADERS {
        let Some(line) = read_line(reader)? else { return Ok(None) };
        if line.is_empty() {
            return Ok(Some(Request { method: method.to_owned(), target: target.to_owned(), body_length }));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            body_length = value.trim().parse().unwrap_or(0);
        }
    }
    Ok(None)
}

fn read_line(reader: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut line = Vec::new();
    reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    let whole = line.strip_suffix(b"\n").map(|it| it.strip_suffix(b"\r").unwrap_or(it));
    Ok(whole.and_then(|it| String::from_utf8(it.to_vec()).ok()))
}

fn send_file(stream: &TcpStream, file: &Path, with_body: bool) -> std::io::Result<()> {
    match std::fs::read(file) {
        Ok(bytes) => send(stream, "200 OK", &[], files::mime(file), &bytes, with_body),
        Err(_) => missing(stream, with_body),
    }
}

fn missing(stream: &TcpStream, with_body: bool) -> std::io::Result<()> {
    send(stream, "404 Not Found", &[], "text/plain; charset=utf-8", b"There is no such page.\n", with_body)
}

fn send(
    mut stream: &TcpStream,
    status: &str,
    extra: &[(&str, &str)],
    mime: &str,
    body: &[u8],
    with_body: bool,
) -> std::io::Result<()> {
    // A frame sandboxed without its own origin may load nothing unless it is allowed to every origin.
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nAccess-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-cache\r\nConnection: close\r\n",
        body.len()
    );
    for (name, value) in extra {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String, u64)> {
        let request = read_request(&mut text.as_bytes()).expect("memory cannot fail");
        request.map(|it| (it.method, it.target, it.body_length))
    }

    #[test]
    fn requests_are_read_and_nonsense_is_refused() {
        let get = "GET /a?b HTTP/1.1\r\nHost: x\r\ncontent-length: 7\r\n\r\n";
        assert_eq!(read(get), Some(("GET".into(), "/a?b".into(), 7)));
        assert_eq!(read("GET /a\r\n\r\n"), None);
        assert_eq!(read("GET /a HTTP/1.1\r\nHost: x"), None);
        assert_eq!(read(&format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(20_000))), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_busy_port_is_one_sentence_with_the_remedy() {
        let taken = bind(0).expect("some port is free");
        let port = taken.local_addr().expect("it is bound").port();
        let said = bind(port).expect_err("it is taken").to_string();
        assert!(said.starts_with(&format!("port {port} is busy")), "{said}");
        assert!(said.contains("cargo xtask serve --port "), "{said}");
    }

    #[test]
    fn a_page_is_served_with_the_headers_a_sandboxed_frame_needs() {
        let root = std::env::temp_dir().join(format!("payenough-server-{}", std::process::id()));
        std::fs::create_dir_all(&root).expect("a folder");
        std::fs::write(root.join("index.html"), "<p>hello").expect("a file");
        let listener = bind(0).expect("some port is free");
        let address = listener.local_addr().expect("it is bound");
        let site = Site { root: root.clone(), prefix: "/sub".into(), reports: None };
        std::thread::spawn(move || run(&listener, site));

        let ask = |request: &str| {
            let mut stream = TcpStream::connect(address).expect("the server listens");
            stream.write_all(request.as_bytes()).expect("it reads");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("it answers");
            answer
        };
        let page = ask("GET /sub/ HTTP/1.1\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.ends_with("<p>hello"), "{page}");
        assert!(page.contains("\r\nAccess-Control-Allow-Origin: *\r\n"), "{page}");
        assert!(page.contains("\r\nX-Content-Type-Options: nosniff\r\n"), "{page}");
        assert!(ask("HEAD /sub/ HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
        assert!(ask("GET / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(ask("POST /sub/report HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(ask("PUT /sub/ HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        let _ = std::fs::remove_dir_all(root);
    }
}
