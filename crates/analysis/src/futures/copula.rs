//! Inputs that hang together: a Gaussian copula, which ties their quantiles and leaves each input's own spread as it is.

use core::f64::consts::PI;

use super::matrix::{self, Matrix};
use payenough_quantities::lane::Lane;
use payenough_quantities::normal::normal_quantiles;
use payenough_quantities::special::normal_cdf;

/// How two members of a group hang together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Place of one member.
    pub one: usize,
    /// Place of the other.
    pub other: usize,
    /// Spearman's rank correlation, −1 to 1.
    pub rank: f64,
}

/// Why correlations make no group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GroupError {
    /// Outside −1 to 1, or no number.
    #[error("a correlation lies between −1 and 1")]
    NotACorrelation,
    /// A pair of one member, or of a member that is not there.
    #[error("a correlation needs two members of its group")]
    NoSuchPair,
    /// More than [`Group::MOST`].
    #[error("a group has at most 24 members")]
    TooLarge,
}

/// A group of inputs that hang together.
///
/// Standard normal `z_k = Φ⁻¹(u_k)`, tied by Cholesky's factor of the matrix of normal correlations `ρ_N = 2 sin(π ρ_S/6)`, give
/// tied quantiles `u'_k = Φ(z'_k)`. Only members of a group go through it. Pairs that are not named have correlation 0.
///
/// Source: K. Pearson, On further methods of determining correlation, 1907, for `ρ_N` by `ρ_S`.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Lower triangle, row by row.
    factor: Vec<Vec<f64>>,
    normal: Matrix,
    repaired: Option<[f64; 2]>,
}

impl Group {
    /// Members that a group may have.
    pub const MOST: usize = 24;

    /// A group of `n` members by the rank correlations of pairs; a pair named twice has the later one.
    ///
    /// Correlations that cannot all hold are moved to the nearest that can: see [`Group::repaired`].
    ///
    /// # Errors
    /// Where a correlation is none, a pair is none, or the group is too large.
    pub fn of(n: usize, pairs: &[Pair]) -> Result<Self, GroupError> {
        Self::of_normal(n, pairs.iter().map(|pair| (pair, 2.0 * libm::sin(PI * pair.rank / 6.0))))
    }

    /// A group of two by the correlation of their normal scores.
    ///
    /// # Errors
    /// Where it is none.
    pub fn of_two(normal: f64) -> Result<Self, GroupError> {
        Self::of_normal(2, [(&Pair { one: 0, other: 1, rank: normal }, normal)])
    }

    fn of_normal<'a>(n: usize, pairs: impl IntoIterator<Item = (&'a Pair, f64)>) -> Result<Self, GroupError> {
        if n > Self::MOST {
            return Err(GroupError::TooLarge);
        }
        let mut asked = matrix::identity(n);
        for (&Pair { one, other, rank }, normal) in pairs {
            if !(-1.0..=1.0).contains(&rank) {
                return Err(GroupError::NotACorrelation);
            }
            if one == other || n <= one.max(other) {
                return Err(GroupError::NoSuchPair);
            }
            asked[one][other] = normal;
            asked[other][one] = normal;
        }
        let is_repaired = matrix::is_contradictory(&asked);
        let normal = if is_repaired { matrix::nearest_correlation(&asked) } else { asked.clone() };
        let pairs = asked.iter().flatten().zip(normal.iter().flatten());
        let furthest = pairs.map(|(asked, kept)| [rank(*asked), rank(*kept)]).reduce(further);
        let repaired = furthest.filter(|_| is_repaired);
        let mut factor = matrix::cholesky(&normal);
        factor.iter_mut().enumerate().for_each(|(row, it)| it.truncate(row + 1));
        Ok(Self { factor, normal, repaired })
    }

    /// Were the correlations such that they cannot all hold? Then what was asked of the rank correlation that was moved
    /// furthest, and what it is.
    #[must_use]
    pub const fn repaired(&self) -> Option<[f64; 2]> {
        self.repaired
    }

    /// The rank correlation of two members that is used.
    #[must_use]
    pub fn rank_correlation(&self, one: usize, other: usize) -> Option<f64> {
        self.normal.get(one)?.get(other).map(|normal| rank(*normal))
    }

    /// Ties independent uniform draws, one per member, in place.
    #[inline]
    pub fn tie<L: Lane>(&self, uniforms: &mut [L]) {
        // from the last: a row needs those before it untied
        normal_quantiles(uniforms);
        let n = uniforms.len().min(self.factor.len());
        for row in (0..n).rev() {
            let parts = self.factor[row].iter().zip(uniforms.iter());
            uniforms[row] = parts.fold(L::ZERO, |sum, (weight, z)| sum + L::all(*weight) * *z);
        }
        for uniform in uniforms.iter_mut() {
            // a sum of scores may come out so far that its quantile rounds to an end
            *uniform = normal_cdf(*uniform).between(f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);
        }
    }
}

