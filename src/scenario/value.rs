//! One input's value as a link writes it: a number, an option's name, 0 or 1.

use crate::model::{InputSpec, Kind};
use crate::units::field::FieldUnit;
use crate::units::link_number::{LinkNumberError, parse_link_number, write_link_number};
use crate::units::print::{echo, quantise};

/// Why a value in a link is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// `key=`.
    Empty,
    /// `4..6`.
    Range,
    /// Not a number of the link grammar.
    NotANumber,
    /// A number outside the valid range.
    Outside,
    /// Not the name of an option.
    NoOption,
    /// Neither 0 nor 1.
    NotASwitch,
}

/// The value as a scenario keeps it: with the row's digits and as a link can write it; `None` if it is not valid.
pub(super) fn kept(spec: &InputSpec, value: f64) -> Option<f64> {
    let value = quantise(value, usize::from(spec.digits));
    let value = if value.abs() < 1.0 { six_decimals(value) } else { value } + 0.0;
    spec.allows(value).then_some(value)
}

/// The nearest number of six decimals, the most that a link can hold: below 0.1 six digits would need more.
fn six_decimals(value: f64) -> f64 {
    libm::round(value * 1e6) / 1e6
}

/// Reads what a link says.
pub(super) fn read(spec: &InputSpec, text: &str) -> Result<f64, Refusal> {
    match spec.kind {
        _ if text.is_empty() => Err(Refusal::Empty),
        Kind::Number => {
            let value = parse_link_number(text).map_err(|error| match error {
                LinkNumberError::Range => Refusal::Range,
                LinkNumberError::Grammar => Refusal::NotANumber,
            })?;
            kept(spec, value).ok_or(Refusal::Outside)
        }
        Kind::Choice(options) => {
            let option = options.iter().position(|&(name, _)| name == text);
            option.map(|option| option as f64).ok_or(Refusal::NoOption)
        }
        Kind::Switch => match text {
            "0" => Ok(0.0),
            "1" => Ok(1.0),
            _ => Err(Refusal::NotASwitch),
        },
    }
}

/// Reads what [`write`] wrote; `None` if it is not a valid value.
#[must_use]
pub fn said(spec: &InputSpec, text: &str) -> Option<f64> {
    read(spec, text).ok()
}

/// Writes what a link says. The value is one that a scenario keeps.
#[must_use]
pub fn write(spec: &InputSpec, value: f64) -> String {
    match spec.kind {
        Kind::Choice(options) => option_name(options, value).to_owned(),
        Kind::Number | Kind::Switch => write_link_number(value).unwrap_or_default(),
    }
}

/// The name of an option; that of the first where there is none.
#[must_use]
pub fn option_name(options: &'static [(&'static str, &'static str)], value: f64) -> &'static str {
    options.get(value as usize).or(options.first()).map_or("", |&(name, _)| name)
}

/// As a notice says it: `$62.5 billion`, `5 years`, `announced`.
pub(super) fn amount(spec: &InputSpec, value: f64) -> String {
    match spec.kind {
        Kind::Number => in_words(value, unit(spec)),
        Kind::Choice(_) | Kind::Switch => write(spec, value),
    }
}

/// The valid range, as a notice says it: `1 to 20 years`.
pub(super) fn range(spec: &InputSpec) -> String {
    let unit = unit(spec);
    let before = if unit.starts_with('$') { "$" } else { "" };
    format!("{} to {}", in_words(spec.hard.0, before), in_words(spec.hard.1, unit))
}

/// The unit as a sentence can hold it: a bare number has none.
fn unit(spec: &InputSpec) -> &'static str {
    let is_bare = spec.unit.suffix == "x" && spec.unit.text != "×";
    if is_bare { "" } else { spec.unit.text }
}

fn in_words(value: f64, unit: &'static str) -> String {
    echo(value, &FieldUnit::new(unit)).trim_start_matches("= ").to_owned()
}
