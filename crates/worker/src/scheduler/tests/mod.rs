//! A fake page with fake workers, and what must hold in it.

mod answers;
mod failures;
mod futures;
mod page;
mod sections;
mod slider;
mod troubles;

use super::{Event, JobId, Machine, Message, Order, Place, Progress, Scheduler, Trouble, WorkerId};
use crate::protocol::{Answer, Lane, Program, Request, Section, Task};
use payenough_view::sections::SectionId;

/// A job that was sent to a worker.
#[derive(Clone, Debug)]
struct Sent {
    worker: WorkerId,
    job: JobId,
    task: Task,
}

/// Simulates everything except the scheduler.
struct World {
    scheduler: Scheduler,
    now: f64,
    hired: Vec<(WorkerId, Place)>,
    dismissed: Vec<WorkerId>,
    loads: Vec<(WorkerId, Program)>,
    /// Jobs that workers have not finished, oldest first.
    sent: Vec<Sent>,
    /// Names of all tasks that were sent since the log was cleared.
    log: Vec<&'static str>,
    cancelled: Vec<JobId>,
    fetches: Vec<Program>,
    told: Vec<Message>,
    wake_at: Option<f64>,
    is_yielding: bool,
    n_frames: usize,
    /// The number of futures that a link requests, and the number of them with all figures.
    wanted: (u32, u32),
    count: u32,
    took_ms: f64,
}

impl World {
    /// A page that has just been opened.
    fn new(n_processors: u32, is_sandboxed: bool) -> Self {
        let (scheduler, orders) = Scheduler::new(Machine { n_processors, is_sandboxed }, 0.0);
        let mut world = Self {
            scheduler,
            now: 0.0,
            hired: Vec::new(),
            dismissed: Vec::new(),
            loads: Vec::new(),
            sent: Vec::new(),
            log: Vec::new(),
            cancelled: Vec::new(),
            fetches: Vec::new(),
            told: Vec::new(),
            wake_at: None,
            is_yielding: false,
            n_frames: 0,
            wanted: (4_096, 2_048),
            count: 9,
            took_ms: 1.0,
        };
        world.obey(orders);
        world
    }

    /// A page with two workers that have computed everything for a link.
    fn settled(link: &str) -> Self {
        let mut world = Self::new(2, false);
        world.load_all();
        world.request_all(link);
        world.settle();
        world.forget();
        world
    }

    /// A page on which no worker can be created.
    fn without_workers() -> Self {
        let mut world = Self::new(4, false);
        let first = world.hired[0].0;
        world.on(Event::Lost(first));
        world.load_all();
        world
    }

    fn on(&mut self, event: Event) {
        let orders = self.scheduler.on(event, self.now);
        self.obey(orders);
    }

