//! temporary
use crate::units::{Ratio, UsdPerUserMonth, special::normal_cdf};
#[derive(Clone, Copy, Debug)]
pub struct Willingness { pub median: UsdPerUserMonth, pub sigma: Ratio }
impl Willingness {
    fn z(&self, p: UsdPerUserMonth) -> f64 { libm::log(self.median.value() / p.value()) / self.sigma.value() }
    pub fn share_paying(&self, price: UsdPerUserMonth) -> Ratio {
        if price.value() <= 0.0 { return Ratio::of(1.0); }
        Ratio::of(normal_cdf(self.z(price)))
    }
    pub fn surplus(&self, price: UsdPerUserMonth) -> UsdPerUserMonth {
        let s = self.sigma.value();
        let mean = self.median * libm::exp(s * s / 2.0);
        if price.value() <= 0.0 { return mean; }
        let z = self.z(price);
        mean * normal_cdf(z + s) - price * normal_cdf(z)
    }
}
pub fn capped_mean(sigma: f64, cap: f64) -> f64 {
    if sigma <= 0.0 { return if cap < 1.0 { cap } else { 1.0 }; }
    let z = libm::log(cap) / sigma;
    normal_cdf(z - sigma / 2.0) + cap * (1.0 - normal_cdf(z + sigma / 2.0))
}
