//! Variants of the reader's scenario: with some inputs changed, or one of its futures.

use payenough_model::{InputId, Values};

/// The word in a key that stands for a future.
const FUTURE: &str = "future";

/// The reader's scenario with some inputs changed, in the units of their keys, or one of its futures by index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    changes: Vec<(InputId, f64)>,
    future: Option<u32>,
}

impl Case {
    /// The reader's scenario itself.
    #[must_use]
    pub const fn own() -> Self {
        Self { changes: Vec::new(), future: None }
    }

    /// One of its futures.
    #[must_use]
    pub const fn of_future(future: u32) -> Self {
        Self { changes: Vec::new(), future: Some(future) }
    }

    /// The case with one more input changed.
    #[must_use]
    pub fn with(mut self, id: InputId, value: f64) -> Self {
        self.changes.push((id, value));
        self
    }

    /// The changed inputs; those that a future draws are not included.
    #[must_use]
    pub fn changes(&self) -> &[(InputId, f64)] {
        &self.changes
    }

    /// The index of the future, if the case is one.
    #[must_use]
    pub const fn future(&self) -> Option<u32> {
        self.future
    }

    /// The values of all inputs, without those that a future draws.
    #[must_use]
    pub fn values(&self, own: &Values) -> Values {
        self.changes.iter().fold(*own, |values, &(id, value)| values.with(id, value))
    }

    /// Its key. Numbers are written as bits, so that they are restored exactly.
    pub(super) fn key(&self) -> String {
        let pair = |&(id, value): &(InputId, f64)| format!("@{}={:x}", id.spec().key, value.to_bits());
        let future = self.future.map(|it| format!("@{FUTURE}={it:x}"));
        self.changes.iter().map(pair).chain(future).collect()
    }

    pub(super) fn parse(text: Option<&str>) -> Option<Self> {
        let mut case = Self::own();
        for pair in text.into_iter().flat_map(|it| it.split('@')) {
            let (key, bits) = pair.split_once('=')?;
            let bits = u64::from_str_radix(bits, 16).ok()?;
            if key == FUTURE {
                case.future = Some(u32::try_from(bits).ok()?);
                continue;
            }
            let id = InputId::ALL.into_iter().find(|id| id.spec().key == key)?;
            let value = f64::from_bits(bits);
            case = value.is_finite().then(|| case.with(id, value))?;
        }
        Some(case)
    }
}
