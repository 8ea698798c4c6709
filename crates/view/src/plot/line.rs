//! A line chart over years: the vertical axis includes zero, lines may have gaps, labels do not overlap.

use super::scale::{Linear, nice_ticks, tenths, year_step};
use payenough_quantities::print::axis_money;

/// A line with a point or a gap for each year.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Name of the line, which labels its end.
    pub name: &'static str,
    /// Text below the name, usually the last value.
    pub note: String,
    /// `(year, value)`; a year without a value is a gap.
    pub points: Vec<(f64, Option<f64>)>,
}

/// A marked point on the zero line.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Position on the axis of years.
    pub year: f64,
    /// Text that says what happens there.
    pub text: String,
}

/// Outer size of the drawing in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// The content of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The lines; they share both axes.
    pub series: Vec<Series>,
    /// The marked points.
    pub marks: Vec<Mark>,
}

/// A tick on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Position along the axis in pixels.
    pub at: f64,
    /// Label; empty for a tick without one.
    pub text: String,
}

/// A line in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLine {
    /// SVG path; after a gap it goes on with a new `M`.
    pub path: String,
    /// Points with a gap on both sides, which a path would not show.
    pub dots: Vec<(f64, f64)>,
    /// Label at the end of the line; `None` if the line has no point.
    pub label: Option<PlacedLabel>,
}

/// A label in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Left end.
    pub x: f64,
    /// Baseline of the first row of text.
    pub y: f64,
    /// First row of text.
    pub name: &'static str,
    /// Second row of text.
    pub note: String,
    /// End of the line that the label belongs to.
    pub end: (f64, f64),
}

/// A mark in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    /// Coordinate of the centre of the dot.
    pub x: f64,
    /// Coordinate of the centre of the dot.
    pub y: f64,
    /// Baseline of the text.
    pub text_y: f64,
    /// `start`, `middle` or `end`, whichever keeps the text inside the drawing.
    pub anchor: &'static str,
    /// Text that says what happens there.
    pub text: String,
}

/// A chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
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
    /// The lines in the order of the plan.
    pub lines: Vec<PlacedLine>,
    /// The marks in the order of the plan.
    pub marks: Vec<PlacedMark>,
}

const ROW: f64 = 16.0;
const LABEL_GAP: f64 = 2.0 * ROW + 4.0;
const CHAR: f64 = 7.8;

impl Chart {
    /// Places all parts of the chart. No point lies outside the frame.
    #[must_use]
    pub fn place(plan: &Plan, size: Size) -> Self {
        let years = || plan.series.iter().flat_map(|one| one.points.iter().map(|point| point.0));
        let values = || plan.series.iter().flat_map(|one| one.points.iter().filter_map(|point| point.1));
        let ticks = nice_ticks(values().fold(0.0, f64::min), values().fold(0.0, f64::max), 5);
        let texts: Vec<String> = ticks.iter().map(|&tick| axis_money(tick)).collect();
        let frame = frame(&texts, plan, size);
        let first = years().fold(f64::INFINITY, f64::min);
        let last = years().fold(f64::NEG_INFINITY, f64::max);
        let x = Linear::new((first, last), (frame.0, frame.2));
        let y = Linear::new((ticks[0], ticks[ticks.len() - 1]), (frame.3, frame.1));
        let mut lines: Vec<PlacedLine> = plan.series.iter().map(|one| line(one, x, y, frame.2)).collect();
        spread(&mut lines, frame);
        Self {
            size,
            frame,
            x_ticks: year_ticks(first, last, x, frame.2 - frame.0),
            y_ticks: ticks.iter().zip(texts).map(|(&tick, text)| Tick { at: y.at(tick), text }).collect(),
            zero: y.at(0.0),
            lines,
            marks: marks(&plan.marks, (x, y), frame, size.width),
        }
    }
}

/// Computes the frame: it leaves room for the axis labels on the left and for the line labels on the right.
fn frame(texts: &[String], plan: &Plan, size: Size) -> (f64, f64, f64, f64) {
    let widest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0) as f64 * CHAR;
    let left = widest(&mut texts.iter().map(|text| text.chars().count())) + 10.0;
    let labels = plan.series.iter().map(|one| one.name.chars().count().max(one.note.chars().count()));
    let right = widest(&mut labels.into_iter()) + 12.0;
    let top = if plan.marks.is_empty() { 14.0 } else { 30.0 };
    (left, top, (size.width - right).max(left + 60.0), size.height - 28.0)
}

fn year_ticks(first: f64, last: f64, x: Linear, width: f64) -> Vec<Tick> {
    if !first.is_finite() || !last.is_finite() {
        return Vec::new();
    }
    let years = (last - first) as usize;
    let step = year_step(years + 1, width, 46.0);
    let label =
        |at: usize| if at.is_multiple_of(step) { format!("{}", first + at as f64) } else { String::new() };
    (0..=years).map(|at| Tick { at: x.at(first + at as f64), text: label(at) }).collect()
}

