//! Questions put to the engine: the sentence that answers, and what each capability adds, what binds in serving.

mod capability;
pub mod serving;
mod verdict;

pub use capability::{Capability, Margin, margins};
pub use verdict::{Direction, Verdict, verdict};
