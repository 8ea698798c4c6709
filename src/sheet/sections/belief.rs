//! What would have to be true: every lever, the nearest value that turns the answer, and a button to go there.

use super::{Subject, cell, head, name, note, num, row, sets};
use crate::engine::headline;
use crate::inquiry::goal_seek::{Goal, Lever, levers};
use crate::model::{InputId, InputSpec, Inputs};
use crate::scenario::Scenario;
use crate::sheet::table::fixed;
use crate::sheet::tree::{El, el};
use crate::units::{Usd, print};

/// How many stand in the list at first.
const SHOWN: usize = 12;

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let all = levers(Goal::Npv(Usd::ZERO), subject.scenario.values());
    let (found, none): (Vec<&Lever>, Vec<&Lever>) = all.iter().partition(|it| it.found.is_some());
    let enough = subject.outcome.npv >= Usd::ZERO;
    let lines: Vec<El> = found.iter().filter_map(|it| line(it, subject.scenario)).collect();
    let n_lines = lines.len();
    let mut lines = lines.into_iter();
    let first: Vec<El> = lines.by_ref().take(SHOWN).collect();
    let rest: Vec<El> = lines.collect();
    let mut body = el("div").with(note(if enough {
        "On these assumptions the answer is yes. For it to become no, one of these would have to be true, all else equal."
    } else {
        "On these assumptions the answer is no. For it to become yes, one of these would have to be true, all else equal."
    }));
    if n_lines == 0 {
        body = body.with(note("No single number within its allowed range turns the answer."));
    } else {
        body = body.with(levers_table(
            "Sorted by how far each would have to move, in widths of the range that its sources give",
            first,
        ));
    }
    if !rest.is_empty() {
        let more = el("summary").text(&format!("{} more that could turn it", rest.len()));
        body = body.with(el("details").class("why").with(more).with(levers_table("The others", rest)));
    }
    if none.is_empty() {
        return body;
    }
    let names = none.iter().map(|it| el("li").text(it.id.spec().label)).collect();
    let words = format!("{} numbers matter, but no value in their allowed range turns it alone", none.len());
    body.with(el("details").class("why").with(el("summary").text(&words)).with(el("ul").with_all(names)))
}

fn levers_table(caption: &str, rows: Vec<El>) -> El {
    let heads = row(vec![
        head("Number"),
        head("Now").class("num"),
        head("Would have to be").class("num"),
        head("Sources give").class("num"),
        head("Move").class("num"),
        el("td"),
    ]);
    el("table")
        .class("true")
        .with(el("caption").text(caption))
        .with(el("thead").with(heads))
        .with(el("tbody").with_all(rows))
}

fn line(lever: &Lever, scenario: &Scenario) -> Option<El> {
    let found = lever.found?;
    let spec = lever.id.spec();
    let value = beyond(lever.id, found.value, scenario);
    let amount = rounded(spec, value);
    let effort = lever.effort.map_or_else(|| "\u{2013}".to_owned(), |it| format!("{}\u{d7}", effort(it)));
    let within = spec.low <= value && value <= spec.high;
    let range = if spec.low < spec.high {
        format!("{} to {}", rounded(spec, spec.low), rounded(spec, spec.high))
    } else {
        "\u{2013}".to_owned()
    };
    let link = el("a").attr("href", &format!("#in-{}", spec.key)).text(spec.label);
    let spoken = format!("Set {} to {amount}", spec.label);
    Some(row(vec![
        name("").with(link),
        num(&rounded(spec, scenario.get(lever.id))),
        num(&amount),
        num(&range),
        el("td").class(if within { "num within" } else { "num" }).text(&effort),
        cell("").with(sets("Set", &spoken, &[(lever.id, value)])),
    ]))
}

/// The nearest number that a field holds on the other side of where the answer turns.
fn beyond(id: InputId, turns: f64, scenario: &Scenario) -> f64 {
    let spec = id.spec();
    let enough = |it: &Scenario| headline(&Inputs::read(it.values())) >= Usd::ZERO;
    let before = enough(scenario);
    let last_digit = libm::pow(10.0, libm::floor(libm::log10(turns.abs())) + 1.0 - f64::from(spec.digits));
    let away = last_digit.max(1e-6).copysign(turns - scenario.get(id));
    let near = [0.0, 1.0, 2.0, 10.0].map(|step| scenario.with(id, turns + step * away));
    near.iter().find(|&it| enough(it) != before).unwrap_or(&near[0]).get(id)
}

/// Widths of a range, with two figures.
fn effort(widths: f64) -> String {
    if widths < 10.0 { fixed(widths, if widths < 1.0 { 2 } else { 1 }) } else { print::count(widths) }
}

/// An amount with four figures: enough to tell the value that turns the answer from the one in force.
fn rounded(spec: &InputSpec, value: f64) -> String {
    spec.amount(print::quantise(value, 4))
}
