//! Cumulative cash, and when it pays back.

use super::frame::{ChartFigure, Words};
use super::needed::ends;
use crate::ui::sections::vintage_line;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_engine::Outcome;
use payenough_quantities::print;
use payenough_view::plot::{Mark, Plan, Series};

/// Free cash flow since the start, at the end of each year.
#[component]
pub(in crate::ui) fn CashChart(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let plan = Memo::new(move |_| state.outcome.with(plan));
    let words = Words {
        title: Signal::derive(move || state.outcome.with(title)),
        subtitle: Signal::derive(|| {
            "Free cash flow since the start, US dollars at the end of each year, not discounted; payback is counted by quarter".to_owned()
        }),
        summary: Signal::derive(move || {
            let ends = plan.with(|plan| plan.series.iter().map(ends).collect::<String>());
            format!("Line chart. {ends} {}", state.outcome.with(title))
        }),
    };
    let source = Signal::derive(move || vintage_line(state));
    view! { <ChartFigure plan words classes=&["expected"] source /> }
}

fn title(outcome: &Outcome) -> String {
    let years = outcome.years.len();
    match outcome.payback {
        Some(after) => format!("Before discounting, the money is back after {}", print::years(after.value())),
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
