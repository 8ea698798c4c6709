//! Defects that a test gives to the answers of a site: what a bad connection, a bad host or a new release does to a file.

use std::io::{self, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use crate::response::{Body, Response};

/// What goes wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// No answer arrives as long as the defect lasts.
    Silent,
    /// Half of the file arrives, and the rest not as long as the defect lasts.
    Stalled,
    /// The file arrives in pieces, one every half second.
    Slow,
    /// The connection ends after half of the file.
    Cut,
    /// The file is gone: status 404.
    Gone,
    /// The host refuses the file: status 403, with a page.
    Refused,
    /// A page arrives instead of the file, as if that were right.
    Page,
    /// The file arrives, but as plain text.
    PlainText,
}

/// Time between two pieces of a slow file.
const DRIP: Duration = Duration::from_millis(500);
/// Number of pieces of a slow file.
const N_DRIPS: usize = 28;
/// How often a defect that holds an answer back is looked at.
const LOOK: Duration = Duration::from_millis(50);

const PAGE: &str = "<!doctype html><title>Another page</title><p>Something else.";

impl Defect {
    /// Sends a response with this defect. `lasts` says whether the defect still lasts.
    pub(crate) fn send(
        self,
        response: Response,
        mut stream: &TcpStream,
        lasts: impl Fn() -> bool,
    ) -> io::Result<()> {
        let wait = || {
            while lasts() {
                std::thread::sleep(LOOK);
            }
        };
        let page = || Response::ok("text/html; charset=utf-8", Body::Own(PAGE.as_bytes().to_vec()));
        match self {
            Self::Gone => {
                return Response::text("404 Not Found", "There is no such page.\n").send(stream, true);
            }
            Self::Refused => return page().with_status("403 Forbidden").send(stream, true),
            Self::Page => return page().send(stream, true),
            Self::PlainText => return response.with("Content-Type", "text/plain").send(stream, true),
            Self::Silent => {
                wait();
                return response.send(stream, true);
            }
            Self::Stalled | Self::Slow | Self::Cut => {}
        }
        response.send(stream, false)?;
        let body = response.body();
        let (first, rest) = body.split_at(body.len() / 2);
        match self {
            Self::Slow => {
                for piece in body.chunks(body.len().div_ceil(N_DRIPS).max(1)) {
                    stream.write_all(piece)?;
                    stream.flush()?;
                    std::thread::sleep(DRIP);
                }
                return Ok(());
            }
            _ => stream.write_all(first)?,
        }
        stream.flush()?;
        if self == Self::Stalled {
            wait();
            stream.write_all(rest)?;
        }
        stream.flush()
    }
}
