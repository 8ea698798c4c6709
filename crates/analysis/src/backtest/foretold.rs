//! What the scenario of January 2025 foretells, put together from its own numbers.

use super::{FORETELLS, Observed};
use crate::reality::per_user_month;
use payenough_engine::{Outcome, Year, evaluate};
use payenough_model::scenario::{Preset, VINTAGES};
use payenough_model::{InputId, Inputs, Stream, Values};

/// A number of the scenario with its name.
pub type Term = (&'static str, f64);

/// How the scenario comes to a figure.
#[derive(Clone, Copy, Debug)]
pub enum Foretold {
    /// The product of these inputs and of the number of the figure's units in one of theirs.
    Product(&'static [InputId], f64),
    /// An input raised by the share that another gives: `a·(1 + b)`.
    Raised(InputId, InputId),
    /// All weekly users of the figure's year, those whom other fleets serve included: users ÷ share served.
    Users,
    /// What plans and ads bring per user and month in the second year.
    Direct,
}

impl Foretold {
    /// The figure from its terms, in their order.
    #[must_use]
    pub fn of(self, terms: &[f64]) -> f64 {
        match (self, terms) {
            (Self::Raised(..), [base, share]) => base * (1.0 + share),
            (Self::Users, [users, share]) => users / share,
            (Self::Direct, [plans, ads, months]) => per_user_month(*plans, *ads, *months),
            _ => terms.iter().product(),
        }
    }
}

/// The scenario that foretells.
pub struct Foreteller {
    values: Values,
    outcome: Outcome,
}

impl Default for Foreteller {
    fn default() -> Self {
        Self::new()
    }
}

impl Foreteller {
    /// The preset of the article on the first dated set.
    #[must_use]
    pub fn new() -> Self {
        let start = VINTAGES[0].values();
        let values = Preset::find(FORETELLS).map_or(start, |preset| preset.on(start));
        let outcome = evaluate(&Inputs::read(&values));
        Self { values, outcome }
    }

    /// What it foretells of a row; `None` if it says nothing of it.
    #[must_use]
    pub fn value(&self, row: &Observed) -> Option<f64> {
        let terms: Vec<f64> = self.terms(row)?.iter().map(|it| it.1).collect();
        Some(row.foretold.of(&terms)).filter(|it| it.is_finite())
    }

    /// The numbers that it comes to this from.
    #[must_use]
    pub fn terms(&self, row: &Observed) -> Option<Vec<Term>> {
        let input = |id: InputId| (id.spec().label, id.spec().to_base(self.values.get(id)));
        Some(match row.foretold {
            Foretold::Product(inputs, units) => {
                let mut all: Vec<Term> = inputs.iter().copied().map(input).collect();
                all.extend((units != 1.0).then_some(("units of the figure in one of these", units)));
                all
            }
            Foretold::Raised(base, share) => vec![input(base), input(share)],
            Foretold::Users => {
                let year = self.outcome.years.iter().find(|it| it.year == row.year)?;
                vec![
                    ("weekly users of the year", year.active_users.value()),
                    ("share of users credited", year.share.value()),
                ]
            }
            Foretold::Direct => {
                let year: &Year = self.outcome.years.get(1)?;
                let of = |stream: Stream| year.revenue[stream as usize].value();
                vec![
                    ("plans in the second year", of(Stream::Subscriptions)),
                    ("ads in the second year", of(Stream::Ads)),
                    ("user-months of that year", year.user_months.value()),
                ]
            }
        })
    }
}
