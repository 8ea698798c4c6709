//! What binds in serving: where the time of a step goes, or what stops the batch from growing.

use payenough_engine::serving::batch::Limit;
use payenough_engine::serving::operation::Operation;
use payenough_engine::serving::pass::Parts;

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
