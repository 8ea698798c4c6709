//! Share links are an interface: every row of their contract, every key ever released, and round trips.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::Path;

use payenough_model::scenario::query::{MAX_QUERY_CHARS, is_too_long};
use payenough_model::scenario::{
    Notice, PRESETS, Scenario, VERSION, VINTAGES, Vintage, read_link, read_settings, saved, write_value,
};
use payenough_model::{CORRELATIONS, InputId, Kind, LATER_KEYS, Range, Setting, Shape, Spread, Values};
use proptest::prelude::*;

#[path = "common/snapshot.rs"]
mod snapshot;

/// Every key of the first release; those that came later stand in `LATER_KEYS`. Never remove, never rename.
#[rustfmt::skip]
const RELEASED: &[&str] = &[
    "capex_basis", "capex_usd", "plan_yr", "after_plan", "ai_share_pct", "inference_share_pct",
    "training_share_pct", "accelerator_usd", "network_share_pct", "facility_usd_per_mw", "accelerator_kw",
    "power_at", "pue_x", "chip_life_yr", "chip_physical_yr", "retire_early", "network_life_yr",
    "facility_life_yr", "build_lag_qtr", "power_cap_mw", "hardware_gain_x", "hardware_half_yr",
    "hardware_end_x", "accelerator_price_x", "accelerator_kw_x", "scrap_pct", "facility_reuse_pct",
    "prefill_tok_s", "decode_tok_s", "realised_pct", "software_gain_x", "software_half_yr",
    "software_end_x", "load_pct", "safe_load_pct", "redundancy_pct", "shortage", "users_n",
    "users_ceiling_n", "adoption_p_per_yr", "adoption_q_per_yr", "programme_share_pct", "messages_per_day",
    "messages_growth_x", "messages_half_yr", "messages_end_x", "prompt_tok", "prompt_growth_x",
    "prompt_half_yr", "prompt_end_x", "answer_tok", "cache_hit_pct", "reasoning_now_pct",
    "reasoning_later_pct", "reasoning_x", "video_now_pct", "video_later_pct", "video_seconds_n",
    "video_tok", "memory_now_pct", "memory_later_pct", "memory_tok", "memory_cache_pct", "tasks_now_pct",
    "tasks_later_pct", "task_steps_n", "ramp_yr", "background_tok", "background_growth_x",
    "background_half_yr", "background_end_x", "background_out_pct", "background_cache_pct",
    "usage_sigma_x", "usage_cap_x", "payer_usage_x", "pay_now_pct", "pay_later_pct", "sub_price_usd",
    "sub_price_x", "sub_price_half_yr", "sub_price_end_x", "wtp_median_usd", "wtp_sigma_x",
    "observed_price_usd", "reasoning_wtp_pct", "video_wtp_pct", "memory_wtp_pct", "tasks_wtp_pct",
    "seats_n", "seats_growth_x", "seats_half_yr", "seats_end_x", "seat_price_usd", "api_usd_per_mtok",
    "api_fall_x", "api_half_yr", "api_end_x", "api_paid_pct", "api_elasticity_x",
    "api_reference_usd_per_mtok", "api_saturation_x", "ads_now_n", "ads_later_n", "ad_cpm_usd",
    "ad_fill_pct", "ad_region_pct", "ad_loss_pct", "ad_uplift", "ad_base_usd", "ad_uplift_pct",
    "uplift_margin_pct", "uplift_due_pct", "power_usd_per_kwh", "idle_power_pct", "switch_off",
    "site_opex_pct", "night_reuse_pct", "night_usd_per_h", "replacement_pct", "staff_pct", "rd_pct", "rd_compute_pct", "fees_pct", "support_usd",
    "cac_usd", "churn_pct", "egress_usd_per_mtok", "storage_usd", "wacc_pct", "horizon_yr", "tax_pct",
    "bonus_pct", "tax_class", "shell_share_pct", "losses", "start_yr",
    "throughput",
    "chip",
    "model",
    "precision",
    "cache_precision",
    "context_tok",
    "speed_tok_s",
    "group_n",
    "prefill_group_n",
    "pools",
    "sharing",
    "draft_n",
    "draft_accepted_pct",
    "mfu_pct",
    "mfu_4_bit_pct",
    "mfu_attention_pct",
    "mbu_pct",
    "mbu_cache_pct",
    "link_pct",
    "between_gb_s",
    "layer_us",
    "collective_us",
    "sequence_us",
    "imbalance_x",
    "memory_pct",
    "memory_kept_gb",
    "chunk_tok",
    "engine_n",
    "cache_load_gb_s",
    "own_16_bit_tflops",
    "own_8_bit_tflops",
    "own_4_bit_tflops",
    "own_bandwidth_gb_s",
    "own_memory_gb",
    "own_link_gb_s",
    "own_domain_n",
    "own_layers_n",
    "own_width_n",
    "own_heads_n",
    "own_kv_heads_n",
    "own_head_n",
    "own_ffn_n",
    "own_vocabulary_n",
    "own_experts_n",
    "own_visited_n",
    "own_shared_n",
    "own_expert_ffn_n",
    "own_dense_layers_n",
    "own_latent_n",
    "own_rope_n",
    "compute",
    "rent_usd_per_h",
    "load_from",
    "night_pct",
    "zones_h",
    "plans",
    "cheap_price_usd",
    "cheap_worth_pct",
    "cheap_price_x",
    "top_price_usd",
    "top_worth_x",
    "top_price_x",
    "wtp_real_pct",
    "seat_price_x",
    "seat_reference_usd",
    "seat_value_usd",
    "seat_sigma_x",
    "own_ads_lost_pct",
    "orders_now_n",
    "orders_later_n",
    "basket_usd",
    "take_pct",
    "perspective",
    "count_value",
    "protect",
    "protected_usd",
    "circular_pct",
    "debt_pct",
    "debt_rate_pct",
    "debt_yr",
    "shock_k_x",
    "shock_pass_pct",
    "shock_elasticity_x",
    "lost_value_usd",
    "lost_growth_pct",
    "lost_fast_pct",
    "lost_fast_yr",
    "chip_profit_pct",
    "futures",
    "draws_n",
    "seed_n",
    "points",
    "frontier_x",
    "frontier_y",
    "rho_use_fall_pct",
    "rho_realised_price_pct",
    "rho_share_years_pct",
    "rho_gain_fall_pct",
    "rho_gain_cost_pct",
    "rho_prices_pct",
    "rho_costs_pct",
    "ads_by",
    "ads_us_pct",
    "ads_europe_pct",
    "ads_asia_pct",
    "ads_worth_europe_pct",
    "ads_worth_asia_pct",
    "ads_worth_rest_pct",
    "sought",
    "sought_irr_pct",
    "sought_payback_yr",
    "sought_margin_pct",
    "percentile_low_pct",
    "percentile_high_pct",
    "hill",
    "group_from",
    "mfu_experts_pct",
    "mfu_experts_4_bit_pct",
    "expert_layer_us",
    "expert_growth_us",
];

