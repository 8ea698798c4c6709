//! Plans on offer: each person takes the one worth most above its price, or none.

use super::willingness::Willingness;
use crate::units::special::normal_cdf;

/// Most plans on a menu.
pub const MAX_PLANS: usize = 3;

/// A plan: worth `a` times a person's willingness to pay for the standard plan, at price `P`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plan {
    /// Worth over that of the standard plan, above 0.
    pub worth: f64,
    /// Price, $ a month.
    pub price: f64,
}

/// The plans that somebody takes, by rising worth, each from a willingness to pay up to that of the next.
///
/// A person of willingness `W` takes the largest `a_i W − P_i` if it is 0 or more. So plan `i` is taken between the cut
/// points `c_i = (P_i − P_{i−1})/(a_i − a_{i−1})` and `c_{i+1}`, with `a_0 = P_0 = 0` for taking none. Cut points must
/// rise: a plan for which they do not is dominated, and nobody takes it.
///
/// Source: self-selection among vertically differentiated goods (Mussa and Rosen, Monopoly and Product Quality, Journal
/// of Economic Theory 18, 1978).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Menu {
    plans: [Plan; MAX_PLANS],
    /// Which of the offered plans each is.
    offered: [usize; MAX_PLANS],
    cuts: [f64; MAX_PLANS],
    n_plans: usize,
}

impl Menu {
    /// The menu of offered plans in any order; of more than [`MAX_PLANS`] the first count.
    #[must_use]
    pub fn new(offered: &[Plan]) -> Self {
        let mut menu =
            Self { plans: [Plan::default(); 3], offered: [0; 3], cuts: [f64::INFINITY; 3], n_plans: 0 };
        let mut order = [0, 1, 2];
        let n_offered = offered.len().min(MAX_PLANS);
        order[..n_offered].sort_by(|&a, &b| {
            let key = |at: usize| offered.get(at).map_or((0.0, 0.0), |it| (it.worth, it.price));
            key(a).0.total_cmp(&key(b).0).then(key(a).1.total_cmp(&key(b).1))
        });
        for &at in &order[..n_offered] {
            if let Some(&plan) = offered.get(at) {
                menu.offer(plan, at);
            }
        }
        menu
    }

    /// Puts a plan of the highest worth so far on the menu, and takes off those that it dominates.
    fn offer(&mut self, plan: Plan, at: usize) {
        loop {
            let below = self.n_plans.checked_sub(1).map_or(Plan::default(), |last| self.plans[last]);
            if plan.worth <= below.worth {
                return;
            }
            let cut = (plan.price - below.price) / (plan.worth - below.worth);
            if self.n_plans > 0 && cut <= self.cuts[self.n_plans - 1] {
                self.n_plans -= 1;
                continue;
            }
            self.plans[self.n_plans] = plan;
            self.offered[self.n_plans] = at;
            self.cuts[self.n_plans] = cut;
            self.n_plans += 1;
            return;
        }
    }

    /// Does nobody take the plan that was offered at this place?
    #[must_use]
    pub fn is_dominated(&self, at: usize) -> bool {
        !self.offered[..self.n_plans].contains(&at)
    }

    /// Share of people on the plan that was offered at this place.
    #[must_use]
    pub fn share(&self, curve: &Willingness, at: usize) -> f64 {
        let place = self.offered[..self.n_plans].iter().position(|&it| it == at);
        place.map_or(0.0, |place| self.share_at(curve, place))
    }

    fn share_at(&self, curve: &Willingness, place: usize) -> f64 {
        let above = if place + 1 < self.n_plans { curve.share_paying(self.cuts[place + 1]) } else { 0.0 };
        curve.share_paying(self.cuts[place]) - above
    }

    /// Of each plan on the menu, what `above` gives from its cut point up less what it gives from the next one up.
    fn between(&self, above: impl Fn(f64) -> f64) -> [f64; MAX_PLANS] {
        let mut parts = [0.0; MAX_PLANS];
        let mut next = 0.0;
        for place in (0..self.n_plans).rev() {
            let here = above(self.cuts[place]);
            parts[place] = here - next;
            next = here;
        }
        parts
    }

    /// Share of people on any plan.
    #[must_use]
    pub fn paying(&self, curve: &Willingness) -> f64 {
        if self.n_plans == 0 { 0.0 } else { curve.share_paying(self.cuts[0]) }
    }

    /// What a payer pays on average, $ a month; the lowest price where nobody pays.
    #[must_use]
    pub fn price(&self, curve: &Willingness) -> f64 {
        if self.n_plans <= 1 {
            return self.plans[0].price;
        }
        let shares = self.between(|cut| curve.share_paying(cut));
        let paying: f64 = shares.iter().sum();
        let paid: f64 = self.plans.iter().zip(shares).map(|(plan, share)| plan.price * share).sum();
        if paying > 0.0 { paid / paying } else { self.plans[0].price }
    }

    /// Worth above price, per person on the curve, $ a month.
    ///
    /// `Σ_i E[a_i W − P_i; c_i ≤ W < c_{i+1}]`, `E[W; W ≥ c] = m e^(σ²/2) Φ((ln m − ln c)/σ + σ)`
    #[must_use]
    pub fn kept(&self, curve: &Willingness) -> f64 {
        if self.n_plans == 1 && self.plans[0].worth == 1.0 {
            return curve.surplus_per_user(self.plans[0].price);
        }
        let mean = curve.mean();
        let shares = self.between(|cut| curve.share_paying(cut));
        let worths = self.between(|cut| mean * normal_cdf(curve.distance(cut) + curve.sigma));
        let kept = self.plans.iter().zip(shares).zip(worths);
        kept.map(|((plan, share), worth)| plan.worth * worth - plan.price * share).sum::<f64>().max(0.0)
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
    fn one_plan_is_the_curve_itself() {
        let menu = Menu::new(&[plan(1.0, 16.0)]);
        assert_eq!(menu.paying(&CURVE), CURVE.share_paying(16.0));
        assert_eq!(menu.price(&CURVE), 16.0);
        assert_eq!(menu.kept(&CURVE), CURVE.surplus_per_user(16.0));
    }

    #[test]
    fn a_dearer_plan_worth_less_is_taken_by_nobody() {
        let menu = Menu::new(&[plan(0.6, 8.0), plan(1.0, 16.0), plan(0.9, 200.0)]);
        assert!(menu.is_dominated(2) && !menu.is_dominated(0) && !menu.is_dominated(1));
        assert_eq!(menu.share(&CURVE, 2), 0.0);
        // a cheap plan whose cut point lies above the standard plan's
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
        fn it_is_what_each_person_would_choose(
            worths in prop::array::uniform3(0.1..3.0_f64), prices in prop::array::uniform3(0.0..300.0_f64),
            sigma in 0.3..2.5_f64,
        ) {
            let curve = Willingness { median: 20.0, sigma };
            let offered: [Plan; 3] = core::array::from_fn(|at| plan(worths[at], prices[at]));
            let menu = Menu::new(&offered);
            // people at the middles of equal shares of the distribution
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
            // the tail beyond the last person holds what is missing
            prop_assert!(menu.kept(&curve) >= kept - 1e-3 * (1.0 + kept) - 0.02);
        }
    }
}
