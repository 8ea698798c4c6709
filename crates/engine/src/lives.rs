//! How long plant stays in service, in whole quarters.

use payenough_model::Inputs;
use payenough_quantities::Years;
use payenough_quantities::lane::Lane;

/// Lives of the layers of plant, and the lag before service, in whole quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lives<L = f64> {
    /// Life of accelerators: the shorter of their economic and physical lives.
    pub(super) accelerator: L,
    /// Life of the network.
    pub(super) network: L,
    /// Life of the facility.
    pub(super) facility: L,
    /// Time from purchase to service.
    pub(super) lag: L,
}

/// A time rounded to whole quarters, at least `least`.
#[must_use]
pub(super) fn whole_quarters<L: Lane>(time: Years<L>, least: f64) -> L {
    (time.value() * L::all(4.0)).nearest().greater(L::all(least))
}

impl<L: Lane> Lives<L> {
    /// The lives that the inputs describe. With `retire_after`, accelerators retire after that many quarters if their
    /// life is longer.
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
