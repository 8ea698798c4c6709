//! The model compared with published figures: first the fleet against usage, then the table.

use super::{Cell, Subject, linked_cell, moved_by, note, number, table, words};
use crate::table::{NO_VALUE, fixed};
use crate::tree::{El, el};
use payenough_analysis::reality::{Check, Filling, Known, Scope, checks};
use payenough_analysis::working::{Ask, Number};
use payenough_model::InputId;
use payenough_model::scenario::Scenario;
use payenough_quantities::print;

/// Which of the project's scenarios this is. With any input changed it is the reader's own.
fn known(scenario: &Scenario) -> Known {
    match scenario.preset().map(|preset| preset.id) {
        _ if !scenario.changed().is_empty() => Known::Own,
        None => Known::Start,
        Some("article-2025-01") => Known::Article,
        Some("chatgpt-lab") => Known::Lab,
        Some(_) => Known::Own,
    }
}

/// The actor that the scenario is about, whether or not the reader changed it.
fn actor(scenario: &Scenario) -> Scope {
    match scenario.preset().map(|preset| preset.id) {
        Some("article-2025-01" | "meta-2026") => Scope::Meta,
        Some("chatgpt-lab") => Scope::Lab,
        Some("deepseek-day") => Scope::Every,
        _ => Scope::Market,
    }
}

const HEADS: [&str; 5] = ["Figure", "Published", "Here", "Ratio", "Whose, and how far to trust it"];

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let filling = Filling::of(subject.inputs, subject.outcome);
    let sentences =
        filling.map_or_else(|| vec!["There is no fleet to fill.".to_owned()], |it| it.sentences().into());
    let checks = checks(known(subject.scenario), actor(subject.scenario), subject.inputs, subject.outcome);
    let n_far = checks.iter().filter(|it| it.is_far && it.is_own).count();
    let (own, market): (Vec<&Check>, Vec<&Check>) = checks.iter().partition(|it| it.is_own);
    let n_own = own.len();
    let body = sentences.iter().fold(el("div"), |body, it| body.with(note(it))).with(moved_by(
        "Moved by",
        &[
            InputId::realised,
            InputId::messages,
            InputId::background,
            InputId::tasks_later,
            InputId::reasoning_later,
        ],
    ));
    let rows = own.into_iter().map(row).collect();
    let body = body.with(table("Published, and what this scenario gives for the same", &HEADS, rows)).with(note(&format!(
        "{n_far} of these {n_own} rows part by more than 2 times and are marked. None of the figures was fitted to the answer.",
    )));
    if market.is_empty() {
        return body;
    }
    let rows = market.into_iter().map(row).collect();
    body.with(table("The whole market's, for scale: this scenario is one firm's", &HEADS, rows))
}

fn row(check: &Check) -> Vec<Cell> {
    let at = check.row;
    let modelled = check.modelled.map_or_else(
        || number(NO_VALUE),
        |it| linked_cell(&check.form.text(it), Number::answer(Ask::ThisScenario, at)),
    );
    let ratio = check.ratio.map_or_else(
        || NO_VALUE.to_owned(),
        |it| {
            if it < 0.0 {
                "below 0".to_owned()
            } else if it < 10.0 {
                format!("{}\u{d7}", fixed(it, 2))
            } else {
                format!("{}\u{d7}", print::count(it))
            }
        },
    );
    let ratio = if check.is_far { format!("\u{25b2} {ratio}") } else { ratio };
    let whose = format!("{} ({}). {}", check.who, check.grade.label(), check.why);
    vec![
        words(check.label),
        linked_cell(&check.form.text(check.published), Number::answer(Ask::Published, at)),
        modelled,
        if check.ratio.is_some() {
            linked_cell(&ratio, Number::answer(Ask::Apart, at))
        } else {
            number(&ratio)
        },
        words(whose.trim_end()),
    ]
}
