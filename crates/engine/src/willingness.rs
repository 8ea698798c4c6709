//! Willingness to pay: its lognormal distribution across people, and that of usage.

use core::f64::consts::{FRAC_1_SQRT_2, PI};

use payenough_quantities::finite::finite;
use payenough_quantities::lane::Lane;
use payenough_quantities::special::{exp, ln, ln_normal, normal_cdf};

/// Number of bisections of a bracket, enough to exhaust the precision of a double.
const HALVINGS: u32 = 200;

/// Bounds on the ratio of two amounts. At either bound, everybody or nobody pays.
const LEAST: f64 = 1e-300;
const MOST: f64 = 1e300;

/// `ln r`, bounded if the ratio is 0 or infinite.
#[inline(always)]
pub(super) fn log_of_ratio<L: Lane>(ratio: L) -> L {
    ln_normal(ratio.between(LEAST, MOST), L::ZERO)
}

/// Willingness to pay across people, `ln W ~ N(ln median, σ)`, in dollars per person and per billing period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Willingness<L = f64> {
    /// Median, above 0: half of the people would pay at least this much.
    pub median: L,
    /// Standard deviation of the logarithm, 0 or more.
    pub sigma: L,
}

impl<L: Lane> Willingness<L> {
    /// Mean willingness to pay: `m e^(σ²/2)`.
    #[must_use]
    pub fn mean(&self) -> L {
        self.median * self.mean_over_median()
    }

    /// Mean over median: `e^(σ²/2)`.
    #[must_use]
    pub(super) fn mean_over_median(&self) -> L {
        exp(L::all(0.5) * self.sigma * self.sigma)
    }

    /// Share of people who would pay `price`: `Φ((ln m − ln P)/σ)`, and 1 at a price of 0 or less.
    ///
    /// - `m` median, `σ` standard deviation of the logarithm, `P` `price`
    ///
    /// Source: lognormal tail. Leaves out reach, awareness and competitors, which scale the share; see the revenue
    /// streams.
    #[must_use]
    pub fn share_paying(&self, price: L) -> L {
        normal_cdf(self.distance(price))
    }

    /// `(ln m − ln P)/σ`, in standard deviations. Beyond every tail if nobody or everybody pays.
    pub(super) fn distance(&self, price: L) -> L {
        let far = L::all(f64::INFINITY);
        let gap = log_of_ratio(self.median / price);
        let step = L::select(L::ZERO.up_to(gap), far, -far);
        let distance = L::select(L::ZERO.below(self.sigma), gap / self.sigma, step);
        L::select(price.up_to(L::ZERO), far, distance)
    }

    /// Consumer surplus at price `P`, per person: `E[(W − P)⁺] = m e^(σ²/2) Φ(d + σ) − P Φ(d)`, with `d` the distance
    /// above.
    ///
    /// At a price of 0 or less everybody buys, and the surplus is `mean − P`. Source: closed form of the lognormal
    /// call.
    #[must_use]
    pub fn surplus_per_user(&self, price: L) -> L {
        let distance = self.distance(price);
        (self.mean() * normal_cdf(distance + self.sigma) - price * normal_cdf(distance)).greater(L::ZERO)
    }
}

impl Willingness {
    /// Price elasticity of the number of payers: `−h(z)/σ`, `z = ln(P/m)/σ`.
    ///
    /// Source: logarithmic derivative of the tail. 0 at a price of 0, and if `σ` is 0.
    #[must_use]
    pub fn elasticity(&self, price: f64) -> f64 {
        if price <= 0.0 || self.sigma <= 0.0 {
            0.0
        } else {
            -normal_hazard(-self.distance(price)) / self.sigma
        }
    }

    /// Revenue per person, whether paying or not: `P · share(P)`.
    #[must_use]
    pub fn revenue_per_user(&self, price: f64) -> f64 {
        price * self.share_paying(price)
    }

