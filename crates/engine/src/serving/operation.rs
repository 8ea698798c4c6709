//! The scenario's chip, model and promises, set up and at work; where they cannot work, the nearest that can.

use super::batch::{Decoding, Impossible, Limit};
use super::layout::{Found, Work};
use super::pass::{Layout, Parts, Setup};
use super::setup::{setup, spread, whole};
use payenough_model::{Inputs, LayoutFrom, Pools};
use payenough_quantities::TokensPerSecond;

/// What was asked for and cannot be; the nearest choice that works is in force instead.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Nearest {
    /// Bits of the weights, where the accelerator does not compute in those chosen.
    pub bits: Option<f64>,
    /// Experts cannot be spread: common weights do not fit on one accelerator.
    pub tensor: bool,
    /// Accelerators per copy of the model for answers, where it does not fit on those chosen.
    pub group: Option<f64>,
    /// The same for prompts.
    pub prefill_group: Option<f64>,
    /// Tokens a second for each reader, where no batch is as fast as promised.
    pub speed: Option<f64>,
}

impl Nearest {
    /// Is everything as chosen?
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A scenario's serving, at its promised speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operation {
    /// The group that answers.
    pub setup: Setup,
    /// The group that reads prompts; the same in one pool.
    pub prefill_setup: Setup,
    /// Decoding.
    pub decoding: Decoding,
    /// Where the time of a prompt pass goes.
    pub prefill_parts: Parts,
    /// Uncached prompt tokens per second of one accelerator while it reads prompts.
    pub prefill: f64,
    /// Cached prompt tokens per second that one accelerator loads.
    pub cached: f64,
    /// Cached tokens of a conversation.
    pub context: f64,
    /// Prompt work that each conversation adds to a decode step, s; 0 in two pools.
    pub stall: f64,
    /// What had to be changed.
    pub nearest: Nearest,
    /// What set group and layout: the reader where nothing in the domain holds the model.
    pub from: LayoutFrom,
}

impl Operation {
    /// Sets up what the inputs describe.
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

    /// On the group and the layout that were chosen.
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

    /// On the cheapest that the chip's domain allows; `None` where nothing there holds the model.
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
    /// Prompt tokens per second of one accelerator, and where the time goes: passes of whole chunks.
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

/// The same for the inputs' model, whatever accelerators serve it.
pub(in super::super) fn cached(inputs: &Inputs) -> TokensPerSecond {
    TokensPerSecond::of(loading(&setup(inputs, &mut Nearest::default())))
}

/// Uncached prompt tokens for each answer token of a plain message.
fn prompt_per_answer(inputs: &Inputs) -> f64 {
    let uncached = inputs.prompt.value() * (1.0 - inputs.chat_cache.value());
    uncached / inputs.answer.value()
}

/// The smallest change that makes room for one sequence: cut matrices instead of spreading experts, then more
/// accelerators. The number of accelerators is given where it had to change.
///
/// `n ≥ (w_E + s)/(m − w_c)` spread, `n ≥ (w + s)/m` cut, `n ≥ w/(m − s)` cut where each holds the cache whole
///
/// - `m` memory of one that may be filled, `s` cache of the sequence, `w` weights: all, common ones, experts
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
