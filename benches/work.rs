//! What is measured, natively and in wasm alike: one table, so that the two cannot drift apart.

use payenough::engine::{evaluate, headline};
use payenough::model::{Inputs, Values};

/// One iteration; the number it gives keeps the compiler from dropping the work.
pub(crate) type Work = fn(&Inputs) -> f64;

/// Each measured work by name.
pub(crate) const WORK: [(&str, Work); 2] =
    [("evaluate", |inputs| evaluate(inputs).npv.value()), ("headline", |inputs| headline(inputs).value())];

/// What it is measured on.
pub(crate) fn inputs() -> Inputs {
    Inputs::read(&Values::STARTING_POINT)
}
