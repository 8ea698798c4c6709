//! The table of what is measured. Native code and wasm share it, so the two cannot differ.

use std::sync::LazyLock;

use payenough_analysis::goal_seek::{Goal, levers};
use payenough_analysis::report::Serving;
use payenough_engine::futures::{Column, net_present_values};
use payenough_engine::serving::operation::Operation;
use payenough_engine::{evaluate, headline};
use payenough_model::{InputId, Inputs, Shape, Values};
use payenough_quantities::Usd;

/// One iteration. The returned number keeps the compiler from removing the work.
pub(crate) type Work = fn(&Inputs) -> f64;

/// Each piece of work that is measured, by name.
pub(crate) const WORK: [(&str, Work); 10] = [
    ("evaluate", |inputs| evaluate(inputs).npv.value()),
    ("headline", |inputs| headline(inputs).value()),
    ("serving", |inputs| Operation::of(inputs).decoding.rate),
    ("what a token costs", |inputs| Serving::of(inputs).operating_point.usd_per_mtok),
    ("evaluate, all on", |_| evaluate(&Inputs::read(&all_on())).npv.value()),
    ("1,024 futures", |_| futures(&Values::STARTING_POINT)),
    ("1,024 futures, all on", |_| futures(&all_on())),
    ("headline, all on", |_| headline(&Inputs::read(&all_on())).value()),
    ("what must be true", |_| levers(Goal::Npv(Usd::ZERO), &Values::STARTING_POINT).len() as f64),
    ("the same, all on", |_| levers(Goal::Npv(Usd::ZERO), &all_on()).len() as f64),
];

/// Number of futures in one iteration.
const N_FUTURES: usize = 1024;

/// Every uncertain input, varying over its sourced range.
static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let uncertain = InputId::ALL.into_iter().filter(|id| id.spec().shape != Shape::Fixed);
    let column = |(at, id): (usize, InputId)| {
        let (low, high) = (id.spec().low, id.spec().high);
        let share = |future: usize| ((future * (2 * at + 1) + at) % N_FUTURES) as f64 / N_FUTURES as f64;
        Column { id, values: (0..N_FUTURES).map(|future| low + (high - low) * share(future)).collect() }
    };
    uncertain.enumerate().map(column).collect()
});

/// Net present values of futures in which every uncertain input differs.
fn futures(base: &Values) -> f64 {
    net_present_values(base, &COLUMNS, N_FUTURES).iter().sum()
}

/// Everything that costs time at once: three plans, value that users keep, protected profit, ad uplift, purchases and
/// ads by region, seats, paid tokens with a price elasticity, a usage cap, every capability with its uplift,
/// speculative decoding on the roofline, a day of 24 hours, a fleet that is renewed, idle nights, tax classes and loss
/// carry-forward.
///
/// Early retirement is left out, because it is a search over many evaluations.
fn all_on() -> Values {
    let on = [
        InputId::plans,
        InputId::count_value,
        InputId::protect_on,
        InputId::ad_uplift_on,
        InputId::switch_off,
        InputId::after_plan,
        InputId::load_from,
        InputId::losses,
        InputId::ads_by,
    ];
    let values = on.into_iter().fold(Values::STARTING_POINT, |values, id| values.with(id, 1.0));
    let numbers = [
        (InputId::orders_later, 0.1),
        (InputId::night_reuse, 50.0),
        (InputId::api_elasticity, -1.11),
        (InputId::api_price, 1.2),
        (InputId::usage_cap, 5.0),
        (InputId::wtp_real, 80.0),
        (InputId::reasoning_wtp, 50.0),
        (InputId::video_wtp, 50.0),
        (InputId::memory_wtp, 50.0),
        (InputId::tasks_wtp, 100.0),
        (InputId::draft_length, 2.0),
        (InputId::bonus, 40.0),
        (InputId::cheap_rise, 1.02),
        (InputId::top_rise, 1.02),
        (InputId::seat_rise, 1.02),
        (InputId::price_growth, 1.1),
        (InputId::power_growth, 1.1),
    ];
    numbers.into_iter().fold(values, |values, (id, value)| values.with(id, value))
}

/// The inputs that the work uses.
pub(crate) fn inputs() -> Inputs {
    Inputs::read(&Values::STARTING_POINT)
}
