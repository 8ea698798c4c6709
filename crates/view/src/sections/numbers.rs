//! The needed and the expected revenue per user in large type, which stay visible while the reader changes inputs.

use super::Subject;
use crate::tree::{El, el, opens};
use payenough_analysis::{Direction, verdict};
use payenough_engine::working::{Figure, Kind};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let verdict = verdict(subject.outcome);
    let answer = match verdict.direction {
        Direction::Covers => "Enough",
        Direction::FallsShort | Direction::NoLevel => "Not enough",
    };
    let decides = if verdict.needed.is_empty() { Kind::Npv } else { Kind::Gap };
    let part = |class: &str, name: &str, amount: &str, kind: Kind| {
        let amount = match amount {
            "" => el("span").text("no amount"),
            amount => opens(amount, Figure::new(kind, 0, 0)),
        };
        el("div").class(class).with(el("dt").text(name)).with(el("dd").with(amount))
    };
    el("dl")
        .class("numbers")
        .with(part("needed", "Needed", &verdict.needed, Kind::Needed))
        .with(part("expected", "Expected", &verdict.expected, Kind::Expected))
        .with(part("answer", "With these", answer, decides))
}
