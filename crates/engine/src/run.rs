//! One pass through the horizon: the results from which both the headline and the full answer are computed.

use super::costs::{self, QUARTER_HOURS};
use super::demand::{Asked, Class, ask};
use super::discount::Discount;
use super::drawn::{in_use_power, power_drawn};
use super::fleet::{self, Fleet};
use super::lives::whole_quarters;
use super::meeting::{Met, meet, work_of};
use super::outcome::{ByCost, ByStream};
use super::paths::MAX_QUARTERS;
use super::plant::{ByYear, Holding, MAX_YEARS, WriteOff, holdings};
use super::revenue::{Market, Served, by_stream};
use super::service::{Use, yields};
use super::serving::{self, Rates};
use super::tax::{Losses, tax_by_year};
use super::terms::Amounts;
use payenough_model::{CostLine, InputId, Inputs, Stream, Switch};
use payenough_quantities::lane::Lane;
use payenough_quantities::{
    AcceleratorHours, AcceleratorSeconds, Accelerators, KilowattHours, Ratio, Seconds, Tokens, Usd,
    UserMonths, Years,
};

/// Results of running the fleet for one quarter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quarter<L = f64> {
    /// User-months credited to the programme; 0 if no fleet is in service.
    pub(super) user_months: UserMonths<L>,
    /// Tokens served.
    pub(super) served: Tokens<L>,
    /// Tokens that the fleet could serve at the same mix as those it serves.
    pub(super) capacity: Tokens<L>,
    /// The share of each class's demand that is served.
    pub(super) fill: [L; Class::COUNT],
    /// Revenue by stream.
    pub(super) revenue: ByStream<L>,
    /// Running costs by cost line.
    pub(super) cost: ByCost<L>,
}

impl<L: Lane> Quarter<L> {
    /// Cash revenue less the costs that scale with revenue.
    #[must_use]
    pub(super) fn contribution(&self) -> Usd<L> {
        self.cash() - self.cost_of(CostLine::follows_revenue)
    }

    /// Running costs that do not scale with revenue.
    #[must_use]
    pub(super) fn fixed_cost(&self) -> Usd<L> {
        self.cost_of(CostLine::is_held)
    }

    /// The sum of the running costs of the lines that `is_of` selects.
    #[inline(always)]
    pub(super) fn cost_of(&self, is_of: impl Fn(CostLine) -> bool) -> Usd<L> {
        CostLine::ALL.into_iter().filter(|it| is_of(*it)).map(|it| self.cost[it as usize]).sum()
    }

    /// Revenue that reaches the builders.
    #[must_use]
    pub(super) fn cash(&self) -> Usd<L> {
        Stream::ALL.into_iter().filter(|it| it.is_cash()).map(|it| self.revenue[it as usize]).sum()
    }

    /// Revenue of all streams.
    #[must_use]
    pub(super) fn receipts(&self) -> Usd<L> {
        self.cash() + self.beyond()
    }

    /// Value counted in addition to cash revenue. It is not taxed, and the break-even factor does not scale it.
    #[must_use]
    pub(super) fn beyond(&self) -> Usd<L> {
        self.revenue[Stream::Kept as usize] + self.revenue[Stream::Protected as usize]
    }
}

/// The sum of a list of amounts of money.
#[must_use]
pub(super) fn total<L: Lane>(parts: &[Usd<L>]) -> Usd<L> {
    parts.iter().copied().sum()
}

/// How far ahead demand is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// Up to the horizon, for tables and charts.
    Horizon,
    /// For as long as a fleet can be in service, for the headline.
    Served,
}

