//! What is to be reached, and by how much a scenario exceeds it.

use crate::working::told_of;
use payenough_engine::{evaluate, headline};
use payenough_model::{InputId, Inputs, Sought, Values};
use payenough_quantities::print::{percent, years};
use payenough_quantities::{PerYear, Ratio, Usd, Years};

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// This net present value.
    Npv(Usd),
    /// An internal rate of return of this: a net present value of 0 when discounted at it.
    Irr(PerYear),
    /// Cumulative cash back above zero for good after this time.
    Payback(Years),
    /// This net present value per dollar of revenue's present value.
    Margin(Ratio),
}

impl Goal {
    /// The goal that a scenario asks for.
    #[must_use]
    pub fn sought(inputs: &Inputs) -> Self {
        match inputs.sought {
            Sought::Npv => Self::Npv(Usd::ZERO),
            Sought::Irr => Self::Irr(inputs.sought_irr),
            Sought::Payback => Self::Payback(inputs.sought_payback),
            Sought::Margin => Self::Margin(inputs.sought_margin),
        }
    }

    /// What holds where it is met, or where it is not.
    #[must_use]
    pub fn said(self, is_met: bool) -> String {
        let not = if is_met { "" } else { " not" };
        match self {
            Self::Npv(_) => format!("users{} pay enough", if is_met { "" } else { " do not" }),
            Self::Irr(rate) => {
                let rate = told_of(InputId::sought_irr, &percent(rate.value()));
                format!("the rate of return is{not} at least {rate} a year")
            }
            Self::Payback(time) => {
                let time = told_of(InputId::sought_payback, &years(time.value()));
                format!("the money is{not} back for good within {time}")
            }
            Self::Margin(margin) => {
                let margin = told_of(InputId::sought_margin, &percent(margin.value()));
                format!("the net present value is{not} at least {margin} of revenue")
            }
        }
    }

    /// By how much the goal is exceeded: dollars, or years of a payback. Infinite where money never comes back, or where
    /// none was out.
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
