//! The symmetric PERT distribution: the beta distribution `Beta(3, 3)` on 0..1, whose mode is in the middle.

use payenough_quantities::lane::Lane;
use payenough_quantities::special::{exp, ln};

/// Number of Newton steps. The start is off by at most an eighth, and each step squares the error.
const N_STEPS: usize = 5;
/// Keeps the start above 0; too small to change any quantile that a draw can reach.
const LEAST: f64 = 1e-30;
/// The distance from the middle down to the 10th percentile.
const TO_10: f64 = 0.253_363_546_711_533_4;

/// The quantile of `Beta(3, 3)` at probability `tail` in 0..=½: the `x` at which the regularised incomplete beta
/// function `I_x(3, 3) = x³(10 − 15x + 6x²)` equals `tail`.
///
/// With the mode halfway, the PERT parameters `1 + 4(mode − low)/(high − low)` and `1 + 4(high − mode)/(high − low)`
/// are both 3. Source: D. Malcolm and others, Application of a technique for research and development program
/// evaluation, Operations Research 7, 1959.
#[inline(always)]
fn lower_quantile<L: Lane>(tail: L) -> L {
    let number = L::all;
    let root = exp(ln((tail + number(LEAST)) * number(0.1)) * number(1.0 / 3.0));
    // The series of the inverse function at 0.
    let mut x = root * (number(1.0) + root * (number(0.5) + root * number(0.55)));
    for _ in 0..N_STEPS {
        let excess = x * x * x * (number(10.0) + x * (x * number(6.0) - number(15.0))) - tail;
        let rest = number(1.0) - x;
        x = x - excess / (number(30.0) * x * x * rest * rest);
    }
    x.between(0.0, 0.5)
}

/// The signed distance of quantile `u` from the middle, in units of the distance of the 90th percentile.
#[inline(always)]
pub(super) fn score<L: Lane>(u: L) -> L {
    let half = L::all(0.5);
    let upper = half.below(u);
    let tail = L::select(upper, L::all(1.0) - u, u);
    let far = (half - lower_quantile(tail)) * L::all(1.0 / TO_10);
    L::select(upper, far, -far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_invert_the_distribution_function() {
        let below = |x: f64| x * x * x * (10.0 - 15.0 * x + 6.0 * x * x);
        for n in 1..=4000 {
            let x = 0.5 * f64::from(n) / 4000.0;
            let off = lower_quantile(below(x)) / x - 1.0;
            assert!(off.abs() < 4e-15, "{x}: {off}");
        }
        // 32-bit draws do not reach further into the tail than this.
        let tail = 1.0 / f64::from(2_u32.pow(31)) / 4.0;
        assert!((below(lower_quantile(tail)) / tail - 1.0).abs() < 1e-14);
        assert_eq!(lower_quantile(0.5), 0.5);
        assert!(score(0.9) - 1.0 < 1e-15 && 1.0 - score(0.9) < 1e-15 && score(0.1) == -score(0.9));
    }

    #[test]
    fn quantiles_match_published_tables() {
        // Known values of Beta(3, 3): I_¼ = 53/512, I_0.3 = 0.16308, I_0.4 = 0.31744. The lower 5% and 2.5% points of
        // F(6, 6), 1/4.2839 and 1/5.8198, equal x/(1 − x).
        for (tail, x) in [(53.0 / 512.0, 0.25), (0.163_08, 0.3), (0.317_44, 0.4)] {
            assert!((lower_quantile(tail) - x).abs() < 1e-15);
        }
        for (tail, f) in [(0.05, 4.2839), (0.025, 5.8198)] {
            let x = lower_quantile(tail);
            assert!(((1.0 - x) / x - f).abs() < 6e-5, "{tail} {x}");
        }
    }

    #[test]
    fn moments_match_the_distribution() {
        // The variance is 1/28 and the kurtosis 7/3; both are averaged over evenly spaced quantiles.
        let n = 200_000;
        let powers = |power: f64| {
            let at = |k: u32| libm::pow(TO_10 * score((f64::from(k) + 0.5) / f64::from(n)), power);
            (0..n).map(at).sum::<f64>() / f64::from(n)
        };
        let variance = powers(2.0);
        assert!(powers(1.0).abs() < 1e-12 && (variance * 28.0 - 1.0).abs() < 1e-6, "{variance}");
        assert!((powers(4.0) / (variance * variance) - 7.0 / 3.0).abs() < 1e-5);
    }
}
