//! A choice whose options are themselves inputs: any number that can vary.

use super::inputs::{InputId, NUMBERS};
use payenough_quantities::{Quantity, shared_by_lanes};

/// What the list of names needs to know about a row. The list cannot be made from the table, because the table holds
/// it.
pub(super) struct Name {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    /// The row as written.
    pub(super) row: &'static str,
}

impl Name {
    /// Whether the row is a number, and not one of those that set how futures are drawn.
    const fn varies(&self) -> bool {
        let row = self.row.as_bytes();
        !starts_with(row, b"group: Group::Uncertainty")
            && (ends_with(row, b"NUMBER") || ends_with(row, b"SOURCED"))
    }
}

/// Counts the rows that are numbers that can vary.
pub(super) const fn count(rows: &[Name]) -> usize {
    let (mut row, mut n) = (0, 0);
    while row < rows.len() {
        n += rows[row].varies() as usize;
        row += 1;
    }
    n
}

/// The keys and labels of the numbers that can vary.
pub(super) const fn numbers<const N: usize>(rows: &[Name]) -> [(&'static str, &'static str); N] {
    let mut all = [("", ""); N];
    let (mut row, mut n) = (0, 0);
    while row < rows.len() {
        if rows[row].varies() {
            all[n] = (rows[row].key, rows[row].label);
            n += 1;
        }
        row += 1;
    }
    all
}

/// The index of a key in [`NUMBERS`], or one past the last if the key is not there.
pub(super) const fn place(key: &str) -> f64 {
    let mut at = 0;
    while at < NUMBERS.len() {
        let found = NUMBERS[at].0.as_bytes();
        if found.len() == key.len() && starts_with(found, key.as_bytes()) {
            break;
        }
        at += 1;
    }
    at as f64
}

const fn starts_with(text: &[u8], head: &[u8]) -> bool {
    let mut at = 0;
    while at < head.len() {
        if at >= text.len() || text[at] != head[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn ends_with(text: &[u8], tail: &[u8]) -> bool {
    text.len() >= tail.len() && starts_with(text.split_at(text.len() - tail.len()).1, tail)
}

/// One of [`NUMBERS`], by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberName(u16);

impl NumberName {
    /// The input that this number names.
    #[must_use]
    pub fn id(self) -> Option<InputId> {
        let (key, _) = NUMBERS.get(usize::from(self.0))?;
        InputId::ALL.into_iter().find(|id| id.spec().key == *key)
    }

    /// The index of an input in [`NUMBERS`], as a choice's value; `None` if the input is not a number that can vary.
    #[must_use]
    pub fn of_id(id: InputId) -> Option<f64> {
        NUMBERS.iter().position(|it| it.0 == id.spec().key).map(|place| place as f64)
    }
}

impl Quantity for NumberName {
    const UNIT: &'static str = "";

    fn value(self) -> f64 {
        f64::from(self.0)
    }

    fn of(value: f64) -> Self {
        Self(value as u16)
    }
}

shared_by_lanes!(NumberName);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_rows_that_accept_a_range() {
        let rows = InputId::ALL.into_iter().filter(|id| id.spec().takes_range());
        let known: Vec<(&str, &str)> = rows.map(|id| (id.spec().key, id.spec().label)).collect();
        assert_eq!(NUMBERS, known);
        for id in InputId::ALL {
            let place = NumberName::of_id(id);
            assert_eq!(place.is_some(), id.spec().takes_range(), "{}", id.spec().key);
            assert!(place.is_none_or(|place| NumberName::of(place).id() == Some(id)));
        }
    }
}
