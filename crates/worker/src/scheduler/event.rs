//! What happens to the scheduler, and what it orders.

use super::progress::Progress;
use crate::protocol::{Answer, Program, Request, Section, Task};

/// A worker's number. A worker that is started again gets a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkerId(pub u32);

/// A job's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobId(pub u32);

/// Where jobs are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a thread of its own.
    Worker,
    /// On the page's main thread, in short slices.
    Page,
}

/// What the scheduler must know of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Its processors.
    pub n_processors: u32,
    /// Is the page in a frame without an origin of its own? There a worker may be refused without an error.
    pub is_sandboxed: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page asks for something.
    Requested(Request),
    /// The column of text has this width in CSS pixels.
    Resized(u32),
    /// The reader moved a slider.
    SliderMoved,
    /// The reader let the slider go.
    SliderReleased,
    /// The reader stops the simulation.
    StopClicked,
    /// A program was fetched and compiled.
    Fetched(Program),
    /// A program could not be fetched.
    NotFetched(Program),
    /// A worker has started a program.
    Ready(WorkerId, Program),
    /// A worker says during a long job that it is still at it.
    Alive(WorkerId),
    /// A worker has done a job.
    Done {
        /// The worker.
        worker: WorkerId,
        /// The job.
        job: JobId,
        /// What came of it.
        answer: Answer,
        /// How long it took.
        took_ms: f64,
    },
    /// A worker has dropped a job that was cancelled.
    Cancelled(WorkerId, JobId),
    /// A program broke down in a job.
    Broken(WorkerId, JobId),
    /// A worker could not be made, reported an error, or sent what cannot be read.
    Lost(WorkerId),
    /// The time of an [`Order::Wake`] has come.
    Woken,
    /// The browser has had time for the reader after an [`Order::Yield`].
    Resumed,
    /// The browser is about to draw, after an [`Order::Frame`].
    Framed,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Make a worker.
    Hire(WorkerId, Place),
    /// Have a worker load a program.
    Load(WorkerId, Program),
    /// Send a job to a worker.
    Send(WorkerId, JobId, Task),
    /// Tell a worker that nobody needs a job any more. It answers with [`Event::Cancelled`] unless the job is done by then.
    Cancel(WorkerId, Program, JobId),
    /// End a worker.
    Dismiss(WorkerId),
    /// Fetch and compile a program.
    Fetch(Program),
    /// Tell the page.
    Tell(Message),
    /// Report [`Event::Woken`] at this time. It replaces an earlier order of the kind.
    Wake(f64),
    /// Report [`Event::Resumed`] once the browser has nothing more urgent to do.
    Yield,
    /// Report [`Event::Framed`] before the browser draws next.
    Frame,
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Requests will be answered from now on.
    Ready,
    /// A section to show.
    Section(Section),
    /// A slider moves, so that the answer to its last place may stand for now; or it does no more.
    Moving(bool),
    /// How far the futures are.
    Progress(Progress),
}
