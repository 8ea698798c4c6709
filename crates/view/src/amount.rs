//! Prints the numbers of a working with their units, as the panel shows them.

use payenough_analysis::futures::twentieths;
use payenough_analysis::per_dollar;
use payenough_analysis::reality::PUBLISHED;
use payenough_analysis::working::{Answer, Ask, Number, OfFutures, PRICES, Percentile};
use payenough_model::InputId;
use payenough_quantities::print;

/// Prints the value of an input with its unit.
pub(super) fn amount(id: InputId, value: f64) -> String {
    id.spec().amount(print::quantise(value, 4))
}

/// Prints the value of any number of a working with its unit.
pub(super) fn printed(number: &Number, value: f64) -> String {
    match number {
        Number::Answer(Answer { kind: Ask::Turns | Ask::TurnsOther, line }) => {
            InputId::ALL.get(*line).map_or_else(String::new, |id| id.spec().amount(print::quantise(value, 6)))
        }
        Number::Answer(Answer { kind: Ask::Best, line }) => {
            PRICES.get(*line).map_or_else(String::new, |&id| amount(id, value))
        }
        Number::Answer(Answer { kind: Ask::Published | Ask::ThisScenario, line }) => {
            PUBLISHED.get(*line).map_or_else(String::new, |it| it.form.text(value))
        }
        // Elasticities are negative and are shown without their sign.
        Number::Answer(Answer { kind: Ask::ClosedForm | Ask::Modelled, .. }) => print::number(-value, 4),
        // Percent change in demand for one percent change in price.
        Number::Answer(Answer { kind: Ask::Elasticity, .. }) => format!("{}%", print::number(value, 3)),
        Number::Answer(answer) => in_unit(answer.kind.unit(), value),
        Number::OfFutures(it) => match it {
            OfFutures::Percentile(Percentile { figure, .. }) => in_unit(figure.kind.unit(), value),
            OfFutures::Twenty(_) => twentieths(value as usize),
            OfFutures::Below { .. } => format!("{} of 20", print::count(value)),
            OfFutures::Error { .. } => format!("{} points of a hundred", print::number(value * 100.0, 3)),
            OfFutures::Existing { .. } | OfFutures::Share(_) => print::percent(value),
            OfFutures::Between(id, _) => amount(*id, value),
            OfFutures::Moved(_) => print::number(value, 3),
        },
        Number::Figure(_, figure) => in_unit(figure.kind.unit(), value),
        Number::Input(id) => amount(*id, value * id.spec().unit.per_base),
    }
}

/// Prints a value with this unit.
pub(super) fn in_unit(unit: &str, value: f64) -> String {
    match unit {
        "$" if value.abs() < 10.0 => {
            let sign = if value < 0.0 { "\u{2212}" } else { "" };
            format!("{sign}${}", print::number(value.abs(), 4))
        }
        "$" => print::money(value),
        "$/token" => format!("${} per million tokens", print::number(value * 1e6, 4)),
        "%" => print::percent(value),
        "¢" => per_dollar(value / 100.0),
        "a year" => format!("{} a year", print::percent(value)),
        "" => print::number(value, 4),
        "×" => format!("{}×", print::number(value, 4)),
        "s" if value.abs() < 1.0 && value != 0.0 => format!("{} ms", print::number(value * 1e3, 4)),
        "years" => print::years(value),
        _ => match unit.strip_prefix("$/") {
            Some(per) => format!("{} per {per}", print::money(value)),
            None => format!("{} {unit}", print::count(value)),
        },
    }
}
