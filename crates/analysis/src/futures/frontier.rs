//! Where the answer turns as two inputs move together: a grid of net present values, and of the share of futures that
//! pay.

use super::drawing::Drawing;
use crate::goal_seek::{position, value};
use crate::pieces::{at_once, net_present_values};
use payenough_engine::futures::Column;
use payenough_model::{InputId, Kind, Scale, Values};
use payenough_quantities::print::quantise;

/// Most values on an axis. One more than a multiple of four, so that the coarse grid includes both ends.
const N_VALUES: usize = 21;
/// The share of futures is computed at every second value of an axis. It is every fourth if each future searches for
/// the best life of its accelerators, which takes about 25 times as long.
const COARSE: [usize; 2] = [2, 4];
/// Number of futures at each of these grid points, the same ones everywhere; the second figure applies if each future
/// searches for the best life.
const N_FUTURES: [u32; 2] = [256, 32];
/// How far an axis extends beyond the range at each end, in widths of that range.
const BEYOND: f64 = 0.5;

/// The values of one input along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The input.
    pub id: InputId,
    /// The values of the input in ascending order, in the unit of its key and rounded as its row keeps them.
    pub values: Vec<f64>,
}

impl Axis {
    /// An axis over the range of an input and half its width beyond each end, or over the slider if there is no range.
    /// It includes the present value. `None` if the input is not a number.
    #[must_use]
    pub fn of(id: InputId, values: &Values) -> Option<Self> {
        let (spec, own, now) = (id.spec(), values.figures(id), values.get(id));
        if spec.kind != Kind::Number || !spec.allows(now) {
            return None;
        }
        let place = |value: f64| position(spec, value);
        let slider = (place(spec.soft.0), place(spec.soft.1));
        let open = (place(own.low.max(spec.soft.0)), place(own.high.min(spec.soft.1)));
        let (mut from, mut to) = if open.0 < open.1 {
            let beyond = BEYOND * (open.1 - open.0);
            ((open.0 - beyond).max(slider.0), (open.1 + beyond).min(slider.1))
        } else {
            slider
        };
        if spec.scale == Scale::Linear || now > 0.0 {
            (from, to) = (from.min(place(now)), to.max(place(now)));
        }
        let step = (to - from) / (N_VALUES - 1) as f64;
        let kept = |at: usize| spec.kept(quantise(value(spec, from + step * at as f64), 3));
        let mut values: Vec<f64> = (0..N_VALUES).filter_map(kept).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        (values.len() > 1).then_some(Self { id, values })
    }

    /// The position of a value on the axis, 0 to 1, along the slider's scale.
    #[must_use]
    pub fn place(&self, value: f64) -> f64 {
        let at = |value: f64| position(self.id.spec(), value);
        let (first, last) = (self.values.first().copied(), self.values.last().copied());
        match (first.map(at), last.map(at)) {
            (Some(first), Some(last)) if first < last => (at(value) - first) / (last - first),
            _ => 0.5,
        }
    }

    /// Every `step`-th value and the last one, or all values if there are few.
    fn coarse(&self, step: usize) -> Vec<f64> {
        let last = self.values.len().saturating_sub(1);
        let step = if last < N_VALUES / 2 { 1 } else { step };
        let is_taken = |at: &usize| at.is_multiple_of(step) || *at == last;
        (0..=last).filter(is_taken).map(|at| self.values[at]).collect()
    }
}

/// The answers as a function of two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// The input along the bottom.
    pub across: Axis,
    /// The input along the left.
    pub up: Axis,
    /// Net present value in dollars for each value of `up` and each value of `across`, row by row. All other inputs
    /// keep their own values.
    pub npv: Vec<f64>,
    /// The values of `across` and `up` at which the share of futures is computed.
    pub coarse: [Vec<f64>; 2],
    /// Share of futures that pay for themselves at each of those points, in the same order; empty if no other input varies.
    pub enough: Vec<f64>,
    /// Number of futures behind each share.
    pub n_futures: u32,
}

impl Frontier {
    /// The map of two inputs around the values of `drawing`; `None` unless the inputs are two different numbers.
    ///
    /// At each grid point the two inputs are fixed and the others vary as they do in `drawing`. Every grid point uses
    /// the same draws of the others, so two points differ only in the two inputs.
    #[must_use]
    pub fn of(drawing: &Drawing, across: InputId, up: InputId) -> Option<Self> {
        at_once(Self::in_pieces(drawing, across, up))
    }

    /// Async version of [`Frontier::of`], which pauses between pieces of work.
    pub async fn in_pieces(drawing: &Drawing, across: InputId, up: InputId) -> Option<Self> {
        if across == up {
            return None;
        }
        let values = drawing.values();
        let across = Axis::of(across, values)?;
        let up = Axis::of(up, values)?;
        let npv = grid(values, &across, &up).await;
        let others = others(drawing, [across.id, up.id]);
        let searches = usize::from(values.get(InputId::retire_early) != 0.0);
        let coarse = [&across, &up].map(|axis| axis.coarse(COARSE[searches]));
        let n_futures = n_futures(values);
        let is_certain = others.ids().len() == 0;
        let enough = if is_certain {
            Vec::new()
        } else {
            shares(&others, [across.id, up.id], &coarse, n_futures).await
        };
        Some(Self { across, up, npv, coarse, enough, n_futures })
    }

    /// The net present value at the given indices of the two axes.
    #[must_use]
    pub fn npv_at(&self, across: usize, up: usize) -> Option<f64> {
        self.npv.get(up * self.across.values.len() + across).copied()
    }

    /// Number of model runs that the map took.
    #[must_use]
    pub fn n_runs(&self) -> usize {
        self.npv.len() + self.enough.len() * self.n_futures as usize
    }
}

