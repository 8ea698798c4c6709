//! What the reader changed, with a way back for each and for all.

use crate::model::InputId;
use crate::scenario::Scenario;
use crate::ui::field::amount;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;

/// The list *changed from the starting point*, or from the preset.
#[component]
pub(super) fn ChangedList(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let title = move || match state.scenario().preset() {
        Some(preset) => format!("Changed from “{}”", preset.title),
        None => "Changed from the starting point".to_owned(),
    };
    view! {
        <div class="changed" id="changed">
            <h3>{title}</h3>
            {move || list(&state.scenario(), state)}
        </div>
    }
}

fn list(scenario: &Scenario, state: ScenarioState) -> AnyView {
    let changed = scenario.changed();
    if changed.is_empty() {
        return view! { <p>"Nothing is changed."</p> }.into_any();
    }
    let base = scenario.base();
    let line = |id: InputId| {
        let spec = id.spec();
        let (from, to) = (amount(spec, base.get(id)), amount(spec, scenario.get(id)));
        let name = format!("Reset {} to {from}", spec.label);
        view! {
            <li>
                <span>{spec.label}": "<span class="from">{from}</span>" → "<b>{to}</b></span>
                <button type="button" class="reset" aria-label=name on:click=move |_| state.reset(id)>"Reset"</button>
            </li>
        }
    };
    view! {
        <ul>{changed.into_iter().map(line).collect_view()}</ul>
        <button type="button" on:click=move |_| state.reset_all()>"Reset all"</button>
    }
    .into_any()
}
