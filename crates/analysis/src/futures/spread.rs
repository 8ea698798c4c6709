//! The distribution of an uncertain input: its value at each quantile.

use super::pert;
use payenough_model::Shape;
use payenough_quantities::lane::Lane;
use payenough_quantities::normal::normal_quantile;
use payenough_quantities::special::{exp, ln};

/// The family of a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Normal.
    Normal,
    /// Lognormal.
    Lognormal,
    /// Triangular: straight lines up to a peak at the median, and down from it.
    Triangular,
    /// PERT: a smooth peak at the median.
    Pert,
    /// Uniform between its ends.
    Uniform,
}

impl Family {
    /// The family for a row's shape. A row that is not uncertain by itself is uniform if the reader gives it a range.
    #[must_use]
    pub const fn of(shape: Shape) -> Self {
        match shape {
            Shape::Normal => Self::Normal,
            Shape::Lognormal => Self::Lognormal,
            Shape::Triangular => Self::Triangular,
            Shape::Pert => Self::Pert,
            Shape::Fixed => Self::Uniform,
        }
    }

    /// Whether the family is computed from a standard normal score rather than from a quantile.
    pub(super) const fn is_by_score(self) -> bool {
        matches!(self, Self::Normal | Self::Lognormal)
    }

    /// The signed distance of a standard normal score (or of a quantile, for families that use quantiles) from the
    /// median, in units of the distance of the 90th percentile.
    #[inline(always)]
    fn distance<L: Lane>(self, u: L) -> L {
        let half = L::all(0.5);
        match self {
            Self::Normal | Self::Lognormal => u * L::all(1.0 / Z_90),
            Self::Uniform => (u - half) * L::all(1.0 / 0.4),
            Self::Pert => pert::score(u),
            Self::Triangular => {
                let upper = half.below(u);
                let tail = L::select(upper, L::all(1.0) - u, u);
                let far = (L::all(1.0) - (tail + tail).root()) * L::all(1.0 / (1.0 - ROOT_FIFTH));
                L::select(upper, far, -far)
            }
        }
    }
}

/// Φ⁻¹(0.9).
const Z_90: f64 = 1.281_551_565_544_600_4;
/// √0.2, which sets where the 90th percentile lies on a triangular half.
const ROOT_FIFTH: f64 = 0.447_213_595_499_957_9;

/// Why three numbers do not define a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpreadError {
    /// One of them is not finite.
    #[error("a range needs finite numbers")]
    NotFinite,
    /// They are not in ascending order.
    #[error("a range goes from the smaller number to the larger")]
    Reversed,
    /// One of them is outside the valid range of the input.
    #[error("the range leaves what this input can be")]
    OutOfBounds,
    /// A lognormal distribution needs numbers above 0.
    #[error("a spread in ratios needs numbers above 0")]
    NotPositive,
}

/// The distribution of an input given by its 10th, 50th and 90th percentiles, each met exactly.
///
/// `x(u) = mid + (high − mid) s(u)` above the median and `mid + (mid − low) s(u)` below it, where `s` is the family's
/// distance from the median with `s(0.9) = 1`. A lognormal distribution uses the same formula for logarithms. Draws
/// outside the input's hard range are clamped to it, which leaves the three percentiles unchanged.
///
/// ```
/// use payenough_analysis::futures::spread::{Family, Spread};
/// let price = Spread::new(Family::Triangular, [4.0, 4.5, 6.0], (0.0, 100.0))?;
/// assert_eq!((price.quantile(0.1), price.quantile(0.5)), (4.0, 4.5));
/// # Ok::<(), payenough_analysis::futures::spread::SpreadError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    family: Family,
    low: f64,
    mid: f64,
    high: f64,
    hard: (f64, f64),
    /// The distances from the median down to the 10th and up to the 90th percentile; of logarithms if lognormal.
    sides: (f64, f64),
}

impl Spread {
    /// A distribution given by its 10th, 50th and 90th percentiles.
    ///
    /// # Errors If the three are not finite, not in order, outside `hard`, or not above 0 for a lognormal distribution.
    pub fn new(family: Family, [low, mid, high]: [f64; 3], hard: (f64, f64)) -> Result<Self, SpreadError> {
        if ![low, mid, high].iter().all(|it| it.is_finite()) {
            return Err(SpreadError::NotFinite);
        }
        if high < mid || mid < low {
            return Err(SpreadError::Reversed);
        }
        if low < hard.0 || hard.1 < high {
            return Err(SpreadError::OutOfBounds);
        }
        let sides = match family {
            Family::Lognormal if low <= 0.0 => return Err(SpreadError::NotPositive),
            Family::Lognormal => (ln(mid / low), ln(high / mid)),
            _ => (mid - low, high - mid),
        };
        Ok(Self { family, low, mid, high, hard, sides })
    }

