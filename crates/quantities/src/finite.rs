//! Numbers that may not exist. What cannot be computed is `None`, never NaN, infinity or a stand-in 0.

/// The number, or `None` if it is NaN or infinite.
#[must_use]
pub fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// `part / whole`, or `None` if the quotient does not exist.
#[must_use]
pub fn quotient(part: f64, whole: f64) -> Option<f64> {
    finite(part / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nan_and_infinity_are_none() {
        assert_eq!(quotient(1.0, 4.0), Some(0.25));
        assert_eq!(quotient(1.0, 0.0), None);
        assert_eq!(quotient(0.0, 0.0), None);
        assert_eq!(finite(f64::NEG_INFINITY), None);
    }
}
