//! The life of workers: they are hired, load their programs, fall silent, are lost, and are restarted.

use super::event::{JobId, Order, Place, WorkerId};
use super::job::{Job, Stage, Work, Worker};
use super::simulation::FIRST;
use super::trouble::{ENDLESS_MS, SILENT_MS};
use super::{Fetching, Message, Scheduler};
use crate::protocol::{Lane, Program};

/// In a frame with an opaque origin, a worker that has not started within this time counts as blocked.
const BLOCKED_MS: f64 = 2_000.0;
/// Smallest and largest number of workers. In between, there is one per processor except one for the page. Two are the
/// minimum, so that a search does not delay the futures.
const N_WORKERS: (u32, u32) = (2, 8);
/// How long a job runs at a time on the main thread, where there are no workers.
pub const SLICE_MS: f64 = 12.0;

impl Scheduler {
    pub(super) fn hire(&mut self, place: Place) {
        let worker = Worker::new(WorkerId(self.new_number()), place);
        self.start(self.workers.len(), worker);
    }

    /// Hires the remaining workers.
    pub(super) fn hire_the_others(&mut self) {
        if self.workers.iter().any(|it| it.place == Place::Worker) {
            let n = self.machine.n_processors.saturating_sub(1).clamp(N_WORKERS.0, N_WORKERS.1);
            (1..n).for_each(|_| self.hire(Place::Worker));
        }
    }

    fn start(&mut self, at: usize, mut worker: Worker) {
        let (id, place) = (worker.id, worker.place);
        self.orders.push(Order::Hire(id, place));
        let may_be_blocked = self.machine.is_sandboxed && place == Place::Worker;
        let patience = if may_be_blocked { BLOCKED_MS } else { SILENT_MS };
        worker.lost_at = Some(self.now + patience);
        for program in Program::ALL {
            if program == Program::Futures || self.fetching == Fetching::Here {
                *worker.stage(program) = Stage::Loading;
                self.orders.push(Order::Load(id, program));
            }
        }
        self.workers.insert(at.min(self.workers.len()), worker);
    }

    pub(super) fn fetched(&mut self, program: Program) {
        self.fetching = Fetching::Here;
        self.fetched_by = None;
        let now = self.now;
        for worker in &mut self.workers {
            if *worker.stage(program) == Stage::Absent {
                *worker.stage(program) = Stage::Loading;
                // a worker that has not started yet has its own limit
                if worker.is_ready(Program::Futures) {
                    worker.lost_at = Some(now + SILENT_MS);
                }
                self.orders.push(Order::Load(worker.id, program));
            }
        }
    }

    pub(super) fn not_fetched(&mut self) {
        self.fetching = Fetching::Failed;
        self.fetched_by = None;
    }

    /// Sets the time by which more of the program that is being fetched must have arrived.
    pub(super) fn await_file(&mut self) {
        if self.fetching == Fetching::Asked {
            self.fetched_by = Some(self.now + SILENT_MS);
        }
    }

    pub(super) fn ready(&mut self, id: WorkerId, program: Program) {
        let Some(worker) = self.workers.iter_mut().find(|it| it.id == id) else { return };
        *worker.stage(program) = Stage::Ready;
        self.progressed(id);
        if program == Program::Futures && !self.is_ready_told {
            self.is_ready_told = true;
            self.tell(Message::Ready);
        }
    }

    /// Extends the time limit of a worker that has sent a message, if it still owes an answer.
    pub(super) fn heard_of(&mut self, id: WorkerId) {
        let now = self.now;
        if let Some(worker) = self.workers.iter_mut().find(|it| it.id == id) {
            let is_due = if worker.place == Place::Page { worker.is_loading() } else { worker.is_awaited() };
            worker.lost_at = is_due.then_some(now + SILENT_MS);
        }
    }

    /// Extends both time limits of a worker that has finished something.
    fn progressed(&mut self, id: WorkerId) {
        self.heard_of(id);
        let now = self.now;
        if let Some(worker) = self.workers.iter_mut().find(|it| it.id == id) {
            worker.done_by = worker.is_busy().then_some(now + ENDLESS_MS);
        }
    }

    /// Sets the time limits for the answer to a job.
    pub(super) fn await_answer(worker: &mut Worker, now: f64) {
        worker.done_by.get_or_insert(now + ENDLESS_MS);
        if worker.place == Place::Worker {
            worker.lost_at = Some(now + SILENT_MS);
        }
    }

    /// Removes a job from a worker that has sent a message.
    pub(super) fn take_job(&mut self, id: WorkerId, job: JobId) -> Option<Job> {
        let taken = self.workers.iter_mut().find(|it| it.id == id)?.take(job);
        self.progressed(id);
        taken
    }

    pub(super) fn cancelled(&mut self, id: WorkerId, job: JobId) {
        drop(self.take_job(id, job));
    }

