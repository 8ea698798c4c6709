//! Names for the numbers that summarise many futures. A name lets the page open the working of its number.

use super::figures::{Figures, Headline};
use super::robustness::{At, Robustness};
use super::statistics::{neighbours, rising};
use super::sureness::{PARTS, Sureness};
use crate::working::{OfFutures, Percentile};
use payenough_engine::working::{Figure, Kind};
use payenough_model::InputSpec;
use payenough_quantities::print::quantise;

/// The names of the shares of the eight scramblings.
pub const SCRAMBLINGS: [&str; 8] = [
    "share that covers, of futures 0, 8, 16 and so on",
    "share that covers, of futures 1, 9, 17 and so on",
    "share that covers, of futures 2, 10, 18 and so on",
    "share that covers, of futures 3, 11, 19 and so on",
    "share that covers, of futures 4, 12, 20 and so on",
    "share that covers, of futures 5, 13, 21 and so on",
    "share that covers, of futures 6, 14, 22 and so on",
    "share that covers, of futures 7, 15, 23 and so on",
];

impl Sureness {
    /// The name of the count of the twenty dots in which the plan pays for itself.
    #[must_use]
    pub fn counted(&self) -> OfFutures {
        OfFutures::Twenty(self.dot_futures())
    }

    /// The name of the standard error of the share.
    #[must_use]
    pub fn named_error(&self) -> OfFutures {
        OfFutures::Error { n: self.n_futures, hits: self.counts.hits() }
    }

    /// The name of [`Sureness::back`], if two futures have a ratio there.
    #[must_use]
    pub fn named_back(&self, p: f64) -> Option<OfFutures> {
        let (n, [low, high]) = self.around_back(p)?;
        let figure = Headline::Back.figure();
        Some(OfFutures::Percentile(Percentile { figure, part: p, n, low, high }))
    }

    /// The name of [`Sureness::below`], for the scenario as set.
    #[must_use]
    pub fn named_below(&self) -> OfFutures {
        let (dots, futures) = (self.dots(), self.dot_futures());
        let with = dots.iter().zip(&futures).filter(|it| it.0.is_finite()).map(|it| *it.1).collect();
        let lowest = PARTS - dots.len() + dots.iter().filter(|it| **it == f64::NEG_INFINITY).count();
        OfFutures::Below { futures: with, lowest: lowest as u32 }
    }

    /// The name of the net present value below which a share `p` of the futures that have one lies.
    #[must_use]
    pub fn named_percentile(&self, p: f64) -> Option<OfFutures> {
        let (n, [low, high]) = self.around(p)?;
        let figure = Headline::Npv.figure();
        Some(OfFutures::Percentile(Percentile { figure, part: p, n, low, high }))
    }
}

impl Robustness {
    /// The changes that flip the answer when they are made together.
    #[must_use]
    pub fn changes(&self) -> &[At] {
        match self {
            Self::One { nearest, .. } => core::slice::from_ref(nearest),
            Self::Two { pair, .. } => pair,
            Self::Neither => &[],
        }
    }
}

impl Figures {
    /// The names of the percentiles of a headline figure, given as fractions of the futures in which it exists.
    #[must_use]
    pub fn named(&self, which: Headline, shares: &[f64]) -> Vec<OfFutures> {
        among(which.figure(), &self.each(which), shares)
    }

    /// The name of the share of futures in which a headline figure exists.
    #[must_use]
    pub fn named_existing(&self, which: Headline) -> OfFutures {
        existing(which.figure(), &self.each(which))
    }

    /// The names of the percentiles of the needed and the expected amount of a year, as in [`Self::named`].
    #[must_use]
    pub fn named_year(&self, year: usize, shares: &[f64]) -> [Vec<OfFutures>; 2] {
        let kinds = [Kind::NeededYear, Kind::ExpectedYear];
        [0, 1].map(|side| among(Figure::new(kinds[side], 0, year), &self.each_year(year, side), shares))
    }
}

fn among(figure: Figure, each: &[f64], shares: &[f64]) -> Vec<OfFutures> {
    let order = rising(each);
    let of = |&part: &f64| {
        let [low, high] = neighbours(order.len(), part)?.map(|at| order[at]);
        Some(OfFutures::Percentile(Percentile { figure, part, n: order.len() as u32, low, high }))
    };
    shares.iter().filter_map(of).collect()
}

/// The name of the share of futures in which a figure exists, given its value in each future.
#[must_use]
pub fn existing(figure: Figure, each: &[f64]) -> OfFutures {
    let first = |is_there: bool| each.iter().position(|it| it.is_finite() == is_there).map(|at| at as u32);
    let n_with = each.iter().filter(|it| it.is_finite()).count();
    OfFutures::Existing {
        figure,
        counts: [n_with as u32, each.len() as u32],
        first: [first(true), first(false)],
    }
}

/// Two amounts printed with three significant figures, or as many more as it takes to tell them apart.
pub(crate) fn apart(spec: &InputSpec, now: f64, then: f64) -> (String, String) {
    let texts =
        |digits: usize| (spec.bare_amount(quantise(now, digits)), spec.bare_amount(quantise(then, digits)));
    (3..=10).map(texts).find(|(now, then)| now != then).unwrap_or_else(|| texts(10))
}
