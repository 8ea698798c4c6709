//! Sobol indices: the share of a result's variance that each input explains, alone and together with others.

use super::points::{Column, Points, REPLICATES};
use super::share::error_of_mean;
use super::statistics::sorted;
use crate::pieces::at_once;

/// Student's t for 7 degrees of freedom: half the width of the 95% interval of a mean of eight, in standard errors.
pub const T_95: f64 = 2.364_624_251_592_785;

/// A share of variance with half the width of its 95% interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Index {
    /// Share of the variance. By chance the estimate can be below 0 or above 1.
    pub share: f64,
    /// Half the width of the 95% interval, estimated from the eight replicates.
    pub off_by: f64,
}

/// The indices of one input.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// First-order index: the share of the variance that knowing this input alone removes, on average.
    pub first: Index,
    /// Total index: the share of the variance that remains, on average, if all inputs but this one are known.
    pub total: Index,
}

/// The sums that one input's indices are computed from, for each scrambling. The mean of both sets is subtracted first.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// `Σ f(B)(f(A_i) − f(A))`, `Σ (f(A) − f(A_i))²/2` and `Σ (f(A)² + f(B)²)/2` for each scrambling.
    sums: [[f64; 3]; REPLICATES as usize],
    /// Number of futures in one set.
    pub n: f64,
    /// Variance over both sets.
    pub variance: f64,
}

impl Sums {
    /// The sum over all futures for the first-order or the total index.
    #[must_use]
    pub fn sum(&self, is_total: bool) -> f64 {
        self.sums.iter().map(|it| it[usize::from(is_total)]).sum()
    }

    /// The index that each scrambling gives on its own.
    #[must_use]
    pub fn shares(&self, is_total: bool) -> [f64; REPLICATES as usize] {
        self.sums.map(|it| if it[2] > 0.0 { it[usize::from(is_total)] / it[2] } else { 0.0 })
    }

    fn part(&self) -> Part {
        let index = |is_total: bool| {
            let share = if self.variance > 0.0 { self.sum(is_total) / (self.n * self.variance) } else { 0.0 };
            Index { share, off_by: T_95 * error_of_mean(&self.shares(is_total)) }
        };
        Part { first: index(false), total: index(true) }
    }
}

/// Sobol indices of a result, with its mean and variance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indices {
    /// The indices of each input.
    pub parts: Vec<Part>,
    /// The sums that they are computed from.
    pub sums: Vec<Sums>,
    /// Mean of the result.
    pub mean: f64,
    /// Variance of the result.
    pub variance: f64,
}

/// Two independent sets of draws for each input.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// The draws of each input in the first and the second set.
    pub columns: Vec<(Column, Column)>,
    /// Number of futures in one set.
    pub n: u32,
}

impl Design {
    /// A design for the inputs with these keys.
    #[must_use]
    pub fn of_keys(points: &Points, keys: &[&str], n: u32) -> Self {
        Self { columns: keys.iter().map(|key| (points.column(key), points.second(key))).collect(), n }
    }

    /// A design for the arguments of a function: one sequence of twice as many dimensions.
    #[must_use]
    pub fn of_arguments(points: &Points, count: usize, n: u32) -> Self {
        Self { columns: (0..count).map(|d| (points.argument(d), points.argument(count + d))).collect(), n }
    }

    /// The indices of a model that maps quantiles to results. It takes one list of `n` quantiles per input.
    ///
    /// Let `A` and `B` be the two sets, and `A_i` the set `A` with input `i` from `B`. The first-order index is
    /// `mean(f(B)(f(A_i) − f(A)))` and the total index `mean((f(A) − f(A_i))²)/2`, both over the variance of `f(A)` and
    /// `f(B)` together. Subtracting the mean from `f` first lowers the error and leaves the expectation unchanged.
    ///
    /// Sources: A. Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics Communications
    /// 181, 2010, (b) of table 2; M. Jansen, Analysis of variance designs for model output, ibid. 117, 1999.
    pub fn indices(&self, model: impl FnMut(&[Vec<f64>]) -> Vec<f64>) -> Indices {
        let alone: Vec<Vec<usize>> = (0..self.columns.len()).map(|input| vec![input]).collect();
        self.grouped(&alone, model)
    }

