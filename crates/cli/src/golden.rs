//! Golden cases. The engine computes each from its `inputs`; its `kind` alone selects the calculation.

mod demand;
mod finance;
mod inputs;
mod published;
mod serving;
mod uncertainty;
mod value;
mod video;

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use inputs::{CaseError, Inputs};

/// Why a file could not be answered at all.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GoldenError {
    #[error("cannot read {path}: {reason}")]
    Unreadable { path: String, reason: std::io::Error },
    #[error("{path} is not JSON: {reason}")]
    NotJson { path: String, reason: serde_json::Error },
    #[error("{path} is not a list of cases")]
    NotAList { path: String },
}

/// The answer to one case.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a Value,
    group: &'a Value,
    kind: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    got: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// One line of JSON for each case of a file, in order.
pub(crate) fn answers(file: &Path) -> Result<Vec<String>, GoldenError> {
    Ok(cases(file)?.iter().map(answer).collect())
}

/// The cases of a file with their answers.
pub(crate) fn answered(file: &Path) -> Result<Vec<(Value, Value)>, GoldenError> {
    let pair = |case: Value| {
        let line = serde_json::from_str(&answer(&case)).unwrap_or_default();
        (case, line)
    };
    Ok(cases(file)?.into_iter().map(pair).collect())
}

fn cases(file: &Path) -> Result<Vec<Value>, GoldenError> {
    let path = file.display().to_string();
    let text = std::fs::read_to_string(file)
        .map_err(|reason| GoldenError::Unreadable { path: path.clone(), reason })?;
    let cases: Value =
        serde_json::from_str(&text).map_err(|reason| GoldenError::NotJson { path: path.clone(), reason })?;
    let Value::Array(cases) = cases else {
        return Err(GoldenError::NotAList { path });
    };
    Ok(cases)
}

/// Computes the answer to a case. The fields that identify the case are copied without being interpreted; `what` and
/// `expected` are not read.
fn answer(case: &Value) -> String {
    let field = |name: &str| case.get(name).unwrap_or(&Value::Null);
    let result = compute(field("kind").as_str().unwrap_or_default(), &Inputs::of(field("inputs")));
    let (got, error) = match result {
        Ok(got) => (Some(got), None),
        Err(error) => (None, Some(error.to_string())),
    };
    let line = Line { id: field("id"), group: field("group"), kind: field("kind"), got, error };
    serde_json::to_string(&line).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"))
}

fn compute(kind: &str, inputs: &Inputs) -> Result<Value, CaseError> {
    match kind {
        "npv_irr" | "irr_absent" => finance::npv_irr(inputs),
        "irr_all_roots" => finance::irr_all_roots(inputs),
        "xnpv_xirr" => finance::xnpv_xirr(inputs),
        "quarterly_npv" => finance::quarterly_npv(inputs),
        "monthly_irr" => finance::monthly_irr(inputs),
        "mirr" => finance::mirr(inputs),
        "macrs" => finance::macrs(inputs),
        "straight_line" => finance::straight_line(inputs),
        "payback" => finance::payback(inputs),
        "annual_dcf" => finance::annual_dcf(inputs),
        "level_loan" => finance::level_loan(inputs),
        "breakeven_arpu" => value::breakeven_arpu(inputs),
        "breakeven_payers" => value::breakeven_payers(inputs),
        "reverse_dcf_perpetuity" => value::reverse_dcf_perpetuity(inputs),
        "reverse_dcf_two_stage" => value::reverse_dcf_two_stage(inputs),
        "bass" => demand::bass(inputs),
        "wtp_lognormal" => demand::wtp_lognormal(inputs),
        "cohorts" => demand::cohorts(inputs),
        "deepseek_day" => published::deepseek_day(inputs),
        "required_revenue" => published::required_revenue(inputs),
        "capex_depreciation_chain" => published::capex_depreciation_chain(inputs),
        "cliffcenter_chain" => published::cliffcenter_chain(inputs),
        "capex_to_revenue" => published::capex_to_revenue(inputs),
        "cover_depreciation" => published::cover_depreciation(inputs),
        "annualised_site" => published::annualised_site(inputs),
        "arpu" => published::arpu(inputs),
        "static_batch_tok_s_per_accelerator" => serving::static_batch_rate(inputs),
        "static_batch_latency_ms" => serving::static_batch_latency(inputs),
        "first_token_ms" => serving::first_token(inputs),
        "time_per_output_token_ms" => serving::time_per_output_token(inputs),
        "fixed_concurrency_tok_s_total" => serving::fixed_concurrency(inputs),
        "max_load_tok_s_total" => serving::max_load(inputs),
        "decode_tok_s_per_node" => serving::decode_per_node(inputs),
        "prefill_tok_s_per_node" => serving::prefill_per_node(inputs),
        "text_to_video_clips_per_s" => video::clips_per_second(inputs),
        "text_to_video_s" => video::clip_seconds(inputs),
        "vision_language_requests_per_s" => video::requests_per_second(inputs),
        "sobol_ishigami" => uncertainty::sobol_ishigami(inputs),
        "sobol_g_function" => uncertainty::sobol_g_function(inputs),
        "sobol_dcf" => uncertainty::sobol_dcf(inputs),
        "correlated_lognormals" => uncertainty::correlated_lognormals(inputs),
        "triangular" => uncertainty::triangular(inputs),
        "refdcf_exact" => uncertainty::refdcf_exact(inputs),
        "refdcf_distribution" => uncertainty::refdcf_distribution(inputs),
        _ => Err(CaseError::UnknownKind { kind: kind.to_owned() }),
    }
}
