//! Many futures at once: where they are drawn, what is drawn, how inputs hang together, and what the futures say.

pub mod copula;
mod dimensions;
mod directions;
pub mod distribution;
mod latin;
mod matrix;
pub mod points;
pub mod refdcf;
pub mod share;
mod sobol;
pub mod sobol_indices;
pub mod spread;
pub mod statistics;

pub use dimensions::dimension;
pub use share::Share;
