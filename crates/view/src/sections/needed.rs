//! The main chart: the revenue per user that is needed and the revenue that is expected, by year.

use super::Subject;
use crate::drawing::{figure, line_chart, line_chart_size, source};
use crate::plot::{Chart, Plan, Series};
use crate::tree::El;
use payenough_engine::{Outcome, Year};
use payenough_quantities::{UsdPerUserMonth, print};

/// The title names what is drawn: the answer is said once, by the futures.
const TITLE: &str = "What a user would have to bring in, and what one is expected to";

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let outcome = subject.outcome;
    let plan = plan(outcome);
    let in_words = plan.series.iter().map(ends).collect::<Vec<_>>().join(" ");
    let summary =
        format!("Line chart by year. {in_words} The yearly table on the full page holds every number.");
    let chart = Chart::place(&plan, line_chart_size(subject.widths.beside));
    let drawn = line_chart(&chart, &["needed", "expected"], &summary);
    figure(TITLE, &subtitle(outcome), vec![drawn, source(subject.scenario)])
}

fn plan(outcome: &Outcome) -> Plan {
    let years = served(outcome);
    let series = |name, get: fn(&Year) -> Option<UsdPerUserMonth>| {
        let points: Vec<(f64, Option<f64>)> = years
            .iter()
            .map(|it| (f64::from(it.year), get(it).map(|amount| amount.value()).filter(|it| it.is_finite())))
            .collect();
        let last = points.iter().rev().find_map(|point| point.1);
        Series { name, note: last.map_or_else(String::new, print::money), points }
    };
    Plan {
        series: vec![series("Needed", |it| it.needed), series("Expected", |it| it.expected)],
        marks: Vec::new(),
    }
}

/// The years up to the last one in which anyone is served.
fn served(outcome: &Outcome) -> &[Year] {
    let last = outcome.years.iter().rposition(|it| it.needed.is_some() || it.expected.is_some());
    last.and_then(|last| outcome.years.get(..=last)).unwrap_or(&outcome.years)
}

fn subtitle(outcome: &Outcome) -> String {
    let unit = "US dollars per active user and month, by year";
    match served(outcome).last() {
        Some(last) if served(outcome).len() < outcome.years.len() => {
            format!("{unit}; the last of the fleet retires in {}", last.year)
        }
        _ => unit.to_owned(),
    }
}

/// Describes the first and the last value of a line.
pub(super) fn ends(series: &Series) -> String {
    let known = || series.points.iter().filter_map(|&(year, value)| value.map(|value| (year, value)));
    match (known().next(), known().next_back()) {
        (Some(first), Some(last)) => format!(
            "{}: {} in {}, {} in {}.",
            series.name,
            print::money(first.1),
            first.0,
            print::money(last.1),
            last.0
        ),
        _ => format!("{}: no value.", series.name),
    }
}
