//! Sharing a scenario: its link, the result as JSON, and the embed snippet.

use super::section;
use crate::ui::browser;
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlInputElement;
use payenough_model::scenario::{read_link, saved};
use payenough_view::sections::SectionId;

/// State of a copy to the clipboard.
#[derive(Clone, PartialEq, Eq)]
enum Copied {
    Nothing,
    /// A worker is computing the text.
    Waiting,
    Done(&'static str),
    ByHand(String),
}

/// The buttons that share the scenario.
#[component]
pub(in crate::ui) fn Share(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    let copied = RwSignal::new(Copied::Nothing);
    let field = NodeRef::<html::Textarea>::new();
    let copy = move |what: &'static str, text: String| {
        spawn_local(async move {
            let is_done = browser::copy(&text).await;
            copied.set(if is_done { Copied::Done(what) } else { Copied::ByHand(text) });
            if let Some(field) = field.get_untracked().filter(|_| !is_done) {
                request_animation_frame(move || browser::select(&field));
            }
        });
    };
    let told = move || match copied.get() {
        Copied::Done(what) => what,
        Copied::Waiting => worked_out.waiting(),
        Copied::Nothing | Copied::ByHand(_) => "",
    };
    // If two copies were requested, the newer one counts.
    let arrived = move |json: &str| {
        if copied.get_untracked() == Copied::Waiting {
            copy("Result copied as JSON.", json.to_owned());
        }
    };
    let request = worked_out.text_on_demand(SectionId::Result, move || result_link(state), arrived);
    let by_hand = move || if let Copied::ByHand(text) = copied.get() { text } else { String::new() };
    let unless_too_long = move |what: &'static str, text: fn(ScenarioState) -> String| {
        if state.is_too_long() {
            copied.set(Copied::Done("These settings are too many for a link. Save them as a file instead."));
        } else {
            copy(what, text(state));
        }
    };
    let link = move |_| unless_too_long("Link copied.", link);
    let save = move |_| {
        let is_saved = browser::download("payenough-settings.txt", &saved(&state.scenario())).is_ok();
        let text = || saved(&state.scenario());
        copied.set(if is_saved { Copied::Done("Saved as a file.") } else { Copied::ByHand(text()) });
    };
    let open = move |event: Event| {
        let chosen = event_target::<HtmlInputElement>(&event);
        spawn_local(async move {
            let text = browser::chosen_text(&chosen).await;
            let is_ours = text.is_some_and(|text| state.open_saved(&text));
            copied.set(Copied::Done(if is_ours {
                "Settings opened."
            } else {
                "This file holds no settings of this calculator."
            }));
        });
    };
    let json = move |_| {
        copied.set(Copied::Waiting);
        request();
    };
    let code = move |_| unless_too_long("Embed code copied.", snippet);
    let shown_code = move || if state.is_too_long() { String::new() } else { snippet(state) };
    let body = view! {
        <div class="buttons">
            <button type="button" id="copy-link" on:click=link>"Copy link"</button>
            <button type="button" id="copy-json" on:click=json>"Copy result as JSON"</button>
            <button type="button" id="copy-embed" on:click=code>"Copy embed code"</button>
            <button type="button" id="save-file" on:click=save>"Save as a file"</button>
        </div>
        <p>
            <label for="open-file">"Open a saved file: "</label>
            <input type="file" id="open-file" accept=".txt,text/plain" on:change=open />
        </p>
        <p role="status">{told}</p>
        <div class="copybox" hidden=move || by_hand().is_empty()>
            <label for="copy-by-hand">"Your browser did not allow copying. Copy it from here:"</label>
            <textarea id="copy-by-hand" readonly rows="4" node_ref=field prop:value=by_hand></textarea>
        </div>
        <div class="copybox">
            <label for="embed-code">"Embed code: an inline frame of fixed height, without scripts on your page"</label>
            <textarea id="embed-code" readonly rows="8" prop:value=shown_code></textarea>
        </div>
        <p>
            "The link holds the version of the link format, the date of the figures and only what you changed, so it \
             shows the same numbers later."
        </p>
    };
    section("share", "Share and embed", body)
}

fn link(state: ScenarioState) -> String {
    format!("{}?{}", browser::base_address(), state.scenario().query())
}

/// The link whose result is copied: the one in the address bar, or the link of the scenario while the address bar is
/// not yet up to date. The command line prints the same result for this link.
fn result_link(state: ScenarioState) -> String {
    let (address, scenario) = (browser::query(), state.scenario());
    let is_followed = read_link(&address).0 == scenario;
    if is_followed { address } else { scenario.query() }
}

fn snippet(state: ScenarioState) -> String {
    let root = browser::root_address();
    let query = state.scenario().query().replace('&', "&amp;");
    format!(
        r#"<iframe class="aicc" title="Calculator: will AI users pay enough to cover the spending?"
  src="{root}embed/?{query}" loading="lazy" referrerpolicy="no-referrer"
  allow="clipboard-write; web-share; fullscreen"
  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
  style="display:block;width:100%;border:0;height:clamp(560px,calc(860px - 50vw),720px)"></iframe>
<p><a href="{root}?{query}">Open the calculator</a></p>"#
    )
}
