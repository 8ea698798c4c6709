//! Functions of the normal distribution, from libm alone so that native and wasm give the same bits.

/// Standard normal distribution function `Φ(z)`.
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * core::f64::consts::FRAC_1_SQRT_2)
}
