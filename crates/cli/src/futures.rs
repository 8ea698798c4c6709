//! `futures`: what the simulated futures of a link say, and the draws behind it, on all processors of the machine.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::futures::{Futures, Headline, PARTS, Sentence, Sureness};
use payenough_analysis::working::plain;
use payenough_engine::{Present, evaluate};
use payenough_model::Inputs;
use payenough_model::scenario::{Scenario, read_link};
use payenough_quantities::print;
use payenough_view::sections::sure::{figure, printed, shown};
use payenough_worker::futures::{conclude, draw, drawing, figures, n_years, wanted};
use payenough_worker::protocol::Section;
use serde_json::{Map, Value, json};

use crate::progress::Progress;

/// Most futures that a thread takes at once: the time of a part is some hundredths of a second.
const PART: u32 = 4096;
/// Parts for each thread, so that a thread that is slowed down leaves its share to the others.
const PARTS_PER_THREAD: u32 = 8;

/// The arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Asked {
    /// A full address, ?query or query; leave it out for the starting point.
    link: Option<String>,
}

/// The futures of a link: the present values of all, and the headline figures of the first.
struct Drawn {
    query: String,
    presents: Vec<Present>,
    rows: Vec<f64>,
}

impl Drawn {
    fn of(query: &str) -> Self {
        let [n_total, n_full] = wanted(query);
        let progress = Progress::on_stderr(n_total + n_full);
        let rows = in_parts(n_full, |from, n| figures(query, from, n), |n| progress.add(n));
        let presents = in_parts(n_total, |from, n| draw(query, from, n), |n| progress.add(n));
        Self { query: query.to_owned(), presents, rows }
    }

    fn scenario(&self) -> Scenario {
        read_link(&self.query).0
    }
}

/// The parts of `n_total` futures in order, each worked out by whichever thread is free. A part depends on its place alone,
/// so the digits are the same with any number of threads.
fn in_parts<T: Send>(
    n_total: u32,
    part: impl Fn(u32, u32) -> Vec<T> + Sync,
    done: impl Fn(u32) + Sync,
) -> Vec<T> {
    let n_threads = thread::available_parallelism().map_or(1, |it| it.get() as u32);
    // A multiple of eight, so that blocks are whole.
    let size = n_total.div_ceil(n_threads * PARTS_PER_THREAD).next_multiple_of(8).clamp(8, PART);
    let next = AtomicU32::new(0);
    let work = || -> Vec<(u32, Vec<T>)> {
        let starts = std::iter::from_fn(|| {
            let from = next.fetch_add(1, Ordering::Relaxed).checked_mul(size)?;
            (from < n_total).then_some(from)
        });
        let one = |from: u32| {
            let n = size.min(n_total - from);
            let values = part(from, n);
            done(n);
            (from, values)
        };
        starts.map(one).collect()
    };
    let mut parts: Vec<(u32, Vec<T>)> = thread::scope(|scope| {
        let running: Vec<_> = (0..n_threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|it| it.join().unwrap_or_default()).collect()
    });
    parts.sort_unstable_by_key(|it| it.0);
    parts.into_iter().flat_map(|it| it.1).collect()
}

/// The sections about a link's futures, as the page's worker returns them.
pub(crate) fn concluded(link: &str, width: u32) -> Vec<Section> {
    let query = read_link(link).0.query();
    let drawn = Drawn::of(&query);
    conclude(&query, width, &drawn.presents, &drawn.rows)
}

/// The report as JSON.
pub(crate) fn report(asked: &Asked) -> Value {
    let query = read_link(asked.link.as_deref().unwrap_or_default()).0.query();
    let drawn = Drawn::of(&query);
    let scenario = drawn.scenario();
    let drawing = drawing(&scenario);
    let sureness = Sureness::of(drawing.kind(), &drawn.presents);
    let rows = payenough_analysis::futures::Figures::from_rows(n_years(&scenario), drawn.rows);
    let (true, Some(sureness), Some(rows)) = (drawing.ids().len() > 0, sureness, rows) else {
        return json!({ "link": query, "n": 0, "sentence": null });
    };
    let as_set = evaluate(&Inputs::read(scenario.values()));
    let futures = Futures {
        scenario: &scenario,
        drawing: &drawing,
        tornado: &Tornado::of(&drawing),
        as_set: &as_set,
        presents: &drawn.presents,
        sureness: &sureness,
        figures: &rows,
    };
    let sentence = Sentence::of(&futures);
    let dots: Vec<&Present> =
        sureness.dot_futures().into_iter().filter_map(|at| drawn.presents.get(at as usize)).collect();
    let cents = |it: &&Present| it.benefit_cost().map(|it| 100.0 * it.value());
    json!({
        "link": query,
        "n": sureness.n_futures,
        "n_failed": sureness.n_failed,
        "n_in_full": rows.n_futures(),
        "n_varying": drawing.ids().len(),
        "seed": drawing.points().seed,
        "points": drawing.kind().key(),
        "correlations_moved_by": drawing.repaired().map(|[asked, kept]| (kept - asked).abs()),
        "share": sureness.share,
        "standard_error": sureness.error,
        "count": sureness.count(),
        "of": PARTS,
        "dots_npv_usd": dots.iter().map(|it| it.npv.value()).collect::<Vec<_>>(),
        "dots_cents_back_per_dollar": dots.iter().map(cents).collect::<Vec<_>>(),
        "as_set_cents_back_per_dollar": as_set.benefit_cost.map(|it| 100.0 * it.value()),
        "as_set_above": sureness.below(
            Present { npv: as_set.npv, receipts: as_set.receipts_pv }.rank().unwrap_or(f64::NEG_INFINITY)
        ),
        "biggest_unknown": sentence.unknown.map(|id| id.spec().key),
        "lead": plain(&sentence.lead),
        "headline": plain(&sentence.headline()),
        "sentence": sentence.text(),
        "percentiles": Headline::ALL.into_iter().map(|it| (it.key().to_owned(), of_figure(&futures, it))).collect::<Map<_, _>>(),
    })
}

/// A figure at each percentile, both exact and as the page prints it.
fn of_figure(futures: &Futures<'_>, which: Headline) -> Value {
    let shown = shown(futures);
    let (values, exists) = figure(futures, which, &shown);
    let mut all = Map::new();
    all.insert("exists".to_owned(), json!(exists));
    for (p, value) in shown.iter().zip(values) {
        let text = value.map(|value| printed(which, value));
        all.insert(format!("p{}", print::plain(p * 100.0, 6)), json!({ "value": value, "printed": text }));
    }
    Value::Object(all)
}
