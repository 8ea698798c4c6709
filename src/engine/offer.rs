//! What a cohort of accelerators offers, what it costs, and how many of it a budget buys.

use super::paths::{ByQuarter, Fading, Moment};
use crate::model::{Inputs, PowerAt};
use crate::units::{Accelerators, Megawatts, MegawattsPerAccelerator, Ratio, Usd, UsdPerAccelerator};

/// Prices and yields of one quarter's cohort.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    pub(super) accelerator: UsdPerAccelerator,
    pub(super) port: UsdPerAccelerator,
    pub(super) gain: f64,
    pub(super) power: MegawattsPerAccelerator,
}

/// How many accelerators a budget buys when network and facility may be partly there already.
///
/// `n·p + p_net·max(0, gap_net + n) + p_fac·max(0, gap_fac + n·w) = B`, gaps negative where there is slack.
/// The left side rises with `n` and has two kinks; it is solved piece by piece. 0 if the gaps alone exceed `B`.
pub(super) fn affordable(
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

pub(super) struct Offers {
    price: ByQuarter<f64>,
    gain: ByQuarter<f64>,
    power: ByQuarter<f64>,
    overhead: f64,
}

impl Offers {
    pub(super) fn new(inputs: &Inputs, quarters: usize) -> Self {
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

    pub(super) fn at(&self, inputs: &Inputs, quarter: usize) -> Offer {
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
