//! Why an input has its value: the reason, range, source, date and grade, copied from the page's list of sources.

use crate::ui::markup::Tree;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::InputId;
use payenough_model::scenario::Preset;
use payenough_view::{El, el};

/// The disclosure under a control.
pub(super) fn why(id: InputId, state: ScenarioState) -> impl IntoView {
    move || Tree(disclosure(id, state))
}

fn disclosure(id: InputId, state: ScenarioState) -> El {
    let spec = id.spec();
    let is_listed = |preset: &&Preset| preset.vintage().before.is_none();
    let changes = |preset: &&Preset| preset.changes.iter().any(|change| change.id == id);
    let change = state.preset().filter(is_listed).filter(changes);
    let of_preset = |preset: &Preset| {
        el("p").text("In the preset: ").copy_of(&format!("[data-why=\"{} {}\"]", preset.id, spec.key))
    };
    // The dated set that this figure comes from. The page holds the reasons of the first.
    let set = state.vintage().source_of(id);
    let reason = match set.before {
        None => el("div").copy_of(&format!("[data-why=\"{}\"]", spec.key)),
        Some(_) => state.reasons.text(set, id),
    };
    let summary = el("summary")
        .text("Why this value")
        .with(el("span").class("hidden").text(&format!(" for {}", spec.label)));
    el("details")
        .class("why")
        .with(summary)
        .with(reason)
        .with_all(change.map(of_preset).into_iter().collect())
}
