//! Controls for choices, which are native selects, and for switches, which are checkboxes.

use super::{reset_button, why};
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::{InputId, Setting};

/// Label, select and reason of one choice.
#[component]
pub(super) fn ChoiceRow(
    /// The input.
    id: InputId,
    /// Name in links and label of each option.
    options: &'static [(&'static str, &'static str)],
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let spec = id.spec();
    let value = state.setting(id);
    let option = move |(at, &(name, label)): (usize, &(&'static str, &'static str))| {
        view! { <option value=name prop:selected=move || value.get().mid() as usize == at>{label}</option> }
    };
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(at) = options.iter().position(|option| option.0 == chosen) {
            state.commit(id, Setting::Number(at as f64));
        }
    };
    view! {
        <div class="row" data-key=spec.key>
            <div class="row-head">
                <label for=format!("in-{}", spec.key)>{spec.label}</label>
                {reset_button(id, state, value, || ())}
            </div>
            <select id=format!("in-{}", spec.key) name=spec.key autocomplete="off" on:change=choose>
                {options.iter().enumerate().map(option).collect_view()}
            </select>
            {why::why(id, state)}
        </div>
    }
}

/// Checkbox, label and reason of one switch.
#[component]
pub(super) fn SwitchRow(
    /// The input.
    id: InputId,
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let spec = id.spec();
    let value = state.setting(id);
    let flip =
        move |event| state.commit(id, Setting::Number(f64::from(u8::from(event_target_checked(&event)))));
    view! {
        <div class="row" data-key=spec.key>
            <div class="row-head">
                <span class="switch">
                    <input
                        type="checkbox"
                        id=format!("in-{}", spec.key)
                        name=spec.key
                        autocomplete="off"
                        prop:checked=move || value.get().mid() != 0.0
                        on:change=flip
                    />
                    <label for=format!("in-{}", spec.key)>{spec.label}</label>
                </span>
                {reset_button(id, state, value, || ())}
            </div>
            {why::why(id, state)}
        </div>
    }
}
