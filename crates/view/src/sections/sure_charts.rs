//! The charts that show how sure the answer is: twenty dots, and two fan charts over the years.

use super::sure::lie_below;
use super::{Cell, linked_cell, more, note, table, words};
use crate::drawing::{drawing, figure, grid, line, text, x_tick};
use crate::plot::{BANDS, Dot, Dots, Fan, FanYear, Size};
use crate::tree::{El, el, svg};
use payenough_analysis::futures::{Futures, Headline, PARTS};
use payenough_analysis::working::{Case, Number, linked};
use payenough_quantities::print;

/// Space between two fan charts that stand side by side.
const GAP: f64 = 32.0;
/// Smallest width at which the two fan charts stand side by side.
const SIDE_BY_SIDE: f64 = 640.0;

/// Draws the dot plot of twenty futures.
pub(super) fn dot_chart(futures: &Futures<'_>, width: f64) -> El {
    let sureness = futures.sureness;
    let amounts = sureness.dots();
    let placed = Dots::place(&amounts, width);
    let named = sureness.dot_futures();
    let (left, _, right, bottom) = placed.frame;
    let count = sureness.count_in_words();
    let missing = match PARTS - amounts.len() {
        0 => String::new(),
        n => format!("; {n} of the twenty gave no number and have no dot"),
    };
    let summary = format!(
        "Twenty dots along net present value: {count} lie at or above zero, where the cost is covered. The table below holds the \
         percentiles."
    );
    let opening = |future: u32| Number::Figure(Case::of_future(future), Headline::Npv.figure());
    let dot = |(it, &future): (&Dot, &u32)| {
        let (class, radius) =
            if it.is_enough { ("enough", placed.radius) } else { ("short", placed.radius - 1.0) };
        let circle = svg("circle").class(class).attr("data-why", &opening(future).key());
        circle.px("cx", it.x).px("cy", it.y).px("r", radius)
    };
    let spoken: Vec<String> = amounts
        .iter()
        .zip(&named)
        .map(|(&npv, &future)| opening(future).linked(&print::money(print::quantise(npv, 3))))
        .collect();
    let (zero, room) = (placed.zero, 124.0);
    let covered = ("Cost covered \u{2192}", "name enough");
    let short = ("\u{2190} Not covered", "name short");
    let mut drawn = drawing(placed.size, &summary)
        .with(line("axis", (left, bottom), (right, bottom)))
        .with_all(placed.ticks.iter().map(|tick| x_tick(tick, bottom)).collect())
        .with(line("zero", (zero, 26.0), (zero, bottom + 5.0)))
        .with_all(placed.dots.iter().zip(&named).map(dot).collect());
    if amounts.iter().any(|it| *it < 0.0) {
        let (x, anchor) = if zero < room { (2.0, "start") } else { (zero - 8.0, "end") };
        let y = if zero < room { 14.0 } else { 34.0 };
        drawn = drawn.with(text(x, y, anchor, short.0).class(short.1));
    }
    if amounts.iter().any(|it| *it >= 0.0) {
        let is_tight = width - zero < room;
        let (x, anchor) = if is_tight { (width - 2.0, "end") } else { (zero + 8.0, "start") };
        let y = if is_tight { 14.0 } else { 34.0 };
        drawn = drawn.with(text(x, y, anchor, covered.0).class(covered.1));
    }
    figure(
        &format!("In {} simulated futures, users pay enough", linked(sureness.counted(), &count)),
        &format!(
            "Net present value, US dollars; each dot is one twentieth of the futures, filled where the cost is covered{missing}"
        ),
        vec![
            el("div").class("drawing dots").with(drawn),
            more(
                "The dots in numbers",
                note(&format!("Net present values, from the lowest up: {}.", spoken.join(", "))),
            ),
        ],
    )
}

