//! Speculative decoding.

use payenough_quantities::special::pow;

/// Speculative decoding: the drafted tokens that a step checks.
///
/// `tokens per step = (1 − a^(g+1))/(1 − a)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draft {
    /// Number of drafted tokens, `g`; 0 without speculation.
    pub length: f64,
    /// Probability that a drafted token is accepted, `a`.
    pub accepted: f64,
}

impl Draft {
    /// No speculation.
    pub const NONE: Self = Self { length: 0.0, accepted: 0.0 };

    /// Number of tokens that a step yields, at least 1.
    #[must_use]
    pub fn tokens(&self) -> f64 {
        if self.accepted >= 1.0 {
            return self.length + 1.0;
        }
        (1.0 - pow(self.accepted, self.length + 1.0)) / (1.0 - self.accepted)
    }
}