/// Reads a link that must not give a notice.
#[track_caller]
fn silent(link: &str) -> Scenario {
    let (scenario, notices) = read_link(link);
    assert_eq!(notices, [], "{link}");
    scenario
}

/// Reads a link that must give these messages, in this order.
#[track_caller]
fn noted(link: &str, messages: &[&str]) -> Scenario {
    let (scenario, notices) = read_link(link);
    let got: Vec<&str> = notices.iter().map(|notice| notice.message.as_str()).collect();
    assert_eq!(got, messages, "{link}");
    scenario
}

/// Reads a link with one pair that must give this one message and leave the starting point unchanged.
#[track_caller]
fn refused(pair: &str, message: &str) {
    assert_eq!(noted(&format!("v=1&d=2026-11&{pair}"), &[message]), Scenario::starting_point(), "{pair}");
}

#[test]
fn an_empty_query_gives_the_starting_point() {
    for link in ["", "?", "&", "?&&", "https://host/path/", "https://host/?", "#top", "https://host/#a=b"] {
        assert_eq!(silent(link), Scenario::starting_point(), "{link}");
    }
    assert_eq!(Scenario::starting_point().query(), "v=1&d=2026-11");
}

#[test]
fn the_three_forms_of_a_link_agree() {
    let scenario = silent("v=1&d=2026-11&n=1&chip_life_yr=4");
    assert_eq!(scenario.get(InputId::accelerator_life), 4.0);
    assert_eq!(scenario.changed(), [InputId::accelerator_life]);
    for link in ["?v=1&d=2026-11&n=1&chip_life_yr=4", "https://host/a/?v=1&d=2026-11&n=1&chip_life_yr=4#top"]
    {
        assert_eq!(silent(link), scenario);
    }
    assert_eq!(scenario.query(), "v=1&d=2026-11&n=1&chip_life_yr=4");
}

#[test]
fn a_scenario_has_one_canonical_link() {
    let scenario = Scenario::starting_point()
        .with(InputId::ad_uplift_on, 1.0)
        .with(InputId::capex_per_year, 6.5e11)
        .with(InputId::after_plan, 1.0);
    let query = "v=1&d=2026-11&n=3&capex_usd=650e9&after_plan=renewal&ad_uplift=1";
    assert_eq!(scenario.query(), query);
    assert_eq!(silent("ad_uplift=1&n=3&capex_usd=650000000000&d=2026-11&after_plan=renewal&v=1"), scenario);
    assert_eq!(scenario.with(InputId::capex_per_year, 7.15e11).changed().len(), 2);
}

#[test]
fn unknown_settings_give_a_notice() {
    refused("foo=1", "1 setting not recognised; it is ignored.");
    refused("foo=1&bar", "2 settings not recognised; they are ignored.");
    refused("__proto__=1&constructor=2", "2 settings not recognised; they are ignored.");
    assert!(!noted("foo=1", &["1 setting not recognised; it is ignored."]).query().contains("foo"));
    let trackers = "utm_source=x&fbclid=1&gclid=2&mc_cid=3&igshid=4";
    let frame = "initialWidth=600&childId=a&parentTitle=b&parentUrl=c&layout=card&h=auto&controls=none&theme=dark&lang=de&id=x";
    assert_eq!(silent(&format!("?{trackers}&{frame}")), Scenario::starting_point());
}

#[test]
fn a_repeated_key_gives_a_notice() {
    let scenario = noted(
        "v=1&d=2026-11&chip_life_yr=4&chip_life_yr=6&chip_life_yr=7",
        &["The setting “chip_life_yr” stands more than once in the link; the first one counts."],
    );
    assert_eq!(scenario.get(InputId::accelerator_life), 4.0);
}

