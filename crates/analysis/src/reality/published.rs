//! The published figures, and how this calculator comes to its own.

use payenough_engine::{CAPEX_LINES, Outcome, Year};
use payenough_model::{CostLine, Grade, Inputs, Stream};
use payenough_quantities::print::{count, money, percent};

const MONTHS: f64 = 12.0;

/// How a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// How many.
    Count,
    /// A share of 1.
    Share,
    /// Dollars.
    Usd,
}

impl Form {
    /// The figure in words.
    #[must_use]
    pub fn said(self, value: f64) -> String {
        match self {
            Self::Count => count(value),
            Self::Share => percent(value),
            Self::Usd => money(value),
        }
    }
}

/// Which scenarios a figure can be held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Per user, per gigawatt, per hour, per message, or a share: every scenario.
    Every,
    /// A sum over all who serve these users: scenarios of the market.
    Market,
    /// One lab's: scenarios of its size.
    Lab,
    /// Meta's: scenarios of its plan.
    Meta,
}

/// A published figure, and how this calculator comes to its own.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// What it can be held against.
    pub scope: Scope,
    /// What is counted, with its unit.
    pub label: &'static str,
    /// How it is printed.
    pub form: Form,
    /// The figure.
    pub value: f64,
    /// Whose it is, and of when.
    pub who: &'static str,
    /// Rows of `data/` that sum to it: `table:id`, each times the factor.
    pub facts: &'static [(&'static str, f64)],
    /// How good it is.
    pub grade: Grade,
    /// What this scenario gives; absent where it does not exist.
    pub modelled: fn(&Case<'_>) -> Option<f64>,
    /// Why the starting point, or for a lab's figure the lab's preset, parts from it; empty where it does not by more than 2 times.
    pub why_start: &'static str,
    /// Why the article's scenario does.
    pub why_article: &'static str,
}

/// What compute costs beside its plant, and what is left of that.
pub const COMPUTE_RUNNING: [CostLine; 6] = [
    CostLine::Energy,
    CostLine::Site,
    CostLine::Replacement,
    CostLine::NightCredit,
    CostLine::Rent,
    CostLine::Residual,
];

/// What a modelled figure is worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The inputs.
    pub inputs: &'a Inputs,
    /// Their answer.
    pub outcome: &'a Outcome,
}

impl Case<'_> {
    /// All of a quantity of the first year that the programme's share is part of.
    fn whole(&self, part: f64) -> Option<f64> {
        let share = self.inputs.programme_share.value();
        (share > 0.0).then(|| part / share)
    }

    /// What is left of a dollar of cash after compute with its plant, in present values.
    ///
    /// `1 − (plant − what is left of it + energy + sites + failed parts + rent + night credit)/cash`
    pub(super) fn after_compute(&self) -> Option<f64> {
        let cash: f64 = Stream::ALL
            .into_iter()
            .filter(|it| it.is_cash())
            .map(|it| self.outcome.revenue_pv[it as usize].value())
            .sum();
        let lines = CAPEX_LINES.into_iter().chain(COMPUTE_RUNNING);
        let compute: f64 = lines.map(|line| self.outcome.cost_pv[line as usize].value()).sum();
        (cash > 0.0).then(|| 1.0 - compute / cash)
    }

    /// What plans and ads bring per weekly user, $ a month of the second year.
    pub(super) fn direct(&self) -> Option<f64> {
        let year = self.year(1)?;
        let paid = year.revenue[Stream::Subscriptions as usize] + year.revenue[Stream::Ads as usize];
        let months = year.user_months.value();
        (months > 0.0).then(|| paid.value() / months)
    }

    pub(super) fn year(&self, at: usize) -> Option<&Year> {
        self.outcome.years.get(at)
    }
}

pub(super) fn tokens_of_all(it: &Case<'_>) -> Option<f64> {
    it.whole(it.year(0)?.demand.value() / MONTHS)
}

pub(super) fn tokens_sold(it: &Case<'_>) -> Option<f64> {
    Some(it.inputs.background.value() * it.inputs.api_paid.value())
}

pub(super) fn revenue_of_all(it: &Case<'_>) -> Option<f64> {
    it.whole(it.year(0)?.revenue_total().value())
}

pub(super) fn paying(it: &Case<'_>) -> Option<f64> {
    let year = it.year(0)?;
    (year.active_users.value() > 0.0).then(|| year.subscribers.share_of(year.active_users).value())
}
