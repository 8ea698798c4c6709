//! Tokens per second from one accelerator: today the reader's measured figures; the physics comes behind the same interface.

use crate::model::Inputs;
use crate::units::{AcceleratorSeconds, Tokens, TokensPerSecond};

/// What one accelerator does at the benchmark's full load.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rates {
    /// Uncached prompt tokens.
    pub(super) prefill: TokensPerSecond,
    /// Answer tokens.
    pub(super) decode: TokensPerSecond,
}

/// The rates in force.
#[must_use]
pub(super) fn rates(inputs: &Inputs) -> Rates {
    Rates { prefill: inputs.prefill_rate, decode: inputs.decode_rate }
}

/// Tokens of the three classes: they cost differently, so they are never summed into work.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Load {
    /// Input that must be read.
    pub(super) uncached: Tokens,
    /// Input found in cache: no prefill.
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
    /// `W = T_uncached/μ_pre + T_out/μ_dec`
    ///
    /// - `μ_pre`, `μ_dec` benchmark tokens/s of one accelerator, [`Rates`]
    ///
    /// Source: MODEL.md sections 4 and 5. Cached input is free here; reading its cache is part of decode.
    #[must_use]
    pub(super) fn work(&self, rates: Rates) -> AcceleratorSeconds {
        self.uncached / rates.prefill + self.output / rates.decode
    }
}
