//! The equations of the revenue streams and cost lines of a quarter.

use super::{Figure, Kind, Operand, Parts, Workings, fixed, is_on, ramped};
use crate::costs::QUARTER_HOURS;
use crate::demand::QUARTER_MONTHS;
use crate::outcome::CAPEX_LINES;
use crate::terms::Amount;
use payenough_model::{Compute, CostLine, InputId, Perspective, Stream, Switch};

impl Workings<'_> {
    pub(super) fn stream(&self, stream: Stream, q: usize) -> Parts {
        let inputs = self.inputs();
        let months = fixed("months", QUARTER_MONTHS);
        let fourth = fixed("a fourth of a year", 0.25);
        if inputs.perspective == Perspective::Landlord && stream != Stream::Rent {
            return Parts::product(vec![fixed("a landlord's revenue is rent alone", 0.0)]);
        }
        let number = |kind, line| self.figure(kind, line, q);
        let operands = match stream {
            Stream::Subscriptions => {
                vec![number(Kind::Subscribers, 0), months, number(Kind::PlanPrice, 0), number(Kind::Fill, 0)]
            }
            Stream::Seats => {
                vec![number(Kind::Seats, 0), months, number(Kind::SeatPrice, 0), number(Kind::Fill, 1)]
            }
            Stream::Api => {
                let circular =
                    if inputs.perspective == Perspective::Industry { inputs.circular.value() } else { 0.0 };
                let counted = fixed("part that is end demand", 1.0 - circular);
                let price = [number(Kind::ApiPrice, 0), number(Kind::LoadPrice, 0)];
                let sold = [number(Kind::Tokens, 2), number(Kind::Fill, 2), counted];
                price.into_iter().chain(sold).collect()
            }
            Stream::Ads => {
                vec![number(Kind::Free, 0), months, number(Kind::AdYield, 0), number(Kind::Fill, 3)]
            }
            Stream::Commerce => {
                vec![number(Kind::Free, 0), months, number(Kind::OrderYield, 0), number(Kind::Fill, 3)]
            }
            Stream::AdUplift => {
                let mut all = vec![self.figure(Kind::AdBases, 0, 0)];
                all.extend(self.all(&[InputId::ad_uplift, InputId::uplift_margin, InputId::uplift_due]));
                all.extend([number(Kind::InService, 0), fourth]);
                all
            }
            Stream::Rent => {
                let is_landlord = f64::from(u8::from(inputs.perspective == Perspective::Landlord));
                let mut all = [Kind::ByRent, Kind::Powered, Kind::LoadPrice].map(|it| number(it, 0)).to_vec();
                all.push(fixed("hours of a quarter", QUARTER_HOURS));
                all.extend([self.input(InputId::rent), fixed("is it a landlord? 1 yes, 0 no", is_landlord)]);
                all
            }
            Stream::Kept => {
                vec![number(Kind::KeptQuarter, 0), is_on(inputs.count_value, "is it counted? 1 yes, 0 no")]
            }
            Stream::Protected => {
                let mut all = self.all(&[InputId::protected]);
                all.extend([
                    number(Kind::InService, 0),
                    fourth,
                    is_on(inputs.protect_on, "is it counted? 1 yes, 0 no"),
                ]);
                all
            }
        };
        Parts::product(operands)
    }

    pub(super) fn outlay_parts(&self, line: CostLine, q: usize) -> Option<Parts> {
        let fig = |kind| self.figure(kind, 0, q);
        Some(match line {
            CostLine::Tax => {
                let year = (0..self.world().years()).find(|&year| self.world().tax_quarter(year) == q);
                year.map_or_else(
                    || Parts::product(vec![fixed("tax is paid in a year's fourth quarter", 0.0)]),
                    |year| Parts::sum(vec![self.figure(Kind::TaxYear, 0, year)]),
                )
            }
            CostLine::Accelerators => {
                Parts::product(vec![fig(Kind::Bought), fig(Kind::ChipPrice), self.paid()])
            }
            CostLine::Network => {
                Parts::product(vec![fig(Kind::PortsBought), fig(Kind::PortPrice), self.paid()])
            }
            CostLine::Facility => {
                Parts::product(vec![fig(Kind::SitesBought), self.input(InputId::facility_price), self.paid()])
            }
            CostLine::Residual => {
                let sold = |line: CostLine| {
                    let end = move |cohort: &usize| self.until(line, *cohort) == q + 1;
                    (0..self.bought_until()).filter(end).flat_map(move |cohort| {
                        self.sold(line).map(|(kind, line)| self.figure(kind, line, cohort))
                    })
                };
                let all: Vec<Operand> = CAPEX_LINES.into_iter().flat_map(sold).collect();
                Parts::of(all, |v| -super::dot(v))
            }
            _ => return self.running_cost(line, q),
        })
    }

    /// An amount that running costs are charged on, for a quarter.
    pub(super) fn amount(&self, name: Amount, q: usize) -> Parts {
        let fig = |kind| self.figure(kind, 0, q);
        let stream = |stream: Stream| self.figure(Kind::Stream, stream as usize, q);
        let hours = || fixed("hours of a quarter", QUARTER_HOURS);
        let kilowatts = || fixed("kilowatts of a megawatt", 1000.0);
        let kept_up = || match self.inputs().switch_off {
            Switch::On => fig(Kind::Wanted),
            Switch::Off => fixed("surplus is kept up as well", 1.0),
        };
        match name {
            Amount::energy => Parts::product(vec![fig(Kind::Drawn), kilowatts(), hours()]),
            Amount::plant => Parts::product(vec![fig(Kind::PlantCost), kept_up()]),
            Amount::accelerators => {
                let paid = self.cohorts(q).map(|q| self.figure(Kind::Outlay, 0, q));
                Parts::sum(paid.collect()).times(kept_up())
            }
            Amount::per_year => Parts::sum(vec![fixed("quarters of a year", 4.0)]),
            Amount::hours => Parts::product(vec![fig(Kind::ByRent), hours()]),
            Amount::nights => {
                let night = [self.figure(Kind::Night, 0, 0), self.input(InputId::night_reuse)];
                Parts::product([fig(Kind::Accelerators), hours()].into_iter().chain(night).collect())
            }
            Amount::user_months => Parts::sum(vec![fig(Kind::BorneMonths)]),
            Amount::memory => {
                let mut all = vec![fig(Kind::BorneMonths)];
                all.extend(self.all(&[InputId::memory_now, InputId::memory_later, InputId::ramp]));
                all.push(self.since(q));
                Parts::of(all, |v| v[0] * ramped(v[1], v[2], v[3], v[4]))
            }
            Amount::per_month => Parts::constant(1.0),
            Amount::won => Parts::product(vec![fig(Kind::Won), fig(Kind::Fill)]),
            Amount::answers => {
                let class = |class| [(Kind::Load, 3 * class + 2), (Kind::Borne, class)];
                let all = Figure::classes().flat_map(class);
                Parts::of(all.map(|(kind, line)| self.figure(kind, line, q)).collect(), super::dot)
            }
            Amount::paid => {
                let paid = Stream::ALL.into_iter().filter(|it| it.is_paid());
                Parts::sum(paid.map(stream).filter(|it| it.value != 0.0).collect())
            }
            Amount::subscriptions => Parts::sum(vec![stream(Stream::Subscriptions)]),
            Amount::ads => Parts::sum(vec![stream(Stream::Ads)]),
            Amount::research => Parts::sum(vec![self.figure(Kind::ResearchShare, 0, 0)]),
        }
    }

    /// 1 if plant is bought, 0 if it is rented.
    pub(super) fn paid(&self) -> Operand {
        let is_owned = self.inputs().compute == Compute::Owned;
        fixed("is plant bought and not rented? 1 yes, 0 no", f64::from(u8::from(is_owned)))
    }
}
