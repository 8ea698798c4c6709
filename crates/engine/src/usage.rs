//! How usage responds to prices, and how it is divided between payers and other users.

use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::special::pow;
use payenough_quantities::{Ratio, UsdPerToken};

/// The factor by which API usage rises as the reader's price departs from the sourced one.
///
/// `Q/Q0 = min((P/P_ref)^ε, saturation)`; 1 if ε is 0 (the growth of demand already includes past price falls)
///
/// - `price`, `reference` `P` and `P_ref`; `elasticity` `ε`, 0 or less; `saturation` the largest factor
pub(super) fn api_response<L: Lane>(
    price: UsdPerToken<L>,
    reference: UsdPerToken<L>,
    elasticity: Ratio<L>,
    saturation: Ratio<L>,
) -> L {
    let elasticity = elasticity.value();
    if elasticity.equals(L::ZERO).all() {
        return L::all(1.0);
    }
    let cap = saturation.value();
    let ratio = price.share_of(reference).value();
    let response = pow(ratio, elasticity);
    let capped = L::select(response.below(cap), response, cap);
    let capped = L::select(ratio.up_to(L::ZERO), cap, capped);
    L::select(elasticity.equals(L::ZERO), L::all(1.0), capped)
}

/// The lowest usage of free users, relative to the average, so that payers cannot use up the whole of it.
const FREE_USE: f64 = 0.1;

/// Payers and free users have different usage, while the average stays the same. Returns the usage of one payer
/// relative to the average, and the usage of all free users together, in average users.
///
/// A payer uses `ρ` times the average, but each free user keeps at least a tenth of it:
/// `payer = min(ρ, 0.1 + 0.9·N/n)`. The others share the rest, `N − n·payer`.
///
/// - `N` number of people, `n` number of payers; `others` those who do not pay, 0 or less if everybody pays
pub(super) fn usage_split<L: Lane>(all: L, paying: L, others: L, payer_usage: Ratio<L>) -> (L, L) {
    let most = L::all(FREE_USE) + L::all(1.0 - FREE_USE) * all / paying;
    let payer = payer_usage.value().lesser(most);
    let everybody = others.up_to(L::ZERO);
    let free = (all - payer * paying).greater(L::ZERO);
    (L::select(everybody, L::all(1.0), payer), L::select(everybody, L::ZERO, free))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_usage_does_not_change() {
        for paying in [0.01, 0.2, 0.5, 0.9] {
            let (payer, free) = usage_split(7.0, 7.0 * paying, 7.0 - 7.0 * paying, Ratio::of(3.0));
            assert!(free >= (FREE_USE - 1e-12) * 7.0 * (1.0 - paying));
            assert!((payer * 7.0 * paying + free - 7.0).abs() < 1e-12);
        }
        assert_eq!(usage_split(7.0, 0.0, 7.0, Ratio::of(3.0)).1, 7.0);
        // rounding never gives anybody a usage below 0
        let (all, most) = (941_629_294.693_612_2, 941_629_294.693_612_1);
        assert!(usage_split(all, most, all - most, Ratio::of(3.0)).1 >= 0.0);
        assert_eq!(usage_split(0.0, 0.0, 0.0, Ratio::of(3.0)).1, 0.0);
        assert_eq!(usage_split(7.0, 7.0, 0.0, Ratio::of(3.0)), (1.0, 0.0));
        assert_eq!(usage_split(7.0, 7.0, 0.0, Ratio::of(0.5)), (1.0, 0.0));
    }
}
