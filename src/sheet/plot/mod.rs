//! Pure geometry of the charts: numbers in, positions and path text out. Knows no page and no signals.

mod bars;
mod dots;
mod fan;
mod line;
mod scale;
mod tradeoff;

pub use bars::{Bar, bars};
pub use dots::{Dot, Dots};
pub use fan::{BANDS, Fan, FanLabel, FanYear};
pub use line::{Chart, Mark, PlacedLabel, PlacedLine, PlacedMark, Plan, Series, Size, Tick};
pub use scale::{Linear, nice_step, nice_ticks, tenths, year_step};
pub use tradeoff::Tradeoff;
