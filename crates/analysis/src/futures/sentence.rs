//! The answer of many futures in words. Rules write the sentences, with the same length and grammar whichever way the
//! answer falls.

use super::drawing::Drawing;
use super::figures::{Figures, Headline};
use super::points::Kind;
use super::statistics::percentile;
use super::sureness::{PARTS, Sureness, is_toss_up, twentieths, words_of};
use super::tornado::Tornado;
use crate::verdict::{amount, verdict};
use crate::working::{linked, plain};
use payenough_engine::Outcome;
use payenough_model::InputId;
use payenough_quantities::print;

/// The percentiles that enclose 8 in 10 futures, as fractions of 1.
const ENDS: [f64; 2] = [0.1, 0.9];

/// What is known about the futures of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Futures<'a> {
    /// How the futures are drawn.
    pub drawing: &'a Drawing,
    /// What each input that varies does to the answer on its own.
    pub tornado: &'a Tornado,
    /// The outcome with every input at its middle.
    pub middle: &'a Outcome,
    /// Net present values of the futures computed so far, in dollars.
    pub net_present_values: &'a [f64],
    /// What these net present values say about the share that pays.
    pub sureness: &'a Sureness,
    /// Headline figures of the first futures.
    pub figures: &'a Figures,
}

/// The answer in sentences, whose numbers link to their workings.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// How likely it is that users pay enough, in words and as a count out of twenty.
    pub lead: String,
    /// What breaks even and what is expected, with the range of eight in ten futures.
    pub threshold: String,
    /// A remark if the answer with all inputs at their middles disagrees with most futures; else empty.
    pub opposite: String,
    /// The input whose uncertainty moves the answer most, by [`Tornado::biggest_unknown`].
    pub unknown: Option<InputId>,
    /// A sentence about that input.
    pub unknown_sentence: String,
    /// How many futures were drawn, and how exact their share is.
    pub draws: String,
    /// How many futures gave no number; empty if all did.
    pub failed: String,
}

/// The words at the end of every answer.
pub const WHAT_IF: &str = "This is a what-if, not a forecast or investment advice.";

impl Sentence {
    /// The sentences about some futures.
    #[must_use]
    pub fn of(futures: &Futures<'_>) -> Self {
        let unknown = futures.tornado.biggest_unknown();
        Self {
            lead: lead(futures, futures.sureness.count()),
            threshold: threshold(futures),
            opposite: opposite(futures.sureness.count(), futures.middle.npv.value()).to_owned(),
            unknown,
            unknown_sentence: unknown.map_or_else(
                || "No single input stands out as the biggest unknown.".to_owned(),
                |id| format!("The biggest unknown is \u{201c}{}\u{201d}.", id.spec().label),
            ),
            draws: draws(futures),
            failed: failed(futures.sureness),
        }
    }

    /// The same sentences with another count in the lead; see [`Sureness::count_after`].
    #[must_use]
    pub fn counting(&self, futures: &Futures<'_>, count: usize) -> Self {
        Self { lead: lead(futures, count), ..self.clone() }
    }

    /// What follows the lead, without the sentence on the draws.
    #[must_use]
    pub fn detail(&self) -> String {
        joined(&[&self.threshold, &self.opposite, &self.unknown_sentence])
    }

    /// Which futures were drawn, and how many failed.
    #[must_use]
    pub fn provenance(&self) -> String {
        joined(&[&self.draws, &self.failed])
    }

