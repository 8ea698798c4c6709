//! The workers themselves: threads that run the worker script, or the main thread with a message channel to itself.

use super::super::message::{FromWorker, Message, Port, ToWorker};
use super::Coordinator;
use crate::protocol::{Program, Task};
use crate::scheduler::{Event, JobId, Place, WorkerId};
use gloo_events::EventListener;
use js_sys::WebAssembly::Memory;
use js_sys::{Array, Object, Reflect};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, MessageChannel, MessageEvent, Url, Worker, WorkerOptions, WorkerType, console,
};

/// A worker, or the main thread in its place.
struct Hired {
    /// The port to which jobs are sent.
    port: Port,
    /// The port on which a program on the main thread receives them.
    own: Option<Port>,
    worker: Option<Worker>,
    _listeners: Vec<EventListener>,
}

/// All workers.
pub(super) struct Workers {
    script: String,
    is_sandboxed: bool,
    hired: BTreeMap<WorkerId, Hired>,
}

impl Workers {
    pub(super) const fn new(script: String, is_sandboxed: bool) -> Self {
        Self { script, is_sandboxed, hired: BTreeMap::new() }
    }

    pub(super) fn dismiss(&mut self, id: WorkerId) {
        if let Some(worker) = self.hired.remove(&id).and_then(|it| it.worker) {
            worker.terminate();
        }
    }

    fn port(&self, id: WorkerId) -> Option<Port> {
        self.hired.get(&id).map(|it| it.port.clone())
    }

    fn make(&self) -> Result<Worker, JsValue> {
        if self.is_sandboxed {
            return worker_of_text(&self.script);
        }
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        Worker::new_with_options(&self.script, &options)
    }
}

/// In a frame with an opaque origin a worker can be neither a file nor a module made from text. But a classic worker
/// made from text can import the script. It keeps the messages that arrive until the script has loaded.
fn worker_of_text(script: &str) -> Result<Worker, JsValue> {
    let text = format!(
        "const early = []; onmessage = ({{ data }}) => early.push(data); import({script:?}).then(() => {{ onmessage = null; \
         early.forEach((data) => dispatchEvent(new MessageEvent(\"message\", {{ data }}))); }});"
    );
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    Worker::new(&Url::create_object_url_with_blob(&blob)?)
}

/// The number of memories that a worker needs at most, with some to spare.
const ROOM: usize = 6;

/// Has the browser collect garbage if its address space is full. Each memory of a program reserves some of it, also that of
/// a page which was left, until the main thread's garbage is collected. The browser does that when the main thread asks for
/// a memory and there is no room, but not when a worker asks.
fn make_room() {
    let one_page = Object::new();
    if Reflect::set(&one_page, &"initial".into(), &1.into()).is_ok() {
        // Held until all of them are there, so that the last one needs room that was not free before.
        let _room: Vec<_> = (0..ROOM).map(|_| Memory::new(&one_page)).collect();
    }
}

impl Coordinator {
    pub(super) fn hire(self: &Rc<Self>, id: WorkerId, place: Place) {
        let hired = match place {
            Place::Worker => self.hire_worker(id),
            Place::Page => self.hire_page(id),
        };
        match hired {
            Ok(hired) => drop(self.workers.borrow_mut().hired.insert(id, hired)),
            // not an error to report, because some frames do not allow workers
            Err(_) => self.happened(Event::Lost(id)),
        }
    }

    fn hire_worker(self: &Rc<Self>, id: WorkerId) -> Result<Hired, JsValue> {
        let worker = self.workers.borrow().make()?;
        let mut listeners = vec![self.hear(&worker, id)];
        for name in ["error", "messageerror"] {
            let on = Rc::clone(self);
            listeners.push(EventListener::new(&worker, name, move |_| on.happened(Event::Lost(id))));
        }
        let port = worker.clone().unchecked_into();
        Ok(Hired { port, own: None, worker: Some(worker), _listeners: listeners })
    }

    fn hire_page(self: &Rc<Self>, id: WorkerId) -> Result<Hired, JsValue> {
        let channel = MessageChannel::new()?;
        let port = channel.port1();
        let listeners = vec![self.hear(&port, id)];
        port.start();
        let own = Some(channel.port2().unchecked_into());
        Ok(Hired { port: port.unchecked_into(), own, worker: None, _listeners: listeners })
    }

    fn hear(self: &Rc<Self>, target: &web_sys::EventTarget, id: WorkerId) -> EventListener {
        let on = Rc::clone(self);
        EventListener::new(target, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            let read = data.and_then(|it| FromWorker::read(it.unchecked_ref::<Message>()));
            on.happened(match read {
                Some((program, FromWorker::Ready)) => Event::Ready(id, program),
                Some((_, FromWorker::Alive)) => Event::Alive(id),
                Some((_, FromWorker::Done(job, answer, took_ms))) => {
                    Event::Done { worker: id, job, answer, took_ms }
                }
                Some((_, FromWorker::Cancelled(job))) => Event::Cancelled(id, job),
                Some((_, FromWorker::Broken(job))) => Event::Broken(id, job),
                None => {
                    make_room();
                    Event::Lost(id)
                }
            });
        })
    }

    pub(super) fn load(self: &Rc<Self>, id: WorkerId, program: Program) {
        let files = self.boot.files(program);
        let (port, own) = match self.workers.borrow().hired.get(&id) {
            Some(hired) => (hired.port.clone(), hired.own.clone()),
            None => return,
        };
        let Some(own) = own else {
            if port.post(&files, &Array::new()).is_err() {
                self.happened(Event::Lost(id));
            }
            return;
        };
        let loaded = JsFuture::from(self.boot.load(&files, &own));
        let on = Rc::clone(self);
        spawn_local(async move {
            if let Err(error) = loaded.await {
                console::error_1(&error);
                on.happened(Event::Lost(id));
            }
        });
    }

    pub(super) fn send(self: &Rc<Self>, id: WorkerId, job: JobId, task: Task) {
        let program = task.program();
        self.post(id, program, ToWorker::Do(job, task));
    }

    pub(super) fn cancel(self: &Rc<Self>, id: WorkerId, program: Program, job: JobId) {
        self.post(id, program, ToWorker::Cancel(job));
    }

    fn post(self: &Rc<Self>, id: WorkerId, program: Program, message: ToWorker) {
        let port = self.workers.borrow().port(id);
        if port.is_some_and(|it| message.send(program, &it).is_err()) {
            self.happened(Event::Lost(id));
        }
    }
}
