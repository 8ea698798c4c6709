//! Writes a response: the status, the headers and the body.

use std::io::{self, Write as _};
use std::net::TcpStream;
use std::sync::Arc;

/// The body of a response.
pub(crate) enum Body {
    /// Bytes for this response only.
    Own(Vec<u8>),
    /// Bytes that several responses share.
    Shared(Arc<[u8]>),
}

impl Body {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Own(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

/// A response.
pub(crate) struct Response {
    status: &'static str,
    headers: Vec<(String, String)>,
    body: Body,
}

impl Response {
    /// A successful response with a file or a page.
    pub(crate) fn ok(mime: &str, body: Body) -> Self {
        let response = Self { status: "200 OK", headers: Vec::new(), body };
        // A sandboxed frame without an origin can load files only if every origin is allowed.
        response
            .with("Content-Type", mime)
            .with("Access-Control-Allow-Origin", "*")
            .with("X-Content-Type-Options", "nosniff")
            .with("Cache-Control", "no-cache")
    }

    /// A response with this status and a line of text.
    pub(crate) fn text(status: &'static str, text: &str) -> Self {
        Self { status, ..Self::ok("text/plain; charset=utf-8", Body::Own(text.as_bytes().to_vec())) }
    }

    /// Sets the status.
    pub(crate) fn with_status(self, status: &'static str) -> Self {
        Self { status, ..self }
    }

    /// The bytes of the body.
    pub(crate) fn body(&self) -> &[u8] {
        self.body.bytes()
    }

    /// Sets a header, and replaces one of the same name.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends the response; `with_body` is false for a HEAD request.
    pub(crate) fn send(&self, mut stream: &TcpStream, with_body: bool) -> io::Result<()> {
        let body = self.body.bytes();
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len()));
        stream.write_all(head.as_bytes())?;
        if with_body {
            stream.write_all(body)?;
        }
        stream.flush()
    }
}