    /// The whole text without links.
    #[must_use]
    pub fn text(&self) -> String {
        plain(&joined(&[&self.lead, &self.detail(), WHAT_IF, &self.provenance()]))
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn lead(futures: &Futures<'_>, count: usize) -> String {
    let until = match futures.middle.years.last() {
        Some(last) if futures.drawing.spread(InputId::horizon).is_none() => format!("by {}", last.year),
        _ => "over the years looked at".to_owned(),
    };
    format!(
        "{} on these assumptions: in {} simulated futures, what users pay covers the cost of building and running AI \
         inference {until}.",
        words_of(count),
        linked(futures.sureness.counted(), &twentieths(count)),
    )
}

fn threshold(futures: &Futures<'_>) -> String {
    let middle = verdict(futures.middle);
    let level = if middle.needed.is_empty() {
        "No price in the allowed range breaks even.".to_owned()
    } else {
        format!(
            "It breaks even if each weekly user brings in about {} a month, counting every way they pay.",
            linked(Headline::Needed.figure(), &middle.needed)
        )
    };
    let expected = futures.figures.headline(Headline::Expected);
    let names = futures.figures.named(Headline::Expected, &ENDS);
    let range = match (ENDS.map(|p| percentile(&expected, p).map(amount)), names.as_slice()) {
        // The figures have not arrived yet.
        _ if futures.figures.n_futures() == 0 => String::new(),
        ([Some(low), Some(high)], _) if low == high => " (8 in 10 futures: about the same)".to_owned(),
        ([Some(low), Some(high)], [lowest, highest]) => {
            let (low, high) = (linked(lowest.clone(), &low), linked(highest.clone(), &high));
            format!(" (8 in 10 futures: {low} to {high})")
        }
        _ => " (no future gave an amount)".to_owned(),
    };
    let expected = linked(Headline::Expected.figure(), &middle.expected);
    format!("{level} These assumptions give about {expected}{range}.")
}

/// The remark for a lead that disagrees with the answer at the middle of all inputs. A toss-up does not disagree.
fn opposite(count: usize, npv: f64) -> &'static str {
    let (is_enough, half) = (npv >= 0.0, PARTS / 2);
    if is_toss_up(count) {
        ""
    } else if is_enough && count < half {
        "With every input at its middle, the answer is the other way: users pay enough."
    } else if !is_enough && half < count {
        "With every input at its middle, the answer is the other way: users do not pay enough."
    } else {
        ""
    }
}

fn draws(futures: &Futures<'_>) -> String {
    let (n, n_total) = (futures.sureness.n_futures, futures.drawing.n_total());
    let points = futures.drawing.points();
    let number = |n: u32| print::number(f64::from(n), 10);
    let all = linked(InputId::draws, &number(n_total));
    let which = if n < n_total { format!("the first {} of {all}", number(n)) } else { all };
    let kind = match points.kind {
        Kind::Sobol => "",
        Kind::LatinHypercube => ", Latin hypercube",
        Kind::Random => ", random points",
    };
    format!(
        "From {which} simulated futures, seed {}{kind}, {}.",
        linked(InputId::seed, &points.seed.to_string()),
        match (error_in_words(futures.sureness.error), futures.sureness.error) {
            (words, None) => words,
            (words, Some(_)) => linked(futures.sureness.named_error(), &words),
        }
    )
}

/// The standard error of the share, in percentage points.
fn error_in_words(error: Option<f64>) -> String {
    match error {
        None => "too few for a standard error".to_owned(),
        Some(error) if error < 0.0005 => "standard error under 0.1 points".to_owned(),
        Some(error) => {
            let digits = if error < 0.0095 { 1 } else { 2 };
            match print::number(error * 100.0, digits).as_str() {
                "1" => "standard error 1 point".to_owned(),
                points => format!("standard error {points} points"),
            }
        }
    }
}

fn failed(sureness: &Sureness) -> String {
    match sureness.n_failed {
        0 => String::new(),
        1 => "1 of them gave no number and counts as not covering the cost.".to_owned(),
        n => {
            format!(
                "{} of them gave no number and count as not covering the cost.",
                print::number(f64::from(n), 10)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_printed_in_percentage_points() {
        let words = [0.0, 0.0016, 0.0098, 0.02, 0.123].map(|it| error_in_words(Some(it)));
        let rest = words.map(|it| it.trim_start_matches("standard error ").to_owned());
        assert_eq!(rest, ["under 0.1 points", "0.2 points", "0.98 points", "2 points", "12 points"]);
        assert_eq!(error_in_words(None), "too few for a standard error");
    }

    #[test]
    fn a_contrary_middle_is_reported() {
        assert_eq!([opposite(8, -1.0), opposite(12, 1.0), opposite(9, 1.0), opposite(11, -1.0)], [""; 4]);
        assert!([0, 8].iter().all(|&count| opposite(count, 1.0).ends_with("users pay enough.")));
        assert!([12, 20].iter().all(|&count| opposite(count, -1.0).ends_with("users do not pay enough.")));
    }
}
