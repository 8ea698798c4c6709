//! What the engine says about the futures of a drawing.

use super::drawing::Drawing;
use payenough_engine::futures::{net_present_values, presents};
use payenough_engine::{Outcome, Present, evaluate};
use payenough_model::Inputs;

impl Drawing {
    /// Net present values of futures `from` to `from + n`, in dollars.
    #[must_use]
    pub fn net_present_values(&self, from: u32, n: usize) -> Vec<f64> {
        net_present_values(self.values(), &self.columns(from, n), n)
    }

    /// Present values of futures `from` to `from + n`.
    #[must_use]
    pub fn presents(&self, from: u32, n: usize) -> Vec<Present> {
        presents(self.values(), &self.columns(from, n), n)
    }

    /// Full outcomes of futures `from` to `from + n`.
    #[must_use]
    pub fn outcomes(&self, from: u32, n: usize) -> Vec<Outcome> {
        let columns = self.columns(from, n);
        let future = |at: usize| {
            columns.iter().fold(*self.values(), |values, column| values.with(column.id, column.values[at]))
        };
        (0..n).map(|at| evaluate(&Inputs::read(&future(at)))).collect()
    }
}
