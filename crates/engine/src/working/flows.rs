//! The streams and lines of a quarter: what each is the product of.

use super::{Kind, Operand, Parts, Workings, fixed, middle, ramped};
use crate::outcome::CAPEX_LINES;
use payenough_model::{Compute, CostLine, InputId, Perspective, Stream, Switch};

impl Workings<'_> {
    pub(super) fn stream(&self, stream: Stream, q: usize) -> Parts {
        let inputs = self.inputs();
        let months = fixed("months", 3.0);
        let fourth = fixed("a fourth of a year", 0.25);
        if inputs.perspective == Perspective::Landlord && stream != Stream::Rent {
            return Parts::product(vec![fixed("a landlord's revenue is rent alone", 0.0)]);
        }
        let is_on = |on: Switch, name| fixed(name, f64::from(u8::from(on == Switch::On)));
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
                vec![number(Kind::Tokens, 2), number(Kind::ApiPrice, 0), number(Kind::Fill, 2), counted]
            }
            Stream::Ads => {
                vec![number(Kind::Free, 0), months, number(Kind::AdYield, 0), number(Kind::Fill, 3)]
            }
            Stream::Commerce => {
                vec![number(Kind::Free, 0), months, number(Kind::OrderYield, 0), number(Kind::Fill, 3)]
            }
            Stream::AdUplift => {
                let mut all = self.all(&[
                    InputId::ad_base,
                    InputId::ad_uplift,
                    InputId::uplift_margin,
                    InputId::uplift_due,
                ]);
                all.extend([
                    number(Kind::InService, 0),
                    fourth,
                    is_on(inputs.ad_uplift_on, "is it counted? 1 yes, 0 no"),
                ]);
                all
            }
            Stream::Rent => {
                let is_landlord = f64::from(u8::from(inputs.perspective == Perspective::Landlord));
                let mut all = vec![number(Kind::Accelerators, 0), fixed("hours of a quarter", 2190.0)];
                all.extend([self.input(InputId::rent), fixed("is it a landlord? 1 yes, 0 no", is_landlord)]);
                all
            }
            Stream::Kept => vec![
                number(Kind::UserMonthsQuarter, 0),
                number(Kind::KeptEach, 0),
                number(Kind::Fill, 0),
                is_on(inputs.count_value, "is it counted? 1 yes, 0 no"),
            ],
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

    pub(super) fn outlay_parts(&self, line: CostLine, q: usize) -> Parts {
        let inputs = self.inputs();
        let fig = |kind, line: usize| self.figure(kind, line, q);
        let stream = |stream: Stream| self.figure(Kind::Stream, stream as usize, q);
        let bearing = || {
            let bears = Stream::ALL.into_iter().filter(|it| it.is_cash() && *it != Stream::AdUplift);
            bears.map(stream).filter(|it| it.value != 0.0).collect::<Vec<_>>()
        };
        let share_of_sum = |share: Operand, mut all: Vec<Operand>| {
            all.push(share);
            Parts::of(all, |v| v[..v.len() - 1].iter().sum::<f64>() * v[v.len() - 1])
        };
        let landlord = inputs.perspective == Perspective::Landlord;
        let serves = self.world().fleet.service[q].serves();
        let is_tenants = landlord && matches!(line, CostLine::Research | CostLine::Fees | CostLine::AdLosses);
        if is_tenants {
            return Parts::product(vec![fixed("its tenants' cost", 0.0)]);
        }
        match line {
            CostLine::Staff => share_of_sum(self.input(InputId::staff), bearing()),
            CostLine::Research => share_of_sum(self.figure(Kind::ResearchShare, 0, 0), bearing()),
            CostLine::Fees => Parts::product(vec![stream(Stream::Subscriptions), self.input(InputId::fees)]),
            CostLine::AdLosses => {
                let mut all = vec![stream(Stream::Ads)];
                all.extend(self.all(&[InputId::ad_loss, InputId::own_ads_lost]));
                Parts::of(all, |v| v[0] * (v[1] + v[2]))
            }
            CostLine::Support if serves && !landlord => {
                Parts::product(vec![fig(Kind::UserMonthsQuarter, 0), self.input(InputId::support)])
            }
            CostLine::Acquisition if serves && !landlord => {
                Parts::product(vec![fig(Kind::Won, 0), self.input(InputId::acquisition)])
            }
            CostLine::Rent if serves && inputs.compute == Compute::Rented => Parts::product(vec![
                fig(Kind::Accelerators, 0),
                fixed("hours of a quarter", 2190.0),
                self.input(InputId::rent),
            ]),
            CostLine::Site if serves && inputs.compute == Compute::Owned => Parts::product(vec![
                fig(Kind::PlantCost, 0),
                self.input(InputId::site_opex),
                fixed("a fourth of a year", 0.25),
            ]),
            CostLine::Tax => {
                let year = (0..self.world().years()).find(|&year| self.world().tax_quarter(year) == q);
                year.map_or_else(
                    || Parts::product(vec![fixed("tax is paid in a year's fourth quarter", 0.0)]),
                    |year| Parts::sum(vec![self.figure(Kind::TaxYear, 0, year)]),
                )
            }
            CostLine::Accelerators => {
                Parts::product(vec![fig(Kind::Bought, 0), fig(Kind::ChipPrice, 0), self.paid()])
            }
            CostLine::Network => {
                Parts::product(vec![fig(Kind::PortsBought, 0), fig(Kind::PortPrice, 0), self.paid()])
            }
            CostLine::Facility => Parts::product(vec![
                fig(Kind::SitesBought, 0),
                self.input(InputId::facility_price),
                self.paid(),
            ]),
            CostLine::Energy if serves && inputs.compute == Compute::Owned => Parts::product(vec![
                fig(Kind::Drawn, 0),
                fixed("kilowatts of a megawatt", 1000.0),
                fixed("hours of a quarter", 2190.0),
                self.input(InputId::power_price),
            ]),
            CostLine::Replacement if serves && inputs.compute == Compute::Owned => {
                let chips = self.cohorts(q).map(|q| self.figure(Kind::Outlay, 0, q)).collect();
                share_of_sum(self.input(InputId::replacement), chips).times(fixed("a fourth of a year", 0.25))
            }
            CostLine::NightCredit if serves && !landlord => Parts::product(vec![
                fixed("a credit", -1.0),
                fig(Kind::Accelerators, 0),
                fixed("hours of a quarter", 2190.0),
                self.figure(Kind::Night, 0, 0),
                self.input(InputId::night_reuse),
                self.input(InputId::night_value),
            ]),
            CostLine::Storage if serves && !landlord => {
                let mut all = vec![fig(Kind::People, 0), fixed("months", 3.0)];
                all.extend(self.all(&[
                    InputId::memory_now,
                    InputId::memory_later,
                    InputId::ramp,
                    InputId::storage,
                ]));
                all.push(middle(q));
                Parts::of(all, |v| v[0] * v[1] * ramped(v[2], v[3], v[4], v[6]) * v[5])
            }
            CostLine::Egress if serves && !landlord => {
                let answers =
                    (0..5).flat_map(|class| [fig(Kind::Load, 3 * class + 2), fig(Kind::Fill, class)]);
                let mut all: Vec<Operand> = answers.collect();
                all.push(self.input(InputId::egress));
                Parts::of(all, |v| super::dot(&v[..v.len() - 1]) * v[v.len() - 1])
            }
            CostLine::Residual => {
                let sold = |line: CostLine| {
                    let end = move |cohort: &usize| self.until(line, *cohort) == q + 1;
                    (0..self.bought_until()).filter(end).flat_map(move |cohort| {
                        [Kind::Outlay, Kind::Worth].map(|kind| self.figure(kind, line as usize, cohort))
                    })
                };
                let all: Vec<Operand> = CAPEX_LINES.into_iter().flat_map(sold).collect();
                Parts::of(all, |v| -super::dot(v))
            }
            CostLine::Rent
            | CostLine::Energy
            | CostLine::Site
            | CostLine::Replacement
            | CostLine::NightCredit
            | CostLine::Storage
            | CostLine::Egress
            | CostLine::Support
            | CostLine::Acquisition => Parts::product(vec![fixed("none without a fleet that bears it", 0.0)]),
        }
    }

    /// Is plant paid for?
    fn paid(&self) -> Operand {
        let is_owned = self.inputs().compute == Compute::Owned;
        fixed("is plant bought and not rented? 1 yes, 0 no", f64::from(u8::from(is_owned)))
    }
}
