//! Latin hypercubes: in each replicate, every layer of an input's range is drawn once.

use super::points::{REPLICATES, mixed};
use payenough_quantities::word::{Draw, Word};

/// A future's draw from a Latin hypercube. Its layer is its position in a shuffled order of the replicate's futures.
pub(super) fn layered(index: u32, n_total: u32, seeds: &[u32; REPLICATES as usize]) -> f64 {
    let replicate = index % REPLICATES;
    let n = (n_total.saturating_sub(replicate)).div_ceil(REPLICATES).max(1);
    let (k, seed) = (index / REPLICATES, seeds[replicate as usize]);
    // Futures beyond the announced total use the layers again.
    let layer = shuffled(k % n, n, seed);
    let inside = f64::unit(mixed(seed, k ^ 0x8000_0000));
    (f64::from(layer) + inside) / f64::from(n)
}

/// The position of `k` in an order of 0..n that depends on the seed. It applies a bijection on the next power of two
/// repeatedly until the result is below `n`.
fn shuffled(k: u32, n: u32, seed: u32) -> u32 {
    let bits = 32 - (n - 1).leading_zeros();
    let mask = (1_u64 << bits).wrapping_sub(1) as u32;
    let down = (bits / 2).max(1);
    let mut x = k;
    loop {
        for round in 0..4 {
            let key = mixed(seed, round);
            x = x.wrapping_mul(key | 1).wrapping_add(key.hashed()) & mask;
            x ^= x >> down;
        }
        if x < n {
            return x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_is_a_permutation() {
        for n in [1, 2, 3, 5, 8, 100, 1000, 1025] {
            for seed in 0..5 {
                let mut seen = vec![false; n as usize];
                (0..n).for_each(|k| seen[shuffled(k, n, seed) as usize] = true);
                assert!(seen.iter().all(|&it| it), "{n}");
            }
        }
    }
}
