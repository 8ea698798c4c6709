//! The sections of the page that are worked out off its main thread: a request and a reply, each one text.

use payenough_analysis::pieces::{at_once, pause};
use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_model::scenario::read_link;
use payenough_view::sections::{SECTIONS, Section, Subject, draw_in_pieces, flips};
use payenough_view::working::panel;
use payenough_view::{El, pack};

/// Between the parts of a request.
const NEXT_PART: char = '\n';
/// Before the name of a section and before its tree.
const MARK: char = '\u{6}';

/// Which sections are asked for; of two requests for one lane the newer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// What is there at once.
    Quick,
    /// What flips the answer: the first of the searches, since a line of it stands beside the answer.
    Flips,
    /// What else takes a search.
    Search,
    /// What takes many futures: drawn in parts, see [`super::futures`].
    Futures,
}

impl Lane {
    /// All of them, in the order in which they are asked for: the answer before what stands below it.
    pub const ALL: [Self; 4] = [Self::Futures, Self::Quick, Self::Flips, Self::Search];

    /// Its name in a request.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Flips => "flips",
            Self::Search => "search",
            Self::Futures => "futures",
        }
    }
}

/// The section that the lane of its own is for.
const ROBUST: &str = "robust";

/// The lane, and the one section, of a number's working.
pub const WORKING: &str = "working";

/// The lane, and the one part, of the answer as JSON.
pub const RESULT: &str = "result";

/// The request for the answer to a link as JSON.
#[must_use]
pub fn request_result(link: &str) -> String {
    format!("{RESULT}{NEXT_PART}{NEXT_PART}{link}")
}

/// The request for the working of a number, by its name.
#[must_use]
pub fn request_working(name: &str, query: &str) -> String {
    format!("{WORKING}{NEXT_PART}{name}{NEXT_PART}{query}")
}

/// The request for a lane's sections: `query` is the scenario's link. The width of the column in CSS pixels goes between the two:
/// `xtask/depth.js`, which knows it, puts it in.
#[must_use]
pub fn request(lane: Lane, query: &str) -> String {
    format!("{}{NEXT_PART}{NEXT_PART}{query}", lane.name())
}

/// The reply to a request: every section of the lane; nothing to a request that is none.
#[must_use]
pub fn reply(request: &str) -> String {
    at_once(reply_in_pieces(request))
}

/// The same in pieces, for a page that works it out itself between two things that the reader does.
pub async fn reply_in_pieces(request: &str) -> String {
    let mut parts = request.splitn(3, NEXT_PART);
    let (Some(lane), Some(width), Some(query)) = (parts.next(), parts.next(), parts.next()) else {
        return String::new();
    };
    #[cfg(feature = "json")]
    if lane == RESULT {
        return format!("{MARK}{RESULT}{MARK}{}", crate::answer(query));
    }
    let (scenario, _) = read_link(query);
    if lane == WORKING {
        return packed(WORKING, &panel(width, &scenario));
    }
    let inputs = Inputs::read(scenario.values());
    let outcome = evaluate(&inputs);
    let width = width.parse::<u32>().map_or(700.0, f64::from);
    let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, width };
    let of = |section: &Section| match section {
        Section { id: ROBUST, .. } => Lane::Flips,
        Section { is_search: true, .. } => Lane::Search,
        _ => Lane::Quick,
    };
    let is_asked = |section: &&Section| lane == of(section).name();
    let mut reply = String::new();
    for section in SECTIONS.iter().filter(is_asked) {
        pause().await;
        if section.id == ROBUST {
            let (tree, line) = flips::section_and_line(&subject, query).await;
            reply += &packed(flips::LINE, &line);
            reply += &packed(section.id, &tree);
        } else if let Some(tree) = draw_in_pieces(section.id, &subject).await {
            reply += &packed(section.id, &tree);
        }
    }
    reply
}

/// A section's part of a reply.
pub(super) fn packed(id: &str, tree: &El) -> String {
    format!("{MARK}{id}{MARK}{}", pack(tree))
}

/// The sections of a reply: name and tree.
pub fn sections(reply: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = reply.split(MARK).skip(1);
    core::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_view::unpack;

    #[test]
    fn every_section_comes_in_one_lane() {
        let mut seen = Vec::new();
        for lane in Lane::ALL {
            let reply = reply(&request(lane, "v=1&d=2026-11"));
            for (id, tree) in sections(&reply) {
                let tree = unpack(tree).expect("a tree");
                if id == flips::LINE {
                    assert!(tree.attributes.iter().any(|it| it.0 == "data-for" && it.1 == "v=1&d=2026-11"));
                } else {
                    seen.push(id.to_owned());
                }
            }
        }
        let mut all: Vec<&str> = SECTIONS.iter().map(|section| section.id).collect();
        all.sort_unstable();
        seen.sort_unstable();
        assert_eq!(seen, all);
    }

    #[cfg(feature = "json")]
    #[test]
    fn the_result_is_the_answer() {
        let link = "?v=1&d=2026-11&n=1&chip_life_yr=4";
        let reply = reply(&request_result(link));
        let parts: Vec<(&str, &str)> = sections(&reply).collect();
        assert_eq!(parts, [(RESULT, crate::answer(link).as_str())]);
    }

    #[test]
    fn what_is_no_request_has_no_reply() {
        for odd in ["", "quick", "quick\n700", "slow\n700\nv=1"] {
            assert_eq!(reply(odd), "", "{odd:?}");
        }
    }
}
