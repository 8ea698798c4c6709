//! Tokens per second of one accelerator: rooflines for prompts and for answers, or the reader's own figures.

pub mod batch;
pub mod benchmark;
pub mod calibration;
pub mod draft;
pub mod layout;
pub mod mlperf;
pub mod operation;
pub mod pass;
mod setup;
pub mod shape;
pub mod video;

use operation::Operation;
use video::VideoTimes;

use payenough_model::{Inputs, Throughput};
use payenough_quantities::lane::Lane;
use payenough_quantities::{AcceleratorSeconds, Seconds, Tokens, TokensPerSecond};

/// Throughput of one accelerator at the full load of a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates<L = f64> {
    /// Uncached prompt tokens per second.
    pub prefill: TokensPerSecond<L>,
    /// Cached prompt tokens per second, which are loaded.
    pub cached: TokensPerSecond<L>,
    /// Answer tokens per second.
    pub decode: TokensPerSecond<L>,
}

impl Rates {
    /// The rates that the roofline gives.
    #[must_use]
    pub fn of(operation: &Operation) -> Self {
        Self {
            prefill: TokensPerSecond::of(operation.prefill),
            cached: TokensPerSecond::of(operation.cached),
            decode: TokensPerSecond::of(operation.decoding.rate),
        }
    }

    /// The rates in force in one future.
    fn in_force(inputs: &Inputs) -> Self {
        match inputs.throughput {
            Throughput::Physics => Self::of(&Operation::of(inputs)),
            Throughput::Measured => Self {
                prefill: inputs.prefill_rate,
                cached: operation::cached(inputs),
                decode: inputs.decode_rate,
            },
        }
    }
}

/// Seconds of one accelerator per token, `1/μ`, and those of video.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times<L = f64> {
    uncached: L,
    cached: L,
    output: L,
    video: VideoTimes<L>,
}

impl<L: Lane> Rates<L> {
    /// Accelerator time per token of each class, and of video.
    #[must_use]
    pub(super) fn times(self, video: VideoTimes<L>) -> Times<L> {
        let of = |rate: TokensPerSecond<L>| L::all(1.0) / rate.value();
        Times { uncached: of(self.prefill), cached: of(self.cached), output: of(self.decode), video }
    }
}

/// The rates in force. The reader's measured figures replace those for prompts and answers. The rate of loading a cache
/// always comes from the roofline, since there is no public measurement of it.
///
/// Futures with the same serving are computed once, because the search for a batch cannot run in several lanes at once.
#[must_use]
pub fn rates<L: Lane>(inputs: &Inputs<L>) -> Rates<L> {
    rates_through(inputs, &mut inputs.one(0))
}

/// [`rates`], with `one` as scratch space. It must have the choices of `inputs`; of its numbers only those that serving
/// depends on are set.
pub(super) fn rates_through<L: Lane>(inputs: &Inputs<L>, one: &mut Inputs) -> Rates<L> {
    if is_same(inputs) {
        put_lane(inputs, 0, one);
        let one = Rates::in_force(one);
        let all = |rate: TokensPerSecond| TokensPerSecond::all(rate.value());
        return Rates { prefill: all(one.prefill), cached: all(one.cached), decode: all(one.decode) };
    }
    let mut each = Vec::with_capacity(L::WIDTH);
    each.extend((0..L::WIDTH).map(|lane| {
        put_lane(inputs, lane, one);
        Rates::in_force(one)
    }));
    let of =
        |rate: fn(&Rates) -> TokensPerSecond| TokensPerSecond::of(L::each(|lane| rate(&each[lane]).value()));
    Rates { prefill: of(|it| it.prefill), cached: of(|it| it.cached), decode: of(|it| it.decode) }
}

/// Every number that [`Rates::in_force`] depends on (`tests/futures.rs` tries each input).
macro_rules! numbers_of_serving {
    ($each:ident) => {
        $each!(
            prefill_rate decode_rate mfu mfu_4_bit mfu_experts mfu_experts_4_bit mfu_attention mbu mbu_cache link_share
            between layer_time collective_time expert_layer_time expert_growth_time sequence_time imbalance memory_used memory_kept chunk engine_batch cache_load context
            prompt chat_cache answer speed group_size prefill_group draft_length draft_accepted own_16 own_8 own_4
            own_memory own_bandwidth own_link own_domain own_layers own_head own_latent own_rope own_width own_heads
            own_kv_heads own_vocabulary own_dense_layers own_ffn own_experts own_visited own_shared own_expert_ffn
        )
    };
}

/// Whether serving is the same in all futures.
fn is_same<L: Lane>(inputs: &Inputs<L>) -> bool {
    macro_rules! same {
        ($($field:ident)+) => { $(inputs.$field.value().is_same())&&+ };
    }
    numbers_of_serving!(same)
}

/// Copies the numbers that serving depends on from one lane into `one`.
fn put_lane<L: Lane>(inputs: &Inputs<L>, lane: usize, one: &mut Inputs) {
    macro_rules! put {
        ($($field:ident)+) => { $(one.$field = payenough_quantities::Quantity::of(inputs.$field.value().lane(lane));)+ };
    }
    numbers_of_serving!(put);
}

/// Tokens of the three classes, and video. Their costs differ, so they are never summed into work.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Load<L = f64> {
    /// Input that must be computed.
    pub(super) uncached: Tokens<L>,
    /// Input that is found in the cache: loaded, not computed.
    pub(super) cached: Tokens<L>,
    /// Output.
    pub(super) output: Tokens<L>,
    /// Tokens of video among the input, which a vision encoder makes.
    pub(super) watched: Tokens<L>,
    /// Video that is made.
    pub(super) made: Seconds<L>,
}

impl<L: Lane> Load<L> {
    /// Accelerator time at the speed of the benchmark.
    ///
    /// `W = T_uncached/μ_pre + T_cached/μ_load + T_out/μ_dec + T_watched·t_enc + s_made·t_make`
    ///
    /// - `μ` benchmark tokens/s of one accelerator, [`Rates`]
    /// - `t_enc`, `t_make` accelerator time per token of video watched and per second of video made, [`VideoTimes`]
    ///
    /// Source: MODEL.md sections 4 and 5.
    #[must_use]
    pub(super) fn work(&self, times: Times<L>) -> AcceleratorSeconds<L> {
        AcceleratorSeconds::of(
            self.uncached.value() * times.uncached
                + self.cached.value() * times.cached
                + self.output.value() * times.output
                + self.watched.value() * times.video.encode.value()
                + self.made.value() * times.video.make.value(),
        )
    }
}
