//! A static file server. It serves folders as a static host would, for the development server and for tests in a
//! browser.
//!
//! It is written on top of the standard library. It has to send the headers that a sandboxed frame needs, serve one
//! folder under several paths, accept a report that a page posts, and compress like the host, so that measured sizes
//! are those that readers download. Existing servers either lack one of these or take minutes to compile.

mod compressed;
mod defect;
mod files;
mod headers;
mod request;
mod response;

use std::collections::BTreeMap;
use std::io::{self, BufReader, Read};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub use compressed::gzip;
pub use defect::Defect;

use compressed::Compressed;
use files::Answer;
use request::Request;
use response::{Body, Response};

/// The content that is served, and its paths.
#[derive(Debug, Default)]
pub struct Site {
    folders: Vec<(String, PathBuf)>,
    pages: Mutex<BTreeMap<String, String>>,
    defects: Mutex<Vec<(String, Defect)>>,
    reports: Option<Sender<String>>,
    compressed: Compressed,
}

const LONGEST_REPORT: u64 = 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(20);

impl Site {
    /// An empty site.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Also serves a folder under a path: "" or "/sub/path". If two folders have the same file, the earlier one wins.
    #[must_use]
    pub fn with_folder(mut self, path: &str, folder: PathBuf) -> Self {
        self.folders.push((path.to_owned(), folder));
        self
    }

    /// Accepts reports that a page posts to `/report`. Without this every POST is refused.
    #[must_use]
    pub fn with_reports(mut self, reports: Sender<String>) -> Self {
        self.reports = Some(reports);
        self
    }

    /// Serves this HTML at this path from now on.
    pub fn put(&self, path: &str, html: String) {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), html);
    }

    /// From now on, files whose paths contain this text have this defect, or none.
    pub fn spoil(&self, part: &str, defect: Option<Defect>) {
        let mut defects = self.defects.lock().unwrap_or_else(PoisonError::into_inner);
        defects.retain(|it| it.0 != part);
        defects.extend(defect.map(|defect| (part.to_owned(), defect)));
    }

    fn defect(&self, path: &str) -> Option<Defect> {
        let defects = self.defects.lock().unwrap_or_else(PoisonError::into_inner);
        defects.iter().find(|it| path.contains(&it.0)).map(|it| it.1)
    }
}

/// Binds a port of the loopback interface; port 0 chooses any free one.
///
/// # Errors
/// If the port is taken or not open to this user.
pub fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
}

/// Serves for ever, with one thread per connection.
pub fn run(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming().filter_map(Result::ok) {
        let site = Arc::clone(site);
        // A browser may close the connection at any time, which is not an error of the server.
        std::thread::spawn(move || drop(serve(&stream, &site)));
    }
}

fn serve(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream);
    let Some(request) = Request::read(&mut reader)? else {
        return Response::text("400 Bad Request", "The request was not understood.\n").send(stream, true);
    };
    let with_body = request.method != "HEAD";
    let response = answer(&request, site, reader)?;
    let path = request.target.split('?').next().unwrap_or_default();
    match site.defect(path).filter(|_| with_body) {
        Some(defect) => defect.send(response, stream, || site.defect(path) == Some(defect)),
        None => response.send(stream, with_body),
    }
}

fn answer(request: &Request, site: &Site, body: impl Read) -> io::Result<Response> {
    match (request.method.as_str(), &site.reports) {
        ("GET" | "HEAD", _) => Ok(page(request, site).unwrap_or_else(|| found(request, site))),
        ("POST", Some(reports)) if request.target == "/report" => {
            let mut report = String::new();
            body.take(request.body_length.min(LONGEST_REPORT)).read_to_string(&mut report)?;
            // After the measurement nobody receives reports any more.
            let _ = reports.send(report);
            Ok(Response::text("204 No Content", ""))
        }
        _ => Ok(Response::text("405 Method Not Allowed", "Only GET and HEAD are allowed.\n")
            .with("Allow", "GET, HEAD")),
    }
}

/// The page that was added at the path of this request.
fn page(request: &Request, site: &Site) -> Option<Response> {
    let path = request.target.split('?').next().unwrap_or_default();
    let html = site.pages.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned()?;
    Some(Response::ok("text/html; charset=utf-8", Body::Own(html.into_bytes())))
}

/// The response of the first folder that has a file for this target.
fn found(request: &Request, site: &Site) -> Response {
    for (path, folder) in &site.folders {
        match files::find(folder, path, &request.target) {
            Answer::File(file) => return file_response(request, site, folder, &file),
            Answer::Moved(to) => return Response::text("301 Moved Permanently", "").with("Location", &to),
            Answer::Missing => {}
        }
    }
    missing()
}

fn file_response(request: &Request, site: &Site, folder: &Path, file: &Path) -> Response {
    let mime = files::mime(file);
    let is_compressed = request.takes_gzip && files::is_compressible(mime);
    let body = if is_compressed {
        site.compressed.read(file).map(Body::Shared)
    } else {
        std::fs::read(file).map(Body::Own)
    };
    let Ok(body) = body else { return missing() };
    let mut response = Response::ok(mime, body);
    if files::is_compressible(mime) {
        response = response.with("Vary", "Accept-Encoding");
    }
    if is_compressed {
        response = response.with("Content-Encoding", "gzip");
    }
    let name = file.strip_prefix(folder).map(|it| it.to_string_lossy().replace('\\', "/"));
    for (header, value) in headers::of_file(folder, &name.unwrap_or_default()) {
        response = response.with(&header, &value);
    }
    response
}

fn missing() -> Response {
    Response::text("404 Not Found", "There is no such page.\n")
}

#[cfg(test)]
mod tests;