#[test]
fn a_value_outside_the_valid_range_is_refused() {
    refused(
        "chip_life_yr=99",
        "Economic life of an accelerator: 99 is outside 1 to 20 years; the starting point, 5 years, is used.",
    );
    refused(
        "capex_usd=5",
        "Announced capex a year: 5 is outside $1 million to $100 trillion; the starting point, $715 billion, is used.",
    );
    refused(
        "api_elasticity_x=1",
        "Response of API use to its price: 1 is outside −10 to 0; the starting point, 0, is used.",
    );
    let (_, notices) = read_link("v=1&d=2026-11&chip_life_yr=99");
    assert_eq!((notices[0].key.as_str(), notices[0].given.as_str()), ("chip_life_yr", "99"));
}

#[test]
fn a_value_outside_the_slider_alone_is_accepted() {
    assert_eq!(silent("v=1&d=2026-11&chip_life_yr=15").get(InputId::accelerator_life), 15.0);
}

#[test]
fn text_outside_the_number_grammar_is_refused() {
    let given = [
        "NaN",
        "nan",
        "inf",
        "infinity",
        "-inf",
        "1e400",
        "1e-400",
        "0x10",
        "1_000",
        "1e5",
        "5 ",
        "+5",
        ".5",
        "5.",
        "1,5",
        "5%",
        "1E9",
        "1e09",
        "5e",
        "٥",
        "５",
        "0.1234567",
        "1234567890123456",
        "--5",
        "1e1000000000",
    ];
    for text in given {
        refused(
            &format!("chip_life_yr={text}&x=").replace("&x=", "&wacc_pct=9.5").replace('%', "%25"),
            &format!(
                "Economic life of an accelerator: “{text}” is not a number as links write them; \
                 the starting point, 5 years, is used."
            ),
        );
    }
    for pair in ["chip_life_yr=", "chip_life_yr"] {
        refused(
            pair,
            "Economic life of an accelerator: no value is given; the starting point, 5 years, is used.",
        );
    }
}

/// The range that the scenario has for an input.
#[track_caller]
fn range(scenario: &Scenario, id: InputId) -> Range {
    match scenario.setting(id) {
        Setting::Range(range) => range,
        Setting::Number(value) | Setting::Certain(value) => panic!("{} is the number {value}", id.spec().key),
    }
}

#[test]
fn a_range_has_two_ends_or_two_ends_and_a_middle() {
    let life = InputId::accelerator_life;
    let two = silent("v=1&d=2026-11&n=1&chip_life_yr=4..6");
    assert_eq!(range(&two, life), Range { low: 4.0, mid: 5.0, high: 6.0 });
    assert_eq!(two.changed(), [life], "its middle is the starting point's value, and still it is a change");
    assert_eq!(two.query(), "v=1&d=2026-11&n=1&chip_life_yr=4..6");
    let three = silent("v=1&d=2026-11&n=1&chip_life_yr=3..4..6");
    assert_eq!(range(&three, life), Range { low: 3.0, mid: 4.0, high: 6.0 });
    assert_eq!(three.get(life), 4.0);
    assert_eq!(three.query(), "v=1&d=2026-11&n=1&chip_life_yr=3..4..6");
    assert_eq!(silent("v=1&d=2026-11&n=1&chip_life_yr=4..5..6"), two, "a middle that goes without saying");
    assert_eq!(two.with(life, 5.0), Scenario::starting_point(), "a number takes a range back");
    let ratios = silent("v=1&d=2026-11&n=1&realised_pct=5..20");
    assert_eq!(range(&ratios, InputId::realised).mid, 10.0, "halfway in ratios where the row is lognormal");
    let mixed = silent("v=1&d=2026-11&p=article-2025-01&n=2&capex_usd=60e9..65e9&after_plan=renewal");
    assert_eq!(mixed.query(), "v=1&d=2026-11&p=article-2025-01&n=2&capex_usd=60e9..65e9&after_plan=renewal");
    assert_eq!(mixed.get(InputId::capex_per_year), 62.5e9);
    assert_eq!(mixed.changed().len(), 2);
    let below_zero = silent("v=1&d=2026-11&n=1&api_elasticity_x=-1.8..-0.5");
    assert_eq!(range(&below_zero, InputId::api_elasticity), Range { low: -1.8, mid: -1.15, high: -0.5 });
    for tail in [").", ",", "!", ".", ").,;!"] {
        assert_eq!(silent(&format!("https://host/?v=1&d=2026-11&n=1&chip_life_yr=4..6{tail}")), two);
    }
}

#[test]
fn a_range_without_width_is_a_number() {
    for pair in ["chip_life_yr=4..4", "chip_life_yr=4..4..4", "chip_life_yr=4.000001..4.000002"] {
        let scenario = silent(&format!("v=1&d=2026-11&{pair}"));
        assert_eq!(scenario.setting(InputId::accelerator_life), Setting::Number(4.0));
        assert_eq!(scenario.query(), "v=1&d=2026-11&n=1&chip_life_yr=4");
    }
}

