//! Numbers that may be absent: what cannot be computed is `None`, never NaN, an infinity or a 0 in its place.

/// The number, if it is one.
#[must_use]
pub fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// `part / whole`, absent where the quotient does not exist.
#[must_use]
pub fn quotient(part: f64, whole: f64) -> Option<f64> {
    finite(part / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_absent() {
        assert_eq!(quotient(1.0, 4.0), Some(0.25));
        assert_eq!(quotient(1.0, 0.0), None);
        assert_eq!(quotient(0.0, 0.0), None);
        assert_eq!(finite(f64::NEG_INFINITY), None);
    }
}
