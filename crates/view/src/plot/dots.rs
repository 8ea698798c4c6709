//! A dot plot of a few amounts along an axis, in stacks that never straddle zero.

use super::line::{Size, Tick};
use super::scale::{Linear, nice_ticks};

/// Margin on the left and right, so that the outer labels of the axis stay inside the drawing.
const SIDE: f64 = 26.0;
/// Margin above, for the labels of the two sides of zero.
const TOP: f64 = 44.0;
/// Margin below, for the axis.
const BOTTOM: f64 = 30.0;
/// Possible widths of a dot, the largest first.
const WIDTHS: [f64; 5] = [22.0, 19.0, 16.0, 13.0, 10.0];
/// Largest height of a stack; if one is higher, smaller dots are used.
const HEIGHT: f64 = 170.0;

/// One dot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Coordinate of the centre.
    pub x: f64,
    /// Coordinate of the centre.
    pub y: f64,
    /// Whether it represents an amount of 0 or more.
    pub is_enough: bool,
}

/// The dots with their positions in a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// Size of the drawing.
    pub size: Size,
    /// Left, top, right and bottom edge of the plot.
    pub frame: (f64, f64, f64, f64),
    /// Radius of a dot.
    pub radius: f64,
    /// Position of zero.
    pub zero: f64,
    /// The dots, in the order given.
    pub dots: Vec<Dot>,
    /// Position of the amount that is marked, if there is one.
    pub mark: Option<f64>,
    /// Ticks along the bottom; zero is one of them.
    pub ticks: Vec<Tick>,
}

impl Dots {
    /// Places the amounts. `mark` is one more, without a dot, and `label` writes the amount of a tick. Amounts that are not
    /// finite are left out.
    #[must_use]
    pub fn place(amounts: &[f64], mark: Option<f64>, width: f64, label: impl Fn(f64) -> String) -> Self {
        let amounts: Vec<f64> = amounts.iter().copied().filter(|it| it.is_finite()).collect();
        let mark = mark.filter(|it| it.is_finite());
        let of = |bin: f64| Stacks::of(&amounts, mark, width - 2.0 * SIDE, bin);
        let fits = |bin: &f64| of(*bin).tallest() as f64 * bin <= HEIGHT;
        let bin = WIDTHS.into_iter().find(fits).unwrap_or(WIDTHS[WIDTHS.len() - 1]);
        let stacks = of(bin);
        let bottom = TOP + stacks.tallest().max(2) as f64 * bin;
        let left = SIDE + (width - 2.0 * SIDE - stacks.width()) / 2.0;
        let zero = left + stacks.n_below as f64 * bin;
        let mut heights = vec![0_usize; stacks.n_below + stacks.n_above];
        let dots = amounts.iter().map(|&amount| {
            let at = stacks.place(amount);
            let height = heights.get_mut(at).map_or(0, |it| {
                *it += 1;
                *it - 1
            });
            Dot {
                x: left + (at as f64 + 0.5) * bin,
                y: bottom - (height as f64 + 0.5) * bin - 1.0,
                is_enough: amount >= 0.0,
            }
        });
        let dots = dots.collect();
        Self {
            size: Size { width, height: bottom + BOTTOM },
            frame: (left, TOP, left + stacks.width(), bottom),
            radius: bin / 2.0 - 1.5,
            zero,
            dots,
            mark: mark.map(|it| zero + it / stacks.span * bin),
            ticks: stacks.ticks(zero, (left, left + stacks.width()), width, label),
        }
    }
}

/// Stacks of equal width, with a border between two stacks at zero.
struct Stacks {
    /// Range of amounts that one stack covers.
    span: f64,
    /// Width of one stack in pixels.
    bin: f64,
    n_below: usize,
    n_above: usize,
    /// Number of dots in each stack.
    counts: Vec<usize>,
}

impl Stacks {
    fn of(amounts: &[f64], mark: Option<f64>, width: f64, bin: f64) -> Self {
        let low = amounts.iter().copied().chain(mark).fold(0.0, f64::min);
        let high = amounts.iter().copied().chain(mark).fold(0.0, f64::max);
        // Two stacks are kept free, because zero need not divide the span evenly.
        let n = ((width / bin) as usize).saturating_sub(2).max(1);
        let whole = high - low;
        let span = if 1e-6 < whole && whole.is_finite() { whole / n as f64 } else { 1.0 };
        let n_below = libm::ceil(-low / span) as usize;
        let n_above = libm::floor(high / span) as usize + 1;
        let mut stacks = Self { span, bin, n_below, n_above, counts: vec![0; n_below + n_above] };
        for &amount in amounts {
            let at = stacks.place(amount);
            if let Some(count) = stacks.counts.get_mut(at) {
                *count += 1;
            }
        }
        stacks
    }