    /// The price with the highest profit per person at a cost per payer: maximises `(P − c) · share(P)`.
    ///
    /// First-order condition with `z = ln(P/m)/σ`: `h(z) · (1 − c/P) = σ`, where `h` is the hazard of the standard
    /// normal. For `P > c` the left side rises from 0 without bound, so there is one solution.
    ///
    /// - `c` `marginal_cost`, $ per payer and period; 0 gives the price with the highest revenue
    ///
    /// Source: derivation. `None` if nobody would pay the cost, or if `σ` is not valid.
    #[must_use]
    pub fn best_price(&self, marginal_cost: f64) -> Option<f64> {
        let cost = marginal_cost.max(0.0);
        if self.sigma == 0.0 {
            return (cost < self.median).then_some(self.median);
        }
        let is_spread = 0.0 < self.median && 0.0 < self.sigma && cost.is_finite();
        if !is_spread {
            return None;
        }
        let floor = libm::log(cost / self.median) / self.sigma;
        let mut low = floor.max(-40.0);
        let mut high = (low + 1.0 / self.sigma).max(1.6 * self.sigma);
        for _ in 0..HALVINGS {
            let z = 0.5 * (low + high);
            let margin = -libm::expm1(-self.sigma * (z - floor));
            if normal_hazard(z) * margin < self.sigma { low = z } else { high = z }
        }
        finite(self.median * libm::exp(self.sigma * 0.5 * (low + high)))
    }
}

/// Hazard `φ(z)/(1 − Φ(z))` of the standard normal, by its asymptotic series if the tail is too small to divide by.
fn normal_hazard(z: f64) -> f64 {
    if 25.0 < z {
        let inverse = 1.0 / z;
        return z + inverse - 2.0 * inverse * inverse * inverse;
    }
    let density = libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    density / (0.5 * libm::erfc(z * FRAC_1_SQRT_2))
}

/// A curve that is prepared for reading at many prices: [`Willingness::distance`] without a division.
///
/// A price of 0 or less gives a distance at which everybody pays, for any `σ` that an input can have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<L = f64> {
    /// `ln m`.
    pub(super) log_median: L,
    /// `σ`, above 0.
    pub(super) sigma: L,
    /// `1/σ`.
    per_sigma: L,
}

impl<L: Lane> Reading<L> {
    pub(super) fn of(curve: &Willingness<L>) -> Self {
        let per_sigma = L::all(1.0) / curve.sigma;
        Self { log_median: log_of_ratio(curve.median), sigma: curve.sigma, per_sigma }
    }

    /// The same curve with a median `e^more` times as high.
    pub(super) fn raised(&self, more: L) -> Self {
        Self { log_median: self.log_median + more, ..*self }
    }

    /// `(ln m − ln P)/σ` from `ln P`.
    #[inline(always)]
    pub(super) fn distance_at(&self, log_price: L) -> L {
        (self.log_median - log_price) * self.per_sigma
    }
}

