//! What the world is: the inputs, their sources, and the names of the lines of money. No formulas.
//!
//! One table holds every input with its reason, unit, default, range and source. A [`scenario::Scenario`] is a dated set
//! of defaults, a preset on top of it, and what a reader changed; its lasting form is a link. Reading a link never fails:
//! whatever cannot be understood keeps its default and is named in a [`scenario::Notice`].
//!
//! ```
//! use payenough_model::scenario::read_link;
//! use payenough_model::{InputId, Inputs};
//!
//! // Read a link: an address, or its query.
//! let (scenario, notices) = read_link("https://example.org/?v=1&d=2026-11&n=1&chip_life_yr=4");
//! assert!(notices.is_empty());
//! assert_eq!(scenario.get(InputId::accelerator_life), 4.0);
//!
//! // Look up what the table says of an input.
//! let row = InputId::accelerator_life.spec();
//! println!("{}: {} {} ({} to {})", row.label, row.default, row.unit.text, row.low, row.high);
//!
//! // Change an input. A value outside its range is refused.
//! assert!(scenario.try_with(InputId::accelerator_life, 400.0).is_none());
//! let longer = scenario.with(InputId::accelerator_life, 6.5);
//!
//! // Write the link again: the version, the date of the defaults, and what differs from them.
//! assert_eq!(longer.query(), "v=1&d=2026-11&n=1&chip_life_yr=6.5");
//!
//! // The typed inputs that the engine reads.
//! let inputs = Inputs::read(longer.values());
//! assert_eq!(inputs.accelerator_life.value(), 6.5);
//! ```

mod audit;
mod calendar;
pub mod catalogue;
mod correlations;
mod figures;
mod group;
#[macro_use]
mod input;
#[rustfmt::skip]
mod inputs;
mod kind;
mod later;
mod lines;
mod names;
mod range;
pub mod scenario;
mod sources;
mod unit;
mod values;

pub use calendar::{CAPEX_YEARS, FIRST_CAPEX_YEAR, LEVELS_AT, OBSERVED, Observed};
pub use correlations::{CORRELATIONS, Correlation};
pub use figures::{Figures, Whose};
pub use group::Group;
pub use input::InputSpec;
pub use inputs::{
    AdsBy, AfterPlan, BeyondCap, CachePrecision, CalendarYear, CapexBasis, CapexBy, Charged, Compute,
    CreditBy, LayoutFrom, LoadFrom, Losses, PeakShape, Perspective, Plans, Points, Pools, PowerAt, Precision,
    Sharing, Sought,
};
pub use inputs::{InputId, Inputs, N_INPUTS, NUMBERS, SPECS};
pub use inputs::{ShortageRule, Switch, TaxClass, Throughput};
pub use kind::{Kind, Place, Scale, Shape};
pub use later::LATER_KEYS;
pub use lines::{CostLine, MarginName, MessageKind, Part, Stream};
pub use names::NumberName;
pub use range::{Misfit, Range, Setting, Spread};
pub use sources::{Grade, SOURCES, Source};
pub use unit::Unit;
pub use values::Values;
