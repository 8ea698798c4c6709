//! What an accelerator-hour, a token and a message cost: the plant of t = 0, levelised, part by part.

use super::answer::seen;
use super::costs::{QUARTER_HOURS, in_use_power, night_hours};
use super::lives::Lives;
use super::offer::{Offer, Offers};
use super::request::{Mix, PerMessage};
use super::service::{average_over_peak, yields};
use super::serving::batch::Decoding;
use super::serving::operation::Operation;
use super::serving::{Load, Rates, rates};
use payenough_model::{Compute, Inputs, Part};
use payenough_quantities::{
    AcceleratorHours, Messages, Tokens, TokensPerSecond, Usd, UsdPerAccelerator, UsdPerAcceleratorHour,
    UsdPerToken,
};

/// One value per part.
pub type ByPart<T> = [T; Part::COUNT];

/// What one unit costs, part by part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitCost {
    /// An accelerator-hour in service, busy or not.
    pub hour: ByPart<UsdPerAcceleratorHour>,
    /// A prompt token that must be read.
    pub uncached: ByPart<UsdPerToken>,
    /// A prompt token found in cache.
    pub cached: ByPart<UsdPerToken>,
    /// An answer token.
    pub output: ByPart<UsdPerToken>,
    /// A request of the mix at the start.
    pub message: ByPart<Usd>,
    /// A benchmark accelerator-second of work: what turns work into money.
    second: ByPart<Usd>,
    egress: UsdPerToken,
}

impl UnitCost {
    /// The costs of a scenario.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let inputs = &seen(inputs);
        let rates = rates(inputs);
        let hour = hour(inputs);
        let useful = useful(inputs);
        let second = hour.map(|part| Usd::of(part.value() / useful));
        let mut cost = Self {
            hour,
            uncached: [UsdPerToken::ZERO; Part::COUNT],
            cached: [UsdPerToken::ZERO; Part::COUNT],
            output: [UsdPerToken::ZERO; Part::COUNT],
            message: [Usd::ZERO; Part::COUNT],
            second,
            egress: inputs.egress,
        };
        let one = Tokens::of(1.0);
        let token = |load: Load| cost.of_load(load, rates).map(|usd| UsdPerToken::of(usd.value()));
        let uncached = token(Load { uncached: one, ..Load::default() });
        let cached = token(Load { cached: one, ..Load::default() });
        let output = token(Load { output: one, ..Load::default() });
        let mix = PerMessage::of(inputs, Mix::today(inputs), inputs.prompt).load(Messages::of(1.0));
        let message = cost.of_load(mix, rates);
        (cost.uncached, cost.cached, cost.output, cost.message) = (uncached, cached, output, message);
        cost
    }

    /// What a load costs.
    #[must_use]
    pub(super) fn of_load(&self, load: Load, rates: Rates) -> ByPart<Usd> {
        let work = load.work(rates.times()).value();
        let mut cost = self.second.map(|second| second * work);
        cost[Part::Other as usize] += load.output * self.egress;
        cost
    }
}

