//! Prints what comes back of a dollar, and the two amounts a month whose quotient that is.

use payenough_quantities::print;

/// What comes back of each dollar: in cents if it is less than the dollar, in dollars if it is not. `97¢`, `$1.43`.
///
/// What is less than a dollar never prints as one. From half a cent below it the tenths are cut off and not rounded: `99.9¢`.
#[must_use]
pub fn per_dollar(ratio: f64) -> String {
    let cents = ratio * 100.0;
    match ratio {
        _ if ratio.is_nan() => "no number".to_owned(),
        _ if ratio < 0.0 => "less than nothing".to_owned(),
        _ if ratio == f64::INFINITY => "no cost at all".to_owned(),
        _ if cents < 1e-4 => "0¢".to_owned(),
        _ if cents < 0.95 => "under 1¢".to_owned(),
        _ if cents < 99.5 => format!("{}¢", libm::round(cents)),
        _ if ratio < 1.0 => format!("{:.1}¢", (libm::floor(cents * 10.0) / 10.0).min(99.9)),
        _ => dollars(ratio, 0),
    }
}

/// Dollars: with cents below $100, in whole dollars below a million, in three significant figures above. `more` adds
/// decimals, or significant figures.
fn dollars(usd: f64, more: usize) -> String {
    let (size, sign) = (usd.abs(), if usd < 0.0 { "\u{2212}" } else { "" });
    if size >= 999_999.5 {
        return format!("{sign}${}", print::number(size, 3 + more));
    }
    // another digit of a small amount is one after its zeros
    let zeros = if 0 < more && 0.0 < size {
        libm::floor(-libm::log10(size)).clamp(1.0, 12.0) as usize - 1
    } else {
        0
    };
    let decimals = zeros + more + if size < 99.995 { 2 } else { 0 };
    let text = format!("{size:.decimals$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let grouped = print::number(whole.parse().unwrap_or(size), 9);
    let sign = if text.bytes().all(|it| matches!(it, b'0' | b'.')) { "" } else { sign };
    format!("{sign}${grouped}{rest}")
}

/// An amount of money a month that is not set against another.
#[must_use]
pub fn amount(usd: f64) -> String {
    dollars(usd, 0)
}

/// Most digits that are added to the two amounts together.
const MORE: usize = 4;
/// Where the ratio is about to be rounded the other way, the first amount is moved by so much of it, at most `NUDGES` times.
const NUDGE: f64 = 1e-5;
const NUDGES: u32 = 30;

/// What a user brings in and what a user costs, with as few digits as it takes for a reader who divides one by the other to
/// get `per_dollar` of their ratio.
#[must_use]
pub(crate) fn brings_and_costs(brings: f64, costs: f64, ratio: f64) -> [String; 2] {
    let expected = per_dollar(ratio);
    let both = |brings: f64, more: [usize; 2]| [dollars(brings, more[0]), dollars(costs, more[1])];
    let is_it = |texts: &[String; 2]| match texts.each_ref().map(|it| read(it)) {
        [Some(brings), Some(costs)] => per_dollar(brings / costs) == expected,
        _ => false,
    };
    // the smaller amount has fewer digits, so it is the first to get another
    let to =
        |larger: usize, smaller: usize| if brings < costs { [smaller, larger] } else { [larger, smaller] };
    let tries = (0..=MORE).flat_map(|all| (0..=all).map(move |larger| to(larger, all - larger)));
    let nudges = (1..=NUDGES).flat_map(|n| [1.0, -1.0].map(|way| 1.0 + way * NUDGE * f64::from(n)));
    let nudged = nudges.map(|factor| both(brings * factor, [MORE; 2]));
    tries.map(|more| both(brings, more)).chain(nudged).find(is_it).unwrap_or_else(|| both(brings, [MORE; 2]))
}

/// The amount that a text of [`dollars`] shows.
fn read(text: &str) -> Option<f64> {
    let digits: String = text.chars().filter(|it| it.is_ascii_digit() || *it == '.').collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_are_less_than_the_dollar_and_dollars_are_not() {
        let texts =
            [0.0, 0.004, 0.0099, 0.156, 0.97, 0.994, 0.996, 0.9999, 1.0 - f64::EPSILON].map(per_dollar);
        assert_eq!(texts, ["0¢", "under 1¢", "1¢", "16¢", "97¢", "99¢", "99.6¢", "99.9¢", "99.9¢"]);
        let texts = [1.0, 1.004, 1.43, 39.51, 99.994, 123.4, 4567.0, 1.2e9, f64::INFINITY].map(per_dollar);
        let expected = ["$1.00", "$1.00", "$1.43", "$39.51", "$99.99", "$123", "$4,567", "$1,200,000,000"];
        assert_eq!(texts, [&expected[..], &["no cost at all"]].concat()[..]);
        for step in 0..20_000 {
            let ratio = f64::from(step) * 1e-4;
            assert_eq!(per_dollar(ratio).starts_with('$'), ratio >= 1.0, "{ratio}");
        }
    }

    #[test]
    fn money_under_a_hundred_dollars_has_cents() {
        let texts = [0.0, 0.107, 9.996, 14.0, 99.994, 99.996, 684_123.0, 2.345e9, -3.5, -0.001].map(amount);
        let expected = ["$0.00", "$0.11", "$10.00", "$14.00", "$99.99", "$100", "$684,123", "$2,350,000,000"];
        assert_eq!(texts, [&expected[..], &["\u{2212}$3.50", "$0.00"]].concat()[..]);
    }

    #[test]
    fn a_reader_who_divides_gets_the_printed_cents() {
        let of = |brings: f64, costs: f64| brings_and_costs(brings, costs, brings / costs);
        assert_eq!(of(6.2972, 6.5089), ["$6.30", "$6.51"]);
        assert_eq!(of(0.5698, 0.0142), ["$0.5698", "$0.0142"]);
        assert_eq!(of(0.0, 3.0), ["$0.00", "$3.00"]);
        assert_eq!(of(0.000_012, 3.0), ["$0.000012", "$3.00"]);
        assert_eq!(of(1e-8, 3314.0), ["$0.00", "$3,314"]);
        assert_eq!(of(250.2, 251.9), ["$250", "$252"]);
        let mut state = 7_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        let mut longest = 0;
        for _ in 0..20_000 {
            let costs = libm::exp(12.0 * next() - 5.0);
            let ratio = libm::exp(7.0 * next() - 3.0);
            let texts = brings_and_costs(ratio * costs, costs, ratio);
            let [brings, cost] = texts.each_ref().map(|it| read(it).expect("an amount"));
            assert_eq!(per_dollar(brings / cost), per_dollar(ratio), "{texts:?}");
            longest = longest.max(texts.iter().map(String::len).max().unwrap_or(0));
        }
        assert!(longest <= 11, "{longest}");
    }
}
