//! How number fields read entries: the table that the browser test also uses, the reasons for refusal, and random text.

use payenough_quantities::entry::read_entry;
use payenough_quantities::field::FieldUnit;
use payenough_quantities::read::{MAX_ENTRY_CHARS, ReadError, percent_hint, suggestion};
use proptest::prelude::*;

const DOLLARS: FieldUnit = FieldUnit::new("$");
const PERCENT: FieldUnit = FieldUnit::new("%");

/// One line of the table.
struct Row {
    unit: FieldUnit,
    negatives: bool,
    text: String,
    expected: Option<Vec<f64>>,
}

fn table() -> Vec<Row> {
    let lines = include_str!("entry_table.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).map(row).collect()
}

fn row(line: &'static str) -> Row {
    let columns: Vec<&str> = line.split('\t').collect();
    let [unit, negatives, text, expected] = columns[..] else { panic!("not four columns: {line:?}") };
    assert!(matches!(negatives, "yes" | "no"), "{line:?}");
    Row {
        unit: FieldUnit::new(unit),
        negatives: negatives == "yes",
        text: unescaped(text),
        expected: (expected != "ERR")
            .then(|| expected.split(' ').map(|number| number.parse().expect("a number")).collect()),
    }
}

/// Replaces each `\uXXXX` by its UTF-16 code unit.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut units: Vec<u16> = parts.next().unwrap_or_default().encode_utf16().collect();
    for part in parts {
        let (code, rest) = part.split_at(4);
        units.push(u16::from_str_radix(code, 16).expect("four hexadecimal digits"));
        units.extend(rest.encode_utf16());
    }
    String::from_utf16(&units).expect("paired surrogates")
}

