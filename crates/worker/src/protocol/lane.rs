//! The programs that workers run, and the lanes in which the page makes its requests.

use payenough_view::sections::{Kind, SectionId};

/// A WebAssembly program that workers run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Draws the futures and what stands on the first screen. It is loaded first, and it coordinates the workers.
    Futures,
    /// Works out everything below the first screen.
    Sections,
}

impl Program {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Futures, Self::Sections];

    /// Its name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Futures => "futures",
            Self::Sections => "sections",
        }
    }

    /// The program of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// What a request asks for. Of two requests in one lane only the newer one is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// What stands on the first screen and takes one evaluation.
    Middle,
    /// The simulated futures and what they say.
    Futures,
    /// Sections that take no search.
    Quick,
    /// The section on what flips the answer. It is the first of the searches, since a line of it stands beside the answer.
    Flips,
    /// The other sections that take a search.
    Search,
    /// The working of one number.
    Working,
    /// The answer as JSON.
    Result,
    /// The yearly table as CSV.
    Csv,
}

impl Lane {
    /// Every lane.
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

    /// The lanes that follow the scenario, in the order in which they are requested.
    pub const OF_SCENARIO: [Self; 5] = [Self::Middle, Self::Futures, Self::Quick, Self::Flips, Self::Search];

    /// Its name in messages.
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

    /// The lane in which a section comes.
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

    /// The lane of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The program that answers it.
    #[must_use]
    pub const fn program(self) -> Program {
        match self {
            Self::Middle | Self::Futures => Program::Futures,
            Self::Quick | Self::Flips | Self::Search | Self::Working | Self::Result | Self::Csv => {
                Program::Sections
            }
        }
    }

    /// Does it take so long that it waits for what takes less?
    #[must_use]
    pub const fn is_search(self) -> bool {
        matches!(self, Self::Flips | Self::Search)
    }

    /// Does it answer a click, so that it waits for no other lane?
    #[must_use]
    pub const fn is_clicked(self) -> bool {
        matches!(self, Self::Working | Self::Result | Self::Csv)
    }
}
