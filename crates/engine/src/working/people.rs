//! Workings of people and prices: users, payers, seats, and what each of them pays.

use super::premiums::{OF_PLANS, OF_SEATS, OF_TOKENS};
use super::{Figure, Kind, OBSERVED, Operand, Parts, Workings, faded, fixed, ramped};
use crate::adoption::Bass;
use crate::demand::{at_share, payers_won};
use crate::indirect::{ADS_OF_A_PRICE, by_regions, later};
use crate::plans::{Menu, Plan};
use crate::premium::raised;
use crate::ramps::{added, reach};
use crate::revenue::seat_response;
use crate::willingness::Willingness;
use payenough_model::{AdsBy, InputId, Plans};
use payenough_quantities::{Ratio, Users, Years};

/// The capabilities: for each, its effect on worth, who takes it, and its share of messages at the start and later.
const CAPABILITIES: [[InputId; 4]; 5] = [
    [InputId::reasoning_wtp, InputId::reasoning_taken, InputId::reasoning_now, InputId::reasoning_later],
    [InputId::video_wtp, InputId::video_taken, InputId::video_now, InputId::video_later],
    [InputId::memory_wtp, InputId::memory_taken, InputId::memory_now, InputId::memory_later],
    [InputId::tasks_wtp, InputId::tasks_taken, InputId::tasks_now, InputId::tasks_later],
    [InputId::made_wtp, InputId::video_taken, InputId::made_now, InputId::made_later],
];

/// Computes the distribution of willingness to pay and the menu from the operands of an offer.
type FromOperands = fn(&[f64]) -> (Willingness, Menu);

fn share(median: f64, sigma: f64, price: f64) -> f64 {
    Willingness { median, sigma }.share_paying(price)
}

