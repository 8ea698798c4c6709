//! Where the money goes: the cost lines and their total.

use super::Subject;
use crate::money::{Heads, Line, money_table};
use crate::tree::{El, el, opens};
use payenough_engine::Outcome;
use payenough_engine::working::{Figure, Kind};
use payenough_model::CostLine;
use payenough_quantities::print;

const HEADS: Heads = Heads {
    caption: "Money out, by line; what is left of the plant counts as a negative cost",
    name: "Line",
    total: "All cost",
    sum: Kind::CostSum,
    share: Kind::CostShare,
};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    el("div").with(money_table(&lines(subject.outcome), &HEADS)).with(remains(subject.outcome))
}

fn lines(outcome: &Outcome) -> Vec<Line> {
    let line = |line: CostLine| Line {
        label: line.label(),
        usd: outcome.cost_pv[line as usize].value(),
        figure: Figure::new(Kind::Cost, line as usize, 0),
    };
    let all = CostLine::ALL.into_iter().map(line);
    all.filter(|line| line.usd != 0.0).collect()
}

fn remains(outcome: &Outcome) -> El {
    let fleet = &outcome.fleet;
    let open = |text: &str, kind: Kind| opens(text, Figure::new(kind, 0, 0));
    let paragraph = el("p")
        .text("Revenue less all cost leaves a net present value of ")
        .with(open(&print::money(outcome.npv.value()), Kind::Npv))
        .text(". What is left of the plant adds ")
        .with(open(&print::money(outcome.npv_from_residual.value()), Kind::FromLeft))
        .text(" to it: without that it would be ")
        .with(open(&print::money((outcome.npv - outcome.npv_from_residual).value()), Kind::WithoutLeft))
        .text(". The years after the fifth add ")
        .with(open(&print::money(outcome.npv_after_year_5.value()), Kind::AfterFive))
        .text(", and the first five ")
        .with(open(&print::money((outcome.npv - outcome.npv_after_year_5).value()), Kind::FirstFive))
        .text(". ");
    let paragraph = match (outcome.irr, outcome.irr_roots.len()) {
        (Some(rate), _) => {
            let rate = open(&print::percent(rate.value()), Kind::Irr);
            paragraph.text("The internal rate of return is ").with(rate).text(" a year.")
        }
        (None, 2..) => paragraph.text(
            "There are several internal rates of return, so none is given: the net present value decides.",
        ),
        (None, _) => paragraph.text("There is no internal rate of return."),
    };
    paragraph
        .text(" At its peak the fleet has ")
        .with(open(&print::count(fleet.peak_accelerators.value()), Kind::Peak))
        .text(" accelerators and draws ")
        .with(open(&print::number(fleet.peak_power.value(), 3), Kind::PeakPower))
        .text(" MW; plant bought over the years costs ")
        .with(open(&print::money(fleet.capex.value()), Kind::PlantAll))
        .text(" before discounting.")
}
