//! The work table, measured natively by criterion: `cargo bench --bench evaluate`.

mod work;

use std::hint::black_box;

use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let inputs = work::inputs();
    for (name, run) in work::WORK {
        criterion.bench_function(name, |bencher| bencher.iter(|| run(black_box(&inputs))));
    }
    criterion.final_summary();
}
