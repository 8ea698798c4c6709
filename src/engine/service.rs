//! Demand meets capacity: what the fleet can do in a quarter, and who is served when it is short.

use super::day::Day;
use super::demand::Class;
use super::fleet::QUARTER_SECONDS;
use super::paths::{ByQuarter, Fading, MAX_QUARTERS, Moment};
use crate::model::{CapexBasis, Inputs, LoadFrom, ShortageRule};
use crate::units::{AcceleratorSeconds, Seconds, Usd};

/// Average load that a fleet may carry, as a share of what it could do flat out.
///
/// `υ = u·(average ÷ peak)/(1 + redundancy)`
///
/// - `u` safe load at peak; average ÷ peak: [`average_over_peak`]; redundancy
///
/// Source: MODEL.md section 5, `N = (N_pre + N_dec)·peak/u·(1 + redundancy)`.
#[must_use]
pub(super) fn average_use(inputs: &Inputs) -> f64 {
    inputs.safe_load.value() * average_over_peak(inputs) / (1.0 + inputs.redundancy.value())
}

/// Average load over peak load: typed, or that of a day.
#[must_use]
pub(super) fn average_over_peak(inputs: &Inputs) -> f64 {
    match inputs.load_from {
        LoadFrom::Number => inputs.average_load.value(),
        LoadFrom::Day => Day::of(inputs).average(),
    }
}

/// Share of the fleet that trains: bought on top only where the fleet is sized to demand.
#[must_use]
pub(super) fn training_share(inputs: &Inputs) -> f64 {
    match inputs.capex_basis {
        CapexBasis::Announced => 0.0,
        CapexBasis::Sized => inputs.training_share.value(),
    }
}

/// Benchmark accelerator time that one accelerator of t = 0 gives in each quarter, averaged over day and night.
///
/// `K(t) = 7,884,000 s · realised · software(t) · υ · (1 − training)`
#[must_use]
pub(super) fn yields(inputs: &Inputs, quarters: usize) -> ByQuarter<Seconds> {
    let software =
        Fading { growth: inputs.software_gain, half_life: inputs.software_half, end: inputs.software_end };
    let software = software.levels(quarters, Moment::Middle);
    let part = inputs.realised.value() * average_use(inputs) * (1.0 - training_share(inputs));
    let mut yields = [Seconds::ZERO; MAX_QUARTERS];
    for quarter in 0..quarters {
        yields[quarter] = QUARTER_SECONDS * (part * software[quarter]);
    }
    yields
}

/// The share of each class's requests that is served.
///
/// By value: those who pay for service first, then the others, each by revenue per accelerator-second; one share
/// within a class. Pro rata: the same share for all. `served = min(demand, capacity)` either way.
#[must_use]
pub(super) fn fill(
    rule: ShortageRule,
    work: &[AcceleratorSeconds; Class::COUNT],
    if_served: &[Usd; Class::COUNT],
    capacity: AcceleratorSeconds,
) -> [f64; Class::COUNT] {
    let total: AcceleratorSeconds = work.iter().copied().sum();
    if capacity <= AcceleratorSeconds::ZERO {
        return [0.0; Class::COUNT];
    }
    if total <= capacity {
        return [1.0; Class::COUNT];
    }
    if rule == ShortageRule::ProRata {
        return [capacity.share_of(total).value(); Class::COUNT];
    }
    let mut filled = [0.0; Class::COUNT];
    let mut left = capacity;
    for class in by_value(work, if_served) {
        let need = work[class as usize];
        if need <= left {
            filled[class as usize] = 1.0;
            left -= need;
        } else {
            filled[class as usize] = left.share_of(need).value();
            left = AcceleratorSeconds::ZERO;
        }
    }
    filled
}

/// Classes by priority: payers before the rest, dearer accelerator time first, table order on a tie.
fn by_value(
    work: &[AcceleratorSeconds; Class::COUNT],
    if_served: &[Usd; Class::COUNT],
) -> [Class; Class::COUNT] {
    let worth = |class: Class| {
        let need = work[class as usize].value();
        if need > 0.0 { if_served[class as usize].value() / need } else { f64::INFINITY }
    };
    let before = |a: Class, b: Class| {
        if a.pays() == b.pays() { worth(a) > worth(b) } else { a.pays() }
    };
    let mut order = Class::ALL;
    for sorted in 1..Class::COUNT {
        let mut at = sorted;
        while at > 0 && before(order[at], order[at - 1]) {
            order.swap(at, at - 1);
            at -= 1;
        }
    }
    order
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
    fn pro_rata_serves_all_alike() {
        let work = work([10.0, 0.0, 30.0, 10.0, 0.0]);
        let fill = fill(ShortageRule::ProRata, &work, &[Usd::ZERO; 5], AcceleratorSeconds::of(25.0));
        assert_eq!(fill, [0.5; 5]);
    }
}
