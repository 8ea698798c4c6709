//! The sections that a worker works out: asks for them when the scenario changes, shows what comes back, and hears the
//! clicks inside them.

use super::browser;
use super::state::ScenarioState;
use super::workers;
use crate::ui::markup::Tree;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;
use payenough_model::scenario::read_setting;
use payenough_model::{InputId, Setting};
use payenough_view::sections::SECTIONS;
use payenough_view::{el, unpack};
use payenough_worker::protocol::{Lane, Request};

/// The section with the working of a number.
const WORKING: &str = Lane::Working.name();

/// What was received: name and tree of each section.
#[derive(Clone, Copy)]
pub(super) struct WorkerSections {
    known: RwSignal<Vec<(String, String)>>,
    /// Numbers whose workings are open, the one in sight last.
    opened: RwSignal<Vec<String>>,
}

impl WorkerSections {
    /// Asks for the sections of the scenario, now and whenever it changes.
    pub(super) fn of(state: ScenarioState) -> Self {
        let known = RwSignal::new(Vec::<(String, String)>::new());
        let opened = RwSignal::new(Vec::<String>::new());
        let loaded = RwSignal::new(0_u32);
        workers::on_ready(move || loaded.update(|n| *n += 1));
        workers::on_section(move |id, tree| {
            if id == WORKING && opened.with_untracked(Vec::is_empty) {
                return; // it was closed meanwhile
            }
            known.update(|known| match known.iter_mut().find(|it| it.0 == id) {
                Some(old) => tree.clone_into(&mut old.1),
                None => known.push((id.to_owned(), tree.to_owned())),
            });
        });
        // at once, and not after the page has drawn the change: the workers are at it meanwhile
        ImmediateEffect::new_scoped(move || {
            let query = state.scenario().query();
            if loaded.get() > 0 {
                for lane in Lane::OF_SCENARIO {
                    workers::request(&Request::of(lane, &query));
                }
            }
        });
        window_event_listener(leptos::ev::click, move |event| {
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let button = target.and_then(|it| it.closest("[data-set], [data-why]").ok().flatten());
            let said = |name: &str| button.as_ref().and_then(|it| it.get_attribute(name));
            if let Some(pairs) = said("data-set") {
                state.commit_all(pairs.split('&').filter_map(pair));
            }
            match said("data-why").as_deref() {
                None => {}
                Some("close") => opened.set(Vec::new()),
                Some("back") => opened.update(|all| drop(all.pop())),
                Some(name) => opened.update(|all| all.push(name.to_owned())),
            }
        });
        window_event_listener(leptos::ev::keydown, move |event| {
            if event.key() == "Escape" && !opened.with_untracked(Vec::is_empty) {
                opened.set(Vec::new());
            }
        });
        Effect::new(move |_| {
            let query = state.scenario().query();
            if let Some(name) = opened.with(|all| all.last().cloned()) {
                workers::request(&Request::working(&name, &query));
            }
        });
        // the next number to be opened is not to show this one's working until its own has come
        Effect::new(move |_| {
            if opened.with(Vec::is_empty) {
                known.update(|known| known.retain(|it| it.0 != WORKING));
            }
        });
        Self { known, opened }
    }

    /// The panel on how a number is worked out, while one is open.
    pub(super) fn panel(self) -> impl IntoView {
        let packed = Memo::new(move |_| self.packed(WORKING));
        move || {
            let panel = el("div").class("working").attr("id", "working").attr("role", "dialog");
            let panel = panel.attr("aria-label", "How this number is worked out").attr("tabindex", "-1");
            let tree = packed.with(|it| it.as_deref().and_then(unpack));
            match tree {
                Some(tree) if !self.opened.with(Vec::is_empty) => {
                    request_animation_frame(browser::focus_panel);
                    Tree(panel.with(tree))
                }
                _ => Tree(panel.attr("hidden", "")),
            }
        }
    }

    fn packed(self, id: &str) -> Option<String> {
        self.known.with(|known| known.iter().find(|it| it.0 == id).map(|it| it.1.clone()))
    }

    /// One section: its heading, and what was received for it.
    pub(super) fn section(self, id: &'static str) -> impl IntoView {
        self.titled(id, SECTIONS.iter().find(|it| it.id == id).map_or("", |it| it.title))
    }

    /// A section with a heading of its own.
    pub(super) fn titled(self, id: &'static str, title: &'static str) -> impl IntoView {
        super::sections::section(id, title, self.body(id))
    }

    /// What was received for a section, without a heading.
    pub(super) fn body(self, id: &'static str) -> impl IntoView {
        let packed = Memo::new(move |_| self.packed(id));
        move || {
            let tree = packed.with(|it| it.as_deref().and_then(unpack));
            Tree(tree.unwrap_or_else(|| el("p").class("waiting").text("Working it out…")))
        }
    }
}

/// `key=value` as an input and what is given for it.
fn pair(text: &str) -> Option<(InputId, Setting)> {
    let (key, value) = text.split_once('=')?;
    let id = InputId::ALL.into_iter().find(|id| id.spec().key == key)?;
    Some((id, read_setting(id.spec(), value)?))
}
