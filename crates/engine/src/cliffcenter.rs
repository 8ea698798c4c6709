//! One published chain from megawatts to dollars per token: the inference calculator of cliffcenter.com.

use payenough_quantities::finite::{finite, quotient};
use payenough_quantities::{Megawatts, Usd};

/// Seconds in a year of 365 days.
const YEAR_S: f64 = 31_536_000.0;
/// Tokens are priced per million.
const MILLION: f64 = 1e6;

/// Cost of the default 20 MW site as the page prints it, $ per million tokens. The page does not print the costs behind
/// it.
pub const PRINTED_USD_PER_MTOK: f64 = 0.1012;

/// A site that serves one model on groups of GPUs of equal size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RooflineSite {
    /// Power of the site.
    pub power: Megawatts,
    /// Share of the power of the equipment that the GPUs draw.
    pub gpu_share: f64,
    /// Power of the facility over power of the equipment.
    pub pue: f64,
    /// Power of a GPU, W.
    pub gpu_w: f64,
    /// Number of GPUs in a server; GPUs are bought in whole servers.
    pub gpus_per_server: f64,
    /// Peak FLOP/s of a GPU.
    pub gpu_flop_per_s: f64,
    /// Memory bandwidth of a GPU, bytes/s.
    pub gpu_bytes_per_s: f64,
    /// Parameters that each token activates.
    pub active_params: f64,
    /// Bytes per parameter.
    pub bytes_per_param: f64,
    /// Share of the roofline that one GPU reaches.
    pub efficiency: f64,
    /// Number of GPUs that hold one copy of the model.
    pub gpus_per_instance: f64,
    /// Number of sequences that are served together.
    pub batch: f64,
    /// Share of the year in which the site serves.
    pub duty: f64,
}

impl RooflineSite {
    /// Number of GPUs, in whole servers: `⌊P · s / (PUE · w) / 8⌋ · 8`.
    #[must_use]
    pub fn gpus(&self) -> Option<f64> {
        let fits = quotient(self.power.value() * MILLION * self.gpu_share, self.pue * self.gpu_w)?;
        finite(quotient(fits, self.gpus_per_server)?.floor() * self.gpus_per_server)
    }

    /// Number of whole copies of the model: `⌊GPUs/n⌋`.
    #[must_use]
    pub fn instances(&self) -> Option<f64> {
        Some(quotient(self.gpus()?, self.gpus_per_instance)?.floor())
    }

    /// Tokens/s of an instance that serves one sequence, limited by memory bandwidth: `n B/(A b)`.
    #[must_use]
    pub fn tokens_per_s_alone(&self) -> Option<f64> {
        quotient(self.gpus_per_instance * self.gpu_bytes_per_s, self.active_params * self.bytes_per_param)
    }

    /// Tokens/s of an instance that is limited by arithmetic alone: `n F/(2 A)`.
    #[must_use]
    pub fn tokens_per_s_ceiling(&self) -> Option<f64> {
        quotient(self.gpus_per_instance * self.gpu_flop_per_s, 2.0 * self.active_params)
    }

    /// Batch at which memory and arithmetic take equally long: `ceiling` over `alone`.
    #[must_use]
    pub fn balanced_batch(&self) -> Option<f64> {
        quotient(self.tokens_per_s_ceiling()?, self.tokens_per_s_alone()?)
    }

    /// Tokens/s of an instance at its batch: `b/(1/alone + b/ceiling) · η/√n`.
    ///
    /// - `b` batch, `η` efficiency, `n` GPUs per instance
    ///
    /// Source: cliffcenter.com, "Inference economics". The form is inferred: it gives the printed 9,144.0 tokens/s to
    /// the last digit, including `1/√n`. Leaves out attention, KV memory and prefill.
    #[must_use]
    pub fn tokens_per_s(&self) -> Option<f64> {
        let step_s = 1.0 / self.tokens_per_s_alone()? + self.batch / self.tokens_per_s_ceiling()?;
        finite(quotient(self.batch, step_s)? * self.efficiency / self.gpus_per_instance.sqrt())
    }

    /// Tokens in a year: instances × tokens/s × duty × 31,536,000 s.
    #[must_use]
    pub fn tokens_per_year(&self) -> Option<f64> {
        finite(self.instances()? * self.tokens_per_s()? * self.duty * YEAR_S)
    }

    /// Cost of a year at a given cost per million tokens.
    #[must_use]
    pub fn annual_cost(&self, usd_per_mtok: f64) -> Option<Usd> {
        finite(self.tokens_per_year()? / MILLION * usd_per_mtok).map(Usd::of)
    }
}

/// Price over cost, less one, in percent. The page calls it a margin, but it is a markup.
#[must_use]
pub fn markup_percent(price: f64, cost: f64) -> Option<f64> {
    Some(100.0 * (quotient(price, cost)? - 1.0))
}