#[test]
fn a_number_may_be_certain_at_its_starting_point() {
    let (life, open) = (InputId::accelerator_life, Scenario::starting_point());
    let sure = silent("v=1&d=2026-11&n=1&chip_life_yr=5..5");
    assert_eq!(sure.setting(life), Setting::Certain(5.0));
    assert_eq!((sure.values(), sure.changed()), (open.values(), vec![life]), "what is computed stays");
    assert_eq!(sure.query(), "v=1&d=2026-11&n=1&chip_life_yr=5..5");
    assert_eq!(silent("v=1&d=2026-11&chip_life_yr=5..5..5"), sure);
    for tail in [").", ",", "!", ".", ").,;!"] {
        assert_eq!(silent(&format!("https://host/?v=1&d=2026-11&n=1&chip_life_yr=5..5{tail}")), sure);
    }
    assert!(open.spread(life).is_some() && sure.spread(life).is_none());
    assert_eq!(sure.spreads().count() + 1, open.spreads().count(), "one number less varies");
    assert_eq!(sure.with(life, 5.0), open, "the number alone opens it again");
    assert_eq!(open.with_setting(life, Setting::Certain(5.0)), sure);
    assert_eq!(open.try_set(life, &[5.0, 5.0]), Ok(sure));
    // where a number alone is certain already, there is nothing to add
    assert_eq!(silent("v=1&d=2026-11&horizon_yr=10..10"), open);
    assert_eq!(silent("v=1&d=2026-11&n=1&chip_life_yr=4..4").query(), "v=1&d=2026-11&n=1&chip_life_yr=4");
    let preset = silent("v=1&d=2026-11&p=three-year-chips&n=1&chip_life_yr=5..5");
    assert_eq!(preset.query(), "v=1&d=2026-11&p=three-year-chips&n=1&chip_life_yr=5..5");
    assert_eq!(silent("v=1&d=2026-11&p=three-year-chips&chip_life_yr=3..3").changed(), []);
    refused(
        "seed_n=1..1",
        "Seed of the draws: 1..1 is a range, and this is a single number; the starting point, 1, is used.",
    );
}

#[test]
fn invalid_ranges_are_refused() {
    let life = "Economic life of an accelerator";
    for given in ["6..4", "4..7..6", "5..4..6", "6..5..4", "5..4..5"] {
        let why = format!("the numbers of a range must rise, and those of {given} do not");
        refused(
            &format!("chip_life_yr={given}"),
            &format!("{life}: {why}; the starting point, 5 years, is used."),
        );
    }
    for given in ["4..60", "0..6", "0.5..4..6", "4..60..6"] {
        refused(
            &format!("chip_life_yr={given}"),
            &format!("{life}: {given} leaves 1 to 20 years; the starting point, 5 years, is used."),
        );
    }
    for given in ["4..", "..6", "4..x", "4..5..6..7", "4...6", "4..6y", "..", "4..nan"] {
        if given == "4.." {
            continue; // A program that finds links in text may have added the points: read as 4.
        }
        let not_last = format!("chip_life_yr={given}&wacc_pct=9.5");
        let why = format!("“{given}” is not a number as links write them");
        refused(&not_last, &format!("{life}: {why}; the starting point, 5 years, is used."));
    }
    refused(
        "capex_basis=announced..sized",
        "What sets the size of the fleet: “announced..sized” is none of announced, sized; the starting point, announced, \
         is used.",
    );
    refused(
        "retire_early=0..1",
        "Retire earlier where that is worth more: “0..1” is neither 0 nor 1; the starting point, 0, is used.",
    );
    refused(
        "seed_n=1..4",
        "Seed of the draws: 1..4 is a range, and this is a single number; the starting point, 1, is used.",
    );
    refused(
        "rho_prices_pct=10..40",
        "Prices of plans, seats and API use with each other: 10..40 is a range, and this is a single number; the starting \
         point, 30%, is used.",
    );
}

#[test]
fn a_link_stores_how_futures_are_drawn() {
    let query =
        "v=1&d=2026-11&n=5&futures=0&draws_n=4096&seed_n=4294967295&points=latin&rho_realised_price_pct=-50";
    let scenario = silent(query);
    assert_eq!(scenario.query(), query);
    assert_eq!(scenario.get(InputId::seed), 4_294_967_295.0);
    assert_eq!(silent("v=1&d=2026-11&seed_n=2.4").query(), "v=1&d=2026-11&n=1&seed_n=2", "seeds are whole");
    refused(
        "seed_n=4294967296",
        "Seed of the draws: 4294967296 is outside 0 to 4,294,967,295; the starting point, 1, is used.",
    );
    refused(
        "draws_n=100",
        "Simulated futures: 100 is outside 2048 to 1 million; the starting point, 100,000, is used.",
    );
}

#[test]
fn only_uncertain_inputs_vary_between_futures() {
    let start = Scenario::starting_point();
    let all: Vec<(InputId, Spread)> = start.spreads().collect();
    assert!(all.len() > 100, "{}", all.len());
    assert!(all.windows(2).all(|pair| pair[0].0 < pair[1].0), "in table order");
    for (id, spread) in &all {
        let (spec, Range { low, mid, high }) = (id.spec(), spread.range);
        assert_eq!((low, mid, high, spread.shape), (spec.low, spec.default, spec.high, spec.shape));
        assert!(spec.takes_range() && spread.shape != Shape::Fixed && low < high, "{}", spec.key);
        assert!(spread.shape != Shape::Lognormal || low > 0.0, "{}: a lognormal number is above 0", spec.key);
    }
    let life = InputId::accelerator_life;
    assert_eq!(start.with(life, 4.0).spread(life), None, "a reader's number is certain");
    assert_eq!(start.with(life, 4.0).spreads().count(), all.len() - 1);
    let own = start.try_set(life, &[4.0, 6.0]).unwrap().spread(life).unwrap();
    assert_eq!(own, Spread { range: Range { low: 4.0, mid: 5.0, high: 6.0 }, shape: Shape::Triangular });
    let fixed = start.try_set(InputId::horizon, &[8.0, 12.0]).unwrap();
    assert_eq!(fixed.spread(InputId::horizon).map(|spread| spread.shape), Some(Shape::Triangular));
    let article = Scenario::of_preset(PRESETS[1]);
    for change in PRESETS[1].changes {
        assert_eq!(article.spread(change.id), None, "{}: a preset's number is certain", change.id.spec().key);
    }
    assert_eq!(start.with(InputId::futures, 0.0).spreads().count(), 0);
}

