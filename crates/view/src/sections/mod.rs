//! The sections that are made off the page's main thread: each a function from a scenario and its answer to a tree.

mod belief;
mod costs;
mod drivers;
pub mod flips;
mod frontier;
mod levers;
mod prices;
mod reality;
mod reverse;
mod segments;
mod shock;
pub mod sure;
mod sure_charts;
mod token;
mod who_pays;
mod why;

use super::tree::{El, el};
use payenough_analysis::pieces::at_once;
use payenough_analysis::working::{Named, linked, plain};
use payenough_engine::Outcome;
use payenough_model::scenario::{Scenario, write_value};
use payenough_model::{InputId, Inputs};

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
pub const SECTIONS: [Section; 17] = [
    Section::quick("sides", "Two numbers to know before believing it"),
    Section::search("true", "What would have to be true?"),
    Section::quick("who-pays", "Who pays"),
    Section::search("prices", "What prices do"),
    Section::quick("capabilities", "Do video, reasoning and memory pay for themselves?"),
    Section::quick("costs", "Where the money goes"),
    Section::quick("why", "Why this answer"),
    Section::quick("drivers", "What would change it"),
    Section::search("robust", "Can one number flip it, or two?"),
    Section::search("shares", "Where the uncertainty comes from"),
    Section::search("frontier", "Any two numbers together"),
    Section::quick("token", "What a token costs"),
    Section::quick("speed", "What speed costs"),
    Section::quick("parts", "What a token costs, by part"),
    Section::quick("reality", "Held against what is published"),
    Section::quick("shock", "The DeepSeek shock, as an experiment"),
    Section::quick("reverse", "The question from the other end"),
];

/// What stands under a section's heading; `None` if there is no such section.
#[must_use]
pub fn draw(id: &str, subject: &Subject<'_>) -> Option<El> {
    at_once(draw_in_pieces(id, subject))
}

/// The same in pieces.
pub async fn draw_in_pieces(id: &str, subject: &Subject<'_>) -> Option<El> {
    Some(match id {
        "sides" => why::sides_of_it(subject),
        "true" => belief::draw(subject).await,
        "who-pays" => who_pays::draw(subject),
        "costs" => costs::draw(subject),
        "prices" => prices::draw(subject).await,
        "capabilities" => levers::draw(subject).await,
        "why" => why::draw(subject),
        "drivers" => drivers::draw(subject).await,
        "robust" => flips::section_and_line(subject, "").await.0,
        "shares" => drivers::shares(subject).await,
        "frontier" => frontier::draw(subject).await,
        "token" => token::draw(subject),
        "speed" => token::speed(subject),
        "parts" => token::parts(subject),
        "reality" => reality::draw(subject),
        "shock" => shock::draw(subject).await,
        "reverse" => reverse::draw(subject).await,
        _ => return None,
    })
}

/// What stands in a cell.
enum Cell {
    /// Words.
    Words(String),
    /// A number: at the right.
    Number(String),
    /// A tree of its own.
    Tree(El),
}

fn words(text: &str) -> Cell {
    Cell::Words(text.to_owned())
}

fn number(text: &str) -> Cell {
    Cell::Number(text.to_owned())
}

/// A number that opens its working, or leads to its input.
fn opened(text: &str, number: impl Named) -> Cell {
    Cell::Number(linked(number, text))
}

fn note(text: &str) -> El {
    el("p").said(text)
}

/// A table whose rows become cards on a small screen: each cell knows the head of its column.
fn table(caption: &str, heads: &[&str], rows: Vec<Vec<Cell>>) -> El {
    let is_number = |at: usize| rows.iter().any(|row| matches!(row.get(at), Some(Cell::Number(_))));
    let head = |(at, text): (usize, &&str)| {
        let cell = if text.is_empty() { el("td") } else { el("th").attr("scope", "col").said(text) };
        if at > 0 && is_number(at) { cell.class("num") } else { cell }
    };
    let heading = el("tr").with_all(heads.iter().enumerate().map(head).collect());
    let labels: Vec<String> = heads.iter().map(|it| plain(it)).collect();
    let body = rows.into_iter().map(|row| {
        let cells = row.into_iter().zip(&labels).enumerate().map(|(at, (cell, head))| match (at, cell) {
            (0, Cell::Words(text) | Cell::Number(text)) => el("th").attr("scope", "row").said(&text),
            (0, Cell::Tree(tree)) => el("th").attr("scope", "row").with(tree),
            (_, Cell::Words(text)) => el("td").attr("data-label", head).said(&text),
            (_, Cell::Number(text)) => el("td").class("num").attr("data-label", head).said(&text),
            (_, Cell::Tree(tree)) => el("td").with(tree),
        });
        el("tr").with_all(cells.collect())
    });
    el("table")
        .class("deep")
        .with(el("caption").said(caption))
        .with(el("thead").with(heading))
        .with(el("tbody").with_all(body.collect()))
}

/// More, behind a line that opens it.
fn more(line: &str, body: El) -> El {
    el("details").class("why").with(el("summary").text(line)).with(body)
}

/// A button that sets inputs to values in the units of their keys.
fn sets(words: &str, spoken: &str, changes: &[(InputId, f64)]) -> El {
    el("button")
        .attr("type", "button")
        .attr("data-set", &pairs(changes))
        .attr("aria-label", spoken)
        .text(words)
}

/// What a click sets: `key=value` of each input.
fn pairs(changes: &[(InputId, f64)]) -> String {
    let pair = |&(id, value): &(InputId, f64)| format!("{}={}", id.spec().key, write_value(id.spec(), value));
    changes.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// The way to an input's row.
fn to_input(id: InputId) -> El {
    el("a").attr("href", &format!("#in-{}", id.spec().key)).text(id.spec().label)
}

/// A sentence that ends in the ways to some inputs.
fn moved_by(before: &str, ids: &[InputId]) -> El {
    ids.iter().enumerate().fold(el("p").class("moved").text(before), |line, (at, &id)| {
        line.text(if at == 0 { " " } else { " · " }).with(to_input(id))
    })
}
