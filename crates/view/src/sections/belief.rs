//! What would have to be true: for every lever, the nearest value that turns the answer, and a button that sets it.

use super::drivers::varying;
use super::{Cell, Subject, linked_cell, more, note, number, sets, table, to_input};
use crate::table::NO_VALUE;
use crate::tree::{El, el};
use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::goal_seek::{Goal, Lever, levers_in_pieces};
use payenough_analysis::pieces::pause;
use payenough_analysis::working::{Ask, Number};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, InputSpec, Sought, Whose};
use payenough_quantities::{Usd, print};

/// Number of levers that are visible before the reader opens the rest.
const SHOWN: usize = 12;

const HEADS: [&str; 6] = ["Number", "Now", "Would have to be", "Range", "Move", ""];

pub(super) async fn draw(subject: &Subject<'_>) -> El {
    if is_without_returns(subject) {
        return el("div").with(note(RENTED)).with(goals(subject));
    }
    let goal = Goal::sought(subject.inputs);
    let all = levers_in_pieces(goal, subject.scenario.values()).await;
    let (mut found, none): (Vec<&Lever>, Vec<&Lever>) = all.iter().partition(|it| it.found.is_some());
    let tornado = Tornado::in_pieces(&varying(subject.scenario)).await;
    found.sort_by_key(|it| tornado.place(it.id));
    let is_met = goal.excess(subject.scenario.values()) >= 0.0;
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    for lever in found {
        lines.extend(line(lever, goal, subject.scenario));
        pause().await;
    }
    let rest = lines.split_off(lines.len().min(SHOWN));
    let mut body = el("div").with(note(&format!(
        "As set, {}. For that to turn, any one of these would have to be true, all else equal. “Move” is how far \
         that is, in parts of the number's range: that of its sources where they give both ends, else ours.",
        goal.clause(is_met)
    )));
    body = body.with(goals(subject));
    if lines.is_empty() {
        body = body.with(note("No single number within its allowed range turns it."));
    } else {
        body = body.with(table("The numbers that move the answer most first", &HEADS, lines));
    }
    if !rest.is_empty() {
        let line = format!("{} more that could turn it", rest.len());
        body = body.with(more(&line, table("The others, in the same order", &HEADS, rest)));
    }
    if none.is_empty() {
        return body;
    }
    let names = none.iter().map(|it| el("li").with(to_input(it.id))).collect();
    let words = format!("{} numbers matter, but no value of one in its allowed range does it", none.len());
    body.with(more(&words, el("ul").with_all(names)))
}

const RENTED: &str = "Nothing is bought here, so there is no rate of return and no payback to reach.";

fn is_without_returns(subject: &Subject<'_>) -> bool {
    let is_of_returns = matches!(subject.inputs.sought, Sought::Irr | Sought::Payback);
    is_of_returns && subject.outcome.fleet.capex <= Usd::ZERO
}

/// Buttons that choose another goal, and links to the inputs that set its level.
fn goals(subject: &Subject<'_>) -> El {
    let amount = |id: InputId| id.spec().amount(subject.scenario.get(id));
    let names = [
        "each dollar back".to_owned(),
        format!("a return of {}", amount(InputId::sought_irr)),
        format!("the money back in {}", amount(InputId::sought_payback)),
        format!("a margin of {}", amount(InputId::sought_margin)),
    ];
    let now = subject.scenario.get(InputId::sought);
    let others = names.iter().enumerate().filter(|(at, _)| *at as f64 != now);
    let line = others.fold(el("p").class("moved").text("Ask for"), |line, (at, name)| {
        let spoken = format!("Ask what would have to be true for {name}");
        line.text(" ").with(sets(name, &spoken, &[(InputId::sought, at as f64)]))
    });
    [InputId::sought_irr, InputId::sought_payback, InputId::sought_margin]
        .iter()
        .fold(line.text(" · set by"), |line, &id| line.text(" ").with(to_input(id)))
}

fn line(lever: &Lever, goal: Goal, scenario: &Scenario) -> Option<Vec<Cell>> {
    let found = lever.found?;
    let spec = lever.id.spec();
    let now = scenario.get(lever.id);
    let value = beyond(lever.id, found.value, goal, scenario);
    let [before, after] = apart(spec, now, value);
    let spoken = format!("Set {} to {after}", spec.label);
    let also = lever.other.map_or_else(String::new, |it| {
        let other = beyond(lever.id, it.value, goal, scenario);
        let words = spec.amount(print::quantise(other, 3));
        format!(" or {}", Number::answer(Ask::TurnsOther, lever.id as usize).linked(&words))
    });
    Some(vec![
        Cell::Tree(to_input(lever.id)),
        linked_cell(&before, lever.id),
        Cell::Number(Number::answer(Ask::Turns, lever.id as usize).linked(&after) + &also),
        linked_cell(&range(scenario, lever.id), lever.id),
        lever.effort.map_or_else(
            || number(NO_VALUE),
            |it| {
                linked_cell(&print::percent(two_figures(it)), Number::answer(Ask::Effort, lever.id as usize))
            },
        ),
        Cell::Tree(sets("Set", &spoken, &[(lever.id, value)])),
    ])
}

fn two_figures(value: f64) -> f64 {
    print::quantise(value, 2)
}

/// The nearest number a field can hold beyond the value at which the answer turns.
fn beyond(id: InputId, turns: f64, goal: Goal, scenario: &Scenario) -> f64 {
    let spec = id.spec();
    let enough = |it: &Scenario| goal.excess(it.values()) >= 0.0;
    let before = enough(scenario);
    let last_digit = libm::pow(10.0, libm::floor(libm::log10(turns.abs())) + 1.0 - f64::from(spec.digits));
    let away = last_digit.max(1e-6).copysign(turns - scenario.get(id));
    let near = [0.0, 1.0, 2.0, 10.0].map(|step| scenario.with(id, turns + step * away));
    near.iter().find(|&it| enough(it) != before).unwrap_or(&near[0]).get(id)
}

/// Prints two amounts with three significant figures, or with as many more as are needed to tell them apart.
fn apart(spec: &InputSpec, a: f64, b: f64) -> [String; 2] {
    let printed = |digits: usize| [a, b].map(|it| spec.amount(print::quantise(it, digits)));
    (3..=6).map(printed).find(|[a, b]| a != b).unwrap_or_else(|| printed(6))
}

/// Prints both ends of the range with one unit, and whether the range is the project's own.
fn range(scenario: &Scenario, id: InputId) -> String {
    let (spec, own) = (id.spec(), scenario.figures(id));
    if !own.is_range() {
        return NO_VALUE.to_owned();
    }
    let [low, high] = [own.low, own.high].map(|it| spec.amount(print::quantise(it, 3)));
    let unit = high.find(' ').map_or("", |at| &high[at..]);
    let whose = match own.whose {
        Whose::Sources => "",
        Whose::Ours => ", ours",
    };
    format!("{} to {high}{whose}", low.strip_suffix(unit).unwrap_or(&low))
}
