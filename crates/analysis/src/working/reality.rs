//! The workings of the published figures and of this scenario's counterparts.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::reality::{Case as Sides, FAR_YEAR, PUBLISHED, Published, lines_of_compute};
use payenough_engine::CAPEX_LINES;
use payenough_engine::indirect::ADS_OF_A_PRICE;
use payenough_engine::unit_cost::ByPart;
use payenough_engine::working::{Fact, Kind, Operand, Parts};
use payenough_model::{AdsBy, InputId, Part as CostPart, Stream};

impl Answers<'_> {
    pub(super) fn reality(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        if !matches!(kind, Ask::Published | Ask::ThisScenario | Ask::Apart) {
            return None;
        }
        let row = PUBLISHED.get(line)?;
        match kind {
            Ask::Published => {
                let (first, _) = row.facts.first()?;
                let (table, id) = first.split_once(':')?;
                let name = if row.facts.len() > 1 { "sum of this row and others" } else { row.label };
                let fact = Fact { name, whose: row.who, table, row: id, grade: row.grade };
                let is_cost = id == "openai_inf_model";
                // The value in the row of the table, and the factor that it counts with. Several rows give only their
                // sum.
                let (value, by) = match *row.facts {
                    [(_, by)] if is_cost => ((1.0 - row.value) / by, by),
                    [(_, by)] => (row.value / by, by),
                    _ => (row.value, 1.0),
                };
                let mut all = vec![Operand::fact(fact, value)];
                if by != 1.0 {
                    all.push(Operand::fixed("what one of it counts for", by));
                }
                let parts = Parts::product(all);
                let rest = |part: f64, whole: f64| whole - part;
                let whole = Operand::fixed("a dollar of revenue", 1.0);
                Some((row.value, if is_cost { parts.with(whole, rest) } else { parts }))
            }
            Ask::ThisScenario => {
                let sides = Sides { inputs: &self.inputs, outcome: &self.outcome };
                Some(((row.modelled)(&sides)?, self.scenario_parts(row)?))
            }
            _ => {
                let [own, published] = [Ask::ThisScenario, Ask::Published].map(|it| self.of_answer(it, line));
                Some((own.value / published.value, Parts::over(own, published)))
            }
        }
    }

    /// How this scenario computes its counterpart of a published row; selected by the row's fact.
    fn scenario_parts(&self, row: &Published) -> Option<Parts<super::Number>> {
        let own = Case::own();
        let figures = |kinds: &[(Kind, usize, usize)]| -> Vec<Part> {
            kinds.iter().flat_map(|&it| self.figures(&own, [it])).collect()
        };
        let fixed = |name, value| -> Part { Operand::fixed(name, value) };
        let months = || fixed("months of a year", 12.0);
        let now = self.inputs.stated_year();
        let share = |year| {
            let [share] = self.figures(&own, [(Kind::ShareYear, 0, year)]);
            share
        };
        Some(match row.facts.first()?.0 {
            "users_revenue:google_tokens_month_202605"
            | "users_revenue:google_tokens_month_202505"
            | "users_revenue:openai_tokens_month_2025" => {
                let mut all = figures(&[(Kind::DemandYear, 0, now)]);
                all.extend([months(), share(now)]);
                Parts::of(all, |v| v[0] / v[1] / v[2])
            }
            "users_revenue:google_api_tokens_202605" | "users_revenue:openai_api_tokens_min" => {
                Parts::product(self.all([InputId::background, InputId::api_paid]))
            }
            "users_revenue:chatgpt_conv" | "willingness_to_pay:bofa_hh" => {
                Parts::sum(figures(&[(Kind::PayingYear, 0, now)]))
            }
            "users_revenue:openai_arr_2026" => {
                let mut all = figures(&[(Kind::RevenueAll, 0, now), (Kind::UsersYear, 0, now)]);
                all.extend([months(), share(now)]);
                all.extend(self.user_months(now));
                Parts::of(all, |v| v[0] / v[4..].iter().sum::<f64>() * v[2] * v[1] / v[3])
            }
            "facts_2026h2:two_labs_annualised_revenue_openai_sep_n" => {
                let mut all = self.all([
                    InputId::users_start,
                    InputId::pay_now,
                    InputId::sub_price,
                    InputId::seats,
                    InputId::seat_price,
                    InputId::background,
                    InputId::api_paid,
                    InputId::api_price,
                ]);
                all.push(months());
                Parts::of(all, |v| (v[0] * v[1] * v[2] + v[3] * v[4] + v[5] * v[6] * v[7]) * v[8])
            }
            "facts_2026h2:hsbc_2030" | "facts_2026h2:openai_plan_2030_sep26" | "facts_2026h2:citi_2030" => {
                let year = self.far_year()?;
                let mut all = figures(&[(Kind::RevenueAll, 0, year)]);
                all.push(share(year));
                Parts::of(all, |v| v[0] / v[1])
            }
            "facts_2026h2:openai_annualised_revenue_net_of_cloud_p" => {
                let year = self.far_year()?;
                let mut all =
                    figures(&[(Kind::Needed, 0, 0), (Kind::Expected, 0, 0), (Kind::RevenueAll, 0, year)]);
                all.push(share(year));
                Parts::of(all, |v| v[0] / v[1] * v[2] / v[3])
            }
            "facts_2026h2:alphabet_q2_2026_free_cash_flow" => {
                let mut all = figures(&[(Kind::CashYear, 0, now)]);
                all.push(share(now));
                Parts::of(all, |v| v[0] / v[1])
            }
            "facts_2026h2:gs_tokens_2030" => {
                let year = self.far_year()?;
                let mut all = figures(&[(Kind::DemandYear, 0, year)]);
                all.extend([months(), share(year)]);
                Parts::of(all, |v| v[0] / v[1] / v[2])
            }
            "facts_2026h2:openai_gw_arr" => {
                let mut all = figures(&[(Kind::RevenueAll, 0, now + 1), (Kind::PeakPower, 0, 0)]);
                all.push(fixed("megawatts of a gigawatt", 1000.0));
                all.push(self.input(InputId::inference_share));
                Parts::of(all, |v| v[0] / (v[1] / v[2] / v[3]))
            }
            "facts_2026h2:openai_ads_202608" => {
                let mut all = self.all([
                    InputId::users_start,
                    InputId::pay_now,
                    InputId::seats,
                    InputId::ads_now,
                    InputId::ad_cpm,
                    InputId::ad_fill,
                ]);
                all.extend(match self.inputs.ads_by {
                    AdsBy::World => self.all([InputId::ad_region]),
                    AdsBy::Regions => figures(&[(Kind::AdRegion, 0, 0)]),
                });
                all.push(months());
                let rule = |v: &[f64]| {
                    (v[0] * (1.0 - v[1]) - v[2]) * v[3] * (v[4] / ADS_OF_A_PRICE * v[5] * v[6]) * v[7]
                };
                Parts::of(all, rule)
            }
            "willingness_to_pay:hsbc_ads_2030" => {
                let year = self.far_year()?;
                let mut all = figures(&[(Kind::StreamYear, Stream::Ads as usize, year)]);
                all.push(share(year));
                Parts::of(all, |v| v[0] / v[1])
            }
            "facts_2026h2:chatgpt_weekly_users_over" => Parts::sum(self.all([InputId::users_start])),
            "facts_2026h2:microsoft_365_copilot_paid_seats_over" => Parts::sum(self.all([InputId::seats])),
            "facts_2026h2:chatgpt_conv_202607" => Parts::sum(figures(&[(Kind::PayingYear, 0, now)])),
            "facts_2026h2:sa_opus_blend" => {
                let mut all = self.all([InputId::api_price]);
                all.push(fixed("tokens of a million", 1e6));
                Parts::product(all)
            }
            "users_revenue:metaai_rev_mau" => self.direct(),
            "users_revenue:openai_arpu_global" => self.direct().times(months()),
            "serving_measurements:ds_margin" | "users_revenue:openai_inf_model" => self.after_compute(),
            "infrastructure:epoch_capex_gw" => {
                let quarters = 0..4 * self.outcome.years.len();
                let bought = quarters.into_iter().find_map(|q| {
                    let [one] = self.figures(&own, [(Kind::Bought, 0, q)]);
                    (one.value > 0.0).then_some((q, one))
                });
                let (first, bought) = bought?;
                let mut all = figures(&[(Kind::Peak, 0, 0), (Kind::PeakPower, 0, 0)]);
                all.extend([bought, fixed("megawatts of a gigawatt", 1000.0)]);
                all.extend(figures(&CAPEX_LINES.map(|line| (Kind::Outlay, line as usize, first))));
                Parts::of(all, |v| v[4..].iter().sum::<f64>() / v[2] * v[0] / v[1] * v[3])
            }
            "users_revenue:openai_gw_2025" => {
                let mut all = figures(&[(Kind::PeakPower, 0, 0)]);
                all.extend([fixed("watts of a megawatt", 1e6), months()]);
                all.extend(self.user_months(now + 1));
                Parts::of(all, |v| v[0] * v[1] / (v[3..].iter().sum::<f64>() / v[2]))
            }
            "defaults:owner_tco" => {
                let parts: ByPart<(Kind, usize, usize)> = core::array::from_fn(|part| (Kind::Hour, part, 0));
                Parts::sum(figures(&parts[..CostPart::COUNT]))
            }
            "defaults:tok_in" => Parts::sum(self.all([InputId::prompt, InputId::answer])),
            _ => return None,
        })
    }

    /// Place of the year that analysts look at, among those of the answer.
    fn far_year(&self) -> Option<usize> {
        self.outcome.years.iter().position(|year| year.year == FAR_YEAR)
    }

    /// What plans and ads bring per user and month in the year after that of the levels.
    fn direct(&self) -> Parts<super::Number> {
        let year = self.inputs.stated_year() + 1;
        let paid = [Stream::Subscriptions, Stream::Ads].map(|it| (Kind::StreamYear, it as usize, year));
        let mut all = self.figures(&Case::own(), paid).to_vec();
        all.extend(self.user_months(year));
        Parts::of(all, |v| v[..2].iter().sum::<f64>() / v[2..].iter().sum::<f64>())
    }

    /// What is left of a dollar of cash after compute and its plant.
    fn after_compute(&self) -> Parts<super::Number> {
        let of = |kind: Kind, line: usize| {
            let [one] = self.figures(&Case::own(), [(kind, line, 0)]);
            one
        };
        let cash = Stream::ALL.into_iter().filter(|it| it.is_cash());
        let mut all: Vec<Part> = cash.map(|it| of(Kind::Revenue, it as usize)).collect();
        all.retain(|it| it.value != 0.0);
        let n_streams = all.len();
        all.extend(lines_of_compute().map(|it| of(Kind::Cost, it as usize)).filter(|it| it.value != 0.0));
        Parts::of(all, move |v| 1.0 - v[n_streams..].iter().sum::<f64>() / v[..n_streams].iter().sum::<f64>())
    }
}
