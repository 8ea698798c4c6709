//! How much of the uncertainty of the answer comes from each input while all of them vary.

use super::drawing::{Drawing, FIRST};
use super::sobol_indices::{Design, Part, Sums};
use super::statistics::{correlation, ranks, squares};
use super::tornado::Tornado;
use crate::pieces::{at_once, net_present_values, pause};
use payenough_engine::futures::Column;
use payenough_model::InputId;

/// Number of futures in each of the two sets that the variance shares are computed from. The second figure applies if
/// each future searches for the best life of its accelerators, which takes about 25 times as long.
const N_SHARES: [u32; 2] = [2048, 128];
/// Number of drivers that get a share of their own; all others share one.
const DRIVERS: usize = 10;

/// Number of columns that are ranked in one piece of work.
const COLUMNS: usize = 8;

/// The correlation between the rank of an input and the rank of the answer, −1 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank {
    /// The input.
    pub id: InputId,
    /// Spearman's rank correlation with the net present value.
    pub correlation: f64,
}

/// Rank correlations with the net present value over the first futures, the strongest first. Inputs that do not move
/// the net present value are left out.
///
/// Where inputs hang together each has part of the others' correlation.
pub async fn rank_correlations_in_pieces(drawing: &Drawing) -> Vec<Rank> {
    let n = FIRST as usize;
    let columns = drawing.columns(0, n);
    pause().await;
    let answers = ranks(&net_present_values(drawing.values(), &columns, n).await);
    let of = |column: &Column| {
        Some(Rank { id: column.id, correlation: correlation(&ranks(&column.values), &answers)? })
    };
    let mut all: Vec<Rank> = Vec::with_capacity(columns.len());
    for some in columns.chunks(COLUMNS) {
        all.extend(some.iter().filter_map(of));
        pause().await;
    }
    all.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    all
}

/// The sums that a rank correlation is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankSums {
    /// The input.
    pub id: InputId,
    /// Number of futures.
    pub n: f64,
    /// `Σ(r − r̄)²`, `Σ(s − s̄)²` and `Σ(r − r̄)(s − s̄)`, where `r` are the ranks of the input and `s` those of the
    /// answer.
    pub sums: [f64; 3],
}

impl RankSums {
    /// Of every input that varies, over the futures of [`rank_correlations_in_pieces`].
    #[must_use]
    pub fn of(drawing: &Drawing) -> Vec<Self> {
        let n = FIRST as usize;
        let columns = drawing.columns(0, n);
        let answers = ranks(&at_once(net_present_values(drawing.values(), &columns, n)));
        let of = |column: &Column| {
            Some(Self { id: column.id, n: n as f64, sums: squares(&ranks(&column.values), &answers)? })
        };
        columns.iter().filter_map(of).collect()
    }
}

/// One or more inputs and their share of the uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// One input, or several correlated ones whose shares cannot be separated. The one with the longest tornado bar is
    /// first.
    pub ids: Vec<InputId>,
    /// First-order and total share of the variance of the answer's rank among the futures. Ranks give meaningful shares
    /// even if a few extreme futures make up most of the variance in dollars.
    pub part: Part,
    /// The same shares of the variance of the net present value itself.
    pub of_dollars: Part,
    /// The sums that both shares are computed from.
    pub sums: [Sums; 2],
}

/// The sources of the uncertainty of the net present value.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The drivers that move it most, in the order of the tornado. A share may be larger than the one before it, because
    /// the tornado moves one input at a time and the futures all of them.
    pub drivers: Vec<Driver>,
    /// All other inputs together; `None` if there are none.
    pub others: Option<Driver>,
    /// Number of futures in each set.
    pub n_futures: u32,
    /// Number of model runs that this took.
    pub n_runs: u32,
}

impl Shares {
    /// The shares of the inputs that vary in `drawing`. `tornado` decides which inputs are computed separately.
    ///
    /// Correlated inputs are one driver, because variance can be split into shares only if the parts are independent.
    #[must_use]
    pub fn of(drawing: &Drawing, tornado: &Tornado) -> Self {
        at_once(Self::in_pieces(drawing, tornado))
    }

