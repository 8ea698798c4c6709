//! What a token costs against how fast each reader gets it.

use super::frame::{dot, measured, text};
use crate::ui::markup::Tree;
use crate::ui::sections::vintage_line;
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::html;
use leptos::prelude::*;
use payenough_analysis::report::Curve;
use payenough_quantities::print::{count, money};
use payenough_view::plot::{Size, Tick, Tradeoff};
use payenough_view::{El, svg};

/// The curve over batch sizes with the point at which the scenario works.
#[component]
pub(in crate::ui) fn TradeoffChart(
    /// The page's state.
    state: ScenarioState,
    /// The serving side of the scenario.
    serving: Memo<Curve>,
    /// What is worked out off the page's main thread: the title.
    worked_out: WorkerSections,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let width = measured(node);
    let drawn = move || {
        let width = width.get();
        let size = Size { width, height: (width * 0.45).clamp(230.0, 340.0) };
        serving.with(|it| Tree(drawing(it, size)))
    };
    view! {
        <figure class="chart">
            <figcaption>
                <div id="speed">{worked_out.body("speed")}</div>
                <p class="chart-sub">
                    "US dollars per million answer tokens, by tokens a second for each reader; both axes in equal ratios"
                </p>
            </figcaption>
            <div class="drawing" node_ref=node>{drawn}</div>
            <p class="chart-source">{move || vintage_line(state)}</p>
        </figure>
    }
}

fn drawing(serving: &Curve, size: Size) -> El {
    let points: Vec<_> = serving.curve.iter().map(|it| (it.speed_tok_s, it.usd_per_mtok)).collect();
    let here = serving.operating_point;
    let placed = Tradeoff::place(&points, (here.speed_tok_s, here.usd_per_mtok), size, count, money);
    let (left, _, right, bottom) = placed.frame;
    let view_box = format!("0 0 {} {}", size.width as i32, size.height as i32);
    let grid = |tick: &Tick| {
        svg("g")
            .with(
                svg("line").class("grid").px("x1", left).px("x2", right).px("y1", tick.at).px("y2", tick.at),
            )
            .with(text(left - 8.0, tick.at + 4.5, "end", &tick.text))
    };
    let below = |tick: &Tick| text(tick.at, bottom + 19.0, "middle", &tick.text);
    let (x, y) = placed.point;
    // the curve rises to the right: above and left of a point is free
    let (label_x, anchor) = if x < left + 140.0 { (left + 6.0, "start") } else { (x - 8.0, "end") };
    let words = format!("{} at {} tokens/s", money(here.usd_per_mtok), count(here.speed_tok_s));
    let summary = format!(
        "Curve: the faster each reader gets tokens, the more a token costs. This scenario: {words} for each reader."
    );
    svg("svg")
        .attr("viewBox", &view_box)
        .attr("role", "img")
        .attr("aria-label", &summary)
        .with_all(placed.y_ticks.iter().map(grid).collect())
        .with(svg("line").class("zero").px("x1", left).px("x2", right).px("y1", bottom).px("y2", bottom))
        .with_all(placed.x_ticks.iter().map(below).collect())
        .with(text((left + right) / 2.0, bottom + 38.0, "middle", "tokens a second for each reader"))
        .with(svg("g").class("expected").with(svg("path").attr("d", &placed.path)))
        .with(dot(x, y, 5.0).class("mark"))
        .with(text(label_x, y - 14.0, anchor, &words).class("mark"))
}
