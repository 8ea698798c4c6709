//! Numbers that summarise many futures. The name of each holds the indices of the futures that determine it, so that
//! its working can be shown without drawing all futures again.

use super::{Answers, Case, Number, Part, Worked};
use crate::futures::frontier::answers_at;
use crate::futures::named::SCRAMBLINGS;
use crate::futures::points;
use crate::futures::share::{Share, error_of_mean, error_of_random};
use payenough_engine::working::{Figure, Kind, Operand, Origin, Parts};
use payenough_model::{CORRELATIONS, InputId};

/// The value below which a share of the futures lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percentile {
    /// The figure.
    pub figure: Figure,
    /// The share of the futures, as a fraction of 1.
    pub part: f64,
    /// Number of futures that have the figure.
    pub n: u32,
    /// The index of the future at that rank in ascending order, or just below it.
    pub low: u32,
    /// The index of the future just above it.
    pub high: u32,
}

/// A number that summarises many futures.
#[derive(Clone, Debug, PartialEq)]
pub enum OfFutures {
    /// The value below which a share of the futures lies.
    Percentile(Percentile),
    /// The number of twenty futures in which the plan pays for itself. They are the midpoints of twenty equal parts in
    /// ascending order of what comes back of each dollar.
    Twenty(Vec<u32>),
    /// The number of those twenty that bring back less than the scenario as set.
    Below {
        /// Those of the twenty that have a ratio.
        futures: Vec<u32>,
        /// How many of the twenty stand below every ratio: those that gave no number, or lose without outlays.
        lowest: u32,
    },
    /// The standard error of the share of futures in which the plan pays for itself.
    Error {
        /// Number of futures.
        n: u32,
        /// Number of futures in which the plan pays for itself, in each scrambling.
        hits: [u32; 8],
    },
    /// The share of futures in which a figure exists.
    Existing {
        /// The figure.
        figure: Figure,
        /// Number of futures in which the figure exists, and number of all futures.
        counts: [u32; 2],
        /// The first future in which it exists, and the first in which it does not.
        first: [Option<u32>; 2],
    },
    /// The share of futures in which the plan pays for itself, with two inputs fixed at a point of the map.
    Share(Case),
    /// The value of an input on the map, between two of its values, at which the answer turns.
    Between(InputId, [f64; 2]),
    /// How far a rank correlation was changed, from the requested value to one that is possible.
    Moved([f64; 2]),
}

impl From<OfFutures> for Number {
    fn from(it: OfFutures) -> Self {
        Self::OfFutures(it)
    }
}

impl OfFutures {
    /// Name shown to people.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Percentile(_) => "Part of the futures below:",
            Self::Twenty(_) => "Of twenty futures, in how many the build-out pays for itself",
            Self::Below { .. } => "Of twenty futures, how many bring back less than the scenario as set",
            Self::Error { .. } => {
                "Standard error of the share of futures in which the build-out pays for itself"
            }
            Self::Existing { .. } => "Share of futures that have:",
            Self::Share(_) => "Share of futures in which the build-out pays for itself",
            Self::Between(..) => "Where the answer turns:",
            Self::Moved(_) => "How far a rank correlation was moved",
        }
    }

    /// The equation, in words and symbols.
    #[must_use]
    pub const fn equation(&self) -> &'static str {
        match self {
            Self::Percentile(_) => {
                "low + (high − low) × (place − whole part of place), place = part × (n − 1), low and high the futures on either \
                 side of that place in rising order"
            }
            Self::Twenty(_) => {
                "how many of the futures in the middles of twenty equal parts, ranked by what comes back of each dollar, have a net \
                 present value of 0 or more"
            }
            Self::Below { .. } => {
                "how many of the futures in the middles of twenty equal parts bring back less of each dollar than the scenario as \
                 set, and those of them that gave no number"
            }
            Self::Error { .. } => {
                "√(Σ (p − mean of p)² ÷ (8 × 7)), p the share of each of eight scramblings drawn on their own; of random points \
                 √(p(1 − p) ÷ n)"
            }
            Self::Existing { .. } => {
                "futures that have it ÷ futures looked at; below them the first future that has it, and the first that does not"
            }
            Self::Share(_) => {
                "futures with a net present value of 0 or more ÷ futures drawn, both inputs held; below them the first future on \
                 either side"
            }
            Self::Moved(_) => {
                "|asked for − kept|, of the pair that was moved furthest: the nearest correlations that can hold all at once"
            }
            Self::Between(..) => {
                "v₁ + (v₂ − v₁) × N₁ ÷ (N₁ − N₂), N₁ and N₂ the net present values at two neighbouring values v₁ and v₂ of the \
                 map: a straight line between them"
            }
        }
    }
}

pub(super) const NPV: Figure = Figure::new(Kind::Npv, 0, 0);
const BACK: Figure = Figure::new(Kind::BackPerDollar, 0, 0);

