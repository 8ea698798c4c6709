//! Views of an answer as plain trees of elements, and the geometry of their charts. Independent of the browser: the
//! same code runs in the page, in a worker and natively.

mod amount;
mod bar;
pub mod csv;
mod drawing;
pub mod field;
mod money;
mod naming;
pub mod plot;
pub mod sections;
pub mod slider;
pub mod table;
mod tree;
mod wire;
pub mod working;

pub use payenough_analysis::futures::WHAT_IF;

pub use bar::{BAR_WIDTH, bar};
pub use money::{Heads, Line, money_table, share_of};
pub use tree::{Child, El, el, opens, outward, svg};
pub use wire::{pack, unpack};
