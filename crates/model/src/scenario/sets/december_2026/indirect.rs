//! The set of December 2026: what ads bring, and how prices are answered.

use super::origins::{AMZN_IR_202606, GOOG_202606, META_IR_202606, OAI_ADS_RS, OAI_ADS_ST};
use crate::scenario::sets::Given;
use crate::{Figures, Grade, InputId, Shape};

/// In table order.
pub(super) const INDIRECT: [(InputId, Figures); 21] = [
    Given::of(InputId::ads_now, [10.0, 5.0, 20.0])
        .beside("facts_2026h2:openai_ads_202608 facts_2026h2:chatgpt_ads_annualised_revenue")
        .why("defaults_2026-12:ads_now_n", "ChatGPT’s ads alone were at 0.9 to 1.0 billion a year in August 2026. With the price below all free \
             users of all vendors bring that at the start."),
    Given::of(InputId::ads_later, [464.0, 275.0, 1174.0])
        .read(&OAI_ADS_ST, Grade::Estimate)
        .sourced()
        .beside("willingness_to_pay:hsbc_ads_2030 willingness_to_pay:oai_ad_2030 willingness_to_pay:oai_ad_2026 facts_2026h2:openai_ads_202608")
        .why("defaults_2026-12:ads_later_n", "HSBC sees 24 billion of ads in all assistants in 2030, OpenAI’s plan has 100 of its own. Low and \
             high bring these to all free users in that year. The middle brings 40: ChatGPT’s ads of August \
             2026 ran at two fifths of what the plan has for 2026."),
    Given::of(InputId::ads_late, [100.0, 100.0, 100.0])
        .beside("willingness_to_pay:oai_ad_2026 willingness_to_pay:oai_ad_2027 willingness_to_pay:oai_ad_2028 willingness_to_pay:oai_ad_2029 willingness_to_pay:oai_ad_2030")
        .why("defaults_2026-12:ads_late_pct", "OpenAI’s plan of 2.5, 11, 25, 53 and 100 billion for 2026 to 2030 rises with about the square of \
             time."),
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
    Given::of(InputId::ad_uplift_on, [1.0; 3])
        .why("defaults_2026-12:ad_uplift", "The firms judged have ad businesses, and train and run models for them on the same plant."),
    Given::of(InputId::ad_base, [2.37e11, 2.3e11, 2.45e11])
        .read(&META_IR_202606, Grade::Derived)
        .second_hand()
        .beside("facts_2026h2:meta_q2_2026_advertising_revenue")
        .why("defaults_2026-12:ad_base_usd", "Meta: four times its ad revenue of the second quarter of 2026, $59.4 billion."),
    Given::of(InputId::google_uplift_on, [1.0; 3])
        .why("defaults_2026-12:google_uplift", "As for Meta’s."),
    Given::of(InputId::google_base, [2.53e11, 2.45e11, 2.61e11])
        .read(&GOOG_202606, Grade::Derived)
        .second_hand()
        .spread(Shape::Triangular)
        .beside("facts_2026h2:google_search_advertising_q2_2026")
        .why("defaults_2026-12:google_base_usd", "Four times the search ads of the second quarter of 2026, $63.3 billion."),
    Given::of(InputId::amazon_uplift_on, [1.0; 3])
        .why("defaults_2026-12:amazon_uplift", "As for Meta’s."),
    Given::of(InputId::amazon_base, [7.92e10, 7.7e10, 8.2e10])
        .read(&AMZN_IR_202606, Grade::Derived)
        .second_hand()
        .spread(Shape::Triangular)
        .beside("facts_2026h2:amazon_advertising_q2_2026")
        .why("defaults_2026-12:amazon_base_usd", "Four times the ads of the second quarter of 2026, $19.8 billion."),
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
