//! Reads what a person types into a number field: `60bn`, `$60 billion`, `60,000,000,000`, `15%`. English only.
//!
//! A number keeps its digits as text until one conversion at the end, so `1.2 trillion` is exactly `1.2e12`.

use super::decimal::{Decimal, nearest};
use super::field::{FieldUnit, unit_words};

pub use super::read_error::{MAX_ENTRY_CHARS, ReadError};

/// The text in one plain spelling; `None` if it is longer.
pub(super) fn folded(text: &str, most: usize) -> Option<String> {
    let text = text.trim();
    text.chars().nth(most).is_none().then(|| without_full_stop(text.chars().filter_map(fold).collect()))
}

/// Without a full stop at the end, and with `p.a.` as words.
fn without_full_stop(mut typed: String) -> String {
    for abbreviation in ["p.a.", "p.a", "P.A."] {
        if let Some(before) = typed.strip_suffix(abbreviation) {
            typed = format!("{before}a year");
        }
    }
    let is_end_of_sentence = |rest: &str| rest.ends_with(|c: char| c.is_alphanumeric() || c == '%');
    if typed.strip_suffix('.').is_some_and(is_end_of_sentence) {
        typed.pop();
    }
    typed
}

/// A correction to offer for an entry outside `min..=max`: the same digits at another scale, if multiplying or dividing
/// by exactly one of a hundred, a thousand, a million and a billion brings it inside. It is never applied without
/// asking.
///
/// If the hard range is too wide to leave one candidate, the caller can pass the slider's range instead.
#[must_use]
pub fn suggestion(value: f64, min: f64, max: f64) -> Option<f64> {
    if min <= value && value <= max {
        return None;
    }
    let entry = Decimal::shortest(value)?;
    let mut fitting = [-9, -6, -3, -2, 2, 3, 6, 9]
        .into_iter()
        .map(|tens| entry.clone().shifted(tens).value())
        .filter(|&other| min <= other && other <= max);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// A correction to offer for an accepted percentage that looks like a fraction (`0.15`): the percentage that was
/// probably meant (15), if the range includes it.
#[must_use]
pub fn percent_hint(value: f64, min: f64, max: f64) -> Option<f64> {
    let looks_like_share = value != 0.0 && value.abs() < 1.0;
    let percentage = Decimal::shortest(value)?.shifted(2).value();
    (looks_like_share && min <= percentage && percentage <= max).then_some(percentage)
}

/// One plain spelling per character: ASCII for full-width forms, `-` for minus signs and dashes, a space for any space.
/// Invisible marks that come with pasted text are dropped.
fn fold(c: char) -> Option<char> {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        '\u{2212}' | '\u{2013}' | '\u{2014}' => Some('-'),
        '\u{2019}' => Some('\''),
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' => None,
        space if space.is_whitespace() => Some(' '),
        other => Some(other),
    }
}

/// Reads one number from folded text. A comma separates groups of three digits; where it cannot, it stands before the
/// decimals, and points separate groups: `12,5`, `1.500,75`.
pub(super) fn read_single(typed: &str, field: &FieldUnit, negatives: bool) -> Result<f64, ReadError> {
    read_as_typed(typed, field, negatives).or_else(|error| match error {
        ReadError::DecimalComma | ReadError::NotANumber if has_separators(typed) => {
            let other = swapped(typed);
            if has_zeros_for_decimals(&other) {
                return Err(ReadError::Grouping);
            }
            // What is wrong beside the comma, such as a currency, is what the reader has to know.
            let is_comma = error == ReadError::DecimalComma;
            read_as_typed(&other, field, negatives).map_err(|other| if is_comma { other } else { error })
        }
        _ => Err(error),
    })
}

/// Whether a number has a comma before its decimals.
pub(super) fn has_decimal_comma(typed: &str, field: &FieldUnit) -> bool {
    read_as_typed(typed, field, true).is_err() && read_single(typed, field, true).is_ok()
}

/// The number that an entry would be if its commas were points and its points commas; `None` if that is no number.
#[must_use]
pub fn other_reading(text: &str, field: &FieldUnit, negatives: bool) -> Option<f64> {
    let typed = folded(text, MAX_ENTRY_CHARS).filter(|typed| has_separators(typed))?;
    read_as_typed(&swapped(&typed), field, negatives).ok()
}

