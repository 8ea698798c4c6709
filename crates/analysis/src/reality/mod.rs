//! The scenario compared with published figures: one row per figure, with the scenario's own figure and the reasons for
//! large differences.

mod autumn;
mod published;
mod rows;
mod sides;

pub(crate) use autumn::FAR_YEAR;
pub(crate) use published::per_user_month;
pub use published::{Case, Form, Published, Scope, lines_of_compute};
pub use sides::{conversion, sides};

use crate::working::{Ask, Number};
use payenough_engine::Outcome;
use payenough_model::{CapexBasis, Grade, Inputs};
use payenough_quantities::Tokens;
use payenough_quantities::print::{count, percent, quantise};

/// All published figures: those of the first dated set's time, then those of autumn 2026.
pub const PUBLISHED: [Published; rows::ROWS.len() + autumn::AUTUMN.len()] = {
    let mut all = [rows::ROWS[0]; rows::ROWS.len() + autumn::AUTUMN.len()];
    let mut at = 0;
    while at < all.len() {
        let later = at >= rows::ROWS.len();
        all[at] = if later { autumn::AUTUMN[at - rows::ROWS.len()] } else { rows::ROWS[at] };
        at += 1;
    }
    all
};

/// Place in [`PUBLISHED`] of the first row of autumn 2026.
pub const OF_AUTUMN: usize = rows::ROWS.len();

const MONTHS: f64 = 12.0;
/// A ratio above this, or below its inverse, is marked.
pub const FAR: f64 = 2.0;
/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Index of its row in [`PUBLISHED`].
    pub row: usize,
    /// What the figure counts.
    pub label: &'static str,
    /// How the figure is printed.
    pub form: Form,
    /// The published figure.
    pub published: f64,
    /// Whose figure it is, and its date.
    pub who: &'static str,
    /// Grade of the source.
    pub grade: Grade,
    /// Whether the figure is comparable in size with this scenario. A total for the whole market is not if the scenario
    /// is one firm.
    pub is_own: bool,
    /// The scenario's own figure.
    pub modelled: Option<f64>,
    /// Modelled figure over published figure.
    pub ratio: Option<f64>,
    /// Whether the two differ by more than a factor of 2.
    pub is_far: bool,
    /// The reason for the difference, if the scenario is one that we publish.
    pub why: &'static str,
}

/// Whether the scenario is one that we compare with the published figures ourselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The starting point.
    Start,
    /// The article's scenario.
    Article,
    /// The preset of the lab.
    Lab,
    /// A scenario of the reader.
    Own,
}

/// The rows for a scenario of a market, of one lab or of Meta: first its own figures and those that apply to everybody,
/// then those of the market.
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

/// ChatGPT's messages per day.
pub(super) const MESSAGES_A_DAY: f64 = 2.6e9;
/// Tokens per message: prompt and answer.
pub(super) const CHAT_TOKENS: [f64; 2] = [1155.0, 211.0];
pub(super) const TOKENS_A_MESSAGE: f64 = CHAT_TOKENS[0] + CHAT_TOKENS[1];

/// ChatGPT's published usage in tokens a month: messages per day × tokens per message × 365/12 days.
///
/// Source: `users_revenue:msgs_day`, July 2025; `users_revenue:az_conv_in` and `az_conv_out`, plain chats without
/// reasoning.
pub const CHATS_PUBLISHED: Tokens = Tokens::of(MESSAGES_A_DAY * TOKENS_A_MESSAGE * 365.0 / MONTHS);

/// How much the fleet could serve, how much is asked of it, and when the two meet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filling {
    /// Tokens a month asked of the programme in the first year.
    pub asked: Tokens,
    /// Tokens a month that the fleet could serve in its first complete year.
    pub could: Tokens,
    /// The same capacity if accelerators reached their benchmark throughput.
    pub at_benchmark: Tokens,
    /// The calendar year of this capacity.
    pub year: i32,
    /// The first year in which demand reaches the fleet's capacity, and the capacity that remains in that year.
    pub full: Option<(i32, Tokens)>,
    /// Share of chats by this programme's users in all tokens asked for in the first year.
    pub chat_share: f64,
    /// Whether the fleet is sized to demand, and so matches usage by construction.
    pub is_sized: bool,
}

impl Filling {
    /// The figures for an outcome; `None` without a fleet or without demand.
    #[must_use]
    pub fn of(inputs: &Inputs, outcome: &Outcome) -> Option<Self> {
        let best = outcome.years.iter().reduce(|most, next| {
            // The first year with the whole fleet in service.
            if next.accelerators > most.accelerators { next } else { most }
        })?;
        let first = outcome.years.get(inputs.stated_year())?;
        if best.capacity <= Tokens::ZERO || first.demand <= Tokens::ZERO {
            return None;
        }
        let chat_share = first.demand_of_people.share_of(first.demand).value();
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

    /// The factor by which usage must grow to fill the fleet.
    #[must_use]
    pub fn growth(&self) -> f64 {
        self.could.value() / self.asked.value()
    }

    /// Two sentences: the fleet compared with the demand on it, and with the published usage of chats alone.
    #[must_use]
    pub fn sentences(&self) -> [String; 2] {
        let link = |kind: Ask, words: &str| Number::answer(kind, 0).linked(words);
        let times = |it: f64| count(quantise(it, 2));
        let growth = link(Ask::Growth, &times(self.growth()));
        let chats = if self.chat_share > 0.0 {
            let by_chats = times(self.growth() / self.chat_share);
            format!(", by people's chats alone {}", link(Ask::GrowthByChats, &by_chats))
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
            link(Ask::FillCould, &count(self.could.value())),
            link(Ask::FillAsked, &count(self.asked.value())),
            link(Ask::ChatShare, &percent(self.chat_share)),
        );
        let of_chats = |line: usize, tokens: Tokens| {
            let words = times(tokens.share_of(CHATS_PUBLISHED).value());
            Number::answer(Ask::OverChats, line).linked(&words)
        };
        let published = format!(
            "For scale: ChatGPT's {} messages a day of mid-2025, {} tokens each, are {} tokens a month. This fleet could serve {} \
             times as many; {} times, if accelerators did what they do in benchmarks. What can fill it is agents, reasoning, \
             memory and video.",
            link(Ask::ChatMessages, &count(MESSAGES_A_DAY)),
            link(Ask::MessageLength, &count(TOKENS_A_MESSAGE)),
            link(Ask::ChatTokens, &count(CHATS_PUBLISHED.value())),
            of_chats(0, self.could),
            of_chats(1, self.at_benchmark),
        );
        [asked, published]
    }

    /// The year in which usage fills the fleet, and the fleet's capacity by then.
    fn when(&self) -> String {
        match self.full {
            Some((year, left)) if left >= self.could => {
                format!("On these assumptions use gets there in {year}.")
            }
            Some((year, left)) => format!(
                "On these assumptions use gets there in {year}, when what is in service can serve {} of it.",
                Number::answer(Ask::FillLeft, 0)
                    .linked(&percent(quantise(left.share_of(self.could).value(), 2)))
            ),
            None => "On these assumptions use gets there in no year looked at.".to_owned(),
        }
    }
}
