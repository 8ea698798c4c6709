//! The value and the return of a stream of cash: NPV, internal rates of return, modified rate of return.
//!
//! Flows are in dollars and in order of time, outlays are negative. Rates are fractions: 0.1 is 10%.

use super::roots::{self, Root, Times};
use payenough_quantities::date::Day;
use payenough_quantities::finite::{finite, quotient};

/// Internal rates of return are searched for above this yearly rate.
pub const LOWEST_RATE: f64 = -0.999;
/// Internal rates of return are searched for up to and including this yearly rate.
pub const HIGHEST_RATE: f64 = 20.0;

/// Discount factor of a flow `years` in the future: `(1 + r)^(−t)`.
///
/// - `r` `rate`, per year, effective
/// - `t` `years`
///
/// Source: definition. `None` for `r ≤ −1`.
#[must_use]
pub fn discount_factor(rate: f64, years: f64) -> Option<f64> {
    if rate <= -1.0 {
        return None;
    }
    finite(libm::exp(-years * libm::log1p(rate)))
}

/// Discount factors on an evenly spaced grid, `d_k = (1 + r)^(−k/m)` for `k = 0, 1, 2 …`, written into `factors`.
///
/// - `r` `rate`, per year, effective; above −1 (otherwise the factors are NaN)
/// - `m` `periods_per_year`; 8 puts the start, the middle and the end of each quarter on the grid
///
/// Source: definition; never `r/m` per period. The first year is exact, and each later year is divided by `1 + r` once
/// more.
pub fn discount_factors(rate: f64, periods_per_year: usize, factors: &mut [f64]) {
    let growth = libm::log1p(rate);
    let n_periods = periods_per_year.max(1);
    let (exact, later) = factors.split_at_mut(n_periods.min(factors.len()));
    for (period, factor) in exact.iter_mut().enumerate() {
        *factor = libm::exp(-(period as f64) / (n_periods as f64) * growth);
    }
    let mut before: &[f64] = exact;
    for year in later.chunks_mut(n_periods) {
        for (factor, year_before) in year.iter_mut().zip(before) {
            *factor = *year_before / (1.0 + rate);
        }
        before = year;
    }
}

/// The rate per period that compounds to `rate` a year: `(1 + r)^(1/m) − 1`.
///
/// Source: definition. `None` for `r ≤ −1`, or without periods.
#[must_use]
pub fn rate_per_period(rate: f64, periods_per_year: f64) -> Option<f64> {
    if rate <= -1.0 {
        return None;
    }
    finite(libm::expm1(libm::log1p(rate) / periods_per_year))
}

/// The yearly rate that `rate` per period compounds to: `(1 + i)^m − 1`.
///
/// Source: definition. `None` for `i ≤ −1`.
#[must_use]
pub fn effective_rate(rate: f64, periods_per_year: f64) -> Option<f64> {
    if rate <= -1.0 {
        return None;
    }
    finite(libm::expm1(libm::log1p(rate) * periods_per_year))
}

/// Net present value of evenly spaced flows, of which the first is not discounted: `Σ_k f_k (1 + i)^(−k)`.
///
/// - `i` `rate` per period
/// - `f_k` `flows`, $
///
/// Source: definition. `None` for `i ≤ −1`. Only the flows count.
#[must_use]
pub fn npv(rate: f64, flows: &[f64]) -> Option<f64> {
    if rate <= -1.0 {
        return None;
    }
    finite(flows.iter().rev().fold(0.0, |later, flow| later / (1.0 + rate) + flow))
}

/// Net present value with the first flow now and each later one in the middle of its period:
/// `f_0 + Σ_{k≥1} f_k (1 + i)^(½ − k)`.
///
/// Source: mid-period convention. `None` for `i ≤ −1`.
#[must_use]
pub fn npv_mid_period(rate: f64, flows: &[f64]) -> Option<f64> {
    let (first, later) = flows.split_first()?;
    let value_at_first = npv(rate, later)?;
    finite(first + value_at_first / (1.0 + rate).sqrt())
}

/// All internal rates of return of a stream, which may have several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roots {
    rates: Vec<f64>,
    has_repeated: bool,
}

impl Roots {
    /// Every rate on (−99.9%, 2000%] at which NPV is 0, in ascending order. A rate at which NPV touches 0 without
    /// crossing it is listed once.
    #[must_use]
    pub fn rates(&self) -> &[f64] {
        &self.rates
    }

