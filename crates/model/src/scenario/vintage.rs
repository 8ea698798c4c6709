//! Dated default sets. A link names the one that it starts from, so a shared result never changes.

use crate::{InputId, Values};

/// A dated default set.
///
/// To add one, change the defaults in the input table (with facts and sources) and append a row to [`VINTAGES`] with no
/// differences. Then give the row before it the list of inputs whose old default differs from the new one. Do the same
/// for each older row that does not list that input yet. A row is never removed, and its values never change;
/// `tests/frozen/` holds them, with one file for each set.
#[derive(Debug)]
pub struct Vintage {
    /// Name in links: `d=2026-11`.
    pub id: &'static str,
    /// Name shown on the page.
    pub label: &'static str,
    /// The first quarter that is calculated.
    pub start: &'static str,
    /// The inputs whose value differs from the newest set, in the unit of the key.
    pub differences: &'static [(InputId, f64)],
}

/// All sets, oldest first.
pub static VINTAGES: [Vintage; 1] =
    [Vintage { id: "2026-11", label: "Nov 2026", start: "2027 Q1", differences: &[] }];

impl Vintage {
    /// The newest set.
    #[must_use]
    pub fn latest() -> &'static Self {
        &VINTAGES[VINTAGES.len() - 1]
    }

    /// The set with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        VINTAGES.iter().find(|vintage| vintage.id == id)
    }

    /// The starting point of this set.
    #[must_use]
    pub fn values(&self) -> Values {
        self.differences.iter().fold(Values::STARTING_POINT, |values, &(id, value)| values.with(id, value))
    }
}

impl PartialEq for Vintage {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
