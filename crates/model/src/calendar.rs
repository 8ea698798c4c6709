//! The calendar of the table of capex: its years, the date of the levels, and what was observed before that date.

use super::inputs::{CapexBy, Inputs};
use payenough_quantities::lane::Lane;

/// The first year of the table of capex.
pub const FIRST_CAPEX_YEAR: i32 = 2025;

/// The number of years in the table of capex.
pub const CAPEX_YEARS: usize = 8;

/// Quarters from the start of the table's first year to the quarter for which levels such as users and prices hold:
/// the fourth quarter of 2026.
pub const LEVELS_AT: usize = 7;

/// What was observed in a quarter before that of the levels, over the level of that quarter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// Weekly users.
    pub users: f64,
    /// Business seats.
    pub seats: f64,
    /// Tokens of agents, APIs and background work.
    pub tokens: f64,
}

/// The quarters from the start of the table to that of the levels: 2025 Q1 to 2026 Q3.
///
/// Each is read from dated figures in the middle of the quarter, halfway in ratios between the figures on either side
/// of it. Source: data/past.csv. Users follow ChatGPT's weekly users; seats follow Microsoft 365 Copilot's, and before
/// January 2026 their own later growth; tokens follow all that Google processes.
pub const OBSERVED: [Observed; LEVELS_AT] = [
    Observed { users: 0.333, seats: 0.088, tokens: 0.0269 },
    Observed { users: 0.465, seats: 0.124, tokens: 0.0688 },
    Observed { users: 0.599, seats: 0.175, tokens: 0.134 },
    Observed { users: 0.649, seats: 0.249, tokens: 0.229 },
    Observed { users: 0.75, seats: 0.349, tokens: 0.332 },
    Observed { users: 0.84, seats: 0.473, tokens: 0.476 },
    Observed { users: 0.943, seats: 0.704, tokens: 0.69 },
];

impl<L: Lane> Inputs<L> {
    /// The calendar year of the first quarter.
    #[must_use]
    pub fn first_year(&self) -> i32 {
        match self.capex_by {
            CapexBy::Rate => self.start_year.value().lane(0) as i32,
            CapexBy::Calendar => FIRST_CAPEX_YEAR + self.first_judged() as i32,
        }
    }

    /// The first year judged, as its place in the table of capex.
    #[must_use]
    pub fn first_judged(&self) -> usize {
        self.judged_from as usize
    }

    /// The model year for which levels such as users and prices are stated, counted from the first.
    #[must_use]
    pub fn stated_year(&self) -> usize {
        match self.capex_by {
            CapexBy::Rate => 0,
            CapexBy::Calendar => LEVELS_AT.saturating_sub(4 * self.first_judged()) / 4,
        }
    }

    /// The number of years judged, at least one.
    #[must_use]
    pub fn years_judged(&self) -> usize {
        (self.judged_to as usize).saturating_sub(self.first_judged()) + 1
    }
}
