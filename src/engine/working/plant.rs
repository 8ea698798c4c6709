//! The fleet: what is bought, what is in service, what it cost.

use super::{Figure, Kind, Operand, Parts, Workings, faded, fixed, start};
use crate::engine::outcome::CAPEX_LINES;
use crate::model::{CapexBasis, InputId, PowerAt};

impl Workings<'_> {
    pub(super) fn plant_value(&self, figure: Figure) -> Option<f64> {
        let Figure { kind, at, .. } = figure;
        let fleet = &self.world().fleet;
        if kind == Kind::Peak {
            return Some(fleet.peak.value());
        }
        if !self.is_quarter(at) {
            return None;
        }
        let service = &fleet.service[at];
        Some(match kind {
            Kind::Accelerators => service.accelerators.value(),
            Kind::Effective => service.effective.value(),
            Kind::Bought => fleet.bought(at).accelerators.value(),
            Kind::AllIn => {
                let bought = fleet.bought(at);
                if bought.accelerators.value() <= 0.0 {
                    return None;
                }
                self.price_of(at)
            }
            Kind::InService => service.accelerators.share_of(fleet.peak).value(),
            Kind::PlantCost => service.plant_cost.value(),
            _ => return None,
        })
    }

    /// Price of an accelerator of a quarter with network and facility.
    fn price_of(&self, at: usize) -> f64 {
        let inputs = self.inputs();
        let time = at as f64 * 0.25;
        let half = inputs.hardware_half.value();
        let overhead = if inputs.power_at == PowerAt::Server { inputs.pue.value() } else { 1.0 };
        inputs.accelerator_price.value() * faded(inputs.price_growth.value(), half, 1.0, time)
            + inputs.accelerator_power.value()
                * faded(inputs.power_growth.value(), half, 1.0, time)
                * overhead
                * inputs.facility_price.value()
    }

    /// Quarters whose purchases are in service in a quarter.
    fn cohorts(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let fleet = &self.world().fleet;
        let (lag, life) = (fleet.lives.lag as usize, fleet.lives.accelerator as usize);
        let newest = at.checked_sub(lag);
        let oldest = newest.map_or(0, |newest| (newest + 1).saturating_sub(life));
        (oldest..newest.map_or(0, |newest| newest + 1))
            .filter(|&q| fleet.bought(q).accelerators.value() > 0.0)
    }

    pub(super) fn plant(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, at, .. } = figure;
        Some(match kind {
            Kind::Peak => {
                let service = &self.world().fleet.service;
                let peak = self.world().fleet.peak;
                let first = service.iter().position(|it| it.accelerators == peak).unwrap_or(0);
                Parts::sum(vec![self.figure(Kind::Accelerators, 0, first)])
            }
            Kind::Accelerators => {
                Parts::sum(self.cohorts(at).map(|q| self.figure(Kind::Bought, 0, q)).collect())
            }
            Kind::Effective => {
                let gain = |q: usize| {
                    let inputs = self.inputs();
                    let (growth, half) = (inputs.hardware_gain.value(), inputs.hardware_half.value());
                    faded(growth, half, inputs.hardware_end.value(), q as f64 * 0.25)
                };
                let pairs = self.cohorts(at).flat_map(|q| {
                    [self.figure(Kind::Bought, 0, q), fixed("hardware gain of its quarter, times", gain(q))]
                });
                let mut all: Vec<Operand> = pairs.collect();
                let n_pairs = all.len();
                all.extend(self.all(&[
                    InputId::hardware_gain,
                    InputId::hardware_half,
                    InputId::hardware_end,
                ]));
                Parts::of(all, move |v| super::dot(&v[..n_pairs]))
            }
            Kind::Bought => self.bought(at),
            Kind::AllIn => {
                let mut all = self.all(&[
                    InputId::accelerator_price,
                    InputId::price_growth,
                    InputId::hardware_half,
                    InputId::accelerator_power,
                    InputId::power_growth,
                    InputId::facility_price,
                ]);
                let inputs = self.inputs();
                let overhead = if inputs.power_at == PowerAt::Server { inputs.pue.value() } else { 1.0 };
                all.extend([start(at), fixed("PUE, where power is measured at the server", overhead)]);
                Parts::of(all, |v| {
                    v[0] * faded(v[1], v[2], 1.0, v[6]) + v[3] * faded(v[4], v[2], 1.0, v[6]) * v[7] * v[5]
                })
            }
            Kind::InService => {
                Parts::of(vec![self.figure(Kind::Accelerators, 0, at), self.figure(Kind::Peak, 0, 0)], |v| {
                    if v[1] == 0.0 { 0.0 } else { v[0] / v[1] }
                })
            }
            Kind::PlantCost => Parts::stands_on(
                (0..=at / 4)
                    .flat_map(|year| CAPEX_LINES.map(|line| self.figure(Kind::LineYear, line as usize, year)))
                    .filter(|it| it.value != 0.0)
                    .chain(self.all(&[
                        InputId::accelerator_life,
                        InputId::network_life,
                        InputId::facility_life,
                    ]))
                    .collect(),
            ),
            _ => return None,
        })
    }

    /// A budget buys what it buys at the price with everything; where network or sites stand already, or demand or power
    /// decides, the number stands on those.
    fn bought(&self, at: usize) -> Parts {
        let inputs = self.inputs();
        let value = self.world().fleet.bought(at).accelerators.value();
        if value == 0.0 {
            return Parts::product(vec![fixed("nothing is bought in this quarter", 0.0)]);
        }
        let mut all = self.all(&[InputId::capex_per_year, InputId::ai_share, InputId::inference_share]);
        all.extend([self.figure(Kind::AllIn, 0, at), fixed("a fourth of a year", 0.25)]);
        let simple = |v: &[f64]| v[0] * v[1] * v[2] * v[4] / v[3];
        let values: Vec<f64> = all.iter().map(|it| it.value).collect();
        let is_simple = (simple(&values) - value).abs() <= 1e-9 * value;
        if inputs.capex_basis == CapexBasis::Announced && is_simple {
            return Parts::of(all, simple);
        }
        all.extend(self.all(&[InputId::power_cap, InputId::capex_basis, InputId::after_plan]));
        let served = at + self.world().fleet.lives.lag as usize;
        all.extend((0..5).map(|class| self.figure(Kind::Work, class, served)));
        all.push(self.figure(Kind::Yield, 0, served));
        Parts::stands_on(all)
    }
}
