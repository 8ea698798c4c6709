//! Assigns jobs to workers. Jobs that the first answer needs come before everything below it.

use super::event::{JobId, Order};
use super::job::{Job, Work, Worker};
use super::simulation::is_short;
use super::{Fetching, Scheduler};
use crate::protocol::{Lane, Program, Task};

impl Scheduler {
    /// Gives jobs to all workers that can take one.
    pub(super) fn assign(&mut self) {
        let mut retries = core::mem::take(&mut self.retries);
        retries.retain(|it| self.is_wanted(it));
        self.retries = retries;
        self.fetch_sections();
        let mut workers = core::mem::take(&mut self.workers);
        let n = workers.len();
        // workers without sections come first
        for has_sections in [false, true] {
            for (at, worker) in workers.iter_mut().enumerate() {
                if worker.sections.is_empty() == has_sections {
                    continue;
                }
                while worker.jobs.is_empty() && worker.is_ready(Program::Futures) {
                    let Some(job) = self.pick(worker, at == 0, n) else { break };
                    self.send(worker, job);
                }
            }
        }
        // a worker with a short job gets the next one in advance, so that it does not wait for a busy main thread
        for worker in &mut workers {
            while worker.can_queue() {
                let Some(job) = self.middle().or_else(|| self.urgent(worker, n)) else { break };
                self.send(worker, job);
            }
        }
        self.workers = workers;
    }

    /// Has the sections program fetched after the first answer, or when the reader clicks on something that needs it.
    fn fetch_sections(&mut self) {
        let awaits_answer = self.awaits_answer();
        let is_due = |lane: &Lane| {
            let is_asked = self.requests[*lane as usize].as_ref().is_some_and(|it| !it.is_sent);
            is_asked && lane.program() == Program::Sections && (lane.is_clicked() || !awaits_answer)
        };
        if self.fetching == Fetching::Absent && Lane::ALL.iter().any(is_due) {
            self.fetching = Fetching::Asked;
            self.await_file();
            self.orders.push(Order::Fetch(Program::Sections));
        }
    }

    /// The next job for a worker that has none.
    fn pick(&mut self, worker: &Worker, is_first: bool, n_workers: usize) -> Option<Job> {
        if let Some(job) = self.middle() {
            return Some(job);
        }
        let can_retry = |it: &Job| {
            worker.is_ready(it.lane().program()) && (worker.sections.is_empty() || !it.is_in_stretches())
        };
        if let Some(at) = self.retries.iter().position(can_retry) {
            return Some(self.retries.remove(at));
        }
        if let Some(job) = self.urgent(worker, n_workers) {
            return Some(job);
        }
        // sections would take processor time from the answer
        if self.awaits_answer() {
            return None;
        }
        // while a slider moves, at most one worker draws sections
        if (is_first || !self.slider.is_moving) && can_take_sections(worker, n_workers) {
            let is_quick = |lane: Lane| !lane.is_search();
            let job = self.section(is_quick);
            let is_idle = worker.sections.is_empty();
            let job = job.or_else(|| if is_first && is_idle { self.section(|_| true) } else { None });
            if job.is_some() {
                return job;
            }
        }
        if !worker.sections.is_empty() {
            return None;
        }
        let is_short = is_short(worker, &self.slider);
        let simulation = self.simulation.as_mut()?;
        let work = simulation.next(worker, is_short)?;
        let mut job = Job::new(work, simulation.number);
        job.is_short = is_short;
        Some(job)
    }

    fn urgent(&mut self, worker: &Worker, n_workers: usize) -> Option<Job> {
        let simulation = self.simulation.as_mut()?;
        let work = simulation.urgent(worker, n_workers, &self.slider)?;
        Some(Job::new(work, simulation.number))
    }

    /// The job for the first screen, which comes before everything else.
    fn middle(&mut self) -> Option<Job> {
        let mut job = self.section_of(Lane::Middle)?;
        job.is_short = true;
        Some(job)
    }

    /// The next request among the lanes that `is_meant` selects, in the order of the lanes.
    fn section(&mut self, is_meant: impl Fn(Lane) -> bool) -> Option<Job> {
        let is_meant = |lane: &Lane| lane.program() == Program::Sections && is_meant(*lane);
        // lanes that answer a click come first
        let mut lanes: Vec<Lane> = Lane::ALL.into_iter().filter(is_meant).collect();
        lanes.sort_by_key(|it| !it.is_clicked());
        lanes.into_iter().find_map(|lane| self.section_of(lane))
    }

    fn section_of(&mut self, lane: Lane) -> Option<Job> {
        let requested = self.requests[lane as usize].as_mut().filter(|it| !it.is_sent)?;
        requested.is_sent = true;
        Some(Job::new(Work::Sections(requested.request.clone()), requested.number))
    }

    fn send(&mut self, worker: &mut Worker, mut job: Job) {
        job.id = JobId(self.new_number());
        job.is_cancelled = false;
        let task = match (&job.work, &self.simulation) {
            (Work::Sections(request), _) => Task::Sections { request: request.clone(), width: self.width },
            (work, Some(simulation)) => simulation.task(work, &self.numbers, &self.slider),
            (_, None) => return,
        };
        Self::await_answer(worker, self.now);
        self.orders.push(Order::Send(worker.id, job.id, task));
        if job.is_in_stretches() {
            worker.sections.push(job);
        } else {
            worker.jobs.push_back(job);
        }
    }
}

/// A worker draws the sections of one request at a time. If it is the only worker, it also takes quick sections during
/// a search.
fn can_take_sections(worker: &Worker, n_workers: usize) -> bool {
    let is_at_search = worker.sections.len() == 1 && worker.sections.iter().all(|it| it.lane().is_search());
    worker.is_ready(Program::Sections) && (worker.sections.is_empty() || (n_workers == 1 && is_at_search))
}
