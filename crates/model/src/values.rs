//! A value for every input in the unit of its key, as readers, links and draws write it.

use super::inputs::{InputId, N_INPUTS, ROWS};

/// The values of all inputs. The engine reads them through [`super::Inputs::read`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values([f64; N_INPUTS]);

impl Values {
    /// The starting point: the default of every row.
    pub const STARTING_POINT: Self = {
        let mut values = [0.0; N_INPUTS];
        let mut row = 0;
        while row < N_INPUTS {
            values[row] = ROWS[row].default;
            row += 1;
        }
        Self(values)
    };

    /// The value of one input.
    #[must_use]
    pub const fn get(&self, id: InputId) -> f64 {
        self.0[id as usize]
    }

    /// The values with one of them changed. The caller must have checked it with [`super::InputSpec::allows`].
    #[must_use]
    pub const fn with(mut self, id: InputId, value: f64) -> Self {
        self.0[id as usize] = value;
        self
    }
}
