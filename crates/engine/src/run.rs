//! One pass through the horizon: everything that both the headline and the full answer stand on.

use super::costs::{self, QUARTER_HOURS};
use super::demand::{Asked, Class, ask, payers_won};
use super::discount::Discount;
use super::drawn::{Draw, power_drawn};
use super::fleet::{self, Fleet};
use super::lives::whole_quarters;
use super::outcome::{ByCost, ByStream};
use super::paths::MAX_QUARTERS;
use super::plant::{ByYear, Holding, MAX_YEARS, WriteOff, holdings};
use super::revenue::{Market, Served, by_stream};
use super::service::{Use, fill, yields};
use super::serving::{self, Rates};
use super::tax::{Losses, tax_by_year};
use super::terms::Amounts;
use payenough_model::{CostLine, InputId, Inputs, Stream, Switch};
use payenough_quantities::lane::Lane;
use payenough_quantities::{
    AcceleratorHours, AcceleratorSeconds, KilowattHours, Ratio, Seconds, Tokens, Usd, UserMonths, Users,
    Years,
};

/// One quarter of running the fleet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quarter<L = f64> {
    /// User-months credited: only with a fleet in service.
    pub(super) user_months: UserMonths<L>,
    /// Tokens served.
    pub(super) served: Tokens<L>,
    /// Tokens that the fleet could serve in the mix that it serves.
    pub(super) capacity: Tokens<L>,
    /// Share of each class of customer served.
    pub(super) fill: [L; Class::COUNT],
    /// Revenue by stream.
    pub(super) revenue: ByStream<L>,
    /// Running costs by line.
    pub(super) cost: ByCost<L>,
}

impl<L: Lane> Quarter<L> {
    /// Money in less the costs that scale with it.
    #[must_use]
    pub(super) fn contribution(&self) -> Usd<L> {
        self.cash() - self.cost_of(CostLine::follows_revenue)
    }

    /// Running costs that do not scale with revenue.
    #[must_use]
    pub(super) fn fixed_cost(&self) -> Usd<L> {
        self.cost_of(CostLine::is_held)
    }

    /// The running costs of some lines.
    #[inline(always)]
    pub(super) fn cost_of(&self, is_of: impl Fn(CostLine) -> bool) -> Usd<L> {
        CostLine::ALL.into_iter().filter(|it| is_of(*it)).map(|it| self.cost[it as usize]).sum()
    }

    /// Revenue that reaches the builders.
    #[must_use]
    pub(super) fn cash(&self) -> Usd<L> {
        Stream::ALL.into_iter().filter(|it| it.is_cash()).map(|it| self.revenue[it as usize]).sum()
    }

    /// Value counted beside it: neither taxed nor scaled.
    #[must_use]
    pub(super) fn beyond(&self) -> Usd<L> {
        self.revenue[Stream::Kept as usize] + self.revenue[Stream::Protected as usize]
    }
}

/// The sum of a list of money.
#[must_use]
pub(super) fn total<L: Lane>(parts: &[Usd<L>]) -> Usd<L> {
    parts.iter().copied().sum()
}

/// How far demand is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// To the horizon, for tables and charts.
    Horizon,
    /// As long as a fleet can be in service, for the headline.
    Served,
}

/// The world along the horizon, before any quarter is run.
#[derive(Clone, Debug)]
pub(super) struct World<'a, L: Lane = f64> {
    /// The inputs.
    pub(super) inputs: &'a Inputs<L>,
    /// Quarters of the horizon.
    pub(super) quarters: usize,
    /// Prices and paying share.
    pub(super) market: Market<L>,
    /// What is asked.
    pub(super) asked: Vec<Asked<L>>,
    /// Benchmark accelerator time of one accelerator of t = 0.
    pub(super) yields: Vec<Seconds<L>>,
    /// The plant.
    pub(super) fleet: Fleet<L>,
    /// Every layer of every purchase.
    pub(super) holdings: Vec<Holding<L>>,
    /// Power drawn over nameplate.
    pub(super) draw: Draw<L>,
    /// Of an hour in service, the part that is idle and given to training.
    pub(super) nights: L,
    /// The share of revenue that is charged for research.
    pub(super) research: Ratio<L>,
    /// Discount factors.
    pub(super) discount: Discount<L>,
}

impl<'a, L: Lane> World<'a, L> {
    /// The world that the inputs describe; `retire_after` ends accelerators before their economic life.
    ///
    /// With [`Span::Served`] demand is left out where no fleet can be in service any more: it earns and costs nothing.
    /// All futures of a block share one horizon.
    #[must_use]
    pub(super) fn new(inputs: &'a Inputs<L>, retire_after: Option<usize>, span: Span) -> Self {
        Self::at(inputs, serving::rates(inputs), retire_after, span)
    }

