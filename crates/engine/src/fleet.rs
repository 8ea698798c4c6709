//! The fleet: quarterly cohorts, bought from a budget or to meet demand. Its three layers of plant have separate lives.

use super::clock::Clock;
use super::in_service::{InService, RentByAge, missing};
use super::lives::Lives;
use super::offer::{Offer, Offers, affordable, lacking};
use super::plan::{Budgets, planned, runs_off};
use payenough_model::{AfterPlan, BeyondCap, CapexBasis, Compute, Inputs};
use payenough_quantities::lane::{Lane, Mask};
use payenough_quantities::{
    AcceleratorSeconds, Accelerators, Megawatts, MegawattsPerAccelerator, Seconds, Usd,
};

/// Seconds in a quarter.
pub(super) const QUARTER_SECONDS: f64 = 7_884_000.0;

/// The cohort of plant that enters service in a quarter, and its purchase cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Purchase<L = f64> {
    /// Number of accelerators.
    pub(super) accelerators: Accelerators<L>,
    /// Number of accelerators of t = 0 that would have the same throughput.
    pub(super) effective: Accelerators<L>,
    /// Nameplate power of the accelerators at the meter.
    pub(super) power: Megawatts<L>,
    /// Power at the meter for the throughput of one accelerator of t = 0.
    pub(super) power_per_effective: MegawattsPerAccelerator<L>,
    /// Cost of accelerators and servers.
    pub(super) accelerator_cost: Usd<L>,
    /// Network, as the number of accelerators that it connects.
    pub(super) ports: Accelerators<L>,
    /// Cost of the network.
    pub(super) network_cost: Usd<L>,
    /// Facility, as the power at the meter that it supports.
    pub(super) facility: Megawatts<L>,
    /// Cost of the facility.
    pub(super) facility_cost: Usd<L>,
}

impl<L: Lane> Purchase<L> {
    /// Total cost of the purchase.
    #[must_use]
    pub(super) fn cost(&self) -> Usd<L> {
        self.accelerator_cost + self.network_cost + self.facility_cost
    }
}

/// Purchases and service along the horizon.
#[derive(Clone, Debug)]
pub(super) struct Fleet<L = f64> {
    /// Lives of the layers, and the lag from purchase to service.
    pub(super) lives: Lives<L>,
    /// The cohort that enters service in each quarter. It is paid for `lag` quarters earlier.
    pub(super) cohorts: Vec<Purchase<L>>,
    /// The plant in service in each quarter.
    pub(super) service: Vec<InService<L>>,
    /// One past the last quarter with accelerators in service.
    pub(super) end: L,
    /// The largest number of accelerators that stand at the same time, those that wait for power included.
    pub(super) peak: Accelerators<L>,
}

impl<L: Lane> Fleet<L> {
    /// One past the last quarter in which at least one future has accelerators in service.
    #[must_use]
    pub(super) fn last(&self) -> usize {
        self.end.largest() as usize
    }
}

impl Fleet {
    /// The purchase that is paid for at the start of a quarter.
    #[must_use]
    pub(super) fn bought(&self, quarter: usize) -> Purchase {
        self.cohorts.get(quarter + self.lives.lag as usize).copied().unwrap_or_default()
    }
}

/// One past the last quarter in which any future can have a fleet in service. `None` if the fleet is renewed up to the
/// horizon.
#[must_use]
pub(super) fn last_possible<L: Lane>(inputs: &Inputs<L>) -> Option<usize> {
    let lives = Lives::of(inputs, None);
    runs_off(inputs).then(|| (planned(inputs) + lives.lag + lives.accelerator).largest() as usize)
}