/// Whether the decimals of an entry are three zeros or more, which look like a group of digits: `650.000 million`.
#[must_use]
pub fn has_zeros_for_decimals(text: &str) -> bool {
    let Some((before, after)) = text.split_once('.') else { return false };
    let digits = after.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let are_zeros = digits.len() >= 3 && digits.bytes().all(|digit| digit == b'0');
    are_zeros && before.ends_with(|c: char| c.is_ascii_digit())
}

fn has_separators(typed: &str) -> bool {
    typed.contains([',', '.'])
}

fn swapped(typed: &str) -> String {
    let swap = |c| match c {
        ',' => '.',
        '.' => ',',
        other => other,
    };
    typed.chars().map(swap).collect()
}

fn read_as_typed(typed: &str, field: &FieldUnit, negatives: bool) -> Result<f64, ReadError> {
    if typed.is_empty() {
        return Err(ReadError::Empty);
    }
    let start = typed.find(|c: char| c.is_ascii_digit() || c == '.').ok_or(ReadError::NotANumber)?;
    let (head, rest) = typed.split_at(start);
    let digits = Digits::scan(rest)?;
    let (negative, affix) = read_head(head)?;
    let named = unit_words(digits.tail).ok_or(ReadError::NotANumber)?;
    let divisor = field.divisor(&named).filter(|_| affix.is_empty());
    let tens = match divisor {
        Some(_) => 0,
        None => read_tail(&affix, &named, digits.exponent.is_some(), field)?,
    };
    if negative && !negatives {
        return Err(ReadError::Negative);
    }
    Ok(digits.value(tens, negative)? / divisor.unwrap_or(1.0))
}

/// The sign and the words before the number.
fn read_head(head: &str) -> Result<(bool, Vec<String>), ReadError> {
    let signs = head.matches(['+', '-']).count();
    let affix =
        unit_words(&head.replacen(['+', '-'], "", 1)).filter(|_| signs <= 1).ok_or(ReadError::NotANumber)?;
    Ok((head.contains('-'), affix))
}

/// The power of ten that leads from the number to the field's unit, once every word around the number has been
/// accounted for.
fn read_tail(
    affix: &[String],
    named: &[String],
    has_exponent: bool,
    field: &FieldUnit,
) -> Result<i32, ReadError> {
    let all = || affix.iter().chain(named).map(String::as_str);
    if all().any(is_foreign_money) || matches!(affix, [_, dollar] if dollar == "$") {
        return Err(if field.is_money() { ReadError::Currency } else { ReadError::Unit(field.symbol) });
    }
    match affix {
        [] => {}
        [dollar] if dollar == "$" && field.is_money() => {}
        [dollar] if dollar == "$" => return Err(ReadError::Unit(field.symbol)),
        _ => return Err(ReadError::NotANumber),
    }
    if !field.is_percent() && named.iter().any(|word| word == "%") {
        return Err(ReadError::Percentage);
    }
    if named.iter().filter(|word| *word == "%").count() > 1 {
        return Err(ReadError::TwoPercents);
    }
    if field.is_named_by(named) {
        return Ok(0);
    }
    if let Some(("cent", rest)) = named.split_first().map(|(word, rest)| (word.as_str(), rest))
        && field.is_money()
        && affix.is_empty()
        && field.is_named_by(rest)
    {
        return Ok(-2);
    }
    match named.split_first().and_then(|(word, rest)| Some((scale(word)?, rest))) {
        Some((_, rest))
            if has_exponent || rest.iter().any(|word| scale(word).is_some() && !field.is_named_by(rest)) =>
        {
            Err(ReadError::TwoScales)
        }
        Some((tens, rest)) if field.is_named_by(rest) => Ok(tens),
        _ => Err(ReadError::Unit(field.symbol)),
    }
}

/// The power of ten of a scale word in the singular.
fn scale(word: &str) -> Option<i32> {
    match word {
        "k" | "thousand" => Some(3),
        "m" | "mn" | "million" => Some(6),
        "b" | "bn" | "billion" => Some(9),
        "t" | "tn" | "trn" | "trillion" => Some(12),
        _ => None,
    }
}

