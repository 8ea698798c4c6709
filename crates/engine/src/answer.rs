//! `evaluate`, `present` and `headline`: the full answer to a set of inputs, its present values, and its net present value
//! alone.

use super::cash::{by_year, net_present_value, plus};
use super::ledger::Ledger;
use super::lives::Lives;
use super::meeting::Met;
use super::outcome::Outcome;
use super::present::Present;
use super::quarter::Quarter;
use super::run::{Span, World};
use super::serving::{Rates, rates};
use payenough_model::{Compute, Inputs, Perspective, Switch};
use payenough_quantities::Usd;
use payenough_quantities::lane::Lane;

/// The inputs as the chosen perspective sees them: a lab rents its compute, a landlord and the industry own it.
#[must_use]
pub(super) fn seen<L: Lane>(inputs: &Inputs<L>) -> Inputs<L> {
    Inputs { compute: compute(inputs), ..*inputs }
}

fn compute<L: Lane>(inputs: &Inputs<L>) -> Compute {
    match inputs.perspective {
        Perspective::Platform => inputs.compute,
        Perspective::Lab => Compute::Rented,
        Perspective::Landlord | Perspective::Industry => Compute::Owned,
    }
}

/// The net present value alone, for searches. It has the same bits as in [`evaluate`].
///
/// The futures of a block share one horizon, and none of them chooses when to retire (see [`super::futures`]).
#[must_use]
pub fn headline<L: Lane>(inputs: &Inputs<L>) -> Usd<L> {
    present(inputs).npv
}

/// The net present value and the receipts in it, for simulated futures. They have the same bits as in [`evaluate`].
#[must_use]
pub fn present<L: Lane>(inputs: &Inputs<L>) -> Present<L> {
    present_at(inputs, rates(inputs))
}

/// [`present`] at serving rates that are already known.
#[must_use]
pub(super) fn present_at<L: Lane>(inputs: &Inputs<L>, rates: Rates<L>) -> Present<L> {
    let as_seen = |inputs: &Inputs<L>| match inputs.retire_early {
        Switch::Off => present_of(inputs, rates, None),
        Switch::On => present_of(inputs, rates, Some(best_life(&inputs.one(0)))),
    };
    if compute(inputs) == inputs.compute { as_seen(inputs) } else { as_seen(&seen(inputs)) }
}

fn present_of<L: Lane>(inputs: &Inputs<L>, rates: Rates<L>, retire_after: Option<usize>) -> Present<L> {
    let world = World::at(inputs, rates, retire_after, Span::Served);
    let last = world.fleet.last();
    let mut net = Vec::with_capacity(last);
    let (mut receipts, mut beyond, mut met) = (Usd::ZERO, Usd::ZERO, Met::nothing_yet(inputs));
    for quarter in 0..last {
        met.next(&world, quarter);
        let [cash, received, value] = world.net(quarter, &met);
        net.push(cash);
        receipts += received * world.discount.middle(quarter);
        beyond += value * world.discount.middle(quarter);
    }
    let tax = world.tax(&plus(&by_year(&net), &world.plant_income()));
    Present { npv: net_present_value(&world, &net, &tax) + beyond, receipts }
}

/// The accelerator life in quarters, up to the economic life, with the highest NPV. Of equal lives, the longest.
pub(super) fn best_life(inputs: &Inputs) -> usize {
    let (rates, longest) = (rates(inputs), Lives::of(inputs, None).accelerator as usize);
    let mut best = (longest, present_of(inputs, rates, None).npv);
    for life in (1..longest).rev() {
        let npv = present_of(inputs, rates, Some(life)).npv;
        if npv > best.1 {
            best = (life, npv);
        }
    }
    best.0
}

/// The full answer to a set of inputs.
#[must_use]
pub fn evaluate(inputs: &Inputs) -> Outcome {
    let inputs = &seen(inputs);
    let early = (inputs.retire_early == Switch::On).then(|| best_life(inputs));
    let world = World::new(inputs, early, Span::Horizon);
    let runs: Vec<Quarter> = world.runs().map(|(_, run)| run).collect();
    Ledger::new(&world, &runs).outcome()
}

/// Discounted user-months of each model year. Weighted by them, the yearly needed and expected amounts average to the
/// headline.
#[must_use]
pub fn year_weights(inputs: &Inputs) -> Vec<f64> {
    let inputs = &seen(inputs);
    let early = (inputs.retire_early == Switch::On).then(|| best_life(inputs));
    let world = World::new(inputs, early, Span::Horizon);
    let runs: Vec<Quarter> = world.runs().map(|(_, run)| run).collect();
    let ledger = Ledger::new(&world, &runs);
    (0..world.years()).map(|year| ledger.user_months_pv(ledger.span(year)).value()).collect()
}
