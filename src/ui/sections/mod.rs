//! The parts of the page that it draws itself, one file each.

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
pub(super) use verdict::{Headline, NeededChart, Numbers};
pub(super) use yearly::Yearly;

use leptos::prelude::*;

/// A section with its heading.
pub(super) fn section(id: &'static str, title: &'static str, body: impl IntoView) -> impl IntoView {
    view! {
        <section class="section" id=id aria-labelledby=format!("{id}-title")>
            <h2 id=format!("{id}-title")>{title}</h2>
            {body}
        </section>
    }
}
