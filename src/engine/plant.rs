//! What becomes of each purchase: how long it serves, what it is worth at the end, what tax lets it write off.

use super::fleet::{Fleet, Lives, whole_quarters};
use super::paths::MAX_QUARTERS;
use super::tax::macrs_half_year;
use crate::model::{Inputs, TaxClass};
use crate::units::lane::{Lane, Mask};
use crate::units::{Ratio, Usd};

/// Model years of the longest horizon.
pub(super) const MAX_YEARS: usize = MAX_QUARTERS / 4;

/// One value per model year of four quarters.
pub(super) type ByYear<T> = [T; MAX_YEARS];

/// One layer of one purchase, from payment to disposal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Holding<L = f64> {
    /// Paid for it.
    pub(super) cost: Usd<L>,
    /// First quarter in service.
    pub(super) from: usize,
    /// One past the last quarter in service; disposed of at the end of the quarter before.
    pub(super) until: L,
    /// Got for it then.
    pub(super) proceeds: Usd<L>,
    /// Is it written off as equipment or as facility?
    pub(super) equipment: bool,
}

/// Second-hand value of an accelerator over its price new, by age over life.
///
/// Between the points (0, 1), (0.2, 0.625), (0.4, 0.425), (0.6, 0.30), (0.8, 0.175), (1, 0.125) a straight line;
/// another scrap value `s` at the end bends the curve to `s + (v − 0.125)·(1 − s)/0.875`.
///
/// Source: data/infrastructure.csv resid_y1 to resid_y5 (second-hand H100), scaled by age ÷ life (MODEL.md section 5).
#[must_use]
pub(super) fn second_hand<L: Lane>(age_over_life: L, scrap: Ratio<L>) -> L {
    const POINTS: [f64; 6] = [1.0, 0.625, 0.425, 0.30, 0.175, 0.125];
    let at = age_over_life * L::all(5.0);
    let mut value = L::all(POINTS[0]);
    for piece in 0..POINTS.len() - 1 {
        let along = (at - L::all(piece as f64)).between(0.0, 1.0);
        value += along * L::all(POINTS[piece + 1] - POINTS[piece]);
    }
    let end = scrap.value();
    end + (value - L::all(0.125)) * (L::all(1.0) - end) / L::all(0.875)
}

/// Every layer of every purchase, in order of purchase.
///
/// - accelerators retire at their life, or earlier where the programme ends, and fetch the second-hand value
/// - network and facility end with their life (worth 0) or with the fleet: remaining straight-line life × reuse
#[must_use]
#[inline(never)]
pub(super) fn holdings<L: Lane>(inputs: &Inputs<L>, fleet: &Fleet<L>) -> Vec<Holding<L>> {
    let value_life: L = whole_quarters(inputs.accelerator_life.min(inputs.physical_life), 1.0);
    let lives = fleet.lives;
    let cohorts = &fleet.cohorts[..fleet.last().min(fleet.cohorts.len())];
    let mut all = Vec::with_capacity(3 * cohorts.len());
    for (from, cohort) in cohorts.iter().enumerate() {
        let start = L::all(from as f64);
        let end = |life: L| (start + life).lesser(fleet.end);
        let mut hold = |cost: Usd<L>, until: L, worth: L, equipment: bool| {
            all.push(Holding { cost, from, until, proceeds: cost * worth, equipment });
        };
        if Usd::ZERO.below(cohort.accelerator_cost).any() {
            let until = end(lives.accelerator);
            hold(
                cohort.accelerator_cost,
                until,
                second_hand((until - start) / value_life, inputs.scrap),
                true,
            );
        }
        let rest =
            [(cohort.network_cost, lives.network, true), (cohort.facility_cost, lives.facility, false)];
        for (cost, life, equipment) in rest {
            if Usd::ZERO.below(cost).any() {
                let until = end(life);
                let left = (start + life - until) / life;
                hold(cost, until, inputs.facility_reuse.value() * left, equipment);
            }
        }
    }
    all
}

/// Life of a building shell for tax: 39 years.
const SHELL_QUARTERS: f64 = 156.0;

/// Share of a cost written off for tax after so many quarters in service.
#[derive(Clone, Debug)]
pub(super) struct WriteOff<L = f64> {
    equipment: Vec<L>,
    facility: Vec<L>,
}

