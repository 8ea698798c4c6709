//! Horizontal bars from a common zero, for parts that may be negative.

/// One bar, in coordinates from 0 to `width`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// Left end.
    pub x: f64,
    /// Length, never negative.
    pub width: f64,
    /// Position of zero.
    pub zero: f64,
    /// Whether the bar lies left of zero.
    pub negative: bool,
}

/// Places one bar per part. The whole span of the parts fills the width.
#[must_use]
pub fn bars(parts: &[f64], width: f64) -> Vec<Bar> {
    let low = parts.iter().copied().fold(0.0, f64::min);
    let high = parts.iter().copied().fold(0.0, f64::max);
    let span = if low < high { high - low } else { 1.0 };
    let zero = -low / span * width;
    let place = |&part: &f64| {
        let end = zero + part / span * width;
        Bar { x: zero.min(end), width: (end - zero).abs(), zero, negative: part < 0.0 }
    };
    parts.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negative_parts_go_left_of_zero() {
        let placed = bars(&[30.0, -10.0, 0.0], 100.0);
        assert_eq!((placed[0].x, placed[0].width), (25.0, 75.0));
        assert_eq!((placed[1].x, placed[1].width, placed[1].negative), (0.0, 25.0, true));
        assert_eq!(placed[2].width, 0.0);
    }

    #[test]
    fn a_part_of_zero_gives_a_bar_without_length() {
        assert_eq!(bars(&[0.0], 100.0)[0], Bar { x: 0.0, width: 0.0, zero: 0.0, negative: false });
    }
}
