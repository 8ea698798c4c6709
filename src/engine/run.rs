//! One pass through the horizon: everything that both the headline and the full answer stand on.

use super::costs::{self, Running};
use super::demand::{Asked, Class, ask};
use super::fleet::{self, Fleet, whole_quarters};
use super::outcome::{ByCost, ByStream};
use super::paths::{ByQuarter, MAX_QUARTERS};
use super::plant::{ByYear, Holding, MAX_YEARS, WriteOff, holdings};
use super::revenue::{Market, Served, by_stream};
use super::service::{fill, yields};
use super::serving;
use super::tax::{Losses, tax_by_year};
use crate::model::{self, Inputs, Stream};
use crate::units::{AcceleratorHours, AcceleratorSeconds, Ratio, Seconds, Tokens, Usd, UserMonths, Users};

/// One quarter of running the fleet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quarter {
    /// User-months credited: only with a fleet in service.
    pub(super) user_months: UserMonths,
    /// Tokens served.
    pub(super) served: Tokens,
    /// Tokens that the fleet could serve in the mix that it serves.
    pub(super) capacity: Tokens,
    /// Share of each class of customer served.
    pub(super) fill: [f64; Class::COUNT],
    /// Revenue by stream.
    pub(super) revenue: ByStream,
    /// Running costs that scale with revenue.
    pub(super) of_revenue: ByCost,
    /// Running costs that do not.
    pub(super) fixed: ByCost,
}

impl Quarter {
    /// Money in less the costs that scale with it.
    #[must_use]
    pub(super) fn contribution(&self) -> Usd {
        self.cash() - total(&self.of_revenue)
    }

    /// Revenue that reaches the builders.
    #[must_use]
    pub(super) fn cash(&self) -> Usd {
        Stream::ALL.into_iter().filter(|it| it.is_cash()).map(|it| self.revenue[it as usize]).sum()
    }

    /// Value counted beside it: neither taxed nor scaled.
    #[must_use]
    pub(super) fn beyond(&self) -> Usd {
        self.revenue[Stream::Kept as usize] + self.revenue[Stream::Protected as usize]
    }
}

/// The sum of a list of money.
#[must_use]
pub(super) fn total(parts: &[Usd]) -> Usd {
    parts.iter().copied().sum()
}

/// Discount factors at the start and in the middle of each quarter, and at the end of the last.
///
/// `d(t) = (1 + r)^(−t)`, t in eighths of a year
#[derive(Clone, Copy, Debug)]
pub(super) struct Discount {
    eighths: [f64; 2 * MAX_QUARTERS + 1],
}

impl Discount {
    /// Factors at a yearly rate.
    #[must_use]
    pub(super) fn at(rate: f64) -> Self {
        let step = libm::pow(1.0 + rate, -0.125);
        let mut eighths = [1.0; 2 * MAX_QUARTERS + 1];
        for at in 1..eighths.len() {
            eighths[at] = eighths[at - 1] * step;
        }
        Self { eighths }
    }

    /// At the start of a quarter, which is the end of the one before.
    #[must_use]
    pub(super) fn start(&self, quarter: usize) -> f64 {
        self.eighths.get(2 * quarter).copied().unwrap_or(0.0)
    }

    /// In the middle of a quarter.
    #[must_use]
    pub(super) fn middle(&self, quarter: usize) -> f64 {
        self.eighths.get(2 * quarter + 1).copied().unwrap_or(0.0)
    }
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
pub(super) struct World<'a> {
    /// The inputs.
    pub(super) inputs: &'a Inputs,
    /// Quarters of the horizon.
    pub(super) quarters: usize,
    /// Prices and paying share.
    pub(super) market: Market,
    /// What is asked.
    pub(super) asked: Vec<Asked>,
    /// Benchmark accelerator time of one accelerator of t = 0.
    pub(super) yields: ByQuarter<Seconds>,
    /// The plant.
    pub(super) fleet: Fleet,
    /// Discount factors.
    pub(super) discount: Discount,
}

