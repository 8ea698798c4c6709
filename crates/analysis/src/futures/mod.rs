//! Many futures at once: the points they are drawn from, the inputs that vary, their correlations, and the results.

mod apart;
mod brackets;
pub mod copula;
mod correlated;
mod dimensions;
mod directions;
pub mod distribution;
mod drawing;
pub mod drivers;
mod figures;
pub mod flips;
pub mod frontier;
mod kept;
mod latin;
mod matrix;
pub mod named;
mod outcomes;
mod pert;
pub mod points;
pub mod refdcf;
pub mod robustness;
mod sentence;
pub mod share;
mod sobol;
pub mod sobol_indices;
pub mod spread;
pub mod statistics;
mod sureness;
pub mod tornado;

pub use dimensions::dimension;
pub use drawing::{Drawing, FIRST};
pub use figures::{Figures, Headline};
pub use kept::Drawn;
pub use sentence::{Futures, Sentence, WHAT_IF};
pub use share::Share;
pub use sureness::{PARTS, Sureness, twentieths};
