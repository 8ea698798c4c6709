//! The parts of a working: operands with their origins, and the rule that recomputes the number or the search that
//! found it.

use super::Figure;
use payenough_model::{Grade, InputId};

/// A published figure that is not an input: of an accelerator, of a model, or reported by others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// Name of the figure.
    pub name: &'static str,
    /// Who published it, or what it belongs to.
    pub whose: &'static str,
    /// Table in `data/`.
    pub table: &'static str,
    /// Id of the row in that table.
    pub row: &'static str,
    /// Grade of the source.
    pub grade: Grade,
}

/// The origin of an operand. `F` is the type of name for a number that has a working of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin<F = Figure> {
    /// An input: the reader's value, or a sourced default.
    Input(InputId),
    /// Another number, with a working of its own.
    Figure(F),
    /// A published figure.
    Fact(Fact),
    /// A named number of the calendar or of the equation itself.
    Fixed(&'static str),
    /// A named count over many futures, or a sum over them.
    Counted(&'static str),
}

/// One number that goes into another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operand<F = Figure> {
    /// The origin of the number.
    pub origin: Origin<F>,
    /// The value in the engine's unit.
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

    /// The same operand, with its figure renamed.
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

/// The kind of point at which a search ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The watched quantity is 0.
    Zero,
    /// The watched quantity jumps over 0.
    Jump,
    /// The watched quantity is at its maximum. `left` is then the gain from a step to either side, which is not
    /// positive.
    Most,
}

/// How a number was found by a search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Search {
    /// The range of the search, in the unit of the number.
    pub between: [f64; 2],
    /// Method of the search.
    pub method: &'static str,
    /// Name of the watched quantity.
    pub watched: &'static str,
    /// Unit of the watched quantity.
    pub unit: &'static str,
    /// The watched quantity at the answer.
    pub left: f64,
    /// The size of the watched quantity's terms, or its value at the worse end of the search: how large it could be.
    pub size: f64,
    /// The kind of point at which the search ends.
    pub end: End,
}

/// Recomputes a number from its operands.
pub(super) type Rule = Box<dyn Fn(&[f64]) -> f64>;

/// A number with the numbers that it is computed from.
pub struct Working<F = Figure> {
    /// Name of the number.
    pub figure: F,
    /// Its value in the engine's unit.
    pub value: f64,
    /// The operands, in the order of the equation.
    pub operands: Vec<Operand<F>>,
    /// The search that found it, if there was one.
    pub search: Option<Search>,
    rule: Option<Rule>,
}

impl<F> Working<F> {
    /// A working from its parts.
    #[must_use]
    pub fn new(figure: F, value: f64, parts: Parts<F>) -> Self {
        let Parts { operands, search, rule } = parts;
        Self { figure, value, operands, search, rule }
    }

    /// Recomputes the number from the operands alone; `None` if only a search can find it.
    #[must_use]
    pub fn again(&self) -> Option<f64> {
        let values: Vec<f64> = self.operands.iter().map(|it| it.value).collect();
        self.rule.as_ref().map(|rule| rule(&values))
    }

    /// The same working, with its figures renamed.
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

/// A working whose number is not yet known.
pub struct Parts<F = Figure> {
    pub(super) operands: Vec<Operand<F>>,
    pub(super) search: Option<Search>,
    pub(super) rule: Option<Rule>,
}

impl<F> Parts<F> {
    /// A rule and its operands.
    #[must_use]
    pub fn of(operands: Vec<Operand<F>>, rule: impl Fn(&[f64]) -> f64 + 'static) -> Self {
        Self { operands, search: None, rule: Some(Box::new(rule)) }
    }

    /// The sum of the operands.
    #[must_use]
    pub fn sum(operands: Vec<Operand<F>>) -> Self {
        Self::of(operands, |v| v.iter().sum())
    }

    /// The product of the operands.
    #[must_use]
    pub fn product(operands: Vec<Operand<F>>) -> Self {
        Self::of(operands, |v| v.iter().product())
    }

    /// The first operand divided by the second.
    #[must_use]
    pub fn over(top: Operand<F>, bottom: Operand<F>) -> Self {
        Self::of(vec![top, bottom], |v| v[0] / v[1])
    }

    /// The first operand minus the second.
    #[must_use]
    pub fn less(from: Operand<F>, taken: Operand<F>) -> Self {
        Self::of(vec![from, taken], |v| v[0] - v[1])
    }

    /// These parts combined with one more operand.
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

    /// These parts multiplied by one more operand.
    #[must_use]
    pub fn times(self, operand: Operand<F>) -> Self
    where
        F: 'static,
    {
        self.with(operand, |before, by| before * by)
    }

    /// The sum of these parts and others.
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

    /// A number without operands.
    #[must_use]
    pub(super) fn constant(value: f64) -> Self {
        Self::of(Vec::new(), move |_| value)
    }

    /// A search without a rule. The operands determine where it ends.
    #[must_use]
    pub fn found(operands: Vec<Operand<F>>, search: Search) -> Self {
        Self { operands, search: Some(search), rule: None }
    }

    /// These parts as a rule that holds at the end of a search.
    #[must_use]
    pub fn searched(self, search: Search) -> Self {
        Self { search: Some(search), ..self }
    }

    /// Recomputes the number from the operands.
    #[must_use]
    pub fn again(&self) -> Option<f64> {
        let values: Vec<f64> = self.operands.iter().map(|it| it.value).collect();
        self.rule.as_ref().map(|rule| rule(&values))
    }
}
