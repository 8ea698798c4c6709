//! What the scenario as set says by itself. The page shows it only as one of the simulated futures, and keeps these words in
//! an attribute of its answer.

use super::Subject;
use crate::tree::{El, el};
use payenough_analysis::verdict;

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let verdict = verdict(subject.scenario, subject.outcome);
    el("p")
        .attr("data-for", &subject.scenario.query())
        .attr("data-as-set", &verdict.text())
        .linked_text(&verdict.linked_text())
}