impl Answers<'_> {
    pub(super) fn of_futures(&self, number: &OfFutures) -> Option<Worked> {
        match number {
            OfFutures::Percentile(it) => self.percentile(*it),
            OfFutures::Twenty(futures) => {
                let all = futures.iter().map(|&it| self.in_future(it, NPV)).collect::<Option<Vec<_>>>()?;
                let rule = |v: &[f64]| v.iter().filter(|it| **it >= 0.0).count() as f64;
                Some(ruled(Parts::of(all, rule)))
            }
            OfFutures::Below { futures, lowest } => {
                let lowest = Operand::counted("futures that gave no number", f64::from(*lowest));
                let own = self.there(&Case::own(), BACK)?;
                let rest = futures.iter().map(|&it| self.in_future(it, BACK)).collect::<Option<Vec<_>>>()?;
                let all = [lowest, own].into_iter().chain(rest).collect();
                Some(ruled(Parts::of(all, |v| v[0] + v[2..].iter().filter(|it| **it < v[1]).count() as f64)))
            }
            OfFutures::Error { n, hits } => self.error(*n, *hits),
            OfFutures::Existing { figure, counts: [with, n], first: [has, lacks] } => {
                let counts = [
                    Operand::counted("futures that have it", f64::from(*with)),
                    Operand::counted("futures looked at", f64::from(*n)),
                ];
                let examples = [
                    has.and_then(|it| self.in_future(it, *figure)),
                    lacks.and_then(|it| self.in_future(it, NPV)),
                ];
                let all = counts.into_iter().chain(examples.into_iter().flatten()).collect();
                Some(ruled(Parts::of(all, |v| v[0] / v[1])))
            }
            OfFutures::Share(case) => self.share(case),
            OfFutures::Moved([asked, kept]) => {
                let by = |row: InputId| (self.values.get(row) / 100.0).abs() == asked.abs();
                let asked = match CORRELATIONS.iter().find(|it| by(it.row)) {
                    Some(it) => Operand { value: *asked, ..self.input(it.row) },
                    None => Operand::counted("rank correlation asked for", *asked),
                };
                let all = vec![asked, Operand::counted("rank correlation kept", *kept)];
                Some(ruled(Parts::of(all, |v| (v[0] - v[1]).abs())))
            }
            OfFutures::Between(id, [low, high]) => {
                let place = |value| Operand::fixed("one of two neighbouring values of the map", value);
                let npv = |value| self.whole(&Case::own().with(*id, value), Kind::Npv);
                let all = vec![place(*low), place(*high), npv(*low), npv(*high)];
                Some(ruled(Parts::of(all, |v| v[0] + (v[1] - v[0]) * v[2] / (v[2] - v[3]))))
            }
        }
    }

    /// A figure of one future.
    fn in_future(&self, future: u32, figure: Figure) -> Option<Part> {
        self.there(&Case::of_future(future), figure)
    }

    /// A figure of a case, if it exists.
    fn there(&self, case: &Case, figure: Figure) -> Option<Part> {
        let value = self.open(case, |workings| workings.value(figure))??;
        Some(Operand { origin: Origin::Figure(Number::Figure(case.clone(), figure)), value })
    }

    fn percentile(&self, it: Percentile) -> Option<Worked> {
        let Percentile { figure, part, n, low, high } = it;
        let own = [InputId::percentile_low, InputId::percentile_high];
        let part = match own.into_iter().find(|&id| self.values.get(id) / 100.0 == part) {
            Some(id) => Operand { value: part, ..self.input(id) },
            None => Operand::fixed("part of the futures that lies below", part),
        };
        let all = vec![
            part,
            Operand::counted("futures ranked by this figure, n", f64::from(n)),
            self.in_future(low, figure)?,
            self.in_future(high, figure)?,
        ];
        Some(ruled(Parts::of(all, |v| {
            let place = v[0] * (v[1] - 1.0);
            v[2] + (v[3] - v[2]) * (place - libm::floor(place))
        })))
    }

    fn error(&self, n: u32, hits: [u32; 8]) -> Option<Worked> {
        let kind = self.drawing.as_ref()?.kind();
        let share = Share::of_hits(n, hits);
        let counted = [
            Operand::counted("share that covers, p", share.share()?),
            Operand::counted("futures, n", f64::from(n)),
            self.input(InputId::seed),
        ];
        let value = share.standard_error(kind)?;
        if kind == points::Kind::Random {
            return Some((value, Parts::of(counted.into(), |v| error_of_random(v[0], v[1]))));
        }
        let shares = SCRAMBLINGS.iter().zip(share.by_replicate());
        let all = shares.map(|(name, it)| Operand::counted(name, it)).chain(counted).collect();
        Some((value, Parts::of(all, |v| error_of_mean(&v[..8]))))
    }

    /// The share of futures at a point of the map.
    fn share(&self, case: &Case) -> Option<Worked> {
        let &[across, up] = case.changes() else { return None };
        let answers = answers_at(self.drawing.as_ref()?, [across, up]);
        let pays = |npv: &f64| *npv >= 0.0;
        let n_hits = answers.iter().filter(|it| pays(it)).count();
        let first = |is_enough: bool| {
            let at = answers.iter().position(|it| pays(it) == is_enough)?;
            let future = Case::of_future(at as u32).with(across.0, across.1).with(up.0, up.1);
            self.there(&future, NPV)
        };
        let counts = [
            Operand::counted("futures with a net present value of 0 or more", n_hits as f64),
            Operand::counted("futures drawn", answers.len() as f64),
        ];
        let all = counts.into_iter().chain([first(true), first(false)].into_iter().flatten()).collect();
        Some(ruled(Parts::of(all, |v| v[0] / v[1])))
    }
}

/// A number computed by the rule of its operands.
fn ruled(parts: Parts<Number>) -> Worked {
    (parts.again().unwrap_or(f64::NAN), parts)
}
