//! Cash: present value, tax and the price level that just breaks even.

use super::paths::ByQuarter;
use super::plant::{ByYear, MAX_YEARS};
use super::run::World;
use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, Usd};

/// Net present value.
///
/// `NPV = Σ_q [net_q·d(middle) − capex_q·d(start)] + Σ proceeds·d(end) − Σ_y tax_y·d(middle of the fourth quarter)`
///
/// - `net` revenue less running costs
///
/// Source: MODEL.md section 7. Unlevered; depreciation enters through tax alone.
#[must_use]
#[inline(never)]
pub(super) fn net_present_value<L: Lane>(
    world: &World<'_, L>,
    net: &[Usd<L>],
    tax: &ByYear<Usd<L>>,
) -> Usd<L> {
    let (lives, discount) = (&world.fleet.lives, &world.discount);
    let mut npv = Usd::ZERO;
    for (quarter, &net) in net.iter().enumerate() {
        npv += net * discount.middle(quarter);
    }
    // plant for a quarter is paid for one build lag earlier
    let earlier = L::all(1.0) / discount.start_of(lives.lag);
    for (quarter, bought) in world.fleet.cohorts.iter().enumerate().take(world.fleet.last()) {
        npv -= bought.cost() * (discount.start(quarter) * earlier);
    }
    let at_end = discount.start_of(world.fleet.end);
    let of_life =
        [lives.accelerator, lives.network, lives.facility].map(|life| (life, discount.start_of(life)));
    for held in &world.holdings {
        let (life, after) = of_life[held.layer as usize];
        let lives_on = (L::all(held.from as f64) + life).up_to(world.fleet.end);
        npv += held.proceeds * L::select(lives_on, discount.start(held.from) * after, at_end);
    }
    for (year, &tax) in tax.iter().enumerate().take(world.years()) {
        npv -= tax * discount.middle(world.tax_quarter(year));
    }
    npv
}

/// Sums quarters into model years.
#[must_use]
pub(super) fn by_year<L: Lane>(quarters: &[Usd<L>]) -> ByYear<Usd<L>> {
    let mut years = [Usd::ZERO; MAX_YEARS];
    for (quarter, &amount) in quarters.iter().enumerate() {
        years[quarter / 4] += amount;
    }
    years
}

/// Adds year by year.
#[must_use]
pub(super) fn plus<L: Lane>(a: &ByYear<Usd<L>>, b: &ByYear<Usd<L>>) -> ByYear<Usd<L>> {
    let mut sum = *a;
    for (sum, &b) in sum.iter_mut().zip(b) {
        *sum += b;
    }
    sum
}

/// Break-even: by what factor must this money be multiplied so that NPV is 0? The flows are summed into years.
#[derive(Clone, Debug)]
pub(super) struct BreakEven<'a> {
    world: &'a World<'a>,
    /// The money that scales, less the costs that scale with it, by model year.
    scaled: ByYear<Usd>,
    /// Present value of `scaled`.
    scaled_pv: Usd,
    /// Taxable result of everything that does not scale, by model year.
    held: ByYear<Usd>,
    /// Present value before tax of everything that does not scale.
    held_pv: Usd,
}

impl<'a> BreakEven<'a> {
    /// - `scaled` the money that scales, by quarter; `fixed` running costs that do not scale, and are deductible;
    ///   `beyond` value that does not scale, and is not taxed
    #[must_use]
    pub(super) fn new(
        world: &'a World<'a>,
        scaled: &ByQuarter<Usd>,
        fixed: &ByQuarter<Usd>,
        beyond: Usd,
        plant: &ByYear<Usd>,
    ) -> Self {
        let minus = fixed.map(|cost| -cost);
        let untaxed = [Usd::ZERO; MAX_YEARS];
        let mut scaled_pv = Usd::ZERO;
        for (quarter, &amount) in scaled.iter().enumerate().take(world.quarters) {
            scaled_pv += amount * world.discount.middle(quarter);
        }
        Self {
            world,
            scaled: by_year(scaled),
            scaled_pv,
            held: plus(&by_year(&minus), plant),
            held_pv: net_present_value(world, &minus, &untaxed) + beyond,
        }
    }

    /// Tax by model year at a given multiple.
    #[must_use]
    pub(super) fn tax(&self, multiple: f64) -> ByYear<Usd> {
        let scaled = self.scaled.map(|amount| amount * multiple);
        self.world.tax(&plus(&scaled, &self.held))
    }

    /// NPV at a given multiple.
    #[must_use]
    pub(super) fn npv(&self, multiple: f64) -> f64 {
        let mut npv = self.scaled_pv * multiple + self.held_pv;
        for (year, &tax) in self.tax(multiple).iter().enumerate().take(self.world.years()) {
            npv -= tax * self.world.discount.middle(self.world.tax_quarter(year));
        }
        npv.value()
    }

    /// The multiple `m` in `[0, limit]` at which NPV is 0. It is 0 if none of the money is needed, and `None` if even
    /// the limit is not enough.
    ///
    /// NPV rises with `m` (tax takes less than all of a dollar), so a bracketed secant finds the one root.
    #[must_use]
    pub(super) fn multiple(&self, limit: f64) -> Option<Ratio> {
        let at_none = self.npv(0.0);
        if at_none >= 0.0 {
            // if a dollar of revenue costs more than a dollar, NPV would be 0 at less revenue, but that is not a price
            // level
            return (self.scaled_pv >= Usd::ZERO || self.npv(1.0) >= 0.0).then_some(Ratio::ZERO);
        }
        let at_limit = self.npv(limit);
        if at_limit < 0.0 || self.scaled_pv <= Usd::ZERO {
            return None;
        }
        // tax can only make the slope smaller, so the untaxed slope gives a first guess from below
        let first = (-at_none / self.scaled_pv.value()).clamp(limit * 1e-12, limit);
        let mut low = (0.0, at_none);
        let mut high = (first, self.npv(first));
        while high.1 < 0.0 && high.0 < limit {
            low = high;
            let next = (high.0 * 2.0).min(limit);
            high = (next, self.npv(next));
        }
        Some(Ratio::of(self.bracketed(low, high)))
    }

    /// Secant on a bracket with a bisection in every third step. Piecewise linear functions are solved in a few steps.
    fn bracketed(&self, mut low: (f64, f64), mut high: (f64, f64)) -> f64 {
        let near = 1e-15 * self.held_pv.value().abs();
        for step in 0..180 {
            let span = high.0 - low.0;
            let at = if step % 3 == 2 { low.0 + span / 2.0 } else { low.0 - low.1 * span / (high.1 - low.1) };
            if !(low.0 < at && at < high.0) {
                break;
            }
            let npv = self.npv(at);
            if npv.abs() <= near {
                return at;
            }
            if npv < 0.0 {
                low = (at, npv);
            } else {
                high = (at, npv);
            }
        }
        if high.1 < -low.1 { high.0 } else { low.0 }
    }
}
