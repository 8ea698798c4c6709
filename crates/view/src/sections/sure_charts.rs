//! The charts that show how sure the answer is: twenty dots, and two fan charts over the years.

use super::sure::lie_below;
use super::{Cell, linked_cell, more, note, table, words};
use crate::drawing::{drawing, figure, grid, line, text, x_tick};
use crate::plot::{BANDS, Dot, Dots, Fan, FanYear, Size};
use crate::tree::{El, el, svg};
use payenough_analysis::futures::{Futures, Headline, PARTS};
use payenough_analysis::per_dollar;
use payenough_analysis::working::{Case, Number, linked};
use payenough_quantities::print;

/// Space between two fan charts that stand side by side.
const GAP: f64 = 32.0;
/// Smallest width at which the two fan charts stand side by side.
const SIDE_BY_SIDE: f64 = 640.0;

/// Half the width of the mark of the scenario as set, and its height.
const MARK: (f64, f64) = (6.0, 9.0);

/// Draws the dot plot of twenty futures, with a line where the whole dollar comes back.
pub(super) fn dot_chart(futures: &Futures<'_>, width: f64) -> El {
    let sureness = futures.sureness;
    let (ratios, named) = (sureness.dots(), sureness.dot_futures());
    let own = futures.as_set.benefit_cost.map(|it| it.value());
    let placed = Dots::place(&beyond_a_dollar(&ratios), own.map(|it| it - 1.0), width, |beyond| {
        per_dollar((1.0 + beyond).max(0.0))
    });
    let (left, _, right, bottom) = placed.frame;
    let count = sureness.count_in_words();
    let missing = match PARTS - ratios.len() {
        0 => String::new(),
        n => format!("; {n} of the twenty gave no number and have no dot"),
    };
    let own_words =
        own.map_or_else(String::new, |it| format!(" The scenario as set is at {}.", per_dollar(it)));
    let summary = format!(
        "Twenty dots along what comes back of each dollar: {count} lie at or above the dollar.{own_words} The table below holds \
         the percentiles."
    );
    let opening = |ratio: f64, future: u32| {
        let figure = if ratio.is_finite() { Headline::Back } else { Headline::Npv }.figure();
        Number::Figure(Case::of_future(future), figure)
    };
    let dot = |((it, &ratio), &future): ((&Dot, &f64), &u32)| {
        let (class, radius) =
            if it.is_enough { ("enough", placed.radius) } else { ("short", placed.radius - 1.0) };
        let circle = svg("circle").class(class).attr("data-why", &opening(ratio, future).key());
        circle.px("cx", it.x).px("cy", it.y).px("r", radius)
    };
    let spoken: Vec<String> =
        ratios.iter().zip(&named).map(|(&it, &future)| opening(it, future).linked(&per_dollar(it))).collect();
    let (zero, room) = (placed.zero, 150.0);
    let covered = ("A dollar or more \u{2192}", "name enough");
    let short = ("\u{2190} Less than a dollar", "name short");
    let mark = |x: f64| {
        let (half, height) = MARK;
        let path = format!("M{x:.1} {bottom:.1}l{half} {height}h-{}z", 2.0 * half);
        svg("path").class("as-set").attr("d", &path)
    };
    let mut drawn = drawing(placed.size, &summary)
        .with(line("axis", (left, bottom), (right, bottom)))
        .with_all(placed.ticks.iter().map(|tick| x_tick(tick, bottom)).collect())
        .with(line("zero", (zero, 26.0), (zero, bottom + 5.0)))
        .with_all(placed.dots.iter().zip(&ratios).zip(&named).map(dot).collect())
        .with_all(placed.mark.map(mark).into_iter().collect());
    if ratios.iter().any(|it| *it < 1.0) {
        let (x, anchor) = if zero < room { (2.0, "start") } else { (zero - 8.0, "end") };
        let y = if zero < room { 14.0 } else { 34.0 };
        drawn = drawn.with(text(x, y, anchor, short.0).class(short.1));
    }
    if ratios.iter().any(|it| *it >= 1.0) {
        let is_tight = width - zero < room;
        let (x, anchor) = if is_tight { (width - 2.0, "end") } else { (zero + 8.0, "start") };
        let y = if is_tight { 14.0 } else { 34.0 };
        drawn = drawn.with(text(x, y, anchor, covered.0).class(covered.1));
    }
    figure(
        &format!(
            "In {} simulated futures, each dollar of cost comes back",
            linked(sureness.counted(), &count)
        ),
        &format!(
            "What comes back per dollar of cost; each dot is one twentieth of the futures, filled where the dollar comes back; \
             the triangle marks the scenario as set{missing}"
        ),
        vec![
            el("div").class("drawing dots").with(drawn),
            more(
                "The dots in numbers",
                note(&format!("Back per dollar, from the lowest up: {}.", spoken.join(", "))),
            ),
        ],
    )
}

/// What comes back beyond the dollar. A future without outlays stands with the last one that has a ratio, on its side.
fn beyond_a_dollar(ratios: &[f64]) -> Vec<f64> {
    let finite = || ratios.iter().copied().filter(|it| it.is_finite());
    let (least, most) = (finite().fold(0.0, f64::min), finite().fold(1.0, f64::max));
    ratios.iter().map(|it| it.clamp(least, most) - 1.0).collect()
}

/// Draws needed and expected revenue per user by year, each as a fan chart, on the same scale.
pub(super) fn fans(futures: &Futures<'_>, width: f64) -> El {
    let first = futures.as_set.years.first().map_or(0, |it| it.year);
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
