//! The published figures and this scenario's own for the same.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::engine::finance::Finance;
use crate::engine::unit_cost::ByPart;
use crate::engine::working::{Fact, Kind, Operand, Parts};
use crate::inquiry::reality::{Case as Sides, PUBLISHED, Published};
use crate::model::{InputId, Part as CostPart, Stream};

impl Answers<'_> {
    pub(super) fn reality(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        if !matches!(kind, Ask::Published | Ask::Here | Ask::Apart) {
            return None;
        }
        let row = PUBLISHED.get(line)?;
        match kind {
            Ask::Published => {
                let (first, _) = row.facts.first()?;
                let (table, id) = first.split_once(':')?;
                let name = if row.facts.len() > 1 { "sum of this row and others" } else { row.label };
                let fact = Fact { name, whose: row.who, table, row: id, grade: row.grade };
                Some((row.value, Parts::sum(vec![Operand::fact(fact, row.value)])))
            }
            Ask::Here => {
                let finance = Finance::of(&self.inputs);
                let sides = Sides { inputs: &self.inputs, outcome: &self.outcome, finance: &finance };
                Some(((row.modelled)(&sides)?, self.here(row)?))
            }
            _ => {
                let [here, published] = [Ask::Here, Ask::Published].map(|it| self.of_answer(it, line));
                Some((here.value / published.value, Parts::over(here, published)))
            }
        }
    }

    /// How this scenario comes to a published row, by the row's fact.
    fn here(&self, row: &Published) -> Option<Parts<super::Number>> {
        let own = Case::own();
        let figures = |kinds: &[(Kind, usize, usize)]| -> Vec<Part> {
            kinds.iter().flat_map(|&it| self.figures(&own, [it])).collect()
        };
        let fixed = |name, value| -> Part { Operand::fixed(name, value) };
        let months = || fixed("months of a year", 12.0);
        let share = || self.input(InputId::programme_share);
        let yearly_users = |mut all: Vec<Part>| {
            let n = all.len();
            all.extend(self.user_months(1));
            all.push(months());
            (n, all)
        };
        Some(match row.facts.first()?.0 {
            "users_revenue:google_tokens_month_202605" | "users_revenue:google_tokens_month_202505" => {
                let mut all = figures(&[(Kind::DemandYear, 0, 0)]);
                all.extend([months(), share()]);
                Parts::of(all, |v| v[0] / v[1] / v[2])
            }
            "users_revenue:google_api_tokens_202605" => {
                Parts::product(self.all([InputId::background, InputId::api_paid]))
            }
            "users_revenue:chatgpt_conv" | "willingness_to_pay:bofa_hh" => {
                Parts::sum(figures(&[(Kind::PayingYear, 0, 0)]))
            }
            "users_revenue:openai_arr_2026" => {
                let mut all = figures(&[(Kind::RevenueAll, 0, 0)]);
                all.push(share());
                Parts::of(all, |v| v[0] / v[1])
            }
            "users_revenue:openai_arpu_global" => {
                let paid = [Stream::Subscriptions, Stream::Ads].map(|it| (Kind::StreamYear, it as usize, 1));
                let (n, all) = yearly_users(figures(&paid));
                Parts::of(all, move |v| {
                    let months: f64 = v[n..v.len() - 1].iter().sum();
                    v[..n].iter().sum::<f64>() / (months / v[v.len() - 1])
                })
            }
            "serving_measurements:ds_margin" => Parts::sum(figures(&[(Kind::Margin, 0, 0)])),
            "infrastructure:epoch_capex_gw" => {
                let mut all = figures(&[(Kind::PlantAll, 0, 0), (Kind::PeakPower, 0, 0)]);
                all.push(fixed("megawatts of a gigawatt", 1000.0));
                Parts::of(all, |v| v[0] / v[1] * v[2])
            }
            "users_revenue:openai_gw_2025" => {
                let mut all = figures(&[(Kind::PeakPower, 0, 0)]);
                all.push(fixed("watts of a megawatt", 1e6));
                let (n, all) = yearly_users(all);
                Parts::of(all, move |v| {
                    let months: f64 = v[n..v.len() - 1].iter().sum();
                    v[0] * v[1] / (months / v[v.len() - 1])
                })
            }
            "defaults:owner_tco" => {
                let parts: ByPart<(Kind, usize, usize)> = core::array::from_fn(|part| (Kind::Hour, part, 0));
                Parts::sum(figures(&parts[..CostPart::COUNT]))
            }
            "defaults:tok_in" => Parts::sum(self.all([InputId::prompt, InputId::answer])),
            _ => return None,
        })
    }
}
