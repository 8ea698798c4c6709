//! The setup that the inputs describe: model, chip and precision, before checking what fits.

use std::sync::LazyLock;

use super::calibration::Calibration;
use super::operation::Nearest;
use super::pass::{Draft, Layout, Machine, Setup};
use super::shape::Shape;
use payenough_model::catalogue::{Architecture, Attention, MODELS};
use payenough_model::{CachePrecision, Inputs, Precision, Sharing};
use payenough_quantities::{Accelerators, Teraflops};

/// A whole number of accelerators, at least 1.
pub(super) fn whole(group: f64) -> f64 {
    libm::round(group).max(1.0)
}

/// Whether experts are spread.
pub(super) fn spread(inputs: &Inputs, shape: &Shape) -> bool {
    shape.experts > 0.0 && inputs.sharing != Sharing::Tensor
}

/// The group as chosen. If the accelerator lacks the chosen bits, `nearest` gets those that are used instead.
pub(super) fn setup(inputs: &Inputs, nearest: &mut Nearest) -> Setup {
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
    let group = whole(inputs.group_size.value());
    Setup {
        shape,
        machine,
        group,
        layout: if spread(inputs, &shape) { Layout::SPREAD } else { Layout::cut(group) },
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

/// The accelerator, and the bits in which it computes: those chosen, or the next higher number that it has, or any.
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

/// The counts of the catalogue's models, each computed once.
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
        more: 0.0,
        whole: 1.0,
        windowed: 0.0,
        window: 0.0,
        picking: 0.0,
        picked: 1.0,
        read: None,
        published: None,
    }
}
