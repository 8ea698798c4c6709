//! Meta's plan of 2026: the article's question a year and a half later, with Meta's guidance and its own ad business.
//!
//! Users, fleet and money share one boundary: Meta's assistant and ads, served by what Meta bought from 2024 to 2026.

use super::preset::{Change, Preset};
use crate::{Grade, InputId, Source};

const META_Q126: Source = Source {
    id: "meta_q126",
    title: "META 2026Q1 earnings review",
    publisher: "belcourt",
    url: "https://belcourt.vercel.app/META/earnings/2026Q1-review-claude",
    date: "2026-04-29",
};
const META_CALL: Source = Source {
    id: "meta_q126_awf",
    title: "Meta conference call April 2026",
    publisher: "AllWeatherFinance",
    url: "https://allweatherfinance.com/meta-conference-call-full-year-capital-expenditure-raised-by-another-10-billion-reaching-a-record-high-commercialization-path-for-ai-agents-remains-unclear/",
    date: "2026-04-29",
};
const WACC_AFG: &Source = InputId::discount_rate.spec().source;
const NONE: &str = "judgements:story_zero";

/// The preset.
pub(super) static META_2026: Preset = Preset {
    id: "meta-2026",
    title: "Meta 2026",
    date: "2026-11-23",
    who: "Those who think that better ads pay for an assistant that stays almost free.",
    whose: "Meta's build-out of 2026",
    set: "2026-11",
    changes: &[
        Change::read(
            InputId::capex_per_year,
            1.35e11,
            "capex:meta_2026_guide_apr",
            (&META_Q126, Grade::Secondary),
            "Middle of the $125 to 145 billion that Meta guided to in April 2026.",
        ),
        Change::judged(
            InputId::users_start,
            7e8,
            "judgements:meta_2026_wau",
            "Meta AI in a week; about a billion use it in a month.",
        ),
        Change::read(
            InputId::users_ceiling,
            3.56e9,
            "users_revenue:meta_dap_mar26",
            (&META_CALL, Grade::Secondary),
            "Everybody who used one of Meta's apps on a day of March 2026.",
        ),
        Change::judged(
            InputId::programme_share,
            54.8,
            "judgements:meta_2026_programme_share",
            "Meta's capex of 2026 over that of 2024 to 2026: 135 of (39 + 72 + 135).",
        ),
        Change::judged(
            InputId::messages,
            2.0,
            "judgements:meta_2025_msgs",
            "An assistant inside other apps is asked less often than ChatGPT.",
        ),
        Change::judged(
            InputId::background,
            2e14,
            "judgements:meta_2026_background",
            "Meta's own products alone; all of Google had 480 trillion in May 2025.",
        ),
        Change::judged(InputId::pay_now, 0.0, NONE, "Meta AI is free of charge."),
        Change::judged(
            InputId::pay_later,
            2.0,
            "judgements:meta_2026_pay_later",
            "Free services turn 2 to 3% into payers, and this one starts without any.",
        ),
        Change::judged(InputId::seats, 0.0, NONE, "Meta sells no business seats."),
        Change::judged(InputId::api_paid, 0.0, NONE, "Meta sells hardly any tokens."),
        Change::judged(InputId::ads_now, 0.0, NONE, "No ads in Meta AI's chats yet; the later load stays."),
        Change::judged(
            InputId::ad_loss,
            30.0,
            "judgements:meta_2025_ad_loss",
            "Time in the chat is time away from Meta's own feeds and their ads.",
        ),
        Change::judged(
            InputId::ad_uplift_on,
            1.0,
            "judgements:ad_uplift",
            "Meta has an ad business that AI improves: users pay indirectly, and this line decides.",
        ),
        Change::judged(
            InputId::ad_base,
            2.2e11,
            "judgements:meta_2026_ad_base",
            "Four times the $55 billion of the first quarter of 2026.",
        ),
        Change::read(
            InputId::discount_rate,
            9.75,
            "infrastructure:wacc_meta",
            (WACC_AFG, Grade::Estimate),
            "Meta's own cost of capital, as a tracker of 2026 has it.",
        ),
    ],
};
