//! The answer: the sentence, the numbers of the scenario as set, and the main chart.

use crate::ui::browser;
use crate::ui::markup::Tree;
use crate::ui::state::{Page, ScenarioState};
use crate::ui::worker_sections::WorkerSections;
use leptos::prelude::*;
use payenough_model::scenario::Scenario;
use payenough_view::sections::SectionId;
use payenough_view::{El, WHAT_IF, el};

/// The sentence that answers the question, its detail and its limits.
#[component]
pub(in crate::ui) fn Headline(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    let stale = move || match state.n_refused() {
        0 => "",
        1 => "One entry was not taken: using the last valid value.",
        _ => "Some entries were not taken: using the last valid values.",
    };
    view! {
        <div class="verdict" data-as-set=move || as_set(state, worked_out)>
            {move || Tree(answer(state, worked_out))}
            <p class="stale">{stale}</p>
            <p class="limits">
                {move || dated(&state.scenario())}
                {WHAT_IF}
            </p>
            <p class="hidden" role="status" aria-atomic="true">{move || state.speech()}</p>
        </div>
    }
}

/// What the scenario as set says by itself, as plain text; empty until it has arrived for this scenario.
fn as_set(state: ScenarioState, worked_out: WorkerSections) -> String {
    let query = state.scenario().query();
    let tree = worked_out.tree(SectionId::AsSet).filter(|tree| is_of(tree, &query));
    let attributes = tree.into_iter().flat_map(|it| it.attributes);
    attributes.filter(|it| it.0 == "data-as-set").map(|it| it.1).collect()
}

/// The answer from simulated futures, followed by the line on what flips it. The answer of the starting point is part of
/// the page's HTML. While a slider moves, and for a moment after any other change, the previous answer stays. Until there
/// is one for this scenario nothing is said: the previous answer, or that of the starting point, keeps the room, out of
/// sight.
fn answer(state: ScenarioState, worked_out: WorkerSections) -> El {
    let (scenario, is_moving) = (state.scenario(), browser::is_moving());
    let query = scenario.query();
    let start = || el("div").class("answer-text").copy_of("[data-start=\"verdict\"]");
    let [said, flips] = [SectionId::Verdict, SectionId::FlipsLine].map(|id| worked_out.tree(id));
    if scenario == Scenario::starting_point() && !(is_moving && said.is_some()) {
        return start();
    }
    let Some(tree) = said else { return start().class_too("pending") };
    let is_said = is_moving || is_of(&tree, &query);
    let tree = if is_said { tree } else { tree.class_too("old") };
    let flips = flips.filter(|tree| state.page == Page::Full && is_of(tree, &query));
    tree.with(flips.unwrap_or_else(|| el("p").class("flips")))
}

/// Whether a tree was drawn for the scenario of this link.
fn is_of(tree: &El, query: &str) -> bool {
    tree.attributes.iter().any(|it| it.0 == "data-for" && it.1 == query)
}

/// The set of figures that the scenario uses, and its date.
fn dated(scenario: &Scenario) -> String {
    let vintage = scenario.vintage().label;
    match scenario.preset() {
        Some(preset) if !preset.changes.is_empty() => {
            format!("{}. Figures that it does not name: {vintage}. ", preset.title)
        }
        _ => format!("Figures of {vintage}. "),
    }
}

/// What a user brings in and costs as set, which stay visible while the reader changes inputs.
#[component]
pub(in crate::ui) fn Numbers(
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    view! {
        {worked_out.first(SectionId::Numbers, || el("dl").class("numbers"), "numbers")}
        <p class="numbers-unit">"As set, US dollars per active user and month over the years looked at"</p>
    }
}

/// Narrowest window, in CSS pixels, for which the wide drawing of the starting point is shown first.
const WIDE: f64 = 600.0;

/// The main chart: needed and expected revenue per user by year.
#[component]
pub(in crate::ui) fn NeededChart(
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    let start = if browser::window_width() < WIDE { "needed" } else { "needed-wide" };
    worked_out.first(SectionId::Needed, || el("figure").class("chart"), start)
}
