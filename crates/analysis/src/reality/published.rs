//! The published figures, and how this calculator computes its own counterpart.

use payenough_engine::{Outcome, Year};
use payenough_model::{CostLine, Grade, Inputs, Stream};
use payenough_quantities::print::{count, money, percent};

const MONTHS: f64 = 12.0;

/// How a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A count.
    Count,
    /// A fraction of 1.
    Share,
    /// Dollars.
    Usd,
}

impl Form {
    /// The figure as text.
    #[must_use]
    pub fn text(self, value: f64) -> String {
        match self {
            Self::Count => count(value),
            Self::Share => percent(value),
            Self::Usd => money(value),
        }
    }
}

/// Which scenarios a figure can be compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every scenario: a figure per user, per gigawatt, per hour or per message, or a share.
    Every,
    /// Scenarios of the whole market: a total over all who serve these users.
    Market,
    /// Scenarios of one lab's size.
    Lab,
    /// Scenarios of Meta's plan.
    Meta,
}

/// A published figure, and how this calculator computes its own counterpart.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Which scenarios it can be compared with.
    pub scope: Scope,
    /// What the figure counts, with its unit.
    pub label: &'static str,
    /// How the figure is printed.
    pub form: Form,
    /// The published figure.
    pub value: f64,
    /// Whose figure it is, and its date.
    pub who: &'static str,
    /// Rows of `data/` that add up to it, as `table:id`, each with a factor.
    pub facts: &'static [(&'static str, f64)],
    /// Grade of the source.
    pub grade: Grade,
    /// The scenario's own figure; `None` if it does not exist.
    pub modelled: fn(&Case<'_>) -> Option<f64>,
    /// Why the starting point (or the lab's preset, for a lab's figure) differs; empty if it differs by less than a
    /// factor of 2.
    pub why_start: &'static str,
    /// Why the article's scenario differs.
    pub why_article: &'static str,
}

/// The lines of cost of compute with its plant, less what is left of the plant.
pub fn lines_of_compute() -> impl Iterator<Item = CostLine> {
    CostLine::ALL.into_iter().filter(|it| it.is_plant() || it.is_of_compute() || *it == CostLine::Residual)
}

/// What the modelled figures are computed from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The inputs.
    pub inputs: &'a Inputs,
    /// The outcome of these inputs.
    pub outcome: &'a Outcome,
}

impl Case<'_> {
    /// The total, in a year, of a quantity of which the programme has a share.
    pub(super) fn whole(&self, year: &Year, part: f64) -> Option<f64> {
        let share = year.share.value();
        (share > 0.0).then(|| part / share)
    }

    /// What is left of a dollar of cash after compute and its plant, in present values.
    ///
    /// `1 − (plant − residual value + energy + sites + failed parts + rent + night credit)/cash`
    pub(super) fn after_compute(&self) -> Option<f64> {
        let cash: f64 = Stream::ALL
            .into_iter()
            .filter(|it| it.is_cash())
            .map(|it| self.outcome.revenue_pv[it as usize].value())
            .sum();
        let compute: f64 = lines_of_compute().map(|line| self.outcome.cost_pv[line as usize].value()).sum();
        (cash > 0.0).then(|| 1.0 - compute / cash)
    }

    /// What plans and ads bring per weekly user, in dollars a month of the year after that of the levels.
    pub(super) fn direct(&self) -> Option<f64> {
        let year = self.next()?;
        let [plans, ads] = [Stream::Subscriptions, Stream::Ads].map(|it| year.revenue[it as usize].value());
        let months = year.user_months.value();
        (months > 0.0).then(|| per_user_month(plans, ads, months))
    }

    /// The year for which levels are stated.
    pub(super) fn now(&self) -> Option<&Year> {
        self.outcome.years.get(self.inputs.stated_year())
    }

    /// The year after it.
    pub(super) fn next(&self) -> Option<&Year> {
        self.outcome.years.get(self.inputs.stated_year() + 1)
    }
}

/// What plans and ads bring per user and month: `(plans + ads)/user-months`.
pub(crate) fn per_user_month(plans: f64, ads: f64, months: f64) -> f64 {
    (plans + ads) / months
}

pub(super) fn tokens_of_all(it: &Case<'_>) -> Option<f64> {
    let year = it.now()?;
    it.whole(year, year.demand.value() / MONTHS)
}

pub(super) fn tokens_sold(it: &Case<'_>) -> Option<f64> {
    Some(it.inputs.background.value() * it.inputs.api_paid.value())
}

/// Revenue of a whole year at the pace of that for which levels are stated, of all builders: what an annualised figure is held against.
///
/// `R/M·12·U/share`
///
/// - `R` revenue of the year for which levels are stated, earned in those of its quarters with a fleet in service; `M` user-months of these; `U` users
///   on average over the year
pub(super) fn revenue_of_all(it: &Case<'_>) -> Option<f64> {
    let year = it.now()?;
    let months = year.user_months.value();
    let a_year = year.revenue_total().value() / months * MONTHS * year.active_users.value();
    if months > 0.0 { it.whole(year, a_year) } else { None }
}

pub(super) fn paying(it: &Case<'_>) -> Option<f64> {
    let year = it.now()?;
    (year.active_users.value() > 0.0).then(|| year.subscribers.share_of(year.active_users).value())
}
