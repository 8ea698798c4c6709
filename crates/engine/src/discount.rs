//! Discount factors for the times at which money moves.

use payenough_quantities::lane::Lane;
use payenough_quantities::special::{exp, ln};

/// Discount factors at the start and in the middle of each quarter, and at the end of the last quarter.
///
/// `d(t) = (1 + r)^(−t)`, t in eighths of a year
#[derive(Clone, Debug)]
pub(super) struct Discount<L = f64> {
    eighths: Vec<L>,
}

impl<L: Lane> Discount<L> {
    /// The factors for `quarters` quarters at a yearly rate.
    #[must_use]
    pub(super) fn at(rate: L, quarters: usize) -> Self {
        let step = exp(L::all(-0.125) * ln(L::all(1.0) + rate));
        let mut factor = L::all(1.0);
        let next = |_| {
            let now = factor;
            factor *= step;
            now
        };
        Self { eighths: (0..=2 * quarters).map(next).collect() }
    }

    /// Factor at the start of a quarter, which is the end of the quarter before.
    #[must_use]
    pub(super) fn start(&self, quarter: usize) -> L {
        self.eighth(2 * quarter)
    }

    /// Factor at the start of a quarter that may differ between futures.
    #[must_use]
    pub(super) fn start_of(&self, quarter: L) -> L {
        let [factor] = L::pick(&self.eighths, &(quarter + quarter), |it| [*it]);
        factor
    }

    /// Factor at a number of eighths of a year after t = 0.
    #[must_use]
    pub(super) fn eighth(&self, at: usize) -> L {
        self.eighths.get(at).copied().unwrap_or(L::ZERO)
    }

    /// Factor in the middle of a quarter.
    #[must_use]
    pub(super) fn middle(&self, quarter: usize) -> L {
        self.eighth(2 * quarter + 1)
    }
}
