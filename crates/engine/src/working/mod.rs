//! How each number of the answer is computed: its equation and its operands, down to the inputs.
//!
//! A [`Working`] is built from the same world as the answer. Its rule recomputes the number from its operands alone,
//! and `tests/working.rs` checks that both agree for every figure that can be reached.

mod beside;
mod breakeven;
mod by_rule;
mod credit;
mod derived;
mod flows;
mod layers;
mod layout;
mod lines;
mod load;
mod message;
mod met;
mod money;
mod parts;
mod passes;
mod people;
mod plant;
mod power;
mod premiums;
mod returns;
mod rooflines;
mod shape;
mod table;
mod unit;
mod years;

pub use parts::{End, Fact, Operand, Origin, Parts, Search, Working};
pub use table::{Kind, When};
pub use unit::ANSWER_TOKEN;

use super::answer::{best_life, seen};
use super::ledger::Ledger;
use super::meeting::Met;
use super::paths::{Fading, done_after, ramp};
use super::quarter::Quarter;
use super::run::{Span, World};
use super::serving::operation::Operation;
use payenough_model::{CapexBy, InputId, Inputs, Observed, Switch, Values};
use payenough_quantities::{Ratio, Years};

/// Identifies a number of one scenario: its kind, its line, and its quarter, year or eighth of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// The kind of number.
    pub kind: Kind,
    /// The index of the line, class or layer if the kind has several, otherwise 0.
    pub line: usize,
    /// The point in time, counted from 0 in the steps that `Kind::when` gives; 0 if the kind does not vary with time.
    pub at: usize,
}

impl Figure {
    /// Makes a figure.
    #[must_use]
    pub const fn new(kind: Kind, line: usize, at: usize) -> Self {
        Self { kind, line, at }
    }

    /// The name of the figure in a request.
    #[must_use]
    pub fn key(self) -> String {
        format!("{}.{}.{}", self.kind.key(), self.line, self.at)
    }

    /// The figure with a name in a request; `None` if no figure has it.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.split('.');
        let kind = parts.next()?;
        let kind = Kind::ALL.into_iter().find(|it| it.key() == kind)?;
        let mut number = || parts.next()?.parse().ok();
        Some(Self { kind, line: number()?, at: number()? })
    }
}

/// Gives the value and the working of every figure of one scenario.
pub struct Workings<'a> {
    values: &'a Values,
    books: Ledger<'a>,
    /// How demand and fleet meet in each quarter.
    met: Vec<Met>,
    multiple: Option<f64>,
    operation: Operation,
}

