//! The net present value of many futures that differ in some inputs, four side by side.

use core::ops::Range;

use super::answer::headline;
use super::run::{Course, course};
use crate::model::{InputId, Inputs, N_INPUTS, Switch, Values};
use crate::units::lane::{Lane, Quartet};

/// Futures that run side by side.
type Side = Quartet;

/// Futures among which those alike are brought together: the values of so many stay in a processor's cache.
const NEAR: usize = 256;

/// One input's value in each future, in the unit of its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which input.
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
    let (mut rows, mut all) = (Vec::new(), futures.fixed);
    for first in (0..n_futures).step_by(NEAR) {
        let near = first..n_futures.min(first + NEAR);
        if chooses {
            // the search for the best life is each future's own
            for future in near {
                answers[future] = headline(&Inputs::of(|id| futures.value(id, future))).value();
            }
            continue;
        }
        let blocks = futures.blocks(near.clone());
        futures.fill(&blocks, &mut rows);
        for (at, block) in blocks.iter().enumerate() {
            futures.put(&rows[at * futures.stride()..], &mut all);
            let npv: Side = headline(&Inputs::of_base(&all)).value();
            for (lane, &future) in block.iter().enumerate() {
                answers[future] = npv.lane(lane);
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
    /// What does not vary, in the engine's units.
    fixed: [Side; N_INPUTS],
}

/// The futures of a block; the last stands in the lanes that are left over.
type Block = [usize; Side::WIDTH];

impl<'a> Futures<'a> {
    fn of(base: &'a Values, columns: &'a [Column]) -> Self {
        let mut column_of = [None; N_INPUTS];
        for column in columns.iter().filter(|it| !it.values.is_empty()) {
            column_of[column.id as usize] = Some(column);
        }
        let fixed = InputId::ALL.map(|id| Side::all(id.spec().to_base(base.get(id))));
        Self { base, columns: column_of.into_iter().flatten().collect(), column_of, fixed }
    }

    fn value(&self, id: InputId, future: usize) -> f64 {
        self.column_of[id as usize].map_or(self.base.get(id), |column| column.at(future))
    }

    /// Blocks of futures of one horizon. Those that take the same course stand together, so that a block runs no longer
    /// than its futures do and its plant retires at once.
    fn blocks(&self, futures: Range<usize>) -> Vec<Block> {
        let of_one = |future| (course(|id| self.value(id, future)), future);
        let mut of_each: Vec<(Course, usize)> = futures.map(of_one).collect();
        of_each.sort_unstable();
        let alike = of_each.chunk_by(|a, b| a.0.horizon == b.0.horizon);
        let block = |some: &[(Course, usize)]| {
            core::array::from_fn(|lane| some.get(lane).or(some.last()).map_or(0, |it| it.1))
        };
        alike.flat_map(|alike| alike.chunks(Side::WIDTH).map(block)).collect()
    }

    /// What each block varies in, by block and then by column: each column is read once, while it is near.
    fn fill(&self, blocks: &[Block], rows: &mut Vec<Side>) {
        rows.resize(blocks.len() * self.stride(), Side::ZERO);
        for (at, column) in self.columns.iter().enumerate() {
            let slots = rows.iter_mut().skip(at).step_by(self.stride());
            for (slot, block) in slots.zip(blocks) {
                *slot = Side::each(|lane| column.at(block[lane]));
            }
        }
    }

    /// From the start of one block's row to that of the next: odd, as even ones crowd into few of a cache's sets.
    fn stride(&self) -> usize {
        self.columns.len() | 1
    }

    /// Puts what a block varies in among what does not vary, in the engine's units.
    fn put(&self, row: &[Side], all: &mut [Side; N_INPUTS]) {
        for (column, &value) in self.columns.iter().zip(row) {
            all[column.id as usize] = value / Side::all(column.id.spec().unit.per_base);
        }
    }
}

impl Column {
    fn at(&self, future: usize) -> f64 {
        self.values.get(future).or(self.values.last()).copied().unwrap_or_default()
    }
}
