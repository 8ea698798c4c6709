//! Workings of money: from the net present value and the needed amount to the streams and lines of a quarter.

use super::{Figure, Kind, Operand, Parts, Workings, dot, fixed};
use crate::demand::QUARTER_MONTHS;
use crate::discount::Discount;
use crate::quarter::total;
use payenough_model::{CostLine, InputId, Stream};

/// Costs that are shares of revenue.
pub(super) fn shares_of_revenue() -> impl Iterator<Item = CostLine> {
    CostLine::ALL.into_iter().filter(|it| it.follows_revenue())
}

impl Workings<'_> {
    pub(super) fn money_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, line, at } = figure;
        let books = &self.books;
        let world = books.world;
        let year_ok = self.is_year(at);
        let quarter_ok = self.is_quarter(at);
        let stream = Stream::ALL.get(line).copied();
        let cost = CostLine::ALL.get(line).copied();
        let pv = |money: f64, factor: f64| money * factor;
        let months = books.user_months_pv(0..world.quarters).value();
        Some(match kind {
            Kind::Npv => total(&books.revenue_pv()).value() - total(&books.cost_pv()).value(),
            Kind::RevenueSum => total(&books.revenue_pv()).value(),
            Kind::CostSum => total(&books.cost_pv()).value(),
            Kind::BackPerDollar => books.present().benefit_cost()?.value() * 100.0,
            Kind::MoreRevenue => self.multiple? - 1.0,
            Kind::CostEach if months > 0.0 => books.present().outlays().value() / months,
            Kind::Expected if months > 0.0 => total(&books.revenue_pv()).value() / months,
            Kind::Needed if self.multiple? > 0.0 => total(&books.needed_pv(self.multiple?)).value() / months,
            Kind::NeededLine if self.multiple? > 0.0 => {
                books.needed_pv(self.multiple?).get(line)?.value() / months
            }
            Kind::Multiple => self.multiple?,
            Kind::TaxEven => books.needed_pv(self.multiple?)[CostLine::Tax as usize].value(),
            Kind::TaxEvenYear if year_ok => books.breakeven().tax(self.multiple?)[at].value(),
            Kind::IncomeEven if year_ok => {
                self.multiple? * self.contribution(at) - self.held(at) + books.plant[at].value()
            }
            Kind::TaxYear if year_ok => books.tax[at].value(),
            Kind::Income if year_ok => self.contribution(at) - self.held(at) + books.plant[at].value(),
            Kind::Contribution if year_ok => self.contribution(at),
            Kind::Held if year_ok => self.held(at),
            Kind::PlantResult if year_ok => books.plant[at].value(),
            Kind::UserMonths => months,
            Kind::UserMonthsYear if year_ok => books.user_months_pv(self.quarters_of(at)).value(),
            Kind::UserMonthsQuarter if quarter_ok => books.runs[at].user_months.value(),
            Kind::Revenue => books.revenue_pv()[stream? as usize].value(),
            Kind::RevenueYear if year_ok && stream.is_some() => self
                .quarters_of(at)
                .map(|q| pv(books.runs[q].revenue[line].value(), world.discount.middle(q)))
                .sum(),
            Kind::StreamYear if year_ok && stream.is_some() => {
                self.quarters_of(at).map(|q| books.runs[q].revenue[line].value()).sum()
            }
            Kind::Stream if quarter_ok && stream.is_some() => books.runs[at].revenue[line].value(),
            Kind::Cost => books.cost_pv()[cost? as usize].value(),
            Kind::CostYear if year_ok => {
                let line = cost?;
                self.quarters_of(at).map(|q| pv(self.outlay(line, q), self.date_factor(line, q))).sum()
            }
            Kind::LineYear if year_ok => {
                let line = cost?;
                self.quarters_of(at).map(|q| self.outlay(line, q)).sum()
            }
            Kind::Outlay if quarter_ok => self.outlay(cost?, at),
            Kind::Discount if at <= 2 * world.quarters => world.discount.eighth(at),
            _ => return None,
        })
    }

    fn contribution(&self, year: usize) -> f64 {
        self.quarters_of(year).map(|q| self.books.runs[q].contribution().value()).sum()
    }

    fn held(&self, year: usize) -> f64 {
        self.quarters_of(year).map(|q| self.books.runs[q].fixed_cost().value()).sum()
    }

    /// A line of cost as paid in a quarter: plant at its start, tax in its middle, residual value at its end.
    fn outlay(&self, line: CostLine, quarter: usize) -> f64 {
        let world = self.books.world;
        let bought = world.fleet.bought(quarter);
        let run = &self.books.runs[quarter];
        match line {
            CostLine::Accelerators => bought.accelerator_cost.value(),
            CostLine::Network => bought.network_cost.value(),
            CostLine::Facility => bought.facility_cost.value(),
            CostLine::Residual => -self.books.proceeds[quarter].value(),
            CostLine::Tax => (0..world.years())
                .filter(|&year| world.tax_quarter(year) == quarter)
                .map(|year| self.books.tax[year].value())
                .sum(),
            _ => run.cost[line as usize].value(),
        }
    }

    /// The date of a line in a quarter, in eighths of a year.
    const fn date(line: CostLine, quarter: usize) -> usize {
        match line {
            CostLine::Accelerators | CostLine::Network | CostLine::Facility => 2 * quarter,
            CostLine::Residual => 2 * quarter + 2,
            _ => 2 * quarter + 1,
        }
    }

    fn date_factor(&self, line: CostLine, quarter: usize) -> f64 {
        let discount = &self.books.world.discount;
        match line {
            CostLine::Accelerators | CostLine::Network | CostLine::Facility => discount.start(quarter),
            CostLine::Residual => discount.start(quarter + 1),
            _ => discount.middle(quarter),
        }
    }

    /// The lines of a kind that are not 0.
    fn lines(&self, kind: Kind, n_lines: usize, at: usize) -> Vec<Operand> {
        (0..n_lines).map(|line| self.figure(kind, line, at)).filter(|it| it.value != 0.0).collect()
    }

    fn years(&self, kind: Kind, line: usize) -> Vec<Operand> {
        let all = (0..self.world().years()).map(|year| self.figure(kind, line, year));
        all.filter(|it| it.value != 0.0).collect()
    }

    pub(super) fn money(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, at } = figure;
        let quarters = || self.quarters_of(at);
        Some(match kind {
            Kind::Npv => {
                let mut all = self.lines(Kind::Revenue, Stream::COUNT, 0);
                let n_streams = all.len();
                all.extend(self.lines(Kind::Cost, CostLine::COUNT, 0));
                Parts::of(all, move |v| {
                    v[..n_streams].iter().sum::<f64>() - v[n_streams..].iter().sum::<f64>()
                })
            }
            Kind::RevenueSum => Parts::sum(self.lines(Kind::Revenue, Stream::COUNT, 0)),
            Kind::CostSum => Parts::sum(self.lines(Kind::Cost, CostLine::COUNT, 0)),
            Kind::RevenueShare if line < Stream::COUNT => {
                Parts::over(self.figure(Kind::Revenue, line, 0), self.figure(Kind::RevenueSum, 0, 0))
            }
            Kind::CostShare if line < CostLine::COUNT => {
                Parts::over(self.figure(Kind::Cost, line, 0), self.figure(Kind::CostSum, 0, 0))
            }
            Kind::BackPerDollar => {
                let all = [Kind::RevenueSum, Kind::CostSum].map(|kind| self.figure(kind, 0, 0));
                Parts::of(all.into(), |v| 100.0 * v[0] / v[1])
            }
            Kind::MoreRevenue => Parts::of(vec![self.figure(Kind::Multiple, 0, 0)], |v| v[0] - 1.0),
            Kind::CostEach => {
                Parts::over(self.figure(Kind::CostSum, 0, 0), self.figure(Kind::UserMonths, 0, 0))
            }
            Kind::Gap => Parts::less(self.figure(Kind::Expected, 0, 0), self.figure(Kind::Needed, 0, 0)),
            Kind::Expected => {
                let mut all = self.lines(Kind::Revenue, Stream::COUNT, 0);
                all.push(self.figure(Kind::UserMonths, 0, 0));
                Parts::of(all, |v| v[..v.len() - 1].iter().sum::<f64>() / v[v.len() - 1])
            }
            Kind::Needed => Parts::sum(self.lines(Kind::NeededLine, CostLine::COUNT, 0)),
            Kind::NeededLine => self.needed_line(CostLine::ALL.get(line).copied()?),
            Kind::Multiple => self.multiple_parts(),
            Kind::TaxEven => {
                let year = |year| {
                    let eighth = 2 * self.world().tax_quarter(year) + 1;
                    [self.figure(Kind::TaxEvenYear, 0, year), self.figure(Kind::Discount, 0, eighth)]
                };
                Parts::of((0..self.world().years()).flat_map(year).collect(), dot)
            }
            Kind::TaxEvenYear => self.tax_parts(Kind::IncomeEven, at),
            Kind::TaxYear => self.tax_parts(Kind::Income, at),
            Kind::IncomeEven => Parts::of(
                vec![
                    self.figure(Kind::Multiple, 0, 0),
                    self.figure(Kind::Contribution, 0, at),
                    self.figure(Kind::Held, 0, at),
                    self.figure(Kind::PlantResult, 0, at),
                ],
                |v| v[0] * v[1] - v[2] + v[3],
            ),
            Kind::Income => Parts::of(
                vec![
                    self.figure(Kind::Contribution, 0, at),
                    self.figure(Kind::Held, 0, at),
                    self.figure(Kind::PlantResult, 0, at),
                ],
                |v| v[0] - v[1] + v[2],
            ),
            Kind::Contribution => {
                let cash = Stream::ALL.into_iter().filter(|it| it.is_cash());
                let mut all: Vec<Operand> = cash
                    .map(|it| self.figure(Kind::StreamYear, it as usize, at))
                    .filter(|it| it.value != 0.0)
                    .collect();
                let n_streams = all.len();
                all.extend(shares_of_revenue().map(|it| self.figure(Kind::LineYear, it as usize, at)));
                Parts::of(all, move |v| {
                    v[..n_streams].iter().sum::<f64>() - v[n_streams..].iter().sum::<f64>()
                })
            }
            Kind::Held => {
                let held = CostLine::ALL.into_iter().filter(|it| it.is_held());
                let all = held.map(|it| self.figure(Kind::LineYear, it as usize, at));
                Parts::sum(all.filter(|it| it.value != 0.0).collect())
            }
            Kind::UserMonths => Parts::sum(self.years(Kind::UserMonthsYear, 0)),
            Kind::UserMonthsYear => Parts::of(
                quarters()
                    .flat_map(|q| {
                        [
                            self.figure(Kind::UserMonthsQuarter, 0, q),
                            self.figure(Kind::Discount, 0, 2 * q + 1),
                        ]
                    })
                    .collect(),
                dot,
            ),
            Kind::UserMonthsQuarter => {
                let serves = f64::from(u8::from(self.world().fleet.service[at].serves()));
                Parts::product(vec![
                    self.figure(Kind::People, 0, at),
                    fixed("months", QUARTER_MONTHS),
                    fixed("is a fleet in service? 1 yes, 0 no", serves),
                ])
            }
            Kind::Revenue => Parts::sum(self.years(Kind::RevenueYear, line)),
            Kind::RevenueYear => Parts::of(
                quarters()
                    .flat_map(|q| {
                        [self.figure(Kind::Stream, line, q), self.figure(Kind::Discount, 0, 2 * q + 1)]
                    })
                    .collect(),
                dot,
            ),
            Kind::StreamYear => Parts::sum(quarters().map(|q| self.figure(Kind::Stream, line, q)).collect()),
            Kind::Stream => self.stream(Stream::ALL.get(line).copied()?, at),
            Kind::Cost => Parts::sum(self.years(Kind::CostYear, line)),
            Kind::CostYear => {
                let cost = CostLine::ALL.get(line).copied()?;
                let pair = |q| {
                    [self.figure(Kind::Outlay, line, q), self.figure(Kind::Discount, 0, Self::date(cost, q))]
                };
                Parts::of(quarters().flat_map(pair).collect(), dot)
            }
            Kind::LineYear => Parts::sum(quarters().map(|q| self.figure(Kind::Outlay, line, q)).collect()),
            Kind::Outlay => self.outlay_parts(CostLine::ALL.get(line).copied()?, at)?,
            Kind::Discount => Parts::of(
                vec![self.input(InputId::discount_rate), fixed("years from the start", 0.125 * at as f64)],
                move |v| Discount::at(v[0], at / 2 + 1).eighth(at),
            ),
            _ => return None,
        })
    }
}
