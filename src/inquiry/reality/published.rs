//! The published figures, and how this calculator comes to its own.

use crate::engine::unit_cost::UnitCost;
use crate::engine::{CAPEX_LINES, Outcome, Year};
use crate::model::{CostLine, Grade, Inputs, Part, Stream};
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

/// Which scenarios a figure can be held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Per user, per gigawatt, per hour, per message, or a share: every scenario.
    Every,
    /// A sum over all who serve these users: scenarios of the market.
    Market,
    /// One lab's: scenarios of its size.
    Lab,
    /// Meta's: scenarios of its plan.
    Meta,
}

/// A published figure, and how this calculator comes to its own.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// What it can be held against.
    pub scope: Scope,
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
    /// Why the starting point, or for a lab's figure the lab's preset, parts from it; empty where it does not by more than 2 times.
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
}

impl Case<'_> {
    /// All of a quantity of the first year that the programme's share is part of.
    fn whole(&self, part: f64) -> Option<f64> {
        let share = self.inputs.programme_share.value();
        (share > 0.0).then(|| part / share)
    }

    /// What is left of a dollar of cash after compute with its plant, in present values.
    ///
    /// `1 − (plant − what is left of it + energy + sites + failed parts + rent + night credit)/cash`
    fn after_compute(&self) -> Option<f64> {
        const RUNNING: [CostLine; 6] = [
            CostLine::Energy,
            CostLine::Site,
            CostLine::Replacement,
            CostLine::NightCredit,
            CostLine::Rent,
            CostLine::Residual,
        ];
        let cash: f64 = Stream::ALL
            .into_iter()
            .filter(|it| it.is_cash())
            .map(|it| self.outcome.revenue_pv[it as usize].value())
            .sum();
        let lines = CAPEX_LINES.into_iter().chain(RUNNING);
        let compute: f64 = lines.map(|line| self.outcome.cost_pv[line as usize].value()).sum();
        (cash > 0.0).then(|| 1.0 - compute / cash)
    }

    /// What plans and ads bring per weekly user, $ a month of the second year.
    fn direct(&self) -> Option<f64> {
        let year = self.year(1)?;
        let paid = year.revenue[Stream::Subscriptions as usize] + year.revenue[Stream::Ads as usize];
        let months = year.user_months.value();
        (months > 0.0).then(|| paid.value() / months)
    }

    fn year(&self, at: usize) -> Option<&Year> {
        self.outcome.years.get(at)
    }
}

