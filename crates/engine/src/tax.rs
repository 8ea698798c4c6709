//! Tax on profit: depreciation allowances, straight-line depreciation, and losses carried forward or used at once.

use payenough_quantities::Usd;
use payenough_quantities::finite::finite;
use payenough_quantities::lane::Lane;

/// Share of positive income that losses carried forward may offset.
///
/// Source: 26 U.S.C. § 172(a)(2), losses of tax years from 2018.
pub const LOSS_USE_CAP: f64 = 0.8;

/// Depreciation allowances of a recovery class, as shares of the cost by tax year: MACRS with the half-year convention.
///
/// Source: IRS Publication 946, Appendix A, Table A-1. `None` for lives that are not a recovery class. Leaves out the
/// mid-quarter convention, bonus depreciation (see `after_bonus`) and buildings (39 years, straight line).
#[must_use]
pub fn macrs_half_year(life_years: u32) -> Option<&'static [f64]> {
    match life_years {
        3 => Some(&[0.3333, 0.4445, 0.1481, 0.0741]),
        5 => Some(&[0.20, 0.32, 0.192, 0.1152, 0.1152, 0.0576]),
        7 => Some(&[0.1429, 0.2449, 0.1749, 0.1249, 0.0893, 0.0892, 0.0893, 0.0446]),
        10 => Some(&[0.10, 0.18, 0.144, 0.1152, 0.0922, 0.0737, 0.0655, 0.0655, 0.0656, 0.0655, 0.0328]),
        15 => Some(&[
            0.05, 0.095, 0.0855, 0.077, 0.0693, 0.0623, 0.059, 0.059, 0.0591, 0.059, 0.0591, 0.059, 0.0591,
            0.059, 0.0591, 0.0295,
        ]),
        20 => Some(&[
            0.0375, 0.07219, 0.06677, 0.06177, 0.05713, 0.05285, 0.04888, 0.04522, 0.04462, 0.04461, 0.04462,
            0.04461, 0.04462, 0.04461, 0.04462, 0.04461, 0.04462, 0.04461, 0.04462, 0.04461, 0.02231,
        ]),
        _ => None,
    }
}

/// Allowance of a year if a share of the cost is written off in the first tax year: `b·[k = 0] + (1 − b)·a_k`.
///
/// - `b` `bonus`, share of the cost, 0 to 1 — 26 U.S.C. § 168(k)
/// - `a_k` `allowance`, the share of the class in tax year `k` (year 0 is the year in which the asset enters service)
#[must_use]
pub fn after_bonus(bonus: f64, year: usize, allowance: f64) -> f64 {
    let at_once = if year == 0 { bonus } else { 0.0 };
    at_once + (1.0 - bonus) * allowance
}

/// Present value of the tax that depreciation saves, at year ends: `Σ_{k≥1} τ B a_k (1 + r)^(−k)`.
///
/// - `B` `basis`, `a_k` `allowances`, shares of the basis, `τ` tax rate, `r` discount rate per year
///
/// Source: definition. `None` for `r ≤ −1`. Leaves out losses: the saving is assumed to be used every year.
#[must_use]
pub fn pv_tax_shield(basis: Usd, allowances: &[f64], tax_rate: f64, rate: f64) -> Option<Usd> {
    if rate <= -1.0 {
        return None;
    }
    let pv_share = allowances.iter().rev().fold(0.0, |later, share| (later + share) / (1.0 + rate));
    finite(basis.value() * tax_rate * pv_share).map(Usd::of)
}

/// Straight-line depreciation down to a salvage value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StraightLine {
    /// Cost.
    pub basis: Usd,
    /// Salvage value at the end of the life.
    pub salvage: Usd,
    /// Life in periods, above 0.
    pub n_periods: f64,
}

impl StraightLine {
    /// Depreciation in each period of the life: `(B − S)/n`. `None` for a life that is not above 0.
    #[must_use]
    pub fn per_period(&self) -> Option<Usd> {
        if 0.0 < self.n_periods { Some((self.basis - self.salvage) / self.n_periods) } else { None }
    }

    /// Book value after `k` periods: `B − (B − S)·min(k, n)/n`. Source: definition.
    #[must_use]
    pub fn book_value(&self, periods: f64) -> Option<Usd> {
        Some(self.basis - self.per_period()? * periods.max(0.0).min(self.n_periods))
    }
}

/// How the owner can use a loss.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Losses {
    /// Carried forward, and set against up to 80% of the income of each later year.
    #[default]
    CarriedForward,
    /// Set against the owner's other profit in the same year, so that tax is negative.
    UsedAtOnce,
}

/// Tax of successive years. It keeps track of losses carried forward.
#[derive(Clone, Copy, Debug)]
pub struct TaxYears<L = f64> {
    rate: L,
    losses: Losses,
    carried: Usd<L>,
}

