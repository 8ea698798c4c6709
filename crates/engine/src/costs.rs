//! Running costs of a quarter, line by line; and what a dollar of revenue costs in fees and shares.

use super::demand::{Asked, Class};
use super::fleet::{Fleet, InService};
use super::outcome::{ByCost, ByStream};
use super::service::{average_over_peak, average_use, training_share};
use payenough_model::{Compute, CostLine, Inputs, Perspective, Stream, Switch};
use payenough_quantities::lane::{Lane, Mask};
use payenough_quantities::{AcceleratorHours, Accelerators, KilowattHours, Megawatts, Ratio, Usd, Users};

/// Hours of a quarter.
pub(super) const QUARTER_HOURS: f64 = 2190.0;

/// What costs need of the inputs in every quarter alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shares<L = f64> {
    /// [`in_use_power`].
    in_use: L,
    /// [`night_share`].
    night: L,
    /// [`research_share`].
    research: Ratio<L>,
}

impl<L: Lane> Shares<L> {
    /// - `over_peak` average load over peak
    pub(super) fn of(inputs: &Inputs<L>, over_peak: L) -> Self {
        Self {
            in_use: in_use_power(inputs, over_peak),
            night: night_share(inputs, over_peak),
            research: research_share(inputs),
        }
    }
}

/// What a quarter needs to know for its running costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Running<'a, L: Lane> {
    /// The inputs.
    pub(super) inputs: &'a Inputs<L>,
    /// What they come to.
    pub(super) shares: &'a Shares<L>,
    /// What was asked.
    pub(super) asked: &'a Asked<L>,
    /// Share of each class served.
    pub(super) fill: &'a [L; Class::COUNT],
    /// The plant.
    pub(super) service: &'a InService<L>,
    /// Power drawn on average.
    pub(super) drawn: Megawatts<L>,
    /// Payers won in the quarter, served or not.
    pub(super) won: Users<L>,
}

/// Costs that do not depend on revenue: they are held when revenue is scaled.
///
/// - energy `= MW drawn · 2,190 h · price`
/// - site `= share/4 · what the plant in service cost`; replacement `= rate/4 · what the accelerators cost`
/// - night credit `= −`[`night_hours`]` · worth of an hour`, net of the electricity that the hours draw
/// - rent `= N · 2,190 h · rent`, where compute is rented: then energy, site and replacement are the landlord's
/// - support and storage per user-month, acquisition per payer won, traffic per answer token served
///
/// A landlord bears the first two and leaves the others to its tenants. All are 0 without plant in service. Source: MODEL.md section 5.
#[must_use]
pub(super) fn fixed<L: Lane>(of: &Running<'_, L>) -> ByCost<L> {
    let inputs = of.inputs;
    let four = L::all(4.0);
    let mut cost = [Usd::ZERO; CostLine::COUNT];
    let hours = AcceleratorHours::of(of.service.accelerators.value() * L::all(QUARTER_HOURS));
    match inputs.compute {
        Compute::Owned => {
            let energy = KilowattHours::of(of.drawn.value() * L::all(1000.0 * QUARTER_HOURS));
            cost[CostLine::Energy as usize] = energy * inputs.power_price;
            cost[CostLine::Site as usize] = of.service.plant_cost * inputs.site_opex / four;
            cost[CostLine::Replacement as usize] = of.service.accelerator_cost * inputs.replacement / four;
        }
        Compute::Rented => cost[CostLine::Rent as usize] = hours * inputs.rent,
    }
    if inputs.perspective != Perspective::Landlord {
        let answers = of.asked.answers(inputs, of.fill);
        cost[CostLine::NightCredit as usize] = -(hours * of.shares.night * inputs.night_value);
        cost[CostLine::Support as usize] = of.asked.user_months * inputs.support;
        cost[CostLine::Storage as usize] = of.asked.memory_months * inputs.storage;
        cost[CostLine::Acquisition as usize] = of.won * inputs.acquisition;
        cost[CostLine::Egress as usize] = answers * inputs.egress;
    }
    let serves = of.service.serves();
    if serves.all() {
        return cost;
    }
    cost.map(|line| Usd::select(serves, line, Usd::ZERO))
}

/// Hours of `hours` in service that stand idle below the peak and are given to training.
///
/// `reuse · hours · u·(1 − average ÷ peak)/(1 + redundancy)·(1 − training)`
#[must_use]
pub(super) fn night_hours(inputs: &Inputs, hours: AcceleratorHours) -> AcceleratorHours {
    hours * night_share(inputs, average_over_peak(inputs))
}

