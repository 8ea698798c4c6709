//! Paths through time: growth that fades, ramps, and the quarter grid they are read on.

use crate::units::lane::{Lane, Mask as _};
use crate::units::special::{exp, exp2, ln};
use crate::units::{Ratio, Years};

/// Quarters of the longest horizon.
pub(super) const MAX_QUARTERS: usize = 80;

/// One value per quarter; those beyond the horizon are not read.
pub(super) type ByQuarter<T> = [T; MAX_QUARTERS];

/// Years from t = 0 to the middle of a quarter, where operating flows are dated.
#[must_use]
pub(super) fn middle_of(quarter: usize) -> f64 {
    quarter as f64 * 0.25 + 0.125
}

/// A yearly growth or fall with a half-life and an end rate: no rate runs for ten years.
///
/// `ln level(t) = t·ln e + (ln g − ln e)·τ·(1 − 2^(−t/h))`, `τ = h/ln 2`
///
/// - `g` growth in the first moment, × a year; below 1 is a fall
/// - `e` what it tends to, × a year
/// - `h` half-life of the log rate above its end, years
///
/// Source: definition (data/judgements.csv gives each rate's own).
#[derive(Clone, Copy, Debug)]
pub(super) struct Fading<L = f64> {
    /// First yearly factor.
    pub(super) growth: Ratio<L>,
    /// Half-life of the rate.
    pub(super) half_life: Years<L>,
    /// Last yearly factor.
    pub(super) end: Ratio<L>,
}

/// A path's level over that at t = 0, quarter after quarter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Levels<L> {
    /// Years from t = 0 to the first quarter's moment, and quarters since.
    first: L,
    n_quarters: f64,
    /// `ln e` and `(ln g − ln e)·τ`.
    end: L,
    scale: L,
    /// `2^(−t/h)`, and what it falls to in a quarter.
    left: L,
    step: L,
    is_flat: bool,
}

impl<L: Lane> Fading<L> {
    /// The levels in the middle of each quarter, from the first on.
    #[must_use]
    pub(super) fn levels(self) -> Levels<L> {
        self.levels_from(L::all(middle_of(0)))
    }

    /// The levels from `first` years after t = 0 on, a quarter apart.
    #[must_use]
    pub(super) fn levels_from(self, first: L) -> Levels<L> {
        let end = ln(self.end.value());
        let excess = ln(self.growth.value()) - end;
        let half = self.half_life.value();
        Levels {
            first,
            n_quarters: 0.0,
            end,
            scale: excess * half / L::all(core::f64::consts::LN_2),
            left: exp2(-first / half),
            step: exp2(L::all(-0.25) / half),
            is_flat: (end.equals(L::ZERO) & excess.equals(L::ZERO)).all(),
        }
    }
}

impl<L: Lane> Levels<L> {
    /// The level of the next quarter.
    pub(super) fn next_level(&mut self) -> L {
        if self.is_flat {
            return L::all(1.0);
        }
        let time = self.first + L::all(self.n_quarters * 0.25);
        let level = exp(time * self.end + self.scale * (L::all(1.0) - self.left));
        self.n_quarters += 1.0;
        self.left *= self.step;
        level
    }
}

/// How much of a ramp of so many years is done in the middle of a quarter.
#[must_use]
pub(super) fn done<L: Lane>(years: Years<L>, quarter: usize) -> L {
    (L::all(middle_of(quarter)) / years.value()).lesser(L::all(1.0))
}

/// A straight line from `now` to `later`, of which so much is done.
#[must_use]
pub(super) fn ramp<L: Lane>(now: Ratio<L>, later: Ratio<L>, done: L) -> L {
    now.value() + (later.value() - now.value()) * done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(growth: f64, half: f64, end: f64) -> Fading {
        Fading { growth: Ratio::of(growth), half_life: Years::of(half), end: Ratio::of(end) }
    }

    fn eighty(path: Fading) -> [f64; MAX_QUARTERS] {
        let mut levels = path.levels_from(0.0);
        core::array::from_fn(|_| levels.next_level())
    }

    #[test]
    fn a_constant_rate_compounds() {
        let levels = eighty(path(1.21, 3.0, 1.21));
        assert!((levels[4] - 1.21).abs() < 1e-12 && (levels[40] - libm::pow(1.21, 10.0)).abs() < 1e-10);
    }

    #[test]
    fn a_fading_rate_has_the_closed_forms_limit() {
        let levels = eighty(path(3.0, 1.5, 1.0));
        let limit = libm::pow(3.0, 1.5 / core::f64::consts::LN_2);
        assert!(levels[79] < limit && levels[79] > 0.999 * limit, "{} {limit}", levels[79]);
        assert!(levels[0] == 1.0);
    }

    #[test]
    fn a_ramp_ends() {
        let at = |quarter| ramp(Ratio::of(0.2), Ratio::of(0.4), done(Years::of(5.0), quarter));
        assert!((at(0) - 0.205).abs() < 1e-12 && at(20) == 0.4 && at(79) == 0.4);
    }
}
