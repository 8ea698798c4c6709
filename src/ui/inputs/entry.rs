//! The state of a number field between keystroke and commit: the draft, and what is wrong with it.

use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::{InputId, Setting};
use payenough_view::field::{self, Problem};
use payenough_view::slider;

/// The draft of one field. It becomes void when a whole scenario is loaded.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    id: InputId,
    state: ScenarioState,
    draft: RwSignal<Option<(u32, String)>>,
    problem: RwSignal<Option<(u32, Problem)>>,
    is_echoed: RwSignal<bool>,
    /// The setting of the input. The model uses its middle value.
    pub(super) setting: RwSignal<Setting>,
}

impl Entry {
    pub(super) fn new(id: InputId, state: ScenarioState) -> Self {
        Self {
            id,
            state,
            draft: RwSignal::new(None),
            problem: RwSignal::new(None),
            is_echoed: RwSignal::new(false),
            setting: state.setting(id),
        }
    }

    /// The text that the field shows: the draft if there is one, else the setting.
    pub(super) fn shown(self) -> String {
        let loads = self.state.loads();
        let draft = self.draft.get().filter(|draft| draft.0 == loads).map(|draft| draft.1);
        let setting = self.setting.get();
        draft.unwrap_or_else(|| field::text(self.id.spec(), setting))
    }

    /// What is wrong with the last entry.
    pub(super) fn problem(self) -> Option<Problem> {
        let loads = self.state.loads();
        self.problem.get().filter(|problem| problem.0 == loads).map(|problem| problem.1)
    }

    /// Whether the entry was refused.
    pub(super) fn is_refused(self) -> bool {
        self.problem().is_some_and(|problem| !problem.message.is_empty())
    }

    /// Says how the last entry was read; empty before the first entry.
    pub(super) fn echo(self) -> String {
        if !self.is_echoed.get() || self.is_refused() {
            return String::new();
        }
        format!("= {}", self.id.spec().setting_text(self.setting.get()))
    }

    /// Handles a keystroke.
    pub(super) fn typed(self, text: String) {
        self.draft.set(Some((self.state.loads(), text)));
    }

    /// Handles Enter and blur: the draft is accepted, or the reader sees why it is refused.
    pub(super) fn commit(self) {
        let Some((_, text)) = self.draft.get_untracked() else { return };
        match field::take(self.id.spec(), &text) {
            Ok(setting) => {
                self.accept(setting);
                let doubt = field::doubt(self.id.spec(), &text, setting);
                self.problem.set(doubt.map(|doubt| (self.state.loads(), doubt)));
            }
            Err(problem) => {
                self.problem.set(Some((self.state.loads(), problem)));
                self.state.refuse(self.id, true);
            }
        }
    }

    /// Accepts a setting from a draft or a suggestion.
    pub(super) fn accept(self, setting: Setting) {
        self.clear();
        self.is_echoed.set(true);
        self.state.commit(self.id, setting);
    }

    /// Handles Escape: the draft is discarded.
    pub(super) fn revert(self) {
        self.clear();
        self.state.refuse(self.id, false);
    }

    /// Handles a movement of the slider. A range moves with its middle.
    pub(super) fn slide(self, position: f64) {
        self.clear();
        let spec = self.id.spec();
        self.state
            .preview(self.id, slider::moved(spec, self.setting.get_untracked(), slider::at(spec, position)));
    }

    /// Handles the release of the slider.
    pub(super) fn settle(self) {
        self.state.write_later();
    }

    /// Moves the value one step up (`1.0`) or down (`-1.0`).
    pub(super) fn nudge(self, direction: f64) {
        self.clear();
        let (spec, setting) = (self.id.spec(), self.setting.get_untracked());
        let next = slider::nudge(spec, setting.mid(), direction);
        self.state.commit(self.id, slider::moved(spec, setting, next));
    }

    /// Handles an arrow key on the slider. What it does without this differs between browsers, and is often less than
    /// the value is rounded by.
    pub(super) fn arrow(self, direction: f64) {
        self.clear();
        let (spec, setting) = (self.id.spec(), self.setting.get_untracked());
        let next = slider::arrow(spec, setting.mid(), direction);
        self.state.preview(self.id, slider::moved(spec, setting, next));
        self.settle();
    }

    /// Discards the draft and what is wrong with it.
    pub(super) fn clear(self) {
        self.draft.set(None);
        self.problem.set(None);
    }
}
