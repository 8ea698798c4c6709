//! The fleet: quarterly cohorts, bought from a budget or to meet demand. Its three layers of plant have separate lives.

use super::lives::{Lives, whole_quarters};
use super::offer::{Offer, Offers, affordable, budget, lacking};
use payenough_model::{AfterPlan, CapexBasis, Compute, Inputs};
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

/// The plant in service in a quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct InService<L = f64> {
    /// Number of cohorts of accelerators.
    pub(super) cohorts: L,
    /// Number of accelerators.
    pub(super) accelerators: Accelerators<L>,
    /// Number of accelerators of t = 0 that would have the same throughput.
    pub(super) effective: Accelerators<L>,
    /// Nameplate power at the meter.
    pub(super) power: Megawatts<L>,
    /// Purchase cost of the accelerators.
    pub(super) accelerator_cost: Usd<L>,
    /// Network, as the number of accelerators that it connects.
    pub(super) ports: Accelerators<L>,
    /// Facility, as the power at the meter that it supports.
    pub(super) facility: Megawatts<L>,
    /// Purchase cost of all plant in service.
    pub(super) plant_cost: Usd<L>,
    /// The latest quarter so far in which at least one future put accelerators into service.
    pub(super) newest: usize,
}

impl<L: Lane> InService<L> {
    /// Whether accelerators are in service.
    #[must_use]
    pub(super) fn serves(&self) -> L::Mask {
        L::ZERO.below(self.cohorts)
    }
}

/// Purchases and plant in service, quarter by quarter to the horizon.
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
    /// The largest number of accelerators in service at the same time.
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

/// Number of quarters in the announced years.
fn planned<L: Lane>(inputs: &Inputs<L>) -> L {
    whole_quarters(inputs.plan, 1.0)
}

/// Whether purchases stop after the announced years.
fn runs_off<L: Lane>(inputs: &Inputs<L>) -> bool {
    inputs.capex_basis == CapexBasis::Announced && inputs.after_plan == AfterPlan::RunOff
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
/// - `work` benchmark accelerator time that demand needs in a quarter
/// - `yields` benchmark accelerator time that one accelerator of t = 0 provides in a quarter
///
/// A cohort bought in quarter `b` is in service in `[b + lag, b + lag + life)`. A cohort that would enter service after
/// the horizon is not bought. Source: MODEL.md section 5.
#[must_use]
#[inline(never)]
pub(super) fn build<L: Lane>(
    inputs: &Inputs<L>,
    retire_after: Option<usize>,
    work: impl Fn(usize) -> AcceleratorSeconds<L>,
    yields: impl Fn(usize) -> Seconds<L>,
    quarters: usize,
) -> Fleet<L> {
    let lives = Lives::of(inputs, retire_after);
    let planned = planned(inputs);
    let budget = budget(inputs.capex_per_year, inputs.ai_share, inputs.inference_share);
    let follows = !runs_off(inputs);
    let last = last_possible(inputs).map_or(quarters, |end| end.min(quarters));
    let offers = Offers::new(inputs, lives.lag, last);
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
        retire(&fleet.cohorts, &lives, at, &mut now);
        let offer = offers.at(inputs, quarter);
        let lacking = || lacking(work(quarter), yields(quarter), now.effective, offer.gain);
        let for_demand = if follows { lacking() } else { Accelerators::ZERO };
        let wanted = match inputs.capex_basis {
            CapexBasis::Sized => for_demand,
            CapexBasis::Announced => {
                let is_planned = (at - lives.lag).below(planned);
                let (ports, power) = (now.accelerators - now.ports, now.power - now.facility);
                let bought = if is_planned.any() {
                    affordable(budget, offer, ports, power, inputs.facility_price)
                } else {
                    Accelerators::ZERO
                };
                Accelerators::select(is_planned, bought, for_demand)
            }
        };
        let wanted = Accelerators::select(lives.lag.up_to(at), wanted, Accelerators::ZERO);
        // Once the power cap is reached, the room left is only a rounding difference, which `missing` sets to 0.
        let room = Megawatts::of(missing(inputs.power_cap.value(), now.power.value())) / offer.power;
        let purchase = layers(inputs, offer, wanted.min(room), &now);
        commission(&purchase, &mut now);
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

/// The need minus the stock. It is 0 if the difference is within rounding, or if the need is 0.
fn missing<L: Lane>(need: L, have: L) -> L {
    let gap = need - have;
    L::select(L::ZERO.below(need) & (L::all(1e-12) * need).below(gap), gap, L::ZERO)
}

/// 1 if the purchase includes accelerators, otherwise 0.
fn one_cohort<L: Lane>(purchase: &Purchase<L>) -> L {
    L::select(Accelerators::ZERO.below(purchase.accelerators), L::all(1.0), L::ZERO)
}

fn commission<L: Lane>(purchase: &Purchase<L>, now: &mut InService<L>) {
    now.cohorts += one_cohort(purchase);
    now.accelerators += purchase.accelerators;
    now.effective += purchase.effective;
    now.power += purchase.power;
    now.accelerator_cost += purchase.accelerator_cost;
    now.ports += purchase.ports;
    now.facility += purchase.facility;
    now.plant_cost += purchase.cost();
}

fn retire<L: Lane>(cohorts: &[Purchase<L>], lives: &Lives<L>, at: L, now: &mut InService<L>) {
    let old = at - lives.accelerator;
    if L::ZERO.up_to(old).any() {
        let [cohorts, accelerators, effective, power, cost] = L::pick(cohorts, &old, |it| {
            let (power, cost) = (it.power.value(), it.accelerator_cost.value());
            [one_cohort(it), it.accelerators.value(), it.effective.value(), power, cost]
        });
        now.cohorts -= cohorts;
        now.accelerators -= Accelerators::of(accelerators);
        now.effective -= Accelerators::of(effective);
        now.power -= Megawatts::of(power);
        now.accelerator_cost -= Usd::of(cost);
        now.plant_cost -= Usd::of(cost);
    }
    let old = at - lives.network;
    if L::ZERO.up_to(old).any() {
        let [ports, cost] = L::pick(cohorts, &old, |it| [it.ports.value(), it.network_cost.value()]);
        now.ports -= Accelerators::of(ports);
        now.plant_cost -= Usd::of(cost);
    }
    let old = at - lives.facility;
    if L::ZERO.up_to(old).any() {
        let [facility, cost] = L::pick(cohorts, &old, |it| [it.facility.value(), it.facility_cost.value()]);
        now.facility -= Megawatts::of(facility);
        now.plant_cost -= Usd::of(cost);
    }
    // Once no cohort is left, the rounding error of a running sum must not be taken for a fleet.
    let serves = now.serves();
    now.accelerators = Accelerators::select(serves, now.accelerators, Accelerators::ZERO);
    now.effective = Accelerators::select(serves, now.effective, Accelerators::ZERO);
    now.power = Megawatts::select(serves, now.power, Megawatts::ZERO);
    now.accelerator_cost = Usd::select(serves, now.accelerator_cost, Usd::ZERO);
}
