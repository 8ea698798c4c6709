//! What of a purchase is written off for tax, and when.

use super::lives::Lives;
use super::plant::{ByYear, Holding, Layer, MAX_YEARS};
use super::tax::macrs_half_year;
use payenough_model::{Inputs, TaxClass};
use payenough_quantities::lane::{Lane, WHOLE};
use payenough_quantities::{Ratio, Usd};

/// Quarters over which a building shell is written off for tax: 39 years.
const SHELL_QUARTERS: f64 = 156.0;

/// Yearly write-off rates of equipment. `None` if equipment is written off in a straight line.
#[must_use]
pub(super) fn equipment_rates(class: TaxClass) -> Option<&'static [f64]> {
    match class {
        TaxClass::Macrs3 => macrs_half_year(3),
        TaxClass::Macrs5 => macrs_half_year(5),
        TaxClass::Macrs7 => macrs_half_year(7),
        TaxClass::StraightLine => None,
    }
}

/// Yearly write-off rates of site works: MACRS, 15 years.
#[must_use]
pub(super) fn site_rates() -> &'static [f64] {
    macrs_half_year(15).unwrap_or_default()
}

/// Share written off in the last of `age` quarters in service. A yearly rate is spread evenly over four quarters.
#[must_use]
pub(super) fn quarter_of(rates: &[f64], age: usize) -> f64 {
    rates.get((age - 1) / 4).map_or(0.0, |rate| rate / 4.0)
}

/// Share written off in a straight line after `age` quarters of a life.
#[inline(always)]
#[must_use]
pub(super) fn straight_line<L: Lane>(age: L, life: L) -> L {
    (age / life).lesser(L::all(1.0))
}

/// Share of equipment written off: the bonus share at once, and of the rest the share `done` that its schedule gives.
#[inline(always)]
#[must_use]
pub(super) fn equipment_written_off<L: Lane>(bonus: Ratio<L>, done: L) -> L {
    let bonus = bonus.value();
    bonus + (L::all(1.0) - bonus) * done
}

/// Share of a facility written off after `age` quarters: the shell over 39 years, the site works by their schedule.
///
/// - `shell` the shell's share of the cost; `site` share of the site works that has been written off
#[inline(always)]
#[must_use]
pub(super) fn facility_written_off<L: Lane>(shell: Ratio<L>, age: f64, site: f64) -> L {
    let shell = shell.value();
    shell * L::all(age / SHELL_QUARTERS) + (L::all(1.0) - shell) * L::all(site)
}

/// Shares of a cost written off for tax by the end of each quarter in service, grouped in years of four quarters.
#[derive(Clone, Debug)]
pub(super) struct WriteOff<L = f64> {
    equipment: Vec<YearOf<L>>,
    facility: Vec<YearOf<L>>,
}

/// Four quarters of a schedule. Holdings share it, so the difference is taken once and not for each of them.
#[derive(Clone, Copy, Debug)]
struct YearOf<L> {
    /// Cumulative share written off by the end of each quarter.
    so_far: [L; 4],
    /// What was written off in the four quarters up to it.
    newly: [L; 4],
}

impl<L: Lane> YearOf<L> {
    /// The year that follows `before` in a schedule.
    fn after(before: Option<&Self>, so_far: [L; 4]) -> Self {
        let before = before.map_or([L::ZERO; 4], |it| it.so_far);
        Self { so_far, newly: core::array::from_fn(|it| so_far[it] - before[it]) }
    }
}

