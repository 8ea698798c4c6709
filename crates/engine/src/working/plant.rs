//! The fleet: what is bought, what is in service, and what it cost.

use super::{Figure, Kind, Parts, Workings, fixed};
use crate::offer::{Offer, affordable, lacking};
use crate::plan::{planned, runs_off};
use crate::unit_cost::all_in;
use payenough_model::{BeyondCap, CapexBasis, CostLine, InputId};
use payenough_quantities::{
    AcceleratorSeconds, Accelerators, Megawatts, MegawattsPerAccelerator, Seconds, Usd, UsdPerAccelerator,
    UsdPerMegawatt,
};

/// An offer with these prices of an accelerator and of its network, and this power of an accelerator.
fn offer(accelerator: f64, port: f64, power: f64) -> Offer<f64> {
    Offer {
        accelerator: UsdPerAccelerator::of(accelerator),
        port: UsdPerAccelerator::of(port),
        gain: 1.0,
        power: MegawattsPerAccelerator::of(power),
    }
}

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
            Kind::Accelerators => service.at_work().value(),
            Kind::Effective => (service.effective * service.powered).value(),
            Kind::Powered => service.powered,
            Kind::ByRent => service.by_rent.value(),
            Kind::Bought => fleet.bought(at).accelerators.value(),
            Kind::InService => self.world().counted(at).value(),
            Kind::PlantCost => service.plant_cost.value(),
            Kind::Power => service.power_at_work().value(),
            Kind::PortsBought => fleet.bought(at).ports.value(),
            Kind::SitesBought => fleet.bought(at).facility.value(),
            _ => return None,
        })
    }

    /// The quarters whose purchases of accelerators are in service in a quarter.
    pub(super) fn cohorts(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let fleet = &self.world().fleet;
        let all = self.serving(CostLine::Accelerators, at);
        all.filter(|&q| fleet.bought(q).accelerators.value() > 0.0)
    }

    pub(super) fn plant(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, at, .. } = figure;
        Some(match kind {
            Kind::Peak => {
                let service = &self.world().fleet.service;
                let peak = self.world().fleet.peak;
                let first = service.iter().position(|it| it.accelerators == peak).unwrap_or(0);
                Parts::sum(self.cohorts(first).map(|q| self.figure(Kind::Bought, 0, q)).collect())
            }
            Kind::Accelerators => {
                let bought = self.cohorts(at).map(|q| self.figure(Kind::Bought, 0, q));
                Parts::sum(bought.collect()).times(self.figure(Kind::Powered, 0, at))
            }
            Kind::ByRent => {
                let age = |q: usize| fixed("years since they were paid for", (at - q) as f64 * 0.25);
                let mut all = vec![self.input(InputId::rent_fall)];
                all.extend(self.cohorts(at).flat_map(|q| [self.figure(Kind::Bought, 0, q), age(q)]));
                Parts::of(all, |v| {
                    v[1..].chunks_exact(2).map(|it| it[0] * libm::pow(1.0 - v[0], it[1])).sum()
                })
            }
            Kind::Powered => {
                let pair = |q| [self.figure(Kind::Bought, 0, q), self.figure(Kind::PowerEach, 0, q)];
                let mut all = vec![self.input(InputId::power_cap)];
                all.extend(self.cohorts(at).flat_map(pair));
                Parts::of(all, |v| if v.len() > 1 { (v[0] / super::dot(&v[1..])).min(1.0) } else { 1.0 })
            }
            Kind::Effective => {
                let pair = |q| [self.figure(Kind::Bought, 0, q), self.figure(Kind::Gain, 0, q)];
                let all = self.cohorts(at).flat_map(pair).collect();
                Parts::of(all, super::dot).times(self.figure(Kind::Powered, 0, at))
            }
            Kind::Bought => self.bought(at),
            Kind::AllIn => {
                let mut all = [Kind::ChipPrice, Kind::PortPrice, Kind::PowerEach]
                    .map(|it| self.figure(it, 0, at))
                    .to_vec();
                all.push(self.input(InputId::facility_price));
                Parts::of(all, |v| all_in(offer(v[0], v[1], v[2]), UsdPerMegawatt::of(v[3])).value())
            }
            Kind::InService if self.world().shares.is_some() => {
                Parts::product(vec![self.share(at), self.figure(Kind::Powered, 0, at)])
            }
            Kind::InService => {
                Parts::of(vec![self.figure(Kind::Accelerators, 0, at), self.figure(Kind::Peak, 0, 0)], |v| {
                    if v[1] == 0.0 { 0.0 } else { v[0] / v[1] }
                })
            }
            _ => return None,
        })
    }

    /// Whether purchases in the quarter follow an announced budget.
    fn is_announced(&self, at: usize) -> bool {
        let planned: f64 = planned(self.inputs());
        self.inputs().capex_basis == CapexBasis::Announced && (at as f64) < planned
    }

    /// The accelerators bought in a quarter: the number that the budget buys, given the plant kept from earlier
    /// purchases, or the number that is missing for the work in demand. The remaining power limits both if a budget
    /// that finds no power is saved.
    fn bought(&self, at: usize) -> Parts {
        let inputs = self.inputs();
        let fig = |kind| self.figure(kind, 0, at);
        let served = at + self.lag();
        let runs_off = runs_off(inputs);
        let is_announced = self.is_announced(at);
        if !is_announced && runs_off {
            return Parts::product(vec![fixed("nothing is bought after the announced years", 0.0)]);
        }
        if !self.is_quarter(served) {
            return Parts::product(vec![fixed("nothing is bought that would serve after the horizon", 0.0)]);
        }
        let mut all = vec![self.input(InputId::power_cap), fig(Kind::PowerKept), fig(Kind::PowerEach)];
        let is_spent = inputs.beyond_cap == BeyondCap::Spent;
        let most = move |v: &[f64]| if is_spent { f64::INFINITY } else { (v[0] - v[1]).max(0.0) / v[2] };
        if !is_announced {
            all.extend([fig(Kind::EffectiveKept), fig(Kind::Gain), self.figure(Kind::Yield, 0, served)]);
            all.extend(Figure::classes().map(|class| self.figure(Kind::Work, class, served)));
            return Parts::of(all, move |v| {
                let work = AcceleratorSeconds::of(v[6..].iter().sum());
                let lacks = lacking(work, Seconds::of(v[5]), Accelerators::of(v[3]), v[4]);
                lacks.value().min(most(v))
            });
        }
        all.extend([fig(Kind::Budget), fig(Kind::ChipPrice), fig(Kind::PortPrice)]);
        all.push(self.input(InputId::facility_price));
        all.extend([Kind::Kept, Kind::PortsKept, Kind::SitesKept].map(fig));
        Parts::of(all, move |v| {
            let offer = offer(v[4], v[5], v[2]);
            let (ports, sites) = (Accelerators::of(v[7] - v[8]), Megawatts::of(v[1] - v[9]));
            let bought = affordable(Usd::of(v[3]), offer, ports, sites, UsdPerMegawatt::of(v[6]));
            bought.value().min(most(v))
        })
    }
}