#[test]
fn a_range_of_two_numbers_does_not_change_the_answer() {
    for id in InputId::ALL.into_iter().filter(|id| id.spec().takes_range()) {
        let spec = id.spec();
        for ends in [spec.soft, spec.hard, (spec.low, spec.high)] {
            let middle = spec.middle(ends.0, ends.1);
            assert!(ends.0 <= middle && middle <= ends.1, "{}", spec.key);
            if ends.0 < ends.1 {
                let ranged = Scenario::starting_point().try_set(id, &[ends.0, ends.1]).unwrap();
                assert_eq!(ranged.get(id), middle, "{}", spec.key);
                assert_eq!(silent(&ranged.query()), ranged);
                let sourced = Scenario::starting_point().with(id, middle);
                assert_eq!(sourced.values(), ranged.values(), "{}", spec.key);
            }
        }
    }
}

#[test]
fn choices_and_switches_are_read() {
    assert_eq!(silent("v=1&d=2026-11&capex_basis=sized").get(InputId::capex_basis), 1.0);
    assert_eq!(silent("v=1&d=2026-11&retire_early=1").get(InputId::retire_early), 1.0);
    refused(
        "capex_basis=1",
        "What sets the size of the fleet: “1” is none of announced, sized; the starting point, announced, is used.",
    );
    refused(
        "retire_early=yes",
        "Retire earlier where that is worth more: “yes” is neither 0 nor 1; the starting point, 0, is used.",
    );
}

#[test]
fn damaged_encoding_gives_a_notice() {
    refused("%zz=1", "The setting “%zz” is damaged and was ignored.");
    refused("chip_life_yr=%ff", "The setting “chip_life_yr” is damaged and was ignored.");
    assert_eq!(silent("v=1&d=2026-11&chip%5Flife_yr=%34").get(InputId::accelerator_life), 4.0);
    let (_, notices) = read_link(&"%=&".repeat(2000));
    assert!(notices.len() < 30, "{}", notices.len());
}

#[test]
fn pasted_links_are_read() {
    assert_eq!(silent("?v=1&amp;d=2026-11&amp;chip_life_yr=4").get(InputId::accelerator_life), 4.0);
    for tail in [").", ",", ";", "!", ".", ").,;!"] {
        let link = format!("https://host/?v=1&d=2026-11&n=1&chip_life_yr=4{tail}");
        assert_eq!(silent(&link).get(InputId::accelerator_life), 4.0, "{link}");
        assert_eq!(silent(&format!("https://host/?v=1&d=2026-11{tail}")), Scenario::starting_point());
        assert_eq!(silent(&format!("v=1&d=2026-11&capex_basis=sized{tail}")).get(InputId::capex_basis), 1.0);
    }
    assert_eq!(silent("  v=1&d=2026-11&chip_life_yr=4\n").get(InputId::accelerator_life), 4.0);
}

#[test]
fn a_truncated_link_gives_a_notice() {
    let scenario =
        noted("v=1&d=2026-11&n=3&chip_life_yr=4", &["This link looks cut off: 1 of 3 changes arrived."]);
    assert_eq!(scenario.get(InputId::accelerator_life), 4.0);
    assert_eq!(silent("v=1&d=2026-11&n=0&chip_life_yr=4"), scenario);
    refused("n=x", "“x” is not a count of changes; it is ignored.");
}

#[test]
fn versions() {
    let newer = "This link was made by a newer version of this page (7; this one reads 1). What is understood is used. \
                 Reload the page to get the newest version.";
    let scenario =
        noted("v=7&d=2026-11&n=2&chip_life_yr=4&new=1", &[newer, "1 setting not recognised; it is ignored."]);
    assert_eq!(scenario.get(InputId::accelerator_life), 4.0);
    noted("v=0&d=2026-11", &["“0” is not a version of a link; it is read as version 1."]);
    noted("v=one&d=2026-11", &["“one” is not a version of a link; it is read as version 1."]);
    noted("d=2026-11", &["This link does not say its version; it is read as version 1."]);
    let undated = "This link does not say its version or the date of its figures; it is read as version 1 with the figures \
                   of Nov 2026.";
    assert_eq!(noted("chip_life_yr=4", &[undated]), scenario);
}

#[test]
fn vintages() {
    noted("v=1", &["This link does not date its figures; those of Nov 2026 are used."]);
    noted(
        "v=1&d=2031-05",
        &["There are no figures dated “2031-05” (only 2026-11); those of Nov 2026 are used."],
    );
    assert_eq!(VINTAGES.map(|vintage| vintage.id), ["2026-11", "2026-12"]);
    assert_eq!(Vintage::released().map(|vintage| vintage.id).collect::<Vec<_>>(), ["2026-11"]);
    assert_eq!(Vintage::latest(), VINTAGES[0], "a provisional set is no starting point");
    assert_eq!(VINTAGES[0].values(), Values::STARTING_POINT);
}

