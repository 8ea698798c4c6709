//! The engine's native answer for a link, which the page must show too.

use std::path::Path;
use std::process::Command;

use payenough_analysis::{Verdict, verdict};
use payenough_engine::{Outcome, evaluate};
use payenough_model::Inputs;
use payenough_model::scenario::{Notice, Scenario, read_link};

use crate::fault::{Checked, Fault};

/// The scenario of a link, with its notices, outcome and verdict.
#[derive(Debug)]
pub struct Expected {
    /// The scenario as read from the link.
    pub scenario: Scenario,
    /// Notices about the parts of the link that could not be read.
    pub notices: Vec<Notice>,
    /// The engine's outcome.
    pub outcome: Outcome,
    /// The scenario as set in words.
    pub verdict: Verdict,
}

impl Expected {
    /// The answer for a link.
    #[must_use]
    pub fn of(link: &str) -> Self {
        let (scenario, notices) = read_link(link);
        Self { notices, ..Self::of_scenario(scenario) }
    }

    /// The answer for a scenario.
    #[must_use]
    pub fn of_scenario(scenario: Scenario) -> Self {
        let inputs = Inputs::read(scenario.values());
        let outcome = evaluate(&inputs);
        let verdict = verdict(&scenario, &outcome);
        Self { scenario, notices: Vec::new(), outcome, verdict }
    }

    /// The verdict as one line of text.
    #[must_use]
    pub fn text(&self) -> String {
        collapsed(&self.verdict.text())
    }
}

/// A text with single spaces, as a reader sees it.
#[must_use]
pub fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The output of the command line for these arguments. The program is `PAYENOUGH_CLI` if that is set, else it is built
/// now.
///
/// # Errors
/// If the program cannot be run or does not end with 0.
pub fn cli_json(arguments: &[&str]) -> Checked<String> {
    let mut command = match std::env::var_os("PAYENOUGH_CLI") {
        Some(program) => Command::new(program),
        None => {
            let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let mut cargo = Command::new(cargo);
            cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
            cargo.args(["run", "--quiet", "--locked", "--bin", "payenough-cli", "--"]);
            cargo
        }
    };
    let output = command.args(arguments).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Fault(format!(
            "the command line with {arguments:?} ended with {}: {said}",
            output.status
        )));
    }
    let text =
        String::from_utf8(output.stdout).map_err(|error| Fault(format!("the command line: {error}")))?;
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}
