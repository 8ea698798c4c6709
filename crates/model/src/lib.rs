//! What the world is: the inputs, their sources, and the names of the lines of money. No formulas.

mod audit;
pub mod catalogue;
mod correlations;
mod group;
#[macro_use]
mod input;
#[rustfmt::skip]
mod inputs;
mod lines;
mod names;
mod range;
pub mod scenario;
mod sources;
mod unit;
mod values;

pub use correlations::{CORRELATIONS, Correlation};
pub use group::Group;
pub use input::{InputSpec, Kind, Place, Scale, Shape};
pub use inputs::{
    AdsBy, AfterPlan, CachePrecision, CapexBasis, Compute, Hill, LoadFrom, Losses, Perspective, Plans,
    Points, Pools, PowerAt, Precision, Sharing, Sought,
};
pub use inputs::{InputId, Inputs, N_INPUTS, NUMBERS, SPECS};
pub use inputs::{ShortageRule, Switch, TaxClass, Throughput};
pub use lines::{CostLine, MarginName, MessageKind, Part, Stream};
pub use names::NumberName;
pub use range::{Misfit, Range, Setting, Spread};
pub use sources::{Grade, SOURCES, Source};
pub use unit::Unit;
pub use values::Values;
