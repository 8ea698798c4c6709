//! The scenario's chip, model and promises, set up and at work; where they cannot work, the nearest that can.

use std::sync::LazyLock;

use super::batch::{Decoding, Impossible};
use super::calibration::Calibration;
use super::pass::{Draft, Machine, Parallel, Parts, Setup};
use super::shape::Shape;
use payenough_model::catalogue::{Architecture, Attention, MODELS};
use payenough_model::{CachePrecision, Inputs, Pools, Precision, Sharing};
use payenough_quantities::{Accelerators, Teraflops, TokensPerSecond};

/// What was asked for and cannot be; the nearest choice that works is in force instead.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Nearest {
    /// Bits of the weights, where the accelerator does not compute in those chosen.
    pub bits: Option<f64>,
    /// Experts cannot be spread: common weights do not fit on one accelerator.
    pub tensor: bool,
    /// Accelerators per copy of the model for answers, where it does not fit on those chosen.
    pub group: Option<f64>,
    /// The same for prompts.
    pub prefill_group: Option<f64>,
    /// Tokens a second for each reader, where no batch is as fast as promised.
    pub speed: Option<f64>,
}

impl Nearest {
    /// Is everything as chosen?
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A scenario's serving, at its promised speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operation {
    /// The group that answers.
    pub setup: Setup,
    /// The group that reads prompts; the same in one pool.
    pub prefill_setup: Setup,
    /// Decoding.
    pub decoding: Decoding,
    /// Where the time of a prompt pass goes.
    pub prefill_parts: Parts,
    /// Uncached prompt tokens per second of one accelerator while it reads prompts.
    pub prefill: f64,
    /// Cached prompt tokens per second that one accelerator loads.
    pub cached: f64,
    /// Cached tokens of a conversation.
    pub context: f64,
    /// Prompt work that each conversation adds to a decode step, s; 0 in two pools.
    pub stall: f64,
    /// What had to be changed.
    pub nearest: Nearest,
}

impl Operation {
    /// Sets up what the inputs describe.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let mut nearest = Nearest::default();
        let context = inputs.context.value();
        let setup = setup(inputs, &mut nearest);
        let (setup, group) = fitting(setup, context);
        nearest.group = group;
        nearest.tensor = setup.parallel == Parallel::Tensor && spread(inputs, &setup.shape);
        let prefill_setup = match inputs.pools {
            Pools::One => setup,
            Pools::Two => {
                let (prefill, group) = fitting(setup.on(whole(inputs.prefill_group.value())), context);
                nearest.prefill_group = group;
                prefill
            }
        };
        let (prefill, prefill_parts) = prefill_setup.reading(context);
        let stall = match inputs.pools {
            Pools::Two => 0.0,
            Pools::One => prompt_per_answer(inputs) / (prefill * setup.group),
        };
        let promised = inputs.speed.value();
        let decoding = match setup.decoding(context, promised, stall) {
            Ok(decoding) => decoding,
            Err(Impossible::Speed { fastest }) => {
                nearest.speed = Some(fastest);
                setup.at(1.0, context, stall, super::batch::Limit::Speed)
            }
            Err(Impossible::Memory) => setup.at(1.0, context, stall, super::batch::Limit::Memory),
        };
        let cached = loading(&setup);
        Self { setup, prefill_setup, decoding, prefill_parts, prefill, cached, context, stall, nearest }
    }
}

impl Setup {
    /// Prompt tokens per second of one accelerator, and where the time goes: passes of whole chunks.
    #[must_use]
    pub fn reading(&self, length: f64) -> (f64, Parts) {
        let tokens = (self.calibration.chunk * self.group).max(length);
        let parts = self.prefill(tokens, length, tokens / length);
        (tokens / (parts.total() * self.group), parts)
    }
}

/// Cached tokens per second that one accelerator loads: `load rate / KV bytes of a token`.
fn loading(setup: &Setup) -> f64 {
    setup.calibration.load / (setup.shape.cached * setup.element)
}

/// The same for the inputs' model, whatever accelerators serve it.
pub(in super::super) fn cached(inputs: &Inputs) -> TokensPerSecond {
    TokensPerSecond::of(loading(&setup(inputs, &mut Nearest::default())))
}

/// Uncached prompt tokens for each answer token of a plain message.
fn prompt_per_answer(inputs: &Inputs) -> f64 {
    let uncached = inputs.prompt.value() * (1.0 - inputs.chat_cache.value());
    uncached / inputs.answer.value()
}

/// A whole number of accelerators.
fn whole(group: f64) -> f64 {
    libm::round(group).max(1.0)
}

/// Are experts spread?
fn spread(inputs: &Inputs, shape: &Shape) -> bool {
    shape.experts > 0.0 && inputs.sharing != Sharing::Tensor
}