/// Draws needed and expected revenue per user by year, each as a fan chart, on the same scale.
pub(super) fn fans(futures: &Futures<'_>, width: f64) -> El {
    let first = futures.middle.years.first().map_or(0, |it| it.year);
    let years = |side: usize| -> Vec<FanYear> {
        let of = |at: usize| {
            let [needed, expected] = futures.figures.year(at, &BANDS);
            let amounts = if side == 0 { needed } else { expected };
            let amounts = amounts.and_then(|it| <[f64; 5]>::try_from(it).ok());
            (f64::from(first) + at as f64, amounts)
        };
        let mut all: Vec<FanYear> = (0..futures.figures.n_years()).map(of).collect();
        while all.last().is_some_and(|it| it.1.is_none()) {
            all.pop();
        }
        all
    };
    let both = [years(0), years(1)];
    let amounts = || both.iter().flatten().filter_map(|it| it.1);
    let span = (amounts().map(|it| it[0]).fold(0.0, f64::min), amounts().map(|it| it[4]).fold(0.0, f64::max));
    let is_wide = width >= SIDE_BY_SIDE;
    let size = if is_wide {
        Size { width: (width.min(1040.0) - GAP) / 2.0, height: 280.0 }
    } else {
        Size { width, height: 230.0 }
    };
    let panel = |years: &[FanYear], name: &str, class: &str| {
        let fan = Fan::place(years, span, size);
        el("div")
            .class("drawing")
            .with(el("p").class(&format!("fan-name {class}")).text(name))
            .with(fan_drawing(&fan, class, &summary(name, years)))
    };
    let panels = el("div")
        .class("fans")
        .with(panel(&both[0], "Needed", "needed"))
        .with(panel(&both[1], "Expected", "expected"));
    let share = futures.sureness.count();
    let title = match share {
        12.. => "In most futures, users bring in more than is needed",
        9..=11 => "In about half of the futures, users bring in what is needed",
        _ => "In most futures, users bring in less than is needed",
    };
    figure(
        title,
        "US dollars per active user and month, by year; the bands hold half and nine in ten of the futures in which there is \
         an amount",
        vec![panels, more("The fans in numbers", in_numbers(futures, first))],
    )
    .class_too("wide")
}

/// A table of both fan charts by year, in which each amount opens its working.
fn in_numbers(futures: &Futures<'_>, first: i32) -> El {
    let heads: Vec<String> = BANDS.iter().map(|&p| lie_below(p)).collect();
    let heads: Vec<&str> = ["Year"].into_iter().chain(heads.iter().map(String::as_str)).collect();
    let rows = |side: usize| {
        let row = |at: usize| {
            let amounts = futures.figures.year(at, &BANDS)[side].clone()?;
            let names = futures.figures.named_year(at, &BANDS)[side].clone();
            let cells = amounts.iter().zip(names).map(|(&usd, name)| linked_cell(&print::money(usd), name));
            Some([words(&(first + at as i32).to_string())].into_iter().chain(cells).collect())
        };
        (0..futures.figures.n_years()).filter_map(row).collect::<Vec<Vec<Cell>>>()
    };
    el("div").with(table("Needed, dollars per active user and month", &heads, rows(0))).with(table(
        "Expected, dollars per active user and month",
        &heads,
        rows(1),
    ))
}

fn summary(name: &str, years: &[FanYear]) -> String {
    let spoken = |(year, amounts): &(f64, [f64; 5])| {
        format!(
            "{} in {year}, nine in ten futures from {} to {}",
            print::money(amounts[2]),
            print::money(amounts[0]),
            print::money(amounts[4])
        )
    };
    let known: Vec<(f64, [f64; 5])> = years.iter().filter_map(|it| Some((it.0, it.1?))).collect();
    match (known.first(), known.last()) {
        (Some(first), Some(last)) => {
            format!("{name} by year, as a fan. The middle future: {}; {}.", spoken(first), spoken(last))
        }
        _ => format!("{name} by year: no amount in any future."),
    }
}

fn fan_drawing(fan: &Fan, class: &str, summary: &str) -> El {
    let (left, _, right, bottom) = fan.frame;
    let shape = |class: &str, path: &str| svg("path").class(class).attr("d", path);
    let label = |it: &crate::plot::FanLabel| text(it.x, it.y, "start", it.text);
    drawing(fan.size, summary)
        .with_all(grid(&fan.y_ticks, (left, right)))
        .with(
            svg("g")
                .class(&format!("fan {class}"))
                .with(shape("band outer", &fan.wide))
                .with(shape("band inner", &fan.narrow))
                .with(shape("edges", &fan.edges))
                .with(shape("middle", &fan.middle))
                .with_all(fan.labels.iter().map(label).collect()),
        )
        .with(line("zero", (left, fan.zero), (right, fan.zero)))
        .with_all(fan.x_ticks.iter().map(|tick| x_tick(tick, bottom)).collect())
}
