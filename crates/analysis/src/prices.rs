//! The effects of prices: the most profitable price, how payers respond, and which prices and paying shares break even.

use super::contradiction::{curve, offered};
use super::goal_seek::Goal;
use super::pieces::{at_once, pause};
use payenough_engine::plans::{Menu, Plan};
use payenough_engine::willingness::Willingness;
use payenough_engine::{evaluate, headline};
use payenough_model::{InputId, InputSpec, Inputs, Plans, Values};
use payenough_quantities::{Ratio, Usd};

/// Number of prices in the search for the best one, over the slider and a decade beyond each end.
const N_GRID: u32 = 60;
/// Relative step for numerical slopes.
const STEP: f64 = 1e-4;
/// Number of golden-section steps.
const N_SECTIONS: u32 = 40;
/// Prices of the frontier, in dollars a month.
pub const FRONTIER_PRICES: [f64; 8] = [5.0, 8.0, 12.0, 16.0, 20.0, 30.0, 50.0, 100.0];

/// The prices of the three plans, in the order in which the plans are offered.
pub const PLAN_PRICES: [InputId; 3] = [InputId::cheap_price, InputId::sub_price, InputId::top_price];

/// The price with the highest net present value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// The input that holds the price.
    pub id: InputId,
    /// The price in the unit of the key.
    pub price: f64,
    /// Net present value at this price.
    pub npv: Usd,
    /// Whether this is the highest price tried, so that no finite price in the range is best.
    pub is_edge: bool,
    /// Whether the price changes the net present value at all. It does not if nothing is sold at it.
    pub matters: bool,
}

/// A plan price, and the share that must pay in the fifth year for a net present value of 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontierPoint {
    /// Plan price in dollars a month.
    pub price: f64,
    /// The later paying share at today's price, in percent, that gives a net present value of 0. `None` if not even
    /// 100% is enough; 0 if nobody has to pay.
    pub set: Option<f64>,
    /// The share that pays in the fifth year at this price.
    pub share: Option<Ratio>,
}

/// The range of prices in which the best is sought: the slider and a decade beyond each end.
#[must_use]
pub fn price_range(spec: &InputSpec) -> (f64, f64) {
    ((spec.soft.0 / 10.0).max(spec.hard.0).max(0.01), (spec.soft.1 * 10.0).min(spec.hard.1))
}

/// The best value of one price while all else is equal: a grid in equal ratios, then a golden-section search around its
/// best point.
///
/// A second maximum between grid points can be missed. Source: definition; MODEL.md section 6.
#[must_use]
pub fn best_price(values: &Values, id: InputId) -> Best {
    at_once(best_price_in_pieces(values, id))
}

/// Async version of [`best_price`], which pauses between pieces of work.
pub async fn best_price_in_pieces(values: &Values, id: InputId) -> Best {
    let spec = id.spec();
    let (low, high) = price_range(spec);
    let npv = |log: f64| headline(&Inputs::read(&values.with(id, libm::exp(log))));
    let (from, to) = (libm::log(low), libm::log(high));
    let at = |step: u32| from + (to - from) * f64::from(step) / f64::from(N_GRID);
    let first = npv(from);
    let (mut best, mut matters) = ((0, first), false);
    for step in 1..=N_GRID {
        let current = npv(at(step));
        pause().await;
        matters |= current != first;
        if current > best.1 {
            best = (step, current);
        }
    }
    let (mut left, mut right) = (at(best.0.saturating_sub(1)), at((best.0 + 1).min(N_GRID)));
    let ratio = 0.618_033_988_749_894_9;
    for _ in 0..N_SECTIONS {
        let (a, b) = (right - ratio * (right - left), left + ratio * (right - left));
        if npv(a) >= npv(b) {
            right = b
        } else {
            left = a
        }
        pause().await;
    }
    let middle = 0.5 * (left + right);
    let found = if npv(middle) >= best.1 { middle } else { at(best.0) };
    Best { id, price: libm::exp(found), npv: npv(found), is_edge: best.0 == N_GRID, matters }
}

