//! The announced plan: what is spent on AI plant in each quarter, and for how long.

use super::lives::whole_quarters;
use super::offer::budget;
use payenough_model::{AfterPlan, CapexBasis, CapexBy, Charged, InputId, Inputs};
use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, Usd};

/// A year of the table of capex, or a later one, for which the last year of the table stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Year(usize);

impl Year {
    /// The year that lies so many years after the first of the table; `None` if it lies before.
    #[must_use]
    pub(super) fn of(after_first: i32) -> Option<Self> {
        usize::try_from(after_first).ok().map(Self)
    }

    /// Whether capex of this year is judged.
    #[must_use]
    pub(super) fn is_judged<L: Lane>(self, inputs: &Inputs<L>) -> bool {
        let first = inputs.first_judged();
        (first..first + inputs.years_judged()).contains(&self.0)
    }

    /// Capex of the year, and the part of it that is spent on AI.
    #[must_use]
    pub(super) fn capex<L: Lane>(self, inputs: &Inputs<L>) -> (Usd<L>, Ratio<L>) {
        match self.0 {
            0 => (inputs.capex_2025, inputs.ai_2025),
            1 => (inputs.capex_2026, inputs.ai_2026),
            2 => (inputs.capex_2027, inputs.ai_2027),
            3 => (inputs.capex_2028, inputs.ai_2027),
            4 => (inputs.capex_2029, inputs.ai_2027),
            5 => (inputs.capex_2030, inputs.ai_2027),
            6 => (inputs.capex_2031, inputs.ai_2027),
            _ => (inputs.capex_2032, inputs.ai_2027),
        }
    }

    /// The inputs of [`Year::capex`].
    #[must_use]
    pub(super) fn inputs(self) -> [InputId; 2] {
        match self.0 {
            0 => [InputId::capex_2025, InputId::ai_2025],
            1 => [InputId::capex_2026, InputId::ai_2026],
            2 => [InputId::capex_2027, InputId::ai_2027],
            3 => [InputId::capex_2028, InputId::ai_2027],
            4 => [InputId::capex_2029, InputId::ai_2027],
            5 => [InputId::capex_2030, InputId::ai_2027],
            6 => [InputId::capex_2031, InputId::ai_2027],
            _ => [InputId::capex_2032, InputId::ai_2027],
        }
    }
}

/// The part of AI capex that is charged: the inference share, or all of it.
#[must_use]
pub(super) fn charged_share<L: Lane>(inputs: &Inputs<L>) -> Ratio<L> {
    match inputs.charged {
        Charged::Inference => inputs.inference_share,
        Charged::All => Ratio::all(1.0),
    }
}

/// Whether purchases stop after the announced years.
#[must_use]
pub(super) fn runs_off<L: Lane>(inputs: &Inputs<L>) -> bool {
    inputs.capex_basis == CapexBasis::Announced && inputs.after_plan == AfterPlan::RunOff
}

/// Number of quarters in the announced years.
#[must_use]
pub(super) fn planned<L: Lane>(inputs: &Inputs<L>) -> L {
    match inputs.capex_by {
        CapexBy::Rate => whole_quarters(inputs.plan, 1.0),
        CapexBy::Calendar => L::all(4.0 * inputs.years_judged() as f64),
    }
}

/// What is spent in each quarter of the announced years.
#[derive(Clone, Debug)]
pub(super) enum Budgets<L: Lane> {
    /// The same in every quarter.
    Constant(Usd<L>),
    /// By quarter of the axis.
    ByQuarter(Vec<Usd<L>>),
}

impl<L: Lane> Budgets<L> {
    /// The budgets that the inputs describe: in each quarter a fourth of the year's, [`budget`].
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>) -> Self {
        let charged = charged_share(inputs);
        match inputs.capex_by {
            CapexBy::Rate => Self::Constant(budget(inputs.capex_per_year, inputs.ai_share, charged)),
            CapexBy::Calendar => {
                let years = (inputs.first_judged()..).map(Year).take(inputs.years_judged());
                let quarters = |year: Year| {
                    let (capex, ai) = year.capex(inputs);
                    [budget(capex, ai, charged); 4]
                };
                Self::ByQuarter(years.flat_map(quarters).collect())
            }
        }
    }

    /// The budget of the quarter of payment, which must be one of the announced years.
    #[inline(always)]
    #[must_use]
    pub(super) fn at(&self, paid: L) -> Usd<L> {
        match self {
            Self::Constant(budget) => *budget,
            Self::ByQuarter(list) => {
                let [budget] = L::pick(list, &paid, |it| [it.value()]);
                Usd::of(budget)
            }
        }
    }
}
