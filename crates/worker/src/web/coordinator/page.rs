//! The page as the coordinator sees it: listeners for its events, and messages to it.

use super::Coordinator;
use crate::protocol::{MOVING, Request, events};
use crate::scheduler::{Event, Message, Progress, Trouble};
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, EventTarget, HtmlElement, ResizeObserver, console,
};

/// Events that end the movement of a slider.
const RELEASES: [&str; 5] = ["change", "pointerup", "pointercancel", "keyup", "focusout"];

/// The elements of the page that the coordinator writes to.
pub(super) struct Page {
    document: Option<Document>,
    progress: Option<ProgressLine>,
}

/// The line that shows the progress of the simulated futures.
struct ProgressLine {
    group: HtmlElement,
    label: Element,
    bar: Element,
    stop: Element,
    status: Element,
}

impl ProgressLine {
    fn find(document: &Document) -> Option<Self> {
        let part = |name: &str| document.get_element_by_id(&format!("futures-{name}"));
        Some(Self {
            group: part("box")?.dyn_into().ok()?,
            label: part("said")?,
            bar: part("bar")?,
            stop: part("stop")?,
            status: part("status")?,
        })
    }

    fn show(&self, progress: &Progress, document: &Document) -> Result<(), JsValue> {
        self.label.set_text_content(Some(&progress.label()));
        self.bar.set_attribute("max", &progress.n_total.to_string())?;
        self.bar.set_attribute("value", &progress.n.to_string())?;
        let has_focus = document.active_element().is_some_and(|it| it == self.stop);
        if progress.is_over() && has_focus {
            // the button is about to be hidden
            self.group.focus()?;
        }
        self.group.set_attribute("data-state", progress.style())?;
        let announcement = progress.announcement();
        if self.status.text_content().unwrap_or_default() != announcement {
            self.status.set_text_content(Some(&announcement));
        }
        Ok(())
    }
}

impl Page {
    pub(super) fn find() -> Self {
        let document = web_sys::window().and_then(|it| it.document());
        let progress = document.as_ref().and_then(ProgressLine::find);
        Self { document, progress }
    }

    pub(super) fn tell(&self, message: Message) {
        let sent = match message {
            Message::Ready => dispatch(events::READY, ""),
            Message::Section(section) => dispatch(events::SECTION, &section.text()),
            Message::Moving(is_moving) => self.mark_moving(is_moving),
            Message::Trouble(trouble) => dispatch(events::TROUBLE, trouble.map_or("", Trouble::text)),
            Message::Progress(progress) => match (&self.progress, &self.document) {
                (Some(line), Some(document)) => line.show(&progress, document),
                _ => Ok(()),
            },
        };
        if let Err(error) = sent {
            console::error_1(&error);
        }
    }

    fn mark_moving(&self, is_moving: bool) -> Result<(), JsValue> {
        match self.document.as_ref().and_then(Document::document_element) {
            Some(root) if is_moving => root.set_attribute(MOVING, ""),
            Some(root) => root.remove_attribute(MOVING),
            None => Ok(()),
        }
    }
}

fn dispatch(name: &str, text: &str) -> Result<(), JsValue> {
    let init = CustomEventInit::new();
    init.set_detail(&text.into());
    let event = CustomEvent::new_with_event_init_dict(name, &init)?;
    web_sys::window().map_or(Ok(true), |it| it.dispatch_event(&event)).map(drop)
}

impl Coordinator {
    /// Adds the listeners for the page's events.
    pub(super) fn listen(self: &Rc<Self>) {
        let Some(window) = web_sys::window() else { return };
        self.listen_to(&window, events::REQUEST, |event| {
            let text = event.dyn_ref::<CustomEvent>()?.detail().as_string()?;
            Request::read(&text).map(Event::Requested)
        });
        // runs before the page's own listeners, so that they know that a slider moves
        self.listen_to(&window, "input", |event| {
            let target: Element = event.target()?.dyn_into().ok()?;
            (target.get_attribute("type")? == "range").then_some(Event::SliderMoved)
        });
        for name in RELEASES {
            self.listen_to(&window, name, |_| Some(Event::SliderReleased));
        }
        if let Some(line) = &self.page.progress {
            self.listen_to(&line.stop, "click", |_| Some(Event::StopClicked));
        }
        self.measure();
    }

    fn listen_to(
        self: &Rc<Self>,
        target: &EventTarget,
        name: &'static str,
        read: impl Fn(&web_sys::Event) -> Option<Event> + 'static,
    ) {
        let on = Rc::clone(self);
        let options = EventListenerOptions::run_in_capture_phase();
        let then = move |event: &web_sys::Event| {
            if let Some(event) = read(event) {
                on.happened(event);
            }
        };
        EventListener::new_with_options(target, name, options, then).forget();
    }

    /// Keeps track of the width of the text column, so that no change forces a layout to measure it.
    fn measure(self: &Rc<Self>) {
        let document = self.page.document.as_ref();
        let Some(column) = document.and_then(|it| it.get_element_by_id("main")) else { return };
        let width = move |column: &Element| Event::Resized(column.get_bounding_client_rect().width() as u32);
        self.happened(width(&column));
        let (on, observed) = (Rc::clone(self), column.clone());
        // runs after layout, so that measuring forces no other layout
        let then = Closure::<dyn FnMut()>::new(move || on.happened(width(&observed))).into_js_value();
        if let Ok(observer) = ResizeObserver::new(then.unchecked_ref()) {
            observer.observe(&column);
        }
    }
}
