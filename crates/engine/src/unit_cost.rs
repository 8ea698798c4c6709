//! What an accelerator-hour, a token and a message cost: the plant of t = 0, levelised, part by part.

use super::answer::seen;
use super::costs::{QUARTER_HOURS, night_share, running};
use super::drawn::in_use_power;
use super::lives::Lives;
use super::offer::{Offer, Offers};
use super::request::{Mix, PerMessage};
use super::service::{Use, yields};
use super::serving::batch::Decoding;
use super::serving::operation::Operation;
use super::serving::{Load, Rates, rates};
use super::terms::{Amounts, Bearer, Bill, Numbers};
use payenough_model::{Compute, CostLine, Inputs, LayoutFrom, Part};
use payenough_quantities::{
    AcceleratorHours, KilowattHours, Messages, PerYear, Ratio, Tokens, TokensPerSecond, Usd,
    UsdPerAccelerator, UsdPerAcceleratorHour, UsdPerMegawatt, UsdPerToken, UserMonths,
};

/// Hours of a year.
pub(super) const YEAR_HOURS: f64 = 8760.0;

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
        let one = Tokens::of(1.0);
        let no_memory = Ratio::ZERO;
        let token =
            |load| priced(inputs, &second, load, rates, no_memory).map(|usd| UsdPerToken::of(usd.value()));
        let mix = PerMessage::of(inputs, Mix::today(inputs), inputs.prompt).load(Messages::of(1.0));
        Self {
            hour,
            uncached: token(Load { uncached: one, ..Load::default() }),
            cached: token(Load { cached: one, ..Load::default() }),
            output: token(Load { output: one, ..Load::default() }),
            message: priced(inputs, &second, mix, rates, no_memory),
            second,
        }
    }

    /// What a load costs.
    ///
    /// - `recalling` share of the messages that recall a memory, which must be stored
    #[must_use]
    pub(super) fn of_load(&self, inputs: &Inputs, load: Load, rates: Rates, recalling: Ratio) -> ByPart<Usd> {
        priced(inputs, &self.second, load, rates, recalling)
    }
}

/// What a load costs: its work, and the running costs that messages and their tokens bear.
fn priced(inputs: &Inputs, second: &ByPart<Usd>, load: Load, rates: Rates, recalling: Ratio) -> ByPart<Usd> {
    let work = load.work(rates.times()).value();
    let amounts = Amounts {
        answers: load.output,
        memory: UserMonths::of(recalling.value()),
        per_month: Ratio::of(inputs.messages.value()),
        ..Amounts::none()
    };
    charged(inputs, amounts, |_| Part::Other, second.map(|second| second * work))
}

/// Running costs as parts of a unit cost.
struct ByUnit<'a> {
    numbers: Numbers<'a, f64>,
    part: fn(CostLine) -> Part,
    cost: ByPart<Usd>,
}

impl<'a> Bill<f64> for ByUnit<'a> {
    type Of = Numbers<'a, f64>;

    fn line(&mut self, line: CostLine, bearer: Bearer, formula: impl Fn(&Self::Of) -> Usd) {
        if bearer.is_in_unit(self.numbers.inputs.compute) {
            self.cost[(self.part)(line) as usize] += formula(&self.numbers);
        }
    }
}

/// Parts of a unit cost with the running costs that some amounts are charged.
fn charged(inputs: &Inputs, amounts: Amounts, part: fn(CostLine) -> Part, cost: ByPart<Usd>) -> ByPart<Usd> {
    let mut by_unit = ByUnit { numbers: Numbers { inputs, amounts }, part, cost };
    running(&mut by_unit);
    by_unit.cost
}

/// The part of an accelerator-hour's cost that a running cost belongs to. Rent holds all of them.
#[must_use]
pub(super) fn part_of_hour(compute: Compute) -> fn(CostLine) -> Part {
    match compute {
        Compute::Rented => |_| Part::Rent,
        Compute::Owned => |line| if line == CostLine::Energy { Part::Energy } else { Part::Other },
    }
}