fn is_foreign_money(word: &str) -> bool {
    const NAMES: [&str; 18] = [
        "eur", "euro", "gbp", "pound", "sterling", "jpy", "yen", "cny", "rmb", "yuan", "inr", "rupee", "chf",
        "franc", "cad", "aud", "krw", "won",
    ];
    let is_sign = |c| matches!(c, '£'..='¥' | '\u{20A0}'..='\u{20CF}' | '\u{FFE0}' | '\u{FFE1}' | '\u{FFE5}' | '\u{FFE6}');
    NAMES.contains(&word) || word.contains(is_sign)
}

/// The words after a number that has been read.
pub(super) fn words_after(part: &str) -> &str {
    let start = part.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(0);
    Digits::scan(&part[start..]).map_or("", |digits| digits.tail.trim())
}

/// The digits of a number, and the text after them.
struct Digits<'a> {
    integer: String,
    fraction: &'a str,
    exponent: Option<i32>,
    tail: &'a str,
}

impl<'a> Digits<'a> {
    /// Takes the number at the start of `rest`, which begins with a digit or a decimal point.
    fn scan(rest: &'a str) -> Result<Self, ReadError> {
        let (body, after) = rest.split_at(body_length(rest));
        let (integer, fraction) = split_body(body)?;
        let (exponent, tail) = split_exponent(after);
        Ok(Self { integer, fraction, exponent, tail })
    }

    /// The number times a power of ten.
    fn value(&self, tens: i32, negative: bool) -> Result<f64, ReadError> {
        let Self { integer, fraction, .. } = self;
        let exponent = self.exponent.unwrap_or(0) + tens;
        let value = nearest(integer.bytes().chain(fraction.bytes()), exponent - fraction.len() as i32);
        let is_zero = !integer.bytes().chain(fraction.bytes()).any(|digit| digit != b'0');
        match value {
            _ if is_zero => Ok(0.0),
            value if value.is_infinite() => Err(ReadError::TooLarge),
            value if !value.is_normal() => Err(ReadError::TooSmall),
            value => Ok(if negative { -value } else { value }),
        }
    }
}

/// Length of the run of digits, decimal points and group separators. A space belongs to it only before a digit.
fn body_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let belongs = |at: usize| match bytes[at] {
        b'0'..=b'9' | b'.' | b',' | b'\'' => true,
        b' ' => bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        _ => false,
    };
    (0..bytes.len()).find(|&at| !belongs(at)).unwrap_or(bytes.len())
}

/// The integer digits without grouping, and the fraction digits.
fn split_body(body: &str) -> Result<(String, &str), ReadError> {
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (integer, fraction) = body.split_once('.').unwrap_or((body, ""));
    match fraction {
        _ if integer.is_empty() && fraction.is_empty() => return Err(ReadError::NotANumber),
        _ if fraction.contains('.') => return Err(ReadError::NotANumber),
        _ if fraction.contains(',') => return Err(ReadError::DecimalComma),
        _ if !is_digits(fraction) => return Err(ReadError::Grouping),
        _ => {}
    }
    let Some(separator) = integer.chars().find(|c| !c.is_ascii_digit()) else {
        return Ok((format!("0{integer}"), fraction));
    };
    let groups: Vec<&str> = integer.split(separator).collect();
    let first_fits = matches!(groups[0].len(), 1..=3) && !groups[0].starts_with('0') && is_digits(groups[0]);
    if first_fits && groups[1..].iter().all(|group| group.len() == 3 && is_digits(group)) {
        return Ok((groups.concat(), fraction));
    }
    let is_decimal_comma =
        separator == ',' && matches!(groups[..], [_, tail] if is_digits(tail) && !tail.is_empty());
    Err(if is_decimal_comma && fraction.is_empty() { ReadError::DecimalComma } else { ReadError::Grouping })
}

/// The exponent, if one follows immediately, and the rest of the text.
fn split_exponent(after: &str) -> (Option<i32>, &str) {
    let Some(power) = after.strip_prefix(['e', 'E']) else { return (None, after) };
    let unsigned = power.strip_prefix(['+', '-']).unwrap_or(power);
    let length = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, tail) = unsigned.split_at(length);
    if digits.is_empty() {
        return (None, after);
    }
    let size = digits.parse().unwrap_or(9_999).min(9_999);
    (Some(if power.starts_with('-') { -size } else { size }), tail)
}
