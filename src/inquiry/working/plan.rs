//! The question from the other end: this plan turned round, and the sums that others published.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::engine::working::{Fact, Kind, Operand, Parts};
use crate::inquiry::plan::{MONTHS, PLAN, implied, payers, sums};
use crate::inquiry::shock::Shock;
use crate::model::{Grade, InputId, Stream};

/// Months of a year times the price of a plan.
fn plan_year() -> [Part; 2] {
    [Operand::fixed("months of a year", MONTHS), Operand::fixed("price of a plan, $ a month", PLAN)]
}

impl Answers<'_> {
    /// Years with users, by place.
    fn served(&self) -> Vec<usize> {
        let years = self.outcome.years.iter().enumerate();
        years.filter(|(_, year)| year.user_months.value() > 0.0).map(|it| it.0).collect()
    }

    /// User-months of every served year, quarters of four.
    fn months_served(&self) -> Vec<Part> {
        let quarter = |q: usize| {
            let all = self.figures(&Case::own(), [(Kind::UserMonthsQuarter, 0, q)]);
            all.into_iter()
        };
        self.served().into_iter().flat_map(|year| (4 * year..4 * year + 4).flat_map(quarter)).collect()
    }

    pub(super) fn plan(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        if matches!(kind, Ask::SumYearly | Ask::SumPayers) {
            return self.published_sum(kind, line);
        }
        if kind == Ask::LostPlans {
            let cash = Shock::of(&self.inputs).lost_cash?;
            let mut all = vec![self.of_answer(Ask::LostCash, 0)];
            all.extend(plan_year());
            return Some((payers(cash).value(), Parts::of(all, |v| v[0] / (v[1] * v[2]))));
        }
        let it = implied(&self.inputs, &self.outcome)?;
        let served = self.served();
        let n = served.len() as f64;
        let years = Operand::fixed("years in service", n);
        let own = Case::own();
        let of = |kind| self.of_answer(kind, 0);
        let months = || Operand::fixed("months of a year", MONTHS);
        Some(match kind {
            Ask::PlanRunning => {
                let year = |&at: &usize| self.figures(&own, [(Kind::RunningYear, 0, at)]);
                let all: Vec<Part> = served.iter().flat_map(year).collect();
                (it.opex.value(), Parts::sum(all).with(years, |sum, n| sum / n))
            }
            Ask::PlanUsers => {
                let parts = Parts::sum(self.months_served()).with(months(), |sum, months| sum / months);
                (it.users.value(), parts.with(years, |sum, n| sum / n))
            }
            Ask::PlanAds => {
                let ads = |&at: &usize| self.figures(&own, [(Kind::StreamYear, Stream::Ads as usize, at)]);
                let all: Vec<Part> = served.iter().flat_map(ads).collect();
                let users = of(Ask::PlanUsers);
                let parts = Parts::sum(all)
                    .with(years, |sum, n| sum / n)
                    .with(months(), |sum, months| sum / months)
                    .with(users, |sum, users| sum / users);
                (it.ads.value(), parts)
            }
            Ask::PlanYearly => {
                let mut all = self.figures(&own, [(Kind::PlantAll, 0, 0), (Kind::Recovery, 0, 0)]).to_vec();
                all.push(of(Ask::PlanRunning));
                (it.yearly.value(), Parts::of(all, |v| v[0] * v[1] + v[2]))
            }
            Ask::PlanPerUser => {
                let all = vec![of(Ask::PlanYearly), months(), of(Ask::PlanUsers)];
                (it.per_user?.value(), Parts::of(all, |v| v[0] / (v[1] * v[2])))
            }
            Ask::PlanPayers => {
                let mut all = vec![of(Ask::PlanYearly), months(), of(Ask::PlanUsers), of(Ask::PlanAds)];
                all.push(self.input(InputId::sub_price));
                (it.payers?.value(), Parts::of(all, |v| (v[0] / v[1] - v[2] * v[3]) / (v[4] - v[3])))
            }
            _ => return None,
        })
    }

    fn published_sum(&self, kind: Ask, line: usize) -> Option<Worked> {
        let all = sums();
        let sum = all.get(line)?;
        if kind == Ask::SumPayers {
            let mut all = vec![self.of_answer(Ask::SumYearly, line)];
            all.extend(plan_year());
            return Some((sum.payers.value(), Parts::of(all, |v| v[0] / (v[1] * v[2]))));
        }
        let figure = |&(name, value): &(&'static str, f64)| {
            let fact = Fact { name, whose: sum.name, table: "", row: "", grade: Grade::Secondary };
            Operand::fact(fact, value)
        };
        let rule = sum.rule;
        Some((sum.yearly.value(), Parts::of(sum.figures.iter().map(figure).collect(), rule)))
    }
}