/// The rows.
pub const PUBLISHED: [Published; 17] = [
    Published {
        scope: Scope::Market,
        label: "Tokens asked for a month, all builders of these users",
        form: Form::Count,
        value: 3.2e15,
        who: "Google alone, all its products, May 2026",
        facts: &[("users_revenue:google_tokens_month_202605", 1.0)],
        grade: Grade::Secondary,
        modelled: tokens_of_all,
        why_start: "Here are all vendors' agents, APIs and chats, half a year later.",
        why_article: "Meta's assistant in early 2025 was far smaller than Google in 2026.",
    },
    Published {
        scope: Scope::Market,
        label: "The same, a year earlier",
        form: Form::Count,
        value: 4.8e14,
        who: "Google alone, May 2025 (9.7 trillion in May 2024)",
        facts: &[("users_revenue:google_tokens_month_202505", 1.0)],
        grade: Grade::Secondary,
        modelled: tokens_of_all,
        why_start: "Google's own volume rose 6.7 times in the year after.",
        why_article: "Google counts search, mail and its API; Meta AI answers inside other apps.",
    },
    Published {
        scope: Scope::Market,
        label: "Tokens sold by API a month",
        form: Form::Count,
        value: 1.4892e15,
        who: "Google (19bn a minute, May 2026) and OpenAI (15bn a minute, 2026)",
        facts: &[
            ("users_revenue:google_api_tokens_202605", 43800.0),
            ("users_revenue:openai_api_tokens_min", 43800.0),
        ],
        grade: Grade::Secondary,
        modelled: tokens_sold,
        why_start: "Two sellers, some months earlier; Anthropic, Microsoft, Amazon and others publish no volume.",
        why_article: "Meta sold no tokens.",
    },
    Published {
        scope: Scope::Market,
        label: "Revenue a year, all builders of these users",
        form: Form::Usd,
        value: 7.5e10,
        who: "OpenAI (February 2026) and Anthropic (June 2026), annualised",
        facts: &[("users_revenue:openai_arr_2026", 1e9), ("users_revenue:anth_arr_202606", 1e9)],
        grade: Grade::Secondary,
        modelled: revenue_of_all,
        why_start: "",
        why_article: "Here revenue is the uplift of Meta's own ads and a few ads in chats.",
    },
    Published {
        scope: Scope::Lab,
        label: "Tokens asked for a month",
        form: Form::Count,
        value: 2.6e14,
        who: "OpenAI, ChatGPT and API, October 2025, an analyst's comparison",
        facts: &[("users_revenue:openai_tokens_month_2025", 1.0)],
        grade: Grade::Estimate,
        modelled: tokens_of_all,
        why_start: "More than a year later, and here a message holds its history, memories and the steps of agents.",
        why_article: "",
    },
    Published {
        scope: Scope::Lab,
        label: "Tokens sold by API a month",
        form: Form::Count,
        value: 6.57e14,
        who: "OpenAI, 15bn a minute, 2026",
        facts: &[("users_revenue:openai_api_tokens_min", 43800.0)],
        grade: Grade::Secondary,
        modelled: tokens_sold,
        why_start: "",
        why_article: "",
    },
    Published {
        scope: Scope::Lab,
        label: "Revenue a year",
        form: Form::Usd,
        value: 2.5e10,
        who: "OpenAI, February 2026, annualised",
        facts: &[("users_revenue:openai_arr_2026", 1e9)],
        grade: Grade::Secondary,
        modelled: revenue_of_all,
        why_start: "",
        why_article: "",
    },
    Published {
        scope: Scope::Meta,
        label: "Plans and ads in chats per user a month",
        form: Form::Usd,
        value: 0.1,
        who: "Meta AI, per monthly user, early 2026",
        facts: &[("users_revenue:metaai_rev_mau", 1.0)],
        grade: Grade::Secondary,
        modelled: |it| it.direct(),
        why_start: "",
        why_article: "",
    },
    Published {
        scope: Scope::Every,
        label: "Paying share of weekly users",
        form: Form::Share,
        value: 0.056,
        who: "ChatGPT, February 2026",
        facts: &[("users_revenue:chatgpt_conv", 1.0)],
        grade: Grade::Derived,
        modelled: paying,
        why_start: "",
        why_article: FREE,
    },
    Published {
        scope: Scope::Every,
        label: "Paying share of households",
        form: Form::Share,
        value: 0.025,
        who: "US customers of Bank of America (3%) and PNC (2%), mean, 2026",
        facts: &[("willingness_to_pay:bofa_hh", 0.5), ("willingness_to_pay:pnc_hh", 0.5)],
        grade: Grade::Secondary,
        modelled: paying,
        why_start: "",
        why_article: FREE,
    },
    Published {
        scope: Scope::Every,
        label: "Plans and ads per weekly user a year",
        form: Form::Usd,
        value: 16.5,
        who: "OpenAI, 2026: 27.5 dollars in all, 60% of it from consumers",
        facts: &[("users_revenue:openai_arpu_global", 0.6)],
        grade: Grade::Derived,
        modelled: |it| it.direct().map(|a_month| MONTHS * a_month),
        why_start: "",
        why_article: FREE,
    },
    Published {
        scope: Scope::Every,
        label: "Margin after compute, its plant included",
        form: Form::Share,
        value: 0.35,
        who: "A lab like OpenAI, 2026, as one economist models it: 13 of 20 billion dollars go into inference",
        facts: &[("users_revenue:openai_inf_model", 0.05)],
        grade: Grade::Estimate,
        modelled: |it| it.after_compute(),
        why_start: "",
        why_article: ALONE,
    },
    Published {
        scope: Scope::Every,
        label: "The same, had all tokens been sold at list price",
        form: Form::Share,
        value: 0.845,
        who: "DeepSeek's day of 27 February 2025: 545% over the rent of its accelerators",
        facts: &[("serving_measurements:ds_margin", 0.155_038_759_689_922_5)],
        grade: Grade::Primary,
        modelled: |it| it.after_compute(),
        why_start: "DeepSeek calls its figure theoretical: much of its use was free, and idle nodes counted as training. Here a fleet is \
                    built ahead of use, and most use is free.",
        why_article: ALONE,
    },
    Published {
        scope: Scope::Every,
        label: "Site and plant for a gigawatt",
        form: Form::Usd,
        value: 3.8e10,
        who: "Epoch AI, May 2026",
        facts: &[("infrastructure:epoch_capex_gw", 1e9)],
        grade: Grade::Estimate,
        modelled: |it| {
            let fleet = &it.outcome.fleet;
            let (power, price) = (fleet.peak_power.value(), fleet.all_in_price.value());
            let bought = price * fleet.peak_accelerators.value();
            (power > 0.0 && bought > 0.0).then(|| bought / power * 1000.0)
        },
        why_start: "",
        why_article: "",
    },
    Published {
        scope: Scope::Every,
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
        scope: Scope::Every,
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
        scope: Scope::Every,
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

const FREE: &str = "Meta's assistant was free, and a plan only an idea.";
const ALONE: &str = "Meta's plan by itself: a fleet that only the uplift of its ads pays for.";

fn tokens_of_all(it: &Case<'_>) -> Option<f64> {
    it.whole(it.year(0)?.demand.value() / MONTHS)
}

fn tokens_sold(it: &Case<'_>) -> Option<f64> {
    Some(it.inputs.background.value() * it.inputs.api_paid.value())
}

fn revenue_of_all(it: &Case<'_>) -> Option<f64> {
    it.whole(it.year(0)?.revenue_total().value())
}

fn paying(it: &Case<'_>) -> Option<f64> {
    let year = it.year(0)?;
    (year.active_users.value() > 0.0).then(|| year.subscribers.share_of(year.active_users).value())
}
