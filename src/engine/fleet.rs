//! The fleet: quarterly cohorts bought from a budget or for demand, three layers of plant with lives of their own.

use super::paths::{ByQuarter, Fading, Moment};
use crate::model::{AfterPlan, CapexBasis, Inputs, PowerAt};
use crate::units::{
    AcceleratorSeconds, Accelerators, Megawatts, MegawattsPerAccelerator, Ratio, Seconds, Usd,
    UsdPerAccelerator, Years,
};

/// Seconds of a quarter.
pub const QUARTER_SECONDS: Seconds = Seconds::of(7_884_000.0);

/// What is bought at the start of a quarter, and what it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Purchase {
    /// Accelerators.
    pub accelerators: Accelerators,
    /// The same in accelerators of t = 0: throughput counts.
    pub effective: Accelerators,
    /// Their power at the meter.
    pub power: Megawatts,
    /// Paid for accelerators and servers.
    pub accelerator_cost: Usd,
    /// Network, in accelerators connected.
    pub ports: Accelerators,
    /// Paid for network.
    pub network_cost: Usd,
    /// Facility, in power at the meter.
    pub facility: Megawatts,
    /// Paid for facility.
    pub facility_cost: Usd,
}

impl Purchase {
    /// Money spent in the quarter.
    #[must_use]
    pub fn cost(&self) -> Usd {
        self.accelerator_cost + self.network_cost + self.facility_cost
    }
}

/// What is in service in a quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct InService {
    /// Cohorts of accelerators.
    pub cohorts: usize,
    /// Accelerators.
    pub accelerators: Accelerators,
    /// In accelerators of t = 0.
    pub effective: Accelerators,
    /// Nameplate power at the meter.
    pub power: Megawatts,
    /// What the accelerators cost.
    pub accelerator_cost: Usd,
    /// Network, in accelerators connected.
    pub ports: Accelerators,
    /// Facility.
    pub facility: Megawatts,
    /// What all plant in service cost.
    pub plant_cost: Usd,
}

/// Lives and lag in quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lives {
    /// Accelerators: the shorter of economic and physical life.
    pub accelerator: usize,
    /// Network.
    pub network: usize,
    /// Facility.
    pub facility: usize,
    /// From purchase to service.
    pub lag: usize,
}

/// Whole quarters of a time, at least `least`.
#[must_use]
pub fn whole_quarters(time: Years, least: usize) -> usize {
    let quarters = libm::round(time.value() * 4.0);
    if quarters > least as f64 { quarters as usize } else { least }
}

impl Lives {
    /// The lives that the inputs describe; `retire_after` ends accelerators earlier, in quarters.
    #[must_use]
    pub fn of(inputs: &Inputs, retire_after: Option<usize>) -> Self {
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
pub struct Fleet {
    /// Lives and lag.
    pub lives: Lives,
    /// Bought at the start of each quarter; in service `lag` later.
    pub purchases: Vec<Purchase>,
    /// In service in each quarter.
    pub service: Vec<InService>,
    /// One past the last quarter with accelerators in service.
    pub end: usize,
    /// Most accelerators in service at once.
    pub peak: Accelerators,
}

/// Prices and yields of one quarter's cohort.
#[derive(Clone, Copy, Debug)]
struct Offer {
    accelerator: UsdPerAccelerator,
    port: UsdPerAccelerator,
    gain: f64,
    power: MegawattsPerAccelerator,
}

/// How many accelerators a budget buys when network and facility may be partly there already.
///
/// `n·p + p_net·max(0, gap_net + n) + p_fac·max(0, gap_fac + n·w) = B`, gaps negative where there is slack.
/// The left side rises with `n` and has two kinks; it is solved piece by piece. 0 if the gaps alone exceed `B`.
fn affordable(
    budget: Usd,
    offer: Offer,
    port_gap: Accelerators,
    power_gap: Megawatts,
    inputs: &Inputs,
) -> Accelerators {
    let none = Accelerators::ZERO;
    let kink_net = (-port_gap).max(none);
    let kink_fac = ((-power_gap).max(Megawatts::ZERO)) / offer.power;
    let cost = |n: Accelerators| {
        n * offer.accelerator
            + (port_gap + n).max(none) * offer.port
            + (power_gap + n * offer.power).max(Megawatts::ZERO) * inputs.facility_price
    };
    let mut from = none;
    for until in [kink_net.min(kink_fac), kink_net.max(kink_fac)] {
        if cost(until) >= budget {
            return between(budget, from, until, cost);
        }
        from = until;
    }
    let slope = offer.accelerator + offer.port + offer.power * inputs.facility_price;
    from + (budget - cost(from)) / slope
}

/// The point of a straight piece at which the cost is the budget.
fn between(
    budget: Usd,
    from: Accelerators,
    until: Accelerators,
    cost: impl Fn(Accelerators) -> Usd,
) -> Accelerators {
    let (low, high) = (cost(from), cost(until));
    if budget <= low || high <= low {
        return from;
    }
    from + (until - from) * (budget - low).share_of(high - low)
}

struct Offers {
    price: ByQuarter<f64>,
    gain: ByQuarter<f64>,
    power: ByQuarter<f64>,
    overhead: f64,
}

impl Offers {
    fn new(inputs: &Inputs, quarters: usize) -> Self {
        let half_life = inputs.hardware_half;
        let path = |growth, end| Fading { growth, half_life, end }.levels(quarters, Moment::Start);
        Self {
            price: path(inputs.price_growth, Ratio::of(1.0)),
            gain: path(inputs.hardware_gain, inputs.hardware_end),
            power: path(inputs.power_growth, Ratio::of(1.0)),
            overhead: match inputs.power_at {
                PowerAt::Meter => 1.0,
                PowerAt::Server => inputs.pue.value(),
            },
        }
    }

    fn at(&self, inputs: &Inputs, quarter: usize) -> Offer {
        let price = inputs.accelerator_price * self.price[quarter];
        let port = price * inputs.network_share;
        Offer {
            accelerator: price - port,
            port,
            gain: self.gain[quarter],
            power: inputs.accelerator_power * (self.power[quarter] * self.overhead),
        }
    }
}

/// Quarters of the announced years.
fn planned(inputs: &Inputs) -> usize {
    whole_quarters(inputs.plan, 1)
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
/// the horizon. Source: guide section 5.
#[must_use]
pub fn build(
    inputs: &Inputs,
    retire_after: Option<usize>,
    work: &ByQuarter<AcceleratorSeconds>,
    yields: &ByQuarter<Seconds>,
    quarters: usize,
) -> Fleet {
    let lives = Lives::of(inputs, retire_after);
    let runs_off = inputs.capex_basis == CapexBasis::Announced && inputs.after_plan == AfterPlan::RunOff;
    let offers = Offers::new(inputs, if runs_off { planned(inputs).min(quarters) } else { quarters });
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
    Purchase {
        accelerators,
        effective: accelerators * offer.gain,
        power,
        accelerator_cost: accelerators * offer.accelerator,
        ports,
        network_cost: ports * offer.port,
        facility,
        facility_cost: facility * inputs.facility_price,
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
