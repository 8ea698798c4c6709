//! How numbers are printed for the page and for machines, and that printed numbers read back to the same bits.

use payenough_quantities::entry::read_entry;
use payenough_quantities::field::FieldUnit;
use payenough_quantities::print;
use proptest::prelude::*;

#[track_caller]
fn check(print: impl Fn(f64) -> String, table: &[(f64, &str)]) {
    for &(value, text) in table {
        assert_eq!(print(value), text, "{value:?}");
    }
}

#[test]
fn money() {
    let table = [
        (0.0, "$0"),
        (-0.0, "$0"),
        (-1e-9, "$0"),
        (0.38, "$0.38"),
        (0.5, "$0.50"),
        (0.0861, "$0.0861"),
        (2e-6, "$0.000002"),
        (7.0, "$7"),
        (7.4, "$7.40"),
        (7.396, "$7.40"),
        (9.999, "$10"),
        (14.0, "$14"),
        (14.37, "$14"),
        (99.6, "$100"),
        (123.4, "$123"),
        (999.6, "$1,000"),
        (1234.0, "$1,230"),
        (47222.0, "$47,200"),
        (999_600.0, "$1 million"),
        (4.444e6, "$4.44 million"),
        (6e10, "$60 billion"),
        (7.15e11, "$715 billion"),
        (9.996e11, "$1 trillion"),
        (1.2e12, "$1.2 trillion"),
        (1.234e16, "$12,300 trillion"),
        (1.2e21, "$1.2e21"),
        (-7.0, "−$7"),
        (-0.5, "−$0.50"),
        (-3e11, "−$300 billion"),
        (f64::NAN, "–"),
        (f64::INFINITY, "–"),
        (f64::NEG_INFINITY, "–"),
    ];
    check(print::money, &table);
}

#[test]
fn axis_labels() {
    let table = [
        (0.0, "$0"),
        (0.5, "$0.50"),
        (10.0, "$10"),
        (500.0, "$500"),
        (47222.0, "$47.2k"),
        (5e6, "$5m"),
        (6e10, "$60bn"),
        (1.2e12, "$1.2tn"),
        (-3e11, "−$300bn"),
        (f64::NAN, "–"),
    ];
    check(print::axis_money, &table);
    check(
        print::axis_count,
        &[(0.0, "0"), (12.0, "12"), (21_300.0, "21.3k"), (1.5e9, "1.5bn"), (0.25, "0.25")],
    );
}

#[test]
fn counts_and_shares() {
    let counts = [
        (12.0, "12"),
        (21_300.0, "21,300"),
        (4.44e6, "4.44 million"),
        (7.5e8, "750 million"),
        (1.5e9, "1.5 billion"),
        (3.7, "3.7"),
        (-12.0, "−12"),
        (f64::NAN, "–"),
    ];
    check(print::count, &counts);
    let shares = [
        (0.095, "9.5%"),
        (0.12345, "12.3%"),
        (1.0, "100%"),
        (0.07, "7%"),
        (12.0, "1,200%"),
        (-0.095, "−9.5%"),
        (-0.0, "0%"),
        (0.9999, "100%"),
        (f64::NAN, "–"),
    ];
    check(print::percent, &shares);
}

#[test]
fn spans_and_bare_numbers() {
    let years = [
        (4.23, "4.2 years"),
        (1.0, "1 year"),
        (1.04, "1 year"),
        (0.25, "0.25 years"),
        (0.995, "1 year"),
        (0.0, "0 years"),
        (0.001, "0 years"),
        (9.96, "10 years"),
        (12.34, "12.3 years"),
        (250.0, "250 years"),
        (-1.0, "−1 year"),
        (f64::INFINITY, "–"),
    ];
    check(print::years, &years);
    check(|value| print::number(value, 4), &[(21_345.6, "21,350"), (0.0861, "0.0861"), (1e6, "1,000,000")]);
}