impl<L: Lane> WriteOff<L> {
    /// The schedules that the inputs describe.
    ///
    /// Equipment: the bonus share is written off at once, the rest by MACRS or in a straight line. Facility: the shell
    /// is written off in a straight line over 39 years, the site works by 15-year MACRS. The rate of a MACRS year is
    /// spread evenly over its four quarters.
    ///
    /// Source: IRS Publication 946, table A-1 and section 168(k); MODEL.md section 7.
    #[must_use]
    pub(super) fn new(inputs: &Inputs<L>, lives: &Lives<L>, quarters: usize) -> Self {
        let rates = equipment_rates(inputs.tax_class).unwrap_or_default();
        let works = site_rates();
        let years = quarters / 4 + 1;
        let (mut equipment, mut facility) = (Vec::with_capacity(years), Vec::with_capacity(years));
        let (mut rest, mut site) = (0.0, 0.0);
        for year in 0..years {
            let (mut of_equipment, mut of_facility) = ([L::ZERO; 4], [L::ZERO; 4]);
            for (quarter, (equipment, facility)) in of_equipment.iter_mut().zip(&mut of_facility).enumerate()
            {
                let age = 4 * year + quarter + 1;
                rest += quarter_of(rates, age);
                site += quarter_of(works, age);
                let line = if inputs.tax_class == TaxClass::StraightLine {
                    straight_line(L::all(age as f64), lives.accelerator)
                } else {
                    L::all(rest)
                };
                *equipment = equipment_written_off(inputs.bonus, line);
                *facility = facility_written_off(inputs.shell_share, age as f64, site);
            }
            equipment.push(YearOf::after(equipment.last(), of_equipment));
            facility.push(YearOf::after(facility.last(), of_facility));
        }
        Self { equipment, facility }
    }

    /// Taxable income from holding plant in each model year: proceeds less write-offs. The remaining tax basis is
    /// written off at disposal.
    #[must_use]
    pub(super) fn by_year(&self, holdings: &[Holding<L>], lives: &Lives<L>, end: L) -> ByYear<Usd<L>> {
        let mut income = [Usd::ZERO; MAX_YEARS];
        let lives = [lives.accelerator, lives.network, lives.facility].map(|life| life.ends());
        let end = end.ends();
        for held in holdings {
            let schedule = if held.layer == Layer::Facility { &self.facility } else { &self.equipment };
            // The first and the last model year in which a future of the block disposes of this layer.
            let life = lives[held.layer as usize];
            let [first, until] = [0, 1].map(|at| (held.from + life[at]).min(end[at]).saturating_sub(1) / 4);
            let start = held.from / 4;
            let years = income.get_mut(start..=until).unwrap_or_default();
            let (held_by_all, rest) = years.split_at_mut(first.saturating_sub(start).min(years.len()));
            // The last quarter of a model year, counted from the first quarter in service.
            let quarter = 3 - held.from % 4;
            let (mut before, quarter) = (L::ZERO, quarter % 4);
            for (slot, year) in held_by_all.iter_mut().zip(schedule) {
                *slot -= held.cost * year.newly[quarter];
                before = year.so_far[quarter];
            }
            if let [slot] = rest
                && start <= first
            {
                *slot += held.proceeds - held.cost * (L::all(1.0) - before);
                continue;
            }
            let last = year_of(held.until - L::all(1.0));
            let first = (start + held_by_all.len()) as f64;
            for (at, (slot, year_of)) in
                rest.iter_mut().zip(schedule.iter().skip(held_by_all.len())).enumerate()
            {
                let year = L::all(first + at as f64);
                let (is_last, is_over) = (last.equals(year), last.below(year));
                let share = L::select(is_last, L::all(1.0) - before, year_of.newly[quarter]);
                let share = L::select(is_over, L::ZERO, share);
                *slot += Usd::select(is_last, held.proceeds, Usd::ZERO) - held.cost * share;
                before = year_of.so_far[quarter];
            }
        }
        income
    }
}

/// The model year of a quarter: the quarter's number divided by 4 and rounded down. It is computed without a rounding
/// instruction because not every machine has one.
fn year_of<L: Lane>(quarter: L) -> L {
    (quarter * L::all(0.25) - L::all(0.375) + L::all(WHOLE)) - L::all(WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_four_quarters() {
        assert!((0..200).all(|quarter| year_of(f64::from(quarter)) == f64::from(quarter / 4)));
    }

    #[test]
    fn every_dollar_is_written_off_once() {
        let held = Holding {
            cost: Usd::of(100.0),
            from: 2,
            until: 21.0,
            proceeds: Usd::of(7.0),
            layer: Layer::Facility,
        };
        let inputs = Inputs::read(&payenough_model::Values::STARTING_POINT);
        let lives = Lives::of(&inputs, None);
        let income = WriteOff::new(&inputs, &lives, 40).by_year(&[held], &lives, 21.0);
        let total: Usd = income.iter().copied().sum();
        assert!((total.value() + 93.0).abs() < 1e-10, "{total:?}");
        assert!(income[6] == Usd::ZERO && income[0] < Usd::ZERO);
    }
}
