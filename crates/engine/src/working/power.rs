//! The performance, price and power of the accelerators bought in a quarter, the budget, and the power of the fleet.

use super::{Figure, Kind, Operand, Parts, Workings, dot, fixed};
use crate::costs::{idle_at_night, research_share};
use crate::drawn::in_use_power;
use crate::offer::{budget, split};
use crate::plan::Year;
use crate::service::average_use;
use payenough_model::{CapexBy, InputId, PowerAt};
use payenough_quantities::{Ratio, Usd, UsdPerAccelerator};

impl Workings<'_> {
    pub(super) fn power(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, at, .. } = figure;
        let fig = |kind| self.figure(kind, 0, at);
        if !self.is_quarter(at) {
            return None;
        }
        Some(match kind {
            Kind::Gain => self.hardware(None, InputId::hardware_gain, Some(InputId::hardware_end), at),
            Kind::ChipPrice => self.price_part(at, |(chip, _)| chip),
            Kind::PortPrice => self.price_part(at, |(_, port)| port),
            Kind::PowerEach => {
                let overhead = match self.inputs().power_at {
                    PowerAt::Meter => fixed("power is measured at the meter", 1.0),
                    PowerAt::Server => self.input(InputId::pue),
                };
                self.hardware(Some(InputId::accelerator_power), InputId::power_growth, None, at)
                    .times(overhead)
            }
            Kind::Budget => {
                let year = Year::of((self.inputs().first_judged() + at / 4) as i32)?;
                let ids = match self.inputs().capex_by {
                    CapexBy::Rate => [InputId::capex_per_year, InputId::ai_share],
                    CapexBy::Calendar => year.inputs(),
                };
                let mut all = self.all(&ids);
                all.extend([self.charged(), fixed("quarters of a year", 4.0)]);
                Parts::of(all, |v| budget(Usd::of(v[0]), Ratio::of(v[1]), Ratio::of(v[2])).value())
            }
            Kind::Power => {
                let pair = |q| [self.figure(Kind::Bought, 0, q), self.figure(Kind::PowerEach, 0, q)];
                Parts::of(self.cohorts(at).flat_map(pair).collect(), dot).times(fig(Kind::Powered))
            }
            Kind::PeakPower => {
                let power = |q: &usize| self.world().fleet.service[*q].power_at_work();
                let all = 0..self.world().quarters;
                let most = all.reduce(|most, q| if power(&q) > power(&most) { q } else { most })?;
                Parts::sum(vec![self.figure(Kind::Power, 0, most)])
            }
            Kind::InUse => {
                let mut all = self.all(&[InputId::idle_power, InputId::safe_load, InputId::redundancy]);
                all.extend([self.average_load(), self.training()]);
                Parts::of(all, |v| {
                    let average = average_use(Ratio::of(v[1]), v[3], Ratio::of(v[2]));
                    in_use_power(Ratio::of(v[0]), v[4], average)
                })
            }
            Kind::Night => {
                let mut all = self.all(&[InputId::safe_load, InputId::redundancy]);
                all.extend([self.average_load(), self.training()]);
                Parts::of(all, |v| idle_at_night(Ratio::of(v[0]), v[2], Ratio::of(v[1]), v[3]))
            }
            Kind::Busy => {
                let mut all = vec![fig(Kind::Yield)];
                all.extend(
                    Figure::classes()
                        .flat_map(|class| [Kind::Work, Kind::Borne].map(|kind| self.figure(kind, class, at))),
                );
                Parts::of(all, |v| dot(&v[1..]) / v[0])
            }
            Kind::Drawn => self.drawn(at),
            Kind::ResearchShare => {
                let mut all =
                    self.all(&[InputId::research, InputId::research_compute, InputId::inference_share]);
                all.push(self.training());
                Parts::of(all, |v| {
                    research_share(Ratio::of(v[0]), Ratio::of(v[1]), Ratio::of(v[2]), v[3]).value()
                })
            }
            _ => return None,
        })
    }

    /// One of the two parts of the price of an accelerator with its network.
    fn price_part(
        &self,
        at: usize,
        part: fn((UsdPerAccelerator, UsdPerAccelerator)) -> UsdPerAccelerator,
    ) -> Parts {
        let whole = self.hardware(Some(InputId::accelerator_price), InputId::price_growth, None, at);
        whole.with(self.input(InputId::network_share), move |price, share| {
            part(split(UsdPerAccelerator::of(price), Ratio::of(share))).value()
        })
    }

    /// Power drawn: the newest accelerators do the work, and the rest are switched off.
    fn drawn(&self, at: usize) -> Parts {
        let mut all: Vec<Operand> = vec![self.figure(Kind::Busy, 0, at), self.figure(Kind::InUse, 0, 0)];
        for q in self.cohorts(at).rev() {
            all.extend([Kind::Bought, Kind::Gain, Kind::PowerEach].map(|kind| self.figure(kind, 0, q)));
        }
        Parts::of(all, |v| {
            let mut left = v[0];
            let mut drawn = 0.0;
            for cohort in v[2..].chunks_exact(3) {
                let effective = cohort[0] * cohort[1];
                let used = left.min(effective);
                left -= used;
                drawn += used / effective * cohort[0] * cohort[2] * v[1];
            }
            drawn
        })
    }
}
