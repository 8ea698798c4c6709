//! Correlated inputs: a Gaussian copula, which correlates the inputs' quantiles and leaves each input's own
//! distribution unchanged.

use core::f64::consts::PI;

use super::matrix::{self, Matrix};
use payenough_quantities::lane::Lane;
use payenough_quantities::normal::normal_quantiles;
use payenough_quantities::special::normal_cdf;

/// The correlation of two members of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Index of the first member.
    pub one: usize,
    /// Index of the second member.
    pub other: usize,
    /// Spearman's rank correlation, −1 to 1.
    pub rank: f64,
}

/// Why correlations do not form a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GroupError {
    /// A correlation is outside −1 to 1 or is NaN.
    #[error("a correlation lies between −1 and 1")]
    NotACorrelation,
    /// A pair names the same member twice, or a member that does not exist.
    #[error("a correlation needs two members of its group")]
    NoSuchPair,
    /// The group has more than [`Group::MOST`] members.
    #[error("a group has at most 24 members")]
    TooLarge,
}

/// A group of correlated inputs.
///
/// Independent standard normal scores `z_k = Φ⁻¹(u_k)` are multiplied by the Cholesky factor of the matrix of normal
/// correlations `ρ_N = 2 sin(π ρ_S/6)`, which gives correlated quantiles `u'_k = Φ(z'_k)`. Only members of a group are
/// transformed. Pairs that are not named have correlation 0.
///
/// Source: K. Pearson, On further methods of determining correlation, 1907, for `ρ_N` as a function of `ρ_S`.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The lower triangle of the Cholesky factor, row by row.
    factor: Vec<Vec<f64>>,
    normal: Matrix,
    repaired: Option<[f64; 2]>,
}

impl Group {
    /// Most members that a group can have.
    pub const MOST: usize = 24;

    /// A group of `n` members with the given rank correlations. If a pair is named twice, the later entry counts.
    ///
    /// If the correlations contradict each other, they are replaced by the nearest ones that do not; see
    /// [`Group::repaired`].
    ///
    /// # Errors If a correlation or a pair is invalid, or the group is too large.
    pub fn of(n: usize, pairs: &[Pair]) -> Result<Self, GroupError> {
        Self::of_normal(n, pairs.iter().map(|pair| (pair, 2.0 * libm::sin(PI * pair.rank / 6.0))))
    }

    /// A group of two members, given the correlation of their normal scores.
    ///
    /// # Errors If the correlation is invalid.
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

    /// If the correlations contradicted each other and had to be changed: the requested and the used value of the rank
    /// correlation that changed most.
    #[must_use]
    pub const fn repaired(&self) -> Option<[f64; 2]> {
        self.repaired
    }

    /// The rank correlation of two members that is actually used.
    #[must_use]
    pub fn rank_correlation(&self, one: usize, other: usize) -> Option<f64> {
        self.normal.get(one)?.get(other).map(|normal| rank(*normal))
    }

    /// Correlates independent uniform draws, one for each member, in place.
    #[inline]
    pub fn correlate<L: Lane>(&self, uniforms: &mut [L]) {
        // Works from the last row up, because each row needs the uncorrelated scores of the rows before it.
        normal_quantiles(uniforms);
        let n = uniforms.len().min(self.factor.len());
        for row in (0..n).rev() {
            let parts = self.factor[row].iter().zip(uniforms.iter());
            uniforms[row] = parts.fold(L::ZERO, |sum, (weight, z)| sum + L::all(*weight) * *z);
        }
        for uniform in uniforms.iter_mut() {
            // A sum of scores can be so extreme that its quantile would round to 0 or 1.
            *uniform = normal_cdf(*uniform).between(f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);
        }
    }
}

/// The larger of two changes; the first if they are equal.
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
            group.correlate(&mut uniforms);
            drawn.iter_mut().zip(&uniforms).for_each(|(list, u)| list[at as usize] = *u);
        }
        drawn
    }

    #[test]
    fn draws_have_the_requested_rank_correlations() {
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
            // Each member must still be uniform.
            let below = list.iter().filter(|&&u| u < 0.2).count() as f64 / 8192.0;
            assert!((below - 0.2).abs() < 0.003, "{below}");
        }
    }

    #[test]
    fn correlations_of_one_give_equal_or_opposite_draws() {
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
    fn contradictory_correlations_are_repaired_and_reported() {
        let pair = |one, other, rank| Pair { one, other, rank };
        let group = Group::of(3, &[pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, -0.9)]).expect("a repair");
        assert!(group.repaired().is_some_and(|[from, to]| (0.2..1.5).contains(&(to - from).abs())));
        let used = group.rank_correlation(0, 1).unwrap_or(9.0);
        let lists = drawn(&group, 4096);
        assert!((rank_correlation(&lists[0], &lists[1]).unwrap_or(0.0) - used).abs() < 0.02);
    }

    #[test]
    fn invalid_arguments_are_rejected() {
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
    fn a_block_is_correlated_like_its_lanes() {
        let group = Group::of(2, &[Pair { one: 0, other: 1, rank: 0.5 }]).expect("a correlation");
        let u = |member: usize, at: usize| (at as f64 + 0.5) / 8.0 * (1.0 - 0.05 * member as f64);
        let mut blocks = [0, 1].map(|member| Block::each(|at| u(member, at)));
        group.correlate(&mut blocks);
        for at in 0..8 {
            let mut single = [u(0, at), u(1, at)];
            group.correlate(&mut single);
            assert_eq!(blocks.map(|block| block.lane(at)), single);
        }
    }
}
