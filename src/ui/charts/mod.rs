//! The charts: a memo of what is placed, and SVG that only maps it to elements.

mod cash;
mod frame;
mod needed;
mod tradeoff;

pub(super) use cash::CashChart;
pub(super) use needed::NeededChart;
pub(super) use tradeoff::TradeoffChart;
