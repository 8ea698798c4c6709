//! A fan chart over years: the median of many futures, and two bands around it.

use super::line::{Size, Tick};
use super::scale::{Linear, nice_ticks, tenths, year_step};
use payenough_quantities::print::axis_money;

/// The percentiles of a fan: the ends of the wide band, the ends of the narrow band, and the median.
pub const BANDS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Half the width in pixels of a band that covers a single year.
const ALONE: f64 = 4.0;
const ROW: f64 = 17.0;
const RIGHT: f64 = 62.0;

/// A year and the amounts at [`BANDS`]; `None` if the amount exists in no future.
pub type FanYear = (f64, Option<[f64; 5]>);

/// A label at the right end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct FanLabel {
    /// Left end.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Name of the line.
    pub text: &'static str,
}

/// A fan chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// Outer size.
    pub size: Size,
    /// Left, top, right and bottom edge of the plot.
    pub frame: (f64, f64, f64, f64),
    /// Ticks of the years.
    pub x_ticks: Vec<Tick>,
    /// Ticks of the amounts.
    pub y_ticks: Vec<Tick>,
    /// Position of the zero line.
    pub zero: f64,
    /// Closed path of the wide band, which holds nine in ten futures.
    pub wide: String,
    /// Closed path of the narrow band, which holds half of the futures.
    pub narrow: String,
    /// Path of the upper and lower edge of the wide band.
    pub edges: String,
    /// Path of the median.
    pub middle: String,
    /// Labels of the median and the bands.
    pub labels: Vec<FanLabel>,
}

impl Fan {
    /// Places the years of one amount. `span` is the range of the axis, which several fans may share.
    #[must_use]
    pub fn place(years: &[FanYear], span: (f64, f64), size: Size) -> Self {
        let ticks = nice_ticks(span.0.min(0.0), span.1.max(0.0), 5);
        let texts: Vec<String> = ticks.iter().map(|&tick| axis_money(tick)).collect();
        let widest = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0) as f64;
        let frame = (widest * 7.8 + 10.0, 12.0, size.width - RIGHT, size.height - 28.0);
        let first = years.iter().map(|it| it.0).fold(f64::INFINITY, f64::min);
        let last = years.iter().map(|it| it.0).fold(f64::NEG_INFINITY, f64::max);
        let x = Linear::new((first, last), (frame.0 + ALONE, frame.2 - ALONE));
        let y = Linear::new((ticks[0], ticks[ticks.len() - 1]), (frame.3, frame.1));
        let runs = runs(years);
        let band = |low: usize, high: usize| -> String {
            runs.iter()
                .map(|run| {
                    closed(
                        &run.iter()
                            .map(|(year, at)| (x.at(*year), y.at(at[low]), y.at(at[high])))
                            .collect::<Vec<_>>(),
                    )
                })
                .collect()
        };
        let along = |which: usize| -> String {
            let points = |run: &Vec<(f64, [f64; 5])>| -> Vec<(f64, f64)> {
                run.iter().map(|(year, at)| (x.at(*year), y.at(at[which]))).collect()
            };
            runs.iter().map(|run| open(&points(run))).collect()
        };
        Self {
            size,
            frame,
            x_ticks: x_ticks(first, last, x, frame.2 - frame.0),
            y_ticks: ticks.iter().zip(texts).map(|(&tick, text)| Tick { at: y.at(tick), text }).collect(),
            zero: y.at(0.0),
            wide: band(0, 4),
            narrow: band(1, 3),
            edges: along(0) + &along(4),
            middle: along(2),
            labels: runs
                .last()
                .and_then(|run| run.last())
                .map_or_else(Vec::new, |(_, at)| labels(at, y, frame)),
        }
    }
}

