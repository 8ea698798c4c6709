//! How many people have started, by the Bass curve of diffusion.

use payenough_quantities::lane::Lane;
use payenough_quantities::special::exp;
use payenough_quantities::{Users, Years};

/// A Bass curve of adoption: people start on their own (`p`) or because others have started (`q`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bass<L = f64> {
    /// Coefficient of innovation, per year, 0 or more.
    pub innovation: L,
    /// Coefficient of imitation, per year, 0 or more.
    pub imitation: L,
}

impl Bass {
    /// Share of the market reached `time` after launch: `F(t) = (1 − e^(−(p+q)t)) / (1 + (q/p) e^(−(p+q)t))`.
    ///
    /// - `p` innovation, `q` imitation, per year; `t` years since launch, 0 before it
    ///
    /// Source: F. Bass, "A new product growth for model consumer durables", Management Science 1969. Leaves out
    /// price, quality and people who stop.
    #[must_use]
    pub fn share(&self, time: Years) -> f64 {
        self.share_from(0.0, time)
    }

    /// Years after launch at which the curve reaches `share`: `s_0` in [`Bass::share_from`]. `None` if it never does.
    #[must_use]
    pub fn time_at(&self, share: f64) -> Option<Years> {
        let (p, q) = (self.innovation, self.imitation);
        let time = (libm::log1p(q / p * share) - libm::log1p(-share)) / (p + q);
        (0.0 < p && 0.0 <= share && time.is_finite()).then(|| Years::of(time))
    }

    /// Number of people who have started `time` after launch, in a market of `market` people: `M·F(t)`.
    #[must_use]
    pub fn cumulative(&self, market: Users, time: Years) -> Users {
        market * self.share(time)
    }

    /// Number of people who start between two times: `M·(F(t_1) − F(t_0))`.
    #[must_use]
    pub fn new_adopters(&self, market: Users, from: Years, to: Years) -> Users {
        market * (self.share(to) - self.share(from))
    }

    /// Time of the peak, when most people start: `t* = ln(q/p)/(p + q)`, years after launch.
    ///
    /// Negative for `q < p`: the curve then slows down from its first day. `None` if `p` or `q` is 0. Source: Bass
    /// 1969.
    #[must_use]
    pub fn peak(&self) -> Option<Years> {
        let time = libm::log(self.imitation / self.innovation) / (self.innovation + self.imitation);
        time.is_finite().then(|| Years::of(time))
    }
}

impl<L: Lane> Bass<L> {
    /// Share reached `time` after a day on which the share was `start`: `F(t + s_0)` with `F(s_0) = F_0`.
    ///
    /// If `s_0 = ln((1 + (q/p) F_0)/(1 − F_0))/(p + q)` is substituted, `p` cancels, so that `p = 0` (the logistic
    /// curve) needs no special case: `((p + q F_0) − p (1 − F_0) e) / ((p + q F_0) + q (1 − F_0) e)`,
    /// `e = e^(−(p+q)t)`.
    ///
    /// - `F_0` `start`, share of the market, 0 to 1
    ///
    /// Source: Bass 1969, solved for the start. Restarting the curve at `F_0` would make it several times slower.
    #[must_use]
    pub fn share_from(&self, start: L, time: Years<L>) -> L {
        self.shares_from(start, time.max(Years::ZERO), Years::ZERO).next_share()
    }

    /// The shares of [`Bass::share_from`] at evenly spaced times: at `first`, which is 0 or more, and every `step`
    /// after it.
    #[must_use]
    pub(super) fn shares_from(&self, start: L, first: Years<L>, step: Years<L>) -> Shares<L> {
        let start = start.between(0.0, 1.0);
        let left = |time: Years<L>| exp(-(self.innovation + self.imitation) * time.value());
        Shares {
            start,
            innovation: self.innovation,
            imitation: self.imitation,
            drive: self.innovation + self.imitation * start,
            decay: (L::all(1.0) - start) * left(first),
            falls: left(step),
        }
    }
}

/// A Bass curve that is evaluated step by step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shares<L> {
    start: L,
    innovation: L,
    imitation: L,
    /// `p + q F_0`
    drive: L,
    /// `(1 − F_0) e`, and the factor by which it falls in one step.
    decay: L,
    falls: L,
}

impl<L: Lane> Shares<L> {
    /// The share at the next time.
    #[inline(always)]
    pub(super) fn next_share(&mut self) -> L {
        let whole = self.drive + self.imitation * self.decay;
        let moves = L::ZERO.below(self.drive) & L::ZERO.below(whole);
        let share = ((self.drive - self.innovation * self.decay) / whole).greater(self.start);
        self.decay *= self.falls;
        L::select(moves, share, self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CURVE: Bass = Bass { innovation: 0.03, imitation: 0.38 };

    #[test]
    fn the_curve_starts_at_0_peaks_and_reaches_everybody() {
        assert_eq!(CURVE.share(Years::ZERO), 0.0);
        assert_eq!(CURVE.share(Years::of(-3.0)), 0.0);
        assert!(1.0 - CURVE.share(Years::of(200.0)) < 1e-12);
        let peak = CURVE.peak().unwrap().value();
        let speed = |time: f64| CURVE.share(Years::of(time + 1e-4)) - CURVE.share(Years::of(time - 1e-4));
        assert!(speed(peak - 0.1) < speed(peak) && speed(peak + 0.1) < speed(peak));
        assert!((CURVE.share(Years::of(peak)) - (0.5 - 0.03 / 0.76)).abs() < 1e-12);
    }

    #[test]
    fn limiting_cases_have_an_answer() {
        let exponential = Bass { innovation: 0.2, imitation: 0.0 };
        assert!((exponential.share(Years::of(3.0)) - (1.0 - libm::exp(-0.6))).abs() < 1e-15);
        assert_eq!(exponential.peak(), None);
        let still = Bass { innovation: 0.0, imitation: 0.0 };
        assert_eq!(still.share_from(0.3, Years::of(5.0)), 0.3);
        let logistic = Bass { innovation: 0.0, imitation: 0.5 };
        assert_eq!(logistic.share(Years::of(9.0)), 0.0);
        let odds = 0.25 / 0.75 * libm::exp(0.5 * 4.0);
        assert!((logistic.share_from(0.25, Years::of(4.0)) - odds / (1.0 + odds)).abs() < 1e-15);
        assert_eq!(CURVE.share_from(1.0, Years::of(1.0)), 1.0);
        assert_eq!(CURVE.time_at(1.0), None);
    }

    proptest! {
        #[test]
        fn starting_on_the_curve_continues_it(
            p in 1e-4..0.2_f64, q in 0.0..1.0_f64, s0 in 0.0..10.0_f64, time in 0.0..10.0_f64,
        ) {
            let curve = Bass { innovation: p, imitation: q };
            let start = curve.share(Years::of(s0));
            let direct = curve.share(Years::of(s0 + time));
            prop_assert!((curve.share_from(start, Years::of(time)) - direct).abs() < 1e-12);
            prop_assert!((curve.time_at(start).unwrap().value() - s0).abs() < 1e-9 * (1.0 + 1.0 / (1.0 - start)));
            prop_assert!(start <= direct && direct <= 1.0);
        }
    }
}
