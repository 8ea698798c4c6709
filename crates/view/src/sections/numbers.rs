//! What a user brings in and costs a month as set, and what comes back of each dollar, which stay visible while the reader
//! changes inputs.

use super::Subject;
use crate::tree::{El, el, opens};
use payenough_analysis::verdict;
use payenough_engine::working::{Figure, Kind};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let verdict = verdict(subject.scenario, subject.outcome);
    let part = |class: &str, name: &str, amount: &str, kind: Kind| {
        let amount = match amount {
            "" => el("span").text("no amount"),
            amount => opens(amount, Figure::new(kind, 0, 0)),
        };
        el("div").class(class).with(el("dt").text(name)).with(el("dd").with(amount))
    };
    el("dl")
        .class("numbers")
        .with(part("brings", "Brings in", &verdict.brings, Kind::Expected))
        .with(part("costs", "Costs", &verdict.costs, Kind::CostEach))
        .with(part("back", "Back per dollar", &verdict.back, Kind::BackPerDollar))
}
