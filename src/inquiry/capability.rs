//! LeCun's levers: does reasoning, video, memory or an agent pay for its own extra cost?

use crate::engine::headline;
use crate::model::Inputs;
use crate::units::{Ratio, Usd};

/// What makes inference dearer than chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Longer answers.
    Reasoning,
    /// Video as input.
    Video,
    /// A long memory as input.
    Memory,
    /// Tasks of many steps, started by people.
    Agents,
}

impl Capability {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Reasoning, Self::Video, Self::Memory, Self::Agents];

    /// Name for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Reasoning => "Reasoning",
            Self::Video => "Video",
            Self::Memory => "Long memory",
            Self::Agents => "Agents that people start",
        }
    }

    /// The same world without it.
    #[must_use]
    pub fn without(self, inputs: &Inputs) -> Inputs {
        let mut inputs = *inputs;
        let (now, later) = match self {
            Self::Reasoning => (&mut inputs.reasoning_now, &mut inputs.reasoning_later),
            Self::Video => (&mut inputs.video_now, &mut inputs.video_later),
            Self::Memory => (&mut inputs.memory_now, &mut inputs.memory_later),
            Self::Agents => (&mut inputs.tasks_now, &mut inputs.tasks_later),
        };
        *now = Ratio::ZERO;
        *later = Ratio::ZERO;
        inputs
    }
}

/// What a capability adds to the net present value: the scenario with it less the scenario without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// Which.
    pub capability: Capability,
    /// Added net present value; negative where it does not pay for itself.
    pub npv: Usd,
}

/// The margin of each capability, the others held.
#[must_use]
pub fn margins(inputs: &Inputs) -> [Margin; 4] {
    let all = headline(inputs);
    Capability::ALL.map(|capability| Margin { capability, npv: all - headline(&capability.without(inputs)) })
}
