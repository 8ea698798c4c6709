//! Named scenarios. Each lists what it changes from the starting point, why, and where the value comes from.

use super::article::ARTICLE;
use super::build_out::{
    AGENTS, AS_NEEDED, BUILD_OUT, FROM_TODAY, INFERENCE_ONLY, LAB, LANDLORD, LAST_WAVE, META_ALONE, ONE_YEAR,
    THROUGH_2031,
};
use super::chatgpt_lab::CHATGPT_LAB;
use super::deepseek_day::DEEPSEEK_DAY;
use super::meta_2026::META_2026;
use super::stories::{ADS_ONLY, COMMODITY, EVERYWHERE, SUBSCRIPTIONS_ONLY, THREE_YEAR_CHIPS};
use super::vintage::Vintage;
use crate::{Grade, InputId, Source, Values};

/// A named scenario.
///
/// A released preset is never edited, because links name it. An improved one gets a new id, and the old one stays
/// readable.
#[derive(Debug)]
pub struct Preset {
    /// Name in links: `p=article-2025-01`.
    pub id: &'static str,
    /// Name shown to people.
    pub title: &'static str,
    /// The date of the knowledge that it reflects.
    pub date: &'static str,
    /// Who would believe it.
    pub who: &'static str,
    /// Whose build-out it judges, as a noun phrase.
    pub whose: &'static str,
    /// The dated default set that it starts from.
    pub set: &'static str,
    /// The inputs that it changes, in table order.
    pub changes: &'static [Change],
}

/// One changed input of a preset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The input.
    pub id: InputId,
    /// Its value in the unit of the key.
    pub value: f64,
    /// Why, in one line.
    pub why: &'static str,
    /// The row of `data/` that holds the value: `table:id`.
    pub fact: &'static str,
    /// Where the value was read.
    pub source: &'static Source,
    /// Grade of the source.
    pub grade: Grade,
}

impl Change {
    /// A change whose value a source gives. In a browser, reason, fact and source are read from the page.
    pub(super) const fn read(
        id: InputId,
        value: f64,
        fact: &'static str,
        (source, grade): (&'static Source, Grade),
        why: &'static str,
    ) -> Self {
        if cfg!(target_arch = "wasm32") {
            return Self { id, value, why: "", fact: "", source: &Source::OURS, grade };
        }
        Self { id, value, why, fact, source, grade }
    }

    /// A change whose value is our judgement.
    pub(super) const fn judged(id: InputId, value: f64, fact: &'static str, why: &'static str) -> Self {
        Self::read(id, value, fact, (&Source::OURS, Grade::Judgement), why)
    }
}

/// The starting point, which changes nothing. A link to it needs no `p`.
pub static STARTING_POINT: Preset = Preset {
    id: "starting-point",
    title: "Starting point, Nov 2026",
    date: "2026-11-23",
    who: "The four large platforms' build-out of 2026 with the middle of published ranges: nobody's forecast.",
    whose: "the four large platforms' build-out of 2026",
    set: "2026-11",
    changes: &[],
};

/// All presets, in the order in which they are offered.
pub static PRESETS: [&Preset; 21] = [
    &STARTING_POINT,
    &ARTICLE,
    &META_2026,
    &CHATGPT_LAB,
    &DEEPSEEK_DAY,
    &EVERYWHERE,
    &ADS_ONLY,
    &SUBSCRIPTIONS_ONLY,
    &COMMODITY,
    &THREE_YEAR_CHIPS,
    &BUILD_OUT,
    &FROM_TODAY,
    &ONE_YEAR,
    &INFERENCE_ONLY,
    &THROUGH_2031,
    &LAST_WAVE,
    &AGENTS,
    &AS_NEEDED,
    &META_ALONE,
    &LAB,
    &LANDLORD,
];

impl Preset {
    /// The preset with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        PRESETS.into_iter().find(|preset| preset.id == id)
    }

    /// The dated default set that it starts from, unless a link names another.
    #[must_use]
    pub fn vintage(&self) -> &'static Vintage {
        Vintage::find(self.set).unwrap_or_else(Vintage::latest)
    }

    /// The values of a default set with this preset's changes.
    #[must_use]
    pub fn on(&self, start: Values) -> Values {
        self.changes.iter().fold(start, |values, change| values.with(change.id, change.value))
    }

    /// Whether this is the starting point itself.
    #[must_use]
    pub fn is_start(&self) -> bool {
        self.changes.is_empty()
    }
}

impl PartialEq for Preset {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
