//! Migrates old links: one pure function for each new version of the grammar, applied in order, never edited after its
//! release.
//!
//! To add version 2, write `fn from_1(pairs: Vec<Pair>) -> Vec<Pair>`, append it to [`STEPS`], and freeze links of
//! version 1 with their results in `tests/share.rs`. A renamed key needs no step: put the old name into the row's
//! `was`. A changed unit is a new key, never a new reading of an old one. A removed key is either mapped here or
//! reported as a setting that is not recognised.

use super::query::Pair;

/// Migrates pairs from one version of the grammar to the next.
type Step = fn(Vec<Pair>) -> Vec<Pair>;

/// `STEPS[0]` migrates from version 1 to version 2, and so on.
const STEPS: [Step; 0] = [];

/// The version of the grammar that this release writes.
pub const VERSION: usize = 1 + STEPS.len();

/// The pairs of a link, as the newest version would write them.
pub(super) fn migrate(version: usize, pairs: Vec<Pair>) -> Vec<Pair> {
    STEPS.iter().skip(version.saturating_sub(1)).fold(pairs, |pairs, step| step(pairs))
}