/// The percentage of payers gained for a one per cent rise of the standard price. The elasticity of the revenue from
/// one plan is larger by 1.
///
/// With one plan it is `−h(z)/σ`, where `z = (ln P − ln m)/σ` and `h` is the hazard rate of the standard normal
/// distribution: the logarithmic derivative of the lognormal tail. With three plans it is the slope of the number of
/// payers in the menu.
#[must_use]
pub fn payers_elasticity(inputs: &Inputs) -> Ratio {
    let curve = curve(inputs);
    if inputs.plans == Plans::One {
        return Ratio::of(curve.elasticity(inputs.sub_price.value()));
    }
    let [cheap, standard, top] = offered(inputs).map(|it| it.1);
    let payers = |by: f64| {
        let standard = Plan { price: standard.price * by, ..standard };
        Menu::new(&[cheap, standard, top]).paying(&curve)
    };
    let (below, above) = (payers(1.0 - STEP), payers(1.0 + STEP));
    let slope = libm::log(above / below) / libm::log((1.0 + STEP) / (1.0 - STEP));
    Ratio::of(if slope.is_finite() { slope } else { 0.0 })
}

/// The percentage of its subscribers that a plan gains for a one per cent rise of its own price while the other plans
/// stay the same; `None` if nobody takes it.
///
/// It is the slope of the shares between the [`Menu`]'s cut points. With one plan it equals [`payers_elasticity`].
#[must_use]
pub fn plan_elasticity(inputs: &Inputs, id: InputId) -> Option<Ratio> {
    let place = PLAN_PRICES.iter().position(|&it| it == id)?;
    if inputs.plans == Plans::One {
        return (id == InputId::sub_price).then(|| payers_elasticity(inputs));
    }
    let curve = curve(inputs);
    let takers = |by: f64| {
        let mut plans = offered(inputs).map(|it| it.1);
        if let Some(plan) = plans.get_mut(place) {
            plan.price *= by;
        }
        Menu::new(&plans).share(&curve, place)
    };
    let slope = libm::log(takers(1.0 + STEP) / takers(1.0 - STEP)) / libm::log((1.0 + STEP) / (1.0 - STEP));
    slope.is_finite().then(|| Ratio::of(slope))
}

/// The price elasticity of seats.
#[must_use]
pub fn seats_elasticity(inputs: &Inputs) -> Ratio {
    let curve = Willingness { median: inputs.seat_value.value(), sigma: inputs.seat_sigma.value() };
    Ratio::of(curve.elasticity(inputs.seat_price.value()))
}

/// The combinations of plan price and paying share that break even.
#[must_use]
pub fn frontier(values: &Values) -> [FrontierPoint; FRONTIER_PRICES.len()] {
    at_once(frontier_in_pieces(values))
}

/// Async version of [`frontier`], which pauses between pieces of work.
pub async fn frontier_in_pieces(values: &Values) -> [FrontierPoint; FRONTIER_PRICES.len()] {
    let mut points = FRONTIER_PRICES.map(|price| FrontierPoint { price, set: None, share: None });
    for point in &mut points {
        *point = frontier_at_in_pieces(values, point.price).await;
    }
    points
}

/// The point of the frontier at one plan price.
#[must_use]
pub fn frontier_at(values: &Values, price: f64) -> FrontierPoint {
    at_once(frontier_at_in_pieces(values, price))
}

async fn frontier_at_in_pieces(values: &Values, price: f64) -> FrontierPoint {
    let values = values.with(InputId::sub_price, price);
    let set = set_at(&values).await;
    let share = set.map(|set| paying_later(&with_share(&values, set)));
    FrontierPoint { price, set, share }
}

/// The values with this later paying share at today's price. Today's share changes in proportion.
#[must_use]
pub fn with_share(values: &Values, later: f64) -> Values {
    let now = values.get(InputId::pay_now) / values.get(InputId::pay_later).max(1e-6);
    let now = (later * now).min(InputId::pay_now.spec().hard.1);
    values.with(InputId::pay_later, later).with(InputId::pay_now, now)
}

/// The later paying share at today's price that gives a net present value of 0.
async fn set_at(values: &Values) -> Option<f64> {
    let excess = |share: f64| Goal::Npv(Usd::ZERO).excess(&with_share(values, share));
    if excess(0.0) >= 0.0 {
        return Some(0.0);
    }
    let all = InputId::pay_later.spec().hard.1;
    if excess(all) < 0.0 {
        return None;
    }
    let (mut low, mut high) = (0.0, all);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if excess(middle) < 0.0 {
            low = middle
        } else {
            high = middle
        }
        pause().await;
    }
    Some(high)
}

/// Share of users who pay in the fifth year, or in the last year if there are fewer.
fn paying_later(values: &Values) -> Ratio {
    let outcome = evaluate(&Inputs::read(values));
    let year = outcome.years.get(4).or(outcome.years.last());
    year.map_or(Ratio::ZERO, |it| it.subscribers.share_of(it.active_users))
}
