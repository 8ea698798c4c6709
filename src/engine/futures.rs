//! The net present value of many futures that differ in some inputs.

use super::answer::headline;
use crate::model::{InputId, Inputs, Values};

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
/// The same bits as [`headline`]'s, however the futures are split. A column shorter than `n_futures` leaves the base's value.
#[must_use]
pub fn net_present_values(base: &Values, columns: &[Column], n_futures: usize) -> Vec<f64> {
    let future = |at: usize| {
        columns.iter().fold(*base, |values, column| {
            column.values.get(at).map_or(values, |&value| values.with(column.id, value))
        })
    };
    (0..n_futures).map(|at| headline(&Inputs::read(&future(at))).value()).collect()
}
