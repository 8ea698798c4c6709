//! Questions put to the engine: the sentence that answers, and what each capability adds.

mod capability;
mod verdict;

pub use capability::{Capability, Margin, margins};
pub use verdict::{Direction, Verdict, verdict};
