//! The scenario of the article: Meta's plan of January 2025, before the DeepSeek shock, with what was known on that
//! day.
//!
//! Users, fleet and money share one boundary: Meta's own assistant and ads, served by what Meta bought from 2023 to
//! 2025.

use super::preset::{Change, Preset};
use crate::{Grade, InputId, Source};

const META_JAN25: Source = Source {
    id: "meta_jan25",
    title: "Meta plans to invest up to $65B in 2025",
    publisher: "Livemint/Reuters",
    url: "https://www.livemint.com/market/stock-market-news/meta-plans-to-invest-up-to-65-billion-for-capex-in-2025-shares-gain-1-6-in-early-market-session/amp-11737730373511.html",
    date: "2025-01-24",
};
const META_FY25: Source = Source {
    id: "meta_fy25_reportify",
    title: "Meta 2025 annual report summary (10-K)",
    publisher: "Reportify",
    url: "https://reportify.ai/financials/1214338024738000896",
    date: "2026-01",
};
const SGLANG96: Source = Source {
    id: "sglang96",
    title: "Deploying DeepSeek with PD Disaggregation and Large-scale Expert Parallelism on 96 H100 GPUs",
    publisher: "LMSYS / SGLang",
    url: "https://lmsys.org/blog/2025-05-05-large-scale-ep/",
    date: "2025-05-05",
};
const TCJA_PM: Source = Source {
    id: "tcja_pm",
    title: "The TCJA 100% bonus depreciation starts to phase out after 2022",
    publisher: "Plante Moran",
    url: "https://www.plantemoran.com/explore-our-thinking/insight/2022/08/the-tcja-100-percent-bonus-depreciation-starts-to-phase-out-after-2022",
    date: "2024-02-21",
};
const V2PSEO: Source = Source {
    id: "v2pseo",
    title: "GPU TCO analysis (H100 node capex and share items)",
    publisher: "v2-pseo-ai",
    url: "https://v2-pseo-ai.pages.dev/tools/gpu-tco-analysis",
    date: "2026",
};
const AZURE_TRACE: &Source = InputId::answer.spec().source;
const IXAPP: &Source = InputId::accelerator_power.spec().source;
const WACC_AFG: &Source = InputId::discount_rate.spec().source;

