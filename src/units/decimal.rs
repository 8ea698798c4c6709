//! A finite number as decimal digits: the one road from `f64` to text and back, so native and wasm agree to the last digit.

/// `±d.ddd × 10^exponent`, without trailing zeros; zero is the digit `0` without a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    /// Below zero.
    pub(super) negative: bool,
    /// Significant digits, at least one.
    pub(super) digits: String,
    /// Power of ten of the first digit.
    pub(super) exponent: i32,
}

impl Decimal {
    /// Nothing.
    pub(super) fn zero() -> Self {
        Self { negative: false, digits: "0".to_owned(), exponent: 0 }
    }

    fn new(negative: bool, mut digits: String, exponent: i32) -> Self {
        digits.truncate(digits.trim_end_matches('0').len());
        if digits.is_empty() { Self::zero() } else { Self { negative, digits, exponent } }
    }

    /// The fewest digits that read back to the same number; `None` unless finite.
    pub(super) fn shortest(value: f64) -> Option<Self> {
        let text = format!("{value:e}");
        // `NaN` and `inf` have no `e`.
        let (mantissa, exponent) = text.split_once('e')?;
        let digits = mantissa.chars().filter(char::is_ascii_digit).collect();
        Some(Self::new(mantissa.starts_with('-'), digits, exponent.parse().ok()?))
    }

    /// The shortest digits rounded, half away from zero, to so many (at least 1): 0.995 to two is 1, as on paper.
    pub(super) fn rounded(value: f64, digits: usize) -> Option<Self> {
        let n_kept = digits.max(1);
        let Self { negative, mut digits, mut exponent } = Self::shortest(value)?;
        let rounds_up = digits.as_bytes().get(n_kept).is_some_and(|&digit| digit >= b'5');
        digits.truncate(n_kept);
        if rounds_up {
            digits.truncate(digits.trim_end_matches('9').len());
            if let Some(last) = digits.pop() {
                digits.push(char::from(last as u8 + 1));
            } else {
                digits.push('1');
                exponent += 1;
            }
        }
        Some(Self::new(negative, digits, exponent))
    }

    /// This times a power of ten, exactly.
    pub(super) fn shifted(mut self, tens: i32) -> Self {
        if !self.is_zero() {
            self.exponent += tens;
        }
        self
    }

    /// Is it zero?
    pub(super) fn is_zero(&self) -> bool {
        self.digits == "0"
    }

    /// The nearest `f64`.
    pub(super) fn value(&self) -> f64 {
        let sign = if self.negative { "-" } else { "" };
        let (first, rest) = self.digits.split_at(1);
        format!("{sign}{first}.{rest}e{}", self.exponent).parse().unwrap_or(f64::NAN)
    }

    /// Digits before the point, without a sign; `0` if there are none.
    pub(super) fn integer(&self) -> String {
        let Ok(last) = usize::try_from(self.exponent) else { return "0".to_owned() };
        format!("{:0<width$}", self.digits.get(..=last).unwrap_or(&self.digits), width = last + 1)
    }

    /// Digits after the point; empty if there are none.
    pub(super) fn fraction(&self) -> String {
        match usize::try_from(self.exponent) {
            Ok(last) => self.digits.get(last + 1..).unwrap_or_default().to_owned(),
            Err(_) => format!("{}{}", "0".repeat(self.exponent.unsigned_abs() as usize - 1), self.digits),
        }
    }

    /// Machine text without an exponent: `-1200.5`.
    pub(super) fn plain(&self) -> String {
        format!("{}{}", if self.negative { "-" } else { "" }, with_fraction(self.integer(), &self.fraction()))
    }

    /// Groups of three and no sign: `1,200.5`.
    pub(super) fn grouped(&self) -> String {
        let integer = self.integer();
        let mut text = String::with_capacity(integer.len() * 4 / 3 + 8);
        for (at, digit) in integer.chars().enumerate() {
            if at > 0 && (integer.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        with_fraction(text, &self.fraction())
    }

    /// Mantissa and exponent without a sign: `1.2e21`.
    pub(super) fn scientific(&self) -> String {
        let (first, rest) = self.digits.split_at(1);
        format!("{}e{}", with_fraction(first.to_owned(), rest), self.exponent)
    }
}

fn with_fraction(integer: String, fraction: &str) -> String {
    if fraction.is_empty() { integer } else { integer + "." + fraction }
}
