//! `futures`: what the simulated futures of a link say, and the draws behind it, on all processors of the machine.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::futures::{Futures, Headline, PARTS, Sentence, Sureness};
use payenough_analysis::working::plain;
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

/// The futures of a link: the net present values of all, and the headline figures of the first.
struct Drawn {
    query: String,
    net_present_values: Vec<f64>,
    rows: Vec<f64>,
}

impl Drawn {
    fn of(query: &str) -> Self {
        let [n_total, n_full] = wanted(query);
        let progress = Progress::on_stderr(n_total + n_full);
        let rows = in_parts(n_full, |from, n| figures(query, from, n), |n| progress.add(n));
        let net_present_values = in_parts(n_total, |from, n| draw(query, from, n), |n| progress.add(n));
        Self { query: query.to_owned(), net_present_values, rows }
    }

    fn scenario(&self) -> Scenario {
        read_link(&self.query).0
    }
}

/// The parts of `n_total` futures in order, each worked out by whichever thread is free. A part depends on its place alone,
/// so the digits are the same with any number of threads.
fn in_parts(n_total: u32, part: impl Fn(u32, u32) -> Vec<f64> + Sync, done: impl Fn(u32) + Sync) -> Vec<f64> {
    let n_threads = thread::available_parallelism().map_or(1, |it| it.get() as u32);
    // A multiple of eight, so that blocks are whole.
    let size = n_total.div_ceil(n_threads * PARTS_PER_THREAD).next_multiple_of(8).clamp(8, PART);
    let next = AtomicU32::new(0);
    let work = || -> Vec<(u32, Vec<f64>)> {
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
    let mut parts: Vec<(u32, Vec<f64>)> = thread::scope(|scope| {
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
    conclude(&query, width, &drawn.net_present_values, &drawn.rows)
}

/// The report as JSON.
pub(crate) fn report(asked: &Asked) -> Value {
    let query = read_link(asked.link.as_deref().unwrap_or_default()).0.query();
    let drawn = Drawn::of(&query);
    let scenario = drawn.scenario();
    let drawing = drawing(&scenario);
    let sureness = Sureness::of(drawing.kind(), &drawn.net_present_values);
    let rows = payenough_analysis::futures::Figures::from_rows(n_years(&scenario), drawn.rows);
    let (true, Some(sureness), Some(rows)) = (drawing.ids().len() > 0, sureness, rows) else {
        return json!({ "link": query, "n": 0, "sentence": null });
    };
    let middle = payenough_engine::evaluate(&Inputs::read(scenario.values()));
    let net_present_values = &drawn.net_present_values[..];
    let futures = Futures {
        drawing: &drawing,
        tornado: &Tornado::of(&drawing),
        middle: &middle,
        net_present_values,
        sureness: &sureness,
        figures: &rows,
    };
    let sentence = Sentence::of(&futures);
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
        "dots_npv_usd": sureness.dots(),
        "biggest_unknown": sentence.unknown.map(|id| id.spec().key),
        "lead": plain(&sentence.lead),
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
