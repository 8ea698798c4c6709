//! Demand meets capacity: how much the fleet can do in a quarter, and who is served when that is not enough.

use super::around::Before;
use super::clock::Clock;
use super::day;
use super::demand::Class;
use super::fleet::QUARTER_SECONDS;
use super::paths::Fading;
use payenough_model::{CapexBasis, Charged, Inputs, LoadFrom, ShortageRule};
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::{AcceleratorSeconds, Ratio, Seconds, Usd};

/// Average load that a fleet may carry, as a share of its full throughput: `υ = u·a/(1 + r)`.
///
/// - `u` safe load at the peak, `a` average over peak load, `r` redundancy
///
/// Source: MODEL.md section 5, `N = (N_pre + N_dec)·peak/u·(1 + redundancy)`.
#[must_use]
pub(super) fn average_use<L: Lane>(safe_load: Ratio<L>, over_peak: L, redundancy: Ratio<L>) -> L {
    safe_load.value() * over_peak / (L::all(1.0) + redundancy.value())
}

/// Average over peak load: an input, or that of the day that the inputs describe.
#[must_use]
fn average_over_peak<L: Lane>(inputs: &Inputs<L>) -> L {
    match inputs.load_from {
        LoadFrom::Number => inputs.average_load.value(),
        LoadFrom::Day => day::average(inputs.night_load, inputs.zones),
    }
}

/// Share of the fleet that trains, and serves nobody.
///
/// - announced budget: none of what its inference part buys; if all AI capex is charged, what the inference share leaves
/// - fleet sized to demand: accelerators for it are bought in addition
#[must_use]
fn training_share<L: Lane>(inputs: &Inputs<L>) -> L {
    match (inputs.capex_basis, inputs.charged) {
        (CapexBasis::Announced, Charged::Inference) => L::ZERO,
        (CapexBasis::Announced, Charged::All) => L::all(1.0) - inputs.inference_share.value(),
        (CapexBasis::Sized, _) => inputs.training_share.value(),
    }
}

/// How the time of an accelerator is used.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use<L = f64> {
    /// Average over peak load, [`average_over_peak`].
    pub(super) over_peak: L,
    /// Average load over full throughput, [`average_use`].
    pub(super) average: L,
    /// Share of the fleet that trains, [`training_share`].
    pub(super) training: L,
}

impl<L: Lane> Use<L> {
    /// The use that the inputs describe.
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>) -> Self {
        let over_peak = average_over_peak(inputs);
        let average = average_use(inputs.safe_load, over_peak, inputs.redundancy);
        Self { over_peak, average, training: training_share(inputs) }
    }
}

/// Benchmark accelerator time that one accelerator of t = 0 provides in a quarter, averaged over day and night:
/// `K(t) = 7,884,000 s · m · υ · (1 − t) · g(t)`.
///
/// - `m` realised share of the benchmark, `υ` average load, [`average_use`]; `t` share of the fleet that trains
/// - `g(t)` factor by which software has improved since t = 0
///
/// Source: MODEL.md section 5.
#[inline(always)]
#[must_use]
pub(super) fn accelerator_time<L: Lane>(
    realised: Ratio<L>,
    average_use: L,
    training: L,
    software: L,
) -> Seconds<L> {
    let part = realised.value() * average_use * (L::all(1.0) - training);
    Seconds::all(QUARTER_SECONDS) * (part * software)
}

/// The accelerator time that one accelerator provides in each quarter of a scenario.
#[must_use]
pub(super) fn yields<L: Lane>(
    inputs: &Inputs<L>,
    of: &Use<L>,
    clock: &Clock,
    quarters: usize,
) -> Vec<Seconds<L>> {
    let software =
        Fading { growth: inputs.software_gain, half_life: inputs.software_half, end: inputs.software_end };
    let software = software.levels(clock, Before::Back, quarters);
    let given = |at| accelerator_time(inputs.realised, of.average, of.training, software.level(at));
    (0..quarters).map(given).collect()
}

