//! Rows of autumn 2026: what two labs, analysts and OpenAI's own plan say of revenue now and in 2030, of tokens, seats and
//! prices. All were read second hand.

use super::published::{Case, Form, Published, Scope, paying};
use payenough_engine::Year;
use payenough_engine::indirect::{ADS_OF_A_PRICE, ad_region};
use payenough_model::{Grade, Stream};

const MONTHS: f64 = 12.0;
/// The year that analysts look at.
pub(crate) const FAR_YEAR: i32 = 2030;

impl Case<'_> {
    fn far_year(&self) -> Option<&Year> {
        self.outcome.years.iter().find(|year| year.year == FAR_YEAR)
    }
}

/// What plans, seats and API bring the whole market at the start, in dollars a year, before anybody is short of service.
fn revenue_now(it: &Case<'_>) -> Option<f64> {
    let own = it.inputs;
    let plans = own.users_start.value() * own.pay_now.value() * own.sub_price.value();
    let seats = own.seats.value() * own.seat_price.value();
    let api = own.background.value() * own.api_paid.value() * own.api_price.value();
    Some((plans + seats + api) * MONTHS)
}

/// What ads in chats bring the whole market at the start, in dollars a year: free users × ads × price × sold × region.
fn ads_now(it: &Case<'_>) -> Option<f64> {
    let own = it.inputs;
    let free = own.users_start.value() * (1.0 - own.pay_now.value()) - own.seats.value();
    let of_an_ad = own.ad_cpm.value() / ADS_OF_A_PRICE * own.ad_fill.value() * ad_region(own);
    Some(free * own.ads_now.value() * of_an_ad * MONTHS)
}

/// What ads in chats bring the whole market in 2030.
fn ads_later(it: &Case<'_>) -> Option<f64> {
    let year = it.far_year()?;
    it.whole(year, year.revenue[Stream::Ads as usize].value())
}

/// Revenue of the whole market in 2030.
fn revenue_later(it: &Case<'_>) -> Option<f64> {
    let year = it.far_year()?;
    it.whole(year, year.revenue_total().value())
}

/// The same, were it as much as is needed.
fn revenue_needed(it: &Case<'_>) -> Option<f64> {
    let expected = it.outcome.expected.value();
    let factor = it.outcome.needed?.value() / expected;
    (expected > 0.0).then(|| revenue_later(it).map(|revenue| factor * revenue))?
}

/// Revenue of the second year for each gigawatt of all compute, training included.
fn revenue_of_power(it: &Case<'_>) -> Option<f64> {
    let compute = it.outcome.fleet.peak_power.value() / 1000.0 / it.inputs.inference_share.value();
    (compute > 0.0).then(|| it.next().map(|year| year.revenue_total().value() / compute))?
}

/// Free cash flow of the first year of building, of all builders: revenue less running costs, tax and plant bought.
fn cash_while_building(it: &Case<'_>) -> Option<f64> {
    let year = it.now()?;
    it.whole(year, year.fcf.value())
}

