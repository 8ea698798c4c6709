//! The published figures, and how this calculator comes to its own.

use crate::engine::finance::Finance;
use crate::engine::unit_cost::UnitCost;
use crate::engine::{Outcome, Year};
use crate::model::{Grade, Inputs, MarginName, Part, Stream};
use crate::units::print::{count, money, percent};

const MONTHS: f64 = 12.0;

/// How a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// How many.
    Count,
    /// A share of 1.
    Share,
    /// Dollars.
    Usd,
}

impl Form {
    /// The figure in words.
    #[must_use]
    pub fn said(self, value: f64) -> String {
        match self {
            Self::Count => count(value),
            Self::Share => percent(value),
            Self::Usd => money(value),
        }
    }
}

/// A published figure, and how this calculator comes to its own.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// What is counted, with its unit.
    pub label: &'static str,
    /// How it is printed.
    pub form: Form,
    /// The figure.
    pub value: f64,
    /// Whose it is, and of when.
    pub who: &'static str,
    /// Rows of `data/` that sum to it: `table:id`, each times the factor.
    pub facts: &'static [(&'static str, f64)],
    /// How good it is.
    pub grade: Grade,
    /// What this scenario gives; absent where it does not exist.
    pub modelled: fn(&Case<'_>) -> Option<f64>,
    /// Why the starting point parts from it; empty where it does not by more than 2 times.
    pub why_start: &'static str,
    /// Why the article's scenario does.
    pub why_article: &'static str,
}

/// What a modelled figure is worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The inputs.
    pub inputs: &'a Inputs,
    /// Their answer.
    pub outcome: &'a Outcome,
    /// The figures beside the answer.
    pub finance: &'a Finance,
}

impl Case<'_> {
    /// All of a quantity of the first year that the programme's share is part of.
    fn whole(&self, part: f64) -> Option<f64> {
        let share = self.inputs.programme_share.value();
        (share > 0.0).then(|| part / share)
    }

    fn year(&self, at: usize) -> Option<&Year> {
        self.outcome.years.get(at)
    }
}

const ASKED_FOR: &str =
    "This counts all vendors' agents and APIs and people's chats together, half a year later.";

