//! The futures of one request as jobs: those for a first answer, then all figures of the first futures, then the rest.

use super::event::Place;
use super::job::{PartSize, Work, Worker};
use super::parts::{Numbers, Parts, first, put};
use super::progress::{Progress, State};
use super::slider::Slider;
use crate::protocol::{PER_FUTURE, Request, Section, Task};

/// Number of futures on which the first answer is based.
pub(super) const FIRST: u32 = 2_048;
/// Smallest number of futures in a part of the first answer.
const LEAST_SHARE: u32 = 256;

/// What an answer is based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Nothing: there is no answer.
    Nothing,
    /// The first futures.
    First,
    /// The first futures, with all figures.
    WithFigures,
    /// All futures, or all that arrived until the reader stopped.
    All,
}

/// A conclusion that has not been sent to the page.
#[derive(Debug)]
pub(super) struct Conclusion {
    pub(super) sections: Vec<Section>,
    pub(super) count: Option<u32>,
}

/// The futures of one request.
#[derive(Debug)]
pub(super) struct Simulation {
    /// The number of the request.
    pub(super) number: u32,
    link: String,
    width: u32,
    drawn: Parts,
    full: Parts,
    /// The number of futures requested, and the number of them with all figures, once the first job has reported them.
    size: Option<(u32, u32)>,
    row_length: usize,
    /// What the newest answer is based on.
    level: Level,
    is_concluding: bool,
    is_stopped: bool,
    pub(super) is_failed: bool,
    /// Whether the newest answer keeps the wording that the page showed, because a slider moved.
    is_approximate: bool,
    /// The newest answer, as long as it is too early to show it.
    pub(super) ready: Option<Conclusion>,
}

impl Simulation {
    pub(super) fn new(request: Request, number: u32, width: u32) -> Self {
        Self {
            number,
            link: request.link,
            width,
            drawn: Parts::default(),
            full: Parts::default(),
            size: None,
            row_length: 0,
            level: Level::Nothing,
            is_concluding: false,
            is_stopped: false,
            is_failed: false,
            is_approximate: false,
            ready: None,
        }
    }

    /// Whether there is no first answer yet.
    pub(super) fn awaits_answer(&self) -> bool {
        self.level == Level::Nothing && !self.is_failed
    }

    /// What an answer could be based on now.
    fn possible(&self) -> Level {
        let Some((n_total, n_full)) = self.size else { return Level::Nothing };
        if self.drawn.filled < n_full && !self.is_stopped {
            return Level::Nothing;
        }
        let (is_drawn, is_full) = (self.drawn.filled >= n_total, self.full.filled >= n_full);
        if (is_drawn && is_full) || self.is_stopped {
            Level::All
        } else if is_full {
            Level::WithFigures
        } else {
            Level::First
        }
    }

    /// The next work for the first answer or for a newer one.
    pub(super) fn urgent(&mut self, worker: &Worker, n_workers: usize, slider: &Slider) -> Option<Work> {
        if self.is_failed {
            return None;
        }
        let level = self.possible();
        if !self.is_concluding && level > self.level {
            self.is_concluding = true;
            return Some(Work::Conclude { level, is_exact: slider.wants_exact_words() });
        }
        let left = self.size.map_or(FIRST, |it| it.1).saturating_sub(self.drawn.given);
        if left == 0 || self.is_stopped {
            return None;
        }
        let share = FIRST.div_ceil(u32::try_from(n_workers).unwrap_or(1).max(1)).max(LEAST_SHARE);
        Some(self.draw(left.min(worker.part.draw.max(1)).min(share)))
    }

    /// The next work that is not urgent.
    pub(super) fn next(&mut self, worker: &Worker, is_short: bool) -> Option<Work> {
        let (n_total, n_full) = self.size?;
        if self.is_stopped || self.is_failed || self.level == Level::Nothing {
            return None;
        }
        let most = if is_short { PartSize::SHORT } else { PartSize { draw: u32::MAX, figures: u32::MAX } };
        if self.full.given < n_full {
            let n = (n_full - self.full.given).min(worker.part.figures).min(most.figures);
            return Some(Work::Figures { from: self.full.next(n), n });
        }
        if self.drawn.given < n_total {
            let n = (n_total - self.drawn.given).min(worker.part.draw).min(most.draw);
            return Some(self.draw(n));
        }
        None
    }

