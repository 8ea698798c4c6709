//! The events that the scheduler receives, and the orders that it returns.

use super::progress::Progress;
use super::trouble::Trouble;
use crate::protocol::{Answer, Program, Request, Section, Task};

/// The id of a worker. A worker that is restarted gets a new id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkerId(pub u32);

/// The id of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobId(pub u32);

/// Where jobs run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a worker thread.
    Worker,
    /// On the page's main thread, in short slices.
    Page,
}

/// Properties of the machine that the scheduler depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Number of processors.
    pub n_processors: u32,
    /// Whether the page is in a frame with an opaque origin. There a worker may be blocked without an error.
    pub is_sandboxed: bool,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page sends a request.
    Requested(Request),
    /// The width of the text column in CSS pixels.
    Resized(u32),
    /// The reader moved a slider.
    SliderMoved,
    /// The reader let the slider go.
    SliderReleased,
    /// The reader clicked on the stop button.
    StopClicked,
    /// More of a program that is being fetched has arrived.
    Arriving(Program),
    /// A program has been fetched and compiled.
    Fetched(Program),
    /// A program could not be fetched.
    NotFetched(Program),
    /// A worker has started a program.
    Ready(WorkerId, Program),
    /// A worker reports during a long job that it is still running.
    Alive(WorkerId),
    /// A worker has finished a job.
    Done {
        /// The worker.
        worker: WorkerId,
        /// The job.
        job: JobId,
        /// The result.
        answer: Answer,
        /// How many milliseconds the job took.
        took_ms: f64,
    },
    /// A worker has dropped a cancelled job.
    Cancelled(WorkerId, JobId),
    /// A program panicked during a job.
    Broken(WorkerId, JobId),
    /// A worker could not be created, reported an error, or sent a message that is not valid.
    Lost(WorkerId),
    /// The time of an [`Order::Wake`] has come.
    Woken,
    /// The browser has handled more urgent tasks after an [`Order::Yield`].
    Resumed,
    /// The browser is about to draw a frame, after an [`Order::Frame`].
    Framed,
}

/// An order.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Create a worker.
    Hire(WorkerId, Place),
    /// Load a program in a worker.
    Load(WorkerId, Program),
    /// Send a job to a worker.
    Send(WorkerId, JobId, Task),
    /// Send a message to a worker that a job is no longer needed. The worker answers with [`Event::Cancelled`], unless
    /// it has finished the job by then.
    Cancel(WorkerId, Program, JobId),
    /// Terminate a worker.
    Dismiss(WorkerId),
    /// Fetch and compile a program.
    Fetch(Program),
    /// Send a message to the page.
    Tell(Message),
    /// Report [`Event::Woken`] at this time. It replaces an earlier order of this kind.
    Wake(f64),
    /// Report [`Event::Resumed`] when the browser has nothing more urgent to do.
    Yield,
    /// Report [`Event::Framed`] before the browser draws the next frame.
    Frame,
}

/// A message to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The coordinator is ready for requests.
    Ready,
    /// A section to show.
    Section(Section),
    /// Whether a slider moves, so that the page may show the answer to an earlier position.
    Moving(bool),
    /// The progress of the futures.
    Progress(Progress),
    /// What keeps answers from arriving, or that nothing does any more.
    Trouble(Option<Trouble>),
}
