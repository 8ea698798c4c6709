//! The sections that workers draw: requests them when the scenario changes, shows what arrives, and listens to the
//! clicks inside them.

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

/// Time between a change of the window's size and the request for charts of the new widths, after the layout.
const LAYOUT_DELAY: Duration = Duration::from_millis(30);

/// The sections that were received from workers.
#[derive(Clone, Copy)]
pub(super) struct WorkerSections {
    state: ScenarioState,
    /// The tree of each section as text, in the order of the table; empty until it arrives.
    received: StoredValue<[RwSignal<String>; SectionId::ALL.len()]>,
    /// Numbers whose workings are open; the last one is visible.
    opened: RwSignal<Vec<String>>,
    /// Whether the coordinator answers requests.
    is_up: RwSignal<bool>,
    /// What keeps answers from arriving, in words; empty if nothing does.
    trouble: RwSignal<String>,
    /// Width of a chart beside inputs, in CSS pixels.
    beside: StoredValue<u32>,
}

impl WorkerSections {
    /// The sections of this scenario, none of which has been received yet.
    pub(super) fn of(state: ScenarioState) -> Self {
        Self {
            state,
            received: StoredValue::new(SectionId::ALL.map(|_| RwSignal::new(String::new()))),
            opened: RwSignal::new(Vec::new()),
            is_up: RwSignal::new(false),
            trouble: RwSignal::new(String::new()),
            beside: StoredValue::new(0),
        }
    }

    /// From now on requests the sections of the scenario, once the workers are up and whenever the scenario changes.
    /// This is called in a view, because effects live there.
    pub(super) fn follow(self) {
        let state = self.state;
        workers::on_ready(move || {
            self.beside.set_value(browser::chart_width());
            self.is_up.set(true);
        });
        workers::on_trouble(move |words| {
            browser::mark_trouble(!words.is_empty());
            self.trouble.set(words);
        });
        workers::on_section(move |id, tree| {
            if id != SectionId::Working || !self.opened.with_untracked(Vec::is_empty) {
                self.received(id).set(tree.to_owned());
            }
        });
        // Immediately, so that the workers compute while the page draws the change.
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

    /// Requests the charts again if their width has changed.
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
        // Otherwise the next panel would show the previous working until its own arrives.
        Effect::new(move |_| {
            if opened.with(Vec::is_empty) {
                self.received(SectionId::Working).set(String::new());
            }
        });
    }

    /// Returns a function that requests a text from the workers for the link given by `link`; `then` receives the text.
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

    /// The tree that was received for a section.
    pub(super) fn tree(self, id: SectionId) -> Option<El> {
        let tree = self.received(id).with(|it| unpack(it));
        if self.state.page == Page::Embed { tree.map(closed) } else { tree }
    }

    /// The sections with a heading of their own within this range of the table, in order.
    pub(super) fn sections(self, range: (Bound<SectionId>, Bound<SectionId>)) -> impl IntoView {
        let all = SectionId::ALL.into_iter().filter(|it| it.place() == Place::Own && range.contains(it));
        all.map(|id| super::sections::section(id.id(), id.title(), self.body(id))).collect_view()
    }

    /// The content of a section, without a heading.
    pub(super) fn body(self, id: SectionId) -> impl IntoView {
        move || Tree(self.tree(id).unwrap_or_else(|| el("p").class("waiting").text(self.waiting())))
    }

    /// The words in place of something that has not arrived yet.
    pub(super) fn waiting(self) -> &'static str {
        if self.trouble.with(String::is_empty) { "Working it out…" } else { "Not worked out." }
    }

    /// The line on what keeps answers from arriving, while something does. It stays in view wherever the reader is.
    pub(super) fn trouble(self) -> impl IntoView {
        move || {
            let (line, reason) = (el("p").class("trouble").attr("role", "alert"), self.trouble.get());
            let shown = match () {
                () if reason.is_empty() => return Tree(line),
                () if self.has_answered() => "What is shown may be of your earlier numbers.",
                () => "No scenario other than the starting point is shown.",
            };
            let again = el("a").attr("href", "").text("Try again");
            Tree(line.text(&[&reason, ". ", shown, " "].concat()).with(again))
        }
    }

    /// Whether an answer has arrived.
    fn has_answered(self) -> bool {
        [SectionId::AsSet, SectionId::Verdict].into_iter().any(|id| !self.received(id).with(String::is_empty))
    }

    /// A section of the first screen. Until it arrives, the page shows the starting point's: `root` with the content of
    /// the page's element `name`. For another scenario this only reserves the space.
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

/// Reads `key=value` as an input and its setting.
fn pair(text: &str) -> Option<(InputId, Setting)> {
    let (key, value) = text.split_once('=')?;
    let id = InputId::ALL.into_iter().find(|id| id.spec().key == key)?;
    Some((id, read_setting(id.spec(), value)?))
}