/// Demand, prices and plant up to the horizon, before any quarter is run.
#[derive(Clone, Debug)]
pub(super) struct World<'a, L: Lane = f64> {
    /// The inputs.
    pub(super) inputs: &'a Inputs<L>,
    /// Number of quarters in the horizon.
    pub(super) quarters: usize,
    /// Prices and paying share in each quarter.
    pub(super) market: Market<L>,
    /// Demand in each quarter.
    pub(super) asked: Vec<Asked<L>>,
    /// Benchmark accelerator time that one accelerator of t = 0 provides in each quarter.
    pub(super) yields: Vec<Seconds<L>>,
    /// The fleet and its plant.
    pub(super) fleet: Fleet<L>,
    /// How demand and fleet meet in each quarter that is run.
    pub(super) met: Vec<Met<L>>,
    /// Every layer of every purchase.
    pub(super) holdings: Vec<Holding<L>>,
    /// Power drawn by an accelerator in use, over its nameplate power.
    pub(super) in_use: L,
    /// The part of an hour in service that is idle and used for training.
    pub(super) nights: L,
    /// The share of revenue that is charged for research.
    pub(super) research: Ratio<L>,
    /// Discount factors.
    pub(super) discount: Discount<L>,
}

impl<'a, L: Lane> World<'a, L> {
    /// The world that the inputs describe. With `retire_after`, accelerators retire after that many quarters if their
    /// life is longer.
    ///
    /// With [`Span::Served`], demand is not computed for quarters in which a fleet can no longer be in service, because
    /// demand then brings neither revenue nor costs. All futures of a block share one horizon.
    #[must_use]
    pub(super) fn new(inputs: &'a Inputs<L>, retire_after: Option<usize>, span: Span) -> Self {
        Self::at(inputs, serving::rates(inputs), retire_after, span)
    }

    /// The same as `new`, for serving rates that are already computed.
    #[must_use]
    pub(super) fn at(
        inputs: &'a Inputs<L>,
        rates: Rates<L>,
        retire_after: Option<usize>,
        span: Span,
    ) -> Self {
        let quarters = horizon(inputs);
        let active = match span {
            Span::Horizon => quarters,
            Span::Served => fleet::last_possible(inputs).map_or(quarters, |end| end.min(quarters)),
        };
        let market = Market::new(inputs, active, span == Span::Horizon || inputs.count_value == Switch::On);
        let asked = ask(inputs, rates, &market, active);
        let use_ = Use::of(inputs);
        let yields = yields(inputs, &use_, active);
        let work = |quarter: usize| -> AcceleratorSeconds<L> { asked[quarter].work.iter().copied().sum() };
        let fleet = fleet::build(inputs, retire_after, work, |quarter| yields[quarter], quarters);
        let run = if span == Span::Horizon { quarters } else { fleet.last() };
        let met = meet(inputs, &market, &asked, &fleet, &yields, run);
        let discount = Discount::at(inputs.discount_rate.value(), quarters);
        let holdings = holdings(inputs, &fleet);
        let in_use = in_use_power(inputs.idle_power, use_.training, use_.average);
        let nights = costs::night_share(inputs, &use_);
        let research = costs::research_charged(inputs, &use_);
        Self {
            inputs,
            quarters,
            market,
            asked,
            yields,
            fleet,
            met,
            holdings,
            in_use,
            nights,
            research,
            discount,
        }
    }

    /// Runs one quarter.
    #[must_use]
    pub(super) fn quarter(&self, quarter: usize) -> Quarter<L> {
        let (inputs, asked) = (self.inputs, &self.asked[quarter]);
        let service = &self.fleet.service[quarter];
        let met = &self.met[quarter];
        let fill = met.fill;
        let credited = UserMonths::select(service.serves(), asked.user_months, UserMonths::ZERO);
        let hours = |count: Accelerators<L>| AcceleratorHours::of(count.value() * L::all(QUARTER_HOURS));
        let contracted = hours(service.by_rent);
        let revenue = by_stream(&Served {
            inputs,
            terms: self.market.at(quarter),
            if_served: &met.if_served,
            fill: &fill,
            in_service: service.at_work().share_of(self.fleet.peak),
            user_months: credited,
            free_months: self.free_months(quarter),
            hours: contracted * met.price * service.powered,
        });
        let served: Tokens<L> = Class::ALL.into_iter().map(|it| asked.tokens(it) * fill[it as usize]).sum();
        let busy = work_of(&asked.work, &met.borne) / self.yields[quarter];
        let drawn = power_drawn(self.in_use, &self.fleet, quarter, busy);
        let user_months = asked.months_of(&met.borne);
        let kept_up = if inputs.switch_off == Switch::On { met.wanted } else { L::all(1.0) };
        let amounts = Amounts {
            energy: KilowattHours::of(drawn.value() * L::all(1000.0 * QUARTER_HOURS)),
            plant: service.plant_cost * kept_up,
            accelerators: service.accelerator_cost * kept_up,
            per_year: Ratio::all(4.0),
            hours: contracted,
            nights: hours(service.at_work()) * self.nights,
            user_months,
            memory: user_months * asked.memory,
            per_month: Ratio::all(1.0),
            won: self.won(quarter) * fill[Class::Subscribers as usize],
            answers: asked.answers(inputs.background_out, &met.borne),
            paid: costs::paid(&revenue),
            subscriptions: revenue[Stream::Subscriptions as usize],
            ads: revenue[Stream::Ads as usize],
            research: self.research,
        };
        Quarter {
            user_months: credited,
            served,
            capacity: served * spare(met.capacity, met.used),
            fill,
            revenue,
            cost: costs::of_quarter(inputs, amounts, service.serves()),
        }
    }

