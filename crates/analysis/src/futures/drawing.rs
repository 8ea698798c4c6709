//! How the futures of a scenario are drawn: which inputs vary, by how much, and which are correlated.

use super::copula::{Group, further};
use super::correlated::{CorrelatedGroup, correlated_groups};
use super::points::{self, Points};
use super::spread::{Family, Spread};
use payenough_engine::futures::Column;
use payenough_model::{InputId, Points as Spreading, Values};
use payenough_quantities::Quantity as _;
use payenough_quantities::lane::{Block, Lane};
use payenough_quantities::normal::normal_quantiles;

/// Number of futures behind the first answer.
pub const FIRST: u32 = 2048;

/// The futures of a scenario. Any of them can be drawn on its own.
#[derive(Clone, Debug)]
pub struct Drawing {
    values: Values,
    points: Points,
    varied: Vec<Varied>,
    groups: Vec<CorrelatedGroup>,
}

/// One input that varies.
#[derive(Clone, Debug)]
struct Varied {
    id: InputId,
    spread: Spread,
    column: points::Column,
}

impl Drawing {
    /// The futures around `values` in which each of `spreads` varies. Inputs set seed, kind of points and correlations.
    #[must_use]
    pub fn of(
        values: &Values,
        spreads: impl IntoIterator<Item = (InputId, payenough_model::Spread)>,
    ) -> Self {
        let points = Points {
            kind: match Spreading::of(values.get(InputId::points)) {
                Spreading::Sobol => points::Kind::Sobol,
                Spreading::Latin => points::Kind::LatinHypercube,
                Spreading::Random => points::Kind::Random,
            },
            seed: values.get(InputId::seed) as u32,
            n_total: values.get(InputId::draws) as u32,
        };
        let varied: Vec<Varied> = spreads
            .into_iter()
            .filter_map(|(id, spread)| {
                let payenough_model::Range { low, mid, high } = spread.range;
                let (spec, family) = (id.spec(), Family::of(spread.shape));
                let spread = Spread::new(family, [low, mid, high], spec.hard).ok()?;
                Some(Varied { id, spread, column: points.column(spec.key) })
            })
            .collect();
        Self { values: *values, points, groups: groups_among(values, &varied), varied }
    }

    /// The total number of futures; 1 if nothing varies.
    #[must_use]
    pub fn n_total(&self) -> u32 {
        if self.varied.is_empty() { 1 } else { self.points.n_total }
    }

    /// The kind of points from which the futures are drawn.
    #[must_use]
    pub const fn kind(&self) -> points::Kind {
        self.points.kind
    }

    /// The set of points from which the futures are drawn.
    #[must_use]
    pub const fn points(&self) -> &Points {
        &self.points
    }

    /// The values around which the futures vary.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// The inputs that vary, in table order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = InputId> + '_ {
        self.varied.iter().map(|it| it.id)
    }

    /// The distribution of an input, if it varies.
    #[must_use]
    pub fn spread(&self, id: InputId) -> Option<&Spread> {
        self.varied.iter().find(|it| it.id == id).map(|it| &it.spread)
    }

    /// Whether any inputs are correlated.
    #[must_use]
    pub fn is_correlated(&self) -> bool {
        !self.groups.is_empty()
    }

    /// If the correlations contradicted each other: the requested and the used value of the one that changed most.
    #[must_use]
    pub fn repaired(&self) -> Option<[f64; 2]> {
        self.groups.iter().filter_map(|it| it.group.repaired()).reduce(further)
    }

    /// The index in `before` of the input at `place`, if it has the same draws there in every future; else `None`.
    #[must_use]
    pub(super) fn drawn_alike(&self, place: usize, before: &Self) -> Option<usize> {
        let own = self.varied.get(place)?;
        let at = before.varied.iter().position(|it| it.id == own.id)?;
        let is_alike = self.points == before.points
            && own.spread == before.varied[at].spread
            && self.group_of(place) == before.group_of(at);
        is_alike.then_some(at)
    }

    /// The group of correlated inputs to which the input at `place` belongs, if any.
    fn group_of(&self, place: usize) -> Option<(Vec<InputId>, &Group)> {
        let group = self.groups.iter().find(|it| it.places.contains(&place))?;
        Some((group.places.iter().map(|&place| self.varied[place].id).collect(), &group.group))
    }

    /// The same futures, restricted to the inputs at some places and those correlated with them.
    #[must_use]
    pub(super) fn only(&self, places: &[usize]) -> Self {
        let groups: Vec<&CorrelatedGroup> =
            self.groups.iter().filter(|it| it.places.iter().any(|place| places.contains(place))).collect();
        let all: Vec<usize> = (0..self.varied.len())
            .filter(|place| places.contains(place) || groups.iter().any(|it| it.places.contains(place)))
            .collect();
        let moved = |it: &CorrelatedGroup| CorrelatedGroup {
            places: it.places.iter().filter_map(|place| all.binary_search(place).ok()).collect(),
            group: it.group.clone(),
        };
        Self {
            values: self.values,
            points: self.points,
            groups: groups.into_iter().map(moved).collect(),
            varied: all.iter().map(|&place| self.varied[place].clone()).collect(),
        }
    }

    /// The same futures with one input fixed at its own value.
    #[must_use]
    pub fn without(&self, id: InputId, value: f64) -> Self {
        let varied: Vec<Varied> = self.varied.iter().filter(|it| it.id != id).cloned().collect();
        let values = self.values.with(id, value);
        Self { values, points: self.points, groups: groups_among(&values, &varied), varied }
    }

    /// The groups of correlated inputs, as indices among the inputs that vary; others are groups of one.
    #[must_use]
    pub fn groups(&self) -> Vec<Vec<usize>> {
        let is_correlated = |place: &usize| self.groups.iter().any(|it| it.places.contains(place));
        let alone = (0..self.varied.len()).filter(|place| !is_correlated(place)).map(|place| vec![place]);
        self.groups.iter().map(|it| it.places.clone()).chain(alone).collect()
    }

    /// The inputs in futures `from` to `from + n`: one column per input, in the unit of its key.
    #[must_use]
    pub fn columns(&self, from: u32, n: usize) -> Vec<Column> {
        self.columns_at(n, |place, first| {
            self.varied[place].column.uniform::<Block>(from.wrapping_add(first as u32))
        })
    }

    /// The inputs in futures whose uniform draws come from elsewhere. `drawn` holds `n` numbers in 0..1 for each input,
    /// independent between inputs; this function correlates them.
    #[must_use]
    pub fn columns_of(&self, drawn: &[Vec<f64>], n: usize) -> Vec<Column> {
        self.columns_at(n, |place, first| {
            let list = drawn.get(place).map_or(&[][..], Vec::as_slice);
            Block::each(|lane| list.get(first + lane).or(list.last()).copied().unwrap_or(0.5))
        })
    }

    /// The columns of `n` futures. `uniform` maps an input's index and a first future to a block of numbers in 0..1.
    fn columns_at(&self, n: usize, uniform: impl Fn(usize, usize) -> Block) -> Vec<Column> {
        let empty = |it: &Varied| Column { id: it.id, values: Vec::with_capacity(n + Block::WIDTH) };
        let mut columns: Vec<Column> = self.varied.iter().map(empty).collect();
        let mut quantiles = vec![Block::ZERO; self.varied.len()];
        let mut members = Vec::new();
        for first in (0..n).step_by(Block::WIDTH) {
            for (place, quantile) in quantiles.iter_mut().enumerate() {
                *quantile = uniform(place, first);
            }
            for it in &self.groups {
                members.clear();
                members.extend(it.places.iter().map(|&place| quantiles[place]));
                it.group.correlate(&mut members);
                for (&place, &value) in it.places.iter().zip(&members) {
                    quantiles[place] = value;
                }
            }
            members.clear();
            let by_score = |it: &Varied| it.spread.family().is_by_score();
            members.extend(self.varied.iter().zip(&quantiles).filter(|it| by_score(it.0)).map(|it| *it.1));
            normal_quantiles(&mut members);
            let mut scores = members.iter();
            for ((column, it), &quantile) in columns.iter_mut().zip(&self.varied).zip(&quantiles) {
                let score = if by_score(it) { scores.next().copied() } else { None };
                let values = it.spread.value(score.unwrap_or(quantile));
                column.values.extend((0..Block::WIDTH).map(|lane| values.lane(lane)));
            }
        }
        for column in &mut columns {
            column.values.truncate(n);
        }
        columns
    }
}

