//! Splits a link's query into pairs. The function is pure and total: any text gives pairs and a list of what was wrong.
//!
//! It knows only the grammar of queries. Which keys and values have a meaning is the caller's business.

use std::collections::BTreeMap;

/// Longest query that is accepted, in characters.
pub const MAX_QUERY_CHARS: usize = 8_000;
/// Longest piece of a link that is shown to the reader, in characters.
pub const MAX_SHOWN_CHARS: usize = 40;

/// One `key=value` pair, percent-decoded; `value` is empty if there was no `=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The decoded key, which may be any text.
    pub key: String,
    /// The decoded value; `+` stays a plus sign.
    pub value: String,
}

/// What was wrong with a query. Keys are shortened for display.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryProblem {
    /// Longer than [`MAX_QUERY_CHARS`]: nothing was read.
    #[error("This link is longer than {MAX_QUERY_CHARS} characters, so its settings were ignored")]
    TooLong,
    /// A `%` without two hexadecimal digits, or bytes that are not UTF-8. The pair was dropped.
    #[error("The setting “{key}” is damaged and was ignored")]
    BadEncoding {
        /// The key, as far as it can be read.
        key: String,
    },
    /// The key was repeated, and the first value counts. Reported once per key.
    #[error("The setting “{key}” stands more than once in the link; the first one counts")]
    Duplicate {
        /// The key.
        key: String,
    },
}

/// Who uses a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyOwner {
    /// The scenario, or nobody: the caller reports a key that it does not know.
    Scenario,
    /// The embedded page: `layout`, `h`, `controls`, `theme`, `lang`, `id`. Other pages ignore these without a notice.
    Embed,
    /// A host or a tracker: ignored without a notice.
    Foreign,
}

/// Tells who uses a key.
#[must_use]
pub fn key_owner(key: &str) -> KeyOwner {
    match key {
        "layout" | "h" | "controls" | "theme" | "lang" | "id" => KeyOwner::Embed,
        "initialWidth" | "childId" | "parentTitle" | "parentUrl" => KeyOwner::Foreign,
        "fbclid" | "gclid" | "igshid" | "dclid" | "gbraid" | "wbraid" | "msclkid" | "twclid" | "ttclid"
        | "yclid" => KeyOwner::Foreign,
        _ if key.starts_with("utm_") || key.starts_with("mc_") => KeyOwner::Foreign,
        _ => KeyOwner::Scenario,
    }
}

/// Splits a URL, a `?query` or a bare query into its pairs, in order and without repeated keys.
#[must_use]
pub fn split_query(text: &str) -> (Vec<Pair>, Vec<QueryProblem>) {
    if is_too_long(query_of(text)) {
        return (Vec::new(), vec![QueryProblem::TooLong]);
    }
    split_settings(text)
}

/// Whether a query is longer than hosts and the page accept, so that it is no link.
#[must_use]
pub fn is_too_long(query: &str) -> bool {
    query.chars().nth(MAX_QUERY_CHARS).is_some()
}

/// [`split_query`] of a text that is no address and may have any length.
pub(super) fn split_settings(text: &str) -> (Vec<Pair>, Vec<QueryProblem>) {
    let query = query_of(text);
    let mut pairs = Vec::new();
    let mut problems = Vec::new();
    let mut n_seen = BTreeMap::<String, u32>::new();
    for piece in query.split('&') {
        let piece = piece.strip_prefix("amp;").unwrap_or(piece);
        if piece.is_empty() {
            continue;
        }
        let (key, value) = piece.split_once('=').unwrap_or((piece, ""));
        let (Some(key), Some(value)) = (percent_decoded(key), percent_decoded(value)) else {
            if key_owner(key) == KeyOwner::Scenario {
                problems.push(QueryProblem::BadEncoding { key: cut(key) });
            }
            continue;
        };
        let n = n_seen.entry(key.clone()).or_default();
        *n += 1;
        match *n {
            1 => pairs.push(Pair { key, value }),
            2 if key_owner(&key) == KeyOwner::Scenario => {
                problems.push(QueryProblem::Duplicate { key: cut(&key) })
            }
            _ => {}
        }
    }
    (pairs, problems)
}

/// The value without trailing punctuation, which programs that detect links in text leave at the end: `11).` gives
/// `11`. Use it only for the last pair, and only if the value does not parse as it is.
#[must_use]
pub fn trimmed_tail(value: &str) -> &str {
    value.trim_end_matches([')', '.', ',', ';', '!'])
}

/// Text from a link, shortened for display to at most [`MAX_SHOWN_CHARS`] characters, of which the last is `…` if there
/// was more. Control characters and marks that change the direction of writing are replaced, so that they cannot garble
/// the notice.
#[must_use]
pub fn cut(text: &str) -> String {
    let is_cut = text.chars().nth(MAX_SHOWN_CHARS).is_some();
    let n_kept = if is_cut { MAX_SHOWN_CHARS - 1 } else { MAX_SHOWN_CHARS };
    let kept = text.chars().take(n_kept).map(|c| if is_disruptive(c) { '\u{FFFD}' } else { c });
    kept.chain(is_cut.then_some('…')).collect()
}

fn is_disruptive(c: char) -> bool {
    let turns =
        matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || matches!(c, '\u{2028}' | '\u{2029}') || c.is_control()
}

/// The text between `?` and `#`. Text with neither `/` nor `?` before its first `=` is a bare query.
fn query_of(text: &str) -> &str {
    let text = text.trim();
    let text = text.split_once('#').map_or(text, |(before, _)| before);
    let is_bare = !text.split('=').next().unwrap_or(text).contains(['/', '?']);
    if is_bare { text } else { text.split_once('?').map_or("", |(_, query)| query) }
}

/// Percent-decodes text; `None` if a `%` lacks its two hexadecimal digits or the bytes are not UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' { 16 * hex(bytes.next()?)? + hex(bytes.next()?)? } else { byte });
    }
    String::from_utf8(decoded).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
