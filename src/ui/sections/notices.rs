//! What the link said that was not understood.

use crate::scenario::Notice;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;

/// One box for all of it; nothing where all was understood.
#[component]
pub(in crate::ui) fn Notices(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let line = |notice: &Notice| {
        let key = (!notice.key.is_empty()).then(|| view! { <code>{notice.key.clone()}</code>" " });
        view! { <li>{key}{notice.message.clone()}</li> }
    };
    let head = |n: usize| match n {
        1 => "One thing in this link was not read as written.".to_owned(),
        n => format!("{n} things in this link were not read as written."),
    };
    let boxed = move || {
        let notices = state.notices();
        (!notices.is_empty()).then(|| {
            view! {
                <div class="notices">
                    <p>{head(notices.len())}</p>
                    <ul>{notices.iter().map(line).collect_view()}</ul>
                </div>
            }
        })
    };
    view! { <div role="status">{boxed}</div> }
}
