//! The tables of `data/`, which are fetched when a reader opens them.

use super::section;
use crate::ui::browser;
use crate::ui::markup::Tree;
use leptos::prelude::*;
use leptos::task::spawn_local;
use payenough_view::csv;
use payenough_view::{El, el, outward};

/// File name without extension, and title of each table.
const TABLES: [(&str, &str); 16] = [
    ("defaults", "Starting points and their ranges"),
    ("judgements", "Our judgement, and the facts that bound it"),
    ("facts_2026h2", "Facts of May to October 2026, second hand"),
    ("defaults_2026-12", "Starting points and ranges of the provisional set 2026-12"),
    ("observations", "What came of the years since January 2025"),
    ("capex", "Capital spending: reported and guided"),
    ("users_revenue", "Users and revenue"),
    ("willingness_to_pay", "What people pay, and say they would"),
    ("accelerators", "Accelerators"),
    ("infrastructure", "Sites, power and network"),
    ("models", "Models and their prices"),
    ("architectures", "Details of models' architectures"),
    ("serving_measurements", "Measured serving speed"),
    ("price_history", "Prices over time"),
    ("market_events", "Market events"),
    ("sources", "All sources"),
];
/// Number of rows that are shown at first, and that each click on the button adds.
const PAGE: usize = 25;

/// One disclosure per table.
#[component]
pub(in crate::ui) fn DataTables() -> impl IntoView {
    let body = view! {
        <p>"Each row has its source, date and grade. A table is loaded when you open it."</p>
        {TABLES.into_iter().map(|(file, title)| view! { <DataTable file title /> }).collect_view()}
    };
    section("tables", "The tables behind it", body)
}

/// State of the download of a table.
#[derive(Clone, PartialEq)]
enum Load {
    Closed,
    Loading,
    Failed,
    Rows(Vec<Vec<String>>, usize),
}

/// One table, which is fetched when it is opened.
#[component]
fn DataTable(
    /// File name without extension.
    file: &'static str,
    /// Title of the table.
    title: &'static str,
) -> impl IntoView {
    let load = RwSignal::new(Load::Closed);
    let path = format!("data/{file}.csv");
    let address = format!("{}{path}", browser::root_address());
    let open = move |_| {
        if matches!(load.get_untracked(), Load::Closed | Load::Failed) {
            load.set(Load::Loading);
            let is_missing = move |it: &mut Load| {
                if *it == Load::Loading {
                    *it = Load::Failed;
                }
            };
            set_timeout(move || load.update(is_missing), browser::PATIENCE);
            let path = path.clone();
            spawn_local(async move {
                let text = browser::file(&path).await;
                load.set(text.map_or(Load::Failed, |text| Load::Rows(csv::rows(&text), PAGE)));
            });
        }
    };
    let content = move || match load.get() {
        Load::Closed => el("p"),
        Load::Loading => el("p").attr("role", "status").text("Loading…"),
        Load::Failed => {
            el("p").attr("role", "status").text("The table could not be loaded. Close and open to try again.")
        }
        Load::Rows(rows, shown) => table(title, &rows, shown, load),
    };
    view! {
        <details class="why" on:toggle=open>
            <summary>{title}</summary>
            <p><a href=address download>{format!("{file}.csv")}</a></p>
            {move || Tree(content())}
        </details>
    }
}

/// The first rows, and a button that shows more.
fn table(title: &str, rows: &[Vec<String>], shown: usize, load: RwSignal<Load>) -> El {
    let n_rows = rows.len().saturating_sub(1);
    let head = |text: &String| el("th").attr("scope", "col").text(&text.replace('_', " "));
    let heads = rows.iter().take(1).flatten().map(head).collect();
    let more = move || {
        load.update(|load| {
            if let Load::Rows(_, shown) = load {
                *shown += 4 * PAGE;
            }
        });
    };
    let words = format!("Show more ({shown} of {n_rows} shown)");
    let button = || el("button").attr("type", "button").text(&words).on_click(Box::new(more));
    let table = el("table")
        .class("data")
        .with(el("caption").text(title))
        .with(el("thead").with(el("tr").with_all(heads)))
        .with(el("tbody").with_all(rows.iter().skip(1).take(shown).map(|row| line(row)).collect()));
    let scroller = el("div")
        .class("scroller")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", &format!("{title}, scrolls sideways"));
    el("div").with(scroller.with(table)).with_all((shown < n_rows).then(button).into_iter().collect())
}

fn line(row: &[String]) -> El {
    let cell = |text: &String| match text.strip_prefix("https://") {
        Some(rest) => el("td").with(outward(text, rest.split('/').next().unwrap_or_default())),
        None => el("td").text(text),
    };
    let first = el("th").attr("scope", "row").text(row.first().map_or("", String::as_str));
    el("tr").with(first).with_all(row.iter().skip(1).map(cell).collect())
}
