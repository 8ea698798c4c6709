//! What kind of control an input has, where it is shown, and the families of scales and distributions.

use super::inputs::NUMBERS;

/// How prominently an input is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One of the three main levers, which the embed also shows.
    Lever,
    /// Shown beside the cost of a token.
    Token,
    /// Shown when its group is open.
    Main,
    /// Shown when the reader asks for more in its group.
    Fine,
}

/// How the slider's position maps to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps are equal differences.
    Linear,
    /// Equal steps are equal ratios.
    Log,
}

impl Scale {
    /// Stable name for machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Log => "log",
        }
    }
}

/// The family of an input's distribution. Its 10th and 90th percentiles are the row's `low` and `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Not uncertain: a choice, a definition or a plan.
    Fixed,
    /// Normal: symmetric around the midpoint of low and high.
    Normal,
    /// Lognormal: symmetric in ratios.
    Lognormal,
    /// Triangular, with its mode at the default.
    Triangular,
    /// PERT: a smooth peak, used in place of triangular distributions if a scenario asks for it.
    Pert,
}

/// The kind of control.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A number in the row's unit.
    Number,
    /// One of several named options; the value is the option's index.
    Choice(&'static [(&'static str, &'static str)]),
    /// A choice between all numbers that can vary; the value is the place among [`NUMBERS`].
    NumberKey,
    /// A switch: off (0) or on (1).
    Switch,
}

impl Kind {
    /// Stable name for machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Choice(_) | Self::NumberKey => "choice",
            Self::Switch => "switch",
        }
    }

    /// The options of a choice, each with its name in links and its label; `None` of a number and of a switch.
    #[must_use]
    pub const fn options(self) -> Option<&'static [(&'static str, &'static str)]> {
        match self {
            Self::Choice(options) => Some(options),
            Self::NumberKey => Some(NUMBERS),
            Self::Number | Self::Switch => None,
        }
    }
}
