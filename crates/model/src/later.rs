//! Keys of links that came after the first frozen lists.

/// Every key that was added later, in the order in which it came. A new input is appended; nothing is moved or removed: links
/// name a key for ever, and its place here is the place of its draws.
pub const LATER_KEYS: &[&str] = &[
    "reasoning_taken_x",
    "video_taken_x",
    "memory_taken_x",
    "tasks_taken_x",
    "plan_raise_pct",
    "seat_raise_pct",
    "api_raise_pct",
    "speed_paid_pct",
    "speed_premium_x",
    "speed_reference_tok_s",
    "google_uplift",
    "google_base_usd",
    "amazon_uplift",
    "amazon_base_usd",
    "free_value_usd",
    "ads_late_pct",
    "rent_fall_pct",
    "beyond_cap",
    "facility_reference_usd_per_mw",
    "unserved_lost_pct",
    "load_price_x",
    "encoder_gflop",
    "made_now_pct",
    "made_later_pct",
    "made_clip_s",
    "made_pflop",
    "made_wtp_pct",
    "mfu_video_pct",
];
