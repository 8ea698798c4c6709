//! A fleet bought in whole accelerators, quarter by quarter. Each cohort has the speed of the quarter in which it is
//! bought.

use payenough_quantities::{Accelerators, Seconds, Tokens, TokensPerSecond};

/// Seconds in a quarter: 365 days / 4.
pub const QUARTER: Seconds = Seconds::of(7_884_000.0);

/// What determines the size of a fleet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FleetPlan {
    /// Throughput of an accelerator bought in the first quarter.
    pub throughput: TokensPerSecond,
    /// Growth of that throughput from one quarter to the next, as a fraction.
    pub growth: f64,
    /// Highest load at which the fleet may run at the peak, 0 to 1.
    pub utilisation: f64,
    /// Peak demand over average demand.
    pub peak_to_average: f64,
    /// Spare capacity, as a share of what is needed.
    pub redundancy: f64,
    /// Number of quarters that a cohort serves.
    pub life_quarters: f64,
}

/// The fleet in one quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FleetQuarter {
    /// Accelerators bought at the start of the quarter.
    pub bought: Accelerators,
    /// Accelerators in service during the quarter.
    pub installed: Accelerators,
}

impl FleetPlan {
    /// Throughput that must be available: `Q/s · peak / u · (1 + redundancy)`.
    ///
    /// - `Q` `tokens` of the quarter, `s` seconds in it, `u` utilisation
    fn needed(&self, tokens: Tokens) -> f64 {
        let average = (tokens / TokensPerSecond::of(1.0)).value() / QUARTER.value();
        average * self.peak_to_average / self.utilisation * (1.0 + self.redundancy)
    }

    /// Purchases and fleet for the tokens of each quarter:
    /// `bought = ⌈(needed − capacity of cohorts in service)/μ_t⌉ ≥ 0`.
    ///
    /// - `μ_t = μ_0 (1 + g)^t` throughput of the cohort of quarter `t`, which does not change later
    ///
    /// A cohort leaves at the start of the quarter in which its age reaches the life, before that quarter's purchase.
    /// Source: definition. Leaves out software gains of older cohorts, build time and power limits. If the need or the
    /// throughput of a quarter is not a positive number, nothing is bought.
    #[must_use]
    pub fn build(&self, tokens: &[Tokens]) -> Vec<FleetQuarter> {
        let mut fleet: Vec<FleetQuarter> = Vec::with_capacity(tokens.len());
        let mut speeds: Vec<f64> = Vec::with_capacity(tokens.len());
        let mut speed = self.throughput.value();
        for (quarter, tokens) in tokens.iter().enumerate() {
            let in_service = |cohort: usize| ((quarter - cohort) as f64) < self.life_quarters;
            let cohorts = fleet.iter().zip(&speeds).enumerate().filter(|(cohort, _)| in_service(*cohort));
            let (count, capacity) = cohorts.fold((0.0, 0.0), |(count, capacity), (_, (bought, speed))| {
                (count + bought.bought.value(), capacity + bought.bought.value() * speed)
            });
            let missing = ((self.needed(*tokens) - capacity) / speed).ceil();
            let bought = if 0.0 < missing && missing.is_finite() { missing } else { 0.0 };
            fleet.push(FleetQuarter {
                bought: Accelerators::of(bought),
                installed: Accelerators::of(count + bought),
            });
            speeds.push(speed);
            speed *= 1.0 + self.growth;
        }
        fleet
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PLAN: FleetPlan = FleetPlan {
        throughput: TokensPerSecond::of(1000.0),
        growth: 0.0,
        utilisation: 0.5,
        peak_to_average: 1.0,
        redundancy: 0.0,
        life_quarters: 3.0,
    };

    fn tokens(accelerators: &[f64]) -> Vec<Tokens> {
        accelerators.iter().map(|count| Tokens::of(count * 500.0 * QUARTER.value())).collect()
    }

    #[test]
    fn purchases_are_rounded_up_and_replace_retired_cohorts() {
        let fleet = PLAN.build(&tokens(&[9.5, 9.5, 12.0, 12.0, 1.0, 1.0]));
        let bought: Vec<f64> = fleet.iter().map(|quarter| quarter.bought.value()).collect();
        let installed: Vec<f64> = fleet.iter().map(|quarter| quarter.installed.value()).collect();
        assert_eq!(bought, [10.0, 0.0, 2.0, 10.0, 0.0, 0.0]);
        assert_eq!(installed, [10.0, 10.0, 12.0, 12.0, 12.0, 10.0]);
    }

    #[test]
    fn plans_without_throughput_or_tokens_buy_nothing() {
        let idle = FleetPlan { throughput: TokensPerSecond::ZERO, ..PLAN };
        assert!(idle.build(&tokens(&[1.0, 0.0])).iter().all(|quarter| quarter.bought == Accelerators::ZERO));
        assert!(PLAN.build(&[]).is_empty());
        let short = FleetPlan { life_quarters: 0.0, ..PLAN };
        assert_eq!(short.build(&tokens(&[2.0, 2.0]))[1].installed, Accelerators::of(2.0));
    }

    proptest! {
        #[test]
        fn capacity_covers_the_need_without_a_whole_spare(
            needs in proptest::collection::vec(0.0..1e4_f64, 1..30), growth in -0.1..0.2_f64,
        ) {
            let plan = FleetPlan { growth, life_quarters: 1e9, ..PLAN };
            let fleet = plan.build(&tokens(&needs));
            let (mut capacity, mut speed) = (0.0, 1000.0);
            for (need, quarter) in needs.iter().zip(fleet) {
                capacity += quarter.bought.value() * speed;
                prop_assert!(need * 1000.0 <= capacity * (1.0 + 1e-12));
                if 0.0 < quarter.bought.value() {
                    prop_assert!(capacity - speed < need * 1000.0 * (1.0 + 1e-12));
                }
                speed *= 1.0 + growth;
            }
        }
    }
}
