//! The dimension of Sobol's sequence that each input uses. The list is frozen, so that a new input does not change the
//! draws of any other.

use payenough_model::LATER_KEYS;

/// The key at index `d` has dimension `d`. Entries never move; a new key is appended to [`LATER_KEYS`], which go on from here.
///
/// The inputs that move the starting point's net present value most come first, because low dimensions are the most
/// evenly distributed.
#[rustfmt::skip]
const KEYS: [&str; 227] = [
    "plan_yr", "background_growth_x", "api_fall_x", "programme_share_pct", "api_usd_per_mtok",
    "background_half_yr", "speed_tok_s", "rd_pct", "inference_share_pct", "api_paid_pct", "night_reuse_pct",
    "chip_life_yr", "api_half_yr", "group_n", "ai_share_pct", "horizon_yr", "wacc_pct", "staff_pct",
    "background_end_x", "replacement_pct", "realised_pct", "seats_growth_x", "network_life_yr",
    "pay_later_pct", "api_end_x", "facility_reuse_pct", "power_usd_per_kwh", "site_opex_pct", "build_lag_qtr",
    "seats_n", "load_pct", "background_out_pct", "scrap_pct", "cac_usd", "capex_usd", "software_gain_x",
    "fees_pct", "sub_price_usd", "context_tok", "seats_half_yr", "bonus_pct", "seat_price_usd",
    "background_cache_pct", "observed_price_usd", "software_half_yr", "support_usd", "users_n",
    "seat_reference_usd", "imbalance_x", "orders_later_n", "facility_life_yr", "sub_price_x", "prompt_tok",
    "software_end_x", "prompt_growth_x", "safe_load_pct", "tax_pct", "users_ceiling_n", "messages_per_day",
    "churn_pct", "adoption_q_per_yr", "ads_later_n", "idle_power_pct", "tasks_later_pct", "memory_wtp_pct",
    "pay_now_pct", "messages_growth_x", "ad_cpm_usd", "seat_price_x", "hardware_gain_x",
    "accelerator_price_x", "seats_end_x", "ramp_yr", "reasoning_x", "task_steps_n", "reasoning_wtp_pct",
    "accelerator_usd", "payer_usage_x", "mfu_4_bit_pct", "tasks_wtp_pct", "storage_usd", "memory_tok",
    "own_ads_lost_pct", "facility_usd_per_mw", "accelerator_kw", "reasoning_later_pct", "ad_region_pct",
    "network_share_pct", "wtp_sigma_x", "draft_n", "cache_hit_pct", "redundancy_pct", "answer_tok", "mbu_pct",
    "ad_fill_pct", "mfu_attention_pct", "video_seconds_n", "adoption_p_per_yr", "video_later_pct", "link_pct",
    "wtp_median_usd", "prompt_half_yr", "prefill_group_n", "ad_loss_pct", "accelerator_kw_x", "chunk_tok",
    "wtp_real_pct", "prompt_end_x", "messages_half_yr", "orders_now_n", "memory_later_pct", "cache_load_gb_s",
    "memory_cache_pct", "messages_end_x", "usage_cap_x", "sub_price_end_x", "shell_share_pct",
    "video_wtp_pct", "tasks_now_pct", "collective_us", "video_tok", "sequence_us", "sub_price_half_yr",
    "ads_now_n", "reasoning_now_pct", "mbu_cache_pct", "layer_us", "hardware_half_yr", "memory_now_pct",
    "egress_usd_per_mtok", "hardware_end_x", "video_now_pct", "usage_sigma_x", "training_share_pct",
    "rent_usd_per_h", "pue_x", "chip_physical_yr", "power_cap_mw", "draft_accepted_pct", "prefill_tok_s",
    "decode_tok_s", "night_pct", "zones_h", "background_tok", "api_elasticity_x",
    "api_reference_usd_per_mtok", "api_saturation_x", "ad_base_usd", "ad_uplift_pct", "uplift_margin_pct",
    "uplift_due_pct", "cheap_price_usd", "cheap_worth_pct", "cheap_price_x", "top_price_usd", "top_worth_x",
    "top_price_x", "seat_value_usd", "seat_sigma_x", "basket_usd", "take_pct", "night_usd_per_h",
    "rd_compute_pct", "start_yr", "protected_usd", "circular_pct", "debt_pct", "debt_rate_pct", "debt_yr",
    "shock_k_x", "shock_pass_pct", "shock_elasticity_x", "lost_value_usd", "lost_growth_pct", "lost_fast_pct",
    "lost_fast_yr", "chip_profit_pct", "mfu_pct", "between_gb_s", "memory_pct", "memory_kept_gb", "engine_n",
    "own_16_bit_tflops", "own_8_bit_tflops", "own_4_bit_tflops", "own_bandwidth_gb_s", "own_memory_gb",
    "own_link_gb_s", "own_domain_n", "own_layers_n", "own_width_n", "own_heads_n", "own_kv_heads_n",
    "own_head_n", "own_ffn_n", "own_vocabulary_n", "own_experts_n", "own_visited_n", "own_shared_n",
    "own_expert_ffn_n", "own_dense_layers_n", "own_latent_n", "own_rope_n",
    "ads_us_pct", "ads_europe_pct", "ads_asia_pct", "ads_worth_europe_pct", "ads_worth_asia_pct", "ads_worth_rest_pct", "sought_irr_pct", "sought_payback_yr", "sought_margin_pct", "draws_n", "seed_n", "rho_use_fall_pct", "rho_realised_price_pct", "rho_share_years_pct", "rho_gain_fall_pct", "rho_gain_cost_pct", "rho_prices_pct", "rho_costs_pct", "percentile_low_pct",
    "percentile_high_pct",
    "mfu_experts_pct", "mfu_experts_4_bit_pct", "expert_layer_us", "expert_growth_us",
];

/// The dimension of a key, if it has one of its own.
#[must_use]
pub fn dimension(key: &str) -> Option<usize> {
    KEYS.iter().chain(LATER_KEYS).position(|known| *known == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_model::InputId;

    #[test]
    fn every_varying_number_has_its_own_dimension() {
        for (at, key) in KEYS.iter().chain(LATER_KEYS).enumerate() {
            assert_eq!(dimension(key), Some(at), "{key} stands twice");
        }
        for id in InputId::ALL.into_iter().filter(|id| id.spec().takes_range()) {
            assert!(dimension(id.spec().key).is_some(), "append {} to LATER_KEYS", id.spec().key);
        }
    }
}
