//! The net present value of many futures that differ in some inputs, four side by side.

use core::ops::Range;

use super::answer::{headline, headline_at};
use super::run::{Course, course};
use super::serving::rates_through;
use payenough_model::{InputId, Inputs, N_INPUTS, Switch, Values};
use payenough_quantities::lane::{Lane, Quartet};

/// Futures that run side by side.
type Side = Quartet;

/// Futures among which those alike are brought together: the values of so many stay in a processor's cache.
const NEAR: usize = 256;

/// One input's value in each future, in the unit of its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which number: a choice is the base's in every future.
    pub id: InputId,
    /// One value per future, each inside the row's hard range.
    pub values: Vec<f64>,
}

/// Net present values in dollars: of future `i` the base with each column's `i`-th value in place of its own.
///
/// The same bits as [`headline`]'s, however the futures are split. Beyond a column's end its last value stands; an empty
/// column leaves the base's value.
#[must_use]
pub fn net_present_values(base: &Values, columns: &[Column], n_futures: usize) -> Vec<f64> {
    let futures = Futures::of(base, columns);
    let chooses = base.get(InputId::retire_early) == Switch::On as u8 as f64;
    let mut answers = vec![0.0; n_futures];
    let (mut side, mut one) = (Vec::new(), Inputs::read(base));
    for first in (0..n_futures).step_by(NEAR) {
        let near = first..n_futures.min(first + NEAR);
        if chooses {
            // the search for the best life is each future's own
            for future in near {
                answers[future] = headline(&Inputs::of(|id| futures.value(id, future))).value();
            }
            continue;
        }
        let blocks = futures.blocks(near);
        futures.put(first, &blocks, &mut side);
        for (inputs, block) in side.iter().zip(&blocks) {
            let rates = rates_through(inputs, &mut one);
            let npv: Side = headline_at(inputs, rates).value();
            for (lane, &place) in block.iter().enumerate() {
                answers[first + place] = npv.lane(lane);
            }
        }
    }
    answers
}

/// The futures' values by input.
struct Futures<'a> {
    base: &'a Values,
    columns: Vec<&'a Column>,
    /// Which column an input has.
    column_of: [Option<&'a Column>; N_INPUTS],
}

/// The futures of a block by their places among those near; the last stands in the lanes that are left over.
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

    /// Blocks of futures of one horizon. Those that take the same course stand together, so that a block runs no longer
    /// than its futures do and its plant retires at once.
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

    /// The inputs of each block, in place of those of the blocks before them: column by column, so that what is read and what is
    /// written stay near.
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

    /// Copies the values of `first` and those after it, in the engine's unit.
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
