//! Each purchase from service to disposal: its time in service, and its residual value.

use super::fleet::Fleet;
use super::lives::whole_life;
use super::paths::MAX_QUARTERS;
use payenough_model::{Compute, Inputs};
use payenough_quantities::lane::{Lane, Mask};
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
}
