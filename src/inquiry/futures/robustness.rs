//! Does the answer hold when one number, or two, move inside the ranges that sources give?

use super::named::apart;
use crate::engine::futures::{Column, net_present_values};
use crate::engine::headline;
use crate::engine::working::{Figure, Kind};
use crate::inquiry::goal_seek::{position, value};
use crate::inquiry::working::{Case, Number};
use crate::model::{InputId, InputSpec, Inputs, Values};
use crate::units::Usd;
use crate::units::print::quantise;

/// Steps from one end of a sourced range to the other.
const N_STEPS: usize = 8;
/// Halvings of a step: what is left is far below the digits of any row.
const N_HALVINGS: usize = 28;
/// How many numbers are tried in pairs where each future searches for the best life of its accelerators, which takes some 25
/// times as long: those that help most alone. Otherwise all that help.
const IN_PAIRS: usize = 24;

/// A value of an input, in the unit of its key.
pub type At = (InputId, f64);

/// What it takes to flip the answer without leaving the sourced ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Robustness {
    /// One number alone.
    One {
        /// The one that has to move least, in parts of its range, and a value that flips the answer.
        nearest: At,
        /// How many others can do it as well.
        others: usize,
    },
    /// No number alone, but two together.
    Two {
        /// The two that move it furthest, at values that flip the answer.
        pair: [At; 2],
        /// How many other pairs can do it as well.
        others: usize,
    },
    /// Neither one nor two.
    Neither,
}

/// One input with the values to look at inside its sourced range, ascending.
struct Candidate {
    id: InputId,
    values: Vec<f64>,
    answers: Vec<f64>,
}

/// Where an input flips the answer: the answer stands at `stands` and not at `flips`.
#[derive(Clone, Copy)]
struct Bracket {
    id: InputId,
    stands: f64,
    flips: f64,
}

fn pays(npv: f64) -> bool {
    npv >= 0.0
}

fn npv(values: &Values) -> f64 {
    let npv: Usd = headline(&Inputs::read(values));
    npv.value()
}

/// What flips the answer to whether users pay enough: a net present value of 0 or more.
///
/// One number is looked at in eight steps over its range, and the first step towards which the answer flips is closed in
/// on; two numbers each at the end that helps more, then on the straight way there.
#[must_use]
pub fn robustness(values: &Values) -> Robustness {
    let now = npv(values);
    let all = candidates(values);
    let brackets = halved(values, pays(now), all.iter().filter_map(|it| bracket(it, values, pays(now))));
    let effort = |it: &Bracket| {
        let (spec, place) = (it.id.spec(), |value: f64| position(it.id.spec(), value));
        (place(it.flips) - place(values.get(it.id))).abs() / (place(spec.high) - place(spec.low))
    };
    if let Some(nearest) = brackets.iter().min_by(|a, b| effort(a).total_cmp(&effort(b))) {
        let flips = |value: f64| pays(npv(&values.with(nearest.id, value))) != pays(now);
        let value = plain(nearest.id.spec(), nearest.stands, nearest.flips, flips);
        return Robustness::One { nearest: (nearest.id, value), others: brackets.len() - 1 };
    }
    two(values, now, &all)
}

