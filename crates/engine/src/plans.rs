//! Plans on offer: each person takes the plan that is worth most above its price, or none.

use super::willingness::Willingness;
use payenough_quantities::lane::Lane;
use payenough_quantities::special::normal_cdf;

/// Largest number of plans on a menu.
pub const MAX_PLANS: usize = 3;

/// A plan. It is worth `a` times a person's willingness to pay for the standard plan, and has the price `P`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plan<L = f64> {
    /// Worth relative to that of the standard plan, above 0.
    pub worth: L,
    /// Price, $ a month.
    pub price: L,
}

impl<L: Lane> Plan<L> {
    /// The absence of a plan.
    fn none() -> Self {
        Self { worth: L::ZERO, price: L::ZERO }
    }

    fn select(mask: L::Mask, yes: Self, no: Self) -> Self {
        Self { worth: L::select(mask, yes.worth, no.worth), price: L::select(mask, yes.price, no.price) }
    }

    /// The willingness to pay from which this plan is worth more above its price than the plan `below`.
    fn cut_from(self, below: Self) -> L {
        (self.price - below.price) / (self.worth - below.worth)
    }
}

/// The plans on offer in order of rising worth. Each is taken within a range of willingness to pay.
///
/// A person of willingness `W` takes the plan with the largest `a_i W − P_i` if that is 0 or more. So plan `i` is taken
/// between the cut points `c_i = (P_i − P_{i−1})/(a_i − a_{i−1})` and `c_{i+1}`, with `a_0 = P_0 = 0` for no plan. Cut
/// points must rise: a plan for which they do not is dominated, and nobody takes it. It is given the cut point of the
/// next plan, so that nobody lies between the two.
///
/// Source: self-selection among vertically differentiated goods (Mussa and Rosen, Monopoly and Product Quality, Journal
/// of Economic Theory 18, 1978).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Menu<L = f64> {
    plans: [Plan<L>; MAX_PLANS],
    /// The position of each plan among those offered.
    offered: [L; MAX_PLANS],
    cuts: [L; MAX_PLANS],
    n_plans: usize,
}

impl<L: Lane> Menu<L> {
    /// The menu of the plans offered, which may be in any order. Only the first [`MAX_PLANS`] are used.
    #[must_use]
    pub fn new(offered: &[Plan<L>]) -> Self {
        let never = L::all(f64::INFINITY);
        let n_plans = offered.len().min(MAX_PLANS);
        let mut menu = Self {
            plans: [Plan::none(); MAX_PLANS],
            offered: core::array::from_fn(|at| L::all(at as f64)),
            cuts: [never; MAX_PLANS],
            n_plans,
        };
        for (slot, &plan) in menu.plans.iter_mut().zip(offered) {
            *slot = plan;
        }
        for (low, high) in [(0, 1), (1, 2), (0, 1)] {
            if high < n_plans {
                menu.sort(low, high);
            }
        }
        menu.cut();
        menu
    }

    /// Sorts two plans by worth, then by price.
    fn sort(&mut self, low: usize, high: usize) {
        let (a, b) = (self.plans[low], self.plans[high]);
        let swaps = b.worth.below(a.worth) | (b.worth.equals(a.worth) & b.price.below(a.price));
        (self.plans[low], self.plans[high]) = (Plan::select(swaps, b, a), Plan::select(swaps, a, b));
        let (a, b) = (self.offered[low], self.offered[high]);
        (self.offered[low], self.offered[high]) = (L::select(swaps, b, a), L::select(swaps, a, b));
    }

