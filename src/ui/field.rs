//! What a number field does with an entry: read it, check it against its row, and say what is wrong. Knows no page.

use crate::model::{InputSpec, Scale};
use crate::sheet::plot::nice_step;
use crate::units::field::FieldUnit;
use crate::units::{print, read};

/// Positions of a slider go from 0 to this.
pub const SLIDER_END: f64 = 1000.0;
/// Significant digits that a slider gives: what a hand can place.
const SLIDER_DIGITS: usize = 3;

/// An entry that was not taken, or taken with a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What is wrong, as a sentence; empty where only a question is left.
    pub message: String,
    /// What may have been meant: value and words.
    pub offer: Option<(f64, String)>,
}

/// The row's unit as number fields know it.
#[must_use]
pub const fn unit(spec: &InputSpec) -> FieldUnit {
    FieldUnit::new(spec.unit.text)
}

/// What the field shows for a value; reading it gives the value back.
#[must_use]
pub fn text(spec: &InputSpec, value: f64) -> String {
    print::field_text(value, &unit(spec))
}

/// Reads an entry: a value of the row's digits inside its hard range, or what to tell the reader.
///
/// # Errors
/// The sentence to show and, where the scale looks wrong, what to offer.
pub fn take(spec: &InputSpec, entry: &str) -> Result<f64, Problem> {
    let value = read::read_number(entry, &unit(spec), spec.negatives())
        .map_err(|error| Problem { message: format!("{} {error}", spec.label), offer: None })?;
    let kept = print::quantise(value, usize::from(spec.digits));
    if spec.allows(kept) {
        return Ok(kept);
    }
    let offer = read::suggestion(value, spec.hard.0, spec.hard.1);
    let [low, high] = [spec.hard.0, spec.hard.1].map(|end| spec.amount(end));
    Err(Problem {
        message: format!("{} must be between {low} and {high}", spec.label),
        offer: offer.map(|meant| (meant, spec.amount(meant))),
    })
}

/// A question about an entry that was taken: `0.15` in a percent field.
#[must_use]
pub fn doubt(spec: &InputSpec, value: f64) -> Option<Problem> {
    let meant = unit(spec).is_percent().then(|| read::percent_hint(value, spec.hard.0, spec.hard.1))??;
    Some(Problem { message: String::new(), offer: Some((meant, spec.amount(meant))) })
}

/// May the keypad be one without letters and minus? Only where no scale word makes sense.
#[must_use]
pub fn keypad(spec: &InputSpec) -> Option<&'static str> {
    let plain = !spec.negatives() && spec.soft.1 <= 1000.0 && !unit(spec).is_money();
    plain.then_some("decimal")
}

/// Where the slider's thumb stands; pinned at an end outside the soft range.
#[must_use]
pub fn position(spec: &InputSpec, value: f64) -> f64 {
    let (low, high) = spec.soft;
    let share = match spec.scale {
        Scale::Linear => (value - low) / (high - low),
        Scale::Log if value <= low => 0.0,
        Scale::Log => libm::log(value / low) / libm::log(high / low),
    };
    share.clamp(0.0, 1.0) * SLIDER_END
}

/// The value at a position of the slider.
#[must_use]
pub fn at(spec: &InputSpec, position: f64) -> f64 {
    let share = (position / SLIDER_END).clamp(0.0, 1.0);
    let (low, high) = spec.soft;
    let exact = match spec.scale {
        _ if share == 0.0 => low,
        _ if share == 1.0 => high,
        Scale::Linear => round_to(low + share * (high - low), nice_step((high - low) / 400.0)),
        Scale::Log => low * libm::pow(high / low, share),
    };
    let digits = SLIDER_DIGITS.max(whole_digits(high - low)).min(usize::from(spec.digits));
    print::quantise(exact, if matches!(spec.scale, Scale::Log) { SLIDER_DIGITS } else { digits })
        .clamp(spec.hard.0, spec.hard.1)
}

