//! How much of the published peak rates real systems reach: one set of constants for all chips and models.

use payenough_model::Inputs;

/// The constants of the roofline.
///
/// There is one set, fitted by a joint search to 475 public measurements: the 432 of `tests/golden/serving_2026.json`,
/// the 43 of `tests/golden/public.json`, and with less weight the tables of TensorRT-LLM in
/// `data/serving_measurements.csv`. The constants trade off against each other: if one changes, the others are no
/// longer the best. No factor is specific to a case, a chip, a model, a layout or a framework. `MODEL.md` section 4
/// gives the reason for each and the errors on models and chips that were left out of the fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// Share of the dense peak that matrix products reach at 16 and 8 bits (MFU).
    pub matrices: f64,
    /// The same share at 4 bits, where small-block scaling and mixed formats cost more of a higher peak.
    pub matrices_4_bit: f64,
    /// Share of the dense peak that expert products reach at 16 and 8 bits: they are small, and need routing and
    /// gathering.
    pub experts: f64,
    /// The share that expert products reach at 4 bits.
    pub experts_4_bit: f64,
    /// Share of the 16-bit peak that attention reaches.
    pub attention: f64,
    /// Share of memory bandwidth that is reached when weights are read (MBU).
    pub weights: f64,
    /// Share of memory bandwidth that is reached when the KV cache is read.
    pub cache: f64,
    /// Share of the link bandwidth that is reached inside a domain.
    pub link: f64,
    /// Bandwidth between domains for one accelerator, bytes/s.
    pub between: f64,
    /// Time to launch the kernels of one layer, s.
    pub layer: f64,
    /// Time of the collective operations of one layer if several accelerators share a model, s.
    pub collective: f64,
    /// Additional time of a layer with experts, s.
    pub expert_layer: f64,
    /// Additional time of a layer with experts for each doubling of the accelerators that share it, s.
    pub expert_growth: f64,
    /// Time per sequence in a decode step, for sampling and scheduling, s.
    pub sequence: f64,
    /// Expert work of the busiest accelerator over the mean, if experts are spread over accelerators.
    pub imbalance: f64,
    /// Share of memory that may be used.
    pub memory: f64,
    /// Memory reserved for activations and buffers, bytes.
    pub reserve: f64,
    /// Prompt tokens that one accelerator reads in one pass.
    pub chunk: f64,
    /// Largest number of sequences that one serving engine decodes at a time.
    pub sequences: f64,
    /// Bandwidth at which an accelerator loads KV cache that is stored outside its memory, bytes/s.
    pub load: f64,
}

impl Calibration {
    /// The constants in force: the fitted ones, unless the reader has changed them.
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

/// The factors on the calculated rate between which eight of ten runs of 2026 measure, for models with experts and for
/// dense ones. Two frameworks differ by up to 44% on the same chip and model, so a calculation that ignores the
/// framework cannot be closer.
pub const MEASURED: [[f64; 2]; 2] = [[0.82, 1.28], [0.89, 1.18]];
