//! payenough: will users pay enough to justify the capex and the opex of AI inference?
//!
//! The layers, lowest first; a file may name its own layer and any before it (`tests/layering.rs`).

pub mod engine;
pub mod inquiry;
pub mod model;
pub mod scenario;
pub mod sheet;
pub mod ui;
pub mod units;
pub mod worker;
