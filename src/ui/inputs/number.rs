//! The control of a number. The text field decides; the slider and the buttons write into it.

use super::entry::Entry;
use super::{reset_button, why};
use crate::ui::markup::Tree;
use crate::ui::state::ScenarioState;
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlInputElement, InputEvent};
use payenough_model::{InputId, InputSpec, Setting};
use payenough_view::el;
use payenough_view::field;
use payenough_view::slider::{self, SLIDER_END};

/// Label with unit, field, buttons, slider, error and reason of one number.
#[component]
pub(super) fn NumberRow(
    /// The input.
    id: InputId,
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let spec = id.spec();
    let entry = Entry::new(id, state);
    view! {
        <div class="row" data-key=spec.key class:refused=move || entry.is_refused()>
            <div class="row-head">
                {label(spec)}
                {reset_button(id, state, entry.setting, move || entry.clear())}
            </div>
            <div class="row-body">
                <div class="entry">
                    {step_button(spec, entry, "Lower", "\u{2212}", -1.0)}
                    {text_field(spec, entry)}
                    {step_button(spec, entry, "Raise", "+", 1.0)}
                </div>
                {slider(spec, entry)}
            </div>
            <p class="echo" id=format!("echo-{}", spec.key)>{move || entry.echo()}</p>
            {problem(spec, entry)}
            {why::why(id, state)}
        </div>
    }
}

fn label(spec: &'static InputSpec) -> impl IntoView {
    let unit = (!spec.unit.text.is_empty()).then(|| view! { <span class="unit">" "{spec.unit.text}</span> });
    view! { <label for=format!("in-{}", spec.key)>{spec.label}{unit}</label> }
}

fn text_field(spec: &'static InputSpec, entry: Entry) -> impl IntoView {
    // While an input method composes, its keys and its half-written text are its own.
    let keydown = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() => {}
        "Enter" => entry.commit(),
        "Escape" => entry.revert(),
        _ => {}
    };
    let input = move |event: Event| {
        if !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
            entry.typed(event_target_value(&event));
        }
    };
    view! {
        <input
            type="text"
            class="number"
            id=format!("in-{}", spec.key)
            name=spec.key
            autocomplete="off"
            spellcheck="false"
            inputmode=field::keypad(spec)
            aria-describedby=format!("echo-{0} error-{0}", spec.key)
            aria-invalid=move || entry.is_refused().then_some("true")
            prop:value=move || entry.shown()
            on:input=input
            on:compositionend=move |event| entry.typed(event_target_value(&event))
            on:blur=move |_| entry.commit()
            on:keydown=keydown
        />
    }
}

fn step_button(
    spec: &'static InputSpec,
    entry: Entry,
    verb: &'static str,
    sign: &'static str,
    direction: f64,
) -> impl IntoView {
    let name = format!("{verb} {}", spec.label);
    view! {
        <button type="button" class="step" aria-label=name on:click=move |_| entry.nudge(direction)>
            {sign}
        </button>
    }
}

fn slider(spec: &'static InputSpec, entry: Entry) -> impl IntoView {
    let setting = entry.setting;
    let is_by_key = StoredValue::new(false);
    let place = move |event: Event| {
        let position = event_target::<HtmlInputElement>(&event).value_as_number();
        if position.is_finite() && !is_by_key.get_value() {
            entry.slide(position);
        }
    };
    let keydown = move |event: KeyboardEvent| {
        let direction = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => 1.0,
            "ArrowLeft" | "ArrowDown" => -1.0,
            _ => return,
        };
        if !(event.ctrl_key() || event.alt_key() || event.meta_key()) {
            event.prevent_default();
            // The coordinator of the workers learns from this event that the slider moves.
            is_by_key.set_value(true);
            if let (Some(slider), Ok(input)) = (event.target(), Event::new("input")) {
                let _heard = slider.dispatch_event(&input);
            }
            is_by_key.set_value(false);
            entry.arrow(direction);
        }
    };
    view! {
        <input
            type="range"
            id=format!("range-{}", spec.key)
            aria-label=format!("{}, slider", spec.label)
            aria-valuetext=move || field::spoken(spec, setting.get())
            min="0"
            max=SLIDER_END
            step="any"
            autocomplete="off"
            prop:value=move || slider::position(spec, setting.get().mid())
            on:input=place
            on:change=move |_| entry.settle()
            on:keydown=keydown
        />
    }
}

/// What is wrong with the entry, and a suggestion of what the reader may have meant.
fn problem(spec: &'static InputSpec, entry: Entry) -> impl IntoView {
    let offer = move |(value, words): (f64, String)| {
        el("button")
            .attr("type", "button")
            .class("offer")
            .text(&format!("Did you mean {words}?"))
            .on_click(Box::new(move || entry.accept(Setting::Number(value))))
    };
    let shown = move || {
        let problem = entry.problem()?;
        let offers = problem.offers.into_iter().map(offer).collect();
        Some(Tree(el("span").text(&problem.message).with_all(offers)))
    };
    view! { <div class="error" id=format!("error-{}", spec.key)>{shown}</div> }
}
