//! What a token costs: the curve of cost against speed with its inputs, between what a worker makes of the rest.

use super::section;
use crate::ui::charts::TradeoffChart;
use crate::ui::inputs;
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::prelude::*;
use payenough_analysis::report::Curve;
use payenough_model::{InputId, Inputs, Place};

/// The serving side of the scenario.
#[component]
pub(in crate::ui) fn Token(
    /// The page's state.
    state: ScenarioState,
    /// What is worked out off the page's main thread.
    worked_out: WorkerSections,
) -> impl IntoView {
    let serving = Memo::new(move |_| Curve::of(&Inputs::read(state.scenario().values())));
    let rows = InputId::ALL.into_iter().filter(|id| id.spec().place == Place::Token);
    let body = view! {
        {worked_out.body("token")}
        <div class="hero">
            <TradeoffChart state serving worked_out />
            <div class="levers">{rows.map(|id| inputs::row(id, state)).collect_view()}</div>
        </div>
        <div id="parts">{worked_out.body("parts")}</div>
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
    section("token", "What a token costs", body)
}
