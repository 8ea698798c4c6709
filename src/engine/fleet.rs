//! The fleet: quarterly cohorts bought from a budget or for demand, three layers of plant with lives of their own.

use super::offer::{Offer, Offers, affordable};
use super::paths::ByQuarter;
use crate::model::{AfterPlan, CapexBasis, Compute, Inputs};
use crate::units::{AcceleratorSeconds, Accelerators, Megawatts, Seconds, Usd, Years};

/// Seconds of a quarter.
pub(super) const QUARTER_SECONDS: Seconds = Seconds::of(7_884_000.0);

/// What is bought at the start of a quarter, and what it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Purchase {
    /// Accelerators.
    pub(super) accelerators: Accelerators,
    /// The same in accelerators of t = 0: throughput counts.
    pub(super) effective: Accelerators,
    /// Their power at the meter.
    pub(super) power: Megawatts,
    /// Paid for accelerators and servers.
    pub(super) accelerator_cost: Usd,
    /// Network, in accelerators connected.
    pub(super) ports: Accelerators,
    /// Paid for network.
    pub(super) network_cost: Usd,
    /// Facility, in power at the meter.
    pub(super) facility: Megawatts,
    /// Paid for facility.
    pub(super) facility_cost: Usd,
}

impl Purchase {
    /// Money spent in the quarter.
    #[must_use]
    pub(super) fn cost(&self) -> Usd {
        self.accelerator_cost + self.network_cost + self.facility_cost
    }
}

/// What is in service in a quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct InService {
    /// Cohorts of accelerators.
    pub(super) cohorts: usize,
    /// Accelerators.
    pub(super) accelerators: Accelerators,
    /// In accelerators of t = 0.
    pub(super) effective: Accelerators,
    /// Nameplate power at the meter.
    pub(super) power: Megawatts,
    /// What the accelerators cost.
    pub(super) accelerator_cost: Usd,
    /// Network, in accelerators connected.
    pub(super) ports: Accelerators,
    /// Facility.
    pub(super) facility: Megawatts,
    /// What all plant in service cost.
    pub(super) plant_cost: Usd,
}

/// Lives and lag in quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lives {
    /// Accelerators: the shorter of economic and physical life.
    pub(super) accelerator: usize,
    /// Network.
    pub(super) network: usize,
    /// Facility.
    pub(super) facility: usize,
    /// From purchase to service.
    pub(super) lag: usize,
}

/// Whole quarters of a time, at least `least`.
#[must_use]
pub(super) fn whole_quarters(time: Years, least: usize) -> usize {
    let quarters = libm::round(time.value() * 4.0);
    if quarters > least as f64 { quarters as usize } else { least }
}

impl Lives {
    /// The lives that the inputs describe; `retire_after` ends accelerators earlier, in quarters.
    #[must_use]
    pub(super) fn of(inputs: &Inputs, retire_after: Option<usize>) -> Self {
        let longest = whole_quarters(inputs.accelerator_life.min(inputs.physical_life), 1);
        Self {
            accelerator: retire_after.map_or(longest, |early| early.clamp(1, longest)),
            network: whole_quarters(inputs.network_life, 1),
            facility: whole_quarters(inputs.facility_life, 1),
            lag: whole_quarters(inputs.build_lag, 0),
        }
    }
}

/// Purchases and service along the horizon.
#[derive(Clone, Debug)]
pub(super) struct Fleet {
    /// Lives and lag.
    pub(super) lives: Lives,
    /// Bought at the start of each quarter; in service `lag` later.
    pub(super) purchases: Vec<Purchase>,
    /// In service in each quarter.
    pub(super) service: Vec<InService>,
    /// One past the last quarter with accelerators in service.
    pub(super) end: usize,
    /// Most accelerators in service at once.
    pub(super) peak: Accelerators,
}

/// Quarters of the announced years.
fn planned(inputs: &Inputs) -> usize {
    whole_quarters(inputs.plan, 1)
}

/// Does nothing follow the announced years?
fn runs_off(inputs: &Inputs) -> bool {
    inputs.capex_basis == CapexBasis::Announced && inputs.after_plan == AfterPlan::RunOff
}

/// One past the last quarter in which a fleet can be in service; absent where it is renewed to the horizon.
#[must_use]
pub(super) fn last_possible(inputs: &Inputs) -> Option<usize> {
    let lives = Lives::of(inputs, None);
    runs_off(inputs).then(|| planned(inputs) + lives.lag + lives.accelerator)
}

/// Money of a plan that falls in one quarter for inference; none after the announced years.
fn budget(inputs: &Inputs, quarter: usize) -> Option<Usd> {
    let announced = inputs.capex_basis == CapexBasis::Announced;
    let part = inputs.ai_share.value() * inputs.inference_share.value() / 4.0;
    (announced && quarter < planned(inputs)).then(|| inputs.capex_per_year * part)
}

