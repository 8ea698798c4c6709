//! `evaluate` and `headline`: the same world, answered in full or in one number.

use super::cash::{BreakEven, by_year, net_present_value, plus};
use super::charge::CapitalCharge;
use super::demand::Class;
use super::fleet::{Lives, Purchase};
use super::outcome::{ByCost, ByStream, FleetSummary, Outcome, Year};
use super::paths::{ByQuarter, MAX_QUARTERS};
use super::payback::{Crossings, payback};
use super::plant::ByYear;
use super::returns::irr_roots;
use super::run::{Quarter, World, total};
use crate::model::{CostLine, Inputs, Stream, Switch};
use crate::units::{
    Accelerators, Megawatts, PerYear, Ratio, Usd, UsdPerAccelerator, UsdPerUserMonth, UserMonths, Users,
    Years,
};

/// The most that revenue may be multiplied by in the search for break-even.
pub const LARGEST_MULTIPLE: f64 = 1e6;

/// The net present value alone: the path of simulated futures and searches. The same bits as [`evaluate`]'s.
#[must_use]
pub fn headline(inputs: &Inputs) -> Usd {
    match inputs.retire_early {
        Switch::Off => npv_of(inputs, None),
        Switch::On => npv_of(inputs, Some(best_life(inputs))),
    }
}

fn npv_of(inputs: &Inputs, retire_after: Option<usize>) -> Usd {
    let world = World::new(inputs, retire_after);
    let mut net = [Usd::ZERO; MAX_QUARTERS];
    for (quarter, net) in net.iter_mut().enumerate().take(world.quarters) {
        let run = world.quarter(quarter);
        *net = run.contribution() - total(&run.fixed);
    }
    let tax = world.tax(&plus(&by_year(&net), &world.plant_income()));
    net_present_value(&world, &net, &tax)
}

/// The life in quarters, up to the economic life, with the highest NPV; the longest of equals.
fn best_life(inputs: &Inputs) -> usize {
    let longest = Lives::of(inputs, None).accelerator;
    let mut best = (longest, npv_of(inputs, None));
    for life in (1..longest).rev() {
        let npv = npv_of(inputs, Some(life));
        if npv > best.1 {
            best = (life, npv);
        }
    }
    best.0
}

/// The full answer.
#[must_use]
pub fn evaluate(inputs: &Inputs) -> Outcome {
    let early = (inputs.retire_early == Switch::On).then(|| best_life(inputs));
    let world = World::new(inputs, early);
    let runs: Vec<Quarter> = (0..world.quarters).map(|quarter| world.quarter(quarter)).collect();
    Ledger::new(&world, &runs).outcome()
}

/// Discounted user-months of each model year: the weights with which a year's needed and expected amounts average
/// to the headline.
#[must_use]
pub fn year_weights(inputs: &Inputs) -> Vec<f64> {
    let early = (inputs.retire_early == Switch::On).then(|| best_life(inputs));
    let world = World::new(inputs, early);
    let runs: Vec<Quarter> = (0..world.quarters).map(|quarter| world.quarter(quarter)).collect();
    let ledger = Ledger::new(&world, &runs);
    (0..world.years()).map(|year| ledger.user_months_pv(ledger.span(year)).value()).collect()
}

/// The books of one run.
struct Ledger<'a> {
    world: &'a World<'a>,
    runs: &'a [Quarter],
    net: ByQuarter<Usd>,
    tax: ByYear<Usd>,
    /// Money got for plant, by the quarter at whose end it comes.
    proceeds: ByQuarter<Usd>,
    plant: ByYear<Usd>,
}

impl<'a> Ledger<'a> {
    fn new(world: &'a World<'a>, runs: &'a [Quarter]) -> Self {
        let mut net = [Usd::ZERO; MAX_QUARTERS];
        for (net, run) in net.iter_mut().zip(runs) {
            *net = run.contribution() - total(&run.fixed);
        }
        let mut proceeds = [Usd::ZERO; MAX_QUARTERS];
        for held in world.holdings() {
            if let Some(slot) = proceeds.get_mut(held.until - 1) {
                *slot += held.proceeds;
            }
        }
        let plant = world.plant_income();
        let tax = world.tax(&plus(&by_year(&net), &plant));
        Self { world, runs, net, tax, proceeds, plant }
    }

