//! Prints numbers for people, and exactly for machines. English only; the bytes are the same natively and in wasm.
//!
//! There are two families. Results ([`money`], [`count`], [`percent`], [`years`]) show at most three significant
//! figures; entries ([`echo`], [`spoken`], [`field_text`]) show every digit that was typed.

use super::decimal::Decimal;
use super::field::FieldUnit;

/// Significant figures shown for a result.
const PAGE_DIGITS: usize = 3;
/// Printed in place of a number that is not finite.
const NO_NUMBER: &str = "\u{2013}";
const MINUS: &str = "\u{2212}";
/// A number closer to zero than this prints as 0.
const NOTHING: f64 = 5e-7;
/// From this power of ten on, scale words give way to `1.2e18`.
const BEYOND_WORDS: i32 = 18;
const WORDS: [(i32, &str); 3] = [(12, " trillion"), (9, " billion"), (6, " million")];
const LETTERS: [(i32, &str); 4] = [(12, "tn"), (9, "bn"), (6, "m"), (3, "k")];

/// Dollars: `$0.38`, `$7.40`, `$14`, `$21,300`, `$1.2 trillion`, `−$7`. Whole dollars from $10 up.
#[must_use]
pub fn money(usd: f64) -> String {
    shown(money_decimal(usd), |size| format!("${}", with_cents(size, scaled(size, &WORDS))))
}

/// Dollars on a chart axis: `$0`, `$7.40`, `$47.2k`, `$60bn`, `−$300bn`.
#[must_use]
pub fn axis_money(usd: f64) -> String {
    shown(money_decimal(usd), |size| format!("${}", with_cents(size, scaled(size, &LETTERS))))
}

/// A count: `12`, `21,300`, `4.44 million`, `1.5 billion`.
#[must_use]
pub fn count(value: f64) -> String {
    shown(page_decimal(value, PAGE_DIGITS), |size| scaled(size, &WORDS))
}

/// A count on a chart axis: `12`, `21.3k`, `1.5bn`.
#[must_use]
pub fn axis_count(value: f64) -> String {
    shown(page_decimal(value, PAGE_DIGITS), |size| scaled(size, &LETTERS))
}

/// A fraction of 1 as a percentage: `9.5%`.
#[must_use]
pub fn percent(share: f64) -> String {
    let size = page_decimal(share, PAGE_DIGITS).map(|size| size.shifted(2));
    shown(size, |size| format!("{}%", scaled(size, &WORDS)))
}

/// Years: `0.25 years`, `1 year`, `4.2 years`. Rounded to tenths from 1 year up and to hundredths below.
#[must_use]
pub fn years(value: f64) -> String {
    let size = Decimal::shortest(value).and_then(|size| match size.exponent {
        1.. => page_decimal(value, PAGE_DIGITS),
        0 => page_decimal(value, 2),
        -1 | -2 => page_decimal(value, (size.exponent + 3).unsigned_abs() as usize),
        _ => Some(Decimal::zero()),
    });
    shown(size, |size| {
        let text = scaled(size, &WORDS);
        if text == "1" { "1 year".to_owned() } else { text + " years" }
    })
}

/// A number with at most `digits` significant digits, in groups of three and without scale words: `21,300`.
#[must_use]
pub fn number(value: f64, digits: usize) -> String {
    shown(page_decimal(value, digits), |size| scaled(size, &[]))
}

/// The nearest number with `digits` significant decimal digits (at least 1), found through decimal text. Halves are
/// rounded away from zero.
#[must_use]
pub fn quantise(value: f64, digits: usize) -> f64 {
    let rounded = Decimal::rounded(value, digits).map_or(value, |size| size.value());
    if rounded.is_finite() { rounded } else { value }
}

/// Machine text: the shortest decimal that reads back to exactly `quantise(value, digits)`. It has an ASCII minus, no
/// grouping and never a negative exponent (a positive one from 1e21 on). It is empty if the number is not finite.
#[must_use]
pub fn plain(value: f64, digits: usize) -> String {
    match Decimal::shortest(quantise(value, digits)) {
        Some(size) if size.exponent > 20 => {
            format!("{}{}", if size.negative { "-" } else { "" }, size.scientific())
        }
        Some(size) => size.plain(),
        None => String::new(),
    }
}

