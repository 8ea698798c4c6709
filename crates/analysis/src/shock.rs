//! The shock of January 2025 as an experiment: the same work takes fewer accelerators, and what that does to the number
//! that are bought.

use crate::pieces::{at_once, pause};
use payenough_engine::reverse::{TwoStageCash, perpetuity_cash, two_stage_cash};
use payenough_engine::{CAPEX_LINES, evaluate};
use payenough_model::{CapexBasis, Compute, Inputs, Perspective};
use payenough_quantities::{Accelerators, Ratio, Tokens, Usd, UsdPerToken, Users};

/// Largest elasticity that is considered.
pub(super) const MOST_ELASTIC: f64 = 20.0;
/// Bisection steps of the search for an elasticity.
const HALVINGS: u32 = 40;
/// Usage may grow by this factor before it is capped. A lower cap would decide the experiment.
pub(super) const CAP: f64 = 1e12;
/// What all technology shares together lost on that day, in dollars.
pub const ALL_LOST: f64 = 1e12;

/// One side of the experiment, over the whole horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// Tokens served in an average month.
    pub tokens: Tokens,
    /// Users at the end.
    pub users: Users,
    /// Largest number of accelerators at any time.
    pub accelerators: Accelerators,
    /// Price of a token at the start.
    pub price: UsdPerToken,
    /// Plant bought, undiscounted.
    pub capex: Usd,
    /// Present value of plant.
    pub capex_pv: Usd,
    /// Present value of revenue.
    pub revenue: Usd,
    /// Net present value.
    pub npv: Usd,
}

/// The scenario before and after the shock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shock {
    /// The scenario without the shock.
    pub before: Side,
    /// The scenario with the shock.
    pub after: Side,
    /// The part of the first year's purchases without the shock that the second year with the shock does not need.
    pub stranded: Usd,
    /// The elasticity above which cheaper tokens raise spending on hardware if all work is paid by the token.
    pub closed_form: Option<Ratio>,
    /// The same threshold in this scenario, where chat, seats and the vendors' own work do not respond; `None` if there
    /// is none.
    pub modelled: Option<Ratio>,
    /// Profit that the chip maker loses: its margin on the fall in spending on plant.
    pub profit_lost: Usd,
    /// That profit as a share of the market value lost.
    pub explained: Ratio,
    /// The first year's cash flow that is worth the lost value if it grows for ever.
    pub lost_cash: Option<Usd>,
    /// The same cash flow if it grows in two stages.
    pub lost_cash_two_stage: Option<TwoStageCash>,
}

/// The price elasticity of usage above which spending on hardware rises.
///
/// `|ε| > ln k / −ln(1 − θ(1 − 1/k))`: work falls by the factor `k` and rises by `(P'/P)^ε`.
///
/// - `k` factor by which serving becomes cheaper; `θ` share of the saving that is passed on in the price
///
/// Source: MODEL.md section 7. `None` if there is no saving or if none of it reaches the price.
#[must_use]
pub fn breakeven_elasticity(k: f64, passed: f64) -> Option<Ratio> {
    let price = price_after(k, passed);
    (k > 1.0 && price < 1.0 && price > 0.0).then(|| Ratio::of(libm::log(k) / -libm::log(price)))
}

/// Ratio of the price after the shock to the price before it: `1 − θ(1 − 1/k)`.
pub(super) fn price_after(k: f64, passed: f64) -> f64 {
    1.0 - passed * (1.0 - 1.0 / k)
}

/// The scenario with a fleet that is owned and sized to demand. A fixed budget could not respond to the shock, and
/// rented compute is bought by somebody else.
pub(crate) fn sized(inputs: &Inputs) -> Inputs {
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

/// The scenario after the shock: every accelerator does `k` times the work, API prices fall, and usage paid by the
/// token responds.
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
    /// Runs the experiment on a scenario.
    ///
    /// The stranded amount is `K₁·max(0, 1 − N'₂/N₂)`: the plant of the first year, and the accelerators of the second
    /// year with the shock over those without it. The lost profit is `margin·(plant before − plant after)` in present
    /// value; below 0 it is a gain.
    ///
    /// Source: MODEL.md section 7. The users are those of this programme, while the loss was that of the market.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        at_once(Self::in_pieces(inputs))
    }

    /// Async version of [`Shock::of`], which pauses between pieces of work.
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

/// The elasticity at which this scenario spends as much on plant as before the shock. Spending rises with the
/// elasticity.
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