/// Mean use per person under a cap, where uncapped use is lognormal with mean 1: `E[min(X, c)]`.
///
/// `Φ((ln c − σ²/2)/σ) + c · (1 − Φ((ln c + σ²/2)/σ))`
///
/// - `c` `cap`, in multiples of mean use; `σ` `sigma`, standard deviation of the logarithm
///
/// Source: closed form of the limited expected value. Leaves out people who leave because of the cap.
#[must_use]
pub fn capped_mean_use<L: Lane>(cap: L, sigma: L) -> L {
    let centre = ln(cap) / sigma;
    let half = L::all(0.5) * sigma;
    let spread = normal_cdf(centre - half) + cap * normal_cdf(-centre - half);
    let use_of_all = L::select(sigma.equals(L::ZERO), cap.lesser(L::all(1.0)), spread);
    L::select(cap.up_to(L::ZERO), L::ZERO, use_of_all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EXAMPLE: Willingness = Willingness { median: 8.0, sigma: 1.2 };

    #[test]
    fn the_curve_has_known_values() {
        assert!((EXAMPLE.share_paying(20.0) - 0.222_560_094_274_464_83).abs() < 1e-14);
        assert_eq!(EXAMPLE.share_paying(8.0), 0.5);
        assert_eq!(EXAMPLE.share_paying(0.0), 1.0);
        assert_eq!(EXAMPLE.share_paying(-5.0), 1.0);
        assert!((EXAMPLE.surplus_per_user(0.0) - EXAMPLE.mean()).abs() < 1e-12);
        assert!((EXAMPLE.surplus_per_user(-2.0) - EXAMPLE.mean() - 2.0).abs() < 1e-12);
        assert!((EXAMPLE.best_price(0.0).unwrap() - 16.042_840_3).abs() < 1e-6);
    }

    #[test]
    fn without_spread_the_curve_is_a_step() {
        let same = Willingness { median: 8.0, sigma: 0.0 };
        assert_eq!((same.share_paying(8.0), same.share_paying(8.01)), (1.0, 0.0));
        assert_eq!(same.surplus_per_user(5.0), 3.0);
        assert_eq!(same.best_price(3.0), Some(8.0));
        assert_eq!(same.best_price(8.0), None);
        assert_eq!(Willingness { median: 0.0, sigma: 1.0 }.best_price(0.0), None);
        assert_eq!(capped_mean_use(0.4, 0.0), 0.4);
    }

    #[test]
    fn hazard_is_smooth_where_the_series_takes_over() {
        assert!((normal_hazard(24.999_999) - normal_hazard(25.000_001)).abs() < 1e-5);
        assert!((normal_hazard(0.0) - 2.0 / (2.0 * PI).sqrt()).abs() < 1e-15);
    }

    /// Midpoint rule for `∫ f(x) φ(z) dz` with `x = exp(μ + σ z)`.
    fn integrate(mu: f64, sigma: f64, f: impl Fn(f64) -> f64) -> f64 {
        let n_steps = 200_000_u32;
        let width = 24.0 / f64::from(n_steps);
        (0..n_steps)
            .map(|step| {
                let z = -12.0 + (f64::from(step) + 0.5) * width;
                f(libm::exp(mu + sigma * z)) * libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt() * width
            })
            .sum()
    }

    #[test]
    fn closed_forms_agree_with_integrals() {
        for (price, cap) in [(3.0, 0.2), (20.0, 1.0), (60.0, 6.0)] {
            let surplus = integrate(libm::log(8.0), 1.2, |worth| (worth - price).max(0.0));
            assert!((EXAMPLE.surplus_per_user(price) - surplus).abs() < 1e-7 * surplus);
            let used = integrate(-0.5 * 1.5 * 1.5, 1.5, |use_of_one| use_of_one.min(cap));
            assert!((capped_mean_use(cap, 1.5) - used).abs() < 1e-7);
        }
    }

    proptest! {
        #[test]
        fn no_price_is_better_than_the_best(
            median in 0.1..200.0_f64, sigma in 0.05..3.0_f64, cost in 0.0..300.0_f64, factor in 0.2..5.0_f64,
        ) {
            let people = Willingness { median, sigma };
            let profit = |price: f64| (price - cost) * people.share_paying(price);
            let best = people.best_price(cost).unwrap();
            prop_assert!(cost < best);
            prop_assert!(profit(best * factor) <= profit(best) * (1.0 + 1e-9));
        }

        #[test]
        fn a_higher_price_means_fewer_payers_and_less_surplus(
            sigma in 0.05..3.0_f64, price in 0.01..500.0_f64, rise in 0.01..100.0_f64,
        ) {
            let people = Willingness { median: 10.0, sigma };
            prop_assert!(people.share_paying(price + rise) <= people.share_paying(price));
            prop_assert!(people.surplus_per_user(price + rise) <= people.surplus_per_user(price) + 1e-9);
            prop_assert!(capped_mean_use(price, sigma) <= 1.0 + 1e-12);
            prop_assert!(capped_mean_use(price, sigma) <= capped_mean_use(price + rise, sigma) + 1e-12);
        }
    }
}
