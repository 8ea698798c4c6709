//! Jobs and their answers as text: what a page, a worker thread and the command line send each other. Knows no web.

pub mod depth;
pub mod futures;
mod report;
mod serving;

pub use serving::{Capability, Curve, Point, Serving};

pub use report::{Changed, Fleet, Lines, Noticed, Report, ReportYear, Written};

use crate::scenario::read_link;

/// The answer to a link (a full address, `?query`, `query` or nothing) as one line of JSON.
#[must_use]
pub fn answer(link: &str) -> String {
    let (scenario, notices) = read_link(link);
    Report::of(&scenario, &notices).json()
}
