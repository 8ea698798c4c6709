//! Why an entry in a number field is refused.

/// Longest entry that is accepted, in characters.
pub const MAX_ENTRY_CHARS: usize = 40;

/// Why an entry was not accepted. The page prints the error text after the field's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing was typed.
    #[error("must not be empty: type a number, like 60 billion or 15")]
    Empty,
    /// Words, markup, `NaN`, hexadecimal, two signs …
    #[error("must be a number, like 60 billion or 15")]
    NotANumber,
    /// Digit groups in the wrong places: `1,2,3`, `60 00`.
    #[error("must have three digits in each group, like 60,000,000")]
    Grouping,
    /// `1,5,0`: commas that separate neither groups nor decimals.
    #[error("must have one point before the decimals: 1.5")]
    DecimalComma,
    /// `5-9`, which could mean 5 and −9.
    #[error("must have “to” or “..” between the ends of a range: a dash is read as a minus")]
    Dash,
    /// More than three numbers: `5 to 9 to 12 to 15`.
    #[error("must be a number, a range like 4 to 6, or one with its middle, like 4 to 5 to 6")]
    TooMany,
    /// Another currency: `€60bn` in a dollar field.
    #[error("must be in US dollars: other currencies are not converted")]
    Currency,
    /// `15%` in a field whose unit is not percent.
    #[error("must not be a percentage: this field is not in percent")]
    Percentage,
    /// `9.5%%`.
    #[error("must have one percent sign at most")]
    TwoPercents,
    /// Two scales: `5k M`, `5e9 M`.
    #[error("must have one scale at most: thousand, million, billion or trillion")]
    TwoScales,
    /// An unknown scale or a different unit.
    #[error("must be a number{}; after it, thousand, million, billion or trillion can be read", in_unit(.0))]
    Unit(&'static str),
    /// A negative number where only positive ones make sense.
    #[error("must not be negative")]
    Negative,
    /// Larger than the largest finite number.
    #[error("must be closer to zero than that")]
    TooLarge,
    /// Not zero, but smaller than the smallest positive number.
    #[error("must be zero or further from zero than that")]
    TooSmall,
    /// Longer than [`MAX_ENTRY_CHARS`].
    #[error("must be at most {MAX_ENTRY_CHARS} characters long")]
    TooLong,
}

fn in_unit(symbol: &str) -> String {
    if symbol.is_empty() { String::new() } else { format!(" in {symbol}") }
}
