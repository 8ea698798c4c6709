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
        let mut lines: Vec<El> = state.notices().iter().map(line).collect();
        if state.is_too_long() {
            lines.push(el("li").text(TOO_LONG));
        }
        (!lines.is_empty()).then(|| Tree(boxed(lines)))
    };
    view! { <div role="status">{shown}</div> }
}

/// What a reader must know whose settings no link holds.
const TOO_LONG: &str = "These settings are too many for a link, so the address holds earlier ones. “Save as a file”, under “Share and embed”, keeps all of them.";

fn line(notice: &Notice) -> El {
    let key = (!notice.key.is_empty()).then(|| el("code").text(&notice.key));
    el("li").with_all(key.into_iter().collect()).text(" ").text(&notice.message)
}

fn boxed(lines: Vec<El>) -> El {
    let head = match lines.len() {
        1 => "One thing to know about this link.".to_owned(),
        n => format!("{n} things to know about this link."),
    };
    el("div").class("notices").with(el("p").text(&head)).with(el("ul").with_all(lines))
}
