//! The state of the page: one scenario, from which everything else is derived. The address bar follows on commit.

use super::browser::{self, Step};
use super::reasons::Reasons;
use leptos::prelude::*;
use payenough_model::scenario::query::is_too_long;
use payenough_model::scenario::{Notice, Preset, Scenario, Vintage, read_link, read_settings};
use payenough_model::{InputId, Setting};
use std::time::Duration;

/// Time without a change after which the address bar follows.
const ADDRESS_DELAY: Duration = Duration::from_millis(300);
/// Time without a change after which screen readers announce the verdict.
const SPEECH_DELAY: Duration = Duration::from_millis(700);

/// The page that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The whole calculator.
    Full,
    /// The card that another site embeds.
    Embed,
}

/// State shared by all parts of the page.
#[derive(Clone, Copy)]
pub(super) struct ScenarioState {
    scenario: RwSignal<Scenario>,
    /// The setting of each input, in the order of the table.
    settings: StoredValue<Vec<RwSignal<Setting>>>,
    notices: RwSignal<Vec<Notice>>,
    refused: RwSignal<Vec<InputId>>,
    loads: RwSignal<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
    seen: StoredValue<String>,
    speech: RwSignal<String>,
    speech_timer: StoredValue<Option<TimeoutHandle>>,
    /// Reasons for the figures of dated sets after the first.
    pub(super) reasons: Reasons,
    /// The page that is shown.
    pub(super) page: Page,
}

impl ScenarioState {
    /// The state for the link in the address bar.
    pub(super) fn of_address(page: Page) -> Self {
        let (start, notices) = read_link(&browser::query());
        let scenario = RwSignal::new(start);
        let settings = InputId::ALL.into_iter().map(|id| RwSignal::new(start.setting(id))).collect();
        Self {
            scenario,
            settings: StoredValue::new(settings),
            notices: RwSignal::new(notices),
            refused: RwSignal::new(Vec::new()),
            loads: RwSignal::new(0),
            timer: StoredValue::new(None),
            speech: RwSignal::new(String::new()),
            speech_timer: StoredValue::new(None),
            seen: StoredValue::new(browser::query()),
            reasons: Reasons::new(),
            page,
        }
    }

    /// The scenario; reactive.
    pub(super) fn scenario(self) -> Scenario {
        self.scenario.get()
    }

    /// The link of the scenario; not reactive.
    pub(super) fn query_untracked(self) -> String {
        self.scenario.with_untracked(Scenario::query)
    }

