//! Held against what is published: the fleet against use first, then the table.

use super::{Cell, Subject, note, number, opened, table, words};
use crate::inquiry::reality::{Check, Filling, Known, checks};
use crate::inquiry::working::{Ask, Number};
use crate::scenario::Scenario;
use crate::sheet::table::{NO_VALUE, fixed};
use crate::sheet::tree::{El, el};
use crate::units::print;

/// Which of our own scenarios it is; once a number is changed it is the reader's.
fn known(scenario: &Scenario) -> Known {
    match scenario.preset().map(|preset| preset.id) {
        _ if !scenario.changed().is_empty() => Known::Own,
        None => Known::Start,
        Some("article-2025-01") => Known::Article,
        Some(_) => Known::Own,
    }
}

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let filling = Filling::of(subject.inputs, subject.outcome);
    let said = filling.map_or_else(|| "There is no fleet to fill.".to_owned(), |it| it.sentence());
    let checks = checks(known(subject.scenario), subject.inputs, subject.outcome);
    let n_far = checks.iter().filter(|it| it.is_far).count();
    let rows = checks.iter().enumerate().map(|(at, check)| row(at, check)).collect();
    let body = el("div").with(note(&said)).with(table(
        "Published, and what this scenario gives for the same",
        &["Figure", "Published", "Here", "Ratio", "Whose, and how far to trust it"],
        rows,
    ));
    body.with(note(&format!(
        "{n_far} of {} rows part by more than 2 times and are marked. None of these figures was fitted.",
        checks.len()
    )))
}

fn row(at: usize, check: &Check) -> Vec<Cell> {
    let here = check
        .modelled
        .map_or_else(|| number(NO_VALUE), |it| opened(&check.form.said(it), Number::answer(Ask::Here, at)));
    let ratio = check.ratio.map_or_else(
        || NO_VALUE.to_owned(),
        |it| {
            if it < 10.0 { format!("{}\u{d7}", fixed(it, 2)) } else { format!("{}\u{d7}", print::count(it)) }
        },
    );
    let ratio = if check.is_far { format!("\u{25b2} {ratio}") } else { ratio };
    let whose = format!("{} ({}). {}", check.who, check.grade.label(), check.why);
    vec![
        words(check.label),
        opened(&check.form.said(check.published), Number::answer(Ask::Published, at)),
        here,
        if check.ratio.is_some() { opened(&ratio, Number::answer(Ask::Apart, at)) } else { number(&ratio) },
        words(whose.trim_end()),
    ]
}
