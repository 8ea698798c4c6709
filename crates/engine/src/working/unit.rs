//! What an accelerator-hour, a token and a message cost, and the fleet behind each kind of message.

use super::load::message;
use super::{Figure, Kind, Operand, Parts, Workings, fixed};
use crate::capability_cost::capability_costs;
use crate::unit_cost::UnitCost;
use payenough_model::{Compute, InputId, MessageKind, Part};

/// Lines of a cost by part: the parts, and all of them.
pub(super) const BY_PART: usize = Part::COUNT + 1;

/// The line of an answer token's whole cost.
pub const ANSWER_TOKEN: usize = 2 * BY_PART + Part::COUNT;

/// A layer's level charge per hour of its life: `(paid·(1+r)^lag − sold·(1+r)^(−life)) / Σ (1+r)^(−t) / 2,190`.
fn level(paid: f64, sold: f64, rate: f64, lag: f64, life: f64) -> f64 {
    let (lag, quarters) = (libm::round(lag * 4.0).max(0.0), libm::round(life * 4.0).max(1.0));
    let at = |quarter: f64| libm::pow(1.0 + rate, -quarter / 4.0);
    let weight: f64 = (0..quarters as usize).map(|quarter| at(quarter as f64 + 0.5)).sum();
    (paid * at(-lag) - sold * at(quarters)) / weight / 2190.0
}