    /// The dated set of figures that the scenario uses; not reactive.
    pub(super) fn vintage_untracked(self) -> &'static Vintage {
        self.scenario.with_untracked(Scenario::vintage)
    }

    /// The setting of one input.
    pub(super) fn setting(self, id: InputId) -> RwSignal<Setting> {
        self.settings.with_value(|all| all[id as usize])
    }

    /// The value that an input is compared with. It reacts only to loads of whole scenarios: nothing else changes it.
    pub(super) fn base(self, id: InputId) -> f64 {
        self.loads.track();
        self.scenario.with_untracked(Scenario::base).get(id)
    }

    /// The preset that the scenario starts from. It reacts only to loads of whole scenarios.
    pub(super) fn preset(self) -> Option<&'static Preset> {
        self.loads.track();
        self.scenario.with_untracked(Scenario::preset)
    }

    /// The dated set of defaults. It reacts only to loads of whole scenarios.
    pub(super) fn vintage(self) -> &'static Vintage {
        self.loads.track();
        self.scenario.with_untracked(Scenario::vintage)
    }

    /// The notices about parts of the link that could not be read.
    pub(super) fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// Number of fields that hold a refused entry.
    pub(super) fn n_refused(self) -> usize {
        self.refused.with(Vec::len)
    }

    /// Number of times a whole scenario was loaded. A draft older than the last load is void.
    pub(super) fn loads(self) -> u32 {
        self.loads.get()
    }

    /// The text that screen readers announce.
    pub(super) fn speech(self) -> String {
        self.speech.get()
    }

    /// Changes one input while a slider moves. The address bar waits for the commit.
    pub(super) fn preview(self, id: InputId, setting: Setting) {
        self.refuse(id, false);
        let now = self.scenario.get_untracked();
        let next = now.with_setting(id, setting);
        if now != next {
            self.put(next);
        }
    }

    /// Sets the scenario; every change goes through this method. Each of the hundreds of controls is notified only if
    /// its own input changed.
    fn put(self, next: Scenario) {
        self.scenario.set(next);
        for id in InputId::ALL {
            let (signal, setting) = (self.setting(id), next.setting(id));
            if signal.get_untracked() != setting {
                signal.set(setting);
            }
        }
        self.speak_later();
    }

    /// Changes one input.
    pub(super) fn commit(self, id: InputId, setting: Setting) {
        self.preview(id, setting);
        self.write_later();
    }

    /// Changes several inputs at once. Drafts in their fields become void.
    pub(super) fn commit_all(self, changes: impl Iterator<Item = (InputId, Setting)>) {
        let now = self.scenario.get_untracked();
        let next = changes.fold(now, |next, (id, setting)| next.with_setting(id, setting));
        if now != next {
            self.load(next);
            self.write_later();
        }
    }

    /// Records whether a field holds a refused entry.
    pub(super) fn refuse(self, id: InputId, is_refused: bool) {
        let is_noted = self.refused.with_untracked(|all| all.contains(&id));
        if is_noted != is_refused {
            self.refused.update(|all| if is_refused { all.push(id) } else { all.retain(|&one| one != id) });
        }
    }

    /// Resets one input to the value that it is compared with. Drafts in other fields stay.
    pub(super) fn reset(self, id: InputId) {
        let base = self.scenario.with_untracked(Scenario::base).get(id);
        self.commit(id, Setting::Number(base));
    }

    /// Resets all inputs to the preset or the starting point.
    pub(super) fn reset_all(self) {
        let now = self.scenario.get_untracked();
        let base = now.base();
        let next = now.changed().into_iter().fold(now, |next, id| next.with(id, base.get(id)));
        self.load(next);
        self.write_later();
    }

    /// Loads a preset, as a new entry of the history.
    pub(super) fn load_preset(self, preset: &'static Preset) {
        self.cancel();
        self.notices.set(Vec::new());
        self.load(Scenario::of_preset(preset));
        self.write(if self.page == Page::Embed { Step::Replace } else { Step::Push });
    }

    /// Reads the address bar again, without writing to it. Following a link inside the page does not change the query.
    pub(super) fn follow_address(self) {
        let query = browser::query();
        if query == self.seen.get_value() {
            return;
        }
        self.cancel();
        let (scenario, notices) = read_link(&query);
        self.seen.set_value(query);
        self.notices.set(notices);
        self.load(scenario);
    }

    /// Loads the scenario of a saved file, as a new entry of the history. Returns false if the file is another one.
    pub(super) fn open_saved(self, text: &str) -> bool {
        let is_ours = text.trim_start().starts_with("v=");
        if is_ours {
            let (scenario, notices) = read_settings(text);
            self.notices.set(notices);
            self.load(scenario);
            self.write(Step::Push);
        }
        is_ours
    }

    /// Whether the scenario does not fit into a link. The address bar then holds an earlier one.
    pub(super) fn is_too_long(self) -> bool {
        self.scenario.with(|it| is_too_long(&it.query()))
    }

    /// Writes the address bar at once, if it can hold the scenario.
    pub(super) fn write(self, step: Step) {
        self.cancel();
        let query = self.query_untracked();
        if is_too_long(&query) {
            return;
        }
        browser::write_query(&with_theme(&query), step);
        self.seen.set_value(browser::query());
    }

    fn load(self, scenario: Scenario) {
        self.refused.set(Vec::new());
        self.loads.update(|loads| *loads += 1);
        self.put(scenario);
    }

    fn cancel(self) {
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
    }

    /// Writes the address bar once nothing has been committed for a while.
    pub(super) fn write_later(self) {
        self.cancel();
        let later = set_timeout_with_handle(move || self.write(Step::Replace), ADDRESS_DELAY);
        self.timer.set_value(later.ok());
    }

    fn speak_later(self) {
        self.speech_timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
        let speak = move || match browser::headline() {
            Some(headline) => self.speech.set(headline),
            None => self.speak_later(),
        };
        self.speech_timer.set_value(set_timeout_with_handle(speak, SPEECH_DELAY).ok());
    }
}

/// The theme named in the address, if any.
pub(super) fn theme() -> Option<&'static str> {
    let query = browser::query();
    ["light", "dark"].into_iter().find(|theme| {
        query.trim_start_matches('?').split('&').any(|pair| pair.strip_prefix("theme=") == Some(theme))
    })
}

/// Adds the theme named in the address to a query. The theme belongs to the reader, not to the scenario.
fn with_theme(query: &str) -> String {
    theme().map_or_else(|| query.to_owned(), |theme| format!("{query}&theme={theme}"))
}
