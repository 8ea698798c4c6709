//! Decides which worker does what, and when the page gets a message. It is a state machine that takes events and
//! returns orders. It is independent of clocks, browsers and message formats, so that its tests run in milliseconds.

mod assign;
mod event;
mod job;
mod parts;
mod progress;
mod show;
mod simulation;
mod slider;
#[cfg(test)]
mod tests;
mod trouble;
mod workers;

pub use event::{Event, JobId, Machine, Message, Order, Place, WorkerId};
pub use progress::{Progress, State};
pub use trouble::Trouble;
pub use workers::SLICE_MS;

use crate::protocol::{Answer, Lane, Program, Request, Section};
use job::{Job, Work, Worker};
use parts::Numbers;
use payenough_view::sections::SectionId;
use simulation::{Conclusion, FIRST, Simulation};
use slider::{REFRESH_MS, Slider, take_due};
use std::collections::VecDeque;

/// The state of the sections program on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fetching {
    Absent,
    Asked,
    Failed,
    Here,
}

/// The newest request of a lane.
#[derive(Debug)]
struct Requested {
    request: Request,
    number: u32,
    is_sent: bool,
    /// Whether its job was given up.
    is_failed: bool,
}

/// The scheduler of all workers on the page.
#[derive(Debug)]
pub struct Scheduler {
    machine: Machine,
    now: f64,
    /// The workers. Only the first also does searches.
    workers: Vec<Worker>,
    last_number: u32,
    /// The newest request of each lane except that of the futures.
    requests: [Option<Requested>; Lane::ALL.len()],
    /// The number of the request whose first screen is shown.
    first_screen: u32,
    /// The newest request for futures, until its simulation begins.
    waiting: Option<Request>,
    simulation: Option<Simulation>,
    numbers: Numbers,
    /// The number of futures that the last simulation requested.
    usual: u32,
    /// Jobs whose worker was lost.
    retries: Vec<Job>,
    slider: Slider,
    width: u32,
    fetching: Fetching,
    /// When more of the program that is being fetched must have arrived.
    fetched_by: Option<f64>,
    /// Sections that are shown one by one, so that the page never draws several at once; each with lane and request
    /// number.
    unshown: VecDeque<(Lane, u32, Section)>,
    is_yielding: bool,
    progress: Option<Progress>,
    is_ready_told: bool,
    wake_at: Option<f64>,
    /// The trouble that the page knows of.
    told: Option<Trouble>,
    orders: Vec<Order>,
}

impl Scheduler {
    /// Creates a scheduler, and orders for its first worker.
    #[must_use]
    pub fn new(machine: Machine, now_ms: f64) -> (Self, Vec<Order>) {
        let mut scheduler = Self {
            machine,
            now: now_ms,
            workers: Vec::new(),
            last_number: 0,
            requests: [const { None }; Lane::ALL.len()],
            first_screen: 0,
            waiting: None,
            simulation: None,
            numbers: Numbers::default(),
            usual: FIRST,
            retries: Vec::new(),
            slider: Slider::new(),
            width: 700,
            fetching: Fetching::Absent,
            fetched_by: None,
            unshown: VecDeque::new(),
            is_yielding: false,
            progress: None,
            is_ready_told: false,
            wake_at: None,
            told: None,
            orders: Vec::new(),
        };
        scheduler.hire(Place::Worker);
        scheduler.plan_wake();
        let orders = core::mem::take(&mut scheduler.orders);
        (scheduler, orders)
    }

    /// Handles an event at a time in milliseconds. Returns orders, which must be carried out in sequence.
    pub fn on(&mut self, event: Event, now_ms: f64) -> Vec<Order> {
        self.now = now_ms;
        match event {
            Event::Requested(request) => self.requested(request),
            Event::Resized(width) => self.width = width,
            Event::SliderMoved => self.slider_moved(),
            Event::SliderReleased => self.slider_released(),
            Event::StopClicked => self.simulation.iter_mut().for_each(Simulation::stop),
            Event::Fetched(program) => self.fetched(program),
            Event::Arriving(_) => self.await_file(),
            Event::NotFetched(_) => self.not_fetched(),
            Event::Ready(worker, program) => self.ready(worker, program),
            Event::Alive(worker) => self.heard_of(worker),
            Event::Done { worker, job, answer, took_ms } => self.done(worker, job, answer, took_ms),
            Event::Cancelled(worker, job) => self.cancelled(worker, job),
            Event::Broken(worker, job) => self.broken(worker, job),
            Event::Lost(worker) => self.lost(worker),
            Event::Woken => self.woken(),
            Event::Resumed => self.show_next(),
            Event::Framed => self.show_progress(),
        }
        self.cancel_unwanted();
        self.assign();
        self.tell_trouble();
        self.plan_wake();
        core::mem::take(&mut self.orders)
    }

    fn tell(&mut self, message: Message) {
        self.orders.push(Order::Tell(message));
    }

    const fn new_number(&mut self) -> u32 {
        self.last_number += 1;
        self.last_number
    }

