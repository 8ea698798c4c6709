//! A line chart as a figure: title, subtitle, drawing at the measured width, source.

use crate::ui::browser;
use crate::ui::plot::{Chart, PlacedLabel, PlacedLine, PlacedMark, Plan, Size, Tick};
use leptos::html;
use leptos::prelude::*;

/// Class of each line, in the order of the plan's series.
pub(super) type Classes = &'static [&'static str];

/// What a chart's figure says around the drawing.
#[derive(Clone, Copy)]
pub(super) struct Words {
    /// The takeaway.
    pub(super) title: Signal<String>,
    /// Unit and conditions.
    pub(super) subtitle: &'static str,
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
                <h3 class="chart-title">{move || words.title.get()}</h3>
                <p class="chart-sub">{words.subtitle}</p>
            </figcaption>
            <div class="drawing" node_ref=node>
                {move || chart.with(|chart| drawing(chart, classes, words.summary.get()))}
            </div>
            <p class="chart-source">{move || source.get()}</p>
        </figure>
    }
}

/// Width of the element, measured when it is there and when the window changes.
fn measured(node: NodeRef<html::Div>) -> Signal<f64> {
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

fn drawing(chart: &Chart, classes: Classes, summary: String) -> impl IntoView + use<> {
    let (left, top, right, bottom) = chart.frame;
    let view_box = format!("0 0 {:.0} {:.0}", chart.size.width, chart.size.height);
    let rows = chart.y_ticks.iter().map(|tick| y_tick(tick, left, right)).collect_view();
    let years = chart.x_ticks.iter().map(|tick| x_tick(tick, bottom)).collect_view();
    let class = |at: usize| classes.get(at).copied().unwrap_or_default();
    let lines = chart.lines.iter().enumerate().map(|(at, one)| line(one, class(at))).collect_view();
    let marks = chart.marks.iter().map(|one| mark(one, top)).collect_view();
    view! {
        <svg viewBox=view_box role="img" aria-label=summary>
            {rows}
            <line class="zero" x1=left x2=right y1=chart.zero y2=chart.zero />
            {years}
            {lines}
            {marks}
        </svg>
    }
}

fn y_tick(tick: &Tick, left: f64, right: f64) -> AnyView {
    let (x, y) = (left - 8.0, tick.at + 4.5);
    let at = tick.at;
    let text = tick.text.clone();
    view! {
        <line class="grid" x1=left x2=right y1=at y2=at />
        <text x=x y=y text-anchor="end">{text}</text>
    }
    .into_any()
}

fn x_tick(tick: &Tick, bottom: f64) -> AnyView {
    let (at, end, y) = (tick.at, bottom + 5.0, bottom + 21.0);
    let text = tick.text.clone();
    view! {
        <line class="tick" x1=at x2=at y1=bottom y2=end />
        <text x=at y=y text-anchor="middle">{text}</text>
    }
    .into_any()
}

fn line(line: &PlacedLine, class: &'static str) -> AnyView {
    let path = line.path.clone();
    let dots = line.dots.iter().map(|&(x, y)| view! { <circle cx=x cy=y r="3.5" /> }).collect_view();
    view! {
        <g class=class>
            <path d=path />
            {dots}
            {line.label.as_ref().map(label)}
        </g>
    }
    .into_any()
}

fn label(label: &PlacedLabel) -> AnyView {
    let (x, y, row) = (label.x, label.y, label.y + 16.0);
    let (end_x, end_y) = label.end;
    let note = label.note.clone();
    view! {
        <circle cx=end_x cy=end_y r="3.5" />
        <text class="name" x=x y=y>{label.name}</text>
        <text x=x y=row>{note}</text>
    }
    .into_any()
}

fn mark(mark: &PlacedMark, top: f64) -> AnyView {
    let (x, y, text_y) = (mark.x, mark.y, mark.text_y);
    let start = top.max(text_y + 4.0);
    let text = mark.text.clone();
    view! {
        <line class="mark" x1=x x2=x y1=start y2=y />
        <circle class="mark" cx=x cy=y r="4.5" />
        <text class="mark" x=x y=text_y text-anchor=mark.anchor>{text}</text>
    }
    .into_any()
}
