//! Money spread evenly over time: capital recovery, level loans, and how well earnings cover their instalments.

use payenough_quantities::Usd;
use payenough_quantities::finite::{finite, quotient};

/// Capital recovery factor, the level payment per period that repays 1: `i / (1 − (1 + i)^(−n))`, and `1/n` at `i = 0`.
///
/// - `i` `rate` per period, above −1
/// - `n` `n_periods`, above 0; need not be a whole number
///
/// Source: definition of the ordinary annuity (payments at period ends). `None` outside these ranges.
#[must_use]
pub fn capital_recovery(rate: f64, n_periods: f64) -> Option<f64> {
    if rate <= -1.0 || n_periods.is_nan() || n_periods <= 0.0 {
        return None;
    }
    let repaid = -libm::expm1(-n_periods * libm::log1p(rate));
    if repaid == 0.0 { quotient(1.0, n_periods) } else { quotient(rate, repaid) }
}

/// Capital spread over its life as equal payments: `K · CRF(i, n)`.
///
/// - `K` `capital`, $; the result is in $ per period
///
/// Source: definition. Leaves out residual value and tax.
#[must_use]
pub fn annualised_capex(capital: Usd, rate: f64, n_periods: f64) -> Option<Usd> {
    finite(capital.value() * capital_recovery(rate, n_periods)?).map(Usd::of)
}

/// A loan repaid in equal instalments at period ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelLoan {
    /// Amount borrowed.
    pub principal: Usd,
    /// Interest rate per period. For a nominal yearly rate with monthly instalments, this is the yearly rate / 12.
    pub rate: f64,
    /// Number of instalments.
    pub n_periods: u32,
}

impl LevelLoan {
    /// The instalment: `P · CRF(i, n)`. Source: definition. Leaves out fees and early repayment.
    #[must_use]
    pub fn payment(&self) -> Option<Usd> {
        annualised_capex(self.principal, self.rate, f64::from(self.n_periods))
    }

    /// The interest in instalment `k` (1 to n): `A · (1 − (1 + i)^(−(n − k + 1)))`.
    ///
    /// - `A` instalment, $
    ///
    /// Source: interest on the balance, which is the present value of the instalments still due. `None` if the loan has
    /// no such instalment.
    #[must_use]
    pub fn interest_in(&self, instalment: u32) -> Option<Usd> {
        if instalment == 0 || self.n_periods < instalment {
            return None;
        }
        let n_due = f64::from(self.n_periods - instalment) + 1.0;
        let share = -libm::expm1(-n_due * libm::log1p(self.rate));
        finite(self.payment()?.value() * share).map(Usd::of)
    }
}

/// Debt service cover: `EBITDA / instalment`, both of the same period.
///
/// Source: definition. Leaves out tax and the change of working capital. `None` if no instalment is due.
#[must_use]
pub fn debt_service_cover(ebitda: Usd, payment: Usd) -> Option<f64> {
    quotient(ebitda.value(), payment.value())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capital_recovery_agrees_with_textbooks() {
        assert!((capital_recovery(0.1, 5.0).unwrap() - 0.263_797_480_794_745_2).abs() < 1e-14);
        assert_eq!(capital_recovery(0.0, 8.0), Some(0.125));
        assert!((capital_recovery(1e-13, 8.0).unwrap() - 0.125).abs() < 1e-12);
        assert_eq!(capital_recovery(-1.0, 8.0), None);
        assert_eq!(capital_recovery(0.1, 0.0), None);
        assert_eq!(capital_recovery(f64::NAN, 3.0), None);
    }

    #[test]
    fn there_is_no_interest_outside_the_loan() {
        let loan = LevelLoan { principal: Usd::of(1e6), rate: 0.01, n_periods: 12 };
        assert_eq!(loan.interest_in(0), None);
        assert_eq!(loan.interest_in(13), None);
        assert!((loan.interest_in(1).unwrap().value() - 1e4).abs() < 1e-8);
        assert_eq!(LevelLoan { n_periods: 0, ..loan }.payment(), None);
        assert_eq!(debt_service_cover(Usd::of(5.0), Usd::ZERO), None);
    }

    proptest! {
        #[test]
        fn a_loan_is_repaid_in_full(principal in 1.0..1e10_f64, rate in -0.01..0.05_f64, n_periods in 1_u32..400) {
            let loan = LevelLoan { principal: Usd::of(principal), rate, n_periods };
            let payment = loan.payment().unwrap().value();
            let mut balance = principal;
            for instalment in 1..=n_periods {
                let interest = loan.interest_in(instalment).unwrap().value();
                prop_assert!((interest - balance * rate).abs() <= 1e-6 * payment.abs());
                balance -= payment - interest;
            }
            prop_assert!(balance.abs() <= 1e-9 * principal, "{balance}");
        }
    }
}
