//! Workings of break-even: the multiple of revenue, the amount that each line then needs, and the tax at that revenue.

use super::money::shares_of_revenue;
use super::{End, Kind, Parts, Search, Workings};
use crate::ledger::LARGEST_MULTIPLE;
use crate::tax::{Losses, tax_by_year};
use payenough_model::{CostLine, InputId, Stream};
use payenough_quantities::Usd;

impl Workings<'_> {
    pub(super) fn needed_line(&self, line: CostLine) -> Parts {
        let months = self.figure(Kind::UserMonths, 0, 0);
        match line {
            CostLine::Tax => Parts::of(vec![self.figure(Kind::TaxEven, 0, 0), months], |v| v[0] / v[1]),
            _ if line.follows_revenue() => Parts::of(
                vec![self.figure(Kind::Cost, line as usize, 0), self.figure(Kind::Multiple, 0, 0), months],
                |v| v[0] * v[1] / v[2],
            ),
            _ => Parts::of(vec![self.figure(Kind::Cost, line as usize, 0), months], |v| v[0] / v[1]),
        }
    }

    pub(super) fn multiple_parts(&self) -> Parts {
        let mut all = vec![self.figure(Kind::TaxEven, 0, 0)];
        let held =
            CostLine::ALL.into_iter().filter(|it| it.is_held() || it.is_plant() || *it == CostLine::Residual);
        all.extend(held.map(|it| self.figure(Kind::Cost, it as usize, 0)).filter(|it| it.value != 0.0));
        let n_costs = all.len();
        let beside = Stream::ALL.into_iter().filter(|it| !it.is_cash());
        all.extend(beside.map(|it| self.figure(Kind::Revenue, it as usize, 0)).filter(|it| it.value != 0.0));
        let n_held = all.len();
        let cash = Stream::ALL.into_iter().filter(|it| it.is_cash());
        all.extend(cash.map(|it| self.figure(Kind::Revenue, it as usize, 0)).filter(|it| it.value != 0.0));
        let n_cash = all.len();
        all.extend(shares_of_revenue().map(|it| self.figure(Kind::Cost, it as usize, 0)));
        let parts = Parts::of(all, move |v| {
            let sum = |part: &[f64]| part.iter().sum::<f64>();
            let needed = sum(&v[..n_costs]) - sum(&v[n_costs..n_held]);
            needed.max(0.0) / (sum(&v[n_held..n_cash]) - sum(&v[n_cash..]))
        });
        if self.multiple == Some(0.0) {
            // if nothing is needed, there is no root to search for
            return parts;
        }
        let books = self.books.breakeven();
        parts.searched(Search {
            between: [0.0, LARGEST_MULTIPLE],
            method: "a secant on a bracket, every third step a halving; tax below is that at the answer",
            watched: "net present value",
            unit: "$",
            left: self.multiple.map_or(0.0, |it| books.npv(it)),
            size: books.npv(0.0),
            end: End::Zero,
        })
    }

    pub(super) fn losses(&self) -> Losses {
        match self.inputs().losses {
            payenough_model::Losses::UsedAtOnce => Losses::UsedAtOnce,
            payenough_model::Losses::CarriedForward => Losses::CarriedForward,
        }
    }

    pub(super) fn tax_parts(&self, income: Kind, year: usize) -> Parts {
        let losses = self.losses();
        let first = if losses == Losses::UsedAtOnce { year } else { 0 };
        let mut all = self.all(&[InputId::tax_rate]);
        all.extend((first..=year).map(|year| self.figure(income, 0, year)));
        Parts::of(all, move |v| {
            let income: Vec<Usd> = v[1..].iter().map(|&it| Usd::of(it)).collect();
            let mut tax = vec![Usd::ZERO; income.len()];
            tax_by_year(&income, v[0], losses, &mut tax);
            tax.last().map_or(0.0, |it| it.value())
        })
    }
}