/// An accelerator-hour of the plant of t = 0.
///
/// `c = Σ layers A(K)/2190 + Σ running costs of the hour`, `A(K)` as of [`level`]
///
/// - rented: the rent and the other running costs alone
/// - the running costs are those of [`super::costs`]: electricity of an hour, site and failures at a year's share of what the
///   plant cost, less idle nights
///
/// Source: MODEL.md sections 5 and 7: the books' own conventions for one cohort that serves its whole life.
fn hour(inputs: &Inputs) -> ByPart<UsdPerAcceleratorHour> {
    let use_ = Use::of(inputs);
    let offer = Offers::new(inputs, 0.0, 1).at(inputs, 0);
    let mut cost = [Usd::ZERO; Part::COUNT];
    if inputs.compute == Compute::Owned {
        let lives = Lives::of(inputs, None);
        let rate = inputs.discount_rate;
        let level = |paid, sold, life| Usd::of(level(rate, paid, sold, life, lives.lag).value());
        let (none, facility) = (UsdPerAccelerator::ZERO, offer.power * inputs.facility_price);
        let sold = offer.accelerator * inputs.scrap;
        cost[Part::Silicon as usize] = level(offer.accelerator, sold, lives.accelerator);
        cost[Part::Network as usize] = level(offer.port, none, lives.network);
        cost[Part::Facility as usize] = level(facility, none, lives.facility);
    }
    let in_use = in_use_power(inputs.idle_power, use_.training, use_.average);
    let hours = AcceleratorHours::of(1.0);
    let amounts = Amounts {
        energy: KilowattHours::of(offer.power.value() * 1000.0 * in_use),
        plant: Usd::of(all_in(offer, inputs.facility_price).value()),
        accelerators: Usd::of(offer.accelerator.value()),
        per_year: Ratio::of(YEAR_HOURS),
        hours,
        nights: hours * night_share(inputs, &use_),
        ..Amounts::none()
    };
    charged(inputs, amounts, part_of_hour(inputs.compute), cost)
        .map(|usd| UsdPerAcceleratorHour::of(usd.value()))
}

/// An accelerator with its network and its part of the site.
#[must_use]
pub(super) fn all_in(offer: Offer<f64>, facility_price: UsdPerMegawatt) -> UsdPerAccelerator {
    offer.accelerator + offer.port + offer.power * facility_price
}

/// A layer's level charge per hour of its life: `(K·(1+r)^l − S·(1+r)^(−n/4)) / Σ (1+r)^(−t) / 2,190 h`.
///
/// - `K` paid, `S` got second hand, $ per accelerator; `r` discount rate; `l` years from purchase to service
/// - `n` quarters of the life, `t` the middle of each of them, years
///
/// Source: MODEL.md sections 5 and 7; before tax.
#[must_use]
pub(super) fn level(
    rate: PerYear,
    paid: UsdPerAccelerator,
    sold: UsdPerAccelerator,
    quarters: f64,
    lag: f64,
) -> UsdPerAcceleratorHour {
    let at = |quarter: f64| libm::pow(1.0 + rate.value(), -quarter / 4.0);
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

/// A speed that any batch keeps, and one that none does, tokens/s.
const SLOWEST: f64 = 1e-3;
const FASTEST: f64 = 1e9;

/// Cost against speed, from the most conversations that fit to one; by the physics, even where measured figures are in force.
///
/// On a chosen group in equal ratios of the batch; where the cheapest layout is taken at each speed, in equal ratios of the speed,
/// up to the fastest that any layout is.
#[must_use]
pub fn curve(inputs: &Inputs, operation: &Operation) -> Vec<CurvePoint> {
    let price = by_batch(inputs);
    if inputs.layout == LayoutFrom::Chosen {
        let curve = operation.setup.curve::<CURVE_POINTS>(operation.context, operation.stall);
        return curve.map(|points| points.iter().rev().map(price).collect()).unwrap_or_default();
    }
    let at = |speed: f64| Operation::of(&Inputs { speed: TokensPerSecond::of(speed), ..*inputs }).decoding;
    let [slow, fast] = [SLOWEST, FASTEST].map(|speed| at(speed).speed);
    let step = libm::log(fast / slow) / (CURVE_POINTS - 1) as f64;
    let speeds = (1..CURVE_POINTS - 1).map(|point| slow * libm::exp(step * point as f64));
    [SLOWEST].into_iter().chain(speeds).chain([FASTEST]).map(|speed| price(&at(speed))).collect()
}

/// The point at which the scenario works.
#[must_use]
pub fn operating_point(inputs: &Inputs, operation: &Operation) -> CurvePoint {
    by_batch(inputs)(&operation.decoding)
}

/// Prices a group at work.
fn by_batch(inputs: &Inputs) -> impl Fn(&Decoding) -> CurvePoint {
    let second = hour(inputs).iter().copied().sum::<UsdPerAcceleratorHour>().value() / useful(inputs);
    let answer = Amounts { answers: Tokens::of(1.0), ..Amounts::none() };
    let beside: Usd = charged(inputs, answer, |_| Part::Other, [Usd::ZERO; Part::COUNT]).into_iter().sum();
    move |decoding| CurvePoint {
        batch: decoding.batch,
        speed: TokensPerSecond::of(decoding.speed),
        rate: TokensPerSecond::of(decoding.rate),
        cost: UsdPerToken::of(second / decoding.rate + beside.value()),
    }
}

/// Benchmark accelerator-seconds that an hour in service gives.
fn useful(inputs: &Inputs) -> f64 {
    yields(inputs, &Use::of(inputs), 1)[0].value() / QUARTER_HOURS
}
