//! A static host in threads: the built page at `/` and at `/sub/path/`, and whatever pages a check puts there.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::fault::Checked;

/// Where a second copy of the page is.
pub const SUB_PATH: &str = "/sub/path";
const PATIENCE: Duration = Duration::from_secs(20);

/// One origin. It serves until the process ends.
#[derive(Clone, Debug)]
pub struct Server {
    port: u16,
    pages: Arc<Mutex<BTreeMap<String, String>>>,
}

impl Server {
    /// Serves the folder, if one is given, on a free port.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn start(root: Option<PathBuf>) -> Checked<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let server = Self { port: listener.local_addr()?.port(), pages: Arc::default() };
        let pages = Arc::clone(&server.pages);
        let root = Arc::new(root);
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let (root, pages) = (Arc::clone(&root), Arc::clone(&pages));
                // A browser that hangs up is no fault of ours.
                std::thread::spawn(move || drop(answer(&stream, root.as_deref(), &pages)));
            }
        });
        Ok(server)
    }

    /// `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Serves this HTML at this path from now on.
    pub fn put(&self, path: &str, html: String) {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), html);
    }
}

fn answer(
    stream: &TcpStream,
    root: Option<&Path>,
    pages: &Mutex<BTreeMap<String, String>>,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.take(64 * 1024));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let target = first.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    let put = pages.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
    if let Some(html) = put {
        return send(stream, "200 OK", "text/html; charset=utf-8", "no-cache", html.as_bytes());
    }
    match root.and_then(|root| file(root, path)) {
        Some(file) => send(stream, "200 OK", mime(&file), keeping(&file), &std::fs::read(&file)?),
        None => send(stream, "404 Not Found", "text/plain", "no-cache", b"There is no such page.\n"),
    }
}

/// The file for a path, below the root or below its copy.
fn file(root: &Path, path: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(SUB_PATH).filter(|rest| rest.starts_with('/')).unwrap_or(path);
    let relative = Path::new(inside.strip_prefix('/')?);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = root.join(relative);
    let file = if inside.ends_with('/') { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

/// As `public/_headers` says: what has a hash in its name never changes.
fn keeping(file: &Path) -> &'static str {
    let name = file.file_name().and_then(|it| it.to_str()).unwrap_or_default();
    let is_hashed = ["app-", "boot-", "style-"].iter().any(|stem| name.starts_with(stem));
    if is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

fn send(mut stream: &TcpStream, status: &str, mime: &str, keeping: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nAccess-Control-Allow-Origin: *\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: {keeping}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)
}
