//! Numbers in share links: `-?digits(1-15)[.digits(1-6)][e(3|6|9|12|15)]` and nothing else.
//!
//! The grammar is checked before any float is parsed, so `nan`, `inf`, `1e400` and `0x10` never reach the parser. A
//! range consists of such numbers joined by `..`; the caller splits it.

use super::decimal::{Decimal, nearest};

const MAX_INTEGER_DIGITS: usize = 15;
const MAX_FRACTION_DIGITS: usize = 6;
const EXPONENTS: [i32; 5] = [3, 6, 9, 12, 15];

/// Why a number in a link was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkNumberError {
    /// The text does not match the grammar.
    #[error("is not a number as links write it, like 650e9 or 11.5")]
    Grammar,
}

/// Reads a number in the link grammar.
pub fn parse_link_number(text: &str) -> Result<f64, LinkNumberError> {
    if fits_grammar(text) { Ok(value(text)) } else { Err(LinkNumberError::Grammar) }
}

/// The shortest text in the grammar that reads back to exactly `value`; among equally short texts, the one without an
/// exponent. `None` if there is no such text because `value` is not finite, has too many digits, or has more than six
/// decimals at every scale.
#[must_use]
pub fn write_link_number(value: f64) -> Option<String> {
    let size = Decimal::shortest(value)?;
    let mut best: Option<String> = None;
    for exponent in [0].into_iter().chain(EXPONENTS) {
        let mut text = match size.exponent - exponent {
            -20..=20 => size.clone().shifted(-exponent).plain(),
            _ => continue,
        };
        if exponent > 0 {
            text = format!("{text}e{exponent}");
        }
        let is_shorter = best.as_ref().is_none_or(|best| text.len() < best.len());
        if is_shorter && parse_link_number(&text) == Ok(value) {
            best = Some(text);
        }
    }
    best
}

/// The number that a text in the grammar stands for; `-0` gives 0.
fn value(text: &str) -> f64 {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let places = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len() as i32);
    let size = nearest(mantissa.bytes().filter(u8::is_ascii_digit), exponent.parse().unwrap_or(0) - places);
    if text.starts_with('-') && size > 0.0 { -size } else { size }
}

fn fits_grammar(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (integer, fraction) = match mantissa.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (mantissa, None),
    };
    has_digits(integer, MAX_INTEGER_DIGITS)
        && fraction.is_none_or(|fraction| has_digits(fraction, MAX_FRACTION_DIGITS))
        && exponent.is_none_or(|exponent| matches!(exponent, "3" | "6" | "9" | "12" | "15"))
}

fn has_digits(text: &str, max: usize) -> bool {
    (1..=max).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}