    /// Taxable income from holding plant, by model year.
    #[must_use]
    #[inline(never)]
    pub(super) fn plant_income(&self) -> ByYear<Usd<L>> {
        let lives = &self.fleet.lives;
        WriteOff::new(self.inputs, lives, self.quarters).by_year(&self.holdings, lives, self.fleet.end)
    }

    /// Tax on taxable income, by model year. It is negative where a loss is used at once.
    #[must_use]
    pub(super) fn tax(&self, income: &ByYear<Usd<L>>) -> ByYear<Usd<L>> {
        let losses = match self.inputs.losses {
            payenough_model::Losses::UsedAtOnce => Losses::UsedAtOnce,
            payenough_model::Losses::CarriedForward => Losses::CarriedForward,
        };
        let mut tax = [Usd::ZERO; MAX_YEARS];
        tax_by_year(income, self.inputs.tax_rate.value(), losses, &mut tax);
        tax
    }

    /// The quarter in which the tax of a model year is paid: the middle of the year's fourth quarter.
    #[must_use]
    pub(super) fn tax_quarter(&self, year: usize) -> usize {
        (4 * year + 3).min(self.quarters - 1)
    }

    /// Number of model years in the horizon.
    #[must_use]
    pub(super) fn years(&self) -> usize {
        self.quarters.div_ceil(4)
    }
}

/// Number of quarters in the horizon. For a block of futures, the horizon is that of the first future.
fn horizon<L: Lane>(inputs: &Inputs<L>) -> usize {
    (whole_quarters(inputs.horizon, 4.0).lane(0) as usize).min(MAX_QUARTERS)
}

/// The times, in quarters, that determine how long a future runs and when its plant retires. Sorting by them puts
/// similar futures next to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Course {
    /// The horizon.
    pub(super) horizon: usize,
    life: usize,
    lag: usize,
    end: usize,
    network_life: usize,
}

/// The course of one future, from input values in the units of their keys.
pub(super) fn course(value: impl Fn(InputId) -> f64) -> Course {
    let years = |id: InputId| Years::of(id.spec().to_base(value(id)));
    let quarters = |id: InputId| whole_quarters(years(id), 0.0) as usize;
    let life = quarters(InputId::accelerator_life).min(quarters(InputId::physical_life));
    let lag = quarters(InputId::build_lag);
    let horizon = whole_quarters(years(InputId::horizon), 4.0) as usize;
    Course {
        horizon: horizon.min(MAX_QUARTERS),
        life,
        lag,
        end: quarters(InputId::plan) + life,
        network_life: quarters(InputId::network_life),
    }
}

/// The fleet's capacity over the capacity used; 1 in a shortage and if there is no demand.
fn spare<L: Lane>(capacity: AcceleratorSeconds<L>, used: AcceleratorSeconds<L>) -> Ratio<L> {
    let idles = AcceleratorSeconds::ZERO.below(used) & used.below(capacity);
    Ratio::select(idles, capacity.share_of(used), Ratio::all(1.0))
}
