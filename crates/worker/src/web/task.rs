//! Deferred callbacks in the browser: after more urgent tasks, before the next frame, or after pending messages.

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    pub(super) fn now() -> f64;

    #[wasm_bindgen(js_namespace = scheduler, js_name = postTask, catch)]
    fn post_task(task: &Function, options: &Options) -> Result<Promise, JsValue>;

    #[wasm_bindgen(extends = Object)]
    type Options;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Options, priority: &str);
}

/// Priority of a task.
#[derive(Clone, Copy, Debug)]
pub(super) enum Priority {
    /// Between the reader's actions.
    UserVisible,
    /// After the reader's actions.
    Background,
}

/// Calls `then` when the browser has no task of a higher priority.
pub(super) fn soon(priority: Priority, then: impl FnOnce() + 'static) {
    let options: Options = Object::new().unchecked_into();
    options.set_priority(match priority {
        Priority::UserVisible => "user-visible",
        Priority::Background => "background",
    });
    let then = Closure::once_into_js(then).unchecked_into::<Function>();
    if post_task(&then, &options).is_err() {
        // a browser without `scheduler.postTask`
        Timeout::new(0, move || drop(then.call0(&JsValue::NULL))).forget();
    }
}

/// Calls `then` before the next frame.
pub(super) fn before_frame(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then).unchecked_into::<Function>();
    if let Some(window) = web_sys::window() {
        let _asked = window.request_animation_frame(&then);
    }
}

/// Yields to pending messages, and then continues.
pub(super) struct MessageYield {
    channel: MessageChannel,
}

impl MessageYield {
    /// `then` is called to continue.
    pub(super) fn new(then: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let then = Closure::<dyn FnMut()>::new(then).into_js_value();
        channel.port1().set_onmessage(Some(then.unchecked_ref()));
        Ok(Self { channel })
    }

    /// Calls `then` after the messages that are pending now.
    pub(super) fn schedule(&self) {
        let _sent = self.channel.port2().post_message(&JsValue::NULL);
    }
}
