//! How a number is worked out, as a panel: its equation with this scenario's figures, each tagged, each that has a working
//! of its own a button to it.

use super::tree::{El, el, opens};
use crate::engine::working::{Figure, Operand, Origin, When, Working, open};
use crate::scenario::Scenario;
use crate::units::print;

/// The panel for a figure's name; says so where there is no such figure.
#[must_use]
pub fn panel(key: &str, scenario: &Scenario) -> El {
    let found = Figure::parse(key)
        .and_then(|figure| open(scenario.values(), |it| it.of(figure)).map(|it| draw(&it, scenario)));
    let body = found.unwrap_or_else(|| el("p").text("This number does not exist in this scenario."));
    let way = |words: &str, to: &str| el("button").attr("type", "button").attr("data-why", to).text(words);
    el("div")
        .with(el("div").class("buttons").with(way("Back", "back")).with(way("Close", "close")))
        .with(body)
}

fn draw(working: &Working, scenario: &Scenario) -> El {
    let figure = working.figure;
    let rows = working.operands.iter().map(|it| row(it, scenario)).collect();
    let head = |text: &str| el("th").attr("scope", "col").text(text);
    let heads = el("tr").with(head("From")).with(head("Value").class("num")).with(head("Which is"));
    let value = said(figure.kind.unit(), working.value);
    let mut body = el("div")
        .with(el("h2").text(&name(figure, scenario)))
        .with(el("p").class("worth").text(&value))
        .with(el("p").text(&format!("= {}", figure.kind.equation())))
        .with(el("table").with(el("thead").with(heads)).with(el("tbody").with_all(rows)));
    if working.again().is_none() {
        body = body.with(el("p").class("moved").text(
            "This one is more than one line of arithmetic: above is what it stands on. MODEL.md has the rule.",
        ));
    }
    body
}

fn row(operand: &Operand, scenario: &Scenario) -> El {
    let (from, value, tag) = match operand.origin {
        Origin::Input(id) => {
            let spec = id.spec();
            let link = el("a").attr("href", &format!("#in-{}", spec.key)).text(spec.label);
            let tag = if scenario.changed().contains(&id) {
                "yours".to_owned()
            } else if scenario.changed_from_start().contains(&id) {
                "this preset's".to_owned()
            } else {
                format!("default, {}", spec.grade.label())
            };
            (link, spec.amount(print::quantise(scenario.get(id), 4)), tag)
        }
        Origin::Figure(figure) => (
            opens(&name(figure, scenario), figure),
            said(figure.kind.unit(), operand.value),
            "worked out".to_owned(),
        ),
        Origin::Fixed(name) => {
            (el("span").text(name), print::number(operand.value, 4), "of the equation".to_owned())
        }
    };
    el("tr")
        .with(el("th").attr("scope", "row").with(from))
        .with(el("td").class("num").text(&value))
        .with(el("td").text(&tag))
}

/// What it is, of which line and of when.
fn name(figure: Figure, scenario: &Scenario) -> String {
    let line = figure.line_name();
    let line = if line.is_empty() { String::new() } else { format!(" {}", line.to_lowercase()) };
    let first = scenario.get(crate::model::InputId::start_year) as usize;
    let quarter = |at: usize| format!(", Q{} {}", at % 4 + 1, first + at / 4);
    let when = match figure.kind.when() {
        When::Whole => String::new(),
        When::Year => format!(", {}", first + figure.at),
        When::Quarter => quarter(figure.at),
        When::Eighth if figure.at.is_multiple_of(2) => format!("{}, first day", quarter(figure.at / 2)),
        When::Eighth => format!("{}, middle", quarter(figure.at / 2)),
    };
    format!("{}{line}{when}", figure.kind.label())
}

/// A value in its unit.
fn said(unit: &str, value: f64) -> String {
    match unit {
        "$" => print::money(value),
        "$/token" => format!("{} per million tokens", print::money(value * 1e6)),
        "%" => print::percent(value),
        "a year" => format!("{} a year", print::percent(value)),
        "" => print::number(value, 4),
        "×" => format!("{}×", print::number(value, 4)),
        _ => match unit.strip_prefix("$/") {
            Some(per) => format!("{} per {per}", print::money(value)),
            None => format!("{} {unit}", print::count(value)),
        },
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
        let own = start.with(crate::model::InputId::programme_share, 60.0);
        assert!(pack(&panel("people.0.0", &own)).contains("yours"));
        assert!(pack(&panel("people.0.999", &start)).contains("does not exist"));
        assert_eq!(name(Figure::new(Kind::Stream, 2, 6), &start), "Revenue: api and agents, Q3 2028");
    }
}
