//! How the world behaves: pure, total and deterministic. Knows no DOM, no clock, no I/O, and cannot panic.

mod outcome;

pub use outcome::{ByCost, ByStream, CAPEX_LINES, FleetSummary, Outcome, Year};