    fn draw(&mut self, n: u32) -> Work {
        match self.drawn.next(n) {
            0 => Work::Begin { n },
            from => Work::Draw { from, n },
        }
    }

    /// The task for a worker.
    pub(super) fn task(&self, work: &Work, numbers: &Numbers, slider: &Slider) -> Task {
        let link = self.link.clone();
        match *work {
            Work::Sections(ref request) => Task::Sections { request: request.clone(), width: self.width },
            Work::Begin { n } => Task::Begin { link, n },
            Work::Draw { from, n } => Task::Draw { link, from, n },
            Work::Figures { from, n } => Task::Figures { link, from, n },
            Work::Conclude { is_exact, .. } => Task::Conclude {
                link,
                width: self.width,
                presents: first(&numbers.presents, PER_FUTURE * self.n_arrived() as usize),
                rows: first(&numbers.rows, self.row_length * self.full.filled as usize),
                shown_count: slider.shown_count.filter(|_| !is_exact),
            },
        }
    }

    /// Stores the number of futures requested.
    pub(super) const fn begun(&mut self, n_total: u32, n_full: u32) {
        self.size = Some((n_total, n_full));
    }

    /// Stores present values.
    pub(super) fn keep_drawn(&mut self, from: u32, presents: &[f64], numbers: &mut Numbers) {
        if self.is_stopped {
            return;
        }
        let n = presents.len() / PER_FUTURE;
        // the first workers draw before the number of futures requested is known
        let kept = self.size.map_or(n, |(n_total, _)| n.min(n_total.saturating_sub(from) as usize));
        let kept = presents.get(..PER_FUTURE * kept).unwrap_or(presents);
        put(&mut numbers.presents, PER_FUTURE * from as usize, kept);
        self.drawn.fill(from, u32::try_from(n).unwrap_or(u32::MAX));
    }

    /// Stores the figures of `n` futures.
    pub(super) fn keep_figures(&mut self, from: u32, n: u32, rows: &[f64], numbers: &mut Numbers) {
        if self.is_stopped || n == 0 {
            return;
        }
        self.row_length = rows.len() / n as usize;
        put(&mut numbers.rows, self.row_length * from as usize, rows);
        self.full.fill(from, n);
    }

    /// Stores an answer, which is based on `level`.
    pub(super) fn keep_conclusion(
        &mut self,
        level: Level,
        is_exact: bool,
        conclusion: Conclusion,
        slider: &Slider,
    ) {
        self.is_concluding = false;
        // if the slider has come to rest or was released meanwhile, an answer with exact wording follows
        let is_outdated = !is_exact && slider.wants_exact_words();
        self.level = if is_outdated { Level::Nothing } else { level };
        self.is_approximate = !is_exact;
        self.ready = Some(conclusion);
    }

    /// Requests an answer with exact wording, if the newest one keeps an earlier wording.
    pub(super) fn want_exact_words(&mut self) {
        if self.is_approximate {
            self.level = Level::Nothing;
            self.ready = None;
        }
    }

    /// Stops the simulation. The conclusion is drawn from the futures that have arrived.
    pub(super) fn stop(&mut self) {
        self.is_stopped = Level::Nothing < self.level && self.level < Level::All;
    }

    fn n_arrived(&self) -> u32 {
        self.drawn.filled.min(self.size.map_or(0, |it| it.0))
    }

    /// The number of futures requested, once it is known.
    pub(super) fn n_total(&self) -> Option<u32> {
        self.size.map(|it| it.0)
    }

    /// The progress. Until the number of futures requested is known, it is taken to be `usual`.
    pub(super) fn progress(&self, usual: u32) -> Progress {
        let state = match self.level {
            _ if self.is_failed => State::Failed,
            _ if self.is_stopped => State::Stopped,
            Level::All => State::Finished,
            Level::Nothing | Level::First | Level::WithFigures => State::Running,
        };
        Progress { n: self.n_arrived(), n_total: self.n_total().unwrap_or(usual), state }
    }
}

/// Whether the worker gets shorter jobs, because a slider moves.
pub(super) fn is_short(worker: &Worker, slider: &Slider) -> bool {
    slider.is_moving && worker.place == Place::Worker
}
