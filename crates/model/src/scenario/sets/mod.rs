//! Figures of dated sets after the first, which is the input table itself: one folder a set.

mod december_2026;

use crate::figures::carried;
use crate::{Figures, Grade, InputId, Shape, Source, Whose};

/// Figures of the set of December 2026, as this build carries them.
pub(super) static DECEMBER_2026: [(InputId, Figures); december_2026::N] = carried(december_2026::ALL);

/// Our judgement of later sets.
const OURS: Source =
    Source { title: "Our judgement, see data/defaults_2026-12.csv", date: "2026-11-29", ..Source::OURS };

/// An input's figures in a set, on the way to being complete.
#[derive(Clone, Copy)]
struct Given {
    id: InputId,
    figures: Figures,
}

impl Given {
    /// Default, low and high that are our judgement, until something else is said of them.
    const fn of(id: InputId, [default, low, high]: [f64; 3]) -> Self {
        let figures = Figures {
            default,
            low,
            high,
            shape: id.spec().shape,
            whose: Whose::Ours,
            source: &OURS,
            grade: Grade::Judgement,
            is_second_hand: false,
            evidence: "",
            fact: "",
            doc: "",
        };
        Self { id, figures }
    }

    /// Where the default was read, and how good that is.
    const fn read(mut self, source: &'static Source, grade: Grade) -> Self {
        self.figures.source = source;
        self.figures.grade = grade;
        self
    }

    /// Sources give both ends.
    const fn sourced(mut self) -> Self {
        self.figures.whose = Whose::Sources;
        self
    }

    /// Nobody opened the original.
    const fn second_hand(mut self) -> Self {
        self.figures.is_second_hand = true;
        self
    }

    /// It varies otherwise than the row says.
    const fn spread(mut self, shape: Shape) -> Self {
        self.figures.shape = shape;
        self
    }

    /// Rows of `data/` that stand beside it.
    const fn beside(mut self, evidence: &'static str) -> Self {
        self.figures.evidence = evidence;
        self
    }

    /// The row of `data/` with its figures, and why they are as they are.
    const fn why(mut self, fact: &'static str, doc: &'static str) -> (InputId, Figures) {
        self.figures.fact = fact;
        self.figures.doc = doc;
        (self.id, self.figures)
    }
}

/// One list after another; there are as many in all as the first has places.
const fn joined<const N: usize>(parts: &[&[(InputId, Figures)]]) -> [(InputId, Figures); N] {
    let mut all = [parts[0][0]; N];
    let (mut part, mut at) = (0, 0);
    while part < parts.len() {
        let mut own = 0;
        while own < parts[part].len() {
            all[at] = parts[part][own];
            (own, at) = (own + 1, at + 1);
        }
        part += 1;
    }
    assert!(at == N, "a part is left out");
    all
}
