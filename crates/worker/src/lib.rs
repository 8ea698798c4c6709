//! Jobs and their answers as text: what a page, a worker thread and the command line send each other. Knows no web.

pub mod depth;
pub mod futures;
#[cfg(feature = "json")]
mod json;

#[cfg(feature = "json")]
pub use json::answer;
