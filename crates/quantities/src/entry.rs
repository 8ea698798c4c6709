//! Reads what a person types into a field that takes a number or a range: `60bn`, `4 to 6`, `$40–60bn`, `4..5..6`.

use super::field::FieldUnit;
use super::read::{MAX_ENTRY_CHARS, ReadError, folded, has_decimal_comma, read_single, words_after};

/// Longest range text that is accepted, in characters.
const MAX_RANGE_CHARS: usize = 128;
/// Most numbers that a range can have: its two ends and a middle.
const MOST_NUMBERS: usize = 3;

/// Reads one number, the two ends of a range, or the two ends with a middle between them, in the order of the text:
/// `4 to 6`, `4..5..6`, `$40–60bn`, `10%..20%`. The result has one to three numbers.
///
/// A number with no word after it takes the words that follow the last number, so `40 to 60 billion` begins at 40
/// billion. It does not if that would put it beyond the end of the range, as in `900 to 1.2 billion`.
pub fn read_entry(text: &str, field: &FieldUnit, negatives: bool) -> Result<Vec<f64>, ReadError> {
    let typed = folded(text, MAX_RANGE_CHARS).ok_or(ReadError::TooLong)?;
    let typed = typed.replace("...", "\u{2026}");
    let read = read_single(typed.trim(), field, negatives);
    match (read, folded(text, MAX_ENTRY_CHARS).is_none()) {
        (Ok(value), false) => Ok(vec![value]),
        (read, is_long) => {
            let refusal = if is_long { ReadError::TooLong } else { read.err().unwrap_or(ReadError::TooLong) };
            let Some(parts) = parts(&typed, field, true) else { return Err(refusal) };
            if negatives && self::parts(&typed, field, false).is_none() {
                return Err(ReadError::Dash);
            }
            read_range(&parts, field, negatives)
        }
    }
}

fn read_range(parts: &[&str], field: &FieldUnit, negatives: bool) -> Result<Vec<f64>, ReadError> {
    let Some((last, before)) = parts.split_last().filter(|_| parts.len() <= MOST_NUMBERS) else {
        return Err(ReadError::TooMany);
    };
    // `1,5 to 2,500` would take one comma for decimals and the other for thousands.
    let has_decimals = parts.iter().any(|part| has_decimal_comma(part, field));
    let has_groups = parts.iter().any(|part| part.contains(',') && !has_decimal_comma(part, field));
    if has_decimals && has_groups {
        return Err(ReadError::Grouping);
    }
    let end = read_single(last, field, negatives)?;
    let words = words_after(last);
    let part = |part: &&str| {
        let own = read_single(part, field, negatives)?;
        if words_after(part).is_empty() && !words.is_empty() {
            let shared = read_single(&format!("{part} {words}"), field, negatives);
            return Ok(shared.ok().filter(|&shared| shared <= end || own > end).unwrap_or(own));
        }
        Ok(own)
    };
    let mut values = before.iter().map(part).collect::<Result<Vec<f64>, ReadError>>()?;
    values.push(end);
    Ok(values)
}

/// Splits the text at `to`, at `..` or, if `dashes` is set, at a dash; `None` unless that gives two or more parts.
fn parts<'a>(typed: &'a str, field: &FieldUnit, dashes: bool) -> Option<Vec<&'a str>> {
    let reads = |part: &str| read_single(part.trim(), field, true).is_ok();
    let between = ["..", "\u{2026}", "to", "-"];
    between[..if dashes { 4 } else { 3 }].iter().find_map(|between| {
        typed.match_indices(between).filter(|&(at, _)| reads(&typed[..at])).find_map(|(at, _)| {
            let right = &typed[at + between.len()..];
            let rest = if reads(right) { vec![right.trim()] } else { parts(right, field, dashes)? };
            Some([vec![typed[..at].trim()], rest].concat())
        })
    })
}
