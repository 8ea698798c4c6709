//! Kinds of golden cases about demand and the fleet that serves it.

use payenough_engine::adoption::Bass;
use payenough_engine::cohorts::{FleetPlan, FleetQuarter};
use payenough_engine::willingness::Willingness;
use payenough_quantities::{Accelerators, Tokens, TokensPerSecond, Users, Years};
use serde_json::{Value, json};

use super::inputs::{CaseError, Inputs};

pub(super) fn bass(inputs: &Inputs) -> Result<Value, CaseError> {
    let curve = Bass { innovation: inputs.number("p")?, imitation: inputs.number("q")? };
    let market = Users::of(inputs.number("m")?);
    let end_of = |quarter: f64| Years::of(quarter / 4.0);
    let quarters = inputs.numbers("quarters")?;
    let quarter = inputs.number("new_in_quarter")?;
    let cumulative: Vec<f64> =
        quarters.into_iter().map(|quarter| curve.cumulative(market, end_of(quarter)).value()).collect();
    Ok(json!({
        "cumulative": cumulative,
        "peak_years": curve.peak().map(Years::value),
        "new_adopters": curve.new_adopters(market, end_of(quarter - 1.0), end_of(quarter)).value(),
    }))
}

pub(super) fn wtp_lognormal(inputs: &Inputs) -> Result<Value, CaseError> {
    let people = Willingness { median: inputs.number("median")?, sigma: inputs.number("sigma")? };
    if people.median <= 0.0 {
        return Err(CaseError::Wrong { name: "median", expected: "above 0" });
    }
    if people.sigma < 0.0 {
        return Err(CaseError::Wrong { name: "sigma", expected: "0 or more" });
    }
    let price = inputs.number("price")?;
    Ok(json!({
        "share": people.share_paying(price),
        "revenue_per_user": people.revenue_per_user(price),
        "price_opt": people.best_price(0.0),
        "surplus": people.surplus_per_user(price),
    }))
}

pub(super) fn cohorts(inputs: &Inputs) -> Result<Value, CaseError> {
    let plan = FleetPlan {
        throughput: TokensPerSecond::of(inputs.number("tput")?),
        growth: inputs.number("growth")?,
        utilisation: inputs.number("util")?,
        peak_to_average: inputs.number("pta")?,
        redundancy: inputs.number("red")?,
        life_quarters: inputs.number("life")?,
    };
    let tokens: Vec<Tokens> = inputs.numbers("tok_q")?.into_iter().map(Tokens::of).collect();
    let fleet = plan.build(&tokens);
    let counts = |count: fn(&FleetQuarter) -> Accelerators| -> Vec<f64> {
        fleet.iter().map(|quarter| count(quarter).value()).collect()
    };
    Ok(json!({
        "purchases": counts(|quarter| quarter.bought),
        "installed": counts(|quarter| quarter.installed),
    }))
}
