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
    let mut rows = Rows { n_columns: futures.columns.len(), first: 0, values: Vec::new() };
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
        rows.fill(&futures.columns, near);
        for block in &blocks {
            let npv: Side = headline(&futures.inputs(block.map(|future| rows.of(future)))).value();
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

/// What each of some futures varies in, by future and then by column.
struct Rows {
    n_columns: usize,
    /// The first of the futures.
    first: usize,
    values: Vec<f64>,
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

    fn inputs(&self, rows: [&[f64]; Side::WIDTH]) -> Inputs<Side> {
        let mut all = self.fixed;
        for (at, column) in self.columns.iter().enumerate() {
            let value = Side::each(|lane| rows[lane].get(at).copied().unwrap_or_default());
            all[column.id as usize] = value / Side::all(column.id.spec().unit.per_base);
        }
        Inputs::of_base(&all)
    }
}

impl Column {
    fn at(&self, future: usize) -> f64 {
        self.values.get(future).or(self.values.last()).copied().unwrap_or_default()
    }
}

/// Values that share a line of a processor's cache.
const LINE: usize = 8;

impl Rows {
    /// A few futures of every column at a time, so that both sides of the turn stay in cache.
    fn fill(&mut self, columns: &[&Column], futures: Range<usize>) {
        self.first = futures.start;
        self.values.resize(futures.len() * self.n_columns, 0.0);
        for (some, rows) in self.values.chunks_mut(LINE * self.n_columns.max(1)).enumerate() {
            let from = futures.start + LINE * some;
            for (at, column) in columns.iter().enumerate() {
                let slots = rows.iter_mut().skip(at).step_by(self.n_columns);
                match column.values.get(from..from + LINE) {
                    Some(values) => slots.zip(values).for_each(|(slot, &value)| *slot = value),
                    None => slots.enumerate().for_each(|(more, slot)| *slot = column.at(from + more)),
                }
            }
        }
    }

    fn of(&self, future: usize) -> &[f64] {
        let from = (future - self.first) * self.n_columns;
        &self.values[from..from + self.n_columns]
    }
}
