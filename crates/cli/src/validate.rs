//! `validate`: the roofline compared with measurements: every public case, the results of other models, and our errors.

mod html;
mod others;
mod runs;
mod text;
mod video;

pub(crate) use html::html;
use text::{figures, print};

use std::path::{Path, PathBuf};

use payenough_engine::serving::calibration::Calibration;
use payenough_engine::serving::pass::{Draft, Layout, Machine, Setup};
use payenough_engine::serving::shape::Shape;
use payenough_model::catalogue::{CHIPS, Chip, MODELS};
use payenough_model::{Inputs, Values};
use payenough_quantities::Teraflops;
use serde::Serialize;
use serde_json::Value;

use super::golden::{self, GoldenError};

/// The other models in the golden file, with the file's names and ours.
const PEERS: [(&str, &str); 3] = [
    ("aiconfigurator_0.12", "aiconfigurator"),
    ("genz_0.0.16_eff0.7", "GenZ"),
    ("llm_analysis_0.2.2_0.6_0.7", "llm-analysis"),
];

/// Why nothing can be printed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ValidateError {
    #[error(transparent)]
    Golden(#[from] GoldenError),
    #[error("cannot read the measurements: {0}")]
    Measurements(#[from] csv::Error),
    #[error("cannot write the table: {0}")]
    Json(#[from] serde_json::Error),
}

/// One measurement with the predictions for it.
#[derive(Serialize)]
struct Case {
    id: String,
    what: String,
    unit: &'static str,
    measured: f64,
    ours: f64,
    /// Our prediction over the measurement.
    ratio: f64,
    /// The other models' predictions over the measurement; `None` if a model cannot predict the case.
    peers: [Option<f64>; PEERS.len()],
    source: String,
}

/// A set of cases that gets one score.
#[derive(Serialize)]
struct Set {
    title: &'static str,
    peers: [&'static str; PEERS.len()],
    cases: Vec<Case>,
    scores: Vec<Score>,
}

/// How far a set of ratios is from 1.
#[derive(Serialize)]
struct Score {
    who: &'static str,
    n_cases: usize,
    /// Mean of |ratio − 1|.
    mean_error: f64,
    within_25: f64,
    within_30: f64,
    lowest: f64,
    highest: f64,
}

/// All sets as text or as JSON.
pub(crate) fn report(files: &Files, json: bool) -> Result<String, ValidateError> {
    let sets = sets(files)?;
    if json {
        return Ok(serde_json::to_string(&sets)? + "\n");
    }
    let mut text = String::new();
    for set in &sets {
        print(&mut text, set);
    }
    Ok(text)
}

/// What the physics is held against.
#[derive(clap::Args)]
pub(crate) struct Files {
    /// A golden file with cases of the group "serving".
    cases: PathBuf,
    /// A golden file with runs of 2026.
    runs: PathBuf,
    /// The table of measurements.
    measurements: PathBuf,
    /// The table of measurements of 2026 that nothing was fitted to.
    others: PathBuf,
    /// The table of measurements of video.
    video: PathBuf,
}

fn sets(files: &Files) -> Result<[Set; 6], ValidateError> {
    let [runs, others] = [runs::runs(&files.runs)?, others::others(&files.others)?];
    let [made, watched] = video::video(&files.video)?;
    Ok([runs, public(&files.cases)?, tables(&files.measurements)?, others, made, watched])
}

/// The scored cases of a golden file.
fn public(file: &Path) -> Result<Set, ValidateError> {
    let mut cases = Vec::new();
    for (case, answer) in golden::answered(file)? {
        let (expected, got) = (&case["expected"]["value"], &answer["got"]["value"]);
        if case["group"] != "serving" {
            continue;
        }
        let (Some(measured), Some(ours)) = (expected.as_f64(), got.as_f64()) else { continue };
        let peers = &case["peer_ratio_pred_over_measured"];
        cases.push(Case {
            id: text(&case["id"]),
            what: what(&case["inputs"]),
            unit: unit(case["kind"].as_str().unwrap_or_default()),
            measured,
            ours,
            ratio: ours / measured,
            peers: PEERS.map(|(key, _)| peers[key].as_f64()),
            source: text(&case["source"]),
        });
    }
    Ok(Set::new("public measurements, with what peers make of them", cases))
}

fn what(inputs: &Value) -> String {
    let number = |name: &str| inputs[name].as_f64().map_or_else(|| "–".to_owned(), |it| it.to_string());
    format!(
        "{} on {} × {}, {} bits, {} in, {} out, {} at a time",
        text(&inputs["model"]),
        number("n_accelerators"),
        text(&inputs["accelerator"]),
        number("weight_bits"),
        number("isl"),
        number("osl"),
        number("batch_or_concurrency"),
    )
}

fn unit(kind: &str) -> &'static str {
    match kind {
        "first_token_ms" | "static_batch_latency_ms" | "time_per_output_token_ms" => "ms",
        _ => "tokens/s",
    }
}

/// A JSON value as text without quotes.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// TensorRT-LLM's throughput tables at full load, from `data/serving_measurements.csv`.
fn tables(file: &Path) -> Result<Set, ValidateError> {
    let calibration = Calibration::of(&Inputs::read(&Values::STARTING_POINT));
    let mut cases = Vec::new();
    let mut reader = csv::Reader::from_path(file)?;
    let headers = reader.headers()?.clone();
    for record in reader.records() {
        let record = record?;
        let field = |name: &str| {
            headers.iter().position(|it| it == name).and_then(|at| record.get(at)).unwrap_or_default()
        };
        let number = |name: &str| field(name).parse::<f64>().ok();
        if field("batch_concurrency") != "max load, offline" {
            continue;
        }
        let (Some(chip), Some(key)) = (chip(field("accelerator")), model(field("model"))) else { continue };
        let Some(architecture) = MODELS.iter().find(|it| it.key == key) else { continue };
        let numbers = [number("input_len"), number("output_len"), number("n_accel"), number("value")];
        let [Some(prompt), Some(answer), Some(group), Some(measured)] = numbers else { continue };
        let shape = Shape::of(architecture);
        let (peak, bits) = match (field("precision"), chip.rate_4, chip.rate_8) {
            ("FP4", Some(peak), _) => (peak, 4.0),
            (_, _, Some(peak)) => (peak, 8.0),
            _ => continue,
        };
        let setup = Setup {
            shape,
            machine: machine_of(chip, peak),
            group,
            layout: if field("framework").contains("DEP") { Layout::SPREAD } else { Layout::cut(group) },
            weight: bits / 8.0,
            element: 1.0,
            draft: Draft::NONE,
            calibration,
        };
        let Ok(total) = setup.full_load(prompt, answer) else { continue };
        let ours = total / group;
        cases.push(Case {
            id: field("id").to_owned(),
            what: format!(
                "{} on {group} × {}, {bits} bits, {prompt} in, {answer} out, full load",
                field("model"),
                field("accelerator"),
            ),
            unit: "tokens/s",
            measured,
            ours,
            ratio: ours / measured,
            peers: [None; PEERS.len()],
            source: field("framework").to_owned(),
        });
    }
    Ok(Set::new("rows of TensorRT-LLM's tables, output at full load", cases))
}

/// The accelerator in the catalogue that a table names.
fn chip(name: &str) -> Option<&'static Chip> {
    CHIPS.iter().find(|chip| chip.key.eq_ignore_ascii_case(name))
}

/// The accelerator as the physics sees it, in plain SI units, with the peak of the precision that the weights have.
fn machine_of(chip: &Chip, peak: Teraflops) -> Machine {
    Machine {
        peak: peak.value() * 1e12,
        peak_16: chip.rate_16.unwrap_or(peak).value() * 1e12,
        bandwidth: chip.bandwidth.value() * 1e9,
        memory: chip.memory.value() * 1e9,
        link: chip.link.value() * 1e9,
        domain: chip.domain.value(),
    }
}

/// The key of the model in the catalogue that a table names.
fn model(name: &str) -> Option<&'static str> {
    Some(match name {
        "DeepSeek-R1-0528" => "deepseek-r1",
        "gpt-oss-120b" => "gpt-oss-120b",
        "Llama-3.3-70B" => "llama31-70b",
        "Llama-4-Maverick" => "llama4-maverick",
        "Qwen3-235B-A22B" => "qwen3-235b",
        _ => return None,
    })
}

