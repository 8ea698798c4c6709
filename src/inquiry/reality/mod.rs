//! Held against what is published: one row per figure, what this scenario gives for it, and why they part where they do.

mod published;
mod sides;

pub use published::{Case, Form, PUBLISHED, Published};
pub use sides::{conversion, sides};

use crate::engine::Outcome;
use crate::engine::finance::Finance;
use crate::inquiry::working::{Ask, Number};
use crate::model::{Grade, Inputs};
use crate::units::Tokens;
use crate::units::print::{count, percent};

const MONTHS: f64 = 12.0;
/// Beyond this, or under one over it, a ratio is marked.
pub const FAR: f64 = 2.0;
/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
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
    /// The reader's own.
    Own,
}

/// Every row for a scenario.
#[must_use]
pub fn checks(known: Known, inputs: &Inputs, outcome: &Outcome) -> Vec<Check> {
    let finance = Finance::of(inputs);
    let case = Case { inputs, outcome, finance: &finance };
    let check = |row: &Published| {
        let modelled = (row.modelled)(&case);
        let ratio = modelled.map(|it| it / row.value);
        let is_far = ratio.is_some_and(|it| !(1.0 / FAR..=FAR).contains(&it));
        let why = match known {
            Known::Start if is_far => row.why_start,
            Known::Article if is_far => row.why_article,
            _ => "",
        };
        Check {
            label: row.label,
            form: row.form,
            published: row.value,
            who: row.who,
            grade: row.grade,
            modelled,
            ratio,
            is_far,
            why,
        }
    };
    PUBLISHED.iter().map(check).collect()
}

/// What the fleet could serve, what is asked of it, and when they meet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filling {
    /// Tokens a month asked of the programme in the first year.
    pub asked: Tokens,
    /// Tokens a month that the fleet could serve in its first whole year.
    pub could: Tokens,
    /// The calendar year of that.
    pub year: i32,
    /// First year in which as much is asked as the fleet could serve then, and what it still can in that year.
    pub full: Option<(i32, Tokens)>,
    /// Tokens a month that this programme's people ask for in chats, of all in the first year.
    pub chat_share: f64,
}

impl Filling {
    /// For an answer; absent without a fleet.
    #[must_use]
    pub fn of(inputs: &Inputs, outcome: &Outcome) -> Option<Self> {
        let best = outcome.years.iter().reduce(|most, next| {
            // the first year with its whole fleet in service
            if next.accelerators > most.accelerators { next } else { most }
        })?;
        if best.capacity <= Tokens::ZERO {
            return None;
        }
        let first = outcome.years.first()?;
        let agents = inputs.background.value() * MONTHS * inputs.programme_share.value();
        let chat_share = (1.0 - agents / first.demand.value()).max(0.0);
        Some(Self {
            asked: first.demand / MONTHS,
            could: best.capacity / MONTHS,
            year: best.year,
            full: outcome
                .years
                .iter()
                .find(|year| year.demand >= best.capacity)
                .map(|it| (it.year, it.capacity / MONTHS)),
            chat_share,
        })
    }

    /// By how much use must grow to fill the fleet.
    #[must_use]
    pub fn growth(&self) -> f64 {
        self.could.value() / self.asked.value()
    }

    /// In words.
    #[must_use]
    pub fn sentence(&self) -> String {
        let told = |kind: Ask, words: &str| Number::answer(kind, 0).told(words);
        let when = match self.full {
            Some((year, left)) => format!(
                "On these assumptions use is there in {year}, when the fleet can serve {} of it.",
                told(Ask::FillLeft, &percent(left.share_of(self.could).value()))
            ),
            None => "On these assumptions use is not there in any year looked at.".to_owned(),
        };
        let chats = if self.chat_share > 0.0 {
            format!(
                ", by people's chats alone {}",
                told(Ask::GrowthByChats, &count(self.growth() / self.chat_share))
            )
        } else {
            String::new()
        };
        format!(
            "In {} the fleet could serve {} tokens a month; {} are asked of it in the first year, {} of them by people's \
             chats. To fill it use has to grow {} times{chats}. {when}",
            self.year,
            told(Ask::FillCould, &count(self.could.value())),
            told(Ask::FillAsked, &count(self.asked.value())),
            told(Ask::ChatShare, &percent(self.chat_share)),
            told(Ask::Growth, &count(self.growth())),
        )
    }
}
