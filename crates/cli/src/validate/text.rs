//! The sets as text.

use std::fmt::Write as _;

use super::Set;

pub(super) fn print(text: &mut String, set: &Set) {
    let [first, second, third] = set.peers;
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{} {}\n", set.cases.len(), set.title);
    let _ = writeln!(
        text,
        "{:<76} {:>9} {:>9} {:>6} {first:>15} {second:>6} {third:>13}",
        "case", "measured", "ours", "ratio"
    );
    for case in &set.cases {
        let [first, second, third] =
            case.peers.map(|peer| peer.map_or_else(|| "–".to_owned(), |it| format!("{it:.2}")));
        let _ = writeln!(
            text,
            "{:<76} {:>9.5} {:>9.5} {:>6.2} {first:>15} {second:>6} {third:>13}",
            case.what,
            figures(case.measured),
            figures(case.ours),
            case.ratio
        );
    }
    let _ = writeln!(text);
    for score in &set.scores {
        let _ = writeln!(
            text,
            "{:<28} {:>3} cases  mean error {:>4.1}%  within 25% {:>3.0}%  within 30% {:>3.0}%  {:.2} to {:.2}",
            score.who,
            score.n_cases,
            100.0 * score.mean_error,
            100.0 * score.within_25,
            100.0 * score.within_30,
            score.lowest,
            score.highest
        );
    }
    let _ = writeln!(text);
}

/// Three significant figures, or all digits before the decimal point.
pub(super) fn figures(value: f64) -> String {
    match value {
        ..1.0 => format!("{value:.3}"),
        ..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}
