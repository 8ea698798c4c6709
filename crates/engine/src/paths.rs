//! Paths over time: growth rates that fade, ramps, and the quarters at which they are read.

use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::series::in_memory;
use payenough_quantities::special::{exp, ln_normal};
use payenough_quantities::{Ratio, Years};

/// Number of quarters in the longest horizon.
pub(super) const MAX_QUARTERS: usize = 80;

/// One value per quarter. Values beyond the horizon are not read.
pub(super) type ByQuarter<T> = [T; MAX_QUARTERS];

/// A yearly growth or decline whose rate fades with a half-life towards an end rate, so that no early rate lasts for
/// ten years.
///
/// `ln level(t) = t·ln e + (ln g − ln e)·τ·(1 − 2^(−t/h))`, `τ = h/ln 2`
///
/// - `g` initial growth, × a year; below 1 is a decline
/// - `e` growth that the path tends to, × a year
/// - `h` half-life of the difference between the log rate and its end, years
///
/// Source: definition (data/judgements.csv gives the source of each rate).
#[derive(Clone, Copy, Debug)]
pub(super) struct Fading<L = f64> {
    /// Initial yearly factor.
    pub(super) growth: Ratio<L>,
    /// Half-life of the rate.
    pub(super) half_life: Years<L>,
    /// Yearly factor that the path tends to.
    pub(super) end: Ratio<L>,
}

/// The level of a path relative to t = 0, for each quarter, and its logarithm if requested. A constant path has empty
/// lists: its level is 1 throughout.
#[derive(Clone, Debug)]
pub(super) struct Levels<L> {
    pub(super) levels: Vec<L>,
    pub(super) logs: Vec<L>,
}

impl<L: Lane> Levels<L> {
    /// The level in a quarter, which must be one of those computed.
    #[inline(always)]
    pub(super) fn level(&self, quarter: usize) -> L {
        self.levels.get(quarter).map_or(L::all(1.0), |it| *it)
    }

    /// The level in each future's own quarter; 0 in a quarter that was not computed.
    #[inline(always)]
    pub(super) fn level_of_each(&self, quarters: L) -> L {
        if self.levels.is_empty() {
            return L::all(1.0);
        }
        let [level] = L::pick(&self.levels, &quarters, |it| [*it]);
        level
    }

    /// The logarithm of the level in a quarter.
    #[inline(always)]
    pub(super) fn log(&self, quarter: usize) -> L {
        self.logs.get(quarter).map_or(L::ZERO, |it| *it)
    }
}

/// A point on a path: the terms of the closed form.
#[derive(Clone, Copy, Debug)]
struct Logarithm<L> {
    /// Years from t = 0.
    time: L,
    /// `ln e` and `(ln g − ln e)·τ`.
    end: L,
    scale: L,
    /// `2^(−t/h)`, and the factor by which it falls in a quarter.
    left: L,
    step: L,
}

impl<L: Lane> Logarithm<L> {
    fn now(&self) -> L {
        self.time * self.end + self.scale * (L::all(1.0) - self.left)
    }

    fn advance(&mut self) {
        self.time += L::all(0.25);
        self.left *= self.step;
    }
}

impl<L: Lane> Fading<L> {
    /// The level at `time` years after t = 0, by the closed form. [`Fading::levels`] is faster for a list of quarters.
    #[must_use]
    pub(super) fn level_at(self, time: L) -> L {
        let (end, excess) = self.logarithms();
        let rate = L::all(core::f64::consts::LN_2) / self.half_life.value();
        let left = exp(-time * rate);
        exp(Logarithm { time, end, scale: excess / rate, left, step: left }.now())
    }

    /// `ln e` and `ln g − ln e`.
    #[inline(always)]
    fn logarithms(&self) -> (L, L) {
        let logarithm = |rate: Ratio<L>| ln_normal(rate.value().between(1e-300, 1e300), L::ZERO);
        let end = logarithm(self.end);
        (end, logarithm(self.growth) - end)
    }

    /// The levels of `quarters` quarters, the first of them at `first` years after t = 0.
    #[must_use]
    pub(super) fn levels_from(self, first: L, quarters: usize) -> Levels<L> {
        self.path::<false>(first, quarters)
    }

    /// Each level is the previous one times `e^(8y)`, `8y = ¼ ln e + (ln g − ln e)·τ·(1 − 2^(−1/(4h)))·2^(−t/h)`, whose
    /// exponential is cheaper than that of the closed form. The closed form is used where a step is too long for it.
    /// One function does it all, so that the values of a step stay in registers.
    #[inline(never)]
    pub(super) fn path<const WITH_LOGS: bool>(self, first: L, quarters: usize) -> Levels<L> {
        let mut path = Levels { levels: Vec::new(), logs: Vec::new() };
        let (end, excess) = self.logarithms();
        if (end.equals(L::ZERO) & excess.equals(L::ZERO)).all() {
            return path;
        }
        let rate = L::all(core::f64::consts::LN_2) / self.half_life.value();
        let scale = excess / rate;
        let (lost, step) = lost(L::all(0.25) * rate);
        let mut place = Logarithm { time: first, end, scale, left: exp(-first * rate), step };
        // an eighth of the logarithm of a step: the constant part, and the part that fades
        let (stays, mut fades) = (end * L::all(0.03125), L::all(0.125) * scale * lost * place.left);
        // it moves monotonically from its first value towards the constant part
        let is_short = (stays + fades).size().greater(stays.size()).up_to(L::all(SHORT * 0.5));
        let (mut level, mut log) = (exp(place.now()), place.now());
        let mut logs = Vec::with_capacity(if WITH_LOGS { quarters } else { 0 });
        let terms = in_memory(&RISE);
        let mut next = |mends: bool| {
            let now = level;
            if WITH_LOGS {
                logs.push(log);
            }
            let part = stays + fades;
            let root = L::all(1.0) + short_rise_of_twice(part, terms);
            let half = root * root;
            level *= half * half;
            log += L::all(8.0) * part;
            fades *= step;
            if mends {
                place.advance();
                log = L::select(is_short, log, place.now());
                level = L::select(is_short, level, exp(place.now()));
            }
            now
        };
        // two loops, so that the values of the usual one stay in registers
        path.levels = if is_short.all() {
            (0..quarters).map(|_| next(false)).collect()
        } else {
            (0..quarters).map(|_| next(true)).collect()
        };
        path.logs = logs;
        path
    }
}