    fn outcome(&self) -> Outcome {
        let world = self.world;
        let revenue_pv = self.revenue_pv();
        let user_months_pv = self.user_months_pv(0..world.quarters);
        let expected = per_user_month(total(&revenue_pv), user_months_pv).unwrap_or(UsdPerUserMonth::ZERO);
        let breakeven = self.breakeven();
        let multiple = breakeven.multiple(LARGEST_MULTIPLE);
        let needed = multiple.map(|multiple| expected * multiple);
        let paybacks = self.paybacks();
        let discounted = self.discounted_paybacks();
        let irr = irr_roots(&self.eighths(), 8.0);
        Outcome {
            npv: net_present_value(world, &self.net, &self.tax),
            irr: irr.only().map(PerYear::of),
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
            fleet: self.fleet_summary(),
            years: self.years(multiple.map(|multiple| (multiple, breakeven.tax(multiple.value())))),
        }
    }

    fn breakeven(&self) -> BreakEven<'a> {
        let mut scaled = [Usd::ZERO; MAX_QUARTERS];
        let mut fixed = [Usd::ZERO; MAX_QUARTERS];
        for (quarter, run) in self.runs.iter().enumerate() {
            scaled[quarter] = run.contribution();
            fixed[quarter] = total(&run.fixed);
        }
        BreakEven::new(self.world, &scaled, &fixed, &self.plant)
    }

    /// The flat amount per user-month, less staff and research, that makes NPV 0 in place of the modelled revenue.
    fn needed_flat(&self) -> Option<UsdPerUserMonth> {
        let inputs = self.world.inputs;
        let kept = 1.0 - inputs.staff.value() - super::costs::research_share(inputs).value();
        let mut scaled = [Usd::ZERO; MAX_QUARTERS];
        let mut fixed = [Usd::ZERO; MAX_QUARTERS];
        for (quarter, run) in self.runs.iter().enumerate() {
            scaled[quarter] = run.user_months * UsdPerUserMonth::of(kept);
            fixed[quarter] = total(&run.fixed);
        }
        let flat = BreakEven::new(self.world, &scaled, &fixed, &self.plant).multiple(LARGEST_MULTIPLE * 1e3);
        flat.map(|flat| UsdPerUserMonth::of(flat.value()))
    }

    fn revenue_pv(&self) -> ByStream {
        let mut sum = [Usd::ZERO; Stream::COUNT];
        for (quarter, run) in self.runs.iter().enumerate() {
            for (sum, &part) in sum.iter_mut().zip(&run.revenue) {
                *sum += part * self.world.discount.middle(quarter);
            }
        }
        sum
    }

    fn cost_pv(&self) -> ByCost {
        let discount = &self.world.discount;
        let mut sum = [Usd::ZERO; CostLine::COUNT];
        for (quarter, run) in self.runs.iter().enumerate() {
            for (line, sum) in sum.iter_mut().enumerate() {
                *sum += (run.of_revenue[line] + run.fixed[line]) * discount.middle(quarter);
            }
            add_capex(&mut sum, &self.world.fleet.purchases[quarter], discount.start(quarter));
        }
        for year in 0..self.world.years() {
            sum[CostLine::Tax as usize] += self.tax[year] * discount.middle(self.world.tax_quarter(year));
        }
        sum[CostLine::Residual as usize] = -self.residual_pv(0);
        sum
    }

    /// Present value of what plant fetches at the end of quarter `from` and later.
    fn residual_pv(&self, from: usize) -> Usd {
        let ends = self.proceeds.iter().enumerate().skip(from);
        ends.map(|(quarter, &got)| got * self.world.discount.start(quarter + 1)).sum()
    }

    fn npv_after(&self, from: usize) -> Usd {
        let world = self.world;
        let mut npv = self.residual_pv(from);
        for quarter in from..world.quarters {
            npv += self.net[quarter] * world.discount.middle(quarter);
            npv -= world.fleet.purchases[quarter].cost() * world.discount.start(quarter);
        }
        for year in from / 4..world.years() {
            npv -= self.tax[year] * world.discount.middle(world.tax_quarter(year));
        }
        npv
    }

    fn kept_value_pv(&self) -> Usd {
        let world = self.world;
        let kept = self.runs.iter().enumerate().map(|(quarter, run)| {
            let served = run.fill[Class::Subscribers as usize];
            run.user_months * world.market.kept(quarter) * (served * world.discount.middle(quarter))
        });
        kept.sum()
    }

    fn user_months_pv(&self, quarters: core::ops::Range<usize>) -> UserMonths {
        quarters.map(|quarter| self.runs[quarter].user_months * self.world.discount.middle(quarter)).sum()
    }

    /// Money that moves in a quarter but for purchases at its start.
    fn settled(&self, quarter: usize) -> Usd {
        let taxed = (0..self.world.years()).find(|&year| self.world.tax_quarter(year) == quarter);
        let tax = taxed.map_or(Usd::ZERO, |year| self.tax[year]);
        self.net[quarter] - tax + self.proceeds[quarter]
    }

    /// Payback by cash at quarter ends; the next quarter's purchases are not yet spent.
    fn paybacks(&self) -> Crossings {
        let capex = |quarter: usize| self.world.fleet.purchases[quarter].cost();
        let mut flows = vec![-capex(0).value()];
        for quarter in 0..self.world.quarters {
            let bought = if quarter > 0 { capex(quarter) } else { Usd::ZERO };
            flows.push((self.settled(quarter) - bought).value());
        }
        payback(&flows)
    }

    /// The same with every flow discounted from its own date.
    fn discounted_paybacks(&self) -> Crossings {
        let world = self.world;
        let capex = |quarter: usize| world.fleet.purchases[quarter].cost() * world.discount.start(quarter);
        let mut flows = vec![-capex(0).value()];
        for quarter in 0..world.quarters {
            let bought = if quarter > 0 { capex(quarter) } else { Usd::ZERO };
            let middle = self.settled(quarter) - self.proceeds[quarter];
            let end = self.proceeds[quarter] * world.discount.start(quarter + 1);
            flows.push((middle * world.discount.middle(quarter) + end - bought).value());
        }
        payback(&flows)
    }

    /// Flows on NPV's own dates, in eighths of a year.
    fn eighths(&self) -> Vec<f64> {
        let mut flows = vec![0.0; 2 * self.world.quarters + 1];
        for quarter in 0..self.world.quarters {
            flows[2 * quarter] -= self.world.fleet.purchases[quarter].cost().value();
            flows[2 * quarter + 1] += (self.settled(quarter) - self.proceeds[quarter]).value();
            flows[2 * quarter + 2] += self.proceeds[quarter].value();
        }
        flows
    }

    fn fleet_summary(&self) -> FleetSummary {
        let fleet = &self.world.fleet;
        let bought = fleet.purchases.iter().find(|purchase| purchase.accelerators > Accelerators::ZERO);
        FleetSummary {
            peak_accelerators: fleet.peak,
            peak_power: fleet.service.iter().fold(Megawatts::ZERO, |most, now| most.max(now.power)),
            capex: fleet.purchases.iter().map(Purchase::cost).sum(),
            all_in_price: bought.map_or(UsdPerAccelerator::ZERO, |first| first.cost() / first.accelerators),
            last_quarter: fleet.end,
        }
    }

    fn years(&self, breakeven: Option<(Ratio, ByYear<Usd>)>) -> Vec<Year> {
        let charge = CapitalCharge::new(self.world);
        let mut cumulative = Usd::ZERO;
        let year = |year: usize| {
            let mut answer = self.year(year);
            cumulative += answer.fcf;
            answer.cumulative = cumulative;
            answer.needed = breakeven.as_ref().and_then(|(multiple, tax)| {
                if multiple.value() == 0.0 {
                    return Some(UsdPerUserMonth::ZERO);
                }
                self.needed_in(year, multiple.value(), tax[year], &charge)
            });
            answer
        };
        (0..self.world.years()).map(year).collect()
    }

    fn span(&self, year: usize) -> core::ops::Range<usize> {
        4 * year..(4 * year + 4).min(self.world.quarters)
    }

    /// Needed in a year: running costs and tax at break-even revenue, and the capital charge, per user-month.
    fn needed_in(
        &self,
        year: usize,
        multiple: f64,
        tax: Usd,
        charge: &CapitalCharge,
    ) -> Option<UsdPerUserMonth> {
        let discount = &self.world.discount;
        let mut pv = tax * discount.middle(self.world.tax_quarter(year)) + charge.pv(year);
        for quarter in self.span(year) {
            let run = &self.runs[quarter];
            pv += (total(&run.fixed) + total(&run.of_revenue) * multiple) * discount.middle(quarter);
        }
        per_user_month(pv, self.user_months_pv(self.span(year)))
    }

    fn year(&self, year: usize) -> Year {
        let world = self.world;
        let n = self.span(year).len() as f64;
        let mut answer = Year::empty(world.inputs.start_year.value() as i32 + year as i32);
        let mut revenue_pv = Usd::ZERO;
        for quarter in self.span(year) {
            let (run, asked, service) =
                (&self.runs[quarter], &world.asked[quarter], &world.fleet.service[quarter]);
            answer.active_users += asked.users / n;
            answer.subscribers += asked.subscribers / n;
            answer.seats += asked.seats / n;
            answer.user_months += run.user_months;
            answer.demand += asked.load.iter().map(super::serving::Load::total).sum();
            answer.capacity += run.capacity;
            answer.served += run.served;
            answer.accelerators += service.accelerators / n;
            answer.power += service.power / n;
            for (sum, &part) in answer.revenue.iter_mut().zip(&run.revenue) {
                *sum += part;
            }
            for (line, sum) in answer.cost.iter_mut().enumerate() {
                *sum += run.of_revenue[line] + run.fixed[line];
            }
            add_capex(&mut answer.cost, &world.fleet.purchases[quarter], 1.0);
            answer.cost[CostLine::Residual as usize] -= self.proceeds[quarter];
            revenue_pv += total(&run.revenue) * world.discount.middle(quarter);
        }
        answer.cost[CostLine::Tax as usize] = self.tax[year];
        answer.fcf = answer.revenue_total() - total(&answer.cost);
        answer.expected = per_user_month(revenue_pv, self.user_months_pv(self.span(year)));
        answer
    }
}

