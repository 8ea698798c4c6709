//! How a number of the answer is worked out: its equation, and what goes into it, down to the inputs.
//!
//! A [`Working`] is made beside the number from the same world that the answer stands on. Its rule computes the number
//! again from its operands alone; `tests/working.rs` holds the two together for every figure that can be reached.

mod beside;
mod flows;
mod load;
mod money;
mod people;
mod plant;
mod table;
mod years;

pub use table::{Kind, When};

use super::answer::{best_life, seen};
use super::ledger::Ledger;
use super::run::{Quarter, Span, World};
use crate::model::{CostLine, InputId, Inputs, MarginName, Stream, Switch, Values};

/// A number of one scenario: what it is, of which line, and of which quarter, year or eighth of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// What it is.
    pub kind: Kind,
    /// Which line, class or layer, where the kind has several.
    pub line: usize,
    /// Which quarter or year from 0, where the kind moves in time.
    pub at: usize,
}

impl Figure {
    /// A figure.
    #[must_use]
    pub const fn new(kind: Kind, line: usize, at: usize) -> Self {
        Self { kind, line, at }
    }

    /// Its name in a request.
    #[must_use]
    pub fn key(self) -> String {
        format!("{}.{}.{}", self.kind.key(), self.line, self.at)
    }

    /// The figure of a name; `None` if there is none.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.split('.');
        let kind = parts.next()?;
        let kind = Kind::ALL.into_iter().find(|it| it.key() == kind)?;
        let mut number = || parts.next()?.parse().ok();
        Some(Self { kind, line: number()?, at: number()? })
    }
}

/// Names of the classes of customers, in their order.
const CLASSES: [&str; 5] =
    ["subscribers", "business seats", "tokens sold", "users without plan or seat", "the vendors' own use"];

impl Figure {
    /// The name of its line; empty where the kind has one line alone.
    #[must_use]
    pub fn line_name(self) -> &'static str {
        match self.kind {
            Kind::Revenue | Kind::RevenueYear | Kind::StreamYear | Kind::Stream => {
                Stream::ALL.get(self.line).map_or("", |it| it.label())
            }
            Kind::Cost | Kind::CostYear | Kind::LineYear | Kind::Outlay | Kind::NeededLine => {
                CostLine::ALL.get(self.line).map_or("", |it| it.label())
            }
            Kind::Margin => MarginName::ALL.get(self.line).map_or("", |it| it.label()),
            Kind::Tokens | Kind::Work | Kind::Fill | Kind::IfServed => {
                CLASSES.get(self.line).copied().unwrap_or_default()
            }
            _ => "",
        }
    }
}

/// Where an operand comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin {
    /// An input: the reader's, or a sourced default.
    Input(InputId),
    /// Another figure, with a working of its own.
    Figure(Figure),
    /// A number of the calendar or of the equation itself, by name.
    Fixed(&'static str),
}

/// One number that goes into another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operand {
    /// Where it comes from.
    pub origin: Origin,
    /// In the engine's unit.
    pub value: f64,
}

/// What computes a number again from its operands.
type Rule = Box<dyn Fn(&[f64]) -> f64>;

/// A number with what it is worked out from.
pub struct Working {
    /// Which.
    pub figure: Figure,
    /// Its value in the engine's unit.
    pub value: f64,
    /// What goes into it, in the order of the equation.
    pub operands: Vec<Operand>,
    rule: Option<Rule>,
}

impl Working {
    /// The number again, from the operands alone; absent where the equation has no closed form and the figure says so.
    #[must_use]
    pub fn again(&self) -> Option<f64> {
        let values: Vec<f64> = self.operands.iter().map(|it| it.value).collect();
        self.rule.as_ref().map(|rule| rule(&values))
    }
}

/// What a working is before its figure is known.
struct Parts {
    operands: Vec<Operand>,
    rule: Option<Rule>,
}

impl Parts {
    fn of(operands: Vec<Operand>, rule: impl Fn(&[f64]) -> f64 + 'static) -> Self {
        Self { operands, rule: Some(Box::new(rule)) }
    }

    fn sum(operands: Vec<Operand>) -> Self {
        Self::of(operands, |v| v.iter().sum())
    }

    fn product(operands: Vec<Operand>) -> Self {
        Self::of(operands, |v| v.iter().product())
    }