impl<L: Lane> WriteOff<L> {
    /// The schedules that the inputs describe.
    ///
    /// Equipment: the bonus share at once, the rest by MACRS or straight line. Facility: shell 39 years straight
    /// line, site works MACRS 15. A MACRS year spreads evenly over its four quarters.
    ///
    /// Source: IRS Publication 946, table A-1 and section 168(k); MODEL.md section 7.
    #[must_use]
    pub(super) fn new(inputs: &Inputs<L>, lives: &Lives<L>, quarters: usize) -> Self {
        let one = L::all(1.0);
        let (bonus, shell) = (inputs.bonus.value(), inputs.shell_share.value());
        let class = match inputs.tax_class {
            TaxClass::Macrs3 => 3,
            TaxClass::Macrs5 => 5,
            TaxClass::Macrs7 => 7,
            TaxClass::StraightLine => 0,
        };
        let rates = macrs_half_year(class).unwrap_or_default();
        let works = macrs_half_year(15).unwrap_or_default();
        let quarter_of = |rates: &[f64], age: usize| rates.get((age - 1) / 4).map_or(0.0, |rate| rate / 4.0);
        let mut schedule =
            Self { equipment: vec![L::ZERO; quarters + 1], facility: vec![L::ZERO; quarters + 1] };
        let (mut rest, mut site) = (0.0, 0.0);
        for age in 1..=quarters {
            rest += quarter_of(rates, age);
            site += quarter_of(works, age);
            let quarters = L::all(age as f64);
            let line = if inputs.tax_class == TaxClass::StraightLine {
                (quarters / lives.accelerator).lesser(one)
            } else {
                L::all(rest)
            };
            schedule.equipment[age] = L::select(bonus.below(one), bonus + (one - bonus) * line, one);
            schedule.facility[age] =
                shell * (quarters / L::all(SHELL_QUARTERS)) + (one - shell) * L::all(site);
        }
        schedule
    }

    /// Taxable result of holding plant in a model year: proceeds less write-offs; what is left of the basis is
    /// written off at disposal.
    #[must_use]
    pub(super) fn by_year(&self, holdings: &[Holding<L>]) -> ByYear<Usd<L>> {
        let (one, mut income) = (L::all(1.0), [Usd::ZERO; MAX_YEARS]);
        for held in holdings {
            let table = if held.equipment { &self.equipment } else { &self.facility };
            // the model year in which each future disposes of it
            let last = ((held.until - one) * L::all(0.25)).whole();
            let (first, until) = (last.smallest() as usize, last.largest() as usize);
            let mut before = L::ZERO;
            for (year, slot) in income.iter_mut().enumerate().take(until + 1).skip(held.from / 4) {
                let written = table.get(year * 4 + 4 - held.from).copied().unwrap_or(one);
                if year < first {
                    *slot -= held.cost * (written - before);
                    before = written;
                } else {
                    let at = L::all(year as f64);
                    let after = L::select(last.up_to(at), one, written);
                    let got = Usd::select(last.equals(at), held.proceeds, Usd::ZERO);
                    *slot = *slot - held.cost * (after - before) + got;
                    before = after;
                }
            }
        }
        income
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_hand_meets_its_source() {
        let at = |age| second_hand(age, Ratio::of(0.125));
        for (age, value) in [(0.0, 1.0), (0.2, 0.625), (0.4, 0.425), (0.6, 0.3), (0.8, 0.175), (1.0, 0.125)] {
            assert!((at(age) - value).abs() < 1e-12, "{age}");
        }
        assert!((at(0.1) - 0.8125).abs() < 1e-12 && at(3.0) == at(1.0));
        assert!(second_hand(1.0, Ratio::of(0.0)).abs() < 1e-12);
        assert!((second_hand(0.0, Ratio::of(0.0)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn every_dollar_is_written_off_once() {
        let held =
            Holding { cost: Usd::of(100.0), from: 2, until: 21.0, proceeds: Usd::of(7.0), equipment: false };
        let inputs = Inputs::read(&crate::model::Values::STARTING_POINT);
        let lives = Lives::of(&inputs, None);
        let income = WriteOff::new(&inputs, &lives, 40).by_year(&[held]);
        let total: Usd = income.iter().copied().sum();
        assert!((total.value() + 93.0).abs() < 1e-10, "{total:?}");
        assert!(income[6] == Usd::ZERO && income[0] < Usd::ZERO);
    }
}
