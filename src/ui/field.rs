//! What a number field does with an entry: read it, check it against its row, and say what is wrong. Knows no page.

use crate::model::{InputSpec, Misfit, Range, Scale, Setting, Shape};
use crate::scenario::write_setting;
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

/// What the field shows for a number or a range; reading it gives the same back.
#[must_use]
pub fn text(spec: &InputSpec, setting: Setting) -> String {
    let one = |value| print::field_text(value, &unit(spec));
    let shown = match setting {
        Setting::Number(value) => return one(value),
        Setting::Range(Range { low, mid, high }) if mid == spec.middle(low, high) => {
            format!("{} to {}", one(low), one(high))
        }
        Setting::Range(Range { low, mid, high }) => format!("{} to {} to {}", one(low), one(mid), one(high)),
    };
    // `1 to 1.2 billion` would begin at 1 billion.
    if take(spec, &shown) == Ok(setting) { shown } else { write_setting(spec, setting) }
}

/// Reads an entry: a number, or a range, of the row's digits inside its hard range, or what to tell the reader.
///
/// # Errors
/// The sentence to show and, where the scale looks wrong, what to offer.
pub fn take(spec: &InputSpec, entry: &str) -> Result<Setting, Problem> {
    let label = spec.label;
    let told = |message| Problem { message, offer: None };
    let values = read::read_entry(entry, &unit(spec), spec.negatives())
        .map_err(|error| told(format!("{label} {error}")))?;
    spec.setting(&values).map_err(|misfit| match (misfit, &values[..]) {
        (Misfit::Outside, values) => {
            let [low, high] = [spec.hard.0, spec.hard.1].map(|end| spec.amount(end));
            let message = format!("{label} must be between {low} and {high}");
            match *values {
                [value] => {
                    let offer = read::suggestion(value, spec.hard.0, spec.hard.1);
                    Problem { message, offer: offer.map(|meant| (meant, spec.amount(meant))) }
                }
                _ => told(message + ", all of the range"),
            }
        }
        (Misfit::Reversed, _) => {
            told(format!("{label} must be a range that rises, like 4 to 6 or 4 to 5 to 6"))
        }
        (Misfit::OneOnly, _) => told(format!("{label} must be a single number")),
    })
}

/// A question about an entry that was taken: `0.15` in a percent field.
#[must_use]
pub fn doubt(spec: &InputSpec, setting: Setting) -> Option<Problem> {
    let Setting::Number(value) = setting else { return None };
    let meant = unit(spec).is_percent().then(|| read::percent_hint(value, spec.hard.0, spec.hard.1))??;
    Some(Problem { message: String::new(), offer: Some((meant, spec.amount(meant))) })
}

/// What a screen reader says of the slider.
#[must_use]
pub fn spoken(spec: &InputSpec, setting: Setting) -> String {
    match setting {
        Setting::Number(value) => print::spoken(value, &unit(spec)),
        Setting::Range(_) => spec.said(setting),
    }
}

/// A number, or a range as wide as before around it: by ratio where the slider or the spread is one of ratios.
#[must_use]
pub fn moved(spec: &InputSpec, setting: Setting, mid: f64) -> Setting {
    let Setting::Range(range) = setting else { return Setting::Number(mid) };
    let by_ratio = matches!(spec.scale, Scale::Log) || matches!(spec.shape, Shape::Lognormal);
    let Range { low, mid, high } = range.around(mid, by_ratio, spec.hard);
    let is_plain = range.mid == spec.middle(range.low, range.high);
    let next = if is_plain { spec.setting(&[low, high]) } else { spec.setting(&[low, mid, high]) };
    next.ok().filter(|next| matches!(next, Setting::Range(_))).unwrap_or(setting)
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
    let digits = if matches!(spec.scale, Scale::Log) { SLIDER_DIGITS } else { digits };
    held(spec, print::quantise(exact, digits))
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
    held(spec, next)
}

