//! The work beside the page: which worker does what, how jobs are answered, and the messages between the page and its
//! workers.

pub mod futures;
#[cfg(feature = "json")]
mod json;
pub mod middle;
pub mod protocol;
pub mod queue;
pub mod scheduler;
pub mod sections;
#[cfg(feature = "program")]
pub mod web;

#[cfg(feature = "json")]
pub use json::answer;
