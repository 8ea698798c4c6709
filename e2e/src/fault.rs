//! The error of a check: what it found wrong.

use thirtyfour::error::WebDriverError;

/// The error of a check, as text.
#[derive(Debug)]
pub struct Fault(pub String);

/// The result of a check, or of a step of a check.
pub type Checked<T = ()> = Result<T, Fault>;

impl From<WebDriverError> for Fault {
    fn from(error: WebDriverError) -> Self {
        Self(format!("the browser: {error}"))
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("JSON: {error}"))
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self(format!("input and output: {error}"))
    }
}

/// Largest number of findings that are listed.
const MAX_LISTED: usize = 25;

/// Findings of a check that continues after the first one.
#[derive(Debug, Default)]
pub struct Findings(Vec<String>);

impl Findings {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding unless the condition holds.
    pub fn expect(&mut self, holds: bool, wrong: impl FnOnce() -> String) {
        if !holds {
            self.0.push(wrong());
        }
    }

    /// Adds a finding if two texts differ.
    pub fn same(&mut self, what: &str, got: &str, expected: &str) {
        self.expect(got == expected, || difference(what, got, expected));
    }

    /// Succeeds if there are no findings.
    ///
    /// # Errors
    /// The list of all findings.
    pub fn done(self) -> Checked {
        let n = self.0.len();
        if n == 0 {
            return Ok(());
        }
        let mut listed: Vec<String> = self.0.into_iter().take(MAX_LISTED).collect();
        if n > MAX_LISTED {
            listed.push(format!("and {} more", n - MAX_LISTED));
        }
        Err(Fault(format!("{n} findings\n  - {}", listed.join("\n  - "))))
    }
}

/// Describes how two texts differ. Long texts are cut around the first difference.
fn difference(what: &str, got: &str, expected: &str) -> String {
    let parted = got.chars().zip(expected.chars()).take_while(|(one, other)| one == other).count();
    let cut = |text: &str| {
        let from = parted.saturating_sub(60);
        let part: String = text.chars().skip(from).take(200).collect();
        if from > 0 { format!("…{part}") } else { part }
    };
    format!("{what}: got {:?}, expected {:?}", cut(got), cut(expected))
}
