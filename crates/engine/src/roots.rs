//! Every real root of `Σ c_k e^{v·t_k}`, isolated by a constructive form of Descartes' rule of signs.
//!
//! Between two terms of opposite sign lies an exponent `θ`. The derivative of `e^{−θv}·f` has the terms
//! `(t_k − θ) c_k`: one change of sign less, and by Rolle's theorem its roots separate those of `f`. So the changes of
//! sign are removed one by one until none is left; on the way back, each root is found alone between two neighbouring
//! extrema. A root at which `f` touches zero without crossing it is itself such an extremum.

/// Most changes of sign that are removed one by one. 20 years of eighths have no more; beyond it a grid is used.
const MAX_DEPTH: usize = 160;
/// Number of points in that grid.
const GRID_POINTS: u32 = 128;
/// Most steps of one search. A dozen are usual, and bisection alone needs fewer than this.
const MAX_STEPS: u32 = 200;
/// A Newton step this small leaves an error below the spacing of doubles.
const LAST_STEP: f64 = 1e-10;

/// The exponents `t_k` of the terms, ascending.
#[derive(Clone, Copy)]
pub(super) enum Times<'a> {
    /// The exponents 0, 1, 2 … of evenly spaced periods.
    Grid,
    /// One time per term, without duplicates.
    At(&'a [f64]),
}

impl Times<'_> {
    fn at(self, term: usize) -> f64 {
        match self {
            Self::Grid => term as f64,
            Self::At(times) => times.get(term).copied().unwrap_or(0.0),
        }
    }
}

/// A root. It is repeated if it is also an extremum, so that several roots coincide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Root {
    pub(super) at: f64,
    pub(super) is_repeated: bool,
}

/// The sum and its slope at one `v`, and the same with `|c_k|`, all four scaled by one positive factor.
#[derive(Default)]
struct Value {
    sum: f64,
    size: f64,
    slope: f64,
    size_slope: f64,
}

impl Value {
    /// Newton's step for `ln(positive terms / negative terms)`, which is nearly a straight line in `v`.
    fn newton_step(&self) -> f64 {
        let tilt = self.sum / self.size;
        let plus = self.size_slope + self.slope;
        let minus = self.size_slope - self.slope;
        let slope = plus / (self.size + self.sum) - minus / (self.size - self.sum);
        (libm::log1p(tilt) - libm::log1p(-tilt)) / slope
    }

    /// The sign of the sum; 0 if the sum is within rounding error.
    fn sign(&self, noise: f64) -> i8 {
        if self.sum.abs() <= noise * self.size {
            0
        } else if self.sum < 0.0 {
            -1
        } else {
            1
        }
    }
}

/// `Σ c_k e^{v·t_k}`.
#[derive(Clone, Copy)]
struct Terms<'a> {
    coefs: &'a [f64],
    times: Times<'a>,
}

impl Terms<'_> {
    /// The values are scaled by the largest power of `e^v`, so that nothing overflows.
    fn value(&self, v: f64) -> Value {
        match self.times {
            Times::Grid if v <= 0.0 => horner(self.coefs.iter().rev(), libm::exp(v)),
            Times::Grid => {
                let degree = self.coefs.len().saturating_sub(1) as f64;
                let back = horner(self.coefs.iter(), libm::exp(-v));
                Value {
                    slope: degree * back.sum - back.slope,
                    size_slope: degree * back.size - back.size_slope,
                    ..back
                }
            }
            Times::At(times) => {
                let origin = if v <= 0.0 { times.first() } else { times.last() };
                weighted(self.coefs, times, origin.copied().unwrap_or(0.0), v)
            }
        }
    }

    fn noise(&self) -> f64 {
        f64::EPSILON * (8.0 + self.coefs.len() as f64 / 4.0)
    }
}