    fn requested(&mut self, request: Request) {
        if request.lane == Lane::Futures {
            if self.simulation.is_none() {
                self.hire_the_others();
            }
            self.waiting = Some(request);
            self.begin();
            return;
        }
        if request.lane.program() == Program::Sections && self.fetching == Fetching::Failed {
            self.fetching = Fetching::Absent;
        }
        for it in self.requests.iter_mut().flatten().filter(|it| it.request.lane.is_clicked()) {
            it.is_failed = false;
        }
        let number = self.new_number();
        let lane = request.lane as usize;
        self.requests[lane] = Some(Requested { request, number, is_sent: false, is_failed: false });
    }

    /// Starts the simulation that waits. While a slider moves, it waits until the previous simulation has its first
    /// answer, and until another answer may be shown, unless the slider is at rest.
    fn begin(&mut self) {
        let is_early = self.slider.is_early(self.now);
        if is_early {
            self.slider.refresh_at.get_or_insert(self.slider.shown_at + REFRESH_MS);
        } else if self.waiting.is_none() {
            self.show_answer();
        }
        let is_held =
            (is_early && !self.slider.is_at_rest) || (self.slider.is_moving && self.awaits_answer());
        if let Some(request) = self.waiting.take_if(|_| !is_held) {
            let number = self.new_number();
            let mut simulation = Simulation::new(request, number, self.width);
            simulation.is_failed = self.workers.is_empty();
            self.simulation = Some(simulation);
            self.note_progress();
        }
    }

    /// Whether the simulation still lacks its first answer.
    fn awaits_answer(&self) -> bool {
        self.simulation.as_ref().is_some_and(Simulation::awaits_answer)
    }

    fn want_exact_words(&mut self) {
        self.simulation.iter_mut().for_each(Simulation::want_exact_words);
    }

    fn woken(&mut self) {
        let planned = self.wake_at.take();
        self.forgive_sleep(planned);
        if take_due(&mut self.slider.refresh_at, self.now) {
            self.begin();
        }
        if take_due(&mut self.slider.rest_at, self.now) {
            self.slider.is_at_rest = true;
            if self.waiting.is_none() {
                self.want_exact_words();
            }
            self.begin();
        }
        let is_late = take_due(&mut self.slider.late_at, self.now) && !self.slider.is_moving;
        if is_late && (self.waiting.is_some() || self.awaits_answer()) {
            self.tell(Message::Section(Section { id: SectionId::Verdict, tree: String::new() }));
        }
        self.dismiss_silent();
    }

    /// Whether this is the newest request of its lane. A first screen only has to be newer than the one that is shown,
    /// so that charts follow a slider that moves faster than they are drawn.
    fn is_newest(&self, lane: Lane, number: u32) -> bool {
        match lane {
            Lane::Middle => self.first_screen < number,
            Lane::Futures => self.simulation.as_ref().is_some_and(|it| it.number == number),
            _ => self.requests[lane as usize].as_ref().is_some_and(|it| it.number == number),
        }
    }

    fn is_wanted(&self, job: &Job) -> bool {
        self.is_newest(job.lane(), job.request)
    }

    /// Handles a finished job. Its worker is free for another.
    fn done(&mut self, worker: WorkerId, id: JobId, answer: Answer, took_ms: f64) {
        let Some(job) = self.take_job(worker, id) else { return };
        self.learn_part_size(worker, &job.work, took_ms);
        if self.is_wanted(&job) {
            self.keep(job, answer);
        }
    }

    /// Stores the result of a job.
    fn keep(&mut self, job: Job, answer: Answer) {
        let lane = job.lane();
        if let (Work::Sections(_), Answer::Sections { sections, .. }) = (&job.work, &answer) {
            if lane == Lane::Middle {
                self.first_screen = job.request;
                sections.iter().cloned().for_each(|it| self.tell(Message::Section(it)));
            } else {
                self.show_later(lane, job.request, sections.iter().cloned());
            }
            return;
        }
        let Some(simulation) = &mut self.simulation else { return };
        match (job.work, answer) {
            (Work::Begin { .. }, Answer::Begun { n_total, n_full, presents }) => {
                simulation.begun(n_total, n_full);
                self.usual = n_total;
                simulation.keep_drawn(0, &presents, &mut self.numbers);
            }
            (Work::Draw { from, .. }, Answer::Numbers(presents)) => {
                simulation.keep_drawn(from, &presents, &mut self.numbers);
            }
            (Work::Figures { from, n }, Answer::Numbers(rows)) => {
                simulation.keep_figures(from, n, &rows, &mut self.numbers);
                return;
            }
            (Work::Conclude { level, is_exact }, Answer::Sections { sections, count }) => {
                simulation.keep_conclusion(level, is_exact, Conclusion { sections, count }, &self.slider);
                if !self.slider.is_early(self.now) {
                    self.show_answer();
                }
                self.note_progress();
                self.begin();
                return;
            }
            // an answer of the wrong kind is handled as a failed job
            _ => simulation.is_failed = true,
        }
        self.note_progress();
    }
}
