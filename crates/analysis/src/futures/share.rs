//! The share of futures in which a condition holds, with its standard error.

use super::points::{Kind, REPLICATES};

const N: usize = REPLICATES as usize;

/// Counts of futures by replicate. The counts are whole numbers, so counting in parts gives the same result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    hits: [u32; N],
    draws: [u32; N],
}

impl Share {
    /// Counts futures `first`, `first + 1` and so on.
    #[must_use]
    pub fn of(first: u32, holds: impl IntoIterator<Item = bool>) -> Self {
        let mut share = Self::default();
        for (at, holds) in holds.into_iter().enumerate() {
            let replicate = (first.wrapping_add(at as u32) % REPLICATES) as usize;
            share.hits[replicate] += u32::from(holds);
            share.draws[replicate] += 1;
        }
        share
    }

    /// The sum of two counts.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for replicate in 0..N {
            self.hits[replicate] += other.hits[replicate];
            self.draws[replicate] += other.draws[replicate];
        }
        self
    }

    /// Number of futures in which the condition holds.
    #[must_use]
    pub fn n_hits(&self) -> u32 {
        self.hits.iter().sum()
    }

    /// Number of futures counted.
    #[must_use]
    pub fn n_draws(&self) -> u32 {
        self.draws.iter().sum()
    }

    /// Number of futures in each replicate in which the condition holds.
    #[must_use]
    pub const fn hits(&self) -> [u32; N] {
        self.hits
    }

    /// The share; `None` if there are no futures.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        ratio(self.n_hits(), self.n_draws())
    }

    /// The standard error of the share `p`.
    ///
    /// It is `√(p(1 − p)/n)` for random points. For the other kinds it is `√(Σ(p_r − p̄)²/(8·7))` over the shares `p_r`
    /// of the eight replicates, because futures within a replicate depend on each other and the replicates do not.
    /// `None` if a replicate has no future.
    #[must_use]
    pub fn standard_error(&self, kind: Kind) -> Option<f64> {
        if kind == Kind::Random {
            return Some(error_of_random(self.share()?, f64::from(self.n_draws())));
        }
        let mut shares = [0.0; N];
        for (at, share) in shares.iter_mut().enumerate() {
            *share = ratio(self.hits[at], self.draws[at])?;
        }
        Some(error_of_mean(&shares))
    }

    /// The share of the first `n` futures, given hits counted elsewhere.
    #[must_use]
    pub fn of_hits(n: u32, hits: [u32; N]) -> Self {
        let draws = core::array::from_fn(|replicate| (n + REPLICATES - 1 - replicate as u32) / REPLICATES);
        Self { hits, draws }
    }

    /// The share in each replicate; 0 for a replicate without futures.
    #[must_use]
    pub fn by_replicate(&self) -> [f64; N] {
        core::array::from_fn(|at| ratio(self.hits[at], self.draws[at]).unwrap_or(0.0))
    }
}

/// Standard error of a share over independent points.
#[must_use]
pub fn error_of_random(share: f64, n: f64) -> f64 {
    (share * (1.0 - share) / n).sqrt()
}

fn ratio(part: u32, of: u32) -> Option<f64> {
    if of == 0 { None } else { Some(f64::from(part) / f64::from(of)) }
}

/// Standard error of the mean of independent estimates.
#[must_use]
pub fn error_of_mean(estimates: &[f64]) -> f64 {
    let n = estimates.len() as f64;
    let mean = estimates.iter().sum::<f64>() / n;
    let squares: f64 = estimates.iter().map(|estimate| (estimate - mean) * (estimate - mean)).sum();
    (squares / (n * (n - 1.0))).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::points::Points;

    #[test]
    fn parts_add_up() {
        let holds = |at: u32| at.is_multiple_of(3);
        let whole = Share::of(0, (0..1000).map(holds));
        let parts = Share::of(0, (0..333).map(holds)).with(&Share::of(333, (333..1000).map(holds)));
        assert_eq!((whole, whole.n_hits(), whole.n_draws()), (parts, 334, 1000));
        assert_eq!((Share::default().share(), Share::default().standard_error(Kind::Random)), (None, None));
        assert_eq!(Share::of(0, [true]).standard_error(Kind::Sobol), None);
        let error = whole.standard_error(Kind::Random).unwrap_or(0.0);
        assert!((error - (0.334_f64 * 0.666 / 1000.0).sqrt()).abs() < 1e-15);
    }

    /// The standard error is right: averaged over many seeds, the true error is as large as it says.
    #[test]
    fn standard_errors_match_the_true_errors() {
        const SEEDS: u32 = 200;
        const N_DRAWS: u32 = 1024;
        for kind in Kind::ALL {
            let (mut squares, mut stated, mut bias) = (0.0, 0.0, 0.0);
            for seed in 0..SEEDS {
                let points = Points { kind, seed, n_total: N_DRAWS };
                let columns = [0, 1, 2].map(|d| points.argument(d));
                let holds =
                    |at: u32| columns.iter().map(|column| column.uniform::<f64>(at)).sum::<f64>() < 1.2;
                let share = Share::of(0, (0..N_DRAWS).map(holds));
                // The exact share is 1.2³/6 − 3·0.2³/6.
                let miss = share.share().unwrap_or(0.0) - 0.284;
                squares += miss * miss;
                bias += miss;
                let error = share.standard_error(kind).unwrap_or(0.0);
                stated += error * error;
            }
            let ratio = squares / stated;
            assert!((0.75..1.33).contains(&ratio), "{}: {ratio}", kind.key());
            let deviations = bias / squares.sqrt();
            assert!(deviations.abs() < 3.0, "{}: {deviations}", kind.key());
        }
    }
}
