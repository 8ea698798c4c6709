//! The economic model: pure, total and deterministic. It uses no DOM, no clock and no I/O, and cannot panic.
//!
//! A set of inputs goes in, and an [`Outcome`] comes out: demand, serving, fleet, capital and running costs, revenue,
//! tax and cash of a build-out for AI inference, quarter by quarter. The same inputs give the same bits natively and in
//! wasm.
//!
//! ```
//! use payenough_engine::{evaluate, headline};
//! use payenough_model::scenario::read_link;
//! use payenough_model::{CostLine, Inputs};
//! use payenough_quantities::print;
//!
//! // A scenario: the defaults of a date with one input changed.
//! let (scenario, _) = read_link("v=1&d=2026-11&n=1&chip_life_yr=4");
//! let inputs = Inputs::read(scenario.values());
//!
//! let outcome = evaluate(&inputs);
//! println!("Net present value: {}", print::money(outcome.npv.value()));
//! // What comes back of each dollar of cost, and what users bring in a month.
//! println!("Benefit-cost ratio: {:?}", outcome.benefit_cost);
//! println!("Expected per user and month: {}", print::money(outcome.expected.value()));
//! // A figure that does not exist is `None`.
//! if let Some(needed) = outcome.needed {
//!     println!("Needed per user and month: {}", print::money(needed.value()));
//! }
//! for year in &outcome.years {
//!     println!("{}: cash of {}", year.year, print::money(year.fcf.value()));
//! }
//! println!("Energy: {}", print::money(outcome.cost_pv[CostLine::Energy as usize].value()));
//!
//! // The net present value is revenue less every cost, and `headline` gives the same bits.
//! let revenue: f64 = outcome.revenue_pv.iter().map(|usd| usd.value()).sum();
//! let cost: f64 = outcome.cost_pv.iter().map(|usd| usd.value()).sum();
//! assert!((outcome.npv.value() - (revenue - cost)).abs() < 1.0);
//! assert_eq!(headline(&inputs), outcome.npv);
//! ```

pub mod adoption;
pub mod annuity;
mod answer;
mod around;
pub mod capability_cost;
mod cash;
mod charge;
pub mod cliffcenter;
mod clock;
pub mod cohorts;
mod costs;
mod course;
mod credit;
pub mod day;
mod demand;
mod discount;
mod drawn;
pub mod finance;
mod fleet;
pub mod futures;
mod in_service;
pub mod indirect;
mod ladder;
mod ledger;
mod ledger_years;
mod lives;
mod meeting;
mod offer;
mod outcome;
mod paths;
pub mod payback;
mod plan;
pub mod plans;
mod plant;
mod premium;
mod present;
pub mod project;
pub mod published;
mod quarter;
mod ramps;
mod request;
pub mod returns;
mod revenue;
pub mod reverse;
mod roots;
mod run;
mod service;
pub mod serving;
pub mod tax;
mod terms;
pub mod unit_cost;
mod usage;
pub mod willingness;
pub mod working;
mod write_off;

pub use answer::{evaluate, headline, present, year_weights};
pub use course::{ends_with_plant, n_years};
pub use outcome::{ByCost, ByStream, CAPEX_LINES, FleetSummary, Outcome, Year};
pub use present::Present;
