//! Kinds of golden cases about video: MLPerf's runs, computed with the product's physics and its fitted constants.

use payenough_engine::serving::mlperf::{Maker, Scenario, WAN};
use payenough_model::Values;
use serde_json::{Value, json};

use super::inputs::{CaseError, Inputs};
use super::serving::setup;

/// Clips per second of a system whose accelerators each make clips of their own.
pub(super) fn clips_per_second(inputs: &Inputs) -> Result<Value, CaseError> {
    let n = inputs.positive("n_accelerators")?;
    value(n / WAN.time(&maker(inputs)?, 1.0))
}

/// Seconds of one clip that a whole system makes.
pub(super) fn clip_seconds(inputs: &Inputs) -> Result<Value, CaseError> {
    value(WAN.time(&maker(inputs)?, inputs.positive("n_accelerators")?))
}

/// Requests per second of `engines` that each span `n_accelerators`.
pub(super) fn requests_per_second(inputs: &Inputs) -> Result<Value, CaseError> {
    let scenario = match inputs.text("scenario")? {
        "offline" | "server" => Scenario::Loaded,
        "interactive" => Scenario::InTime,
        _ => return Err(CaseError::Wrong { name: "scenario", expected: "offline, server or interactive" }),
    };
    value(setup(inputs)?.pictures(inputs.positive("engines")?, scenario))
}

fn maker(inputs: &Inputs) -> Result<Maker, CaseError> {
    let ours = payenough_model::Inputs::read(&Values::STARTING_POINT);
    let spec = inputs.part("accelerator_spec")?;
    Ok(Maker {
        peak_8: spec.part("f")?.positive("8")? / 1e12,
        reached: ours.mfu_video.value(),
        link: spec.positive("link")? * ours.link_share.value(),
    })
}

fn value(number: f64) -> Result<Value, CaseError> {
    if number.is_finite() { Ok(json!({ "value": number })) } else { Err(CaseError::NoAnswer) }
}
