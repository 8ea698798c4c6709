//! The sections that workers draw: requests them when the scenario changes, shows what arrives, and listens to the clicks
//! inside them.

use super::browser;
use super::state::{Page, ScenarioState};
use super::workers;
use crate::ui::markup::{Tree, closed};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;
use payenough_model::scenario::{Scenario, read_setting};
use payenough_model::{InputId, Setting};
use payenough_view::sections::{Place, SectionId};
use payenough_view::{El, el, unpack};
use payenough_worker::protocol::{Lane, Request};
use std::ops::{Bound, RangeBounds};
use std::time::Duration;

/// After a change of the window's size the charts are drawn for their new widths once it is laid out.
const LAYOUT_DELAY: Duration = Duration::from_millis(30);

/// What was received.
#[derive(Clone, Copy)]
pub(super) struct WorkerSections {
    state: ScenarioState,
    /// The tree of each section as text, in the order of the table; empty until it arrives.
    received: StoredValue<[RwSignal<String>; SectionId::ALL.len()]>,
    /// Numbers whose workings are open, the one in sight last.
    opened: RwSignal<Vec<String>>,
    /// Are requests answered?
    is_up: RwSignal<bool>,
    /// Width of a chart beside inputs, CSS pixels.
    beside: StoredValue<u32>,
}

impl WorkerSections {
    /// Of this scenario; nothing was received yet.
    pub(super) fn of(state: ScenarioState) -> Self {
        Self {
            state,
            received: StoredValue::new(SectionId::ALL.map(|_| RwSignal::new(String::new()))),
            opened: RwSignal::new(Vec::new()),
            is_up: RwSignal::new(false),
            beside: StoredValue::new(0),
        }
    }

    /// Requests the sections of the scenario, once workers are up and whenever it changes, from now on. Called in a view: effects
    /// need it.
    pub(super) fn follow(self) {
        let state = self.state;
        workers::on_ready(move || {
            self.beside.set_value(browser::chart_width());
            self.is_up.set(true);
        });
        workers::on_section(move |id, tree| {
            if id != SectionId::Working || !self.opened.with_untracked(Vec::is_empty) {
                self.received(id).set(tree.to_owned());
            }
        });
        // at once, and not after the page has drawn the change: the workers are at it meanwhile
        ImmediateEffect::new_scoped(move || {
            let query = state.scenario().query();
            if self.is_up.get() {
                self.request(
                    match state.page {
                        Page::Full => &Lane::OF_SCENARIO,
                        Page::Embed => &[Lane::Middle, Lane::Futures],
                    },
                    &query,
                );
            }
        });
        window_event_listener(leptos::ev::resize, move |_| set_timeout(move || self.fit(), LAYOUT_DELAY));
        self.listen();
    }

    fn request(self, lanes: &[Lane], query: &str) {
        for &lane in lanes {
            workers::request(&Request::of(lane, query).with_beside(self.beside.get_value()));
        }
    }

    /// Requests charts anew where their width has changed.
    fn fit(self) {
        let width = browser::chart_width();
        if self.is_up.get_untracked() && width != self.beside.get_value() {
            self.beside.set_value(width);
            let lanes = if self.state.page == Page::Full {
                &[Lane::Middle, Lane::Quick][..]
            } else {
                &[Lane::Middle]
            };
            self.request(lanes, &self.state.query_untracked());
        }
    }

    /// Listens to clicks inside sections, and shows workings.
    fn listen(self) {
        let Self { state, opened, .. } = self;
        window_event_listener(leptos::ev::click, move |event| {
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let button = target.and_then(|it| it.closest("[data-set], [data-why]").ok().flatten());
            let attribute = |name: &str| button.as_ref().and_then(|it| it.get_attribute(name));
            if let Some(pairs) = attribute("data-set") {
                state.commit_all(pairs.split('&').filter_map(pair));
            }
            match attribute("data-why").as_deref() {
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
                self.received(SectionId::Working).set(String::new());
            }
        });
    }

    /// What requests a text of the workers when it is called, and hands it over when it arrives. `link` gives the link that it is
    /// of.
    pub(super) fn text_on_demand(
        self,
        id: SectionId,
        link: impl Fn() -> String + 'static,
        then: impl Fn(&str) + 'static,
    ) -> impl Fn() + Copy + 'static {
        let is_awaited = RwSignal::new(false);
        Effect::new(move |_| {
            if is_awaited.get() && self.is_up.get() {
                workers::request(&Request::of(Lane::of(id), &untrack(&link)));
            }
        });
        workers::on_section(move |arrived, text| {
            if arrived == id && is_awaited.get_untracked() {
                is_awaited.set(false);
                then(text);
            }
        });
        move || is_awaited.set(true)
    }

    /// The panel on how a number is worked out, while one is open.
    pub(super) fn panel(self) -> impl IntoView {
        move || {
            let panel = el("div").class("working").attr("id", SectionId::Working.id()).attr("role", "dialog");
            let panel = panel.attr("aria-label", SectionId::Working.title()).attr("tabindex", "-1");
            match self.tree(SectionId::Working) {
                Some(tree) if !self.opened.with(Vec::is_empty) => {
                    request_animation_frame(browser::focus_panel);
                    Tree(panel.with(tree))
                }
                _ => Tree(panel.attr("hidden", "")),
            }
        }
    }

    fn received(self, id: SectionId) -> RwSignal<String> {
        self.received.with_value(|all| all[id as usize])
    }

    /// What was received for a section.
    pub(super) fn tree(self, id: SectionId) -> Option<El> {
        let tree = self.received(id).with(|it| unpack(it));
        if self.state.page == Page::Embed { tree.map(closed) } else { tree }
    }

    /// The sections with a heading of their own in a part of the table, in its order.
    pub(super) fn sections(self, range: (Bound<SectionId>, Bound<SectionId>)) -> impl IntoView {
        let all = SectionId::ALL.into_iter().filter(|it| it.place() == Place::Own && range.contains(it));
        all.map(|id| super::sections::section(id.id(), id.title(), self.body(id))).collect_view()
    }

    /// What was received for a section, without a heading.
    pub(super) fn body(self, id: SectionId) -> impl IntoView {
        move || {
            let waiting = || el("p").class("waiting").text("Working it out…");
            Tree(self.tree(id).unwrap_or_else(waiting))
        }
    }

    /// A part of the first screen. Until it arrives there stands that of the starting point, which is in the page from the
    /// start: `root` with what is in the page's element `name`. Of another scenario it only keeps the room.
    pub(super) fn first(self, id: SectionId, root: fn() -> El, name: &'static str) -> impl IntoView {
        let is_start = self.state.query_untracked() == Scenario::starting_point().query();
        move || {
            let start = || {
                let start = root().copy_of(&format!("[data-start=\"{name}\"]"));
                if is_start { start } else { start.class_too("pending") }
            };
            Tree(self.tree(id).unwrap_or_else(start))
        }
    }
}

/// `key=value` as an input and what is given for it.
fn pair(text: &str) -> Option<(InputId, Setting)> {
    let (key, value) = text.split_once('=')?;
    let id = InputId::ALL.into_iter().find(|id| id.spec().key == key)?;
    Some((id, read_setting(id.spec(), value)?))
}