/// An accelerator-hour of the plant of t = 0.
///
/// `c = Σ layers A(K)/2190 + kW·(idle + (1 − idle)·load)·price + (site·K_all + failures·K_chips)/8760 − night`,
/// `A(K) = (K·(1+r)^lag − S·(1+r)^(−life)) / Σ (1+r)^(−t)`, t in the middle of each quarter of the life
///
/// - `K`, `S` paid and got second hand, $ per accelerator; site and network are worth nothing at the end of their lives
/// - `r` discount rate; before tax
/// - rented: `rent − night`, and nothing else
///
/// Source: MODEL.md sections 5 and 7: the books' own conventions for one cohort that serves its whole life.
fn hour(inputs: &Inputs) -> ByPart<UsdPerAcceleratorHour> {
    let mut parts = [UsdPerAcceleratorHour::ZERO; Part::COUNT];
    let night = UsdPerAcceleratorHour::of(
        (night_hours(inputs, AcceleratorHours::of(1.0)) * inputs.night_value).value(),
    );
    if inputs.compute == Compute::Rented {
        parts[Part::Rent as usize] = inputs.rent - night;
        return parts;
    }
    let offer = Offers::new(inputs, 0.0, 1).at(inputs, 0);
    let facility = offer.power * inputs.facility_price;
    let lives = Lives::of(inputs, None);
    let per_year = |amount: UsdPerAccelerator| UsdPerAcceleratorHour::of(amount.value() / 8760.0);
    let level = |paid, sold, quarters| level(inputs, paid, sold, quarters, lives.lag);
    parts[Part::Silicon as usize] =
        level(offer.accelerator, offer.accelerator * inputs.scrap, lives.accelerator);
    parts[Part::Network as usize] = level(offer.port, UsdPerAccelerator::ZERO, lives.network);
    parts[Part::Facility as usize] = level(facility, UsdPerAccelerator::ZERO, lives.facility);
    let kilowatts = offer.power.value() * 1000.0 * in_use_power(inputs, average_over_peak(inputs));
    parts[Part::Energy as usize] = UsdPerAcceleratorHour::of(kilowatts * inputs.power_price.value());
    parts[Part::Other as usize] = per_year(all_in(inputs, offer) * inputs.site_opex)
        + per_year(offer.accelerator * inputs.replacement)
        - night;
    parts
}

/// An accelerator with its network and its part of the site.
#[must_use]
pub(super) fn all_in(inputs: &Inputs, offer: Offer<f64>) -> UsdPerAccelerator {
    offer.accelerator + offer.port + offer.power * inputs.facility_price
}

/// A layer's level charge per hour of its life.
fn level(
    inputs: &Inputs,
    paid: UsdPerAccelerator,
    sold: UsdPerAccelerator,
    quarters: f64,
    lag: f64,
) -> UsdPerAcceleratorHour {
    let rate = inputs.discount_rate.value();
    let at = |quarter: f64| libm::pow(1.0 + rate, -quarter / 4.0);
    let weight: f64 = (0..quarters as usize).map(|quarter| at(quarter as f64 + 0.5)).sum();
    let cost = paid * at(-lag) - sold * at(quarters);
    UsdPerAcceleratorHour::of(cost.value() / weight / QUARTER_HOURS)
}

/// A point of the trade between cost and speed: the same accelerators at another batch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Conversations at a time.
    pub batch: f64,
    /// Tokens a second for each reader.
    pub speed: TokensPerSecond,
    /// Answer tokens a second of one accelerator.
    pub rate: TokensPerSecond,
    /// What an answer token costs.
    pub cost: UsdPerToken,
}

/// Points on the curve.
pub const CURVE_POINTS: usize = 32;

/// Cost against speed, from the most conversations that fit to one, in equal ratios of the batch; by the physics, even
/// where measured figures are in force.
#[must_use]
pub fn curve(inputs: &Inputs, operation: &Operation) -> Vec<CurvePoint> {
    let price = priced(inputs);
    let curve = operation.setup.curve::<CURVE_POINTS>(operation.context, operation.stall);
    curve.map(|points| points.iter().rev().map(price).collect()).unwrap_or_default()
}

/// The point at which the scenario works.
#[must_use]
pub fn operating_point(inputs: &Inputs, operation: &Operation) -> CurvePoint {
    priced(inputs)(&operation.decoding)
}

/// Prices a group at work.
fn priced(inputs: &Inputs) -> impl Fn(&Decoding) -> CurvePoint {
    let second = hour(inputs).iter().copied().sum::<UsdPerAcceleratorHour>().value() / useful(inputs);
    let egress = inputs.egress;
    move |decoding| CurvePoint {
        batch: decoding.batch,
        speed: TokensPerSecond::of(decoding.speed),
        rate: TokensPerSecond::of(decoding.rate),
        cost: UsdPerToken::of(second / decoding.rate) + egress,
    }
}

/// Benchmark accelerator-seconds that an hour in service gives.
fn useful(inputs: &Inputs) -> f64 {
    yields(inputs, average_over_peak(inputs), 1)[0].value() / QUARTER_HOURS
}
