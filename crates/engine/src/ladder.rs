//! Three plans over time. Their worths stay the same while prices move, so what depends on worths alone is computed
//! once.

use super::willingness::{Reading, log_of_ratio};
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::special::normal_cdfs;

/// Number of plans.
const PLANS: usize = 3;

/// Three plans in order of rising worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ladder<L: Lane> {
    /// The worth of each plan, less that of the plan below.
    rises: [L; PLANS],
    /// Reciprocals of differences in worth: from no plan to each plan, from the first to the second, and from each of
    /// these to the third.
    from_none: [L; PLANS],
    second_from_first: L,
    third_from: [L; 2],
    /// Logarithms of the worths, in the order in which the plans are offered.
    logs: [L; PLANS],
    /// Which neighbours are swapped to reach rising order: the first two, the last two, and the first two again.
    swaps: [L::Mask; PLANS],
    /// Whether any plans are swapped.
    is_swapped: bool,
}

/// The plans at one time, in order of rising worth.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rungs<L> {
    prices: [L; PLANS],
    /// The willingness to pay at which each plan is worth its price.
    from_none: [L; PLANS],
    /// The willingness to pay above which a person takes one of the two upper plans, and the top plan. Both are equal
    /// if nobody takes the middle plan.
    cuts: [L; PLANS - 1],
}

/// How many people take a plan, and what they pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Taken<L> {
    /// Share of people on any plan.
    pub(super) share: L,
    /// Average payment per payer, $ a month. If nobody pays, the lowest price.
    pub(super) price: L,
    /// Worth above price, per person on the curve, $ a month; 0 if it was not requested.
    pub(super) kept: L,
}

impl<L: Lane> Ladder<L> {
    /// The ladder of plans with these worths, in the order in which they are offered.
    pub(super) fn new(worths: [L; PLANS]) -> Self {
        let [a, b, c] = worths;
        let (first, [a, b]) = in_order(a, b);
        let (second, [b, c]) = in_order(b, c);
        let (third, [a, b]) = in_order(a, b);
        let per = |rise: L| L::all(1.0) / rise;
        Self {
            rises: [a, b - a, c - b],
            from_none: [a, b, c].map(per),
            second_from_first: per(b - a),
            third_from: [per(c - a), per(c - b)],
            logs: worths.map(log_of_ratio),
            swaps: [first, second, third],
            is_swapped: (first | second | third).any(),
        }
    }

    /// The plans at given prices, which come in the order in which the plans are offered.
    ///
    /// Plan `i` is worth more above its price than plan `j` below it from a willingness of
    /// `c_ij = (P_i − P_j)/(a_i − a_j)` on (`n` is no plan). Any plan is taken from `min(c_0n, c_1n, c_2n)` on, one of
    /// the upper two from `min(max(c_1n, c_10), max(c_2n, c_20))` on, and the top plan from `max(c_2n, c_20, c_21)` on.
    ///
    /// Of two plans of equal worth, nobody takes the dearer: its `c` is infinite. If their prices are equal too, `c` is
    /// NaN, and is always the operand that a comparison ignores.
    #[inline(always)]
    fn at(&self, mut prices: [L; PLANS]) -> Rungs<L> {
        if self.is_swapped {
            let ([first, second, third], [a, b, c]) = (self.swaps, prices);
            let [a, b] = swapped(first, a, b);
            let [b, c] = swapped(second, b, c);
            let [a, b] = swapped(third, a, b);
            prices = [a, b, c];
        }
        let [a, b, c] = prices;
        let from_none = [a * self.from_none[0], b * self.from_none[1], c * self.from_none[2]];
        let second = from_none[1].greater((b - a) * self.second_from_first);
        let third = from_none[2].greater((c - a) * self.third_from[0]);
        let upper = third.greater((c - b) * self.third_from[1]);
        Rungs { prices, from_none, cuts: [third.lesser(second), upper] }
    }

    /// Computes who takes a plan at given prices, whose logarithms are passed in too. `mean` is the mean willingness to
    /// pay; without it, `kept` is not computed.
    ///
    /// With `s_i = Φ(d_i)` the share above cut point `c_i`, worths `a` and prices `P`, both sums are taken by parts:
    /// paid `Σ (P_i − P_{i−1}) s_i`, kept `Σ (a_i − a_{i−1}) mean Φ(d_i + σ) − paid`. Source:
    /// [`Menu`](super::plans::Menu).
    #[inline(always)]
    pub(super) fn taken(
        &self,
        prices: [L; PLANS],
        log_prices: [L; PLANS],
        curve: &Reading<L>,
        mean: Option<L>,
    ) -> Taken<L> {
        let rungs = self.at(prices);
        let [a, b, c]: [L; PLANS] = core::array::from_fn(|at| log_prices[at] - self.logs[at]);
        let lower = c.lesser(b).lesser(a);
        let [middle, upper] = rungs.cuts.map(log_of_ratio);
        let [d0, d1, d2] = [lower, middle, upper].map(|it| curve.distance_at(it));
        let mut all = [d0, d1, d2, d0 + curve.sigma, d1 + curve.sigma, d2 + curve.sigma];
        normal_cdfs(if mean.is_some() { &mut all } else { &mut all[..3] });
        let shares = [all[0], all[1], all[2]];
        let worths = [all[3], all[4], all[5]];
        let [a, b, c] = rungs.prices;
        let sum = |a: [L; PLANS], b: [L; PLANS]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        let paid = sum([a, b - a, c - b], shares);
        let kept = mean.map_or(L::ZERO, |mean| (mean * sum(self.rises, worths) - paid).greater(L::ZERO));
        let pays = L::ZERO.below(shares[0]);
        let price = paid / shares[0];
        let price = if pays.all() { price } else { L::select(pays, price, rungs.lowest()) };
        Taken { share: shares[0], price, kept }
    }
}

