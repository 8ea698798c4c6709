//! The books by model year: what moves, what is needed and what comes in.

use super::charge::CapitalCharge;
use super::demand::Class;
use super::ledger::{Ledger, add_capex, per_user_month};
use super::outcome::Year;
use super::plant::ByYear;
use super::quarter::total;
use payenough_model::{CostLine, Stream};
use payenough_quantities::{Accelerators, Megawatts, Ratio, Tokens, Usd, UsdPerUserMonth, UserMonths, Users};

impl Ledger<'_> {
    pub(super) fn years(&self, breakeven: Option<(Ratio, ByYear<Usd>)>) -> Vec<Year> {
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

    pub(super) fn span(&self, year: usize) -> core::ops::Range<usize> {
        4 * year..(4 * year + 4).min(self.world.quarters)
    }

    /// Amount needed in a year: running costs and tax at break-even revenue, and the capital charge, per user-month.
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
            let scaled = run.cost_of(CostLine::follows_revenue) * multiple;
            pv += (run.fixed_cost() + scaled) * discount.middle(quarter);
        }
        per_user_month(pv, self.user_months_pv(self.span(year)))
    }

    pub(super) fn year(&self, year: usize) -> Year {
        let world = self.world;
        let n = self.span(year).len() as f64;
        let mut answer = Year::empty(world.inputs.first_year() + year as i32);
        let mut revenue_pv = Usd::ZERO;
        for quarter in self.span(year) {
            let (run, asked, service) =
                (&self.runs[quarter], &world.asked[quarter], &world.fleet.service[quarter]);
            answer.share += world.share(quarter) / n;
            answer.active_users += asked.users / n;
            answer.subscribers += asked.subscribers / n;
            answer.seats += asked.seats / n;
            answer.user_months += run.user_months;
            answer.demand += Class::ALL.into_iter().map(|it| asked.tokens(it)).sum();
            answer.demand_of_people += Class::PEOPLE.into_iter().map(|it| asked.tokens(it)).sum();
            answer.capacity += run.capacity;
            answer.served += run.served;
            answer.accelerators += service.at_work() / n;
            answer.power += service.power_at_work() / n;
            for (sum, &part) in answer.revenue.iter_mut().zip(&run.revenue) {
                *sum += part;
            }
            for (sum, &part) in answer.cost.iter_mut().zip(&run.cost) {
                *sum += part;
            }
            add_capex(&mut answer.cost, &world.fleet.bought(quarter), 1.0);
            answer.cost[CostLine::Residual as usize] -= self.proceeds[quarter];
            revenue_pv += total(&run.revenue) * world.discount.middle(quarter);
        }
        answer.cost[CostLine::Tax as usize] = self.tax[year];
        answer.fcf = answer.revenue_total() - total(&answer.cost);
        answer.expected = per_user_month(revenue_pv, self.user_months_pv(self.span(year)));
        answer
    }
}

impl Year {
    fn empty(year: i32) -> Self {
        Self {
            year,
            share: Ratio::ZERO,
            active_users: Users::ZERO,
            subscribers: Users::ZERO,
            seats: Users::ZERO,
            user_months: UserMonths::ZERO,
            demand: Tokens::ZERO,
            demand_of_people: Tokens::ZERO,
            capacity: Tokens::ZERO,
            served: Tokens::ZERO,
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
