//! Year by year: a real table, and the same as CSV.

use super::section;
use crate::ui::browser;
use crate::ui::state::ScenarioState;
use crate::ui::table::{COLUMNS, Scaled, csv};
use leptos::prelude::*;

/// The yearly table with its download.
#[component]
pub(in crate::ui) fn Yearly(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let copy_box = RwSignal::new(false);
    let text = move || state.outcome.with(csv);
    let save = move |_| {
        let name = format!("payenough-{}.csv", state.scenario().vintage().id);
        let is_saved = browser::download(&name, &state.outcome.with_untracked(csv)).is_ok();
        copy_box.set(!is_saved || browser::in_frame());
    };
    let body = view! {
        <div class="scroller" tabindex="0" role="region" aria-label="Yearly table, scrolls sideways">
            <table class="yearly">
                <caption>"Each row is a year. Money is as paid, not discounted."</caption>
                {move || state.outcome.with(|it| {
                    let columns: Vec<Scaled> = COLUMNS.iter().map(|one| one.scaled(&it.years)).collect();
                    cells(&columns, it.years.len())
                })}
            </table>
        </div>
        <button type="button" on:click=save>"Download CSV"</button>
        {move || copy_box.get().then(|| view! {
            <label class="copybox">
                "If no file arrived, copy the table from here:"
                <textarea readonly rows="6" prop:value=text></textarea>
            </label>
        })}
    };
    section("yearly", "Year by year", body)
}

fn cells(columns: &[Scaled], n_years: usize) -> impl IntoView + use<> {
    let heads = columns.iter().map(|it| view! { <th scope="col">{it.head.clone()}</th> }).collect_view();
    let row = |at: usize| {
        let text = |it: &Scaled| it.cells.get(at).cloned().unwrap_or_default();
        let year = columns.first().map(text);
        let rest = columns.iter().skip(1).map(|it| view! { <td>{text(it)}</td> }).collect_view();
        view! { <tr><th scope="row">{year}</th>{rest}</tr> }
    };
    view! {
        <thead><tr>{heads}</tr></thead>
        <tbody>{(0..n_years).map(row).collect_view()}</tbody>
    }
}
