//! How long the page's answer takes once a slider is let go, in `cargo xtask bench`: in a copy of the finished page, which measures
//! itself.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::build;
use crate::trouble::{Outcome, Trouble};

const SCRIPT: &str = include_str!("../release.js");
/// Its name in the copy, and the folder of the copy in that of the measuring page.
const NAME: &str = "release.js";
const FOLDER: &str = "page";

/// The time of one kind of release, median.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    pub name: String,
    /// Until the answer of the first futures is in the page, ms.
    pub in_page_ms: f64,
    /// Until the browser has drawn it, ms.
    pub drawn_ms: f64,
}

impl Release {
    /// Reads a line of JSON.
    pub fn read(line: &Value) -> Option<Self> {
        let ms = |name: &str| line[name].as_f64();
        Some(Self {
            name: line["name"].as_str()?.to_owned(),
            in_page_ms: ms("in_page_ms")?,
            drawn_ms: ms("drawn_ms")?,
        })
    }

    /// Writes a line of JSON.
    pub fn json(&self) -> Value {
        json!({ "name": self.name, "in_page_ms": self.in_page_ms, "drawn_ms": self.drawn_ms })
    }
}

/// Builds the page and puts a copy that measures itself into the measuring page's folder.
pub fn build(measuring: &Path) -> Outcome<()> {
    let (dist, copy) = (build::build()?, measuring.join(FOLDER));
    if copy.exists() {
        fs::remove_dir_all(&copy).map_err(|error| Trouble::file("empty", &copy, &error))?;
    }
    build::copy_folder(&dist, &copy, |_| true)?;
    let index = copy.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Trouble::file("read", &index, &error))?;
    let html = with_script(&html).ok_or_else(|| Trouble::new("the page has no head to measure it from."))?;
    for (name, text) in [("index.html", html.as_str()), (NAME, SCRIPT)] {
        let path = copy.join(name);
        fs::write(&path, text).map_err(|error| Trouble::file("write", &path, &error))?;
    }
    Ok(())
}

fn with_script(html: &str) -> Option<String> {
    let (before, after) = html.split_once("</head>")?;
    Some(format!("{before}<script type=\"module\" src=\"./{NAME}\"></script>\n</head>{after}"))
}

/// The times as a table.
pub fn table(releases: &[Release]) -> String {
    let mut lines =
        vec![format!("{:<28} {:>12} {:>12}", "first answer after release", "in page, ms", "drawn, ms")];
    lines.extend(
        releases.iter().map(|it| format!("{:<28} {:>12.1} {:>12.1}", it.name, it.in_page_ms, it.drawn_ms)),
    );
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read_and_told() {
        let release = Release { name: "slider".to_owned(), in_page_ms: 14.26, drawn_ms: 30.0 };
        assert_eq!(Release::read(&release.json()), Some(release.clone()));
        assert_eq!(Release::read(&json!({ "name": "evaluate", "ns_per_iter": 3.0 })), None);
        let table = table(&[release]);
        let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[1], ["slider", "14.3", "30.0"]);
    }

    #[test]
    fn the_script_stands_in_the_head() {
        let page = with_script("<html><head><title>T</title></head><body></body></html>");
        assert_eq!(
            page.as_deref(),
            Some(
                "<html><head><title>T</title><script type=\"module\" src=\"./release.js\"></script>\n</head><body></body></html>"
            )
        );
        assert_eq!(with_script("<html>"), None);
    }
}
