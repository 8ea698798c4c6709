//! The power that a fleet draws: accelerators are in use or switched off.

use super::fleet::{Fleet, Purchase};
use payenough_quantities::lane::{Lane, Mask};
use payenough_quantities::{Accelerators, Megawatts, Ratio};

/// Power drawn by an accelerator in use, over its nameplate power: `i + (1 − i)·((1 − t)·υ + t)`.
///
/// - `i` power drawn when idle, over nameplate power; `t` share of the fleet that trains
/// - `υ` average load of the rest of the fleet, [`super::service::average_use`]
///
/// Source: MODEL.md section 5.
#[must_use]
pub(super) fn in_use_power<L: Lane>(idle: Ratio<L>, training: L, average_use: L) -> L {
    let (one, idle) = (L::all(1.0), idle.value());
    idle + (one - idle) * ((one - training) * average_use + training)
}

/// Average power drawn. The newest cohorts carry the load. Surplus accelerators cost money and bring in nothing, so they
/// are switched off.
///
/// - `in_use` draw of an accelerator in use over its nameplate power
/// - `busy` accelerators needed for the work, in accelerators of t = 0
///
/// Work that is served elsewhere for want of power is charged as if this fleet served it: see [`super::meeting`].
///
/// Source: MODEL.md section 5. The facility is sized by nameplate power; energy is charged on the power drawn.
#[must_use]
pub(super) fn power_drawn<L: Lane>(
    in_use: L,
    fleet: &Fleet<L>,
    quarter: usize,
    busy: Accelerators<L>,
) -> Megawatts<L> {
    let service = &fleet.service[quarter];
    let all = service.power * in_use;
    let spares = busy.below(service.effective);
    if !spares.any() {
        return all;
    }
    let oldest = L::all(quarter as f64 + 1.0) - fleet.lives.accelerator;
    let from = oldest.smallest().max(0.0) as usize;
    let cohorts = fleet.cohorts.get(from..=service.newest).unwrap_or_default();
    // where accelerators live equally long in all futures, none of these cohorts has retired in any
    let loaded = if oldest.is_same() {
        power_for(busy, cohorts, |there| there)
    } else {
        let mut place = L::all(service.newest as f64 + 1.0);
        power_for(busy, cohorts, |there| {
            place -= L::all(1.0);
            Accelerators::select(oldest.up_to(place), there, Accelerators::ZERO)
        })
    };
    Megawatts::select(spares, loaded * in_use, all)
}

/// Nameplate power of the newest cohorts that together do the work of `busy` accelerators of t = 0.
///
/// - `cohorts` from the oldest to the newest; `in_service` the part of the next older one that is still in service
#[inline(always)]
fn power_for<L: Lane>(
    busy: Accelerators<L>,
    cohorts: &[Purchase<L>],
    mut in_service: impl FnMut(Accelerators<L>) -> Accelerators<L>,
) -> Megawatts<L> {
    let (mut left, mut loaded) = (busy, Megawatts::ZERO);
    for cohort in cohorts.iter().rev() {
        let used = in_service(left.min(cohort.effective));
        left -= used;
        loaded += used * cohort.power_per_effective;
        if !Accelerators::ZERO.below(left).any() {
            break;
        }
    }
    loaded
}
