//! The share of users, tokens and money that the judged plant is credited with: its share of the throughput of all plant
//! that serves the same users.

use super::clock::Clock;
use super::fleet::Fleet;
use super::lives::{left, waited, whole_life};
use super::offer::Offers;
use super::plan::{Year, charged_share, planned, runs_off};
use super::plant::MAX_YEARS;
use super::unit_cost::all_in;
use payenough_model::{CAPEX_YEARS, CapexBasis, CapexBy, CreditBy, Inputs};
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::{Accelerators, Ratio, Usd};

/// Years before the table of capex whose plant may still serve.
pub(super) const YEARS_BEFORE: usize = 3;

/// Years, from the first whose plant may serve, up to the end of the longest horizon.
pub(super) const LAST_YEAR: usize = YEARS_BEFORE + CAPEX_YEARS + MAX_YEARS;

/// Whether the share is computed. Without an announced budget, or without the table of years, the typed share holds.
#[must_use]
pub(super) fn is_computed<L: Lane>(inputs: &Inputs<L>) -> bool {
    inputs.credit_by == CreditBy::Computed
        && inputs.capex_basis == CapexBasis::Announced
        && inputs.capex_by == CapexBy::Calendar
}

/// AI capex of a year of the table that is not judged and whose plant serves the same users: `x·A` in a year judged,
/// `(1 + x)·A` in any other, so that each year is either judged or counted here.
///
/// - `A` AI capex of the firms judged, their `capex` times the share `ai`; `others` `x`, that of all others over it
///
/// Source: definition; data/judgements.csv others_capex.
#[inline(always)]
#[must_use]
pub(super) fn other_capex<L: Lane>(capex: Usd<L>, ai: Ratio<L>, others: Ratio<L>, is_judged: bool) -> Usd<L> {
    let own = if is_judged { L::ZERO } else { L::all(1.0) };
    capex * ai * (own + others.value())
}

/// AI capex of all builders in a year before the table: `E/2^(k − 1)` in the `k`-th year before it.
///
/// - `last` `E`, in the last year before; `year` `−k`
///
/// Source: definition; data/judgements.csv earlier_capex. That it more than doubled from year to year up to 2024 follows
/// from data/capex.csv: four platforms spent 154 and 251 billion in 2023 and 2024, of which some 140 to 160 is not AI.
#[inline(always)]
#[must_use]
pub(super) fn halved<L: Lane>(last: Usd<L>, year: i32) -> Usd<L> {
    last * L::all(1.0 / f64::from(1_u32 << (-1 - year).clamp(0, 31)))
}

/// AI capex that is not judged in a year, counted from the first of the table.
fn unjudged<L: Lane>(inputs: &Inputs<L>, year: i32) -> Usd<L> {
    match Year::of(year) {
        Some(it) => {
            let (capex, ai) = it.capex(inputs);
            other_capex(capex, ai, inputs.others_capex, it.is_judged(inputs))
        }
        None => halved(inputs.earlier_capex, year),
    }
}

/// Plant that is not judged, in accelerators of the date of the levels with the same throughput, by quarter of payment
/// from 2022 Q1 on: `n(k) = C(k)·c/4 · g(k)/p(k)`.
///
/// - `C` AI capex of the year, [`other_capex`] and [`halved`]; `c` the part of it that counts, the same as for the plant judged
/// - `g` throughput of an accelerator of that quarter over one of the date of the levels, `p` its price with network
///   and facility: a dollar of a later vintage buys more throughput
///
/// Source: definition. Plant of others costs and does what the plant judged does; [`waits_and_serves`] says when.
fn bought<L: Lane>(
    inputs: &Inputs<L>,
    clock: &Clock,
    before: usize,
    quarters: usize,
) -> Vec<Accelerators<L>> {
    let first = clock.start_of(0) - before as f64 * 0.25;
    let offers = Offers::paid_from(inputs, first, quarters);
    let part = charged_share(inputs).value() * L::all(0.25);
    let year = |quarter: usize| (quarter / 4) as i32 - YEARS_BEFORE as i32;
    let accelerators = |quarter: usize| {
        let offer = offers.at(inputs, quarter);
        let count = unjudged(inputs, year(quarter)) * part / all_in(offer, inputs.facility_price);
        Accelerators::of(count.value() * offer.gain)
    };
    (0..quarters).map(accelerators).collect()
}

/// Quarters that plant of others waits for service, and those that it serves: what the wait leaves of its life.
pub(super) fn waits_and_serves<L: Lane>(inputs: &Inputs<L>) -> (L, L) {
    let life = whole_life(inputs.accelerator_life, inputs.physical_life);
    let lag = waited(inputs.others_lag, life);
    (lag, left(life, lag))
}

/// The share of users credited in each of `quarters` quarters, `s = N/(N + O)`; `None` if the typed share holds.
///
/// - `N` the judged plant that stands, `O` all other plant that serves the same users and stands, both in accelerators
///   of the date of the levels with the same throughput
///
/// - `fleet` the plant of the announced years alone
///
/// Where the fleet is renewed after the announced years, the share stays as at their end. Source: definition. What
/// serves is the same part of all plant, so it cancels.
#[must_use]
pub(super) fn shares<L: Lane>(
    inputs: &Inputs<L>,
    clock: &Clock,
    fleet: &Fleet<L>,
    quarters: usize,
) -> Vec<Ratio<L>> {
    let before = 4 * (YEARS_BEFORE + inputs.first_judged());
    let bought = bought(inputs, clock, before, before + quarters);
    // how much was bought up to each quarter
    let mut so_far = Vec::with_capacity(bought.len() + 1);
    let mut sum = Accelerators::ZERO;
    so_far.push(sum);
    for more in bought {
        sum += more;
        so_far.push(sum);
    }
    let up_to = |end: L| {
        let [sum] = L::pick(&so_far, &end, |it| [it.value()]);
        Accelerators::of(sum)
    };
    let (lag, service) = waits_and_serves(inputs);
    let renewed_from = if runs_off(inputs) { None } else { Some(planned(inputs) + fleet.lives.lag) };
    let mut last = Ratio::ZERO;
    let share = |quarter: usize| {
        let paid = L::all((before + quarter + 1) as f64) - lag;
        let others = up_to(paid) - up_to(paid - service);
        let own = fleet.service[quarter].effective;
        let all = own + others;
        let share = Ratio::select(Accelerators::ZERO.below(all), own.share_of(all), Ratio::ZERO);
        let is_kept = renewed_from.map(|from| from.up_to(L::all(quarter as f64)));
        last = match is_kept {
            Some(kept) if kept.any() => Ratio::select(kept, last, share),
            _ => share,
        };
        last
    };
    (0..quarters).map(share).collect()
}
