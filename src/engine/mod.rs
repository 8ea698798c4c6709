//! How the world behaves: pure, total and deterministic. No input or output, no clock, no randomness, no panic.

pub mod adoption;
pub mod annuity;
pub mod cliffcenter;
pub mod cohorts;
pub mod payback;
pub mod project;
pub mod published;
pub mod returns;
pub mod reverse;
mod roots;
pub mod tax;
pub mod willingness;
