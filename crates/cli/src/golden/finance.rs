//! Kinds of golden cases about cash flows: returns, paybacks, depreciation, tax, loans.

use payenough_engine::annuity::{LevelLoan, debt_service_cover};
use payenough_engine::project::Project;
use payenough_engine::tax::{self, Losses, StraightLine};
use payenough_engine::{payback, returns};
use payenough_quantities::Usd;
use serde_json::{Value, json};

use super::inputs::{CaseError, Inputs};

/// Dollars as a number; `None` becomes null.
fn usd(amount: Option<Usd>) -> Option<f64> {
    amount.map(Usd::value)
}

pub(super) fn npv_irr(inputs: &Inputs) -> Result<Value, CaseError> {
    let flows = inputs.numbers("cash_flows")?;
    Ok(json!({
        "npv": returns::npv(inputs.number("rate")?, &flows),
        "irr": returns::irr_roots(&flows, 1.0).nearest_zero(),
    }))
}

pub(super) fn irr_all_roots(inputs: &Inputs) -> Result<Value, CaseError> {
    let roots = returns::irr_roots(&inputs.numbers("cash_flows")?, 1.0);
    Ok(json!({ "irr_all": roots.rates(), "ambiguous": roots.is_ambiguous() }))
}

pub(super) fn xnpv_xirr(inputs: &Inputs) -> Result<Value, CaseError> {
    let flows = inputs.dated("dates", "cash_flows")?;
    Ok(json!({
        "xnpv": returns::xnpv(inputs.number("rate")?, &flows),
        "xirr": returns::xirr_roots(&flows).nearest_zero(),
    }))
}

pub(super) fn quarterly_npv(inputs: &Inputs) -> Result<Value, CaseError> {
    let flows = inputs.numbers("cash_flows_quarterly")?;
    let rate = returns::rate_per_period(inputs.number("wacc_annual_effective")?, 4.0);
    Ok(json!({
        "q": rate,
        "npv_end": rate.and_then(|rate| returns::npv(rate, &flows)),
        "npv_mid": rate.and_then(|rate| returns::npv_mid_period(rate, &flows)),
    }))
}

pub(super) fn monthly_irr(inputs: &Inputs) -> Result<Value, CaseError> {
    let rate = returns::irr_roots(&inputs.numbers("cash_flows_monthly")?, 1.0).nearest_zero();
    Ok(json!({
        "irr_monthly": rate,
        "irr_annual": rate.and_then(|rate| returns::effective_rate(rate, 12.0)),
    }))
}

pub(super) fn mirr(inputs: &Inputs) -> Result<Value, CaseError> {
    let flows = inputs.numbers("cash_flows")?;
    let (finance, reinvest) = (inputs.number("finance_rate")?, inputs.number("reinvest_rate")?);
    Ok(json!({ "mirr": returns::mirr(&flows, finance, reinvest) }))
}

fn macrs_allowances(inputs: &Inputs) -> Result<&'static [f64], CaseError> {
    let expected = "a recovery class: 3, 5, 7, 10, 15 or 20 years";
    tax::macrs_half_year(inputs.count("life")?).ok_or(CaseError::Wrong { name: "life", expected })
}

pub(super) fn macrs(inputs: &Inputs) -> Result<Value, CaseError> {
    let basis = inputs.usd("basis")?;
    let allowances = macrs_allowances(inputs)?;
    let schedule: Vec<f64> = allowances.iter().map(|share| (basis * *share).value()).collect();
    let shield = tax::pv_tax_shield(basis, allowances, inputs.number("tax")?, inputs.number("rate")?);
    Ok(json!({
        "sum": schedule.iter().sum::<f64>(),
        "schedule": schedule,
        "pv_tax_shield": usd(shield),
    }))
}

pub(super) fn straight_line(inputs: &Inputs) -> Result<Value, CaseError> {
    let asset = StraightLine {
        basis: inputs.usd("basis")?,
        salvage: inputs.usd("salvage")?,
        n_periods: inputs.number("life_years")? * inputs.number("periods_per_year")?,
    };
    Ok(json!({
        "per_quarter": usd(asset.per_period()),
        "book_value": usd(asset.book_value(inputs.number("after_quarters")?)),
    }))
}

pub(super) fn payback(inputs: &Inputs) -> Result<Value, CaseError> {
    let flows = inputs.numbers("cash_flows")?;
    let plain = payback::payback(&flows);
    Ok(json!({
        "payback_first": plain.first,
        "discounted_payback_first": payback::discounted_payback(inputs.number("rate")?, &flows).first,
        "payback_last": plain.last,
    }))
}

pub(super) fn annual_dcf(inputs: &Inputs) -> Result<Value, CaseError> {
    let revenue = inputs.usd_list("rev")?;
    let project = Project {
        capex: inputs.usd("capex0")?,
        revenue: &revenue,
        opex_share: inputs.number("opexr")?,
        fixed_opex: inputs.usd("fixed")?,
        tax_rate: inputs.number("tax")?,
        losses: Losses::CarriedForward,
        allowances: macrs_allowances(inputs)?,
        residual: inputs.usd("resid")?,
    };
    let rate = inputs.number("r")?;
    let mut flows = vec![-project.capex.value()];
    flows.extend(project.years().map(|year| year.cash.value()));
    let taxes: Vec<f64> = project.years().map(|year| year.tax.value()).collect();
    Ok(json!({
        "npv": returns::npv(rate, &flows),
        "irr": returns::irr_roots(&flows, 1.0).nearest_zero(),
        "payback": payback::payback(&flows).first,
        "discounted_payback": payback::discounted_payback(rate, &flows).first,
        "cash_flows": flows,
        "taxes": taxes,
    }))
}

pub(super) fn level_loan(inputs: &Inputs) -> Result<Value, CaseError> {
    let loan = LevelLoan {
        principal: inputs.usd("principal")?,
        rate: inputs.number("rate_annual_nominal")? / 12.0,
        n_periods: inputs.count("months")?,
    };
    let ebitda = inputs.usd("ebitda_month")?;
    let payment = loan.payment();
    Ok(json!({
        "payment": usd(payment),
        "dscr": payment.and_then(|payment| debt_service_cover(ebitda, payment)),
        "interest": usd(loan.interest_in(inputs.count("interest_month")?)),
    }))
}
