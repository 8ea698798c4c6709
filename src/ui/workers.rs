//! Communication between the page and the coordinator of its workers (`payenough_worker::scheduler`), by events on the
//! window.

use leptos::ev::Custom;
use leptos::prelude::*;
use leptos::web_sys::{CustomEvent, CustomEventInit, window};
use payenough_view::sections::SectionId;
use payenough_worker::protocol::{Request, Section, events};

/// Sends a request to the workers. The answer arrives as sections, unless a newer request in the same lane replaces it.
pub(super) fn request(request: &Request) {
    let init = CustomEventInit::new();
    init.set_detail(&request.text().into());
    if let (Some(window), Ok(event)) =
        (window(), CustomEvent::new_with_event_init_dict(events::REQUEST, &init))
    {
        let _not_cancelled = window.dispatch_event(&event);
    }
}

/// Calls `then` once the coordinator answers requests.
pub(super) fn on_ready(then: impl Fn() + 'static) {
    window_event_listener(Custom::<CustomEvent>::new(events::READY), move |_| then());
}

/// Calls `then` with the words on what keeps answers from arriving, and with an empty text once nothing does.
pub(super) fn on_trouble(then: impl Fn(String) + 'static) {
    window_event_listener(Custom::<CustomEvent>::new(events::TROUBLE), move |event| {
        then(event.detail().as_string().unwrap_or_default());
    });
}

/// Calls `then` with the name and the encoded tree of each section that arrives.
pub(super) fn on_section(then: impl Fn(SectionId, &str) + 'static) {
    window_event_listener(Custom::<CustomEvent>::new(events::SECTION), move |event| {
        let text = event.detail().as_string().unwrap_or_default();
        if let Some((id, tree)) = Section::read(&text) {
            then(id, tree);
        }
    });
}
