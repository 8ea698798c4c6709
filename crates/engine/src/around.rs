//! Paths on an axis that may start before the date of the levels.

use super::clock::Clock;
use super::paths::{Fading, Levels};
use payenough_quantities::lane::Lane;
use payenough_quantities::special::{exp, ln_normal};

/// What a path does before the date of the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// It goes back at its first rate: `ln level(t) = t·ln g`.
    Back,
    /// It stays as at that date.
    Held,
}

impl<L: Lane> Fading<L> {
    /// The levels in the middle of the first `quarters` quarters of an axis.
    #[must_use]
    pub(super) fn levels(self, clock: &Clock, before: Before, quarters: usize) -> Levels<L> {
        self.path_around::<false>(clock.middle_of(0), before, quarters)
    }

    /// The levels in the middle of the first `quarters` quarters of an axis, with their logarithms.
    #[must_use]
    pub(super) fn levels_and_logs(self, clock: &Clock, before: Before, quarters: usize) -> Levels<L> {
        self.path_around::<true>(clock.middle_of(0), before, quarters)
    }

    /// The levels of `quarters` quarters, the first of them at `first` years after the date of the levels, or before it.
    #[must_use]
    pub(super) fn levels_around(self, first: f64, before: Before, quarters: usize) -> Levels<L> {
        self.path_around::<false>(first, before, quarters)
    }

    /// The level at `time` years after the date of the levels, or before it, by the closed form.
    #[must_use]
    pub(super) fn level_around(self, time: L) -> L {
        L::select(time.below(L::ZERO), exp(time * self.first_rate()), self.level_at(time))
    }

    /// `ln g`.
    fn first_rate(self) -> L {
        ln_normal(self.growth.value().between(1e-300, 1e300), L::ZERO)
    }

    /// [`Fading::path`] from the date of the levels on, and `g^t` or 1 before it.
    fn path_around<const WITH_LOGS: bool>(self, first: f64, before: Before, quarters: usize) -> Levels<L> {
        let time = |quarter: usize| first + quarter as f64 * 0.25;
        let n_before = (0..quarters).take_while(|&it| time(it) < 0.0).count();
        let after = self.path::<WITH_LOGS>(L::all(time(n_before)), quarters - n_before);
        let is_constant = after.levels.is_empty() && n_before < quarters;
        if n_before == 0 || is_constant {
            return after;
        }
        let rate = self.first_rate();
        let log = |it| match before {
            Before::Held => L::ZERO,
            Before::Back => L::all(time(it)) * rate,
        };
        let levels = (0..n_before).map(|it| exp(log(it))).chain(after.levels).collect();
        let logs = if WITH_LOGS { (0..n_before).map(log).chain(after.logs).collect() } else { Vec::new() };
        Levels { levels, logs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_quantities::{Ratio, Years};

    #[test]
    fn before_its_date_a_path_goes_back_at_its_first_rate_or_stays() {
        let path = Fading { growth: Ratio::of(2.0), half_life: Years::of(1.0), end: Ratio::of(1.0) };
        let back = path.levels_around(-1.0, Before::Back, 8);
        let held = path.levels_around(-1.0, Before::Held, 8);
        for quarter in 0..8 {
            let time = -1.0 + 0.25 * f64::from(quarter as u8);
            let exact = if time < 0.0 { libm::pow(2.0, time) } else { path.level_at(time) };
            assert!((back.level(quarter) / exact - 1.0).abs() < 1e-14, "{quarter}");
            assert!((path.level_around(time) / exact - 1.0).abs() < 1e-14, "{quarter}");
            assert!(time < 0.0 || held.level(quarter) == back.level(quarter), "{quarter}");
            assert!(time >= 0.0 || held.level(quarter) == 1.0, "{quarter}");
        }
    }
}