impl<'a> World<'a> {
    /// The world that the inputs describe; `retire_after` ends accelerators before their economic life.
    ///
    /// With [`Span::Served`] demand is left out where no fleet can be in service any more: it earns and costs nothing.
    #[must_use]
    pub(super) fn new(inputs: &'a Inputs, retire_after: Option<usize>, span: Span) -> Self {
        let quarters = whole_quarters(inputs.horizon, 4).min(MAX_QUARTERS);
        let active = match span {
            Span::Horizon => quarters,
            Span::Served => fleet::last_possible(inputs).map_or(quarters, |end| end.min(quarters)),
        };
        let rates = serving::rates(inputs);
        let market = Market::new(inputs, active);
        let asked = ask(inputs, rates, &market, active);
        let yields = yields(inputs, active);
        let mut work = [AcceleratorSeconds::ZERO; MAX_QUARTERS];
        for (work, asked) in work.iter_mut().zip(&asked) {
            *work = asked.work.iter().copied().sum();
        }
        let fleet = fleet::build(inputs, retire_after, &work, &yields, quarters);
        let discount = Discount::at(inputs.discount_rate.value());
        Self { inputs, quarters, market, asked, yields, fleet, discount }
    }

    /// Payers won in a quarter: growth, and the replacement of those who left. Payers at t = 0 are there already.
    pub(super) fn won(&self, quarter: usize) -> Users {
        let stay = 1.0 - self.inputs.churn.value();
        let before = self.asked[quarter.saturating_sub(1)].subscribers;
        (self.asked[quarter].subscribers - before * (stay * stay * stay)).max(Users::ZERO)
    }

    /// Runs one quarter.
    #[must_use]
    pub(super) fn quarter(&self, quarter: usize) -> Quarter {
        let (inputs, asked) = (self.inputs, &self.asked[quarter]);
        let service = &self.fleet.service[quarter];
        let capacity = service.effective * self.yields[quarter];
        let if_served = self.market.if_served(asked, quarter);
        let fill = fill(inputs.shortage, &asked.work, &if_served, capacity);
        let used = sum_of(&asked.work, &fill);
        let in_service = service.accelerators.share_of(self.fleet.peak);
        let credited = if service.cohorts > 0 { asked.user_months } else { UserMonths::ZERO };
        let revenue = by_stream(&Served {
            inputs,
            market: &self.market,
            quarter,
            if_served: &if_served,
            fill: &fill,
            in_service,
            user_months: credited,
            hours: AcceleratorHours::of(service.accelerators.value() * costs::QUARTER_HOURS),
        });
        let served: Tokens = asked.load.iter().zip(&fill).map(|(load, &fill)| load.total() * fill).sum();
        let drawn = costs::power_drawn(inputs, &self.fleet, quarter, used / self.yields[quarter]);
        let running = Running { inputs, asked, fill: &fill, service, drawn, won: self.won(quarter) };
        Quarter {
            user_months: credited,
            served,
            capacity: served * spare(capacity, used),
            fill,
            revenue,
            of_revenue: costs::of_revenue(inputs, &revenue),
            fixed: costs::fixed(&running),
        }
    }

    /// Every layer of every purchase.
    pub(super) fn holdings(&self) -> impl Iterator<Item = Holding> + '_ {
        holdings(self.inputs, &self.fleet)
    }

    /// Taxable result of holding plant, by model year.
    #[must_use]
    pub(super) fn plant_income(&self) -> ByYear<Usd> {
        WriteOff::new(self.inputs, self.fleet.lives).by_year(self.holdings())
    }

    /// Tax by model year on taxable income; negative where a loss is used at once.
    #[must_use]
    pub(super) fn tax(&self, income: &ByYear<Usd>) -> ByYear<Usd> {
        let losses = match self.inputs.losses {
            model::Losses::UsedAtOnce => Losses::UsedAtOnce,
            model::Losses::CarriedForward => Losses::CarriedForward,
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

fn sum_of(work: &[AcceleratorSeconds], fill: &[f64]) -> AcceleratorSeconds {
    work.iter().zip(fill).map(|(&work, &fill)| work * fill).sum()
}

/// What the fleet could do over what it does; 1 in a shortage and where nothing is asked.
fn spare(capacity: AcceleratorSeconds, used: AcceleratorSeconds) -> Ratio {
    if used > AcceleratorSeconds::ZERO && capacity > used { capacity.share_of(used) } else { Ratio::of(1.0) }
}
