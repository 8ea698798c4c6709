//! What runs beside the page: who works at what, what workers answer, and what they and the page send each other.

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
