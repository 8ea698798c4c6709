//! Time on the axis: how far a quarter lies from the date for which levels such as users and prices are stated.

use payenough_model::{CapexBy, Inputs, LEVELS_AT, OBSERVED, Observed};
use payenough_quantities::lane::Lane;

/// Where the axis starts, against the date of the levels.
///
/// - One amount a year: levels hold at t = 0, the start of the axis.
/// - Calendar years: the axis starts on 1 January of the first year judged, and levels hold in the middle of the fourth
///   quarter of 2026. In the quarters before it users, seats and agents' tokens are as observed, [`OBSERVED`]; hardware,
///   software and messages go back at their first rate of growth; prices and the mix of requests stay as at that date.
///
/// Source: definition; MODEL.md section 2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Clock {
    /// Years from the date of the levels to the start of the axis; below 0 before that date.
    start: f64,
    /// Number of quarters before that of the levels.
    past: usize,
}

impl Clock {
    /// An axis that starts at the date of the levels.
    pub(super) const STATED: Self = Self { start: 0.0, past: 0 };

    /// The clock of a scenario.
    #[must_use]
    pub(super) fn of<L: Lane>(inputs: &Inputs<L>) -> Self {
        match inputs.capex_by {
            CapexBy::Rate => Self::STATED,
            CapexBy::Calendar => {
                let first = 4 * inputs.first_judged();
                let start = (first as f64 - LEVELS_AT as f64) * 0.25 - 0.125;
                Self { start, past: LEVELS_AT.saturating_sub(first) }
            }
        }
    }

    /// Years from the date of the levels to the first day of a quarter.
    #[must_use]
    pub(super) fn start_of(&self, quarter: usize) -> f64 {
        self.start + quarter as f64 * 0.25
    }

    /// Years from the date of the levels to the middle of a quarter, which is the date of operating flows.
    #[must_use]
    pub(super) fn middle_of(&self, quarter: usize) -> f64 {
        self.start + quarter as f64 * 0.25 + 0.125
    }

    /// Number of quarters before that of the levels.
    #[must_use]
    pub(super) fn past(&self) -> usize {
        self.past
    }

    /// What was observed in a quarter; `None` from the quarter of the levels on.
    #[must_use]
    pub(super) fn observed(&self, quarter: usize) -> Option<&'static Observed> {
        if quarter < self.past { OBSERVED.get(LEVELS_AT - self.past + quarter) } else { None }
    }
}
