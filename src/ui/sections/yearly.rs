//! Year by year: a real table, and the same as CSV.

use super::section;
use crate::ui::browser;
use crate::ui::markup::Tree;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_engine::Outcome;
use payenough_engine::working::Figure;
use payenough_view::opens;
use payenough_view::table::{COLUMNS, Column, NO_VALUE, Scaled, csv};
use payenough_view::{El, el};

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
            {move || Tree(state.outcome.with(table))}
        </div>
        <button type="button" on:click=save>"Download CSV"</button>
        <div class="copybox" hidden=move || !copy_box.get()>
            <label for="csv-by-hand">"If no file arrived, copy the table from here:"</label>
            <textarea id="csv-by-hand" readonly rows="6" prop:value=text></textarea>
        </div>
    };
    section("yearly", "Year by year", body)
}

fn table(outcome: &Outcome) -> El {
    let columns: Vec<Scaled> = COLUMNS.iter().map(|one| one.scaled(&outcome.years)).collect();
    let heads = columns.iter().map(|it| el("th").attr("scope", "col").text(&it.head)).collect();
    let row = |at: usize| {
        let text = |it: &Scaled| it.cells.get(at).cloned().unwrap_or_default();
        let year = el("th").attr("scope", "row").text(&columns.first().map(text).unwrap_or_default());
        let cell = |(column, it): (&Column, &Scaled)| match column.figure {
            Some(kind) if text(it) != NO_VALUE => el("td").with(opens(&text(it), Figure::new(kind, 0, at))),
            _ => el("td").text(&text(it)),
        };
        let cells = COLUMNS.iter().zip(&columns).skip(1).map(cell).collect();
        el("tr").with(year).with_all(cells)
    };
    el("table")
        .class("yearly")
        .with(el("caption").text("Each row is a year. Money is as paid, not discounted."))
        .with(el("thead").with(el("tr").with_all(heads)))
        .with(el("tbody").with_all((0..outcome.years.len()).map(row).collect()))
}
