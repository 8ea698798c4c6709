//! Why an input has its value: the reason, range, source, date and grade, copied from the page's list of sources.

use crate::ui::markup::Tree;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::InputId;
use payenough_model::scenario::{Preset, Vintage};
use payenough_view::{El, el};

/// The disclosure under a control.
pub(super) fn why(id: InputId, state: ScenarioState) -> impl IntoView {
    move || Tree(disclosure(id, state.preset(), state.scenario().vintage()))
}

fn disclosure(id: InputId, preset: Option<&'static Preset>, set: &'static Vintage) -> El {
    let spec = id.spec();
    let change = preset.filter(|preset| preset.changes.iter().any(|change| change.id == id));
    let of_preset = |preset: &Preset| {
        el("p").text("In the preset: ").copy_of(&format!("[data-why=\"{} {}\"]", preset.id, spec.key))
    };
    // The dated set that this figure comes from. Figures of the first set have no prefix before their key.
    let says = set.source_of(id);
    let of_set = if says.before.is_some() { format!("{} ", says.id) } else { String::new() };
    let summary = el("summary")
        .text("Why this value")
        .with(el("span").class("hidden").text(&format!(" for {}", spec.label)));
    el("details")
        .class("why")
        .with(summary)
        .with(el("div").copy_of(&format!("[data-why=\"{of_set}{}\"]", spec.key)))
        .with_all(change.map(of_preset).into_iter().collect())
}
