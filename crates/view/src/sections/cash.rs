//! Cumulative cash, and when the investment pays back.

use super::Subject;
use super::needed::ends;
use crate::drawing::{figure, line_chart, line_chart_size, source};
use crate::plot::{Chart, Mark, Plan, Series};
use crate::tree::El;
use payenough_analysis::working::{linked, plain};
use payenough_engine::Outcome;
use payenough_engine::working::{Figure, Kind};
use payenough_quantities::print;

/// The line of [`Kind::Payback`] after which cumulative cash stays positive.
const FOR_GOOD: usize = 1;

/// Draws the cumulative free cash flow at the end of each year.
pub(super) fn draw(subject: &Subject<'_>) -> El {
    let plan = plan(subject.outcome);
    let title = title(subject.outcome);
    let in_words: String = plan.series.iter().map(ends).collect();
    let summary = format!("Line chart. {in_words} {}", plain(&title));
    let chart = Chart::place(&plan, line_chart_size(subject.widths.column));
    let subtitle = "Free cash flow since the start, US dollars at the end of each year, not discounted; payback is counted \
                    by quarter";
    figure(&title, subtitle, vec![line_chart(&chart, &["expected"], &summary), source(subject.scenario)])
}

fn title(outcome: &Outcome) -> String {
    let years = outcome.years.len();
    match outcome.payback {
        Some(after) => {
            let after = linked(Figure::new(Kind::Payback, FOR_GOOD, 0), &print::years(after.value()));
            format!("Before discounting, the money is back after {after}")
        }
        None if outcome.fleet.capex.value() == 0.0 => {
            "No plant is bought, so nothing has to come back".to_owned()
        }
        None => format!("Even before discounting, the money is not back within {years} years"),
    }
}

fn plan(outcome: &Outcome) -> Plan {
    let start = outcome.years.first().map_or(0.0, |year| f64::from(year.year));
    let ends = outcome.years.iter().map(|it| (f64::from(it.year) + 1.0, Some(it.cumulative.value())));
    let points: Vec<(f64, Option<f64>)> = std::iter::once((start, Some(0.0))).chain(ends).collect();
    let last = points.last().and_then(|point| point.1);
    let mark = |after: f64, text: String| Mark { year: start + after, text };
    let mut marks = Vec::new();
    if let Some(first) = outcome.payback_first.filter(|first| outcome.payback != Some(*first)) {
        marks.push(mark(first.value(), format!("Back for now: {}", print::years(first.value()))));
    }
    if let Some(after) = outcome.payback {
        marks.push(mark(after.value(), format!("Paid back: {}", print::years(after.value()))));
    }
    Plan {
        series: vec![Series { name: "Cash", note: last.map_or_else(String::new, print::axis_money), points }],
        marks,
    }
}
