//! The programs that workers run, and the lanes of the page's requests.

use payenough_view::sections::{Kind, SectionId};

/// A WebAssembly program that workers run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Draws the futures and the first screen. It is loaded first, and also contains the coordinator of the workers.
    Futures,
    /// Computes everything below the first screen.
    Sections,
}

impl Program {
    /// Both programs.
    pub const ALL: [Self; 2] = [Self::Futures, Self::Sections];

    /// The name of the program in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Futures => "futures",
            Self::Sections => "sections",
        }
    }

    /// The program with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// The subject of a request. Of several requests in one lane, only the newest is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// The parts of the first screen that need only one evaluation.
    Middle,
    /// The simulated futures and the conclusion from them.
    Futures,
    /// The sections that need no search.
    Quick,
    /// The section on what flips the answer. It is the first of the searches, because one line of it is shown next to
    /// the answer.
    Flips,
    /// The other sections that need a search.
    Search,
    /// The working of one number.
    Working,
    /// The answer as JSON.
    Result,
    /// The yearly table as CSV.
    Csv,
}

impl Lane {
    /// All lanes.
    pub const ALL: [Self; 8] = [
        Self::Middle,
        Self::Futures,
        Self::Quick,
        Self::Flips,
        Self::Search,
        Self::Working,
        Self::Result,
        Self::Csv,
    ];

    /// The lanes that are requested whenever the scenario changes, in this order.
    pub const OF_SCENARIO: [Self; 5] = [Self::Middle, Self::Futures, Self::Quick, Self::Flips, Self::Search];

    /// The name of the lane in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Middle => "middle",
            Self::Futures => "futures",
            Self::Quick => "quick",
            Self::Flips => "flips",
            Self::Search => "search",
            Self::Working => "working",
            Self::Result => "result",
            Self::Csv => "csv",
        }
    }

    /// The lane to which a section belongs.
    #[must_use]
    pub const fn of(section: SectionId) -> Self {
        match section.kind() {
            Kind::First => Self::Middle,
            Kind::Futures => Self::Futures,
            Kind::Quick => Self::Quick,
            Kind::Flips => Self::Flips,
            Kind::Search => Self::Search,
            Kind::Working => Self::Working,
            Kind::Result => Self::Result,
            Kind::Csv => Self::Csv,
        }
    }

    /// The lane with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The program that answers requests in this lane.
    #[must_use]
    pub const fn program(self) -> Program {
        match self {
            Self::Middle | Self::Futures => Program::Futures,
            Self::Quick | Self::Flips | Self::Search | Self::Working | Self::Result | Self::Csv => {
                Program::Sections
            }
        }
    }

    /// Whether the lane needs a search, so that it waits for faster lanes.
    #[must_use]
    pub const fn is_search(self) -> bool {
        matches!(self, Self::Flips | Self::Search)
    }

    /// Whether the lane answers a click, so that it waits for no other lane.
    #[must_use]
    pub const fn is_clicked(self) -> bool {
        matches!(self, Self::Working | Self::Result | Self::Csv)
    }
}
