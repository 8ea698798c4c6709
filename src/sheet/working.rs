//! How a number is worked out, as a panel: its equation with this scenario's figures, each tagged, each that has a working
//! of its own a button to it. One panel for the engine's figures and for what the inquiries answer.

mod said;

use said::{in_unit, said};

use super::tree::{El, el, opens};
use crate::engine::working::{End, Figure, Operand, Origin, Search, When, Working};
use crate::inquiry::capability_name;
use crate::inquiry::plan::sums;
use crate::inquiry::reality::PUBLISHED;
use crate::inquiry::working::{Answer, Answers, Ask, Case, Number, PRICES};
use crate::model::{InputId, Setting};
use crate::scenario::Scenario;
use crate::units::print;

/// The panel for a number's name; says so where there is no such number.
#[must_use]
pub fn panel(key: &str, scenario: &Scenario) -> El {
    let found = Number::parse(key).and_then(|number| Answers::of(scenario.values()).working(&number));
    let body = found.map_or_else(
        || el("p").text("This number does not exist in this scenario."),
        |it| draw(&it, scenario),
    );
    let way = |words: &str, to: &str| el("button").attr("type", "button").attr("data-why", to).text(words);
    el("div")
        .with(el("div").class("buttons").with(way("Back", "back")).with(way("Close", "close")))
        .with(body)
}

fn draw(working: &Working<Number>, scenario: &Scenario) -> El {
    let number = &working.figure;
    let case = case(number);
    let mut body = el("div")
        .with(el("h2").text(&name(number, scenario)))
        .with(el("p").class("worth").text(&said(number, working.value)));
    if let Some(changes) = changes(&case, scenario) {
        body = body.with(el("p").class("moved").said(&changes));
    }
    body = body.with(el("p").text(&format!("= {}", equation(number))));
    if !working.operands.is_empty() {
        let rows = working.operands.iter().map(|it| row(it, &case, scenario)).collect();
        let head = |text: &str| el("th").attr("scope", "col").text(text);
        let heads = el("tr").with(head("From")).with(head("Value").class("num")).with(head("Which is"));
        body = body.with(el("table").with(el("thead").with(heads)).with(el("tbody").with_all(rows)));
    }
    match &working.search {
        Some(search) => body.with(el("p").class("moved").text(&searched(number, search))),
        None => body,
    }
}

/// The scenario that a number is of.
fn case(number: &Number) -> Case {
    match number {
        Number::Figure(case, _) => case.clone(),
        Number::Answer(_) | Number::Input(_) => Case::own(),
    }
}

/// What is different in the scenario that a number is of; none in the reader's own.
fn changes(case: &Case, scenario: &Scenario) -> Option<String> {
    let change = |&(id, value): &(InputId, f64)| {
        let [here, own] = [value, scenario.get(id)].map(|it| amount(id, it));
        let name = Number::Input(id).told(id.spec().label);
        if here == own { format!("{name}: {here}") } else { format!("{name}: {here}, not {own}") }
    };
    let all: Vec<String> = case.changes().iter().map(change).collect();
    (!all.is_empty()).then(|| format!("In this scenario, but with {}.", all.join("; ")))
}

/// Of which scenario a figure is, in few words.
fn beside(case: &Case) -> String {
    let changes = case.changes();
    let changed = |id: InputId| changes.iter().any(|it| it.0 == id);
    match changes {
        [] => "in this scenario".to_owned(),
        _ if changed(InputId::api_saturation) => "after the shock".to_owned(),
        _ if changed(InputId::capex_basis) => "before the shock".to_owned(),
        _ => {
            let change =
                |&(id, value): &(InputId, f64)| format!("{}: {}", id.spec().label, amount(id, value));
            format!("with {}", changes.iter().map(change).collect::<Vec<_>>().join("; "))
        }
    }
}

/// An input's value with its unit.
fn amount(id: InputId, value: f64) -> String {
    id.spec().amount(print::quantise(value, 4))
}

