//! Paths through time: growth that fades, ramps, and the quarter grid they are read on.

use crate::units::{Ratio, Years};

/// Quarters of the longest horizon.
pub(super) const MAX_QUARTERS: usize = 80;

/// One value per quarter; those beyond the horizon are not read.
pub(super) type ByQuarter<T> = [T; MAX_QUARTERS];

/// Where in a quarter a path is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// Purchases are dated at the start.
    Start,
    /// Operating flows are dated in the middle.
    Middle,
}

impl Moment {
    /// Years from t = 0 to this moment of a quarter.
    #[must_use]
    pub(super) fn years(self, quarter: usize) -> f64 {
        let offset = match self {
            Self::Start => 0.0,
            Self::Middle => 0.125,
        };
        quarter as f64 * 0.25 + offset
    }
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
pub(super) struct Fading {
    /// First yearly factor.
    pub(super) growth: Ratio,
    /// Half-life of the rate.
    pub(super) half_life: Years,
    /// Last yearly factor.
    pub(super) end: Ratio,
}

impl Fading {
    /// The level of each quarter over the level at t = 0.
    #[must_use]
    pub(super) fn levels(self, quarters: usize, moment: Moment) -> ByQuarter<f64> {
        let mut levels = [1.0; MAX_QUARTERS];
        let end = libm::log(self.end.value());
        let excess = libm::log(self.growth.value()) - end;
        if end == 0.0 && excess == 0.0 {
            return levels;
        }
        let half = self.half_life.value();
        let scale = excess * half / core::f64::consts::LN_2;
        let step = libm::exp2(-0.25 / half);
        let mut left = libm::exp2(-moment.years(0) / half);
        for (quarter, level) in levels.iter_mut().enumerate().take(quarters) {
            *level = libm::exp(moment.years(quarter) * end + scale * (1.0 - left));
            left *= step;
        }
        levels
    }
}

/// A straight line from `now` to `later` over `years`, then flat, read in the middle of a quarter.
#[must_use]
pub(super) fn ramp(now: Ratio, later: Ratio, years: Years, quarter: usize) -> f64 {
    let done = Moment::Middle.years(quarter) / years.value();
    now.value() + (later.value() - now.value()) * if done < 1.0 { done } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(growth: f64, half: f64, end: f64) -> Fading {
        Fading { growth: Ratio::of(growth), half_life: Years::of(half), end: Ratio::of(end) }
    }

    #[test]
    fn a_constant_rate_compounds() {
        let levels = path(1.21, 3.0, 1.21).levels(80, Moment::Start);
        assert!((levels[4] - 1.21).abs() < 1e-12 && (levels[40] - libm::pow(1.21, 10.0)).abs() < 1e-10);
    }

    #[test]
    fn a_fading_rate_has_the_closed_forms_limit() {
        let levels = path(3.0, 1.5, 1.0).levels(80, Moment::Start);
        let limit = libm::pow(3.0, 1.5 / core::f64::consts::LN_2);
        assert!(levels[79] < limit && levels[79] > 0.999 * limit, "{} {limit}", levels[79]);
        assert!(levels[0] == 1.0);
    }

    #[test]
    fn a_ramp_ends() {
        let at = |quarter| ramp(Ratio::of(0.2), Ratio::of(0.4), Years::of(5.0), quarter);
        assert!((at(0) - 0.205).abs() < 1e-12 && at(20) == 0.4 && at(79) == 0.4);
    }
}
