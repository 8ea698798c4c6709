//! Kinds of golden cases that recompute published arithmetic.

use payenough_engine::cliffcenter::{self, RooflineSite};
use payenough_engine::published::{self, ServingDay};
use payenough_quantities::finite::quotient;
use payenough_quantities::{Megawatts, Tokens, Usd, UsdPerUserMonth, Users};
use serde_json::{Value, json};

use super::inputs::{CaseError, Inputs};

pub(super) fn deepseek_day(inputs: &Inputs) -> Result<Value, CaseError> {
    let day = ServingDay {
        nodes_average: inputs.number("nodes_avg")?,
        nodes_peak: inputs.number("nodes_peak")?,
        accelerators_per_node: inputs.number("gpus_per_node")?,
        usd_per_accelerator_hour: inputs.number("usd_per_gpu_hour")?,
        tokens_in: Tokens::of(inputs.number("tokens_in")?),
        tokens_cached: Tokens::of(inputs.number("cache_hit_tokens")?),
        tokens_out: Tokens::of(inputs.number("tokens_out")?),
        usd_per_mtok: [
            inputs.number("price_hit")?,
            inputs.number("price_miss")?,
            inputs.number("price_out")?,
        ],
        node_prefill_per_s: inputs.number("node_prefill_tps_incl_hits")?,
        node_decode_per_s: inputs.number("node_decode_tps")?,
    };
    Ok(json!({
        "cost_usd": day.cost().value(),
        "revenue_usd": day.list_revenue().value(),
        "margin_pct": day.markup_percent(),
        "peak_to_avg": day.peak_to_average(),
        "prefill_nodes": day.prefill_nodes(),
        "decode_nodes": day.decode_nodes(),
    }))
}

pub(super) fn required_revenue(inputs: &Inputs) -> Result<Value, CaseError> {
    let share = inputs.number("gpu_share_of_tco")?;
    let margin = inputs.number("end_user_gross_margin")?;
    let sales = inputs.usd_list("nvidia_run_rate")?;
    let existing = inputs.usd_list("existing_ai_revenue")?;
    if sales.len() != existing.len() {
        let expected = "as long as nvidia_run_rate";
        return Err(CaseError::Wrong { name: "existing_ai_revenue", expected });
    }
    let required: Vec<Option<Usd>> =
        sales.into_iter().map(|sales| published::required_revenue(sales, share, margin)).collect();
    let hole = required.iter().zip(existing).map(|(required, existing)| Some((*required)? - existing));
    Ok(json!({
        "hole": hole.map(|hole| hole.map(Usd::value)).collect::<Vec<_>>(),
        "required": required.iter().map(|required| required.map(Usd::value)).collect::<Vec<_>>(),
    }))
}

pub(super) fn capex_depreciation_chain(inputs: &Inputs) -> Result<Value, CaseError> {
    let chain = published::depreciation_chain(
        inputs.usd("nvidia_dc_q_rev")?,
        inputs.number("market_share")?,
        inputs.number("gpu_capex_share")?,
        inputs.number("gpu_life")?,
        inputs.number("other_life")?,
        UsdPerUserMonth::of(inputs.number("price_month")?),
    );
    Ok(json!({
        "gpu_capex": chain.map(|chain| chain.chip_capex.value()),
        "total_capex": chain.map(|chain| chain.total_capex.value()),
        "other_capex": chain.map(|chain| chain.other_capex.value()),
        "gpu_dep": chain.map(|chain| chain.chip_depreciation.value()),
        "other_dep": chain.map(|chain| chain.other_depreciation.value()),
        "dep_total": chain.map(|chain| chain.depreciation.value()),
        "gpu_share_check": chain.map(|chain| chain.chip_share_check),
        "subs_at_100pct_margin_derived": chain.map(|chain| chain.subscribers.value()),
    }))
}

pub(super) fn cliffcenter_chain(inputs: &Inputs) -> Result<Value, CaseError> {
    let site = RooflineSite {
        power: Megawatts::of(inputs.number("mw")?),
        gpu_share: inputs.number("it_share_gpu")?,
        pue: inputs.number("pue_inferred")?,
        gpu_w: inputs.number("gpu_w")?,
        gpus_per_server: inputs.number("gpus_per_server")?,
        gpu_flop_per_s: inputs.number("gpu_flops")?,
        gpu_bytes_per_s: inputs.number("gpu_bw")?,
        active_params: inputs.number("active_params")?,
        bytes_per_param: inputs.number("bytes_per_param")?,
        efficiency: inputs.number("eta")?,
        gpus_per_instance: inputs.number("gpus_per_instance")?,
        batch: inputs.number("batch")?,
        duty: inputs.number("duty")?,
    };
    let cost = cliffcenter::PRINTED_USD_PER_MTOK;
    Ok(json!({
        "gpus": site.gpus(),
        "instances": site.instances(),
        "tok_s_batch1": site.tokens_per_s_alone(),
        "tok_s_ceiling": site.tokens_per_s_ceiling(),
        "batch_star": site.balanced_batch(),
        "tok_s_instance": site.tokens_per_s(),
        "tokens_per_year": site.tokens_per_year(),
        "cost_per_m": cost,
        "markup_pct": cliffcenter::markup_percent(inputs.number("sell_per_m")?, cost),
        "annual_cost_implied": site.annual_cost(cost).map(Usd::value),
    }))
}

pub(super) fn capex_to_revenue(inputs: &Inputs) -> Result<Value, CaseError> {
    let required = inputs.usd("required_revenue")?;
    let power = Megawatts::of(1e3 * inputs.number("gw")?);
    Ok(json!({
        "capex_to_revenue": quotient(inputs.number("capex")?, required.value()),
        "fundable_revenue": (required - inputs.usd("shortfall")?).value(),
        "revenue_per_w": published::revenue_per_watt(required, power),
    }))
}

pub(super) fn cover_depreciation(inputs: &Inputs) -> Result<Value, CaseError> {
    let (capex, life) = (inputs.usd("capex")?, inputs.number("life")?);
    let margin = inputs.number("gross_margin")?;
    let revenue = |return_on_capital: f64| {
        published::revenue_covering(capex, life, margin, return_on_capital).map(Usd::value)
    };
    Ok(json!({
        "depreciation": quotient(capex.value(), life),
        "revenue_cover_dep": revenue(0.0),
        "revenue_roic": revenue(inputs.number("roic")?),
    }))
}

pub(super) fn annualised_site(inputs: &Inputs) -> Result<Value, CaseError> {
    let equipment = inputs.usd("it_capex_inferred")?;
    let facility = (inputs.usd("facility_capex_inferred")?, inputs.number("facility_life")?);
    let (opex, rate) = (inputs.usd("opex")?, inputs.number("wacc_inferred")?);
    let cost =
        |life: f64| published::annual_site_cost((equipment, life), facility, opex, rate).map(Usd::value);
    let costs: Vec<Option<f64>> = inputs.numbers("it_life")?.into_iter().map(cost).collect();
    Ok(json!({ "annual_cost_crf": costs }))
}

pub(super) fn arpu(inputs: &Inputs) -> Result<Value, CaseError> {
    let users = Users::of(inputs.number("wau")?);
    let payers = Users::of(inputs.number("payers")?);
    let price = UsdPerUserMonth::of(inputs.number("price_month")?);
    Ok(json!({
        "arpu_year": published::revenue_per_user_year(inputs.usd("arr")?, users),
        "consumer_sub_revenue": published::subscription_revenue(payers, price).value(),
        "payer_share": quotient(payers.value(), users.value()),
    }))
}
