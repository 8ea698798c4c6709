//! Old links: one pure function per step of the grammar, applied in order, never edited after release.
//!
//! To add version 2: write `fn from_1(pairs: Vec<Pair>) -> Vec<Pair>`, append it to [`STEPS`], and freeze links of
//! version 1 with their results in `tests/share.rs`. A renamed key alone needs no step: put the old name in the row's
//! `was`. A changed unit is a new key, never a new reading of an old one. A removed key is mapped here, or it falls
//! under the notice for settings that are not recognised.

use super::query::Pair;

/// From one version of the grammar to the next.
type Step = fn(Vec<Pair>) -> Vec<Pair>;

/// `STEPS[0]` leads from version 1 to version 2, and so on.
const STEPS: [Step; 0] = [];

/// The version that this release writes.
pub const VERSION: usize = 1 + STEPS.len();

/// A link's pairs as the newest version would write them.
pub(super) fn migrate(version: usize, pairs: Vec<Pair>) -> Vec<Pair> {
    STEPS.iter().skip(version.saturating_sub(1)).fold(pairs, |pairs, step| step(pairs))
}
