//! What a dated set says of an input: its value, its range, whose that range is, and where they come from.

use super::input::InputSpec;
use super::inputs::InputId;
use super::kind::{Kind, Shape};
use super::sources::{Grade, Source};

/// Whose a range is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A source gives both ends.
    Sources,
    /// We set an end, or both.
    Ours,
}

impl Whose {
    /// Stable name for machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Ours => "ours",
        }
    }

    /// Before the two ends, in a sentence: `sources give 10 to 20`, `our range is 10 to 20`.
    #[must_use]
    pub const fn before(self) -> &'static str {
        match self {
            Self::Sources => "sources give",
            Self::Ours => "our range is",
        }
    }

    /// Inside what, in a sentence.
    #[must_use]
    pub const fn inside(self) -> &'static str {
        match self {
            Self::Sources => "the range that sources give",
            Self::Ours => "our range",
        }
    }
}

/// What a dated set says of an input, every figure in the unit of its key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Starting point.
    pub default: f64,
    /// 10th percentile.
    pub low: f64,
    /// 90th percentile.
    pub high: f64,
    /// How it varies between futures.
    pub shape: Shape,
    /// Who gives the two ends.
    pub whose: Whose,
    /// Where the value comes from.
    pub source: &'static Source,
    /// How good that is.
    pub grade: Grade,
    /// Did nobody open the original that the source quotes?
    pub is_second_hand: bool,
    /// Rows of `data/` that bear it out, `table:id` with a space between; empty where the source alone does.
    pub evidence: &'static str,
    /// The row of `data/` that holds default, low and high: `table:id`.
    pub fact: &'static str,
    /// Why this value.
    pub doc: &'static str,
}

impl Figures {
    /// How good the value is, as the page writes it.
    #[must_use]
    pub fn grade_label(&self) -> String {
        let tail = if self.is_second_hand { ", second hand" } else { "" };
        format!("{}{tail}", self.grade.label())
    }

    /// Whose range it is, from where to where, and whether futures vary over it, to follow the value in a sentence. Empty if
    /// the input is no number or has no range.
    #[must_use]
    pub fn range_text(&self, spec: &InputSpec) -> String {
        if !(matches!(spec.kind, Kind::Number) && self.is_range()) {
            return String::new();
        }
        let varies = match self.shape {
            Shape::Fixed => ", all futures take it as it stands",
            _ => ", as do 8 in 10 simulated futures",
        };
        let [low, high] = [self.low, self.high].map(|end| spec.amount(end));
        format!("; {} {low} to {high}{varies}", self.whose.before())
    }

    /// Is there a range, and not one value alone?
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.low < self.high
    }
}

impl InputSpec {
    /// The default fields of a number row for which sources give both ends of the range.
    pub const SOURCED: Self = Self { whose: Whose::Sources, ..Self::NUMBER };

    /// What the first dated set says: the row's own figures.
    #[must_use]
    pub const fn figures(&self) -> Figures {
        Figures {
            default: self.default,
            low: self.low,
            high: self.high,
            shape: self.shape,
            whose: self.whose,
            source: self.source,
            grade: self.grade,
            is_second_hand: false,
            evidence: "",
            fact: self.fact,
            doc: self.doc,
        }
    }
}

/// The figures of a later set as this build carries them. A browser reads reasons, facts and sources from the page's own list.
pub(super) const fn carried<const N: usize>(mut all: [(InputId, Figures); N]) -> [(InputId, Figures); N] {
    let mut at = 0;
    while cfg!(target_arch = "wasm32") && at < N {
        all[at].1.doc = "";
        all[at].1.fact = "";
        all[at].1.evidence = "";
        all[at].1.source = &Source::OURS;
        at += 1;
    }
    all
}
