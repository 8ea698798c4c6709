//! The parts of the first screen that need only one evaluation: those about the scenario as set.

use crate::protocol::{Request, Section};
use crate::sections::{packed, widths};
use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_model::scenario::read_settings;
use payenough_view::sections::{SectionId, Subject, draw_first};

/// The sections of the first screen that a request asks for. `width` is the width of the text column in CSS pixels.
#[must_use]
pub fn draw(request: &Request, width: u32) -> Vec<Section> {
    let (scenario, _) = read_settings(&request.link);
    let inputs = Inputs::read(scenario.values());
    let outcome = evaluate(&inputs);
    let widths = widths(request, width);
    let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, widths };
    let drawn = SectionId::ALL.into_iter().filter_map(|id| Some(packed(id, &draw_first(id, &subject)?)));
    drawn.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Lane;

    #[test]
    fn charts_are_drawn_for_their_widths() {
        let width =
            |section: &Section| section.tree.split("viewBox=0 0 ").nth(1).map(|it| it[..3].to_owned());
        let request = Request::of(Lane::Middle, "v=1&d=2026-11");
        for (column, beside, expected) in [(1088, 660, ["660", "752"]), (344, 0, ["344", "344"])] {
            let drawn = draw(&request.clone().with_beside(beside), column);
            assert!(drawn.iter().all(|it| Lane::of(it.id) == Lane::Middle));
            assert_eq!(drawn.iter().filter_map(width).collect::<Vec<_>>(), expected);
        }
    }
}
