//! Held against what is published: one row per figure, what this scenario gives for it, and why they part where they do.

mod published;
mod rows;
mod sides;

pub use published::{COMPUTE_RUNNING, Case, Form, Published, Scope};
pub use rows::PUBLISHED;
pub use sides::{conversion, sides};

use crate::working::{Ask, Number};
use payenough_engine::Outcome;
use payenough_model::{CapexBasis, Grade, Inputs};
use payenough_quantities::Tokens;
use payenough_quantities::print::{count, percent, quantise};

const MONTHS: f64 = 12.0;
/// Beyond this, or under one over it, a ratio is marked.
pub const FAR: f64 = 2.0;
/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Place of its row in [`PUBLISHED`].
    pub row: usize,
    /// What is counted.
    pub label: &'static str,
    /// How it is printed.
    pub form: Form,
    /// The published figure.
    pub published: f64,
    /// Whose it is, and of when.
    pub who: &'static str,
    /// How good it is.
    pub grade: Grade,
    /// Is it of this scenario's size? Sums over a whole market are not, where the scenario is one firm's.
    pub is_own: bool,
    /// This scenario's.
    pub modelled: Option<f64>,
    /// Modelled over published.
    pub ratio: Option<f64>,
    /// Do they part by more than 2 times?
    pub is_far: bool,
    /// Why, for the scenarios that we publish.
    pub why: &'static str,
}

/// A scenario that we hold against the published figures ourselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The starting point.
    Start,
    /// The article's scenario.
    Article,
    /// The lab's.
    Lab,
    /// The reader's own.
    Own,
}

/// The rows for a scenario of a market, of one lab or of Meta: its own and those that hold for everybody, then the market's.
#[must_use]
pub fn checks(known: Known, actor: Scope, inputs: &Inputs, outcome: &Outcome) -> Vec<Check> {
    let case = Case { inputs, outcome };
    let check = |(at, row): (usize, &Published)| {
        let modelled = (row.modelled)(&case);
        let ratio = modelled.map(|it| it / row.value);
        let is_far = ratio.is_some_and(|it| !(1.0 / FAR..=FAR).contains(&it));
        let why = match known {
            Known::Start if is_far => row.why_start,
            Known::Article if is_far => row.why_article,
            Known::Lab if is_far && row.scope != Scope::Market => row.why_start,
            _ => "",
        };
        Check {
            row: at,
            label: row.label,
            form: row.form,
            published: row.value,
            who: row.who,
            grade: row.grade,
            is_own: row.scope == actor || row.scope == Scope::Every,
            modelled,
            ratio,
            is_far,
            why,
        }
    };
    let shown = |scope: Scope| matches!(scope, Scope::Every | Scope::Market) || scope == actor;
    let mut all: Vec<Check> =
        PUBLISHED.iter().enumerate().filter(|(_, row)| shown(row.scope)).map(check).collect();
    all.sort_by_key(|it| !it.is_own);
    all
}

/// ChatGPT's messages of a day.
pub(super) const MESSAGES_A_DAY: f64 = 2.6e9;
/// Tokens of one: prompt and answer.
pub(super) const CHAT_TOKENS: [f64; 2] = [1155.0, 211.0];
pub(super) const TOKENS_A_MESSAGE: f64 = CHAT_TOKENS[0] + CHAT_TOKENS[1];

/// ChatGPT's published use, tokens a month: messages of a day × tokens of one, on 365/12 days.
///
/// Source: `users_revenue:msgs_day`, July 2025; `users_revenue:az_conv_in` and `az_conv_out`, plain chats without reasoning.
pub const CHATS_PUBLISHED: Tokens = Tokens::of(MESSAGES_A_DAY * TOKENS_A_MESSAGE * 365.0 / MONTHS);

/// What the fleet could serve, what is asked of it, and when they meet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filling {
    /// Tokens a month asked of the programme in the first year.
    pub asked: Tokens,
    /// Tokens a month that the fleet could serve in its first whole year.
    pub could: Tokens,
    /// The same, did accelerators do what they do in benchmarks.
    pub at_benchmark: Tokens,
    /// The calendar year of that.
    pub year: i32,
    /// First year in which as much is asked as the fleet could serve then, and what it still can in that year.
    pub full: Option<(i32, Tokens)>,
    /// Tokens a month that this programme's people ask for in chats, of all in the first year.
    pub chat_share: f64,
    /// Is the fleet bought as it is needed? Then it is as large as use by construction.
    pub is_sized: bool,
}

