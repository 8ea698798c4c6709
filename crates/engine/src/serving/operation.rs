//! The serving of a scenario: its chip, model and promised speed in operation, or the nearest choices that can work.

use super::batch::{Decoding, Impossible, Limit};
use super::layout::{Found, Work};
use super::pass::{Layout, Parts, Setup};
use super::setup::{setup, spread, whole};
use payenough_model::{Inputs, LayoutFrom, Pools};
use payenough_quantities::TokensPerSecond;

/// The choices that cannot work. The nearest one that can is in force instead.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Nearest {
    /// Bits of the weights, if the accelerator does not compute in those chosen.
    pub bits: Option<f64>,
    /// Whether experts cannot be spread, because the common weights do not fit on one accelerator.
    pub tensor: bool,
    /// Accelerators per copy of the model for answers, if it does not fit on those chosen.
    pub group: Option<f64>,
    /// Accelerators per copy of the model for prompts, if it does not fit on those chosen.
    pub prefill_group: Option<f64>,
    /// Tokens per second for each reader, if no batch is as fast as promised.
    pub speed: Option<f64>,
}

impl Nearest {
    /// Whether all choices are in force.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// The serving of a scenario, at its promised speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operation {
    /// The group that answers.
    pub setup: Setup,
    /// The group that reads prompts. With one pool, it is the same group.
    pub prefill_setup: Setup,
    /// How the first group decodes.
    pub decoding: Decoding,
    /// How the time of a prompt pass is divided.
    pub prefill_parts: Parts,
    /// Uncached prompt tokens per second of one accelerator, while it reads prompts.
    pub prefill: f64,
    /// Cached prompt tokens per second that one accelerator loads.
    pub cached: f64,
    /// Cached tokens of a conversation.
    pub context: f64,
    /// Prompt work that each conversation adds to a decode step, s; 0 with two pools.
    pub stall: f64,
    /// The choices that had to change.
    pub nearest: Nearest,
    /// What determined the group and the layout. The reader's choice is in force if no layout in the domain holds the
    /// model.
    pub from: LayoutFrom,
}

impl Operation {
    /// The operation that the inputs describe.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let mut nearest = Nearest::default();
        let setup = setup(inputs, &mut nearest);
        match inputs.layout {
            LayoutFrom::Chosen => Self::chosen(inputs, setup, nearest),
            LayoutFrom::Cheapest => {
                Self::cheapest(inputs, setup, nearest).unwrap_or_else(|| Self::chosen(inputs, setup, nearest))
            }
        }
    }

    /// The operation on the group and the layout that the reader chose.
    fn chosen(inputs: &Inputs, setup: Setup, mut nearest: Nearest) -> Self {
        let context = inputs.context.value();
        let (setup, group) = fitting(setup, context);
        nearest.group = group;
        nearest.tensor = !setup.layout.spread && spread(inputs, &setup.shape);
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
                setup.at(1.0, context, stall, Limit::Speed)
            }
            Err(Impossible::Memory) => setup.at(1.0, context, stall, Limit::Memory),
        };
        let (cached, from) = (loading(&setup), LayoutFrom::Chosen);
        Self { setup, prefill_setup, decoding, prefill_parts, prefill, cached, context, stall, nearest, from }
    }

    /// The operation on the cheapest layout that the chip's domain allows; `None` if none holds the model.
    fn cheapest(inputs: &Inputs, setup: Setup, nearest: Nearest) -> Option<Self> {
        let work = Work::of(inputs);
        let context = work.context;
        let found = setup.cheapest(work)?;
        let Found { setup, decoding, stall, fastest } = found;
        let prefill_setup = match inputs.pools {
            Pools::One => setup,
            Pools::Two => setup.quickest_reader(context).unwrap_or(setup),
        };
        let (prefill, prefill_parts) = prefill_setup.reading(context);
        let (cached, nearest) = (loading(&setup), Nearest { speed: fastest, ..nearest });
        let from = LayoutFrom::Cheapest;
        let it = Self {
            setup,
            prefill_setup,
            decoding,
            prefill_parts,
            prefill,
            cached,
            context,
            stall,
            nearest,
            from,
        };
        Some(it)
    }
}

impl Work {
    /// The prompts and answers of a scenario.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let prompts = match inputs.pools {
            Pools::One => prompt_per_answer(inputs),
            Pools::Two => 0.0,
        };
        Self { prompts, context: inputs.context.value(), speed: inputs.speed.value() }
    }
}

impl Setup {
    /// Prompt tokens per second of one accelerator, and how the time is divided. Passes consist of whole chunks.
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

/// Cached tokens per second for the model of the inputs. They do not depend on the group.
pub(in super::super) fn cached(inputs: &Inputs) -> TokensPerSecond {
    TokensPerSecond::of(loading(&setup(inputs, &mut Nearest::default())))
}

/// Uncached prompt tokens per answer token of a plain message.
fn prompt_per_answer(inputs: &Inputs) -> f64 {
    let uncached = inputs.prompt.value() * (1.0 - inputs.chat_cache.value());
    uncached / inputs.answer.value()
}

/// The smallest change that makes room for one sequence: cutting matrices instead of spreading experts, then more
/// accelerators. The number of accelerators is returned if it had to change.
///
/// `n ≥ (w_E + s)/(m − w_c)` if experts are spread, `n ≥ (w + s)/m` if matrices are cut, `n ≥ w/(m − s)` if matrices
/// are cut and each accelerator holds the whole cache
///
/// - `m` usable memory of one accelerator, `s` cache of the sequence, `w` all weights, `w_c` common weights, `w_E`
///   experts
fn fitting(setup: Setup, context: f64) -> (Setup, Option<f64>) {
    if setup.held(context) >= 1.0 {
        return (setup, None);
    }
    let usable = setup.usable();
    let common = (setup.shape.common + 2.0 * setup.shape.head) * setup.weight;
    let sequence = setup.shape.keeps(context) * setup.shape.cached * setup.element;
    let (is_spread, each, once) = if setup.layout.spread && usable > common {
        (true, usable - common, setup.shape.experts * setup.shape.expert * setup.weight + sequence)
    } else if setup.shape.whole_cache && usable > sequence {
        (false, usable - sequence, setup.shape.weights() * setup.weight)
    } else {
        (false, usable, setup.shape.weights() * setup.weight + sequence)
    };
    let group = libm::ceil(once / each * (1.0 + 1e-12)).max(setup.group);
    let layout = if is_spread { setup.layout } else { Layout::cut(group) };
    (Setup { layout, group, ..setup }, (group > setup.group).then_some(group))
}
