//! The reference Monte Carlo, run natively on one thread. Prints one line of JSON with the best of several rounds.

use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use payenough_analysis::futures::refdcf;

const DRAWS: u32 = 100_000;
const ROUNDS: usize = 40;

fn main() -> std::io::Result<()> {
    let mut values = vec![0.0; DRAWS as usize];
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        refdcf::fill(black_box(1), 0, black_box(&mut values));
        best = best.min(started.elapsed().as_secs_f64());
    }
    let rate = f64::from(DRAWS) / best;
    writeln!(std::io::stdout(), "{{\"name\":\"refdcf-native\",\"draws_per_s\":{rate:.0}}}")
}
