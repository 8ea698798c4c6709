//! Numbers that the analyses compute from figures of one or more scenarios, each with its working. The workings consist
//! of the same parts as the engine's, so one panel shows both.

mod backtest;
mod capability;
mod case;
mod drawn;
mod fleet;
mod number;
mod of_futures;
mod of_futures_key;
mod plan;
mod prices;
mod reality;
mod segments;
mod shock;
mod table;
mod turns;

pub use case::Case;
pub use drawn::OTHERS;
pub use number::{Answer, Named, Number, Piece, linked, pieces, plain};
pub use of_futures::{OfFutures, Percentile};
pub use prices::PRICES;
pub use table::Ask;

use crate::futures::Drawing;
use payenough_engine::working::{Figure, Kind, Operand, Origin, Parts, Working, Workings, open};
use payenough_engine::{Outcome, evaluate};
use payenough_model::{InputId, Inputs, Values};

/// An operand of a number that an analysis computes.
pub type Part = Operand<Number>;

/// The answers of the analyses for one scenario.
pub struct Answers<'a> {
    values: &'a Values,
    inputs: Inputs,
    outcome: Outcome,
    drawing: Option<Drawing>,
    seen: drawn::Seen,
}

/// A value and the operands that it is computed from.
type Worked = (f64, Parts<Number>);

impl<'a> Answers<'a> {
    /// The answers for a scenario.
    #[must_use]
    pub fn of(values: &'a Values) -> Self {
        let inputs = Inputs::read(values);
        let outcome = evaluate(&inputs);
        Self { values, inputs, outcome, drawing: None, seen: drawn::Seen::default() }
    }

    /// The same answers with the scenario's futures.
    #[must_use]
    pub fn with_futures(self, drawing: Drawing) -> Self {
        Self { drawing: Some(drawing), ..self }
    }

    /// Every input whose value in a case differs from the reader's scenario, with that value; `None` if there is no
    /// such future.
    #[must_use]
    pub fn changes(&self, case: &Case) -> Option<Vec<(InputId, f64)>> {
        let mut all = Vec::new();
        if let Some(future) = case.future() {
            let drawing = self.drawing.clone()?;
            // Inputs that the case fixes are not drawn.
            let held = case.changes().iter();
            let rest = held.fold(drawing, |rest, &(id, _)| rest.without(id, self.values.get(id)));
            let columns = rest.columns(future, 1);
            all.extend(columns.iter().filter_map(|it| Some((it.id, *it.values.first()?))));
        }
        all.extend_from_slice(case.changes());
        Some(all)
    }

    /// Opens the workings of a case and passes them to `ask`.
    fn open<T>(&self, case: &Case, ask: impl FnOnce(&Workings<'_>) -> T) -> Option<T> {
        let changes = self.changes(case)?;
        let values = changes.iter().fold(*self.values, |values, &(id, value)| values.with(id, value));
        Some(open(&values, ask))
    }

    /// The working of a number; `None` if the number does not exist in this scenario.
    #[must_use]
    pub fn working(&self, number: &Number) -> Option<Working<Number>> {
        match number {
            Number::Figure(case, figure) => {
                let found = self.open(case, |it| it.of(*figure))??;
                Some(found.named(|figure| Number::Figure(case.clone(), figure)))
            }
            Number::Answer(answer) => {
                let (value, parts) = self.answer(*answer)?;
                value.is_finite().then(|| Working::new(number.clone(), value, parts))
            }
            Number::OfFutures(it) => {
                let (value, parts) = self.of_futures(it)?;
                value.is_finite().then(|| Working::new(number.clone(), value, parts))
            }
            Number::Input(_) => None,
        }
    }

    fn answer(&self, answer: Answer) -> Option<Worked> {
        self.capability(answer)
            .or_else(|| self.prices(answer))
            .or_else(|| self.turns(answer))
            .or_else(|| self.reality(answer))
            .or_else(|| self.backtest(answer))
            .or_else(|| self.fleet(answer))
            .or_else(|| self.shock(answer))
            .or_else(|| self.plan(answer))
            .or_else(|| self.segment(answer))
            .or_else(|| self.drawn(answer))
    }

    /// Several figures of a case.
    fn figures<const N: usize>(&self, case: &Case, figures: [(Kind, usize, usize); N]) -> [Part; N] {
        open(&case.values(self.values), |workings| {
            figures.map(|(kind, line, at)| {
                let figure = Figure::new(kind, line, at);
                let value = workings.value(figure).unwrap_or(0.0);
                Operand { origin: Origin::Figure(Number::Figure(case.clone(), figure)), value }
            })
        })
    }

    /// A figure for the whole of a case, if it exists.
    fn existing(&self, case: &Case, kind: Kind, line: usize) -> Option<Part> {
        let figure = Figure::new(kind, line, 0);
        let value = open(&case.values(self.values), |workings| workings.value(figure))?;
        Some(Operand { origin: Origin::Figure(Number::Figure(case.clone(), figure)), value })
    }

    /// A figure for the whole of a case.
    fn whole(&self, case: &Case, kind: Kind) -> Part {
        let [one] = self.figures(case, [(kind, 0, 0)]);
        one
    }

    /// Another answer as an operand.
    fn of_answer(&self, kind: Ask, line: usize) -> Part {
        let value = self.answer(Answer { kind, line }).map_or(0.0, |it| it.0);
        Operand { origin: Origin::Figure(Number::answer(kind, line)), value }
    }

    /// An input in the engine's unit, as an operand.
    fn input(&self, id: InputId) -> Part {
        Operand { origin: Origin::Input(id), value: id.spec().to_base(self.values.get(id)) }
    }

    fn all<const N: usize>(&self, ids: [InputId; N]) -> Vec<Part> {
        ids.map(|id| self.input(id)).to_vec()
    }

    /// User-months of a year by quarter.
    fn user_months(&self, year: usize) -> Vec<Part> {
        self.figures(&Case::own(), [0, 1, 2, 3].map(|q| (Kind::UserMonthsQuarter, 0, 4 * year + q))).to_vec()
    }
}
