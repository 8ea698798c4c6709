//! The answer as JSON. `serde_json` writes it, and nothing reads it here.

use payenough_analysis::report::Report;
use payenough_model::scenario::read_link;
use serde::Serialize as _;

/// The answer to a link (a full address, `?query`, `query` or nothing) as one line of JSON, without a line break at its end.
#[must_use]
pub fn answer(link: &str) -> String {
    let (scenario, notices) = read_link(link);
    let report = Report::of(&scenario, &notices);
    let mut text = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut text, Shortest);
    // Nothing in a report can fail to be written: no maps with odd keys, no readers.
    if report.serialize(&mut writer).is_err() {
        return String::new();
    }
    String::from_utf8(text).unwrap_or_default()
}

/// Numbers as the standard library writes them, the shortest that read back: its tables are in the program anyway.
struct Shortest;

impl serde_json::ser::Formatter for Shortest {
    fn write_f64<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, value: f64) -> std::io::Result<()> {
        writer.write_all(format!("{value:?}").as_bytes())
    }
}
