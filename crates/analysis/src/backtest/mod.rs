//! The standing backtest: what the scenario of January 2025 foretells of 2025 and 2026, beside what came.
//!
//! The scenario is the preset of the article on the first dated set, which never changes. The table grows by a row of
//! `data/observations.csv` and the same row in [`OBSERVED`], which says how the scenario comes to its figure.

mod foretold;
mod rows;

pub use foretold::{Foreteller, Foretold, Term};
pub use rows::OBSERVED;

use crate::reality::Form;
use payenough_model::Grade;

/// A row says why it is missed if what was foretold is off by more than this factor.
pub const MISSED: f64 = 1.5;

/// The preset whose figures are held against what came.
pub const FORETELLS: &str = "article-2025-01";

/// A figure that was observed, and how the scenario comes to its own.
#[derive(Clone, Copy, Debug)]
pub struct Observed {
    /// The row of `data/observations.csv`.
    pub id: &'static str,
    /// The quantity, with its unit.
    pub what: &'static str,
    /// The same in a few words, for a chart.
    pub short: &'static str,
    /// How it is printed.
    pub form: Form,
    /// The calendar year of both figures.
    pub year: i32,
    /// What came.
    pub came: f64,
    /// Who published it.
    pub who: &'static str,
    /// How good it is.
    pub grade: Grade,
    /// Whether nobody opened the original that the source quotes.
    pub is_second_hand: bool,
    /// How the scenario comes to what it foretells.
    pub foretold: Foretold,
    /// Why it is missed; empty if it is not.
    pub why: &'static str,
}

/// A row of the backtest.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// What was observed.
    pub row: &'static Observed,
    /// What the scenario foretold.
    pub foretold: Option<f64>,
    /// Foretold over observed.
    pub ratio: Option<f64>,
}

impl Test {
    /// Whether the two differ by more than [`MISSED`].
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.ratio.is_none_or(|ratio| !(1.0 / MISSED..=MISSED).contains(&ratio))
    }
}

/// Every row of the backtest, in table order.
#[must_use]
pub fn backtest() -> Vec<Test> {
    let by = Foreteller::new();
    let test = |row: &'static Observed| {
        let foretold = by.value(row);
        Test { row, foretold, ratio: foretold.map(|it| it / row.came) }
    };
    OBSERVED.iter().map(test).collect()
}
