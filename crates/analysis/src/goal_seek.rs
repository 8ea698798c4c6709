//! What would one input have to be? Searches its allowed range and finds every value, or reports that there is none.

pub use super::goal::Goal;

use super::pieces::{at_once, pause};
use payenough_model::{Figures, InputId, InputSpec, Kind, Scale, Values};

/// Number of steps between the ends of a slider: the first figure to find every value, the second to find the nearest.
const ALL_STEPS: u32 = 48;
const NEAREST_STEPS: u32 = 6;
/// Beyond the slider, each step goes to a value this many times as far from zero.
const TAIL_RATIO: f64 = 4.0;
/// Width of a bracket that counts as a point, relative to its position and, near zero, to the slider.
const WIDTH: f64 = 1e-12;
/// If the remaining excess is larger than this, relative to the excess at the ends of the first bracket, the answer has
/// jumped over zero.
const JUMP: f64 = 1e-6;
/// Bisection alone finishes within this many steps.
const MAX_STEPS: i32 = 120;

/// A value at which a goal is just met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The value in the unit of the input's key.
    pub value: f64,
    /// Whether the answer jumps past the goal here instead of passing through it.
    pub is_jump: bool,
}

/// Numbers that stand in the way of service, each with the side on which it stands in the way more.
///
/// They are never offered as a way to pay. At prices that are held they are none (MODEL.md section 5). Where prices answer
/// to load, or where service loses money with every customer, a smaller programme can lose less; but nobody makes a
/// business pay by finding less power for it.
const OBSTACLES: [(InputId, Side); 5] = [
    (InputId::build_lag, Side::Above),
    (InputId::power_cap, Side::Below),
    (InputId::facility_price, Side::Above),
    (InputId::accelerator_price, Side::Above),
    (InputId::unserved_lost, Side::Above),
];

/// A side of the value in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// An input and its nearest value that would turn the answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// The input.
    pub id: InputId,
    /// The nearest value; `None` if the input moves the answer but no allowed value turns it.
    pub found: Option<Found>,
    /// The nearest value on the other side of the present one, if there is one too.
    pub other: Option<Found>,
    /// The distance to the nearest value, in widths of its range (in ratios on a log scale); `None` without a
    /// value or a range.
    pub effort: Option<f64>,
}

/// The excess over a goal as a function of one input.
struct Line<'a> {
    goal: Goal,
    values: &'a Values,
    id: InputId,
}

#[derive(Clone, Copy)]
struct Point {
    at: f64,
    excess: f64,
}

impl Point {
    fn is_met(self) -> bool {
        self.excess >= 0.0
    }
}

impl Line<'_> {
    async fn point(&self, at: f64) -> Point {
        pause().await;
        Point { at, excess: self.goal.excess(&self.values.with(self.id, value(self.id.spec(), at))) }
    }

    /// The point between `a` and `b`, whose excesses differ in sign, at which the sign changes, by the ITP method.
    ///
    /// Source: Oliveira and Takahashi, An Enhancement of the Bisection Method Average Performance Preserving Minmax
    /// Optimality, ACM Transactions on Mathematical Software 47 (2021), with κ₁ = 0.2/(b − a), κ₂ = 2, n₀ = 1. If the
    /// excess is infinite at an end, the step is a bisection.
    async fn crossing(&self, mut a: Point, mut b: Point) -> Found {
        let size = a.excess.abs().max(b.excess.abs());
        let first = b.at - a.at;
        let (low, high) = (
            position(self.id.spec(), self.id.spec().soft.0),
            position(self.id.spec(), self.id.spec().soft.1),
        );
        let width = WIDTH * a.at.abs().max(b.at.abs()).min(high - low).max(f64::MIN_POSITIVE);
        for step in 0..MAX_STEPS {
            let middle = 0.5 * (a.at + b.at);
            if b.at - a.at <= 2.0 * width || middle <= a.at || b.at <= middle || b.excess == 0.0 {
                break;
            }
            let next = self.point(between(a, b, middle, first, width, step)).await;
            if next.is_met() == a.is_met() { a = next } else { b = next }
        }
        let met = if a.is_met() { a } else { b };
        let least = a.excess.abs().min(b.excess.abs());
        Found { value: value(self.id.spec(), met.at), is_jump: size.is_infinite() || least > JUMP * size }
    }

    /// The first change of sign along a list of positions, starting from `before`.
    async fn turning(&self, mut before: Point, positions: impl Iterator<Item = f64>) -> Option<Found> {
        for at in positions {
            let next = self.point(at).await;
            if next.is_met() != before.is_met() {
                let (a, b) = if before.at < next.at { (before, next) } else { (next, before) };
                return Some(self.crossing(a, b).await);
            }
            before = next;
        }
        None
    }
}

/// The next position to evaluate, always between the two points.
fn between(a: Point, b: Point, middle: f64, first: f64, width: f64, step: i32) -> f64 {
    if !(a.excess.is_finite() && b.excess.is_finite()) {
        return middle;
    }
    let span = b.at - a.at;
    let secant = (b.excess * a.at - a.excess * b.at) / (b.excess - a.excess);
    let sign = if middle >= secant { 1.0 } else { -1.0 };
    let truncation = 0.2 / first * span * span;
    let nearer = if truncation <= (middle - secant).abs() { secant + sign * truncation } else { middle };
    let halvings = libm::ceil(libm::log2(first / (2.0 * width))).max(0.0) as i32 + 1;
    let slack = (width * libm::exp2(f64::from(halvings - step)) - span / 2.0).max(0.0);
    let next = if (nearer - middle).abs() <= slack { nearer } else { middle - sign * slack };
    if a.at < next && next < b.at { next } else { middle }
}

