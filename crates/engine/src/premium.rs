//! What sellers charge on top of a price: for what capabilities add, and for speed.

use super::willingness::log_of_ratio;
use payenough_model::Inputs;
use payenough_quantities::Ratio;
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::special::exp;

/// The number of prices that rise with what capabilities add: of plans, of seats, of tokens.
pub(super) const RAISED: usize = 3;

/// The most that a promised speed counts for, over that at which prices are as stated.
const MOST_FASTER: f64 = 2.5;

/// The least factor that a price or a worth may change by: it keeps any worth far above a price of 0.
pub(super) const LEAST_FACTOR: f64 = 1e-150;

/// The factor by which a price rises for capabilities: `1 + c·(U − 1)`.
///
/// - `part` `c`, the part of the added worth that is charged; `uplift` `U`, the factor by which worth has risen
///
/// At `c = 1` the price takes all that capabilities add and as many buy as before; at 0 the price stays. Source:
/// definition; Microsoft raised a price by 30 to 42% for an assistant and kept its customers (data/facts_2026h2.csv).
#[inline(always)]
pub(super) fn raised<L: Lane>(part: Ratio<L>, uplift: L) -> L {
    (L::all(1.0) + part.value() * (uplift - L::all(1.0))).greater(L::all(LEAST_FACTOR))
}

/// The average price of a token over that without a price for speed: `1 + φ·(f^ε − 1)`, `f = v/v₀` from 1 to 2.5.
///
/// - `φ` share of paid tokens that are sold at the dearer price, `ε` its rise with speed
/// - `v` tokens a second promised to each reader, `v₀` the speed at which prices are as stated
///
/// Below `v₀` no price falls. Above 2.5 times `v₀` it rises no further, as the source ends there: a price list asks 6 to 12
/// times as much for 2.5 times the speed, `ε = ln 6/ln 2.5` to `ln 12/ln 2.5` (data/price_history.csv, anth_fast).
pub(super) fn speed_premium<L: Lane>(inputs: &Inputs<L>) -> Ratio<L> {
    let paid = inputs.speed_paid.value();
    if paid.equals(L::ZERO).all() {
        return Ratio::all(1.0);
    }
    let faster = inputs.speed.share_of(inputs.speed_reference).value();
    Ratio::of(premium(paid, inputs.speed_premium.value(), faster))
}

/// [`speed_premium`] from `φ`, `ε` and `v/v₀`.
pub(super) fn premium<L: Lane>(paid: L, rise: L, faster: L) -> L {
    let one = L::all(1.0);
    one + paid * (exp(rise * log_of_ratio(faster.between(1.0, MOST_FASTER))) - one)
}
