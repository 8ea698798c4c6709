//! Elements that all drawings share: texts, lines, ticks, the line chart over years, and the figure around a drawing.

use super::plot::{Chart, PlacedLabel, PlacedLine, PlacedMark, Size, Tick};
use super::tree::{El, el, svg};
use payenough_model::scenario::Scenario;

/// Largest width of a chart in CSS pixels: the `max-width` of `.chart` in `style/charts.css`.
pub(crate) const WIDEST: f64 = 752.0;

/// A text at a position: `anchor` is `start`, `middle` or `end`.
pub(crate) fn text(x: f64, y: f64, anchor: &str, words: &str) -> El {
    svg("text").px("x", x).px("y", y).attr("text-anchor", anchor).text(words)
}

/// A straight line.
pub(crate) fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> El {
    svg("line").class(class).px("x1", x1).px("x2", x2).px("y1", y1).px("y2", y2)
}

/// A filled circle.
pub(crate) fn dot(x: f64, y: f64, radius: f64) -> El {
    svg("circle").px("cx", x).px("cy", y).px("r", radius)
}

/// An empty drawing. `summary` describes it to readers who cannot see it.
pub(crate) fn drawing(size: Size, summary: &str) -> El {
    let view_box = format!("0 0 {} {}", libm::ceil(size.width) as i32, libm::ceil(size.height) as i32);
    svg("svg").attr("viewBox", &view_box).attr("role", "img").attr("aria-label", summary)
}

/// A tick on a horizontal axis, with its label below.
pub(crate) fn x_tick(tick: &Tick, bottom: f64) -> El {
    svg("g").with(line("tick", (tick.at, bottom), (tick.at, bottom + 5.0))).with(text(
        tick.at,
        bottom + 21.0,
        "middle",
        &tick.text,
    ))
}

/// The grid of a vertical axis from `left` to `right`: all lines first, then all labels.
pub(crate) fn grid(ticks: &[Tick], (left, right): (f64, f64)) -> Vec<El> {
    let lines = ticks.iter().map(|tick| line("grid", (left, tick.at), (right, tick.at)));
    let labels = ticks.iter().map(|tick| text(left - 8.0, tick.at + 4.5, "end", &tick.text));
    lines.chain(labels).collect()
}

/// A figure: a title that says what it shows, a subtitle with unit and conditions, then the drawings and their notes.
pub(crate) fn figure(title: &str, subtitle: &str, parts: Vec<El>) -> El {
    let caption = el("figcaption")
        .with(el("p").class("chart-title").linked_text(title))
        .with(el("p").class("chart-sub").text(subtitle));
    el("figure").class("chart").with(caption).with_all(parts)
}

/// The line below a chart that names the source of its figures and how many inputs the reader changed.
pub(crate) fn source(scenario: &Scenario) -> El {
    let base = scenario.preset().map_or_else(
        || format!("Starting point, {}", scenario.vintage().label),
        |preset| preset.title.to_owned(),
    );
    let changes = match scenario.changed().len() {
        0 => String::new(),
        1 => ", 1 number changed".to_owned(),
        n => format!(", {n} numbers changed"),
    };
    el("p").class("chart-source").text(&format!("Source: payenough. {base}{changes}."))
}

/// Size of a line chart of this width. `style/charts.css` reserves the same height.
pub(crate) fn line_chart_size(width: f64) -> Size {
    let width = width.clamp(200.0, WIDEST);
    Size { width, height: (width * 0.5).clamp(250.0, 380.0) }
}

/// A line chart in its frame; `classes` holds the CSS class of each line.
pub(crate) fn line_chart(chart: &Chart, classes: &[&str], summary: &str) -> El {
    let (left, top, right, bottom) = chart.frame;
    let class = |at: usize| classes.get(at).copied().unwrap_or_default();
    let drawn = drawing(chart.size, summary)
        .with_all(grid(&chart.y_ticks, (left, right)))
        .with(line("zero", (left, chart.zero), (right, chart.zero)))
        .with_all(chart.x_ticks.iter().map(|tick| x_tick(tick, bottom)).collect())
        .with_all(chart.lines.iter().enumerate().map(|(at, one)| series(one, class(at))).collect())
        .with_all(chart.marks.iter().map(|one| mark(one, top)).collect());
    el("div").class("drawing years").with(drawn)
}

fn series(line: &PlacedLine, class: &str) -> El {
    svg("g")
        .class(class)
        .with(svg("path").attr("d", &line.path))
        .with_all(line.dots.iter().map(|&(x, y)| dot(x, y, 3.5)).collect())
        .with_all(line.label.iter().map(label).collect())
}

fn label(label: &PlacedLabel) -> El {
    svg("g")
        .with(dot(label.end.0, label.end.1, 3.5))
        .with(text(label.x, label.y, "start", label.name).class("name"))
        .with(text(label.x, label.y + 16.0, "start", &label.note))
}

fn mark(mark: &PlacedMark, top: f64) -> El {
    let start = top.max(mark.text_y + 4.0);
    svg("g")
        .with(line("mark", (mark.x, start), (mark.x, mark.y)))
        .with(dot(mark.x, mark.y, 4.5).class("mark"))
        .with(text(mark.x, mark.text_y, mark.anchor, &mark.text).class("mark"))
}
