//! A finite number as decimal digits. Every conversion between `f64` and text goes through this type, so native code
//! and wasm agree to the last digit.

/// `±d.ddd × 10^exponent`, without trailing zeros; zero is the digit `0` without a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    /// Whether the number is below zero.
    pub(super) negative: bool,
    /// Significant digits, at least one.
    pub(super) digits: String,
    /// Power of ten of the first digit.
    pub(super) exponent: i32,
}

impl Decimal {
    /// Zero.
    pub(super) fn zero() -> Self {
        Self { negative: false, digits: "0".to_owned(), exponent: 0 }
    }

    fn new(negative: bool, mut digits: String, exponent: i32) -> Self {
        digits.truncate(digits.trim_end_matches('0').len());
        if digits.is_empty() { Self::zero() } else { Self { negative, digits, exponent } }
    }

    /// The fewest digits that read back to the same number; `None` if the number is not finite.
    pub(super) fn shortest(value: f64) -> Option<Self> {
        let text = format!("{value:e}");
        // The text of `NaN` and of infinity has no `e`.
        let (mantissa, exponent) = text.split_once('e')?;
        let digits = mantissa.chars().filter(char::is_ascii_digit).collect();
        Some(Self::new(mantissa.starts_with('-'), digits, exponent.parse().ok()?))
    }

    /// The shortest digits rounded, half away from zero, to `digits` significant digits (at least 1). 0.995 to two
    /// digits is 1, as it is on paper.
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

    /// This number times `10^tens`, exactly.
    pub(super) fn shifted(mut self, tens: i32) -> Self {
        if !self.is_zero() {
            self.exponent += tens;
        }
        self
    }

    /// Whether the number is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits == "0"
    }

    /// The nearest `f64` to this number.
    pub(super) fn value(&self) -> f64 {
        let after_first = self.digits.len() as i32 - 1;
        let size = nearest(self.digits.bytes(), self.exponent - after_first);
        if self.negative { -size } else { size }
    }

    /// The digits before the decimal point, without a sign; `0` if there are none.
    pub(super) fn integer(&self) -> String {
        let Ok(last) = usize::try_from(self.exponent) else { return "0".to_owned() };
        format!("{:0<width$}", self.digits.get(..=last).unwrap_or(&self.digits), width = last + 1)
    }

    /// The digits after the decimal point; empty if there are none.
    pub(super) fn fraction(&self) -> String {
        match usize::try_from(self.exponent) {
            Ok(last) => self.digits.get(last + 1..).unwrap_or_default().to_owned(),
            Err(_) => format!("{}{}", "0".repeat(self.exponent.unsigned_abs() as usize - 1), self.digits),
        }
    }

    /// Plain decimal text without an exponent: `-1200.5`.
    pub(super) fn plain(&self) -> String {
        format!("{}{}", if self.negative { "-" } else { "" }, with_fraction(self.integer(), &self.fraction()))
    }

    /// Text in groups of three digits without a sign: `1,200.5`.
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

    /// Text with mantissa and exponent, without a sign: `1.2e21`.
    pub(super) fn scientific(&self) -> String {
        let (first, rest) = self.digits.split_at(1);
        format!("{}e{}", with_fraction(first.to_owned(), rest), self.exponent)
    }
}

/// Digits beyond this many cannot move a double by half of its last place, unless the number lies exactly halfway
/// between two doubles.
const MOST_DIGITS: u128 = 10_u128.pow(26);
/// The smallest power of ten that a single division can apply.
const LEAST_POWER: i32 = -37;

/// The `f64` nearest to `digits · 10^tens`, found with integer arithmetic on up to 27 digits. The standard library's
/// tables for this would add ten kilobytes to every reader's download.
pub(super) fn nearest(digits: impl Iterator<Item = u8>, tens: i32) -> f64 {
    let (mut whole, mut tens) = (0_u128, tens);
    for digit in digits {
        if whole < MOST_DIGITS {
            whole = 10 * whole + u128::from(digit - b'0');
        } else {
            tens += 1;
        }
    }
    if whole == 0 || tens < -400 {
        return 0.0;
    }
    while tens > 0 {
        let Some(next) = whole.checked_mul(10) else { break };
        (whole, tens) = (next, tens - 1);
    }
    match tens {
        0 => whole as f64,
        LEAST_POWER..0 => divided(whole, 10_u128.pow(tens.unsigned_abs())),
        _ => far(whole, tens.min(400)),
    }
}

