//! What a plan is worth today: its net present value, its receipts, and what comes back of each dollar of its outlays.

use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, Usd};

/// The largest ratio that is less than 1.
const JUST_BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;

/// The money of a plan in present values at t = 0, which is 1 January of the first judged year. Each flow of the net
/// present value is either a receipt or part of the outlays, and stands there once: `NPV = receipts − outlays`.
///
/// - Receipts are all streams of revenue that the perspective counts. Value kept and profit protected are among them only
///   where they are switched on.
/// - Outlays are all other flows: plant, running costs and tax, less scrap, residual value, what idle nights earn, and
///   tax that a loss saves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Present<L = f64> {
    /// Net present value.
    pub npv: Usd<L>,
    /// Present value of the receipts.
    pub receipts: Usd<L>,
}

impl<L: Lane> Present<L> {
    /// Present value of the outlays.
    #[must_use]
    pub fn outlays(&self) -> Usd<L> {
        self.receipts - self.npv
    }

    /// One of the futures that are computed side by side.
    #[must_use]
    pub(super) fn lane(&self, lane: usize) -> Present {
        let of = |money: Usd<L>| Usd::of(money.value().lane(lane));
        Present { npv: of(self.npv), receipts: of(self.receipts) }
    }
}

impl Present {
    /// The benefit–cost ratio `B/C = PV(receipts) / PV(outlays)`, which is what comes back of each dollar: 0.97 is 97 cents
    /// per dollar. `None` if the outlays are not above 0, because there is then no dollar that anything could come back of.
    ///
    /// It is at least 1 exactly where the net present value is at least 0, and does not depend on the date to which the
    /// flows are discounted.
    ///
    /// Source: the benefit–cost ratio of A. E. Boardman and others, Cost-benefit analysis: concepts and practice.
    #[must_use]
    pub fn benefit_cost(&self) -> Option<Ratio> {
        let outlays = self.outlays();
        if outlays > Usd::ZERO {
            // a loss that is too small to change the quotient is still a loss
            let most = if self.pays() { f64::INFINITY } else { JUST_BELOW_ONE };
            Some(Ratio::of((self.receipts.value() / outlays.value()).min(most)))
        } else {
            None
        }
    }

    /// Whether the plan pays for itself: its net present value is at least 0.
    #[must_use]
    pub fn pays(&self) -> bool {
        self.npv >= Usd::ZERO
    }

    /// The place of a future among others, in the order of what comes back of each dollar. Without outlays that is the end
    /// to which the sign of the net present value points: above all others, or below all. `None` if the future gave no
    /// number.
    #[must_use]
    pub fn rank(&self) -> Option<f64> {
        let is_number = self.npv.value().is_finite() && self.receipts.value().is_finite();
        let end = if self.pays() { f64::INFINITY } else { f64::NEG_INFINITY };
        is_number.then(|| self.benefit_cost().map_or(end, Ratio::value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn present(npv: f64, receipts: f64) -> Present {
        Present { npv: Usd::of(npv), receipts: Usd::of(receipts) }
    }

    fn ratio(npv: f64, receipts: f64) -> Option<f64> {
        present(npv, receipts).benefit_cost().map(Ratio::value)
    }

    #[test]
    fn the_ratio_is_at_least_one_exactly_where_the_plan_pays() {
        assert_eq!(
            [ratio(-3.0, 97.0), ratio(0.0, 5.0), ratio(30.0, 70.0)],
            [Some(0.97), Some(1.0), Some(1.75)]
        );
        // a loss below the last digit of the receipts
        assert_eq!(ratio(-1e-9, 1e9), Some(JUST_BELOW_ONE));
        assert_eq!(ratio(1e-9, 1e9), Some(1.0));
        assert_eq!(JUST_BELOW_ONE.next_up(), 1.0);
    }

    #[test]
    fn without_outlays_there_is_no_ratio_and_the_future_stands_at_an_end() {
        assert_eq!([ratio(5.0, 5.0), ratio(7.0, 5.0), ratio(-1.0, -2.0)], [None; 3]);
        assert_eq!(present(5.0, 5.0).rank(), Some(f64::INFINITY));
        assert_eq!(present(-1.0, -2.0).rank(), Some(f64::NEG_INFINITY));
        assert_eq!(present(-1.0, 1.0).rank(), Some(0.5));
        assert_eq!([present(f64::NAN, 1.0).rank(), present(1.0, f64::INFINITY).rank()], [None; 2]);
    }
}
