//! Payback: when cumulative cash crosses zero.
//!
//! A crossing is a step from below zero to zero or above; its time is interpolated linearly within the step. The first
//! crossing is the first time at which the money is back. The last crossing is the time after which it stays back, and
//! is `None` if cumulative cash ends below zero. A stream that is never below zero has nothing to pay back and no
//! crossing.

/// Cumulative cash that is this small relative to its largest size so far counts as zero, because sums of dollars are
/// rounded.
const ROUNDING: f64 = 1e-12;

/// First and last moment at which cumulative cash comes back to zero.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Crossings {
    /// The first return to zero, even if cash falls below zero again.
    pub first: Option<f64>,
    /// The return after which cash stays at zero or above.
    pub last: Option<f64>,
}

/// Crossings of zero by a line through points `(time, cumulative dollars)` in order of time.
///
/// `t = t_0 + (t_1 − t_0) · (−c_0)/(c_1 − c_0)` for each step with `c_0 < 0 ≤ c_1`.
///
/// - `t` time; the result has the same unit
/// - `c` cumulative cash, $, discounted or undiscounted
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

/// Payback of evenly spaced flows, in periods from the first flow.
///
/// - `flows` dollars per period, outlays negative; the first flow is at time 0
///
/// Source: definition, linear within a period. Leaves out the time value of money; see `discounted_payback`.
#[must_use]
pub fn payback(flows: &[f64]) -> Crossings {
    crossings(running(flows.iter().copied()))
}

/// Payback of evenly spaced flows, discounted at `rate` per period, in periods from the first flow.
///
/// Cumulative cash is `Σ_{j≤k} f_j (1 + i)^(−j)`. Source: definition. No crossing for `i ≤ −1`.
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

/// The points `(0, f_0), (1, f_0 + f_1) …`.
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
    fn payback_is_linear_within_a_period() {
        check(&[-1000.0, 400.0, 400.0, 400.0, 400.0], Some(2.5), Some(2.5));
    }

    #[test]
    fn there_is_no_payback_without_an_outlay_or_enough_returns() {
        check(&[-1000.0, 100.0, 200.0, 300.0], None, None);
        check(&[100.0, 100.0], None, None);
        check(&[], None, None);
        check(&[0.0, 0.0], None, None);
    }

    #[test]
    fn the_first_and_last_crossings_differ_if_cash_falls_below_0_again() {
        check(&[-1000.0, 1200.0, -500.0, 400.0], Some(1000.0 / 1200.0), Some(2.75));
        check(&[-1000.0, 1200.0, -500.0], Some(1000.0 / 1200.0), None);
        check(&[500.0, -1000.0, 1000.0], Some(1.5), Some(1.5));
    }

    #[test]
    fn cash_of_exactly_0_is_paid_back() {
        check(&[-100.0, 60.0, 40.0, 0.0], Some(2.0), Some(2.0));
        check(&[-1.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], Some(10.0), Some(10.0));
    }

    #[test]
    fn a_rate_of_0_changes_nothing_and_a_rate_of_minus_1_has_no_answer() {
        let flows = [-1000.0, 1200.0, -500.0, 400.0];
        assert_eq!(discounted_payback(0.0, &flows), payback(&flows));
        assert_eq!(discounted_payback(-1.0, &flows), Crossings::default());
    }
}
