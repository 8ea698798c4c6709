//! The page. All views are drawn from the input table and the answer; nothing here computes money.
//!
//! `plot`, `csv`, `field` and `table` are pure and tested natively; the rest needs the feature `ui`.

pub mod csv;
pub mod field;
pub mod plot;
pub mod table;

#[cfg(feature = "ui")]
mod browser;
#[cfg(feature = "ui")]
mod charts;
#[cfg(feature = "ui")]
mod inputs;
#[cfg(feature = "ui")]
mod pages;
#[cfg(feature = "ui")]
mod sections;
#[cfg(feature = "ui")]
mod state;

#[cfg(feature = "ui")]
pub use pages::mount;
