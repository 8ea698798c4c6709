//! How sure the answer is: the sentence, twenty dots, the years as fan charts, and percentiles of every headline
//! figure.

use super::sure_charts::{dot_chart, fans};
use super::{Cell, linked_cell, moved_by, note, number, table, words};
use crate::table::NO_VALUE;
use crate::tree::{El, el};
use payenough_analysis::futures::points::Kind;
use payenough_analysis::futures::statistics::percentile;
use payenough_analysis::futures::{FIRST, Futures, Headline, Sentence, named};
use payenough_analysis::working::{OfFutures, linked};
use payenough_analysis::{Verdict, amount, per_dollar};
use payenough_engine::Present;
use payenough_model::{CORRELATIONS, InputId};
use payenough_quantities::print;

/// The answer at the top of the page, for the scenario of this link.
#[must_use]
pub fn answer(query: &str, sentence: &Sentence) -> El {
    answer_text(query, [&sentence.headline(), &sentence.detail(), &sentence.provenance()])
}

/// The answer at the top of the page if there are no futures: the scenario as set is the only one.
#[must_use]
pub fn answer_without(query: &str, verdict: &Verdict) -> El {
    answer_text(query, [&verdict.linked_text(), "", WITHOUT])
}

/// Shown if there are no futures.
const WITHOUT: &str = "Every input is one number here; no futures were simulated.";

/// The answer for the scenario of this link in three texts: the sentence, its detail, and what it is based on.
fn answer_text(query: &str, [lead, detail, draws]: [&str; 3]) -> El {
    el("div")
        .class("answer-text")
        .attr("data-for", query)
        .with(el("p").class("headline").linked_text(lead))
        .with(el("p").class("detail").linked_text(detail))
        .with(el("p").class("draws").linked_text(draws))
}

/// The content of the section if there are no futures.
#[must_use]
pub fn draw_without(is_off: bool) -> El {
    let why = if is_off {
        "Simulated futures are switched off, so the answer stands without a range."
    } else {
        "Every input is a single number, so there is one future only. Give an input as a range, such as 4 to 6, to see how far \
         the answer may move."
    };
    el("div").with(note(why)).with(moved_by("Moved by", &[InputId::futures]))
}

/// The content of the section. `width` is the width of the text column in CSS pixels.
#[must_use]
pub fn draw(futures: &Futures<'_>, sentence: &Sentence, width: f64) -> El {
    el("div")
        .class("sure")
        .with(el("p").class("sure-lead").linked_text(&sentence.headline()))
        .with(note(&sentence.detail()))
        .with(dot_chart(futures, width.min(752.0)))
        .with(fans(futures, width))
        .with(percentiles(futures))
        .with(note(&counted(futures)))
        .with(note(&exactness(futures, sentence)))
        .with(note(&drawn(futures)))
        .with(moved_by(
            "Moved by",
            &[
                InputId::draws,
                InputId::seed,
                InputId::points,
                InputId::percentile_low,
                InputId::percentile_high,
                InputId::rho_prices,
            ],
        ))
}

/// The percentiles that every table shows, as shares of 1.
const USUAL: [f64; 3] = [0.1, 0.5, 0.9];

/// The percentiles that the table shows, as shares of 1 in ascending order: the usual three and the reader's two.
#[must_use]
pub fn shown(futures: &Futures<'_>) -> Vec<f64> {
    let values = futures.drawing.values();
    let own = [InputId::percentile_low, InputId::percentile_high].map(|id| values.get(id) / 100.0);
    let mut all = [USUAL.as_slice(), &own].concat();
    all.sort_unstable_by(f64::total_cmp);
    all.dedup();
    all
}

/// A headline figure at these percentiles of the futures in which it exists, and the share of futures in which it
/// exists. What comes back of each dollar is ranked with the futures without outlays at the end.
#[must_use]
pub fn figure(futures: &Futures<'_>, which: Headline, percentiles: &[f64]) -> (Vec<Option<f64>>, f64) {
    let sureness = futures.sureness;
    if which == Headline::Back {
        let cents = |&p: &f64| sureness.back(p).filter(|it| it.is_finite()).map(|it| 100.0 * it);
        return (percentiles.iter().map(cents).collect(), sureness.with_ratio());
    }
    if which == Headline::Npv {
        let exist = f64::from(sureness.n_futures - sureness.n_failed) / f64::from(sureness.n_futures);
        return (percentiles.iter().map(|&p| sureness.percentile(p)).collect(), exist);
    }
    let sorted = futures.figures.headline(which);
    let exist = sorted.len() as f64 / futures.figures.n_futures().max(1) as f64;
    (percentiles.iter().map(|&p| percentile(&sorted, p)).collect(), exist)
}

/// Prints a headline figure with at most three significant figures.
#[must_use]
pub fn printed(which: Headline, value: f64) -> String {
    match which {
        Headline::Back => per_dollar(value / 100.0),
        Headline::Needed | Headline::Expected | Headline::Cost => amount(value),
        Headline::Npv | Headline::Gap => print::money(value),
        Headline::Irr => print::percent(value),
        Headline::Payback | Headline::DiscountedPayback => print::years(value),
    }
}

