//! Geometry of the charts as pure functions from numbers to positions and path texts. Independent of browser and
//! framework.

mod bars;
mod contour;
mod dots;
mod fan;
mod heat;
mod line;
mod ratios;
mod scale;
mod tradeoff;

pub use bars::{Bar, bars};
pub use contour::{Place, contour};
pub use dots::{Dot, Dots};
pub use fan::{BANDS, Fan, FanLabel, FanYear};
pub use heat::Heat;
pub use line::{Chart, Mark, PlacedLabel, PlacedLine, PlacedMark, Plan, Series, Size, Tick};
pub use ratios::{Ratio, Ratios};
pub use scale::{Linear, nice_step, nice_ticks, tenths, year_step};
pub use tradeoff::Tradeoff;
