//! How use answers to prices and is shared between those who pay and those who do not.

use crate::model::Inputs;
use crate::units::Ratio;
use crate::units::lane::{Lane, Mask as _};
use crate::units::special::pow;

/// How much the API's use rises as the reader's price leaves the sourced one.
///
/// `Q/Q0 = min((P/P_ref)^ε, saturation)`; 1 where ε is 0 (growth already contains past price falls)
pub(super) fn api_response<L: Lane>(inputs: &Inputs<L>) -> L {
    let elasticity = inputs.api_elasticity.value();
    if elasticity.equals(L::ZERO).all() {
        return L::all(1.0);
    }
    let cap = inputs.api_saturation.value();
    let ratio = inputs.api_price.share_of(inputs.api_reference).value();
    let response = pow(ratio, elasticity);
    let capped = L::select(response.below(cap), response, cap);
    let capped = L::select(ratio.up_to(L::ZERO), cap, capped);
    L::select(elasticity.equals(L::ZERO), L::all(1.0), capped)
}

/// The least that free users send, of the average: payers cannot take all of it.
const FREE_USE: f64 = 0.1;

/// Paying people and free people send different volumes, and the average holds.
///
/// Payers send `ρ` times the average, but leave free users at least a tenth of it; free users share the rest.
pub(super) fn usage_split<L: Lane>(paying: L, payer_usage: Ratio<L>) -> (L, L) {
    let one = L::all(1.0);
    let most = (one - L::all(FREE_USE) * (one - paying)) / paying;
    let payer = payer_usage.value().lesser(most);
    let free = (one - payer * paying) / (one - paying);
    let (nobody, everybody) = (paying.up_to(L::ZERO), one.up_to(paying));
    let alike = nobody | everybody;
    (L::select(alike, one, payer), L::select(nobody, one, L::select(everybody, L::ZERO, free)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_user_stays_average() {
        for paying in [0.01, 0.2, 0.5, 0.9] {
            let (payer, free) = usage_split(paying, Ratio::of(3.0));
            assert!(free >= FREE_USE - 1e-12);
            assert!((payer * paying + free * (1.0 - paying) - 1.0).abs() < 1e-12);
        }
        assert_eq!(usage_split(0.0, Ratio::of(3.0)), (1.0, 1.0));
        assert_eq!(usage_split(1.0, Ratio::of(3.0)), (1.0, 0.0));
    }
}