    /// Async version of [`Shares::of`], which pauses between pieces of work.
    pub async fn in_pieces(drawing: &Drawing, tornado: &Tornado) -> Self {
        let ids: Vec<InputId> = drawing.ids().collect();
        if ids.is_empty() {
            return Self { drivers: Vec::new(), others: None, n_futures: 0, n_runs: 0 };
        }
        let swing = |&place: &usize| tornado.bar(ids[place]).map_or(0.0, |bar| bar.swing);
        let mut groups = drawing.groups();
        for group in &mut groups {
            group.sort_by(|a, b| swing(b).total_cmp(&swing(a)));
        }
        groups.sort_by(|a, b| swing(&b[0]).total_cmp(&swing(&a[0])));
        let others: Vec<usize> = groups.iter().skip(DRIVERS).flatten().copied().collect();
        groups.truncate(DRIVERS);
        let n_own = groups.len();
        if !others.is_empty() {
            groups.push(others);
        }
        let keys: Vec<&str> = ids.iter().map(|id| id.spec().key).collect();
        let n_futures = N_SHARES[usize::from(drawing.values().get(InputId::retire_early) != 0.0)];
        let n = n_futures as usize;
        let design = Design::of_keys(drawing.points(), &keys, n_futures);
        let model = async |drawn: &[Vec<f64>]| {
            pause().await;
            let columns = drawing.columns_of(drawn, n);
            pause().await;
            net_present_values(drawing.values(), &columns, n).await
        };
        let runs = design.runs_in_pieces(&groups, model).await;
        pause().await;
        let (places, dollars) = (runs.ranked().indices(), runs.indices());
        let driver = |(at, group): (usize, &Vec<usize>)| {
            let ids = group.iter().map(|&place| ids[place]).collect();
            let sums = [places.sums[at], dollars.sums[at]];
            Driver { ids, part: places.parts[at], of_dollars: dollars.parts[at], sums }
        };
        let mut drivers: Vec<Driver> = groups.iter().enumerate().map(driver).collect();
        let others = if n_own < drivers.len() { drivers.pop() } else { None };
        Self { drivers, others, n_futures, n_runs: (groups.len() as u32 + 2) * n_futures }
    }

    /// The drivers that consist of several correlated inputs.
    pub fn correlated(&self) -> impl Iterator<Item = &Driver> {
        self.drivers.iter().filter(|it| it.ids.len() > 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::drawing::tests::start;
    use payenough_model::{Range, Shape, Spread, Values};

    fn rank_correlations(drawing: &Drawing) -> Vec<Rank> {
        at_once(rank_correlations_in_pieces(drawing))
    }

    #[test]
    fn rank_correlations_are_sorted_and_reproducible() {
        let drawing = start();
        let ranks = rank_correlations(&drawing);
        assert!(ranks.len() > 20 && ranks.iter().all(|it| it.correlation.abs() <= 1.0));
        assert!(ranks.is_sorted_by(|a, b| a.correlation.abs() >= b.correlation.abs()));
        assert_eq!(ranks, rank_correlations(&drawing));
    }

    #[test]
    fn variance_shares_are_between_0_and_1() {
        let drawing = start();
        let shares = Shares::of(&drawing, &Tornado::of(&drawing));
        assert_eq!((shares.drivers.len(), shares.n_runs), (DRIVERS, 13 * N_SHARES[0]));
        let all = || shares.drivers.iter().chain(&shares.others);
        assert_eq!(all().map(|it| it.ids.len()).sum::<usize>(), drawing.ids().len());
        for Driver { ids, part, .. } in all() {
            let slack = part.first.off_by + part.total.off_by;
            assert!(part.first.share <= part.total.share + slack, "{ids:?} {part:?}");
            assert!((-slack..=1.0 + slack).contains(&part.total.share), "{ids:?} {part:?}");
        }
        let (first, total) = all().fold((0.0, 0.0), |(first, total), it| {
            (first + it.part.first.share, total + it.part.total.share)
        });
        assert!(first < 1.1 && 0.9 < total, "{first} {total}");
        assert!(shares.correlated().count() > 0);
    }

    #[test]
    fn a_single_input_explains_all_variance() {
        let spread = Spread { range: Range { low: 8.0, mid: 9.0, high: 11.0 }, shape: Shape::Triangular };
        let drawing = Drawing::of(&Values::STARTING_POINT, [(InputId::discount_rate, spread)]);
        let shares = Shares::of(&drawing, &Tornado::of(&drawing));
        let part = shares.drivers[0].part;
        assert!((part.first.share - 1.0).abs() < 0.05 && (part.total.share - 1.0).abs() < 0.05, "{part:?}");
        assert!(shares.others.is_none());
        assert_eq!(rank_correlations(&drawing).len(), 1);
        let none = Drawing::of(&Values::STARTING_POINT, []);
        assert!(
            Shares::of(&none, &Tornado::of(&none)).drivers.is_empty() && rank_correlations(&none).is_empty()
        );
    }
}
