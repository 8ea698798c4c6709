//! The set of December 2026: what plans, seats and tokens bring.

use super::origins::{
    ARXIV_202601, CEREBRO_202605, FIRMCRITICS, IX_V2, LITELLM, TECHSTORY_202604, WEALTHWAY_202501,
    YAHOO_202607,
};
use crate::scenario::sets::Given;
use crate::{Figures, Grade, InputId, Shape};

/// In table order.
pub(super) const REVENUE: [(InputId, Figures); 31] = [
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
    Given::of(InputId::reasoning_wtp, [36.0, 30.0, 42.0])
        .read(&WEALTHWAY_202501, Grade::Secondary)
        .sourced()
        .second_hand()
        .spread(Shape::Triangular)
        .beside("facts_2026h2:m365_rise")
        .why("defaults_2026-12:reasoning_wtp_pct", "What a customer pays more who takes it. Microsoft raised its consumer Office by 30 to 42% for a \
             bundled assistant, and a quarter later had 9% more subscribers."),
    Given::of(InputId::video_wtp, [100.0, 50.0, 150.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:duo_max")
        .why("defaults_2026-12:video_wtp_pct", "What a customer pays more who takes it. Duolingo’s tier with video calls costs about twice the one \
             below; 7% of its subscribers took it."),
    Given::of(InputId::made_wtp, [50.0, 0.0, 100.0])
        .spread(Shape::Triangular)
        .why("defaults_2026-12:made_wtp_pct", "What a customer pays more who takes it. No source; half of what a tier with video calls costs more."),
    Given::of(InputId::memory_wtp, [5.0, 0.0, 15.0])
        .spread(Shape::Triangular)
        .why("defaults_2026-12:memory_wtp_pct", "What a customer pays more who takes it. All three large sellers give it away."),
    Given::of(InputId::tasks_wtp, [600.0, 400.0, 900.0])
        .read(&FIRMCRITICS, Grade::Secondary)
        .sourced()
        .spread(Shape::Triangular)
        .beside("willingness_to_pay:tier_std willingness_to_pay:tier_power willingness_to_pay:tier_top facts_2026h2:chatgpt_business_premium_seat_price facts_2026h2:oai_agents_share")
        .why("defaults_2026-12:tasks_wtp_pct", "What a customer pays more who takes it. Tiers for it cost 100 to 200 dollars where a plan costs 20, \
             a premium seat 100 where a seat costs 20. Halfway in ratios."),
    Given::of(InputId::reasoning_taken, [1.0, 0.5, 2.0])
        .spread(Shape::Lognormal)
        .why("defaults_2026-12:reasoning_taken_x", "No source gives it: a bundle charges all, and half of messages or more may reason for those who \
             never asked."),
    Given::of(InputId::video_taken, [3.0, 1.0, 6.0])
        .spread(Shape::Lognormal)
        .beside("facts_2026h2:duo_max")
        .why("defaults_2026-12:video_taken_x", "With it 7% of customers take it when 3% of messages have video, as 7% of Duolingo’s subscribers took \
             a tier with video calls within half a year."),
    Given::of(InputId::memory_taken, [1.0, 0.5, 2.0])
        .spread(Shape::Lognormal)
        .why("defaults_2026-12:memory_taken_x", "As for reasoning."),
    Given::of(InputId::tasks_taken, [0.4, 0.15, 1.0])
        .spread(Shape::Lognormal)
        .beside("facts_2026h2:duo_max facts_2026h2:microsoft_365_copilot_paid_seats_over facts_2026h2:microsoft_365_commercial_paid_base_denom")
        .why("defaults_2026-12:tasks_taken_x", "Where a dearer tier costs up to twice as much, 7% take it: of Duolingo’s subscribers, of Microsoft’s \
             office seats. One that costs five to ten times as much is taken by fewer: 2.8% with this, when 7% \
             more of messages start an agent."),
    Given::of(InputId::plan_raise, [80.0, 50.0, 100.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:m365_rise")
        .why("defaults_2026-12:plan_raise_pct", "Microsoft charged 30 to 42% for an assistant and won 9% more subscribers all the same: not all of \
             what it added was charged."),
    Given::of(InputId::seat_raise, [80.0, 50.0, 100.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:chatgpt_business_premium_seat_price facts_2026h2:chatgpt_business_seat_price_from_25 facts_2026h2:copilot_seats_202607")
        .why("defaults_2026-12:seat_raise_pct", "As in plans: a premium seat costs five times a seat, as a tier for agents costs five times a plan."),
    Given::of(InputId::api_raise, [15.0, 5.0, 30.0])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:oai_agents_share facts_2026h2:gpt_6_astra_price_input facts_2026h2:gpt_6_sol_price_input")
        .why("defaults_2026-12:api_raise_pct", "Models for long tasks cost five times those below them. The fall of the API price above is that of \
             one tier, so that a shift to a dearer one comes on top. How many tokens shift is not published: a seventh of what the \
             work gains in worth, and twice that at most."),
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
    Given::of(InputId::api_paid, [80.0, 55.0, 92.0])
        .beside("facts_2026h2:google_api_tokens_2026q2 users_revenue:google_tokens_month_202605 facts_2026h2:anth_arr_202607")
        .why("defaults_2026-12:api_paid_pct", "Nearly all of Anthropic’s tokens and of OpenAI’s API are paid; Google’s API is 30% of Google’s \
             tokens. The rest is the vendors’ own use."),
    Given::of(InputId::load_price, [0.4, 0.1, 0.7])
        .spread(Shape::Normal)
        .beside("facts_2026h2:h100_1y_202603 price_history:h100_rent_2025_10")
        .why("defaults_2026-12:load_price_x", "A year of an H100 cost 1.70 in October 2025, when there was room, and 2.35 in March 2026, \
             when there was none: 28% less. How much stood idle nobody says; at two thirds that is 0.4."),
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
    Given::of(InputId::speed_paid, [1.0, 0.3, 4.0])
        .spread(Shape::Lognormal)
        .beside("price_history:anth_fast")
        .why("defaults_2026-12:speed_paid_pct", "No seller says. With it speeds above that at which prices are as stated bring about what they cost."),
    Given::of(InputId::speed_premium, [2.4, 1.96, 2.71])
        .read(&IX_V2, Grade::Derived)
        .sourced()
        .spread(Shape::Triangular)
        .beside("price_history:anth_fast")
        .why("defaults_2026-12:speed_premium_x", "Anthropic’s fast mode asks 6 to 12 times the price for 2.5 times the speed: ln 6 over ln 2.5 is \
             1.96, ln 9 over it 2.40, ln 12 over it 2.71."),
    Given::of(InputId::speed_reference, [32.0, 20.0, 50.0])
        .why("defaults_2026-12:speed_reference_tok_s", "The same as the speed promised: at it prices are as stated."),
];
