//! One ranking of the inputs: whatever names the number that matters most names the same one.

use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::reality::sides;
use payenough_engine::evaluate;
use payenough_model::scenario::{PRESETS, Scenario, VINTAGES, read_link};
use payenough_model::{InputId, Inputs};
use payenough_view::sections::{SectionId, Subject, Widths, draw};
use payenough_view::{Child, El, unpack};
use payenough_worker::futures;

/// The starting points of all sets, and all presets.
fn scenarios() -> Vec<Scenario> {
    let sets = VINTAGES.into_iter().map(|set| read_link(&format!("v=1&d={}", set.id)).0);
    sets.chain(PRESETS.into_iter().map(Scenario::of_preset)).collect()
}

/// The inputs to which the first cells of a section's rows link, in order.
fn named(tree: &El) -> Vec<InputId> {
    let mut all = Vec::new();
    rows(tree, &mut all);
    all
}

fn rows(tree: &El, all: &mut Vec<InputId>) {
    if tree.tag == "tr" {
        all.extend(tree.children.first().and_then(first_link));
        return;
    }
    for child in &tree.children {
        if let Child::El(it) = child {
            rows(it, all);
        }
    }
}

fn first_link(cell: &Child) -> Option<InputId> {
    let Child::El(it) = cell else { return None };
    let key = it.attributes.iter().find(|it| it.0 == "href").and_then(|it| it.1.strip_prefix("#in-"));
    key.and_then(|key| InputId::ALL.into_iter().find(|id| id.spec().key == key))
        .or_else(|| it.children.iter().find_map(first_link))
}

#[test]
fn every_part_of_the_page_names_the_same_biggest_unknown() {
    for scenario in scenarios() {
        let what = scenario.query();
        let inputs = Inputs::read(scenario.values());
        let outcome = evaluate(&inputs);
        let widths = Widths { column: 700.0, beside: 415.0 };
        let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, widths };
        let drawing = futures::drawing(&scenario);
        let tornado = Tornado::of(&drawing);
        let first = tornado.biggest_unknown().expect("an unknown");
        let section = |id| named(&draw(id, &subject).expect("a section"));

        let (npv, figures) = (futures::draw(&what, 0, 256), futures::figures(&what, 0, 32));
        let answer = futures::conclude(&what, 700, &npv, &figures);
        let answer = answer.iter().find(|it| it.id == SectionId::Verdict).expect("an answer");
        let text = text_of(&unpack(&answer.tree).expect("a tree"));
        let sentence = format!("The biggest unknown is “{}”", first.spec().label);
        assert!(text.contains(&sentence), "{what}: {sentence:?} is not in {text:?}");

        let bars = section(SectionId::Drivers);
        let ranked: Vec<InputId> = tornado.bars.iter().filter(|it| it.swing > 0.0).map(|it| it.id).collect();
        assert_eq!(bars, ranked, "{what}");
        let shares = section(SectionId::Shares);
        assert_eq!(shares.first(), Some(&first), "{what}");
        let places: Vec<usize> = section(SectionId::True).iter().map(|&id| tornado.place(id)).collect();
        assert!(places.len() > 1 && places.is_sorted(), "{what}: {places:?}");
        let beside = sides(scenario.values(), &tornado);
        assert!(beside.first().is_some_and(|it| it.contains(first.spec().label)), "{what}: {beside:?}");
    }
}

fn text_of(tree: &El) -> String {
    let one = |child: &Child| match child {
        Child::El(it) => text_of(it),
        Child::Text(it) => it.clone(),
    };
    tree.children.iter().map(one).collect()
}
