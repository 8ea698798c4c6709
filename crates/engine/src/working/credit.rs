//! Workings of the share of users that the judged plant is credited with.

use super::{Figure, Kind, Operand, Parts, Workings, dot, faded, fixed};
use crate::credit::{LAST_YEAR, YEARS_BEFORE, halved, is_computed, other_capex, waits_and_serves};
use crate::offer::Offer;
use crate::plan::Year;
use crate::unit_cost::all_in;
use payenough_model::{Charged, InputId, PowerAt};
use payenough_quantities::{MegawattsPerAccelerator, Ratio, Usd, UsdPerAccelerator, UsdPerMegawatt};

/// The inputs that give price and throughput of an accelerator by the date on which it is paid for.
const OFFER: [InputId; 8] = [
    InputId::accelerator_price,
    InputId::price_growth,
    InputId::accelerator_power,
    InputId::power_growth,
    InputId::hardware_gain,
    InputId::hardware_end,
    InputId::hardware_half,
    InputId::facility_price,
];

/// Throughput per dollar of accelerators that are paid for at a time: `g/p`, from the inputs of [`OFFER`] and what a
/// server's power is multiplied by.
fn per_dollar(v: &[f64], overhead: f64, time: f64) -> f64 {
    let offer = Offer {
        accelerator: UsdPerAccelerator::of(v[0] * faded(v[1], v[6], 1.0, time)),
        port: UsdPerAccelerator::ZERO,
        gain: faded(v[4], v[6], v[5], time),
        power: MegawattsPerAccelerator::of(v[2] * faded(v[3], v[6], 1.0, time) * overhead),
    };
    offer.gain / all_in(offer, UsdPerMegawatt::of(v[7])).value()
}

impl Workings<'_> {
    /// The share of users credited in a quarter: an input, or a figure if it is computed.
    pub(super) fn share(&self, at: usize) -> Operand {
        if is_computed(self.inputs()) {
            self.figure(Kind::Credit, 0, at)
        } else {
            self.input(InputId::programme_share)
        }
    }

    /// The part of AI capex that is charged.
    pub(super) fn charged(&self) -> Operand {
        match self.inputs().charged {
            Charged::Inference => self.input(InputId::inference_share),
            Charged::All => fixed("all AI capex is charged", 1.0),
        }
    }

    pub(super) fn credit_value(&self, figure: Figure) -> Option<f64> {
        let shares = self.world().shares.as_ref()?;
        (figure.kind == Kind::Credit).then(|| shares.get(figure.at).map(|it| it.value()))?
    }

    pub(super) fn credit(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, at } = figure;
        if !is_computed(self.inputs()) || !self.is_quarter(at) {
            return None;
        }
        Some(match kind {
            Kind::Credit => {
                let kept = self.credited_at(at);
                if kept != at {
                    return Some(Parts::sum(vec![self.figure(Kind::Credit, 0, kept)]));
                }
                let pair = |q| [self.figure(Kind::Bought, 0, q), self.figure(Kind::Gain, 0, q)];
                let mut all = vec![self.figure(Kind::OtherPlant, 0, at)];
                all.extend(self.cohorts(at).flat_map(pair));
                Parts::of(all, |v| {
                    let own = dot(&v[1..]);
                    if own + v[0] > 0.0 { own / (own + v[0]) } else { 0.0 }
                })
            }
            Kind::OtherPlant => {
                let years = (0..LAST_YEAR).filter(|&year| self.paid_in(year, at).next().is_some());
                Parts::sum(years.map(|year| self.figure(Kind::OtherYear, year, at)).collect())
            }
            Kind::OtherYear if line < LAST_YEAR => self.of_year(line, at),
            _ => return None,
        })
    }

    /// The quarter whose share holds in a quarter: where the fleet is renewed, the last one of the announced plan.
    fn credited_at(&self, at: usize) -> usize {
        let inputs = self.inputs();
        if crate::plan::runs_off(inputs) {
            return at;
        }
        let end: f64 = crate::plan::planned::<f64>(inputs) + self.world().fleet.lives.lag;
        at.min((end as usize).saturating_sub(1))
    }

    /// The quarters of a year, counted from the first year whose plant counts, whose plant stands in a quarter; in years
    /// from the date of the levels to the first day of each.
    fn paid_in(&self, year: usize, at: usize) -> impl Iterator<Item = f64> + '_ {
        let (lag, service) = waits_and_serves(self.inputs());
        let before = 4 * (YEARS_BEFORE + self.inputs().first_judged());
        let stands = move |quarter: usize| {
            let since = (before + at) as f64 - quarter as f64;
            lag <= since && since < lag + service
        };
        let start = self.world().clock.start_of(0) - before as f64 * 0.25;
        (4 * year..4 * year + 4).filter(move |it| stands(*it)).map(move |it| start + it as f64 * 0.25)
    }

    /// Plant of others, or of other years, that was paid for in a year and stands in a quarter.
    fn of_year(&self, line: usize, at: usize) -> Parts {
        let inputs = self.inputs();
        let year = line as i32 - YEARS_BEFORE as i32;
        let mut all = vec![self.charged()];
        let is_judged = Year::of(year).is_some_and(|it| it.is_judged(inputs));
        let n_capex = match Year::of(year) {
            Some(it) => {
                let [capex, ai] = it.inputs();
                all.extend(self.all(&[capex, ai, InputId::others_capex]));
                4
            }
            None => {
                all.push(self.input(InputId::earlier_capex));
                2
            }
        };
        all.extend(self.all(&OFFER));
        all.push(match inputs.power_at {
            PowerAt::Meter => fixed("power is measured at the meter", 1.0),
            PowerAt::Server => self.input(InputId::pue),
        });
        let n = all.len();
        let time = |time| {
            fixed("years from the date of the levels to the first day of a quarter of that year", time)
        };
        all.extend(self.paid_in(line, at).map(time));
        Parts::of(all, move |v| {
            let capex = if n_capex == 4 {
                other_capex(Usd::of(v[1]), Ratio::of(v[2]), Ratio::of(v[3]), is_judged)
            } else {
                halved(Usd::of(v[1]), year)
            };
            let bought = |time: &f64| per_dollar(&v[n_capex..], v[n - 1], *time);
            capex.value() * v[0] / 4.0 * v[n..].iter().map(bought).sum::<f64>()
        })
    }
}