/// The nearest value that the row takes.
fn held(spec: &InputSpec, value: f64) -> f64 {
    let value = value.clamp(spec.hard.0, spec.hard.1);
    spec.kept(value).unwrap_or(value)
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
                let kept = Setting::Number(kept);
                assert_eq!(take(spec, &text(spec, kept)), Ok(kept), "{} {value}", spec.key);
            }
        }
    }

    #[test]
    fn sliders_and_buttons_give_values_that_are_taken() {
        for spec in numbers() {
            for share in 0..=40 {
                let value = at(spec, f64::from(share) * SLIDER_END / 40.0);
                let number = Setting::Number(value);
                assert_eq!(take(spec, &text(spec, number)), Ok(number), "{} {value}", spec.key);
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
        assert_eq!(take(row("capex_usd"), "$1.2 trillion"), Ok(Setting::Number(1.2e12)));
        assert_eq!(
            doubt(row("wacc_pct"), Setting::Number(0.15)).and_then(|it| it.offer),
            Some((15.0, "15% a year".to_owned()))
        );
    }

    #[test]
    fn a_field_takes_ranges_in_many_forms() {
        let range = |low, mid, high| Ok(Setting::Range(Range { low, mid, high }));
        for entry in
            ["4..6", "4 to 6", "4-6", "4 to 6 years", "4 years to 6 years", "4 to 5 to 6", "4\u{2013}6"]
        {
            assert_eq!(take(row("chip_life_yr"), entry), range(4.0, 5.0, 6.0), "{entry}");
        }
        assert_eq!(take(row("chip_life_yr"), "3..4..6"), range(3.0, 4.0, 6.0));
        assert_eq!(take(row("chip_life_yr"), "4 to 4"), Ok(Setting::Number(4.0)));
        assert_eq!(take(row("capex_usd"), "$400 to 600 billion"), range(4e11, 5e11, 6e11));
        assert_eq!(take(row("wacc_pct"), "8%..12.5%"), range(8.0, 10.0, 12.5));
        assert_eq!(take(row("api_elasticity_x"), "-1.8 to -0.5"), range(-1.8, -1.15, -0.5));
        let message = |key: &str, entry: &str| take(row(key), entry).unwrap_err().message;
        let life = "Economic life of an accelerator must be";
        assert_eq!(
            message("chip_life_yr", "4 to 60"),
            format!("{life} between 1 year and 20 years, all of the range")
        );
        assert_eq!(
            message("chip_life_yr", "6 to 4"),
            format!("{life} a range that rises, like 4 to 6 or 4 to 5 to 6")
        );
        assert_eq!(message("seed_n", "1 to 4"), "Seed of the draws must be a single number");
        assert_eq!(message("seed_n", "1 to 4 to 6"), "Seed of the draws must be a single number");
        assert!(message("api_elasticity_x", "-1.8--0.5").contains("a dash is read as a minus"));
        assert!(message("chip_life_yr", "1 to 2 to 3 to 4").contains("a range like 4 to 6"));
    }

    #[test]
    fn ranges_are_shown_as_they_are_read() {
        for spec in numbers().filter(|spec| spec.takes_range()) {
            let ends =
                [spec.low, spec.high, spec.hard.0, spec.hard.1, spec.soft.0, spec.soft.1, spec.default];
            for low in ends {
                for high in ends.into_iter().filter(|&high| low < high) {
                    for mid in ends.into_iter().filter(|&mid| low <= mid && mid <= high) {
                        for numbers in [&[low, high][..], &[low, mid, high]] {
                            let setting = spec.setting(numbers).unwrap();
                            let shown = text(spec, setting);
                            assert_eq!(take(spec, &shown), Ok(setting), "{} {shown}", spec.key);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_range_moves_with_its_middle_and_keeps_its_width() {
        let life = row("chip_life_yr");
        let four_to_six = take(life, "4 to 6").unwrap();
        assert_eq!(text(life, moved(life, four_to_six, 7.0)), "6 to 8");
        assert_eq!(text(life, moved(life, four_to_six, 1.0)), "1 to 3", "held inside the hard range");
        assert_eq!(text(life, moved(life, four_to_six, 20.0)), "18 to 20");
        let capex = row("capex_usd");
        let wide = take(capex, "400 to 500 to 1000 billion").unwrap();
        assert_eq!(text(capex, moved(capex, wide, 1e12)), "800 billion to 1 trillion to 2 trillion");
        assert_eq!(moved(life, Setting::Number(5.0), 7.0), Setting::Number(7.0));
        for spec in numbers().filter(|spec| spec.takes_range()) {
            let Ok(start) = spec.setting(&[spec.low, spec.high]) else { continue };
            for share in 0..=40 {
                let next = moved(spec, start, at(spec, f64::from(share) * SLIDER_END / 40.0));
                assert_eq!(take(spec, &text(spec, next)), Ok(next), "{}", spec.key);
                assert_eq!(
                    matches!(start, Setting::Range(_)),
                    matches!(next, Setting::Range(_)),
                    "{}",
                    spec.key
                );
            }
        }
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
