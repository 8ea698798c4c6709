//! How long plant serves, in whole quarters.

use payenough_model::Inputs;
use payenough_quantities::Years;
use payenough_quantities::lane::Lane;

/// Lives and lag, in whole quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lives<L = f64> {
    /// Accelerators: the shorter of economic and physical life.
    pub(super) accelerator: L,
    /// Network.
    pub(super) network: L,
    /// Facility.
    pub(super) facility: L,
    /// From purchase to service.
    pub(super) lag: L,
}

/// Whole quarters of a time, at least `least`.
#[must_use]
pub(super) fn whole_quarters<L: Lane>(time: Years<L>, least: f64) -> L {
    (time.value() * L::all(4.0)).nearest().greater(L::all(least))
}

impl<L: Lane> Lives<L> {
    /// The lives that the inputs describe; `retire_after` ends accelerators earlier, in quarters.
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>, retire_after: Option<usize>) -> Self {
        let longest = whole_quarters(inputs.accelerator_life.min(inputs.physical_life), 1.0);
        let early = |early: usize| L::all(early.max(1) as f64).lesser(longest);
        Self {
            accelerator: retire_after.map_or(longest, early),
            network: whole_quarters(inputs.network_life, 1.0),
            facility: whole_quarters(inputs.facility_life, 1.0),
            lag: whole_quarters(inputs.build_lag, 0.0),
        }
    }
}
