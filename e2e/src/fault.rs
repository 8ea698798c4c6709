//! What a check found wrong.

use thirtyfour::error::WebDriverError;

/// Why a check failed, in words.
#[derive(Debug)]
pub struct Fault(pub String);

/// The end of a check, or of a step of one.
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

/// Most findings that are told.
const MAX_TOLD: usize = 25;

/// Findings of a check that goes on after the first.
#[derive(Debug, Default)]
pub struct Findings(Vec<String>);

impl Findings {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes what is wrong unless it holds.
    pub fn expect(&mut self, holds: bool, wrong: impl FnOnce() -> String) {
        if !holds {
            self.0.push(wrong());
        }
    }

    /// Notes a difference.
    pub fn same(&mut self, what: &str, got: &str, expected: &str) {
        self.expect(got == expected, || difference(what, got, expected));
    }

    /// Passes if nothing was found.
    ///
    /// # Errors
    /// All findings as a list.
    pub fn done(self) -> Checked {
        let n = self.0.len();
        if n == 0 {
            return Ok(());
        }
        let mut told: Vec<String> = self.0.into_iter().take(MAX_TOLD).collect();
        if n > MAX_TOLD {
            told.push(format!("and {} more", n - MAX_TOLD));
        }
        Err(Fault(format!("{n} findings\n  - {}", told.join("\n  - "))))
    }
}

/// Where two texts part; long ones are cut around that place.
fn difference(what: &str, got: &str, expected: &str) -> String {
    let parted = got.chars().zip(expected.chars()).take_while(|(one, other)| one == other).count();
    let cut = |text: &str| {
        let from = parted.saturating_sub(60);
        let part: String = text.chars().skip(from).take(200).collect();
        if from > 0 { format!("…{part}") } else { part }
    };
    format!("{what}: got {:?}, expected {:?}", cut(got), cut(expected))
}
