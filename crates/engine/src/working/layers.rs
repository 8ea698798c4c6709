//! The layers of plant: what is kept from earlier purchases, what is added, its value at the end of its life, and what
//! is written off and charged in each year.

use super::{Figure, Kind, Operand, Parts, Workings, fixed};
use crate::charge;
use crate::discount::Discount;
use crate::lives::whole_quarters;
use crate::outcome::CAPEX_LINES;
use crate::plant::{left_over, second_hand};
use crate::write_off::{
    equipment_rates, equipment_written_off, facility_written_off, quarter_of, site_rates, straight_line,
};
use payenough_model::{CostLine, InputId};
use payenough_quantities::{Ratio, Usd, Years};

/// The number of years that the index of a figure of `When::Bought` can hold: the index is `quarter · YEARS + year`.
pub(super) const YEARS: usize = 100;

impl Workings<'_> {
    /// The life of a line of plant, in quarters.
    fn life(&self, line: CostLine) -> usize {
        let lives = self.world().fleet.lives;
        let life = match line {
            CostLine::Network => lives.network,
            CostLine::Facility => lives.facility,
            _ => lives.accelerator,
        };
        life as usize
    }

    /// The number of quarters from purchase to service.
    pub(super) fn lag(&self) -> usize {
        self.world().fleet.lives.lag as usize
    }

    /// One past the last quarter whose purchases can still enter service.
    pub(super) fn bought_until(&self) -> usize {
        let fleet = &self.world().fleet;
        fleet.last().saturating_sub(self.lag()).min(fleet.cohorts.len())
    }

    /// One past the last quarter in which a line of a quarter's purchase is in service.
    pub(super) fn until(&self, line: CostLine, cohort: usize) -> usize {
        (cohort + self.lag() + self.life(line)).min(self.world().fleet.last())
    }

    /// The earlier quarters whose purchases of a line are still in service when those of a quarter enter service.
    fn before(&self, line: CostLine, quarter: usize) -> core::ops::Range<usize> {
        (quarter + 1).saturating_sub(self.life(line))..quarter
    }

    /// `Σ kind` over the earlier quarters given by `before`. If `times` is given, each term is multiplied by it.
    fn standing(&self, line: CostLine, quarter: usize, kind: Kind, times: Option<Kind>) -> Parts {
        let there = self.before(line, quarter).map(|q| [Some(kind), times].map(|it| (it, q)));
        let figures = there.flatten().filter_map(|(kind, q)| Some(self.figure(kind?, 0, q)));
        let all: Vec<Operand> = figures.collect();
        if times.is_some() { Parts::of(all, super::dot) } else { Parts::sum(all) }
    }

    pub(super) fn layers(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, line, at } = figure;
        let fig = |kind| self.figure(kind, 0, at);
        let chips = CostLine::Accelerators;
        let is_there = self.is_quarter(at);
        Some(match kind {
            Kind::Kept if is_there => self.standing(chips, at, Kind::Bought, None),
            Kind::EffectiveKept if is_there => self.standing(chips, at, Kind::Bought, Some(Kind::Gain)),
            Kind::PowerKept if is_there => self.standing(chips, at, Kind::Bought, Some(Kind::PowerEach)),
            Kind::PortsKept if is_there => self.standing(CostLine::Network, at, Kind::PortsBought, None),
            Kind::SitesKept if is_there => self.standing(CostLine::Facility, at, Kind::SitesBought, None),
            Kind::PortsBought | Kind::SitesBought if !self.is_quarter(at + self.lag()) => {
                Parts::product(vec![fixed("nothing is bought that would serve after the horizon", 0.0)])
            }
            Kind::PortsBought => {
                Parts::of(vec![fig(Kind::Kept), fig(Kind::Bought), fig(Kind::PortsKept)], |v| {
                    (v[0] + v[1] - v[2]).max(0.0)
                })
            }
            Kind::SitesBought => Parts::of(
                vec![fig(Kind::PowerKept), fig(Kind::Bought), fig(Kind::PowerEach), fig(Kind::SitesKept)],
                |v| (v[0] + v[1] * v[2] - v[3]).max(0.0),
            ),
            Kind::SiteWorth => self.site_worth(at)?,
            Kind::Worth => self.worth(*CAPEX_LINES.get(line)?, at)?,
            Kind::WrittenOff => self.written_off(*CAPEX_LINES.get(line)?, at / YEARS, at % YEARS)?,
            Kind::Charge => self.charge(*CAPEX_LINES.get(line)?, at / YEARS, at % YEARS)?,
            Kind::ChargeYear if self.is_year(at) => Parts::sum(
                self.bought_in_service(at).map(|(line, of)| self.figure(Kind::Charge, line, of)).collect(),
            ),
            Kind::PlantResult => {
                let pair = |(line, of): (usize, usize)| {
                    [(Kind::Outlay, of / YEARS), (Kind::WrittenOff, of)]
                        .map(|(kind, at)| self.figure(kind, line, at))
                };
                let mut all = vec![self.figure(Kind::LineYear, CostLine::Residual as usize, at)];
                all.extend(self.bought_in_service(at).flat_map(pair));
                Parts::of(all, |v| -v[0] - super::dot(&v[1..]))
            }
            Kind::PlantCost => Parts::sum(
                CAPEX_LINES
                    .into_iter()
                    .flat_map(|line| {
                        self.serving(line, at).map(move |q| self.figure(Kind::Outlay, line as usize, q))
                    })
                    .filter(|it| it.value != 0.0)
                    .collect(),
            ),
            _ => return None,
        })
    }

    /// The quarters whose purchases of a line are in service in a quarter.
    pub(super) fn serving(&self, line: CostLine, at: usize) -> core::ops::Range<usize> {
        match at.checked_sub(self.lag()) {
            Some(newest) => (newest + 1).saturating_sub(self.life(line))..newest + 1,
            None => 0..0,
        }
    }

    /// Every line of every purchase that is in service in a year, as the `line` and the `at` of its figure.
    fn bought_in_service(&self, year: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let lag = self.lag();
        let of = move |line: CostLine| {
            (0..self.bought_until())
                .filter(move |&q| (q + lag) / 4 <= year && year <= (self.until(line, q) - 1) / 4)
                .filter(move |&q| {
                    let there =
                        |(kind, line)| self.value(Figure::new(kind, line, q)).is_some_and(|it| it > 0.0);
                    there((Kind::Outlay, line as usize)) || self.sold(line).into_iter().all(there)
                })
                .map(move |q| (line as usize, q * YEARS + year))
        };
        CAPEX_LINES.into_iter().flat_map(of)
    }

    /// What is left of a line of a purchase is the product of these two figures: what was paid × the part that is left of
    /// it, or megawatts × what one of them is worth.
    pub(super) fn sold(&self, line: CostLine) -> [(Kind, usize); 2] {
        match line {
            CostLine::Facility => [(Kind::SitesBought, 0), (Kind::SiteWorth, 0)],
            _ => [(Kind::Outlay, line as usize), (Kind::Worth, line as usize)],
        }
    }

    /// Life of a line of a purchase from payment on, and its age at the end.
    fn ages(&self, line: CostLine, cohort: usize) -> [Operand; 2] {
        let age = self.until(line, cohort) - cohort;
        [
            fixed("quarters of its life from payment on", (self.life(line) + self.lag()) as f64),
            fixed("quarters since it was paid for", age as f64),
        ]
    }

    fn site_worth(&self, cohort: usize) -> Option<Parts> {
        if cohort >= self.bought_until() {
            return None;
        }
        let mut all = self.all(&[InputId::facility_reference, InputId::facility_reuse]);
        all.push(self.paid());
        all.extend(self.ages(CostLine::Facility, cohort));
        Some(Parts::of(all, |v| v[0] * v[2] * left_over(v[3] - v[4], v[3], Ratio::of(v[1]))))
    }

    fn worth(&self, line: CostLine, cohort: usize) -> Option<Parts> {
        if cohort >= self.bought_until() || line == CostLine::Facility {
            return None;
        }
        let [life, age] = self.ages(line, cohort);
        if line == CostLine::Accelerators {
            let mut all = self.all(&[InputId::accelerator_life, InputId::physical_life, InputId::scrap]);
            all.push(age);
            return Some(Parts::of(all, |v| {
                let life = whole_quarters(Years::of(v[0].min(v[1])), 1.0);
                second_hand(v[3] / life, Ratio::of(v[2]))
            }));
        }
        let all = vec![self.input(InputId::facility_reuse), life, age];
        Some(Parts::of(all, |v| left_over(v[1] - v[2], v[1], Ratio::of(v[0]))))
    }

    fn written_off(&self, line: CostLine, cohort: usize, year: usize) -> Option<Parts> {
        let from = cohort + self.lag();
        let until = self.until(line, cohort);
        if cohort >= self.bought_until() || year < from / 4 || (until - 1) / 4 < year {
            return None;
        }
        let age = |end: usize| end.min(until).saturating_sub(from) as f64;
        let is_last = year == (until - 1) / 4;
        let ages = [
            fixed("quarters in service at the start of the year", age(4 * year)),
            fixed("quarters in service at its end", age(4 * year + 4)),
            fixed("is it disposed of in this year? 1 yes, 0 no", f64::from(u8::from(is_last))),
        ];
        let spread = |rates: &'static [f64], age: f64| -> f64 {
            (1..=age as usize).map(|age| quarter_of(rates, age)).sum()
        };
        if line == CostLine::Facility {
            let mut all = self.all(&[InputId::shell_share]);
            all.extend(ages);
            let table = move |shell: f64, age: f64| {
                facility_written_off(Ratio::of(shell), age, spread(site_rates(), age))
            };
            return Some(Parts::of(all, move |v| {
                let end = if v[3] == 1.0 { 1.0 } else { table(v[0], v[2]) };
                end - if v[1] > 0.0 { table(v[0], v[1]) } else { 0.0 }
            }));
        }
        let rates = equipment_rates(self.inputs().tax_class);
        let mut all = self.all(&[InputId::bonus, InputId::tax_class]);
        all.extend(ages);
        all.push(fixed("quarters of an accelerator's life", self.life(CostLine::Accelerators) as f64));
        Some(Parts::of(all, move |v| {
            let table = |age: f64| {
                let done = rates.map_or_else(|| straight_line(age, v[5]), |rates| spread(rates, age));
                if v[0] < 1.0 { equipment_written_off(Ratio::of(v[0]), done) } else { 1.0 }
            };
            let end = if v[4] == 1.0 { 1.0 } else { table(v[3]) };
            end - if v[2] > 0.0 { table(v[2]) } else { 0.0 }
        }))
    }

    fn charge(&self, line: CostLine, cohort: usize, year: usize) -> Option<Parts> {
        let from = cohort + self.lag();
        let until = self.until(line, cohort);
        if cohort >= self.bought_until() || year < from / 4 || (until - 1) / 4 < year {
            return None;
        }
        let mut all = vec![
            self.figure(Kind::Outlay, line as usize, cohort),
            self.figure(Kind::Discount, 0, 2 * cohort),
            self.figure(Kind::Discount, 0, 2 * until),
            self.input(InputId::discount_rate),
            fixed("first quarter in service, from 0", from as f64),
            fixed("quarter after the last in service", until as f64),
        ];
        all.extend(self.sold(line).map(|(kind, line)| self.figure(kind, line, cohort)));
        all.extend([
            fixed("first of these in the year", from.max(4 * year) as f64),
            fixed("quarter after the last of these in the year", until.min(4 * year + 4) as f64),
        ]);
        Some(Parts::of(all, |v| {
            let discount = Discount::at(v[3], v[5] as usize);
            let weight = |from: f64, until: f64| -> f64 {
                (from as usize..until as usize).map(|q| discount.middle(q)).sum()
            };
            let cost = Usd::of(v[0] * v[1] - v[6] * v[7] * v[2]);
            charge::part(cost, weight(v[8], v[9]), weight(v[4], v[5])).value()
        }))
    }

    /// A property of new hardware on the first day of a quarter, on a path whose growth fades from the start of the
    /// scenario.
    pub(super) fn hardware(
        &self,
        base: Option<InputId>,
        growth: InputId,
        end: Option<InputId>,
        at: usize,
    ) -> Parts {
        let mut all = vec![base.map_or(fixed("at the start", 1.0), |id| self.input(id)), self.input(growth)];
        all.push(self.input(InputId::hardware_half));
        all.push(end.map_or(fixed("in the end the price or power stays", 1.0), |id| self.input(id)));
        all.push(self.start(at));
        Parts::of(all, |v| v[0] * super::faded(v[1], v[2], v[3], v[4]))
    }
}
