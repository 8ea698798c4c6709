//! What a number field does with an entry: it reads the entry, checks it against the row of the input table, and
//! explains what is wrong. Independent of the browser.

use payenough_model::scenario::write_setting;
use payenough_model::{InputSpec, Misfit, Range, Setting};
use payenough_quantities::field::FieldUnit;
use payenough_quantities::{entry, print, read};

/// What is wrong with an entry that was refused, or questionable about one that was accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// A sentence that says what is wrong; empty if there is only a suggestion.
    pub message: String,
    /// Suggestions of what the reader may have meant: value and text of each.
    pub offers: Vec<(f64, String)>,
}

/// The unit of an input as number fields read and print it.
#[must_use]
pub const fn unit(spec: &InputSpec) -> FieldUnit {
    FieldUnit::new(spec.unit.text).labelled(spec.label)
}

/// The text that the field shows for a number or a range. Reading the text gives the same setting.
#[must_use]
pub fn text(spec: &InputSpec, setting: Setting) -> String {
    let one = |value| print::field_text(value, &unit(spec));
    let shown = match setting {
        Setting::Number(value) => return one(value),
        Setting::Certain(value) => format!("{0} to {0}", one(value)),
        Setting::Range(Range { low, mid, high }) if mid == spec.middle(low, high) => {
            format!("{} to {}", one(low), one(high))
        }
        Setting::Range(Range { low, mid, high }) => format!("{} to {} to {}", one(low), one(mid), one(high)),
    };
    // `1 to 1.2 billion` would be read as a range that begins at 1 billion.
    if take(spec, &shown) == Ok(setting) { shown } else { write_setting(spec, setting) }
}

/// Reads an entry: a number or a range, with the digits of the row and inside its hard range.
///
/// # Errors
/// The sentence to show and, if the scale looks wrong, a suggestion.
pub fn take(spec: &InputSpec, typed: &str) -> Result<Setting, Problem> {
    let label = spec.label;
    let problem = |message| Problem { message, offers: Vec::new() };
    let other = read::other_reading(typed, &unit(spec), spec.negatives()).filter(|&it| is_allowed(spec, it));
    let values = entry::read_entry(typed, &unit(spec), spec.negatives())
        .map_err(|error| problem(format!("{label} {error}")))?;
    if read::has_zeros_for_decimals(typed) {
        let message =
            format!("{label} is ambiguous: three zeros after a point could be decimals or a group of digits");
        match (&values[..], other) {
            (&[value], Some(other)) if is_allowed(spec, value) && value != other => {
                return Err(Problem { message, offers: offers(spec, [value, other]) });
            }
            ([_, _, ..], _) => return Err(problem(message)),
            _ => {}
        }
    }
    spec.setting(&values).map_err(|misfit| match (misfit, &values[..]) {
        (Misfit::Outside, values) => {
            let [low, high] = [spec.hard.0, spec.hard.1].map(|end| spec.amount(end));
            let message = format!("{label} must be between {low} and {high}");
            match *values {
                [value] => {
                    let scaled = |(low, high)| read::suggestion(value, low, high);
                    let scaled = || scaled(spec.hard).or_else(|| scaled(spec.soft));
                    Problem { message, offers: offers(spec, other.or_else(scaled)) }
                }
                _ => problem(message + ", all of the range"),
            }
        }
        (Misfit::Reversed, _) => {
            problem(format!("{label} must be a range that rises, like 4 to 6 or 4 to 5 to 6"))
        }
        (Misfit::OneOnly, _) => problem(format!("{label} must be a single number")),
    })
}

/// Whether the field can hold a value.
fn is_allowed(spec: &InputSpec, value: f64) -> bool {
    spec.hard.0 <= value && value <= spec.hard.1
}

fn offers(spec: &InputSpec, values: impl IntoIterator<Item = f64>) -> Vec<(f64, String)> {
    values.into_iter().map(|value| (value, spec.amount(value))).collect()
}

/// By how many times an entry must lie beyond the slider to be questioned.
const FAR: f64 = 10.0;

/// A question about an accepted entry that may be a mistake: `0.15` in a percent field, `12,500` where the slider ends at
/// 20, or `715` in a field of billions.
#[must_use]
pub fn doubt(spec: &InputSpec, typed: &str, setting: Setting) -> Option<Problem> {
    let (Setting::Number(value) | Setting::Certain(value)) = setting else { return None };
    let (low, high) = spec.soft;
    let is_usual = |value: f64| low <= value && value <= high;
    let is_far = value > 0.0 && (value < low / FAR || FAR * high < value);
    let percentage =
        || unit(spec).is_percent().then(|| read::percent_hint(value, spec.hard.0, spec.hard.1)).flatten();
    let other = || {
        read::other_reading(typed, &unit(spec), spec.negatives())
            .filter(|&it| !is_usual(value) && is_usual(it))
    };
    let scaled = || is_far.then(|| read::suggestion(value, low, high)).flatten();
    let meant = percentage().or_else(other).or_else(scaled)?;
    Some(Problem { message: String::new(), offers: offers(spec, [meant]) })
}