    /// A distribution given by its 10th and 90th percentiles. The median is halfway between them, in ratios if
    /// lognormal.
    ///
    /// # Errors The same as for [`Spread::new`].
    pub fn between(family: Family, low: f64, high: f64, hard: (f64, f64)) -> Result<Self, SpreadError> {
        let mid = match family {
            Family::Lognormal => low * (high / low).sqrt(),
            _ => low + (high - low) * 0.5,
        };
        if family == Family::Lognormal && low <= 0.0 {
            return Err(SpreadError::NotPositive);
        }
        Self::new(family, [low, mid, high], hard)
    }

    /// The value at quantile `u` in 0..1.
    #[inline(always)]
    #[must_use]
    pub fn quantile<L: Lane>(&self, u: L) -> L {
        self.value(if self.family.is_by_score() { normal_quantile(u) } else { u })
    }

    /// The value at a standard normal score, or at a quantile for families that use quantiles.
    #[inline(always)]
    #[must_use]
    pub(super) fn value<L: Lane>(&self, u: L) -> L {
        let score = self.family.distance(u);
        let side = L::select(score.below(L::ZERO), L::all(self.sides.0), L::all(self.sides.1));
        let drawn = match self.family {
            Family::Lognormal => L::all(self.mid) * exp(score * side),
            _ => L::all(self.mid) + score * side,
        };
        drawn.between(self.hard.0, self.hard.1)
    }

    /// The family.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// The 10th, 50th and 90th percentiles.
    #[must_use]
    pub const fn percentiles(&self) -> [f64; 3] {
        [self.low, self.mid, self.high]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_quantities::lane::Block;
    use proptest::prelude::*;

    const FAMILIES: [Family; 5] =
        [Family::Normal, Family::Lognormal, Family::Triangular, Family::Pert, Family::Uniform];

    #[test]
    fn invalid_arguments_are_rejected() {
        let of = |family, numbers| Spread::new(family, numbers, (-1.0, 10.0)).err();
        assert_eq!(of(Family::Normal, [1.0, f64::NAN, 2.0]), Some(SpreadError::NotFinite));
        assert_eq!(of(Family::Normal, [2.0, 1.5, 1.0]), Some(SpreadError::Reversed));
        assert_eq!(of(Family::Normal, [2.0, 3.0, 11.0]), Some(SpreadError::OutOfBounds));
        assert_eq!(of(Family::Lognormal, [0.0, 3.0, 5.0]), Some(SpreadError::NotPositive));
        let reversed = Spread::between(Family::Lognormal, 9.0, 1.0, (0.0, 10.0));
        assert_eq!(reversed, Err(SpreadError::Reversed));
        assert_eq!(
            Spread::between(Family::Lognormal, -1.0, 1.0, (-5.0, 10.0)),
            Err(SpreadError::NotPositive)
        );
    }

    #[test]
    fn the_median_is_the_arithmetic_or_geometric_mean() {
        let middle = |family| Spread::between(family, 4.0, 9.0, (0.0, 99.0)).map(|it| it.percentiles()[1]);
        assert_eq!((middle(Family::Normal), middle(Family::Lognormal)), (Ok(6.5), Ok(6.0)));
    }

    #[test]
    fn equal_percentiles_give_a_constant() {
        for family in FAMILIES {
            let point = Spread::new(family, [5.0; 3], (0.0, 9.0)).expect("a point");
            assert!([1e-9, 0.3, 0.5, 1.0 - 1e-9].iter().all(|&u| point.quantile(u) == 5.0));
        }
    }

    proptest! {
        #[test]
        fn the_three_percentiles_are_met(
            low in 0.1..10.0_f64, up in 0.0..10.0_f64, more in 0.0..100.0_f64, u in 1e-9..1.0_f64, v in 1e-9..1.0_f64,
        ) {
            let numbers = [low, low + up, low + up + more];
            for family in FAMILIES {
                let spread = Spread::new(family, numbers, (0.05, 120.0)).expect("in order");
                for (p, expected) in [0.1, 0.5, 0.9].into_iter().zip(numbers) {
                    prop_assert!((spread.quantile(p) / expected - 1.0).abs() < 1e-13, "{family:?} {p}");
                }
                let (a, b) = (spread.quantile(u.min(v)), spread.quantile(u.max(v)));
                prop_assert!(a <= b && 0.05 <= a && b <= 120.0, "{family:?} rises");
                let block = spread.quantile(Block::each(|at| if at % 2 == 0 { u } else { v }));
                prop_assert_eq!(block.lane(4).to_bits(), spread.quantile(u).to_bits());
                prop_assert_eq!(block.lane(5).to_bits(), spread.quantile(v).to_bits());
            }
        }
    }
}
