//! Controls of the inputs. Everything they show and accept comes from the row of the input table.

mod choice;
mod entry;
mod number;
mod why;

use super::state::ScenarioState;
use crate::ui::markup::Tree;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use payenough_model::{InputId, Kind, Setting};
use payenough_view::el;

/// The control of one input.
pub(super) fn row(id: InputId, state: ScenarioState) -> impl IntoView {
    match id.spec().kind {
        Kind::Number => EitherOf3::A(number::NumberRow(number::NumberRowProps { id, state })),
        Kind::Choice(_) | Kind::NumberKey => {
            let options = id.spec().kind.options().unwrap_or_default();
            EitherOf3::B(choice::ChoiceRow(choice::ChoiceRowProps { id, options, state }))
        }
        Kind::Switch => EitherOf3::C(choice::SwitchRow(choice::SwitchRowProps { id, state })),
    }
}

/// The button that resets one input. It is visible if the input differs from the scenario it is compared with.
/// A button that resets an input if it is changed; `before` discards the draft of its row.
fn reset_button(
    id: InputId,
    state: ScenarioState,
    value: RwSignal<Setting>,
    before: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let is_changed = Memo::new(move |_| value.get() != Setting::Number(state.base(id)));
    let name = move || format!("Reset {} to {}", id.spec().label, id.spec().amount(state.base(id)));
    move || {
        is_changed.get().then(|| {
            let button = el("button").attr("type", "button").class("reset").attr("aria-label", &name());
            Tree(button.text("Reset").on_click(Box::new(move || {
                before();
                state.reset(id);
            })))
        })
    }
}
