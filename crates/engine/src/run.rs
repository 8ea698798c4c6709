//! One pass through the horizon: the results from which both the headline and the full answer are computed.

use super::clock::Clock;
use super::costs::{self, QUARTER_HOURS};
use super::course::horizon;
use super::credit;
use super::demand::{Asked, Class, ask};
use super::discount::Discount;
use super::drawn::{in_use_power, power_drawn};
use super::fleet::{self, Fleet};
use super::meeting::{Met, work_of};
use super::outcome::ByStream;
use super::plan::runs_off;
use super::plant::{ByYear, Holding, MAX_YEARS, holdings};
use super::quarter::{Quarter, beyond, cash};
use super::revenue::{Market, Served, by_stream};
use super::service::{Use, yields};
use super::serving::{self, Rates};
use super::tax::{Losses, tax_by_year};
use super::terms::Amounts;
use super::write_off::WriteOff;
use payenough_model::{AfterPlan, Inputs, Stream, Switch};
use payenough_quantities::lane::Lane;
use payenough_quantities::{
    AcceleratorHours, AcceleratorSeconds, Accelerators, KilowattHours, Ratio, Seconds, Tokens, Usd,
    UserMonths,
};

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
    /// Where the axis starts.
    pub(super) clock: Clock,
    /// Prices and paying share in each quarter.
    pub(super) market: Market<L>,
    /// The share of users credited in each quarter, if it is computed.
    pub(super) shares: Option<Vec<Ratio<L>>>,
    /// Demand in each quarter.
    pub(super) asked: Vec<Asked<L>>,
    /// Benchmark accelerator time that one accelerator of t = 0 provides in each quarter.
    pub(super) yields: Vec<Seconds<L>>,
    /// The fleet and its plant.
    pub(super) fleet: Fleet<L>,
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
        let clock = Clock::of(inputs);
        let market =
            Market::new(inputs, &clock, active, span == Span::Horizon || inputs.count_value == Switch::On);
        let use_ = Use::of(inputs);
        let yields = yields(inputs, &use_, &clock, active);
        let built = |after_plan, work: &dyn Fn(usize) -> AcceleratorSeconds<L>| {
            fleet::build(inputs, &clock, retire_after, after_plan, work, |quarter| yields[quarter], quarters)
        };
        let announced =
            credit::is_computed(inputs).then(|| built(AfterPlan::RunOff, &|_| AcceleratorSeconds::ZERO));
        let shares = announced.as_ref().map(|fleet| credit::shares(inputs, &clock, fleet, active));
        let asked = ask(inputs, rates, &market, &clock, shares.as_deref(), active);
        let fleet = match announced {
            Some(fleet) if runs_off(inputs) => fleet,
            _ => built(inputs.after_plan, &|quarter| asked[quarter].work.iter().copied().sum()),
        };
        let discount = Discount::at(inputs.discount_rate.value(), quarters);
        let holdings = holdings(inputs, &fleet);
        let in_use = in_use_power(inputs.idle_power, use_.training, use_.average);
        let nights = costs::night_share(inputs, &use_);
        let research = costs::research_charged(inputs, &use_);
        Self {
            inputs,
            quarters,
            clock,
            market,
            shares,
            asked,
            yields,
            fleet,
            holdings,
            in_use,
            nights,
            research,
            discount,
        }
    }

    /// The share of all users credited in a quarter.
    #[must_use]
    pub(super) fn share(&self, quarter: usize) -> Ratio<L> {
        self.shares.as_ref().and_then(|it| it.get(quarter)).copied().unwrap_or(self.inputs.programme_share)
    }

    /// The part of what depends on the build-out as a whole, such as the uplift of existing businesses, that counts in a
    /// quarter: accelerators with power over the largest number that ever stands, or the share of users credited.
    #[must_use]
    pub(super) fn counted(&self, quarter: usize) -> Ratio<L> {
        let service = &self.fleet.service[quarter];
        match self.shares {
            Some(_) => self.share(quarter) * service.powered,
            None => service.at_work().share_of(self.fleet.peak),
        }
    }

    /// How demand and fleet meet in each quarter of the horizon, and the results of running it.
    pub(super) fn runs(&self) -> impl Iterator<Item = (Met<L>, Quarter<L>)> {
        let mut met = Met::nothing_yet(self.inputs);
        (0..self.quarters).map(move |quarter| {
            met.next(self, quarter);
            (met, self.quarter(quarter, &met))
        })
    }

    /// Runs one quarter, in which demand and fleet have met.
    #[must_use]
    pub(super) fn quarter(&self, quarter: usize, met: &Met<L>) -> Quarter<L> {
        let (asked, fill) = (&self.asked[quarter], &met.fill);
        let (revenue, amounts) = self.charged(quarter, met);
        let served: Tokens<L> = Class::ALL.into_iter().map(|it| asked.tokens(it) * fill[it as usize]).sum();
        Quarter {
            user_months: self.credited(quarter),
            served,
            capacity: served * spare(met.capacity, work_of(&asked.work, fill)),
            fill: *fill,
            revenue,
            cost: costs::of_quarter(self.inputs, amounts, self.fleet.service[quarter].serves()),
        }
    }

    /// Cash revenue less running costs in a quarter, all receipts, and value counted beside cash: what the headline needs of
    /// [`World::quarter`]. The costs are summed as they are computed, because most of them would not fit in registers.
    #[must_use]
    #[inline(always)]
    pub(super) fn net(&self, quarter: usize, met: &Met<L>) -> [Usd<L>; 3] {
        let (revenue, amounts) = self.charged(quarter, met);
        let cost = costs::sums_of_quarter(self.inputs, amounts, self.fleet.service[quarter].serves());
        let (cash, beyond) = (cash(&revenue), beyond(&revenue));
        [cash - cost.follows_revenue - cost.held, cash + beyond, beyond]
    }

    /// User-months of all users that are credited to the programme; 0 if no fleet is in service.
    #[inline(always)]
    fn credited(&self, quarter: usize) -> UserMonths<L> {
        let serves = self.fleet.service[quarter].serves();
        UserMonths::select(serves, self.asked[quarter].user_months, UserMonths::ZERO)
    }

    /// Revenue of a quarter, and the amounts that its running costs are charged on.
    #[inline(always)]
    fn charged(&self, quarter: usize, met: &Met<L>) -> (ByStream<L>, Amounts<L>) {
        let (inputs, asked) = (self.inputs, &self.asked[quarter]);
        let service = &self.fleet.service[quarter];
        let ramped = self.market.ramped(quarter);
        let fill = &met.fill;
        let hours = |count: Accelerators<L>| AcceleratorHours::of(count.value() * L::all(QUARTER_HOURS));
        let contracted = hours(service.by_rent);
        let revenue = by_stream(&Served {
            inputs,
            kept: self.market.at(quarter).kept,
            by_ads: ramped.by_ads,
            if_served: &met.if_served,
            fill,
            counted: &|| self.counted(quarter),
            user_months: self.credited(quarter),
            free_months: self.free_months(quarter),
            hours: contracted * met.price * service.powered,
        });
        let borne = met.borne();
        let busy = work_of(&asked.work, &borne) / self.yields[quarter];
        let drawn = power_drawn(self.in_use, &self.fleet, quarter, busy);
        let user_months = asked.months_of(&borne);
        let kept_up = if inputs.switch_off == Switch::On { met.wanted() } else { L::all(1.0) };
        let amounts = Amounts {
            energy: KilowattHours::of(drawn.value() * L::all(1000.0 * QUARTER_HOURS)),
            plant: service.plant_cost * kept_up,
            accelerators: service.accelerator_cost * kept_up,
            per_year: Ratio::all(4.0),
            hours: contracted,
            nights: hours(service.at_work()) * self.nights,
            user_months,
            memory: user_months * ramped.mix.memory,
            per_month: Ratio::all(1.0),
            won: self.won(quarter) * fill[Class::Subscribers as usize],
            answers: asked.answers(inputs.background_out, &borne),
            paid: costs::paid(&revenue),
            subscriptions: revenue[Stream::Subscriptions as usize],
            ads: revenue[Stream::Ads as usize],
            research: self.research,
        };
        (revenue, amounts)
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

/// The fleet's capacity over the capacity used; 1 in a shortage and if there is no demand.
fn spare<L: Lane>(capacity: AcceleratorSeconds<L>, used: AcceleratorSeconds<L>) -> Ratio<L> {
    let idles = AcceleratorSeconds::ZERO.below(used) & used.below(capacity);
    Ratio::select(idles, capacity.share_of(used), Ratio::all(1.0))
}
