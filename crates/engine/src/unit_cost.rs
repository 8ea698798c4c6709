//! The cost of an accelerator-hour, a token and a message: the levelised cost of plant bought at t = 0, part by part.

use super::answer::seen;
use super::clock::Clock;
use super::costs::{QUARTER_HOURS, night_share, running};
use super::drawn::in_use_power;
use super::lives::Lives;
use super::offer::{Offer, Offers};
use super::request::{Mix, PerMessage};
use super::service::{Use, yields};
use super::serving::batch::Decoding;
use super::serving::operation::Operation;
use super::serving::video::VideoTimes;
use super::serving::{Load, Rates, rates};
use super::terms::{Amounts, Bearer, Bill, Numbers};
use payenough_model::{Compute, CostLine, Inputs, LayoutFrom, Part};
use payenough_quantities::lane::Lane;
use payenough_quantities::{
    AcceleratorHours, KilowattHours, Messages, PerYear, Ratio, Seconds, Tokens, TokensPerSecond, Usd,
    UsdPerAccelerator, UsdPerAcceleratorHour, UsdPerMegawatt, UsdPerToken, UserMonths,
};

/// Hours in a year.
pub(super) const YEAR_HOURS: f64 = 8760.0;

/// One value for each part of a unit cost.
pub type ByPart<T> = [T; Part::COUNT];

/// The cost of one unit, part by part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitCost {
    /// Cost of an accelerator-hour in service, whether busy or idle at that hour of the day.
    pub hour: ByPart<UsdPerAcceleratorHour>,
    /// Cost of a prompt token that is not in the cache and must be processed.
    pub uncached: ByPart<UsdPerToken>,
    /// Cost of a prompt token found in the cache.
    pub cached: ByPart<UsdPerToken>,
    /// Cost of an answer token.
    pub output: ByPart<UsdPerToken>,
    /// Cost of a second of video that is watched: its tokens, encoded and read.
    pub watched: ByPart<Usd>,
    /// Cost of a second of video that is made.
    pub made: ByPart<Usd>,
    /// Cost of a request with the mix of t = 0.
    pub message: ByPart<Usd>,
    /// Cost of a benchmark accelerator-second of work.
    second: ByPart<Usd>,
}

impl UnitCost {
    /// The unit costs of a scenario.
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
        let video = |load| priced(inputs, &second, load, rates, no_memory);
        let seen = Tokens::of(inputs.video_tokens.value());
        let mix = PerMessage::of(inputs, Mix::today(inputs), inputs.prompt).load(Messages::of(1.0));
        Self {
            hour,
            uncached: token(Load { uncached: one, ..Load::default() }),
            cached: token(Load { cached: one, ..Load::default() }),
            output: token(Load { output: one, ..Load::default() }),
            watched: video(Load { uncached: seen, watched: seen, ..Load::default() }),
            made: video(Load { made: Seconds::of(1.0), ..Load::default() }),
            message: priced(inputs, &second, mix, rates, no_memory),
            second,
        }
    }

    /// The cost of a load, part by part.
    ///
    /// - `recalling` share of the messages that recall a memory, which has to be stored
    #[must_use]
    pub(super) fn of_load(&self, inputs: &Inputs, load: Load, rates: Rates, recalling: Ratio) -> ByPart<Usd> {
        priced(inputs, &self.second, load, rates, recalling)
    }
}

/// The cost of a load: its work, and the running costs that are charged on messages and their tokens.
fn priced(inputs: &Inputs, second: &ByPart<Usd>, load: Load, rates: Rates, recalling: Ratio) -> ByPart<Usd> {
    let work = load.work(rates.times(VideoTimes::of(inputs))).value();
    let amounts = Amounts {
        answers: load.output,
        memory: UserMonths::of(recalling.value()),
        per_month: Ratio::of(inputs.messages.value()),
        ..Amounts::none()
    };
    charged(inputs, amounts, |_| Part::Other, second.map(|second| second * work))
}