/// The next round value up (`1.0`) or down (`-1.0`), inside the hard range.
#[must_use]
pub fn nudge(spec: &InputSpec, value: f64, direction: f64) -> f64 {
    let step = match spec.scale {
        Scale::Linear => nice_step((spec.soft.1 - spec.soft.0) / 100.0),
        Scale::Log => nice_step(value.abs() / 40.0),
    };
    let step = step.max(nice_step(libm::pow(
        10.0,
        libm::floor(libm::log10(value.abs())) + 1.0 - f64::from(spec.digits),
    )));
    let next = if direction > 0.0 {
        libm::floor(value / step + 1.0 + 1e-9) * step
    } else {
        libm::ceil(value / step - 1.0 - 1e-9) * step
    };
    print::quantise(next, usize::from(spec.digits)).clamp(spec.hard.0, spec.hard.1)
}

fn round_to(value: f64, step: f64) -> f64 {
    libm::round(value / step) * step
}

/// Digits before the point and one after, so that a year keeps all of its own.
fn whole_digits(span: f64) -> usize {
    libm::log10(span.max(1.0)) as usize + 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, SPECS};

    fn numbers() -> impl Iterator<Item = &'static InputSpec> {
        SPECS.iter().filter(|spec| matches!(spec.kind, Kind::Number))
    }

    fn row(key: &str) -> &'static InputSpec {
        SPECS.iter().find(|spec| spec.key == key).unwrap()
    }

    #[test]
    fn every_field_reads_what_it_shows() {
        for spec in numbers() {
            for value in
                [spec.default, spec.low, spec.high, spec.hard.0, spec.hard.1, spec.soft.0, spec.soft.1]
            {
                let kept = print::quantise(value, usize::from(spec.digits));
                assert_eq!(take(spec, &text(spec, kept)), Ok(kept), "{} {value}", spec.key);
            }
        }
    }

    #[test]
    fn sliders_and_buttons_give_values_that_are_taken() {
        for spec in numbers() {
            for share in 0..=40 {
                let value = at(spec, f64::from(share) * SLIDER_END / 40.0);
                assert_eq!(take(spec, &text(spec, value)), Ok(value), "{} {value}", spec.key);
            }
            for direction in [-1.0, 1.0] {
                for value in [spec.default, spec.hard.0, spec.hard.1] {
                    let next = nudge(spec, value, direction);
                    assert!(spec.allows(next), "{} {value} {next}", spec.key);
                    assert!(
                        value == spec.hard.0 || value == spec.hard.1 || next != value,
                        "{} stuck",
                        spec.key
                    );
                }
            }
        }
    }

    #[test]
    fn thumb_follows_the_value() {
        for spec in numbers() {
            assert_eq!(position(spec, spec.soft.0), 0.0, "{}", spec.key);
            assert!((position(spec, spec.soft.1) - SLIDER_END).abs() < 1e-6, "{}", spec.key);
            let there = position(spec, at(spec, 400.0));
            assert!((there - 400.0).abs() < 12.0, "{} {there}", spec.key);
        }
    }

    #[test]
    fn errors_name_the_field_and_its_range() {
        let problem = take(row("chip_life_yr"), "200").unwrap_err();
        assert_eq!(problem.message, "Economic life of an accelerator must be between 1 year and 20 years");
        assert_eq!(problem.offer, Some((2.0, "2 years".to_owned())));
        assert!(take(row("chip_life_yr"), "soon").unwrap_err().message.starts_with("Economic life of an"));
        assert_eq!(take(row("capex_usd"), "$1.2 trillion"), Ok(1.2e12));
        assert_eq!(
            doubt(row("wacc_pct"), 0.15).and_then(|it| it.offer),
            Some((15.0, "15% a year".to_owned()))
        );
    }

    #[test]
    fn keypads_without_letters_only_where_no_word_is_needed() {
        assert_eq!(keypad(row("chip_life_yr")), Some("decimal"));
        assert_eq!(keypad(row("realised_pct")), Some("decimal"));
        assert_eq!(keypad(row("capex_usd")), None);
        assert_eq!(keypad(row("users_n")), None);
        for spec in numbers().filter(|spec| keypad(spec).is_some()) {
            assert!(!spec.negatives() && spec.soft.1 <= 1000.0, "{}", spec.key);
        }
    }
}
