//! The workings of what January 2025 foretold, and of what came. They belong to no scenario of the reader.

use super::{Answer, Answers, Ask, Part, Worked};
use crate::backtest::{Foreteller, OBSERVED, Observed};
use payenough_engine::working::{Fact, Operand, Parts};

impl Answers<'_> {
    pub(super) fn backtest(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        let row =
            OBSERVED.get(line).filter(|_| matches!(kind, Ask::Foretold | Ask::Came | Ask::CameApart))?;
        match kind {
            Ask::Foretold => foretold(row),
            Ask::Came => {
                let (name, whose, grade) = (row.what, row.who, row.grade);
                let fact = Fact { name, whose, table: "observations", row: row.id, grade };
                Some((row.came, Parts::sum(vec![Operand::fact(fact, row.came)])))
            }
            _ => {
                let [foretold, came] = [Ask::Foretold, Ask::Came].map(|it| self.of_answer(it, line));
                Some((foretold.value / came.value, Parts::over(foretold, came)))
            }
        }
    }
}

fn foretold(row: &'static Observed) -> Option<Worked> {
    let by = Foreteller::new();
    let terms: Vec<Part> =
        by.terms(row)?.into_iter().map(|(name, value)| Operand::fixed(name, value)).collect();
    Some((by.value(row)?, Parts::of(terms, |v| row.foretold.of(v))))
}
