//! The set of December 2026: figures of July to October 2026, and ranges around what is believed. Provisional.
//!
//! Where reality is one-sided the default stands in the middle of what it may be. The few rows that still start or end at their
//! default say why: their reasons begin with “One-sided”. `data/defaults_2026-12.csv` holds the same figures.

mod demand;
mod indirect;
mod origins;
mod other;
mod plant;
mod revenue;

use super::joined;
use crate::audit::audit_set;
use crate::inputs::ROWS;
use crate::{Figures, InputId};

/// The parts, in table order.
const PARTS: [&[(InputId, Figures)]; 5] =
    [&plant::PLANT, &demand::DEMAND, &revenue::REVENUE, &indirect::INDIRECT, &other::OTHER];

/// How many inputs it gives figures for.
pub(super) const N: usize = plant::PLANT.len()
    + demand::DEMAND.len()
    + revenue::REVENUE.len()
    + indirect::INDIRECT.len()
    + other::OTHER.len();

/// Its figures, in table order.
pub(super) const ALL: [(InputId, Figures); N] = joined(&PARTS);

const _: () = audit_set(&ROWS, &ALL);