/// Inputs with a sourced range, and what the answer is over it.
fn candidates(values: &Values) -> Vec<Candidate> {
    let of = |id: InputId| {
        let spec = id.spec();
        let (low, high) = (position(spec, spec.low), position(spec, spec.high));
        let step = |at: usize| value(spec, low + (high - low) * at as f64 / N_STEPS as f64);
        let inner = (1..N_STEPS).filter_map(|at| spec.kept(step(at)));
        let mut values: Vec<f64> = [spec.low].into_iter().chain(inner).chain([spec.high]).collect();
        values.dedup();
        let is_open = spec.takes_range() && spec.low < spec.high;
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
    let mut answers = net_present_values(values, &columns, n_runs).into_iter();
    for it in &mut all {
        it.answers = answers.by_ref().take(it.values.len()).collect();
    }
    all
}

/// The nearest step on which the answer flips, on either side of the value in force.
fn bracket(it: &Candidate, values: &Values, now: bool) -> Option<Bracket> {
    let (spec, here) = (it.id.spec(), values.get(it.id));
    let looked_at = || it.values.iter().copied().zip(&it.answers);
    let first = |side: &mut dyn Iterator<Item = (f64, &f64)>| {
        let mut stands = here;
        for (value, &answer) in side {
            if pays(answer) != now {
                return Some(Bracket { id: it.id, stands, flips: value });
            }
            stands = value;
        }
        None
    };
    let above = first(&mut looked_at().filter(|at| at.0 > here));
    let below = first(&mut looked_at().rev().filter(|at| at.0 < here));
    let far = |it: &Bracket| (position(spec, it.flips) - position(spec, here)).abs();
    match (above, below) {
        (Some(above), Some(below)) => Some(if far(&above) <= far(&below) { above } else { below }),
        (above, below) => above.or(below),
    }
}

/// Every bracket closed in on, all of them at once.
fn halved(values: &Values, now: bool, brackets: impl Iterator<Item = Bracket>) -> Vec<Bracket> {
    let mut all: Vec<Bracket> = brackets.collect();
    for _ in 0..N_HALVINGS {
        let middle = |it: &Bracket| {
            let spec = it.id.spec();
            value(spec, 0.5 * (position(spec, it.stands) + position(spec, it.flips)))
        };
        let middles: Vec<f64> = all.iter().map(middle).collect();
        let column = |(at, it): (usize, &Bracket)| {
            let mut own = vec![values.get(it.id); all.len()];
            own[at] = middles[at];
            Column { id: it.id, values: own }
        };
        let columns: Vec<Column> = all.iter().enumerate().map(column).collect();
        let answers = net_present_values(values, &columns, all.len());
        for ((it, middle), answer) in all.iter_mut().zip(middles).zip(answers) {
            if pays(answer) == now { it.stands = middle } else { it.flips = middle }
        }
    }
    all
}

/// The value of fewest digits, as the row keeps them, that flips the answer and lies no further away than `flips` rounded.
fn plain(spec: &InputSpec, stands: f64, flips: f64, does_flip: impl Fn(f64) -> bool) -> f64 {
    let end = if stands < flips { spec.high } else { spec.low };
    let power = if flips == 0.0 { 0.0 } else { libm::floor(libm::log10(flips.abs())) };
    for digits in 3..=usize::from(spec.digits).max(3) {
        let step = libm::pow(10.0, power + 1.0 - digits as f64).copysign(flips - stands);
        let nearest = quantise(flips, digits);
        for rounded in [nearest, nearest + step] {
            let Some(kept) = spec.kept(rounded) else { continue };
            let is_inside = (stands.min(end)..=stands.max(end)).contains(&kept);
            if is_inside && does_flip(kept) {
                return kept;
            }
        }
    }
    spec.kept(flips).filter(|&kept| does_flip(kept)).unwrap_or(end)
}

/// Two inputs that flip the answer together.
fn two(values: &Values, now: f64, all: &[Candidate]) -> Robustness {
    let towards = if pays(now) { -1.0 } else { 1.0 };
    // each at the end that helps more; those that do not help can do nothing for another either, short of an interaction
    let helping = |it: &Candidate| {
        let (first, last) = (it.answers.first()?, it.answers.last()?);
        let (low, high) = (towards * (first - now), towards * (last - now));
        let end = if low > high { it.values.first() } else { it.values.last() };
        let helps = low.max(high);
        (helps > 0.0).then_some(((it.id, *end?), helps))
    };
    let mut ends: Vec<(At, f64)> = all.iter().filter_map(helping).collect();
    ends.sort_by(|a, b| b.1.total_cmp(&a.1));
    if values.get(InputId::retire_early) != 0.0 {
        ends.truncate(IN_PAIRS);
    }
    let ends: Vec<At> = ends.into_iter().map(|it| it.0).collect();
    let (mut best, mut n_pairs) = (None, 0_usize);
    for (place, &(id, end)) in ends.iter().enumerate() {
        let partners = &ends[place + 1..];
        let base = values.with(id, end);
        let column = |(at, &(id, end)): (usize, &At)| {
            let mut own = vec![values.get(id); partners.len()];
            own[at] = end;
            Column { id, values: own }
        };
        let columns: Vec<Column> = partners.iter().enumerate().map(column).collect();
        let answers = net_present_values(&base, &columns, partners.len());
        for (&partner, answer) in partners.iter().zip(answers) {
            if pays(answer) == pays(now) {
                continue;
            }
            n_pairs += 1;
            if best.is_none_or(|(_, most)| towards * answer > most) {
                best = Some(([(id, end), partner], towards * answer));
            }
        }
    }
    best.map_or(Robustness::Neither, |(pair, _)| Robustness::Two {
        pair: on_the_way(values, now, pair),
        others: n_pairs - 1,
    })
}

/// The values of both on the straight way to their ends, just beyond where the answer flips.
fn on_the_way(values: &Values, now: f64, ends: [At; 2]) -> [At; 2] {
    let at = |part: f64| {
        ends.map(|(id, end)| {
            let (spec, here) = (id.spec(), values.get(id));
            let exact = if part < 1.0 {
                let (from, to) = (position(spec, here), position(spec, end));
                value(spec, from + (to - from) * part)
            } else {
                end
            };
            (id, exact)
        })
    };
    let flips = |pair: &[At; 2]| {
        let moved = pair.iter().fold(*values, |values, &(id, value)| values.with(id, value));
        pays(npv(&moved)) != pays(now)
    };
    let (mut stands, mut turned) = (0.0, 1.0);
    for _ in 0..N_HALVINGS {
        let middle = 0.5 * (stands + turned);
        if flips(&at(middle)) { turned = middle } else { stands = middle }
    }
    // a little further, so that three digits of each are enough
    for further in [0.0, 0.01, 0.02, 0.05, 0.1] {
        let exact = at((turned + further).min(1.0));
        let kept = exact.map(|(id, value)| (id, id.spec().kept(quantise(value, 3)).unwrap_or(value)));
        let is_inside = |&(id, value): &At| {
            let end = ends.iter().find(|it| it.0 == id).map_or(value, |it| it.1);
            let here = values.get(id);
            (here.min(end)..=here.max(end)).contains(&value)
        };
        if kept.iter().all(is_inside) && flips(&kept) {
            return kept;
        }
    }
    ends
}

/// What it takes, as a sentence; a value opens the net present value that it leads to.
#[must_use]
pub fn robustness_sentence(robustness: &Robustness, values: &Values) -> String {
    let case = robustness.changes().iter().fold(Case::own(), |case, &(id, value)| case.with(id, value));
    let npv = Number::Figure(case, Figure::new(Kind::Npv, 0, 0));
    let named = |&(id, value): &At| {
        let (now, then) = apart(id.spec(), values.get(id), value);
        let (now, then) = (Number::Input(id).told(&now), npv.told(&then));
        format!("“{}” at {then} instead of {now}", id.spec().label)
    };
    match robustness {
        Robustness::One { nearest, others: 0 } => {
            format!(
                "One number alone, inside the range that sources give, flips this answer: {}.",
                named(nearest)
            )
        }
        Robustness::One { nearest, others } => format!(
            "Any one of {} numbers alone, inside the range that sources give, flips this answer. The nearest is {}.",
            others + 1,
            named(nearest)
        ),
        Robustness::Two { pair: [one, other], .. } => format!(
            "No single number inside the range that sources give flips this answer; two together do: {} and {}.",
            named(one),
            named(other)
        ),
        Robustness::Neither => {
            "Neither one number nor two, inside the ranges that sources give, flip this answer.".to_owned()
        }
    }
}
