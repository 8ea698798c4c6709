//! How fast the share of futures that pay is known: scrambled Sobol points against random ones, on the reference Monte Carlo
//! with a hurdle that four futures in ten take.

use payenough::inquiry::futures::points::{Kind, Points};
use payenough::inquiry::futures::{Share, refdcf};

/// Seeds over which the error is measured.
const SEEDS: u32 = 24;
/// Net present value that about 40% of futures exceed, in dollars.
const HURDLE: f64 = 15e9;
/// Draws, each four times those before.
const DRAWS: [u32; 4] = [512, 2048, 8192, 32_768];

/// The share over the hurdle by `n` futures of a kind and a seed.
fn share(kind: Kind, seed: u32, n: u32) -> Share {
    let points = Points { kind, seed, n_total: n };
    let columns: [_; refdcf::N_INPUTS] = core::array::from_fn(|input| points.argument(input));
    let mut lists: [_; refdcf::N_INPUTS] = core::array::from_fn(|_| vec![0.0; n as usize]);
    columns.iter().zip(&mut lists).for_each(|(column, list)| column.fill(0, list));
    Share::of(
        0,
        (0..n as usize).map(|at| {
            let quantiles = lists.each_ref().map(|list| list[at]);
            HURDLE < refdcf::net_present_value::<f64>(&quantiles)
        }),
    )
}

/// Root mean square error of the share for each number of draws.
fn errors(kind: Kind, truth: f64) -> [f64; 4] {
    DRAWS.map(|n| {
        let miss = |seed| share(kind, seed, n).share().unwrap_or(9.0) - truth;
        ((0..SEEDS).map(|seed| miss(seed) * miss(seed)).sum::<f64>() / f64::from(SEEDS)).sqrt()
    })
}

#[test]
fn sobol_points_need_fewer_draws() {
    // from draws that no measured seed shares
    let shares: Vec<f64> = (100..108).filter_map(|seed| share(Kind::Sobol, seed, 131_072).share()).collect();
    let truth = shares.iter().sum::<f64>() / shares.len() as f64;
    assert!((0.3..0.5).contains(&truth), "{truth}");
    let (sobol, random) = (errors(Kind::Sobol, truth), errors(Kind::Random, truth));
    println!("share {truth:.5}\ndraws {DRAWS:?}\nSobol {sobol:?}\nrandom {random:?}");
    for (n, error) in DRAWS.into_iter().zip(random) {
        let said = (truth * (1.0 - truth) / f64::from(n)).sqrt();
        assert!((0.6..1.5).contains(&(error / said)), "random, {n}: {error} {said}");
    }
    // sixty-four times the draws: an eighth of the error of random points, and less of Sobol points
    assert!(sobol[3] < sobol[0] / 9.0, "{sobol:?}");
    assert!(sobol[1] < 0.6 * random[1] && sobol[3] < 0.45 * random[3], "{sobol:?} {random:?}");
}
