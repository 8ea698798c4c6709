//! Measures in `cargo xtask bench` how long the answer takes after a slider is released, in a copy of the finished page
//! with a script that measures.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::build;
use crate::error::{Error, Result};

const SCRIPT: &str = include_str!("../release.js");
/// The script's name in the copy.
const NAME: &str = "release.js";
/// The folder of the copy inside the folder of the measuring page.
const FOLDER: &str = "page";

/// The median times of one kind of release.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    pub name: String,
    /// Time in milliseconds until the answer of the first futures is in the page.
    pub in_page_ms: f64,
    /// Time in milliseconds until the browser has drawn it.
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

/// Builds the page, and writes a copy with the script into the folder of the measuring page.
pub fn build(measuring: &Path) -> Result<()> {
    let (dist, copy) = (build::build()?, measuring.join(FOLDER));
    if copy.exists() {
        fs::remove_dir_all(&copy).map_err(|error| Error::file("empty", &copy, &error))?;
    }
    build::copy_folder(&dist, &copy, |_| true)?;
    let index = copy.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Error::file("read", &index, &error))?;
    let html = with_script(&html).ok_or_else(|| Error::new("the page has no head to measure it from."))?;
    for (name, text) in [("index.html", html.as_str()), (NAME, SCRIPT)] {
        let path = copy.join(name);
        fs::write(&path, text).map_err(|error| Error::file("write", &path, &error))?;
    }
    Ok(())
}

fn with_script(html: &str) -> Option<String> {
    let (before, after) = html.split_once("</head>")?;
    Some(format!("{before}<script type=\"module\" src=\"./{NAME}\"></script>\n</head>{after}"))
}

/// A table of the times.
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
    fn a_report_is_read_and_printed() {
        let release = Release { name: "slider".to_owned(), in_page_ms: 14.26, drawn_ms: 30.0 };
        assert_eq!(Release::read(&release.json()), Some(release.clone()));
        assert_eq!(Release::read(&json!({ "name": "evaluate", "ns_per_iter": 3.0 })), None);
        let table = table(&[release]);
        let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[1], ["slider", "14.3", "30.0"]);
    }

    #[test]
    fn the_script_is_in_the_head() {
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
