//! What a number field holds between keystroke and commit: the draft, and what is wrong with it.

use crate::ui::state::ScenarioState;
use leptos::prelude::*;
use payenough_model::{InputId, Setting};
use payenough_view::field::{self, Problem};
use payenough_view::slider;

/// The draft of one field. It is void once a whole scenario was loaded after it.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    id: InputId,
    state: ScenarioState,
    draft: RwSignal<Option<(u32, String)>>,
    problem: RwSignal<Option<(u32, Problem)>>,
    is_echoed: RwSignal<bool>,
    /// What is given; the model runs on its middle.
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

    /// What the field shows: the draft, else the value.
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

    /// Is the entry refused?
    pub(super) fn is_refused(self) -> bool {
        self.problem().is_some_and(|problem| !problem.message.is_empty())
    }

    /// How the last entry was read; empty before there was one.
    pub(super) fn echo(self) -> String {
        if !self.is_echoed.get() || self.is_refused() {
            return String::new();
        }
        format!("= {}", self.id.spec().setting_text(self.setting.get()))
    }

    /// A keystroke.
    pub(super) fn typed(self, text: String) {
        self.draft.set(Some((self.state.loads(), text)));
    }

    /// Enter or blur: the model takes the draft, or the reader learns why not.
    pub(super) fn commit(self) {
        let Some((_, text)) = self.draft.get_untracked() else { return };
        match field::take(self.id.spec(), &text) {
            Ok(setting) => {
                self.accept(setting);
                let doubt = field::doubt(self.id.spec(), setting);
                self.problem.set(doubt.map(|doubt| (self.state.loads(), doubt)));
            }
            Err(problem) => {
                self.problem.set(Some((self.state.loads(), problem)));
                self.state.refuse(self.id, true);
            }
        }
    }

    /// Takes a number or a range: of a draft, or of a suggestion.
    pub(super) fn accept(self, setting: Setting) {
        self.clear();
        self.is_echoed.set(true);
        self.state.commit(self.id, setting);
    }

    /// Esc: as if nothing had been typed.
    pub(super) fn revert(self) {
        self.clear();
        self.state.refuse(self.id, false);
    }

    /// The slider moves; a range moves with its middle.
    pub(super) fn slide(self, position: f64) {
        self.clear();
        let spec = self.id.spec();
        self.state
            .preview(self.id, slider::moved(spec, self.setting.get_untracked(), slider::at(spec, position)));
    }

    /// The slider was let go.
    pub(super) fn settle(self) {
        self.state.write_later();
    }

    /// A step up (`1.0`) or down (`-1.0`).
    pub(super) fn nudge(self, direction: f64) {
        self.clear();
        let (spec, setting) = (self.id.spec(), self.setting.get_untracked());
        let next = slider::nudge(spec, setting.mid(), direction);
        self.state.commit(self.id, slider::moved(spec, setting, next));
    }

    fn clear(self) {
        self.draft.set(None);
        self.problem.set(None);
    }
}