/// Opens the workings of a scenario, passes them to a function, and returns its result.
pub fn open<T>(values: &Values, ask: impl FnOnce(&Workings<'_>) -> T) -> T {
    let inputs = seen(&Inputs::read(values));
    let early = (inputs.retire_early == Switch::On).then(|| best_life(&inputs));
    let world = World::new(&inputs, early, Span::Horizon);
    let (met, runs): (Vec<Met>, Vec<Quarter>) = world.runs().unzip();
    let books = Ledger::new(&world, &runs);
    let multiple = books.breakeven().multiple(super::ledger::LARGEST_MULTIPLE).map(|it| it.value());
    let operation = Operation::of(&inputs);
    ask(&Workings { values, books, met, multiple, operation })
}

impl Workings<'_> {
    /// The working of a figure; `None` if the figure does not exist in this scenario.
    #[must_use]
    pub fn of(&self, figure: Figure) -> Option<Working> {
        let value = self.value(figure)?;
        Some(Working::new(figure, value, self.parts(figure)?))
    }

    fn parts(&self, figure: Figure) -> Option<Parts> {
        self.money(figure)
            .or_else(|| self.people(figure))
            .or_else(|| self.premiums(figure))
            .or_else(|| self.load(figure))
            .or_else(|| self.met(figure))
            .or_else(|| self.plant(figure))
            .or_else(|| self.layers(figure))
            .or_else(|| self.power(figure))
            .or_else(|| self.credit(figure))
            .or_else(|| self.years_parts(figure))
            .or_else(|| self.beside(figure))
            .or_else(|| self.returns(figure))
            .or_else(|| self.rooflines(figure))
            .or_else(|| self.shape(figure))
            .or_else(|| self.unit(figure))
    }

    /// The value of a figure: the engine's own number or, if the engine does not keep it, the result of its rule.
    #[must_use]
    pub fn value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, at, .. } = figure;
        let is_there = match kind.when() {
            When::Whole => at == 0,
            When::Year => self.is_year(at),
            When::Quarter => self.is_quarter(at),
            When::End => at <= self.world().quarters,
            When::Eighth => at <= 2 * self.world().quarters,
            When::Bought => self.is_quarter(at / layers::YEARS) && self.is_year(at % layers::YEARS),
        };
        if !is_there {
            return None;
        }
        let by_rule = || if kind.is_by_rule() { self.parts(figure)?.again() } else { None };
        let value = self
            .money_value(figure)
            .or_else(|| self.people_value(figure))
            .or_else(|| self.load_value(figure))
            .or_else(|| self.plant_value(figure))
            .or_else(|| self.credit_value(figure))
            .or_else(|| self.years_value(figure))
            .or_else(|| self.beside_value(figure))
            .or_else(|| self.returns_value(figure))
            .or_else(|| self.rooflines_value(figure))
            .or_else(|| self.unit_value(figure))
            .or_else(by_rule)?;
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

    /// The years from the date of the levels to the middle of a quarter.
    fn middle(&self, quarter: usize) -> Operand {
        let name = match self.inputs().capex_by {
            CapexBy::Rate => "years from the start to the middle of the quarter",
            CapexBy::Calendar => "years from 2026 Q4 to the quarter, below 0 before it",
        };
        fixed(name, self.world().clock.middle_of(quarter))
    }

    /// The same for what is held before the date of the levels: 0 before it.
    fn since(&self, quarter: usize) -> Operand {
        match self.inputs().capex_by {
            CapexBy::Rate => self.middle(quarter),
            CapexBy::Calendar => fixed(
                "years from 2026 Q4 to the quarter, 0 before it",
                self.world().clock.middle_of(quarter).max(0.0),
            ),
        }
    }

    /// The years from the date of the levels to a quarter's first day.
    fn start(&self, quarter: usize) -> Operand {
        let name = match self.inputs().capex_by {
            CapexBy::Rate => "years from the start to the quarter's first day",
            CapexBy::Calendar => "years from the middle of 2026 Q4 to the quarter's first day",
        };
        fixed(name, self.world().clock.start_of(quarter))
    }

    /// What was observed in a quarter before that of the levels.
    fn observed(&self, quarter: usize) -> Option<&'static Observed> {
        self.world().clock.observed(quarter)
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

const fn fixed(name: &'static str, value: f64) -> Operand {
    Operand::fixed(name, value)
}

/// Whether a switch is on.
fn is_on(switch: Switch, name: &'static str) -> Operand {
    fixed(name, f64::from(u8::from(switch == Switch::On)))
}

/// The name of an observed level.
const OBSERVED: &str = "as observed in the quarter, over the level of 2026 Q4";

/// The level of a path `time` years after the date of the levels, relative to that date. Its yearly growth factor fades
/// from `growth` to `end` with a half-life; before that date it is `growth`.
fn faded(growth: f64, half_life: f64, end: f64, time: f64) -> f64 {
    let (growth, end) = (Ratio::of(growth), Ratio::of(end));
    Fading { growth, half_life: Years::of(half_life), end }.level_around(time)
}

/// The value at `time` on a straight line that goes from `now` to `later` within `years` and is flat after that.
fn ramped(now: f64, later: f64, years: f64, time: f64) -> f64 {
    ramp(Ratio::of(now), Ratio::of(later), done_after(Years::of(years), time))
}

/// `Σ a·b` over the pairs `(a, b)` of a list.
fn dot(v: &[f64]) -> f64 {
    v.chunks_exact(2).map(|pair| pair[0] * pair[1]).sum()
}
