//! The event loop of a program in a worker, or on the main thread if there are no workers: it answers the jobs sent to
//! it.

use super::message::{FromWorker, Message, Port, ToWorker};
use super::task::{MessageYield, Priority, now, soon};
use crate::protocol::{Answer, MOVING, Program, Task};
use crate::queue::{Kind, Queue};
use crate::scheduler::SLICE_MS;
use core::cell::{Cell, OnceCell, RefCell};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use gloo_events::EventListener;
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, MessagePort, console};

/// How long a worker draws sections before it checks for more urgent jobs.
const STRETCH_MS: f64 = 2.0;
/// How often a worker reports that it is still running a long job.
const ALIVE_MS: f64 = 1_000.0;

/// A job that runs in pieces.
pub type Job = Pin<Box<dyn Future<Output = Answer>>>;

/// A job that has begun, and the time that it has taken.
struct Begun {
    job: Job,
    took_ms: f64,
}

/// Where the program runs.
enum Thread {
    /// In a worker thread.
    Worker(MessageYield),
    /// On the page's main thread.
    Page,
}

struct Server {
    program: Program,
    port: Port,
    begin: fn(Task) -> Job,
    queue: RefCell<Queue<Begun>>,
    thread: OnceCell<Thread>,
    /// Whether the next piece is already scheduled.
    is_scheduled: Cell<bool>,
    /// The running job, with the time at which it must pause. When it has paused, the time at which it did.
    at_work: RefCell<Option<(Begun, f64)>>,
    answer: RefCell<Option<Answer>>,
    /// Runs the job. It is called as a JavaScript function, so that a panic in it is returned as an error.
    work: OnceCell<Function>,
    heard_at: Cell<f64>,
}

/// Answers the jobs for a program that arrive at a port.
///
/// # Errors
///
/// If the browser cannot send messages.
pub fn serve(program: Program, port: Port, begin: fn(Task) -> Job) -> Result<(), JsValue> {
    let server = Rc::new(Server {
        program,
        port,
        begin,
        queue: RefCell::default(),
        thread: OnceCell::new(),
        is_scheduled: Cell::new(false),
        at_work: RefCell::default(),
        answer: RefCell::default(),
        work: OnceCell::new(),
        heard_at: Cell::new(now()),
    });
    let of_page = server.port.dyn_ref::<MessagePort>().cloned();
    let on = Rc::clone(&server);
    let thread = match of_page {
        Some(_) => Thread::Page,
        None => Thread::Worker(MessageYield::new(move || on.go_on())?),
    };
    let _first = server.thread.set(thread);
    let on = Rc::clone(&server);
    let work = Closure::<dyn Fn()>::new(move || on.work_until()).into_js_value();
    let _first = server.work.set(work.unchecked_into());
    let on = Rc::clone(&server);
    let listener = EventListener::new(&server.port, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        if let Some(message) = ToWorker::read(event.data().unchecked_ref::<Message>(), program) {
            on.received(message);
        }
    });
    listener.forget();
    if let Some(port) = of_page {
        port.start();
    }
    server.say(FromWorker::Ready);
    Ok(())
}

impl Server {
    fn say(&self, message: FromWorker) {
        if let Err(error) = message.send(self.program, &self.port) {
            console::error_1(&error);
        }
    }

    fn received(self: &Rc<Self>, message: ToWorker) {
        match message {
            ToWorker::Cancel(job) => {
                let is_dropped = self.queue.borrow_mut().cancel(job);
                if is_dropped {
                    self.say(FromWorker::Cancelled(job));
                }
            }
            ToWorker::Do(id, task) => {
                let is_section = task.program() == Program::Sections;
                let kind = if is_section { Kind::Section } else { Kind::Urgent };
                let begun = Begun { job: (self.begin)(task), took_ms: 0.0 };
                self.queue.borrow_mut().add(id, kind, begun);
            }
        }
        if let Some(Thread::Worker(_)) = self.thread.get() {
            while self.queue.borrow().has_urgent() {
                self.work_at_next();
            }
        }
        self.schedule();
    }

    /// Schedules the next piece, if there is anything left to do.
    fn schedule(self: &Rc<Self>) {
        if self.queue.borrow().is_empty() || self.is_scheduled.replace(true) {
            return;
        }
        match self.thread.get() {
            Some(Thread::Worker(message_yield)) => message_yield.schedule(),
            Some(Thread::Page) | None => {
                let on = Rc::clone(self);
                soon(priority(), move || on.go_on());
            }
        }
    }

    fn go_on(self: &Rc<Self>) {
        self.is_scheduled.set(false);
        self.work_at_next();
        self.schedule();
    }

    /// Runs the next job until it is done or must pause.
    fn work_at_next(&self) {
        let Some((id, kind, begun)) = self.queue.borrow_mut().take() else { return };
        let started = now();
        if begun.took_ms == 0.0 {
            self.heard_at.set(started);
        }
        let end = match (self.thread.get(), kind) {
            (Some(Thread::Worker(_)), Kind::Urgent) => f64::INFINITY,
            (Some(Thread::Worker(_)), Kind::Section) => started + STRETCH_MS,
            (Some(Thread::Page) | None, _) => started + SLICE_MS,
        };
        self.at_work.replace(Some((begun, end)));
        let result = self.work.get().map(|it| it.call0(&JsValue::NULL));
        if let Some(Err(error)) = result {
            console::error_1(&error);
            self.say(FromWorker::Broken(id));
            return;
        }
        let Some((mut begun, ended)) = self.at_work.take() else { return };
        begun.took_ms += ended - started;
        match self.answer.take() {
            Some(answer) => self.say(FromWorker::Done(id, answer, begun.took_ms)),
            None => self.queue.borrow_mut().put_back(id, kind, begun),
        }
    }

    /// Runs pieces of the job until it is done or its time is up.
    fn work_until(&self) {
        // taken out while in use, because it may panic
        let Some((mut begun, end)) = self.at_work.take() else { return };
        loop {
            let answer = begun.job.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            let now = now();
            let is_done = answer.is_ready();
            if let Poll::Ready(answer) = answer {
                self.answer.replace(Some(answer));
            }
            if is_done || now >= end {
                self.at_work.replace(Some((begun, now)));
                return;
            }
            if now - self.heard_at.get() > ALIVE_MS {
                self.heard_at.set(now);
                self.say(FromWorker::Alive);
            }
        }
    }
}

/// The priority of pieces on the main thread. A slider that moves uses up all idle time, so the pieces that it waits
/// for must come before that.
fn priority() -> Priority {
    let root = web_sys::window().and_then(|it| it.document()).and_then(|it| it.document_element());
    let is_moving = root.is_some_and(|it| it.has_attribute(MOVING));
    if is_moving { Priority::UserVisible } else { Priority::Background }
}
