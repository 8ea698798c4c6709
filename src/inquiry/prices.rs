//! What prices do: the one that leaves most, how payers answer to it, and which prices and paying shares just pay.

use super::goal_seek::Goal;
use crate::engine::headline;
use crate::engine::willingness::Willingness;
use crate::model::{InputId, Inputs, Values};
use crate::units::{Ratio, Usd};

/// Prices looked at on the way to the best, over the slider and a decade beyond it.
const N_GRID: u32 = 48;
/// Steps of the golden section.
const N_SECTIONS: u32 = 40;
/// Prices of the frontier, $ a month.
pub const FRONTIER_PRICES: [f64; 8] = [5.0, 8.0, 12.0, 16.0, 20.0, 30.0, 50.0, 100.0];

/// The price with the highest net present value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// Which price.
    pub id: InputId,
    /// In the unit of its key.
    pub price: f64,
    /// Net present value there.
    pub npv: Usd,
    /// Is it the highest price looked at? Then no finite price is best in this range.
    pub is_edge: bool,
}

/// A plan price and the paying share, later, at which the net present value is 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontierPoint {
    /// Plan price, $ a month.
    pub price: f64,
    /// Paying share later; now it is in the scenario's proportion. Absent where no share up to 100% does it; 0 where
    /// nobody has to pay.
    pub share: Option<Ratio>,
}

/// The best of one price, all else equal: a grid in equal ratios, then a golden section around its best point.
///
/// Between grid points a second hump can hide. Source: definition; MODEL.md section 7.
#[must_use]
pub fn best_price(values: &Values, id: InputId) -> Best {
    let spec = id.spec();
    let (low, high) = (spec.soft.0.max(0.01), (spec.soft.1 * 10.0).min(spec.hard.1));
    let npv = |log: f64| headline(&Inputs::read(&values.with(id, libm::exp(log))));
    let (from, to) = (libm::log(low), libm::log(high));
    let at = |step: u32| from + (to - from) * f64::from(step) / f64::from(N_GRID);
    let mut best = (0, npv(from));
    for step in 1..=N_GRID {
        let here = npv(at(step));
        if here > best.1 {
            best = (step, here);
        }
    }
    let (mut left, mut right) = (at(best.0.saturating_sub(1)), at((best.0 + 1).min(N_GRID)));
    let ratio = 0.618_033_988_749_894_9;
    for _ in 0..N_SECTIONS {
        let (a, b) = (right - ratio * (right - left), left + ratio * (right - left));
        if npv(a) >= npv(b) { right = b } else { left = a }
    }
    let middle = 0.5 * (left + right);
    let found = if npv(middle) >= best.1 { middle } else { at(best.0) };
    Best { id, price: libm::exp(found), npv: npv(found), is_edge: best.0 == N_GRID }
}

/// Per cent of payers lost for one per cent on the price, where there is one plan: `−h(z)/σ`, `z = (ln P − ln m)/σ`,
/// `h` the hazard of the standard normal.
///
/// Revenue from plans responds by one more. Source: logarithmic derivative of the lognormal tail.
#[must_use]
pub fn payers_elasticity(inputs: &Inputs) -> Ratio {
    let median = inputs.wtp_median.value() * inputs.wtp_real.value();
    let curve = Willingness { median, sigma: inputs.wtp_sigma.value() };
    Ratio::of(curve.elasticity(inputs.sub_price.value()))
}

/// The same for seats.
#[must_use]
pub fn seats_elasticity(inputs: &Inputs) -> Ratio {
    let curve = Willingness { median: inputs.seat_value.value(), sigma: inputs.seat_sigma.value() };
    Ratio::of(curve.elasticity(inputs.seat_price.value()))
}

/// Where plan price and paying share just pay.
#[must_use]
pub fn frontier(values: &Values) -> [FrontierPoint; FRONTIER_PRICES.len()] {
    FRONTIER_PRICES
        .map(|price| FrontierPoint { price, share: share_at(&values.with(InputId::sub_price, price)) })
}

/// The paying share, later, with a net present value of 0; now it keeps its proportion to it.
fn share_at(values: &Values) -> Option<Ratio> {
    let later = values.get(InputId::pay_later).max(1e-6);
    let now = values.get(InputId::pay_now) / later;
    // at the price in question: what is set is the share at today's price, which that price then thins out
    let with = |share: f64| {
        let now = (share * now).min(InputId::pay_now.spec().hard.1);
        values.with(InputId::pay_later, share).with(InputId::pay_now, now)
    };
    let excess = |share: f64| Goal::Npv(Usd::ZERO).excess(&with(share));
    if excess(0.0) >= 0.0 {
        return Some(Ratio::ZERO);
    }
    let all = InputId::pay_later.spec().hard.1;
    if excess(all) < 0.0 {
        return None;
    }
    let (mut low, mut high) = (0.0, all);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if excess(middle) < 0.0 { low = middle } else { high = middle }
    }
    let kept = payers_kept(&with(high));
    Some(Ratio::of(high / 100.0 * kept))
}

/// Payers at the scenario's price over those at today's.
fn payers_kept(values: &Values) -> f64 {
    let inputs = Inputs::read(values);
    let median = inputs.wtp_median.value() * inputs.wtp_real.value();
    let curve = Willingness { median, sigma: inputs.wtp_sigma.value() };
    let today = curve.share_paying(inputs.observed_price.value());
    if today > 0.0 { curve.share_paying(inputs.sub_price.value()) / today } else { 0.0 }
}