/// The value of the slider as a screen reader speaks it.
#[must_use]
pub fn spoken(spec: &InputSpec, setting: Setting) -> String {
    match setting {
        Setting::Number(value) => print::spoken(value, &unit(spec)),
        Setting::Range(_) | Setting::Certain(_) => spec.setting_text(setting),
    }
}

/// Whether a keypad without letters and minus is enough: only if no scale word makes sense in this field.
#[must_use]
pub fn keypad(spec: &InputSpec) -> Option<&'static str> {
    let plain = !spec.negatives() && spec.soft.1 <= 1000.0 && !unit(spec).is_money();
    plain.then_some("decimal")
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_model::{Kind, SPECS};

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
    fn errors_name_the_field_and_its_range() {
        let problem = take(row("chip_life_yr"), "200").unwrap_err();
        assert_eq!(problem.message, "Economic life of an accelerator must be between 1 year and 20 years");
        assert_eq!(problem.offers, [(2.0, "2 years".to_owned())]);
        assert!(take(row("chip_life_yr"), "soon").unwrap_err().message.starts_with("Economic life of an"));
        assert_eq!(take(row("capex_usd"), "$1.2 trillion"), Ok(Setting::Number(1.2e12)));
        assert_eq!(
            doubt(row("wacc_pct"), "0.15", Setting::Number(0.15)).map(|it| it.offers),
            Some(vec![(15.0, "15% a year".to_owned())])
        );
    }

    /// The values that are offered for an entry, and whether it was accepted.
    fn offered(key: &str, typed: &str) -> (bool, Vec<f64>) {
        let values = |problem: Problem| problem.offers.into_iter().map(|it| it.0).collect();
        match take(row(key), typed) {
            Ok(setting) => (true, doubt(row(key), typed, setting).map_or_else(Vec::new, values)),
            Err(problem) => (false, values(problem)),
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_offered() {
        assert_eq!(offered("capex_usd", "650.000 million"), (false, vec![650e6, 650e9]));
        assert_eq!(offered("capex_usd", "715"), (false, vec![715e9]));
        assert_eq!(offered("chip_life_yr", "4,500"), (false, vec![4.5]));
        assert_eq!(offered("context_tok", "4,989"), (true, vec![]));
        assert_eq!(offered("chip_life_yr", "4,5"), (true, vec![]));
        assert_eq!(offered("capex_usd", "650,000,000,000"), (true, vec![]));
        assert_eq!(offered("wacc_pct", "9.000"), (true, vec![]));
        assert_eq!(offered("capex_usd", "650.000 million to 700.000 million"), (false, vec![]));
    }

    #[test]
    fn words_of_the_label_may_follow_the_number() {
        let is = |key: &str, typed: &str, value: f64| {
            assert_eq!(take(row(key), typed), Ok(Setting::Number(value)), "{key} {typed}");
        };
        is("capex_usd", "650bn a year", 650e9);
        is("capex_usd", "650bn per year.", 650e9);
        is("wacc_pct", "15% p.a.", 15.0);
        is("chip_life_yr", "48 months", 4.0);
        is("build_lag_qtr", "9 months", 3.0);
        is("build_lag_qtr", "1 year", 4.0);
        is("api_elasticity_x", "-1.2x", -1.2);
        is("power_usd_per_kwh", "8 cents", 0.08);
        is("power_usd_per_kwh", "8¢/kWh", 0.08);
        for (key, typed) in
            [("capex_usd", "650bn apples"), ("accelerator_usd", "$3.4 million per rack"), ("zones_h", "2x")]
        {
            assert!(take(row(key), typed).is_err(), "{key} {typed}");
        }
        let sentence = take(row("wacc_pct"), "9.5%%").unwrap_err().message;
        assert_eq!(sentence, "Discount rate must have one percent sign at most");
    }

    #[test]
    fn a_field_accepts_ranges_in_many_forms() {
        let range = |low, mid, high| Ok(Setting::Range(Range { low, mid, high }));
        for entry in
            ["4..6", "4 to 6", "4-6", "4 to 6 years", "4 years to 6 years", "4 to 5 to 6", "4\u{2013}6"]
        {
            assert_eq!(take(row("chip_life_yr"), entry), range(4.0, 5.0, 6.0), "{entry}");
        }
        assert_eq!(take(row("chip_life_yr"), "3..4..6"), range(3.0, 4.0, 6.0));
        assert_eq!(take(row("chip_life_yr"), "4 to 4"), Ok(Setting::Certain(4.0)));
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
    fn keypads_without_letters_appear_only_where_no_word_is_needed() {
        assert_eq!(keypad(row("chip_life_yr")), Some("decimal"));
        assert_eq!(keypad(row("realised_pct")), Some("decimal"));
        assert_eq!(keypad(row("capex_usd")), None);
        assert_eq!(keypad(row("users_n")), None);
        for spec in numbers().filter(|spec| keypad(spec).is_some()) {
            assert!(!spec.negatives() && spec.soft.1 <= 1000.0, "{}", spec.key);
        }
    }
}
