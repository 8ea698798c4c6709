//! The present values of many futures that differ in some inputs. Four futures are computed side by side.

use core::ops::Range;

use super::answer::{present, present_at};
use super::course::{Course, course};
use super::present::Present;
use super::serving::rates_through;
use payenough_model::{InputId, Inputs, N_INPUTS, Switch, Values};
use payenough_quantities::Usd;
use payenough_quantities::lane::{Lane, Quartet};

/// The futures that are computed side by side.
type Side = Quartet;

/// Number of futures among which similar ones are grouped into blocks. Their values fit into a processor's cache.
const NEAR: usize = 256;

/// The values of one input in all futures, in the unit of its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The input. It must be a number: choices are those of the base in every future.
    pub id: InputId,
    /// One value per future, within the hard range of the input.
    pub values: Vec<f64>,
}

/// Net present values in dollars, those of [`presents`].
#[must_use]
pub fn net_present_values(base: &Values, columns: &[Column], n_futures: usize) -> Vec<f64> {
    presents(base, columns, n_futures).iter().map(|it| it.npv.value()).collect()
}

/// Present values. Future `i` is the base with the `i`-th value of each column.
///
/// The bits are those of [`present`], however the futures are split. If a column is too short, its last value is
/// repeated; if it is empty, the value of the base is used.
#[must_use]
pub fn presents(base: &Values, columns: &[Column], n_futures: usize) -> Vec<Present> {
    presents_among(base, columns, 0..n_futures)
}

/// [`presents`] of some of the futures that the columns hold, by their positions in the columns.
#[must_use]
pub fn presents_among(base: &Values, columns: &[Column], among: Range<usize>) -> Vec<Present> {
    let futures = Futures::of(base, columns);
    let chooses = base.get(InputId::retire_early) == Switch::On as u8 as f64;
    let mut answers = vec![Present { npv: Usd::ZERO, receipts: Usd::ZERO }; among.len()];
    let (mut side, mut one) = (Vec::new(), Inputs::read(base));
    for (first, answers) in among.step_by(NEAR).zip(answers.chunks_mut(NEAR)) {
        let near = first..first + answers.len();
        if chooses {
            // each future searches for its own best life
            for (answer, future) in answers.iter_mut().zip(near) {
                *answer = present(&Inputs::of(|id| futures.value(id, future)));
            }
            continue;
        }
        let blocks = futures.blocks(near);
        futures.put(first, &blocks, &mut side);
        for (inputs, block) in side.iter().zip(&blocks) {
            let rates = rates_through(inputs, &mut one);
            let found = present_at(inputs, rates);
            for (lane, &place) in block.iter().enumerate() {
                answers[place] = found.lane(lane);
            }
        }
    }
    answers
}

/// The values of the futures by input.
struct Futures<'a> {
    base: &'a Values,
    columns: Vec<&'a Column>,
    /// The column of each input, if it has one.
    column_of: [Option<&'a Column>; N_INPUTS],
}

/// The futures of one block, as positions within a group of [`NEAR`]. The last future fills the lanes that are left
/// over.
type Block = [usize; Side::WIDTH];

impl<'a> Futures<'a> {
    fn of(base: &'a Values, columns: &'a [Column]) -> Self {
        let mut column_of = [None; N_INPUTS];
        for column in columns.iter().filter(|it| !it.values.is_empty()) {
            column_of[column.id as usize] = Some(column);
        }
        Self { base, columns: column_of.into_iter().flatten().collect(), column_of }
    }

    fn value(&self, id: InputId, future: usize) -> f64 {
        self.column_of[id as usize].map_or(self.base.get(id), |column| column.at(future))
    }

    /// Groups futures of equal horizon into blocks. Futures with similar courses are put together, so that a block runs
    /// no longer than its futures do, and its plant retires at the same time.
    fn blocks(&self, near: Range<usize>) -> Vec<Block> {
        let of_one = |(place, future)| (course(|id| self.value(id, future)), place);
        let mut of_each: Vec<(Course, usize)> = near.enumerate().map(of_one).collect();
        of_each.sort_unstable();
        let alike = of_each.chunk_by(|a, b| a.0.horizon == b.0.horizon);
        let block = |some: &[(Course, usize)]| {
            core::array::from_fn(|lane| some.get(lane).or(some.last()).map_or(0, |it| it.1))
        };
        alike.flat_map(|alike| alike.chunks(Side::WIDTH).map(block)).collect()
    }

    /// Writes the inputs of each block over those of earlier blocks. It proceeds column by column, so that memory is
    /// read and written in order.
    fn put(&self, first: usize, blocks: &[Block], side: &mut Vec<Inputs<Side>>) {
        if side.len() < blocks.len() {
            side.resize(blocks.len(), Inputs::of(|id| Side::all(self.base.get(id))));
        }
        let (mut near, mut values) = ([0.0; NEAR], vec![Side::ZERO; blocks.len()]);
        for column in &self.columns {
            column.copy(first, &mut near);
            for (value, block) in values.iter_mut().zip(blocks) {
                *value = Side::each(|lane| near[block[lane] % NEAR]);
            }
            Inputs::put(side, column.id, &values);
        }
    }
}

impl Column {
    fn at(&self, future: usize) -> f64 {
        self.values.get(future).or(self.values.last()).copied().unwrap_or_default()
    }

    /// Copies the values of future `first` and of those after it, in the engine's unit.
    fn copy(&self, first: usize, near: &mut [f64; NEAR]) {
        let rest = self.values.get(first..).unwrap_or_default();
        let n = rest.len().min(NEAR);
        near[..n].copy_from_slice(&rest[..n]);
        near[n..].fill(self.at(first + n));
        let per_base = self.id.spec().unit.per_base;
        if per_base != 1.0 {
            near.iter_mut().for_each(|value| *value /= per_base);
        }
    }
}
