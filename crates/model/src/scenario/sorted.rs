//! The pairs of a link, sorted into the head, the inputs, and settings that no release knows.

use super::query::{KeyOwner, Pair, key_owner, trimmed_tail};
use crate::{InputId, N_INPUTS};

/// One pair of a link.
#[derive(Clone, Debug)]
pub(super) struct Given {
    /// The key as written.
    pub(super) key: String,
    /// The value as written.
    pub(super) value: String,
    /// Whether this is the last pair, to which a program may have attached a full stop.
    last: bool,
}

impl Given {
    /// The texts that the value may stand for, best first.
    pub(super) fn readings(&self) -> impl Iterator<Item = &str> {
        let cleaned = trimmed_tail(&self.value);
        let glued = self.last && cleaned.len() < self.value.len();
        std::iter::once(self.value.as_str()).chain(glued.then_some(cleaned))
    }

    /// The value as a whole number.
    pub(super) fn count(&self) -> Option<usize> {
        let is_count =
            |text: &&str| (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        self.readings().find(is_count).and_then(|text| text.parse().ok())
    }
}

/// All pairs of a link, sorted by what they set.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorted {
    /// `v`, the version of the grammar.
    pub(super) version: Option<Given>,
    /// `d`, the dated default set.
    pub(super) vintage: Option<Given>,
    /// `p`, the preset.
    pub(super) preset: Option<Given>,
    /// `n`, the number of changes that were written.
    pub(super) count: Option<Given>,
    /// The first pair of each input.
    pub(super) inputs: Vec<(InputId, Given)>,
    /// Pairs with keys that no release knows.
    pub(super) unknown: Vec<Given>,
    /// The first pair of a second scenario, `b.key=value`.
    pub(super) compared: Option<Given>,
    /// Inputs that the link gives under both an old key and the new one.
    pub(super) twice: Vec<Given>,
}

impl Sorted {
    /// Sorts pairs that have no repeated keys.
    pub(super) fn of(pairs: Vec<Pair>) -> Self {
        let mut sorted = Self::default();
        let mut seen = [false; N_INPUTS];
        let n_pairs = pairs.len();
        for (idx, Pair { key, value }) in pairs.into_iter().enumerate() {
            let given = Given { key, value, last: idx + 1 == n_pairs };
            match given.key.as_str() {
                "v" => sorted.version = Some(given),
                "d" => sorted.vintage = Some(given),
                "p" => sorted.preset = Some(given),
                "n" => sorted.count = Some(given),
                key if key.starts_with("b.") => {
                    sorted.compared.get_or_insert(given);
                }
                key => match input(key) {
                    Some(id) if seen[id as usize] => sorted.twice.push(given),
                    Some(id) => {
                        seen[id as usize] = true;
                        sorted.inputs.push((id, given));
                    }
                    None if key_owner(key) == KeyOwner::Scenario => sorted.unknown.push(given),
                    None => {}
                },
            }
        }
        sorted
    }

    /// Whether the link says anything about a scenario.
    pub(super) fn is_about_a_scenario(&self) -> bool {
        let head = [&self.version, &self.vintage, &self.preset, &self.count, &self.compared];
        head.iter().any(|given| given.is_some()) || !self.inputs.is_empty()
    }
}

/// The input that a key names, including keys of earlier releases.
fn input(key: &str) -> Option<InputId> {
    InputId::ALL.into_iter().find(|id| {
        let spec = id.spec();
        spec.key == key || spec.was.contains(&key)
    })
}