    /// Whether there is more than one root, counting repeated ones. Then the rates have no meaning, and NPV is the
    /// measure to use.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        1 < self.rates.len() || self.has_repeated
    }

    /// The rate, where there is exactly one.
    #[must_use]
    pub fn only(&self) -> Option<f64> {
        if self.is_ambiguous() { None } else { self.rates.first().copied() }
    }

    /// The rate nearest to zero, which is what spreadsheets and libraries print. Check `is_ambiguous` as well.
    #[must_use]
    pub fn nearest_zero(&self) -> Option<f64> {
        self.rates.iter().copied().min_by(|a, b| a.abs().total_cmp(&b.abs()))
    }
}

/// Every internal rate of return of evenly spaced flows: yearly rates `r` with `Σ_k f_k (1 + r)^(−k/m) = 0`.
///
/// - `f_k` `flows`, $
/// - `m` `periods_per_year`
///
/// Source: definition; all roots by Descartes' rule (see `engine/roots.rs`). Empty if the flows never change sign.
#[must_use]
pub fn irr_roots(flows: &[f64], periods_per_year: f64) -> Roots {
    roots_of(flows, Times::Grid, periods_per_year)
}

fn roots_of(flows: &[f64], times: Times, periods_per_year: f64) -> Roots {
    if !(0.0 < periods_per_year && periods_per_year.is_finite()) {
        return Roots::default();
    }
    let exponent = |rate: f64| -libm::log1p(rate) / periods_per_year;
    let mut found = roots::roots(flows, times, exponent(HIGHEST_RATE), exponent(LOWEST_RATE));
    found.reverse();
    let rate = |root: &Root| libm::expm1(-root.at * periods_per_year);
    Roots { rates: found.iter().map(rate).collect(), has_repeated: found.iter().any(|root| root.is_repeated) }
}

/// An amount of dollars that flows on a given day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DatedFlow {
    /// The day of the flow.
    pub day: Day,
    /// The amount in dollars, negative for outlays.
    pub usd: f64,
}

/// Years between two days, by Actual/365 Fixed.
fn years_between(earlier: Day, later: Day) -> f64 {
    f64::from(later.days_since(earlier)) / 365.0
}

/// Net present value of dated flows as of the day of the first: `Σ_k f_k (1 + r)^(−(d_k − d_0)/365)`.
///
/// - `r` `rate`, per year, effective
///
/// Source: Actual/365 Fixed, as Excel's XNPV. `None` for `r ≤ −1`, or without flows.
#[must_use]
pub fn xnpv(rate: f64, flows: &[DatedFlow]) -> Option<f64> {
    let start = flows.first()?.day;
    let value = |flow: &DatedFlow| Some(flow.usd * discount_factor(rate, years_between(start, flow.day))?);
    finite(flows.iter().map(value).sum::<Option<f64>>()?)
}

/// Every internal rate of return of dated flows, which may be in any order: the yearly rates at which `xnpv` is 0.
///
/// Source: Actual/365 Fixed, as Excel's XIRR, which returns only one root.
#[must_use]
pub fn xirr_roots(flows: &[DatedFlow]) -> Roots {
    let mut sorted = flows.to_vec();
    sorted.sort_by_key(|flow| flow.day);
    let mut times: Vec<f64> = Vec::with_capacity(sorted.len());
    let mut sums: Vec<f64> = Vec::with_capacity(sorted.len());
    for flow in &sorted {
        let time = sorted.first().map_or(0.0, |first| years_between(first.day, flow.day));
        match sums.last_mut() {
            Some(sum) if times.last() == Some(&time) => *sum += flow.usd,
            _ => {
                times.push(time);
                sums.push(flow.usd);
            }
        }
    }
    roots_of(&sums, Times::At(&times), 1.0)
}

/// Modified internal rate of return per period: outlays are funded at one rate, and returns are reinvested at another.
///
/// `(−FV(inflows, r_re) / PV(outlays, r_fin))^(1/n) − 1`, where `n` is the number of periods from the first flow to the
/// last.
///
/// - `r_fin` `finance_rate`, `r_re` `reinvest_rate`, per period
///
/// Source: definition, as Excel's MIRR. `None` without an outlay, an inflow and a second period, or for a rate ≤ −1.
#[must_use]
pub fn mirr(flows: &[f64], finance_rate: f64, reinvest_rate: f64) -> Option<f64> {
    if finance_rate <= -1.0 || reinvest_rate <= -1.0 || flows.len() < 2 {
        return None;
    }
    let n_periods = (flows.len() - 1) as f64;
    let inflows = flows.iter().rev().fold(0.0, |later, flow| later / (1.0 + reinvest_rate) + flow.max(0.0));
    let outlays = flows.iter().rev().fold(0.0, |later, flow| later / (1.0 + finance_rate) - flow.min(0.0));
    if inflows <= 0.0 || outlays <= 0.0 {
        return None;
    }
    let growth = libm::log(quotient(inflows, outlays)?) / n_periods + libm::log1p(reinvest_rate);
    finite(libm::expm1(growth))
}
