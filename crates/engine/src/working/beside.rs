//! Workings of the further figures: margins, the capital recovery factor, the loan.

use super::{Figure, Kind, Operand, Parts, Workings};
use crate::annuity::{LevelLoan, annualised_capex, capital_recovery};
use payenough_model::{CostLine, InputId, MarginName, Stream};
use payenough_quantities::Usd;

impl Workings<'_> {
    pub(super) fn beside_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, line, .. } = figure;
        let inputs = self.inputs();
        let plant = || self.value(Figure::new(Kind::PlantAll, 0, 0)).map(Usd::of);
        let (rate, life) = (inputs.discount_rate.value(), inputs.accelerator_life.value());
        Some(match kind {
            Kind::Margin => self.books.margins()?.get(line)?.value(),
            Kind::Recovery => capital_recovery(rate, life)?,
            Kind::AnnualPlant => annualised_capex(plant()?, rate, life)?.value(),
            Kind::Instalment => instalment(&[
                plant()?.value(),
                inputs.debt.value(),
                inputs.debt_rate.value(),
                inputs.debt_term.value(),
            ])?,
            Kind::FromLeft => self.books.residual_pv(0).value(),
            Kind::AfterFive => self.books.npv_after(20).value(),
            _ => return None,
        })
    }

    pub(super) fn beside(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, .. } = figure;
        let whole = |kind| self.figure(kind, 0, 0);
        Some(match kind {
            Kind::Margin => self.margin(*MarginName::ALL.get(line)?),
            Kind::Recovery => {
                Parts::of(self.all(&[InputId::discount_rate, InputId::accelerator_life]), |v| {
                    capital_recovery(v[0], v[1]).unwrap_or(0.0)
                })
            }
            Kind::AnnualPlant => Parts::product(vec![whole(Kind::PlantAll), whole(Kind::Recovery)]),
            Kind::Instalment => {
                let mut all = vec![whole(Kind::PlantAll)];
                all.extend(self.all(&[InputId::debt, InputId::debt_rate, InputId::debt_term]));
                Parts::of(all, |v| instalment(v).unwrap_or(0.0))
            }
            Kind::FromLeft => {
                Parts::of(vec![self.figure(Kind::Cost, CostLine::Residual as usize, 0)], |v| -v[0])
            }
            Kind::WithoutLeft => Parts::less(whole(Kind::Npv), whole(Kind::FromLeft)),
            Kind::FirstFive => Parts::less(whole(Kind::Npv), whole(Kind::AfterFive)),
            Kind::LeftShare => Parts::over(whole(Kind::FromLeft), whole(Kind::Npv)),
            Kind::AfterShare => Parts::over(whole(Kind::AfterFive), whole(Kind::Npv)),
            Kind::AfterFive => {
                let years = (5..self.world().years()).flat_map(|year| {
                    let streams = (0..Stream::COUNT).map(move |line| (Kind::RevenueYear, line, year));
                    streams.chain((0..CostLine::COUNT).map(move |line| (Kind::CostYear, line, year)))
                });
                let figure = |(kind, line, year)| self.figure(kind, line, year);
                let all: Vec<Operand> = years.map(figure).filter(|it| it.value != 0.0).collect();
                let signs: Vec<f64> = all
                    .iter()
                    .map(|it| match it.origin {
                        super::Origin::Figure(figure) if figure.kind == Kind::CostYear => -1.0,
                        _ => 1.0,
                    })
                    .collect();
                Parts::of(all, move |v| v.iter().zip(&signs).map(|(value, sign)| value * sign).sum())
            }
            _ => return None,
        })
    }

    /// Revenue in cash, then the lines of cost that this margin and the margins before it subtract.
    fn margin(&self, name: MarginName) -> Parts {
        let cash = Stream::ALL.into_iter().filter(|it| it.is_cash());
        let mut all: Vec<Operand> = cash.map(|it| self.figure(Kind::Revenue, it as usize, 0)).collect();
        all.retain(|it| it.value != 0.0);
        let n_streams = all.len();
        let taken = MarginName::ALL.into_iter().take_while(|it| *it <= name);
        let lines = taken.flat_map(|name| CostLine::ALL.into_iter().filter(move |line| name.takes(*line)));
        all.extend(lines.map(|it| self.figure(Kind::Cost, it as usize, 0)).filter(|it| it.value != 0.0));
        Parts::of(all, move |v| {
            let revenue: f64 = v[..n_streams].iter().sum();
            (revenue - v[n_streams..].iter().sum::<f64>()) / revenue
        })
    }
}

/// The level quarterly instalment, from plant, share of debt, yearly rate and term in years.
fn instalment(v: &[f64]) -> Option<f64> {
    let &[plant, part, rate, term] = v else { return None };
    let n_periods = libm::ceil(term * 4.0) as u32;
    let loan = LevelLoan { principal: Usd::of(plant * part), rate: rate / 4.0, n_periods };
    loan.payment().map(|it| it.value())
}
