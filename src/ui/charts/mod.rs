//! The charts: a memo of what is placed, and SVG that only maps it to elements.

mod bars;
mod cash;
mod frame;
mod needed;
mod tradeoff;

pub(super) use bars::{BAR_WIDTH, bar};
pub(super) use cash::CashChart;
pub(super) use needed::NeededChart;
pub(super) use tradeoff::TradeoffChart;
