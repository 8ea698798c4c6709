//! Reverse questions: the cash, the payers and the prices that a plan or a loss of value implies.

use crate::annuity::annualised_capex;
use payenough_quantities::finite::{finite, quotient};
use payenough_quantities::{Usd, UsdPerUserMonth, Users};

/// Months in a year.
const MONTHS: f64 = 12.0;

/// Cash of the first year that a value corresponds to if it grows for ever: `FCF_1 = L (r − g)`.
///
/// - `L` `value`, $ (a loss of market value, a price); `r` discount rate, `g` growth, per year
///
/// Source: Gordon growth, first cash at the end of year 1. `None` for `r ≤ g`, where the value would be infinite.
#[must_use]
pub fn perpetuity_cash(value: Usd, rate: f64, growth: f64) -> Option<Usd> {
    if growth < rate { finite(value.value() * (rate - growth)).map(Usd::of) } else { None }
}

/// The cash that a value corresponds to with growth in two stages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoStageCash {
    /// Cash of the first year.
    pub first_year: Usd,
    /// Cash of the last year of the first stage.
    pub last_fast_year: Usd,
}

/// Cash of the first year that a value corresponds to if it grows at `g_1` for `N` years and at `g_2` after that.
///
/// `L = F · (Σ_{t=1..N} (1+g_1)^(t−1)/(1+r)^t + (1+g_1)^(N−1) (1+g_2) / ((r − g_2)(1+r)^N))`, solved for `F`.
///
/// - `L` `value`, $; `r` `rate`, `g_1` `fast_growth`, `g_2` `late_growth`, per year; `N` `fast_years`
///
/// Source: two-stage dividend discount model. `None` for `r ≤ g_2`, for a rate or growth ≤ −1, or without a first
/// stage.
#[must_use]
pub fn two_stage_cash(
    value: Usd,
    rate: f64,
    fast_growth: f64,
    fast_years: u32,
    late_growth: f64,
) -> Option<TwoStageCash> {
    if rate <= late_growth || rate <= -1.0 || fast_growth <= -1.0 || fast_years == 0 {
        return None;
    }
    let n_years = f64::from(fast_years);
    let excess = (fast_growth - rate) / (1.0 + rate);
    let grown = libm::expm1(n_years * libm::log1p(excess));
    let fast = if excess == 0.0 { n_years } else { grown / excess } / (1.0 + rate);
    let late = (1.0 + grown) / (1.0 + fast_growth) * (1.0 + late_growth) / (rate - late_growth);
    let first_year = quotient(value.value(), fast + late)?;
    let growth_to_last = libm::exp((n_years - 1.0) * libm::log1p(fast_growth));
    Some(TwoStageCash {
        first_year: Usd::of(first_year),
        last_fast_year: Usd::of(finite(first_year * growth_to_last)?),
    })
}

/// A service that must earn its yearly cost from payers and, through ads, from all other users.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// Yearly cost, including the capital charge.
    pub annual_cost: Usd,
    /// Active users.
    pub users: Users,
    /// Ad revenue per user who does not pay.
    pub ads: UsdPerUserMonth,
}

impl BreakEven {
    /// A service whose capital is spread over its life: `C = K · CRF(r, n) + O`.
    ///
    /// - `K` `capex`, `O` `opex` of a year, $; `r` `rate` per year, `n` `life_years`
    ///
    /// Source: capital recovery. `None` if there is no such annuity.
    #[must_use]
    pub fn of_capex(
        capex: Usd,
        opex: Usd,
        rate: f64,
        life_years: f64,
        users: Users,
        ads: UsdPerUserMonth,
    ) -> Option<Self> {
        let annual_cost = annualised_capex(capex, rate, life_years)? + opex;
        Some(Self { annual_cost, users, ads })
    }

    /// Revenue needed per user, whether paying or not: `C/(12 U)`. `None` without users.
    #[must_use]
    pub fn revenue_per_user(&self) -> Option<UsdPerUserMonth> {
        quotient(self.annual_cost.value(), MONTHS * self.users.value()).map(UsdPerUserMonth::of)
    }

