//! Who is served and who has left, how much of the fleet is used, and what that does to prices.

use super::{Figure, Kind, Parts, Workings, dot, fixed};
use crate::demand::{Class, QUARTER_MONTHS};
use crate::meeting::{after_joining, price_under, staying};
use payenough_model::{CapexBy, InputId};

/// The classes of people, with the figures of their numbers.
const PEOPLE: [(Kind, Class); 3] =
    [(Kind::Subscribers, Class::Subscribers), (Kind::Seats, Class::Seats), (Kind::Free, Class::Free)];

/// The line of the tokens that are sold.
const API_TOKENS: usize = 2;

impl Workings<'_> {
    pub(super) fn met(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, at } = figure;
        if !self.is_quarter(at) {
            return None;
        }
        let fig = |kind, line| self.figure(kind, line, at);
        let before = at.checked_sub(1);
        Some(match kind {
            Kind::Stays => match (before, *Class::ALL.get(line)?) {
                (None, _) => Parts::product(vec![fixed("nobody has left", 1.0)]),
                (_, Class::Background) => Parts::product(vec![fixed("the vendors' own use stays", 1.0)]),
                (Some(before), class) => self.stays(class, before),
            },
            Kind::Borne => match *Class::ALL.get(line)? {
                Class::Free | Class::Background => self.share_served(Kind::Standing, line, at),
                _ => Parts::sum(vec![fig(Kind::Fill, line)]),
            },
            Kind::Standing => {
                let pair = |q| [self.figure(Kind::Bought, 0, q), self.figure(Kind::Gain, 0, q)];
                Parts::of(self.cohorts(at).flat_map(pair).collect(), dot).times(fig(Kind::Yield, 0))
            }
            Kind::Used => self.load_on(Kind::Capacity, at),
            Kind::Wanted => self.load_on(Kind::Standing, at),
            Kind::LoadPrice => {
                let idle = || fixed("nothing stood idle before", 1.0);
                let used = |at| self.figure(Kind::Used, 0, at);
                let (before, stated) = match (self.inputs().capex_by, self.stated()) {
                    (CapexBy::Rate, _) => (before.map(used), idle()),
                    (CapexBy::Calendar, Some(first)) if first < at => (before.map(used), used(first)),
                    (CapexBy::Calendar, _) => (None, idle()),
                };
                let all = vec![self.input(InputId::load_price), before.unwrap_or(idle()), stated];
                Parts::of(all, |v| price_under(v[0], v[1], v[2]))
            }
            Kind::BorneMonths => {
                let pair = |(who, class)| [fig(who, 0), fig(Kind::Borne, class as usize)];
                let all = PEOPLE.into_iter().flat_map(pair).collect();
                Parts::of(all, dot).times(fixed("months", QUARTER_MONTHS))
            }
            _ => return None,
        })
    }

    /// The share of a class that stays after the quarter `before`: people leave in one share, whether they pay or not.
    fn stays(&self, class: Class, before: usize) -> Parts {
        let fig = |kind, line| self.figure(kind, line, before);
        let mut all = vec![fig(Kind::Stays, class as usize), self.input(InputId::unserved_lost)];
        if class == Class::Api {
            all.push(fig(Kind::Fill, class as usize));
            all.extend([before, before + 1].map(|at| self.figure(Kind::Tokens, API_TOKENS, at)));
            return Parts::of(all, |v| after_joining(staying(v[0], v[1], v[2]), v[3], v[4]));
        }
        all.push(self.figure(Kind::People, 0, before + 1));
        all.extend(
            PEOPLE.into_iter().flat_map(|(who, class)| [fig(who, 0), fig(Kind::Fill, class as usize)]),
        );
        Parts::of(all, |v| {
            let people: f64 = v[3..].iter().step_by(2).sum();
            let served = if people > 0.0 { dot(&v[3..]) / people } else { 1.0 };
            after_joining(staying(v[0], v[1], served), people, v[2])
        })
    }

    /// The quarter with whose load the stated prices hold: that of the levels, or the first one after it in which plant
    /// stands.
    fn stated(&self) -> Option<usize> {
        let world = self.world();
        (world.clock.past()..world.quarters).find(|&at| self.met[at].capacity.value() > 0.0)
    }

    /// The part of an accelerator time that the work of those who stay takes, at most 1.
    fn load_on(&self, capacity: Kind, at: usize) -> Parts {
        let pair = |class| [Kind::Work, Kind::Stays].map(|kind| self.figure(kind, class, at));
        let mut all = vec![self.figure(capacity, 0, at)];
        all.extend(Figure::classes().flat_map(pair));
        Parts::of(all, |v| if v[0] > 0.0 { (dot(&v[1..]) / v[0]).min(1.0) } else { 1.0 })
    }
}
