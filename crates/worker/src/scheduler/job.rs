//! Jobs, and the workers that do them.

use super::event::{JobId, Place, WorkerId};
use super::simulation::Level;
use crate::protocol::{Lane, Program, Request};
use std::collections::VecDeque;

/// What a job does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Work {
    /// Draws the sections of a request.
    Sections(Request),
    /// Begins a simulation.
    Begin { n: u32 },
    /// Draws futures.
    Draw { from: u32, n: u32 },
    /// Works out all figures of some futures.
    Figures { from: u32, n: u32 },
    /// Draws the conclusion from the futures.
    Conclude { level: Level, is_exact: bool },
}

/// A job for a worker.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) id: JobId,
    pub(super) work: Work,
    /// The number of the request to which the job belongs.
    pub(super) request: u32,
    /// Whether the first worker with this job was lost.
    pub(super) is_second_try: bool,
    /// Whether the job is so short that another one may be queued behind it.
    pub(super) is_short: bool,
    /// Whether a worker with this job fell silent.
    pub(super) is_of_silent: bool,
    /// Whether the worker has been sent a cancellation.
    pub(super) is_cancelled: bool,
}

impl Job {
    pub(super) const fn new(work: Work, request: u32) -> Self {
        Self {
            id: JobId(0),
            work,
            request,
            is_second_try: false,
            is_short: false,
            is_of_silent: false,
            is_cancelled: false,
        }
    }

    pub(super) const fn lane(&self) -> Lane {
        match &self.work {
            Work::Sections(request) => request.lane,
            Work::Begin { .. } | Work::Draw { .. } | Work::Figures { .. } | Work::Conclude { .. } => {
                Lane::Futures
            }
        }
    }

    /// Whether the job runs in short stretches between other jobs.
    pub(super) fn is_in_stretches(&self) -> bool {
        self.lane().program() == Program::Sections
    }
}

/// The number of futures that a worker is given at a time. It does not affect the results.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PartSize {
    pub(super) draw: u32,
    pub(super) figures: u32,
}

impl PartSize {
    /// The size for a worker.
    pub(super) const USUAL: Self = Self { draw: 1_024, figures: 64 };
    /// The size for a worker while a slider moves, so that the answer after a release does not wait for long jobs.
    pub(super) const SHORT: Self = Self { draw: 128, figures: 16 };
    /// The first size on the main thread, which then learns how many futures fit into a slice.
    const ON_PAGE: Self = Self { draw: 8, figures: 1 };
}

/// Largest number of jobs in a worker, not counting sections.
const MOST_JOBS: usize = 3;

/// The state of a program in a worker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stage {
    Absent,
    Loading,
    Ready,
}

/// A worker, which may also be the main thread.
#[derive(Debug)]
pub(super) struct Worker {
    pub(super) id: WorkerId,
    pub(super) place: Place,
    /// How often it can still be restarted.
    pub(super) n_restarts: u32,
    stages: [Stage; 2],
    /// Jobs that run to completion, one after the other; the first one is running.
    pub(super) jobs: VecDeque<Job>,
    /// Jobs that run in stretches between the others, in the order in which they were sent. The worker continues with
    /// the newest.
    pub(super) sections: Vec<Job>,
    pub(super) part: PartSize,
    /// The time at which the worker counts as lost, unless a message from it arrives before. For the main thread, the
    /// time at which it must have loaded a program.
    pub(super) lost_at: Option<f64>,
    /// The time by which the worker must have finished a job.
    pub(super) done_by: Option<f64>,
}

impl Worker {
    pub(super) const fn new(id: WorkerId, place: Place) -> Self {
        let part = match place {
            Place::Worker => PartSize::USUAL,
            Place::Page => PartSize::ON_PAGE,
        };
        let stages = [Stage::Absent; 2];
        Self {
            id,
            place,
            n_restarts: 1,
            stages,
            jobs: VecDeque::new(),
            sections: Vec::new(),
            part,
            lost_at: None,
            done_by: None,
        }
    }

    pub(super) const fn stage(&mut self, program: Program) -> &mut Stage {
        &mut self.stages[program as usize]
    }

    pub(super) fn is_ready(&self, program: Program) -> bool {
        self.stages[program as usize] == Stage::Ready
    }

    /// Whether a message from this worker is due.
    pub(super) fn is_awaited(&self) -> bool {
        self.is_busy() || self.is_loading()
    }

    /// Whether the worker has a job.
    pub(super) fn is_busy(&self) -> bool {
        !self.jobs.is_empty() || !self.sections.is_empty()
    }

    /// Whether the worker is loading a program.
    pub(super) fn is_loading(&self) -> bool {
        self.stages.contains(&Stage::Loading)
    }

    /// Whether the worker has only short jobs, so that another one can be queued behind them.
    pub(super) fn can_queue(&self) -> bool {
        (1..MOST_JOBS).contains(&self.jobs.len()) && self.jobs.iter().all(|it| it.is_short)
    }

    /// All jobs of the worker.
    pub(super) fn jobs(&self) -> impl Iterator<Item = &Job> {
        self.jobs.iter().chain(&self.sections)
    }

    /// All jobs of the worker, to change them.
    pub(super) fn all_jobs(&mut self) -> impl Iterator<Item = &mut Job> {
        self.jobs.iter_mut().chain(&mut self.sections)
    }

    /// Removes a job from the worker.
    pub(super) fn take(&mut self, id: JobId) -> Option<Job> {
        if let Some(at) = self.jobs.iter().position(|it| it.id == id) {
            return self.jobs.remove(at);
        }
        let at = self.sections.iter().position(|it| it.id == id)?;
        Some(self.sections.remove(at))
    }
}
