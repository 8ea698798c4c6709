//! The quantities that change along ramps: the capabilities that requests use, and with them worth, reach and the
//! revenue per free user.

use super::paths::ramp;
use super::request::Mix;
use super::willingness::{Willingness, log_of_ratio};
use payenough_model::{AdsBy, Inputs};
use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, UsdPerUserMonth};

/// Quantities that depend only on how much of the ramp is done, and so stop changing when the ramp ends.
#[derive(Clone, Copy)]
pub(super) struct Ramped<L> {
    pub(super) done: L,
    pub(super) mix: Mix<L>,
    pub(super) uplift: L,
    pub(super) log_uplift: L,
    pub(super) reach: L,
    pub(super) ad_yield: UsdPerUserMonth<L>,
    pub(super) order_yield: UsdPerUserMonth<L>,
}

/// Ads are priced per this many.
pub(super) const ADS_OF_A_PRICE: f64 = 1000.0;

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
        let observed = ramp(inputs.pay_now, inputs.pay_later, done);
        let ads = ramp(inputs.ads_now, inputs.ads_later, done);
        let orders = ramp(inputs.orders_now, inputs.orders_later, done);
        Ramped {
            done,
            mix,
            uplift,
            // the bound keeps any worth far above a price of 0
            log_uplift: log_of_ratio(uplift.greater(L::all(1e-150))),
            reach: reach(observed, self.at_observed),
            ad_yield: UsdPerUserMonth::of(ads * self.per_ad),
            order_yield: UsdPerUserMonth::of(orders * self.per_order),
        }
    }
}

/// Average revenue of an ad slot over the world, as a share of what the stated price and fill rate give.
///
/// `f_US + Σ_r f_r·w_r + max(0, 1 − f_US − Σ_r f_r)·w_rest`, where `r` is Europe and Asia-Pacific
///
/// - `f` share of free users in a region; if the shares sum to more than 1, they are scaled to 1
/// - `w` price × share of slots sold, relative to the US and Canada
///
/// Source: definition; data/users_revenue.csv, regional revenue per user of 2021.
pub(super) fn ad_region<L: Lane>(inputs: &Inputs<L>) -> L {
    match inputs.ads_by {
        AdsBy::World => inputs.ad_region.value(),
        AdsBy::Regions => by_regions(
            [inputs.ads_us, inputs.ads_europe, inputs.ads_asia],
            [inputs.worth_europe, inputs.worth_asia, inputs.worth_rest],
        ),
    }
}

/// [`ad_region`] for `f` in the US, Europe and Asia-Pacific, and `w` in Europe, Asia-Pacific and the rest.
pub(super) fn by_regions<L: Lane>(parts: [Ratio<L>; 3], worths: [Ratio<L>; 3]) -> L {
    let all = L::all(1.0);
    let ([us, europe, asia], [in_europe, in_asia, in_rest]) =
        (parts.map(Ratio::value), worths.map(Ratio::value));
    let named = us + europe + asia;
    let worth = us + europe * in_europe + asia * in_asia;
    let rest = worth + (all - named) * in_rest;
    L::select(all.below(named), worth / named, rest)
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

/// The factor by which a capability raises the worth of a plan: `max(0, 1 + u·Δ)`.
///
/// - `worth` `u`, relative gain in worth if every message uses it; `from`, `to` shares of messages that use it, with
///   `Δ` their difference
#[inline(always)]
pub(super) fn added<L: Lane>(worth: Ratio<L>, from: L, to: L) -> L {
    (L::all(1.0) + worth.value() * (to - from)).greater(L::ZERO)
}

/// The factor by which all capabilities together have raised the worth of a plan since the start.
pub(super) fn uplift<L: Lane>(inputs: &Inputs<L>, start: Mix<L>, now: Mix<L>) -> L {
    added(inputs.reasoning_wtp, start.reasoning, now.reasoning)
        * added(inputs.video_wtp, start.video, now.video)
        * added(inputs.memory_wtp, start.memory, now.memory)
        * added(inputs.tasks_wtp, start.tasks, now.tasks)
}
