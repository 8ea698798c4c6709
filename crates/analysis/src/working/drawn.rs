//! The workings of how the answer depends on each input over many futures: rank correlations and shares of the
//! variance. Also the working of the cost of speed.

use core::cell::OnceCell;

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::futures::drivers::{Driver, RankSums, Shares};
use crate::futures::share::error_of_mean;
use crate::futures::sobol_indices::{Sums, T_95};
use crate::futures::tornado::Tornado;
use crate::serving::speeds;
use payenough_engine::working::{Figure, Kind, Operand, Origin, Parts};
use payenough_model::InputId;

/// Results that need many futures, computed once.
#[derive(Default)]
pub(super) struct Seen {
    ranks: OnceCell<Vec<RankSums>>,
    shares: OnceCell<Shares>,
}

/// The line number that stands for all drivers without a share of their own.
pub const OTHERS: usize = InputId::ALL.len();

/// The names of an estimate's parts, one for each scrambling.
const SCRAMBLINGS: [&str; 8] = [
    "the same part by the first of eight scramblings",
    "by the second",
    "by the third",
    "by the fourth",
    "by the fifth",
    "by the sixth",
    "by the seventh",
    "by the eighth",
];

impl Answers<'_> {
    pub(super) fn drawn(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        let (of_dollars, is_total, is_off) = match kind {
            Ask::RankCorrelation => return self.rank_correlation(line),
            Ask::TwiceAsFast if line == 0 => return self.twice_as_fast(),
            Ask::PlaceAlone => (false, false, false),
            Ask::PlaceTotal => (false, true, false),
            Ask::DollarsAlone => (true, false, false),
            Ask::DollarsTotal => (true, true, false),
            Ask::PlaceAloneOff => (false, false, true),
            Ask::PlaceTotalOff => (false, true, true),
            Ask::DollarsAloneOff => (true, false, true),
            Ask::DollarsTotalOff => (true, true, true),
            _ => return None,
        };
        let driver = self.driver(line)?;
        let (part, sums) =
            if of_dollars { (driver.of_dollars, &driver.sums[1]) } else { (driver.part, &driver.sums[0]) };
        let index = if is_total { part.total } else { part.first };
        Some(if is_off {
            let all = SCRAMBLINGS.iter().zip(sums.shares(is_total));
            let mut all: Vec<Part> = all.map(|(name, it)| Operand::counted(name, it)).collect();
            all.push(Operand::fixed("Student’s t of 7 degrees of freedom, 95%", T_95));
            all.push(self.input(InputId::seed));
            (index.off_by, Parts::of(all, |v| v[8] * error_of_mean(&v[..8])))
        } else {
            let Sums { n, variance, .. } = *sums;
            let all = vec![
                Operand::counted("the sum over the futures", sums.sum(is_total)),
                Operand::counted("futures of each set, n", n),
                Operand::counted("variance over both sets", variance),
                self.input(InputId::seed),
            ];
            let rule = |v: &[f64]| if v[2] > 0.0 { v[0] / (v[1] * v[2]) } else { 0.0 };
            (index.share, Parts::of(all, rule))
        })
    }

    fn driver(&self, line: usize) -> Option<&Driver> {
        let drawing = self.drawing.as_ref()?;
        let shares = self.seen.shares.get_or_init(|| Shares::of(drawing, &Tornado::of(drawing)));
        if line == OTHERS {
            return shares.others.as_ref();
        }
        shares.drivers.iter().find(|it| it.ids.first().is_some_and(|&id| id as usize == line))
    }

    fn rank_correlation(&self, line: usize) -> Option<Worked> {
        let drawing = self.drawing.as_ref()?;
        let all = self.seen.ranks.get_or_init(|| RankSums::of(drawing));
        let it = all.iter().find(|it| it.id as usize == line)?;
        let [of_input, of_answer, both] = it.sums;
        let operands = vec![
            Operand::counted("Σ (r − r̄)(s − s̄)", both),
            Operand::counted("Σ (r − r̄)²", of_input),
            Operand::counted("Σ (s − s̄)²", of_answer),
            Operand::counted("futures", it.n),
            self.input(InputId::seed),
        ];
        let rule = |v: &[f64]| (v[0] / (v[1].sqrt() * v[2].sqrt())).clamp(-1.0, 1.0);
        Some((rule(&[both, of_input, of_answer]), Parts::of(operands, rule)))
    }

    /// The cost of an answer token at twice the speed over its cost at the scenario's speed, both from the physics.
    fn twice_as_fast(&self) -> Option<Worked> {
        let [once, twice] = speeds(self.values)?;
        let case = |changes: Vec<(InputId, f64)>| {
            changes.into_iter().fold(Case::own(), |case, (id, value)| case.with(id, value))
        };
        let cost = |changes| {
            let case = case(changes);
            let figure = Figure::new(Kind::TokenCost, payenough_engine::working::ANSWER_TOKEN, 0);
            let value = self.open(&case, |workings| workings.value(figure))??;
            Some(Operand { origin: Origin::Figure(super::Number::Figure(case, figure)), value })
        };
        let (twice, once) = (cost(twice)?, cost(once)?);
        Some((twice.value / once.value, Parts::over(twice, once)))
    }
}
