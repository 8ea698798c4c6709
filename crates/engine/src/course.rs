//! How long a scenario runs.

use super::clock::Clock;
use super::fleet;
use super::lives::whole_quarters;
use super::paths::MAX_QUARTERS;
use payenough_model::{CapexBy, InputId, Inputs};
use payenough_quantities::Years;
use payenough_quantities::lane::Lane;

/// Number of quarters in the horizon. For a block of futures, the horizon is that of the first future.
///
/// With a table of calendar years and nothing bought after the last year judged, it ends with the year in which the last
/// purchase retires.
#[must_use]
pub(super) fn horizon<L: Lane>(inputs: &Inputs<L>) -> usize {
    if let Some(end) = last_purchase_retires(inputs) {
        let levels = Clock::of(inputs).past() + 1;
        return (4 * end.max(levels).div_ceil(4)).min(MAX_QUARTERS);
    }
    (whole_quarters(inputs.horizon, 4.0).lane(0) as usize).min(MAX_QUARTERS)
}

/// One past the quarter in which the last purchase retires, if the horizon ends with it.
fn last_purchase_retires<L: Lane>(inputs: &Inputs<L>) -> Option<usize> {
    (inputs.capex_by == CapexBy::Calendar).then(|| fleet::last_possible(inputs)).flatten()
}

/// Whether the horizon ends when the last purchase retires, and so differs between futures with their lives.
#[must_use]
pub fn ends_with_plant(inputs: &Inputs) -> bool {
    last_purchase_retires(inputs).is_some()
}

/// Number of model years of the answer to a set of inputs.
#[must_use]
pub fn n_years(inputs: &Inputs) -> usize {
    horizon(inputs).div_ceil(4)
}

/// The times, in quarters, that determine how long a future runs and when its plant retires. Sorting by them puts
/// similar futures next to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Course {
    /// The horizon.
    pub(super) horizon: usize,
    life: usize,
    lag: usize,
    end: usize,
    network_life: usize,
}

/// The course of one future, from input values in the units of their keys.
pub(super) fn course(value: impl Fn(InputId) -> f64) -> Course {
    let years = |id: InputId| Years::of(id.spec().to_base(value(id)));
    let quarters = |id: InputId| whole_quarters(years(id), 0.0) as usize;
    let life = quarters(InputId::accelerator_life).min(quarters(InputId::physical_life));
    let lag = quarters(InputId::build_lag);
    let horizon = whole_quarters(years(InputId::horizon), 4.0) as usize;
    Course {
        horizon: horizon.min(MAX_QUARTERS),
        life,
        lag,
        end: quarters(InputId::plan) + life,
        network_life: quarters(InputId::network_life),
    }
}