impl Filling {
    /// For an answer; absent without a fleet, or where nothing is asked.
    #[must_use]
    pub fn of(inputs: &Inputs, outcome: &Outcome) -> Option<Self> {
        let best = outcome.years.iter().reduce(|most, next| {
            // the first year with its whole fleet in service
            if next.accelerators > most.accelerators { next } else { most }
        })?;
        let first = outcome.years.first()?;
        if best.capacity <= Tokens::ZERO || first.demand <= Tokens::ZERO {
            return None;
        }
        let agents = inputs.background.value() * MONTHS * inputs.programme_share.value();
        let chat_share = (1.0 - agents / first.demand.value()).max(0.0);
        let could = best.capacity / MONTHS;
        Some(Self {
            asked: first.demand / MONTHS,
            could,
            at_benchmark: could / inputs.realised.value(),
            year: best.year,
            full: outcome
                .years
                .iter()
                .find(|year| year.demand >= best.capacity)
                .map(|it| (it.year, it.capacity / MONTHS)),
            chat_share,
            is_sized: inputs.capex_basis == CapexBasis::Sized,
        })
    }

    /// By how much use must grow to fill the fleet.
    #[must_use]
    pub fn growth(&self) -> f64 {
        self.could.value() / self.asked.value()
    }

    /// In words: the fleet against what is asked of it, then against what chats alone were published to ask for.
    #[must_use]
    pub fn sentences(&self) -> [String; 2] {
        let told = |kind: Ask, words: &str| Number::answer(kind, 0).told(words);
        let times = |it: f64| count(quantise(it, 2));
        let growth = told(Ask::Growth, &times(self.growth()));
        let chats = if self.chat_share > 0.0 {
            let by_chats = times(self.growth() / self.chat_share);
            format!(", by people's chats alone {}", told(Ask::GrowthByChats, &by_chats))
        } else {
            String::new()
        };
        let grow = if self.is_sized {
            format!("The fleet is bought as it is needed, so use grows {growth} times by then.")
        } else {
            format!("To fill it use has to grow {growth} times{chats}. {}", self.when())
        };
        let asked = format!(
            "In {} the fleet could serve {} tokens a month; {} are asked of it in the first year, {} of them by people's \
             chats. {grow}",
            self.year,
            told(Ask::FillCould, &count(self.could.value())),
            told(Ask::FillAsked, &count(self.asked.value())),
            told(Ask::ChatShare, &percent(self.chat_share)),
        );
        let of_chats = |line: usize, tokens: Tokens| {
            let words = times(tokens.share_of(CHATS_PUBLISHED).value());
            Number::answer(Ask::OverChats, line).told(&words)
        };
        let published = format!(
            "For scale: ChatGPT's {} messages a day of mid-2025, {} tokens each, are {} tokens a month. This fleet could serve {} \
             times as many; {} times, if accelerators did what they do in benchmarks. What can fill it is agents, reasoning, \
             memory and video.",
            told(Ask::ChatMessages, &count(MESSAGES_A_DAY)),
            told(Ask::MessageLength, &count(TOKENS_A_MESSAGE)),
            told(Ask::ChatTokens, &count(CHATS_PUBLISHED.value())),
            of_chats(0, self.could),
            of_chats(1, self.at_benchmark),
        );
        [asked, published]
    }

    /// The year in which use gets there, and what the fleet can do by then.
    fn when(&self) -> String {
        match self.full {
            Some((year, left)) if left >= self.could => {
                format!("On these assumptions use gets there in {year}.")
            }
            Some((year, left)) => format!(
                "On these assumptions use gets there in {year}, when what is in service can serve {} of it.",
                Number::answer(Ask::FillLeft, 0)
                    .told(&percent(quantise(left.share_of(self.could).value(), 2)))
            ),
            None => "On these assumptions use gets there in no year looked at.".to_owned(),
        }
    }
}