fn groups_among(values: &Values, varied: &[Varied]) -> Vec<CorrelatedGroup> {
    let ids: Vec<InputId> = varied.iter().map(|it| it.id).collect();
    correlated_groups(values, &ids)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::futures::statistics::rank_correlation;
    use payenough_model::CORRELATIONS;
    use payenough_model::{Range, Shape};

    pub(in crate::futures) fn start() -> Drawing {
        let spreads = InputId::ALL.into_iter().filter_map(|id| {
            let spec = id.spec();
            let range = Range { low: spec.low, mid: spec.default, high: spec.high };
            (spec.shape != Shape::Fixed).then_some((id, payenough_model::Spread { range, shape: spec.shape }))
        });
        Drawing::of(&Values::STARTING_POINT, spreads)
    }

    #[test]
    fn futures_do_not_depend_on_how_they_are_requested() {
        let drawing = start();
        assert!(drawing.ids().len() > 50);
        let all = drawing.net_present_values(0, 100);
        let mut parts = drawing.net_present_values(0, 37);
        parts.extend(drawing.net_present_values(37, 63));
        assert_eq!(all, parts);
        let full: Vec<f64> = drawing.outcomes(5, 10).iter().map(|it| it.npv.value()).collect();
        assert_eq!(full, all[5..15]);
    }

    #[test]
    fn removing_an_input_changes_no_other_draw() {
        let drawing = start();
        let without = drawing.without(InputId::discount_rate, 9.0);
        let (all, rest) = (drawing.columns(3, 20), without.columns(3, 20));
        assert_eq!(all.len(), rest.len() + 1);
        for column in &rest {
            assert_eq!(Some(column), all.iter().find(|it| it.id == column.id));
        }
    }

    #[test]
    fn named_groups_are_correlated() {
        let drawing = start();
        assert!(drawing.is_correlated() && drawing.repaired().is_none());
        let columns = drawing.columns(0, 4096);
        let of = |id: InputId| &columns.iter().find(|it| it.id == id).expect("varies").values;
        for correlation in &CORRELATIONS {
            let rank = correlation.row.spec().default / 100.0;
            for &(one, other, sign) in correlation.pairs {
                let found = rank_correlation(of(one), of(other)).expect("varies");
                assert!((found - sign * rank).abs() < 0.05, "{one:?} {other:?} {found}");
            }
        }
        let apart = rank_correlation(of(InputId::discount_rate), of(InputId::realised)).expect("varies");
        assert!(apart.abs() < 0.05, "{apart}");
    }

    #[test]
    fn every_draw_is_a_valid_value() {
        for column in start().columns(0, 2048) {
            let (low, high) = column.id.spec().hard;
            assert!(column.values.iter().all(|it| (low..=high).contains(it)), "{:?}", column.id);
        }
    }
}
