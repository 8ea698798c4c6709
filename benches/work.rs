//! What is measured, natively and in wasm alike: one table, so that the two cannot drift apart.

use payenough::engine::futures::{Column, net_present_values};
use payenough::engine::serving::operation::Operation;
use payenough::engine::{evaluate, headline};
use payenough::inquiry::goal_seek::{Goal, levers};
use payenough::model::{InputId, Inputs, Shape, Values};
use payenough::units::Usd;
use payenough::worker::Serving;

/// One iteration; the number it gives keeps the compiler from dropping the work.
pub(crate) type Work = fn(&Inputs) -> f64;

/// Each measured work by name.
pub(crate) const WORK: [(&str, Work); 8] = [
    ("evaluate", |inputs| evaluate(inputs).npv.value()),
    ("headline", |inputs| headline(inputs).value()),
    ("serving", |inputs| Operation::of(inputs).decoding.rate),
    ("what a token costs", |inputs| Serving::of(inputs).operating_point.usd_per_mtok),
    ("evaluate, all on", |_| evaluate(&Inputs::read(&all_on())).npv.value()),
    ("1,024 futures", |_| futures(&Values::STARTING_POINT, 1024)),
    ("1,024 futures, all on", |_| futures(&all_on(), 1024)),
    ("what must be true", |_| levers(Goal::Npv(Usd::ZERO), &Values::STARTING_POINT).len() as f64),
];

/// Net present values of futures in which every uncertain input differs.
fn futures(base: &Values, n_futures: usize) -> f64 {
    let uncertain = InputId::ALL.into_iter().filter(|id| id.spec().shape != Shape::Fixed);
    let column = |(at, id): (usize, InputId)| {
        let (low, high) = (id.spec().low, id.spec().high);
        let share = |future: usize| ((future * (2 * at + 1) + at) % n_futures) as f64 / n_futures as f64;
        Column { id, values: (0..n_futures).map(|future| low + (high - low) * share(future)).collect() }
    };
    let columns: Vec<Column> = uncertain.enumerate().map(column).collect();
    net_present_values(base, &columns, n_futures).iter().sum()
}

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
