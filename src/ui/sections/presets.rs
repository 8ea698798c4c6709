//! The presets: who would believe each, and what it changes.

use super::section;
use crate::ui::markup::Tree;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::scenario::{Change, PRESETS, Preset};
use payenough_view::{El, el};

/// The list of all presets.
#[component]
pub(in crate::ui) fn Presets(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let cards = PRESETS.into_iter().map(|preset| card(preset, state)).collect_view();
    section("presets", "What you would have to believe", view! { <div class="presets">{cards}</div> })
}

fn card(preset: &'static Preset, state: ScenarioState) -> impl IntoView {
    let is_base = Memo::new(move |_| {
        let starts = || preset.is_start() && state.vintage() == preset.vintage();
        state.preset().map_or_else(starts, |current| current.id == preset.id)
    });
    let changed = Memo::new(move |_| is_base.get() && !state.scenario().changed().is_empty());
    let words = move || match (is_base.get(), changed.get()) {
        (true, false) => "Shown now",
        (true, true) => "Back to this",
        (false, _) => "Show this",
    };
    view! {
        <article class="preset" class:current=move || is_base.get()>
            <h3>{preset.title}</h3>
            <p>{preset.who}</p>
            <button
                type="button"
                aria-label=move || format!("{}: {}", words(), preset.title)
                aria-disabled=move || (words() == "Shown now").to_string()
                on:click=move |_| if words() != "Shown now" { state.load_preset(preset) }
            >
                {words}
            </button>
            {(!preset.is_start()).then(|| Tree(changes(preset)))}
        </article>
    }
}

fn changes(preset: &'static Preset) -> El {
    let head = format!("What it changes: {} numbers", preset.changes.len());
    let list = el("ul").class("changes");
    // The page holds the lists, with reasons and sources, of presets on the first set; those of others stand in a table.
    let list = match preset.vintage().before {
        None => list.copy_of(&format!("[data-changes=\"{}\"]", preset.id)),
        Some(_) => list.with_all(preset.changes.iter().map(|change| of_later_set(preset, change)).collect()),
    };
    el("details").class("why").with(el("summary").text(&head)).with(list)
}

fn of_later_set(preset: &Preset, change: &Change) -> El {
    let spec = change.id.spec();
    let [from, to] = [preset.vintage().figures(change.id).default, change.value].map(|it| spec.amount(it));
    el("li")
        .text(&[spec.label, ": from ", &from, " to ", &to, ". "].concat())
        .with(el("a").attr("href", &["./data/presets_", preset.set, ".csv"].concat()).text("Why"))
}
