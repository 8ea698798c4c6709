//! How the world behaves: pure, total and deterministic. Knows no DOM, no clock, no I/O, and cannot panic.

mod adoption;
mod answer;
mod cash;
mod charge;
mod costs;
mod demand;
mod fleet;
mod outcome;
mod paths;
mod payback;
mod plant;
mod returns;
mod revenue;
mod run;
mod service;
mod serving;
mod tax;
mod willingness;

pub use answer::{LARGEST_MULTIPLE, evaluate, headline, year_weights};
pub use outcome::{ByCost, ByStream, CAPEX_LINES, FleetSummary, Outcome, Year};