#[test]
fn machine_text() {
    let table = [
        (0.0, "0"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (7.15e11, "715000000000"),
        (-1.5e-7, "-0.00000015"),
        (47_222.4, "47222.4"),
        (1.23456789, "1.234568"),
        (1e21, "1e21"),
        (-1.5e300, "-1.5e300"),
        (f64::NAN, ""),
    ];
    check(|value| print::plain(value, 7), &table);
    assert_eq!(print::quantise(1.005, 3), 1.01, "as on paper, though the bits lie below the half");
    assert_eq!(print::quantise(-0.099_95, 3), -0.1);
    assert_eq!(print::quantise(f64::MAX, 1), f64::MAX, "no rounding up to infinity");
    assert!(print::quantise(f64::NAN, 6).is_nan());
}

#[test]
fn entries_as_echoed_spoken_and_shown() {
    let table = [
        ("$", 6e10, "= $60 billion", "60 billion dollars", "60 billion"),
        ("$", 7.4, "= $7.40", "7.4 dollars", "7.4"),
        ("$", 1.0, "= $1", "1 dollar", "1"),
        ("$", 47_222.0, "= $47,222", "47,222 dollars", "47,222"),
        ("$", 1_234_567.0, "= $1,234,567", "1,234,567 dollars", "1,234,567"),
        ("$", -5.0, "= −$5", "minus 5 dollars", "-5"),
        ("%", 9.5, "= 9.5%", "9.5 percent", "9.5"),
        ("% a year", 9.5, "= 9.5% a year", "9.5 percent a year", "9.5"),
        ("years", 5.0, "= 5 years", "5 years", "5"),
        ("years", 1.0, "= 1 year", "1 year", "1"),
        ("×", 1.3, "= 1.3×", "1.3 times", "1.3"),
        ("$/kWh", 0.0861, "= $0.0861/kWh", "0.0861 dollars per kWh", "0.0861"),
        ("$ per MW", 1.2e7, "= $12 million per MW", "12 million dollars per MW", "12 million"),
        ("tokens/s", 1.0, "= 1 token/s", "1 token per second", "1"),
        ("tokens/s", 1e4, "= 10,000 tokens/s", "10,000 tokens per second", "10,000"),
        ("a day", 3.7, "= 3.7 a day", "3.7 a day", "3.7"),
        ("", 2027.0, "= 2027", "2027", "2027"),
        ("", 1.5e9, "= 1.5 billion", "1.5 billion", "1.5 billion"),
    ];
    for (symbol, value, echo, spoken, text) in table {
        let unit = FieldUnit::new(symbol);
        assert_eq!(print::echo(value, &unit), echo);
        assert_eq!(print::spoken(value, &unit), spoken);
        assert_eq!(print::field_text(value, &unit), text);
    }
}

/// Numbers with 1 to 7 significant digits from 1e-6 to 1e15, of either sign.
fn quantised() -> impl Strategy<Value = f64> {
    (-9_999_999_i64..=9_999_999, -6_i32..=8).prop_map(|(n, e)| format!("{n}e{e}").parse().expect("a number"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn machine_text_gives_back_every_bit(value in prop::num::f64::ANY, digits in 0_usize..20) {
        let kept = print::quantise(value, digits);
        let text = print::plain(value, digits);
        prop_assert_eq!(text.is_empty(), !value.is_finite());
        if value.is_finite() {
            prop_assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok((kept + 0.0).to_bits()));
            prop_assert_eq!(print::quantise(kept, digits).to_bits(), kept.to_bits());
            prop_assert!(!text.contains("e-") && text != "-0");
        }
    }

    #[test]
    fn a_field_gives_back_every_bit(value in quantised()) {
        for unit in ["$", "%", "years", "$ per MW", ""].map(FieldUnit::new) {
            let text = print::field_text(value, &unit);
            prop_assert_eq!(read_entry(&text, &unit, true), Ok(vec![value]), "{}", text);
        }
    }

    #[test]
    fn no_result_prints_as_machine_noise(value in prop_oneof![prop::num::f64::ANY, -1e16..1e16, -1e3..1e3, -1e-3..1e-3]) {
        let texts = [
            print::money(value), print::axis_money(value), print::count(value), print::axis_count(value),
            print::percent(value), print::years(value), print::number(value, 3),
        ];
        for text in texts {
            prop_assert!(!["NaN", "inf", "-", "e-"].iter().any(|noise| text.contains(noise)), "{}", text);
            prop_assert!(!["−$0", "−0", "−0%", "−0 years"].contains(&text.as_str()), "{}", text);
            prop_assert!(text.chars().count() < 40, "{}", text);
        }
    }
}
