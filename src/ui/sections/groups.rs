//! All inputs by group.

use super::changed::ChangedList;
use super::section;
use crate::ui::inputs;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::{Group, InputId, Place};

/// The controls of all inputs, and the list of those that were changed.
#[component]
pub(in crate::ui) fn Groups(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let body = view! {
        <p>
            "Every number of the model, with the reason for its value. Fields take 60bn, $1.2 trillion, 15% or 5e9, \
             and 4 to 6 where you are not sure. Enter takes an entry, Esc takes it back."
        </p>
        <ChangedList state />
        {Group::ALL.into_iter().map(|group| drawer(group, state)).collect_view()}
    };
    section("inputs", "All inputs", body)
}

fn in_group(group: Group, place: Place) -> impl Iterator<Item = InputId> {
    InputId::ALL.into_iter().filter(move |id| id.spec().group == group && id.spec().place == place)
}

fn drawer(group: Group, state: ScenarioState) -> impl IntoView {
    let rows = |place| in_group(group, place).map(|id| inputs::row(id, state)).collect_view();
    let n_fine = in_group(group, Place::Fine).count();
    let levers = in_group(group, Place::Lever)
        .map(|id| elsewhere(id, " stands among the three numbers at the top."))
        .chain(in_group(group, Place::Token).map(|id| elsewhere(id, " stands beside what a token costs.")))
        .collect_view();
    let n_rows = n_fine + in_group(group, Place::Main).count();
    view! {
        <details class="group" id=format!("group-{}", group.key())>
            <summary><h3>{group.label()}</h3>" "<span class="unit">{n_rows}" inputs"</span></summary>
            {levers}
            {rows(Place::Main)}
            <details class="more">
                <summary>{format!("{n_fine} more: {}", group.label())}</summary>
                {rows(Place::Fine)}
            </details>
        </details>
    }
}

fn elsewhere(id: InputId, place: &'static str) -> impl IntoView {
    let spec = id.spec();
    view! {
        <p class="elsewhere">
            <a href=format!("#in-{}", spec.key)>{spec.label}</a>{place}
        </p>
    }
}
