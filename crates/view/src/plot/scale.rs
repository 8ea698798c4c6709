//! Maps values to pixels, and chooses round numbers for an axis.

/// A linear map from a domain of values to a range of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// Maps `domain.0` to `range.0` and `domain.1` to `range.1`; an empty domain maps to the middle.
    #[must_use]
    pub const fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range }
    }

    /// The pixel position of a value.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let span = self.domain.1 - self.domain.0;
        if span == 0.0 {
            return (self.range.0 + self.range.1) / 2.0;
        }
        self.range.0 + (value - self.domain.0) / span * (self.range.1 - self.range.0)
    }
}

/// The smallest number that is 1, 2 or 5 times a power of ten and at least `rough`; 1 if `rough` is not positive and
/// finite.
#[must_use]
pub fn nice_step(rough: f64) -> f64 {
    if !rough.is_finite() || rough <= 0.0 {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| rough <= factor * power * (1.0 + 1e-9));
    factor.unwrap_or(10.0) * power
}

/// Round values that cover `low..=high` with at most `most` gaps. The first and the last are the ends of the axis.
#[must_use]
pub fn nice_ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let (low, high) = if low.is_finite() && high.is_finite() { (low, high) } else { (0.0, 1.0) };
    let high = if low < high { high } else { low + 1.0 };
    let mut step = nice_step((high - low) / most.max(1) as f64);
    loop {
        let first = libm::floor(low / step);
        let last = libm::ceil(high / step);
        let count = (last - first) as usize;
        if count <= most.max(2) || !step.is_finite() {
            return (0..=count).map(|at| (first + at as f64) * step).collect();
        }
        step = nice_step(step * 1.5);
    }
}

/// Number of years between two labels that keeps them from overlapping.
#[must_use]
pub fn year_step(years: usize, width_px: f64, label_px: f64) -> usize {
    let fits = (width_px / label_px).max(1.0) as usize;
    [1, 2, 5, 10, 20].into_iter().find(|step| years.div_ceil(*step) <= fits).unwrap_or(50)
}

/// Prints a coordinate to a tenth of a pixel, such as `12` or `-0.5`.
#[must_use]
pub fn tenths(value: f64) -> String {
    let all = libm::round(value * 10.0) as i64;
    let (sign, size) = (if all < 0 { "-" } else { "" }, all.unsigned_abs());
    match size % 10 {
        0 => format!("{sign}{}", size / 10),
        rest => format!("{sign}{}.{rest}", size / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_maps_both_ends_and_the_middle() {
        let scale = Linear::new((0.0, 10.0), (100.0, 0.0));
        assert_eq!([scale.at(0.0), scale.at(5.0), scale.at(10.0)], [100.0, 50.0, 0.0]);
        assert_eq!(Linear::new((3.0, 3.0), (0.0, 8.0)).at(3.0), 4.0);
    }

    #[test]
    fn steps_are_one_two_or_five() {
        let steps: Vec<f64> = [0.03, 0.9, 1.0, 1.1, 3.0, 6.0, 70.0, 0.0, f64::NAN].map(nice_step).into();
        assert_eq!(steps, [0.05, 1.0, 1.0, 2.0, 5.0, 10.0, 100.0, 1.0, 1.0]);
    }

    #[test]
    fn ticks_cover_the_values() {
        assert_eq!(nice_ticks(0.0, 21.0, 5), [0.0, 5.0, 10.0, 15.0, 20.0, 25.0]);
        assert_eq!(nice_ticks(-430.0, 120.0, 4), [-600.0, -400.0, -200.0, 0.0, 200.0]);
        assert_eq!(nice_ticks(0.0, 0.0, 4), [0.0, 0.5, 1.0]);
    }

    #[test]
    fn coordinates_have_at_most_one_decimal() {
        let texts = [0.0, 12.0, -0.04, -0.06, 3.16, -12.96, 599.95].map(tenths);
        assert_eq!(texts, ["0", "12", "0", "-0.1", "3.2", "-13", "600"]);
    }

    #[test]
    fn the_number_of_ticks_is_bounded() {
        for (low, high) in [(0.0, 1e300), (-1e-9, 1e12), (0.0, f64::INFINITY), (-5e11, 3e9), (0.0, 1e-12)] {
            let ticks = nice_ticks(low, high, 5);
            assert!(2 <= ticks.len() && ticks.len() <= 7, "{low} {high} {ticks:?}");
        }
    }

    #[test]
    fn year_labels_keep_their_distance() {
        assert_eq!(
            [year_step(10, 600.0, 48.0), year_step(10, 220.0, 48.0), year_step(30, 220.0, 48.0)],
            [1, 5, 10]
        );
    }
}
