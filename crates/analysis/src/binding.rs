//! What limits serving: where the time of a decode step goes, or what keeps the batch from growing.

use payenough_engine::serving::batch::Limit;
use payenough_engine::serving::operation::Operation;
use payenough_engine::serving::pass::Parts;

/// What takes most of a decode step, or keeps the batch from growing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// Arithmetic.
    Compute,
    /// Reading weights and the KV cache.
    Bandwidth,
    /// Memory for more conversations.
    Memory,
    /// Communication between accelerators.
    Network,
    /// Latency that no batch size shortens: kernel launches, collectives, sampling.
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

    /// Name shown to people.
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

    /// The component with the largest share of a step's time.
    #[must_use]
    pub fn of_time(parts: &Parts) -> Self {
        let shares = Self::shares(parts);
        shares.iter().fold(shares[0], |most, &next| if next.1 > most.1 { next } else { most }).0
    }

    /// The share of a step's time that each component takes; the shares sum to 1.
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

    /// What limits an operating point: memory if it limits the batch, else whatever takes most of the step.
    #[must_use]
    pub fn of(operation: &Operation) -> Self {
        match operation.decoding.limit {
            Limit::Memory => Self::Memory,
            Limit::Speed | Limit::Engine => Self::of_time(&operation.decoding.parts),
        }
    }
}
