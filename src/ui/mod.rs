//! The page. All views are drawn from the input table and the answer; nothing here computes money.
//!
//! `csv`, `field` and `slider` are pure and tested natively; the rest needs the feature `ui`.

pub mod csv;
pub mod field;
pub mod slider;

#[cfg(feature = "ui")]
mod browser;
#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the macro for components makes their props pub")]
mod charts;
#[cfg(feature = "ui")]
mod depth;
#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the macro for components makes their props pub")]
mod inputs;
#[cfg(feature = "ui")]
mod markup;
#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the macro for components makes their props pub")]
mod pages;
#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the macro for components makes their props pub")]
mod sections;
#[cfg(feature = "ui")]
mod state;

#[cfg(feature = "ui")]
pub use pages::mount;
