//! What keeps an answer from arriving, and how long to wait before saying so.

use super::event::{Message, Place};
use super::job::Worker;
use super::{Fetching, Scheduler};

/// How long the page waits after the last sign of life or of progress: a worker that owes an answer, or a program that
/// is being fetched, and has been silent for this long counts as lost.
pub(super) const SILENT_MS: f64 = 10_000.0;
/// How long a worker may say that it is alive without finishing a job. The longest job, a search, takes 3 seconds in a
/// worker of a machine with two cores that does six other things, so this is fair to one that is twenty times slower.
pub(super) const ENDLESS_MS: f64 = 60_000.0;
/// A wake-up that comes later than this shows that the machine slept, and nothing about workers.
const SLEPT_MS: f64 = 2_000.0;

/// Why something that the page requested has not arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A program could not be loaded.
    NotLoaded,
    /// A job was given up: two workers were lost with it, or it came to no end.
    GivenUp,
    /// Nothing of a program has arrived for a while.
    Late,
    /// A worker fell silent, and another does its job again.
    Silent,
}

impl Trouble {
    /// The reason in the reader's words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::NotLoaded => "A file of the calculator could not be loaded",
            Self::GivenUp => "A part of the calculation stopped",
            Self::Late => "A file of the calculator has not arrived for ten seconds",
            Self::Silent => "A part of the calculation was silent for ten seconds and is being repeated",
        }
    }
}

impl Scheduler {
    /// What keeps answers from arriving now, if anything.
    fn trouble(&self) -> Option<Trouble> {
        let is_over = |at: Option<f64>| at.is_some_and(|at| at <= self.now);
        let is_failed = self.simulation.as_ref().is_some_and(|it| it.is_failed)
            || self.requests.iter().flatten().any(|it| it.is_failed);
        let is_late_page = |it: &Worker| it.place == Place::Page && is_over(it.lost_at);
        let mut jobs = self.retries.iter().chain(self.workers.iter().flat_map(Worker::jobs));
        match () {
            // the main thread is the last worker, and is lost only if it cannot load a program
            () if self.workers.is_empty() || self.fetching == Fetching::Failed => Some(Trouble::NotLoaded),
            // until it is here, because another attempt is likely to fail too
            () if self.told == Some(Trouble::NotLoaded) && self.fetching != Fetching::Here => self.told,
            () if is_failed => Some(Trouble::GivenUp),
            () if is_over(self.fetched_by) || self.workers.iter().any(is_late_page) => Some(Trouble::Late),
            () if jobs.any(|it| it.is_of_silent) => Some(Trouble::Silent),
            () => None,
        }
    }

    /// Tells the page what keeps answers from arriving, if that has changed.
    pub(super) fn tell_trouble(&mut self) {
        let trouble = self.trouble();
        if trouble != self.told {
            self.told = trouble;
            self.tell(Message::Trouble(trouble));
        }
    }

    /// Starts all waits anew if the machine slept.
    pub(super) fn forgive_sleep(&mut self, planned: Option<f64>) {
        let anew = self.now + SILENT_MS;
        let slept = planned.map_or(0.0, |at| self.now - at);
        if slept > SLEPT_MS {
            let limits = self.workers.iter_mut().flat_map(|it| [&mut it.lost_at, &mut it.done_by]);
            limits.chain([&mut self.fetched_by]).flatten().for_each(|at| *at = at.max(anew));
        }
    }
}
