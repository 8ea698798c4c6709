//! Year by year: the table, and a download of it as CSV.

use super::section;
use crate::ui::browser;
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::prelude::*;
use payenough_view::sections::SectionId;

/// The yearly table and its download.
#[component]
pub(in crate::ui) fn Yearly(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let copy_box = RwSignal::new(false);
    let is_saving = StoredValue::new(false);
    let arrived = move |csv: &str| {
        if is_saving.get_value() {
            is_saving.set_value(false);
            let name = format!("payenough-{}.csv", state.vintage_untracked().id);
            let is_saved = browser::download(&name, csv).is_ok();
            copy_box.set(!is_saved || browser::in_frame());
        }
        text.set(csv.to_owned());
    };
    let request = worked_out.text_on_demand(SectionId::YearlyCsv, move || state.query_untracked(), arrived);
    let save = move |_| {
        is_saving.set_value(true);
        request();
    };
    // A copy that is visible as text follows the scenario.
    Effect::new(move |_| {
        state.scenario();
        if copy_box.get_untracked() {
            request();
        }
    });
    let body = view! {
        <div class="scroller" tabindex="0" role="region" aria-label="Yearly table, scrolls sideways">
            {worked_out.body(SectionId::Yearly)}
        </div>
        <button type="button" on:click=save>"Download CSV"</button>
        <div class="copybox" hidden=move || !copy_box.get()>
            <label for="csv-by-hand">"If no file arrived, copy the table from here:"</label>
            <textarea id="csv-by-hand" readonly rows="6" prop:value=text></textarea>
        </div>
    };
    section(SectionId::Yearly.id(), SectionId::Yearly.title(), body)
}
