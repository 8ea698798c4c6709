//! The whole calculator, in the order of the story.

use crate::ui::charts::{CashChart, NeededChart};
use crate::ui::depth::Depth;
use crate::ui::sections::{
    DataTables, Groups, Headline, Levers, Notices, Numbers, Presets, Share, Token, Yearly,
};
use crate::ui::state::ScenarioState;
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
    let depth = Depth::of(state);
    view! {
        {depth.section("sides")}
        {depth.titled("sure", sure::TITLE)}
        <Presets state />
        <section class="section" aria-labelledby="cash-title">
            <h2 id="cash-title">"When the money comes back"</h2>
            <CashChart state />
        </section>
        {depth.section("true")}
        {depth.section("who-pays")}
        {depth.section("prices")}
        {depth.section("capabilities")}
        {depth.section("costs")}
        {depth.section("why")}
        {depth.section("drivers")}
        {depth.section("robust")}
        {depth.section("shares")}
        {depth.section("frontier")}
        <Token state depth />
        {depth.section("reality")}
        {depth.section("shock")}
        {depth.section("reverse")}
        <Yearly state />
        <Groups state />
        {depth.panel()}
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
