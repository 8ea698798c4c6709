//! The three inputs that change the answer of the starting point most within their ranges.

use crate::ui::inputs;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::{InputId, Place};

/// The controls of the inputs that the input table marks as levers.
#[component]
pub(in crate::ui) fn Levers(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let rows = InputId::ALL.into_iter().filter(|id| id.spec().place == Place::Lever);
    view! {
        <section class="levers" aria-labelledby="levers-title">
            <h2 id="levers-title">"Three numbers to try first"</h2>
            {rows.map(|id| inputs::row(id, state)).collect_view()}
        </section>
    }
}