fn row(operand: &Operand<Number>, case: &Case, scenario: &Scenario) -> El {
    let (from, value, tag) = match &operand.origin {
        Origin::Input(id) => {
            let spec = id.spec();
            let link = el("a").attr("href", &format!("#in-{}", spec.key)).text(spec.label);
            let changed = case.changes().iter().rev().find(|it| it.0 == *id);
            let value = match (changed, scenario.setting(*id)) {
                (Some(it), _) => amount(*id, it.1),
                (None, Setting::Number(value)) => amount(*id, value),
                (None, Setting::Range(it)) => {
                    format!("{}, middle {}", spec.span(it.low, it.high), spec.amount(it.mid))
                }
            };
            let tag = if changed.is_some() {
                "changed for this".to_owned()
            } else if scenario.changed().contains(id) {
                "yours".to_owned()
            } else if scenario.changed_from_start().contains(id) {
                "this preset's".to_owned()
            } else {
                format!("default, {}", spec.grade.label())
            };
            (link, value, tag)
        }
        Origin::Figure(number) => {
            let what = name(number, scenario);
            let of = self::case(number);
            let what = if of == *case { what } else { format!("{what}, {}", beside(&of)) };
            (opens(&what, number.clone()), said(number, operand.value), "worked out".to_owned())
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
    };
    el("tr")
        .with(el("th").attr("scope", "row").with(from))
        .with(el("td").class("num").text(&value))
        .with(el("td").text(&tag))
}

fn searched(number: &Number, search: &Search) -> String {
    let Search { between: [low, high], method, watched, unit, left, size, end } = search;
    let [low, high] = [*low, *high].map(|it| said(number, it));
    if !left.is_finite() {
        // of a payback: no money is out, or none comes back
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
        Number::Input(_) => "",
    }
}

/// What it is, of which line and of when.
fn name(number: &Number, scenario: &Scenario) -> String {
    match number {
        Number::Figure(_, figure) => figure_name(*figure, scenario),
        Number::Answer(answer) => answer_name(*answer),
        Number::Input(id) => id.spec().label.to_owned(),
    }
}

/// Names of the segments, by their lines.
const SEGMENTS: [&str; 3] = ["consumers on a plan", "prosumers on the top plan", "business seats"];

fn answer_name(Answer { kind, line }: Answer) -> String {
    let label = |id: Option<&InputId>| id.map_or("", |id| id.spec().label);
    let line = match kind {
        Ask::AddsRevenue | Ask::AddsCost | Ask::Adds | Ask::NeedsUplift => capability_name(line),
        Ask::Elasticity | Ask::Best => label(PRICES.get(line)),
        Ask::Turns | Ask::TurnsOther | Ask::Effort => label(InputId::ALL.get(line)),
        Ask::Published | Ask::Here | Ask::Apart => PUBLISHED.get(line).map_or("", |it| it.label),
        Ask::SumYearly | Ask::SumPayers | Ask::SumHere => sums().get(line).map_or("", |it| it.name),
        Ask::SegmentPeople | Ask::SegmentWorth | Ask::SegmentTaking => {
            SEGMENTS.get(line).copied().unwrap_or("")
        }
        Ask::OverChats if line == 1 => "did accelerators do what they do in benchmarks",
        Ask::LostPlans if line == 1 => "growing faster at first",
        _ => "",
    };
    format!("{} {line}", kind.label()).trim_end().to_owned()
}

fn figure_name(figure: Figure, scenario: &Scenario) -> String {
    let lines = figure.line_name().into_iter().filter(|it| !it.is_empty()).map(inside);
    let line = lines.collect::<Vec<_>>().join(", ");
    let first = scenario.get(InputId::start_year) as usize;
    let quarter = |at: usize| format!(", Q{} {}", at % 4 + 1, first + at / 4);
    let when = match figure.kind.when() {
        When::Whole => String::new(),
        When::Year => format!(", {}", first + figure.at),
        When::Quarter => quarter(figure.at),
        When::Eighth if figure.at.is_multiple_of(2) => format!("{}, first day", quarter(figure.at / 2)),
        When::Eighth => format!("{}, middle", quarter(figure.at / 2)),
        When::End if figure.at == 0 => ", at the start".to_owned(),
        When::End => format!("{}, end", quarter(figure.at - 1)),
        When::Bought => format!("{}, in {}", quarter(figure.at / 100), first + figure.at % 100),
    };
    let line = if line.is_empty() { line } else { format!(" {line}") };
    format!("{}{line}{when}", figure.kind.label())
}

/// A name inside a sentence: its first letter small, unless it begins with an abbreviation.
fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::working::Kind;
    use crate::sheet::pack;

    #[test]
    fn a_panel_opens_deeper_ones_and_tags_what_it_stands_on() {
        let start = Scenario::starting_point();
        let text = pack(&panel("needed.0.0", &start));
        assert!(text.contains("$6.69 per user-month") && text.contains("data-why=needed-line.0.0"), "{text}");
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
    fn a_search_says_where_it_looked_and_what_is_left() {
        let text = pack(&panel(&Number::answer(Ask::Best, 0).key(), &Scenario::starting_point()));
        assert!(text.contains("Searched between $") && text.contains("golden section"), "{text}");
    }
}