impl Workings<'_> {
    pub(super) fn people_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, at, .. } = figure;
        if !self.is_quarter(at) {
            return None;
        }
        let (market, asked, inputs) = (&self.world().market, &self.world().asked[at], self.inputs());
        Some(match kind {
            Kind::People => asked.users.value(),
            Kind::Subscribers => asked.subscribers.value(),
            Kind::Paying => market.at(at).paying,
            Kind::Reach => market.ramped(at).reach,
            Kind::Median => market.median(at),
            Kind::Uplift => market.ramped(at).uplift,
            Kind::Standard => {
                inputs.sub_price.value()
                    * self.level([InputId::sub_growth, InputId::sub_half, InputId::sub_end], at)
                    * raised(inputs.plan_raise, market.ramped(at).uplift)
            }
            Kind::PlanPrice => market.at(at).plan_price.value(),
            Kind::Seats => asked.seats.value(),
            Kind::SeatPrice => market.at(at).seat_price.value(),
            Kind::SeatResponse => market.at(at).seat_response,
            Kind::Free => asked.free().value(),
            Kind::AdYield => market.ramped(at).ad_yield.value(),
            Kind::OrderYield => market.ramped(at).order_yield.value(),
            Kind::ApiPrice => market.at(at).api_price.value(),
            Kind::KeptEach => market.at(at).kept.value(),
            Kind::Won => self.world().won(at).value(),
            _ => return None,
        })
    }

    fn level(&self, [growth, half, end]: [InputId; 3], quarter: usize) -> f64 {
        let base = |id: InputId| id.spec().to_base(self.values.get(id));
        faded(base(growth), base(half), base(end), self.since(quarter).value)
    }

    pub(super) fn people(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, at, .. } = figure;
        let fig = |kind| self.figure(kind, 0, at);
        let raise = |line| self.figure(Kind::Raise, line, at);
        let with = |ids: &[InputId]| {
            let mut all = self.all(ids);
            all.push(self.since(at));
            all
        };
        Some(match kind {
            Kind::People => {
                if let Some(seen) = self.observed(at) {
                    let all = vec![self.input(InputId::users_start), fixed(OBSERVED, seen.users)];
                    return Some(Parts::product(all).times(self.share(at)));
                }
                let ids = [InputId::users_ceiling, InputId::users_start, InputId::bass_p, InputId::bass_q];
                let mut all = with(&ids);
                all.push(self.share(at));
                Parts::of(all, |v| {
                    let curve = Bass { innovation: v[2], imitation: v[3] };
                    v[0] * curve.share_from(v[1] / v[0], Years::of(v[4])) * v[5]
                })
            }
            Kind::Subscribers => Parts::product(vec![fig(Kind::People), fig(Kind::Paying)]),
            Kind::Paying => self.paying(at),
            Kind::Reach => Parts::of(
                with(&[
                    InputId::pay_now,
                    InputId::pay_later,
                    InputId::ramp,
                    InputId::wtp_median,
                    InputId::wtp_real,
                    InputId::wtp_sigma,
                    InputId::observed_price,
                ]),
                |v| reach(ramped(v[0], v[1], v[2], v[7]), share(v[3] * v[4], v[5], v[6])),
            ),
            Kind::Median => {
                let mut all = self.all(&[InputId::wtp_median, InputId::wtp_real]);
                all.push(fig(Kind::Uplift));
                Parts::product(all)
            }
            Kind::Uplift => {
                let ids: Vec<InputId> = CAPABILITIES.into_iter().flatten().chain([InputId::ramp]).collect();
                Parts::of(with(&ids), |v| {
                    let (years, time) = (v[20], v[21]);
                    let factor = |part: &[f64]| {
                        let share = ramped(part[2], part[3], years, time);
                        added(Ratio::of(part[0]), Ratio::of(part[1]), part[2], share)
                    };
                    v[..20].chunks_exact(4).map(factor).product()
                })
            }
            Kind::Standard => {
                let ids = [InputId::sub_price, InputId::sub_growth, InputId::sub_half, InputId::sub_end];
                let mut all = with(&ids);
                all.push(raise(OF_PLANS));
                Parts::of(all, |v| v[0] * faded(v[1], v[2], v[3], v[4]) * v[5])
            }
            Kind::PlanPrice => self.plan_price(at),
            Kind::Seats => {
                let mut all = vec![self.input(InputId::seats), self.share(at)];
                all.extend([fig(Kind::SeatResponse), fig(Kind::People), fig(Kind::Subscribers)]);
                if let Some(seen) = self.observed(at) {
                    all.push(fixed(OBSERVED, seen.seats));
                    return Some(Parts::of(all, |v| (v[0] * v[1] * v[5] * v[2]).min(v[3] - v[4])));
                }
                all.extend(with(&[InputId::seats_growth, InputId::seats_half, InputId::seats_end]));
                Parts::of(all, |v| (v[0] * v[1] * faded(v[5], v[6], v[7], v[8]) * v[2]).min(v[3] - v[4]))
            }
            Kind::SeatPrice => {
                let mut all = with(&[InputId::seat_price, InputId::seat_rise, InputId::sub_half]);
                all.push(raise(OF_SEATS));
                Parts::of(all, |v| v[0] * faded(v[1], v[2], 1.0, v[3]) * v[4])
            }
            Kind::SeatResponse => {
                let mut all = self.all(&[InputId::seat_value, InputId::seat_sigma, InputId::seat_reference]);
                all.extend([fig(Kind::SeatPrice), raise(OF_SEATS)]);
                Parts::of(all, |v| seat_response(share(v[0], v[1], v[3] / v[4]), share(v[0], v[1], v[2])))
            }
            Kind::Free => Parts::of(vec![fig(Kind::People), fig(Kind::Subscribers), fig(Kind::Seats)], |v| {
                v[0] - v[1] - v[2]
            }),
            Kind::AdYield => {
                let mut all = with(&[
                    InputId::ads_now,
                    InputId::ads_later,
                    InputId::ramp,
                    InputId::ads_late,
                    InputId::ad_cpm,
                    InputId::ad_fill,
                ]);
                all.push(match self.inputs().ads_by {
                    AdsBy::World => self.input(InputId::ad_region),
                    AdsBy::Regions => self.figure(Kind::AdRegion, 0, 0),
                });
                Parts::of(all, |v| {
                    let done = later(ramped(0.0, 1.0, v[2], v[6]), Ratio::of(v[3]));
                    (v[0] + (v[1] - v[0]) * done) * v[4] / ADS_OF_A_PRICE * v[5] * v[7]
                })
            }
            Kind::AdRegion if self.inputs().ads_by == AdsBy::Regions => Parts::of(
                self.all(&[
                    InputId::ads_us,
                    InputId::ads_europe,
                    InputId::ads_asia,
                    InputId::worth_europe,
                    InputId::worth_asia,
                    InputId::worth_rest,
                ]),
                |v| by_regions([v[0], v[1], v[2]].map(Ratio::of), [v[3], v[4], v[5]].map(Ratio::of)),
            ),
            Kind::OrderYield => Parts::of(
                with(&[
                    InputId::orders_now,
                    InputId::orders_later,
                    InputId::ramp,
                    InputId::basket,
                    InputId::take,
                ]),
                |v| ramped(v[0], v[1], v[2], v[5]) * v[3] * v[4],
            ),
            Kind::ApiPrice => {
                let ids = [InputId::api_price, InputId::api_fall, InputId::api_half, InputId::api_end];
                let mut all = with(&ids);
                all.extend([self.figure(Kind::SpeedPremium, 0, 0), raise(OF_TOKENS)]);
                Parts::of(all, |v| v[0] / faded(v[1], v[2], v[3], v[4]) * v[5] * v[6])
            }
            Kind::KeptEach => self.kept(at),
            Kind::Won => {
                let before = self.figure(Kind::Subscribers, 0, at.saturating_sub(1));
                let mut all = vec![fig(Kind::Subscribers), before, self.input(InputId::churn)];
                if self.world().shares.is_none() {
                    return Some(Parts::of(all, |v| {
                        payers_won(Users::of(v[0]), Users::of(v[1]), Ratio::of(v[2])).value()
                    }));
                }
                all.extend([self.share(at), self.share(at.saturating_sub(1))]);
                Parts::of(all, |v| {
                    let [now, before] = [v[0], v[1]].map(Users::of);
                    let before = at_share(now, before, Ratio::of(v[4]), Ratio::of(v[3]));
                    payers_won(Users::of(v[0]), before, Ratio::of(v[2])).value()
                })
            }
            _ => return None,
        })
    }

    /// Median, spread and the standard price; with three plans, the operands of the other two.
    fn offer(&self, at: usize) -> (Vec<Operand>, FromOperands) {
        let mut all = vec![self.figure(Kind::Median, 0, at), self.input(InputId::wtp_sigma)];
        all.push(self.figure(Kind::Standard, 0, at));
        if self.inputs().plans == Plans::One {
            return (all, |v| {
                (Willingness { median: v[0], sigma: v[1] }, Menu::new(&[Plan { worth: 1.0, price: v[2] }]))
            });
        }
        all.extend(self.all(&[
            InputId::cheap_worth,
            InputId::cheap_price,
            InputId::cheap_rise,
            InputId::top_worth,
            InputId::top_price,
            InputId::top_rise,
            InputId::sub_half,
        ]));
        all.extend([self.since(at), self.figure(Kind::Raise, OF_PLANS, at)]);
        (all, |v| {
            let level = |rise: f64| faded(rise, v[9], 1.0, v[10]) * v[11];
            let cheap = Plan { worth: v[3], price: v[4] * level(v[5]) };
            let top = Plan { worth: v[6], price: v[7] * level(v[8]) };
            (
                Willingness { median: v[0], sigma: v[1] },
                Menu::new(&[cheap, Plan { worth: 1.0, price: v[2] }, top]),
            )
        })
    }

    fn paying(&self, at: usize) -> Parts {
        let (mut all, menu) = self.offer(at);
        all.push(self.figure(Kind::Reach, 0, at));
        Parts::of(all, move |v| {
            let (curve, menu) = menu(v);
            menu.paying(&curve) * v[v.len() - 1]
        })
    }

    fn plan_price(&self, at: usize) -> Parts {
        let (all, menu) = self.offer(at);
        Parts::of(all, move |v| {
            let (curve, menu) = menu(v);
            menu.price(&curve)
        })
    }

    fn kept(&self, at: usize) -> Parts {
        let (mut all, menu) = self.offer(at);
        all.push(self.figure(Kind::Reach, 0, at));
        all.push(fixed("months", 1.0));
        Parts::of(all, move |v| {
            let (curve, menu) = menu(v);
            menu.kept(&curve) * v[v.len() - 2]
        })
    }
}
