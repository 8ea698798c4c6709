//! When the money is back: crossings of zero by cumulative cash.
//!
//! The rule: a crossing is a step from below zero to zero or above, placed by a straight line inside the step. The
//! first crossing is the first moment the money is back; the last is the one after which it stays back, and is absent
//! where cumulative cash ends below zero. A stream that is never below zero has nothing to pay back and no crossing.

/// Cumulative cash this small beside its largest size so far is zero: sums of dollars carry rounding.
const ROUNDING: f64 = 1e-12;

/// First and last moment at which cumulative cash comes back to zero.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Crossings {
    /// The first return to zero, even if cash falls below it again.
    pub first: Option<f64>,
    /// The return after which cash stays at zero or above.
    pub last: Option<f64>,
}

/// Crossings of a line through points `(time, cumulative dollars)` in time order.
///
/// `t = t_0 + (t_1 − t_0) · (−c_0)/(c_1 − c_0)` for each step with `c_0 < 0 ≤ c_1`.
///
/// - `t` time in any unit, also that of the answer
/// - `c` cumulative cash, $, discounted or not
///
/// Source: definition. Leaves out what happens after the last point.
pub fn crossings(points: impl IntoIterator<Item = (f64, f64)>) -> Crossings {
    let mut found = Crossings::default();
    let mut largest: f64 = 0.0;
    let mut below: Option<(f64, f64)> = None;
    for (time, cumulative) in points {
        largest = largest.max(cumulative.abs());
        if cumulative < -ROUNDING * largest {
            below = Some((time, cumulative));
            found.last = None;
        } else if let Some((time_before, debt)) = below.take() {
            let share = -debt / (cumulative.max(0.0) - debt);
            let crossing = time_before + (time - time_before) * share;
            found.first = found.first.or(Some(crossing));
            found.last = Some(crossing);
        }
    }
    found
}

/// Payback of even flows, in periods from the first flow.
///
/// - `flows` dollars per period, outlays negative; the first falls at time 0
///
/// Source: definition, linear inside the period. Leaves out the price of time, see `discounted_payback`.
#[must_use]
pub fn payback(flows: &[f64]) -> Crossings {
    crossings(running(flows.iter().copied()))
}

/// Payback of even flows discounted at `rate` per period, in periods from the first flow.
///
/// Cumulative `Σ_{j≤k} f_j (1 + i)^(−j)`. Source: definition. No crossing for `i ≤ −1`.
#[must_use]
pub fn discounted_payback(rate: f64, flows: &[f64]) -> Crossings {
    if rate <= -1.0 {
        return Crossings::default();
    }
    let discounted = flows.iter().scan(1.0, |factor, flow| {
        let value = flow * *factor;
        *factor /= 1.0 + rate;
        Some(value)
    });
    crossings(running(discounted))
}

/// Points `(0, f_0), (1, f_0 + f_1) …`.
fn running(flows: impl Iterator<Item = f64>) -> impl Iterator<Item = (f64, f64)> {
    flows.enumerate().scan(0.0, |sum, (period, flow)| {
        *sum += flow;
        Some((period as f64, *sum))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(flows: &[f64], first: Option<f64>, last: Option<f64>) {
        let found = payback(flows);
        for (got, expected) in [(found.first, first), (found.last, last)] {
            match (got, expected) {
                (Some(got), Some(expected)) => assert!((got - expected).abs() < 1e-12, "{got} {expected}"),
                _ => assert_eq!(got, expected),
            }
        }
    }

    #[test]
    fn linear_inside_the_period() {
        check(&[-1000.0, 400.0, 400.0, 400.0, 400.0], Some(2.5), Some(2.5));
    }

    #[test]
    fn never_or_nothing_to_pay_back() {
        check(&[-1000.0, 100.0, 200.0, 300.0], None, None);
        check(&[100.0, 100.0], None, None);
        check(&[], None, None);
        check(&[0.0, 0.0], None, None);
    }

    #[test]
    fn back_and_under_water_again() {
        check(&[-1000.0, 1200.0, -500.0, 400.0], Some(1000.0 / 1200.0), Some(2.75));
        check(&[-1000.0, 1200.0, -500.0], Some(1000.0 / 1200.0), None);
        check(&[500.0, -1000.0, 1000.0], Some(1.5), Some(1.5));
    }

    #[test]
    fn exactly_zero_is_back() {
        check(&[-100.0, 60.0, 40.0, 0.0], Some(2.0), Some(2.0));
        check(&[-1.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], Some(10.0), Some(10.0));
    }

    #[test]
    fn discounting_at_nothing_changes_nothing_and_at_minus_one_has_no_answer() {
        let flows = [-1000.0, 1200.0, -500.0, 400.0];
        assert_eq!(discounted_payback(0.0, &flows), payback(&flows));
        assert_eq!(discounted_payback(-1.0, &flows), Crossings::default());
    }
}
