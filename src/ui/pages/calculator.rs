//! The whole calculator, in the order of the story.

use crate::ui::charts::{CashChart, NeededChart};
use crate::ui::sections::{
    Costs, Groups, Headline, Levers, Methods, Notices, Numbers, Presets, Share, WhoPays, Yearly,
};
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use std::time::Duration;

/// First the answer; the rest follows once that is on the screen.
#[component]
pub(super) fn Calculator(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let (is_painted, set_painted) = signal(false);
    set_timeout(move || set_painted.set(true), Duration::ZERO);
    view! {
        <Notices state />
        <Headline state />
        <Numbers state />
        <div class="hero">
            <NeededChart state />
            <Levers state />
        </div>
        {move || is_painted.get().then(|| view! { <Rest state /> })}
    }
}

/// Everything below the first screen.
#[component]
fn Rest(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    view! {
        <Presets state />
        <section class="section" aria-labelledby="cash-title">
            <h2 id="cash-title">"When the money comes back"</h2>
            <CashChart state />
        </section>
        <WhoPays state />
        <Costs state />
        <Yearly state />
        <Groups state />
        <Methods />
        <Share state />
    }
}
