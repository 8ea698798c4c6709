//! Workers come and go: they are hired, start their programs, fall silent, are lost and started again.

use super::event::{JobId, Order, Place, WorkerId};
use super::job::{Job, Stage, Work, Worker};
use super::simulation::FIRST;
use super::{Fetching, Message, Scheduler};
use crate::protocol::{Lane, Program};

/// A worker that owes an answer and is silent for longer is lost.
const SILENT_MS: f64 = 20_000.0;
/// In a frame without an origin: a worker that has not started by then never will.
const BLOCKED_MS: f64 = 2_000.0;
/// As many workers as the machine has processors, less one for the page; two at least, so that a search holds up no futures.
const N_WORKERS: (u32, u32) = (2, 8);
/// How long the page itself works at a stretch where no worker runs.
pub const SLICE_MS: f64 = 12.0;

impl Scheduler {
    pub(super) fn hire(&mut self, place: Place) {
        let worker = Worker::new(WorkerId(self.new_number()), place);
        self.start(self.workers.len(), worker);
    }

    /// Hires the workers that draw futures beside the first.
    pub(super) fn hire_the_others(&mut self) {
        if self.workers.iter().any(|it| it.place == Place::Worker) {
            let n = self.machine.n_processors.saturating_sub(1).clamp(N_WORKERS.0, N_WORKERS.1);
            (1..n).for_each(|_| self.hire(Place::Worker));
        }
    }

    fn start(&mut self, at: usize, mut worker: Worker) {
        let (id, place) = (worker.id, worker.place);
        self.orders.push(Order::Hire(id, place));
        let patience = if self.machine.is_sandboxed { BLOCKED_MS } else { SILENT_MS };
        worker.lost_at = (place == Place::Worker).then_some(self.now + patience);
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
        let now = self.now;
        for worker in &mut self.workers {
            if *worker.stage(program) == Stage::Absent {
                *worker.stage(program) = Stage::Loading;
                // a worker that has yet to start has its own limit
                if worker.place == Place::Worker && worker.is_ready(Program::Futures) {
                    worker.lost_at = Some(now + SILENT_MS);
                }
                self.orders.push(Order::Load(worker.id, program));
            }
        }
    }

    pub(super) fn ready(&mut self, id: WorkerId, program: Program) {
        let Some(worker) = self.workers.iter_mut().find(|it| it.id == id) else { return };
        *worker.stage(program) = Stage::Ready;
        self.heard_of(id);
        if program == Program::Futures && !self.is_ready_told {
            self.is_ready_told = true;
            self.tell(Message::Ready);
        }
    }

    /// A worker that was heard of has time again, if it owes an answer.
    pub(super) fn heard_of(&mut self, id: WorkerId) {
        let now = self.now;
        if let Some(worker) = self.workers.iter_mut().find(|it| it.id == id && it.place == Place::Worker) {
            worker.lost_at = worker.is_awaited().then_some(now + SILENT_MS);
        }
    }

    /// A job that was sent is to be answered in time.
    pub(super) fn await_answer(worker: &mut Worker, now: f64) {
        if worker.place == Place::Worker {
            worker.lost_at = Some(now + SILENT_MS);
        }
    }

    /// Takes a job off a worker that was heard of.
    pub(super) fn take_job(&mut self, id: WorkerId, job: JobId) -> Option<Job> {
        let taken = self.workers.iter_mut().find(|it| it.id == id)?.take(job);
        self.heard_of(id);
        taken
    }

    pub(super) fn cancelled(&mut self, id: WorkerId, job: JobId) {
        drop(self.take_job(id, job));
    }

    /// Tells workers of the jobs that nobody needs any more.
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

    /// A worker whose program broke down is started anew; the page cannot be, and does without the job.
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

    fn fail(&mut self, job: &Job) {
        if job.lane() == Lane::Futures && self.is_wanted(job) {
            self.simulation.iter_mut().for_each(|it| it.is_failed = true);
            self.note_progress();
        }
    }

    /// Ends a worker. Its jobs go to another, once: a job that two were lost with is left undone.
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
        // what was only queued has broken nothing
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
        let silent = |it: &Worker| it.lost_at.is_some_and(|at| at <= now);
        while let Some(id) = self.workers.iter().find(|it| silent(it)).map(|it| it.id) {
            self.lost(id);
        }
    }

    /// Orders to be woken when something is due. An order for an earlier time stands: it plans anew.
    pub(super) fn plan_wake(&mut self) {
        let silent = self.workers.iter().filter_map(|it| it.lost_at).reduce(f64::min);
        let Some(at) = [silent, self.slider.next_at()].into_iter().flatten().reduce(f64::min) else { return };
        if self.wake_at.is_none_or(|planned| at < planned) {
            self.wake_at = Some(at);
            self.orders.push(Order::Wake(at));
        }
    }

    /// The page learns how many futures fit into a slice.
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
        // powers of two, so that the same parts come again, and what they draw is known
        *part = 1 << (fits.max(1.0) as u32).ilog2();
    }
}