/// The rows.
pub(super) const AUTUMN: [Published; 14] = [
    Published {
        scope: Scope::Market,
        label: "Revenue of the market now, a year: plans, seats and API",
        form: Form::Usd,
        value: 1.15e11,
        who: "OpenAI (September 2026, after what clouds keep) and Anthropic (July, before), annualised, second hand",
        facts: &[("facts_2026h2:two_labs_annualised_revenue_openai_sep_n", 1e9)],
        grade: Grade::Derived,
        modelled: revenue_now,
        why_start: "",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Revenue of the market in 2030",
        form: Form::Usd,
        value: 5.15e11,
        who: "HSBC, November 2025: 129 from consumers, 386 from firms, second hand",
        facts: &[("facts_2026h2:hsbc_2030", 1e9)],
        grade: Grade::Estimate,
        modelled: revenue_later,
        why_start: "Here tokens are sold ever cheaper, and their growth fades by half every year and a half or two.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "The same, of OpenAI alone",
        form: Form::Usd,
        value: 3.5e11,
        who: "OpenAI's own plan, September 2026, second hand",
        facts: &[("facts_2026h2:openai_plan_2030_sep26", 1e9)],
        grade: Grade::Secondary,
        modelled: revenue_later,
        why_start: "OpenAI is one seller of several; Anthropic's revenue passed its own in 2026.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "The same, with all that AI sells",
        form: Form::Usd,
        value: 9.75e11,
        who: "Citi, October 2025, second hand",
        facts: &[("facts_2026h2:citi_2030", 1e9)],
        grade: Grade::Estimate,
        modelled: revenue_later,
        why_start: "Citi counts what firms sell with AI inside; here are assistants, seats, tokens and their ads alone.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Revenue needed of the market in 2030, over that of two labs today",
        form: Form::Usd,
        value: 1.15e11,
        who: "OpenAI (September 2026) and Anthropic (July), annualised, second hand",
        facts: &[
            ("facts_2026h2:openai_annualised_revenue_net_of_cloud_p", 1e9),
            ("facts_2026h2:anthropic_run_rate_revenue_gross_of_clou", 1e9),
        ],
        grade: Grade::Derived,
        modelled: revenue_needed,
        why_start: "No disagreement: it is the multiple of today's revenue that the build-out needs by then.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Tokens asked for a month in 2030",
        form: Form::Count,
        value: 1.2e17,
        who: "Goldman Sachs, May 2026: 24 times those of 2026, second hand",
        facts: &[("facts_2026h2:gs_tokens_2030", 1.0)],
        grade: Grade::Estimate,
        modelled: |it| it.far_year().and_then(|year| it.whole(year, year.demand.value() / MONTHS)),
        why_start: "The figures of November 2026 start from fewer tokens, and their growth fades faster.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Every,
        label: "Revenue of the second year for a gigawatt of all compute",
        form: Form::Usd,
        value: 1.05e10,
        who: "OpenAI, 2023 to 2025: 20 billion on 1.9 gigawatts in the end, second hand",
        facts: &[("facts_2026h2:openai_gw_arr", 1e9)],
        grade: Grade::Derived,
        modelled: revenue_of_power,
        why_start: "OpenAI rents what it needs and fills it; a plan of several platforms is built ahead of use.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Free cash flow of the builders while they build, a year",
        form: Form::Usd,
        value: -5.1588e10,
        who: "Alphabet and Meta (second quarter of 2026, times four), Amazon and Oracle (a year), second hand",
        facts: &[
            ("facts_2026h2:alphabet_q2_2026_free_cash_flow", 4e9),
            ("facts_2026h2:meta_q2_2026_free_cash_flow", 4e9),
            ("facts_2026h2:amazon_trailing_twelve_month_free_cash_f", 1e9),
            ("facts_2026h2:oracle_fy26_free_cash_flow", 1e9),
        ],
        grade: Grade::Derived,
        modelled: cash_while_building,
        why_start: "The firms' figures hold the cash of all else that they sell, which pays for the plant; here AI stands alone.",
        why_article: "One firm's plan, without the cash of all else that it sells.",
    },
    Published {
        scope: Scope::Market,
        label: "Weekly users now",
        form: Form::Count,
        value: 1.2e9,
        who: "ChatGPT alone, September 2026, second hand",
        facts: &[("facts_2026h2:chatgpt_weekly_users_over", 1.0)],
        grade: Grade::Secondary,
        modelled: |it| Some(it.inputs.users_start.value()),
        why_start: "Here are the users of all assistants.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Business seats now",
        form: Form::Count,
        value: 3e7,
        who: "Microsoft 365 Copilot alone, July 2026, second hand",
        facts: &[("facts_2026h2:microsoft_365_copilot_paid_seats_over", 1.0)],
        grade: Grade::Primary,
        modelled: |it| Some(it.inputs.seats.value()),
        why_start: "Here are the seats of all sellers.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Every,
        label: "Paying share of weekly users, later in the year",
        form: Form::Share,
        value: 0.05,
        who: "ChatGPT, July 2026, second hand",
        facts: &[("facts_2026h2:chatgpt_conv_202607", 1.0)],
        grade: Grade::Derived,
        modelled: paying,
        why_start: "",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Price of a million tokens in agent use",
        form: Form::Usd,
        value: 0.99,
        who: "Anthropic's dearest family, May 2026, as SemiAnalysis has it, second hand",
        facts: &[("facts_2026h2:sa_opus_blend", 1.0)],
        grade: Grade::Secondary,
        modelled: |it| Some(it.inputs.api_price.value() * 1e6),
        why_start: "",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Ads in chats now, a year",
        form: Form::Usd,
        value: 1e9,
        who: "ChatGPT, August 2026, annualised, second hand",
        facts: &[("facts_2026h2:openai_ads_202608", 1e9)],
        grade: Grade::Secondary,
        modelled: ads_now,
        why_start: "The figures of November 2026 are of the spring, when ads in chats had just begun.",
        why_article: ASSISTANT,
    },
    Published {
        scope: Scope::Market,
        label: "Ads in chats in 2030",
        form: Form::Usd,
        value: 2.4e10,
        who: "HSBC, November 2025: 2% of digital ads, second hand",
        facts: &[("willingness_to_pay:hsbc_ads_2030", 1e9)],
        grade: Grade::Estimate,
        modelled: ads_later,
        why_start: "Sources are far apart: OpenAI's own plan has 100 billion.",
        why_article: ASSISTANT,
    },
];

const ASSISTANT: &str =
    "Meta's free assistant of early 2025 against a market of paid ones in 2026 and after.";
