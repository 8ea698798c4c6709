//! The program of the sections: what stands below the first screen, the workings of numbers, and the answer as JSON.

use crate::protocol::{Answer, Lane, Request, Section, Task};
use payenough_analysis::pieces::pause;
use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_model::scenario::read_link;
use payenough_view::sections::{self, SECTIONS, Subject, draw_in_pieces, flips};
use payenough_view::working::panel;
use payenough_view::{El, pack};

/// The section of [`Lane::Flips`].
const ROBUST: &str = "robust";

/// Does a job of this program. It pauses between pieces, so that a worker or a page can do something else meanwhile.
pub async fn answer(task: Task) -> Answer {
    let sections = match task {
        Task::Sections { request, width } => draw(&request, width).await,
        Task::Begin { .. } | Task::Draw { .. } | Task::Figures { .. } | Task::Conclude { .. } => Vec::new(),
    };
    Answer::Sections { sections, count: None }
}

/// Every section that a request asks for. `width` is that of the column of text in CSS pixels.
pub async fn draw(request: &Request, width: u32) -> Vec<Section> {
    let Request { lane, number, link } = request;
    match lane {
        Lane::Middle | Lane::Futures => Vec::new(),
        Lane::Quick | Lane::Flips | Lane::Search => of_lane(*lane, link, width).await,
        Lane::Working => vec![packed(Lane::Working.name(), &panel(number, &read_link(link).0))],
        #[cfg(feature = "json")]
        Lane::Result => vec![Section { id: Lane::Result.name().to_owned(), tree: crate::answer(link) }],
        #[cfg(not(feature = "json"))]
        Lane::Result => Vec::new(),
    }
}

async fn of_lane(lane: Lane, link: &str, width: u32) -> Vec<Section> {
    let (scenario, _) = read_link(link);
    let inputs = Inputs::read(scenario.values());
    let outcome = evaluate(&inputs);
    let subject =
        Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, width: f64::from(width) };
    let mut drawn = Vec::new();
    for section in SECTIONS.iter().filter(|it| lane_of(it) == lane) {
        pause().await;
        if section.id == ROBUST {
            let (tree, line) = flips::section_and_line(&subject, link).await;
            drawn.push(packed(flips::LINE, &line));
            drawn.push(packed(section.id, &tree));
        } else if let Some(tree) = draw_in_pieces(section.id, &subject).await {
            drawn.push(packed(section.id, &tree));
        }
    }
    drawn
}

fn lane_of(section: &sections::Section) -> Lane {
    match section {
        sections::Section { id: ROBUST, .. } => Lane::Flips,
        sections::Section { is_search: true, .. } => Lane::Search,
        _ => Lane::Quick,
    }
}

/// A section as it is sent.
pub(crate) fn packed(id: &str, tree: &El) -> Section {
    Section { id: id.to_owned(), tree: pack(tree) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_analysis::pieces::at_once;
    use payenough_view::unpack;

    #[test]
    fn every_section_comes_in_one_lane() {
        let mut seen = Vec::new();
        for lane in Lane::ALL {
            for Section { id, tree } in at_once(draw(&Request::of(lane, "v=1&d=2026-11"), 700)) {
                if lane.is_clicked() {
                    continue;
                }
                let tree = unpack(&tree).expect("a tree");
                if id == flips::LINE {
                    assert!(tree.attributes.iter().any(|it| it.0 == "data-for" && it.1 == "v=1&d=2026-11"));
                } else {
                    seen.push(id);
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
        let drawn = at_once(draw(&Request::of(Lane::Result, link), 700));
        assert_eq!(drawn, [Section { id: "result".to_owned(), tree: crate::answer(link) }]);
    }
}
