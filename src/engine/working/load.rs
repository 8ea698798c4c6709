//! What is asked of the fleet, and how much of it is served.

use super::{Figure, Kind, Operand, Parts, Workings, faded, fixed, middle};
use crate::engine::demand::Class;
use crate::engine::service::fill;
use crate::model::{InputId, LoadFrom, Throughput};
use crate::units::{AcceleratorSeconds, Usd};

/// What a person's messages are made of.
const MESSAGES: [InputId; 14] = [
    InputId::messages,
    InputId::messages_growth,
    InputId::usage_cap,
    InputId::payer_usage,
    InputId::prompt,
    InputId::answer,
    InputId::reasoning_later,
    InputId::reasoning_factor,
    InputId::video_later,
    InputId::video_seconds,
    InputId::memory_later,
    InputId::memory_tokens,
    InputId::tasks_later,
    InputId::task_steps,
];

impl Workings<'_> {
    pub(super) fn load_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, line, at } = figure;
        if !self.is_quarter(at) || line >= Class::COUNT {
            return None;
        }
        let world = self.world();
        let asked = &world.asked[at];
        Some(match kind {
            Kind::AgentTokens => {
                asked.load[Class::Api as usize].total().value() / self.response()
                    + asked.load[Class::Background as usize].total().value()
            }
            Kind::Tokens => asked.load[line].total().value(),
            Kind::Work => asked.work[line].value(),
            Kind::Fill => self.books.runs[at].fill[line],
            Kind::IfServed => world.market.at(at).if_served(asked)[line].value(),
            Kind::Capacity => (world.fleet.service[at].effective * world.yields[at]).value(),
            Kind::Yield => world.yields[at].value(),
            _ => return None,
        })
    }

    /// What use answers to the API price: times.
    fn response(&self) -> f64 {
        crate::engine::demand::api_response(self.inputs())
    }

    pub(super) fn load(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, at } = figure;
        let fig = |kind, line| self.figure(kind, line, at);
        Some(match kind {
            Kind::AgentTokens => {
                let mut all = self.all(&[
                    InputId::background,
                    InputId::background_growth,
                    InputId::background_half,
                    InputId::background_end,
                    InputId::programme_share,
                ]);
                all.extend([middle(at), fixed("months", 3.0)]);
                Parts::of(all, |v| v[0] * v[6] * faded(v[1], v[2], v[3], v[5]) * v[4])
            }
            Kind::Tokens => self.tokens(*Class::ALL.get(line)?, at),
            Kind::Work => {
                let mut all = vec![fig(Kind::Tokens, line)];
                all.extend(self.all(match self.inputs().throughput {
                    Throughput::Physics => &[
                        InputId::chip,
                        InputId::model,
                        InputId::precision,
                        InputId::group_size,
                        InputId::speed,
                        InputId::chat_cache,
                    ],
                    Throughput::Measured => {
                        &[InputId::prefill_rate, InputId::decode_rate, InputId::chat_cache]
                    }
                }));
                Parts::stands_on(all)
            }
            Kind::Fill => {
                let mut all: Vec<Operand> = (0..Class::COUNT).map(|class| fig(Kind::Work, class)).collect();
                all.extend((0..Class::COUNT).map(|class| fig(Kind::IfServed, class)));
                all.push(fig(Kind::Capacity, 0));
                let rule = self.inputs().shortage;
                Parts::of(all, move |v| {
                    let work: [f64; Class::COUNT] = core::array::from_fn(|at| v[at]);
                    let money: [f64; Class::COUNT] = core::array::from_fn(|at| v[Class::COUNT + at]);
                    let capacity = AcceleratorSeconds::of(v[2 * Class::COUNT]);
                    fill(rule, &work.map(AcceleratorSeconds::of), &money.map(Usd::of), capacity)[line]
                })
            }
            Kind::IfServed => self.if_served(*Class::ALL.get(line)?, at),
            Kind::Capacity => Parts::product(vec![fig(Kind::Effective, 0), fig(Kind::Yield, 0)]),
            Kind::Yield => {
                let mut all = self.all(&[
                    InputId::realised,
                    InputId::software_gain,
                    InputId::software_half,
                    InputId::software_end,
                    InputId::safe_load,
                    InputId::redundancy,
                ]);
                all.push(middle(at));
                all.push(match self.inputs().load_from {
                    LoadFrom::Number => self.input(InputId::average_load),
                    LoadFrom::Day => fixed(
                        "average over peak load of the day",
                        crate::engine::service::average_over_peak(self.inputs()),
                    ),
                });
                all.push(fixed(
                    "share kept for training",
                    crate::engine::service::training_share(self.inputs()),
                ));
                all.push(fixed("seconds of a quarter", 7_884_000.0));
                Parts::of(all, |v| {
                    v[9] * v[0] * faded(v[1], v[2], v[3], v[6]) * v[4] * v[7] / (1.0 + v[5]) * (1.0 - v[8])
                })
            }
            _ => return None,
        })
    }

    fn tokens(&self, class: Class, at: usize) -> Parts {
        let paid = self.input(InputId::api_paid);
        let agents = self.figure(Kind::AgentTokens, 0, at);
        match class {
            Class::Api => {
                let answers = fixed("what use answers to the price, times", self.response());
                Parts::product(vec![agents, paid, answers])
            }
            Class::Background => Parts::of(vec![agents, paid], |v| v[0] * (1.0 - v[1])),
            Class::Subscribers | Class::Seats | Class::Free => {
                let who = match class {
                    Class::Subscribers => Kind::Subscribers,
                    Class::Seats => Kind::Seats,
                    _ => Kind::Free,
                };
                let mut all = vec![self.figure(who, 0, at)];
                all.extend(self.all(&MESSAGES));
                Parts::stands_on(all)
            }
        }
    }

    fn if_served(&self, class: Class, at: usize) -> Parts {
        let fig = |kind, line| self.figure(kind, line, at);
        let months = fixed("months", 3.0);
        match class {
            Class::Subscribers => {
                Parts::product(vec![fig(Kind::Subscribers, 0), months, fig(Kind::PlanPrice, 0)])
            }
            Class::Seats => Parts::product(vec![fig(Kind::Seats, 0), months, fig(Kind::SeatPrice, 0)]),
            Class::Api => Parts::product(vec![fig(Kind::Tokens, 2), fig(Kind::ApiPrice, 0)]),
            Class::Free => Parts::of(
                vec![fig(Kind::Free, 0), months, fig(Kind::AdYield, 0), fig(Kind::OrderYield, 0)],
                |v| v[0] * v[1] * (v[2] + v[3]),
            ),
            Class::Background => Parts::product(vec![fixed("the vendors' own use pays nothing", 0.0)]),
        }
    }
}