/// Builds the fleet. Each quarter: retire what has reached its life, then buy from the plan or for demand.
///
/// - `retire_after` quarters after which accelerators retire, before their economic life
/// - `work` benchmark accelerator time asked for, by quarter
/// - `yields` benchmark accelerator time that one accelerator of t = 0 gives, by quarter
///
/// Cohorts bought in quarter `b` serve in `[b + lag, b + lag + life)`; nothing is bought that would serve only after
/// the horizon. Source: MODEL.md section 5.
#[must_use]
pub(super) fn build(
    inputs: &Inputs,
    retire_after: Option<usize>,
    work: &ByQuarter<AcceleratorSeconds>,
    yields: &ByQuarter<Seconds>,
    quarters: usize,
) -> Fleet {
    let lives = Lives::of(inputs, retire_after);
    let runs_off = runs_off(inputs);
    let offers = Offers::new(inputs, last_possible(inputs).map_or(quarters, |end| end.min(quarters)));
    let mut fleet = Fleet {
        lives,
        purchases: vec![Purchase::default(); quarters],
        service: vec![InService::default(); quarters],
        end: 0,
        peak: Accelerators::ZERO,
    };
    let mut now = InService::default();
    for quarter in lives.lag..quarters {
        let bought = quarter - lives.lag;
        retire(&fleet.purchases, lives, bought, &mut now);
        let offer = offers.at(inputs, bought);
        let wanted = match budget(inputs, bought) {
            Some(budget) => {
                affordable(budget, offer, now.accelerators - now.ports, now.power - now.facility, inputs)
            }
            None if runs_off => Accelerators::ZERO,
            None => (work[quarter] / yields[quarter] - now.effective).max(Accelerators::ZERO) / offer.gain,
        };
        let room = (inputs.power_cap - now.power).max(Megawatts::ZERO) / offer.power;
        let purchase = layers(inputs, offer, wanted.min(room), &now);
        commission(&purchase, &mut now);
        fleet.purchases[bought] = purchase;
        fleet.service[quarter] = now;
        if now.cohorts > 0 {
            fleet.end = quarter + 1;
            fleet.peak = fleet.peak.max(now.accelerators);
        }
    }
    fleet
}

/// The purchase of a quarter: accelerators, and as much network and facility as is missing with them.
fn layers(inputs: &Inputs, offer: Offer, accelerators: Accelerators, now: &InService) -> Purchase {
    let power = accelerators * offer.power;
    let ports = missing(now.accelerators + accelerators, now.ports);
    let facility = Megawatts::of(missing_amount((now.power + power).value(), now.facility.value()));
    // what is rented is not paid for
    let paid = match inputs.compute {
        Compute::Owned => 1.0,
        Compute::Rented => 0.0,
    };
    Purchase {
        accelerators,
        effective: accelerators * offer.gain,
        power,
        accelerator_cost: accelerators * offer.accelerator * paid,
        ports,
        network_cost: ports * offer.port * paid,
        facility,
        facility_cost: facility * inputs.facility_price * paid,
    }
}

fn missing(need: Accelerators, have: Accelerators) -> Accelerators {
    Accelerators::of(missing_amount(need.value(), have.value()))
}

/// Need less stock; differences within rounding are none.
fn missing_amount(need: f64, have: f64) -> f64 {
    let gap = need - have;
    if gap > 1e-12 * need { gap } else { 0.0 }
}

fn commission(purchase: &Purchase, now: &mut InService) {
    now.cohorts += usize::from(purchase.accelerators > Accelerators::ZERO);
    now.accelerators += purchase.accelerators;
    now.effective += purchase.effective;
    now.power += purchase.power;
    now.accelerator_cost += purchase.accelerator_cost;
    now.ports += purchase.ports;
    now.facility += purchase.facility;
    now.plant_cost += purchase.cost();
}

fn retire(purchases: &[Purchase], lives: Lives, bought: usize, now: &mut InService) {
    let reached = |life: usize| bought.checked_sub(life).and_then(|cohort| purchases.get(cohort));
    if let Some(old) = reached(lives.accelerator) {
        now.cohorts = now.cohorts.saturating_sub(usize::from(old.accelerators > Accelerators::ZERO));
        now.accelerators -= old.accelerators;
        now.effective -= old.effective;
        now.power -= old.power;
        now.accelerator_cost -= old.accelerator_cost;
        now.plant_cost -= old.accelerator_cost;
    }
    if let Some(old) = reached(lives.network) {
        now.ports -= old.ports;
        now.plant_cost -= old.network_cost;
    }
    if let Some(old) = reached(lives.facility) {
        now.facility -= old.facility;
        now.plant_cost -= old.facility_cost;
    }
    if now.cohorts == 0 {
        // nothing left: no rounding of a running sum may pass for a fleet
        now.accelerators = Accelerators::ZERO;
        now.effective = Accelerators::ZERO;
        now.power = Megawatts::ZERO;
        now.accelerator_cost = Usd::ZERO;
    }
}
