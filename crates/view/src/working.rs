//! The panel that explains how a number is worked out: its equation with the figures of this scenario. Each figure is
//! tagged with its origin, and one that has a working of its own is a button that opens it. The figures of the engine
//! and the answers of analysis share this panel.

use super::amount::{amount, in_unit, printed};
use super::naming::{beside, case, name};
use super::tree::{El, el, opens};
use payenough_analysis::futures::Drawing;
use payenough_analysis::working::{Answers, Case, Number};
use payenough_engine::working::{End, Operand, Origin, Search, Working};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, Setting};
use payenough_quantities::print;

/// The panel for the number of this name. It says so if there is no such number.
#[must_use]
pub fn panel(key: &str, scenario: &Scenario) -> El {
    let answers = answers(scenario);
    let found = Number::parse(key).and_then(|number| answers.working(&number));
    let body = found.map_or_else(
        || el("p").text("This number does not exist in this scenario."),
        |it| draw(&it, &answers, scenario),
    );
    let way = |words: &str, to: &str| el("button").attr("type", "button").attr("data-why", to).text(words);
    el("div")
        .with(el("div").class("buttons").with(way("Back", "back")).with(way("Close", "close")))
        .with(body)
}

/// The answers to questions about a scenario, with its simulated futures.
#[must_use]
pub fn answers(scenario: &Scenario) -> Answers<'_> {
    Answers::of(scenario.values()).with_futures(Drawing::of(scenario.values(), scenario.spreads()))
}

fn draw(working: &Working<Number>, answers: &Answers<'_>, scenario: &Scenario) -> El {
    let number = &working.figure;
    let case = case(number);
    let changed = answers.changes(&case).unwrap_or_default();
    let mut body = el("div")
        .with(el("h2").text(&name(number, scenario)))
        .with(el("p").class("worth").text(&printed(number, working.value)));
    if let Some(changes) = changes(&case, scenario) {
        body = body.with(el("p").class("moved").linked_text(&changes));
    }
    body = body.with(el("p").text(&format!("= {}", equation(number))));
    if !working.operands.is_empty() {
        let rows = working.operands.iter().map(|it| row(it, &case, &changed, scenario)).collect();
        let head = |text: &str| el("th").attr("scope", "col").text(text);
        let heads = el("tr").with(head("From")).with(head("Value").class("num")).with(head("Which is"));
        body = body.with(el("table").with(el("thead").with(heads)).with(el("tbody").with_all(rows)));
    }
    if let Some(search) = &working.search {
        body = body.with(el("p").class("moved").text(&searched(number, search)));
    }
    if case.future().is_some() { body.with(drawn(&changed)) } else { body }
}

/// A table of the input values that a future draws.
fn drawn(changed: &[(InputId, f64)]) -> El {
    let row = |&(id, value): &(InputId, f64)| {
        let name = el("a").attr("href", &format!("#in-{}", id.spec().key)).text(id.spec().label);
        el("tr")
            .with(el("th").attr("scope", "row").with(name))
            .with(el("td").class("num").text(&amount(id, value)))
    };
    el("details")
        .class("why")
        .with(el("summary").text("Every input as this future draws it"))
        .with(el("table").with(el("tbody").with_all(changed.iter().map(row).collect())))
}

/// How the scenario of a number differs from the reader's; `None` if it is the reader's own.
fn changes(case: &Case, scenario: &Scenario) -> Option<String> {
    let change = |&(id, value): &(InputId, f64)| {
        let [changed, own] = [value, scenario.get(id)].map(|it| amount(id, it));
        let name = Number::Input(id).linked(id.spec().label);
        if changed == own { format!("{name}: {changed}") } else { format!("{name}: {changed}, not {own}") }
    };
    let all: Vec<String> = case.changes().iter().map(change).collect();
    let held = all.join("; ");
    match (case.future(), all.is_empty()) {
        (None, true) => None,
        (None, false) => Some(format!("In this scenario, but with {held}.")),
        (Some(_), true) => {
            Some(format!("In this scenario, but {}: inputs that vary are as drawn there.", beside(case)))
        }
        (Some(_), false) => Some(format!(
            "In this scenario, but {}: inputs that vary are as drawn there, with {held}.",
            beside(case)
        )),
    }
}

