//! What is given for an input: one number, or a range of what it may be.

use super::group::Group;
use super::input::{InputSpec, Kind, Shape};
use payenough_quantities::field::FieldUnit;
use payenough_quantities::print::{echo, quantise};

/// A range of an input, in the unit of its key; `low` is below `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// 10th percentile.
    pub low: f64,
    /// 50th percentile: what is computed with where one number is needed.
    pub mid: f64,
    /// 90th percentile.
    pub high: f64,
}

/// What is given for an input, in the unit of its key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// One number, an option's index, or a switch.
    Number(f64),
    /// Eight in ten futures lie inside it.
    Range(Range),
}

/// How an uncertain input varies between futures, in the unit of its key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// 10th, 50th and 90th percentile.
    pub range: Range,
    /// Family; never [`Shape::Fixed`].
    pub shape: Shape,
}

/// Why numbers are not a setting of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// One of them lies outside the valid range.
    Outside,
    /// They do not rise.
    Reversed,
    /// The input takes one number only, or there are too many.
    OneOnly,
}

impl Setting {
    /// The number to compute with where one is needed.
    #[must_use]
    pub const fn mid(self) -> f64 {
        match self {
            Self::Number(value) => value,
            Self::Range(range) => range.mid,
        }
    }
}

impl Range {
    /// The same width, or the same ratios where `by_ratio`, around another middle; the whole stays inside `hard`.
    #[must_use]
    pub fn around(self, mid: f64, by_ratio: bool, hard: (f64, f64)) -> Self {
        let held = |mid: f64, least: f64, most: f64| mid.min(most).max(least);
        if by_ratio && self.low > 0.0 && mid > 0.0 {
            let (down, up) = (self.low / self.mid, self.high / self.mid);
            let mid = held(mid, hard.0 / down, hard.1 / up);
            return Self { low: (mid * down).max(hard.0), mid, high: (mid * up).min(hard.1) };
        }
        let (down, up) = (self.mid - self.low, self.high - self.mid);
        let mid = held(mid, hard.0 + down, hard.1 - up);
        Self { low: (mid - down).max(hard.0), mid, high: (mid + up).min(hard.1) }
    }
}

impl InputSpec {
    /// The value as a scenario keeps it: with the row's digits and as a link can write it; `None` if it is not valid.
    #[must_use]
    pub fn kept(&self, value: f64) -> Option<f64> {
        let value = quantise(value, usize::from(self.digits));
        let value = match value {
            value if self.whole => libm::round(value),
            value if value.abs() < 1.0 => six_decimals(value),
            value => value,
        } + 0.0;
        self.allows(value).then_some(value)
    }

    /// May it be given as a range?
    #[must_use]
    pub fn takes_range(&self) -> bool {
        matches!(self.kind, Kind::Number) && !matches!(self.group, Group::Uncertainty)
    }

    /// How it varies when it is given as a range.
    #[must_use]
    pub const fn shape_of_range(&self) -> Shape {
        if matches!(self.shape, Shape::Fixed) { Shape::Triangular } else { self.shape }
    }

    /// The middle of a range that names its ends alone: halfway, or halfway in ratios where the row is lognormal.
    #[must_use]
    pub fn middle(&self, low: f64, high: f64) -> f64 {
        let exact = if matches!(self.shape, Shape::Lognormal) && low > 0.0 {
            libm::sqrt(low) * libm::sqrt(high)
        } else {
            0.5 * (low + high)
        };
        self.kept(exact).unwrap_or(low).clamp(low, high)
    }

    /// One number, a range's ends, or ends with the middle between them, as a setting of this input. Ends that are
    /// equal are one number.
    ///
    /// # Errors
    /// Why they are none.
    pub fn setting(&self, numbers: &[f64]) -> Result<Setting, Misfit> {
        let one = |at: usize| self.kept(numbers[at]).ok_or(Misfit::Outside);
        let (low, mid, high) = match numbers.len() {
            1 => return one(0).map(Setting::Number),
            2 | 3 if !self.takes_range() => return Err(Misfit::OneOnly),
            2 => (one(0)?, None, one(1)?),
            3 => (one(0)?, Some(one(1)?), one(2)?),
            _ => return Err(Misfit::OneOnly),
        };
        let mid = if low <= high { mid.unwrap_or_else(|| self.middle(low, high)) } else { low };
        match (low, high) {
            _ if !(low <= mid && mid <= high) => Err(Misfit::Reversed),
            _ if low == high => Ok(Setting::Number(low)),
            _ => Ok(Setting::Range(Range { low, mid, high })),
        }
    }

    /// A setting with its unit: `$60 billion`, `4 to 6 years (8 in 10)`, `3 to 7 years, middle 4 years (8 in 10)`.
    #[must_use]
    pub fn said(&self, setting: Setting) -> String {
        let Range { low, mid, high } = match setting {
            Setting::Number(value) => return self.amount(value),
            Setting::Range(range) => range,
        };
        let span = self.span(low, high);
        let is_plain = mid == self.middle(low, high);
        let middle = if is_plain { String::new() } else { format!(", middle {}", self.amount(mid)) };
        format!("{span}{middle} (8 in 10)")
    }

    /// From one value to another: `1 to 20 years`, `$1 million to $100 trillion`.
    #[must_use]
    pub fn span(&self, low: f64, high: f64) -> String {
        let before = if self.unit.text.starts_with('$') { "$" } else { "" };
        format!("{} to {}", in_words(low, before), self.bare_amount(high))
    }

    /// A number with its unit as a sentence can hold it: a bare number has none.
    #[must_use]
    pub fn bare_amount(&self, value: f64) -> String {
        let is_bare = self.unit.suffix == "x" && self.unit.text != "×";
        in_words(value, if is_bare { "" } else { self.unit.text })
    }
}

fn in_words(value: f64, unit: &'static str) -> String {
    echo(value, &FieldUnit::new(unit)).trim_start_matches("= ").to_owned()
}

/// The nearest number of six decimals, the most that a link can hold: below 0.1 six digits would need more.
fn six_decimals(value: f64) -> f64 {
    libm::round(value * 1e6) / 1e6
}
