//! Named scenarios: who would believe each, and what it changes.

use super::section;
use crate::scenario::{Change, PRESETS, Preset};
use crate::ui::field::amount;
use crate::ui::inputs;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;

/// All presets.
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
        state.scenario().preset().map_or(preset.is_start(), |current| current.id == preset.id)
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
            {(!preset.is_start()).then(|| changes(preset))}
        </article>
    }
}

fn changes(preset: &'static Preset) -> impl IntoView {
    let line = |change: &'static Change| {
        let spec = change.id.spec();
        let from = amount(spec, spec.default);
        view! { <li>{spec.label}": from "{from}" to "{inputs::reason(change)}</li> }
    };
    let head = format!("What it changes: {} numbers", preset.changes.len());
    view! {
        <details class="why">
            <summary>{head}</summary>
            <ul class="changes">{preset.changes.iter().map(line).collect_view()}</ul>
        </details>
    }
}
