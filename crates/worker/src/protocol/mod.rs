//! What the page, the coordinator and the workers send each other. Knows no browser: `web` turns it into messages.

mod lane;

pub use lane::{Lane, Program};

use payenough_view::sections::SectionId;

/// Names of the events on the page's window in which its program and the coordinator talk; each carries one text.
pub mod events {
    /// The page asks for something: [`Request::text`](super::Request::text).
    pub const REQUEST: &str = "payenough-request";
    /// Requests will be answered from now on.
    pub const READY: &str = "payenough-ready";
    /// A part of the page was worked out: [`Section::text`](super::Section::text).
    pub const SECTION: &str = "payenough-section";
}

/// Attribute of the root element while a slider moves: the answer that is shown may stand for now.
pub const MOVING: &str = "data-moving";

/// A request of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it asks for.
    pub lane: Lane,
    /// The name of the number whose working is asked for; empty in the other lanes.
    pub number: String,
    /// Width of a chart that stands beside inputs, CSS pixels; 0 where the page does not say.
    pub beside: u32,
    /// The scenario as a link.
    pub link: String,
}

/// Between the parts of a request or a section that travels as one text.
const SEPARATOR: &str = "\n";

impl Request {
    /// A request about a whole scenario.
    #[must_use]
    pub fn of(lane: Lane, link: &str) -> Self {
        Self { lane, number: String::new(), beside: 0, link: link.to_owned() }
    }

    /// With the width of a chart that stands beside inputs.
    #[must_use]
    pub fn with_beside(self, beside: u32) -> Self {
        Self { beside, ..self }
    }

    /// The request for the working of a number.
    #[must_use]
    pub fn working(number: &str, link: &str) -> Self {
        Self { number: number.to_owned(), ..Self::of(Lane::Working, link) }
    }

    /// As one text, in which the page sends it to the coordinator.
    #[must_use]
    pub fn text(&self) -> String {
        let Self { lane, number, beside, link } = self;
        [lane.name(), number, &beside.to_string(), link].join(SEPARATOR)
    }

    /// The request that a text stands for.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(4, SEPARATOR);
        let (lane, number) = (Lane::named(parts.next()?)?, parts.next()?.to_owned());
        let (beside, link) = (parts.next()?.parse().ok()?, parts.next()?.to_owned());
        Some(Self { lane, number, beside, link })
    }
}

/// A part of the page that was worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name.
    pub id: SectionId,
    /// Its tree as text, or whatever else stands for it; empty where what the page shows counts no more.
    pub tree: String,
}

impl Section {
    /// As one text, in which the coordinator sends it to the page.
    #[must_use]
    pub fn text(&self) -> String {
        [self.id.id(), &self.tree].join(SEPARATOR)
    }

    /// Name and tree of the section that a text stands for.
    #[must_use]
    pub fn read(text: &str) -> Option<(SectionId, &str)> {
        let (id, tree) = text.split_once(SEPARATOR)?;
        Some((SectionId::parse(id)?, tree))
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
            assert_eq!(Request::read(&request.text()), Some(request.clone()));
            let wide = request.with_beside(660);
            assert_eq!(Request::read(&wide.text()), Some(wide));
        }
        let working = Request::working("needed.0.0", "v=1");
        assert_eq!(Request::read(&working.text()), Some(working));
        let section = Section { id: SectionId::Verdict, tree: "a\nb".to_owned() };
        assert_eq!(Section::read(&section.text()), Some((SectionId::Verdict, "a\nb")));
    }

    #[test]
    fn a_text_that_is_no_request_is_refused() {
        for odd in ["", "quick", "quick\n", "quick\n\nv=1", "slow\n\n0\nv=1"] {
            assert_eq!(Request::read(odd), None, "{odd:?}");
        }
    }
}
