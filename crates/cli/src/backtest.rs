//! `show backtest`: what the scenario of January 2025 foretold, beside what came.

use std::fmt::Write as _;

use payenough_analysis::backtest::{MISSED, Test, backtest};

/// Heading of the section.
pub(crate) const TITLE: &str = "What January 2025 foretold, and what came";

/// The table as text, one row per line.
pub(crate) fn text() -> String {
    let rows = backtest();
    let n_missed = rows.iter().filter(|it| it.is_missed()).count();
    let mut text = format!(
        "The article's scenario, with the knowledge of January 2025, against 2025 and 2026. {n_missed} of {} rows are off by more \
         than {MISSED} times and say why.\n\n\
         Figure | Year | Foretold | Came | Foretold over came | Whose, and why\n",
        rows.len()
    );
    for it in &rows {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", line(it));
    }
    text
}

fn line(it: &Test) -> String {
    let row = it.row;
    let foretold = it.foretold.map_or_else(|| "nothing".to_owned(), |value| row.form.text(value));
    let ratio = it.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}×"));
    let tail = if row.is_second_hand { ", second hand" } else { "" };
    let why = if row.why.is_empty() { String::new() } else { format!(" {}", row.why) };
    format!(
        "{} | {} | {foretold} | {} | {ratio} | {} ({}{tail}).{why}",
        row.what,
        row.year,
        row.form.text(row.came),
        row.who,
        row.grade.label()
    )
}