    /// The indices of groups of inputs that change together, given by their indices in the design.
    pub fn grouped(&self, groups: &[Vec<usize>], model: impl FnMut(&[Vec<f64>]) -> Vec<f64>) -> Indices {
        self.runs(groups, model).indices()
    }

    /// Runs the model for both sets, and for the first set with each group taken from the second.
    pub fn runs(&self, groups: &[Vec<usize>], mut model: impl FnMut(&[Vec<f64>]) -> Vec<f64>) -> Runs {
        at_once(self.runs_in_pieces(groups, async |drawn: &[Vec<f64>]| model(drawn)))
    }

    /// Async version of [`Design::runs`], for a model that pauses between pieces of work.
    pub async fn runs_in_pieces(
        &self,
        groups: &[Vec<usize>],
        mut model: impl AsyncFnMut(&[Vec<f64>]) -> Vec<f64>,
    ) -> Runs {
        let fill = |column: &Column| {
            let mut list = vec![0.0; self.n as usize];
            column.fill(0, &mut list);
            list
        };
        let mut drawn: Vec<Vec<f64>> = self.columns.iter().map(|(_, second)| fill(second)).collect();
        let second = model(&drawn).await;
        for (list, (first, _)) in drawn.iter_mut().zip(&self.columns) {
            first.fill(0, list);
        }
        let first = model(&drawn).await;
        let mut mixed = Vec::with_capacity(groups.len());
        for group in groups {
            let others: Vec<Vec<f64>> = group.iter().map(|&input| fill(&self.columns[input].1)).collect();
            let swap = |drawn: &mut [Vec<f64>], others: Vec<Vec<f64>>| -> Vec<Vec<f64>> {
                let pairs = group.iter().zip(others);
                pairs.map(|(&input, other)| core::mem::replace(&mut drawn[input], other)).collect()
            };
            let kept = swap(&mut drawn, others);
            mixed.push(model(&drawn).await);
            drop(swap(&mut drawn, kept));
        }
        Runs { first, second, mixed }
    }
}

/// The results that indices are computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Runs {
    first: Vec<f64>,
    second: Vec<f64>,
    mixed: Vec<Vec<f64>>,
}

impl Runs {
    /// The indices of each group. Its total index is the share of variance that remains if all other inputs are known.
    #[must_use]
    pub fn indices(&self) -> Indices {
        let sets = Sets::of(self.first.clone(), self.second.clone());
        let sums: Vec<Sums> = self.mixed.iter().map(|mixed| sets.sums(mixed)).collect();
        let parts = sums.iter().map(Sums::part).collect();
        Indices { parts, sums, mean: sets.mean, variance: sets.variance }
    }

    /// The same runs with each result replaced by its rank among those of both sets, scaled to 0 to 1. A few extreme
    /// results then count no more than any others, and the order stays the same.
    ///
    /// Source: R. Iman and W. Conover, The use of the rank transform in regression, Technometrics 21, 1979.
    #[must_use]
    pub fn ranked(&self) -> Self {
        let all = sorted(&[self.first.as_slice(), self.second.as_slice()].concat());
        let n = all.len().max(1) as f64;
        let place = |value: &f64| {
            let below = all.partition_point(|it| it.total_cmp(value).is_lt());
            let up_to = all.partition_point(|it| it.total_cmp(value).is_le());
            0.5 * (below + up_to) as f64 / n
        };
        let places = |list: &Vec<f64>| list.iter().map(place).collect::<Vec<f64>>();
        Self {
            first: places(&self.first),
            second: places(&self.second),
            mixed: self.mixed.iter().map(places).collect(),
        }
    }
}

/// The results of both sets minus their mean.
struct Sets {
    first: Vec<f64>,
    second: Vec<f64>,
    mean: f64,
    variance: f64,
}

impl Sets {
    fn of(mut first: Vec<f64>, mut second: Vec<f64>) -> Self {
        let n = (first.len() + second.len()).max(1) as f64;
        let mean = (first.iter().sum::<f64>() + second.iter().sum::<f64>()) / n;
        first.iter_mut().chain(&mut second).for_each(|value| *value -= mean);
        let variance = first.iter().chain(&second).map(|value| value * value).sum::<f64>() / n;
        Self { first, second, mean, variance }
    }

