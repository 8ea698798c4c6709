//! The quantities that change along ramps: the capabilities that requests use, and with them worth, reach and the
//! revenue per free user.

use super::indirect::{ADS_OF_A_PRICE, ad_region, later};
use super::paths::ramp;
use super::premium::{LEAST_FACTOR, RAISED, raised};
use super::request::Mix;
use super::willingness::{Willingness, log_of_ratio};
use payenough_model::Inputs;
use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, UsdPerUserMonth};

/// Quantities that depend only on how much of the ramp is done, and so stop changing when the ramp ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ramped<L = f64> {
    pub(super) done: L,
    /// The mix of capabilities that requests use.
    pub(super) mix: Mix<L>,
    /// The factor by which capabilities have raised worth since the start.
    pub(super) uplift: L,
    /// The rise of the prices of plans, seats and tokens for capabilities.
    pub(super) raises: [L; RAISED],
    /// The logarithm of what worth rises by above the price of a plan.
    pub(super) log_above: L,
    /// Reach × capture: the share of users on the curve.
    pub(super) reach: L,
    /// Ad revenue per user-month of a free user.
    pub(super) ad_yield: UsdPerUserMonth<L>,
    /// Commission per user-month of a free user.
    pub(super) order_yield: UsdPerUserMonth<L>,
    /// The share of ads in the two.
    pub(super) by_ads: L,
}

/// Terms that are the same at every point of the ramp.
pub(super) struct Ramps<L> {
    start: Mix<L>,
    at_observed: L,
    per_ad: L,
    per_order: L,
}

impl<L: Lane> Ramps<L> {
    pub(super) fn new(inputs: &Inputs<L>, today: &Willingness<L>) -> Self {
        Self {
            start: Mix::today(inputs),
            at_observed: today.share_paying(inputs.observed_price.value()),
            per_ad: inputs.ad_cpm.value() / L::all(ADS_OF_A_PRICE)
                * inputs.ad_fill.value()
                * ad_region(inputs),
            per_order: inputs.basket.value() * inputs.take.value(),
        }
    }

    pub(super) fn at(&self, inputs: &Inputs<L>, done: L) -> Ramped<L> {
        let mix = Mix::at(inputs, done);
        let uplift = uplift(inputs, self.start, mix);
        let raises =
            [inputs.plan_raise, inputs.seat_raise, inputs.api_raise].map(|part| raised(part, uplift));
        let observed = ramp(inputs.pay_now, inputs.pay_later, done);
        let ads = ramp(inputs.ads_now, inputs.ads_later, later(done, inputs.ads_late));
        let orders = ramp(inputs.orders_now, inputs.orders_later, done);
        let (ad_yield, order_yield) =
            (UsdPerUserMonth::of(ads * self.per_ad), UsdPerUserMonth::of(orders * self.per_order));
        Ramped {
            done,
            mix,
            uplift,
            raises,
            log_above: log_of_ratio((uplift / raises[0]).greater(L::all(LEAST_FACTOR))),
            reach: reach(observed, self.at_observed),
            ad_yield,
            order_yield,
            by_ads: part_of_ads(ad_yield, order_yield),
        }
    }
}

/// The share of ads in what a free user brings in: 1 if there are no commissions.
#[inline(always)]
fn part_of_ads<L: Lane>(ads: UsdPerUserMonth<L>, orders: UsdPerUserMonth<L>) -> L {
    let sells = UsdPerUserMonth::ZERO.below(orders);
    L::select(sells, ads.share_of(ads + orders).value(), L::all(1.0))
}

/// The share of users whom plans reach such that the observed share pays: `observed / Φ₀`, at most 1.
///
/// - `at_observed` `Φ₀`, the share of all people who would pay the observed price
#[inline(always)]
pub(super) fn reach<L: Lane>(observed: L, at_observed: L) -> L {
    // a reach above 1 contradicts the observed share; then everybody is on the curve
    let all = L::select(L::ZERO.below(observed), L::all(1.0), L::ZERO);
    L::select(observed.below(at_observed), observed / at_observed, all)
}

/// The factor by which a capability raises the average worth of a plan, a seat or a token: `max(0, 1 + u·min(1, x·Δ))`.
///
/// - `worth` `u`, relative gain in worth for a customer who takes it
/// - `taken` `x`, share of customers who take it over the share of messages that use it
/// - `from`, `to` shares of messages that use it, with `Δ` their difference
///
/// Prices as stated hold what customers pay who take it at the start, so only the growth of its use counts. Source:
/// definition; data/judgements.csv and data/defaults_2026-12.csv for `u` and `x`.
#[inline(always)]
pub(super) fn added<L: Lane>(worth: Ratio<L>, taken: Ratio<L>, from: L, to: L) -> L {
    let more = (taken.value() * (to - from)).lesser(L::all(1.0));
    (L::all(1.0) + worth.value() * more).greater(L::ZERO)
}

/// The factor by which all capabilities together have raised the worth of a plan since the start.
fn uplift<L: Lane>(inputs: &Inputs<L>, start: Mix<L>, now: Mix<L>) -> L {
    added(inputs.reasoning_wtp, inputs.reasoning_taken, start.reasoning, now.reasoning)
        * added(inputs.video_wtp, inputs.video_taken, start.video, now.video)
        * added(inputs.memory_wtp, inputs.memory_taken, start.memory, now.memory)
        * added(inputs.tasks_wtp, inputs.tasks_taken, start.tasks, now.tasks)
        * added(inputs.made_wtp, inputs.video_taken, start.making, now.making)
}