/// The value of a polynomial in `x`, highest coefficient first, and `x` times its derivative.
fn horner<'a>(coefs: impl Iterator<Item = &'a f64>, x: f64) -> Value {
    let mut value = Value::default();
    for coef in coefs {
        value.slope = value.slope * x + value.sum;
        value.size_slope = value.size_slope * x + value.size;
        value.sum = value.sum * x + coef;
        value.size = value.size * x + coef.abs();
    }
    value.slope *= x;
    value.size_slope *= x;
    value
}

fn weighted(coefs: &[f64], times: &[f64], origin: f64, v: f64) -> Value {
    let mut value = Value::default();
    for (coef, time) in coefs.iter().zip(times) {
        let lapse = time - origin;
        let term = coef * libm::exp(v * lapse);
        value.sum += term;
        value.size += term.abs();
        value.slope += lapse * term;
        value.size_slope += lapse * term.abs();
    }
    value
}

/// Every root on `[low, high)`, in ascending order. Empty if a coefficient is NaN or infinite.
pub(super) fn roots(coefs: &[f64], times: Times, low: f64, high: f64) -> Vec<Root> {
    let is_usable = low < high && coefs.iter().all(|coef| coef.is_finite());
    if !is_usable || sign_changes(coefs.iter().copied()) == 0 {
        return Vec::new();
    }
    let terms = Terms { coefs, times };
    match only_root(terms, low, high) {
        Some(root) => root.map(|at| Root { at, is_repeated: false }).into_iter().collect(),
        None => isolate(terms, low, high),
    }
}

/// Number of changes of sign along a sequence, ignoring zeros.
fn sign_changes(sequence: impl Iterator<Item = f64>) -> usize {
    let mut before = 0.0;
    let mut changes = 0;
    for value in sequence {
        if value != 0.0 {
            changes += usize::from(before != 0.0 && (value < 0.0) != (before < 0.0));
            before = value;
        }
    }
    changes
}

/// The usual case, which needs no full search: `Some(root or none)` if there is certainly at most one root.
///
/// There are at most as many roots below `v = 0` as the running sums have changes of sign, and at most as many above it
/// as the running sums from the end have (Descartes' rule for `f/(1 − x)`). If that is not decisive, one root is found
/// and divided out: if the quotient has no change of sign, there is no other root (Teichroew's pure investment).
fn only_root(terms: Terms, low: f64, high: f64) -> Option<Option<f64>> {
    let total: f64 = terms.coefs.iter().sum();
    let below = sign_changes(running(terms.coefs.iter().copied()));
    let above = sign_changes(running(terms.coefs.iter().rev().copied()));
    let is_split = total != 0.0 && low < 0.0 && 0.0 < high;
    let (from, to) = match (below, above) {
        (0, 0) if is_split => return Some(None),
        (1, 0) if is_split => (low, 0.0),
        (0, 1) if is_split => (0.0, high),
        _ => (low, high),
    };
    let at_from = terms.value(from).sign(terms.noise());
    let at_to = terms.value(to).sign(terms.noise());
    let is_unique = is_split && below + above == 1;
    if at_from * at_to < 0 {
        let root = search(terms, from, to, 0.0_f64.clamp(from, to), at_to);
        (is_unique || is_alone(terms, root)).then_some(Some(root))
    } else if is_unique && at_from * at_to != 0 {
        Some(None)
    } else {
        None
    }
}

fn running(values: impl Iterator<Item = f64>) -> impl Iterator<Item = f64> {
    let mut sum = 0.0;
    values.map(move |value| {
        sum += value;
        sum
    })
}

/// Whether the terms divided by `(x − x*)` keep one sign. The division runs in the direction that damps rounding.
fn is_alone(terms: Terms, root: f64) -> bool {
    let factor = libm::exp(-root.abs());
    let divide = |rest: &mut f64, coef: &f64| {
        *rest = *rest * factor + coef;
        Some(*rest)
    };
    let n = terms.coefs.len().saturating_sub(1);
    match terms.times {
        Times::Grid if root < 0.0 => sign_changes(terms.coefs.iter().rev().scan(0.0, divide).take(n)) == 0,
        Times::Grid => sign_changes(terms.coefs.iter().scan(0.0, divide).take(n)) == 0,
        Times::At(_) => false,
    }
}