fn setup(inputs: &Inputs, nearest: &mut Nearest) -> Setup {
    let shape = match inputs.model.row().and_then(|row| KNOWN.get(row)) {
        Some(known) => *known,
        None => Shape::of(&own(inputs)),
    };
    let asked = match inputs.precision {
        Precision::Bits16 => 16.0,
        Precision::Bits8 => 8.0,
        Precision::Bits4 => 4.0,
    };
    let (machine, bits) = machine(inputs, asked);
    if bits != asked {
        nearest.bits = Some(bits);
    }
    Setup {
        shape,
        machine,
        group: whole(inputs.group_size.value()),
        parallel: if spread(inputs, &shape) { Parallel::Expert } else { Parallel::Tensor },
        weight: bits / 8.0,
        element: match inputs.cache_precision {
            CachePrecision::Bits16 => 2.0,
            CachePrecision::Bits8 => 1.0,
        },
        draft: Draft {
            length: libm::round(inputs.draft_length.value()),
            accepted: inputs.draft_accepted.value(),
        },
        calibration: Calibration::of(inputs),
    }
}

/// The smallest change that makes room for one sequence: cut matrices instead of spreading experts, then more
/// accelerators. The number of accelerators is given where it had to change.
fn fitting(setup: Setup, context: f64) -> (Setup, Option<f64>) {
    if setup.held(context) >= 1.0 {
        return (setup, None);
    }
    let usable = setup.machine.memory * setup.calibration.memory - setup.calibration.reserve;
    let common = (setup.shape.common + 2.0 * setup.shape.head) * setup.weight;
    let sequence = setup.sequence(context);
    let (parallel, each, once) = if setup.parallel == Parallel::Expert && usable > common {
        (Parallel::Expert, usable - common, setup.shape.experts * setup.shape.expert * setup.weight)
    } else {
        (Parallel::Tensor, usable, setup.shape.weights() * setup.weight)
    };
    let group = libm::ceil((once + sequence) / each * (1.0 + 1e-12)).max(setup.group);
    (Setup { parallel, group, ..setup }, (group > setup.group).then_some(group))
}

/// The accelerator, and the bits it computes in: those asked for, or the next finer that it has, or any.
fn machine(inputs: &Inputs, asked: f64) -> (Machine, f64) {
    let [at_16, at_8, at_4] = match inputs.chip.chip() {
        Some(chip) => [chip.rate_16, chip.rate_8, chip.rate_4],
        None => [inputs.own_16, inputs.own_8, inputs.own_4].map(Some),
    }
    .map(|rate| rate.map(Teraflops::value));
    let order = match asked {
        4.0 => [(at_4, 4.0), (at_8, 8.0), (at_16, 16.0)],
        8.0 => [(at_8, 8.0), (at_16, 16.0), (at_4, 4.0)],
        _ => [(at_16, 16.0), (at_8, 8.0), (at_4, 4.0)],
    };
    let (rate, bits) =
        order.iter().find_map(|&(rate, bits)| rate.map(|rate| (rate, bits))).unwrap_or((1.0, asked));
    let (memory, bandwidth, link, domain) = match inputs.chip.chip() {
        Some(chip) => (chip.memory, chip.bandwidth, chip.link, chip.domain),
        None => (
            inputs.own_memory,
            inputs.own_bandwidth,
            inputs.own_link,
            Accelerators::of(inputs.own_domain.value()),
        ),
    };
    let machine = Machine {
        peak: rate * 1e12,
        peak_16: at_16.unwrap_or(rate) * 1e12,
        bandwidth: bandwidth.value() * 1e9,
        memory: memory.value() * 1e9,
        link: link.value() * 1e9,
        domain: domain.value(),
    };
    (machine, bits)
}

/// The counts of the catalogue's models, each worked out once.
static KNOWN: LazyLock<[Shape; MODELS.len()]> = LazyLock::new(|| MODELS.each_ref().map(Shape::of));

/// The reader's own model.
fn own(inputs: &Inputs) -> Architecture {
    let [layers, head, rank] = [inputs.own_layers, inputs.own_head, inputs.own_latent].map(|it| it.value());
    let attention = if rank > 0.0 {
        Attention::Latent {
            query_rank: 3.0 * rank,
            rank,
            rope: inputs.own_rope.value(),
            nope: head,
            value: head,
        }
    } else {
        Attention::Grouped
    };
    Architecture {
        key: "own",
        label: "",
        layers,
        width: inputs.own_width.value(),
        heads: inputs.own_heads.value(),
        kv_heads: inputs.own_kv_heads.value(),
        head,
        vocabulary: inputs.own_vocabulary.value(),
        attention,
        matrices: 3.0,
        dense_layers: inputs.own_dense_layers.value().min(layers),
        dense_ffn: inputs.own_ffn.value(),
        experts: inputs.own_experts.value(),
        visited: inputs.own_visited.value(),
        shared: inputs.own_shared.value(),
        expert_ffn: inputs.own_expert_ffn.value(),
        windowed: 0.0,
        window: 0.0,
        picking: 0.0,
        read: None,
        published: None,
    }
}
