//! The ranks of the inputs over the first futures, kept: they are the same while only the answer changes.

use super::drawing::{Drawing, FIRST};
use super::statistics::{correlation, ranks};
use crate::inquiry::pieces::pause;
use crate::model::InputId;

/// The ranks of each input that varies over futures 0, 1 and so on, for whoever asks again about the same draws.
///
/// They follow from which inputs vary and how, and not from what the others are: a slider that moves a plain number leaves
/// them as they are.
#[derive(Clone, Debug, Default)]
pub struct InputRanks {
    drawing: Option<Drawing>,
    n: usize,
    inputs: Vec<Ranked>,
}

#[derive(Clone, Debug)]
struct Ranked {
    id: InputId,
    /// Twice the ranks: whole numbers, also of equals.
    twice: Vec<u16>,
}

impl Ranked {
    fn of(id: InputId, values: &[f64]) -> Self {
        Self { id, twice: ranks(values).iter().map(|rank| (2.0 * rank) as u16).collect() }
    }
}

impl InputRanks {
    /// The input whose ranks go most with those of the net present value, by the size of Spearman's correlation over the
    /// first futures that gave a number; the earlier of equals, and `None` where nothing moves it.
    pub async fn biggest_unknown(
        &mut self,
        drawing: &Drawing,
        net_present_values: &[f64],
    ) -> Option<InputId> {
        let n = net_present_values.len().min(FIRST as usize);
        let exists: Vec<usize> = (0..n).filter(|&at| net_present_values[at].is_finite()).collect();
        let answers = ranks(&exists.iter().map(|&at| net_present_values[at]).collect::<Vec<_>>());
        self.rank(drawing, n).await;
        let mut most: Option<(InputId, f64)> = None;
        for input in &self.inputs {
            pause().await;
            let rank = |&at: &usize| f64::from(input.twice[at]) * 0.5;
            let mut own: Vec<f64> = exists.iter().map(rank).collect();
            if exists.len() < n {
                own = ranks(&own);
            }
            let size = correlation(&own, &answers).map_or(0.0, f64::abs);
            if size > most.map_or(0.0, |it| it.1) {
                most = Some((input.id, size));
            }
        }
        most.map(|it| it.0)
    }

    /// Ranks the inputs, unless they are known.
    async fn rank(&mut self, drawing: &Drawing, n: usize) {
        if self.n == n && self.drawing.as_ref().is_some_and(|it| it.draws_as(drawing)) {
            return;
        }
        *self = Self::default();
        let mut inputs = Vec::new();
        for column in drawing.columns(0, n) {
            pause().await;
            inputs.push(Ranked::of(column.id, &column.values));
        }
        *self = Self { drawing: Some(drawing.clone()), n, inputs };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inquiry::futures::drawing::tests::start;
    use crate::inquiry::pieces::at_once;
    use crate::model::{Range, Shape, Spread, Values};

    /// The same from the values, without anything that is known.
    fn from_values(drawing: &Drawing, answers: &[f64]) -> Option<InputId> {
        let exists = |values: &[f64]| -> Vec<f64> {
            values.iter().zip(answers).filter(|it| it.1.is_finite()).map(|it| *it.0).collect()
        };
        let ranked = ranks(&exists(answers));
        let size = |values: &[f64]| correlation(&ranks(&exists(values)), &ranked).map_or(0.0, f64::abs);
        let sizes = drawing.columns(0, answers.len()).into_iter().map(|it| (it.id, size(&it.values)));
        sizes
            .fold(
                None,
                |most: Option<(InputId, f64)>, it| {
                    if it.1 > most.map_or(0.0, |it| it.1) { Some(it) } else { most }
                },
            )
            .map(|it| it.0)
    }

    #[test]
    fn what_is_known_changes_no_answer() {
        let mut known = InputRanks::default();
        let cheap = Values::STARTING_POINT.with(InputId::accelerator_price, 3e4);
        let life = Range { low: 3.0, mid: 5.0, high: 6.0 };
        let alone = [(InputId::accelerator_life, Spread { range: life, shape: Shape::Triangular })];
        let seed = Values::STARTING_POINT.with(InputId::seed, 7.0);
        let tied = Values::STARTING_POINT.with(InputId::rho_gain_fall, 0.0);
        let start = start();
        let all = |values: &Values| {
            let spread = |id: InputId| {
                let spec = id.spec();
                let range = Range { low: spec.low, mid: spec.default, high: spec.high };
                (id, Spread { range, shape: spec.shape })
            };
            Drawing::of(values, start.ids().map(spread))
        };
        let drawings = [
            (start.clone(), 256),
            (all(&cheap), 256),
            (all(&cheap), 128),
            (Drawing::of(&cheap, alone), 128),
            (all(&seed), 128),
            (all(&tied), 128),
            (start.clone(), 128),
        ];
        for (drawing, n) in drawings {
            let mut answers = drawing.net_present_values(0, n);
            for missing in [None, Some(5_usize), Some(77)] {
                if let Some(at) = missing {
                    answers[at] = f64::NAN;
                }
                let found = at_once(known.biggest_unknown(&drawing, &answers));
                assert!(found.is_some() && found == from_values(&drawing, &answers));
            }
        }
    }
}