/// The `f64` nearest to a quotient. The quotient is computed to more bits than an `f64` holds, and its last bit marks
/// whether there is a remainder.
fn divided(whole: u128, by: u128) -> f64 {
    let mut shift = whole.leading_zeros();
    let (mut quotient, mut left) = ((whole << shift) / by, (whole << shift) % by);
    while quotient < 1 << 56 && left > 0 {
        let more = left.leading_zeros().min(64);
        quotient = (quotient << more) | ((left << more) / by);
        left = (left << more) % by;
        shift += more;
    }
    let marked = quotient | u128::from(left > 0);
    marked as f64 * f64::from_bits(u64::from(1023 - shift.min(1022)) << 52)
}

/// Very large and very small numbers: an estimate, moved to a neighbouring double until no neighbour is nearer.
fn far(whole: u128, tens: i32) -> f64 {
    let half = tens / 2;
    let power = |tens: i32| libm::pow(10.0, f64::from(tens));
    let estimate = whole as f64 * power(half) * power(tens - half);
    let mut bits = if estimate < f64::MAX { estimate } else { f64::MAX }.to_bits();
    for _ in 0..64 {
        if bits == f64::INFINITY.to_bits() {
            break;
        }
        let is_odd = bits & 1 == 1;
        let above = order(whole, tens, between(bits));
        if above.is_gt() || (above.is_eq() && is_odd) {
            bits += 1;
            continue;
        }
        let Some(lower) = bits.checked_sub(1) else { break };
        let below = order(whole, tens, between(lower));
        if below.is_lt() || (below.is_eq() && is_odd) {
            bits = lower;
            continue;
        }
        break;
    }
    f64::from_bits(bits)
}

/// The midpoint between a double and the next larger one, as `m · 2^e`.
fn between(bits: u64) -> (u64, i32) {
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i32);
    let (whole, exponent) =
        if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    (2 * whole + 1, exponent - 1)
}

/// Compares `whole · 10^tens` with `m · 2^e` exactly.
fn order(whole: u128, tens: i32, (m, e): (u64, i32)) -> std::cmp::Ordering {
    let times = |start: u128, factors: [(u32, i32); 2]| {
        let mut limbs: Vec<u32> = (0..4).map(|at| (start >> (32 * at)) as u32).collect();
        for (factor, times) in factors {
            for _ in 0..times.max(0) {
                let carry = limbs.iter_mut().fold(0, |carry: u64, limb| {
                    let product = u64::from(*limb) * u64::from(factor) + carry;
                    *limb = product as u32;
                    product >> 32
                });
                limbs.push(carry as u32);
                if carry == 0 {
                    limbs.pop();
                }
            }
        }
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        limbs
    };
    let (ours, theirs) = (times(whole, [(10, tens), (2, -e)]), times(u128::from(m), [(10, -tens), (2, e)]));
    ours.len().cmp(&theirs.len()).then_with(|| ours.iter().rev().cmp(theirs.iter().rev()))
}

fn with_fraction(integer: String, fraction: &str) -> String {
    if fraction.is_empty() { integer } else { integer + "." + fraction }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares our reading with the standard library's, bit by bit.
    fn agree(digits: u64, tens: i32) {
        let text = format!("{digits}e{tens}");
        let theirs: f64 = text.parse().unwrap_or(f64::NAN);
        let ours = nearest(digits.to_string().bytes(), tens);
        assert_eq!(ours.to_bits(), theirs.to_bits(), "{text}: {ours} {theirs}");
    }

    #[test]
    fn reading_gives_the_nearest_double() {
        let mut seed = 1_u64;
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = seed >> (seed >> 58).min(60);
            agree(digits, (seed >> 20) as i32 % 18 - 17);
            if seed.is_multiple_of(100) {
                agree(digits, (seed >> 20) as i32 % 360);
            }
        }
        for (digits, tens) in [
            (0, 5),
            (1, 0),
            (9_007_199_254_740_993, 0),
            (5, -324),
            (3, -324),
            (2, -324),
            (1, 38),
            (123, -37),
            (17_976_931_348_623_157, 292),
            (17_976_931_348_623_159, 292),
        ] {
            agree(digits, tens);
        }
        assert_eq!(nearest("1".bytes(), 400), f64::INFINITY);
        assert_eq!(nearest("1".bytes(), -400), 0.0);
        assert_eq!(nearest(std::iter::repeat_n(b'9', 60), -60), 1.0);
    }
}
