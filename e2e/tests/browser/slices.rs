//! Without workers the page computes in slices on the main thread, and the reader's input is handled between two
//! slices.

use std::collections::BTreeMap;

use e2e::{Checked, Findings, World, parts};

use crate::futures::{Before, OVER, at_length};
use crate::sections::NO_WORKERS;

/// Longest time in milliseconds for which input may wait.
const MOST: f64 = 50.0;
/// Time in milliseconds after which a slice ends with the current piece: `SLICE_MS` in `crates/worker`.
const SLICE: f64 = 12.0;
/// Largest number of repeated runs. A busy machine interrupts a different piece each time, and the shortest time of
/// each piece counts.
const RUNS: usize = 4;

/// Records the duration of each scheduled task in `__slices`, and in `__pieces` the durations of its pieces of work by
/// job and of drawing by section. A program reads the clock before its first piece in a slice and after each piece.
const WATCH: &str = "window.__slices = []; window.__pieces = {}; let slice; \
     const keep = (name, ...all) => (__pieces[name] ??= []).push(...all); \
     const task = scheduler.postTask.bind(scheduler); \
     scheduler.postTask = (then, how) => task(() => { const start = performance.now(); slice = {}; \
       try { return then(); } finally { slice = undefined; __slices.push(performance.now() - start); } }, how); \
     const dispatch = window.dispatchEvent; \
     window.dispatchEvent = (event) => { const start = performance.now(); slice = undefined; \
       try { return dispatch.call(window, event); } finally { \
         if (event.type === 'payenough-section') keep(`draw ${event.detail.split('\\n')[0]}`, performance.now() - start); } }; \
     const undone = {}, names = {}, counts = {}; \
     const make = WebAssembly.instantiate; \
     WebAssembly.instantiate = (source, imports) => { \
       for (const [file, functions] of Object.entries(imports ?? {})) { \
         const clock = Object.keys(functions).find(name => /^__wbg_now_/.test(name)), now = functions[clock]; \
         const program = /futures|sections/.exec(file)?.[0]; let seen; \
         if (program && now) functions[clock] = (...given) => { const at = now(...given); \
           if (slice && slice === seen?.slice) (undone[program] ??= []).push(at - seen.at); \
           seen = { slice, at }; return at; }; } \
       return make(source, imports); }; \
     const post = MessagePort.prototype.postMessage; \
     MessagePort.prototype.postMessage = function (it, ...rest) { \
       const { program, call, job, lane } = it ?? {}; \
       if (/^cancel/.test(call)) delete names[job]; \
       else if (names[job]) { const pieces = undone[program] ?? []; undone[program] = []; \
         if (['begin', 'draw', 'figures'].includes(names[job])) keep(names[job], ...pieces); \
         else keep(`step of ${names[job]} ${counts[names[job]] = (counts[names[job]] ?? 0) + 1}`, ...pieces); \
         delete names[job]; } \
       else if (job) names[job] = lane ?? call; \
       return post.call(this, it, ...rest); };";

/// The durations of the slices, and of the pieces by kind.
type Took = (Vec<f64>, BTreeMap<String, Vec<f64>>);

/// Measures everything once, from the first screen to the last future, including searches.
async fn took(world: &World, link: &str) -> Checked<Took> {
    world.open_link(link).await?;
    at_length(world, parts::WORKED_OUT, "the sections").await?;
    at_length(world, OVER, "all futures").await?;
    Ok((world.js("return __slices", &[]).await?, world.js("return __pieces", &[]).await?))
}

fn longest(all: &[f64]) -> f64 {
    all.iter().copied().fold(0.0, f64::max)
}

pub(crate) async fn no_slice_delays_input(world: &World) -> Checked {
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
                    // A search has the same pieces in each run.
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
        // The bound is observed in one run or, if the machine interrupted a slice of every run, derived from the
        // pieces.
        let is_seen = slices.iter().any(|it| *it < MOST);
        let most = (SLICE + step + draw).max(longest(&least.values().copied().collect::<Vec<_>>()));
        findings.expect(is_seen || most < MOST, || format!("{what}: a slice may take {most:.0} ms"));
    }
    before.take_back(world).await?;
    findings.done()
}
