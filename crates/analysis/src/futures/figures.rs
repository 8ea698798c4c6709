//! The headline figures of many futures, with their needed and expected amounts by year: one row of numbers per future.

use super::statistics::{percentile, sorted};
use payenough_engine::Outcome;
use payenough_engine::working::{Figure, Kind};

/// A headline figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// What comes back of each dollar of cost, in cents.
    Back,
    /// Net present value in dollars.
    Npv,
    /// Expected amount in dollars per user and month: what a user brings in.
    Expected,
    /// What a user costs, in dollars per user and month.
    Cost,
    /// Needed amount in dollars per user and month.
    Needed,
    /// Expected minus needed amount in dollars per user and month.
    Gap,
    /// Internal rate of return per year.
    Irr,
    /// Payback time in years.
    Payback,
    /// Discounted payback time in years.
    DiscountedPayback,
}

impl Headline {
    /// All figures, in the order in which a row holds them.
    pub const ALL: [Self; 9] = [
        Self::Back,
        Self::Npv,
        Self::Expected,
        Self::Cost,
        Self::Needed,
        Self::Gap,
        Self::Irr,
        Self::Payback,
        Self::DiscountedPayback,
    ];

    /// Name shown to people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Back => "Back per dollar of cost",
            Self::Npv => "Net present value",
            Self::Cost => "Cost per user and month",
            Self::Needed => "Needed per user and month",
            Self::Expected => "Expected per user and month",
            Self::Gap => "Expected less needed, per user and month",
            Self::Irr => "Internal rate of return",
            Self::Payback => "Payback",
            Self::DiscountedPayback => "Discounted payback",
        }
    }

    /// Stable name for machines, with its unit.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Back => "cents_back_per_dollar",
            Self::Npv => "npv_usd",
            Self::Cost => "cost_usd_per_user_month",
            Self::Needed => "needed_usd_per_user_month",
            Self::Expected => "expected_usd_per_user_month",
            Self::Gap => "gap_usd_per_user_month",
            Self::Irr => "irr_per_yr",
            Self::Payback => "payback_yr",
            Self::DiscountedPayback => "discounted_payback_yr",
        }
    }

    /// The engine's figure whose working explains this number.
    #[must_use]
    pub const fn figure(self) -> Figure {
        match self {
            Self::Back => Figure::new(Kind::BackPerDollar, 0, 0),
            Self::Cost => Figure::new(Kind::CostEach, 0, 0),
            Self::Npv => Figure::new(Kind::Npv, 0, 0),
            Self::Needed => Figure::new(Kind::Needed, 0, 0),
            Self::Expected => Figure::new(Kind::Expected, 0, 0),
            Self::Gap => Figure::new(Kind::Gap, 0, 0),
            Self::Irr => Figure::new(Kind::Irr, 0, 0),
            Self::Payback => Figure::new(Kind::Payback, 1, 0),
            Self::DiscountedPayback => Figure::new(Kind::Payback, 2, 0),
        }
    }

    fn of(self, outcome: &Outcome) -> Option<f64> {
        match self {
            Self::Back => outcome.benefit_cost.map(|it| 100.0 * it.value()),
            Self::Cost => outcome.cost_per_user_month.map(|it| it.value()),
            Self::Npv => Some(outcome.npv.value()),
            Self::Needed => outcome.needed.map(|it| it.value()),
            Self::Expected => Some(outcome.expected.value()),
            Self::Gap => outcome.needed.map(|needed| (outcome.expected - needed).value()),
            Self::Irr => outcome.irr.map(|it| it.value()),
            Self::Payback => outcome.payback.map(|it| it.value()),
            Self::DiscountedPayback => outcome.discounted_payback.map(|it| it.value()),
        }
    }
}

/// The figures of many futures. NaN marks a figure that does not exist in a future.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    n_years: usize,
    rows: Vec<f64>,
}

impl Figures {
    /// How many numbers a row has for a horizon of `n_years` years.
    #[must_use]
    pub const fn width(n_years: usize) -> usize {
        Headline::ALL.len() + 2 * n_years
    }

