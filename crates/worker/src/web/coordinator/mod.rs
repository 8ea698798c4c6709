//! The coordinator on the page's main thread: it reports events to the scheduler and carries out its orders.

mod page;
mod workers;

use super::message::Port;
use super::task::{Priority, before_frame, now, soon};
use crate::protocol::Program;
use crate::scheduler::{Event, Machine, Order, Scheduler};
use core::cell::{Cell, RefCell};
use gloo_timers::callback::Timeout;
use js_sys::{Object, Promise};
use page::Page;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use workers::Workers;

#[wasm_bindgen]
extern "C" {
    /// The interface of the boot script: where the programs are, and how to load them.
    #[wasm_bindgen(extends = Object)]
    pub type Boot;

    /// URL of the worker script.
    #[wasm_bindgen(method, getter)]
    fn worker(this: &Boot) -> String;
    #[wasm_bindgen(method, getter)]
    fn futures(this: &Boot) -> Files;
    #[wasm_bindgen(method, getter)]
    fn sections(this: &Boot) -> Files;
    /// Fetches and compiles a program, and calls `arrived` whenever a piece of it has arrived.
    #[wasm_bindgen(method)]
    fn get(this: &Boot, files: &Files, arrived: &JsValue) -> Promise;
    /// Starts a program on the main thread. It then serves a port.
    #[wasm_bindgen(method)]
    fn load(this: &Boot, files: &Files, port: &Port) -> Promise;

    /// The files of a program.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    type Files;

    #[wasm_bindgen(thread_local_v2, js_name = origin)]
    static ORIGIN: String;
}

impl Boot {
    fn files(&self, program: Program) -> Files {
        match program {
            Program::Futures => self.futures(),
            Program::Sections => self.sections(),
        }
    }
}

/// The scheduler with everything that it controls.
struct Coordinator {
    boot: Boot,
    scheduler: RefCell<Scheduler>,
    /// Events that the scheduler has not handled yet.
    happened: RefCell<VecDeque<Event>>,
    is_telling: Cell<bool>,
    workers: RefCell<Workers>,
    page: Page,
    timer: RefCell<Option<Timeout>>,
}

/// Starts to coordinate the workers of the page.
pub fn coordinate(boot: Boot) {
    let window = web_sys::window();
    let n_processors = window.map_or(1.0, |it| it.navigator().hardware_concurrency());
    let is_sandboxed = ORIGIN.with(|it| it == "null");
    let machine = Machine { n_processors: n_processors as u32, is_sandboxed };
    let (scheduler, orders) = Scheduler::new(machine, now());
    let coordinator = Rc::new(Coordinator {
        workers: RefCell::new(Workers::new(boot.worker(), is_sandboxed)),
        boot,
        scheduler: RefCell::new(scheduler),
        happened: RefCell::default(),
        is_telling: Cell::new(true),
        page: Page::find(),
        timer: RefCell::default(),
    });
    coordinator.listen();
    for order in orders {
        coordinator.obey(order);
    }
    coordinator.tell_all();
}

impl Coordinator {
    /// Reports an event to the scheduler, and carries out its orders.
    fn happened(self: &Rc<Self>, event: Event) {
        self.happened.borrow_mut().push_back(event);
        // carrying out an order may cause another event before the next order
        if !self.is_telling.replace(true) {
            self.tell_all();
        }
    }

    fn tell_all(self: &Rc<Self>) {
        loop {
            let event = self.happened.borrow_mut().pop_front();
            let Some(event) = event else { break };
            let orders = self.scheduler.borrow_mut().on(event, now());
            for order in orders {
                self.obey(order);
            }
        }
        self.is_telling.set(false);
    }

    /// A callback that reports an event.
    fn reports(self: &Rc<Self>, event: Event) -> impl FnOnce() + 'static {
        let on = Rc::clone(self);
        move || on.happened(event)
    }

    fn obey(self: &Rc<Self>, order: Order) {
        match order {
            Order::Hire(worker, place) => self.hire(worker, place),
            Order::Load(worker, program) => self.load(worker, program),
            Order::Send(worker, job, task) => self.send(worker, job, task),
            Order::Cancel(worker, program, job) => self.cancel(worker, program, job),
            Order::Dismiss(worker) => self.workers.borrow_mut().dismiss(worker),
            Order::Fetch(program) => self.fetch(program),
            Order::Tell(message) => self.page.tell(message),
            Order::Wake(at) => {
                let ms = (at - now()).ceil().max(0.0) as u32;
                let timer = Timeout::new(ms, self.reports(Event::Woken));
                drop(self.timer.replace(Some(timer)));
            }
            Order::Yield => soon(Priority::Background, self.reports(Event::Resumed)),
            Order::Frame => before_frame(self.reports(Event::Framed)),
        }
    }

    fn fetch(self: &Rc<Self>, program: Program) {
        let files = self.boot.files(program);
        let on = Rc::clone(self);
        let arrived = Closure::<dyn Fn()>::new(move || on.happened(Event::Arriving(program)));
        let got = self.boot.get(&files, &arrived.into_js_value());
        let on = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            on.happened(match wasm_bindgen_futures::JsFuture::from(got).await {
                Ok(_) => Event::Fetched(program),
                Err(error) => {
                    web_sys::console::error_1(&error);
                    Event::NotFetched(program)
                }
            });
        });
    }
}
