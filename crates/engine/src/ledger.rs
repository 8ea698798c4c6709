//! The books of one run: from quarters to the totals, dates and years of the full answer.

use super::cash::{BreakEven, by_year, net_present_value, plus};
use super::demand::Class;
use super::fleet::Purchase;
use super::indirect::free_value;
use super::outcome::{ByCost, ByStream, FleetSummary, Outcome};
use super::paths::{ByQuarter, MAX_QUARTERS};
use super::payback::payback;
use super::plant::ByYear;
use super::present::Present;
use super::quarter::{Quarter, total};
use super::returns::irr_roots;
use super::run::World;
use payenough_model::{CostLine, Stream};
use payenough_quantities::{
    Accelerators, Megawatts, PerYear, Ratio, Usd, UsdPerAccelerator, UsdPerUserMonth, UserMonths, Years,
};

/// The largest multiple of revenue that the search for break-even tries.
pub(super) const LARGEST_MULTIPLE: f64 = 1e6;

/// The books of one run.
pub(super) struct Ledger<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) runs: &'a [Quarter],
    pub(super) net: ByQuarter<Usd>,
    pub(super) tax: ByYear<Usd>,
    /// Residual proceeds, by the quarter at whose end they arrive.
    pub(super) proceeds: ByQuarter<Usd>,
    pub(super) plant: ByYear<Usd>,
    /// Present value of revenue that is not in cash.
    pub(super) beyond: Usd,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(world: &'a World<'a>, runs: &'a [Quarter]) -> Self {
        let mut net = [Usd::ZERO; MAX_QUARTERS];
        for (net, run) in net.iter_mut().zip(runs) {
            *net = run.contribution() - run.fixed_cost();
        }
        let mut proceeds = [Usd::ZERO; MAX_QUARTERS];
        for held in &world.holdings {
            if let Some(slot) = proceeds.get_mut(held.until as usize - 1) {
                *slot += held.proceeds;
            }
        }
        let plant = world.plant_income();
        let tax = world.tax(&plus(&by_year(&net), &plant));
        let beyond = runs.iter().enumerate().map(|(at, run)| run.beyond() * world.discount.middle(at)).sum();
        Self { world, runs, net, tax, proceeds, plant, beyond }
    }

    pub(super) fn outcome(&self) -> Outcome {
        let world = self.world;
        let revenue_pv = self.revenue_pv();
        let user_months_pv = self.user_months_pv(0..world.quarters);
        let expected = per_user_month(total(&revenue_pv), user_months_pv).unwrap_or(UsdPerUserMonth::ZERO);
        let breakeven = self.breakeven();
        let multiple = breakeven.multiple(LARGEST_MULTIPLE);
        let cash = per_user_month(total(&revenue_pv) - self.beyond, user_months_pv);
        let beside = per_user_month(self.beyond, user_months_pv);
        let needed = multiple.map(|multiple| match (cash, beside) {
            (Some(cash), Some(beside)) if multiple > Ratio::ZERO => cash * multiple + beside,
            _ => UsdPerUserMonth::ZERO,
        });
        let fleet = self.fleet_summary();
        // without investment there is no return on it
        let invested = |flows: Vec<f64>| if fleet.capex > Usd::ZERO { flows } else { vec![] };
        let paybacks = payback(&invested(self.flows()));
        let discounted = payback(&invested(self.discounted_flows()));
        let irr = irr_roots(&invested(self.eighths()), 8.0);
        let present = self.present();
        let npv = present.npv;
        // if the only rate found contradicts NPV, it is the wrong one of a pair, and the other lies outside the range
        let agrees = |rate: &f64| (*rate >= world.inputs.discount_rate.value()) == (npv >= Usd::ZERO);
        Outcome {
            npv,
            receipts_pv: present.receipts,
            outlays_pv: present.outlays(),
            benefit_cost: present.benefit_cost(),
            cost_per_user_month: per_user_month(present.outlays(), user_months_pv),
            irr: irr.only().filter(agrees).map(PerYear::of),
            irr_roots: irr.rates().iter().copied().map(PerYear::of).collect(),
            payback: paybacks.last.map(quarters_to_years),
            payback_first: paybacks.first.map(quarters_to_years),
            discounted_payback: discounted.last.map(quarters_to_years),
            needed,
            needed_flat: self.needed_flat(),
            expected,
            breakeven_factor: multiple,
            user_months_pv,
            revenue_pv,
            cost_pv: self.cost_pv(),
            npv_from_residual: self.residual_pv(0),
            npv_after_year_5: self.npv_after(20),
            kept_value_pv: self.kept_value_pv(),
            fleet,
            years: self.years(multiple.map(|multiple| (multiple, breakeven.tax(multiple.value())))),
        }
    }

    pub(super) fn present(&self) -> Present {
        let at = |(quarter, run): (usize, &Quarter)| run.receipts() * self.world.discount.middle(quarter);
        Present {
            npv: net_present_value(self.world, &self.net, &self.tax) + self.beyond,
            receipts: self.runs.iter().enumerate().map(at).sum(),
        }
    }

    pub(super) fn breakeven(&self) -> BreakEven<'a> {
        let mut scaled = [Usd::ZERO; MAX_QUARTERS];
        let mut fixed = [Usd::ZERO; MAX_QUARTERS];
        for (quarter, run) in self.runs.iter().enumerate() {
            scaled[quarter] = run.contribution();
            fixed[quarter] = run.fixed_cost();
        }
        BreakEven::new(self.world, &scaled, &fixed, self.beyond, &self.plant)
    }

    /// The break-even of a flat amount per user-month, less staff and research.
    pub(super) fn flat_breakeven(&self) -> BreakEven<'a> {
        let inputs = self.world.inputs;
        let kept = 1.0 - inputs.staff.value() - self.world.research.value();
        let mut scaled = [Usd::ZERO; MAX_QUARTERS];
        let mut fixed = [Usd::ZERO; MAX_QUARTERS];
        for (quarter, run) in self.runs.iter().enumerate() {
            scaled[quarter] = run.user_months * UsdPerUserMonth::of(kept);
            fixed[quarter] = run.fixed_cost();
        }
        BreakEven::new(self.world, &scaled, &fixed, self.beyond, &self.plant)
    }

    /// The flat amount per user-month that makes NPV 0 if it replaces the modelled revenue.
    pub(super) fn needed_flat(&self) -> Option<UsdPerUserMonth> {
        let flat = self.flat_breakeven().multiple(LARGEST_MULTIPLE * 1e3);
        flat.map(|flat| UsdPerUserMonth::of(flat.value()))
    }

    pub(super) fn revenue_pv(&self) -> ByStream {
        let mut sum = [Usd::ZERO; Stream::COUNT];
        for (quarter, run) in self.runs.iter().enumerate() {
            for (sum, &part) in sum.iter_mut().zip(&run.revenue) {
                *sum += part * self.world.discount.middle(quarter);
            }
        }
        sum
    }

    pub(super) fn cost_pv(&self) -> ByCost {
        let discount = &self.world.discount;
        let mut sum = [Usd::ZERO; CostLine::COUNT];
        for (quarter, run) in self.runs.iter().enumerate() {
            for (line, sum) in sum.iter_mut().enumerate() {
                *sum += run.cost[line] * discount.middle(quarter);
            }
            add_capex(&mut sum, &self.world.fleet.bought(quarter), discount.start(quarter));
        }
        for year in 0..self.world.years() {
            sum[CostLine::Tax as usize] += self.tax[year] * discount.middle(self.world.tax_quarter(year));
        }
        sum[CostLine::Residual as usize] = -self.residual_pv(0);
        sum
    }

    /// Present value of residual proceeds at the end of quarter `from` and later.
    pub(super) fn residual_pv(&self, from: usize) -> Usd {
        let ends = self.proceeds.iter().enumerate().skip(from);
        ends.map(|(quarter, &got)| got * self.world.discount.start(quarter + 1)).sum()
    }

    pub(super) fn npv_after(&self, from: usize) -> Usd {
        let world = self.world;
        let mut npv = self.residual_pv(from);
        for quarter in from..world.quarters {
            npv += (self.net[quarter] + self.runs[quarter].beyond()) * world.discount.middle(quarter);
            npv -= world.fleet.bought(quarter).cost() * world.discount.start(quarter);
        }
        for year in from / 4..world.years() {
            npv -= self.tax[year] * world.discount.middle(world.tax_quarter(year));
        }
        npv
    }

    pub(super) fn kept_value_pv(&self) -> Usd {
        let world = self.world;
        let kept = self.runs.iter().enumerate().map(|(quarter, run)| {
            let served = run.fill[Class::Subscribers as usize];
            let discount = world.discount.middle(quarter);
            run.user_months * world.market.at(quarter).kept * (served * discount)
                + free_value(world.inputs, world.free_months(quarter), run.fill[Class::Free as usize])
                    * discount
        });
        kept.sum()
    }

    pub(super) fn user_months_pv(&self, quarters: core::ops::Range<usize>) -> UserMonths {
        quarters.map(|quarter| self.runs[quarter].user_months * self.world.discount.middle(quarter)).sum()
    }

    /// Money that moves in a quarter, except for the purchases at its start.
    fn settled(&self, quarter: usize) -> Usd {
        let taxed = (0..self.world.years()).find(|&year| self.world.tax_quarter(year) == quarter);
        let tax = taxed.map_or(Usd::ZERO, |year| self.tax[year]);
        self.net[quarter] + self.runs[quarter].beyond() - tax + self.proceeds[quarter]
    }

    /// Net cash at the end of each quarter. Purchases for the next quarter are not yet subtracted.
    pub(super) fn flows(&self) -> Vec<f64> {
        let capex = |quarter: usize| self.world.fleet.bought(quarter).cost();
        let mut flows = vec![-capex(0).value()];
        for quarter in 0..self.world.quarters {
            let bought = if quarter > 0 { capex(quarter) } else { Usd::ZERO };
            flows.push((self.settled(quarter) - bought).value());
        }
        flows
    }

    /// The flows of [`Ledger::flows`], each discounted from its own date.
    fn discounted_flows(&self) -> Vec<f64> {
        let world = self.world;
        let capex = |quarter: usize| world.fleet.bought(quarter).cost() * world.discount.start(quarter);
        let mut flows = vec![-capex(0).value()];
        for quarter in 0..world.quarters {
            let bought = if quarter > 0 { capex(quarter) } else { Usd::ZERO };
            let middle = self.settled(quarter) - self.proceeds[quarter];
            let end = self.proceeds[quarter] * world.discount.start(quarter + 1);
            flows.push((middle * world.discount.middle(quarter) + end - bought).value());
        }
        flows
    }

    /// Flows on the dates that NPV uses, in eighths of a year.
    pub(super) fn eighths(&self) -> Vec<f64> {
        let mut flows = vec![0.0; 2 * self.world.quarters + 1];
        for quarter in 0..self.world.quarters {
            flows[2 * quarter] -= self.world.fleet.bought(quarter).cost().value();
            flows[2 * quarter + 1] += (self.settled(quarter) - self.proceeds[quarter]).value();
            flows[2 * quarter + 2] += self.proceeds[quarter].value();
        }
        flows
    }

    fn fleet_summary(&self) -> FleetSummary {
        let fleet = &self.world.fleet;
        let bought = fleet.cohorts.iter().find(|purchase| purchase.accelerators > Accelerators::ZERO);
        FleetSummary {
            peak_accelerators: fleet.peak,
            peak_power: fleet.service.iter().fold(Megawatts::ZERO, |most, now| most.max(now.power_at_work())),
            capex: fleet.cohorts.iter().map(Purchase::cost).sum(),
            all_in_price: bought.map_or(UsdPerAccelerator::ZERO, |first| first.cost() / first.accelerators),
            last_quarter: fleet.last(),
        }
    }
}

pub(super) fn add_capex(cost: &mut ByCost, purchase: &Purchase, factor: f64) {
    cost[CostLine::Accelerators as usize] += purchase.accelerator_cost * factor;
    cost[CostLine::Network as usize] += purchase.network_cost * factor;
    cost[CostLine::Facility as usize] += purchase.facility_cost * factor;
}

pub(super) fn per_user_month(money: Usd, months: UserMonths) -> Option<UsdPerUserMonth> {
    (months > UserMonths::ZERO).then(|| money / months)
}

fn quarters_to_years(quarters: f64) -> Years {
    Years::of(quarters / 4.0)
}
