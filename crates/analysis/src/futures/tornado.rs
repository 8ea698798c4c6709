//! The effect of each uncertain input alone: the answer at its 10th and 90th percentile, with all others at their
//! medians.
//!
//! The order of these bars is the one ranking of inputs. The sentence, the tornado, the shares of variance and the list of
//! what would have to be true all follow it, so that one input is the biggest unknown everywhere.

use super::drawing::Drawing;
use crate::pieces::{at_once, net_present_values};
use payenough_engine::futures::Column;
use payenough_model::InputId;

/// An input at one end of its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Value in the unit of the key.
    pub value: f64,
    /// Net present value at this end, in dollars.
    pub npv: f64,
}

/// One bar of the tornado chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The input.
    pub id: InputId,
    /// The input at its 10th percentile.
    pub low: End,
    /// The input at its 90th percentile.
    pub high: End,
    /// The difference in dollars between the highest and the lowest of three net present values: at both ends, and with
    /// all inputs at their medians.
    pub swing: f64,
}

/// The bars of all inputs, the longest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// Net present value in dollars with all inputs at their medians.
    pub middle: f64,
    /// One bar for each input that varies; equal bars are in table order.
    pub bars: Vec<Bar>,
}

impl Tornado {
    /// The tornado of the inputs that vary in `drawing`: two runs for each input and one with all at their medians.
    #[must_use]
    pub fn of(drawing: &Drawing) -> Self {
        at_once(Self::in_pieces(drawing))
    }

    /// Async version of [`Tornado::of`], which pauses between pieces of work.
    pub async fn in_pieces(drawing: &Drawing) -> Self {
        let ids: Vec<InputId> = drawing.ids().collect();
        let n_runs = 2 * ids.len() + 1;
        let ends = |id: InputId| drawing.spread(id).map(|spread| spread.percentiles());
        let column = |(at, &id): (usize, &InputId)| {
            let [low, mid, high] = ends(id)?;
            let mut values = vec![mid; n_runs];
            (values[2 * at], values[2 * at + 1]) = (low, high);
            Some(Column { id, values })
        };
        let columns: Vec<Column> = ids.iter().enumerate().filter_map(column).collect();
        let answers = net_present_values(drawing.values(), &columns, n_runs).await;
        let middle = answers.last().copied().unwrap_or(0.0);
        let bar = |(at, column): (usize, &Column)| {
            let end = |at: usize| End { value: column.values[at], npv: answers[at] };
            let (low, high) = (end(2 * at), end(2 * at + 1));
            let most = low.npv.max(high.npv).max(middle);
            let least = low.npv.min(high.npv).min(middle);
            Bar { id: column.id, low, high, swing: most - least }
        };
        let mut bars: Vec<Bar> = columns.iter().enumerate().map(bar).collect();
        bars.sort_by(|a, b| b.swing.total_cmp(&a.swing));
        Self { middle, bars }
    }

    /// The input that moves the answer most within its range; `None` if no input moves it.
    #[must_use]
    pub fn biggest_unknown(&self) -> Option<InputId> {
        self.bars.first().filter(|bar| bar.swing > 0.0).map(|bar| bar.id)
    }

    /// The place of an input in the ranking, from 0; the number of bars if it has none or does not move the answer.
    #[must_use]
    pub fn place(&self, id: InputId) -> usize {
        let found = self.bars.iter().position(|bar| bar.id == id && bar.swing > 0.0);
        found.unwrap_or(self.bars.len())
    }

    /// The bar of an input.
    #[must_use]
    pub fn bar(&self, id: InputId) -> Option<&Bar> {
        self.bars.iter().find(|it| it.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::drawing::tests::start;
    use payenough_engine::evaluate;
    use payenough_model::{Inputs, Values};

    #[test]
    fn each_bar_changes_one_input() {
        let drawing = start();
        let tornado = Tornado::of(&drawing);
        let alone = |values: &Values| evaluate(&Inputs::read(values)).npv.value();
        let base = drawing.ids().fold(*drawing.values(), |values, id| {
            values.with(id, drawing.spread(id).map_or(0.0, |it| it.percentiles()[1]))
        });
        assert_eq!(tornado.middle, alone(&base));
        assert_eq!(tornado.bars.len(), drawing.ids().len());
        for bar in &tornado.bars {
            for end in [bar.low, bar.high] {
                let run = alone(&base.with(bar.id, end.value));
                assert!((end.npv / run - 1.0).abs() < 1e-9, "{:?} {} {run}", bar.id, end.npv);
            }
            assert!(bar.low.value <= bar.high.value);
        }
        assert!(tornado.bars.is_sorted_by(|a, b| a.swing >= b.swing));
        assert_eq!(tornado, Tornado::of(&drawing));
    }

    #[test]
    fn without_varying_inputs_there_are_no_bars() {
        let tornado = Tornado::of(&Drawing::of(&Values::STARTING_POINT, []));
        assert!(tornado.bars.is_empty() && tornado.middle.is_finite());
    }
}
