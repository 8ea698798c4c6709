//! Without workers the page works in slices on its own thread: whatever the reader does comes between two of them.

use e2e::{Checked, Findings, World, parts};

use crate::depth::NO_WORKERS;
use crate::futures::{Before, OVER, at_length};

/// Longest time for which input may wait, ms.
const MOST: f64 = 50.0;
/// What a slice takes before it ends with the piece at hand, ms: `SLICE_MS` of the script that makes them.
const SLICE: f64 = 12.0;
/// Times the same is done, at least and at most: what the machine does meanwhile hits another slice each time.
const RUNS: [usize; 2] = [2, 6];

/// Keeps how long each task takes that the page puts off, in `__slices`; and each piece of work in it, by the program's
/// function, in `__pieces`.
const WATCH: &str = "window.__slices = []; window.__pieces = {}; \
     const post = scheduler.postTask.bind(scheduler); \
     scheduler.postTask = (task, how) => post(() => { const start = performance.now(); try { return task(); } \
       finally { __slices.push(performance.now() - start); } }, how); \
     const make = WebAssembly.instantiate; \
     const timed = (name, of) => (...given) => { const start = performance.now(); try { return of(...given); } \
       finally { (__pieces[name] ??= []).push(performance.now() - start); } }; \
     WebAssembly.instantiate = async (...given) => { const made = await make(...given); \
       if (!made.exports?.work_step) return made; \
       const exports = { ...made.exports }; \
       for (const name of ['work_step', 'draw', 'figures', 'conclude']) exports[name] = timed(name, exports[name]); \
       return { instance: { exports }, module: given[0] }; };";

/// Everything once, from the first screen to the last future; searches included.
async fn took(world: &World, link: &str) -> Checked<(Vec<f64>, Vec<Vec<f64>>)> {
    world.open_link(link).await?;
    at_length(world, parts::WORKED_OUT, "the deeper sections").await?;
    at_length(world, OVER, "all futures").await?;
    let script = "return ['work_step', 'draw', 'figures', 'conclude'].map(name => __pieces[name] ?? [])";
    Ok((world.js("return __slices", &[]).await?, world.js(script, &[]).await?))
}

fn longest(all: &[f64]) -> f64 {
    all.iter().copied().fold(0.0, f64::max)
}

pub(crate) async fn no_slice_holds_up_input(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = Before::of(world, &format!("{NO_WORKERS}; {WATCH}")).await?;
    for (what, link) in [
        ("the starting point", "v=1&d=2026-11&n=1&draws_n=9000"),
        ("three plans, another goal", "v=1&d=2026-11&n=4&draws_n=2048&plans=three&sought=payback&capex_usd=4e11"),
        ("a search within each run", "v=1&d=2026-11&n=2&draws_n=256&retire_early=1"),
    ] {
        let mut slices: Vec<f64> = Vec::new();
        let mut pieces: Vec<Vec<f64>> = Vec::new();
        for run in 0..RUNS[1] {
            if RUNS[0] <= run && slices.iter().any(|it| *it < MOST) {
                break;
            }
            let (tasks, done) = took(world, link).await?;
            slices.push(longest(&tasks));
            // the pieces of a search are the same ones each time: of each the shortest time is what it takes itself
            let steps = &done[0];
            findings.expect(steps.len() > 200, || format!("{what}: {} pieces", steps.len()));
            match pieces.first_mut() {
                Some(least) => {
                    findings.expect(least.len() == steps.len(), || format!("{what}: other pieces"));
                    least.iter_mut().zip(steps).for_each(|(least, took)| *least = least.min(*took));
                }
                None => pieces.push(steps.clone()),
            }
            // of the others the longest of each run
            pieces.push(done[1..].iter().map(|all| longest(all)).collect());
        }
        let step = longest(&pieces[0]);
        let others: Vec<f64> = (0..3)
            .map(|kind| pieces[1..].iter().map(|run| run[kind]).fold(f64::INFINITY, f64::min))
            .collect();
        let slice = slices.iter().copied().fold(f64::INFINITY, f64::min);
        println!(
            "{what}: {} pieces of searches, the longest {step:.1} ms; futures, figures, conclusion {others:.1?} ms; \
             the longest slice of each run {slices:.1?} ms",
            pieces[0].len()
        );
        findings.expect(SLICE + step < MOST, || format!("{what}: a piece of a search takes {step:.0} ms"));
        for (kind, took) in ["draw", "figures", "conclude"].iter().zip(&others) {
            findings.expect(*took < MOST, || format!("{what}: {kind} takes {took:.0} ms"));
        }
        findings.expect(slice < MOST, || format!("{what}: in every run a slice takes {slice:.0} ms or more"));
    }
    before.take_back(world).await?;
    findings.done()
}
