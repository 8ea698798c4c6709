//! Workings of running costs, derived from the formula of the cost, which names its operands and recomputes the number.
//!
//! The formulas of [`crate::costs`] are called twice: first with [`Noted`] terms, which record the origin of each
//! number that is read, and then with [`Again`], which reads the numbers back from the list. So no formula is repeated
//! here.

use super::parts::Rule;
use super::{Operand, Parts, Workings, fixed};
use crate::costs::running;
use crate::terms::{Amount, Amounts, Bearer, Bill, Terms};
use core::cell::{Cell, RefCell};
use payenough_model::{CostLine, InputId, Inputs};
use payenough_quantities::{Measure, Usd};

/// The running costs that a working sums.
type Lines = [bool; CostLine::COUNT];

/// Terms that record what a formula reads.
struct Noted<'a> {
    workings: &'a Workings<'a>,
    amounts: &'a dyn Fn(Amount) -> Option<Parts>,
    read: RefCell<Vec<Parts>>,
    is_charged: Cell<bool>,
}

impl Terms<f64> for Noted<'_> {
    fn input<Q: Measure<f64>>(&self, id: InputId, _: impl Fn(&Inputs) -> Q) -> Q {
        let operand = self.workings.input(id);
        self.read.borrow_mut().push(Parts::sum(vec![operand]));
        Q::measured(operand.value)
    }

    fn amount<Q: Measure<f64>>(&self, name: Amount, _: impl Fn(&Amounts) -> Q) -> Q {
        let Some(parts) = (self.amounts)(name) else {
            self.is_charged.set(false);
            return Q::measured(0.0);
        };
        let value = parts.again().unwrap_or(0.0);
        self.read.borrow_mut().push(parts);
        Q::measured(value)
    }
}

/// Records what the requested costs read.
struct Notes<'a, W> {
    of: Noted<'a>,
    wants: W,
    lines: Lines,
    read: Vec<Parts>,
}

impl<'a, W: Fn(CostLine, Bearer) -> bool> Bill<f64> for Notes<'a, W> {
    type Of = Noted<'a>;

    fn line(&mut self, line: CostLine, bearer: Bearer, formula: impl Fn(&Self::Of) -> Usd) {
        if !(self.wants)(line, bearer) {
            return;
        }
        self.of.is_charged.set(true);
        formula(&self.of);
        let read = self.of.read.take();
        if self.of.is_charged.get() {
            self.lines[line as usize] = true;
            self.read.extend(read);
        }
    }
}

/// Terms that read numbers from a list, in the order in which they were recorded.
struct Listed<'a> {
    values: &'a [f64],
    next: Cell<usize>,
}

impl Listed<'_> {
    fn next<Q: Measure<f64>>(&self) -> Q {
        let at = self.next.replace(self.next.get() + 1);
        Q::measured(self.values.get(at).copied().unwrap_or(0.0))
    }
}

impl Terms<f64> for Listed<'_> {
    fn input<Q: Measure<f64>>(&self, _: InputId, _: impl Fn(&Inputs) -> Q) -> Q {
        self.next()
    }

    fn amount<Q: Measure<f64>>(&self, _: Amount, _: impl Fn(&Amounts) -> Q) -> Q {
        self.next()
    }
}

/// The sum of the recorded costs, computed from a list.
struct Again<'a> {
    of: Listed<'a>,
    lines: Lines,
    sum: Usd,
}

impl<'a> Bill<f64> for Again<'a> {
    type Of = Listed<'a>;

    fn line(&mut self, line: CostLine, _: Bearer, formula: impl Fn(&Self::Of) -> Usd) {
        if self.lines[line as usize] {
            self.sum += formula(&self.of);
        }
    }
}

/// Finds the bearer of a cost.
struct Search(CostLine, Option<Bearer>);

/// Terms that are all 0, for visitors that only look at the rows.
struct Nothing;

impl Terms<f64> for Nothing {
    fn input<Q: Measure<f64>>(&self, _: InputId, _: impl Fn(&Inputs) -> Q) -> Q {
        Q::measured(0.0)
    }

    fn amount<Q: Measure<f64>>(&self, _: Amount, _: impl Fn(&Amounts) -> Q) -> Q {
        Q::measured(0.0)
    }
}

impl Bill<f64> for Search {
    type Of = Nothing;

    fn line(&mut self, line: CostLine, bearer: Bearer, _: impl Fn(&Self::Of) -> Usd) {
        if line == self.0 {
            self.1 = Some(bearer);
        }
    }
}

impl Workings<'_> {
    /// The sum of the requested running costs, as far as they are charged on one of the amounts.
    ///
    /// - `amounts` what each amount is computed from; `None` if there is no such amount
    pub(super) fn derived(
        &self,
        wants: impl Fn(CostLine, Bearer) -> bool,
        amounts: &dyn Fn(Amount) -> Option<Parts>,
    ) -> Parts {
        let of = Noted { workings: self, amounts, read: RefCell::default(), is_charged: Cell::new(true) };
        let mut notes = Notes { of, wants, lines: [false; CostLine::COUNT], read: Vec::new() };
        running(&mut notes);
        let lines = notes.lines;
        let (mut operands, mut rules): (Vec<Operand>, Vec<_>) = Default::default();
        for Parts { operands: some, rule, .. } in notes.read {
            rules.push((some.len(), rule));
            operands.extend(some);
        }
        Parts::of(operands, move |mut v| {
            let value = |(n, rule): &(usize, Option<Rule>)| {
                let (its, rest) = v.split_at(*n);
                v = rest;
                rule.as_ref().map_or(0.0, |rule| rule(its))
            };
            let values: Vec<f64> = rules.iter().map(value).collect();
            let mut again =
                Again { of: Listed { values: &values, next: Cell::new(0) }, lines, sum: Usd::ZERO };
            running(&mut again);
            again.sum.value()
        })
    }

    /// A running cost of a quarter.
    pub(super) fn running_cost(&self, line: CostLine, quarter: usize) -> Option<Parts> {
        let inputs = self.inputs();
        let mut search = Search(line, None);
        running(&mut search);
        let bearer = search.1?;
        let why_none = if !bearer.bears(inputs.compute, inputs.perspective) {
            match bearer {
                Bearer::Anyone | Bearer::Owner => "the landlord's cost, in the rent",
                Bearer::Renter => "nothing is rented",
                Bearer::Vendor => "its tenants' cost",
            }
        } else if line.is_held() && !self.world().fleet.service[quarter].serves() {
            "none without a fleet that bears it"
        } else {
            return Some(self.derived(|it, _| it == line, &|name| Some(self.amount(name, quarter))));
        };
        Some(Parts::product(vec![fixed(why_none, 0.0)]))
    }
}
