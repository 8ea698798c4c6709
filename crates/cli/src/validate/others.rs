//! Measurements of 2026 that no constant was fitted to: other posts, other chips, linear attention.

use std::path::Path;

use super::{Case, PEERS, Set, ValidateError, chip, machine_of};
use payenough_engine::serving::calibration::Calibration;
use payenough_engine::serving::pass::{Draft, Layout, Setup};
use payenough_engine::serving::shape::Shape;
use payenough_model::catalogue::MODELS;
use payenough_model::{Inputs, Values};

/// Models as the table calls them and as the catalogue does.
const NAMES: [(&str, &str); 2] = [("MiniMax-M2.5", "minimax-m25"), ("Qwen3.5-397B", "qwen35-397b")];

/// Rows of `data/serving_2026_other.csv` that say model, chip, accelerators, lengths and how many conversations run.
pub(super) fn others(file: &Path) -> Result<Set, ValidateError> {
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
        let key = NAMES.into_iter().find(|it| it.0 == field("model")).map(|it| it.1);
        let Some(architecture) = MODELS.iter().find(|it| Some(it.key) == key) else { continue };
        let name = if field("chip") == "TPU7x Ironwood" { "tpu-v7" } else { field("chip") };
        let Some(chip) = chip(name) else { continue };
        let numbers = ["n_gpu", "input_tokens", "output_tokens", "concurrency", "tok_s_per_gpu"].map(number);
        let [Some(group), Some(prompt), Some(answer), Some(batch), Some(per_chip)] = numbers else {
            continue;
        };
        let (peak, bits) = match (field("precision"), chip.rate_4, chip.rate_8) {
            ("NVFP4" | "FP4", Some(peak), _) => (peak, 4.0),
            (_, _, Some(peak)) => (peak, 8.0),
            _ => continue,
        };
        let setup = Setup {
            shape: Shape::of(architecture),
            machine: machine_of(chip, peak),
            group,
            layout: Layout::cut(group),
            weight: bits / 8.0,
            element: 1.0,
            draft: Draft::NONE,
            calibration,
        };
        let answers = if field("basis") == "input+output" { answer / (prompt + answer) } else { 1.0 };
        let (measured, prompt_time) = (per_chip * answers, setup.prefill(prompt, prompt, 1.0).total());
        let ours = setup.concurrent(batch, prompt, answer, prompt_time) / group;
        cases.push(Case {
            id: String::new(),
            what: format!(
                "{} on {group} × {}, {bits} bits, {prompt} in, {answer} out, {batch} at a time",
                architecture.label, chip.label
            ),
            unit: "tokens/s",
            measured,
            ours,
            ratio: ours / measured,
            peers: [None; PEERS.len()],
            source: field("source").to_owned(),
        });
    }
    Ok(Set::new("measurements of 2026 that nothing was fitted to, answers of one accelerator", cases))
}
