//! Payment and value that do not come from the price of the service: ads, existing ad businesses, and what free users keep.

use payenough_model::{AdsBy, Inputs, Switch};
use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, Usd, UserMonths};

/// Ads are priced per this many.
pub const ADS_OF_A_PRICE: f64 = 1000.0;

/// The ad businesses whose uplift is counted: the sum of the yearly revenue of those that are on.
///
/// Source: data/judgements.csv, from the quarterly reports of Meta, Alphabet and Amazon in data/facts_2026h2.csv.
pub(super) fn ad_bases<L: Lane>(inputs: &Inputs<L>) -> Usd<L> {
    let counted = ad_businesses(inputs).into_iter().filter(|it| it.0 == Switch::On);
    counted.fold(Usd::ZERO, |sum, (_, base)| sum + base)
}

/// Whether the uplift of any ad business is counted.
pub(super) fn counts_ad_uplift<L: Lane>(inputs: &Inputs<L>) -> bool {
    ad_businesses(inputs).iter().any(|it| it.0 == Switch::On)
}

/// The three ad businesses: whether the uplift of each is counted, and its yearly revenue.
fn ad_businesses<L: Lane>(inputs: &Inputs<L>) -> [(Switch, Usd<L>); 3] {
    [
        (inputs.ad_uplift_on, inputs.ad_base),
        (inputs.google_uplift_on, inputs.google_base),
        (inputs.amazon_uplift_on, inputs.amazon_base),
    ]
}

/// Value to people who do not pay, in a quarter: `months · value · real`, of those who are served.
///
/// - `months` user-months of free users; `value` what a user is found to ask for to go without, $ a month; `real` the part
///   of a stated value that is real
///
/// Source: surveys of what users would have to be paid to give assistants up (data/willingness_to_pay.csv, surplus_mo). A free
/// user pays nothing, so the whole value is kept.
pub(super) fn free_value<L: Lane>(inputs: &Inputs<L>, months: UserMonths<L>, served: L) -> Usd<L> {
    months * inputs.free_value * inputs.wtp_real * served
}

/// How much of a rise is done that starts slowly: `d·((1 − c) + c·d)`.
///
/// - `done` `d`, how much of the ramp is done; `late` `c`, 0 for a straight line and 1 for the square of time
///
/// Source: definition. A plan of ad revenue for 2026 to 2030 as reported rises like `c = 1` (data/willingness_to_pay.csv,
/// oai_ad_2026 to oai_ad_2030).
#[inline(always)]
pub(super) fn later<L: Lane>(done: L, late: Ratio<L>) -> L {
    done * ((L::all(1.0) - late.value()) + late.value() * done)
}

/// Average revenue of an ad slot over the world, as a share of what the stated price and fill rate give.
///
/// `f_US + Σ_r f_r·w_r + max(0, 1 − f_US − Σ_r f_r)·w_rest`, where `r` is Europe and Asia-Pacific
///
/// - `f` share of free users in a region; if the shares sum to more than 1, they are scaled to 1
/// - `w` price × share of slots sold, relative to the US and Canada
///
/// Source: definition; data/users_revenue.csv, regional revenue per user of 2021.
#[must_use]
pub fn ad_region<L: Lane>(inputs: &Inputs<L>) -> L {
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
