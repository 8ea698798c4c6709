//! The workings of the reverse question: what this plan implies, and the estimates that others published.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::plan::{MONTHS, PLAN, Sum, implied, payers, sums};
use crate::shock::Shock;
use payenough_engine::CAPEX_LINES;
use payenough_engine::annuity::capital_recovery;
use payenough_engine::working::{Fact, Kind, Operand, Parts};
use payenough_model::{CostLine, Grade, InputId, Stream};

/// The months of a year and the price of a plan.
fn plan_year() -> [Part; 2] {
    [Operand::fixed("months of a year", MONTHS), Operand::fixed("price of a plan, $ a month", PLAN)]
}

impl Answers<'_> {
    /// The indices of the years with users.
    fn served(&self) -> Vec<usize> {
        let years = self.outcome.years.iter().enumerate();
        years.filter(|(_, year)| year.user_months.value() > 0.0).map(|it| it.0).collect()
    }

    /// User-months of each quarter of the years with users.
    fn months_served(&self) -> Vec<Part> {
        let quarter = |q: usize| {
            let all = self.figures(&Case::own(), [(Kind::UserMonthsQuarter, 0, q)]);
            all.into_iter()
        };
        self.served().into_iter().flat_map(|year| (4 * year..4 * year + 4).flat_map(quarter)).collect()
    }

    pub(super) fn plan(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        if matches!(kind, Ask::SumYearly | Ask::SumPayers | Ask::SumThisPlan) {
            return self.published_sum(kind, line);
        }
        if kind == Ask::LostPlans {
            let shock = Shock::of(&self.inputs);
            let (cash, of) = match line {
                0 => (shock.lost_cash?, Ask::LostCash),
                _ => (shock.lost_cash_two_stage?.first_year, Ask::LostStages),
            };
            let mut all = vec![self.of_answer(of, 0)];
            all.extend(plan_year());
            return Some((payers(cash).value(), Parts::of(all, |v| v[0] / (v[1] * v[2]))));
        }
        let it = implied(&self.inputs, &self.outcome)?;
        let served = self.served();
        let own = Case::own();
        let of = |kind| self.of_answer(kind, 0);
        let years = || of(Ask::PlanYears);
        let months = || Operand::fixed("months of a year", MONTHS);
        Some(match kind {
            Ask::LostEach => {
                let cash = Shock::of(&self.inputs).lost_cash?.value();
                let all = vec![of(Ask::LostCash), months(), of(Ask::PlanUsers)];
                (cash / (MONTHS * it.users.value()), Parts::of(all, |v| v[0] / (v[1] * v[2])))
            }
            Ask::PlanYears => {
                let last = self.outcome.fleet.last_quarter as f64;
                let all = vec![
                    Operand::fixed("quarters from the start until the last accelerator retires", last),
                    self.input(InputId::build_lag),
                ];
                (it.years, Parts::of(all, |v| (v[0] - libm::round(4.0 * v[1])) / 4.0))
            }
            Ask::PlanRunning => {
                let year = |&at: &usize| self.figures(&own, [(Kind::RunningYear, 0, at)]);
                let all: Vec<Part> = served.iter().flat_map(year).collect();
                (it.opex.value(), Parts::sum(all).with(years(), |sum, n| sum / n))
            }
            Ask::PlanUsers => {
                let parts = Parts::sum(self.months_served()).with(months(), |sum, months| sum / months);
                (it.users.value(), parts.with(years(), |sum, n| sum / n))
            }
            Ask::PlanAds => {
                let ads = |&at: &usize| self.figures(&own, [(Kind::StreamYear, Stream::Ads as usize, at)]);
                let all: Vec<Part> = served.iter().flat_map(ads).collect();
                let users = of(Ask::PlanUsers);
                let parts = Parts::sum(all)
                    .with(years(), |sum, n| sum / n)
                    .with(months(), |sum, months| sum / months)
                    .with(users, |sum, users| sum / users);
                (it.ads.value(), parts)
            }
            Ask::PlanYearly => {
                let lines = CAPEX_LINES.into_iter().chain([CostLine::Residual]);
                let line = |line: CostLine| self.figures(&own, [(Kind::Cost, line as usize, 0)]);
                let mut all = vec![of(Ask::PlanRunning), self.input(InputId::discount_rate), years()];
                all.extend(lines.flat_map(line));
                let rule = |v: &[f64]| {
                    let recovery = capital_recovery(v[1], v[2]).unwrap_or(f64::NAN);
                    v[0] + recovery * v[3..].iter().sum::<f64>()
                };
                (it.yearly.value(), Parts::of(all, rule))
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
            Ask::PlanPayersShare => {
                let parts = Parts::over(of(Ask::PlanPayers), of(Ask::PlanUsers));
                (it.payers?.share_of(it.users).value(), parts)
            }
            _ => return None,
        })
    }

    /// What a plant as large as the estimate's would have to earn here.
    fn sum_for_this_plan(&self, sum: &Sum, figures: Vec<Part>) -> Option<Worked> {
        let plan = implied(&self.inputs, &self.outcome)?;
        let (value, rule) = (plan.of_plant(sum.plant?)?, sum.plant_rule?);
        let [plant] = self.figures(&Case::own(), [(Kind::PlantAll, 0, 0)]);
        let mut all = vec![self.of_answer(Ask::PlanYearly, 0), plant];
        all.extend(figures);
        Some((value.value(), Parts::of(all, move |v| v[0] * rule(&v[2..]) / v[1])))
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
        let figures = sum.figures.iter().map(figure).collect();
        if kind == Ask::SumThisPlan {
            return self.sum_for_this_plan(sum, figures);
        }
        Some((sum.yearly.value(), Parts::of(figures, sum.rule)))
    }
}