    /// Index of the stack of an amount: left of zero if the amount is negative, otherwise right of zero.
    fn place(&self, amount: f64) -> usize {
        let last = self.n_below + self.n_above - 1;
        if amount >= 0.0 {
            return (self.n_below + (amount / self.span) as usize).min(last);
        }
        let below = libm::ceil(-amount / self.span).max(1.0) as usize;
        self.n_below.saturating_sub(below)
    }

    fn tallest(&self) -> usize {
        self.counts.iter().copied().max().unwrap_or(0)
    }

    fn width(&self) -> f64 {
        (self.n_below + self.n_above) as f64 * self.bin
    }

    fn ticks(
        &self,
        zero: f64,
        (left, right): (f64, f64),
        width: f64,
        label: impl Fn(f64) -> String,
    ) -> Vec<Tick> {
        let x = Linear::new((0.0, self.span), (zero, zero + self.bin));
        let (low, high) = (-(self.n_below as f64) * self.span, self.n_above as f64 * self.span);
        let inside = |at: f64| left - 0.5 <= at && at <= right + 0.5;
        let ticks = nice_ticks(low, high, ((width / 64.0) as usize).clamp(2, 8));
        let placed = ticks.into_iter().map(|tick| Tick { at: x.at(tick), text: label(tick) });
        placed.filter(|tick| inside(tick.at)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_quantities::print::axis_money;

    fn check(amounts: &[f64], width: f64) {
        for mark in [None, Some(0.0), amounts.first().map(|it| it * 1.7)] {
            check_with(amounts, mark, width);
        }
    }

    fn check_with(amounts: &[f64], mark: Option<f64>, width: f64) {
        let placed = Dots::place(amounts, mark, width, axis_money);
        let in_frame = |at: f64| placed.frame.0 - 1e-6 <= at && at <= placed.frame.2 + 1e-6;
        assert_eq!(placed.mark.is_some(), mark.is_some());
        assert!(placed.mark.is_none_or(in_frame), "{:?} of {mark:?}", placed.mark);
        assert!(mark.is_none_or(|it| (it >= 0.0) == (placed.mark.unwrap_or(0.0) >= placed.zero)));
        assert_eq!(placed.dots.len(), amounts.len());
        for (dot, &amount) in placed.dots.iter().zip(amounts) {
            assert_eq!(dot.is_enough, amount >= 0.0);
            assert_eq!(dot.x > placed.zero, amount >= 0.0, "{amount} beside zero");
            assert!((dot.x - placed.zero).abs() + 1e-9 >= placed.radius, "{amount} touches zero");
            let inside = placed.radius <= dot.x && dot.x <= width - placed.radius;
            assert!(
                inside && 20.0 < dot.y - placed.radius && dot.y + placed.radius <= placed.frame.3,
                "{dot:?}"
            );
        }
        for (at, one) in placed.dots.iter().enumerate() {
            for other in &placed.dots[at + 1..] {
                let apart = libm::hypot(one.x - other.x, one.y - other.y);
                assert!(apart >= 2.0 * placed.radius, "dots touch: {one:?} {other:?}");
            }
        }
        assert!(placed.ticks.iter().any(|tick| tick.text == "$0" && (tick.at - placed.zero).abs() < 1e-6));
    }

    #[test]
    fn dots_keep_their_side_of_zero_and_their_distance() {
        let spread: Vec<f64> = (0..20).map(|at| (f64::from(at) - 13.5) * 3.1e10).collect();
        let cases: [&[f64]; 8] = [
            &spread,
            &[0.0; 20],
            &[-1e-9; 20],
            &[5e11; 20],
            &[-5e11; 20],
            &[-1e12, -1.0, 0.0, 1.0],
            &[],
            &[-3e9, 2e-3, 1e15],
        ];
        for amounts in cases {
            for width in [280.0, 328.0, 700.0, 1040.0] {
                check(amounts, width);
            }
        }
    }

    #[test]
    fn amounts_that_are_not_finite_have_no_dot() {
        assert_eq!(
            Dots::place(&[f64::NAN, 1.0, f64::INFINITY], Some(f64::NAN), 300.0, axis_money).dots.len(),
            1
        );
    }
}
