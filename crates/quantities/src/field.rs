//! The unit of a number field and the words that name it, shared by reading and printing.

/// The unit in which a field holds its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldUnit {
    /// The symbol printed beside the field: `$`, `%`, `years`, `$/kWh`, `tokens/s`, `×`, or empty for a count.
    pub symbol: &'static str,
    /// The field's label, whose words may follow a number: `650bn a year` in a field for capex a year.
    pub label: &'static str,
}

impl FieldUnit {
    /// A field in the plain unit, without a power of ten.
    #[must_use]
    pub const fn new(symbol: &'static str) -> Self {
        Self { symbol, label: "" }
    }

    /// The same unit in a field with a label.
    #[must_use]
    pub const fn labelled(self, label: &'static str) -> Self {
        Self { label, ..self }
    }

    /// Whether the unit begins with a dollar sign.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.symbol.starts_with('$')
    }

    /// Whether the unit begins with a percent sign.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.symbol.starts_with('%')
    }

    /// Whether `words` is a way to write this unit, in full or as an affix (`$`, `%`, `per kWh`), or repeats the label.
    pub(super) fn is_named_by(&self, words: &[String]) -> bool {
        let own = unit_words(self.symbol).unwrap_or_default();
        let (own, words) = match own.first() {
            Some(affix) if self.is_money() || self.is_percent() => {
                (&own[1..], words.strip_prefix(std::slice::from_ref(affix)).unwrap_or(words))
            }
            _ => (&own[..], words),
        };
        let is_times = words == ["x"] && matches!(own, [] | [_]) && !self.is_money() && !self.is_percent();
        words.is_empty()
            || words == own
            || is_times && matches!(self.symbol, "" | "elasticity")
            || self.says(words)
    }

    /// Whether the label has these words one after the other, with `per` for `a`.
    fn says(&self, words: &[String]) -> bool {
        let parts = self.label.split(|c| !is_word_char(c)).filter(|part| !part.is_empty());
        let label: Vec<String> = parts.map(canonical).collect();
        let is_alone = matches!(words, [word] if word == "per" || word == "x");
        !is_alone && label.windows(words.len().max(1)).any(|some| some == words)
    }

    /// By what a number in other units of time is divided, if the field counts years or quarters: `48 months` are 4
    /// years.
    pub(super) fn divisor(&self, words: &[String]) -> Option<f64> {
        match (self.symbol, words) {
            ("years", [word]) if word == "month" => Some(12.0),
            ("years", [word]) if word == "quarter" => Some(4.0),
            ("quarters", [word]) if word == "month" => Some(3.0),
            ("quarters", [word]) if word == "year" => Some(0.25),
            _ => None,
        }
    }
}

/// Splits text into unit words with one spelling each: singular, lower case, `$`, `%`, `per`. `None` if the text has
/// anything but letters, spaces and the signs `$ % /`.
pub(super) fn unit_words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '$' | '%' | '/' => 1,
            _ => rest.find(|c| !is_word_char(c)).unwrap_or(rest.len()),
        };
        if length == 0 {
            return None;
        }
        let (word, after) = rest.split_at(length);
        push(&mut words, canonical(word));
        rest = after.trim_start();
    }
    Some(words)
}

fn is_word_char(c: char) -> bool {
    c.is_ascii_alphabetic() || !(c.is_ascii() || c.is_whitespace())
}

/// Adds a word, treating `US $` as one dollar sign and `per cent` as one percent sign.
fn push(words: &mut Vec<String>, word: String) {
    let word = match (words.last().map(String::as_str), word.as_str()) {
        (Some("us"), "$") | (Some("per"), "cent") => {
            words.pop();
            if word == "cent" { "%".to_owned() } else { word }
        }
        _ => word,
    };
    words.push(word);
}

fn canonical(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    let singular = match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 1 => stem,
        _ => lower.as_str(),
    };
    let one = match singular {
        "dollar" | "usd" => "$",
        "¢" => "cent",
        "percent" | "pct" => "%",
        "/" | "a" | "an" => "per",
        "y" | "yr" => "year",
        "qtr" => "quarter",
        "mo" => "month",
        "s" | "sec" => "second",
        "tok" => "token",
        "×" | "time" => "x",
        other => other,
    };
    one.to_owned()
}
