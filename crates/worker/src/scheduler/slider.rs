//! The state of a slider that moves: how often the answer follows it, and when it is at rest.

use super::{Message, Scheduler};

/// Shortest time between two answers while a slider moves.
pub(super) const REFRESH_MS: f64 = 250.0;
/// A slider that has not moved for this long is at rest, and an exact answer is prepared.
pub(super) const REST_MS: f64 = 40.0;
/// Time after the release at which the answer to an earlier position becomes outdated.
pub(super) const LATE_MS: f64 = 500.0;

/// The state of the slider that the reader holds, if any.
#[derive(Debug)]
pub(super) struct Slider {
    /// Whether the reader holds the slider.
    pub(super) is_moving: bool,
    /// Whether the slider has rested for a while.
    pub(super) is_at_rest: bool,
    /// When the page last got an answer.
    pub(super) shown_at: f64,
    /// The count of twenty in that answer.
    pub(super) shown_count: Option<u32>,
    /// When to check whether another answer may be shown.
    pub(super) refresh_at: Option<f64>,
    /// When the slider will be at rest.
    pub(super) rest_at: Option<f64>,
    /// When the answer to an earlier position becomes outdated.
    pub(super) late_at: Option<f64>,
}

impl Slider {
    pub(super) const fn new() -> Self {
        Self {
            is_moving: false,
            is_at_rest: false,
            shown_at: f64::NEG_INFINITY,
            shown_count: None,
            refresh_at: None,
            rest_at: None,
            late_at: None,
        }
    }

    pub(super) fn moved(&mut self, now: f64) {
        self.is_moving = true;
        self.is_at_rest = false;
        self.rest_at = Some(now + REST_MS);
    }

    pub(super) fn released(&mut self, now: f64) {
        self.is_moving = false;
        self.rest_at = None;
        self.late_at = Some(now + LATE_MS);
    }

    pub(super) fn shown(&mut self, count: Option<u32>, now: f64) {
        self.shown_at = now;
        self.shown_count = count;
    }

    /// Whether it is too early to show another answer.
    pub(super) fn is_early(&self, now: f64) -> bool {
        self.is_moving && now < self.shown_at + REFRESH_MS
    }

    /// Whether the answer must have exact wording. While the slider moves, the wording near a threshold does not
    /// change.
    pub(super) const fn wants_exact_words(&self) -> bool {
        !self.is_moving || self.is_at_rest
    }

    /// The next time at which something is due.
    pub(super) fn next_at(&self) -> Option<f64> {
        [self.refresh_at, self.rest_at, self.late_at].into_iter().flatten().reduce(f64::min)
    }
}

impl Scheduler {
    pub(super) fn slider_moved(&mut self) {
        if !self.slider.is_moving {
            self.tell(Message::Moving(true));
        }
        self.slider.moved(self.now);
    }

    pub(super) fn slider_released(&mut self) {
        if !self.slider.is_moving {
            return;
        }
        self.slider.released(self.now);
        self.tell(Message::Moving(false));
        if self.waiting.is_none() {
            self.want_exact_words();
            self.show_answer();
        }
        self.begin();
    }
}

/// Clears a time that has come. Returns whether it had come.
pub(super) fn take_due(at: &mut Option<f64>, now: f64) -> bool {
    let is_due = at.is_some_and(|at| at <= now);
    if is_due {
        *at = None;
    }
    is_due
}
