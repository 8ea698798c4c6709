//! Reads the inputs of a golden case by name and unit. A missing or absurd input is an error and is never guessed.

use payenough_engine::returns::DatedFlow;
use payenough_quantities::Usd;
use payenough_quantities::date::Day;
use serde_json::Value;

/// Longest list that is accepted. The time that some answers take grows with the square of the length.
const MAX_ITEMS: usize = 4096;

/// Why a case has no answer.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(crate) enum CaseError {
    #[error("unknown kind {kind:?}")]
    UnknownKind { kind: String },
    #[error("input {name:?} is missing")]
    Missing { name: &'static str },
    #[error("input {name:?} must be {expected}")]
    Wrong { name: &'static str, expected: &'static str },
    #[error("the model does not fit the memory of the accelerators")]
    NoRoom,
    #[error("no batch is as fast as asked; the fastest gives {fastest:.1} tokens a second")]
    TooFast { fastest: f64 },
    #[error("the inputs have no finite answer")]
    NoAnswer,
}

/// The `inputs` of one case.
pub(crate) struct Inputs<'a> {
    fields: &'a Value,
}

impl<'a> Inputs<'a> {
    pub(crate) fn of(fields: &'a Value) -> Self {
        Self { fields }
    }

    fn field(&self, name: &'static str) -> Result<&'a Value, CaseError> {
        self.fields.get(name).ok_or(CaseError::Missing { name })
    }

    /// The named inputs nested inside an input.
    pub(crate) fn part(&self, name: &'static str) -> Result<Self, CaseError> {
        let fields = self.field(name)?;
        if fields.is_object() {
            Ok(Self { fields })
        } else {
            Err(CaseError::Wrong { name, expected: "an object" })
        }
    }

    /// A finite number; `None` if it is null or missing.
    pub(crate) fn optional(&self, name: &'static str) -> Result<Option<f64>, CaseError> {
        match self.fields.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(_) => self.number(name).map(Some),
        }
    }

    /// A finite number above 0.
    pub(crate) fn positive(&self, name: &'static str) -> Result<f64, CaseError> {
        let number = self.number(name)?;
        if number > 0.0 { Ok(number) } else { Err(CaseError::Wrong { name, expected: "above 0" }) }
    }

    /// Text.
    pub(crate) fn text(&self, name: &'static str) -> Result<&'a str, CaseError> {
        self.field(name)?.as_str().ok_or(CaseError::Wrong { name, expected: "text" })
    }

    /// A finite number.
    pub(crate) fn number(&self, name: &'static str) -> Result<f64, CaseError> {
        finite(self.field(name)?).ok_or(CaseError::Wrong { name, expected: "a number" })
    }

    /// A whole number from 0 to 2³² − 1.
    pub(crate) fn count(&self, name: &'static str) -> Result<u32, CaseError> {
        let number = self.number(name)?;
        let is_count = 0.0 <= number && number <= f64::from(u32::MAX) && number.fract() == 0.0;
        if is_count { Ok(number as u32) } else { Err(CaseError::Wrong { name, expected: "a whole number" }) }
    }

    /// Dollars.
    pub(crate) fn usd(&self, name: &'static str) -> Result<Usd, CaseError> {
        self.number(name).map(Usd::of)
    }

    fn list<T>(
        &self,
        name: &'static str,
        expected: &'static str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Result<Vec<T>, CaseError> {
        let wrong = || CaseError::Wrong { name, expected };
        let items = self.field(name)?.as_array().ok_or_else(wrong)?;
        if items.is_empty() || MAX_ITEMS < items.len() {
            return Err(wrong());
        }
        items.iter().map(|item| read(item).ok_or_else(wrong)).collect()
    }

    /// A list of at least one finite number.
    pub(crate) fn numbers(&self, name: &'static str) -> Result<Vec<f64>, CaseError> {
        self.list(name, "a list of 1 to 4096 numbers", finite)
    }

    /// A list of at least one pair of finite numbers.
    pub(crate) fn pairs(&self, name: &'static str) -> Result<Vec<(f64, f64)>, CaseError> {
        self.list(name, "a list of 1 to 4096 pairs of numbers", |item| match item.as_array()?.as_slice() {
            [one, other] => finite(one).zip(finite(other)),
            _ => None,
        })
    }

    /// A list of at least one dollar amount.
    pub(crate) fn usd_list(&self, name: &'static str) -> Result<Vec<Usd>, CaseError> {
        Ok(self.numbers(name)?.into_iter().map(Usd::of).collect())
    }

    /// A list of dates and a list of dollars, of equal length.
    pub(crate) fn dated(
        &self,
        dates: &'static str,
        amounts: &'static str,
    ) -> Result<Vec<DatedFlow>, CaseError> {
        let days = self.list(dates, "a list of dates YYYY-MM-DD", |item| Day::parse(item.as_str()?))?;
        let amounts = self.numbers(amounts)?;
        if days.len() != amounts.len() {
            return Err(CaseError::Wrong { name: dates, expected: "as long as the list of flows" });
        }
        Ok(days.into_iter().zip(amounts).map(|(day, usd)| DatedFlow { day, usd }).collect())
    }
}

fn finite(value: &Value) -> Option<f64> {
    value.as_f64().filter(|number| number.is_finite())
}
