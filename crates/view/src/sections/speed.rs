//! The cost of a token against the speed at which each reader receives tokens.

use super::Subject;
use crate::drawing::{dot, drawing, figure, grid, line, source, text};
use crate::plot::{Size, Tradeoff};
use crate::tree::{El, el, svg};
use payenough_analysis::report::Curve;
use payenough_analysis::serving::twice_as_fast;
use payenough_quantities::print::{count, money};

/// Draws the curve over batch sizes, and the scenario's operating point.
pub(super) fn draw(subject: &Subject<'_>) -> El {
    let width = subject.widths.beside;
    let size = Size { width, height: (width * 0.45).clamp(230.0, 340.0) };
    figure(
        &twice_as_fast(subject.scenario.values()),
        "US dollars per million answer tokens, by tokens a second for each reader; both axes in equal ratios",
        vec![
            el("div").class("drawing").with(curve(&Curve::of(subject.inputs), size)),
            source(subject.scenario),
        ],
    )
}

fn curve(serving: &Curve, size: Size) -> El {
    let points: Vec<_> = serving.curve.iter().map(|it| (it.speed_tok_s, it.usd_per_mtok)).collect();
    let point = serving.operating_point;
    let placed = Tradeoff::place(&points, (point.speed_tok_s, point.usd_per_mtok), size, count, money);
    let (left, _, right, bottom) = placed.frame;
    let (x, y) = placed.point;
    // The curve rises to the right, so the space above and to the left of a point is free.
    let (label_x, anchor) = if x < left + 140.0 { (left + 6.0, "start") } else { (x - 8.0, "end") };
    let words = format!("{} at {} tokens/s", money(point.usd_per_mtok), count(point.speed_tok_s));
    let summary = format!(
        "Curve: the faster each reader gets tokens, the more a token costs. This scenario: {words} for each reader."
    );
    drawing(size, &summary)
        .with_all(grid(&placed.y_ticks, (left, right)))
        .with(line("zero", (left, bottom), (right, bottom)))
        .with_all(placed.x_ticks.iter().map(|it| text(it.at, bottom + 19.0, "middle", &it.text)).collect())
        .with(text((left + right) / 2.0, bottom + 38.0, "middle", "tokens a second for each reader"))
        .with(svg("g").class("expected").with(svg("path").attr("d", &placed.path)))
        .with(dot(x, y, 5.0).class("mark"))
        .with(text(label_x, y - 14.0, anchor, &words).class("mark"))
}
