//! The workings of the fleet's capacity against demand, and of the contradictions.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::contradiction::curve;
use crate::reality::{CHAT_TOKENS, CHATS_PUBLISHED, Filling, MESSAGES_A_DAY, TOKENS_A_MESSAGE};
use crate::serving::PUBLISHED_FLEETS;
use payenough_engine::willingness::Willingness;
use payenough_engine::working::{Fact, Kind, Operand, Parts};
use payenough_model::{Grade, InputId, Perspective};

/// The classes of customers whose tokens are people's messages.
const PEOPLE: [usize; 3] = [0, 1, 3];

/// The months of a year as an operand.
fn months() -> Part {
    Operand::fixed("months of a year", 12.0)
}

/// The throughput of a published fleet: OpenAI's, or DeepSeek's on its published day.
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
    /// ChatGPT's chats of mid-2025, as published.
    fn chats(&self, kind: Ask) -> Option<Worked> {
        let fact = |name, whose, row, grade, value| -> Part {
            Operand::fact(Fact { name, whose, table: "users_revenue", row, grade }, value)
        };
        let [prompt, answer] = CHAT_TOKENS;
        Some(match kind {
            Ask::ChatMessages => {
                let whose = "OpenAI, July 2025";
                let one = fact("messages a day", whose, "msgs_day", Grade::Secondary, MESSAGES_A_DAY);
                (MESSAGES_A_DAY, Parts::sum(vec![one]))
            }
            Ask::MessageLength => {
                let whose = "Azure's chat trace, 2023 to 2024";
                let all = vec![
                    fact("tokens of a prompt", whose, "az_conv_in", Grade::Primary, prompt),
                    fact("tokens of an answer", whose, "az_conv_out", Grade::Primary, answer),
                ];
                (TOKENS_A_MESSAGE, Parts::sum(all))
            }
            _ => {
                let mut all =
                    [Ask::ChatMessages, Ask::MessageLength].map(|it| self.of_answer(it, 0)).to_vec();
                all.extend([Operand::fixed("days of a year", 365.0), months()]);
                (CHATS_PUBLISHED.value(), Parts::of(all, |v| v[0] * v[1] * v[2] / v[3]))
            }
        })
    }

    pub(super) fn fleet(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        match kind {
            Ask::OthersRate => return others_rate(line),
            Ask::ChatMessages | Ask::MessageLength | Ask::ChatTokens => return self.chats(kind),
            _ => {}
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
            Ask::MostPaying => {
                let of = |year| {
                    self.figures(
                        &own,
                        [Kind::SubscribersYear, Kind::SeatsYear, Kind::UsersYear].map(|it| (it, 0, year)),
                    )
                };
                let all: Vec<Part> = (0..self.outcome.years.len()).flat_map(of).collect();
                let rule = |v: &[f64]| {
                    let share = |v: &[f64]| if v[2] > 0.0 { (v[0] + v[1]) / v[2] } else { 0.0 };
                    v.chunks_exact(3).map(share).fold(0.0, f64::max)
                };
                let values: Vec<f64> = all.iter().map(|it| it.value).collect();
                return Some((rule(&values), Parts::of(all, rule)));
            }
            Ask::RegionsNamed => {
                let all = self.all([InputId::ads_us, InputId::ads_europe, InputId::ads_asia]);
                return Some((all.iter().map(|it| it.value).sum(), Parts::sum(all)));
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
            | Ask::GrowthByChats
            | Ask::OverChats => Filling::of(inputs, &self.outcome)?,
            _ => return None,
        };
        let year_of = |year: i32| self.outcome.years.iter().position(|it| it.year == year);
        let monthly = |kind, year| {
            let [one] = self.figures(&own, [(kind, 0, year)]);
            Parts::over(one, months())
        };
        Some(match kind {
            Ask::FillAsked => (worked.asked.value(), monthly(Kind::DemandYear, inputs.stated_year())),
            Ask::FillCould => (worked.could.value(), monthly(Kind::CapacityYear, year_of(worked.year)?)),
            Ask::FillLeft => {
                let (year, left) = worked.full?;
                let figures = [year, worked.year].map(year_of);
                let [full, whole] = [figures[0]?, figures[1]?].map(|at| (Kind::CapacityYear, 0, at));
                let [full, whole] = self.figures(&own, [full, whole]);
                (left.share_of(worked.could).value(), Parts::over(full, whole))
            }
            Ask::ChatShare => {
                let now = self.inputs.stated_year();
                let people = PEOPLE
                    .into_iter()
                    .flat_map(|class| (4 * now..4 * now + 4).map(move |q| (Kind::Tokens, class, q)));
                let mut all: Vec<_> = people.flat_map(|it| self.figures(&own, [it])).collect();
                all.extend(self.figures(&own, [(Kind::DemandYear, 0, now)]));
                (worked.chat_share, Parts::of(all, |v| v[..12].iter().sum::<f64>() / v[12]))
            }
            Ask::OverChats => {
                let [could, chats] = [Ask::FillCould, Ask::ChatTokens].map(|it| self.of_answer(it, 0));
                let (tokens, parts) = match line {
                    0 => (worked.could, Parts::over(could, chats)),
                    1 => {
                        let all = vec![could, chats, self.input(InputId::realised)];
                        (worked.at_benchmark, Parts::of(all, |v| v[0] / v[2] / v[1]))
                    }
                    _ => return None,
                };
                (tokens.share_of(CHATS_PUBLISHED).value(), parts)
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
