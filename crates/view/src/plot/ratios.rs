//! Ratios on a logarithmic axis, one row each, around the line where the ratio is 1.

use super::line::{Size, Tick};
use super::scale::Linear;

/// Height of a row: a line of text above its track.
const ROW: f64 = 36.0;
/// Distance of a row's text, and of its track, from the top of the row.
const TEXT: f64 = 14.0;
const TRACK: f64 = 25.0;
/// Room above the rows for the names of both sides, and below them for the axis.
const TOP: f64 = 26.0;
const BOTTOM: f64 = 28.0;
/// Room at both sides for half a tick's label.
const SIDE: f64 = 14.0;
/// Ticks of the axis, as far as the rows reach; of those between powers of ten only while there is room.
const TICKS: [(f64, &str); 9] = [
    (0.01, "0.01"),
    (0.1, "0.1"),
    (0.25, "\u{bc}"),
    (0.5, "\u{bd}"),
    (1.0, "1"),
    (2.0, "2"),
    (4.0, "4"),
    (10.0, "10"),
    (100.0, "100"),
];
/// Distance of two ticks with labels.
const APART: f64 = 26.0;

/// A row in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// Height of the row's text.
    pub text: f64,
    /// Height of its track.
    pub track: f64,
    /// Place of the ratio; `None` if there is none above 0.
    pub x: Option<f64>,
}

/// Rows of ratios with their axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratios {
    /// Size of the drawing.
    pub size: Size,
    /// Left, top, right and bottom edge of the rows.
    pub frame: (f64, f64, f64, f64),
    /// Place of the ratio 1.
    pub one: f64,
    /// Left and right end of the range that counts as met.
    pub met: (f64, f64),
    /// Rows in the order given.
    pub rows: Vec<Ratio>,
    /// Ticks along the bottom.
    pub ticks: Vec<Tick>,
}

impl Ratios {
    /// Places the ratios for a width. A ratio between `1/met` and `met` is met; equal ratios are equal distances, and 1
    /// stands in the middle.
    #[must_use]
    pub fn place(ratios: &[Option<f64>], met: f64, width: f64) -> Self {
        let is_placed = |it: &f64| it.is_finite() && *it > 0.0;
        let log = |ratio: f64| libm::fabs(libm::log(ratio));
        let known = ratios.iter().flatten().filter(|it| is_placed(it));
        let most = known.map(|it| log(*it)).fold(log(2.0 * met), f64::max) * 1.04;
        let x = Linear::new((-most, most), (SIDE, width - SIDE));
        let at = |ratio: f64| x.at(libm::log(ratio));
        let bottom = TOP + ROW * ratios.len() as f64;
        let row = |(place, ratio): (usize, &Option<f64>)| {
            let top = TOP + ROW * place as f64;
            Ratio { text: top + TEXT, track: top + TRACK, x: ratio.filter(is_placed).map(at) }
        };
        let is_roomy = at(4.0) - at(2.0) >= APART;
        let is_power = |it: f64| it == 1.0 || !(0.2..=5.0).contains(&it);
        let inside = |it: &&(f64, &str)| log(it.0) <= most && (is_roomy || is_power(it.0));
        Self {
            size: Size { width, height: bottom + BOTTOM },
            frame: (SIDE, TOP, width - SIDE, bottom),
            one: at(1.0),
            met: (at(1.0 / met), at(met)),
            rows: ratios.iter().enumerate().map(row).collect(),
            ticks: TICKS
                .iter()
                .filter(inside)
                .map(|&(ratio, text)| Tick { at: at(ratio), text: text.to_owned() })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_and_a_double_are_equally_far_from_one() {
        let placed = Ratios::place(&[Some(0.5), Some(2.0), None, Some(0.0), Some(1.0)], 1.5, 400.0);
        let x: Vec<Option<f64>> = placed.rows.iter().map(|it| it.x).collect();
        let (half, double) = (x[0].unwrap_or(0.0), x[1].unwrap_or(0.0));
        assert!((placed.one - half - (double - placed.one)).abs() < 1e-9 && placed.one == 200.0);
        assert_eq!((x[2], x[3], x[4]), (None, None, Some(placed.one)));
        assert!(half < placed.met.0 && placed.met.1 < double);
    }

    #[test]
    fn all_is_inside_the_drawing() {
        for ratios in [vec![], vec![Some(1.0)], vec![Some(1e-3), Some(40.0), None], vec![Some(f64::NAN)]] {
            for width in [280.0, 344.0, 752.0] {
                let placed = Ratios::place(&ratios, 1.5, width);
                let (left, top, right, bottom) = placed.frame;
                let is_in = |x: f64| left <= x && x <= right;
                assert!(placed.rows.iter().filter_map(|it| it.x).all(is_in), "{placed:?}");
                assert!(placed.rows.iter().all(|it| top < it.text && it.track < bottom));
                assert!(placed.ticks.len() >= 3 && placed.ticks.iter().all(|it| is_in(it.at)), "{placed:?}");
                assert!(placed.ticks.windows(2).all(|it| it[1].at - it[0].at >= APART), "{placed:?}");
            }
        }
    }
}
