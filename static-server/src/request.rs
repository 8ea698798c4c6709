//! Reads the head of a request: the method, the target, and the two headers that the server uses.

use std::io::{self, BufRead, Read as _};

const LONGEST_LINE: u64 = 16 * 1024;
const MOST_HEADERS: usize = 100;

/// A request from a browser.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// The path with its query.
    pub(crate) target: String,
    pub(crate) body_length: u64,
    /// Whether the browser accepts a body compressed with gzip.
    pub(crate) takes_gzip: bool,
}

impl Request {
    /// Reads the request line and the headers; `None` if they are not HTTP or too long.
    pub(crate) fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let Some(first) = read_line(reader)? else { return Ok(None) };
        let mut words = first.split(' ');
        let (Some(method), Some(target), Some("HTTP/1.1" | "HTTP/1.0")) =
            (words.next(), words.next(), words.next())
        else {
            return Ok(None);
        };
        let (method, target) = (method.to_owned(), target.to_owned());
        let mut request = Self { method, target, body_length: 0, takes_gzip: false };
        for _ in 0..MOST_HEADERS {
            let Some(line) = read_line(reader)? else { return Ok(None) };
            if line.is_empty() {
                return Ok(Some(request));
            }
            if let Some((name, value)) = line.split_once(':') {
                request.note(name, value.trim());
            }
        }
        Ok(None)
    }

    fn note(&mut self, name: &str, value: &str) {
        if name.eq_ignore_ascii_case("content-length") {
            self.body_length = value.parse().unwrap_or(0);
        } else if name.eq_ignore_ascii_case("accept-encoding") {
            self.takes_gzip = value.split(',').any(|it| it.trim().eq_ignore_ascii_case("gzip"));
        }
    }
}

fn read_line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    let whole = line.strip_suffix(b"\n").map(|it| it.strip_suffix(b"\r").unwrap_or(it));
    Ok(whole.and_then(|it| String::from_utf8(it.to_vec()).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Request> {
        Request::read(&mut text.as_bytes()).expect("memory cannot fail")
    }

    #[test]
    fn requests_are_read() {
        let request = read("GET /a?b HTTP/1.1\r\nHost: x\r\ncontent-length: 7\r\n\r\n").expect("a request");
        assert_eq!((request.method.as_str(), request.target.as_str()), ("GET", "/a?b"));
        assert_eq!((request.body_length, request.takes_gzip), (7, false));
        let request = read("GET / HTTP/1.1\r\nAccept-Encoding: br, GZIP\r\n\r\n").expect("a request");
        assert!(request.takes_gzip);
    }

    #[test]
    fn malformed_requests_are_refused() {
        assert_eq!(read("GET /a\r\n\r\n"), None);
        assert_eq!(read("GET /a HTTP/1.1\r\nHost: x"), None);
        assert_eq!(read(&format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(20_000))), None);
        assert_eq!(read(""), None);
    }
}
