//! The net present value of many futures that differ in some inputs, four side by side.

use core::ops::Range;
use std::borrow::Cow;

use super::answer::headline;
use super::run::ends;
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
    let futures = Futures::of(base, columns, n_futures);
    let mut answers = vec![0.0; n_futures];
    for first in (0..n_futures).step_by(NEAR) {
        for alike in futures.alike(first..n_futures.min(first + NEAR)) {
            for block in alike.chunks(Side::WIDTH) {
                let npv = futures.block(block);
                for (lane, &future) in block.iter().enumerate() {
                    answers[future] = npv.lane(lane);
                }
            }
        }
    }
    answers
}

/// The futures' values by input.
struct Futures<'a> {
    base: &'a Values,
    columns: Vec<Varied<'a>>,
    /// Which column an input has.
    column_of: [Option<usize>; N_INPUTS],
    /// Each future's inputs in the engine's units, where they do not vary.
    fixed: [Side; N_INPUTS],
}

/// The values of an input that varies.
struct Varied<'a> {
    id: InputId,
    values: Cow<'a, [f64]>,
    per_base: f64,
}

impl<'a> Futures<'a> {
    fn of(base: &'a Values, columns: &'a [Column], n_futures: usize) -> Self {
        let varied = |column: &'a Column| {
            let last = *column.values.last()?;
            let values = match column.values.get(..n_futures) {
                Some(values) => Cow::Borrowed(values),
                None => {
                    let mut values = column.values.clone();
                    values.resize(n_futures, last);
                    Cow::Owned(values)
                }
            };
            Some(Varied { id: column.id, values, per_base: column.id.spec().unit.per_base })
        };
        let fixed = core::array::from_fn(|at| {
            let id = InputId::ALL[at];
            Side::all(id.spec().to_base(base.get(id)))
        });
        let columns: Vec<Varied<'a>> = columns.iter().filter_map(varied).collect();
        let mut column_of = [None; N_INPUTS];
        for (at, column) in columns.iter().enumerate() {
            column_of[column.id as usize] = Some(at);
        }
        Self { base, columns, column_of, fixed }
    }

    fn value(&self, id: InputId, future: usize) -> f64 {
        let drawn = self.column_of[id as usize].and_then(|at| self.columns[at].values.get(future));
        drawn.copied().unwrap_or(self.base.get(id))
    }

    /// Futures that can share a block: those of one horizon. Those whose fleets end together stand together, so that a block
    /// runs no longer than its futures do.
    fn alike(&self, futures: Range<usize>) -> Vec<Vec<usize>> {
        let mut of_each: Vec<(usize, usize, usize)> = futures
            .map(|future| {
                let [horizon, end] = ends(|id| self.value(id, future));
                (horizon, end, future)
            })
            .collect();
        of_each.sort_unstable();
        of_each.chunk_by(|a, b| a.0 == b.0).map(|alike| alike.iter().map(|it| it.2).collect()).collect()
    }

    fn block(&self, futures: &[usize]) -> Side {
        let last = futures.last().copied().unwrap_or(0);
        let places: [usize; Side::WIDTH] =
            core::array::from_fn(|lane| futures.get(lane).copied().unwrap_or(last));
        let chooses = self.base.get(InputId::retire_early) == Switch::On as u8 as f64;
        if chooses {
            // the search for the best life is each future's own
            return Side::each(|lane| headline(&Inputs::of(|id| self.value(id, places[lane]))).value());
        }
        let mut row = self.fixed;
        for column in &self.columns {
            let drawn = Side::each(|lane| column.values.get(places[lane]).copied().unwrap_or_default());
            row[column.id as usize] = drawn / Side::all(column.per_base);
        }
        let inputs = Inputs::of_base(&row);
        headline(&inputs).value()
    }
}