impl<L: Lane> TaxYears<L> {
    /// A taxpayer without losses from earlier years.
    #[must_use]
    pub fn new(rate: L, losses: Losses) -> Self {
        Self { rate, losses, carried: Usd::ZERO }
    }

    /// Tax of the next year: `τ·(I − min(N, 0.8 I))` for income `I > 0` and losses `N` carried forward so far.
    ///
    /// - `τ` tax rate
    ///
    /// A loss adds to `N` and no tax is due. If losses are used at once, tax is `τ·I` for either sign of `I`.
    /// Source: 26 U.S.C. § 172. Leaves out expiry (none since 2018), minimum taxes and state rules.
    pub fn next_year(&mut self, income: Usd<L>) -> Usd<L> {
        if self.losses == Losses::UsedAtOnce {
            return income * self.rate;
        }
        let profit = income.max(Usd::ZERO);
        let used = self.carried.min(profit * L::all(LOSS_USE_CAP));
        // a loss adds to the losses carried forward
        self.carried = self.carried - used - income.min(Usd::ZERO);
        (profit - used) * self.rate
    }

    /// Losses that are not yet used.
    #[must_use]
    pub fn carried(&self) -> Usd<L> {
        self.carried
    }
}

/// Tax on the income of each year, written into `tax` (`TaxYears::next_year`); the shorter slice determines the number
/// of years.
pub fn tax_by_year<L: Lane>(income: &[Usd<L>], rate: L, losses: Losses, tax: &mut [Usd<L>]) {
    let mut years = TaxYears::new(rate, losses);
    for (income, tax) in income.iter().zip(tax) {
        *tax = years.next_year(*income);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(got: f64, expected: f64) -> bool {
        (got - expected).abs() <= 1e-12 * expected.abs().max(1.0)
    }

    #[test]
    fn every_class_writes_off_the_whole_cost() {
        for life in [3_u32, 5, 7, 10, 15, 20] {
            let table = macrs_half_year(life).unwrap();
            assert_eq!(table.len(), life as usize + 1);
            assert!(close(table.iter().sum(), 1.0), "{life}");
            let with_bonus: f64 =
                table.iter().enumerate().map(|(year, share)| after_bonus(0.4, year, *share)).sum();
            assert!(close(with_bonus, 1.0));
        }
        assert_eq!(macrs_half_year(4), None);
    }

    #[test]
    fn at_a_discount_rate_of_0_depreciation_saves_the_tax_on_the_cost() {
        let table = macrs_half_year(7).unwrap();
        let shield = pv_tax_shield(Usd::of(500.0), table, 0.21, 0.0).unwrap();
        assert!(close(shield.value(), 105.0));
        assert_eq!(pv_tax_shield(Usd::of(500.0), table, 0.21, -1.0), None);
    }

    #[test]
    fn straight_line_depreciation_stops_at_the_salvage_value() {
        let asset = StraightLine { basis: Usd::of(1000.0), salvage: Usd::of(100.0), n_periods: 20.0 };
        assert_eq!(asset.per_period(), Some(Usd::of(45.0)));
        assert_eq!(asset.book_value(7.0), Some(Usd::of(685.0)));
        assert_eq!(asset.book_value(25.0), Some(Usd::of(100.0)));
        assert_eq!(StraightLine { n_periods: 0.0, ..asset }.book_value(1.0), None);
    }

    #[test]
    fn carried_losses_offset_four_fifths_of_later_income() {
        let income = [-135.0, -136.0, 62.0, 180.8].map(Usd::of);
        let mut tax = [Usd::ZERO; 4];
        tax_by_year(&income, 0.21, Losses::CarriedForward, &mut tax);
        let expected = [0.0, 0.0, 0.21 * 12.4, 0.21 * 36.16];
        assert!(tax.iter().zip(expected).all(|(got, expected)| close(got.value(), expected)), "{tax:?}");
    }

    #[test]
    fn a_loss_used_at_once_saves_its_tax() {
        let mut years = TaxYears::new(0.25, Losses::UsedAtOnce);
        assert_eq!(years.next_year(Usd::of(-100.0)), Usd::of(-25.0));
        assert_eq!(years.carried(), Usd::ZERO);
    }

    proptest! {
        #[test]
        fn carrying_losses_forward_never_lowers_total_tax_or_makes_it_negative(
            income in proptest::collection::vec(-1e3..1e3_f64, 0..30),
        ) {
            let mut kept = TaxYears::new(0.21, Losses::CarriedForward);
            let mut shared = TaxYears::new(0.21, Losses::UsedAtOnce);
            let (mut kept_total, mut shared_total) = (0.0, 0.0);
            for income in &income {
                let tax = kept.next_year(Usd::of(*income)).value();
                prop_assert!(0.0 <= tax && tax <= 0.21 * income.max(0.0) + 1e-9);
                kept_total += tax;
                shared_total += shared.next_year(Usd::of(*income)).value();
            }
            prop_assert!((kept_total - 0.21 * kept.carried().value() - shared_total).abs() < 1e-8);
        }
    }
}
