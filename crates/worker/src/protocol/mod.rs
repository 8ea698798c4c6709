//! The messages between the page, the coordinator and the workers. This module is independent of the browser: `web`
//! converts it to JavaScript messages.

mod lane;

pub use lane::{Lane, Program};

use payenough_view::sections::SectionId;

/// Names of the events on `window` through which the page's program and the coordinator communicate. Each event carries
/// one text.
pub mod events {
    /// The page sends a request: [`Request::text`](super::Request::text).
    pub const REQUEST: &str = "payenough-request";
    /// The coordinator is ready for requests.
    pub const READY: &str = "payenough-ready";
    /// The coordinator sends a section: [`Section::text`](super::Section::text).
    pub const SECTION: &str = "payenough-section";
    /// The coordinator, or the boot script before there is one, says in words what keeps answers from arriving. The text is
    /// empty if nothing does any more.
    pub const TROUBLE: &str = "payenough-trouble";
}

/// Attribute of the root element while a slider moves. The answer that is shown may then be that of an earlier
/// position.
pub const MOVING: &str = "data-moving";

/// A request by the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The lane of the request.
    pub lane: Lane,
    /// The name of the number whose working is requested; empty in the other lanes.
    pub number: String,
    /// Width of a chart next to the inputs in CSS pixels; 0 if the page does not give it.
    pub beside: u32,
    /// The scenario as a link.
    pub link: String,
}

/// Separates the parts of a request or a section in its text form.
const SEPARATOR: &str = "\n";

impl Request {
    /// A request about a whole scenario.
    #[must_use]
    pub fn of(lane: Lane, link: &str) -> Self {
        Self { lane, number: String::new(), beside: 0, link: link.to_owned() }
    }

    /// The request with the width of a chart next to the inputs.
    #[must_use]
    pub fn with_beside(self, beside: u32) -> Self {
        Self { beside, ..self }
    }

    /// The request for the working of a number.
    #[must_use]
    pub fn working(number: &str, link: &str) -> Self {
        Self { number: number.to_owned(), ..Self::of(Lane::Working, link) }
    }

    /// The text form in which the page sends the request to the coordinator.
    #[must_use]
    pub fn text(&self) -> String {
        let Self { lane, number, beside, link } = self;
        [lane.name(), number, &beside.to_string(), link].join(SEPARATOR)
    }

    /// Parses the text form of a request.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(4, SEPARATOR);
        let (lane, number) = (Lane::named(parts.next()?)?, parts.next()?.to_owned());
        let (beside, link) = (parts.next()?.parse().ok()?, parts.next()?.to_owned());
        Some(Self { lane, number, beside, link })
    }
}

/// A section that the page is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The id of the section.
    pub id: SectionId,
    /// Its tree as text, or other content as text. It is empty if the content that the page shows is outdated.
    pub tree: String,
}

impl Section {
    /// The text form in which the coordinator sends the section to the page.
    #[must_use]
    pub fn text(&self) -> String {
        [self.id.id(), &self.tree].join(SEPARATOR)
    }

    /// Splits the text form of a section into its id and its tree.
    #[must_use]
    pub fn read(text: &str) -> Option<(SectionId, &str)> {
        let (id, tree) = text.split_once(SEPARATOR)?;
        Some((SectionId::parse(id)?, tree))
    }
}

/// How many numbers are sent of each future: its net present value and its receipts.
pub const PER_FUTURE: usize = 2;

/// A job for a worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Find out how many futures a link requests, and draw the first of them.
    Begin {
        /// The scenario as a link.
        link: String,
        /// The number of futures to draw.
        n: u32,
    },
    /// Compute the present values of some futures.
    Draw {
        /// The scenario as a link.
        link: String,
        /// The index of the first future.
        from: u32,
        /// The number of futures.
        n: u32,
    },
    /// Compute all figures of some futures.
    Figures {
        /// The scenario as a link.
        link: String,
        /// The index of the first future.
        from: u32,
        /// The number of futures.
        n: u32,
    },
    /// Draw the conclusion from the futures that have arrived.
    Conclude {
        /// The scenario as a link.
        link: String,
        /// Width of the text column in CSS pixels.
        width: u32,
        /// Present values of the futures 0, 1 and so on, [`PER_FUTURE`] numbers each.
        presents: Vec<f64>,
        /// Figures of the first of these futures, row after row.
        rows: Vec<f64>,
        /// The count of twenty that the page shows, while a slider moves.
        shown_count: Option<u32>,
    },
    /// Draw the sections of a lane.
    Sections {
        /// The request that the sections answer.
        request: Request,
        /// Width of the text column in CSS pixels.
        width: u32,
    },
}

impl Task {
    /// The name of the task in messages.
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

    /// The program that can do the task.
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

/// The answer of a worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The answer to [`Task::Begin`].
    Begun {
        /// The number of futures that the link requests.
        n_total: u32,
        /// The number of futures with all figures.
        n_full: u32,
        /// The first present values, [`PER_FUTURE`] numbers each.
        presents: Vec<f64>,
    },
    /// The answer to [`Task::Draw`] and [`Task::Figures`].
    Numbers(Vec<f64>),
    /// The answer to [`Task::Conclude`] and [`Task::Sections`].
    Sections {
        /// The sections that the page is to show.
        sections: Vec<Section>,
        /// The count of twenty that the first section states.
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
    fn a_text_that_is_not_a_request_is_rejected() {
        for odd in ["", "quick", "quick\n", "quick\n\nv=1", "slow\n\n0\nv=1"] {
            assert_eq!(Request::read(odd), None, "{odd:?}");
        }
    }
}
