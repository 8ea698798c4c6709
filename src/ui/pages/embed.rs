//! The card for a frame of fixed height: the answer, the chart, three inputs and a link to the full page.

use crate::ui::browser;
use crate::ui::sections::{Headline, Levers, NeededChart, Notices, Numbers};
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::prelude::*;

/// The card. Its top and bottom are fixed, and the middle scrolls.
#[component]
pub(super) fn Embed(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    let full = move || format!("{}?{}", browser::root_address(), state.scenario().query());
    let source = move || format!("payenough, figures of {}", state.scenario().vintage().label);
    view! {
        <div class="card">
            <div class="card-top"><Numbers worked_out /></div>
            <div class="card-middle" tabindex="0" role="region" aria-label="Answer, chart and three numbers">
                <Notices state />
                <Headline state worked_out />
                <NeededChart worked_out />
                <Levers state />
            </div>
            {worked_out.trouble()}
            <p class="card-bottom">
                <span>"Under these assumptions. "{source}</span>
                <a href=full target="_blank" rel="noopener">"Open full calculator"</a>
            </p>
        </div>
    }
}