fn add_capex(cost: &mut ByCost, purchase: &Purchase, factor: f64) {
    cost[CostLine::Accelerators as usize] += purchase.accelerator_cost * factor;
    cost[CostLine::Network as usize] += purchase.network_cost * factor;
    cost[CostLine::Facility as usize] += purchase.facility_cost * factor;
}

fn per_user_month(money: Usd, months: UserMonths) -> Option<UsdPerUserMonth> {
    (months > UserMonths::ZERO).then(|| money / months)
}

fn quarters_to_years(quarters: f64) -> Years {
    Years::of(quarters / 4.0)
}

impl Year {
    fn empty(year: i32) -> Self {
        Self {
            year,
            active_users: Users::ZERO,
            subscribers: Users::ZERO,
            seats: Users::ZERO,
            user_months: UserMonths::ZERO,
            demand: crate::units::Tokens::ZERO,
            capacity: crate::units::Tokens::ZERO,
            served: crate::units::Tokens::ZERO,
            accelerators: Accelerators::ZERO,
            power: Megawatts::ZERO,
            revenue: [Usd::ZERO; Stream::COUNT],
            cost: [Usd::ZERO; CostLine::COUNT],
            fcf: Usd::ZERO,
            cumulative: Usd::ZERO,
            needed: None,
            expected: None,
        }
    }
}
