//! What a token costs, as plain data: rates, what binds, costs by class and part, capabilities, the curve.

use serde::Serialize;

use super::{Lines, plain};
use crate::serving::{Binding, advice, price_hints};
use crate::working;
use payenough_engine::capability_cost::{CapabilityCost, capability_costs};
use payenough_engine::serving::operation::Operation;
use payenough_engine::serving::{Rates, rates};
use payenough_engine::unit_cost::{CurvePoint, UnitCost, curve, operating_point};
use payenough_model::{Inputs, Part, Throughput};

/// Everything about one accelerator and one token.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it; the engine's own docs explain")]
pub struct Serving {
    /// `physics` or `measured`.
    pub in_force: &'static str,
    pub rates: Throughputs,
    pub physics: Throughputs,
    pub measured: Throughputs,
    /// What sets the batch or takes most of a step.
    pub binds: &'static str,
    /// Shares of a decode step's time.
    pub step_share: Lines,
    pub operating_point: Point,
    pub curve: Vec<Point>,
    /// What could not be as chosen, and what is in force instead.
    pub advice: Vec<String>,
    pub usd_per_accelerator_hour: Lines,
    pub usd_per_mtok: Classes,
    pub usd_per_message: Lines,
    pub capabilities: Vec<Capability>,
}

/// Tokens a second of one accelerator at the benchmark's load.
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

/// A point of cost against speed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Point {
    pub batch_n: f64,
    pub speed_tok_s: f64,
    pub output_tok_s: f64,
    pub usd_per_mtok: f64,
}

/// A kind of message, priced.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it; the engine's own docs explain")]
pub struct Capability {
    pub kind: &'static str,
    pub uncached_tok: f64,
    pub cached_tok: f64,
    pub output_tok: f64,
    pub usd: f64,
    pub multiple_of_chat_x: f64,
    pub accelerators_n: f64,
    pub power_mw: f64,
    pub capex_usd: f64,
}

/// Cost against speed, and where the scenario works: what the page's chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Where the scenario works.
    pub operating_point: Point,
    /// From the most conversations that fit to one.
    pub curve: Vec<Point>,
}

impl Curve {
    /// The curve of a scenario.
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
    /// The serving side of a scenario.
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
            usd: it.cost.iter().map(|part| part.value()).sum(),
            multiple_of_chat_x: it.multiple.value(),
            accelerators_n: it.accelerators.value(),
            power_mw: it.power.value(),
            capex_usd: it.capex.value(),
        }
    }
}
