//! Workings of the columns of the yearly table, and of the figures that are read from them.

use super::{Figure, Kind, Operand, Parts, Workings, dot, fixed};
use crate::demand::Class;
use crate::outcome::CAPEX_LINES;
use crate::returns::irr_roots;
use payenough_model::{CostLine, Stream};

impl Workings<'_> {
    pub(super) fn years_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, at, .. } = figure;
        let books = &self.books;
        match kind {
            Kind::Irr => {
                let invested = self.value(Figure::new(Kind::PlantAll, 0, 0)).filter(|it| *it > 0.0);
                return invested.and_then(|_| irr_roots(&books.eighths(), 8.0).only());
            }
            Kind::KeptAll => return Some(books.kept_value_pv().value()),
            Kind::PlantAll => {
                return Some((0..self.world().years()).map(|year| self.year(year).capex().value()).sum());
            }
            _ if !self.is_year(at) => return None,
            _ => {}
        }
        let year = self.year(at);
        Some(match kind {
            Kind::ShareYear => year.share.value(),
            Kind::UsersYear => year.active_users.value(),
            Kind::SubscribersYear => year.subscribers.value(),
            Kind::SeatsYear => year.seats.value(),
            Kind::DemandYear => year.demand.value(),
            Kind::CapacityYear => year.capacity.value(),
            Kind::ServedYear => year.served.value(),
            Kind::AcceleratorsYear => year.accelerators.value(),
            Kind::PowerYear => year.power.value(),
            Kind::NeededYear => self.needed_years().get(at).copied().flatten()?,
            Kind::ExpectedYear => year.expected?.value(),
            Kind::RevenueAll => year.revenue_total().value(),
            Kind::RunningYear => year.opex().value(),
            Kind::PlantYear => year.capex().value(),
            Kind::LeftYear => -year.cost[CostLine::Residual as usize].value(),
            Kind::CashYear => year.fcf.value(),
            Kind::CumulativeYear => (0..=at).map(|year| self.year(year).fcf.value()).sum(),
            _ => return None,
        })
    }

    fn year(&self, at: usize) -> crate::Year {
        self.books.year(at)
    }

    fn needed_years(&self) -> Vec<Option<f64>> {
        let tax =
            self.multiple.map(|it| (payenough_quantities::Ratio::of(it), self.books.breakeven().tax(it)));
        self.books.years(tax).iter().map(|year| year.needed.map(|it| it.value())).collect()
    }

    /// The mean of a figure over the quarters of a year.
    fn mean(&self, kind: Kind, year: usize) -> Parts {
        let all = self.quarters_of(year).map(|q| self.figure(kind, 0, q)).collect();
        Parts::of(all, |v| v.iter().sum::<f64>() / v.len() as f64)
    }

    pub(super) fn years_parts(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, at, .. } = figure;
        let fig = |kind, line| self.figure(kind, line, at);
        let classes = || self.quarters_of(at).flat_map(|q| (0..Class::COUNT).map(move |class| (class, q)));
        let nonzero = |all: Vec<Operand>| all.into_iter().filter(|it| it.value != 0.0).collect::<Vec<_>>();
        Some(match kind {
            Kind::Irr => Parts::sum(vec![self.figure(Kind::IrrRoot, 0, 0)]),
            Kind::KeptAll => Parts::of(
                (0..self.world().quarters)
                    .flat_map(|q| {
                        [self.figure(Kind::KeptQuarter, 0, q), self.figure(Kind::Discount, 0, 2 * q + 1)]
                    })
                    .collect(),
                dot,
            ),
            Kind::PlantAll => Parts::sum(nonzero(
                (0..self.world().years()).map(|year| self.figure(Kind::PlantYear, 0, year)).collect(),
            )),
            Kind::ShareYear => {
                let all = self.quarters_of(at).map(|q| self.share(q)).collect();
                Parts::of(all, |v| v.iter().sum::<f64>() / v.len() as f64)
            }
            Kind::UsersYear => self.mean(Kind::People, at),
            Kind::SubscribersYear => self.mean(Kind::Subscribers, at),
            Kind::SeatsYear => self.mean(Kind::Seats, at),
            Kind::AcceleratorsYear => self.mean(Kind::Accelerators, at),
            Kind::DemandYear => {
                Parts::sum(classes().map(|(class, q)| self.figure(Kind::Tokens, class, q)).collect())
            }
            Kind::ServedYear => Parts::of(
                classes()
                    .flat_map(|(class, q)| {
                        [self.figure(Kind::Tokens, class, q), self.figure(Kind::Fill, class, q)]
                    })
                    .collect(),
                dot,
            ),
            Kind::CapacityYear => {
                let quarter = |q| {
                    let of = move |class| [Kind::Tokens, Kind::Fill, Kind::Work].map(|kind| (kind, class));
                    let all = (0..Class::COUNT).flat_map(of).chain([(Kind::Capacity, 0)]);
                    all.map(move |(kind, line)| self.figure(kind, line, q))
                };
                Parts::of(self.quarters_of(at).flat_map(quarter).collect(), |v| {
                    let quarter = |v: &[f64]| {
                        let (classes, capacity) = v.split_at(3 * Class::COUNT);
                        let served: f64 = classes.chunks_exact(3).map(|it| it[0] * it[1]).sum();
                        let used: f64 = classes.chunks_exact(3).map(|it| it[2] * it[1]).sum();
                        served * if used > 0.0 { (capacity[0] / used).max(1.0) } else { 1.0 }
                    };
                    v.chunks_exact(3 * Class::COUNT + 1).map(quarter).sum()
                })
            }
            Kind::PowerYear => self.mean(Kind::Power, at),
            Kind::PayingYear => Parts::over(fig(Kind::SubscribersYear, 0), fig(Kind::UsersYear, 0)),
            Kind::FleetRate => Parts::of(
                vec![
                    fig(Kind::CapacityYear, 0),
                    fig(Kind::AcceleratorsYear, 0),
                    fixed("seconds of a year", 31_536_000.0),
                ],
                |v| v[0] / v[1] / v[2],
            ),
            Kind::ServedMonth => {
                let years = self.world().years();
                let all = (0..years).map(|year| self.figure(Kind::ServedYear, 0, year)).collect();
                Parts::sum(all).with(fixed("months", 12.0 * years as f64), |sum, months| sum / months)
            }
            Kind::NeededYear => self.needed_year(at),
            Kind::ExpectedYear => {
                let mut all = nonzero((0..Stream::COUNT).map(|line| fig(Kind::RevenueYear, line)).collect());
                all.push(fig(Kind::UserMonthsYear, 0));
                Parts::of(all, |v| v[..v.len() - 1].iter().sum::<f64>() / v[v.len() - 1])
            }
            Kind::RevenueAll => {
                Parts::sum(nonzero((0..Stream::COUNT).map(|line| fig(Kind::StreamYear, line)).collect()))
            }
            Kind::RunningYear => {
                let running = CostLine::ALL.into_iter().filter(|it| it.is_running());
                Parts::sum(nonzero(running.map(|it| fig(Kind::LineYear, it as usize)).collect()))
            }
            Kind::PlantYear => {
                Parts::sum(nonzero(CAPEX_LINES.map(|it| fig(Kind::LineYear, it as usize)).into()))
            }
            Kind::LeftYear => Parts::of(vec![fig(Kind::LineYear, CostLine::Residual as usize)], |v| -v[0]),
            Kind::CashYear => Parts::of(
                vec![
                    fig(Kind::RevenueAll, 0),
                    fig(Kind::RunningYear, 0),
                    fig(Kind::PlantYear, 0),
                    fig(Kind::TaxYear, 0),
                    fig(Kind::LeftYear, 0),
                ],
                |v| v[0] - v[1] - v[2] - v[3] + v[4],
            ),
            Kind::CumulativeYear => {
                let before = match at.checked_sub(1) {
                    Some(before) => self.figure(Kind::CumulativeYear, 0, before),
                    None => fixed("before the first year", 0.0),
                };
                Parts::sum(vec![before, fig(Kind::CashYear, 0)])
            }
            _ => return None,
        })
    }

    /// The amount needed in a year: fixed costs at present value, costs that are shares of revenue times m*, tax at
    /// break-even, and the capital charge.
    fn needed_year(&self, at: usize) -> Parts {
        let fig = |kind, line| self.figure(kind, line, at);
        if self.multiple == Some(0.0) {
            return Parts::product(vec![fixed("nothing is needed", 0.0)]);
        }
        let mut all = vec![
            fig(Kind::ChargeYear, 0),
            fig(Kind::TaxEvenYear, 0),
            self.figure(Kind::Discount, 0, 2 * self.world().tax_quarter(at) + 1),
            fig(Kind::UserMonthsYear, 0),
            self.figure(Kind::Multiple, 0, 0),
        ];
        let running = CostLine::ALL.into_iter().filter(|it| it.is_running());
        let (shares, held): (Vec<CostLine>, Vec<CostLine>) = running.partition(|it| it.follows_revenue());
        let n_shares = shares.len();
        all.extend(shares.into_iter().chain(held).map(|it| fig(Kind::CostYear, it as usize)));
        Parts::of(all, move |v| {
            let shares: f64 = v[5..5 + n_shares].iter().sum();
            let held: f64 = v[5 + n_shares..].iter().sum();
            (v[0] + v[1] * v[2] + shares * v[4] + held) / v[3]
        })
    }
}