/// What a field holds once an entry is read: `715 billion`, `47,222`, `0.0861`; [`super::entry::read_entry`] gives
/// exactly `value` again wherever the text is no longer than an entry may be.
#[must_use]
pub fn field_text(value: f64, unit: &FieldUnit) -> String {
    let Some(size) = Decimal::shortest(value) else { return String::new() };
    let digits = exact(&size, unit);
    format!("{}{digits}", if size.negative { "-" } else { "" })
}

/// Shows beside a field how its entry was read: `= $60 billion`, `= 9.5%`, `= 5 years`, `= $0.09/kWh`.
#[must_use]
pub fn echo(value: f64, unit: &FieldUnit) -> String {
    let size = Decimal::shortest(value);
    let text = shown(size, |size| {
        let digits = exact(size, unit);
        match unit.symbol {
            "" => digits,
            symbol if unit.is_money() => format!("${}{}", with_cents(size, digits), &symbol[1..]),
            symbol if unit.is_percent() || symbol == "×" => digits + symbol,
            symbol => format!("{digits} {}", in_number(symbol, &digits)),
        }
    });
    format!("= {text}")
}

/// An entry in words for a screen reader: `60 billion dollars`, `9.5 percent`, `5 years`.
#[must_use]
pub fn spoken(value: f64, unit: &FieldUnit) -> String {
    let Some(size) = Decimal::shortest(value) else { return "no number".to_owned() };
    let digits = exact(&size, unit);
    let sign = if size.negative { "minus " } else { "" };
    let noun = match unit.symbol {
        symbol if unit.is_money() => format!("dollars{}", &symbol[1..]),
        symbol if unit.is_percent() => format!("percent{}", &symbol[1..]),
        "×" => "times".to_owned(),
        symbol => symbol.to_owned(),
    };
    let noun = in_number(&noun, if noun == "times" { "" } else { &digits }).replace('/', " per ");
    let noun = noun.strip_suffix(" per s").map_or(noun.clone(), |what| format!("{what} per second"));
    format!("{sign}{digits} {noun}").trim_end().to_owned()
}

/// The minus sign, if any, followed by the text that `body` makes of the absolute value.
fn shown(size: Option<Decimal>, body: impl Fn(&Decimal) -> String) -> String {
    size.map_or_else(
        || NO_NUMBER.to_owned(),
        |size| format!("{}{}", if size.negative { MINUS } else { "" }, body(&size)),
    )
}

fn page_decimal(value: f64, digits: usize) -> Option<Decimal> {
    if value.abs() < NOTHING { Some(Decimal::zero()) } else { Decimal::rounded(value, digits) }
}

/// Three significant figures, but two from $10 to $99, where cents would add nothing.
fn money_decimal(usd: f64) -> Option<Decimal> {
    let is_tens = Decimal::shortest(usd)?.exponent == 1;
    page_decimal(usd, if is_tens { 2 } else { PAGE_DIGITS })
}

/// Writes `7.4` dollars as `7.40`.
fn with_cents(size: &Decimal, text: String) -> String {
    let has_dime = size.exponent < 3 && size.fraction().len() == 1;
    if has_dime { text + "0" } else { text }
}

/// The absolute value on the first scale that it reaches.
fn scaled(size: &Decimal, scales: &[(i32, &str)]) -> String {
    if size.exponent >= BEYOND_WORDS {
        return size.scientific();
    }
    match scales.iter().find(|(tens, _)| size.exponent >= *tens) {
        Some((tens, name)) => size.clone().shifted(-tens).grouped() + name,
        None => size.grouped(),
    }
}

/// Every digit of the absolute value. A plain number of four digits may be a year, so it is not grouped.
fn exact(size: &Decimal, unit: &FieldUnit) -> String {
    let worded = scaled(size, &WORDS);
    let n_decimals =
        worded.split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count());
    match size.exponent {
        BEYOND_WORDS.. => worded,
        6.. if n_decimals <= 3 => worded,
        3 if unit.symbol.is_empty() => size.grouped().replace(',', ""),
        _ => size.grouped(),
    }
}

/// The noun in the singular or plural that fits the number: `years` but `1 year`, `tokens/s` but `1 token/s`.
fn in_number(noun: &str, digits: &str) -> String {
    let (first, rest) = noun.split_at(noun.find([' ', '/']).unwrap_or(noun.len()));
    match first.strip_suffix('s') {
        Some(singular) if digits == "1" && singular.len() > 1 => format!("{singular}{rest}"),
        _ => noun.to_owned(),
    }
}
