//! The set of December 2026: who asks for how much.

use super::origins::{AZURE_TRACE, CEREBRO_202605, CHINADAILY_202603, GEM_VIDEO, MILIK_2026, VERGE_202609};
use crate::scenario::sets::Given;
use crate::{Figures, Grade, InputId, Shape};

/// In table order.
pub(super) const DEMAND: [(InputId, Figures); 24] = [
    Given::of(InputId::unserved_lost, [3.0, 1.0, 8.0])
        .spread(Shape::Lognormal)
        .beside("willingness_to_pay:pnc_churn")
        .why("defaults_2026-12:unserved_lost_pct", "Subscriptions last seven months by PNC, so a third of payers leave in a quarter anyway. Of those who \
             find no room some leave for that alone; nobody publishes how many."),
    Given::of(InputId::users_start, [1.9e9, 1.2e9, 3.15e9])
        .read(&VERGE_202609, Grade::Secondary)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:chatgpt_weekly_users_over facts_2026h2:gemini_app_monthly_users facts_2026h2:google_ai_mode_monthly_users")
        .why("defaults_2026-12:users_n", "ChatGPT alone had 1.2 billion weekly users at the end of September 2026; with all monthly users of \
             Gemini’s app (0.95 billion) and of Google’s AI mode (1.0) they would be 3.15, were nobody counted \
             twice."),
    Given::of(InputId::programme_share, [55.0, 30.0, 80.0])
        .beside("facts_2026h2:big4_2026_jul capex:big4_2024 capex:big4_2025")
        .why("defaults_2026-12:programme_share_pct", "Two years of 732.5 are 69% of the (251 + 416 + 2 × 732.5) billion that the four spend in 2024 to \
             2027; others build about a quarter as much again. One year would be 42%, three 61%, and what all add \
             later is left out."),
    Given::of(InputId::messages, [4.0, 2.5, 7.0])
        .beside("facts_2026h2:plus_use defaults:msgs")
        .why("defaults_2026-12:messages_per_day", "18 billion a week over 700 million weekly users of ChatGPT in 2025 are 3.7; OpenAI’s finance chief \
             is quoted with about 7 on a day of use."),
    Given::of(InputId::messages_end, [1.02, 1.0, 1.05])
        .why("defaults_2026-12:messages_end_x", "What the yearly growth tends to: a little more use a year for ever."),
    Given::of(InputId::prompt, [3700.0, 1155.0, 12035.0])
        .read(&AZURE_TRACE, Grade::Derived)
        .sourced()
        .beside("facts_2026h2:mean_prompt_tokens_per_request_on_openro users_revenue:az_conv_in users_revenue:moon_in")
        .why("defaults_2026-12:prompt_tok", "Azure’s chat trace of 2023: 1,155; Kimi’s of 2025: 12,035. Halfway in ratios; OpenRouter’s API use \
             stood at 5,400 in November 2025."),
    Given::of(InputId::prompt_end, [1.03, 1.0, 1.1])
        .why("defaults_2026-12:prompt_end_x", "What the yearly growth tends to."),
    Given::of(InputId::video_now, [0.8, 0.0, 2.0])
        .why("defaults_2026-12:video_now_pct", "Video that a model watches, not video it makes. No source gives the share."),
    Given::of(InputId::video_later, [3.0, 1.0, 7.0])
        .beside("facts_2026h2:duo_max")
        .why("defaults_2026-12:video_later_pct", "Video that a model watches. No source gives the share; 7% of Duolingo’s subscribers took a tier with \
             video calls, and not all that they ask is a call."),
    Given::of(InputId::video_tokens, [150.0, 70.0, 300.0])
        .read(&GEM_VIDEO, Grade::Secondary)
        .sourced()
        .beside("defaults:video_tok")
        .why("defaults_2026-12:video_tok", "Gemini’s documentation: 300, or 70 at low resolution; newer models start low and go up where a task \
             needs it."),
    Given::of(InputId::encoder_work, [3.8, 2.0, 6.5])
        .spread(Shape::Triangular)
        .beside("video_2026:q3vl_b300_giga_offline")
        .why("defaults_2026-12:encoder_gflop", "Qwen3-VL’s encoder takes 3.8 for a frame of 258 tokens, 6.5 for a large picture; smaller encoders half."),
    Given::of(InputId::made_now, [0.03, 0.01, 0.1])
        .spread(Shape::Lognormal)
        .why("defaults_2026-12:made_now_pct", "Video that a model makes. No source gives the share; at 0.03% it is some 2 million clips a day."),
    Given::of(InputId::made_later, [0.1, 0.02, 0.5])
        .spread(Shape::Lognormal)
        .why("defaults_2026-12:made_later_pct", "One message in a thousand. No source gives the share."),
    Given::of(InputId::made_work, [51.5, 25.0, 105.0])
        .spread(Shape::Lognormal)
        .beside("video_2026:wan_gb200_offline")
        .why("defaults_2026-12:made_pflop", "Wan 2.2 at 720p with 20 steps and guidance: 51.5. Half with fewer steps, twice with more."),
    Given::of(InputId::tasks_now, [3.0, 0.5, 7.0])
        .beside("facts_2026h2:mckinsey_survey_firms_scaling_ai_scaling facts_2026h2:oai_agents_share")
        .why("defaults_2026-12:tasks_now_pct", "Agents that people start in an assistant; those of firms are below. Of firms asked, 23% scale an \
             agent somewhere."),
    Given::of(InputId::tasks_later, [10.0, 5.0, 20.0])
        .spread(Shape::Lognormal)
        .beside("facts_2026h2:oai_agents_share facts_2026h2:mckinsey_survey_firms_scaling_ai_scaling")
        .why("defaults_2026-12:tasks_later_pct", "No source gives the share. Agents are 40% of what firms pay OpenAI, and 23% of firms asked scale \
             one: people come later than firms."),
    Given::of(InputId::background, [1.3e16, 7.1e15, 1.8e16])
        .read(&CEREBRO_202605, Grade::Derived)
        .sourced()
        .second_hand()
        .spread(Shape::Lognormal)
        .beside("facts_2026h2:sa_opus_blend facts_2026h2:anth_arr_202607 facts_2026h2:anthropic_on_pace_for_year_end_more_than facts_2026h2:google_api_tokens_2026q2 users_revenue:google_tokens_month_202605 users_revenue:openai_api_tokens_min facts_2026h2:bytedance_doubao_tokens_per_day")
        .why("defaults_2026-12:background_tok", "Anthropic’s 65 billion a year of July at 0.99 a million are 5.5e15 a month; with Google’s API \
             and OpenAI’s, 7.1e15. At 100 billion by the end of the year, with all of Google’s and \
             ByteDance’s, 1.8e16. ByteDance’s are served by its own plant and left out of the default, which \
             has some growth for the others since July."),
    Given::of(InputId::background_growth, [3.6, 2.2, 5.0])
        .read(&CHINADAILY_202603, Grade::Derived)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:gs_tokens_2030 facts_2026h2:bytedance_doubao_tokens_per_day facts_2026h2:bytedance_doubao_tokens_per_day_2 facts_2026h2:google_api_tokens_2026q2")
        .why("defaults_2026-12:background_growth_x", "With it and its half-life the tokens of 2030 come to 23 times those of 2026; Goldman Sachs has \
             24. On its own: ByteDance from March to June 2026, 5 a year; Google’s API 2.4 a year from May to \
             July; 2.2 a year if Goldman’s growth never faded."),
    Given::of(InputId::background_half, [2.0, 1.0, 4.0])
        .beside("facts_2026h2:gs_tokens_2030")
        .why("defaults_2026-12:background_half_yr", "With it and the first rate the tokens of 2030 come to 23 times those of 2026; Goldman Sachs has \
             24."),
    Given::of(InputId::background_end, [1.05, 1.0, 1.15])
        .beside("facts_2026h2:data_centre_electricity_growth_2025 facts_2026h2:gs_tokens_2030")
        .why("defaults_2026-12:background_end_x", "What the yearly growth tends to. Electricity of data centres grew 17% in 2025, in years of \
             build-out; Goldman Sachs looks no further than 2030."),
    Given::of(InputId::background_out, [1.2, 0.33, 2.77])
        .read(&CEREBRO_202605, Grade::Secondary)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:sa_agent_mix users_revenue:moon_in users_revenue:moon_out users_revenue:az_code_in users_revenue:az_code_out")
        .why("defaults_2026-12:background_out_pct", "A coding agent reads 300 tokens for each that it writes: 0.33%; Kimi’s trace of long conversations \
             has 343 to 12,035: 2.77%. Azure’s coding service of 2023: 1.35%."),
    Given::of(InputId::background_cache, [85.0, 70.0, 95.0])
        .read(&CEREBRO_202605, Grade::Secondary)
        .second_hand()
        .beside("facts_2026h2:sa_agent_mix")
        .why("defaults_2026-12:background_cache_pct", "Above 90% in coding agents, which re-read their own history at every step; less elsewhere."),
    Given::of(InputId::usage_cap, [1000.0, 5.0, 1000.0])
        .why("defaults_2026-12:usage_cap_x", "One-sided: at 1,000 times the average there is in effect no cap, and a cap can only be lower."),
    Given::of(InputId::payer_usage, [3.0, 2.0, 5.0])
        .read(&MILIK_2026, Grade::Secondary)
        .second_hand()
        .beside("facts_2026h2:plus_use")
        .why("defaults_2026-12:payer_usage_x", "A payer on ChatGPT Plus asks three times what a free user does, as OpenAI’s finance chief is quoted. \
             Free users are lighter, so that the average holds."),
];
