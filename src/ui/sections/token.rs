//! What a token costs: the sentences, the curve of cost against speed with its inputs, and the tables.

use super::section;
use crate::ui::inputs;
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::prelude::*;
use payenough_model::{InputId, Place};
use payenough_view::sections::SectionId;

/// The section on the cost of serving.
#[component]
pub(in crate::ui) fn Token(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    let rows = InputId::ALL.into_iter().filter(|id| id.spec().place == Place::Token);
    let body = view! {
        {worked_out.body(SectionId::Token)}
        <div class="hero">
            <div id=SectionId::Speed.id()>{worked_out.body(SectionId::Speed)}</div>
            <div class="levers">{rows.map(|id| inputs::row(id, state)).collect_view()}</div>
        </div>
        <div id=SectionId::Parts.id()>{worked_out.body(SectionId::Parts)}</div>
        <p>
            "Chips and models with their sources, and the physics beside measurements, stand under "
            <a href="#methods">"Sources"</a>". A chip or a model of your own goes into "
            <a href="#group-hardware">"All inputs"</a>"; so do figures that you measured."
        </p>
        <p>
            "The fleet is what this build-out's users at the start would need if every message were of that kind, at today's \
             number of messages; agents that firms run come on top."
        </p>
    };
    section(SectionId::Token.id(), SectionId::Token.title(), body)
}
