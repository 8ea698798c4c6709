//! Civil dates as day numbers, so that intervals between dates are whole days.

/// A day of the Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// Reads `YYYY-MM-DD`; `None` if the text is not a valid date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = digits(parts.next()?, 2)?;
        let day = digits(parts.next()?, 2)?;
        if parts.next().is_some() { None } else { Self::new(year, month, day) }
    }

    /// The day with this year, month (1 to 12) and day of the month; `None` if there is no such day.
    #[must_use]
    pub fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        (1 <= day && day <= days_in_month(year, month)?).then(|| Self(day_number(year, month, day)))
    }

    /// Whole days from `earlier` to this day; negative if `earlier` is in fact the later of the two.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

/// Reads exactly `width` decimal digits as a number.
fn digits(text: &str, width: usize) -> Option<i32> {
    let is_plain = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

/// Length of a month of the Gregorian calendar in days; `None` for a month that does not exist.
fn days_in_month(year: i32, month: i32) -> Option<i32> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap { 29 } else { 28 }),
        _ => None,
    }
}

/// Days from 1970-01-01, by counting years from 1 March so that the leap day comes last.
///
/// With `y` the year that began on the last 1 March and `m` the months since then:
/// `365 y + ⌊y/4⌋ − ⌊y/100⌋ + ⌊y/400⌋ + ⌊(153 m + 2)/5⌋ + day − 1 − 719,468`.
///
/// Source: H. Hinnant, "chrono-compatible low-level date algorithms" (`days_from_civil`).
fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let march_year = if month <= 2 { year - 1 } else { year };
    let march_month = (month + 9) % 12;
    let leap_days = march_year.div_euclid(4) - march_year.div_euclid(100) + march_year.div_euclid(400);
    365 * march_year + leap_days + (153 * march_month + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<i32> {
        Day::parse(text).map(|day| day.0)
    }

    #[test]
    fn known_days() {
        assert_eq!(number("1970-01-01"), Some(0));
        assert_eq!(number("2000-03-01"), Some(11_017));
        assert_eq!(number("2026-11-23"), Some(20_780));
        assert_eq!(number("1969-12-31"), Some(-1));
        assert_eq!(number("0000-03-01"), Some(-719_468));
    }

    #[test]
    fn consecutive_days_are_one_day_apart() {
        let mut expected = number("1895-01-01").unwrap();
        for year in 1895..2105 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month).unwrap() {
                    assert_eq!(number(&format!("{year:04}-{month:02}-{day:02}")), Some(expected));
                    expected += 1;
                }
            }
        }
    }

    #[test]
    fn invalid_dates_are_none() {
        for text in [
            "",
            "2024",
            "2024-1-01",
            "2024-13-01",
            "2024-00-01",
            "2023-02-29",
            "1900-02-29",
            "2024-02-30",
            "2024-02-00",
            "2024-02-01-",
            "2024-02-01T00",
            "+024-02-01",
            "２024-02-01",
            "-2024-02-01",
            "99999-01-01",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
