//! The three inputs that move the starting point's answer most inside their ranges.

use crate::ui::inputs;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::{InputId, Place};

/// The rows that the table flags as levers.
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
