//! The two pages: the calculator, and the card that other sites embed.

mod calculator;
mod embed;

use super::browser;
use super::state::{self, Page, ScenarioState};
use super::worker_sections::WorkerSections;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use std::time::Duration;

/// Draws the page: first the answer into `#app`, and once that is on the screen the rest into `#rest` and `#tail`.
pub fn mount() {
    let Some(root) = browser::root() else { return };
    if let Some(theme) = state::theme() {
        let _kept = root.set_attribute("data-theme", theme);
    }
    let is_embed = root.get_attribute("data-page").as_deref() == Some("embed");
    let page = if is_embed { Page::Embed } else { Page::Full };
    let owner = Owner::new();
    let (state, worked_out) = owner.with(|| {
        let state = ScenarioState::of_address(page);
        (state, WorkerSections::of(state))
    });
    window_event_listener(leptos::ev::popstate, move |_| state.follow_address());
    match page {
        Page::Embed => draw("app", move || {
            worked_out.follow();
            view! { <embed::Embed state worked_out /> }
        }),
        Page::Full => {
            draw("app", move || {
                worked_out.follow();
                view! { <calculator::First state worked_out /> }
            });
            let rest = move || {
                draw("rest", move || view! { <calculator::Rest state worked_out /> });
                draw("tail", move || view! { <calculator::Tail state worked_out /> });
            };
            set_timeout(rest, Duration::ZERO);
        }
    }
    // The page lives as long as its document.
    std::mem::forget(owner);
}

fn draw<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static) {
    if let Some(place) = document().get_element_by_id(id) {
        mount_to(place.unchecked_into::<HtmlElement>(), view).forget();
    }
}
