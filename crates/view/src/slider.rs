//! How the slider and the buttons beside a number field change its number or range. Independent of the browser.

use crate::plot::nice_step;
use payenough_model::{InputSpec, Range, Scale, Setting, Shape};
use payenough_quantities::print;

/// The last position of a slider; the first is 0.
pub const SLIDER_END: f64 = 1000.0;
/// Significant digits of a value set by the slider: as many as a hand can place.
const SLIDER_DIGITS: usize = 3;

/// Position of the thumb for this value. Outside the soft range it stays at that end of the slider.
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

/// The value at this position of the slider.
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

/// The value after an arrow key on the slider: one step further, but not past an end of the slider. A value beyond an end
/// only comes back.
#[must_use]
pub fn arrow(spec: &InputSpec, value: f64, direction: f64) -> f64 {
    let (low, high) = spec.soft;
    let next = nudge(spec, value, direction);
    if direction > 0.0 { next.min(high.max(value)) } else { next.max(low.min(value)) }
}

/// The nearest value that the row of the input table allows.
fn held(spec: &InputSpec, value: f64) -> f64 {
    let value = value.clamp(spec.hard.0, spec.hard.1);
    spec.kept(value).unwrap_or(value)
}

fn round_to(value: f64, step: f64) -> f64 {
    libm::round(value / step) * step
}

/// Number of digits before the decimal point and one after it, so that a year keeps all four digits.
fn whole_digits(span: f64) -> usize {
    libm::log10(span.max(1.0)) as usize + 4
}

/// Moves a setting to a new middle. A range keeps its width, or its ratios if the slider or the distribution is
/// logarithmic.
#[must_use]
pub fn moved(spec: &InputSpec, setting: Setting, mid: f64) -> Setting {
    let Setting::Range(range) = setting else { return Setting::Number(mid) };
    let by_ratio = matches!(spec.scale, Scale::Log) || matches!(spec.shape, Shape::Lognormal);
    let Range { low, mid, high } = range.around(mid, by_ratio, spec.hard);
    let is_plain = range.mid == spec.middle(range.low, range.high);
    let next = if is_plain { spec.setting(&[low, high]) } else { spec.setting(&[low, mid, high]) };
    next.ok().filter(|next| matches!(next, Setting::Range(_))).unwrap_or(setting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{take, text};
    use payenough_model::{Kind, SPECS};

    fn numbers() -> impl Iterator<Item = &'static InputSpec> {
        SPECS.iter().filter(|spec| matches!(spec.kind, Kind::Number))
    }

    fn row(key: &str) -> &'static InputSpec {
        SPECS.iter().find(|spec| spec.key == key).unwrap()
    }

    #[test]
    fn sliders_and_buttons_give_values_that_are_accepted() {
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
    fn every_press_of_an_arrow_key_moves_one_step_until_the_end_of_the_slider() {
        for spec in numbers() {
            let (low, high) = spec.soft;
            for direction in [-1.0, 1.0] {
                let mut value = spec.default;
                for press in 0..2_000 {
                    let next = arrow(spec, value, direction);
                    if next == value {
                        break;
                    }
                    assert!((next - value) * direction > 0.0, "{} {value} {next}", spec.key);
                    assert!(spec.allows(next), "{} {next}", spec.key);
                    let is_step = next == nudge(spec, value, direction) || next == low || next == high;
                    assert!(is_step && press < 1_999, "{} {value} {next}", spec.key);
                    value = next;
                }
                let end = if direction > 0.0 { high } else { low };
                let is_at_end = value == end || (spec.default - end) * direction > 0.0;
                assert!(is_at_end, "{}: {value} and not {end}", spec.key);
            }
            let beyond = spec.hard.1;
            assert_eq!(arrow(spec, beyond, 1.0), beyond, "{}", spec.key);
            assert!(arrow(spec, beyond, -1.0) < beyond, "{}", spec.key);
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
}