    fn obey(&mut self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Hire(worker, place) => self.hired.push((worker, place)),
                Order::Load(worker, program) => self.loads.push((worker, program)),
                Order::Send(worker, job, task) => {
                    self.log.push(task.name());
                    self.sent.push(Sent { worker, job, task });
                }
                Order::Cancel(_, _, job) => self.cancelled.push(job),
                Order::Dismiss(worker) => {
                    self.dismissed.push(worker);
                    self.sent.retain(|it| it.worker != worker);
                    self.loads.retain(|it| it.0 != worker);
                }
                Order::Fetch(program) => self.fetches.push(program),
                Order::Tell(message) => self.told.push(message),
                Order::Wake(at) => self.wake_at = Some(at),
                Order::Yield => self.is_yielding = true,
                Order::Frame => self.n_frames += 1,
            }
        }
    }

    /// Lets time pass. The scheduler is woken whenever it has ordered that.
    fn pass(&mut self, ms: f64) {
        let end = self.now + ms;
        while let Some(at) = self.wake_at.filter(|at| *at <= end) {
            self.now = at;
            self.wake_at = None;
            self.on(Event::Woken);
        }
        self.now = end;
    }

    /// Workers load every program that was ordered.
    fn load_all(&mut self) {
        while !self.loads.is_empty() {
            let (worker, program) = self.loads.remove(0);
            self.on(Event::Ready(worker, program));
        }
    }

    fn request(&mut self, lane: Lane, link: &str) {
        self.on(Event::Requested(Request::of(lane, link)));
    }

    /// Sends the requests that the page sends when the scenario changes.
    fn request_all(&mut self, link: &str) {
        for lane in Lane::OF_SCENARIO {
            self.request(lane, link);
        }
    }

    /// The reader moves a slider to a position with another scenario.
    fn move_slider(&mut self, link: &str) {
        self.on(Event::SliderMoved);
        self.request_all(link);
    }

    /// A worker finishes a job.
    fn answer(&mut self, job: JobId) {
        let at = self.sent.iter().position(|it| it.job == job).expect("a job that was sent");
        let Sent { worker, job, task } = self.sent.remove(at);
        if let Some(at) = self.cancelled.iter().position(|it| *it == job) {
            self.cancelled.remove(at);
            return self.on(Event::Cancelled(worker, job));
        }
        let (answer, took_ms) = (self.answer_to(&task), self.took_ms);
        self.on(Event::Done { worker, job, answer, took_ms });
    }

    /// The oldest unfinished job with this name.
    fn oldest(&self, name: &str) -> Option<JobId> {
        self.sent.iter().find(|it| it.task.name() == name).map(|it| it.job)
    }

    /// Workers finish all jobs with this name, including those that they get meanwhile.
    fn do_all(&mut self, name: &str) {
        while let Some(job) = self.oldest(name) {
            self.answer(job);
        }
    }

    /// Workers finish all jobs for the first screen and for the answer.
    fn do_urgent(&mut self) {
        while let Some(job) = self.urgent() {
            self.answer(job);
        }
    }

    fn urgent(&self) -> Option<JobId> {
        let is_urgent = |it: &&Sent| match &it.task {
            Task::Sections { request, .. } => request.lane == Lane::Middle,
            Task::Begin { .. } | Task::Conclude { .. } => true,
            Task::Draw { from, .. } => *from < 2_048,
            Task::Figures { .. } => false,
        };
        self.sent.iter().find(is_urgent).map(|it| it.job)
    }

    /// Workers draw and conclude until the first answer is shown.
    fn first_answer(&mut self) {
        let seen = self.answers().len();
        while self.answers().len() == seen {
            let job = self.urgent().expect("a job for the answer");
            self.answer(job);
        }
    }

    /// Workers finish everything.
    fn settle(&mut self) {
        for _ in 0..10_000 {
            if !self.fetches.is_empty() {
                let program = self.fetches.remove(0);
                self.on(Event::Fetched(program));
            }
            self.load_all();
            if let Some(job) = self.sent.first().map(|it| it.job) {
                self.answer(job);
            } else if self.is_yielding {
                self.resume();
            } else if self.fetches.is_empty() {
                self.frame();
                return;
            }
        }
        panic!("it never ends");
    }

    fn resume(&mut self) {
        assert!(core::mem::take(&mut self.is_yielding), "the scheduler waits for nothing");
        self.on(Event::Resumed);
    }

    fn frame(&mut self) {
        for _ in 0..core::mem::take(&mut self.n_frames) {
            self.on(Event::Framed);
        }
    }

    /// Clears the messages to the page and the log.
    fn forget(&mut self) {
        self.told.clear();
        self.log.clear();
    }

    /// The sections that the page was sent, as id and tree.
    fn shown(&self) -> Vec<(&str, &str)> {
        let section = |it| {
            if let &Message::Section(Section { id, ref tree }) = it { Some((id.id(), tree)) } else { None }
        };
        self.told.iter().filter_map(section).map(|(id, tree)| (id, tree.as_str())).collect()
    }

    /// The answers that the page was sent.
    fn answers(&self) -> Vec<&str> {
        self.shown().into_iter().filter(|it| it.0 == SectionId::Verdict.id()).map(|it| it.1).collect()
    }

    /// What the page was last told of what keeps answers from arriving.
    fn trouble(&self) -> Option<Trouble> {
        let trouble = |it| if let &Message::Trouble(it) = it { Some(it) } else { None };
        self.told.iter().rev().find_map(trouble).flatten()
    }

    fn progress(&self) -> Option<Progress> {
        let progress = |it| if let &Message::Progress(it) = it { Some(it) } else { None };
        self.told.iter().rev().find_map(progress)
    }

    /// The unfinished jobs of a worker.
    fn jobs_of(&self, worker: WorkerId) -> Vec<&'static str> {
        self.sent.iter().filter(|it| it.worker == worker).map(|it| it.task.name()).collect()
    }

    /// The lanes of the sections that workers are drawing.
    fn lanes(&self) -> Vec<Lane> {
        let lane =
            |it: &Sent| if let Task::Sections { request, .. } = &it.task { Some(request.lane) } else { None };
        self.sent.iter().filter_map(lane).collect()
    }

    /// The job for a lane.
    fn job_for(&self, lane: Lane) -> JobId {
        let is_meant =
            |it: &&Sent| matches!(&it.task, Task::Sections { request, .. } if request.lane == lane);
        self.sent.iter().find(is_meant).expect("a job for the lane").job
    }
}
