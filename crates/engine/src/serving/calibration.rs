//! What measured systems reach of what the data sheet promises: one set of constants for all chips and models.

use payenough_model::Inputs;

/// The constants of the roofline.
///
/// One set, fitted together by plain search to 475 public measurements: the 432 of `tests/golden/serving_2026.json`, the 43 of
/// `tests/golden/public.json`, and with less weight the tables of TensorRT-LLM in `data/serving_measurements.csv`. They trade off
/// against each other: change one and the others are no longer the best. No factor belongs to a case, a chip, a model, a layout
/// or a framework. `MODEL.md` section 4 says why each exists and how well the set does on models and chips left out of the fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// Share of the dense peak that matrix products reach at 16 and 8 bits (MFU).
    pub matrices: f64,
    /// The same at 4 bits: scaling of small blocks and mixed formats cost more of a higher peak.
    pub matrices_4_bit: f64,
    /// Share of the dense peak that products with experts reach at 16 and 8 bits: many small products, routing, gathering.
    pub experts: f64,
    /// The same at 4 bits.
    pub experts_4_bit: f64,
    /// Share of the 16-bit peak that attention reaches.
    pub attention: f64,
    /// Share of memory bandwidth reached when weights are read (MBU).
    pub weights: f64,
    /// Share of memory bandwidth reached when the KV cache is read.
    pub cache: f64,
    /// Share of the link rate reached inside a domain.
    pub link: f64,
    /// Rate between domains for one accelerator, bytes/s.
    pub between: f64,
    /// Time to start the kernels of one layer, s.
    pub layer: f64,
    /// Time of a collective operation per layer where several accelerators share a model, s.
    pub collective: f64,
    /// Time that a layer with experts takes beside, s.
    pub expert_layer: f64,
    /// Time that it takes more for each doubling of the accelerators that share it, s.
    pub expert_growth: f64,
    /// Time for each sequence in a decode step: sampling, scheduling, s.
    pub sequence: f64,
    /// The busiest accelerator's share of expert work over the mean, where experts are spread over accelerators.
    pub imbalance: f64,
    /// Share of the memory that may be filled.
    pub memory: f64,
    /// Memory kept for activations and buffers, bytes.
    pub reserve: f64,
    /// Prompt tokens that one accelerator reads in a pass.
    pub chunk: f64,
    /// Most sequences that one engine decodes at a time.
    pub sequences: f64,
    /// Rate at which an accelerator loads KV cache kept outside its memory, bytes/s.
    pub load: f64,
}

impl Calibration {
    /// The constants in force: the fitted ones, unless the reader changed them.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        Self {
            matrices: inputs.mfu.value(),
            matrices_4_bit: inputs.mfu_4_bit.value(),
            experts: inputs.mfu_experts.value(),
            experts_4_bit: inputs.mfu_experts_4_bit.value(),
            attention: inputs.mfu_attention.value(),
            weights: inputs.mbu.value(),
            cache: inputs.mbu_cache.value(),
            link: inputs.link_share.value(),
            between: inputs.between.value() * 1e9,
            layer: inputs.layer_time.value(),
            collective: inputs.collective_time.value(),
            expert_layer: inputs.expert_layer_time.value(),
            expert_growth: inputs.expert_growth_time.value(),
            sequence: inputs.sequence_time.value(),
            imbalance: inputs.imbalance.value(),
            memory: inputs.memory_used.value(),
            reserve: inputs.memory_kept.value() * 1e9,
            chunk: inputs.chunk.value(),
            sequences: inputs.engine_batch.value(),
            load: inputs.cache_load.value() * 1e9,
        }
    }
}

/// Between which parts of what is calculated eight of ten runs of 2026 measure: of models with experts, and of dense ones. Two
/// frameworks differ by up to 44% on the same chip and model, so a calculation that knows none cannot be closer.
pub const MEASURED: [[f64; 2]; 2] = [[0.82, 1.28], [0.89, 1.18]];
