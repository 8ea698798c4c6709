//! The answer: the sentence, and the two numbers behind it.

use crate::ui::browser;
use crate::ui::markup::Tree;
use crate::ui::state::{Page, ScenarioState};
use crate::ui::workers;
use leptos::prelude::*;
use payenough_analysis::futures::WHAT_IF;
use payenough_analysis::working::plain;
use payenough_analysis::{Direction, Verdict};
use payenough_model::scenario::Scenario;
use payenough_view::{El, el, unpack};
use payenough_worker::protocol::ANSWER;

/// The sentence that answers, its detail and its limits.
#[component]
pub(in crate::ui) fn Headline(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    // what the futures say, and what flips the answer, comes with the other replies of the workers
    let [sure, flips] = [(), ()].map(|()| RwSignal::new(String::new()));
    workers::on_section(move |id, tree| match id {
        ANSWER => sure.set(tree.to_owned()),
        "flips" => flips.set(tree.to_owned()),
        _ => {}
    });
    let stale = move || match state.n_refused() {
        0 => "",
        1 => "One entry was not taken: using the last valid value.",
        _ => "Some entries were not taken: using the last valid values.",
    };
    view! {
        <div class="verdict" data-middle=move || state.verdict.with(Verdict::text)>
            {move || Tree(answer(state, &sure.read(), &flips.read()))}
            <p class="stale">{stale}</p>
            <p class="limits">
                {move || dated(&state.scenario())}
                {WHAT_IF}
            </p>
            <p class="hidden" role="status" aria-atomic="true">{move || state.speech()}</p>
        </div>
    }
}

/// What the futures say where they are there, else the answer with every input at its middle; then what flips that. The
/// starting point's futures stand in the page from the start. While a slider moves, what was said last stays.
fn answer(state: ScenarioState, sure: &str, flips: &str) -> El {
    let (scenario, is_moving) = (state.scenario(), browser::is_moving());
    let is_card = state.page == Page::Embed;
    let query = scenario.query();
    let sure = of(sure, &query, is_moving);
    if scenario == Scenario::starting_point() && !(is_moving && sure.is_some()) {
        return el("div").class("answer-text").copy_of("[data-sure]");
    }
    let said = |class: &str, text: &str| {
        let line = el("p").class(class);
        if is_card { line.text(&plain(text)) } else { line.said(text) }
    };
    let sure = sure.unwrap_or_else(|| {
        state.verdict.with(|it| {
            el("div")
                .class("answer-text")
                .attr("data-for", "")
                .with(said("headline", &it.headline))
                .with(said("detail", &it.detail))
                .with(el("p").class("draws").text("Every input at its middle."))
        })
    });
    sure.with(of(flips, &query, false).unwrap_or_else(|| el("p").class("flips")))
}

/// A tree of this scenario, or of any.
fn of(packed: &str, query: &str, is_any: bool) -> Option<El> {
    unpack(packed).filter(|tree| is_any || tree.attributes.iter().any(|it| it.1 == query))
}

/// Whose figures these are, and of when.
fn dated(scenario: &Scenario) -> String {
    let vintage = scenario.vintage().label;
    match scenario.preset() {
        Some(preset) if !preset.changes.is_empty() => {
            format!("{}. Figures that it does not name: {vintage}. ", preset.title)
        }
        _ => format!("Figures of {vintage}. "),
    }
}

/// Needed and expected, big; stays in sight while inputs change.
#[component]
pub(in crate::ui) fn Numbers(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let needed = move || state.verdict.with(|it| it.needed.clone());
    let expected = move || state.verdict.with(|it| it.expected.clone());
    let page = state.page;
    let words = move || match state.verdict.with(|it| it.direction) {
        Direction::Covers => "Enough",
        Direction::FallsShort | Direction::NoLevel => "Not enough",
    };
    let decides = move || if needed().is_empty() { "npv.0.0" } else { "gap.0.0" };
    view! {
        <dl class="numbers">
            <div class="needed">
                <dt>"Needed"</dt>
                <dd>{move || Tree(opened(needed(), "needed.0.0", page))}</dd>
            </div>
            <div class="expected">
                <dt>"Expected"</dt>
                <dd>{move || Tree(opened(expected(), "expected.0.0", page))}</dd>
            </div>
            <div class="answer">
                <dt>"With these"</dt>
                <dd>{move || Tree(opened(words().to_owned(), decides(), page))}</dd>
            </div>
        </dl>
        <p class="numbers-unit">"US dollars per active user and month over the years looked at, every input at its middle"</p>
    }
}

/// An amount that opens its working on the full page; a frame has no room for one.
fn opened(amount: String, name: &'static str, page: Page) -> El {
    match amount.as_str() {
        "" => el("span").text("no amount"),
        amount if page == Page::Embed => el("span").text(amount),
        amount => el("button").attr("type", "button").class("opens").attr("data-why", name).text(amount),
    }
}