impl<L: Lane> Rungs<L> {
    /// The lowest price of a plan that somebody would take.
    #[cold]
    fn lowest(&self) -> L {
        let ([a, b, c], [middle, upper]) = (self.prices, self.cuts);
        let lower = self.from_none[2].lesser(self.from_none[1]).lesser(self.from_none[0]);
        L::select(lower.below(middle), a, L::select(middle.below(upper), b, c))
    }
}

/// Two worths in rising order, and whether they were swapped.
fn in_order<L: Lane>(a: L, b: L) -> (L::Mask, [L; 2]) {
    let swaps = b.below(a);
    (swaps, swapped(swaps, a, b))
}

#[inline(always)]
fn swapped<L: Lane>(swaps: L::Mask, a: L, b: L) -> [L; 2] {
    [L::select(swaps, b, a), L::select(swaps, a, b)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::{Menu, Plan};
    use crate::willingness::Willingness;
    use payenough_quantities::lane::Quartet;
    use proptest::prelude::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-11 * (1.0 + a.abs())
    }

    proptest! {
        #[test]
        fn the_ladder_agrees_with_the_menu(
            worths in prop::array::uniform3(0.1..3.0_f64), prices in prop::array::uniform3(0.0..300.0_f64),
            alike in 0..4_usize, sigma in 0.1..5.0_f64,
        ) {
            // sometimes two plans have the same worth
            let worths = if alike == 0 { [worths[0], worths[2], worths[2]] } else { worths };
            let curve = Willingness { median: 20.0, sigma };
            let menu = Menu::new(&[0, 1, 2].map(|at| Plan { worth: worths[at], price: prices[at] }));
            let mean = curve.mean_over_median() * 20.0;
            let (reading, logs) = (Reading::of(&curve), prices.map(log_of_ratio));
            let taken = Ladder::new(worths).taken(prices, logs, &reading, Some(mean));
            prop_assert!(near(taken.share, menu.paying(&curve)));
            prop_assert!(near(taken.price, menu.price(&curve)), "{} {}", taken.price, menu.price(&curve));
            prop_assert!((taken.kept - menu.kept(&curve)).abs() < 1e-9 * (mean + taken.kept));
            prop_assert_eq!(Ladder::new(worths).taken(prices, logs, &reading, None).kept, 0.0);
        }

        #[test]
        fn a_future_has_the_same_bits_beside_any_others(
            worths in prop::array::uniform12(0.1..3.0_f64), prices in prop::array::uniform12(0.0..100.0_f64),
        ) {
            // in the fourth lane every plan is taken, while in the others nobody may take some of them
            let worth = |at: usize, lane: usize| if lane == 3 { [0.5, 1.0, 4.0][at] } else { worths[4 * at + lane] };
            let price = |at: usize, lane: usize| if lane == 3 { [8.0, 20.0, 200.0][at] } else { prices[4 * at + lane] };
            let three = |of: &dyn Fn(usize, usize) -> f64| [0, 1, 2].map(|at| Quartet::each(|lane| of(at, lane)));
            let all = |value: f64| Quartet::all(value);
            let reading = Reading::of(&Willingness { median: all(11.0), sigma: all(1.6) });
            let prices = three(&price);
            let side = Ladder::new(three(&worth));
            let side = side.taken(prices, prices.map(log_of_ratio), &reading, Some(all(40.0)));
            let reading = Reading::of(&Willingness { median: 11.0, sigma: 1.6 });
            for lane in 0..4 {
                let own = Ladder::new([0, 1, 2].map(|at| worth(at, lane)));
                let prices = [0, 1, 2].map(|at| price(at, lane));
                let own = own.taken(prices, prices.map(log_of_ratio), &reading, Some(40.0));
                let bits = |share: f64, price: f64, kept: f64| [share, price, kept].map(f64::to_bits);
                prop_assert_eq!(
                    bits(side.share.lane(lane), side.price.lane(lane), side.kept.lane(lane)),
                    bits(own.share, own.price, own.kept)
                );
            }
        }
    }
}
