//! The answer as JSON. It is written by `serde_json` and never read back here.

use payenough_analysis::report::Report;
use payenough_model::scenario::{read_link, read_settings};
use serde::Serialize as _;

/// The answer to a link (a full address, `?query`, `query` or an empty text) as one line of JSON, without a trailing
/// line break.
#[must_use]
pub fn answer(link: &str) -> String {
    // an address has a longest length, as the page's notices say; settings have none
    let is_address = link.starts_with('?') || link.contains("://");
    let (scenario, notices) = if is_address { read_link(link) } else { read_settings(link) };
    let report = Report::of(&scenario, &notices);
    let mut text = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut text, Shortest);
    // Writing cannot fail: a report has no maps with keys other than text, and the writer is a vector.
    if report.serialize(&mut writer).is_err() {
        return String::new();
    }
    String::from_utf8(text).unwrap_or_default()
}

/// Formats numbers as the standard library does, with the fewest digits that read back exactly. Its tables are in the
/// program anyway.
struct Shortest;

impl serde_json::ser::Formatter for Shortest {
    fn write_f64<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, value: f64) -> std::io::Result<()> {
        writer.write_all(format!("{value:?}").as_bytes())
    }
}