/// The drawing in which two inputs are fixed and all others vary as before.
fn others(drawing: &Drawing, held: [InputId; 2]) -> Drawing {
    held.into_iter().fold(drawing.clone(), |rest, id| rest.without(id, drawing.values().get(id)))
}

/// Number of futures at each grid point.
fn n_futures(values: &Values) -> u32 {
    N_FUTURES[usize::from(values.get(InputId::retire_early) != 0.0)]
}

/// Net present values, in dollars, of the futures at one point of the map.
#[must_use]
pub fn answers_at(drawing: &Drawing, place: [(InputId, f64); 2]) -> Vec<f64> {
    let others = others(drawing, place.map(|it| it.0));
    let n = n_futures(drawing.values()) as usize;
    let values = place.iter().fold(*others.values(), |values, &(id, value)| values.with(id, value));
    at_once(net_present_values(&values, &others.columns(0, n), n))
}

/// A value at which the answer turns as one input moves along an axis and all others stay the same, by linear
/// interpolation between neighbouring values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// The neighbouring values on the two sides.
    pub between: [f64; 2],
    /// The value at which the line passes through 0.
    pub value: f64,
}

/// The values along an axis at which the answer turns.
pub async fn turning(axis: &Axis, values: &Values) -> Vec<Turn> {
    let column = Column { id: axis.id, values: axis.values.clone() };
    let npv = net_present_values(values, &[column], axis.values.len()).await;
    let steps = axis.values.windows(2).zip(npv.windows(2));
    let turns = steps.filter(|(_, npv)| (npv[0] >= 0.0) != (npv[1] >= 0.0));
    turns
        .map(|(values, npv)| Turn {
            between: [values[0], values[1]],
            value: values[0] + (values[1] - values[0]) * npv[0] / (npv[0] - npv[1]),
        })
        .collect()
}

async fn grid(values: &Values, across: &Axis, up: &Axis) -> Vec<f64> {
    let n = across.values.len() * up.values.len();
    let column = |id: InputId, of: &dyn Fn(usize) -> f64| Column { id, values: (0..n).map(of).collect() };
    let width = across.values.len();
    let columns =
        [column(across.id, &|at| across.values[at % width]), column(up.id, &|at| up.values[at / width])];
    net_present_values(values, &columns, n).await
}

async fn shares(
    others: &Drawing,
    [across, up]: [InputId; 2],
    coarse: &[Vec<f64>; 2],
    n_futures: u32,
) -> Vec<f64> {
    let n = n_futures as usize;
    let columns = others.columns(0, n);
    let mut all = Vec::new();
    for &y in &coarse[1] {
        let row = others.values().with(up, y);
        for &x in &coarse[0] {
            let answers = net_present_values(&row.with(across, x), &columns, n).await;
            all.push(answers.iter().filter(|&&npv| npv >= 0.0).count() as f64 / n as f64);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::drawing::tests::start;
    use payenough_engine::headline;
    use payenough_model::Inputs;

    #[test]
    fn every_cell_is_a_model_run() {
        let drawing = start();
        let it = Frontier::of(&drawing, InputId::accelerator_life, InputId::api_price).expect("two numbers");
        for (row, &y) in it.up.values.iter().enumerate() {
            for (column, &x) in it.across.values.iter().enumerate() {
                let values = drawing.values().with(it.across.id, x).with(it.up.id, y);
                let alone = headline(&Inputs::read(&values)).value();
                assert_eq!(it.npv_at(column, row), Some(alone));
            }
        }
        assert_eq!(it, Frontier::of(&drawing, it.across.id, it.up.id).expect("again"));
    }

    #[test]
    fn all_cells_share_the_same_draws() {
        let drawing = start();
        let (x, y) = (InputId::accelerator_life, InputId::api_price);
        let it = Frontier::of(&drawing, x, y).expect("two numbers");
        let [xs, ys] = &it.coarse;
        assert_eq!(it.enough.len(), xs.len() * ys.len());
        let at = xs.len() + 1;
        let alone = drawing.without(x, xs[1]).without(y, ys[1]).net_present_values(0, it.n_futures as usize);
        let share = alone.iter().filter(|&&npv| npv >= 0.0).count() as f64 / alone.len() as f64;
        assert_eq!(it.enough[at], share);
        // A higher API price pays in at least as many futures, because each future is otherwise the same.
        for row in it.enough.chunks(xs.len()).collect::<Vec<_>>().windows(2) {
            assert!(row[0].iter().zip(row[1]).all(|(below, above)| below <= above), "{row:?}");
        }
    }

    #[test]
    fn every_number_can_be_an_axis() {
        for id in InputId::ALL {
            let (spec, now) = (id.spec(), Values::STARTING_POINT.get(id));
            let axis = Axis::of(id, &Values::STARTING_POINT);
            assert_eq!(axis.is_some(), spec.kind == Kind::Number, "{}", spec.key);
            let Some(axis) = axis else { continue };
            assert!(axis.values.len() <= N_VALUES && axis.values.iter().all(|&it| spec.allows(it)));
            assert!((-0.01..=1.01).contains(&axis.place(now)), "{} {}", spec.key, axis.place(now));
            assert!(axis.coarse(2).len() <= 12 && axis.coarse(4).len() <= 10, "{}", spec.key);
        }
    }

    #[test]
    fn a_map_needs_two_different_numbers() {
        let of = |across, up| Frontier::of(&start(), across, up).is_some();
        assert!(!of(InputId::api_price, InputId::api_price) && !of(InputId::api_price, InputId::futures));
        let none = Drawing::of(&Values::STARTING_POINT, []);
        let it = Frontier::of(&none, InputId::api_price, InputId::discount_rate).expect("two numbers");
        assert!(it.enough.is_empty() && it.n_runs() == it.npv.len());
    }
}
