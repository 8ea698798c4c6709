//! Five presets that each tell a complete story on the starting point. Where a story has more or less of something, it
//! takes that end of the range that the sources give.

use super::preset::{Change, Preset};
use crate::{Grade, InputId, Source};

const ONE: &str = "judgements:story_one";
const NONE: &str = "judgements:story_zero";
const EPOCH: &Source = InputId::accelerator_life.spec().source;
const RESID: &Source = InputId::scrap.spec().source;

/// LeCun's three uses, and agents, with both the costs and the willingness to pay that he claims.
pub(super) static EVERYWHERE: Preset = Preset {
    id: "everywhere",
    title: "Video, reasoning and memory everywhere",
    date: "2026-11-23",
    who: "LeCun's readers: inference gets dearer as assistants see, think and remember, and people value that.",
    whose: "a build-out for video, reasoning and memory everywhere",
    set: "2026-11",
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "The fleet is what such messages need."),
        Change::judged(
            InputId::reasoning_later,
            80.0,
            "judgements:reasoning_later",
            "The high end of the range.",
        ),
        Change::judged(InputId::video_later, 15.0, "judgements:video_later", "The high end of the range."),
        Change::judged(InputId::memory_later, 80.0, "judgements:memory_later", "The high end of the range."),
        Change::judged(InputId::tasks_later, 30.0, "judgements:tasks_later", "The high end of the range."),
        Change::judged(
            InputId::reasoning_wtp,
            100.0,
            "judgements:reasoning_wtp",
            "The high end: worth double.",
        ),
        Change::judged(InputId::video_wtp, 100.0, "judgements:video_wtp", "The high end: worth double."),
        Change::judged(InputId::memory_wtp, 100.0, "judgements:memory_wtp", "The high end: worth double."),
        Change::judged(InputId::tasks_wtp, 200.0, "judgements:tasks_wtp", "The high end: worth three times."),
    ],
};

/// Only advertisers pay.
pub(super) static ADS_ONLY: Preset = Preset {
    id: "ads-only",
    title: "Ads only",
    date: "2026-11-23",
    who: "Those who think that assistants end like search and feeds: free of charge, full of ads.",
    whose: "a build-out for assistants paid for by ads",
    set: "2026-11",
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "The fleet is what these users need."),
        Change::judged(
            InputId::background,
            1e14,
            "judgements:story_background",
            "No APIs: assistants alone.",
        ),
        Change::judged(InputId::pay_now, 0.0, NONE, "No plans."),
        Change::judged(InputId::pay_later, 0.0, NONE, "No plans."),
        Change::judged(InputId::seats, 0.0, NONE, "No seats."),
        Change::judged(InputId::api_paid, 0.0, NONE, "No tokens sold."),
        Change::judged(InputId::ads_now, 5.0, "judgements:ads_now", "The high end of the range."),
        Change::judged(InputId::ads_later, 60.0, "judgements:ad_impressions", "The high end of the range."),
    ],
};

/// Only users and firms with a plan pay.
pub(super) static SUBSCRIPTIONS_ONLY: Preset = Preset {
    id: "subscriptions-only",
    title: "Subscriptions only",
    date: "2026-11-23",
    who: "Those who think that people pay for an assistant as for a phone, and that ads would spoil it.",
    whose: "a build-out for assistants paid for by subscription",
    set: "2026-11",
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "The fleet is what these users need."),
        Change::judged(
            InputId::background,
            1e14,
            "judgements:story_background",
            "No APIs: assistants alone.",
        ),
        Change::judged(InputId::pay_later, 12.0, "judgements:pay_share_y5", "The high end of the range."),
        Change::judged(InputId::api_paid, 0.0, NONE, "No tokens sold."),
        Change::judged(InputId::ads_now, 0.0, NONE, "No ads."),
        Change::judged(InputId::ads_later, 0.0, NONE, "No ads."),
    ],
};

/// Prices follow costs.
pub(super) static COMMODITY: Preset = Preset {
    id: "commodity",
    title: "Commodity tokens",
    date: "2026-11-23",
    who: "Those who think that open models make tokens a commodity, and price follows cost.",
    whose: "a build-out for tokens as a commodity",
    set: "2026-11",
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "In a commodity nobody builds ahead of demand."),
        Change::judged(
            InputId::hardware_gain,
            1.8,
            "judgements:hardware_gain",
            "The high end: cost falls fast.",
        ),
        Change::judged(
            InputId::sub_growth,
            0.95,
            "judgements:sub_price_growth",
            "The low end: plans get cheaper.",
        ),
        Change::judged(InputId::api_price, 0.6, "judgements:api_price_realised", "The low end of the range."),
        Change::judged(
            InputId::api_fall,
            2.2,
            "judgements:api_price_fall",
            "The high end: price falls with cost.",
        ),
        Change::judged(InputId::api_half, 3.0, "judgements:api_half", "The high end: and goes on falling."),
        Change::judged(InputId::api_end, 1.05, "judgements:api_end", "The high end: and never stops."),
        Change::judged(InputId::seat_rise, 0.95, "judgements:seat_rise", "The low end: seats get cheaper."),
        Change::judged(InputId::research, 10.0, "judgements:rd_share", "The low end: models are shared."),
    ],
};

/// Accelerators have an economic life of three years.
pub(super) static THREE_YEAR_CHIPS: Preset = Preset {
    id: "three-year-chips",
    title: "Chips last three years",
    date: "2026-11-23",
    who: "Those who think that each new generation makes the last but one not worth its power.",
    whose: "the four large platforms' build-out with chips that last three years",
    set: "2026-11",
    changes: &[
        Change::read(
            InputId::accelerator_life,
            3.0,
            "defaults:it_life",
            (EPOCH, Grade::Estimate),
            "The low end of the range.",
        ),
        Change::judged(InputId::physical_life, 6.0, "judgements:physical_life", "The low end of the range."),
        Change::judged(InputId::network_life, 4.0, "judgements:network_life", "The low end of the range."),
        Change::judged(
            InputId::hardware_gain,
            1.8,
            "judgements:hardware_gain",
            "The high end: that is why the old ones go.",
        ),
        Change::read(
            InputId::scrap,
            0.0,
            "defaults:residual",
            (RESID, Grade::Estimate),
            "The low end: nobody buys what is not worth its power.",
        ),
    ],
};
