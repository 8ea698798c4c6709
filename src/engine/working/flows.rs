//! The streams and lines of a quarter: what each is the product of.

use super::{Kind, Operand, Parts, Workings, fixed};
use crate::engine::costs::research_share;
use crate::model::{Compute, CostLine, InputId, Perspective, Stream, Switch};

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
            CostLine::Research => share_of_sum(
                fixed(
                    "R&D share after training compute that the fleet holds",
                    research_share(inputs).value(),
                ),
                bearing(),
            ),
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
            _ => Parts::stands_on(self.line_inputs(line, q)),
        }
    }

    /// What a line stands on whose rule is more than a product.
    fn line_inputs(&self, line: CostLine, q: usize) -> Vec<Operand> {
        let fig = |kind| self.figure(kind, 0, q);
        let with = |figures: &[Kind], ids: &[InputId]| {
            let mut all: Vec<Operand> = figures.iter().map(|&kind| fig(kind)).collect();
            all.extend(self.all(ids));
            all
        };
        match line {
            CostLine::Accelerators | CostLine::Network => with(
                &[Kind::Bought],
                &[InputId::accelerator_price, InputId::network_share, InputId::price_growth],
            ),
            CostLine::Facility => {
                with(&[Kind::Bought], &[InputId::accelerator_power, InputId::facility_price])
            }
            CostLine::Energy => with(
                &[Kind::Accelerators],
                &[InputId::accelerator_power, InputId::idle_power, InputId::safe_load, InputId::power_price],
            ),
            CostLine::Replacement => {
                with(&[Kind::Accelerators], &[InputId::accelerator_price, InputId::replacement])
            }
            CostLine::NightCredit => with(
                &[Kind::Accelerators],
                &[InputId::night_reuse, InputId::average_load, InputId::night_value],
            ),
            CostLine::Storage => with(
                &[Kind::UserMonthsQuarter],
                &[InputId::memory_now, InputId::memory_later, InputId::storage],
            ),
            CostLine::Egress => with(&[], &[InputId::answer, InputId::egress]),
            CostLine::Residual => with(
                &[Kind::PlantCost],
                &[InputId::scrap, InputId::facility_reuse, InputId::accelerator_life],
            ),
            _ => Vec::new(),
        }
    }
}