/// Largest size of twice the argument for which [`short_rise_of_twice`] holds: growth of × 11 a year.
const SHORT: f64 = 0.15;

/// Chebyshev fit of `(y coth y − 1)/y²` in `y²` on `|y| ≤ 0.075`, with a relative error of 1e-18.
const RISE: [f64; 4] = [
    0.333_333_333_333_333_15,
    -0.022_222_222_221_272_09,
    0.002_116_401_271_759_551_5,
    -0.000_211_399_899_601_500_66,
];

/// `e^(2y) − 1` for `|2y| ≤ 0.15`: `2y/(y coth y − y)`. It needs few terms because `y coth y` is even.
#[inline(always)]
fn short_rise_of_twice<L: Lane>(y: L, [a, b, c, d]: &[f64; 4]) -> L {
    let square = y * y;
    let even = L::all(*a) + (L::all(*b) + (L::all(*c) + L::all(*d) * square) * square) * square;
    (y + y) / (L::all(1.0) + even * square - y)
}

/// `1 − e^(−x)` and `e^(−x)` for `x ≥ 0`, both accurate for small `x`.
fn lost<L: Lane>(x: L) -> (L, L) {
    let (one, rise, short) =
        (L::all(1.0), short_rise_of_twice(L::all(-0.5) * x, &RISE), x.up_to(L::all(SHORT)));
    if short.all() {
        return (-rise, one + rise);
    }
    let left = exp(-x);
    (L::select(short, -rise, one - left), L::select(short, one + rise, left))
}

/// The share of a ramp of `years` years that is done at a time in years after the date of the levels; 0 before it.
#[inline(always)]
#[must_use]
pub(super) fn done_after<L: Lane>(years: Years<L>, time: L) -> L {
    (time / years.value()).lesser(L::all(1.0)).greater(L::ZERO)
}

/// A straight line from `now` to `later`, at the share `done` of the way.
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
        let levels = path.levels_from(0.0, MAX_QUARTERS);
        core::array::from_fn(|quarter| levels.level(quarter))
    }

    #[test]
    fn a_constant_rate_compounds() {
        let levels = eighty(path(1.21, 3.0, 1.21));
        assert!((levels[4] - 1.21).abs() < 1e-12 && (levels[40] - libm::pow(1.21, 10.0)).abs() < 1e-10);
    }

    #[test]
    fn levels_agree_with_the_closed_form() {
        for (growth, half, end) in
            [(3.0, 1.5, 1.0), (10.0, 50.0, 0.5), (0.5, 0.1, 2.0), (1.2, 3.0, 1.1), (4e3, 0.02, 0.9)]
        {
            for first in [-1.75, 0.0, 0.125] {
                let levels = path(growth, half, end).levels_from(first, MAX_QUARTERS);
                for quarter in 0..MAX_QUARTERS {
                    let time = first + 0.25 * quarter as f64;
                    let rate = libm::log(growth / end) * half / core::f64::consts::LN_2;
                    let faded = -libm::expm1(-time / half * core::f64::consts::LN_2);
                    let exact = libm::exp(time * libm::log(end) + rate * faded);
                    let level = levels.level(quarter);
                    let closed = path(growth, half, end).level_at(time);
                    let size = 1.0 + libm::fabs(time * libm::log(end)) + libm::fabs(rate * faded);
                    let is_far = !(1e-300..1e300).contains(&exact);
                    assert!(
                        is_far || (level / exact - 1.0).abs() < 1e-14 * size,
                        "{growth} {first} {quarter}: {level} {exact}"
                    );
                    assert!(is_far || (closed / exact - 1.0).abs() < 1e-14 * size, "{closed} {exact}");
                }
            }
        }
    }

    #[test]
    fn a_fading_rate_has_the_limit_of_the_closed_form() {
        let levels = eighty(path(3.0, 1.5, 1.0));
        let limit = libm::pow(3.0, 1.5 / core::f64::consts::LN_2);
        assert!(levels[79] < limit && levels[79] > 0.999 * limit, "{} {limit}", levels[79]);
        assert!(levels[0] == 1.0);
    }

    #[test]
    fn a_ramp_ends() {
        let middle = |quarter: usize| quarter as f64 * 0.25 + 0.125;
        let at = |quarter| ramp(Ratio::of(0.2), Ratio::of(0.4), done_after(Years::of(5.0), middle(quarter)));
        assert!((at(0) - 0.205).abs() < 1e-12 && at(20) == 0.4 && at(79) == 0.4);
    }
}
