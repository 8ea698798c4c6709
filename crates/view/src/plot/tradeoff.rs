//! One falling or rising curve on two logarithmic axes, with a marked point.

use super::line::{Size, Tick};
use super::scale::{Linear, tenths};

/// Margins for labels: left, top, right, bottom.
const MARGIN: (f64, f64, f64, f64) = (58.0, 26.0, 16.0, 46.0);

/// A curve with its position in a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Tradeoff {
    /// Size of the drawing.
    pub size: Size,
    /// Left, top, right and bottom edge of the plot.
    pub frame: (f64, f64, f64, f64),
    /// Path of the curve.
    pub path: String,
    /// The marked point.
    pub point: (f64, f64),
    /// Ticks along the bottom.
    pub x_ticks: Vec<Tick>,
    /// Ticks along the left.
    pub y_ticks: Vec<Tick>,
}

impl Tradeoff {
    /// Places a curve of positive values. `print_x` and `print_y` print the labels of the ticks.
    #[must_use]
    pub fn place(
        points: &[(f64, f64)],
        marked: (f64, f64),
        size: Size,
        print_x: fn(f64) -> String,
        print_y: fn(f64) -> String,
    ) -> Self {
        let frame = (MARGIN.0, MARGIN.1, size.width - MARGIN.2, size.height - MARGIN.3);
        let all = || points.iter().copied().chain([marked]).filter(|it| it.0 > 0.0 && it.1 > 0.0);
        let x = Axis::over(all().map(|it| it.0), (frame.0, frame.2));
        let y = Axis::over(all().map(|it| it.1), (frame.3, frame.1));
        let mut path = String::new();
        for &(at, value) in points.iter().filter(|it| it.0 > 0.0 && it.1 > 0.0) {
            path += if path.is_empty() { "M" } else { "L" };
            path += &format!("{} {}", tenths(x.at(at)), tenths(y.at(value)));
        }
        let most = (size.width / 70.0) as usize;
        Self {
            size,
            frame,
            path,
            point: (x.at(marked.0), y.at(marked.1)),
            x_ticks: x.ticks(most, print_x),
            y_ticks: y.ticks(7, print_y),
        }
    }
}

/// A logarithmic axis.
struct Axis {
    low: f64,
    high: f64,
    scale: Linear,
}

impl Axis {
    fn over(values: impl Iterator<Item = f64> + Clone, range: (f64, f64)) -> Self {
        let low = values.clone().fold(f64::MAX, f64::min);
        let high = values.fold(0.0, f64::max);
        let (low, high) = if low < high { (low / 1.1, high * 1.1) } else { (high / 2.0, high * 2.0) };
        Self { low, high, scale: Linear::new((libm::log10(low), libm::log10(high)), range) }
    }

    fn at(&self, value: f64) -> f64 {
        self.scale.at(libm::log10(value))
    }

    /// Ticks at 1, 2 and 5 times each power of ten, or at the powers alone if these would be more than `most`.
    fn ticks(&self, most: usize, print: fn(f64) -> String) -> Vec<Tick> {
        let with = |factors: &[f64]| {
            let from = libm::floor(libm::log10(self.low)) as i32;
            let to = libm::ceil(libm::log10(self.high)) as i32;
            let values = (from..=to).flat_map(|power| {
                factors.iter().map(move |factor| factor * libm::pow(10.0, f64::from(power)))
            });
            let inside = values.filter(|value| self.low <= *value && *value <= self.high);
            inside.map(|value| Tick { at: self.at(value), text: print(value) }).collect::<Vec<_>>()
        };
        let fine = with(&[1.0, 2.0, 5.0]);
        if fine.len() <= most.max(2) { fine } else { with(&[1.0]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_quantities::print::count;

    const SIZE: Size = Size { width: 600.0, height: 300.0 };

    #[test]
    fn equal_ratios_are_equal_distances() {
        let placed =
            Tradeoff::place(&[(1.0, 1.0), (10.0, 10.0), (100.0, 100.0)], (10.0, 10.0), SIZE, count, count);
        let middle = ((placed.frame.0 + placed.frame.2) / 2.0, (placed.frame.1 + placed.frame.3) / 2.0);
        assert!((placed.point.0 - middle.0).abs() < 1e-9 && (placed.point.1 - middle.1).abs() < 1e-9);
        let texts: Vec<&str> = placed.x_ticks.iter().map(|tick| tick.text.as_str()).collect();
        assert_eq!(texts, ["1", "2", "5", "10", "20", "50", "100"]);
    }

    #[test]
    fn everything_is_inside_the_frame() {
        for (low, high) in [(1e-6, 1e-6), (3.0, 4.0), (0.5, 2e9)] {
            let placed = Tradeoff::place(&[(low, high), (high, low)], (low, high), SIZE, count, count);
            let (left, top, right, bottom) = placed.frame;
            assert!(placed.x_ticks.iter().all(|tick| left <= tick.at && tick.at <= right));
            assert!(placed.y_ticks.iter().all(|tick| top <= tick.at && tick.at <= bottom));
            assert!(
                placed.x_ticks.len() <= 12 && placed.path.starts_with('M') && !placed.path.contains("NaN")
            );
        }
    }
}
