//! The two pages: the calculator, and the card for other sites' frames.

mod calculator;
mod embed;

use super::browser;
use super::state::{self, Page, ScenarioState};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Draws the page into `#app`.
pub fn mount() {
    let Some(root) = browser::root() else { return };
    if let Some(theme) = state::theme() {
        let _kept = root.set_attribute("data-theme", theme);
    }
    let is_embed = root.get_attribute("data-page").as_deref() == Some("embed");
    let page = if is_embed { Page::Embed } else { Page::Full };
    let Some(place) = document().get_element_by_id("app") else { return };
    mount_to(place.unchecked_into(), move || {
        let state = ScenarioState::of_address(page);
        window_event_listener(leptos::ev::popstate, move |_| state.follow_address());
        match page {
            Page::Full => view! { <calculator::Calculator state /> }.into_any(),
            Page::Embed => view! { <embed::Embed state /> }.into_any(),
        }
    })
    .forget();
}