/// Adds the running costs to the parts of a unit cost.
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

/// The parts of a unit cost, with the running costs charged on the given amounts added.
fn charged(inputs: &Inputs, amounts: Amounts, part: fn(CostLine) -> Part, cost: ByPart<Usd>) -> ByPart<Usd> {
    let mut by_unit = ByUnit { numbers: Numbers { inputs, amounts }, part, cost };
    running(&mut by_unit);
    by_unit.cost
}

/// The part of an accelerator-hour's cost that a running cost belongs to. If compute is rented, it is always the rent.
#[must_use]
pub(super) fn part_of_hour(compute: Compute) -> fn(CostLine) -> Part {
    match compute {
        Compute::Rented => |_| Part::Rent,
        Compute::Owned => |line| if line == CostLine::Energy { Part::Energy } else { Part::Other },
    }
}

/// The cost of an accelerator-hour of plant bought at t = 0, or in the quarter of the levels where that is later.
///
/// `c = Σ layers A(K)/2190 + Σ running costs of the hour`, `A(K)` as of [`level`]
///
/// - if compute is rented, only the rent and the other running costs count
/// - the running costs are those of [`super::costs`]: the electricity of an hour, plus site costs and failures, which
///   are a yearly share of the plant's cost, less the credit for idle nights
///
/// Source: MODEL.md sections 5 and 7, with the same conventions as the books, for one cohort in service for its whole
/// life.
fn hour(inputs: &Inputs) -> ByPart<UsdPerAcceleratorHour> {
    let use_ = Use::of(inputs);
    let clock = Clock::of(inputs);
    let at = clock.past();
    let offer = Offers::new(inputs, &clock, 0.0, at + 1).at(inputs, at);
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

/// The price of an accelerator with its network and its share of the facility.
#[must_use]
pub(super) fn all_in<L: Lane>(offer: Offer<L>, facility_price: UsdPerMegawatt<L>) -> UsdPerAccelerator<L> {
    offer.accelerator + offer.port + offer.power * facility_price
}

/// The levelised charge of a layer per hour in service: `(K·(1+r)^l − S·(1+r)^(−n/4)) / Σ (1+r)^(−t) / 2,190 h`.
///
/// - `K` purchase price, `S` second-hand value, $ per accelerator; `r` discount rate
/// - `l` time from purchase to service, years; `n` quarters in service; `t` the middle of each quarter, years
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

/// A point on the curve of cost against speed, at one batch size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Conversations served at the same time.
    pub batch: f64,
    /// Tokens per second for each reader.
    pub speed: TokensPerSecond,
    /// Answer tokens per second from one accelerator.
    pub rate: TokensPerSecond,
    /// The cost of an answer token.
    pub cost: UsdPerToken,
}

/// The number of points on the curve.
pub const CURVE_POINTS: usize = 32;

/// A speed that every batch size reaches, and one that no batch size reaches, tokens/s.
const SLOWEST: f64 = 1e-3;
const FASTEST: f64 = 1e9;

/// The curve of cost against speed, from the most conversations that fit down to one. It is computed from the physics
/// even if the scenario uses measured figures.
///
/// For a chosen group, the batch sizes of successive points are in equal ratios. If the layout is the cheapest at each
/// speed, the speeds are in equal ratios instead, up to the fastest speed that any layout reaches.
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

/// The point on the curve at which the scenario operates.
#[must_use]
pub fn operating_point(inputs: &Inputs, operation: &Operation) -> CurvePoint {
    by_batch(inputs)(&operation.decoding)
}

/// Returns a function that gives the point of the curve, with its cost, for a group that is decoding.
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

/// Benchmark accelerator-seconds that an accelerator-hour in service provides.
fn useful(inputs: &Inputs) -> f64 {
    let clock = Clock::of(inputs);
    yields(inputs, &Use::of(inputs), &clock, clock.past() + 1)[clock.past()].value() / QUARTER_HOURS
}
