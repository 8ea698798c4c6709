//! The line that says how far the simulated futures are.

/// How far the futures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many have arrived.
    pub n: u32,
    /// How many are wanted.
    pub n_total: u32,
    /// Does it go on?
    pub state: State,
}

/// Whether the simulation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// More futures are on their way.
    Running,
    /// The reader stopped it.
    Stopped,
    /// It broke down.
    Failed,
    /// All futures are in, and the answer stands on them.
    Finished,
}

impl Progress {
    /// The words beside the bar.
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

    /// What a screen reader says: only an end that the reader could not expect.
    #[must_use]
    pub fn announcement(&self) -> String {
        if matches!(self.state, State::Stopped | State::Failed) { self.label() } else { String::new() }
    }

    /// Does it go on no more?
    #[must_use]
    pub const fn is_over(&self) -> bool {
        !matches!(self.state, State::Running)
    }

    /// How the style sheet knows the state.
    #[must_use]
    pub const fn style(&self) -> &'static str {
        match self.state {
            _ if self.n_total < 2 => "single",
            State::Running => "running",
            State::Stopped | State::Failed | State::Finished => "over",
        }
    }
}

/// A number with its thousands apart.
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
    fn thousands_stand_apart() {
        for (n, text) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (20_480, "20,480"), (1_000_000, "1,000,000")]
        {
            assert_eq!(grouped(n), text);
        }
    }

    #[test]
    fn each_state_has_its_words() {
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
