//! Numbers in share links: the grammar, the shortest text, and exact round trips.

use payenough_quantities::link_number::{LinkNumberError, parse_link_number, write_link_number};
use payenough_quantities::print;
use proptest::prelude::*;

#[test]
fn link_numbers_are_written_in_the_shortest_form() {
    let texts = [
        "650e9",
        "1.5e9",
        "715e9",
        "11",
        "0.0861",
        "47222",
        "12e6",
        "38.5",
        "0",
        "-1.8",
        "1e3",
        "1200",
        "12e3",
        "0.000001",
        "2e15",
        "100e6",
        "-3e12",
        "999999999999999e15",
    ];
    for text in texts {
        let value = parse_link_number(text).expect("of the grammar");
        assert_eq!(write_link_number(value).as_deref(), Some(text));
    }
    for value in [f64::NAN, f64::INFINITY, 1e-8, 0.1 + 0.2, 1e31, f64::MIN_POSITIVE, f64::MAX] {
        assert_eq!(write_link_number(value), None, "{value:?}");
    }
    assert!(parse_link_number("-0").expect("of the grammar").is_sign_positive());
}

#[test]
fn numbers_outside_the_grammar_are_rejected() {
    let texts = [
        "",
        "-",
        "+5",
        "5.",
        ".5",
        "5e5",
        "1e400",
        "1e-3",
        "1e+3",
        "1E3",
        "5e",
        "5e3e3",
        "e3",
        "0x10",
        "1_000",
        "1,5",
        "NaN",
        "inf",
        "infinity",
        " 5",
        "5 ",
        "1234567890123456",
        "0.1234567",
        "--5",
        "5-",
        "٥",
        "５",
        "1e03",
        "1e18",
        "5..",
        "..5",
        "4..5..6..7",
        "4...5",
        "4..6",
        "4..5..6",
        "-1.5e9..2",
        "<b>",
    ];
    for text in texts {
        assert_eq!(parse_link_number(text), Err(LinkNumberError::Grammar), "{text:?}");
    }
}

/// Numbers with 1 to 7 significant digits from 1e-6 to 1e15, of either sign.
fn quantised() -> impl Strategy<Value = f64> {
    (-9_999_999_i64..=9_999_999, -6_i32..=8).prop_map(|(n, e)| format!("{n}e{e}").parse().expect("a number"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn link_numbers_round_trip_exactly(value in quantised()) {
        let text = write_link_number(value).expect("of the grammar");
        prop_assert_eq!(parse_link_number(&text).map(f64::to_bits), Ok((value + 0.0).to_bits()));
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-=&?".contains(&b)));
        prop_assert!(text.len() <= print::plain(value, 7).len());
    }

    #[test]
    fn written_numbers_are_readable(value in any::<f64>()) {
        if let Some(text) = write_link_number(value) {
            prop_assert_eq!(parse_link_number(&text), Ok(value));
        }
    }

    #[test]
    fn any_bytes_give_a_number_or_an_error(bytes in any::<Vec<u8>>(), near in "[-0-9.e+x]{0,12}") {
        for text in [String::from_utf8_lossy(&bytes).as_ref(), near.as_str()] {
            prop_assert!(parse_link_number(text).map_or(true, f64::is_finite));
        }
    }
}