/// The position of a value on the slider's scale. On a log scale, 0 is replaced by the smallest positive number.
pub(crate) fn position(spec: &InputSpec, value: f64) -> f64 {
    match spec.scale {
        Scale::Linear => value,
        Scale::Log => libm::log(value.max(f64::MIN_POSITIVE)),
    }
}

/// The value at a position on the slider's scale, clamped to the allowed range.
pub(crate) fn value(spec: &InputSpec, at: f64) -> f64 {
    let value = match spec.scale {
        Scale::Linear => at,
        Scale::Log => libm::exp(at),
    };
    value.clamp(spec.hard.0, spec.hard.1)
}

/// The positions to evaluate, in ascending order: equal steps along the slider, the ends of its range, the
/// present value, and ever longer steps to the ends of the allowed range.
fn positions(spec: &InputSpec, own: &Figures, now: f64, n_steps: u32) -> Vec<f64> {
    let mut values = vec![own.low, own.default, own.high, now, spec.hard.0, spec.hard.1, 0.0];
    for end in [spec.soft.0, spec.soft.1] {
        let (mut up, mut down) = (end, end);
        for _ in 0..n_steps {
            (up, down) = (up * TAIL_RATIO, down / TAIL_RATIO);
            values.extend([up, down]);
        }
    }
    values.retain(|&it| spec.hard.0 <= it && it <= spec.hard.1);
    let (low, high) = (position(spec, spec.soft.0), position(spec, spec.soft.1));
    let slider = (0..=n_steps).map(|step| low + (high - low) * f64::from(step) / f64::from(n_steps));
    let mut all: Vec<f64> = values.into_iter().map(|it| position(spec, it)).chain(slider).collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

/// Every value of an input at which the goal is just met, in ascending order. The list is empty if no allowed value
/// meets it or if the input does not matter. Only inputs that are numbers can be sought.
///
/// The excess is evaluated in steps over the whole allowed range, and each change of sign is narrowed down. Two
/// crossings within one step (about a fiftieth of the slider) can therefore be missed.
#[must_use]
pub fn goal_seek(goal: Goal, values: &Values, id: InputId) -> Vec<Found> {
    let line = Line { goal, values, id };
    if line.id.spec().kind != Kind::Number {
        return Vec::new();
    }
    at_once(async {
        let (mut all, mut before) = (Vec::new(), None);
        for at in positions(line.id.spec(), &values.figures(id), values.get(id), ALL_STEPS) {
            let next = line.point(at).await;
            match before {
                Some(a) if Point::is_met(a) != next.is_met() => all.push(line.crossing(a, next).await),
                _ => {}
            }
            before = Some(next);
        }
        all
    })
}

/// The result of [`levers`] for one input.
#[must_use]
pub fn nearest(goal: Goal, values: &Values, id: InputId) -> Option<Lever> {
    at_once(lever(goal, values, id, goal.excess(values)))
}

/// The nearest value of one input that turns the answer; `None` if the input does not move the answer.
async fn lever(goal: Goal, values: &Values, id: InputId, now: f64) -> Option<Lever> {
    let line = Line { goal, values, id };
    let (spec, own) = (line.id.spec(), values.figures(id));
    let ends = [spec.hard.0, spec.soft.0, own.low, own.high, spec.soft.1, spec.hard.1];
    let mut moves = false;
    for end in ends.into_iter().filter(|_| spec.takes_range()) {
        pause().await;
        moves = moves || goal.excess(&values.with(id, end)) != now;
    }
    if !moves {
        return None;
    }
    let start = Point { at: position(spec, values.get(id)), excess: now };
    let all = positions(spec, &own, values.get(id), NEAREST_STEPS);
    let is_barred = |side: Side| !start.is_met() && OBSTACLES.contains(&(id, side));
    let above = all.iter().copied().filter(|&at| at > start.at && !is_barred(Side::Above));
    let below = all.iter().rev().copied().filter(|&at| at < start.at && !is_barred(Side::Below));
    let (above, below) = (line.turning(start, above).await, line.turning(start, below).await);
    let distance = |found: &Found| (position(spec, found.value) - start.at).abs();
    let (found, other) = match (above, below) {
        (Some(above), Some(below)) if distance(&above) <= distance(&below) => (Some(above), Some(below)),
        (Some(above), Some(below)) => (Some(below), Some(above)),
        (above, below) => (above.or(below), None),
    };
    let range = position(spec, own.high) - position(spec, own.low);
    let effort = found.filter(|_| range > 0.0).map(|found| distance(&found) / range);
    Some(Lever { id, found, other, effort })
}

/// "What would have to be true?": every number that moves the answer, with the nearest value that turns it. Those with
/// the least effort come first, then those without a range, then those that cannot turn it alone.
#[must_use]
pub fn levers(goal: Goal, values: &Values) -> Vec<Lever> {
    at_once(levers_in_pieces(goal, values))
}

/// Async version of [`levers`], which pauses between pieces of work.
pub async fn levers_in_pieces(goal: Goal, values: &Values) -> Vec<Lever> {
    let now = goal.excess(values);
    let mut all: Vec<Lever> = Vec::new();
    for id in InputId::ALL {
        all.extend(lever(goal, values, id, now).await);
    }
    all.sort_by(|a, b| {
        let rank = |it: &Lever| (it.found.is_none(), it.effort.unwrap_or(f64::INFINITY));
        let ((a_none, a), (b_none, b)) = (rank(a), rank(b));
        a_none.cmp(&b_none).then(a.total_cmp(&b))
    });
    all
}
