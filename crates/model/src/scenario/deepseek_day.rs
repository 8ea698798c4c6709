//! The one day of serving for which a builder published its figures: DeepSeek-V3 and R1 on rented H800s, 27 to 28
//! February 2025.
//!
//! The published tokens, rent and list price go through the whole model, with the fleet sized to demand, everything
//! constant and nothing else sold.

use super::preset::{Change, Preset};
use crate::{Grade, InputId, Source};

const DS_OVERVIEW: &Source = InputId::speed.spec().source;

/// A change whose value DeepSeek's overview gives.
const fn read(id: InputId, value: f64, fact: &'static str, why: &'static str) -> Change {
    Change::read(id, value, fact, (DS_OVERVIEW, Grade::Primary), why)
}

const ZERO: &str = "judgements:ds_day_zero";
const ONE: &str = "judgements:ds_day_one";

/// The preset.
pub(super) static DEEPSEEK_DAY: Preset = Preset {
    id: "deepseek-day",
    title: "A DeepSeek-class server",
    date: "2025-03-01",
    who: "Those who take the published day for every day, and its list price for what is paid.",
    whose: "a DeepSeek-class service",
    set: "2026-11",
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "The fleet is what the day's tokens need."),
        Change::judged(InputId::compute, 1.0, ONE, "DeepSeek reckons with rent."),
        read(InputId::rent, 2.0, "serving_measurements:ds_gpu_price", "DeepSeek's figure for an H800-hour."),
        Change::judged(InputId::build_lag, 0.0, ZERO, "Rented at once."),
        Change::judged(InputId::hardware_gain, 1.0, ONE, "The same hardware throughout."),
        Change::judged(InputId::hardware_end, 1.0, ONE, "The same hardware throughout."),
        Change::judged(InputId::throughput, 1.0, ONE, "DeepSeek measured it; the physics stands beside."),
        Change::judged(InputId::chip, 1.0, ONE, "H800."),
        Change::judged(InputId::precision, 1.0, ONE, "Matrix products in FP8."),
        Change::judged(InputId::cache_precision, 0.0, ZERO, "The cache is kept in 16 bits."),
        Change::judged(
            InputId::group_size,
            144.0,
            "judgements:ds_day_group",
            "Answers: experts spread over 144.",
        ),
        Change::judged(
            InputId::prefill_group,
            32.0,
            "judgements:ds_day_prefill_group",
            "Prompts: experts spread over 32.",
        ),
        Change::judged(
            InputId::prefill_rate,
            4025.75,
            "judgements:ds_day_prefill",
            "32,206 computed prompt tokens a second and node of 8.",
        ),
        read(
            InputId::decode_rate,
            1850.0,
            "serving_measurements:ds_decode_node",
            "14,800 answer tokens a second and node of 8.",
        ),
        Change::judged(InputId::realised, 100.0, ONE, "Measured in service: nothing to take off."),
        Change::judged(InputId::software_gain, 1.0, ONE, "The same software throughout."),
        read(
            InputId::average_load,
            81.6,
            "infrastructure:util_ds",
            "226.75 nodes on average, 278 at the peak.",
        ),
        Change::judged(InputId::safe_load, 100.0, ONE, "The peak is counted as it was."),
        Change::judged(InputId::redundancy, 0.0, ZERO, "Spare nodes are not reported."),
        Change::judged(
            InputId::users_start,
            3e7,
            "judgements:ds_day_users",
            "Not published. It only divides: dollars a day do not depend on it.",
        ),
        Change::judged(InputId::users_ceiling, 3e7, "judgements:ds_day_users", "Every day the same."),
        Change::judged(InputId::programme_share, 100.0, ONE, "All of its own traffic."),
        Change::judged(
            InputId::messages,
            0.01,
            "judgements:ds_day_messages",
            "All traffic is counted as tokens.",
        ),
        Change::judged(InputId::prompt, 1.0, ONE, "All traffic is counted as tokens."),
        Change::judged(InputId::answer, 1.0, ONE, "All traffic is counted as tokens."),
        Change::judged(
            InputId::background,
            2.36033e13,
            "judgements:ds_day_tokens",
            "608 billion tokens in and 168 billion out a day.",
        ),
        Change::judged(InputId::background_growth, 1.0, ONE, "Every day the same."),
        Change::judged(InputId::background_end, 1.0, ONE, "Every day the same."),
        Change::judged(InputId::background_out, 21.65, "judgements:ds_day_output", "168 of 776 billion."),
        read(
            InputId::background_cache,
            56.3,
            "serving_measurements:ds_cache_hit_rate",
            "342 of 608 billion found in the disk cache.",
        ),
        Change::judged(InputId::pay_now, 0.0, ZERO, "No subscriptions."),
        Change::judged(InputId::pay_later, 0.0, ZERO, "No subscriptions."),
        Change::judged(InputId::seats, 0.0, ZERO, "No business seats."),
        Change::judged(
            InputId::api_price,
            0.724261,
            "judgements:ds_day_price",
            "$562,027 for 776 billion tokens: R1's list price on all of them.",
        ),
        Change::judged(InputId::api_fall, 1.0, ONE, "Every day the same."),
        Change::judged(InputId::api_paid, 100.0, ONE, "The theoretical revenue prices every token."),
        Change::judged(InputId::ads_now, 0.0, ZERO, "No ads."),
        Change::judged(InputId::ads_later, 0.0, ZERO, "No ads."),
        Change::judged(
            InputId::night_reuse,
            100.0,
            ONE,
            "Nodes idle at night go to research, and are not charged.",
        ),
        read(InputId::night_value, 2.0, "serving_measurements:ds_gpu_price", "At the rent."),
        Change::judged(InputId::staff, 0.0, ZERO, "Only compute is in the published cost."),
        Change::judged(InputId::research, 0.0, ZERO, "Only compute is in the published cost."),
        Change::judged(InputId::support, 0.0, ZERO, "Only compute is in the published cost."),
        Change::judged(InputId::egress, 0.0, ZERO, "Only compute is in the published cost."),
        Change::judged(InputId::storage, 0.0, ZERO, "Only compute is in the published cost."),
        Change::judged(InputId::horizon, 5.0, "judgements:ds_day_years", "The shortest horizon."),
        Change::judged(
            InputId::start_year,
            2025.0,
            "judgements:meta_2025_start_year",
            "The year of the day.",
        ),
    ],
};
