//! How long plant stays in service, in whole quarters.

use payenough_model::Inputs;
use payenough_quantities::Years;
use payenough_quantities::lane::Lane;

/// Quarters in service of the layers of plant, and the lag before service, in whole quarters.
///
/// `service = life − lag`, at least one quarter. Plant ages from the day it is paid for, so a longer lag takes quarters
/// from its service and never moves them to a later and larger market.
///
/// Source: MODEL.md section 5. An accelerator loses value as better ones are sold, whether its building is ready or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lives<L = f64> {
    /// Accelerators: what the lag leaves of the shorter of their economic and physical lives.
    pub(super) accelerator: L,
    /// Network: what the lag leaves of its life.
    pub(super) network: L,
    /// Facility: what the lag leaves of its life.
    pub(super) facility: L,
    /// Time from purchase to service. It is less than the life of an accelerator, which serves at least one quarter.
    pub(super) lag: L,
}

/// A time rounded to whole quarters, at least `least`.
#[must_use]
pub(super) fn whole_quarters<L: Lane>(time: Years<L>, least: f64) -> L {
    (time.value() * L::all(4.0)).nearest().greater(L::all(least))
}

/// Quarters from the purchase of an accelerator to the end of its life, the shorter of the economic and the physical.
#[must_use]
pub(super) fn whole_life<L: Lane>(economic: Years<L>, physical: Years<L>) -> L {
    whole_quarters(economic.min(physical), 1.0)
}

/// Quarters from purchase to service, at most one less than the `life` of an accelerator from purchase.
#[must_use]
pub(super) fn waited<L: Lane>(lag: Years<L>, life: L) -> L {
    whole_quarters(lag, 0.0).lesser(life - L::all(1.0))
}

/// Quarters in service that a lag leaves of a life.
#[must_use]
pub(super) fn left<L: Lane>(life: L, lag: L) -> L {
    (life - lag).greater(L::all(1.0))
}

impl<L: Lane> Lives<L> {
    /// The lives that the inputs describe. With `retire_after`, accelerators retire after that many quarters in service
    /// if their life is longer.
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>, retire_after: Option<usize>) -> Self {
        let life = whole_life(inputs.accelerator_life, inputs.physical_life);
        let lag = waited(inputs.build_lag, life);
        let longest = left(life, lag);
        let early = |early: usize| L::all(early.max(1) as f64).lesser(longest);
        Self {
            accelerator: retire_after.map_or(longest, early),
            network: left(whole_quarters(inputs.network_life, 1.0), lag),
            facility: left(whole_quarters(inputs.facility_life, 1.0), lag),
            lag,
        }
    }
}
