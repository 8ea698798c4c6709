//! The goal to reach, and by how much a scenario exceeds it.

use crate::working::linked;
use payenough_engine::{evaluate, headline};
use payenough_model::{InputId, Inputs, Sought, Values};
use payenough_quantities::print::{percent, years};
use payenough_quantities::{PerYear, Ratio, Usd, Years};

/// The goal to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// A net present value of this much.
    Npv(Usd),
    /// An internal rate of return of this much: the net present value is 0 when discounted at this rate.
    Irr(PerYear),
    /// Cumulative cash is above zero for good by this time.
    Payback(Years),
    /// This ratio of net present value to the present value of revenue.
    Margin(Ratio),
}

impl Goal {
    /// The goal that a scenario's inputs ask for.
    #[must_use]
    pub fn sought(inputs: &Inputs) -> Self {
        match inputs.sought {
            Sought::Npv => Self::Npv(Usd::ZERO),
            Sought::Irr => Self::Irr(inputs.sought_irr),
            Sought::Payback => Self::Payback(inputs.sought_payback),
            Sought::Margin => Self::Margin(inputs.sought_margin),
        }
    }

    /// What is true if the goal is met, or if it is not, as a clause.
    #[must_use]
    pub fn clause(self, is_met: bool) -> String {
        let not = if is_met { "" } else { " not" };
        match self {
            Self::Npv(_) if is_met => "each dollar of cost comes back".to_owned(),
            Self::Npv(_) => "less than each dollar of cost comes back".to_owned(),
            Self::Irr(rate) => {
                let rate = linked(InputId::sought_irr, &percent(rate.value()));
                format!("the rate of return is{not} at least {rate} a year")
            }
            Self::Payback(time) => {
                let time = linked(InputId::sought_payback, &years(time.value()));
                format!("the money is{not} back for good within {time}")
            }
            Self::Margin(margin) => {
                let margin = linked(InputId::sought_margin, &percent(margin.value()));
                format!("the net present value is{not} at least {margin} of revenue")
            }
        }
    }

    /// The amount by which the goal is exceeded, in dollars, or in years for a payback time. It is infinite if the
    /// money never comes back, or if none was spent.
    #[must_use]
    pub fn excess(self, values: &Values) -> f64 {
        match self {
            Self::Npv(target) => (headline(&Inputs::read(values)) - target).value(),
            Self::Irr(target) => {
                let mut inputs = Inputs::read(values);
                inputs.discount_rate = target;
                headline(&inputs).value()
            }
            Self::Payback(target) => {
                let outcome = evaluate(&Inputs::read(values));
                let left = outcome.years.last().map_or(0.0, |year| year.cumulative.value());
                match outcome.payback {
                    Some(payback) => (target - payback).value(),
                    None if left < 0.0 => f64::NEG_INFINITY,
                    None => f64::INFINITY,
                }
            }
            Self::Margin(target) => {
                let outcome = evaluate(&Inputs::read(values));
                let revenue: Usd = outcome.revenue_pv.iter().copied().sum();
                (outcome.npv - revenue * target).value()
            }
        }
    }
}
