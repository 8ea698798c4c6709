//! The inputs that the reader changed, with buttons that reset one or all of them.

use crate::ui::markup::Tree;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::InputId;
use payenough_model::scenario::Scenario;
use payenough_view::{El, el};

/// The list of inputs that differ from the starting point or from the preset.
#[component]
pub(super) fn ChangedList(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let title = move || match state.preset() {
        Some(preset) => format!("Changed from “{}”", preset.title),
        None => "Changed from the starting point".to_owned(),
    };
    view! {
        <div class="changed" id="changed">
            <h3>{title}</h3>
            {move || Tree(list(&state.scenario(), state))}
        </div>
    }
}

fn list(scenario: &Scenario, state: ScenarioState) -> El {
    let changed = scenario.changed();
    if changed.is_empty() {
        return el("p").text("Nothing is changed.");
    }
    let base = scenario.base();
    let line = |id: InputId| {
        let spec = id.spec();
        let (from, to) = (spec.amount(base.get(id)), spec.setting_text(scenario.setting(id)));
        let reset = el("button")
            .attr("type", "button")
            .class("reset")
            .attr("aria-label", &format!("Reset {} to {from}", spec.label))
            .text("Reset")
            .on_click(Box::new(move || state.reset(id)));
        let words = el("span")
            .text(&format!("{}: ", spec.label))
            .with(el("span").class("from").text(&from))
            .text(" \u{2192} ")
            .with(el("b").text(&to));
        el("li").with(words).with(reset)
    };
    let all = el("button").attr("type", "button").text("Reset all");
    el("div")
        .with(el("ul").with_all(changed.into_iter().map(line).collect()))
        .with(all.on_click(Box::new(move || state.reset_all())))
}
