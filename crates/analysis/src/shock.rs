//! The shock of January 2025 as an experiment: the same work done with fewer accelerators, and what that does to how many
//! are bought.

use crate::pieces::{at_once, pause};
use payenough_engine::reverse::{TwoStageCash, perpetuity_cash, two_stage_cash};
use payenough_engine::{CAPEX_LINES, evaluate};
use payenough_model::{CapexBasis, Compute, Inputs, Perspective};
use payenough_quantities::{Accelerators, Ratio, Tokens, Usd, UsdPerToken, Users};

/// Beyond this response nothing is looked for.
pub(super) const MOST_ELASTIC: f64 = 20.0;
/// Halvings of the bracket of a response.
const HALVINGS: u32 = 40;
/// Use may multiply by this before it is capped: a cap would decide the experiment.
pub(super) const CAP: f64 = 1e12;
/// What all technology shares lost that day, $.
pub const ALL_LOST: f64 = 1e12;

/// One side of the experiment, over the whole horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// Tokens served in a mean month.
    pub tokens: Tokens,
    /// Users at the end.
    pub users: Users,
    /// Most accelerators at once.
    pub accelerators: Accelerators,
    /// Price of a token sold, at the start.
    pub price: UsdPerToken,
    /// Plant, not discounted.
    pub capex: Usd,
    /// Present value of plant.
    pub capex_pv: Usd,
    /// Present value of revenue.
    pub revenue: Usd,
    /// Net present value.
    pub npv: Usd,
}

/// Before and after the shock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shock {
    /// Without it.
    pub before: Side,
    /// With it.
    pub after: Side,
    /// Of what was bought in the first year without the shock, what the second year with it does not need.
    pub stranded: Usd,
    /// The response above which cheaper tokens raise spending on hardware, were all work paid by the token.
    pub closed_form: Option<Ratio>,
    /// The same in this scenario, where chat, seats and the vendors' own work do not respond; absent where none does.
    pub modelled: Option<Ratio>,
    /// What the chip maker loses of profit: its part of the fall of spending on plant.
    pub profit_lost: Usd,
    /// That over the market value lost.
    pub explained: Ratio,
    /// First year's cash that the lost value stands for, growing for ever.
    pub lost_cash: Option<Usd>,
    /// The same in two stages.
    pub lost_cash_two_stage: Option<TwoStageCash>,
}

/// The response of use to price above which hardware spending rises.
///
/// `|ε| > ln k / −ln(1 − θ(1 − 1/k))`; work falls by `k` and rises by `(P'/P)^ε`
///
/// - `k` cheaper by this factor; `θ` part of the saving passed on
///
/// Source: MODEL.md section 8. Absent where no saving reaches the price, or there is none.
#[must_use]
pub fn breakeven_elasticity(k: f64, passed: f64) -> Option<Ratio> {
    let price = price_after(k, passed);
    (k > 1.0 && price < 1.0 && price > 0.0).then(|| Ratio::of(libm::log(k) / -libm::log(price)))
}

/// Price after over price before: `1 − θ(1 − 1/k)`.
pub(super) fn price_after(k: f64, passed: f64) -> f64 {
    1.0 - passed * (1.0 - 1.0 / k)
}

/// The scenario with a fleet that is bought as it is needed, by whoever serves: a fixed budget could not answer, and what is
/// rented somebody buys.
fn sized(inputs: &Inputs) -> Inputs {
    let perspective = match inputs.perspective {
        Perspective::Lab | Perspective::Landlord => Perspective::Platform,
        other => other,
    };
    Inputs {
        capex_basis: CapexBasis::Sized,
        compute: Compute::Owned,
        perspective,
        api_elasticity: Ratio::ZERO,
        ..*inputs
    }
}

/// The scenario after the shock: every accelerator does `k` times the work, API prices fall, paid tokens respond.
fn shocked(inputs: &Inputs, elasticity: f64) -> Inputs {
    let k = inputs.shock_k.value();
    let base = sized(inputs);
    Inputs {
        realised: base.realised * k,
        api_reference: base.api_price,
        api_price: base.api_price * price_after(k, inputs.shock_pass.value()),
        api_elasticity: Ratio::of(elasticity),
        api_saturation: Ratio::of(CAP),
        ..base
    }
}

fn side(inputs: &Inputs) -> (Side, payenough_engine::Outcome) {
    let outcome = evaluate(inputs);
    let side = Side {
        tokens: outcome.years.iter().map(|year| year.served).sum::<Tokens>()
            / (12.0 * outcome.years.len() as f64),
        users: outcome.years.last().map_or(Users::ZERO, |year| year.active_users),
        accelerators: outcome.fleet.peak_accelerators,
        price: inputs.api_price,
        capex: outcome.fleet.capex,
        capex_pv: CAPEX_LINES.iter().map(|&line| outcome.cost_pv[line as usize]).sum(),
        revenue: outcome.revenue_pv.iter().copied().sum(),
        npv: outcome.npv,
    };
    (side, outcome)
}

impl Shock {
    /// The experiment on a scenario.
    ///
    /// Stranded is `K₁·max(0, 1 − N'₂/N₂)`: plant of the first year, and accelerators in the second with the shock over
    /// without it. Profit lost is `part·(plant before − plant after)` in present value; below 0 it is a gain.
    ///
    /// Source: MODEL.md section 8. The users are this programme's, the loss was the market's.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        at_once(Self::in_pieces(inputs))
    }

    /// The same in pieces.
    pub async fn in_pieces(inputs: &Inputs) -> Self {
        let (before, without) = side(&sized(inputs));
        pause().await;
        let (after, with) = side(&shocked(inputs, inputs.shock_elasticity.value()));
        let in_second = |outcome: &payenough_engine::Outcome| {
            outcome.years.get(1).map_or(0.0, |year| year.accelerators.value())
        };
        let still = if in_second(&without) > 0.0 { in_second(&with) / in_second(&without) } else { 1.0 };
        let first = without.years.first().map_or(Usd::ZERO, |year| year.capex());
        let profit_lost = (before.capex_pv - after.capex_pv) * inputs.chip_margin;
        let rate = inputs.discount_rate.value();
        let growth = inputs.lost_growth.value();
        let years = libm::round(inputs.lost_years.value()) as u32;
        Self {
            before,
            after,
            stranded: first * (1.0 - still).max(0.0),
            closed_form: breakeven_elasticity(inputs.shock_k.value(), inputs.shock_pass.value()),
            modelled: modelled_elasticity(inputs, before.capex_pv).await,
            profit_lost,
            explained: profit_lost.share_of(inputs.lost_value),
            lost_cash: perpetuity_cash(inputs.lost_value, rate, growth),
            lost_cash_two_stage: two_stage_cash(
                inputs.lost_value,
                rate,
                inputs.lost_fast.value(),
                years,
                growth,
            ),
        }
    }
}

/// The response at which this scenario spends on plant what it spent before. Spending rises with it.
async fn modelled_elasticity(inputs: &Inputs, before: Usd) -> Option<Ratio> {
    let spends = |elasticity: f64| side(&shocked(inputs, -elasticity)).0.capex_pv;
    if spends(0.0) >= before || spends(MOST_ELASTIC) < before {
        return None;
    }
    let (mut low, mut high) = (0.0, MOST_ELASTIC);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if spends(middle) < before {
            low = middle
        } else {
            high = middle
        }
        pause().await;
    }
    Some(Ratio::of(high))
}