#[test]
fn presets() {
    let article = PRESETS[1];
    let scenario = Scenario::of_preset(article);
    assert_eq!(scenario.query(), "v=1&d=2026-11&p=article-2025-01");
    assert_eq!(silent("v=1&d=2026-11&p=article-2025-01"), scenario);
    assert_eq!(scenario.changed(), []);
    let ids: Vec<InputId> = article.changes.iter().map(|change| change.id).collect();
    assert_eq!(scenario.changed_from_start(), ids, "listed in table order, each a change");
    assert_eq!(silent("v=1&d=2026-11&p=starting-point").query(), "v=1&d=2026-11");
    assert_eq!(Scenario::of_preset(PRESETS[0]), Scenario::starting_point());
    refused("p=bull", "There is no preset “bull”; the starting point is used.");

    let back = scenario.with(InputId::capex_per_year, 7.15e11);
    assert_eq!(back.query(), "v=1&d=2026-11&p=article-2025-01&n=1&capex_usd=715e9");
    assert_eq!(silent(&back.query()), back);
    let outside = noted(
        "v=1&d=2026-11&p=article-2025-01&start_yr=1999",
        &["First year: 1999 is outside 2020 to 2040; the preset's value, 2025, is used."],
    );
    assert_eq!(outside, scenario);
}

#[test]
fn a_second_scenario_gives_a_notice() {
    let scenario = noted(
        "v=1&d=2026-11&chip_life_yr=4&b.chip_life_yr=6&b.wacc_pct=8",
        &["This link compares two scenarios; this version shows the first one only."],
    );
    assert_eq!(scenario.changed(), [InputId::accelerator_life]);
}

#[test]
fn a_link_that_is_too_long_is_refused() {
    let long = format!("v=1&d=2026-11&chip_life_yr=4&{}", "x".repeat(8000));
    let message = "This link is longer than 8000 characters, so its settings were ignored.";
    assert_eq!(noted(&long, &[message]), Scenario::starting_point());
}

#[test]
fn notices_quote_at_most_40_characters() {
    let markup = "<script>alert(1)</script>".repeat(20);
    let links = [
        format!("v=1&d=2026-11&chip_life_yr={markup}"),
        format!("v=1&d=2026-11&{markup}=1"),
        format!("v={markup}&d={markup}&p={markup}&n={markup}"),
        format!("v=1&d=2026-11&capex_basis={markup}&ad_uplift={markup}"),
    ];
    for link in links {
        let (scenario, notices) = read_link(&link);
        assert_eq!(scenario, Scenario::starting_point());
        assert!(!notices.is_empty());
        notices.iter().for_each(is_short);
    }
}

/// No part of a notice quotes more than 40 characters of a link.
fn is_short(notice: &Notice) {
    assert!(notice.key.chars().count() <= 40 && notice.given.chars().count() <= 40, "{notice:?}");
    assert!(notice.message.chars().count() <= 300, "{notice:?}");
    assert!(!notice.message.is_empty() && notice.message.ends_with('.'), "{notice:?}");
}

#[test]
fn every_key_ever_released_is_read() {
    for key in RELEASED.iter().chain(LATER_KEYS) {
        let (_, notices) = read_link(&format!("v=1&d=2026-11&{key}=?"));
        assert_eq!(notices.len(), 1, "{key}");
        assert_eq!(&notices[0].key, key);
        assert!(!notices[0].message.contains("not recognised"), "{key}");
    }
    for id in InputId::ALL {
        let key = id.spec().key;
        assert!(RELEASED.iter().chain(LATER_KEYS).any(|it| *it == key), "{key}: append it to LATER_KEYS");
    }
    assert_eq!(VERSION, 1, "freeze links of the old version here");
}

#[test]
fn a_link_stores_everything_the_page_can_set() {
    for id in InputId::ALL {
        let spec = id.spec();
        for value in [spec.default, spec.low, spec.high, spec.soft.0, spec.soft.1, spec.hard.0, spec.hard.1] {
            let scenario = Scenario::starting_point().try_with(id, value);
            let scenario = scenario.unwrap_or_else(|| panic!("{} does not keep {value}", spec.key));
            assert_eq!(scenario.get(id), value, "{}: {value} has more digits than the row keeps", spec.key);
            assert!(!write_value(spec, value).is_empty());
            assert_eq!(silent(&scenario.query()), scenario);
        }
        for preset in PRESETS {
            for change in preset.changes.iter().filter(|change| change.id == id) {
                assert_eq!(
                    Scenario::starting_point().with(id, change.value).get(id),
                    change.value,
                    "{}",
                    spec.key
                );
            }
        }
    }
}

#[test]
fn extra_digits_are_rounded_without_a_notice() {
    assert_eq!(silent("v=1&d=2026-11&capex_usd=123456789").get(InputId::capex_per_year), 123_457_000.0);
    let tiny = Scenario::starting_point().with(InputId::egress, 0.000_123_456);
    assert_eq!(tiny.get(InputId::egress), 0.000_123);
    assert_eq!(
        Scenario::starting_point().with(InputId::api_elasticity, -0.0).get(InputId::api_elasticity).to_bits(),
        0
    );
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300] {
        assert_eq!(Scenario::starting_point().try_with(InputId::accelerator_life, bad), None);
    }
}

