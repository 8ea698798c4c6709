//! The parts of the story, one file each, in the order of the page.

mod changed;
mod data;
mod groups;
mod levers;
mod notices;
mod presets;
mod share;
mod token;
mod verdict;
mod yearly;

pub(super) use data::DataTables;
pub(super) use groups::Groups;
pub(super) use levers::Levers;
pub(super) use notices::Notices;
pub(super) use presets::Presets;
pub(super) use share::Share;
pub(super) use token::Token;
pub(super) use verdict::{Headline, Numbers};
pub(super) use yearly::Yearly;

use super::state::ScenarioState;
use leptos::prelude::*;

/// Where a chart's figures come from and how far the reader moved them.
pub(super) fn vintage_line(state: ScenarioState) -> String {
    let scenario = state.scenario();
    let base = scenario.preset().map_or_else(
        || format!("Starting point, {}", scenario.vintage().label),
        |preset| preset.title.to_owned(),
    );
    let changes = match scenario.changed().len() {
        0 => String::new(),
        1 => ", 1 number changed".to_owned(),
        n => format!(", {n} numbers changed"),
    };
    format!("Source: payenough. {base}{changes}.")
}

/// A section with its heading.
pub(super) fn section(id: &'static str, title: &'static str, body: impl IntoView) -> impl IntoView {
    view! {
        <section class="section" id=id aria-labelledby=format!("{id}-title")>
            <h2 id=format!("{id}-title")>{title}</h2>
            {body}
        </section>
    }
}
