//! What becomes of each purchase: how long it serves, what it is worth at the end, what tax lets it write off.

use super::fleet::{Fleet, Lives, whole_quarters};
use super::paths::MAX_QUARTERS;
use super::tax::macrs_half_year;
use crate::model::{Inputs, TaxClass};
use crate::units::{Ratio, Usd};

/// Model years of the longest horizon.
pub(super) const MAX_YEARS: usize = MAX_QUARTERS / 4;

/// One value per model year of four quarters.
pub(super) type ByYear<T> = [T; MAX_YEARS];

/// One layer of one purchase, from payment to disposal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Holding {
    /// Paid for it.
    pub(super) cost: Usd,
    /// Quarter at whose start it is paid.
    pub(super) paid: usize,
    /// First quarter in service.
    pub(super) from: usize,
    /// One past the last quarter in service; disposed of at the end of the quarter before.
    pub(super) until: usize,
    /// Got for it then.
    pub(super) proceeds: Usd,
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
pub(super) fn second_hand(age_over_life: f64, scrap: Ratio) -> f64 {
    const POINTS: [f64; 6] = [1.0, 0.625, 0.425, 0.30, 0.175, 0.125];
    let at = if age_over_life < 1.0 { age_over_life * 5.0 } else { 5.0 };
    let low = libm::floor(at).clamp(0.0, 4.0);
    let (from, to) = (POINTS[low as usize], POINTS[low as usize + 1]);
    let value = from + (to - from) * (at - low);
    let end = scrap.value();
    end + (value - 0.125) * (1.0 - end) / 0.875
}

/// Every layer of every purchase, in order of purchase.
///
/// - accelerators retire at their life, or earlier where the programme ends, and fetch the second-hand value
/// - network and facility end with their life (worth 0) or with the fleet: remaining straight-line life × reuse
pub(super) fn holdings<'a>(inputs: &'a Inputs, fleet: &'a Fleet) -> impl Iterator<Item = Holding> + 'a {
    let lag = fleet.lives.lag;
    let value_life = whole_quarters(inputs.accelerator_life.min(inputs.physical_life), 1) as f64;
    let bought = fleet.end.saturating_sub(lag).min(fleet.purchases.len());
    fleet.purchases[..bought]
        .iter()
        .enumerate()
        .flat_map(move |(paid, purchase)| {
            let from = paid + lag;
            let chip_end = (from + fleet.lives.accelerator).min(fleet.end);
            let worth = second_hand((chip_end - from) as f64 / value_life, inputs.scrap);
            let chips = Holding {
                cost: purchase.accelerator_cost,
                paid,
                from,
                until: chip_end,
                proceeds: purchase.accelerator_cost * worth,
                equipment: true,
            };
            let rest = |cost: Usd, life: usize, equipment: bool| {
                let until = (from + life).min(fleet.end);
                let left = (from + life - until) as f64 / life as f64;
                Holding {
                    cost,
                    paid,
                    from,
                    until,
                    proceeds: cost * (inputs.facility_reuse * left),
                    equipment,
                }
            };
            let network = rest(purchase.network_cost, fleet.lives.network, true);
            let facility = rest(purchase.facility_cost, fleet.lives.facility, false);
            [chips, network, facility]
        })
        .filter(|holding| holding.cost > Usd::ZERO)
}

/// Life of a building shell for tax: 39 years.
const SHELL_QUARTERS: f64 = 156.0;

/// Share of a cost written off for tax after so many quarters in service.
#[derive(Clone, Copy, Debug)]
pub(super) struct WriteOff {
    equipment: [f64; MAX_QUARTERS + 1],
    facility: [f64; MAX_QUARTERS + 1],
}

impl WriteOff {
    /// The schedules that the inputs describe.
    ///
    /// Equipment: the bonus share at once, the rest by MACRS or straight line. Facility: shell 39 years straight
    /// line, site works MACRS 15. A MACRS year spreads evenly over its four quarters.
    ///
    /// Source: IRS Publication 946, table A-1 and section 168(k); MODEL.md section 7.
    #[must_use]
    pub(super) fn new(inputs: &Inputs, lives: Lives) -> Self {
        let bonus = inputs.bonus.value();
        let shell = inputs.shell_share.value();
        let life = lives.accelerator as f64;
        let class = match inputs.tax_class {
            TaxClass::Macrs3 => 3,
            TaxClass::Macrs5 => 5,
            TaxClass::Macrs7 => 7,
            TaxClass::StraightLine => 0,
        };
        let rates = macrs_half_year(class).unwrap_or_default();
        let works = macrs_half_year(15).unwrap_or_default();
        let quarter_of = |rates: &[f64], age: usize| rates.get((age - 1) / 4).map_or(0.0, |rate| rate / 4.0);
        let mut schedule = Self { equipment: [0.0; MAX_QUARTERS + 1], facility: [0.0; MAX_QUARTERS + 1] };
        let (mut rest, mut site) = (0.0, 0.0);
        for age in 1..=MAX_QUARTERS {
            rest += quarter_of(rates, age);
            site += quarter_of(works, age);
            let line =
                if inputs.tax_class == TaxClass::StraightLine { (age as f64 / life).min(1.0) } else { rest };
            schedule.equipment[age] = if bonus < 1.0 { bonus + (1.0 - bonus) * line } else { 1.0 };
            schedule.facility[age] = shell * (age as f64 / SHELL_QUARTERS) + (1.0 - shell) * site;
        }
        schedule
    }

    /// Taxable result of holding plant in a model year: proceeds less write-offs; what is left of the basis is
    /// written off at disposal.
    #[must_use]
    pub(super) fn by_year(&self, holdings: impl Iterator<Item = Holding>) -> ByYear<Usd> {
        let mut income = [Usd::ZERO; MAX_YEARS];
        for held in holdings {
            let table = if held.equipment { &self.equipment } else { &self.facility };
            let (first, last) = (held.from / 4, (held.until - 1) / 4);
            let mut before = 0.0;
            for (year, slot) in income.iter_mut().enumerate().take(last + 1).skip(first) {
                let age = held.until.min(year * 4 + 4) - held.from;
                let after = if year == last { 1.0 } else { table[age] };
                *slot -= held.cost * (after - before);
                before = after;
            }
            if let Some(slot) = income.get_mut(last) {
                *slot += held.proceeds;
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
        let held = Holding {
            cost: Usd::of(100.0),
            paid: 0,
            from: 2,
            until: 21,
            proceeds: Usd::of(7.0),
            equipment: false,
        };
        let inputs = Inputs::read(&crate::model::Values::STARTING_POINT);
        let lives = Lives::of(&inputs, None);
        let income = WriteOff::new(&inputs, lives).by_year([held].into_iter());
        let total: Usd = income.iter().copied().sum();
        assert!((total.value() + 93.0).abs() < 1e-10, "{total:?}");
        assert!(income[6] == Usd::ZERO && income[0] < Usd::ZERO);
    }
}
