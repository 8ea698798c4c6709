//! A line chart as a figure: title, subtitle, drawing at the measured width, source.

use crate::ui::browser;
use crate::ui::markup::Tree;
use leptos::html;
use leptos::prelude::*;
use payenough_view::plot::{Chart, PlacedLabel, PlacedLine, PlacedMark, Plan, Size, Tick};
use payenough_view::{El, svg};

/// Class of each line, in the order of the plan's series.
pub(super) type Classes = &'static [&'static str];

/// What a chart's figure says around the drawing.
#[derive(Clone, Copy)]
pub(super) struct Words {
    /// The takeaway.
    pub(super) title: Signal<String>,
    /// Unit and conditions.
    pub(super) subtitle: Signal<String>,
    /// The drawing in one sentence, for who cannot see it.
    pub(super) summary: Signal<String>,
}

/// Title, subtitle, drawing and source.
#[component]
pub(super) fn ChartFigure(
    /// What to draw.
    plan: Memo<Plan>,
    /// What to say.
    words: Words,
    /// How the lines look.
    classes: Classes,
    /// Where the figures come from.
    source: Signal<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let width = measured(node);
    let size = move || {
        let width = width.get();
        Size { width, height: (width * 0.5).clamp(250.0, 380.0) }
    };
    let chart = Memo::new(move |_| plan.with(|plan| Chart::place(plan, size())));
    view! {
        <figure class="chart">
            <figcaption>
                <p class="chart-title">{move || words.title.get()}</p>
                <p class="chart-sub">{move || words.subtitle.get()}</p>
            </figcaption>
            <div class="drawing" node_ref=node>
                {move || chart.with(|chart| Tree(drawing(chart, classes, &words.summary.get())))}
            </div>
            <p class="chart-source">{move || source.get()}</p>
        </figure>
    }
}

/// Width of the element, measured when it is there and when the window changes.
pub(super) fn measured(node: NodeRef<html::Div>) -> Signal<f64> {
    let (width, set_width) = signal((browser::window_width() - 32.0).clamp(240.0, 760.0));
    let measure = move || {
        if let Some(element) = node.get_untracked() {
            let now = element.get_bounding_client_rect().width();
            if 100.0 <= now && now != width.get_untracked() {
                set_width.set(now);
            }
        }
    };
    node.on_load(move |_| request_animation_frame(measure));
    let handle = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || handle.remove());
    width.into()
}

fn drawing(chart: &Chart, classes: Classes, summary: &str) -> El {
    let (left, top, right, bottom) = chart.frame;
    let view_box = format!("0 0 {} {}", chart.size.width as i32, chart.size.height as i32);
    let class = |at: usize| classes.get(at).copied().unwrap_or_default();
    let ruler =
        |class, y: f64| svg("line").class(class).px("x1", left).px("x2", right).px("y1", y).px("y2", y);
    svg("svg")
        .attr("viewBox", &view_box)
        .attr("role", "img")
        .attr("aria-label", summary)
        .with_all(chart.y_ticks.iter().map(|tick| ruler("grid", tick.at)).collect())
        .with_all(
            chart.y_ticks.iter().map(|tick| text(left - 8.0, tick.at + 4.5, "end", &tick.text)).collect(),
        )
        .with(ruler("zero", chart.zero))
        .with_all(chart.x_ticks.iter().map(|tick| x_tick(tick, bottom)).collect())
        .with_all(chart.lines.iter().enumerate().map(|(at, one)| line(one, class(at))).collect())
        .with_all(chart.marks.iter().map(|one| mark(one, top)).collect())
}

pub(super) fn text(x: f64, y: f64, anchor: &str, words: &str) -> El {
    svg("text").px("x", x).px("y", y).attr("text-anchor", anchor).text(words)
}

pub(super) fn dot(x: f64, y: f64, radius: f64) -> El {
    svg("circle").px("cx", x).px("cy", y).px("r", radius)
}

fn x_tick(tick: &Tick, bottom: f64) -> El {
    let stroke = svg("line").class("tick").px("x1", tick.at).px("x2", tick.at);
    svg("g").with(stroke.px("y1", bottom).px("y2", bottom + 5.0)).with(text(
        tick.at,
        bottom + 21.0,
        "middle",
        &tick.text,
    ))
}

fn line(line: &PlacedLine, class: &str) -> El {
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
    let stroke = svg("line").class("mark").px("x1", mark.x).px("x2", mark.x);
    svg("g")
        .with(stroke.px("y1", start).px("y2", mark.y))
        .with(dot(mark.x, mark.y, 4.5).class("mark"))
        .with(text(mark.x, mark.text_y, mark.anchor, &mark.text).class("mark"))
}