    /// Price that payers must pay if a share `x` of the users pays: `(C/(12 U) − (1 − x) a)/x`.
    ///
    /// - `a` ads, $ per user-month
    ///
    /// Negative if ads alone are more than enough. `None` at `x = 0`. As a function of `x`, this is the frontier of
    /// break-even.
    #[must_use]
    pub fn price(&self, paying_share: f64) -> Option<UsdPerUserMonth> {
        let from_payers = self.revenue_per_user()? - self.ads * (1.0 - paying_share);
        quotient(from_payers.value(), paying_share).map(UsdPerUserMonth::of)
    }

    /// Number of payers needed at price `P`: `(C/12 − U a)/(P − a)`.
    ///
    /// Negative if ads alone are more than enough; may exceed the number of users. `None` for `P ≤ a`, where a payer
    /// brings no more than the ads that payers do not see.
    #[must_use]
    pub fn payers(&self, price: UsdPerUserMonth) -> Option<Users> {
        if price <= self.ads {
            return None;
        }
        let from_payers = self.annual_cost.value() / MONTHS - self.users.value() * self.ads.value();
        quotient(from_payers, (price - self.ads).value()).map(Users::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::npv;
    use proptest::prelude::*;

    const SERVICE: BreakEven =
        BreakEven { annual_cost: Usd::of(1.2e9), users: Users::of(1e8), ads: UsdPerUserMonth::of(0.25) };

    #[test]
    fn without_growth_the_cash_is_the_yield() {
        assert_eq!(perpetuity_cash(Usd::of(100.0), 0.08, 0.0), Some(Usd::of(8.0)));
        assert_eq!(perpetuity_cash(Usd::of(100.0), 0.03, 0.03), None);
        assert_eq!(two_stage_cash(Usd::of(100.0), 0.03, 0.1, 5, 0.03), None);
        assert_eq!(two_stage_cash(Usd::of(100.0), 0.1, 0.1, 0, 0.03), None);
    }

    #[test]
    fn two_equal_stages_equal_one() {
        let one = perpetuity_cash(Usd::of(1e12), 0.09, 0.03).unwrap().value();
        let two = two_stage_cash(Usd::of(1e12), 0.09, 0.03, 7, 0.03).unwrap();
        assert!((two.first_year.value() / one - 1.0).abs() < 1e-13);
        let level = two_stage_cash(Usd::of(1e12), 0.09, 0.09, 7, 0.03).unwrap().first_year.value();
        assert!((level * (7.0 / 1.09 + 1.03 / 0.06 / 1.09) / 1e12 - 1.0).abs() < 1e-13);
    }

    #[test]
    fn price_and_payers_break_even() {
        let price = SERVICE.price(0.05).unwrap();
        assert!((0.05 * price.value() + 0.95 * 0.25 - 1.0).abs() < 1e-12);
        let payers = SERVICE.payers(price).unwrap();
        assert!((payers.value() - 5e6).abs() < 1e-3);
        assert_eq!(SERVICE.price(0.0), None);
        assert_eq!(SERVICE.payers(UsdPerUserMonth::of(0.25)), None);
        let rich = BreakEven { ads: UsdPerUserMonth::of(2.0), ..SERVICE };
        assert!(rich.price(0.1).unwrap() < UsdPerUserMonth::ZERO);
        assert!(rich.payers(UsdPerUserMonth::of(20.0)).unwrap() < Users::ZERO);
        assert_eq!(BreakEven { users: Users::ZERO, ..SERVICE }.revenue_per_user(), None);
    }

    proptest! {
        #[test]
        fn the_present_value_of_two_stages_is_the_value(
            rate in 0.05..0.2_f64, fast in -0.3..0.5_f64, years in 1_u32..25, gap in 0.01..0.1_f64,
        ) {
            let late = rate - gap;
            let cash = two_stage_cash(Usd::of(1000.0), rate, fast, years, late).unwrap();
            let mut flows = vec![0.0];
            let mut flow = cash.first_year.value();
            for _ in 0..years {
                flows.push(flow);
                flow *= 1.0 + fast;
            }
            let last = *flows.last().unwrap();
            prop_assert!((last / cash.last_fast_year.value() - 1.0).abs() < 1e-11);
            *flows.last_mut().unwrap() += last * (1.0 + late) / gap;
            prop_assert!((npv(rate, &flows).unwrap() - 1000.0).abs() < 1e-8);
        }
    }
}