fn line(series: &Series, x: Linear, y: Linear, right: f64) -> PlacedLine {
    let points: Vec<Option<(f64, f64)>> =
        series.points.iter().map(|&(year, value)| value.map(|value| (x.at(year), y.at(value)))).collect();
    let drawn = |at: usize| points.get(at).copied().flatten();
    let mut path = String::new();
    let mut dots = Vec::new();
    for at in 0..points.len() {
        let Some(point) = drawn(at) else { continue };
        let joined = 0 < at && drawn(at - 1).is_some();
        path += &format!("{}{} {}", if joined { "L" } else { "M" }, tenths(point.0), tenths(point.1));
        if !joined && drawn(at + 1).is_none() {
            dots.push(point);
        }
    }
    let label = points.iter().rev().find_map(|&point| point).map(|end| PlacedLabel {
        x: right + 8.0,
        y: end.1,
        name: series.name,
        note: series.note.clone(),
        end,
    });
    PlacedLine { path, dots, label }
}

/// Moves labels apart, and into the frame.
fn spread(lines: &mut [PlacedLine], frame: (f64, f64, f64, f64)) {
    let mut labels: Vec<&mut PlacedLabel> = lines.iter_mut().filter_map(|line| line.label.as_mut()).collect();
    labels.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut free = frame.1 + ROW - 4.0;
    for label in &mut labels {
        label.y = label.y.max(free);
        free = label.y + LABEL_GAP;
    }
    let mut floor = frame.3 - ROW;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(floor);
        floor = label.y - LABEL_GAP;
    }
}

fn marks(
    marks: &[Mark],
    (x, y): (Linear, Linear),
    frame: (f64, f64, f64, f64),
    width: f64,
) -> Vec<PlacedMark> {
    let placed = marks.iter().enumerate().map(|(row, mark)| {
        let at = x.at(mark.year).clamp(frame.0, frame.2);
        let half = mark.text.chars().count() as f64 * CHAR / 2.0;
        let anchor = match at {
            at if at - half < 0.0 => "start",
            at if width < at + half => "end",
            _ => "middle",
        };
        PlacedMark { x: at, y: y.at(0.0), text_y: 12.0 + row as f64 * ROW, anchor, text: mark.text.clone() }
    });
    placed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { width: 360.0, height: 260.0 };

    fn plan(values: &[&[Option<f64>]]) -> Plan {
        let series = values.iter().map(|one| Series {
            name: "Needed",
            note: "$21".to_owned(),
            points: one.iter().enumerate().map(|(at, &value)| (2026.0 + at as f64, value)).collect(),
        });
        Plan { series: series.collect(), marks: Vec::new() }
    }

    fn numbers(path: &str) -> Vec<f64> {
        path.split(['M', 'L', ' '])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect()
    }

    #[test]
    fn every_point_is_inside_the_frame() {
        let chart = Chart::place(&plan(&[&[Some(-5.0), Some(3.0)], &[Some(40.0), Some(0.0)]]), SIZE);
        for line in &chart.lines {
            for point in numbers(&line.path).chunks(2) {
                assert!(chart.frame.0 <= point[0] && point[0] <= chart.frame.2 + 0.1);
                assert!(chart.frame.1 <= point[1] + 0.1 && point[1] <= chart.frame.3 + 0.1);
            }
        }
        assert!(chart.frame.1 < chart.zero && chart.zero < chart.frame.3);
    }

    #[test]
    fn a_year_without_value_is_a_gap() {
        let chart = Chart::place(&plan(&[&[Some(1.0), None, Some(2.0), None, Some(3.0), Some(4.0)]]), SIZE);
        assert_eq!(chart.lines[0].path.matches('M').count(), 3);
        assert_eq!(chart.lines[0].dots.len(), 2);
    }

    #[test]
    fn labels_never_overlap_or_leave_the_frame() {
        for (a, b) in [(10.0, 10.0), (0.0, 0.1), (100.0, 99.0), (0.0, 100.0)] {
            let chart = Chart::place(&plan(&[&[Some(a), Some(a)], &[Some(b), Some(b)]]), SIZE);
            let y: Vec<f64> =
                chart.lines.iter().filter_map(|line| line.label.as_ref()).map(|it| it.y).collect();
            assert!((y[0] - y[1]).abs() >= LABEL_GAP - 1e-9, "{a} {b} {y:?}");
            assert!(y.iter().all(|&y| chart.frame.1 <= y && y <= chart.frame.3), "{y:?}");
        }
    }

    #[test]
    fn axes_are_drawn_without_data() {
        let chart = Chart::place(&plan(&[&[None, None]]), SIZE);
        assert!(chart.lines[0].path.is_empty() && chart.lines[0].label.is_none());
        assert_eq!(chart.x_ticks.len(), 2);
        assert!(Chart::place(&plan(&[]), SIZE).x_ticks.is_empty());
    }

    #[test]
    fn marks_stay_inside_the_frame() {
        let mut plan = plan(&[&[Some(-1.0), Some(1.0)]]);
        plan.marks = vec![Mark { year: 2026.0, text: "Paid back after 4.2 years".to_owned() }];
        let chart = Chart::place(&plan, SIZE);
        assert_eq!((chart.marks[0].anchor, chart.marks[0].x), ("start", chart.frame.0));
    }
}