/// Builds the fleet. In each quarter, plant at the end of its life retires first; then the cohort bought for that
/// quarter, from the announced budget or to meet demand, enters service.
///
/// - `retire_after` quarters in service after which accelerators retire, if that is before the end of their life
/// - `after_plan` what happens after the announced years; run-off gives the plant of the announced years alone
/// - `work` benchmark accelerator time that demand needs in a quarter
/// - `yields` benchmark accelerator time that one accelerator of t = 0 provides in a quarter
///
/// A cohort bought in quarter `b` is in service in `[b + lag, b + life)`. A cohort that would enter service after the
/// horizon is not bought. What is bought does not depend on the power cap: accelerators beyond it wait, and age. Only if
/// the reader says that such a budget is saved, no more is bought than power can be had for. Source: MODEL.md section 5.
#[must_use]
#[inline(never)]
pub(super) fn build<L: Lane>(
    inputs: &Inputs<L>,
    clock: &Clock,
    retire_after: Option<usize>,
    after_plan: AfterPlan,
    work: impl Fn(usize) -> AcceleratorSeconds<L>,
    yields: impl Fn(usize) -> Seconds<L>,
    quarters: usize,
) -> Fleet<L> {
    let lives = Lives::of(inputs, retire_after);
    let planned = planned(inputs);
    let budgets = Budgets::of(inputs);
    let follows = inputs.capex_basis == CapexBasis::Sized || after_plan == AfterPlan::Renewal;
    let last = last_possible(inputs).map_or(quarters, |end| end.min(quarters));
    let offers = Offers::new(inputs, clock, lives.lag, last);
    let rent = RentByAge::new(inputs.rent_fall, &lives);
    let is_spent = inputs.beyond_cap == BeyondCap::Spent;
    let mut fleet = Fleet {
        lives,
        cohorts: Vec::with_capacity(quarters),
        service: Vec::with_capacity(quarters),
        end: L::ZERO,
        peak: Accelerators::ZERO,
    };
    let mut now = InService::default();
    for quarter in 0..last {
        let at = L::all(quarter as f64);
        now.retire(&fleet.cohorts, &lives, &rent, at);
        let offer = offers.at(inputs, quarter);
        let lacking = || lacking(work(quarter), yields(quarter), now.effective, offer.gain);
        let for_demand = if follows { lacking() } else { Accelerators::ZERO };
        let wanted = match inputs.capex_basis {
            CapexBasis::Sized => for_demand,
            CapexBasis::Announced => {
                let is_planned = (at - lives.lag).below(planned);
                let (ports, power) = (now.accelerators - now.ports, now.power - now.facility);
                let bought = if is_planned.any() {
                    affordable(budgets.at(at - lives.lag), offer, ports, power, inputs.facility_price)
                } else {
                    Accelerators::ZERO
                };
                Accelerators::select(is_planned, bought, for_demand)
            }
        };
        let wanted = Accelerators::select(lives.lag.up_to(at), wanted, Accelerators::ZERO);
        // Once the power cap is reached, the room left is only a rounding difference, which `missing` sets to 0.
        let room = Megawatts::of(missing(inputs.power_cap.value(), now.power.value())) / offer.power;
        let purchase = layers(inputs, offer, if is_spent { wanted } else { wanted.min(room) }, &now);
        now.commission(&purchase, &rent, inputs.power_cap);
        now.newest = if Accelerators::ZERO.below(purchase.accelerators).any() { quarter } else { now.newest };
        fleet.cohorts.push(purchase);
        fleet.service.push(now);
        fleet.end = L::select(now.serves(), at + L::all(1.0), fleet.end);
        fleet.peak = Accelerators::select(now.serves(), fleet.peak.max(now.accelerators), fleet.peak);
    }
    fleet.cohorts.resize(quarters, Purchase::default());
    fleet.service.resize(quarters, InService::default());
    fleet
}

/// The purchase of a quarter: the accelerators, and the network and facility that they need beyond those in service.
fn layers<L: Lane>(
    inputs: &Inputs<L>,
    offer: Offer<L>,
    accelerators: Accelerators<L>,
    now: &InService<L>,
) -> Purchase<L> {
    // Before the first purchase a path may be NaN. A purchase of 0 must still cost 0.
    let some = Accelerators::ZERO.below(accelerators);
    let times = |count: L, each: L| L::select(L::ZERO.below(count), count * each, L::ZERO);
    let power = Megawatts::of(times(accelerators.value(), offer.power.value()));
    let ports = Accelerators::of(missing((now.accelerators + accelerators).value(), now.ports.value()));
    let facility = Megawatts::of(missing((now.power + power).value(), now.facility.value()));
    // Rented plant has no purchase cost.
    let paid = if inputs.compute == Compute::Owned { L::all(1.0) } else { L::ZERO };
    Purchase {
        accelerators,
        effective: Accelerators::of(times(accelerators.value(), offer.gain)),
        power,
        power_per_effective: MegawattsPerAccelerator::of(L::select(
            some,
            (offer.power / offer.gain).value(),
            L::ZERO,
        )),
        accelerator_cost: Usd::of(times(accelerators.value(), offer.accelerator.value()) * paid),
        ports,
        network_cost: Usd::of(times(ports.value(), offer.port.value()) * paid),
        facility,
        facility_cost: facility * inputs.facility_price * paid,
    }
}
