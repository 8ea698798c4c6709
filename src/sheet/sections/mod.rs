//! The sections that are made off the page's main thread: each a function from a scenario and its answer to a tree.

mod belief;

use super::tree::{El, el};
use crate::engine::Outcome;
use crate::model::{InputId, Inputs};
use crate::scenario::{Scenario, write_value};

/// What a section is about.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its inputs as the engine reads them.
    pub inputs: &'a Inputs,
    /// Its answer.
    pub outcome: &'a Outcome,
    /// Width of the column, CSS pixels.
    pub width: f64,
}

/// A section of the page.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Its name in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Does it take a search, so that it comes later than the others?
    pub is_search: bool,
}

impl Section {
    const fn quick(id: &'static str, title: &'static str) -> Self {
        Self { id, title, is_search: false }
    }

    const fn search(id: &'static str, title: &'static str) -> Self {
        Self { id, title, is_search: true }
    }
}

/// All of them, in the order of the page. Without what draws them: the page itself must not carry that.
pub const SECTIONS: [Section; 1] = [Section::search("true", "What would have to be true?")];

/// What stands under a section's heading; `None` if there is no such section.
#[must_use]
pub fn draw(id: &str, subject: &Subject<'_>) -> Option<El> {
    Some(match id {
        "true" => belief::draw(subject),
        _ => return None,
    })
}

fn head(text: &str) -> El {
    el("th").attr("scope", "col").text(text)
}

fn name(text: &str) -> El {
    el("th").attr("scope", "row").text(text)
}

fn num(text: &str) -> El {
    el("td").class("num").text(text)
}

fn cell(text: &str) -> El {
    el("td").text(text)
}

fn note(text: &str) -> El {
    el("p").text(text)
}

/// A table with caption, headings (those after the first at the right where `numeric`) and rows.
fn table(class: &str, caption: &str, heads: &[&str], rows: Vec<El>) -> El {
    let heads =
        heads.iter().enumerate().map(|(at, text)| if at == 0 { head(text) } else { head(text).class("num") });
    el("table")
        .class(class)
        .with(el("caption").text(caption))
        .with(el("thead").with(el("tr").with_all(heads.collect())))
        .with(el("tbody").with_all(rows))
}

fn row(cells: Vec<El>) -> El {
    el("tr").with_all(cells)
}

/// A table in a region that scrolls by itself.
fn wide(name: &str, table: El) -> El {
    el("div")
        .class("scroller")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", &format!("{name}, scrolls sideways"))
        .with(table)
}

/// A button that sets inputs to values in the units of their keys.
fn sets(words: &str, spoken: &str, changes: &[(InputId, f64)]) -> El {
    let pair = |&(id, value): &(InputId, f64)| format!("{}={}", id.spec().key, write_value(id.spec(), value));
    let all: Vec<String> = changes.iter().map(pair).collect();
    el("button")
        .attr("type", "button")
        .attr("data-set", &all.join("&"))
        .attr("aria-label", spoken)
        .text(words)
}
