//! What the fleet could serve against what is asked of it; and what cannot all be meant at once.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::engine::willingness::Willingness;
use crate::engine::working::{Fact, Kind, Operand, Parts};
use crate::inquiry::contradiction::curve;
use crate::inquiry::reality::Filling;
use crate::inquiry::serving::PUBLISHED_FLEETS;
use crate::model::{Grade, InputId, Perspective};

/// Months of a year.
fn months() -> Part {
    Operand::fixed("months of a year", 12.0)
}

/// What published fleets got: of OpenAI's, or of DeepSeek's day.
fn others_rate(line: usize) -> Option<Worked> {
    let fact = |name, whose, table, row, grade, value| -> Part {
        Operand::fact(Fact { name, whose, table, row, grade }, value)
    };
    let (openai, deepseek) = PUBLISHED_FLEETS;
    match line {
        0 => {
            let name = "390 trillion tokens a month on half a million accelerators, a second and accelerator";
            let all =
                vec![fact(name, "OpenAI, October 2025", "judgements", "realised", Grade::Judgement, openai)];
            Some((openai, Parts::sum(all)))
        }
        1 => {
            let whose = "DeepSeek, 27 February 2025";
            let of = |name, row, value| fact(name, whose, "serving_measurements", row, Grade::Primary, value);
            let all = vec![
                of("tokens of the day, read and written", "ds_input_tokens", 776e9),
                of("accelerators, mean", "ds_nodes_avg", 1814.0),
                Operand::fixed("seconds of a day", 86_400.0),
            ];
            Some((deepseek, Parts::of(all, |v| v[0] / v[1] / v[2])))
        }
        _ => None,
    }
}

impl Answers<'_> {
    pub(super) fn fleet(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        if kind == Ask::OthersRate {
            return others_rate(line);
        }
        let own = Case::own();
        let inputs = &self.inputs;
        let worked = match kind {
            Ask::AdsLost => {
                let value = inputs.ad_loss.value() + inputs.own_ads_lost.value();
                return Some((value, Parts::sum(self.all([InputId::ad_loss, InputId::own_ads_lost]))));
            }
            Ask::MostValue => {
                let value = curve(inputs).share_paying(inputs.observed_price.value());
                let ids =
                    [InputId::wtp_median, InputId::wtp_real, InputId::wtp_sigma, InputId::observed_price];
                let rule = |v: &[f64]| Willingness { median: v[0] * v[1], sigma: v[2] }.share_paying(v[3]);
                return Some((value, Parts::of(self.all(ids), rule)));
            }
            Ask::Taken => {
                let research = match inputs.perspective {
                    Perspective::Landlord => Operand::fixed("a landlord makes no models", 0.0),
                    _ => self.input(InputId::research),
                };
                let all = vec![self.input(InputId::staff), research];
                return Some((all.iter().map(|it| it.value).sum(), Parts::sum(all)));
            }
            Ask::FillAsked
            | Ask::FillCould
            | Ask::FillLeft
            | Ask::ChatShare
            | Ask::Growth
            | Ask::GrowthByChats => Filling::of(inputs, &self.outcome)?,
            _ => return None,
        };
        let year_of = |year: i32| self.outcome.years.iter().position(|it| it.year == year);
        let monthly = |kind, year| {
            let [one] = self.figures(&own, [(kind, 0, year)]);
            Parts::over(one, months())
        };
        Some(match kind {
            Ask::FillAsked => (worked.asked.value(), monthly(Kind::DemandYear, 0)),
            Ask::FillCould => (worked.could.value(), monthly(Kind::CapacityYear, year_of(worked.year)?)),
            Ask::FillLeft => {
                let (year, left) = worked.full?;
                let figures = [year, worked.year].map(year_of);
                let [full, whole] = [figures[0]?, figures[1]?].map(|at| (Kind::CapacityYear, 0, at));
                let [full, whole] = self.figures(&own, [full, whole]);
                (left.share_of(worked.could).value(), Parts::over(full, whole))
            }
            Ask::ChatShare => {
                let mut all = self.all([InputId::background, InputId::programme_share]);
                all.push(months());
                all.extend(self.figures(&own, [(Kind::DemandYear, 0, 0)]));
                (worked.chat_share, Parts::of(all, |v| (1.0 - v[0] * v[1] * v[2] / v[3]).max(0.0)))
            }
            Ask::Growth => {
                let [could, asked] = [Ask::FillCould, Ask::FillAsked].map(|it| self.of_answer(it, 0));
                (worked.growth(), Parts::over(could, asked))
            }
            _ => {
                let [growth, share] = [Ask::Growth, Ask::ChatShare].map(|it| self.of_answer(it, 0));
                (worked.growth() / worked.chat_share, Parts::over(growth, share))
            }
        })
    }
}
