//! What ramps set: what requests use, and through it worth, reach, and what a free user brings.

use super::paths::ramp;
use super::request::Mix;
use super::willingness::{Willingness, log_of_ratio};
use payenough_model::{AdsBy, Inputs};
use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, UsdPerUserMonth};

/// What follows from how much of the ramp is done, and from nothing else: it stands still when the ramp has ended.
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

/// A price of ads is that of so many.
pub(super) const ADS_OF_A_PRICE: f64 = 1000.0;

/// What every moment of the ramp needs.
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
            // far above a price of nothing, which stays below any worth
            log_uplift: log_of_ratio(uplift.greater(L::all(1e-150))),
            reach: reach(observed, self.at_observed),
            ad_yield: UsdPerUserMonth::of(ads * self.per_ad),
            order_yield: UsdPerUserMonth::of(orders * self.per_order),
        }
    }
}

/// What an ad place brings on the average of the world, of what the stated price and fill bring.
///
/// `f_US + Σ_r f_r·w_r + max(0, 1 − f_US − Σ_r f_r)·w_rest` by regions, `r` Europe and Asia-Pacific
///
/// - `f` part of free users in a region; parts of more than all are scaled to all
/// - `w` price × places that sell there, over those of the US and Canada
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

/// The same of `f` in the US, Europe and Asia-Pacific, and `w` of Europe, Asia-Pacific and the rest.
pub(super) fn by_regions<L: Lane>(parts: [Ratio<L>; 3], worths: [Ratio<L>; 3]) -> L {
    let all = L::all(1.0);
    let ([us, europe, asia], [in_europe, in_asia, in_rest]) =
        (parts.map(Ratio::value), worths.map(Ratio::value));
    let named = us + europe + asia;
    let worth = us + europe * in_europe + asia * in_asia;
    let rest = worth + (all - named) * in_rest;
    L::select(all.below(named), worth / named, rest)
}

/// The share of users whom plans reach, such that the observed share pays: `observed / Φ₀`, at most everybody.
///
/// - `at_observed` `Φ₀`, the share of all people who would pay the observed price
#[inline(always)]
pub(super) fn reach<L: Lane>(observed: L, at_observed: L) -> L {
    // more reach than everybody contradicts the observed share: then everybody is on the curve
    let all = L::select(L::ZERO.below(observed), L::all(1.0), L::ZERO);
    L::select(observed.below(at_observed), observed / at_observed, all)
}

/// What a capability adds to the worth of a plan: `max(0, 1 + u·Δ)`.
///
/// - `worth` `u`, what it adds where every message uses it; `from`, `to` shares of messages that do, `Δ` their difference
#[inline(always)]
pub(super) fn added<L: Lane>(worth: Ratio<L>, from: L, to: L) -> L {
    (L::all(1.0) + worth.value() * (to - from)).greater(L::ZERO)
}

/// What all capabilities add to the worth of a plan since the start, times.
pub(super) fn uplift<L: Lane>(inputs: &Inputs<L>, start: Mix<L>, now: Mix<L>) -> L {
    added(inputs.reasoning_wtp, start.reasoning, now.reasoning)
        * added(inputs.video_wtp, start.video, now.video)
        * added(inputs.memory_wtp, start.memory, now.memory)
        * added(inputs.tasks_wtp, start.tasks, now.tasks)
}
