//! The net present value of many futures that differ in some inputs, four side by side.

use super::answer::headline;
use super::run::ends;
use crate::model::{InputId, Inputs, N_INPUTS, Switch, Values};
use crate::units::lane::{Lane, Quartet};

/// Futures that run side by side.
type Side = Quartet;

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
    let mut answers = vec![0.0; n_futures];
    for alike in futures.alike(n_futures) {
        for block in alike.chunks(Side::WIDTH) {
            let npv = futures.block(block);
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
    columns: [Option<&'a [f64]>; N_INPUTS],
}

impl<'a> Futures<'a> {
    fn of(base: &'a Values, columns: &'a [Column]) -> Self {
        let mut by_input = [None; N_INPUTS];
        for column in columns {
            by_input[column.id as usize] = Some(column.values.as_slice());
        }
        Self { base, columns: by_input }
    }

    fn value(&self, id: InputId, future: usize) -> f64 {
        let column = self.columns[id as usize];
        let own = column.and_then(|values| values.get(future).or(values.last()));
        own.copied().unwrap_or(self.base.get(id))
    }

    /// Futures that can share a block: those of one horizon. Those whose fleets end together stand together, so that a block
    /// runs no longer than its futures do.
    fn alike(&self, n_futures: usize) -> Vec<Vec<usize>> {
        let mut of_each: Vec<(usize, usize, usize)> = (0..n_futures)
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
        let inputs = Inputs::<Side>::of(|id| match self.columns[id as usize] {
            Some(values) if places.iter().all(|&it| it < values.len()) => {
                Side::each(|lane| values[places[lane]])
            }
            Some(_) => Side::each(|lane| self.value(id, places[lane])),
            None => Side::all(self.base.get(id)),
        });
        headline(&inputs).value()
    }
}