/// The rows.
pub const PUBLISHED: [Published; 12] = [
    Published {
        label: "Tokens asked for a month, all builders of these users",
        form: Form::Count,
        value: 3.2e15,
        who: "Google alone, all its products, May 2026",
        facts: &[("users_revenue:google_tokens_month_202605", 1.0)],
        grade: Grade::Secondary,
        modelled: |it| it.whole(it.year(0)?.demand.value() / MONTHS),
        why_start: ASKED_FOR,
        why_article: "Meta in early 2025 was smaller than Google is now: in May 2024 Google had 9.7 trillion tokens, in May 2025 480.",
    },
    Published {
        label: "The same",
        form: Form::Count,
        value: 4.8e14,
        who: "Google alone, May 2025",
        facts: &[("users_revenue:google_tokens_month_202505", 1.0)],
        grade: Grade::Secondary,
        modelled: |it| it.whole(it.year(0)?.demand.value() / MONTHS),
        why_start: "Google's own volume rose 6.7 times in the year after.",
        why_article: "Meta showed its assistant inside other apps; Google counts search, mail and its API.",
    },
    Published {
        label: "Tokens sold by API a month",
        form: Form::Count,
        value: 1.4892e15,
        who: "Google (19bn a minute, May 2026) and OpenAI (15bn a minute, 2026)",
        facts: &[
            ("users_revenue:google_api_tokens_202605", 43800.0),
            ("users_revenue:openai_api_tokens_min", 43800.0),
        ],
        grade: Grade::Secondary,
        modelled: |it| Some(it.inputs.background.value() * it.inputs.api_paid.value()),
        why_start: "Two sellers, some months earlier; Anthropic, Microsoft, Amazon and others publish no volume.",
        why_article: "Meta sold no tokens.",
    },
    Published {
        label: "Paying share of weekly users",
        form: Form::Share,
        value: 0.056,
        who: "ChatGPT, February 2026",
        facts: &[("users_revenue:chatgpt_conv", 1.0)],
        grade: Grade::Derived,
        modelled: paying,
        why_start: "",
        why_article: "Meta's assistant was free, and a plan only an idea.",
    },
    Published {
        label: "Paying share of households",
        form: Form::Share,
        value: 0.025,
        who: "US customers of Bank of America (3%) and PNC (2%), mean, 2026",
        facts: &[("willingness_to_pay:bofa_hh", 0.5), ("willingness_to_pay:pnc_hh", 0.5)],
        grade: Grade::Secondary,
        modelled: paying,
        why_start: "",
        why_article: "Meta's assistant was free, and a plan only an idea.",
    },
    Published {
        label: "Revenue a year, all builders of these users",
        form: Form::Usd,
        value: 7.5e10,
        who: "OpenAI (February 2026) and Anthropic (June 2026), annualised",
        facts: &[("users_revenue:openai_arr_2026", 1e9), ("users_revenue:anth_arr_202606", 1e9)],
        grade: Grade::Secondary,
        modelled: |it| it.whole(it.year(0)?.revenue_total().value()),
        why_start: "",
        why_article: "Here revenue is the uplift of Meta's own ads and a few ads in chats.",
    },
    Published {
        label: "Plans and ads per weekly user a year",
        form: Form::Usd,
        value: 16.5,
        who: "OpenAI, 2026: 27.5 dollars in all, 60% of it from consumers",
        facts: &[("users_revenue:openai_arpu_global", 0.6)],
        grade: Grade::Derived,
        modelled: |it| {
            let year = it.year(1)?;
            let paid = year.revenue[Stream::Subscriptions as usize] + year.revenue[Stream::Ads as usize];
            let users = year.user_months.value() / MONTHS;
            (users > 0.0).then(|| paid.value() / users)
        },
        why_start: "",
        why_article: "Meta AI earned about 0.1 dollars a month per user directly, says Counterpoint for early 2026.",
    },
    Published {
        label: "Margin of serving alone",
        form: Form::Share,
        value: 0.845,
        who: "DeepSeek's day of 27 February 2025, all tokens at list price: 545% over cost",
        facts: &[("serving_measurements:ds_margin", 0.155_038_759_689_922_5)],
        grade: Grade::Primary,
        modelled: |it| it.finance.margins.map(|margins| margins[MarginName::Inference as usize].value()),
        why_start: "",
        why_article: "",
    },
    Published {
        label: "Site and plant for a gigawatt",
        form: Form::Usd,
        value: 3.8e10,
        who: "Epoch AI, May 2026",
        facts: &[("infrastructure:epoch_capex_gw", 1e9)],
        grade: Grade::Estimate,
        modelled: |it| {
            let power = it.outcome.fleet.peak_power.value();
            (power > 0.0).then(|| it.outcome.fleet.capex.value() / power * 1000.0)
        },
        why_start: "",
        why_article: "",
    },
    Published {
        label: "Watts of fleet per weekly user",
        form: Form::Count,
        value: 2.111_111_111_111_111,
        who: "OpenAI: 1.9 GW at the end of 2025 for 900 million weekly users",
        facts: &[("users_revenue:openai_gw_2025", 1.111_111_111_111_111_2)],
        grade: Grade::Derived,
        modelled: |it| {
            let peak = it.outcome.fleet.peak_power.value() * 1e6;
            let users = it.year(1)?.user_months.value() / MONTHS;
            (users > 0.0).then(|| peak / users)
        },
        why_start: "A year's plan of four platforms is built ahead of use, and for agents and APIs more than for chats.",
        why_article: "",
    },
    Published {
        label: "Owner's cost of an accelerator-hour",
        form: Form::Usd,
        value: 2.21,
        who: "SemiAnalysis, GB200, 2026; an H100 1.30",
        facts: &[("defaults:owner_tco", 1.0)],
        grade: Grade::Estimate,
        modelled: |it| {
            let hour = UnitCost::of(it.inputs).hour;
            Some(Part::ALL.iter().map(|&part| hour[part as usize].value()).sum())
        },
        why_start: "",
        why_article: "",
    },
    Published {
        label: "Tokens of a plain message, prompt and answer",
        form: Form::Count,
        value: 1366.0,
        who: "Azure's chat trace, 2023 to 2024",
        facts: &[("defaults:tok_in", 1.0), ("defaults:tok_out", 1.0)],
        grade: Grade::Primary,
        modelled: |it| Some(it.inputs.prompt.value() + it.inputs.answer.value()),
        why_start: "",
        why_article: "",
    },
];

fn paying(it: &Case<'_>) -> Option<f64> {
    let year = it.year(0)?;
    (year.active_users.value() > 0.0).then(|| year.subscribers.share_of(year.active_users).value())
}
