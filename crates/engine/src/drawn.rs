//! The power that a fleet draws: accelerators are in use, idle, or switched off.

use super::fleet::Fleet;
use super::service::Use;
use payenough_model::{Inputs, Switch};
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

/// Power drawn by an accelerator over its nameplate power.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draw<L = f64> {
    /// For an accelerator in use, see [`in_use_power`].
    pub(super) in_use: L,
    /// For an accelerator that the work served does not need.
    pub(super) surplus: L,
}

impl<L: Lane> Draw<L> {
    /// The draw that the inputs describe: surplus accelerators are idle or switched off.
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>, of: &Use<L>) -> Self {
        let surplus = match inputs.switch_off {
            Switch::Off => inputs.idle_power.value(),
            Switch::On => L::ZERO,
        };
        Self { in_use: in_use_power(inputs.idle_power, of.training, of.average), surplus }
    }
}

/// Average power drawn. The newest cohorts carry the load; surplus accelerators are idle or switched off.
///
/// - `busy` accelerators needed for the work served, in accelerators of t = 0
///
/// Source: MODEL.md section 5. The facility is sized by nameplate power; energy is charged on the power drawn.
#[must_use]
pub(super) fn power_drawn<L: Lane>(
    draw: Draw<L>,
    fleet: &Fleet<L>,
    quarter: usize,
    busy: Accelerators<L>,
) -> Megawatts<L> {
    let Draw { in_use, surplus } = draw;
    let service = &fleet.service[quarter];
    let all = service.power * in_use;
    let spares = busy.below(service.effective);
    if !spares.any() {
        return all;
    }
    let oldest = L::all(quarter as f64 + 1.0) - fleet.lives.accelerator;
    let from = oldest.smallest().max(0.0) as usize;
    let (mut left, mut loaded) = (busy, Megawatts::ZERO);
    let mut place = L::all(service.newest as f64 + 1.0);
    for cohort in fleet.cohorts.get(from..=service.newest).unwrap_or_default().iter().rev() {
        place -= L::all(1.0);
        let serves = oldest.up_to(place);
        let used = Accelerators::select(serves, left.min(cohort.effective), Accelerators::ZERO);
        left -= used;
        loaded += used * cohort.power_per_effective;
        if !Accelerators::ZERO.below(left).any() {
            break;
        }
    }
    Megawatts::select(spares, service.power * surplus + loaded * (in_use - surplus), all)
}
