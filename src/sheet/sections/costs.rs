//! Where the money goes: lines of cost that sum to their total.

use super::{Subject, note};
use crate::engine::Outcome;
use crate::engine::working::{Figure, Kind};
use crate::model::CostLine;
use crate::sheet::money::{Heads, Line, money_table};
use crate::sheet::tree::{El, el};
use crate::units::print;

const HEADS: Heads = Heads {
    caption: "Money out, by line; what is left of the plant counts as a negative cost",
    name: "Line",
    total: "All cost",
};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    el("div").with(money_table(&lines(subject.outcome), &HEADS)).with(note(&remains(subject.outcome)))
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

fn remains(outcome: &Outcome) -> String {
    let fleet = &outcome.fleet;
    let irr = match (outcome.irr, outcome.irr_roots.len()) {
        (Some(rate), _) => format!("The internal rate of return is {} a year.", print::percent(rate.value())),
        (None, 2..) => "There are several internal rates of return, so none is given.".to_owned(),
        (None, _) => "There is no internal rate of return.".to_owned(),
    };
    format!(
        "Revenue less all cost leaves a net present value of {}; {} of it comes from what is left of the plant and {} \
         from the time after year 5. {irr} At its peak the fleet has {} accelerators and draws {} MW; plant bought \
         over the years costs {} before discounting.",
        print::money(outcome.npv.value()),
        print::money(outcome.npv_from_residual.value()),
        print::money(outcome.npv_after_year_5.value()),
        print::count(fleet.peak_accelerators.value()),
        print::number(fleet.peak_power.value(), 3),
        print::money(fleet.capex.value()),
    )
}