/// The root between two points of opposite sign: Newton's steps, with bisection if they leave the bracket or stall.
fn search(terms: Terms, mut low: f64, mut high: f64, start: f64, sign_high: i8) -> f64 {
    let mut v = start;
    let mut step = high - low;
    let mut step_before = step;
    for _ in 0..MAX_STEPS {
        let here = terms.value(v);
        if here.sum == 0.0 {
            return v;
        }
        *if (here.sum > 0.0) == (sign_high > 0) { &mut high } else { &mut low } = v;
        let newton = here.newton_step();
        let next = v - newton;
        let is_newton = low < next && next < high && newton.abs() < 0.5 * step_before.abs();
        let next = if is_newton { next } else { 0.5 * (low + high) };
        (step_before, step, v) = (step, next - v, next);
        if step.abs() <= if is_newton { LAST_STEP } else { f64::EPSILON * v.abs() } {
            return v;
        }
    }
    v
}

/// The full search that the top of this file describes.
fn isolate(terms: Terms, low: f64, high: f64) -> Vec<Root> {
    let (pivots, is_complete) = pivots(terms);
    let span = terms.times.at(terms.coefs.len().saturating_sub(1)) - terms.times.at(0);
    let weight = |term: usize, pivot: f64| (terms.times.at(term) - pivot) / span;
    let mut coefs = terms.coefs.to_vec();
    for pivot in &pivots {
        coefs.iter_mut().enumerate().for_each(|(term, coef)| *coef *= weight(term, *pivot));
    }
    let mut found: Vec<Root> = Vec::new();
    if !is_complete {
        let place = |point: u32| low + (high - low) * f64::from(point) / f64::from(GRID_POINTS);
        found.extend((1..GRID_POINTS).map(|point| Root { at: place(point), is_repeated: true }));
    }
    for (depth, pivot) in pivots.iter().enumerate().rev() {
        // a pivot may coincide with a term that is 0, whose weight is then 0 too
        let terms_left = coefs.iter_mut().enumerate().filter(|(_, coef)| **coef != 0.0);
        terms_left.for_each(|(term, coef)| *coef /= weight(term, *pivot));
        let level = if depth == 0 { terms } else { Terms { coefs: &coefs, times: terms.times } };
        found = between(level, &found, low, high);
    }
    found
}

/// An exponent within each change of sign, and whether these are all changes of sign.
fn pivots(terms: Terms) -> (Vec<f64>, bool) {
    let mut pivots = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for (term, coef) in terms.coefs.iter().enumerate().filter(|(_, coef)| **coef != 0.0) {
        let time = terms.times.at(term);
        if let Some((time_before, coef_before)) = before
            && (*coef < 0.0) != (coef_before < 0.0)
        {
            if pivots.len() == MAX_DEPTH {
                return (pivots, false);
            }
            pivots.push(0.5 * (time_before + time));
        }
        before = Some((time, *coef));
    }
    (pivots, true)
}

/// The roots at one level on `[low, high)`, given the extrema between them.
fn between(terms: Terms, extrema: &[Root], low: f64, high: f64) -> Vec<Root> {
    let noise = terms.noise();
    let mut found = Vec::new();
    let mut left = low;
    let mut sign_left = terms.value(low).sign(noise);
    if sign_left == 0 {
        found.push(Root { at: low, is_repeated: false });
    }
    let inner = extrema.iter().map(|root| root.at).filter(|at| low < *at && *at < high);
    for right in inner.chain([high]) {
        let sign_right = terms.value(right).sign(noise);
        if sign_left * sign_right < 0 {
            let at = search(terms, left, right, 0.5 * (left + right), sign_right);
            found.push(Root { at, is_repeated: false });
        } else if sign_right == 0 && right < high {
            found.push(Root { at: right, is_repeated: true });
        }
        (left, sign_left) = (right, sign_right);
    }
    found
}
