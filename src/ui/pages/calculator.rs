//! The whole calculator, in the order of the story.

use crate::ui::charts::{CashChart, NeededChart};
use crate::ui::sections::{
    DataTables, Groups, Headline, Levers, Notices, Numbers, Presets, Share, Token, Yearly,
};
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::prelude::*;
use payenough_view::sections::sure;

/// The first screen: answer, chart, three numbers.
#[component]
pub(super) fn First(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    view! {
        <Notices state />
        <Headline state />
        <Numbers state />
        <div class="hero">
            <NeededChart state />
            <Levers state />
        </div>
    }
}

/// What follows the first screen, up to the text on how it is worked out.
#[component]
pub(super) fn Rest(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let worked_out = WorkerSections::of(state);
    view! {
        {worked_out.section("sides")}
        {worked_out.titled("sure", sure::TITLE)}
        <Presets state />
        <section class="section" aria-labelledby="cash-title">
            <h2 id="cash-title">"When the money comes back"</h2>
            <CashChart state />
        </section>
        {worked_out.section("true")}
        {worked_out.section("who-pays")}
        {worked_out.section("prices")}
        {worked_out.section("capabilities")}
        {worked_out.section("costs")}
        {worked_out.section("why")}
        {worked_out.section("drivers")}
        {worked_out.section("robust")}
        {worked_out.section("shares")}
        {worked_out.section("frontier")}
        <Token state worked_out />
        {worked_out.section("reality")}
        {worked_out.section("shock")}
        {worked_out.section("reverse")}
        <Yearly state />
        <Groups state />
        {worked_out.panel()}
    }
}

/// What follows that text.
#[component]
pub(super) fn Tail(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    view! {
        <DataTables />
        <Share state />
    }
}
