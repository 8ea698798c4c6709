//! Dated default sets. A link names the one that it starts from, so a shared result never changes.

use super::sets::DECEMBER_2026;
use crate::{Figures, InputId, Values};

/// A dated default set: a value and a range for every input, with their sources and reasons.
///
/// The first set is the rows of the input table. A later set gives figures of its own for the inputs that it changes, and
/// takes all others from the set before it. To add one, write its figures in a folder of `sets/` and append it to
/// [`VINTAGES`]. A released set is never removed, and its figures never change: `tests/frozen/` holds its values, with one
/// file for each set. A provisional set has no such file. It may still change, and only a link that names it uses it.
pub struct Vintage {
    /// Name in links: `d=2026-11`.
    pub id: &'static str,
    /// Name shown on the page.
    pub label: &'static str,
    /// The first quarter that is calculated.
    pub start: &'static str,
    /// Whose build-out its starting point judges, as a noun phrase.
    pub whose: &'static str,
    /// Whether the figures may still change.
    pub is_provisional: bool,
    /// The set that gives the figures of all other inputs; `None` for the first set, which is the input table.
    pub before: Option<&'static Vintage>,
    /// The figures that this set changes, in table order.
    pub figures: &'static [(InputId, Figures)],
}

static NOVEMBER_2026: Vintage = Vintage {
    id: "2026-11",
    label: "Nov 2026",
    start: "2027 Q1",
    whose: "the four large platforms' build-out of 2026",
    is_provisional: false,
    before: None,
    figures: &[],
};

static PROVISIONAL_2026: Vintage = Vintage {
    id: "2026-12",
    label: "Dec 2026, provisional",
    start: "2027 Q1",
    whose: "the whole AI build-out of five platforms from 2025 to 2027",
    is_provisional: true,
    before: Some(&NOVEMBER_2026),
    figures: &DECEMBER_2026,
};

/// All sets, oldest first.
pub static VINTAGES: [&Vintage; 2] = [&NOVEMBER_2026, &PROVISIONAL_2026];

impl Vintage {
    /// The first set: the rows of the input table.
    pub(crate) const FIRST: &'static Self = &NOVEMBER_2026;

    /// The sets whose figures no longer change, oldest first.
    pub fn released() -> impl DoubleEndedIterator<Item = &'static Self> {
        VINTAGES.into_iter().filter(|vintage| !vintage.is_provisional)
    }

    /// The newest set whose figures no longer change. A link without a date starts from it.
    #[must_use]
    pub fn latest() -> &'static Self {
        Self::released().next_back().unwrap_or(Self::FIRST)
    }

    /// The set with this id, provisional or not.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        VINTAGES.into_iter().find(|vintage| vintage.id == id)
    }

    /// The starting point of this set.
    #[must_use]
    pub fn values(&'static self) -> Values {
        Values::start_of(self)
    }

    /// The figures of an input, from this set or from one before it.
    #[must_use]
    pub fn figures(&self, id: InputId) -> Figures {
        match (self.own(id), self.before) {
            (Some(own), _) => own,
            (None, Some(before)) => before.figures(id),
            (None, None) => id.spec().figures(),
        }
    }

    /// The figures that this set itself gives for an input; `None` if they come from a set before it.
    #[must_use]
    pub fn own(&self, id: InputId) -> Option<Figures> {
        let at = self.figures.binary_search_by_key(&id, |it| it.0).ok()?;
        self.figures.get(at).map(|it| it.1)
    }

    /// The set that gives the figures of an input: this one or one before it.
    #[must_use]
    pub fn source_of(&'static self, id: InputId) -> &'static Self {
        match self.before {
            Some(before) if self.own(id).is_none() => before.source_of(id),
            _ => self,
        }
    }
}

impl PartialEq for Vintage {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl core::fmt::Debug for Vintage {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str(self.id)
    }
}
