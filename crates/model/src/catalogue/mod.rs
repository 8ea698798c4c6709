//! The catalogue of accelerators and open models, as published. It has no formulas except the counts that follow
//! directly from an architecture.

mod architecture;
#[rustfmt::skip]
mod architectures;
mod chip;
#[rustfmt::skip]
mod chips;
mod choice;

pub use architecture::{Architecture, Attention, Published};
pub use architectures::MODELS;
pub use chip::{Chip, Spread};
pub use chips::CHIPS;
pub use choice::{ChipChoice, ModelChoice};
