//! The plant that stands in a quarter, and how much of it has power.

use super::fleet::Purchase;
use super::lives::Lives;
use payenough_quantities::lane::{Lane, Mask};
use payenough_quantities::special::{exp, ln};
use payenough_quantities::{Accelerators, Megawatts, Ratio, Usd};

/// The plant that stands in a quarter: bought, built and not yet retired.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct InService<L = f64> {
    /// Number of cohorts of accelerators.
    pub(super) cohorts: L,
    /// Number of accelerators, those that wait for power included.
    pub(super) accelerators: Accelerators<L>,
    /// Number of accelerators of t = 0 that would have the same throughput.
    pub(super) effective: Accelerators<L>,
    /// Number of new accelerators that would bring in the same rent.
    pub(super) by_rent: Accelerators<L>,
    /// Nameplate power at the meter.
    pub(super) power: Megawatts<L>,
    /// Purchase cost of the accelerators.
    pub(super) accelerator_cost: Usd<L>,
    /// Network, as the number of accelerators that it connects.
    pub(super) ports: Accelerators<L>,
    /// Facility, as the power at the meter that it supports.
    pub(super) facility: Megawatts<L>,
    /// Purchase cost of all plant that stands.
    pub(super) plant_cost: Usd<L>,
    /// The part of every cohort that has power, `min(1, cap/nameplate power)`. The rest waits, and ages.
    ///
    /// It leaves out that an owner would give power to the newest accelerators first.
    pub(super) powered: L,
    /// The latest quarter so far in which at least one future put accelerators into service.
    pub(super) newest: usize,
}

impl<L: Lane> Default for InService<L> {
    fn default() -> Self {
        Self {
            cohorts: L::ZERO,
            accelerators: Accelerators::ZERO,
            effective: Accelerators::ZERO,
            by_rent: Accelerators::ZERO,
            power: Megawatts::ZERO,
            accelerator_cost: Usd::ZERO,
            ports: Accelerators::ZERO,
            facility: Megawatts::ZERO,
            plant_cost: Usd::ZERO,
            powered: L::all(1.0),
            newest: 0,
        }
    }
}

/// How the rent of an accelerator-hour falls with the accelerator's age.
///
/// `rent(age) = rent·(1 − f)^age`, age in years since it was paid for
#[derive(Clone, Copy, Debug)]
pub(super) struct RentByAge<L> {
    /// Whether it falls in any future.
    falls: bool,
    /// Factor of one quarter.
    quarter: L,
    /// Factor of accelerators that enter service.
    arrival: L,
    /// Factor of accelerators that retire.
    last: L,
}

impl<L: Lane> RentByAge<L> {
    /// The fall that the inputs describe.
    ///
    /// - `fall` fall of the rent with each year of age
    pub(super) fn new(fall: Ratio<L>, lives: &Lives<L>) -> Self {
        let one = L::all(1.0);
        if !Ratio::ZERO.below(fall).any() {
            return Self { falls: false, quarter: one, arrival: one, last: one };
        }
        let log = ln(one - fall.value()) * L::all(0.25);
        let after = |quarters: L| exp(log * quarters);
        let last = after(lives.lag + lives.accelerator);
        Self { falls: true, quarter: exp(log), arrival: after(lives.lag), last }
    }
}

impl<L: Lane> InService<L> {
    /// Whether accelerators are in service.
    #[must_use]
    pub(super) fn serves(&self) -> L::Mask {
        L::ZERO.below(self.cohorts)
    }

    /// Accelerators with power.
    #[must_use]
    pub(super) fn at_work(&self) -> Accelerators<L> {
        self.accelerators * self.powered
    }

    /// Nameplate power of the accelerators with power.
    #[must_use]
    pub(super) fn power_at_work(&self) -> Megawatts<L> {
        self.power * self.powered
    }

    /// The purchase of a quarter enters service, and the power that can be had is shared out.
    pub(super) fn commission(&mut self, purchase: &Purchase<L>, rent: &RentByAge<L>, cap: Megawatts<L>) {
        self.cohorts += one_cohort(purchase);
        self.accelerators += purchase.accelerators;
        self.effective += purchase.effective;
        self.by_rent += purchase.accelerators * rent.arrival;
        self.power += purchase.power;
        self.accelerator_cost += purchase.accelerator_cost;
        self.ports += purchase.ports;
        self.facility += purchase.facility;
        self.plant_cost += purchase.cost();
        let short = L::ZERO.below(missing(self.power.value(), cap.value()));
        self.powered = L::all(1.0);
        if short.any() {
            self.powered = L::select(short, cap.share_of(self.power).value(), self.powered);
        }
    }

    /// Plant at the end of its life retires.
    pub(super) fn retire(&mut self, cohorts: &[Purchase<L>], lives: &Lives<L>, rent: &RentByAge<L>, at: L) {
        if rent.falls {
            self.by_rent = self.by_rent * rent.quarter;
        }
        let old = at - lives.accelerator;
        if L::ZERO.up_to(old).any() {
            let [cohorts, accelerators, effective, power, cost] = L::pick(cohorts, &old, |it| {
                let (power, cost) = (it.power.value(), it.accelerator_cost.value());
                [one_cohort(it), it.accelerators.value(), it.effective.value(), power, cost]
            });
            self.cohorts -= cohorts;
            self.accelerators -= Accelerators::of(accelerators);
            self.effective -= Accelerators::of(effective);
            self.by_rent -= Accelerators::of(accelerators * rent.last);
            self.power -= Megawatts::of(power);
            self.accelerator_cost -= Usd::of(cost);
            self.plant_cost -= Usd::of(cost);
        }
        let old = at - lives.network;
        if L::ZERO.up_to(old).any() {
            let [ports, cost] = L::pick(cohorts, &old, |it| [it.ports.value(), it.network_cost.value()]);
            self.ports -= Accelerators::of(ports);
            self.plant_cost -= Usd::of(cost);
        }
        let old = at - lives.facility;
        if L::ZERO.up_to(old).any() {
            let [facility, cost] =
                L::pick(cohorts, &old, |it| [it.facility.value(), it.facility_cost.value()]);
            self.facility -= Megawatts::of(facility);
            self.plant_cost -= Usd::of(cost);
        }
        // Once no cohort is left, the rounding error of a running sum must not be taken for a fleet.
        let serves = self.serves();
        if serves.all() {
            return;
        }
        let kept = |it: Accelerators<L>| Accelerators::select(serves, it, Accelerators::ZERO);
        self.accelerators = kept(self.accelerators);
        self.effective = kept(self.effective);
        self.by_rent = kept(self.by_rent);
        self.power = Megawatts::select(serves, self.power, Megawatts::ZERO);
        self.accelerator_cost = Usd::select(serves, self.accelerator_cost, Usd::ZERO);
    }
}

/// 1 if the purchase includes accelerators, otherwise 0.
fn one_cohort<L: Lane>(purchase: &Purchase<L>) -> L {
    L::select(Accelerators::ZERO.below(purchase.accelerators), L::all(1.0), L::ZERO)
}

/// The need minus the stock. It is 0 if the difference is within rounding, or if the need is 0.
pub(super) fn missing<L: Lane>(need: L, have: L) -> L {
    let gap = need - have;
    L::select(L::ZERO.below(need) & (L::all(1e-12) * need).below(gap), gap, L::ZERO)
}
