//! What flips the answer. One search gives both this section and the line beside the answer at the top of the page.

use super::{Subject, drivers};
use crate::tree::{El, el};
use payenough_analysis::futures::flips::flips_in_a_line;
use payenough_analysis::futures::robustness::robustness_in_pieces;

/// Draws the section without the line.
pub(super) async fn draw(subject: &Subject<'_>) -> El {
    section_and_line(subject, "").await.0
}

/// Draws the section, and the line for the scenario of this link.
pub async fn section_and_line(subject: &Subject<'_>, query: &str) -> (El, El) {
    let values = subject.scenario.values();
    let found = robustness_in_pieces(values).await;
    let sentence = flips_in_a_line(&found, values);
    let line = el("p").class("flips").attr("data-for", query).linked_text(&sentence);
    (drivers::robust(subject, &found), line)
}
