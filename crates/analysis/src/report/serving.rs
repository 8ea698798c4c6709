//! The cost of a token as plain data: throughput, what limits serving, cost by class and part, capabilities, and the
//! curve of cost against speed.

use serde::Serialize;

use super::{Lines, plain};
use crate::serving::{Binding, advice, price_hints};
use crate::working;
use payenough_engine::capability_cost::{CapabilityCost, capability_costs};
use payenough_engine::serving::operation::Operation;
use payenough_engine::serving::{Rates, rates};
use payenough_engine::unit_cost::{CurvePoint, UnitCost, curve, operating_point};
use payenough_model::{Inputs, Part, Throughput};

/// The serving figures of a scenario, per accelerator and per token.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it; the engine's own docs explain")]
pub struct Serving {
    /// Where the throughput comes from: `physics` or `measured`.
    pub in_force: &'static str,
    pub rates: Throughputs,
    pub physics: Throughputs,
    pub measured: Throughputs,
    /// What limits the batch or takes most of a step.
    pub binds: &'static str,
    /// Shares of a decode step's time.
    pub step_share: Lines,
    pub operating_point: Point,
    pub curve: Vec<Point>,
    /// Choices that could not be met, and what is used instead.
    pub advice: Vec<String>,
    pub usd_per_accelerator_hour: Lines,
    pub usd_per_mtok: Classes,
    /// Dollars per second of video watched and made, by part.
    pub usd_per_video_s: Video,
    pub usd_per_message: Lines,
    pub capabilities: Vec<Capability>,
}

/// Tokens per second of one accelerator under the benchmark's load.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Throughputs {
    pub uncached_tok_s: f64,
    pub cached_tok_s: f64,
    pub output_tok_s: f64,
}

/// Dollars per million tokens of each class, by part.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Classes {
    pub uncached: Lines,
    pub cached: Lines,
    pub output: Lines,
}

/// Dollars per second of video, by part.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Video {
    pub watched: Lines,
    pub made: Lines,
}

/// A point on the curve of cost against speed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Point {
    pub batch_n: f64,
    pub speed_tok_s: f64,
    pub output_tok_s: f64,
    pub usd_per_mtok: f64,
}

/// The cost of one kind of message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it; the engine's own docs explain")]
pub struct Capability {
    pub kind: &'static str,
    pub uncached_tok: f64,
    pub cached_tok: f64,
    pub output_tok: f64,
    pub watched_tok: f64,
    pub made_s: f64,
    pub usd: f64,
    pub multiple_of_chat_x: f64,
    pub accelerators_n: f64,
    pub power_mw: f64,
    pub capex_usd: f64,
}

/// Cost against speed, with the scenario's operating point: the data of the page's chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The scenario's operating point.
    pub operating_point: Point,
    /// Points from the largest batch that fits down to a single conversation.
    pub curve: Vec<Point>,
}

impl Curve {
    /// The curve for a scenario.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let operation = Operation::of(inputs);
        Self {
            operating_point: Point::of(&operating_point(inputs, &operation)),
            curve: curve(inputs, &operation).iter().map(Point::of).collect(),
        }
    }
}

impl Serving {
    /// The serving figures for a scenario.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let operation = Operation::of(inputs);
        let unit = UnitCost::of(inputs);
        let force = rates(inputs);
        Self {
            in_force: match inputs.throughput {
                Throughput::Physics => "physics",
                Throughput::Measured => "measured",
            },
            rates: Throughputs::of(force),
            physics: Throughputs::of(Rates::of(&operation)),
            measured: Throughputs {
                uncached_tok_s: inputs.prefill_rate.value(),
                cached_tok_s: force.cached.value(),
                output_tok_s: inputs.decode_rate.value(),
            },
            binds: Binding::of(&operation).key(),
            step_share: Lines(
                Binding::shares(&operation.decoding.parts).map(|(part, share)| (part.key(), share)).into(),
            ),
            operating_point: Point::of(&operating_point(inputs, &operation)),
            curve: curve(inputs, &operation).iter().map(Point::of).collect(),
            advice: advice(inputs, &operation)
                .into_iter()
                .chain(price_hints(inputs))
                .map(|advice| working::plain(&advice.text))
                .collect(),
            usd_per_accelerator_hour: by_part(unit.hour.map(|part| part.value())),
            usd_per_mtok: Classes {
                uncached: by_part(unit.uncached.map(|part| part.value() * 1e6)),
                cached: by_part(unit.cached.map(|part| part.value() * 1e6)),
                output: by_part(unit.output.map(|part| part.value() * 1e6)),
            },
            usd_per_video_s: Video {
                watched: by_part(unit.watched.map(|part| part.value())),
                made: by_part(unit.made.map(|part| part.value())),
            },
            usd_per_message: by_part(unit.message.map(|part| part.value())),
            capabilities: capability_costs(inputs).iter().map(Capability::of).collect(),
        }
    }
}

fn by_part(values: [f64; Part::COUNT]) -> Lines {
    Lines(Part::ALL.iter().zip(values).map(|(part, value)| (part.key(), plain(value))).collect())
}

impl Throughputs {
    fn of(rates: Rates) -> Self {
        Self {
            uncached_tok_s: rates.prefill.value(),
            cached_tok_s: rates.cached.value(),
            output_tok_s: rates.decode.value(),
        }
    }
}

impl Point {
    fn of(point: &CurvePoint) -> Self {
        Self {
            batch_n: point.batch,
            speed_tok_s: point.speed.value(),
            output_tok_s: point.rate.value(),
            usd_per_mtok: point.cost.value() * 1e6,
        }
    }
}

impl Capability {
    fn of(it: &CapabilityCost) -> Self {
        let [uncached, cached, output] = it.tokens.map(|tokens| tokens.value());
        Self {
            kind: it.kind.key(),
            uncached_tok: uncached,
            cached_tok: cached,
            output_tok: output,
            watched_tok: it.watched.value(),
            made_s: it.made.value(),
            usd: it.cost.iter().map(|part| part.value()).sum(),
            multiple_of_chat_x: it.multiple.value(),
            accelerators_n: it.accelerators.value(),
            power_mw: it.power.value(),
            capex_usd: it.capex.value(),
        }
    }
}
