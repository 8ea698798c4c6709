//! The names of the lines of each kind of figure.

use super::{Figure, Kind};
use crate::credit::LAST_YEAR;
use crate::demand::Class;
use payenough_model::{CostLine, MarginName, MessageKind, Part, Stream};

/// The names of the customer classes, in order.
const CLASSES: [&str; 5] =
    ["subscribers", "business seats", "tokens sold", "users without plan or seat", "the vendors' own use"];
/// The names of the token classes, in order.
const TOKENS: [&str; 3] = ["to be read", "found in cache", "answer"];
/// The names of the parts of a pass, in order.
const PASS: [&str; 6] = ["matrices", "attention", "reading weights", "reading cache", "links", "fixed time"];
/// The names of the limits that can determine the time of a step, in order.
const BINDS: [&str; 4] =
    ["arithmetic", "memory bandwidth", "the links between accelerators", "fixed time per step"];

/// The names of the years from the first whose plant counts among that of others.
const YEARS: [&str; LAST_YEAR] = [
    "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029", "2030", "2031", "2032", "2033", "2034",
    "2035", "2036", "2037", "2038", "2039", "2040", "2041", "2042", "2043", "2044", "2045", "2046", "2047",
    "2048", "2049", "2050", "2051", "2052",
];

/// The name of a part of a unit cost; an index past the last part is the line of their sum, "all".
fn part(at: usize) -> &'static str {
    Part::ALL.get(at).map_or("all", |it| it.label())
}

impl Figure {
    /// The name of the figure's line, in one or two parts; empty if the kind has only one line.
    #[must_use]
    pub fn line_name(self) -> [&'static str; 2] {
        let name = |names: &[&'static str], at: usize| names.get(at).copied().unwrap_or_default();
        let one = |name: &'static str| [name, ""];
        let line = self.line;
        let message = |at: usize| MessageKind::ALL.get(at).map_or("", |it| it.label());
        match self.kind {
            Kind::Revenue | Kind::RevenueShare | Kind::RevenueYear | Kind::StreamYear | Kind::Stream => {
                one(Stream::ALL.get(line).map_or("", |it| it.label()))
            }
            Kind::Cost
            | Kind::CostShare
            | Kind::CostYear
            | Kind::LineYear
            | Kind::Outlay
            | Kind::NeededLine => one(CostLine::ALL.get(line).map_or("", |it| it.label())),
            Kind::Margin => one(MarginName::ALL.get(line).map_or("", |it| it.label())),
            Kind::Tokens
            | Kind::Work
            | Kind::Fill
            | Kind::IfServed
            | Kind::Stays
            | Kind::Borne
            | Kind::Encoded
            | Kind::Made => one(name(&CLASSES, line)),
            Kind::Load => [name(&CLASSES, line / 3), name(&TOKENS, line % 3)],
            Kind::MessageTokens | Kind::Rate => one(name(&TOKENS, line)),
            Kind::Usage => one(name(&["payers", "the others"], line)),
            Kind::Worth | Kind::WrittenOff | Kind::Charge => {
                one(CostLine::ALL.get(line).map_or("", |it| it.label()))
            }
            Kind::OtherYear => one(name(&YEARS, line)),
            Kind::Raise => one(name(&["plans", "seats", "tokens"], line)),
            Kind::Payback => one(name(&["for the first time", "for good", "discounted"], line)),
            Kind::Cover => one(name(&["least", "mean"], line)),
            Kind::Group | Kind::Cut | Kind::Copies | Kind::Growth => {
                one(name(&["for answers", "for prompts"], line))
            }
            Kind::Measured => one(name(&["one in ten below", "one in ten above"], line)),
            Kind::StepPart | Kind::PassPart => one(name(&PASS, line)),
            Kind::StepShare => one(name(&BINDS, line)),
            Kind::ByPhysics => one(name(&["answers", "prompts"], line)),
            Kind::Hour | Kind::MessageCost | Kind::WatchedCost | Kind::MadeCost => one(part(line)),
            Kind::TokenCost => [name(&TOKENS, line / (Part::COUNT + 1)), part(line % (Part::COUNT + 1))],
            Kind::KindTokens => [message(line / 3), name(&TOKENS, line % 3)],
            Kind::KindEncoded | Kind::KindMade => one(message(line)),
            Kind::KindCost | Kind::KindMultiple | Kind::KindFleet | Kind::KindPower | Kind::KindCapex => {
                one(message(line))
            }
            _ => ["", ""],
        }
    }

    /// The indices of all customer classes, for sums over them.
    pub(super) fn classes() -> core::ops::Range<usize> {
        0..Class::COUNT
    }
}
