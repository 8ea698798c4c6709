//! The setting of an input: one number, or a range of what it may be.

use super::group::Group;
use super::input::InputSpec;
use super::kind::{Kind, Shape};
use payenough_quantities::field::FieldUnit;
use payenough_quantities::print::{echo, quantise};

/// A range for an input, in the unit of its key; `low` is below `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// 10th percentile.
    pub low: f64,
    /// 50th percentile, used wherever one number is needed.
    pub mid: f64,
    /// 90th percentile.
    pub high: f64,
}

/// What a scenario gives for an input, in the unit of its key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// One number, an option's index, or a switch.
    Number(f64),
    /// A range that holds eight in ten futures.
    Range(Range),
    /// One number that no future leaves, where the same number alone would be as open as its sources: `key=5..5` in a link.
    Certain(f64),
}

/// How an uncertain input varies between futures, in the unit of its key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The 10th, 50th and 90th percentiles.
    pub range: Range,
    /// The family of the distribution; never [`Shape::Fixed`].
    pub shape: Shape,
}

/// Why a list of numbers is not a valid setting for an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// A number is outside the valid range.
    Outside,
    /// The numbers do not increase.
    Reversed,
    /// There are too many numbers, or the input takes only one.
    OneOnly,
}

impl Setting {
    /// The number to use wherever one is needed.
    #[must_use]
    pub const fn mid(self) -> f64 {
        match self {
            Self::Number(value) | Self::Certain(value) => value,
            Self::Range(range) => range.mid,
        }
    }
}

impl Range {
    /// A range of the same width around another middle, or with the same ratios if `by_ratio` is set. The result stays
    /// inside `hard`.
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
    /// The value as a scenario stores it, rounded to the row's digits and representable in a link; `None` if it is not
    /// valid.
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

    /// Whether the input accepts a range.
    #[must_use]
    pub fn takes_range(&self) -> bool {
        matches!(self.kind, Kind::Number) && !matches!(self.group, Group::Uncertainty)
    }

    /// The family of the distribution that the input has when it is given as a range.
    #[must_use]
    pub const fn shape_of_range(&self) -> Shape {
        if matches!(self.shape, Shape::Fixed) { Shape::Triangular } else { self.shape }
    }

    /// The default middle of a range: halfway between the ends, or halfway in ratios if the row is lognormal.
    #[must_use]
    pub fn middle(&self, low: f64, high: f64) -> f64 {
        let exact = if matches!(self.shape, Shape::Lognormal) && low > 0.0 {
            libm::sqrt(low) * libm::sqrt(high)
        } else {
            0.5 * (low + high)
        };
        self.kept(exact).unwrap_or(low).clamp(low, high)
    }

    /// Makes a setting of this input from one number, the ends of a range, or the ends with the middle between them. If
    /// the ends are equal, the setting is one number of which the reader is certain.
    ///
    /// # Errors Why the numbers are not a valid setting.
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
            _ if low == high => Ok(Setting::Certain(low)),
            _ => Ok(Setting::Range(Range { low, mid, high })),
        }
    }

    /// A setting with its unit, as text: `$60 billion`, `5 years, certain`, `4 to 6 years (8 in
    /// 10)`, `3 to 7 years, middle 4 years (8 in 10)`.
    #[must_use]
    pub fn setting_text(&self, setting: Setting) -> String {
        let Range { low, mid, high } = match setting {
            Setting::Number(value) => return self.amount(value),
            Setting::Certain(value) => return format!("{}, certain", self.amount(value)),
            Setting::Range(range) => range,
        };
        let span = self.span(low, high);
        let is_plain = mid == self.middle(low, high);
        let middle = if is_plain { String::new() } else { format!(", middle {}", self.amount(mid)) };
        format!("{span}{middle} (8 in 10)")
    }

    /// The text for the interval between two values: `1 to 20 years`, `$1 million to $100 trillion`.
    #[must_use]
    pub fn span(&self, low: f64, high: f64) -> String {
        let before = if self.unit.text.starts_with('$') { "$" } else { "" };
        format!("{} to {}", in_words(low, before), self.bare_amount(high))
    }

    /// A value with its unit as it appears inside a sentence; a plain number has no unit.
    #[must_use]
    pub fn bare_amount(&self, value: f64) -> String {
        let is_bare = self.unit.suffix == "x" && self.unit.text != "×";
        in_words(value, if is_bare { "" } else { self.unit.text })
    }
}

fn in_words(value: f64, unit: &'static str) -> String {
    echo(value, &FieldUnit::new(unit)).trim_start_matches("= ").to_owned()
}

/// The nearest number with six decimals, which is the most that a link can hold. Below 0.1, six significant digits
/// would need more.
fn six_decimals(value: f64) -> f64 {
    libm::round(value * 1e6) / 1e6
}
