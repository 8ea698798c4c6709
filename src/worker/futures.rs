//! Futures in parts: what each worker draws, and what all of it says once it is together.
//!
//! A part depends on the scenario's link and its place alone, so that the same digits come back however the work is split.

use crate::inquiry::futures::{Drawing, FIRST, Figures};
use crate::model::InputId;
use crate::scenario::{Scenario, read_link};

/// The futures of a scenario.
#[must_use]
pub fn drawing(scenario: &Scenario) -> Drawing {
    Drawing::of(scenario.values(), scenario.spreads())
}

/// Years of the tables of a scenario.
#[must_use]
pub fn n_years(scenario: &Scenario) -> usize {
    scenario.get(InputId::horizon).ceil() as usize
}

/// How many futures a link wants, and how many of them in full: the first, for all headline figures.
#[must_use]
pub fn wanted(query: &str) -> [u32; 2] {
    let (scenario, _) = read_link(query);
    let n_total = drawing(&scenario).n_total();
    [n_total, n_total.min(FIRST)]
}

/// Net present values of futures `from` to `from + n` of a link.
#[must_use]
pub fn draw(query: &str, from: u32, n: u32) -> Vec<f64> {
    let (scenario, _) = read_link(query);
    drawing(&scenario).net_present_values(from, n as usize)
}

/// The rows of [`Figures`] of futures `from` to `from + n` of a link.
#[must_use]
pub fn figures(query: &str, from: u32, n: u32) -> Vec<f64> {
    let (scenario, _) = read_link(query);
    let outcomes = drawing(&scenario).outcomes(from, n as usize);
    Figures::of(n_years(&scenario), &outcomes).into_rows()
}
