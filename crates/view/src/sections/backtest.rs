//! What the scenario of January 2025 foretold of 2025 and 2026, beside what came: a chart of ratios, and a table.

use super::{Cell, Subject, linked_cell, note, number, table, words};
use crate::drawing::{WIDEST, dot, drawing, figure, line, text, x_tick};
use crate::plot::{Ratio, Ratios};
use crate::table::{NO_VALUE, fixed};
use crate::tree::{El, el, svg};
use payenough_analysis::backtest::{MISSED, OBSERVED, Test, backtest};
use payenough_analysis::working::{Ask, Number};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let rows = backtest();
    let n_missed = rows.iter().filter(|it| it.is_missed()).count();
    el("div")
        .with(note(&format!(
            "The article's scenario, with the knowledge of January 2025, is held against 2025 and 2026. {n_missed} of {} rows are \
             off by more than {MISSED} times and say why. The table grows as figures are published; no change of inputs \
             moves it.",
            rows.len()
        )))
        .with(chart(&rows, subject.widths.column.min(WIDEST)))
        .with(table("Foretold in January 2025, and what came", &HEADS, rows.iter().enumerate().map(row).collect()))
}

const HEADS: [&str; 6] = ["Figure", "Year", "Foretold", "Came", "Foretold over came", "Whose, and why"];

/// A ratio as text.
fn times(test: &Test) -> String {
    test.ratio.map_or_else(|| NO_VALUE.to_owned(), |it| format!("{}\u{d7}", fixed(it, 2)))
}

/// The chart, from what was foretold lowest to what was foretold highest.
fn chart(rows: &[Test], width: f64) -> El {
    let mut sorted: Vec<&Test> = rows.iter().collect();
    sorted.sort_by(|a, b| a.ratio.unwrap_or(0.0).total_cmp(&b.ratio.unwrap_or(0.0)));
    let ratios: Vec<Option<f64>> = sorted.iter().map(|it| it.ratio).collect();
    let placed = Ratios::place(&ratios, MISSED, width);
    let (left, _, right, bottom) = placed.frame;
    let n_met = rows.iter().filter(|it| !it.is_missed()).count();
    let ends = [sorted.first(), sorted.last()].map(|it| it.map_or_else(String::new, |it| spoken(it)));
    let summary = format!(
        "{} rows, each with what was foretold over what came, from {} to {}. {n_met} lie within {MISSED} times. The table below \
         holds them all.",
        rows.len(),
        ends[0],
        ends[1]
    );
    let drawn = drawing(placed.size, &summary)
        .with_all(upright(&placed, width))
        .with_all(placed.ticks.iter().map(|tick| x_tick(tick, bottom)).collect())
        .with(text(placed.one - 8.0, 14.0, "end", "\u{2190} Too low").class("name short"))
        .with(text(placed.one + 8.0, 14.0, "start", "Too high \u{2192}").class("name short"))
        .with_all(
            sorted
                .iter()
                .zip(&placed.rows)
                .map(|(test, at)| ratio(test, *at, (left, right), placed.one))
                .collect(),
        );
    figure(
        &format!(
            "{n_met} of {} figures came within {MISSED} times of what January 2025 foretold",
            rows.len()
        ),
        &format!(
            "Foretold over came, in ratios; at the line it came as foretold, and within {MISSED} times, between the thin lines, \
             the dot is filled"
        ),
        vec![
            el("div").class("drawing dots").with(drawn),
            el("p").class("chart-source").text("Source: payenough, data/observations.csv."),
        ],
    )
}

/// Smallest width at which no name reaches the middle of the chart.
const ROOMY: f64 = 560.0;
/// Half the height of a track, where names reach the middle.
const BESIDE: f64 = 9.0;

/// The line where what came is what was foretold, and those of what counts as met. They leave out the names that reach them.
fn upright(placed: &Ratios, width: f64) -> Vec<El> {
    let (_, top, _, bottom) = placed.frame;
    let spans: Vec<(f64, f64)> = match width >= ROOMY {
        true => vec![(top, bottom)],
        false => placed.rows.iter().map(|it| (it.track - BESIDE, it.track + BESIDE)).collect(),
    };
    let lines = [("grid", placed.met.0), ("grid", placed.met.1), ("zero", placed.one)];
    let of = |(class, x): (&'static str, f64)| {
        spans.iter().map(move |&(from, to)| line(class, (x, from), (x, to)))
    };
    lines.into_iter().flat_map(of).collect()
}

/// A row of the chart: its name, its ratio, and the way from what came to what was foretold.
fn ratio(test: &Test, at: Ratio, (left, right): (f64, f64), one: f64) -> El {
    let class = if test.is_missed() { "short" } else { "enough" };
    let name = format!("{}, {}", test.row.short, test.row.year);
    let row = svg("g")
        .with(text(left, at.text, "start", &name).class("mark"))
        .with(text(right, at.text, "end", &times(test)).class("mark"));
    let Some(x) = at.x else { return row };
    let place = OBSERVED.iter().position(|it| it.id == test.row.id).unwrap_or(0);
    let key = Number::answer(Ask::CameApart, place).key();
    row.with(line("tick", (one, at.track), (x, at.track)))
        .with(dot(x, at.track, 5.0).class(class).attr("data-why", &key))
}

fn spoken(test: &Test) -> String {
    format!("{}, {}, {}", test.row.short, test.row.year, times(test))
}

fn row((place, test): (usize, &Test)) -> Vec<Cell> {
    let row = test.row;
    let open = |kind: Ask, text: &str| linked_cell(text, Number::answer(kind, place));
    let second = if row.is_second_hand { ", second hand" } else { "" };
    let whose = format!("{} ({}{second}). {}", row.who, row.grade.label(), row.why);
    let ratio = if test.is_missed() { format!("\u{25b2} {}", times(test)) } else { times(test) };
    vec![
        words(row.what),
        words(&row.year.to_string()),
        test.foretold.map_or_else(|| number(NO_VALUE), |it| open(Ask::Foretold, &row.form.text(it))),
        open(Ask::Came, &row.form.text(row.came)),
        test.ratio.map_or_else(|| number(NO_VALUE), |_| open(Ask::CameApart, &ratio)),
        words(whose.trim_end()),
    ]
}