/// The share of the requests of each class that is served.
///
/// By value: classes that pay for the service come first, then the others; payers are ordered by revenue per
/// accelerator-second. Within a class all requests have the same share. Pro rata: all classes have the same share. In
/// both cases `served = min(demand, capacity)`.
#[must_use]
#[inline(always)]
pub(super) fn fill<L: Lane>(
    rule: ShortageRule,
    work: &[AcceleratorSeconds<L>; Class::COUNT],
    if_served: &[Usd<L>; Class::COUNT],
    capacity: AcceleratorSeconds<L>,
) -> [L; Class::COUNT] {
    let (none, all) = (AcceleratorSeconds::ZERO, L::all(1.0));
    let total: AcceleratorSeconds<L> = work.iter().copied().sum();
    let is_enough = !capacity.below(total);
    let short = match rule {
        _ if is_enough.all() => [all; Class::COUNT],
        ShortageRule::ProRata => [capacity.share_of(total).value(); Class::COUNT],
        ShortageRule::ByValue => by_value(work, if_served, capacity),
    };
    short.map(|share| {
        let share = L::select(is_enough, all, share);
        L::select(none.below(capacity), share, L::ZERO)
    })
}

/// Each class gets the capacity that the classes before it leave. Paying classes come first, in order of revenue per
/// accelerator time, and in the order of the table if that is equal.
///
/// Free users come before background work, which brings no revenue.
fn by_value<L: Lane>(
    work: &[AcceleratorSeconds<L>; Class::COUNT],
    if_served: &[Usd<L>; Class::COUNT],
    capacity: AcceleratorSeconds<L>,
) -> [L; Class::COUNT] {
    let none = AcceleratorSeconds::ZERO;
    let [subscribers, seats, api, free, background] = *work;
    let worth = |class: Class| {
        let need = work[class as usize];
        let worth = if_served[class as usize].value() / need.value();
        L::select(none.below(need), worth, L::all(f64::INFINITY))
    };
    let worths = [Class::Subscribers, Class::Seats, Class::Api].map(worth);
    // if two are equal, the earlier one in the table comes first
    let subscribers_before_seats = worths[1].up_to(worths[0]);
    let subscribers_before_api = worths[2].up_to(worths[0]);
    let seats_before_api = worths[2].up_to(worths[1]);
    let those = AcceleratorSeconds::select;
    let before_rest = subscribers + seats + api;
    let before = [
        those(subscribers_before_seats, none, seats) + those(subscribers_before_api, none, api),
        those(subscribers_before_seats, subscribers, none) + those(seats_before_api, none, api),
        those(subscribers_before_api, subscribers, none) + those(seats_before_api, seats, none),
        before_rest,
        before_rest + free,
    ];
    let share = |need: AcceleratorSeconds<L>, before: AcceleratorSeconds<L>| {
        let left = (capacity - before).max(none);
        L::select(left.below(need), left.value() / need.value(), L::all(1.0))
    };
    [
        share(subscribers, before[0]),
        share(seats, before[1]),
        share(api, before[2]),
        share(free, before[3]),
        share(background, before[4]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(values: [f64; 5]) -> [AcceleratorSeconds; 5] {
        values.map(AcceleratorSeconds::of)
    }

    #[test]
    fn payers_come_first_even_where_ads_earn_more() {
        let work = work([10.0, 10.0, 10.0, 10.0, 10.0]);
        let money = [1.0, 3.0, 2.0, 90.0, 0.0].map(Usd::of);
        let fill = |capacity| fill(ShortageRule::ByValue, &work, &money, AcceleratorSeconds::of(capacity));
        assert_eq!(fill(15.0), [0.0, 1.0, 0.5, 0.0, 0.0]);
        assert_eq!(fill(35.0), [1.0, 1.0, 1.0, 0.5, 0.0]);
        assert_eq!(fill(0.0), [0.0; 5]);
        assert_eq!(fill(60.0), [1.0; 5]);
    }

    #[test]
    fn pro_rata_serves_the_same_share_of_all_classes() {
        let work = work([10.0, 0.0, 30.0, 10.0, 0.0]);
        let fill = fill(ShortageRule::ProRata, &work, &[Usd::ZERO; 5], AcceleratorSeconds::of(25.0));
        assert_eq!(fill, [0.5; 5]);
    }
}
