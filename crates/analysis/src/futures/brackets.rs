//! Values of a single input at which the answer flips, within its range.

use crate::goal_seek::{position, value};
use crate::pieces::net_present_values;
use payenough_engine::futures::Column;
use payenough_model::{InputId, Values};

/// Number of steps from one end of a range to the other.
const N_STEPS: usize = 8;
/// Bisection steps within one step of the range. The remaining width is far below the digits that any row keeps.
pub(super) const N_HALVINGS: usize = 28;

/// An input, and the values to evaluate within its range, in ascending order.
pub(super) struct Candidate {
    pub(super) id: InputId,
    pub(super) values: Vec<f64>,
    pub(super) answers: Vec<f64>,
}

/// An interval in which an input flips the answer: the answer is unchanged at `unchanged` and flipped at `flips`.
#[derive(Clone, Copy)]
pub(super) struct Bracket {
    pub(super) id: InputId,
    pub(super) unchanged: f64,
    pub(super) flips: f64,
}

pub(super) fn pays(npv: f64) -> bool {
    npv >= 0.0
}

/// The inputs that have a range in the dated set, with the answers across that range.
pub(super) async fn candidates(values: &Values) -> Vec<Candidate> {
    let of = |id: InputId| {
        let (spec, own) = (id.spec(), values.figures(id));
        let (low, high) = (position(spec, own.low), position(spec, own.high));
        let step = |at: usize| value(spec, low + (high - low) * at as f64 / N_STEPS as f64);
        let inner = (1..N_STEPS).filter_map(|at| spec.kept(step(at)));
        let mut values: Vec<f64> = [own.low].into_iter().chain(inner).chain([own.high]).collect();
        values.dedup();
        let is_open = spec.takes_range() && own.is_range();
        is_open.then_some(Candidate { id, values, answers: Vec::new() })
    };
    let mut all: Vec<Candidate> = InputId::ALL.into_iter().filter_map(of).collect();
    let n_runs: usize = all.iter().map(|it| it.values.len()).sum();
    let mut from = 0;
    let column = |it: &Candidate| {
        let mut own = vec![values.get(it.id); n_runs];
        own[from..from + it.values.len()].copy_from_slice(&it.values);
        from += it.values.len();
        Column { id: it.id, values: own }
    };
    let columns: Vec<Column> = all.iter().map(column).collect();
    let mut answers = net_present_values(values, &columns, n_runs).await.into_iter();
    for it in &mut all {
        it.answers = answers.by_ref().take(it.values.len()).collect();
    }
    all
}

/// The nearest step, on either side of the present value, at which the answer has flipped.
pub(super) fn bracket(it: &Candidate, values: &Values, now: bool) -> Option<Bracket> {
    let (spec, present) = (it.id.spec(), values.get(it.id));
    let looked_at = || it.values.iter().copied().zip(&it.answers);
    let first = |side: &mut dyn Iterator<Item = (f64, &f64)>| {
        let mut unchanged = present;
        for (value, &answer) in side {
            if pays(answer) != now {
                return Some(Bracket { id: it.id, unchanged, flips: value });
            }
            unchanged = value;
        }
        None
    };
    let above = first(&mut looked_at().filter(|at| at.0 > present));
    let below = first(&mut looked_at().rev().filter(|at| at.0 < present));
    let far = |it: &Bracket| (position(spec, it.flips) - position(spec, present)).abs();
    match (above, below) {
        (Some(above), Some(below)) => Some(if far(&above) <= far(&below) { above } else { below }),
        (above, below) => above.or(below),
    }
}

/// Narrows all brackets at the same time by bisection.
pub(super) async fn halved(values: &Values, now: bool, mut all: Vec<Bracket>) -> Vec<Bracket> {
    for _ in 0..N_HALVINGS {
        let middle = |it: &Bracket| {
            let spec = it.id.spec();
            value(spec, 0.5 * (position(spec, it.unchanged) + position(spec, it.flips)))
        };
        let middles: Vec<f64> = all.iter().map(middle).collect();
        let column = |(at, it): (usize, &Bracket)| {
            let mut own = vec![values.get(it.id); all.len()];
            own[at] = middles[at];
            Column { id: it.id, values: own }
        };
        let columns: Vec<Column> = all.iter().enumerate().map(column).collect();
        let answers = net_present_values(values, &columns, all.len()).await;
        for ((it, middle), answer) in all.iter_mut().zip(middles).zip(answers) {
            if pays(answer) == now { it.unchanged = middle } else { it.flips = middle }
        }
    }
    all
}
