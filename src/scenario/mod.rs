//! Named sets of inputs and how a link carries them.

pub mod query;
