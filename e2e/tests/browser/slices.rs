//! Without workers the page works in slices on its own thread: whatever the reader does comes between two of them.

use std::collections::BTreeMap;

use e2e::{Checked, Findings, World, parts};

use crate::depth::NO_WORKERS;
use crate::futures::{Before, OVER, at_length};

/// Longest time for which input may wait, ms.
const MOST: f64 = 50.0;
/// After this a slice ends with the piece at hand, ms: `SLICE_MS` of the script that makes them.
const SLICE: f64 = 12.0;
/// Times the same is done, at most: a busy machine stops another piece each time, and of each the shortest time counts.
const RUNS: usize = 4;

/// Keeps how long each task takes that the page puts off, in `__slices`; each piece of work in it by the program's function,
/// and the drawing of each section by its name, in `__pieces`.
const WATCH: &str = "window.__slices = []; window.__pieces = {}; \
     const timed = (name, of) => (...given) => { const start = performance.now(); try { return of(...given); } \
       finally { (__pieces[name] ??= []).push(performance.now() - start); } }; \
     const post = scheduler.postTask.bind(scheduler); \
     scheduler.postTask = (task, how) => post(() => { const start = performance.now(); try { return task(); } \
       finally { __slices.push(performance.now() - start); } }, how); \
     const send = dispatchEvent; \
     window.dispatchEvent = event => event.type !== 'depth-answer' ? send(event) \
       : timed('draw ' + event.detail.split('\\u0006')[1], send)(event); \
     const make = WebAssembly.instantiate; \
     WebAssembly.instantiate = async (...given) => { const made = await make(...given); \
       if (!made.exports?.work_step) return made; \
       const exports = { ...made.exports }; \
       for (const name of ['draw', 'figures']) exports[name] = timed(name, exports[name]); \
       const names = {}, counts = {}, { work_step } = exports; \
       for (const name of ['work_answer', 'work_conclude']) exports[name] = (...given) => { \
         const work = made.exports[name](...given); counts[name] = (counts[name] ?? 0) + 1; \
         names[work] = `step of ${name} ${counts[name]}`; return work; }; \
       exports.work_step = (...given) => timed(names[given.at(-1)], work_step)(...given); \
       return { instance: { exports }, module: given[0] }; };";

/// The longest slice, and how long each kind of piece took, piece by piece.
type Took = (Vec<f64>, BTreeMap<String, Vec<f64>>);

/// Everything once, from the first screen to the last future; searches included.
async fn took(world: &World, link: &str) -> Checked<Took> {
    world.open_link(link).await?;
    at_length(world, parts::WORKED_OUT, "the deeper sections").await?;
    at_length(world, OVER, "all futures").await?;
    Ok((world.js("return __slices", &[]).await?, world.js("return __pieces", &[]).await?))
}

fn longest(all: &[f64]) -> f64 {
    all.iter().copied().fold(0.0, f64::max)
}

pub(crate) async fn no_slice_holds_up_input(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = Before::of(world, &format!("{NO_WORKERS}; {WATCH}")).await?;
    for (what, link) in [
        ("the starting point", "v=1&d=2026-11&n=1&draws_n=9000"),
        ("three plans, another goal", "v=1&d=2026-11&n=3&draws_n=2048&plans=three&sought=payback"),
        ("a search within each run", "v=1&d=2026-11&n=2&draws_n=2048&retire_early=1"),
    ] {
        let mut slices: Vec<f64> = Vec::new();
        let mut least: BTreeMap<String, f64> = BTreeMap::new();
        let mut steps: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for _ in 0..RUNS {
            let (tasks, pieces) = took(world, link).await?;
            slices.push(longest(&tasks));
            for (kind, all) in pieces {
                if kind.starts_with("step ") {
                    // the pieces of one search are the same ones each time
                    let least = steps.entry(kind).or_default();
                    least.resize(least.len().max(all.len()), f64::INFINITY);
                    least.iter_mut().zip(&all).for_each(|(least, took)| *least = least.min(*took));
                } else {
                    let took = longest(&all);
                    least.entry(kind).and_modify(|it| *it = it.min(took)).or_insert(took);
                }
            }
            if longest(&tasks) < MOST {
                break;
            }
        }
        let each: Vec<f64> = steps.values().map(|all| longest(all)).collect();
        let (step, n) = (longest(&each), steps.values().map(Vec::len).sum::<usize>());
        let draw = least.iter().filter(|it| it.0.starts_with("draw ")).map(|it| *it.1).fold(0.0, f64::max);
        println!(
            "{what}: {n} pieces, the longest of each search {each:.1?} ms; {least:.1?}; longest slices {slices:.1?}"
        );
        findings.expect(n > 200, || format!("{what}: {n} pieces"));
        // seen, or, where this machine did something else in the middle of some slice of each run, by its parts
        let is_seen = slices.iter().any(|it| *it < MOST);
        let most = (SLICE + step + draw).max(longest(&least.values().copied().collect::<Vec<_>>()));
        findings.expect(is_seen || most < MOST, || format!("{what}: a slice may take {most:.0} ms"));
    }
    before.take_back(world).await?;
    findings.done()
}
