//! Kinds of golden cases about serving: measured benchmarks, computed with the product's roofline and its fitted
//! constants.

use payenough_engine::serving::batch::Impossible;
use payenough_engine::serving::calibration::Calibration;
use payenough_engine::serving::pass::{Draft, Layout, Machine, Setup};
use payenough_engine::serving::shape::Shape;
use payenough_model::Values;
use payenough_model::catalogue::{Architecture, Attention};
use serde_json::{Value, json};

use super::inputs::{CaseError, Inputs};

/// Number of accelerators in a node, and in a domain if a case spreads experts over several nodes.
const NODE: f64 = 8.0;
/// Length of the prompt in tokens if a case about prompts gives none: that of DeepSeek's own profile.
const PROMPT: f64 = 4096.0;

pub(super) fn static_batch_rate(inputs: &Inputs) -> Result<Value, CaseError> {
    let (setup, case) = (setup(inputs)?, Case::of(inputs)?);
    let batch = case.batch()?;
    value(batch * case.answer / (setup.static_batch(batch, case.prompt, case.answer) * setup.group))
}

pub(super) fn static_batch_latency(inputs: &Inputs) -> Result<Value, CaseError> {
    let (setup, case) = (setup(inputs)?, Case::of(inputs)?);
    value(1e3 * setup.static_batch(case.batch()?, case.prompt, case.answer))
}

pub(super) fn first_token(inputs: &Inputs) -> Result<Value, CaseError> {
    let (setup, case) = (setup(inputs)?, Case::of(inputs)?);
    let batch = case.batch()?;
    value(1e3 * setup.prefill(batch * case.prompt, case.prompt, batch).total())
}

pub(super) fn time_per_output_token(inputs: &Inputs) -> Result<Value, CaseError> {
    let (setup, case) = (setup(inputs)?, Case::of(inputs)?);
    value(1e3 * setup.decode(case.batch()?, case.prompt + case.answer / 2.0).total())
}

pub(super) fn fixed_concurrency(inputs: &Inputs) -> Result<Value, CaseError> {
    let (setup, case) = (setup(inputs)?, Case::of(inputs)?);
    let prompt_time = setup.prefill(case.prompt, case.prompt, 1.0).total();
    value(setup.concurrent(case.batch()?, case.prompt, case.answer, prompt_time))
}

pub(super) fn max_load(inputs: &Inputs) -> Result<Value, CaseError> {
    let (setup, case) = (setup(inputs)?, Case::of(inputs)?);
    value(setup.full_load(case.prompt, case.answer).map_err(no)?)
}

pub(super) fn decode_per_node(inputs: &Inputs) -> Result<Value, CaseError> {
    let speed = inputs.optional("latency_target_tok_s_user")?;
    if speed.is_some_and(|speed| speed <= 0.0) {
        return Err(CaseError::Wrong { name: "latency_target_tok_s_user", expected: "above 0" });
    }
    value(NODE * setup(inputs)?.decode_only(inputs.positive("isl")?, speed).map_err(no)?)
}

pub(super) fn prefill_per_node(inputs: &Inputs) -> Result<Value, CaseError> {
    let length = match inputs.optional("isl")? {
        None => PROMPT,
        Some(_) => inputs.positive("isl")?,
    };
    value(NODE * setup(inputs)?.reading(length).0)
}

/// The sequence lengths and the batch of a case.
struct Case<'a> {
    inputs: &'a Inputs<'a>,
    prompt: f64,
    answer: f64,
}

impl<'a> Case<'a> {
    fn of(inputs: &'a Inputs<'a>) -> Result<Self, CaseError> {
        let (prompt, answer) = (inputs.positive("isl")?, inputs.number("osl")?);
        if answer < 1.0 {
            return Err(CaseError::Wrong { name: "osl", expected: "1 or more" });
        }
        Ok(Self { inputs, prompt, answer })
    }

    fn batch(&self) -> Result<f64, CaseError> {
        self.inputs.positive("batch_or_concurrency")
    }
}

fn no(reason: Impossible) -> CaseError {
    match reason {
        Impossible::Memory => CaseError::NoRoom,
        Impossible::Speed { fastest } => CaseError::TooFast { fastest },
    }
}

fn value(number: f64) -> Result<Value, CaseError> {
    if number.is_finite() { Ok(json!({ "value": number })) } else { Err(CaseError::NoAnswer) }
}

