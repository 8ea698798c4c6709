//! Workings of what analysts and lenders ask for: rates of return, paybacks, loan cover, the flat break-even amount.

use super::{End, Figure, Kind, Operand, Parts, Search, Workings, fixed};
use crate::finance::day_of;
use crate::ledger::LARGEST_MULTIPLE;
use crate::outcome::CAPEX_LINES;
use crate::payback::payback;
use crate::returns::{
    DatedFlow, HIGHEST_RATE, LOWEST_RATE, irr_roots, mirr, rate_per_period, xirr_roots, xnpv,
};
use crate::tax::tax_by_year;
use payenough_model::{CapexBy, CostLine, InputId, Stream};
use payenough_quantities::Usd;

impl Workings<'_> {
    fn is_invested(&self) -> bool {
        self.value(Figure::new(Kind::PlantAll, 0, 0)).is_some_and(|it| it > 0.0)
    }

    pub(super) fn returns_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, line, .. } = figure;
        let books = &self.books;
        let is_of_return = matches!(
            kind,
            Kind::IrrRoot | Kind::Xirr | Kind::Xnpv | Kind::Mirr | Kind::Payback | Kind::Cover
        );
        if is_of_return && !self.is_invested() {
            return None;
        }
        match kind {
            Kind::IrrRoot => irr_roots(&books.eighths(), 8.0).rates().get(line).copied(),
            Kind::Xirr => xirr_roots(&books.dated()).only(),
            Kind::Xnpv => xnpv(self.inputs().discount_rate.value(), &books.dated()),
            Kind::Flat => books.needed_flat().map(|it| it.value()),
            _ => None,
        }
    }

    /// Cash at the ends of quarters.
    fn flows(&self, kind: Kind) -> Vec<Operand> {
        (0..=self.world().quarters).map(|at| self.figure(kind, 0, at)).collect()
    }

    pub(super) fn returns(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, at } = figure;
        Some(match kind {
            Kind::IrrRoot => {
                let flows = self.books.eighths();
                let rate = self.returns_value(figure)?;
                let dated = flows.iter().enumerate();
                let worth: Vec<f64> =
                    dated.map(|(at, usd)| usd * libm::pow(1.0 + rate, -0.125 * at as f64)).collect();
                self.rate_search(worth.iter().sum(), worth.iter().map(|it| it.abs()).sum())
            }
            Kind::Xirr => {
                let (rate, flows) = (self.returns_value(figure)?, self.books.dated());
                let sizes: Vec<DatedFlow> =
                    flows.iter().map(|it| DatedFlow { usd: it.usd.abs(), ..*it }).collect();
                self.rate_search(xnpv(rate, &flows)?, xnpv(rate, &sizes)?)
            }
            Kind::Xnpv => self.dated(),
            Kind::Mirr if self.is_invested() => {
                let mut all = self.flows(Kind::Flow);
                all.insert(0, self.input(InputId::discount_rate));
                Parts::of(all, |v| {
                    let quarterly = rate_per_period(v[0], 4.0).and_then(|it| mirr(&v[1..], it, it));
                    quarterly.map_or(f64::NAN, |it| libm::expm1(4.0 * libm::log1p(it)))
                })
            }
            Kind::Payback if self.is_invested() => {
                let kind = if line == 2 { Kind::FlowPv } else { Kind::Flow };
                Parts::of(self.flows(kind), move |v| {
                    let found = payback(v);
                    (if line == 0 { found.first } else { found.last }).map_or(f64::NAN, |it| it / 4.0)
                })
            }
            Kind::Net if self.is_quarter(at) => self.net(at),
            Kind::Flow if at <= self.world().quarters => self.flow(at, false),
            Kind::FlowPv if at <= self.world().quarters => self.flow(at, true),
            Kind::Cover => {
                let first = self.lag();
                let term = libm::ceil(self.inputs().debt_term.value() * 4.0) as usize;
                let last = (first + term).min(self.world().quarters);
                let mut all = vec![self.figure(Kind::Instalment, 0, 0)];
                all.extend((first..last).map(|q| self.figure(Kind::Net, 0, q)));
                Parts::of(all, move |v| {
                    let covers = v[1..].iter().map(|net| net / v[0]);
                    match line {
                        0 => covers.fold(f64::INFINITY, f64::min),
                        _ => covers.sum::<f64>() / (v.len() - 1) as f64,
                    }
                })
            }
            Kind::Flat => self.flat()?,
            Kind::FlatTax => self.flat_tax(),
            _ => return None,
        })
    }

    /// Every flow, discounted by the factor of its day.
    fn dated(&self) -> Parts {
        let first = match self.inputs().capex_by {
            CapexBy::Rate => self.input(InputId::start_year),
            CapexBy::Calendar => fixed("first year judged", f64::from(self.inputs().first_year())),
        };
        let mut all = vec![self.input(InputId::discount_rate), first];
        // sign and date of each flow, in eighths of a year
        let mut dates: Vec<(f64, usize)> = Vec::new();
        let mut put = |kind, line: usize, q: usize, sign: f64, eighth: usize| {
            let one = self.figure(kind, line, q);
            if one.value != 0.0 {
                all.push(one);
                dates.push((sign, eighth));
            }
        };
        for q in 0..self.world().quarters {
            CAPEX_LINES.iter().for_each(|&line| put(Kind::Outlay, line as usize, q, -1.0, 2 * q));
            put(Kind::Net, 0, q, 1.0, 2 * q + 1);
            let beside = Stream::ALL.into_iter().filter(|it| !it.is_cash());
            beside.for_each(|it| put(Kind::Stream, it as usize, q, 1.0, 2 * q + 1));
            put(Kind::Outlay, CostLine::Tax as usize, q, -1.0, 2 * q + 1);
            put(Kind::Outlay, CostLine::Residual as usize, q, -1.0, 2 * q + 2);
        }
        Parts::of(all, move |v| {
            let flow = |(usd, (sign, eighth)): (&f64, &(f64, usize))| {
                Some(DatedFlow { day: day_of(v[1] as i32, *eighth)?, usd: usd * sign })
            };
            let start = day_of(v[1] as i32, 0).map(|day| DatedFlow { day, usd: 0.0 });
            let flows: Vec<DatedFlow> =
                start.into_iter().chain(v[2..].iter().zip(&dates).filter_map(flow)).collect();
            xnpv(v[0], &flows).unwrap_or(f64::NAN)
        })
    }

    fn rate_search(&self, left: f64, size: f64) -> Parts {
        let years = (0..self.world().years()).map(|year| self.figure(Kind::CashYear, 0, year)).collect();
        let search = Search {
            between: [LOWEST_RATE, HIGHEST_RATE],
            method: "all rates at which the present value changes sign, each closed in on by halving",
            watched: "present value of all cash",
            unit: "$",
            left,
            size,
            end: End::Zero,
        };
        Parts::found(years, search)
    }

    fn net(&self, q: usize) -> Parts {
        let cash = Stream::ALL.into_iter().filter(|it| it.is_cash());
        let mut all: Vec<Operand> = cash.map(|it| self.figure(Kind::Stream, it as usize, q)).collect();
        all.retain(|it| it.value != 0.0);
        let n_streams = all.len();
        let beside =
            |it: &CostLine| CAPEX_LINES.contains(it) || matches!(it, CostLine::Tax | CostLine::Residual);
        let lines = CostLine::ALL.into_iter().filter(|it| !beside(it));
        all.extend(lines.map(|it| self.figure(Kind::Outlay, it as usize, q)).filter(|it| it.value != 0.0));
        Parts::of(all, move |v| v[..n_streams].iter().sum::<f64>() - v[n_streams..].iter().sum::<f64>())
    }

    /// Cash at the end of the previous quarter, with the purchases made then. If discounted, each flow has the factor
    /// of its own date.
    fn flow(&self, at: usize, is_discounted: bool) -> Parts {
        let mut all: Vec<(Operand, usize)> = Vec::new();
        let figure = |kind, line: usize, q| self.figure(kind, line, q);
        let outlay = |line: CostLine, q| figure(Kind::Outlay, line as usize, q);
        if let Some(q) = at.checked_sub(1) {
            all.push((figure(Kind::Net, 0, q), 2 * q + 1));
            let beside = Stream::ALL.into_iter().filter(|it| !it.is_cash());
            let beside = beside.map(|it| (figure(Kind::Stream, it as usize, q), 2 * q + 1));
            all.extend(beside.filter(|it| it.0.value != 0.0));
        }
        let n_in = all.len();
        if let Some(q) = at.checked_sub(1) {
            all.push((outlay(CostLine::Tax, q), 2 * q + 1));
            all.push((outlay(CostLine::Residual, q), 2 * q + 2));
        }
        let bought = match at {
            0 => Some(0),
            1 => None,
            _ => Some(at - 1),
        };
        all.extend(bought.into_iter().flat_map(|q| CAPEX_LINES.map(|line| (outlay(line, q), 2 * q))));
        if !is_discounted {
            let all = all.into_iter().map(|it| it.0).collect();
            return Parts::of(all, move |v| v[..n_in].iter().sum::<f64>() - v[n_in..].iter().sum::<f64>());
        }
        let pair = |(operand, eighth)| [operand, figure(Kind::Discount, 0, eighth)];
        Parts::of(all.into_iter().flat_map(pair).collect(), move |v| {
            super::dot(&v[..2 * n_in]) - super::dot(&v[2 * n_in..])
        })
    }

    /// The flat amount: fixed costs and tax over what remains of a dollar per user-month.
    fn flat(&self) -> Option<Parts> {
        let flat = self.returns_value(Figure::new(Kind::Flat, 0, 0))?;
        let months = self.figure(Kind::UserMonths, 0, 0);
        let mut all = vec![months, self.input(InputId::staff), self.figure(Kind::ResearchShare, 0, 0)];
        all.push(self.figure(Kind::FlatTax, 0, 0));
        let held = CostLine::ALL.into_iter().filter(|it| !it.follows_revenue() && *it != CostLine::Tax);
        all.extend(held.map(|it| self.figure(Kind::Cost, it as usize, 0)).filter(|it| it.value != 0.0));
        let n_costs = all.len();
        let beside = Stream::ALL.into_iter().filter(|it| !it.is_cash());
        all.extend(beside.map(|it| self.figure(Kind::Revenue, it as usize, 0)).filter(|it| it.value != 0.0));
        let search = Search {
            between: [0.0, LARGEST_MULTIPLE * 1e3],
            method: "a secant on a bracket, every third step a halving",
            watched: "net present value",
            unit: "$",
            left: self.books.flat_breakeven().npv(flat),
            size: self.books.flat_breakeven().npv(0.0),
            end: End::Zero,
        };
        let parts = Parts::of(all, move |v| {
            let held = v[3..n_costs].iter().sum::<f64>() - v[n_costs..].iter().sum::<f64>();
            held.max(0.0) / (v[0] * (1.0 - v[1] - v[2]))
        });
        Some(if flat > 0.0 { parts.searched(search) } else { parts })
    }

    /// Tax of each year if the flat amount replaces revenue, at the date of the tax.
    fn flat_tax(&self) -> Parts {
        let (quarters, years) = (self.world().quarters, self.world().years());
        let mut all = vec![self.figure(Kind::Flat, 0, 0)];
        all.extend(self.all(&[InputId::staff, InputId::tax_rate]));
        all.push(self.figure(Kind::ResearchShare, 0, 0));
        all.extend((0..quarters).map(|q| self.figure(Kind::UserMonthsQuarter, 0, q)));
        all.extend((0..years).flat_map(|year| {
            let factor = self.figure(Kind::Discount, 0, 2 * self.world().tax_quarter(year) + 1);
            [self.figure(Kind::Held, 0, year), self.figure(Kind::PlantResult, 0, year), factor]
        }));
        let losses = self.losses();
        Parts::of(all, move |v| {
            let kept = v[0] * (1.0 - v[1] - v[3]);
            let (months, of_year) = v[4..].split_at(quarters);
            let of_year = of_year.chunks_exact(3);
            let income: Vec<Usd> = months
                .chunks(4)
                .zip(of_year.clone())
                .map(|(months, it)| Usd::of(kept * months.iter().sum::<f64>() - it[0] + it[1]))
                .collect();
            let mut tax = vec![Usd::ZERO; income.len()];
            tax_by_year(&income, v[2], losses, &mut tax);
            tax.iter().zip(of_year).map(|(tax, it)| tax.value() * it[2]).sum()
        })
    }
}
