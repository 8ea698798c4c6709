//! Dated default sets: a link names the one it starts from, so that a shared result never moves.

use crate::{InputId, Values};

/// A dated default set.
///
/// To add one, change the defaults in the input table (with facts and sources), append a row to [`VINTAGES`] with no
/// differences, and give the row before it the list of inputs whose old default is not the new one. Do the same for
/// each older row, if it does not list that input yet. An old row is never removed, and its values never change:
/// `tests/frozen/` holds them, one file a set.
#[derive(Debug)]
pub struct Vintage {
    /// As a link writes it: `d=2026-11`.
    pub id: &'static str,
    /// As the page writes it.
    pub label: &'static str,
    /// The first quarter that is computed.
    pub start: &'static str,
    /// Inputs whose value differs from the newest set's, in the unit of the key.
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

    /// Its starting point.
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
