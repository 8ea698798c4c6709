//! What a number field holds between keystroke and commit: the draft, and what is wrong with it.

use crate::model::InputId;
use crate::ui::field::{self, Problem};
use crate::ui::state::ScenarioState;
use leptos::prelude::*;

/// The draft of one field. It is void once a whole scenario was loaded after it.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    id: InputId,
    state: ScenarioState,
    draft: RwSignal<Option<(u32, String)>>,
    problem: RwSignal<Option<(u32, Problem)>>,
    is_echoed: RwSignal<bool>,
    /// The value that the model runs on.
    pub(super) value: Memo<f64>,
}

impl Entry {
    pub(super) fn new(id: InputId, state: ScenarioState) -> Self {
        Self {
            id,
            state,
            draft: RwSignal::new(None),
            problem: RwSignal::new(None),
            is_echoed: RwSignal::new(false),
            value: state.value(id),
        }
    }

    /// What the field shows: the draft, else the value.
    pub(super) fn shown(self) -> String {
        let loads = self.state.loads();
        let draft = self.draft.get().filter(|draft| draft.0 == loads).map(|draft| draft.1);
        let value = self.value.get();
        draft.unwrap_or_else(|| field::text(self.id.spec(), value))
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
        format!("= {}", self.id.spec().amount(self.value.get()))
    }

    /// A keystroke.
    pub(super) fn typed(self, text: String) {
        self.draft.set(Some((self.state.loads(), text)));
    }

    /// Enter or blur: the model takes the draft, or the reader learns why not.
    pub(super) fn commit(self) {
        let Some((_, text)) = self.draft.get_untracked() else { return };
        match field::take(self.id.spec(), &text) {
            Ok(value) => {
                self.accept(value);
                let doubt = field::doubt(self.id.spec(), value);
                self.problem.set(doubt.map(|doubt| (self.state.loads(), doubt)));
            }
            Err(problem) => {
                self.problem.set(Some((self.state.loads(), problem)));
                self.state.refuse(self.id, true);
            }
        }
    }

    /// Takes a value: of a draft, or of a suggestion.
    pub(super) fn accept(self, value: f64) {
        self.clear();
        self.is_echoed.set(true);
        self.state.commit(self.id, value);
    }

    /// Esc: as if nothing had been typed.
    pub(super) fn revert(self) {
        self.clear();
        self.state.refuse(self.id, false);
    }

    /// The slider moves.
    pub(super) fn slide(self, position: f64) {
        self.clear();
        self.state.preview(self.id, field::at(self.id.spec(), position));
    }

    /// The slider was let go.
    pub(super) fn settle(self) {
        self.state.write_later();
    }

    /// A step up (`1.0`) or down (`-1.0`).
    pub(super) fn nudge(self, direction: f64) {
        self.clear();
        let value = self.value.get_untracked();
        self.state.commit(self.id, field::nudge(self.id.spec(), value, direction));
    }

    fn clear(self) {
        self.draft.set(None);
        self.problem.set(None);
    }
}