impl Workings<'_> {
    pub(super) fn unit_value(&self, figure: Figure) -> Option<f64> {
        let line = figure.line;
        let sum = |parts: &[f64]| {
            if line % BY_PART == Part::COUNT { parts.iter().sum() } else { parts[line % BY_PART] }
        };
        let kinds = || capability_costs(self.inputs());
        let unit = || UnitCost::of(self.inputs());
        Some(match figure.kind {
            Kind::Hour if line < BY_PART => sum(&unit().hour.map(|it| it.value())),
            Kind::TokenCost => {
                let unit = unit();
                sum(&[unit.uncached, unit.cached, unit.output].get(line / BY_PART)?.map(|it| it.value()))
            }
            Kind::MessageCost if line < BY_PART => sum(&unit().message.map(|it| it.value())),
            Kind::KindTokens => kinds().get(line / 3)?.tokens[line % 3].value(),
            Kind::KindCost => kinds().get(line)?.cost.iter().map(|it| it.value()).sum(),
            Kind::KindMultiple => kinds().get(line)?.multiple.value(),
            Kind::KindFleet => kinds().get(line)?.accelerators.value(),
            Kind::KindPower => kinds().get(line)?.power.value(),
            Kind::KindCapex => kinds().get(line)?.capex.value(),
            _ => return None,
        })
    }

    pub(super) fn unit(&self, figure: Figure) -> Option<Parts> {
        let line = figure.line;
        let fig = |kind, line| self.figure(kind, line, 0);
        Some(match figure.kind {
            Kind::Useful => Parts::over(fig(Kind::Yield, 0), fixed("hours of a quarter", 2190.0)),
            Kind::Hour if line == Part::COUNT => {
                Parts::sum((0..Part::COUNT).map(|part| fig(Kind::Hour, part)).collect())
            }
            Kind::Hour => self.hour(*Part::ALL.get(line)?),
            Kind::TokenCost if line % BY_PART == Part::COUNT => {
                let first = line - Part::COUNT;
                Parts::sum((first..line).map(|part| fig(Kind::TokenCost, part)).collect())
            }
            Kind::TokenCost => {
                let (class, part) = (line / BY_PART, line % BY_PART);
                let all = vec![fig(Kind::Hour, part), fig(Kind::Useful, 0), fig(Kind::Rate, class)];
                let parts = Parts::of(all, |v| v[0] / v[1] / v[2]);
                match class == 2 && part == Part::Other as usize {
                    true => parts.with(self.input(InputId::egress), |cost, traffic| cost + traffic),
                    false => parts,
                }
            }
            Kind::MessageCost => {
                let start = MessageKind::Start as usize;
                let pair =
                    |k| [fig(Kind::KindTokens, 3 * start + k), fig(Kind::TokenCost, BY_PART * k + line)];
                Parts::of((0..3).flat_map(pair).collect(), super::dot)
            }
            Kind::KindTokens => self.kind_tokens(*MessageKind::ALL.get(line / 3)?, line % 3),
            Kind::KindCost => {
                let memory = self.memory_share(*MessageKind::ALL.get(line)?);
                let mut all = vec![memory];
                all.extend(self.all(&[InputId::storage, InputId::messages]));
                all.extend((0..3).flat_map(|k| {
                    [fig(Kind::KindTokens, 3 * line + k), fig(Kind::TokenCost, BY_PART * k + Part::COUNT)]
                }));
                Parts::of(all, |v| v[0] * v[1] / v[2] + super::dot(&v[3..]))
            }
            Kind::KindMultiple => Parts::over(fig(Kind::KindCost, line), fig(Kind::KindCost, 0)),
            Kind::KindFleet => {
                let ids = [InputId::users_start, InputId::programme_share, InputId::messages];
                let mut all = self.all(&ids);
                all.extend([fixed("months", 3.0), fig(Kind::Yield, 0)]);
                all.extend((0..3).flat_map(|k| [fig(Kind::KindTokens, 3 * line + k), fig(Kind::Rate, k)]));
                Parts::of(all, |v| {
                    let work: f64 = v[5..].chunks_exact(2).map(|pair| pair[0] / pair[1]).sum();
                    v[0] * v[1] * v[3] * v[2] * work / v[4]
                })
            }
            Kind::KindPower => Parts::product(vec![fig(Kind::KindFleet, line), fig(Kind::PowerEach, 0)]),
            Kind::KindCapex => Parts::product(vec![fig(Kind::KindFleet, line), fig(Kind::AllIn, 0)]),
            _ => return None,
        })
    }

    fn hour(&self, part: Part) -> Parts {
        let is_rented = self.inputs().compute == Compute::Rented;
        if is_rented != (part == Part::Rent) {
            let why = if is_rented { "rent holds it" } else { "nothing is rented" };
            return Parts::product(vec![fixed(why, 0.0)]);
        }
        let fig = |kind| self.figure(kind, 0, 0);
        let money = [InputId::discount_rate, InputId::build_lag];
        let with = |mut first: Vec<Operand>, ids: &[InputId]| {
            first.extend(self.all(ids));
            first
        };
        let night = || with(vec![fig(Kind::Night)], &[InputId::night_reuse, InputId::night_value]);
        match part {
            Part::Silicon => {
                let mut all = with(vec![fig(Kind::ChipPrice)], &money);
                all.extend(self.all(&[InputId::accelerator_life, InputId::physical_life, InputId::scrap]));
                Parts::of(all, |v| level(v[0], v[0] * v[5], v[1], v[2], v[3].min(v[4])))
            }
            Part::Network => {
                let mut all = with(vec![fig(Kind::PortPrice)], &money);
                all.extend(self.all(&[InputId::network_life]));
                Parts::of(all, |v| level(v[0], 0.0, v[1], v[2], v[3]))
            }
            Part::Facility => {
                let mut all = with(vec![fig(Kind::PowerEach)], &money);
                all.extend(self.all(&[InputId::facility_life, InputId::facility_price]));
                Parts::of(all, |v| level(v[0] * v[4], 0.0, v[1], v[2], v[3]))
            }
            Part::Energy => {
                let all = vec![
                    fig(Kind::PowerEach),
                    fixed("kilowatts of a megawatt", 1000.0),
                    fig(Kind::InUse),
                    self.input(InputId::power_price),
                ];
                Parts::product(all)
            }
            Part::Other => {
                let mut all = with(
                    vec![fig(Kind::AllIn), fig(Kind::ChipPrice)],
                    &[InputId::site_opex, InputId::replacement],
                );
                all.push(fixed("hours of a year", 8760.0));
                all.extend(night());
                Parts::of(all, |v| (v[0] * v[2] + v[1] * v[3]) / v[4] - v[5] * v[6] * v[7])
            }
            Part::Rent => {
                let mut all = night();
                all.push(self.input(InputId::rent));
                Parts::of(all, |v| v[3] - v[0] * v[1] * v[2])
            }
        }
    }

    /// Share of the messages of a kind that recall a memory.
    fn memory_share(&self, kind: MessageKind) -> Operand {
        match kind {
            MessageKind::Start => self.input(InputId::memory_now),
            MessageKind::Later => self.input(InputId::memory_later),
            MessageKind::Memory | MessageKind::Together => fixed("every message recalls a memory", 1.0),
            _ => fixed("no message recalls a memory", 0.0),
        }
    }

    fn kind_tokens(&self, kind: MessageKind, class: usize) -> Parts {
        Parts::of(self.message_inputs(), move |v| {
            let shares = match kind {
                MessageKind::Chat => [0.0; 4],
                MessageKind::Reasoning => [1.0, 0.0, 0.0, 0.0],
                MessageKind::Video => [0.0, 1.0, 0.0, 0.0],
                MessageKind::Memory => [0.0, 0.0, 1.0, 0.0],
                MessageKind::Agents => [0.0, 0.0, 0.0, 1.0],
                MessageKind::Together => [1.0, 1.0, 1.0, 0.0],
                MessageKind::Start => [v[7], v[9], v[11], v[13]],
                MessageKind::Later => [v[8], v[10], v[12], v[14]],
            };
            message(shares, &[v[0], v[4], v[5], v[6], v[16], v[17], v[18], v[19], v[20]])[class]
        })
    }
}