    /// The sums of one input, given the results of the first set with that input's draws from the second.
    fn sums(&self, mixed: &[f64]) -> Sums {
        let n = self.first.len().min(self.second.len()).min(mixed.len());
        let mut sums = [[0.0; 3]; REPLICATES as usize];
        for at in 0..n {
            let (a, b, m) = (self.first[at], self.second[at], mixed[at] - self.mean);
            let [first, total, squares] = &mut sums[at % REPLICATES as usize];
            *first += b * (m - a);
            *total += 0.5 * (a - m) * (a - m);
            *squares += 0.5 * (a * a + b * b);
        }
        Sums { sums, n: n as f64, variance: self.variance }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::points::Kind;

    /// `x + 2y + 3yz` with all three uniform in 0..1, whose indices have a closed form.
    fn model(draws: &[Vec<f64>]) -> Vec<f64> {
        let [x, y, z] = draws else { return Vec::new() };
        x.iter().zip(y).zip(z).map(|((x, y), z)| x + 2.0 * y + 3.0 * y * z).collect()
    }

    #[test]
    fn indices_match_a_closed_form() {
        // A uniform variable has variance 1/12. In those units x has 1, y (2 + 3/2)², z (3/2)², and yz together 9/12.
        let (x, y, z, yz) = (1.0, 12.25, 2.25, 0.75);
        let all = x + y + z + yz;
        let known = [(x, x), (y, y + yz), (z, z + yz)];
        let points = Points { kind: Kind::Sobol, seed: 1, n_total: 65_536 };
        for design in [
            Design::of_arguments(&points, 3, 65_536),
            Design::of_keys(&points, &["users_n", "wacc_pct", "staff_pct"], 65_536),
        ] {
            let indices = design.indices(model);
            assert!((indices.mean - (0.5 + 1.0 + 0.75)).abs() < 1e-3);
            assert!((indices.variance - all / 12.0).abs() < 2e-3);
            for (part, (first, total)) in indices.parts.iter().zip(known) {
                for (index, known) in [(part.first, first / all), (part.total, total / all)] {
                    assert!((index.share - known).abs() < 0.01, "{index:?} {known}");
                    assert!(index.off_by < 0.03, "{index:?}");
                }
            }
        }
    }

    #[test]
    fn intervals_cover_the_truth_95_percent_of_the_time() {
        let mut held = 0;
        for seed in 0..100 {
            let points = Points { kind: Kind::Sobol, seed, n_total: 512 };
            let indices = Design::of_arguments(&points, 3, 512).indices(model);
            let Index { share, off_by } = indices.parts[1].first;
            held += u32::from((share - 12.25 / 16.25).abs() <= off_by);
        }
        assert!((88..=100).contains(&held), "{held}");
    }

    #[test]
    fn a_group_has_the_variance_of_its_sum() {
        let points = Points { kind: Kind::Sobol, seed: 1, n_total: 4096 };
        let indices = Design::of_arguments(&points, 3, 4096).grouped(&[vec![0], vec![1, 2]], model);
        for (part, known) in indices.parts.iter().zip([1.0 / 16.25, 15.25 / 16.25]) {
            for index in [part.first, part.total] {
                assert!((index.share - known).abs() < 0.01, "{index:?} {known}");
            }
        }
    }

    #[test]
    fn ranking_limits_the_effect_of_extreme_results() {
        // x alone, as a power of ten, so that a few results make up most of the variance.
        let points = Points { kind: Kind::Sobol, seed: 1, n_total: 1024 };
        let runs = Design::of_arguments(&points, 2, 1024)
            .runs(&[vec![0], vec![1]], |draws| draws[0].iter().map(|x| libm::exp(30.0 * x)).collect());
        let part = runs.ranked().indices().parts[0];
        assert!((part.first.share - 1.0).abs() < 0.02 && (part.total.share - 1.0).abs() < 0.02, "{part:?}");
        assert!(part.total.off_by < runs.indices().parts[0].total.off_by);
        assert_eq!(runs.ranked().indices().parts[1].total.share, 0.0);
    }

    #[test]
    fn a_constant_has_indices_of_zero() {
        let points = Points { kind: Kind::Random, seed: 1, n_total: 64 };
        let indices = Design::of_arguments(&points, 1, 64).indices(|draws| vec![7.0; draws[0].len()]);
        assert_eq!((indices.parts[0], indices.mean), (Part::default(), 7.0));
    }
}
