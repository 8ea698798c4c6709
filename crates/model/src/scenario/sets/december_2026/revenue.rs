//! The set of December 2026: who pays how much.

use super::origins::{
    ARXIV_202601, CEREBRO_202605, LITELLM, META_IR_202606, OAI_ADS_RS, TECHSTORY_202604, YAHOO_202607,
};
use crate::scenario::sets::Given;
use crate::{Figures, Grade, InputId, Shape};

/// In table order.
pub(super) const REVENUE: [(InputId, Figures); 34] = [
    Given::of(InputId::pay_now, [4.0, 3.0, 5.0])
        .read(&YAHOO_202607, Grade::Derived)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:chatgpt_conv_202607 willingness_to_pay:menlo_pay")
        .why("defaults_2026-12:pay_now_pct", "ChatGPT: more than 50 million subscribers among more than 1 billion weekly users in July 2026, 5.0% \
             (5.6% in February). All assistants: 3% by Menlo."),
    Given::of(InputId::pay_later, [5.5, 3.0, 10.0])
        .beside("willingness_to_pay:menlo_pay facts_2026h2:chatgpt_conv_202607 facts_2026h2:hsbc_2030")
        .why("defaults_2026-12:pay_later_pct", "3% of all users paid in 2025 by Menlo; ChatGPT’s share fell from 5.6 to 5.0% in 2026, and what HSBC \
             expects of consumers in 2030, $129 billion, takes more. What capabilities add comes on top."),
    Given::of(InputId::sub_price, [14.0, 8.0, 20.0])
        .read(&TECHSTORY_202604, Grade::Derived)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:go_plan willingness_to_pay:go_price willingness_to_pay:tier_std")
        .why("defaults_2026-12:sub_price_usd", "Go costs 8 dollars, a standard plan 20. By OpenAI’s plan as reported, most of its payers of 2026 are \
             on Go, and the average falls from 23 to under 12."),
    Given::of(InputId::observed_price, [14.0, 8.0, 20.0])
        .read(&TECHSTORY_202604, Grade::Derived)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:go_plan willingness_to_pay:go_price willingness_to_pay:tier_std")
        .why("defaults_2026-12:observed_price_usd", "The same as the subscription price: at it today’s share pays. Reach and capture are solved for that."),
    Given::of(InputId::reasoning_wtp, [25.0, 10.0, 45.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:m365_rise")
        .why("defaults_2026-12:reasoning_wtp_pct", "Rise of willingness to pay if all messages reasoned. Microsoft raised its consumer Office by 30 to \
             42% for a bundled assistant, and a quarter later had 9% more subscribers."),
    Given::of(InputId::video_wtp, [8.0, 0.0, 15.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:duo_max")
        .why("defaults_2026-12:video_wtp_pct", "Rise of willingness to pay if all messages had video. 7% of Duolingo’s subscribers took the tier \
             with video calls, at about twice the price."),
    Given::of(InputId::memory_wtp, [5.0, 0.0, 15.0])
        .spread(Shape::Triangular)
        .why("defaults_2026-12:memory_wtp_pct", "Rise of willingness to pay if all messages recalled a memory. All three large sellers give it away."),
    Given::of(InputId::tasks_wtp, [150.0, 0.0, 400.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:oai_agents_share facts_2026h2:meta_paid_ai willingness_to_pay:tier_power")
        .why("defaults_2026-12:tasks_wtp_pct", "Rise of willingness to pay if all messages started an agent. Tiers for it cost 100 to 200 dollars \
             where a plan costs 20; agents are 40% of OpenAI’s revenue from firms."),
    Given::of(InputId::seats, [6e7, 4.5e7, 8e7])
        .beside("facts_2026h2:copilot_seats_202607 facts_2026h2:microsoft_365_copilot_paid_seats_a_quart users_revenue:gem_ent_seats")
        .why("defaults_2026-12:seats_n", "Microsoft 365 Copilot alone had over 30 million paid seats in July 2026 (20 in April, 15 in \
             January); OpenAI and Google some 17 million before."),
    Given::of(InputId::seats_growth, [1.8, 1.3, 2.5])
        .beside("facts_2026h2:copilot_seats_202607 facts_2026h2:microsoft_365_commercial_paid_base_denom")
        .why("defaults_2026-12:seats_growth_x", "Microsoft’s doubled in half a year, from a base of which they are 7%: 450 million seats of its \
             office programs. At the start; it fades."),
    Given::of(InputId::seats_half, [2.0, 1.0, 4.0])
        .beside("facts_2026h2:copilot_seats_202607 facts_2026h2:microsoft_365_copilot_paid_seats_a_quart")
        .why("defaults_2026-12:seats_half_yr", "Microsoft’s seats grew by a third in a quarter and by half in the next: nothing fades yet, and \
             cannot last. The yearly growth above its end rate halves in this time."),
    Given::of(InputId::seat_price, [21.0, 15.0, 30.0])
        .beside("facts_2026h2:chatgpt_business_seat_price_from_25 facts_2026h2:copilot_seats_202607")
        .why("defaults_2026-12:seat_price_usd", "ChatGPT Business 20 (from 25) since August 2026; Microsoft lists 30, and large firms get less off."),
    Given::of(InputId::api_price, [0.7, 0.38, 0.99])
        .read(&CEREBRO_202605, Grade::Derived)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:sa_opus_blend facts_2026h2:gpt_6_sol_price_input facts_2026h2:gpt_6_sol_price_output facts_2026h2:gpt_6_luna_price_output_input_0_10_cache facts_2026h2:anth_arr_202607 users_revenue:openai_api_tokens_min")
        .why("defaults_2026-12:api_usd_per_mtok", "Paid in agent use of Anthropic’s dearest family: 0.99. GPT-6 Sol at its list price comes to 0.6 in \
             the mix above, OpenAI got about 0.38 in all early in 2026. With the tokens above it gives the \
             revenue that the labs report."),
    Given::of(InputId::api_fall, [1.4, 1.04, 1.92])
        .read(&LITELLM, Grade::Derived)
        .sourced()
        .beside("facts_2026h2:july26_direction facts_2026h2:gpt_5_6_luna_price_cut facts_2026h2:price_fall_of_equal_capability_epoch_plu price_history:tier_flag_2024_26 price_history:tier_flag_2023_26")
        .why("defaults_2026-12:api_fall_x", "A constant tier’s list price fell 1.04 times a year since GPT-4o and 1.92 since GPT-4; equal \
             capability falls far faster. In July 2026 five of eight sellers raised prices, in August and \
             September they cut them."),
    Given::of(InputId::api_half, [1.5, 0.75, 3.0])
        .beside("price_history:tier_flag_2023_24 price_history:tier_flag_2024_26")
        .why("defaults_2026-12:api_half_yr", "From GPT-4 to GPT-4o the flagship’s list price fell 6.5 times a year, since then 1.04: such a fall \
             halves within a year or two. The yearly fall above its end rate halves in this time."),
    Given::of(InputId::api_end, [1.1, 1.04, 1.18])
        .read(&LITELLM, Grade::Derived)
        .sourced()
        .beside("price_history:tier_flag_2024_26 price_history:tier_anth_mid")
        .why("defaults_2026-12:api_end_x", "What the yearly fall tends to. Since 2024 the list price of OpenAI’s flagship fell 1.04 times a \
             year, that of Anthropic’s middle tier 1.18."),
    Given::of(InputId::api_paid, [65.0, 40.0, 90.0])
        .beside("facts_2026h2:google_api_tokens_2026q2 users_revenue:google_tokens_month_202605")
        .why("defaults_2026-12:api_paid_pct", "Google’s API is 30% of Google’s tokens; nearly all of Anthropic’s and of OpenAI’s API are paid. The \
             rest is the vendors’ own use."),
    Given::of(InputId::api_elasticity, [-0.5, -1.11, -0.05])
        .read(&ARXIV_202601, Grade::Secondary)
        .sourced()
        .second_hand()
        .spread(Shape::Triangular)
        .beside("facts_2026h2:response_of_use_to_price_on_openrouter_1 willingness_to_pay:el_nber")
        .why("defaults_2026-12:api_elasticity_x", "Use follows your price against the sourced one. Measured on one market of APIs: −1.11 between hosts \
             of a model, −0.05 to −0.07 over models in the short run."),
    Given::of(InputId::api_reference, [0.7, 0.38, 0.99])
        .beside("facts_2026h2:sa_opus_blend")
        .why("defaults_2026-12:api_reference_usd_per_mtok", "The same as the API price: at it use is as stated."),
    Given::of(InputId::ads_now, [12.0, 5.0, 25.0])
        .beside("facts_2026h2:openai_ads_202608 facts_2026h2:chatgpt_ads_annualised_revenue")
        .why("defaults_2026-12:ads_now_n", "With the price below, all free users bring some $1.2 billion a year; ChatGPT’s ads alone were at 0.9 \
             to 1.0 in August 2026."),
    Given::of(InputId::ads_later, [90.0, 40.0, 200.0])
        .beside("facts_2026h2:openai_ads_202608 facts_2026h2:chatgpt_ads_annualised_revenue")
        .why("defaults_2026-12:ads_later_n", "Three a day, some 5 dollars a free user and year; OpenAI’s plan of $36 in 2030 is an upper bound."),
    Given::of(InputId::ad_cpm, [25.0, 12.0, 45.0])
        .read(&OAI_ADS_RS, Grade::Secondary)
        .beside("defaults:chat_cpm")
        .why("defaults_2026-12:ad_cpm_usd", "ChatGPT’s ads: $60 at launch, $25 soon after. Low and high are ours: what falls by half may fall \
             again, and buyers pay 45 elsewhere."),
    Given::of(InputId::ads_us, [9.0, 6.0, 13.0])
        .why("defaults_2026-12:ads_us_pct", "The parts with which Facebook’s regional revenue per user of 2021 sums to its worldwide one: 11.65 \
             against 11.57 dollars."),
    Given::of(InputId::ads_europe, [15.0, 11.0, 20.0])
        .why("defaults_2026-12:ads_europe_pct", "As above."),
    Given::of(InputId::worth_europe, [32.5, 20.0, 45.0])
        .why("defaults_2026-12:ads_worth_europe_pct", "Price × places that sell, over those of the US and Canada: Facebook’s regional revenue per user of \
             2021, the last it gave."),
    Given::of(InputId::worth_asia, [8.1, 5.0, 12.0])
        .why("defaults_2026-12:ads_worth_asia_pct", "As above."),
    Given::of(InputId::worth_rest, [5.7, 4.0, 8.0])
        .why("defaults_2026-12:ads_worth_rest_pct", "As above."),
    Given::of(InputId::ad_base, [2.37e11, 2.3e11, 2.45e11])
        .read(&META_IR_202606, Grade::Derived)
        .second_hand()
        .beside("facts_2026h2:meta_q2_2026_advertising_revenue")
        .why("defaults_2026-12:ad_base_usd", "Meta: four times its ad revenue of the second quarter of 2026, $59.4 billion."),
    Given::of(InputId::uplift_margin, [80.0, 60.0, 95.0])
        .why("defaults_2026-12:uplift_margin_pct", "Incremental, not the operating margin, as running costs are charged separately."),
    Given::of(InputId::wtp_real, [70.0, 40.0, 100.0])
        .why("defaults_2026-12:wtp_real_pct", "A survey is not a purchase, and people overstate. Reach is solved for the observed paying share, so \
             this moves only how payers react to a price."),
    Given::of(InputId::seat_reference, [21.0, 15.0, 30.0])
        .beside("facts_2026h2:chatgpt_business_seat_price_from_25 facts_2026h2:copilot_seats_202607")
        .why("defaults_2026-12:seat_reference_usd", "The same as the price of a seat: above it fewer seats are sold, below it more."),
    Given::of(InputId::own_ads_lost, [5.0, 0.0, 15.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:google_search_advertising_q2_2026")
        .why("defaults_2026-12:own_ads_lost_pct", "Google’s search ads brought $63.3 billion in the second quarter of 2026, more than ever: what ads in \
             chats displace elsewhere cannot be much yet."),
    Given::of(InputId::orders_now, [0.005, 0.0, 0.015])
        .why("defaults_2026-12:orders_now_n", "No count has been published; sellers offer it, so it is not none."),
    Given::of(InputId::orders_later, [0.04, 0.0, 0.1])
        .why("defaults_2026-12:orders_later_n", "No count has been published: move it to see what commerce would bring."),
];
