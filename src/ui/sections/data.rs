//! The tables of `data/`, fetched only when a reader opens them.

use crate::ui::browser;
use crate::ui::csv;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// File and what it holds.
const TABLES: [(&str, &str); 12] = [
    ("defaults", "Starting points and their ranges"),
    ("judgements", "Our judgement, and the facts that bound it"),
    ("capex", "Capital spending: reported and guided"),
    ("users_revenue", "Users and revenue"),
    ("willingness_to_pay", "What people pay, and say they would"),
    ("accelerators", "Accelerators"),
    ("infrastructure", "Sites, power and network"),
    ("models", "Models and their prices"),
    ("serving_measurements", "Measured serving speed"),
    ("price_history", "Prices over time"),
    ("market_events", "Market events"),
    ("sources", "All sources"),
];
/// Rows shown at first, and what more adds.
const PAGE: usize = 25;

/// A disclosure per table.
#[component]
pub(super) fn DataTables() -> impl IntoView {
    view! {
        <h3>"The tables behind it"</h3>
        <p>"Each row has its source, date and grade. A table is loaded when you open it."</p>
        {TABLES.into_iter().map(|(file, title)| view! { <DataTable file title /> }).collect_view()}
    }
}

/// What is known of a table.
#[derive(Clone, PartialEq)]
enum Load {
    Closed,
    Loading,
    Failed,
    Rows(Vec<Vec<String>>),
}

/// One table, loaded on opening.
#[component]
fn DataTable(
    /// Name of the file without ending.
    file: &'static str,
    /// What it holds.
    title: &'static str,
) -> impl IntoView {
    let load = RwSignal::new(Load::Closed);
    let path = format!("data/{file}.csv");
    let address = format!("{}{path}", browser::root_address());
    let open = move |_| {
        if matches!(load.get_untracked(), Load::Closed | Load::Failed) {
            load.set(Load::Loading);
            let path = path.clone();
            spawn_local(async move {
                let text = browser::file(&path).await;
                load.set(text.map_or(Load::Failed, |text| Load::Rows(csv::rows(&text))));
            });
        }
    };
    view! {
        <details class="why" on:toggle=open>
            <summary>{title}</summary>
            <p><a href=address download>{format!("{file}.csv")}</a></p>
            {move || match load.get() {
                Load::Closed => ().into_any(),
                Load::Loading => view! { <p role="status">"Loading…"</p> }.into_any(),
                Load::Failed => view! { <p role="status">"The table could not be loaded. Close and open to try again."</p> }.into_any(),
                Load::Rows(rows) => view! { <Rows rows title /> }.into_any(),
            }}
        </details>
    }
}

/// Some rows, and a button for more.
#[component]
fn Rows(
    /// Heading and rows.
    rows: Vec<Vec<String>>,
    /// What the table holds.
    title: &'static str,
) -> impl IntoView {
    let (shown, show) = signal(PAGE);
    let n_rows = rows.len().saturating_sub(1);
    let heads = rows.first().map(|row| row.iter().map(head).collect_view());
    let body = move || rows.iter().skip(1).take(shown.get()).map(|row| line(row)).collect_view();
    let more = move || {
        (shown.get() < n_rows).then(|| {
            let words = format!("Show more ({} of {n_rows} shown)", shown.get());
            view! { <button type="button" on:click=move |_| show.update(|n| *n += 4 * PAGE)>{words}</button> }
        })
    };
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=format!("{title}, scrolls sideways")>
            <table class="data">
                <caption>{title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        {more}
    }
}

fn head(text: &String) -> impl IntoView + use<> {
    view! { <th scope="col">{text.replace('_', " ")}</th> }
}

fn line(row: &[String]) -> AnyView {
    let cell = |text: &String| match text.strip_prefix("https://") {
        Some(rest) => {
            let host = rest.split('/').next().unwrap_or_default().to_owned();
            view! { <td><a href=text.clone() rel="noopener noreferrer" target="_blank">{host}</a></td> }
                .into_any()
        }
        None => view! { <td>{text.clone()}</td> }.into_any(),
    };
    let first = row.first().cloned().unwrap_or_default();
    let rest = row.iter().skip(1).map(cell).collect_view();
    view! { <tr><th scope="row">{first}</th>{rest}</tr> }.into_any()
}
