//! One asset that is bought at the start and used for some years: yearly EBITDA, depreciation, tax and cash.

use crate::tax::{Losses, TaxYears};
use payenough_quantities::Usd;

/// An asset, its earnings and its tax treatment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Project<'a> {
    /// Purchase cost, paid at time 0.
    pub capex: Usd,
    /// Revenue of each year.
    pub revenue: &'a [Usd],
    /// Opex that grows with revenue, as a share of it.
    pub opex_share: f64,
    /// Opex of each year that does not grow with revenue.
    pub fixed_opex: Usd,
    /// Tax rate on profit.
    pub tax_rate: f64,
    /// How losses are treated.
    pub losses: Losses,
    /// Yearly depreciation for tax, as shares of the cost.
    pub allowances: &'a [f64],
    /// Price at which the asset is sold at the end of the last year.
    pub residual: Usd,
}

/// Cash and tax of one year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ProjectYear {
    /// Revenue less opex.
    pub ebitda: Usd,
    /// Tax paid.
    pub tax: Usd,
    /// Cash after tax, including the residual value in the last year.
    pub cash: Usd,
}

impl Project<'_> {
    /// The years in order, without the purchase at time 0.
    ///
    /// `EBITDA = R (1 − o) − F`; taxable income `EBITDA − a_k K`, plus `S − (1 − Σ a) K` in the last year; cash
    /// `EBITDA − tax`, plus `S` in the last year.
    ///
    /// - `R` revenue, `o` opex share, `F` fixed opex, `K` capex, `a_k` allowances, `S` residual value; all in $ except
    ///   the shares
    ///
    /// Source: definition, unlevered. Depreciation affects cash only through tax. Leaves out interest and inventories.
    pub fn years(&self) -> impl Iterator<Item = ProjectYear> + '_ {
        let n_years = self.revenue.len();
        let mut taxes = TaxYears::new(self.tax_rate, self.losses);
        let mut written_off = 0.0;
        self.revenue.iter().enumerate().map(move |(year, revenue)| {
            let allowance = self.allowances.get(year).copied().unwrap_or(0.0);
            written_off += allowance;
            let is_last = year + 1 == n_years;
            let sold = if is_last { self.residual } else { Usd::ZERO };
            let basis_left = if is_last { self.capex * (1.0 - written_off) } else { Usd::ZERO };
            let ebitda = *revenue * (1.0 - self.opex_share) - self.fixed_opex;
            let tax = taxes.next_year(ebitda - self.capex * allowance + sold - basis_left);
            ProjectYear { ebitda, tax, cash: ebitda - tax + sold }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tax::macrs_half_year;

    fn project<'a>(revenue: &'a [Usd], losses: Losses) -> Project<'a> {
        Project {
            capex: Usd::of(1000.0),
            revenue,
            opex_share: 0.3,
            fixed_opex: Usd::of(40.0),
            tax_rate: 0.21,
            losses,
            allowances: macrs_half_year(5).unwrap(),
            residual: Usd::of(50.0),
        }
    }

    #[test]
    fn in_total_tax_is_due_on_cash_above_cost() {
        for n_years in [2, 4, 6, 9] {
            let revenue = vec![Usd::of(300.0); n_years];
            let asset = project(&revenue, Losses::UsedAtOnce);
            let ebitda: f64 = asset.years().map(|year| year.ebitda.value()).sum();
            let tax: f64 = asset.years().map(|year| year.tax.value()).sum();
            assert!((tax - 0.21 * (ebitda + 50.0 - 1000.0)).abs() < 1e-9, "{n_years}");
        }
    }

    #[test]
    fn without_years_there_is_no_cash() {
        assert_eq!(project(&[], Losses::CarriedForward).years().count(), 0);
    }
}
