//! The sections that are drawn off the page's main thread. Each section has a file, whose function maps a scenario and
//! its answer to a tree, and a row in the table.

mod as_set;
mod backtest;
mod belief;
mod cash;
mod costs;
mod drivers;
pub mod flips;
mod frontier;
mod levers;
mod needed;
mod numbers;
mod prices;
mod reality;
mod reverse;
mod segments;
mod shock;
mod speed;
pub mod sure;
mod sure_charts;
mod table;
mod token;
mod who_pays;
mod why;
mod yearly;

pub use table::{Kind, Place, SectionId, draw, draw_first, draw_rest};

use super::drawing::WIDEST;
use super::tree::{El, el};
use payenough_analysis::working::{Named, linked, plain};
use payenough_engine::Outcome;
use payenough_model::scenario::{Scenario, write_value};
use payenough_model::{InputId, Inputs};

/// What a section draws from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The inputs of the scenario as the engine reads them.
    pub inputs: &'a Inputs,
    /// The engine's answer for the scenario.
    pub outcome: &'a Outcome,
    /// The widths available to charts.
    pub widths: Widths,
}

/// The widths that charts are drawn for, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// Width of the text column.
    pub column: f64,
    /// Width of a chart beside inputs.
    pub beside: f64,
}

impl Widths {
    /// The widths for a page that places inputs below their chart.
    #[must_use]
    pub const fn of_column(column: f64) -> Self {
        Self { column, beside: column.min(WIDEST) }
    }
}

/// The content of a table cell.
enum Cell {
    /// Text.
    Words(String),
    /// A number, aligned to the right.
    Number(String),
    /// Any other elements.
    Tree(El),
}

fn words(text: &str) -> Cell {
    Cell::Words(text.to_owned())
}

fn number(text: &str) -> Cell {
    Cell::Number(text.to_owned())
}

/// A number that opens its working, or links to its input.
fn linked_cell(text: &str, number: impl Named) -> Cell {
    Cell::Number(linked(number, text))
}

fn note(text: &str) -> El {
    el("p").linked_text(text)
}

/// A table whose rows become cards on a small screen, for which each cell repeats the heading of its column.
fn table(caption: &str, heads: &[&str], rows: Vec<Vec<Cell>>) -> El {
    let is_number = |at: usize| rows.iter().any(|row| matches!(row.get(at), Some(Cell::Number(_))));
    let head = |(at, text): (usize, &&str)| {
        let cell = if text.is_empty() { el("td") } else { el("th").attr("scope", "col").linked_text(text) };
        if at > 0 && is_number(at) { cell.class("num") } else { cell }
    };
    let heading = el("tr").with_all(heads.iter().enumerate().map(head).collect());
    let labels: Vec<String> = heads.iter().map(|it| plain(it)).collect();
    let body = rows.into_iter().map(|row| {
        let cells = row.into_iter().zip(&labels).enumerate().map(|(at, (cell, head))| match (at, cell) {
            (0, Cell::Words(text) | Cell::Number(text)) => el("th").attr("scope", "row").linked_text(&text),
            (0, Cell::Tree(tree)) => el("th").attr("scope", "row").with(tree),
            (_, Cell::Words(text)) => el("td").attr("data-label", head).linked_text(&text),
            (_, Cell::Number(text)) => el("td").class("num").attr("data-label", head).linked_text(&text),
            (_, Cell::Tree(tree)) => el("td").with(tree),
        });
        el("tr").with_all(cells.collect())
    });
    el("table")
        .class("deep")
        .with(el("caption").linked_text(caption))
        .with(el("thead").with(heading))
        .with(el("tbody").with_all(body.collect()))
}

/// A disclosure: `body` is hidden until the reader opens it at `line`.
fn more(line: &str, body: El) -> El {
    el("details").class("why").with(el("summary").text(line)).with(body)
}

/// A button that sets inputs to these values, given in the units of their keys.
fn sets(words: &str, spoken: &str, changes: &[(InputId, f64)]) -> El {
    el("button")
        .attr("type", "button")
        .attr("data-set", &pairs(changes))
        .attr("aria-label", spoken)
        .text(words)
}

/// The `key=value` pairs that a click sets.
fn pairs(changes: &[(InputId, f64)]) -> String {
    let pair = |&(id, value): &(InputId, f64)| format!("{}={}", id.spec().key, write_value(id.spec(), value));
    changes.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// A link to the row of an input.
fn to_input(id: InputId) -> El {
    el("a").attr("href", &format!("#in-{}", id.spec().key)).text(id.spec().label)
}

/// A sentence that ends with links to some inputs.
fn moved_by(before: &str, ids: &[InputId]) -> El {
    ids.iter().enumerate().fold(el("p").class("moved").text(before), |line, (at, &id)| {
        line.text(if at == 0 { " " } else { " · " }).with(to_input(id))
    })
}
