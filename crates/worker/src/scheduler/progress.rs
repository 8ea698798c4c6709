//! The line that shows the progress of the simulated futures.

/// The progress of the futures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Number of futures that have arrived.
    pub n: u32,
    /// Number of futures requested.
    pub n_total: u32,
    /// The state of the simulation.
    pub state: State,
}

/// The state of the simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// More futures will arrive.
    Running,
    /// The reader stopped it.
    Stopped,
    /// It failed.
    Failed,
    /// All futures have arrived, and the answer is based on them.
    Finished,
}

impl Progress {
    /// The text next to the progress bar.
    #[must_use]
    pub fn label(&self) -> String {
        let [n, n_total] = [self.n, self.n_total].map(grouped);
        match self.state {
            State::Running => format!("{n} of {n_total} simulated futures"),
            State::Stopped => format!("Stopped after {n} of {n_total} simulated futures"),
            State::Failed => "The simulated futures could not be worked out".to_owned(),
            State::Finished => format!("{n_total} simulated futures"),
        }
    }

    /// The text for screen readers. It announces only an end that the reader could not expect.
    #[must_use]
    pub fn announcement(&self) -> String {
        if matches!(self.state, State::Stopped | State::Failed) { self.label() } else { String::new() }
    }

    /// Whether the simulation has ended.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        !matches!(self.state, State::Running)
    }

    /// The name of the state in the style sheet.
    #[must_use]
    pub const fn style(&self) -> &'static str {
        match self.state {
            _ if self.n_total < 2 => "single",
            State::Running => "running",
            State::Stopped | State::Failed | State::Finished => "over",
        }
    }
}

/// A number with thousands separators.
fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let first = digits.len() % 3;
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 3 == first {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        for (n, text) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (20_480, "20,480"), (1_000_000, "1,000,000")]
        {
            assert_eq!(grouped(n), text);
        }
    }

    #[test]
    fn each_state_has_its_text() {
        let progress = |state| Progress { n: 2_048, n_total: 9_000, state };
        assert_eq!(progress(State::Running).label(), "2,048 of 9,000 simulated futures");
        assert_eq!(progress(State::Stopped).label(), "Stopped after 2,048 of 9,000 simulated futures");
        assert_eq!(progress(State::Finished).label(), "9,000 simulated futures");
        assert_eq!(progress(State::Running).announcement(), "");
        assert_eq!(progress(State::Failed).announcement(), "The simulated futures could not be worked out");
        assert_eq!(progress(State::Finished).style(), "over");
        assert_eq!(Progress { n: 1, n_total: 1, state: State::Finished }.style(), "single");
    }
}