    /// What stands behind a number that is found by a search or a long calculation.
    fn stands_on(operands: Vec<Operand>) -> Self {
        Self { operands, rule: None }
    }
}

/// All figures of one scenario.
pub struct Workings<'a> {
    values: &'a Values,
    books: Ledger<'a>,
    multiple: Option<f64>,
}

/// Opens the workings of a scenario and asks them something.
pub fn open<T>(values: &Values, ask: impl FnOnce(&Workings<'_>) -> T) -> T {
    let inputs = seen(&Inputs::read(values));
    let early = (inputs.retire_early == Switch::On).then(|| best_life(&inputs));
    let world = World::new(&inputs, early, Span::Horizon);
    let runs: Vec<Quarter> = (0..world.quarters).map(|quarter| world.quarter(quarter)).collect();
    let books = Ledger::new(&world, &runs);
    let multiple = books.breakeven().multiple(super::ledger::LARGEST_MULTIPLE).map(|it| it.value());
    ask(&Workings { values, books, multiple })
}

impl Workings<'_> {
    /// The working of a figure; `None` where the figure does not exist in this scenario.
    #[must_use]
    pub fn of(&self, figure: Figure) -> Option<Working> {
        let value = self.value(figure)?;
        let Parts { operands, rule } = self.parts(figure)?;
        Some(Working { figure, value, operands, rule })
    }

    fn parts(&self, figure: Figure) -> Option<Parts> {
        self.money(figure)
            .or_else(|| self.people(figure))
            .or_else(|| self.load(figure))
            .or_else(|| self.plant(figure))
            .or_else(|| self.years_parts(figure))
            .or_else(|| self.beside(figure))
    }

    /// A figure's value.
    #[must_use]
    pub fn value(&self, figure: Figure) -> Option<f64> {
        let value = self
            .money_value(figure)
            .or_else(|| self.people_value(figure))
            .or_else(|| self.load_value(figure))
            .or_else(|| self.plant_value(figure))
            .or_else(|| self.years_value(figure))
            .or_else(|| self.beside_value(figure))?;
        value.is_finite().then_some(value)
    }

    fn world(&self) -> &World<'_> {
        self.books.world
    }

    fn inputs(&self) -> &Inputs {
        self.books.world.inputs
    }

    fn input(&self, id: InputId) -> Operand {
        Operand { origin: Origin::Input(id), value: id.spec().to_base(self.values.get(id)) }
    }

    fn all(&self, ids: &[InputId]) -> Vec<Operand> {
        ids.iter().map(|&id| self.input(id)).collect()
    }

    fn figure(&self, kind: Kind, line: usize, at: usize) -> Operand {
        let figure = Figure::new(kind, line, at);
        Operand { origin: Origin::Figure(figure), value: self.value(figure).unwrap_or(0.0) }
    }

    fn quarters_of(&self, year: usize) -> core::ops::Range<usize> {
        self.books.span(year)
    }

    fn is_quarter(&self, at: usize) -> bool {
        at < self.world().quarters
    }

    fn is_year(&self, at: usize) -> bool {
        at < self.world().years()
    }
}

fn fixed(name: &'static str, value: f64) -> Operand {
    Operand { origin: Origin::Fixed(name), value }
}

/// Years from t = 0 to the middle of a quarter.
fn middle(quarter: usize) -> Operand {
    fixed("years from the start to the middle of the quarter", quarter as f64 * 0.25 + 0.125)
}

fn start(quarter: usize) -> Operand {
    fixed("years from the start to the quarter's first day", quarter as f64 * 0.25)
}

/// `exp(t ln e + (ln g − ln e)·h/ln 2·(1 − 2^(−t/h)))`: growth `g` that fades to `e` with half-life `h`.
fn faded(growth: f64, half_life: f64, end: f64, time: f64) -> f64 {
    let (end, excess) = (libm::log(end), libm::log(growth) - libm::log(end));
    let scale = excess * half_life / core::f64::consts::LN_2;
    libm::exp(time * end + scale * (1.0 - libm::exp2(-time / half_life)))
}

/// A straight line from `now` to `later` over `years`, then flat.
fn ramped(now: f64, later: f64, years: f64, time: f64) -> f64 {
    now + (later - now) * (time / years).min(1.0)
}

/// Pairs `(a, b)` as `Σ a·b`.
fn dot(v: &[f64]) -> f64 {
    v.chunks_exact(2).map(|pair| pair[0] * pair[1]).sum()
}
