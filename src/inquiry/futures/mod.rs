//! Many futures at once: where they are drawn, what is drawn, how inputs hang together, and what the futures say.

mod dimensions;
mod directions;
pub mod distribution;
pub mod points;
pub mod share;
mod sobol;
pub mod spread;
pub mod statistics;

pub use dimensions::dimension;
pub use share::Share;
