//! What the page, the coordinator and the workers send each other. Knows no browser: `web` turns it into messages.

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

/// Names of the events on the page's window in which its program and the coordinator talk; each carries one text.
pub mod events {
    /// The page asks for something: [`Request::text`](super::Request::text).
    pub const REQUEST: &str = "payenough-request";
    /// Requests will be answered from now on.
    pub const READY: &str = "payenough-ready";
    /// A part of the page was worked out: [`Section::text`](super::Section::text).
    pub const SECTION: &str = "payenough-section";
}

/// The section that holds the answer at the top of the page.
pub const ANSWER: &str = "verdict";

/// Attribute of the root element while a slider moves: the answer that is shown may stand for now.
pub const MOVING: &str = "data-moving";

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
}

impl Lane {
    /// Every lane.
    pub const ALL: [Self; 7] =
        [Self::Middle, Self::Futures, Self::Quick, Self::Flips, Self::Search, Self::Working, Self::Result];

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
            Self::Quick | Self::Flips | Self::Search | Self::Working | Self::Result => Program::Sections,
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
        matches!(self, Self::Working | Self::Result)
    }
}

/// A request of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it asks for.
    pub lane: Lane,
    /// The name of the number whose working is asked for; empty in the other lanes.
    pub number: String,
    /// The scenario as a link.
    pub link: String,
}

/// Between the parts of a request or a section that travels as one text.
const SEPARATOR: char = '\n';

impl Request {
    /// A request about a whole scenario.
    #[must_use]
    pub fn of(lane: Lane, link: &str) -> Self {
        Self { lane, number: String::new(), link: link.to_owned() }
    }

    /// The request for the working of a number.
    #[must_use]
    pub fn working(number: &str, link: &str) -> Self {
        Self { lane: Lane::Working, number: number.to_owned(), link: link.to_owned() }
    }

    /// As one text, in which the page sends it to the coordinator.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{SEPARATOR}{}{SEPARATOR}{}", self.lane.name(), self.number, self.link)
    }

    /// The request that a text stands for.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, SEPARATOR);
        let lane = Lane::named(parts.next()?)?;
        Some(Self { lane, number: parts.next()?.to_owned(), link: parts.next()?.to_owned() })
    }
}

/// A part of the page that was worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name.
    pub id: String,
    /// Its tree as text, or whatever else stands for it; empty where what the page shows counts no more.
    pub tree: String,
}

impl Section {
    /// As one text, in which the coordinator sends it to the page.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{SEPARATOR}{}", self.id, self.tree)
    }

    /// Name and tree of the section that a text stands for.
    #[must_use]
    pub fn read(text: &str) -> Option<(&str, &str)> {
        text.split_once(SEPARATOR)
    }
}

/// What a worker is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Say how many futures a link wants, and draw the first of them.
    Begin {
        /// The scenario.
        link: String,
        /// How many futures to draw.
        n: u32,
    },
    /// Net present values of some futures.
    Draw {
        /// The scenario.
        link: String,
        /// The first future.
        from: u32,
        /// How many.
        n: u32,
    },
    /// All figures of some futures.
    Figures {
        /// The scenario.
        link: String,
        /// The first future.
        from: u32,
        /// How many.
        n: u32,
    },
    /// Say what the futures say that have arrived.
    Conclude {
        /// The scenario.
        link: String,
        /// Width of the column of text, CSS pixels.
        width: u32,
        /// Net present values of futures 0, 1 and so on.
        npv: Vec<f64>,
        /// Figures of the first of them, row after row.
        rows: Vec<f64>,
        /// While a slider moves: the count of twenty that the page shows.
        shown_count: Option<u32>,
    },
    /// Draw the sections of a lane.
    Sections {
        /// What is asked for, of which scenario.
        request: Request,
        /// Width of the column of text, CSS pixels.
        width: u32,
    },
}

impl Task {
    /// Its name in messages.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Begin { .. } => "begin",
            Self::Draw { .. } => "draw",
            Self::Figures { .. } => "figures",
            Self::Conclude { .. } => "conclude",
            Self::Sections { .. } => "sections",
        }
    }

    /// The program that can do it.
    #[must_use]
    pub const fn program(&self) -> Program {
        match self {
            Self::Sections { request, .. } => request.lane.program(),
            Self::Begin { .. } | Self::Draw { .. } | Self::Figures { .. } | Self::Conclude { .. } => {
                Program::Futures
            }
        }
    }
}

/// What a worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`Task::Begin`].
    Begun {
        /// How many futures the link wants.
        n_total: u32,
        /// How many of them with all figures.
        n_full: u32,
        /// The first net present values.
        npv: Vec<f64>,
    },
    /// To [`Task::Draw`] and [`Task::Figures`].
    Numbers(Vec<f64>),
    /// To [`Task::Conclude`] and [`Task::Sections`].
    Sections {
        /// What the page is to show.
        sections: Vec<Section>,
        /// The count of twenty that the first section shows.
        count: Option<u32>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_sections_travel_as_text() {
        for request in Lane::ALL.map(|lane| Request::of(lane, "v=1&d=2026-11")) {
            assert_eq!(Request::read(&request.text()), Some(request));
        }
        let working = Request::working("needed.0.0", "v=1");
        assert_eq!(Request::read(&working.text()), Some(working));
        let section = Section { id: "verdict".to_owned(), tree: "a\nb".to_owned() };
        assert_eq!(Section::read(&section.text()), Some(("verdict", "a\nb")));
    }

    #[test]
    fn a_text_that_is_no_request_is_refused() {
        assert_eq!(["", "quick", "quick\n", "slow\n\nv=1"].map(Request::read), [const { None }; 4]);
    }
}
