//! Does the answer hold if one or two numbers move within their ranges?

use super::brackets::{Bracket, Candidate, N_HALVINGS, bracket, candidates, halved, pays};
use super::named::apart;
use crate::goal_seek::{position, value};
use crate::pieces::{at_once, net_present_values, pause};
use crate::working::{Case, Number};
use payenough_engine::futures::Column;
use payenough_engine::headline;
use payenough_engine::working::{Figure, Kind};
use payenough_model::{Figures, InputId, InputSpec, Inputs, Values};
use payenough_quantities::Usd;
use payenough_quantities::print::quantise;

/// Number of inputs that are tried in pairs if each future searches for the best life of its accelerators, which takes
/// about 25 times as long: those that move the answer most on their own. Otherwise all that help are tried.
const IN_PAIRS: usize = 24;

/// An input and a value for it, in the unit of its key.
pub type At = (InputId, f64);

/// The smallest change that flips the answer within the ranges of the dated set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Robustness {
    /// A single number flips it.
    One {
        /// The number that has to move least, relative to its range, and a value that flips the answer.
        nearest: At,
        /// How many other numbers can flip it on their own.
        others: usize,
    },
    /// No single number flips it, but two together do.
    Two {
        /// The two numbers that move the answer most, at values that flip it.
        pair: [At; 2],
        /// How many other pairs can flip it.
        others: usize,
    },
    /// Neither one nor two numbers flip it.
    Neither,
}

fn npv(values: &Values) -> f64 {
    let npv: Usd = headline(&Inputs::read(values));
    npv.value()
}

/// Finds what flips the scenario as set: whether each dollar of cost comes back, at a net present value of 0 or more.
///
/// A single number is evaluated in eight steps over its range, and the first step at which the answer flips is narrowed
/// by bisection. Of two numbers each is put at the end that helps more, and then the straight line to these ends is
/// searched.
#[must_use]
pub fn robustness(values: &Values) -> Robustness {
    at_once(robustness_in_pieces(values))
}

/// Async version of [`robustness`], which pauses between pieces of work.
pub async fn robustness_in_pieces(values: &Values) -> Robustness {
    let now = npv(values);
    let all = candidates(values).await;
    let found = all.iter().filter_map(|it| bracket(it, values, pays(now)));
    let brackets = halved(values, pays(now), found.collect()).await;
    let effort = |it: &Bracket| {
        let (own, place) = (values.figures(it.id), |value: f64| position(it.id.spec(), value));
        (place(it.flips) - place(values.get(it.id))).abs() / (place(own.high) - place(own.low))
    };
    if let Some(nearest) = brackets.iter().min_by(|a, b| effort(a).total_cmp(&effort(b))) {
        let flips = |value: f64| pays(npv(&values.with(nearest.id, value))) != pays(now);
        let own = values.figures(nearest.id);
        let value = plain(nearest.id.spec(), &own, nearest.unchanged, nearest.flips, flips);
        return Robustness::One { nearest: (nearest.id, value), others: brackets.len() - 1 };
    }
    two(values, now, &all).await
}

/// The value with the fewest digits, rounded as the row keeps it, that flips the answer and is no further away than
/// `flips` rounded.
fn plain(
    spec: &InputSpec,
    own: &Figures,
    unchanged: f64,
    flips: f64,
    does_flip: impl Fn(f64) -> bool,
) -> f64 {
    let end = if unchanged < flips { own.high } else { own.low };
    let power = if flips == 0.0 { 0.0 } else { libm::floor(libm::log10(flips.abs())) };
    for digits in 3..=usize::from(spec.digits).max(3) {
        let step = libm::pow(10.0, power + 1.0 - digits as f64).copysign(flips - unchanged);
        let nearest = quantise(flips, digits);
        for rounded in [nearest, nearest + step] {
            let Some(kept) = spec.kept(rounded) else { continue };
            let is_inside = (unchanged.min(end)..=unchanged.max(end)).contains(&kept);
            if is_inside && does_flip(kept) {
                return kept;
            }
        }
    }
    spec.kept(flips).filter(|&kept| does_flip(kept)).unwrap_or(end)
}

