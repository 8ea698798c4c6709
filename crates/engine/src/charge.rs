//! The capital charge: what the plant in service must earn in each year to pay for itself.

use super::plant::{ByYear, MAX_YEARS};
use super::run::World;
use payenough_quantities::Usd;

/// Present value of the capital charge by model year.
///
/// Each layer of each purchase is spread as a level annuity at the discount rate over its quarters in service:
/// `A = (K·d(paid) − S·d(end)) / Σ d(middle)`, so that `Σ A·d(middle)` is what it really costs.
///
/// - `K` amount paid, `S` residual proceeds
///
/// Source: MODEL.md section 1. It gives each year a needed amount of its own, rather than a share of the total.
#[derive(Clone, Debug)]
pub(super) struct CapitalCharge {
    years: ByYear<Usd>,
}

/// The part of a layer's charge that falls into some of its quarters: `Σ A·d(middle)` over these quarters.
///
/// - `cost` `K·d(paid) − S·d(end)`; `weight`, `whole` `Σ d(middle)` over these quarters, and over all quarters in
///   service
pub(super) fn part(cost: Usd, weight: f64, whole: f64) -> Usd {
    cost / whole * weight
}

impl CapitalCharge {
    /// The capital charge of all plant in a world.
    #[must_use]
    pub(super) fn new(world: &World<'_>) -> Self {
        let mut years = [Usd::ZERO; MAX_YEARS];
        let weight = |from: usize, until: usize| -> f64 {
            (from..until).map(|quarter| world.discount.middle(quarter)).sum()
        };
        for held in &world.holdings {
            let until = held.until as usize;
            let cost = held.cost * world.discount.start_of(held.from as f64 - world.fleet.lives.lag)
                - held.proceeds * world.discount.start(until);
            let whole = weight(held.from, until);
            for year in held.from / 4..=(until - 1) / 4 {
                if let Some(slot) = years.get_mut(year) {
                    *slot += part(cost, weight(held.from.max(4 * year), until.min(4 * year + 4)), whole);
                }
            }
        }
        Self { years }
    }

    /// Present value of the charge in one year.
    #[must_use]
    pub(super) fn pv(&self, year: usize) -> Usd {
        self.years.get(year).copied().unwrap_or(Usd::ZERO)
    }
}
