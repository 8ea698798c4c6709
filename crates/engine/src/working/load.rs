//! The load that customers place on the fleet, and the share of it that is served.

use super::message::VIDEO;
use super::{Figure, Kind, OBSERVED, Operand, Parts, Workings, faded, fixed};
use crate::demand::{Class, QUARTER_MONTHS};
use crate::fleet::QUARTER_SECONDS;
use crate::service::{accelerator_time, average_use, fill};
use crate::usage::{api_response, usage_split};
use crate::willingness::capped_mean_use;
use payenough_model::{CapexBasis, Charged, InputId, LoadFrom};
use payenough_quantities::{AcceleratorSeconds, Hours, Ratio, Usd, UsdPerToken};

impl Workings<'_> {
    pub(super) fn load_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, line, at } = figure;
        if !self.is_quarter(at) {
            return None;
        }
        let world = self.world();
        let asked = &world.asked[at];
        let of_class = line < Class::COUNT;
        Some(match kind {
            Kind::AgentTokens => {
                asked.tokens(Class::Api).value() / self.response() + asked.tokens(Class::Background).value()
            }
            Kind::Tokens if of_class => asked.tokens(Class::ALL[line]).value(),
            Kind::Load => {
                let load = asked.load(world.inputs, *Class::ALL.get(line / 3)?);
                [load.uncached, load.cached, load.output][line % 3].value()
            }
            Kind::Encoded if of_class => asked.load(world.inputs, Class::ALL[line]).watched.value(),
            Kind::Made if of_class => asked.load(world.inputs, Class::ALL[line]).made.value(),
            Kind::Work if of_class => asked.work[line].value(),
            Kind::Fill if of_class => self.books.runs[at].fill[line],
            Kind::IfServed if of_class => self.met[at].if_served[line].value(),
            Kind::Capacity => self.met[at].capacity.value(),
            Kind::Used => self.met[at].load(),
            Kind::LoadPrice => self.met[at].price.value(),
            Kind::Stays if of_class => self.met[at].stays[line],
            Kind::Borne if of_class => self.met[at].borne()[line],
            Kind::Wanted => self.met[at].wanted(),
            Kind::Standing => (world.fleet.service[at].effective * world.yields[at]).value(),
            Kind::Yield => world.yields[at].value(),
            Kind::ApiResponse => self.response(),
            _ => return None,
        })
    }

    /// The factor by which API usage responds to its price.
    fn response(&self) -> f64 {
        let it = self.inputs();
        api_response(it.api_price, it.api_reference, it.api_elasticity, it.api_saturation)
    }

    /// Average over peak load, either entered as a number or computed from the load over a day.
    pub(super) fn average_load(&self) -> Operand {
        match self.inputs().load_from {
            LoadFrom::Number => self.input(InputId::average_load),
            LoadFrom::Day => self.figure(Kind::DayAverage, 0, 0),
        }
    }

    /// The share of the fleet that is kept for training.
    pub(super) fn training(&self) -> Operand {
        let inputs = self.inputs();
        match (inputs.capex_basis, inputs.charged) {
            (CapexBasis::Announced, Charged::Inference) => {
                fixed("share kept for training, none where a budget is announced", 0.0)
            }
            (CapexBasis::Announced, Charged::All) => fixed(
                "share that trains, what the inference share leaves",
                1.0 - inputs.inference_share.value(),
            ),
            (CapexBasis::Sized, _) => self.input(InputId::training_share),
        }
    }

    pub(super) fn load(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, at } = figure;
        let fig = |kind, line| self.figure(kind, line, at);
        Some(match kind {
            Kind::AgentTokens => {
                let mut all = vec![self.input(InputId::background), fixed("months", QUARTER_MONTHS)];
                all.push(self.share(at));
                if let Some(seen) = self.observed(at) {
                    all.push(fixed(OBSERVED, seen.tokens));
                    return Some(Parts::product(all));
                }
                all.extend(self.all(&[
                    InputId::background_growth,
                    InputId::background_half,
                    InputId::background_end,
                ]));
                all.push(self.middle(at));
                Parts::of(all, |v| v[0] * v[1] * v[2] * faded(v[3], v[4], v[5], v[6]))
            }
            Kind::Tokens => Parts::sum((0..3).map(|k| fig(Kind::Load, 3 * line + k)).collect()),
            Kind::Load => self.load_of(*Class::ALL.get(line / 3)?, line % 3, at),
            Kind::Messages => {
                let mut all = self.all(&[
                    InputId::messages,
                    InputId::messages_growth,
                    InputId::messages_half,
                    InputId::messages_end,
                    InputId::usage_cap,
                    InputId::usage_sigma,
                ]);
                all.push(self.middle(at));
                Parts::of(all, |v| v[0] * faded(v[1], v[2], v[3], v[6]) * capped_mean_use(v[4], v[5]))
            }
            Kind::Usage => {
                let mut all = vec![fig(Kind::Subscribers, 0), fig(Kind::Seats, 0), fig(Kind::People, 0)];
                all.push(self.input(InputId::payer_usage));
                Parts::of(all, move |v| {
                    let (paying, others) = (v[0] + v[1], v[2] - v[0] - v[1]);
                    let (payer, free) = usage_split(v[2], paying, others, Ratio::of(v[3]));
                    match line {
                        _ if paying <= 0.0 => 1.0,
                        0 => payer,
                        _ if others > 0.0 => free / others,
                        _ => 0.0,
                    }
                })
            }
            Kind::MessageTokens if line < 3 => self.message_part(line, at),
            Kind::MessageEncoded => self.message_part(VIDEO[0], at),
            Kind::MessageMade => self.message_part(VIDEO[1], at),
            Kind::Work => {
                let pairs =
                    (0..3).flat_map(|k| [fig(Kind::Load, 3 * line + k), self.figure(Kind::Rate, k, 0)]);
                Parts::of(pairs.collect(), |v| v.chunks_exact(2).map(|pair| pair[0] / pair[1]).sum())
                    .plus(self.video_work([fig(Kind::Encoded, line), fig(Kind::Made, line)]))
            }
            Kind::Fill => self.share_served(Kind::Capacity, line, at),
            Kind::Encoded => self.of_people(*Class::ALL.get(line)?, fig(Kind::MessageEncoded, 0), at),
            Kind::Made => self.of_people(*Class::ALL.get(line)?, fig(Kind::MessageMade, 0), at),
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
                all.extend([self.middle(at), self.average_load(), self.training()]);
                all.push(fixed("seconds of a quarter", QUARTER_SECONDS));
                Parts::of(all, |v| {
                    let average = average_use(Ratio::of(v[4]), v[7], Ratio::of(v[5]));
                    let software = faded(v[1], v[2], v[3], v[6]);
                    accelerator_time(Ratio::of(v[0]), average, v[8], software).value()
                })
            }
            Kind::DayAverage => Parts::of(self.all(&[InputId::night_load, InputId::zones]), |v| {
                crate::day::average(Ratio::of(v[0]), Hours::of(v[1]))
            }),
            Kind::ApiResponse => Parts::of(
                self.all(&[
                    InputId::api_price,
                    InputId::api_reference,
                    InputId::api_elasticity,
                    InputId::api_saturation,
                ]),
                |v| {
                    let [price, reference] = [v[0], v[1]].map(UsdPerToken::of);
                    api_response(price, reference, Ratio::of(v[2]), Ratio::of(v[3]))
                },
            ),
            _ => return None,
        })
    }

    /// The share of a class that is served with a capacity: [`Kind::Capacity`] or [`Kind::Standing`].
    pub(super) fn share_served(&self, capacity: Kind, line: usize, at: usize) -> Parts {
        let fig = |kind, line| self.figure(kind, line, at);
        let mut all: Vec<Operand> = Figure::classes().map(|class| fig(Kind::Work, class)).collect();
        all.extend(Figure::classes().map(|class| fig(Kind::IfServed, class)));
        all.extend([fig(capacity, 0), self.input(InputId::shortage)]);
        let rule = self.inputs().shortage;
        // if nobody leaves, those who stay are all
        let leave = self.inputs().unserved_lost.value() > 0.0;
        all.extend(Figure::classes().filter(|_| leave).map(|class| fig(Kind::Stays, class)));
        Parts::of(all, move |v| {
            let stays = |class: usize| v.get(2 * Class::COUNT + 2 + class).copied().unwrap_or(1.0);
            let work = core::array::from_fn(|at| AcceleratorSeconds::of(v[at] * stays(at)));
            let money = core::array::from_fn(|at| Usd::of(v[Class::COUNT + at] * stays(at)));
            let capacity = AcceleratorSeconds::of(v[2 * Class::COUNT]);
            fill(rule, &work, &money, capacity)[line] * stays(line)
        })
    }

    /// The tokens of one token class, with index `k`, that a customer class requests in a quarter.
    fn load_of(&self, class: Class, k: usize, at: usize) -> Parts {
        if Class::PEOPLE.contains(&class) {
            return self.of_people(class, self.figure(Kind::MessageTokens, k, at), at);
        }
        let is_api = class == Class::Api;
        let mut all = vec![self.figure(Kind::AgentTokens, 0, at), self.input(InputId::api_paid)];
        all.extend(self.all(&[InputId::background_out, InputId::background_cache]));
        all.extend(is_api.then(|| self.figure(Kind::ApiResponse, 0, 0)));
        Parts::of(all, move |v| {
            let part = if is_api { v[1] * v[4] } else { 1.0 - v[1] };
            v[0] * part * [(1.0 - v[2]) * (1.0 - v[3]), (1.0 - v[2]) * v[3], v[2]][k]
        })
    }

    fn if_served(&self, class: Class, at: usize) -> Parts {
        let fig = |kind, line| self.figure(kind, line, at);
        let months = fixed("months", QUARTER_MONTHS);
        match class {
            Class::Subscribers => {
                Parts::product(vec![fig(Kind::Subscribers, 0), months, fig(Kind::PlanPrice, 0)])
            }
            Class::Seats => Parts::product(vec![fig(Kind::Seats, 0), months, fig(Kind::SeatPrice, 0)]),
            Class::Api => {
                let all = [fig(Kind::Tokens, 2), fig(Kind::ApiPrice, 0), fig(Kind::LoadPrice, 0)];
                Parts::product(all.into())
            }
            Class::Free => Parts::of(
                vec![fig(Kind::Free, 0), months, fig(Kind::AdYield, 0), fig(Kind::OrderYield, 0)],
                |v| v[0] * v[1] * (v[2] + v[3]),
            ),
            Class::Background => Parts::product(vec![fixed("the vendors' own use pays nothing", 0.0)]),
        }
    }
}