    /// The rows of full outcomes over `n_years` years; missing years are NaN.
    #[must_use]
    pub fn of(n_years: usize, outcomes: &[Outcome]) -> Self {
        let mut rows = Vec::with_capacity(outcomes.len() * Self::width(n_years));
        for outcome in outcomes {
            rows.extend(Headline::ALL.map(|it| it.of(outcome).unwrap_or(f64::NAN)));
            for year in 0..n_years {
                let year = outcome.years.get(year);
                let needed = year.and_then(|it| it.needed).map_or(f64::NAN, |it| it.value());
                let expected = year.and_then(|it| it.expected).map_or(f64::NAN, |it| it.value());
                rows.extend([needed, expected]);
            }
        }
        Self { n_years, rows }
    }

    /// Restores figures from a list of rows; `None` if the list does not consist of whole rows.
    #[must_use]
    pub fn from_rows(n_years: usize, rows: Vec<f64>) -> Option<Self> {
        rows.len().is_multiple_of(Self::width(n_years)).then_some(Self { n_years, rows })
    }

    /// The rows as one list.
    #[must_use]
    pub fn into_rows(self) -> Vec<f64> {
        self.rows
    }

    /// Number of futures.
    #[must_use]
    pub fn n_futures(&self) -> usize {
        self.rows.len() / Self::width(self.n_years)
    }

    /// Number of years in a row.
    #[must_use]
    pub const fn n_years(&self) -> usize {
        self.n_years
    }

    fn column(&self, at: usize) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().skip(at).step_by(Self::width(self.n_years)).copied()
    }

    /// The values of a headline figure in all futures in which it exists, sorted.
    #[must_use]
    pub fn headline(&self, which: Headline) -> Vec<f64> {
        let existing: Vec<f64> = self.column(which as usize).filter(|it| it.is_finite()).collect();
        sorted(&existing)
    }

    /// The values of a headline figure in every future, in order; NaN where it does not exist.
    #[must_use]
    pub fn each(&self, which: Headline) -> Vec<f64> {
        self.column(which as usize).collect()
    }

    /// The needed (side 0) or expected (side 1) amount of a year in every future, in order; NaN where it does not
    /// exist.
    #[must_use]
    pub fn each_year(&self, year: usize, side: usize) -> Vec<f64> {
        self.column(Headline::ALL.len() + 2 * year + side).collect()
    }

    /// Percentiles, given as fractions of 1, of the needed and the expected amount of a year, over the futures in which
    /// the amount exists; `None` if it exists in no future.
    #[must_use]
    pub fn year(&self, year: usize, percentiles: &[f64]) -> [Option<Vec<f64>>; 2] {
        [0, 1].map(|side| {
            let at = Headline::ALL.len() + 2 * year + side;
            let existing: Vec<f64> = self.column(at).filter(|it| it.is_finite()).collect();
            let ranked = sorted(&existing);
            percentiles.iter().map(|&p| percentile(&ranked, p)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_engine::evaluate;
    use payenough_model::{InputId, Inputs, Values};

    #[test]
    fn rows_match_the_outcomes() {
        let at =
            |rate: f64| evaluate(&Inputs::read(&Values::STARTING_POINT.with(InputId::discount_rate, rate)));
        let outcomes = [at(5.0), at(9.0), at(14.0)];
        let figures = Figures::of(10, &outcomes);
        assert_eq!((figures.n_futures(), figures.n_years()), (3, 10));
        let npv = figures.each(Headline::Npv);
        assert_eq!(npv, outcomes.iter().map(|it| it.npv.value()).collect::<Vec<_>>());
        assert!(figures.headline(Headline::Npv).is_sorted());
        let [needed, _] = figures.year(1, &[0.5]);
        assert_eq!(needed.map(|it| it[0]), outcomes[1].years[1].needed.map(|it| it.value()));
        let again = Figures::from_rows(10, figures.clone().into_rows());
        assert_eq!(again.map(|it| it.n_futures()), Some(3));
        assert_eq!(Figures::from_rows(10, vec![0.0; 5]), None);
    }
}
