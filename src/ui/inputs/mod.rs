//! Controls of the inputs: everything they show and accept comes from the row of the input table.

mod choice;
mod entry;
mod number;
mod why;

pub(super) use why::reason;

use super::state::ScenarioState;
use crate::model::{InputId, Kind};
use leptos::prelude::*;

/// The control of one input.
pub(super) fn row(id: InputId, state: ScenarioState) -> AnyView {
    match id.spec().kind {
        Kind::Number => number::NumberRow(number::NumberRowProps { id, state }).into_any(),
        Kind::Choice(options) => choice::ChoiceRow(choice::ChoiceRowProps { id, options, state }).into_any(),
        Kind::Switch => choice::SwitchRow(choice::SwitchRowProps { id, state }).into_any(),
    }
}

/// Takes one input back; shown when it differs from what the scenario is compared with.
fn reset_button(id: InputId, state: ScenarioState, value: Memo<f64>) -> impl IntoView {
    let base = move || state.scenario().base().get(id);
    let is_changed = Memo::new(move |_| value.get() != base());
    let name = move || format!("Reset {} to {}", id.spec().label, super::field::amount(id.spec(), base()));
    move || {
        is_changed.get().then(|| {
            view! {
                <button type="button" class="reset" aria-label=name on:click=move |_| state.reset(id)>
                    "Reset"
                </button>
            }
        })
    }
}
