//! What is measured, natively and in wasm alike: one table, so that the two cannot drift apart.

use payenough::engine::serving::operation::Operation;
use payenough::engine::{evaluate, headline};
use payenough::inquiry::goal_seek::{Goal, levers};
use payenough::model::{InputId, Inputs, Values};
use payenough::units::Usd;
use payenough::worker::Serving;

/// One iteration; the number it gives keeps the compiler from dropping the work.
pub(crate) type Work = fn(&Inputs) -> f64;

/// Each measured work by name.
pub(crate) const WORK: [(&str, Work); 6] = [
    ("evaluate", |inputs| evaluate(inputs).npv.value()),
    ("headline", |inputs| headline(inputs).value()),
    ("serving", |inputs| Operation::of(inputs).decoding.rate),
    ("what a token costs", |inputs| Serving::of(inputs).operating_point.usd_per_mtok),
    ("evaluate, all on", |_| evaluate(&Inputs::read(&all_on())).npv.value()),
    ("what must be true", |_| levers(Goal::Npv(Usd::ZERO), &Values::STARTING_POINT).len() as f64),
];

/// Everything that can be switched on and costs time: three plans, all value, profit protected, ad uplift, purchases.
fn all_on() -> Values {
    let on = [
        InputId::plans,
        InputId::count_value,
        InputId::protect_on,
        InputId::ad_uplift_on,
        InputId::switch_off,
    ];
    let values = on.into_iter().fold(Values::STARTING_POINT, |values, id| values.with(id, 1.0));
    values.with(InputId::orders_later, 0.1).with(InputId::night_reuse, 50.0).with(InputId::after_plan, 1.0)
}

/// What it is measured on.
pub(crate) fn inputs() -> Inputs {
    Inputs::read(&Values::STARTING_POINT)
}
