//! A cache of the ranks of the inputs over the first futures, which stay the same while only the answer changes.

use super::drawing::{Drawing, FIRST};
use super::kept::Kept;
use super::statistics::ranks;
use crate::pieces::pause;
use payenough_model::InputId;

/// The ranks, over futures 0, 1 and so on, of each input that varies, cached for later questions about the same draws.
#[derive(Clone, Debug, Default)]
pub struct InputRanks {
    n: usize,
    inputs: Kept<Ranked>,
}

/// Ranks relative to their mean and doubled, so that they are whole numbers even for ties.
#[derive(Clone, Debug)]
struct Twice(Vec<i16>);

#[derive(Clone, Debug)]
struct Ranked {
    id: InputId,
    twice: Twice,
    /// The sum `Σr²` of these doubled ranks.
    square: f64,
}

/// Number of inputs that are processed in one piece of work.
const INPUTS: usize = 32;

/// Number of products of doubled ranks whose sum stays below 2³¹.
const PRODUCTS: usize = 256;

impl Twice {
    /// The doubled ranks of up to [`FIRST`] values.
    fn of(values: &[f64]) -> Self {
        let middle = values.len() as f64 - 1.0;
        Self(ranks(values).iter().map(|rank| (2.0 * rank - middle) as i16).collect())
    }

    /// The exact sum `Σrs`.
    fn product(&self, other: &Self) -> f64 {
        let some = |(some, others): (&[i16], &[i16])| {
            let products = some.iter().zip(others).map(|(&r, &s)| i32::from(r) * i32::from(s));
            i64::from(products.sum::<i32>())
        };
        let all: i64 = self.0.chunks(PRODUCTS).zip(other.0.chunks(PRODUCTS)).map(some).sum();
        all as f64
    }

    /// The ranks, among all values, of the values at some places.
    fn at(&self, places: &[usize]) -> Vec<f64> {
        places.iter().map(|&at| f64::from(self.0[at])).collect()
    }
}

/// `|Σrs|/√(Σr²·Σs²)`; 0 if either does not vary.
fn size(product: f64, [one, other]: [f64; 2]) -> f64 {
    let scale = one.sqrt() * other.sqrt();
    if 0.0 < scale { (product / scale).abs().min(1.0) } else { 0.0 }
}

impl Ranked {
    fn of(id: InputId, values: &[f64]) -> Self {
        let twice = Twice::of(values);
        Self { id, square: twice.product(&twice), twice }
    }
}

impl InputRanks {
    /// The input with the largest absolute rank correlation (Spearman) with the net present value over those of the
    /// first futures that gave a number. If two are equal, the earlier one; `None` if no input moves the net present
    /// value.
    ///
    /// The correlation is `Σrs/√(Σr²·Σs²)` with both ranks relative to their means.
    pub async fn biggest_unknown(
        &mut self,
        drawing: &Drawing,
        net_present_values: &[f64],
    ) -> Option<InputId> {
        let n = net_present_values.len().min(FIRST as usize);
        let exists: Vec<usize> = (0..n).filter(|&at| net_present_values[at].is_finite()).collect();
        let values: Vec<f64> = exists.iter().map(|&at| net_present_values[at]).collect();
        let answers = Twice::of(&values);
        let square = answers.product(&answers);
        self.rank(drawing, n).await;
        let mut most: Option<(InputId, f64)> = None;
        for (at, input) in self.inputs.each().iter().enumerate() {
            if at % INPUTS == 0 {
                pause().await;
            }
            let size = if exists.len() < n {
                let own = Twice::of(&input.twice.at(&exists));
                size(own.product(&answers), [own.product(&own), square])
            } else {
                size(input.twice.product(&answers), [input.square, square])
            };
            if size > most.map_or(0.0, |it| it.1) {
                most = Some((input.id, size));
            }
        }
        most.map(|it| it.0)
    }

    /// Ranks the inputs that are not in the cache yet.
    async fn rank(&mut self, drawing: &Drawing, n: usize) {
        if self.n != n {
            *self = Self { n, inputs: Kept::default() };
        }
        let rank = async |unknown: &Drawing| {
            let mut ranked = Vec::new();
            for column in unknown.columns(0, n) {
                pause().await;
                ranked.push(Ranked::of(column.id, &column.values));
            }
            ranked
        };
        self.inputs.bring_up_to(drawing, rank).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::drawing::tests::start;
    use crate::futures::statistics::correlation;
    use crate::pieces::at_once;
    use payenough_model::{Range, Shape, Spread, Values};

    /// Computes the same result directly from the values, without the cache.
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
    fn the_cache_changes_no_answer() {
        let mut known = InputRanks::default();
        let cheap = Values::STARTING_POINT.with(InputId::accelerator_price, 3e4);
        let life = Range { low: 3.0, mid: 5.0, high: 6.0 };
        let alone = [(InputId::accelerator_life, Spread { range: life, shape: Shape::Triangular })];
        let seed = Values::STARTING_POINT.with(InputId::seed, 7.0);
        let uncorrelated = Values::STARTING_POINT.with(InputId::rho_gain_fall, 0.0);
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
            (all(&uncorrelated), 128),
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
