//! The parts of a link that could not be read.

use crate::ui::markup::Tree;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::scenario::Notice;
use payenough_view::{El, el};

/// A box that lists them; empty if the whole link could be read.
#[component]
pub(in crate::ui) fn Notices(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let shown = move || {
        let notices = state.notices();
        (!notices.is_empty()).then(|| Tree(boxed(&notices)))
    };
    view! { <div role="status">{shown}</div> }
}

fn boxed(notices: &[Notice]) -> El {
    let line = |notice: &Notice| {
        let key = (!notice.key.is_empty()).then(|| el("code").text(&notice.key));
        el("li").with_all(key.into_iter().collect()).text(" ").text(&notice.message)
    };
    let head = match notices.len() {
        1 => "One thing to know about this link.".to_owned(),
        n => format!("{n} things to know about this link."),
    };
    el("div")
        .class("notices")
        .with(el("p").text(&head))
        .with(el("ul").with_all(notices.iter().map(line).collect()))
}
