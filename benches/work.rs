//! What is measured, natively and in wasm alike: one table, so that the two cannot drift apart.

use payenough::engine::serving::operation::Operation;
use payenough::engine::{evaluate, headline};
use payenough::model::{Inputs, Values};
use payenough::worker::Serving;

/// One iteration; the number it gives keeps the compiler from dropping the work.
pub(crate) type Work = fn(&Inputs) -> f64;

/// Each measured work by name.
pub(crate) const WORK: [(&str, Work); 4] = [
    ("evaluate", |inputs| evaluate(inputs).npv.value()),
    ("headline", |inputs| headline(inputs).value()),
    ("serving", |inputs| Operation::of(inputs).decoding.rate),
    ("what a token costs", |inputs| Serving::of(inputs).operating_point.usd_per_mtok),
];

/// What it is measured on.
pub(crate) fn inputs() -> Inputs {
    Inputs::read(&Values::STARTING_POINT)
}
