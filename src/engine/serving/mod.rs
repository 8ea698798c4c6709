//! Tokens per second from one accelerator: a roofline for prompts and one for answers, or the reader's own figures.

pub mod batch;
pub mod benchmark;
pub mod calibration;
pub mod operation;
pub mod pass;
pub mod shape;

use operation::Operation;

use crate::model::{Inputs, Throughput};
use crate::units::{AcceleratorSeconds, Tokens, TokensPerSecond};

/// What one accelerator does at the benchmark's full load.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// Uncached prompt tokens.
    pub prefill: TokensPerSecond,
    /// Cached prompt tokens, loaded.
    pub cached: TokensPerSecond,
    /// Answer tokens.
    pub decode: TokensPerSecond,
}

impl Rates {
    /// What the physics gives.
    #[must_use]
    pub fn of(operation: &Operation) -> Self {
        Self {
            prefill: TokensPerSecond::of(operation.prefill),
            cached: TokensPerSecond::of(operation.cached),
            decode: TokensPerSecond::of(operation.decoding.rate),
        }
    }
}

/// The rates in force. Measured figures replace prompts and answers; loading a cache has no public measurement and stays
/// with the physics.
#[must_use]
pub fn rates(inputs: &Inputs) -> Rates {
    match inputs.throughput {
        Throughput::Physics => Rates::of(&Operation::of(inputs)),
        Throughput::Measured => Rates {
            prefill: inputs.prefill_rate,
            cached: operation::cached(inputs),
            decode: inputs.decode_rate,
        },
    }
}

/// Tokens of the three classes: they cost differently, so they are never summed into work.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Load {
    /// Input that must be read.
    pub(super) uncached: Tokens,
    /// Input found in cache: loaded, not computed.
    pub(super) cached: Tokens,
    /// Output.
    pub(super) output: Tokens,
}

impl Load {
    /// All tokens, for volumes only.
    #[must_use]
    pub(super) fn total(&self) -> Tokens {
        self.uncached + self.cached + self.output
    }

    /// Accelerator time at benchmark speed.
    ///
    /// `W = T_uncached/μ_pre + T_cached/μ_load + T_out/μ_dec`
    ///
    /// - `μ` benchmark tokens/s of one accelerator, [`Rates`]
    ///
    /// Source: MODEL.md sections 4 and 5.
    #[must_use]
    pub(super) fn work(&self, rates: Rates) -> AcceleratorSeconds {
        self.uncached / rates.prefill + self.cached / rates.cached + self.output / rates.decode
    }
}