    /// Computes the cut points. Each plan removes the plans below it that it dominates, and is cut against the next
    /// that is left.
    fn cut(&mut self) {
        let never = L::all(f64::INFINITY);
        // whether each plan is on the menu, as masks
        let mut on = [L::ZERO.below(L::ZERO); MAX_PLANS];
        for place in 0..self.n_plans {
            let plan = self.plans[place];
            let mut below = Plan::none();
            for (&is_on, &lower) in on.iter().zip(&self.plans).take(place) {
                below = Plan::select(is_on, lower, below);
            }
            on[place] = below.worth.below(plan.worth);
            // from the next plan down: a plan is removed if this one overtakes it at a willingness where it is not yet
            // taken
            for lower in (0..place).rev() {
                let passed = plan.cut_from(self.plans[lower]).up_to(self.cuts[lower]);
                let mut is_next = on[lower];
                for &between in &on[lower + 1..place] {
                    is_next = is_next & !between;
                }
                on[lower] = on[lower] & !(is_next & on[place] & passed);
            }
            let mut cut = plan.cut_from(Plan::none());
            for (&is_on, &lower) in on.iter().zip(&self.plans).take(place) {
                cut = L::select(is_on, plan.cut_from(lower), cut);
            }
            self.cuts[place] = L::select(on[place], cut, never);
        }
        let mut next = never;
        for place in (0..self.n_plans).rev() {
            next = L::select(on[place], self.cuts[place], next);
            self.cuts[place] = next;
        }
    }

    /// The lowest price of a plan that somebody would take.
    fn lowest(&self) -> L {
        let mut lowest = self.n_plans.checked_sub(1).map_or(L::ZERO, |last| self.plans[last].price);
        for place in (0..self.n_plans.saturating_sub(1)).rev() {
            let is_on = self.cuts[place].below(self.cuts[place + 1]);
            lowest = L::select(is_on, self.plans[place].price, lowest);
        }
        lowest
    }

    /// Normal probabilities above each cut point, shifted by `more` standard deviations.
    fn above(&self, curve: &Willingness<L>, more: L) -> [L; MAX_PLANS] {
        let mut above = [L::ZERO; MAX_PLANS];
        for (above, &cut) in above.iter_mut().zip(&self.cuts).take(self.n_plans) {
            *above = normal_cdf(curve.distance(cut) + more);
        }
        above
    }

    /// For each plan, the amount above its cut point, less the amount above the next one.
    fn between(&self, above: [L; MAX_PLANS]) -> [L; MAX_PLANS] {
        let mut parts = [L::ZERO; MAX_PLANS];
        let mut next = L::ZERO;
        for place in (0..self.n_plans).rev() {
            parts[place] = above[place] - next;
            next = above[place];
        }
        parts
    }

    /// Share of people who take any plan.
    #[must_use]
    pub fn paying(&self, curve: &Willingness<L>) -> L {
        if self.n_plans == 0 { L::ZERO } else { curve.share_paying(self.cuts[0]) }
    }

    /// Average payment per payer, $ a month. If nobody pays, the lowest price.
    #[must_use]
    pub fn price(&self, curve: &Willingness<L>) -> L {
        let shares = self.between(self.above(curve, L::ZERO));
        let paying: L = shares.into_iter().sum();
        let paid: L = self.plans.iter().zip(shares).map(|(plan, share)| plan.price * share).sum();
        L::select(L::ZERO.below(paying), paid / paying, self.lowest())
    }

    /// Worth above price, per person on the curve, $ a month.
    ///
    /// `Σ_i E[a_i W − P_i; c_i ≤ W < c_{i+1}]`, `E[W; W ≥ c] = m e^(σ²/2) Φ((ln m − ln c)/σ + σ)`
    #[must_use]
    pub fn kept(&self, curve: &Willingness<L>) -> L {
        let mean = curve.mean();
        let worths = self.above(curve, curve.sigma).map(|above| mean * above);
        let parts = self.between(self.above(curve, L::ZERO)).into_iter().zip(self.between(worths));
        let kept = self.plans.iter().zip(parts).take(self.n_plans);
        kept.map(|(plan, (share, worth))| plan.worth * worth - plan.price * share).sum::<L>().greater(L::ZERO)
    }
}

impl Menu {
    /// The position on the menu of the plan that was offered at position `at`; `None` if nobody takes it.
    fn place(&self, at: usize) -> Option<usize> {
        let place = self.offered[..self.n_plans].iter().position(|&it| it == at as f64)?;
        let next =
            self.cuts.get(place + 1).filter(|_| place + 1 < self.n_plans).copied().unwrap_or(f64::INFINITY);
        (self.cuts[place] < next).then_some(place)
    }

