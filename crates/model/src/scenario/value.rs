//! One input's setting as a link writes it: a number, a range, an option's name, 0 or 1.

use crate::{InputSpec, Kind, Misfit, Range, Setting};
use payenough_quantities::link_number::{parse_link_number, write_link_number};

/// Most numbers that a range can have: its 10th, 50th and 90th percentiles.
const MOST_NUMBERS: usize = 3;

/// Why a value in a link is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Nothing follows the key: `key=`.
    Empty,
    /// Not a number or range in the link grammar.
    NotANumber,
    /// A number or range that the input does not accept.
    Misfit(Misfit),
    /// Not the name of an option.
    NoOption,
    /// Neither 0 nor 1.
    NotASwitch,
}

/// Reads the value that a link gives for an input.
pub(super) fn read(spec: &InputSpec, text: &str) -> Result<Setting, Refusal> {
    match spec.kind {
        _ if text.is_empty() => Err(Refusal::Empty),
        Kind::Number => {
            let numbers = text.split("..").take(MOST_NUMBERS + 1).map(parse_link_number);
            let numbers: Vec<f64> = numbers.collect::<Result<_, _>>().map_err(|_| Refusal::NotANumber)?;
            if numbers.len() > MOST_NUMBERS {
                return Err(Refusal::NotANumber);
            }
            spec.setting(&numbers).map_err(Refusal::Misfit)
        }
        Kind::Choice(_) | Kind::NumberKey => {
            let option = spec.kind.options().unwrap_or_default().iter().position(|&(name, _)| name == text);
            option.map(|option| Setting::Number(option as f64)).ok_or(Refusal::NoOption)
        }
        Kind::Switch => match text {
            "0" => Ok(Setting::Number(0.0)),
            "1" => Ok(Setting::Number(1.0)),
            _ => Err(Refusal::NotASwitch),
        },
    }
}

/// Reads the text that [`write_setting`] writes; `None` if it is not a valid setting.
#[must_use]
pub fn read_setting(spec: &InputSpec, text: &str) -> Option<Setting> {
    read(spec, text).ok()
}

/// Writes a setting for a link: `4`, `4..4` for a number that is certain, `4..6`, or `3..4..6` if the middle is not the row's default middle for these ends.
#[must_use]
pub fn write_setting(spec: &InputSpec, setting: Setting) -> String {
    match setting {
        Setting::Number(value) => write(spec, value),
        Setting::Certain(value) => format!("{0}..{0}", write(spec, value)),
        Setting::Range(Range { low, mid, high }) if mid == spec.middle(low, high) => {
            format!("{}..{}", write(spec, low), write(spec, high))
        }
        Setting::Range(Range { low, mid, high }) => {
            format!("{}..{}..{}", write(spec, low), write(spec, mid), write(spec, high))
        }
    }
}

/// Writes one number for a link. The value must be one that a scenario stores.
#[must_use]
pub fn write(spec: &InputSpec, value: f64) -> String {
    match spec.kind.options() {
        Some(options) => option_name(options, value).to_owned(),
        None => write_link_number(value).unwrap_or_default(),
    }
}

/// The name of an option by index; the first option if there is none with that index.
#[must_use]
pub fn option_name(options: &'static [(&'static str, &'static str)], value: f64) -> &'static str {
    options.get(value as usize).or(options.first()).map_or("", |&(name, _)| name)
}

/// The value as a notice writes it: `$62.5 billion`, `5 years`, `announced`.
pub(super) fn amount(spec: &InputSpec, value: f64) -> String {
    match spec.kind {
        Kind::Number => spec.bare_amount(value),
        Kind::Choice(_) | Kind::NumberKey | Kind::Switch => write(spec, value),
    }
}
