//! The answer in words. Rules write it from the numbers, with the same length and grammar whichever way the answer
//! falls.

use super::working::{linked, plain};
use payenough_engine::Outcome;
use payenough_engine::working::{Figure, Kind};
use payenough_quantities::print;

/// Which way the answer falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The expected amount covers the needed one.
    Covers,
    /// The expected amount falls short of the needed one.
    FallsShort,
    /// No amount of revenue in the allowed range breaks even.
    NoLevel,
}

/// The answer in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Which way the answer falls.
    pub direction: Direction,
    /// The first sentence, with numbers that link to their workings.
    pub headline: String,
    /// The needed and expected dollars per active user and month, with links to their workings.
    pub detail: String,
    /// The needed amount per active user and month, as printed; empty if no amount breaks even.
    pub needed: String,
    /// The expected amount per active user and month, as printed.
    pub expected: String,
    /// A one-line title for the main chart.
    pub chart_title: String,
}

impl Verdict {
    /// Headline and detail as one text without links.
    #[must_use]
    pub fn text(&self) -> String {
        plain(&format!("{} {}", self.headline, self.detail))
    }
}

/// Links an amount to its working.
fn figure_link(kind: Kind, words: &str) -> String {
    linked(Figure::new(kind, 0, 0), words)
}

/// Puts an outcome into words.
#[must_use]
pub fn verdict(outcome: &Outcome) -> Verdict {
    let expected = outcome.expected.value();
    let Some(needed) = outcome.needed else {
        return no_level(outcome, &print::money(expected));
    };
    let enough = outcome.npv.value() >= 0.0;
    let amounts = Amounts::of(needed.value(), expected);
    let gap = figure_link(Kind::Gap, &amounts.gap);
    let (direction, headline, chart_title) = if enough {
        (
            Direction::Covers,
            format!(
                "On these assumptions users pay enough: what they bring in exceeds what is needed by {gap} a month for \
                 each active user, counting the cost of building and running this AI inference."
            ),
            "Averaged over the years, users bring in more than is needed".to_owned(),
        )
    } else {
        (
            Direction::FallsShort,
            format!(
                "On these assumptions users do not pay enough: what they bring in falls short by {gap} a month for each \
                 active user, counting the cost of building and running this AI inference."
            ),
            "Averaged over the years, users bring in less than is needed".to_owned(),
        )
    };
    let detail = format!(
        "It breaks even if each weekly user brings in about {} a month, counting every way they pay. These assumptions \
         give about {}.{}",
        figure_link(Kind::Needed, &amounts.needed),
        figure_link(Kind::Expected, &amounts.expected),
        flat(outcome)
    );
    Verdict { direction, headline, detail, needed: amounts.needed, expected: amounts.expected, chart_title }
}

/// The gap as a flat amount. If revenue is under 1% of cost, the multiple of it means little.
fn flat(outcome: &Outcome) -> String {
    let sum = |parts: &[payenough_quantities::Usd]| -> f64 { parts.iter().map(|part| part.value()).sum() };
    let thin = sum(&outcome.revenue_pv) < 0.01 * sum(&outcome.cost_pv);
    match outcome.needed_flat {
        Some(flat) if thin => {
            format!(
                " As a flat amount, every user in every month, it would be {}.",
                figure_link(Kind::Flat, &print::money(flat.value()))
            )
        }
        _ => String::new(),
    }
}

fn no_level(outcome: &Outcome, expected: &str) -> Verdict {
    let flat = outcome.needed_flat.map_or(String::new(), |flat| {
        format!(
            " As a flat amount, every user in every month, {} would break even.",
            figure_link(Kind::Flat, &print::money(flat.value()))
        )
    });
    Verdict {
        direction: Direction::NoLevel,
        headline:
            "On these assumptions users do not pay enough: no level of what they pay now, multiplied up to a \
                   million times, covers the cost of building and running this AI inference."
                .to_owned(),
        detail: format!(
            "These assumptions give about {} a month for each active user.{flat}",
            figure_link(Kind::Expected, expected)
        ),
        needed: String::new(),
        expected: expected.to_owned(),
        chart_title: "No level of what users pay breaks even".to_owned(),
    }
}

/// The needed and the expected amount and their difference, rounded so that a reader who subtracts gets the same
/// result.
struct Amounts {
    needed: String,
    expected: String,
    gap: String,
}

impl Amounts {
    fn of(needed: f64, expected: f64) -> Self {
        let gap = (needed - expected).abs();
        let larger = if needed > expected { needed } else { expected };
        let cents = larger < 10.0 || (larger < 100.0 && gap < 2.0);
        if cents {
            let (needed, expected) = (libm::round(needed * 100.0), libm::round(expected * 100.0));
            let gap = (needed - expected).abs();
            let gap = if gap < 1.0 { "less than a cent".to_owned() } else { dollars_and_cents(gap) };
            return Self { needed: dollars_and_cents(needed), expected: dollars_and_cents(expected), gap };
        }
        if larger < 1000.0 {
            let (needed, expected) = (libm::round(needed), libm::round(expected));
            let gap = (needed - expected).abs();
            let gap = if gap < 1.0 { "less than a dollar".to_owned() } else { format!("${gap}") };
            return Self { needed: format!("${needed}"), expected: format!("${expected}"), gap };
        }
        Self { needed: print::money(needed), expected: print::money(expected), gap: print::money(gap) }
    }
}

/// An amount a month that is not compared with another: with cents below $10.
pub(super) fn amount(usd: f64) -> String {
    if usd.abs() < 9.995 { dollars_and_cents(libm::round(usd * 100.0)) } else { print::money(usd) }
}

/// Formats whole cents as dollars: `$6.70`.
fn dollars_and_cents(cents: f64) -> String {
    let (dollars, rest) = (libm::floor(cents / 100.0), cents % 100.0);
    format!("${dollars}.{rest:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(needed: f64, expected: f64) -> [String; 3] {
        let amounts = Amounts::of(needed, expected);
        [amounts.needed, amounts.expected, amounts.gap]
    }

    #[test]
    fn a_reader_who_subtracts_gets_the_gap() {
        assert_eq!(amounts(6.6938, 6.2972), ["$6.69", "$6.30", "$0.39"]);
        assert_eq!(amounts(14.0, 21.4), ["$14", "$21", "$7"]);
        assert_eq!(amounts(14.04, 14.9), ["$14.04", "$14.90", "$0.86"]);
        assert_eq!(amounts(250.2, 249.9), ["$250", "$250", "less than a dollar"]);
        assert_eq!(amounts(1.0001, 1.0), ["$1.00", "$1.00", "less than a cent"]);
        assert_eq!(amounts(0.0, 3.0), ["$0.00", "$3.00", "$3.00"]);
        assert_eq!(
            [0.0, 0.107, 9.994, 9.996, 684_123.0].map(amount),
            ["$0.00", "$0.11", "$9.99", "$10", "$684,000"]
        );
    }
}