impl Set {
    fn new(title: &'static str, cases: Vec<Case>) -> Self {
        let ours: Vec<f64> = cases.iter().map(|case| case.ratio).collect();
        let mut scores = vec![Score::of("payenough", &ours)];
        for (at, (_, peer)) in PEERS.into_iter().enumerate() {
            let pairs: Vec<_> =
                cases.iter().filter_map(|case| case.peers[at].map(|peer| (case.ratio, peer))).collect();
            if !pairs.is_empty() {
                scores.push(Score::of(peer, &pairs.iter().map(|pair| pair.1).collect::<Vec<_>>()));
                scores.push(Score::of(
                    "payenough on the same cases",
                    &pairs.iter().map(|pair| pair.0).collect::<Vec<_>>(),
                ));
            }
        }
        Self { title, peers: PEERS.map(|(_, peer)| peer), cases, scores }
    }
}

impl Score {
    fn of(who: &'static str, ratios: &[f64]) -> Self {
        let n = ratios.len() as f64;
        let within =
            |error: f64| ratios.iter().filter(|ratio| (*ratio - 1.0).abs() <= error).count() as f64 / n;
        Self {
            who,
            n_cases: ratios.len(),
            mean_error: ratios.iter().map(|ratio| (ratio - 1.0).abs()).sum::<f64>() / n,
            within_25: within(0.25),
            within_30: within(0.3),
            lowest: ratios.iter().copied().fold(f64::INFINITY, f64::min),
            highest: ratios.iter().copied().fold(0.0, f64::max),
        }
    }
}
