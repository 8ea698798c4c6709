//! The cost of an accelerator-hour, of a token and of a message, and the fleet that each kind of message needs.

use super::message::{VIDEO, message};
use super::{Figure, Kind, Operand, Parts, When, Workings, fixed};
use crate::capability_cost::capability_costs;
use crate::costs::QUARTER_HOURS;
use crate::demand::QUARTER_MONTHS;
use crate::lives::{left, waited, whole_life, whole_quarters};
use crate::terms::Amount;
use crate::unit_cost::{self, UnitCost, YEAR_HOURS, part_of_hour};
use payenough_model::{Compute, CostLine, InputId, MessageKind, Part};
use payenough_quantities::{PerYear, UsdPerAccelerator, Years};

/// The number of lines of a cost by part: one for each part and one for their sum.
pub(super) const BY_PART: usize = Part::COUNT + 1;

/// The line of the total cost of an answer token.
pub const ANSWER_TOKEN: usize = 2 * BY_PART + Part::COUNT;

/// The level charge for a layer of plant in each hour in service, given the price paid, the resale price, the life of the
/// layer, and in `money` the discount rate, the years from purchase to service, and the economic and physical lives of an
/// accelerator.
fn level(paid: f64, sold: f64, money: &[f64], life: f64) -> f64 {
    let &[rate, lag, economic, physical] = money else { return 0.0 };
    let lag = waited(Years::of(lag), whole_life(Years::of(economic), Years::of(physical)));
    let service = left(whole_quarters(Years::of(life), 1.0), lag);
    let [paid, sold] = [paid, sold].map(UsdPerAccelerator::of);
    unit_cost::level(PerYear::of(rate), paid, sold, service, lag).value()
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
            Kind::WatchedCost if line < BY_PART => sum(&unit().watched.map(|it| it.value())),
            Kind::MadeCost if line < BY_PART => sum(&unit().made.map(|it| it.value())),
            Kind::MessageCost if line < BY_PART => sum(&unit().message.map(|it| it.value())),
            Kind::KindTokens => kinds().get(line / 3)?.tokens[line % 3].value(),
            Kind::KindEncoded => kinds().get(line)?.watched.value(),
            Kind::KindMade => kinds().get(line)?.made.value(),
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
        let fig = |kind: Kind, line| self.figure(kind, line, self.when_stated(kind));
        Some(match figure.kind {
            Kind::Useful => Parts::over(fig(Kind::Yield, 0), fixed("hours of a quarter", QUARTER_HOURS)),
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
                    true => parts.plus(self.of_unit(|_| true, &|name| match name {
                        Amount::answers => Some(Parts::constant(1.0)),
                        _ => None,
                    })),
                    false => parts,
                }
            }
            Kind::MessageCost => {
                let start = MessageKind::Start as usize;
                let pair =
                    |k| [fig(Kind::KindTokens, 3 * start + k), fig(Kind::TokenCost, BY_PART * k + line)];
                Parts::of((0..3).flat_map(pair).collect(), super::dot).plus(self.video_cost(start, line))
            }
            Kind::WatchedCost if line == Part::COUNT => {
                Parts::sum((0..Part::COUNT).map(|part| fig(Kind::WatchedCost, part)).collect())
            }
            Kind::WatchedCost => {
                let mut all = vec![self.input(InputId::video_tokens), fig(Kind::TokenCost, line)];
                all.extend([fig(Kind::EncodeTime, 0), fig(Kind::Hour, line), fig(Kind::Useful, 0)]);
                Parts::of(all, |v| v[0] * (v[1] + v[2] * v[3] / v[4]))
            }
            Kind::MadeCost if line == Part::COUNT => {
                Parts::sum((0..Part::COUNT).map(|part| fig(Kind::MadeCost, part)).collect())
            }
            Kind::MadeCost => {
                let all = vec![fig(Kind::MakeTime, 0), fig(Kind::Hour, line), fig(Kind::Useful, 0)];
                Parts::of(all, |v| v[0] * v[1] / v[2])
            }
            Kind::KindTokens => self.kind_part(*MessageKind::ALL.get(line / 3)?, line % 3),
            Kind::KindEncoded => self.kind_part(*MessageKind::ALL.get(line)?, VIDEO[0]),
            Kind::KindMade => self.kind_part(*MessageKind::ALL.get(line)?, VIDEO[1]),
            Kind::KindCost => {
                let memory = self.memory_share(*MessageKind::ALL.get(line)?);
                let beside = self.of_unit(|_| true, &|name| match name {
                    Amount::memory => Some(Parts::sum(vec![memory])),
                    Amount::per_month => Some(Parts::sum(vec![self.input(InputId::messages)])),
                    _ => None,
                });
                let token = |k| {
                    [fig(Kind::KindTokens, 3 * line + k), fig(Kind::TokenCost, BY_PART * k + Part::COUNT)]
                };
                beside
                    .plus(Parts::of((0..3).flat_map(token).collect(), super::dot))
                    .plus(self.video_cost(line, Part::COUNT))
            }
            Kind::KindMultiple => Parts::over(fig(Kind::KindCost, line), fig(Kind::KindCost, 0)),
            Kind::KindFleet => {
                let mut all = vec![self.input(InputId::users_start), self.share(self.world().clock.past())];
                all.push(self.input(InputId::messages));
                all.extend([fixed("months", QUARTER_MONTHS), fig(Kind::Yield, 0)]);
                let video = self.video_work([fig(Kind::KindEncoded, line), fig(Kind::KindMade, line)]);
                let tokens = (0..3).flat_map(|k| [fig(Kind::KindTokens, 3 * line + k), fig(Kind::Rate, k)]);
                let work = Parts::of(tokens.collect(), |v| v.chunks_exact(2).map(|it| it[0] / it[1]).sum());
                let mut work = work.plus(video);
                for (at, operand) in all.into_iter().enumerate() {
                    work = work.with(operand, move |it, by| if at == 4 { it / by } else { it * by });
                }
                work
            }
            Kind::KindPower => Parts::product(vec![fig(Kind::KindFleet, line), fig(Kind::PowerEach, 0)]),
            Kind::KindCapex => Parts::product(vec![fig(Kind::KindFleet, line), fig(Kind::AllIn, 0)]),
            _ => return None,
        })
    }

    /// The quarter for which unit costs read a figure: that of the levels, where the figure has quarters.
    fn when_stated(&self, kind: Kind) -> usize {
        if kind.when() == When::Quarter { self.world().clock.past() } else { 0 }
    }

    fn hour(&self, part: Part) -> Parts {
        let is_rented = self.inputs().compute == Compute::Rented;
        if is_rented != (part == Part::Rent) {
            let why = if is_rented { "rent holds it" } else { "nothing is rented" };
            return Parts::product(vec![fixed(why, 0.0)]);
        }
        let fig = |kind: Kind| self.figure(kind, 0, self.when_stated(kind));
        let with = |first: Kind, ids: &[InputId]| {
            let money = [InputId::discount_rate, InputId::build_lag];
            let lives = [InputId::accelerator_life, InputId::physical_life];
            let mut all = vec![fig(first)];
            all.extend(self.all(&[&money[..], &lives[..], ids].concat()));
            all
        };
        match part {
            Part::Silicon => {
                let ids = [InputId::scrap];
                Parts::of(with(Kind::ChipPrice, &ids), |v| level(v[0], v[0] * v[5], &v[1..5], v[3].min(v[4])))
            }
            Part::Network => Parts::of(with(Kind::PortPrice, &[InputId::network_life]), |v| {
                level(v[0], 0.0, &v[1..5], v[5])
            }),
            Part::Facility => {
                let ids = [InputId::facility_life, InputId::facility_price];
                Parts::of(with(Kind::PowerEach, &ids), |v| level(v[0] * v[6], 0.0, &v[1..5], v[5]))
            }
            Part::Energy | Part::Other | Part::Rent => {
                let part_of = part_of_hour(self.inputs().compute);
                self.of_unit(|line| part_of(line) == part, &|name| self.amount_of_hour(name))
            }
        }
    }

    /// The sum of the requested running costs that are part of the unit cost and are charged on one of the amounts.
    fn of_unit(&self, wants: impl Fn(CostLine) -> bool, amounts: &dyn Fn(Amount) -> Option<Parts>) -> Parts {
        let compute = self.inputs().compute;
        self.derived(|line, bearer| bearer.is_in_unit(compute) && wants(line), amounts)
    }

    /// An amount that running costs are charged on, for an accelerator-hour.
    fn amount_of_hour(&self, name: Amount) -> Option<Parts> {
        let fig = |kind: Kind| self.figure(kind, 0, self.when_stated(kind));
        Some(match name {
            Amount::energy => Parts::product(vec![
                fig(Kind::PowerEach),
                fixed("kilowatts of a megawatt", 1000.0),
                fig(Kind::InUse),
            ]),
            Amount::plant => Parts::sum(vec![fig(Kind::AllIn)]),
            Amount::accelerators => Parts::sum(vec![fig(Kind::ChipPrice)]),
            Amount::per_year => Parts::sum(vec![fixed("hours of a year", YEAR_HOURS)]),
            Amount::hours => Parts::constant(1.0),
            Amount::nights => Parts::product(vec![fig(Kind::Night), self.input(InputId::night_reuse)]),
            _ => return None,
        })
    }

    /// The share of messages of a kind that recall a memory.
    fn memory_share(&self, kind: MessageKind) -> Operand {
        match kind {
            MessageKind::Start => self.input(InputId::memory_now),
            MessageKind::Later => self.input(InputId::memory_later),
            MessageKind::Memory | MessageKind::Together => fixed("every message recalls a memory", 1.0),
            _ => fixed("no message recalls a memory", 0.0),
        }
    }

    /// The cost of a message's video, or one part of it: the accelerator time of video times the cost of a benchmark
    /// accelerator-second.
    fn video_cost(&self, kind: usize, part: usize) -> Parts {
        let fig = |kind: Kind, line| self.figure(kind, line, self.when_stated(kind));
        self.video_work([fig(Kind::KindEncoded, kind), fig(Kind::KindMade, kind)])
            .times(fig(Kind::Hour, part))
            .with(fig(Kind::Useful, 0), |cost, useful| cost / useful)
    }

    /// A part of a message of one kind, by its index in [`message`].
    fn kind_part(&self, kind: MessageKind, part: usize) -> Parts {
        Parts::of(self.message_inputs(), move |v| {
            let shares = match kind {
                MessageKind::Chat => [0.0; 5],
                MessageKind::Reasoning => [1.0, 0.0, 0.0, 0.0, 0.0],
                MessageKind::Video => [0.0, 1.0, 0.0, 0.0, 0.0],
                MessageKind::Memory => [0.0, 0.0, 1.0, 0.0, 0.0],
                MessageKind::Agents => [0.0, 0.0, 0.0, 1.0, 0.0],
                MessageKind::Making => [0.0, 0.0, 0.0, 0.0, 1.0],
                MessageKind::Together => [1.0, 1.0, 1.0, 0.0, 0.0],
                MessageKind::Start => [v[7], v[9], v[11], v[13], v[21]],
                MessageKind::Later => [v[8], v[10], v[12], v[14], v[22]],
            };
            message(shares, &[v[0], v[4], v[5], v[6], v[16], v[17], v[18], v[19], v[20], v[23]])[part]
        })
    }
}