#[test]
fn sixty_overrides_fit_into_2000_characters() {
    let mut ids = InputId::ALL;
    ids.sort_by_key(|id| std::cmp::Reverse(id.spec().key.len()));
    let mut scenario = Scenario::of_preset(PRESETS[1]);
    for id in ids.into_iter().filter(|id| matches!(id.spec().kind, Kind::Number)).take(60) {
        let (low, high) = id.spec().hard;
        scenario = scenario.with(id, low + (high - low) * 0.123_456);
    }
    assert!(scenario.changed().len() >= 59);
    assert!(scenario.query().len() <= 2000, "{}", scenario.query().len());
}

#[test]
fn forty_ranges_fit_into_2000_characters() {
    let mut scenario = Scenario::of_preset(PRESETS[1]);
    for id in InputId::ALL.into_iter().filter(|id| id.spec().takes_range()).take(40) {
        let (low, high) = id.spec().hard;
        let at = |place: f64| low + (high - low) * place;
        scenario = scenario.try_set(id, &[at(0.123_456), at(0.623_456), at(0.723_456)]).unwrap();
    }
    assert!(scenario.changed().len() >= 40);
    assert!(scenario.query().len() <= 2000, "{}", scenario.query().len());
}

#[test]
fn a_link_with_every_input_as_a_range_round_trips() {
    let all = InputId::ALL.into_iter().fold(Scenario::starting_point(), |scenario, id| {
        scenario.try_set(id, &[id.spec().low, id.spec().high]).unwrap_or(scenario)
    });
    assert!(all.changed().len() > 150);
    assert!(all.query().len() <= MAX_QUERY_CHARS, "{} characters", all.query().len());
    assert_eq!(silent(&all.query()), all);
}

/// Every input as a range with long numbers: more than fits into a link.
fn longest() -> Scenario {
    InputId::ALL.into_iter().fold(Scenario::starting_point(), |scenario, id| {
        let (low, high) = id.spec().hard;
        let at = |place: f64| low + (high - low) * place;
        let set = |numbers: &[f64]| scenario.try_set(id, numbers);
        set(&[at(0.123_456), at(0.623_456), at(0.723_456)]).or_else(|_| set(&[at(1.0)])).unwrap_or(scenario)
    })
}

#[test]
fn what_does_not_fit_into_a_link_is_kept_in_a_file() {
    let all = longest();
    let (query, file) = (all.query(), saved(&all));
    assert!(is_too_long(&query) && !is_too_long(&"1".repeat(MAX_QUERY_CHARS)), "{} characters", query.len());
    let (opened, notices) = read_link(&query);
    assert_eq!((opened, notices.len()), (Scenario::starting_point(), 1));
    assert_eq!(read_settings(&query), (all, vec![]));
    assert!(file.starts_with("v=1\nd=2026-11\nn=") && file.ends_with('\n') && !file.contains('&'), "{file}");
    assert_eq!(read_settings(&file), (all, vec![]));
    assert_eq!(read_settings(&file.replace('\n', "\r\n")), (all, vec![]));
    for scenario in [Scenario::starting_point(), Scenario::of_preset(PRESETS[2])] {
        assert_eq!(read_settings(&saved(&scenario)), (scenario, vec![]));
    }
    let (_, notices) = read_settings("some other file\nwith lines");
    assert!(!notices.is_empty());
}

/// Whether a correlation matrix is positive definite and so can be drawn from, by the Cholesky decomposition.
fn is_positive_definite(mut matrix: Vec<Vec<f64>>) -> bool {
    (0..matrix.len()).all(|at| {
        let (above, below) = matrix.split_at_mut(at + 1);
        let pivot = &above[at];
        for row in below {
            let factor = row[at] / pivot[at];
            row.iter_mut().zip(pivot).skip(at).for_each(|(value, pivot)| *value -= factor * pivot);
        }
        pivot[at] > 0.0
    })
}

#[test]
fn default_correlations_need_no_repair() {
    let mut ids: Vec<InputId> =
        CORRELATIONS.iter().flat_map(|group| group.pairs).flat_map(|&(a, b, _)| [a, b]).collect();
    ids.sort();
    ids.dedup();
    let at = |id: InputId| ids.iter().position(|&other| other == id).unwrap();
    let mut matrix = vec![vec![0.0; ids.len()]; ids.len()];
    for (row, line) in matrix.iter_mut().enumerate() {
        line[row] = 1.0;
    }
    for group in &CORRELATIONS {
        assert!(!group.name().is_empty() && !group.row.spec().takes_range());
        let rank = group.row.spec().to_base(group.row.spec().default);
        // Converts Spearman's rank correlation to the correlation of a Gaussian copula.
        let normal = 2.0 * libm::sin(std::f64::consts::PI * rank / 6.0);
        for &(a, b, sign) in group.pairs {
            assert!(a != b && sign.abs() == 1.0);
            assert_eq!(matrix[at(a)][at(b)], 0.0, "{a:?} and {b:?} stand in two groups");
            assert!(
                a.spec().shape != Shape::Fixed && b.spec().shape != Shape::Fixed,
                "{a:?} or {b:?} never varies"
            );
            matrix[at(a)][at(b)] = sign * normal;
            matrix[at(b)][at(a)] = sign * normal;
        }
    }
    assert!(is_positive_definite(matrix));
}

