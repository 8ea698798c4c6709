//! What is in force, what binds, and what had to be changed: the serving physics in words.

use crate::engine::serving::batch::Limit;
use crate::engine::serving::operation::Operation;
use crate::engine::serving::pass::Parts;
use crate::model::{InputId, Inputs, Kind, Throughput};
use crate::units::print::count;

/// What most of a decode step goes to, or what stops the batch from growing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// Arithmetic.
    Compute,
    /// Reading weights and cache.
    Bandwidth,
    /// Room for more conversations.
    Memory,
    /// Exchange between accelerators.
    Network,
    /// What no batch shortens: kernel starts, collectives, sampling.
    Latency,
}

impl Binding {
    /// Stable name for machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Compute => "compute",
            Self::Bandwidth => "bandwidth",
            Self::Memory => "memory",
            Self::Network => "network",
            Self::Latency => "latency",
        }
    }

    /// Name for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Compute => "arithmetic",
            Self::Bandwidth => "memory bandwidth",
            Self::Memory => "memory for conversations",
            Self::Network => "the links between accelerators",
            Self::Latency => "fixed time per step",
        }
    }

    /// The largest share of a step.
    #[must_use]
    pub fn of_time(parts: &Parts) -> Self {
        let shares = Self::shares(parts);
        shares.iter().fold(shares[0], |most, &next| if next.1 > most.1 { next } else { most }).0
    }

    /// Each share of a step's time; they sum to 1.
    #[must_use]
    pub fn shares(parts: &Parts) -> [(Self, f64); 4] {
        let total = parts.total();
        [
            (Self::Compute, (parts.matrices + parts.attention) / total),
            (Self::Bandwidth, (parts.weights + parts.cache) / total),
            (Self::Network, parts.network / total),
            (Self::Latency, parts.latency / total),
        ]
    }

    /// What binds an operation: memory where it limits the batch, else what takes most of the step.
    #[must_use]
    pub fn of(operation: &Operation) -> Self {
        match operation.decoding.limit {
            Limit::Memory => Self::Memory,
            Limit::Speed | Limit::Engine => Self::of_time(&operation.decoding.parts),
        }
    }
}

/// Something that was asked for and cannot be, and the nearest that can.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What is wrong, and what is in force instead.
    pub text: String,
    /// The input to change.
    pub id: InputId,
    /// The value that works, in the unit of its key.
    pub value: f64,
}

/// What had to be changed for the physics to have an answer.
#[must_use]
pub fn advice(inputs: &Inputs, operation: &Operation) -> Vec<Advice> {
    let nearest = &operation.nearest;
    let mut advice = Vec::new();
    let (chip, model) = (chip_name(inputs), model_name(inputs));
    if let Some(bits) = nearest.bits {
        advice.push(Advice {
            text: format!(
                "No rate at {} is published for {chip}; calculated at {bits} bits.",
                option(InputId::precision, precision(inputs))
            ),
            id: InputId::precision,
            value: match bits {
                4.0 => 2.0,
                8.0 => 1.0,
                _ => 0.0,
            },
        });
    }
    if nearest.tensor {
        advice.push(Advice {
            text: format!(
                "What every accelerator repeats when experts are spread does not fit on one {chip}; calculated with \
                 every matrix cut."
            ),
            id: InputId::sharing,
            value: 1.0,
        });
    }
    for (group, asked, id) in [
        (nearest.group, inputs.group_size.value(), InputId::group_size),
        (nearest.prefill_group, inputs.prefill_group.value(), InputId::prefill_group),
    ] {
        if let Some(group) = group {
            let what = if id == InputId::group_size { "answers" } else { "prompts" };
            let need = operation.setup.shape.weights() * operation.setup.weight * 1e-9;
            let have = asked * operation.setup.machine.memory * 1e-9;
            advice.push(Advice {
                text: format!(
                    "{model} does not fit: its weights alone are {} GB, {asked} × {chip} hold {} GB. For {what} \
                     calculated on {group}, the fewest that work.",
                    count(need),
                    count(have)
                ),
                id,
                value: group,
            });
        }
    }
    if let Some(fastest) = nearest.speed {
        let rounded = libm::floor(fastest * 10.0) / 10.0;
        advice.push(Advice {
            text: format!(
                "No batch gives each reader {} tokens a second: one conversation alone gets {}. Calculated at that \
                 speed.",
                count(inputs.speed.value()),
                count(fastest)
            ),
            id: InputId::speed,
            value: if rounded >= 0.1 { rounded } else { 0.1 },
        });
    }
    advice
}

/// Which throughput is in force, and how far the other one is from it.
#[must_use]
pub fn in_force(inputs: &Inputs, operation: &Operation) -> String {
    let answers = operation.decoding.rate / inputs.decode_rate.value();
    let prompts = operation.prefill / inputs.prefill_rate.value();
    let apart = format!(
        "the physics gives {} times as many answer tokens a second as the measured figure, and {} times as many prompt \
         tokens",
        count(answers),
        count(prompts)
    );
    match inputs.throughput {
        Throughput::Physics => format!("The physics is in force; {apart}."),
        Throughput::Measured => format!("Measured figures are in force; {apart}."),
    }
}

/// Name of the accelerator.
#[must_use]
pub fn chip_name(inputs: &Inputs) -> &'static str {
    inputs.chip.chip().map_or("your accelerator", |chip| chip.label)
}

/// Name of the model.
#[must_use]
pub fn model_name(inputs: &Inputs) -> &'static str {
    inputs.model.model().map_or("Your model", |model| model.label)
}

fn precision(inputs: &Inputs) -> usize {
    inputs.precision as usize
}

fn option(id: InputId, at: usize) -> &'static str {
    match id.spec().kind {
        Kind::Choice(options) => options.get(at).map_or("", |option| option.1),
        Kind::Number | Kind::Switch => "",
    }
}
