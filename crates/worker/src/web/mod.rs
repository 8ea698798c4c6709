//! The browser's side: messages, the workers' programs, and the coordinator on the page.

mod coordinator;
mod message;
mod serve;
mod task;

pub use coordinator::{Boot, coordinate};
pub use message::Port;
pub use serve::{Job, serve};