/// Meta in January 2025: the plan that the article is about.
pub(super) static ARTICLE: Preset = Preset {
    id: "article-2025-01",
    title: "The article: Meta, Jan 2025",
    date: "2025-01-24",
    who: "A reader of that week's news: Meta's plan of $60 to 65 billion by itself, paid for by a free assistant and better ads.",
    whose: "Meta's build-out planned for 2025",
    set: "2026-11",
    changes: &[
        Change::read(
            InputId::capex_per_year,
            6.25e10,
            "capex:meta_2025_guide_jan",
            (&META_JAN25, Grade::Secondary),
            "Middle of the $60 to 65 billion that Meta announced for 2025; in the end it spent $72 billion.",
        ),
        Change::judged(
            InputId::inference_share,
            50.0,
            "judgements:inf_share_jan2025",
            "More went into training then: Deloitte says half for 2025, Epoch 29% for OpenAI in 2024.",
        ),
        Change::read(
            InputId::accelerator_price,
            45703.0,
            "judgements:meta_2025_accelerator_price",
            (&V2PSEO, Grade::Derived),
            "The fleet was H100: a node of eight at $325,000, plus 12.5% for cables and switches.",
        ),
        Change::read(
            InputId::network_share,
            11.1,
            "judgements:meta_2025_network_of_price",
            (&V2PSEO, Grade::Derived),
            "Those cables and switches as a part of that price: 12.5 of 112.5.",
        ),
        Change::read(
            InputId::accelerator_power,
            1.73,
            "infrastructure:kw_h100",
            (IXAPP, Grade::Secondary),
            "An H100 with host, network and cooling.",
        ),
        Change::judged(
            InputId::throughput,
            1.0,
            "judgements:meta_2025_throughput",
            "Throughput of this fleet's accelerators was measured and published.",
        ),
        Change::judged(
            InputId::chip,
            2.0,
            "judgements:meta_2025_chip",
            "Meta bought H100 in these years; the physics stands beside the measured figures.",
        ),
        Change::judged(InputId::precision, 1.0, "judgements:meta_2025_precision", "As in the measurement."),
        Change::read(
            InputId::prefill_rate,
            6817.9,
            "serving_measurements:srv_022",
            (&SGLANG96, Grade::Primary),
            "DeepSeek-V3 in FP8 on H100, prompts of 2,000 tokens; published in May 2025.",
        ),
        Change::read(
            InputId::decode_rate,
            2785.0,
            "defaults:decode_h100",
            (&SGLANG96, Grade::Primary),
            "DeepSeek-V3 in FP8 on H100, prompts of 2,000 tokens; published in May 2025.",
        ),
        Change::judged(
            InputId::users_start,
            6e8,
            "judgements:meta_2025_wau",
            "Meta AI in a week; Meta reported a billion in a month in May 2025.",
        ),
        Change::read(
            InputId::users_ceiling,
            3.35e9,
            "users_revenue:meta_dap_dec24",
            (&META_FY25, Grade::Secondary),
            "Everybody who used one of Meta's apps on a day of December 2024.",
        ),
        Change::judged(
            InputId::programme_share,
            48.3,
            "judgements:meta_2025_programme_share",
            "Meta's capex of 2025 over that of 2023 to 2025: 62.5 of (28 + 39 + 62.5).",
        ),
        Change::judged(
            InputId::messages,
            2.0,
            "judgements:meta_2025_msgs",
            "An assistant inside other apps is asked less often than ChatGPT.",
        ),
        Change::read(
            InputId::prompt,
            1155.0,
            "defaults:tok_in",
            (AZURE_TRACE, Grade::Primary),
            "The Azure chat trace itself; the starting point doubles it for 2027.",
        ),
        Change::judged(
            InputId::reasoning_now,
            0.0,
            "judgements:meta_2025_capabilities_now",
            "The article writes of reasoning as still to come; the later share stays.",
        ),
        Change::judged(
            InputId::video_now,
            0.0,
            "judgements:meta_2025_capabilities_now",
            "The article writes of video as still to come; the later share stays.",
        ),
        Change::judged(
            InputId::memory_now,
            0.0,
            "judgements:meta_2025_capabilities_now",
            "The article writes of long memory as still to come; the later share stays.",
        ),
        Change::judged(
            InputId::tasks_now,
            0.0,
            "judgements:meta_2025_capabilities_now",
            "Meta AI started no agents yet; the later share stays.",
        ),
        Change::judged(
            InputId::background,
            1e13,
            "judgements:meta_2025_background",
            "Meta's own products alone; all of Google had 9.7 trillion in May 2024.",
        ),
        Change::judged(InputId::pay_now, 0.0, "judgements:meta_2025_pay_now", "Meta AI was free of charge."),
        Change::judged(
            InputId::pay_later,
            1.0,
            "judgements:meta_2025_pay_later",
            "A paid plan was only an idea; free services turn 2 to 3% into payers, Meta's users are less wealthy.",
        ),
        Change::judged(InputId::seats, 0.0, "judgements:meta_2025_seats", "Meta sold no business seats."),
        Change::judged(
            InputId::api_paid,
            0.0,
            "judgements:meta_2025_api_paid",
            "Llama's weights are free and others serve them: no tokens are sold.",
        ),
        Change::judged(
            InputId::ads_now,
            0.0,
            "judgements:meta_2025_ads_now",
            "No ads in Meta AI yet; the later load stays.",
        ),
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
        Change::read(
            InputId::discount_rate,
            9.75,
            "infrastructure:wacc_meta",
            (WACC_AFG, Grade::Estimate),
            "Meta's own cost of capital, as a tracker of 2026 has it.",
        ),
        Change::read(
            InputId::bonus,
            40.0,
            "infrastructure:bonus_tcja_2025",
            (&TCJA_PM, Grade::Secondary),
            "The law of that day; the law of July 2025 made it 100% for what was bought after 19 January.",
        ),
        Change::judged(
            InputId::start_year,
            2025.0,
            "judgements:meta_2025_start_year",
            "The plan's first quarter is the first of 2025.",
        ),
    ],
};