#[test]
fn entries_are_read_as_in_the_table() {
    let rows = table();
    let (accepted, rejected): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.expected.is_some());
    assert!(accepted.len() >= 80 && rejected.len() >= 60, "{} and {}", accepted.len(), rejected.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|Row { unit, negatives, text, expected }| {
            let read = read_entry(text, unit, *negatives);
            (read.as_ref().ok() != expected.as_ref())
                .then(|| format!("{text:?} in {:?}: {read:?}", unit.symbol))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[track_caller]
fn refused(text: &str, unit: &FieldUnit, why: ReadError) {
    assert_eq!(read_entry(text, unit, false), Err(why), "{text:?}");
}

#[test]
fn errors_give_the_reason() {
    refused("", &DOLLARS, ReadError::Empty);
    refused("sixty", &DOLLARS, ReadError::NotANumber);
    refused("NaN", &DOLLARS, ReadError::NotANumber);
    refused("1,2,3", &DOLLARS, ReadError::Grouping);
    refused("1.5,5", &DOLLARS, ReadError::Grouping);
    refused("1,5 to 2,500", &DOLLARS, ReadError::Grouping);
    refused("\u{20ac}1,5bn", &DOLLARS, ReadError::Currency);
    refused("-1,5", &DOLLARS, ReadError::Negative);
    refused("15,5%", &DOLLARS, ReadError::Percentage);
    refused("60,0000", &DOLLARS, ReadError::Grouping);
    refused("9.5%%", &PERCENT, ReadError::TwoPercents);
    refused("1 to 2 to 3 to 4", &DOLLARS, ReadError::TooMany);
    refused("-5..3", &DOLLARS, ReadError::Negative);
    refused("4 to 6 weeks", &FieldUnit::new("years"), ReadError::NotANumber);
    refused("€60bn", &DOLLARS, ReadError::Currency);
    refused("C$60", &DOLLARS, ReadError::Currency);
    refused("€60", &FieldUnit::new("years"), ReadError::Unit("years"));
    refused("15%", &DOLLARS, ReadError::Percentage);
    refused("5k M", &DOLLARS, ReadError::TwoScales);
    refused("5e9 M", &DOLLARS, ReadError::TwoScales);
    refused("60Q", &DOLLARS, ReadError::Unit("$"));
    refused("$5", &PERCENT, ReadError::Unit("%"));
    refused("-5", &DOLLARS, ReadError::Negative);
    refused("1e400", &DOLLARS, ReadError::TooLarge);
    refused("1e-400", &DOLLARS, ReadError::TooSmall);
    refused(&"1".repeat(MAX_ENTRY_CHARS + 1), &DOLLARS, ReadError::TooLong);
}

#[test]
fn a_dash_may_be_a_minus() {
    let read = |text| read_entry(text, &DOLLARS, true);
    for text in ["5-9", "-5--3", "-5 - 3", "1-2 to 3"] {
        assert_eq!(read(text), Err(ReadError::Dash), "{text:?}");
    }
    assert_eq!(read("-5 to -3"), Ok(vec![-5.0, -3.0]));
    assert_eq!(read("\u{2212}5…3"), Ok(vec![-5.0, 3.0]));
    assert_eq!(read_entry("5...9", &DOLLARS, false), Ok(vec![5.0, 9.0]));
}

#[test]
fn a_range_may_be_longer_than_a_number() {
    let range = "1,234,567,890,123 to 2,345,678,901,234 to 3,456,789,012,345";
    assert_eq!(
        read_entry(range, &DOLLARS, false),
        Ok(vec![1_234_567_890_123.0, 2_345_678_901_234.0, 3_456_789_012_345.0])
    );
    assert_eq!(read_entry(&format!("1 to {}", "1".repeat(130)), &DOLLARS, false), Err(ReadError::TooLong));
}

#[test]
fn errors_continue_the_sentence_of_the_label() {
    let text = |why: ReadError| format!("Chip life {why}");
    assert_eq!(text(ReadError::NotANumber), "Chip life must be a number, like 60 billion or 15");
    assert_eq!(
        text(ReadError::Unit("years")),
        "Chip life must be a number in years; after it, thousand, million, billion or trillion can be read"
    );
    assert_eq!(text(ReadError::TooLong), "Chip life must be at most 40 characters long");
}

#[test]
fn another_scale_is_offered_if_just_one_fits() {
    assert_eq!(suggestion(6e10, 1.0, 5e3), Some(60.0), "plain dollars in a field of billions");
    assert_eq!(suggestion(650.0, 1e10, 2e12), Some(650e9));
    assert_eq!(suggestion(0.15, 1.0, 100.0), Some(15.0), "a share where a percentage is due");
    assert_eq!(suggestion(2500.0, 0.0, 100.0), None, "25 and 2.5 both fit");
    assert_eq!(suggestion(650.0, 1e6, 1e14), None, "millions and billions both fit");
    assert_eq!(suggestion(86.1, 1e4, 1e5), Some(86_100.0), "decimal text, so no 86100.00000000001");
    assert_eq!(suggestion(-0.5, -100.0, -1.0), Some(-50.0));
    assert_eq!(suggestion(60.0, 1.0, 100.0), None, "inside");
    for value in [0.0, f64::NAN, f64::INFINITY] {
        assert_eq!(suggestion(value, 1.0, 100.0), None);
    }
}

#[test]
fn a_percentage_below_one_is_kept_with_an_offer() {
    assert_eq!(read_entry("0.15", &PERCENT, false), Ok(vec![0.15]));
    assert_eq!(percent_hint(0.15, 0.1, 100.0), Some(15.0));
    assert_eq!(percent_hint(0.15, 0.0, 10.0), None, "15% would be out of range");
    assert_eq!(percent_hint(1.0, 0.0, 100.0), None);
    assert_eq!(percent_hint(0.0, 0.0, 100.0), None);
    assert_eq!(percent_hint(f64::NAN, 0.0, 100.0), None);
}

/// Text that is close to a valid entry.
fn near_entries() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "5", "60", "000", ",", ".", " ", "'", "-", "+", "$", "US", "%", "e", "E9", "k", "bn", "million",
        "to", "..", "…", "/", "per", "year", "€", "\u{a0}", "\u{2009}", "5", "−", "×", "١", "😀", "\u{200b}",
        "",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_gives_a_number_or_an_error(text in prop_oneof![any::<String>(), near_entries()], negatives in any::<bool>()) {
        for unit in ["$", "%", "years", "$/kWh", "×", ""] {
            let values = read_entry(&text, &FieldUnit::new(unit), negatives);
            prop_assert!(values.as_ref().map_or(true, |values| (1..=3).contains(&values.len())));
            for value in values.into_iter().flatten() {
                prop_assert!(value.is_finite() && (negatives || 0.0 <= value), "{text:?} is {value}");
                prop_assert!(value != 0.0 || value.is_sign_positive());
            }
        }
    }

    #[test]
    fn a_scale_word_is_exact(digits in 1_u64..1_000_000_000, point in 0_i32..9) {
        let text = format!("{digits}e-{point}");
        let plain = payenough_quantities::print::plain(text.parse().expect("a number"), 17);
        for (word, tens) in [("k", 3), ("million", 6), ("bn", 9), ("T", 12)] {
            let expected: f64 = format!("{digits}e{}", tens - point).parse().expect("a number");
            prop_assert_eq!(read_entry(&format!("{plain} {word}"), &DOLLARS, false), Ok(vec![expected]));
        }
    }
}