/// Of an hour in service, what [`night_hours`] takes.
fn night_share<L: Lane>(inputs: &Inputs<L>, over_peak: L) -> L {
    let one = L::all(1.0);
    let idle = inputs.safe_load.value() * (one - over_peak) / (one + inputs.redundancy.value());
    idle * (one - training_share(inputs)) * inputs.night_reuse.value()
}

/// Power drawn over nameplate by an accelerator in use.
///
/// `idle + (1 − idle)·load`, load `= (1 − training)·υ + training`
#[must_use]
pub(super) fn in_use_power<L: Lane>(inputs: &Inputs<L>, over_peak: L) -> L {
    let one = L::all(1.0);
    let (idle, training) = (inputs.idle_power.value(), training_share(inputs));
    idle + (one - idle) * ((one - training) * average_use(inputs, over_peak) + training)
}

/// Share of research that is charged.
///
/// `R&D · (1 − c·min(1, t/(1 − i)))`
///
/// - `c` part of R&D that is training compute; `t` share of the fleet kept for training, demand basis only
/// - `1 − i` what training takes of all compute: a fleet that holds that much holds all of the compute
///
/// Source: MODEL.md section 5. Training is paid once, and half a training fleet spares half of it.
#[must_use]
pub(super) fn research_share<L: Lane>(inputs: &Inputs<L>) -> Ratio<L> {
    let one = L::all(1.0);
    let whole = one - inputs.inference_share.value();
    let held = training_share(inputs);
    let all = L::select(L::ZERO.below(held), one, L::ZERO);
    let spared = L::select(held.below(whole), held / whole, all);
    inputs.research * (one - inputs.research_compute.value() * spared)
}

/// Costs that are a share of revenue: they scale with it.
///
/// Staff and research on what users, firms and advertisers pay; fees on plans; losses to ads on ads. The uplift of an
/// existing business is already a contribution and bears none; a landlord makes no models.
#[must_use]
pub(super) fn of_revenue<L: Lane>(
    inputs: &Inputs<L>,
    shares: &Shares<L>,
    revenue: &ByStream<L>,
) -> ByCost<L> {
    let mut cost = [Usd::ZERO; CostLine::COUNT];
    let bears = |it: &Stream| it.is_cash() && *it != Stream::AdUplift;
    let paid: Usd<L> = Stream::ALL.into_iter().filter(bears).map(|it| revenue[it as usize]).sum();
    cost[CostLine::Staff as usize] = paid * inputs.staff;
    if inputs.perspective == Perspective::Landlord {
        return cost;
    }
    cost[CostLine::Research as usize] = paid * shares.research;
    cost[CostLine::Fees as usize] = revenue[Stream::Subscriptions as usize] * inputs.fees;
    let lost = inputs.ad_loss + inputs.own_ads_lost;
    cost[CostLine::AdLosses as usize] = revenue[Stream::Ads as usize] * lost;
    cost
}

/// Average power drawn: newest cohorts carry the load, surplus idles or is switched off.
///
/// `MW·(idle + (1 − idle)·load)`, load `= (1 − training)·υ` on accelerators in use, 0 on surplus
///
/// - `busy` accelerators of t = 0 that the served work keeps in use
///
/// Source: MODEL.md section 5; facility power is nameplate, energy is use.
#[must_use]
pub(super) fn power_drawn<L: Lane>(
    inputs: &Inputs<L>,
    shares: &Shares<L>,
    fleet: &Fleet<L>,
    quarter: usize,
    busy: Accelerators<L>,
) -> Megawatts<L> {
    let surplus = match inputs.switch_off {
        Switch::Off => inputs.idle_power.value(),
        Switch::On => L::ZERO,
    };
    let service = &fleet.service[quarter];
    let all = service.power * shares.in_use;
    let spares = busy.below(service.effective);
    if !spares.any() {
        return all;
    }
    let oldest = L::all(quarter as f64 + 1.0) - fleet.lives.accelerator;
    let from = oldest.smallest().max(0.0) as usize;
    let (mut left, mut loaded) = (busy, Megawatts::ZERO);
    let mut place = L::all(service.newest as f64 + 1.0);
    for cohort in fleet.cohorts.get(from..=service.newest).unwrap_or_default().iter().rev() {
        place -= L::all(1.0);
        let serves = oldest.up_to(place);
        let used = Accelerators::select(serves, left.min(cohort.effective), Accelerators::ZERO);
        left -= used;
        loaded += used * cohort.power_per_effective;
        if !Accelerators::ZERO.below(left).any() {
            break;
        }
    }
    Megawatts::select(spares, service.power * surplus + loaded * (shares.in_use - surplus), all)
}