    /// The same at rates of serving that were worked out.
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
        let discount = Discount::at(inputs.discount_rate.value(), quarters);
        let holdings = holdings(inputs, &fleet);
        let draw = Draw::of(inputs, &use_);
        let nights = costs::night_share(inputs, &use_);
        let research = costs::research_charged(inputs, &use_);
        Self { inputs, quarters, market, asked, yields, fleet, holdings, draw, nights, research, discount }
    }

    /// Payers won in a quarter: growth, and the replacement of those who left. Payers at t = 0 are there already.
    pub(super) fn won(&self, quarter: usize) -> Users<L> {
        let before = self.asked[quarter.saturating_sub(1)].subscribers;
        payers_won(self.asked[quarter].subscribers, before, self.inputs.churn)
    }

    /// Runs one quarter.
    #[must_use]
    pub(super) fn quarter(&self, quarter: usize) -> Quarter<L> {
        let (inputs, asked) = (self.inputs, &self.asked[quarter]);
        let service = &self.fleet.service[quarter];
        let terms = self.market.at(quarter);
        let capacity = service.effective * self.yields[quarter];
        let if_served = terms.if_served(asked);
        let fill = fill(inputs.shortage, &asked.work, &if_served, capacity);
        let used = sum_of(&asked.work, &fill);
        let in_service = service.accelerators.share_of(self.fleet.peak);
        let credited = UserMonths::select(service.serves(), asked.user_months, UserMonths::ZERO);
        let hours = AcceleratorHours::of(service.accelerators.value() * L::all(QUARTER_HOURS));
        let revenue = by_stream(&Served {
            inputs,
            terms,
            if_served: &if_served,
            fill: &fill,
            in_service,
            user_months: credited,
            hours,
        });
        let served: Tokens<L> = Class::ALL.into_iter().map(|it| asked.tokens(it) * fill[it as usize]).sum();
        let busy = used / self.yields[quarter];
        let drawn = power_drawn(self.draw, &self.fleet, quarter, busy);
        let amounts = Amounts {
            energy: KilowattHours::of(drawn.value() * L::all(1000.0 * QUARTER_HOURS)),
            plant: service.plant_cost,
            accelerators: service.accelerator_cost,
            per_year: Ratio::all(4.0),
            hours,
            nights: hours * self.nights,
            user_months: asked.user_months,
            memory: asked.memory_months,
            per_month: Ratio::all(1.0),
            won: self.won(quarter),
            answers: asked.answers(inputs.background_out, &fill),
            paid: costs::paid(&revenue),
            subscriptions: revenue[Stream::Subscriptions as usize],
            ads: revenue[Stream::Ads as usize],
            research: self.research,
        };
        Quarter {
            user_months: credited,
            served,
            capacity: served * spare(capacity, used),
            fill,
            revenue,
            cost: costs::of_quarter(inputs, amounts, service.serves()),
        }
    }

    /// Taxable result of holding plant, by model year.
    #[must_use]
    #[inline(never)]
    pub(super) fn plant_income(&self) -> ByYear<Usd<L>> {
        let lives = &self.fleet.lives;
        WriteOff::new(self.inputs, lives, self.quarters).by_year(&self.holdings, lives, self.fleet.end)
    }

    /// Tax by model year on taxable income; negative where a loss is used at once.
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

    /// The quarter in whose middle a model year's tax is paid: its fourth.
    #[must_use]
    pub(super) fn tax_quarter(&self, year: usize) -> usize {
        (4 * year + 3).min(self.quarters - 1)
    }

    /// Model years of the horizon.
    #[must_use]
    pub(super) fn years(&self) -> usize {
        self.quarters.div_ceil(4)
    }
}

/// Quarters of the horizon; of a block, those of its first future.
fn horizon<L: Lane>(inputs: &Inputs<L>) -> usize {
    (whole_quarters(inputs.horizon, 4.0).lane(0) as usize).min(MAX_QUARTERS)
}

/// What decides how long a future runs and when its plant retires, in quarters; sorted, futures that are alike stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Course {
    /// The horizon.
    pub(super) horizon: usize,
    life: usize,
    end: usize,
    network_life: usize,
}

/// The course of one future, from values in the units of the keys.
pub(super) fn course(value: impl Fn(InputId) -> f64) -> Course {
    let years = |id: InputId| Years::of(id.spec().to_base(value(id)));
    let quarters = |id: InputId| whole_quarters(years(id), 0.0) as usize;
    let life = quarters(InputId::accelerator_life).min(quarters(InputId::physical_life));
    let horizon = whole_quarters(years(InputId::horizon), 4.0) as usize;
    Course {
        horizon: horizon.min(MAX_QUARTERS),
        life,
        end: quarters(InputId::plan) + quarters(InputId::build_lag) + life,
        network_life: quarters(InputId::network_life),
    }
}

fn sum_of<L: Lane>(work: &[AcceleratorSeconds<L>], fill: &[L]) -> AcceleratorSeconds<L> {
    work.iter().zip(fill).map(|(&work, &fill)| work * fill).sum()
}

/// What the fleet could do over what it does; 1 in a shortage and where nothing is asked.
fn spare<L: Lane>(capacity: AcceleratorSeconds<L>, used: AcceleratorSeconds<L>) -> Ratio<L> {
    let idles = AcceleratorSeconds::ZERO.below(used) & used.below(capacity);
    Ratio::select(idles, capacity.share_of(used), Ratio::all(1.0))
}
