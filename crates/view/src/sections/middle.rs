//! The answer with every input at its middle value, which the page shows until simulated futures have arrived.

use super::Subject;
use super::sure::answer_text;
use crate::tree::El;
use payenough_analysis::verdict;

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let verdict = verdict(subject.outcome);
    let texts = [verdict.headline.as_str(), &verdict.detail, "Every input at its middle."];
    answer_text(&subject.scenario.query(), &texts).attr("data-middle", &verdict.text())
}