    /// Orders the cancellation of jobs that are no longer needed.
    pub(super) fn cancel_unwanted(&mut self) {
        let mut workers = core::mem::take(&mut self.workers);
        for worker in &mut workers {
            let id = worker.id;
            for job in worker.all_jobs() {
                if !job.is_cancelled && !self.is_wanted(job) {
                    job.is_cancelled = true;
                    self.orders.push(Order::Cancel(id, job.lane().program(), job.id));
                }
            }
        }
        self.workers = workers;
    }

    /// Handles a panic. A worker thread is restarted. The main thread cannot be, so its job is given up.
    pub(super) fn broken(&mut self, id: WorkerId, job: JobId) {
        match self.workers.iter().find(|it| it.id == id).map(|it| it.place) {
            Some(Place::Worker) => self.lost(id),
            Some(Place::Page) => {
                if let Some(job) = self.take_job(id, job) {
                    self.fail(&job);
                }
            }
            None => {}
        }
    }

    /// Gives up a job.
    fn fail(&mut self, job: &Job) {
        let lane = job.lane();
        if lane == Lane::Futures && self.is_wanted(job) {
            self.simulation.iter_mut().for_each(|it| it.is_failed = true);
            self.note_progress();
        } else if let Some(it) = self.requests[lane as usize].as_mut().filter(|it| it.number == job.request) {
            it.is_failed = true;
        }
    }

    /// Removes a lost worker. Its jobs go to another worker once; a job with which two workers were lost is given up.
    pub(super) fn lost(&mut self, id: WorkerId) {
        let Some(at) = self.workers.iter().position(|it| it.id == id) else { return };
        let mut worker = self.workers.remove(at);
        self.orders.push(Order::Dismiss(id));
        for mut job in worker.sections.drain(..).chain(worker.jobs.pop_front()) {
            if job.is_second_try {
                self.fail(&job);
            } else {
                job.is_second_try = true;
                self.retries.push(job);
            }
        }
        // jobs that were only queued are not to blame
        self.retries.extend(worker.jobs.drain(..));
        if worker.place == Place::Worker && worker.is_ready(Program::Futures) && worker.n_restarts > 0 {
            let mut again = Worker::new(WorkerId(self.new_number()), Place::Worker);
            again.n_restarts = worker.n_restarts - 1;
            self.start(at, again);
        } else if worker.place == Place::Page {
            self.simulation.iter_mut().for_each(|it| it.is_failed = true);
            self.note_progress();
        } else if self.workers.is_empty() {
            self.hire(Place::Page);
        }
    }

    pub(super) fn dismiss_silent(&mut self) {
        let now = self.now;
        let is_over = |at: Option<f64>| at.is_some_and(|at| at <= now);
        let is_silent = |it: &&mut Worker| it.place == Place::Worker && is_over(it.lost_at);
        while let Some(worker) = self.workers.iter_mut().find(is_silent) {
            let id = worker.id;
            worker.all_jobs().for_each(|it| it.is_of_silent = true);
            self.lost(id);
        }
        while let Some(id) = self.workers.iter().find(|it| is_over(it.done_by)).map(|it| it.id) {
            self.give_up(id);
        }
    }

    /// Gives up the job at which a worker comes to no end. Another worker would not come to one either.
    fn give_up(&mut self, id: WorkerId) {
        let Some(worker) = self.workers.iter_mut().find(|it| it.id == id) else { return };
        let job = worker.jobs.pop_front().or_else(|| worker.sections.pop());
        worker.done_by = None;
        let place = worker.place;
        let Some(job) = job else { return };
        self.fail(&job);
        match place {
            Place::Worker => self.lost(id),
            Place::Page => self.orders.push(Order::Cancel(id, job.lane().program(), job.id)),
        }
    }

    /// Orders to be woken when something is due. An earlier order that still stands is kept: when it is due, this runs
    /// again.
    pub(super) fn plan_wake(&mut self) {
        let limits = self.workers.iter().flat_map(|it| [it.lost_at, it.done_by]).chain([self.fetched_by]);
        let due = limits.flatten().filter(|at| self.now < *at).reduce(f64::min);
        let Some(at) = [due, self.slider.next_at()].into_iter().flatten().reduce(f64::min) else { return };
        if self.wake_at.is_none_or(|planned| at < planned) {
            self.wake_at = Some(at);
            self.orders.push(Order::Wake(at));
        }
    }

    /// Learns from a finished job how many futures fit into a slice on the main thread.
    pub(super) fn learn_part_size(&mut self, id: WorkerId, work: &Work, took_ms: f64) {
        let Some(worker) = self.workers.iter_mut().find(|it| it.id == id && it.place == Place::Page) else {
            return;
        };
        let (part, n) = match *work {
            Work::Begin { n } | Work::Draw { n, .. } => (&mut worker.part.draw, n),
            Work::Figures { n, .. } => (&mut worker.part.figures, n),
            Work::Sections(_) | Work::Conclude { .. } => return,
        };
        let fits = (SLICE_MS / took_ms.max(0.1) * f64::from(n)).min(f64::from(2 * n)).min(f64::from(FIRST));
        // sizes are powers of two, so that the same parts recur, and their cached inputs can be reused
        *part = 1 << (fits.max(1.0) as u32).ilog2();
    }
}
