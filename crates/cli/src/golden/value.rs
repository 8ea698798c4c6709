//! Kinds of golden cases that work backwards: what users must pay for a cost, and what cash flow a market value needs.

use payenough_engine::reverse::{self, BreakEven};
use payenough_quantities::{Usd, UsdPerUserMonth, Users};
use serde_json::{Value, json};

use super::inputs::{CaseError, Inputs};

fn service(inputs: &Inputs) -> Result<Option<BreakEven>, CaseError> {
    Ok(BreakEven::of_capex(
        inputs.usd("capex")?,
        inputs.usd("opex")?,
        inputs.number("r")?,
        inputs.number("n")?,
        Users::of(inputs.number("users")?),
        UsdPerUserMonth::of(inputs.number("ads")?),
    ))
}

fn price(service: Option<BreakEven>, paying_share: f64) -> Option<f64> {
    service?.price(paying_share).map(UsdPerUserMonth::value)
}

pub(super) fn breakeven_arpu(inputs: &Inputs) -> Result<Value, CaseError> {
    let service = service(inputs)?;
    let needed = service.and_then(|service| service.revenue_per_user());
    Ok(json!({
        "annual_cost": service.map(|service| service.annual_cost.value()),
        "breakeven_arpu_month": needed.map(UsdPerUserMonth::value),
        "breakeven_price_month": price(service, inputs.number("paid")?),
    }))
}

pub(super) fn breakeven_payers(inputs: &Inputs) -> Result<Value, CaseError> {
    let service = service(inputs)?;
    let charged = UsdPerUserMonth::of(inputs.number("price_month")?);
    let shares = inputs.numbers("frontier_conversions")?;
    let payers = service.and_then(|service| service.payers(charged));
    Ok(json!({
        "required_payers": payers.map(Users::value),
        "frontier_price": shares.into_iter().map(|share| price(service, share)).collect::<Vec<_>>(),
    }))
}

pub(super) fn reverse_dcf_perpetuity(inputs: &Inputs) -> Result<Value, CaseError> {
    let cash = reverse::perpetuity_cash(inputs.usd("loss")?, inputs.number("r")?, inputs.number("g")?);
    Ok(json!({ "fcf1": cash.map(Usd::value) }))
}

pub(super) fn reverse_dcf_two_stage(inputs: &Inputs) -> Result<Value, CaseError> {
    let cash = reverse::two_stage_cash(
        inputs.usd("loss")?,
        inputs.number("r")?,
        inputs.number("g1")?,
        inputs.count("N")?,
        inputs.number("g2")?,
    );
    Ok(json!({
        "fcf1": cash.map(|cash| cash.first_year.value()),
        "fcf_year_n": cash.map(|cash| cash.last_fast_year.value()),
    }))
}
