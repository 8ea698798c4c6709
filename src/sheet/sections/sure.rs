//! How sure the answer is.

use super::note;
use crate::inquiry::futures::{Drawing, Figures, Sureness};
use crate::sheet::tree::{El, el};
use crate::units::print;

/// What the futures say; `rows` are the full figures of the first of them, as far as they are there.
#[must_use]
pub fn sure(drawing: &Drawing, net_present_values: &[f64], _rows: &Figures, _width: f64) -> El {
    let body = el("div");
    let Some(sure) = Sureness::of(drawing.kind(), net_present_values) else {
        return body.with(note("No future was drawn."));
    };
    if drawing.ids().len() == 0 {
        return body.with(note("No input varies, so there is one future: the answer above."));
    }
    let error = sure.error.map_or(String::new(), |it| format!(", give or take {}", print::percent(it)));
    body.with(note(&format!(
        "{} on these assumptions: in {} simulated futures users pay enough ({} of {} simulated futures{error}).",
        sure.words(),
        sure.count_in_words(),
        print::percent(sure.share),
        with_commas(sure.n_futures)
    )))
}

/// A whole number with its thousands apart: `100,000`.
fn with_commas(n: u32) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
