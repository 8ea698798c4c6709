//! A value for every input in the unit of its key, as readers, links and draws write it.

use super::figures::Figures;
use super::inputs::{InputId, N_INPUTS, ROWS};
use super::scenario::Vintage;

/// The values of all inputs, and the dated set that gives their ranges. The engine reads them through
/// [`super::Inputs::read`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values {
    set: &'static Vintage,
    numbers: [f64; N_INPUTS],
}

impl Values {
    /// The starting point of the first set: the default of every row.
    pub const STARTING_POINT: Self = {
        let mut numbers = [0.0; N_INPUTS];
        let mut row = 0;
        while row < N_INPUTS {
            numbers[row] = ROWS[row].default;
            row += 1;
        }
        Self { set: Vintage::FIRST, numbers }
    };

    /// The starting point of a set: that of the set before it, with the figures that this set gives.
    #[must_use]
    pub(super) fn start_of(set: &'static Vintage) -> Self {
        let before = set.before.map_or(Self::STARTING_POINT, Self::start_of);
        let all = set.figures.iter();
        all.fold(Self { set, ..before }, |values, (id, own)| values.with(*id, own.default))
    }

    /// The dated set that the values start from.
    #[must_use]
    pub const fn vintage(&self) -> &'static Vintage {
        self.set
    }

    /// The figures of an input in the dated set.
    #[must_use]
    pub fn figures(&self, id: InputId) -> Figures {
        self.set.figures(id)
    }

    /// The value of one input.
    #[must_use]
    pub const fn get(&self, id: InputId) -> f64 {
        self.numbers[id as usize]
    }

    /// The values with one of them changed. The caller must have checked it with [`super::InputSpec::allows`].
    #[must_use]
    pub const fn with(mut self, id: InputId, value: f64) -> Self {
        self.numbers[id as usize] = value;
        self
    }
}