/// Splits the years into runs without a gap.
fn runs(years: &[FanYear]) -> Vec<Vec<(f64, [f64; 5])>> {
    let mut runs: Vec<Vec<(f64, [f64; 5])>> = vec![Vec::new()];
    for &(year, amounts) in years {
        match (amounts, runs.last_mut()) {
            (Some(amounts), Some(run)) => run.push((year, amounts)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A closed path along the upper ends and back along the lower ends.
fn closed(points: &[(f64, f64, f64)]) -> String {
    let wide = match points {
        [(x, low, high)] => vec![(x - ALONE, *low, *high), (x + ALONE, *low, *high)],
        _ => points.to_vec(),
    };
    let there = wide.iter().map(|it| (it.0, it.2));
    let back = wide.iter().rev().map(|it| (it.0, it.1));
    path(there.chain(back)) + "Z"
}

fn open(points: &[(f64, f64)]) -> String {
    match points {
        [(x, y)] => path([(x - ALONE, *y), (x + ALONE, *y)].into_iter()),
        _ => path(points.iter().copied()),
    }
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let step = |(at, (x, y)): (usize, (f64, f64))| {
        format!("{}{} {}", if at == 0 { "M" } else { "L" }, tenths(x), tenths(y))
    };
    points.enumerate().map(step).collect()
}

/// Labels at the upper ends of the bands and at the median, moved apart and into the frame.
fn labels(at: &[f64; 5], y: Linear, frame: (f64, f64, f64, f64)) -> Vec<FanLabel> {
    let mut labels = [("9 in 10", at[4]), ("half", at[3]), ("middle", at[2])]
        .map(|(text, amount)| FanLabel { x: frame.2 + 4.0, y: y.at(amount) + 4.5, text });
    let mut free = frame.1 + 4.5;
    for label in &mut labels {
        label.y = label.y.max(free);
        free = label.y + ROW;
    }
    let mut floor = frame.3 + 4.5;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(floor);
        floor = label.y - ROW;
    }
    labels.into()
}

fn x_ticks(first: f64, last: f64, x: Linear, width: f64) -> Vec<Tick> {
    if !first.is_finite() || !last.is_finite() {
        return Vec::new();
    }
    let years = (last - first) as usize;
    let step = year_step(years + 1, width, 46.0);
    let label =
        |at: usize| if at.is_multiple_of(step) { format!("{}", first + at as f64) } else { String::new() };
    (0..=years).map(|at| Tick { at: x.at(first + at as f64), text: label(at) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { width: 330.0, height: 250.0 };

    fn at(year: f64, middle: f64) -> FanYear {
        (year, Some([middle * 0.2, middle * 0.6, middle, middle * 1.5, middle * 3.0]))
    }

    #[test]
    fn bands_are_nested_and_stay_in_the_frame() {
        let years = [at(2027.0, 3.0), at(2028.0, 9.0), (2029.0, None), at(2030.0, 5.0)];
        let fan = Fan::place(&years, (0.6, 27.0), SIZE);
        assert_eq!((fan.wide.matches('Z').count(), fan.middle.matches('M').count()), (2, 2));
        let numbers = |path: &str| -> Vec<f64> {
            path.split(['M', 'L', 'Z', ' ']).filter_map(|it| it.parse().ok()).collect()
        };
        let (wide, narrow) = (numbers(&fan.wide), numbers(&fan.narrow));
        assert_eq!((wide.len(), narrow.len()), (16, 16));
        for pair in wide.chunks(2) {
            assert!(
                fan.frame.0 <= pair[0]
                    && pair[0] <= fan.frame.2
                    && fan.frame.1 <= pair[1]
                    && pair[1] <= fan.frame.3
            );
        }
        assert!(wide[1] < narrow[1] && narrow[7] < wide[7], "upper end above, lower end below");
        assert!(fan.labels.windows(2).all(|pair| pair[1].y - pair[0].y >= ROW - 1e-9));
    }

    #[test]
    fn a_fan_without_amounts_is_empty() {
        for years in [&[][..], &[(2027.0, None)]] {
            let fan = Fan::place(years, (0.0, 0.0), SIZE);
            assert_eq!((fan.wide.as_str(), fan.middle.as_str(), fan.labels.len()), ("", "", 0));
        }
    }
}
