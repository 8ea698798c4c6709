//! What a working is made of: operands with where they come from, the rule that computes the number again, or the search
//! that found it.

use super::Figure;
use payenough_model::{Grade, InputId};

/// A published figure that is no input: of an accelerator, a model, or what others reported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub name: &'static str,
    /// Whose.
    pub whose: &'static str,
    /// Table of `data/`.
    pub table: &'static str,
    /// Row of that table.
    pub row: &'static str,
    /// How good it is.
    pub grade: Grade,
}

/// Where an operand comes from. `F` names a number that has a working of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin<F = Figure> {
    /// An input: the reader's, or a sourced default.
    Input(InputId),
    /// Another number, with a working of its own.
    Figure(F),
    /// A published figure.
    Fact(Fact),
    /// A number of the calendar or of the equation itself, by name.
    Fixed(&'static str),
    /// A count over many futures, or a sum over them, by name.
    Counted(&'static str),
}

/// One number that goes into another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operand<F = Figure> {
    /// Where it comes from.
    pub origin: Origin<F>,
    /// In the engine's unit.
    pub value: f64,
}

impl<F> Operand<F> {
    /// A number of the calendar or of the equation itself.
    #[must_use]
    pub const fn fixed(name: &'static str, value: f64) -> Self {
        Self { origin: Origin::Fixed(name), value }
    }

    /// A published figure.
    #[must_use]
    pub const fn fact(fact: Fact, value: f64) -> Self {
        Self { origin: Origin::Fact(fact), value }
    }

    /// A count over many futures, or a sum over them.
    #[must_use]
    pub const fn counted(name: &'static str, value: f64) -> Self {
        Self { origin: Origin::Counted(name), value }
    }

    /// The same with another way to name numbers.
    pub fn named<G>(self, name: impl FnOnce(F) -> G) -> Operand<G> {
        let origin = match self.origin {
            Origin::Input(id) => Origin::Input(id),
            Origin::Figure(figure) => Origin::Figure(name(figure)),
            Origin::Fact(fact) => Origin::Fact(fact),
            Origin::Fixed(name) => Origin::Fixed(name),
            Origin::Counted(name) => Origin::Counted(name),
        };
        Operand { origin, value: self.value }
    }
}

/// What a search ends at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Where what is watched is 0.
    Zero,
    /// Where what is watched jumps over 0.
    Jump,
    /// Where what is watched is at its most: left is what a step to either side gains, which is nothing.
    Most,
}

/// How a number was searched for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Search {
    /// Between which values it was looked for, in the number's unit.
    pub between: [f64; 2],
    /// By which method.
    pub method: &'static str,
    /// What is watched on the way.
    pub watched: &'static str,
    /// The unit of that.
    pub unit: &'static str,
    /// What is watched, at the answer.
    pub left: f64,
    /// What it is made of, or is at the worse end of the search: how large it could be.
    pub size: f64,
    /// What it ends at.
    pub end: End,
}

/// What computes a number again from its operands.
pub(super) type Rule = Box<dyn Fn(&[f64]) -> f64>;

/// A number with what it is worked out from.
pub struct Working<F = Figure> {
    /// Which.
    pub figure: F,
    /// Its value in the engine's unit.
    pub value: f64,
    /// What goes into it, in the order of the equation.
    pub operands: Vec<Operand<F>>,
    /// How it was searched for, where it was.
    pub search: Option<Search>,
    rule: Option<Rule>,
}

impl<F> Working<F> {
    /// A working of parts.
    #[must_use]
    pub fn new(figure: F, value: f64, parts: Parts<F>) -> Self {
        let Parts { operands, search, rule } = parts;
        Self { figure, value, operands, search, rule }
    }

    /// The number again, from the operands alone; absent where it is found by a search alone.
    #[must_use]
    pub fn again(&self) -> Option<f64> {
        let values: Vec<f64> = self.operands.iter().map(|it| it.value).collect();
        self.rule.as_ref().map(|rule| rule(&values))
    }

    /// The same with another way to name numbers.
    pub fn named<G>(self, name: impl Fn(F) -> G) -> Working<G> {
        Working {
            figure: name(self.figure),
            value: self.value,
            operands: self.operands.into_iter().map(|it| it.named(&name)).collect(),
            search: self.search,
            rule: self.rule,
        }
    }
}

/// What a working is before its number is known.
pub struct Parts<F = Figure> {
    pub(super) operands: Vec<Operand<F>>,
    pub(super) search: Option<Search>,
    pub(super) rule: Option<Rule>,
}

impl<F> Parts<F> {
    /// A rule on operands.
    #[must_use]
    pub fn of(operands: Vec<Operand<F>>, rule: impl Fn(&[f64]) -> f64 + 'static) -> Self {
        Self { operands, search: None, rule: Some(Box::new(rule)) }
    }

    /// The sum of operands.
    #[must_use]
    pub fn sum(operands: Vec<Operand<F>>) -> Self {
        Self::of(operands, |v| v.iter().sum())
    }

    /// The product of operands.
    #[must_use]
    pub fn product(operands: Vec<Operand<F>>) -> Self {
        Self::of(operands, |v| v.iter().product())
    }

    /// The first operand over the second.
    #[must_use]
    pub fn over(top: Operand<F>, bottom: Operand<F>) -> Self {
        Self::of(vec![top, bottom], |v| v[0] / v[1])
    }

    /// The first operand less the second.
    #[must_use]
    pub fn less(from: Operand<F>, taken: Operand<F>) -> Self {
        Self::of(vec![from, taken], |v| v[0] - v[1])
    }

    /// The same number combined with one more operand.
    #[must_use]
    pub fn with(mut self, operand: Operand<F>, rule: impl Fn(f64, f64) -> f64 + 'static) -> Self
    where
        F: 'static,
    {
        let n = self.operands.len();
        self.operands.push(operand);
        let before = self.rule.take();
        self.rule = before.map(|before| -> Rule { Box::new(move |v| rule(before(&v[..n]), v[n])) });
        self
    }

    /// The same times one more operand.
    #[must_use]
    pub fn times(self, operand: Operand<F>) -> Self
    where
        F: 'static,
    {
        self.with(operand, |before, by| before * by)
    }

    /// The same and another part, added.
    #[must_use]
    pub fn plus(self, other: Self) -> Self
    where
        F: 'static,
    {
        let n = self.operands.len();
        let (Some(one), Some(two)) = (self.rule, other.rule) else {
            return Self { operands: self.operands, search: self.search, rule: None };
        };
        let operands = self.operands.into_iter().chain(other.operands).collect();
        Self::of(operands, move |v| one(&v[..n]) + two(&v[n..]))
    }

    /// A number that needs nothing.
    #[must_use]
    pub(super) fn constant(value: f64) -> Self {
        Self::of(Vec::new(), move |_| value)
    }

    /// A search that ends where its operands say.
    #[must_use]
    pub fn found(operands: Vec<Operand<F>>, search: Search) -> Self {
        Self { operands, search: Some(search), rule: None }
    }

    /// A rule that holds at the end of a search.
    #[must_use]
    pub fn searched(self, search: Search) -> Self {
        Self { search: Some(search), ..self }
    }

    /// The number from the operands.
    #[must_use]
    pub fn again(&self) -> Option<f64> {
        let values: Vec<f64> = self.operands.iter().map(|it| it.value).collect();
        self.rule.as_ref().map(|rule| rule(&values))
    }
}