/// Two inputs that flip the answer together.
async fn two(values: &Values, now: f64, all: &[Candidate]) -> Robustness {
    let towards = if pays(now) { -1.0 } else { 1.0 };
    // Each at the end that helps more. An input that does not help on its own is left out; it could only help through
    // an interaction.
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
        let answers = net_present_values(&base, &columns, partners.len()).await;
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
    match best {
        Some((pair, _)) => Robustness::Two { pair: on_the_way(values, now, pair).await, others: n_pairs - 1 },
        None => Robustness::Neither,
    }
}

/// The values of both inputs on the straight line to their ends, just past the point where the answer flips.
async fn on_the_way(values: &Values, now: f64, ends: [At; 2]) -> [At; 2] {
    let at = |part: f64| {
        ends.map(|(id, end)| {
            let (spec, present) = (id.spec(), values.get(id));
            let exact = if part < 1.0 {
                let (from, to) = (position(spec, present), position(spec, end));
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
    let (mut unchanged, mut turned) = (0.0, 1.0);
    for _ in 0..N_HALVINGS {
        let middle = 0.5 * (unchanged + turned);
        if flips(&at(middle)) {
            turned = middle
        } else {
            unchanged = middle
        }
        pause().await;
    }
    // Moves a little further, so that three digits of each value are enough.
    for further in [0.0, 0.01, 0.02, 0.05, 0.1] {
        let exact = at((turned + further).min(1.0));
        let kept = exact.map(|(id, value)| (id, id.spec().kept(quantise(value, 3)).unwrap_or(value)));
        let is_inside = |&(id, value): &At| {
            let end = ends.iter().find(|it| it.0 == id).map_or(value, |it| it.1);
            let present = values.get(id);
            (present.min(end)..=present.max(end)).contains(&value)
        };
        if kept.iter().all(is_inside) && flips(&kept) {
            return kept;
        }
    }
    ends
}

/// The present value of a number and the value that flips the answer, each linked to its working. The second links to
/// the net present value after all changes that flip the answer.
pub(super) fn now_and_then(robustness: &Robustness, values: &Values, &(id, value): &At) -> [String; 2] {
    let case = robustness.changes().iter().fold(Case::own(), |case, &(id, value)| case.with(id, value));
    let npv = Number::Figure(case, Figure::new(Kind::Npv, 0, 0));
    let (now, then) = apart(id.spec(), values.get(id), value);
    [Number::Input(id).linked(&now), npv.linked(&then)]
}

/// What flips the answer, as a sentence. Each new value links to the net present value that it leads to.
#[must_use]
pub fn robustness_sentence(robustness: &Robustness, values: &Values) -> String {
    let named = |at: &At| {
        let [now, then] = now_and_then(robustness, values, at);
        format!("“{}” at {then} instead of {now}", at.0.spec().label)
    };
    match robustness {
        Robustness::One { nearest, others: 0 } => {
            let inside = values.figures(nearest.0).whose.inside();
            format!("One number alone, inside {inside}, turns the scenario as set: {}.", named(nearest))
        }
        Robustness::One { nearest, others } => format!(
            "Any one of {} numbers alone, inside its range, sourced or ours, turns the scenario as set. The nearest is {}.",
            others + 1,
            named(nearest)
        ),
        Robustness::Two { pair: [one, other], .. } => format!(
            "No single number inside its range, sourced or ours, turns the scenario as set; two together do: {} and {}.",
            named(one),
            named(other)
        ),
        Robustness::Neither => {
            "Neither one number nor two, inside their ranges, sourced or ours, turn the scenario as set."
                .to_owned()
        }
    }
}
