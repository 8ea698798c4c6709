//! A lab of ChatGPT's size in 2026. It rents its compute, sells plans, seats and tokens, and makes its own models.

use super::preset::{Change, Preset};
use crate::{Grade, InputId, Source};

const OAI_900: Source = Source {
    id: "oai_900",
    title: "ChatGPT 900M WAU and 50M subscribers",
    publisher: "FindArticles",
    url: "https://www.findarticles.com/chatgpt-hits-900m-weekly-active-users-worldwide/",
    date: "2026-02-27",
};
const AIFA_OAI: Source = Source {
    id: "aifa_oai",
    title: "OpenAI hits $25B revenue",
    publisher: "aiforautomation",
    url: "https://aiforautomation.io/news/2026-03-29-openai-25b-revenue-loses-169-per-dollar",
    date: "2026-03-29",
};
const RENTAL: &Source = InputId::rent.spec().source;
const ONE: &str = "judgements:story_one";

/// The preset.
pub(super) static CHATGPT_LAB: Preset = Preset {
    id: "chatgpt-lab",
    title: "A ChatGPT-size lab",
    date: "2026-11-23",
    who: "Those who think that one lab keeps its users and its price, and need not own what it runs on.",
    whose: "a ChatGPT-size lab's service on rented machines",
    set: "2026-11",
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "It rents what its users need."),
        Change::read(
            InputId::rent,
            1.99,
            "defaults:rental_h100",
            (RENTAL, Grade::Secondary),
            "The low end: a lab rents by contract for years, not on demand.",
        ),
        Change::judged(InputId::build_lag, 0.0, "judgements:story_zero", "Rented at once."),
        Change::read(
            InputId::users_start,
            9e8,
            "users_revenue:chatgpt_wau_202602",
            (&OAI_900, Grade::Secondary),
            "ChatGPT's weekly users in February 2026.",
        ),
        Change::judged(
            InputId::users_ceiling,
            2.5e9,
            "judgements:lab_ceiling",
            "One lab among several: about half of those who use any.",
        ),
        Change::judged(
            InputId::programme_share,
            100.0,
            ONE,
            "It rents all that serves these users, so all of them are its own.",
        ),
        Change::judged(
            InputId::background,
            6.57e14,
            "judgements:lab_tokens",
            "OpenAI's API: 15 billion tokens a minute.",
        ),
        Change::read(
            InputId::pay_now,
            5.6,
            "users_revenue:chatgpt_conv",
            (&OAI_900, Grade::Derived),
            "50 million subscribers of 900 million weekly users.",
        ),
        Change::judged(InputId::pay_later, 10.0, "judgements:lab_pay_later", "As HSBC expects by 2030."),
        Change::read(
            InputId::seats,
            9e6,
            "users_revenue:openai_biz_seats",
            (&AIFA_OAI, Grade::Secondary),
            "Paying business users in March 2026.",
        ),
        Change::judged(
            InputId::api_price,
            0.38,
            "judgements:lab_api_price",
            "What OpenAI gets: $3 billion a year over its API's tokens.",
        ),
        Change::judged(InputId::api_paid, 100.0, ONE, "The tokens counted here are those that are sold."),
        Change::judged(
            InputId::staff,
            15.0,
            "judgements:staff_share",
            "The high end of the range: a lab spends more on people than a platform.",
        ),
        Change::judged(InputId::losses, 1.0, ONE, "It has no other profit to set losses against."),
        Change::judged(InputId::perspective, 1.0, ONE, "A lab: rent in place of plant."),
    ],
};