/// A link's pairs for all inputs of a set, one per line.
fn listed(values: &Values) -> String {
    let line = |id: InputId| format!("{}={}\n", id.spec().key, write_value(id.spec(), values.get(id)));
    InputId::ALL.into_iter().map(line).collect()
}

/// Compares a set with the file that froze it at its release. Inputs added later are not in the file.
fn frozen(id: &str, values: &Values) {
    let path = format!("tests/frozen/{id}.txt");
    let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)) else {
        return snapshot::compare(&path, &listed(values));
    };
    for line in text.lines() {
        let (scenario, notices) = read_link(&format!("v=1&d=2026-11&{line}"));
        assert_eq!(notices, [], "{line}");
        let key = line.split('=').next().unwrap_or_default();
        let input = InputId::ALL.into_iter().find(|id| id.spec().key == key || id.spec().was.contains(&key));
        let input = input.unwrap_or_else(|| panic!("{key} is gone"));
        let (was, now) = (scenario.get(input), values.get(input));
        assert_eq!(
            now, was,
            "{id}: {key} was {was}, and links that name this set would move. Released: make a new set. Not released \
             yet: delete tests/frozen/{id}.txt, and `PAYENOUGH_REWRITE=1 cargo test` writes it again"
        );
    }
}

#[test]
fn released_default_sets_and_presets_never_change() {
    for vintage in Vintage::released() {
        frozen(vintage.id, &vintage.values());
    }
    for preset in PRESETS.into_iter().filter(|preset| !preset.is_start() && !preset.vintage().is_provisional)
    {
        frozen(preset.id, &preset.on(preset.vintage().values()));
    }
}

/// Any valid scenario: a base, and some inputs anywhere in their valid range.
fn scenarios() -> impl Strategy<Value = Scenario> {
    let places = proptest::collection::vec(
        (0..InputId::ALL.len(), proptest::array::uniform3(0.0..=1.0_f64), 0..3_u8, 1..6_usize),
        0..40,
    );
    (0..PRESETS.len(), places).prop_map(|(preset, places)| {
        places.into_iter().fold(Scenario::of_preset(PRESETS[preset]), |scenario, (at, places, how, many)| {
            let id = InputId::ALL[at];
            let spec = id.spec();
            let (low, high) = if how == 0 { spec.hard } else { spec.soft };
            let value = |place: f64| match spec.kind {
                Kind::Number if how == 2 && low > 0.0 => low * libm::pow(high / low, place),
                Kind::Number => low + (high - low) * place,
                Kind::Choice(_) | Kind::NumberKey | Kind::Switch => (low + (high - low) * place).round(),
            };
            let mut values = places.map(value);
            values[..many.min(3)].sort_by(f64::total_cmp);
            scenario.try_set(id, &values[..many.min(3)]).unwrap_or_else(|_| scenario.with(id, values[0]))
        })
    })
}

/// A damaged link: characters replaced, dropped or doubled, text cut off or pasted together.
fn damaged_links() -> impl Strategy<Value = String> {
    let edits = proptest::collection::vec((any::<proptest::sample::Index>(), 0..4_u8, any::<char>()), 0..8);
    (scenarios(), edits).prop_map(|(scenario, edits)| {
        let mut text: Vec<char> = scenario.query().chars().collect();
        for (at, how, other) in edits {
            let at = at.index(text.len().max(1));
            match how {
                _ if text.is_empty() => text.push(other),
                0 => text[at] = other,
                1 => drop(text.remove(at)),
                2 => text.insert(at, other),
                _ => text.truncate(at + 1),
            }
        }
        text.into_iter().collect()
    })
}

/// Whatever a link says, reading it gives a valid scenario whose own link reads back to it without a notice, but for that
/// of a provisional set.
#[track_caller]
fn settles(link: &str) -> Result<(), TestCaseError> {
    let (scenario, notices) = read_link(link);
    for id in InputId::ALL {
        prop_assert!(id.spec().allows(scenario.get(id)));
        if let Setting::Range(Range { low, mid, high }) = scenario.setting(id) {
            prop_assert!(id.spec().allows(low) && id.spec().allows(high));
            prop_assert!(low <= mid && mid <= high && low < high);
        }
    }
    notices.iter().for_each(is_short);
    let (again, notices) = read_link(&scenario.query());
    // a provisional set says so at each reading
    let is_provisional = |it: &Notice| it.key == "d" && again.vintage().is_provisional;
    let others: Vec<&Notice> = notices.iter().filter(|it| !is_provisional(it)).collect();
    prop_assert!(others.is_empty(), "{others:?}");
    prop_assert_eq!(again, scenario);
    prop_assert_eq!(again.query(), scenario.query());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_scenario_round_trips_through_its_link(scenario in scenarios()) {
        let query = scenario.query();
        let (again, notices) = read_link(&query);
        // a provisional set says so
        let n = usize::from(scenario.vintage().is_provisional);
        prop_assert_eq!(notices.len(), n, "{:?}", notices);
        prop_assert!(notices.iter().all(|it| it.key == "d"));
        prop_assert_eq!(again, scenario);
        prop_assert!(query.len() <= 3000);
        prop_assert!(query.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-=&".contains(&b)));
    }

    #[test]
    fn any_text_gives_a_stable_scenario(text in any::<String>()) {
        settles(&text)?;
    }

    #[test]
    fn any_damaged_link_gives_a_stable_scenario(text in damaged_links()) {
        settles(&text)?;
    }
}
