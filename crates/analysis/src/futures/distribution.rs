//! Distributions given by their textbook parameters, for reference models. Inputs of the page use
//! [`Spread`](super::spread::Spread) instead.

use payenough_quantities::lane::Lane;
use payenough_quantities::normal::{normal_quantile, normal_quantiles};
use payenough_quantities::special::{exp, exps};

/// A distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Normal, with mean and standard deviation.
    Normal(f64, f64),
    /// Lognormal, with the median and the standard deviation of the logarithm.
    Lognormal(f64, f64),
    /// Uniform, with its two ends.
    Uniform(f64, f64),
    /// Triangular, with its ends and its mode.
    Triangular(Triangular),
}

impl Distribution {
    /// Replaces each quantile in a list, in 0..1, by the value at that quantile.
    pub fn quantiles<L: Lane>(&self, list: &mut [L]) {
        if let Self::Normal(..) | Self::Lognormal(..) = self {
            normal_quantiles(list);
        }
        if let Self::Lognormal(median, sigma) = *self {
            list.iter_mut().for_each(|value| *value = L::all(sigma) * *value);
            exps(list);
            list.iter_mut().for_each(|value| *value = L::all(median) * *value);
            return;
        }
        for value in list {
            *value = self.value(*value);
        }
    }

    /// The value at quantile `u` in 0..1.
    #[inline(always)]
    #[must_use]
    pub fn quantile<L: Lane>(&self, u: L) -> L {
        match self {
            Self::Normal(..) | Self::Lognormal(..) => self.value(normal_quantile(u)),
            Self::Uniform(..) | Self::Triangular(_) => self.value(u),
        }
    }

    /// The value at a standard normal score if the distribution is normal or lognormal, else at a quantile.
    #[inline(always)]
    fn value<L: Lane>(&self, u: L) -> L {
        match *self {
            Self::Normal(mean, deviation) => L::all(mean) + L::all(deviation) * u,
            Self::Lognormal(median, sigma) => L::all(median) * exp(L::all(sigma) * u),
            Self::Uniform(from, to) => L::all(from) + u * L::all(to - from),
            Self::Triangular(triangular) => triangular.quantile(u),
        }
    }
}

/// A density that rises in a straight line from `low` to `peak` and falls to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangular {
    low: f64,
    peak: f64,
    high: f64,
}

impl Triangular {
    /// A triangular distribution; `None` unless `low ≤ peak ≤ high`.
    #[must_use]
    pub const fn new(low: f64, peak: f64, high: f64) -> Option<Self> {
        if low <= peak && peak <= high { Some(Self { low, peak, high }) } else { None }
    }

    /// The value at quantile `u`: `low + √(u w (peak − low))` up to the peak and `high − √((1 − u) w (high − peak))`
    /// above it, where `w = high − low`.
    #[inline(always)]
    #[must_use]
    pub fn quantile<L: Lane>(&self, u: L) -> L {
        let width = self.high - self.low;
        let (left, right) = (self.peak - self.low, self.high - self.peak);
        let share = if width > 0.0 { left / width } else { 0.0 };
        let is_left = u.up_to(L::all(share));
        let part = L::select(is_left, u * L::all(width * left), (L::all(1.0) - u) * L::all(width * right));
        let root = part.root();
        L::select(is_left, L::all(self.low) + root, L::all(self.high) - root)
    }

    /// The probability of a value below `x`.
    #[must_use]
    pub fn below(&self, x: f64) -> f64 {
        let width = self.high - self.low;
        if x < self.low {
            0.0
        } else if self.high <= x {
            1.0
        } else if x < self.peak {
            (x - self.low) * (x - self.low) / (width * (self.peak - self.low))
        } else {
            1.0 - (self.high - x) * (self.high - x) / (width * (self.high - self.peak))
        }
    }

    /// Mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        (self.low + self.peak + self.high) / 3.0
    }

    /// Standard deviation: `√((x² + xy + y²)/18)`, where `x` and `y` are the widths left and right of the peak.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        let (x, y) = (self.peak - self.low, self.high - self.peak);
        ((x * x + x * y + y * y) / 18.0).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_out_of_order_are_rejected() {
        assert_eq!((Triangular::new(2.0, 1.0, 3.0), Triangular::new(1.0, f64::NAN, 3.0)), (None, None));
        let point = Triangular::new(2.0, 2.0, 2.0).expect("a point");
        assert_eq!((point.quantile(0.3), point.standard_deviation()), (2.0, 0.0));
        assert_eq!((point.below(1.9), point.below(2.0)), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn the_distribution_function_inverts_the_quantile(low in -5.0..5.0_f64, left in 0.0..9.0_f64, right in 0.01..9.0_f64, u in 0.0..1.0_f64) {
            for (left, right) in [(left, right), (0.0, right), (right, 0.0)] {
                let it = Triangular::new(low, low + left, low + left + right).expect("in order");
                prop_assert!((it.below(it.quantile(u)) - u).abs() < 1e-11);
            }
        }

        #[test]
        fn moments_match_the_quantiles(left in 0.0..9.0_f64, right in 0.01..9.0_f64) {
            let it = Triangular::new(1.0, 1.0 + left, 1.0 + left + right).expect("in order");
            let drawn: Vec<f64> = (0..4000).map(|at| it.quantile((f64::from(at) + 0.5) / 4000.0)).collect();
            let mean = drawn.iter().sum::<f64>() / 4000.0;
            let square = drawn.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 4000.0;
            prop_assert!((mean - it.mean()).abs() < 1e-3 * (left + right));
            prop_assert!((square.sqrt() - it.standard_deviation()).abs() < 1e-3 * (left + right));
        }
    }
}
