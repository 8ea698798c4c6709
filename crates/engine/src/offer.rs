//! What a cohort of accelerators costs and yields, and how many of them a budget buys.

use super::around::Before;
use super::clock::Clock;
use super::paths::{Fading, Levels};
use payenough_model::{CapexBy, Inputs, PowerAt};
use payenough_quantities::lane::Lane;
use payenough_quantities::{
    AcceleratorSeconds, Accelerators, Megawatts, MegawattsPerAccelerator, Ratio, Seconds, Usd,
    UsdPerAccelerator, UsdPerMegawatt,
};

/// Prices and yields of the cohort of one quarter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer<L> {
    pub(super) accelerator: UsdPerAccelerator<L>,
    pub(super) port: UsdPerAccelerator<L>,
    pub(super) gain: L,
    pub(super) power: MegawattsPerAccelerator<L>,
}

/// The part of a quarter's capex that is spent on inference.
///
/// - `ai_share` share of all capex, `inference_share` share of that
#[must_use]
pub(super) fn budget<L: Lane>(
    capex_per_year: Usd<L>,
    ai_share: Ratio<L>,
    inference_share: Ratio<L>,
) -> Usd<L> {
    capex_per_year * (ai_share.value() * inference_share.value() / L::all(4.0))
}

/// Accelerators of a quarter's cohort that are missing for the work in demand: `max(0, W/K − N)/g`.
///
/// - `work` `W`; `each` `K`, time that one accelerator of t = 0 gives; `there` `N`, the fleet in accelerators of t = 0;
///   `gain` `g`, what one accelerator of this cohort is worth in those of t = 0
#[inline(always)]
#[must_use]
pub(super) fn lacking<L: Lane>(
    work: AcceleratorSeconds<L>,
    each: Seconds<L>,
    there: Accelerators<L>,
    gain: L,
) -> Accelerators<L> {
    (work / each - there).max(Accelerators::ZERO) / gain
}

/// Splits the price of an accelerator with its network into the price of the accelerator and that of the network.
#[inline(always)]
#[must_use]
pub(super) fn split<L: Lane>(
    price: UsdPerAccelerator<L>,
    network_share: Ratio<L>,
) -> (UsdPerAccelerator<L>, UsdPerAccelerator<L>) {
    let port = price * network_share;
    (price - port, port)
}

/// How many accelerators a budget buys if some of the network and facility may exist already.
///
/// `n·p + p_net·max(0, gap_net + n) + p_fac·max(0, gap_fac + n·w) = B`, where a negative gap is slack. The left side
/// rises with `n` and has two kinks, so it is solved piece by piece. 0 if closing the gaps alone costs more than `B`.
pub(super) fn affordable<L: Lane>(
    budget: Usd<L>,
    offer: Offer<L>,
    port_gap: Accelerators<L>,
    power_gap: Megawatts<L>,
    facility_price: UsdPerMegawatt<L>,
) -> Accelerators<L> {
    let none = Accelerators::ZERO;
    let kink_net = (-port_gap).max(none);
    let kink_fac = ((-power_gap).max(Megawatts::ZERO)) / offer.power;
    let (first, second) = (kink_net.min(kink_fac), kink_net.max(kink_fac));
    let cost = |n: Accelerators<L>| {
        n * offer.accelerator
            + (port_gap + n).max(none) * offer.port
            + (power_gap + n * offer.power).max(Megawatts::ZERO) * facility_price
    };
    let (at_none, at_first, at_second) = (cost(none), cost(first), cost(second));
    let slope = offer.accelerator + offer.port + offer.power * facility_price;
    let beyond = second + (budget - at_second) / slope;
    let until_second = between(budget, (first, at_first), (second, at_second));
    let until_first = between(budget, (none, at_none), (first, at_first));
    let buys = Accelerators::select(at_second.below(budget), beyond, until_second);
    Accelerators::select(at_first.below(budget), buys, until_first)
}

/// The point on a straight piece at which the cost equals the budget; its start if that already costs as much.
fn between<L: Lane>(
    budget: Usd<L>,
    (from, low): (Accelerators<L>, Usd<L>),
    (until, high): (Accelerators<L>, Usd<L>),
) -> Accelerators<L> {
    let inside = low.below(budget) & low.below(high);
    Accelerators::select(inside, from + (until - from) * (budget - low).share_of(high - low), from)
}

/// The offers of all quarters.
pub(super) struct Offers<L> {
    price: Levels<L>,
    gain: Levels<L>,
    power: Levels<L>,
    overhead: L,
    /// Quarters from payment to service, if the levels are those of quarters of payment.
    paid_before: Option<L>,
}

impl<L: Lane> Offers<L> {
    /// Offers of the purchases that enter service in each of `quarters` quarters, `lag` quarters after they are paid.
    pub(super) fn new(inputs: &Inputs<L>, clock: &Clock, lag: L, quarters: usize) -> Self {
        match inputs.capex_by {
            CapexBy::Rate => {
                let paid = -lag * L::all(0.25);
                Self::by(inputs, None, |path| path.levels_from(paid, quarters))
            }
            CapexBy::Calendar => {
                let offers = Self::paid_from(inputs, clock.start_of(0), quarters);
                Self { paid_before: Some(lag), ..offers }
            }
        }
    }

    /// Offers of purchases that are paid in each of `quarters` quarters, the first of them at `first` years after the
    /// date of the levels, or before it.
    pub(super) fn paid_from(inputs: &Inputs<L>, first: f64, quarters: usize) -> Self {
        Self::by(inputs, None, |path| path.levels_around(first, Before::Back, quarters))
    }

    fn by(inputs: &Inputs<L>, paid_before: Option<L>, levels: impl Fn(Fading<L>) -> Levels<L>) -> Self {
        let half_life = inputs.hardware_half;
        let path = |growth, end| levels(Fading { growth, half_life, end });
        Self {
            price: path(inputs.price_growth, Ratio::all(1.0)),
            gain: path(inputs.hardware_gain, inputs.hardware_end),
            power: path(inputs.power_growth, Ratio::all(1.0)),
            overhead: match inputs.power_at {
                PowerAt::Meter => L::all(1.0),
                PowerAt::Server => inputs.pue.value(),
            },
            paid_before,
        }
    }

    /// The offer of a quarter. It must be one of the quarters that `new` was given.
    pub(super) fn at(&self, inputs: &Inputs<L>, quarter: usize) -> Offer<L> {
        let level = |of: &Levels<L>| match self.paid_before {
            None => of.level(quarter),
            Some(lag) => of.level_of_each(L::all(quarter as f64) - lag),
        };
        let price = inputs.accelerator_price * level(&self.price);
        let (accelerator, port) = split(price, inputs.network_share);
        Offer {
            accelerator,
            port,
            gain: level(&self.gain),
            power: inputs.accelerator_power * (level(&self.power) * self.overhead),
        }
    }
}
