//! How the world behaves: pure, total and deterministic. Knows no DOM, no clock, no I/O, and cannot panic.

pub mod adoption;
pub mod annuity;
mod answer;
pub mod capability_cost;
mod cash;
mod charge;
pub mod cliffcenter;
pub mod cohorts;
mod costs;
pub mod day;
mod demand;
pub mod finance;
mod fleet;
mod ledger;
mod ledger_years;
mod offer;
mod outcome;
mod paths;
pub mod payback;
pub mod plans;
mod plant;
pub mod project;
pub mod published;
pub mod returns;
mod revenue;
pub mod reverse;
mod roots;
mod run;
mod service;
pub mod serving;
pub mod tax;
pub mod unit_cost;
pub mod willingness;
pub mod working;

pub use answer::{evaluate, headline, year_weights};
pub use outcome::{ByCost, ByStream, CAPEX_LINES, FleetSummary, Outcome, Year};