/// The model on its accelerators. A case does not name a domain: a model that spreads experts runs on servers of 8, and
/// one that cuts matrices runs inside a single domain.
pub(super) fn setup(inputs: &Inputs) -> Result<Setup, CaseError> {
    let spec = inputs.part("accelerator_spec")?;
    let peaks = spec.part("f")?;
    let bits = inputs.positive("weight_bits")?;
    let peak = match bits {
        4.0 => peaks.positive("4")?,
        8.0 => peaks.positive("8")?,
        16.0 => peaks.positive("16")?,
        _ => return Err(CaseError::Wrong { name: "weight_bits", expected: "4, 8 or 16" }),
    };
    let group = inputs.positive("n_accelerators")?;
    let shape = Shape::of(&architecture(&inputs.part("arch")?)?);
    let is_named = shape.experts > 0.0 && inputs.text("parallelism")?.contains("EP");
    let named = if is_named { Layout::SPREAD } else { Layout::cut(group) };
    let layout = layout(inputs, group)?.unwrap_or(named);
    Ok(Setup {
        shape,
        machine: Machine {
            peak,
            peak_16: peaks.optional("16")?.unwrap_or(peak),
            bandwidth: spec.positive("bw")?,
            memory: spec.positive("mem")?,
            link: spec.positive("link")?,
            domain: if layout == Layout::SPREAD { NODE } else { group },
        },
        group,
        layout,
        weight: bits / 8.0,
        element: inputs.positive("kv_bytes_per_element")?,
        draft: Draft::NONE,
        calibration: Calibration::of(&payenough_model::Inputs::read(&Values::STARTING_POINT)),
    })
}

/// How a case shares the model: attention cut over some accelerators and repeated, experts cut or spread over all; `None` where it
/// does not say.
fn layout(inputs: &Inputs, group: f64) -> Result<Option<Layout>, CaseError> {
    let layout = match inputs.part("layout") {
        Err(CaseError::Missing { .. }) => return Ok(None),
        Err(wrong) => return Err(wrong),
        Ok(layout) => layout,
    };
    let [attention, repeated] = [layout.positive("attention_tp")?, layout.positive("attention_dp")?];
    let [cut, spread] = [layout.positive("expert_tp")?, layout.positive("expert_ep")?];
    if attention * repeated != group {
        return Err(CaseError::Wrong { name: "layout", expected: "attention on all accelerators" });
    }
    if cut * spread != group {
        return Err(CaseError::Wrong { name: "layout", expected: "experts on all accelerators" });
    }
    Ok(Some(Layout { attention, spread: spread > 1.0 }))
}

fn architecture(arch: &Inputs) -> Result<Architecture, CaseError> {
    let experts = arch.optional("E")?.unwrap_or(0.0);
    let layers = arch.positive("L")?;
    let ffn = arch.positive("ff")?;
    let is_dense = experts <= 0.0;
    let windowed = arch.optional("windowed")?.unwrap_or(0.0);
    let picking = arch.optional("picking")?.unwrap_or(0.0);
    let attention = match arch.part("mla") {
        Err(CaseError::Missing { .. }) => Attention::Grouped,
        Err(wrong) => return Err(wrong),
        Ok(mla) => Attention::Latent {
            query_rank: mla.positive("q")?,
            rank: mla.positive("c")?,
            rope: mla.number("r")?,
            nope: mla.positive("nope")?,
            value: mla.positive("v")?,
        },
    };
    Ok(Architecture {
        key: "",
        label: "",
        layers,
        width: arch.positive("d")?,
        heads: arch.positive("h")?,
        kv_heads: arch.positive("kv")?,
        head: arch.positive("dh")?,
        vocabulary: arch.positive("V")?,
        attention,
        matrices: arch.positive("mats")?,
        dense_layers: if is_dense { layers } else { arch.optional("dense_layers")?.unwrap_or(0.0) },
        dense_ffn: if is_dense { ffn } else { arch.optional("dense_ff")?.unwrap_or(ffn) },
        experts,
        visited: if is_dense { 0.0 } else { arch.positive("k")? },
        shared: arch.optional("shared")?.unwrap_or(0.0),
        expert_ffn: ffn,
        more: 0.0,
        whole: 1.0 - windowed - picking,
        windowed,
        window: arch.optional("window")?.unwrap_or(0.0),
        picking,
        picked: 1.0,
        read: arch.optional("read")?,
        published: None,
    })
}
