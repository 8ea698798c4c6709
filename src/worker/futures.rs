//! Futures in parts: what each worker draws, and what all of it says once it is together.
//!
//! A part depends on the scenario's link and its place alone, so that the same digits come back however the work is split.

use super::depth::packed;
use crate::inquiry::futures::{Drawing, FIRST, Figures};
use crate::model::InputId;
use crate::scenario::{Scenario, read_link};
use crate::sheet::sections::{SURE, sure};

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

/// What futures 0, 1 and so on of a link say, by their net present values; `figures` are the rows of the first of them, as far
/// as they are there. The reply has the form of [`super::depth::reply`]; `width` is that of the column in CSS pixels.
#[must_use]
pub fn conclude(query: &str, width: u32, net_present_values: &[f64], figures: &[f64]) -> String {
    let (scenario, _) = read_link(query);
    let rows = Figures::from_rows(n_years(&scenario), figures.to_vec()).unwrap_or_default();
    packed(SURE.id, &sure(&drawing(&scenario), net_present_values, &rows, f64::from(width)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worker::depth::sections;

    #[test]
    fn a_conclusion_names_its_draws() {
        let query = "v=1&d=2026-11&draws_n=2100";
        assert_eq!(wanted(query), [2100, 2048]);
        let mut drawn = draw(query, 0, 600);
        let said = |drawn: &[f64], figures: &[f64]| {
            let reply = conclude(query, 700, drawn, figures);
            sections(&reply).map(|(id, tree)| format!("{id} {tree}")).collect::<String>()
        };
        let stopped = said(&drawn, &[]);
        assert!(stopped.starts_with("sure ") && stopped.contains("600 simulated futures"), "{stopped}");
        drawn.extend(draw(query, 600, 1500));
        let all = said(&drawn, &figures(query, 0, 8));
        assert!(all.contains("2,100 simulated futures"), "{all}");
    }
}