fn percentiles(futures: &Futures<'_>) -> El {
    let shown = shown(futures);
    let heads: Vec<String> = shown
        .iter()
        .map(|&p| {
            let values = futures.drawing.values();
            let is_own = |id: &InputId| !USUAL.contains(&p) && values.get(*id) / 100.0 == p;
            match [InputId::percentile_low, InputId::percentile_high].into_iter().find(is_own) {
                Some(id) => linked(id, &lie_below(p)),
                None => lie_below(p),
            }
        })
        .collect();
    let heads: Vec<&str> =
        [""].into_iter().chain(heads.iter().map(String::as_str)).chain(["Exists in futures"]).collect();
    let row = |which: Headline| {
        let (values, exist) = figure(futures, which, &shown);
        let (names, existing_name) = names(futures, which, &shown);
        let cell = |(at, value): (usize, &Option<f64>)| match (value, names.get(at).cloned().flatten()) {
            (Some(value), Some(name)) => linked_cell(&printed(which, *value), name),
            _ => number(NO_VALUE),
        };
        let cells = values.iter().enumerate().map(cell);
        [words(which.label())]
            .into_iter()
            .chain(cells)
            .chain([linked_cell(&existing(exist), existing_name)])
            .collect::<Vec<Cell>>()
    };
    let rows = Headline::ALL.map(row).into();
    table("Headline figures: how many of the futures lie below", &heads, rows).class_too("percentiles")
}

/// The heading of a percentile's column.
pub(super) fn lie_below(p: f64) -> String {
    if p == 0.5 { "Half lie below".to_owned() } else { format!("{} lie below", print::percent(p)) }
}

/// The names of a headline figure at these percentiles, and of the share of futures in which it exists.
fn names(futures: &Futures<'_>, which: Headline, shown: &[f64]) -> (Vec<Option<OfFutures>>, OfFutures) {
    let existing = |value: fn(&Present) -> f64| {
        named::existing(which.figure(), &futures.presents.iter().map(value).collect::<Vec<_>>())
    };
    match which {
        Headline::Back => (
            shown.iter().map(|&p| futures.sureness.named_back(p)).collect(),
            existing(|it| it.rank().unwrap_or(f64::NAN)),
        ),
        Headline::Npv => (
            shown.iter().map(|&p| futures.sureness.named_percentile(p)).collect(),
            existing(|it| it.npv.value()),
        ),
        _ => {
            let all = futures.figures.named(which, shown).into_iter().map(Some).collect();
            (all, futures.figures.named_existing(which))
        }
    }
}

/// Prints the share of futures in which a figure exists, and never rounds it to all or none.
fn existing(share: f64) -> String {
    match share {
        1.0 => "all".to_owned(),
        0.0 => "none".to_owned(),
        share if share < 0.01 => "under 1%".to_owned(),
        share if share > 0.99 => "over 99%".to_owned(),
        share => print::percent(print::quantise(share, 2)),
    }
}

/// Says how many futures each of the figures is taken from.
fn counted(futures: &Futures<'_>) -> String {
    let number = |n: usize| print::number(n as f64, 10);
    let (all, full) = (futures.presents.len(), futures.figures.n_futures());
    let of = if full < all {
        format!(
            "What comes back and net present value are of all {}; the other figures and the years are of the first {}.",
            number(all),
            number(full)
        )
    } else {
        format!("All figures are of the same {} futures.", number(all))
    };
    let date = futures.as_set.years.first().map_or_else(String::new, |first| {
        format!("Net present value is the worth at 1 January {}.", first.year)
    });
    format!(
        "{of} {date} Where a figure does not exist in a future, as payback where the money never comes back, the percentiles are of \
         the futures in which it does."
    )
}

fn exactness(futures: &Futures<'_>, sentence: &Sentence) -> String {
    let how = match futures.drawing.kind() {
        Kind::Random => "The error is that of independent draws.",
        Kind::Sobol | Kind::LatinHypercube => {
            "The error is measured between eight scramblings of the points, each drawn on its own."
        }
    };
    let early = if (futures.presents.len() as u32) < futures.drawing.n_total() {
        " More futures are on their way."
    } else {
        ""
    };
    format!(
        "{} {how}{early} It says how exact the count is, not how good the model is.",
        sentence.provenance()
    )
}

/// Says in a few lines how the futures are drawn.
fn drawn(futures: &Futures<'_>) -> String {
    let drawing = futures.drawing;
    let points = match drawing.kind() {
        Kind::Sobol => "scrambled Sobol points, which cover the ranges evenly",
        Kind::LatinHypercube => "a Latin hypercube, which covers each range evenly",
        Kind::Random => "independent random points",
    };
    let together = match (drawing.is_correlated(), drawing.repaired()) {
        (false, _) => "They vary independently of each other.".to_owned(),
        (true, None) => format!(
            "Inputs that hang together move together, in {} named groups.",
            CORRELATIONS.iter().filter(|it| drawing.values().get(it.row) != 0.0).count()
        ),
        (true, Some(moved)) => format!(
            "Inputs that hang together move together. The correlations asked for cannot all hold, so they were moved to the \
             nearest that can, by {} at most.",
            linked(OfFutures::Moved(moved), &print::number((moved[1] - moved[0]).abs(), 2))
        ),
    };
    let n = drawing.ids().len();
    let inputs = if n == 1 { "1 input varies".to_owned() } else { format!("{n} inputs vary at once") };
    let full = FIRST.min(drawing.n_total());
    format!(
        "How the futures are drawn: {inputs}, with 8 in 10 futures inside each range, by {points}. {together} The same link draws \
         the same futures on every machine. A first answer takes {}. No future holds what the model leaves out: rivals, and \
         what nobody has thought of.",
        print::number(f64::from(full), 10),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_never_rounded_to_all_or_none() {
        let texts = [0.0, 0.0001, 0.314, 0.996, 0.9999, 1.0].map(existing);
        assert_eq!(texts, ["none", "under 1%", "31%", "over 99%", "over 99%", "all"]);
    }
}
