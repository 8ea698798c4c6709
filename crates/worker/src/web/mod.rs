//! The browser side: messages, the event loop of the workers' programs, and the coordinator on the main thread.

mod coordinator;
mod message;
mod serve;
mod task;

pub use coordinator::{Boot, coordinate};
pub use message::Port;
pub use serve::{Job, serve};
