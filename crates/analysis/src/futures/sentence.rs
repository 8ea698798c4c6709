//! The answer of many futures in words. Rules write the sentences, with the same length and grammar whichever way the
//! answer falls.

use super::apart::apart;
use super::drawing::Drawing;
use super::figures::{Figures, Headline};
use super::points::Kind;
use super::statistics::percentile;
use super::sureness::{PARTS, Sureness, twentieths, words_of};
use super::tornado::Tornado;
use crate::per_dollar::{amount, per_dollar};
use crate::verdict::{Verdict, verdict};
use crate::working::{linked, plain};
use payenough_engine::{Outcome, Present};
use payenough_model::InputId;
use payenough_model::scenario::Scenario;
use payenough_quantities::print;

/// The percentiles that enclose 8 in 10 futures, as fractions of 1.
const ENDS: [f64; 2] = [0.1, 0.9];

/// What is known about the futures of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Futures<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// How the futures are drawn.
    pub drawing: &'a Drawing,
    /// What each input that varies does to the answer on its own.
    pub tornado: &'a Tornado,
    /// The outcome of the scenario as set.
    pub as_set: &'a Outcome,
    /// Present values of the futures computed so far.
    pub presents: &'a [Present],
    /// What these present values say about the share that pays, and about what comes back.
    pub sureness: &'a Sureness,
    /// Headline figures of the first futures.
    pub figures: &'a Figures,
}

/// The answer in sentences, whose numbers link to their workings.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Whose build-out pays for itself, how likely that is, in words and as a count out of twenty.
    pub lead: String,
    /// What comes back of each dollar in the middle of the futures and in 8 of 10, and where the scenario as set stands.
    pub back: String,
    /// What a user brings in and costs a month, each with the range of eight in ten futures, and how revenue could differ.
    pub month: String,
    /// Why most futures are on the other side than the scenario as set; empty if they are not.
    pub apart: String,
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
        let as_set = verdict(futures.scenario, futures.as_set);
        let count = futures.sureness.count();
        Self {
            lead: lead(futures, &as_set, count),
            back: back(futures, &as_set),
            month: month(futures, &as_set),
            apart: apart(count, as_set.pays, futures.tornado),
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
        Self { lead: lead(futures, &verdict(futures.scenario, futures.as_set), count), ..self.clone() }
    }

    /// The answer: how many of twenty futures, and what comes back in them.
    #[must_use]
    pub fn headline(&self) -> String {
        joined(&[&self.lead, &self.back])
    }

    /// What follows the answer, without the sentence on the draws.
    #[must_use]
    pub fn detail(&self) -> String {
        joined(&[&self.month, &self.apart, &self.unknown_sentence])
    }

    /// Which futures were drawn, and how many failed.
    #[must_use]
    pub fn provenance(&self) -> String {
        joined(&[&self.draws, &self.failed])
    }

    /// The whole text without links.
    #[must_use]
    pub fn text(&self) -> String {
        plain(&joined(&[&self.headline(), &self.detail(), WHAT_IF, &self.provenance()]))
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn lead(futures: &Futures<'_>, as_set: &Verdict, count: usize) -> String {
    format!(
        "{} on these assumptions: in {} simulated futures, {} pays for itself{}.",
        words_of(count),
        linked(futures.sureness.counted(), &twentieths(count)),
        as_set.subject,
        as_set.until_in_futures,
    )
}

/// What comes back of each dollar: in the middle future, in 8 of 10, and as set.
fn back(futures: &Futures<'_>, as_set: &Verdict) -> String {
    let sureness = futures.sureness;
    let at = |p: f64| {
        let ratio = sureness.back(p)?;
        let words = per_dollar(ratio);
        Some((ratio, sureness.named_back(p).map_or_else(|| words.clone(), |name| linked(name, &words))))
    };
    let (Some(middle), [Some(low), Some(high)]) = (at(0.5), ENDS.map(at)) else {
        return "No future gave a number.".to_owned();
    };
    let middle = match middle {
        (ratio, words) if ratio.is_finite() => {
            format!("The middle future brings back {words} per dollar of cost")
        }
        _ => "The middle future costs nothing on balance".to_owned(),
    };
    let range = if plain(&low.1) == plain(&high.1) {
        "8 in 10 bring back about the same".to_owned()
    } else {
        format!("8 in 10 lie between {} and {}", low.1, high.1)
    };
    let own =
        as_set.back().map_or_else(|| "it costs nothing on balance".to_owned(), |it| format!("it is {it}"));
    format!("{middle}, and {range}. As set, {own}, {}.", place(futures, as_set))
}

/// Where the scenario as set stands among twenty futures.
fn place(futures: &Futures<'_>, as_set: &Verdict) -> String {
    let outcome = futures.as_set;
    let rank =
        Present { npv: outcome.npv, receipts: outcome.receipts_pv }.rank().unwrap_or(f64::NEG_INFINITY);
    match futures.sureness.below(rank) {
        0 => "below all twenty".to_owned(),
        PARTS => "above all twenty".to_owned(),
        n if as_set.back.is_empty() => format!("above {n} of the 20"),
        n => format!("better than {} of the 20", linked(futures.sureness.named_below(), &n.to_string())),
    }
}

/// What a user brings in and costs a month, with the ranges of eight in ten futures, and how revenue could differ.
fn month(futures: &Futures<'_>, as_set: &Verdict) -> String {
    let ranges =
        [(Headline::Expected, " (8 in 10 futures: "), (Headline::Cost, " (")].map(|it| range(futures, it));
    match as_set.a_month(ranges.each_ref().map(String::as_str)) {
        Some(a_month) => format!("As set, {a_month}. {}", as_set.revenue),
        None => as_set.revenue.clone(),
    }
}

/// The range of a figure over eight in ten futures, in brackets that begin with `before`.
fn range(futures: &Futures<'_>, (which, before): (Headline, &str)) -> String {
    let values = futures.figures.headline(which);
    let names = futures.figures.named(which, &ENDS);
    match (ENDS.map(|p| percentile(&values, p).map(amount)), names.as_slice()) {
        // The figures have not arrived yet.
        _ if futures.figures.n_futures() == 0 => String::new(),
        ([Some(low), Some(high)], _) if low == high => format!("{before}about the same)"),
        ([Some(low), Some(high)], [lowest, highest]) => {
            let (low, high) = (linked(lowest.clone(), &low), linked(highest.clone(), &high));
            format!("{before}{low} to {high})")
        }
        _ => format!("{before}no amount in any)"),
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
}