    /// Whether nobody takes the plan that was offered at position `at`.
    #[must_use]
    pub fn is_dominated(&self, at: usize) -> bool {
        self.place(at).is_none()
    }

    /// Share of people who take the plan that was offered at position `at`.
    #[must_use]
    pub fn share(&self, curve: &Willingness, at: usize) -> f64 {
        self.place(at).map_or(0.0, |place| self.between(self.above(curve, 0.0))[place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CURVE: Willingness = Willingness { median: 11.4, sigma: 1.6 };

    fn plan(worth: f64, price: f64) -> Plan {
        Plan { worth, price }
    }

    #[test]
    fn a_single_plan_is_the_curve_itself() {
        let menu = Menu::new(&[plan(1.0, 16.0)]);
        assert_eq!(menu.paying(&CURVE), CURVE.share_paying(16.0));
        assert_eq!(menu.price(&CURVE), 16.0);
        assert_eq!(menu.kept(&CURVE), CURVE.surplus_per_user(16.0));
    }

    #[test]
    fn nobody_takes_a_dearer_plan_that_is_worth_less() {
        let menu = Menu::new(&[plan(0.6, 8.0), plan(1.0, 16.0), plan(0.9, 200.0)]);
        assert!(menu.is_dominated(2) && !menu.is_dominated(0) && !menu.is_dominated(1));
        assert_eq!(menu.share(&CURVE, 2), 0.0);
        // a cheap plan whose cut point is above that of the standard plan
        let menu = Menu::new(&[plan(0.3, 8.0), plan(1.0, 16.0)]);
        assert!(menu.is_dominated(0));
        assert_eq!(menu.paying(&CURVE), CURVE.share_paying(16.0));
        assert_eq!(Menu::new(&[]).paying(&CURVE), 0.0);
    }

    fn quantile(share: f64) -> f64 {
        let (mut low, mut high) = (-9.0, 9.0);
        for _ in 0..40 {
            let middle = 0.5 * (low + high);
            if normal_cdf(middle) < share { low = middle } else { high = middle }
        }
        low
    }

    proptest! {
        #[test]
        fn the_menu_agrees_with_the_choices_of_single_people(
            worths in prop::array::uniform3(0.1..3.0_f64), prices in prop::array::uniform3(0.0..300.0_f64),
            sigma in 0.3..2.5_f64,
        ) {
            let curve = Willingness { median: 20.0, sigma };
            let offered: [Plan; 3] = core::array::from_fn(|at| plan(worths[at], prices[at]));
            let menu = Menu::new(&offered);
            // people in the middle of equal shares of the distribution
            let n_people = 1000;
            let (mut shares, mut paid, mut kept) = ([0.0; 3], 0.0, 0.0);
            for person in 0..n_people {
                let z = quantile((f64::from(person) + 0.5) / f64::from(n_people));
                let worth = 20.0 * libm::exp(sigma * z);
                let gain = |at: usize| offered[at].worth * worth - offered[at].price;
                let best = (0..3).max_by(|&a, &b| gain(a).total_cmp(&gain(b))).unwrap();
                if gain(best) >= 0.0 {
                    shares[best] += 1.0 / f64::from(n_people);
                    paid += offered[best].price / f64::from(n_people);
                    kept += gain(best) / f64::from(n_people);
                }
            }
            for at in 0..3 {
                prop_assert!((menu.share(&curve, at) - shares[at]).abs() < 2e-3, "{at} {shares:?}");
            }
            prop_assert!((menu.paying(&curve) - shares.iter().sum::<f64>()).abs() < 2e-3);
            prop_assert!((menu.paying(&curve) * menu.price(&curve) - paid).abs() < 1e-3 * 300.0 + 1e-3);
            // the tail beyond the last person accounts for the difference
            prop_assert!(menu.kept(&curve) >= kept - 1e-3 * (1.0 + kept) - 0.02);
        }
    }
}