fn row(operand: &Operand<Number>, case: &Case, changed: &[(InputId, f64)], scenario: &Scenario) -> El {
    let (from, value, tag) = match &operand.origin {
        Origin::Input(id) => {
            let spec = id.spec();
            let link = el("a").attr("href", &format!("#in-{}", spec.key)).text(spec.label);
            let changed = changed.iter().rev().find(|it| it.0 == *id);
            let is_held = case.changes().iter().any(|it| it.0 == *id);
            let value = match (changed, scenario.setting(*id)) {
                (Some(it), _) => amount(*id, it.1),
                (None, Setting::Number(value) | Setting::Certain(value)) => amount(*id, value),
                (None, Setting::Range(it)) => {
                    format!("{}, middle {}", spec.span(it.low, it.high), spec.amount(it.mid))
                }
            };
            let tag = if changed.is_some() && !is_held {
                "drawn".to_owned()
            } else if changed.is_some() {
                "changed for this".to_owned()
            } else if scenario.changed().contains(id) {
                "yours".to_owned()
            } else if scenario.changed_from_start().contains(id) {
                "this preset's".to_owned()
            } else {
                format!("default, {}", scenario.figures(*id).grade_label())
            };
            (link, value, tag)
        }
        Origin::Figure(number) => {
            let what = name(number, scenario);
            let of = super::naming::case(number);
            let what = if of == *case { what } else { format!("{what}, {}", beside(&of)) };
            (opens(&what, number.clone()), printed(number, operand.value), "worked out".to_owned())
        }
        Origin::Fact(fact) => {
            let words = format!("{}, {}", fact.name, fact.whose);
            let from = if fact.table.is_empty() {
                el("span").text(&words)
            } else {
                el("a").attr("href", "#tables").text(&words)
            };
            let place = if fact.table.is_empty() {
                String::new()
            } else {
                format!(" ({}.csv, {})", fact.table, fact.row)
            };
            let tag = format!("published, {}{place}", fact.grade.label());
            let is_short = operand.value.abs() < 1e7;
            (from, if is_short { print::number(operand.value, 7) } else { print::count(operand.value) }, tag)
        }
        Origin::Fixed(name) => {
            (el("span").text(name), print::number(operand.value, 4), "of the equation".to_owned())
        }
        Origin::Counted(name) => {
            (el("span").text(name), print::number(operand.value, 7), "counted over the futures".to_owned())
        }
    };
    el("tr")
        .with(el("th").attr("scope", "row").with(from))
        .with(el("td").class("num").text(&value))
        .with(el("td").text(&tag))
}

fn searched(number: &Number, search: &Search) -> String {
    let Search { between: [low, high], method, watched, unit, left, size, end } = search;
    let [low, high] = [*low, *high].map(|it| printed(number, it));
    if !left.is_finite() {
        // In a search for a payback: no money is out, or none ever comes back.
        return format!(
            "Searched between {low} and {high} by {method}. At the answer there is none of it: it leaps there."
        );
    }
    let is_nothing = left.abs() <= 1e-9 * size.abs();
    let [left, size] =
        [*left, *size].map(|it| if *unit == "$" { print::money(it) } else { in_unit(unit, it) });
    let ends = match end {
        End::Zero if is_nothing => {
            format!(
                "It ends where {watched} is 0: it is, to a billionth of {size}, the size of what it is made of."
            )
        }
        End::Zero => format!("It ends where {watched} is 0: at the answer it is {left}, beside {size}."),
        End::Jump => format!("At the answer {watched} is {left}: it does not pass through 0 there."),
        End::Most => format!("At the answer {watched}: {left}, which is not above 0."),
    };
    format!("Searched between {low} and {high} by {method}. {ends}")
}

fn equation(number: &Number) -> &'static str {
    match number {
        Number::Figure(_, figure) => figure.kind.equation(),
        Number::Answer(answer) => answer.kind.equation(),
        Number::OfFutures(it) => it.equation(),
        Number::Input(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::naming::figure_name;
    use super::*;
    use crate::pack;
    use payenough_analysis::working::Ask;
    use payenough_engine::working::{Figure, Kind};

    #[test]
    fn a_panel_links_its_operands_and_tags_their_origins() {
        let start = Scenario::starting_point();
        let text = pack(&panel("needed.0.0", &start));
        assert!(text.contains("$7.12 per user-month") && text.contains("data-why=needed-line.0.0"), "{text}");
        let text = pack(&panel("people.0.0", &start));
        assert!(text.contains("default, our judgement") && text.contains("of the equation"), "{text}");
        let own = start.with(InputId::programme_share, 60.0);
        assert!(pack(&panel("people.0.0", &own)).contains("yours"));
        assert!(pack(&panel("people.0.999", &start)).contains("does not exist"));
        assert_eq!(figure_name(Figure::new(Kind::Stream, 2, 6), &start), "Revenue: API and agents, Q3 2028");
    }

    #[test]
    fn a_figure_of_a_changed_scenario_says_so() {
        let start = Scenario::starting_point();
        let case = Case::own().with(InputId::programme_share, 100.0);
        let text = pack(&panel(&Number::Figure(case, Figure::new(Kind::People, 0, 0)).key(), &start));
        assert!(text.contains("In this scenario, but with") && text.contains("changed for this"), "{text}");
    }

    #[test]
    fn the_working_of_a_future_names_it_and_lists_its_inputs() {
        let number = Number::Figure(Case::of_future(17), Figure::new(Kind::Npv, 0, 0));
        let text = pack(&panel(&number.key(), &Scenario::starting_point()));
        assert!(
            text.contains("in future 17: inputs that vary are as drawn") && text.contains("Every input as")
        );
    }

    #[test]
    fn a_search_states_its_bounds_and_its_remainder() {
        let text = pack(&panel(&Number::answer(Ask::Best, 0).key(), &Scenario::starting_point()));
        assert!(text.contains("Searched between $") && text.contains("golden section"), "{text}");
    }
}
