//! A job, and the worker that does it.

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
    /// Says what the futures say.
    Conclude { level: Level, is_exact: bool },
}

/// Something for a worker to do.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) id: JobId,
    pub(super) work: Work,
    /// The number of the request that it belongs to.
    pub(super) request: u32,
    /// Was its first worker lost?
    pub(super) is_second_try: bool,
    /// Does it take so little time that the next job may wait behind it?
    pub(super) is_short: bool,
    /// Was its worker told that nobody needs it?
    pub(super) is_cancelled: bool,
}

impl Job {
    pub(super) const fn new(work: Work, request: u32) -> Self {
        let (is_second_try, is_short, is_cancelled) = (false, false, false);
        Self { id: JobId(0), work, request, is_second_try, is_short, is_cancelled }
    }

    pub(super) const fn lane(&self) -> Lane {
        match &self.work {
            Work::Sections(request) => request.lane,
            Work::Begin { .. } | Work::Draw { .. } | Work::Figures { .. } | Work::Conclude { .. } => {
                Lane::Futures
            }
        }
    }

    /// Is it done between other jobs, in short stretches?
    pub(super) fn is_in_stretches(&self) -> bool {
        self.lane().program() == Program::Sections
    }
}

/// How many futures a worker is given at a time. The size changes no digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PartSize {
    pub(super) draw: u32,
    pub(super) figures: u32,
}

impl PartSize {
    /// For a worker.
    pub(super) const USUAL: Self = Self { draw: 1_024, figures: 64 };
    /// For a worker while a slider moves, so that a release waits for none of them.
    pub(super) const SHORT: Self = Self { draw: 128, figures: 16 };
    /// The first on the page: it learns how many fit into a slice.
    const ON_PAGE: Self = Self { draw: 8, figures: 1 };
}

/// How many jobs a worker has at most, beside sections.
const MOST_JOBS: usize = 3;

/// How far a worker is with a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stage {
    Absent,
    Loading,
    Ready,
}

/// One who does jobs.
#[derive(Debug)]
pub(super) struct Worker {
    pub(super) id: WorkerId,
    pub(super) place: Place,
    /// How often it may still be started again.
    pub(super) n_restarts: u32,
    stages: [Stage; 2],
    /// What it does from beginning to end, one after the other: it is at the first.
    pub(super) jobs: VecDeque<Job>,
    /// What it does in stretches between the others, the newest first.
    pub(super) sections: Vec<Job>,
    pub(super) part: PartSize,
    /// It is taken for lost if it has not been heard of by then.
    pub(super) lost_at: Option<f64>,
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
        }
    }

    pub(super) const fn stage(&mut self, program: Program) -> &mut Stage {
        &mut self.stages[program as usize]
    }

    pub(super) fn is_ready(&self, program: Program) -> bool {
        self.stages[program as usize] == Stage::Ready
    }

    /// Does it owe an answer?
    pub(super) fn is_awaited(&self) -> bool {
        !self.jobs.is_empty() || !self.sections.is_empty() || self.stages.contains(&Stage::Loading)
    }

    /// Is it at short jobs alone, so that another may wait behind them?
    pub(super) fn can_queue(&self) -> bool {
        (1..MOST_JOBS).contains(&self.jobs.len()) && self.jobs.iter().all(|it| it.is_short)
    }

    /// The jobs that it has.
    pub(super) fn all_jobs(&mut self) -> impl Iterator<Item = &mut Job> {
        self.jobs.iter_mut().chain(&mut self.sections)
    }

    /// Takes a job off it.
    pub(super) fn take(&mut self, id: JobId) -> Option<Job> {
        if let Some(at) = self.jobs.iter().position(|it| it.id == id) {
            return self.jobs.remove(at);
        }
        let at = self.sections.iter().position(|it| it.id == id)?;
        Some(self.sections.remove(at))
    }
}
