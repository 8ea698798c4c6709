//! Each purchase from service to disposal: its time in service, its residual value, and its write-offs for tax.

use super::fleet::Fleet;
use super::lives::{Lives, whole_life};
use super::paths::MAX_QUARTERS;
use super::tax::macrs_half_year;
use payenough_model::{Compute, Inputs, TaxClass};
use payenough_quantities::lane::{Lane, Mask, WHOLE};
use payenough_quantities::{Ratio, Usd, UsdPerMegawatt};

/// Model years in the longest horizon.
pub(super) const MAX_YEARS: usize = MAX_QUARTERS / 4;

/// One value per model year of four quarters.
pub(super) type ByYear<T> = [T; MAX_YEARS];

/// The layers that a purchase consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// Accelerators and servers.
    Accelerators,
    /// The network. For tax it is equipment, as accelerators are.
    Network,
    /// Buildings, power and cooling. For tax they are a shell and site works, not equipment.
    Facility,
}

/// One layer of one purchase, from payment to disposal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Holding<L = f64> {
    /// Purchase cost.
    pub(super) cost: Usd<L>,
    /// The first quarter in service.
    pub(super) from: usize,
    /// One past the last quarter in service. The layer is disposed of at the end of that last quarter.
    pub(super) until: L,
    /// Residual value received at disposal.
    pub(super) proceeds: Usd<L>,
    /// The layer.
    pub(super) layer: Layer,
}

/// Second-hand value of an accelerator as a share of its price when new, by its age as a share of its life.
///
/// The curve `v` is a straight line between each two of the points (0, 1), (0.2, 0.625), (0.4, 0.425), (0.6, 0.30),
/// (0.8, 0.175), (1, 0.125). For a scrap value `s` other than 0.125 it becomes `s + (v − 0.125)·(1 − s)/0.875`.
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
/// - accelerators retire at the end of their life, or earlier if the programme ends, and sell at second-hand value
/// - network and facility retire at the end of their life with a residual value of 0, or earlier with the fleet; then
///   their residual value is the share [`left_over`] of the purchase cost of the network, and of
///   [`Inputs::facility_reference`] for each megawatt of the facility
///
/// A building for which more was paid is not worth more for it. Ages count from payment. Source: MODEL.md section 5.
#[must_use]
#[inline(never)]
pub(super) fn holdings<L: Lane>(inputs: &Inputs<L>, fleet: &Fleet<L>) -> Vec<Holding<L>> {
    let value_life: L = whole_life(inputs.accelerator_life, inputs.physical_life);
    let (lives, end) = (fleet.lives, fleet.end);
    // after so many quarters in service
    let second_hand = |served: L| second_hand((served + lives.lag) / value_life, inputs.scrap);
    let reference = match inputs.compute {
        Compute::Owned => inputs.facility_reference,
        Compute::Rented => UsdPerMegawatt::ZERO,
    };
    let at_life = second_hand(lives.accelerator);
    let cohorts = &fleet.cohorts[..fleet.last().min(fleet.cohorts.len())];
    let mut all = Vec::with_capacity(3 * cohorts.len());
    for (from, cohort) in cohorts.iter().enumerate() {
        let start = L::all(from as f64);
        let cost = cohort.accelerator_cost;
        if Usd::ZERO.below(cost).any() {
            let at_most = start + lives.accelerator;
            let until = at_most.lesser(end);
            let worth = if at_most.up_to(end).all() { at_life } else { second_hand(until - start) };
            all.push(Holding { cost, from, until, proceeds: cost * worth, layer: Layer::Accelerators });
        }
        let rest = [
            (cohort.network_cost, cohort.network_cost, lives.network, Layer::Network),
            (cohort.facility_cost, cohort.facility * reference, lives.facility, Layer::Facility),
        ];
        for (cost, new, life, layer) in rest {
            if (Usd::ZERO.below(cost) | Usd::ZERO.below(new)).any() {
                let until = (start + life).lesser(end);
                let part = left_over(start + life - until, life + lives.lag, inputs.facility_reuse);
                let proceeds = new * part;
                all.push(Holding { cost, from, until, proceeds, layer });
            }
        }
    }
    all
}

/// Residual value of network and facility as a share of their cost when new: the remaining share of straight-line life ×
/// reuse.
///
/// - `left` remaining quarters of the `life` from payment; `reuse` share of the straight-line value that a buyer pays
#[inline(always)]
#[must_use]
pub(super) fn left_over<L: Lane>(left: L, life: L, reuse: Ratio<L>) -> L {
    reuse.value() * (left / life)
}

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

/// Cumulative share of a cost written off for tax after each quarter in service, grouped in years of four quarters.
#[derive(Clone, Debug)]
pub(super) struct WriteOff<L = f64> {
    equipment: Vec<[L; 4]>,
    facility: Vec<[L; 4]>,
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
        let one = L::all(1.0);
        let rates = equipment_rates(inputs.tax_class).unwrap_or_default();
        let works = site_rates();
        let years = quarters / 4 + 1;
        let (mut equipment, mut facility) = (Vec::with_capacity(years), Vec::with_capacity(years));
        let (mut rest, mut site) = (0.0, 0.0);
        for year in 0..years {
            let (mut of_equipment, mut of_facility) = ([one; 4], [one; 4]);
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
            equipment.push(of_equipment);
            facility.push(of_facility);
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
            let mut schedule = schedule.iter().map(|year| year[quarter % 4]);
            let mut before = L::ZERO;
            for (slot, until) in held_by_all.iter_mut().zip(&mut schedule) {
                *slot -= held.cost * (until - before);
                before = until;
            }
            if let [slot] = rest
                && start <= first
            {
                *slot += held.proceeds - held.cost * (L::all(1.0) - before);
                continue;
            }
            let last = year_of(held.until - L::all(1.0));
            let first = (start + held_by_all.len()) as f64;
            for (at, (slot, until)) in rest.iter_mut().zip(schedule).enumerate() {
                let year = L::all(first + at as f64);
                let (is_last, is_over) = (last.equals(year), last.below(year));
                let share = L::select(is_last, L::all(1.0) - before, until - before);
                let share = L::select(is_over, L::ZERO, share);
                *slot += Usd::select(is_last, held.proceeds, Usd::ZERO) - held.cost * share;
                before = until;
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