/// Spearman's correlation of two normal scores.
/// Of two moves the longer, the first of equals.
pub(super) fn further(one: [f64; 2], other: [f64; 2]) -> [f64; 2] {
    let way = |[from, to]: [f64; 2]| (to - from).abs();
    if way(one) < way(other) { other } else { one }
}

fn rank(normal: f64) -> f64 {
    6.0 / PI * libm::asin((normal / 2.0).clamp(-0.5, 0.5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::points::{Kind, Points};
    use crate::futures::statistics::rank_correlation;
    use payenough_quantities::lane::Block;

    fn drawn(group: &Group, n: u32) -> Vec<Vec<f64>> {
        let members = group.factor.len();
        let points = Points { kind: Kind::Sobol, seed: 5, n_total: n };
        let columns: Vec<_> = (0..members).map(|d| points.argument(d)).collect();
        let mut drawn = vec![vec![0.0; n as usize]; members];
        for at in 0..n {
            let mut uniforms: Vec<f64> = columns.iter().map(|column| column.uniform(at)).collect();
            group.tie(&mut uniforms);
            drawn.iter_mut().zip(&uniforms).for_each(|(list, u)| list[at as usize] = *u);
        }
        drawn
    }

    #[test]
    fn draws_have_the_rank_correlations_asked_for() {
        let pair = |one, other, rank| Pair { one, other, rank };
        let pairs = [pair(0, 1, 0.7), pair(1, 2, -0.4), pair(0, 2, 0.1)];
        let group = Group::of(3, &pairs).expect("correlations");
        assert_eq!(group.repaired(), None);
        let lists = drawn(&group, 8192);
        for Pair { one, other, rank } in pairs {
            let found = rank_correlation(&lists[one], &lists[other]).unwrap_or(9.0);
            assert!((found - rank).abs() < 0.01, "{found} {rank}");
        }
        for list in &lists {
            // still evenly spread
            let below = list.iter().filter(|&&u| u < 0.2).count() as f64 / 8192.0;
            assert!((below - 0.2).abs() < 0.003, "{below}");
        }
    }

    #[test]
    fn the_ends_are_the_same_or_the_opposite() {
        for rank in [-1.0, 1.0] {
            let group = Group::of(2, &[Pair { one: 0, other: 1, rank }]).expect("a correlation");
            assert_eq!(group.repaired(), None);
            let lists = drawn(&group, 64);
            for (a, b) in lists[0].iter().zip(&lists[1]) {
                assert!((b - if rank < 0.0 { 1.0 - a } else { *a }).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn contradictions_are_repaired_and_said() {
        let pair = |one, other, rank| Pair { one, other, rank };
        let group = Group::of(3, &[pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, -0.9)]).expect("a repair");
        assert!(group.repaired().is_some_and(|[from, to]| (0.2..1.5).contains(&(to - from).abs())));
        let used = group.rank_correlation(0, 1).unwrap_or(9.0);
        let lists = drawn(&group, 4096);
        assert!((rank_correlation(&lists[0], &lists[1]).unwrap_or(0.0) - used).abs() < 0.02);
    }

    #[test]
    fn nonsense_is_refused() {
        let of = |one, other, rank| Group::of(2, &[Pair { one, other, rank }]).err();
        assert_eq!(of(0, 1, 1.1), Some(GroupError::NotACorrelation));
        assert_eq!(of(0, 1, f64::NAN), Some(GroupError::NotACorrelation));
        assert_eq!(
            (of(0, 2, 0.1), of(1, 1, 0.1)),
            (Some(GroupError::NoSuchPair), Some(GroupError::NoSuchPair))
        );
        assert_eq!(Group::of(25, &[]).err(), Some(GroupError::TooLarge));
    }

    #[test]
    fn a_block_is_tied_as_its_lanes() {
        let group = Group::of(2, &[Pair { one: 0, other: 1, rank: 0.5 }]).expect("a correlation");
        let u = |member: usize, at: usize| (at as f64 + 0.5) / 8.0 * (1.0 - 0.05 * member as f64);
        let mut blocks = [0, 1].map(|member| Block::each(|at| u(member, at)));
        group.tie(&mut blocks);
        for at in 0..8 {
            let mut single = [u(0, at), u(1, at)];
            group.tie(&mut single);
            assert_eq!(blocks.map(|block| block.lane(at)), single);
        }
    }
}
