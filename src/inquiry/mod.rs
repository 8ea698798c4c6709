//! Questions put to the engine: the sentence that answers, what each capability adds, what binds in serving, and what would
//! have to be true.

mod capability;
pub mod goal_seek;
pub mod serving;
mod verdict;

pub use capability::{Capability, Margin, margins};
pub use verdict::{Direction, Verdict, verdict};
