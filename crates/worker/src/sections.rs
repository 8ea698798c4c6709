//! The sections program: everything below the first screen, the workings of numbers, and the answer as JSON.

use crate::protocol::{Answer, Lane, Request, Section, Task};
use payenough_analysis::pieces::pause;
use payenough_engine::{Outcome, evaluate};
use payenough_model::Inputs;
use payenough_model::scenario::read_settings;
use payenough_view::sections::{SectionId, Subject, Widths, draw_rest, flips};
use payenough_view::table::csv;
use payenough_view::working::panel;
use payenough_view::{El, pack};

/// Does a job of the sections program. It pauses between pieces, so that urgent jobs and the main thread do not wait.
pub async fn answer(task: Task) -> Answer {
    let sections = match task {
        Task::Sections { request, width } => draw(&request, width).await,
        Task::Begin { .. } | Task::Draw { .. } | Task::Figures { .. } | Task::Conclude { .. } => Vec::new(),
    };
    Answer::Sections { sections, count: None }
}

/// Every section that a request asks for. `width` is the width of the text column in CSS pixels.
pub async fn draw(request: &Request, width: u32) -> Vec<Section> {
    let Request { lane, number, link, .. } = request;
    match lane {
        Lane::Middle | Lane::Futures => Vec::new(),
        Lane::Quick | Lane::Flips | Lane::Search => of_lane(request, width).await,
        Lane::Working => vec![packed(SectionId::Working, &panel(number, &read_settings(link).0))],
        Lane::Csv => vec![Section { id: SectionId::YearlyCsv, tree: csv(&outcome(link)) }],
        #[cfg(feature = "json")]
        Lane::Result => vec![Section { id: SectionId::Result, tree: crate::answer(link) }],
        #[cfg(not(feature = "json"))]
        Lane::Result => Vec::new(),
    }
}

fn outcome(link: &str) -> Outcome {
    evaluate(&Inputs::read(read_settings(link).0.values()))
}

async fn of_lane(request: &Request, width: u32) -> Vec<Section> {
    let link = &request.link;
    let (scenario, _) = read_settings(link);
    let inputs = Inputs::read(scenario.values());
    let outcome = evaluate(&inputs);
    let widths = widths(request, width);
    let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, widths };
    let mut drawn = Vec::new();
    for id in SectionId::ALL.into_iter().filter(|it| Lane::of(*it) == request.lane) {
        pause().await;
        if id == SectionId::Robust {
            let (tree, line) = flips::section_and_line(&subject, link).await;
            drawn.push(packed(SectionId::FlipsLine, &line));
            drawn.push(packed(id, &tree));
        } else if let Some(tree) = draw_rest(id, &subject).await {
            drawn.push(packed(id, &tree));
        }
    }
    drawn
}

/// The widths of charts for a text column of this width.
pub(crate) fn widths(request: &Request, column: u32) -> Widths {
    let column = f64::from(column);
    match request.beside {
        0 => Widths::of_column(column),
        beside => Widths { column, beside: f64::from(beside) },
    }
}

/// A section in the form in which it is sent.
pub(crate) fn packed(id: SectionId, tree: &El) -> Section {
    Section { id, tree: pack(tree) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::middle;
    use crate::protocol::Program;
    use payenough_analysis::pieces::at_once;
    use payenough_view::unpack;

    #[test]
    fn every_section_is_in_one_lane() {
        let mut seen = Vec::new();
        for lane in Lane::ALL {
            let request = Request::of(lane, "v=1&d=2026-11");
            let drawn = match lane.program() {
                Program::Futures => middle::draw(&request, 700),
                Program::Sections => at_once(draw(&request, 700)),
            };
            for Section { id, tree } in drawn.into_iter().filter(|_| lane != Lane::Futures) {
                seen.push(id);
                if lane.is_clicked() {
                    continue;
                }
                let tree = unpack(&tree).expect("a tree");
                if matches!(id, SectionId::FlipsLine | SectionId::AsSet) {
                    assert!(tree.attributes.iter().any(|it| it.0 == "data-for" && it.1 == "v=1&d=2026-11"));
                }
                assert_eq!(Lane::of(id), lane, "{id:?}");
            }
        }
        seen.sort_unstable();
        let of_futures = [SectionId::Verdict, SectionId::Sure];
        let is_drawn =
            |id: &SectionId| !of_futures.contains(id) && (cfg!(feature = "json") || *id != SectionId::Result);
        assert_eq!(seen, SectionId::ALL.into_iter().filter(is_drawn).collect::<Vec<_>>());
    }

    #[cfg(feature = "json")]
    #[test]
    fn the_result_lane_gives_the_json_answer() {
        let link = "?v=1&d=2026-11&n=1&chip_life_yr=4";
        let drawn = at_once(draw(&Request::of(Lane::Result, link), 700));
        assert_eq!(drawn, [Section { id: SectionId::Result, tree: crate::answer(link) }]);
    }
}
