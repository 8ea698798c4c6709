//! Futures in parts: what each worker draws, and what all of it says once it is together.
//!
//! A part depends on the scenario's link and its place alone, so that the same digits come back however the work is split.

use super::depth::packed;
use core::cell::RefCell;
use payenough_analysis::futures::{Drawing, Drawn, FIRST, Figures, Futures, InputRanks, Sentence, Sureness};
use payenough_analysis::pieces::{at_once, pause};
use payenough_analysis::verdict;
use payenough_engine::evaluate;
use payenough_model::scenario::{Scenario, read_link};
use payenough_model::{InputId, Inputs};
use payenough_view::sections::sure;
use std::rc::Rc;

/// The futures of a scenario.
#[must_use]
pub fn drawing(scenario: &Scenario) -> Drawing {
    Drawing::of(scenario.values(), scenario.spreads())
}

/// Years of the tables of a scenario.
#[must_use]
pub fn n_years(scenario: &Scenario) -> usize {
    scenario.get(InputId::horizon).ceil() as usize
}

/// How many futures a link wants, and how many of them in full: the first, for all headline figures.
#[must_use]
pub fn wanted(query: &str) -> [u32; 2] {
    let n_total = read(query).drawing.n_total();
    [n_total, n_total.min(FIRST)]
}

/// Net present values of futures `from` to `from + n` of a link.
#[must_use]
pub fn draw(query: &str, from: u32, n: u32) -> Vec<f64> {
    let read = read(query);
    // taken while it is in use: a page that works itself goes on after a draw that broke
    let mut drawn = DRAWN.take();
    let values = drawn.net_present_values(&read.drawing, from, n as usize);
    DRAWN.set(drawn);
    values
}

/// The rows of [`Figures`] of futures `from` to `from + n` of a link.
#[must_use]
pub fn figures(query: &str, from: u32, n: u32) -> Vec<f64> {
    let read = read(query);
    let Read { scenario, drawing, .. } = &*read;
    Figures::of(n_years(scenario), &drawing.outcomes(from, n as usize)).into_rows()
}

/// What a link says.
struct Read {
    link: String,
    scenario: Scenario,
    drawing: Drawing,
}

/// What a link says: one link is asked about many times in a row.
fn read(link: &str) -> Rc<Read> {
    if let Some(read) = READ.with_borrow(Clone::clone).filter(|it| it.link == link) {
        return read;
    }
    let (scenario, _) = read_link(link);
    let read = Rc::new(Read { link: link.to_owned(), scenario, drawing: drawing(&scenario) });
    READ.set(Some(Rc::clone(&read)));
    read
}

thread_local! {
    /// The last link.
    static READ: RefCell<Option<Rc<Read>>> = const { RefCell::new(None) };
    /// What the inputs are in the first futures: the same for every place of a slider, and a quarter of the work.
    static DRAWN: RefCell<Drawn> = RefCell::default();
    /// The inputs' ranks of the last conclusion: the same for every place of a slider, and half of the work.
    static RANKS: RefCell<InputRanks> = RefCell::default();
}

/// Sections that a conclusion gives: the answer at the top of the page, and how sure it is.
pub const SURE: &[&str] = &["verdict", "sure"];

/// What the futures say that have arrived: `net_present_values` of futures 0, 1 and so on, `rows` of [`Figures`] of the first.
/// Nothing where none has arrived, or the rows are none.
#[must_use]
pub fn conclude(query: &str, width: u32, net_present_values: &[f64], rows: &[f64]) -> String {
    at_once(conclude_after(query, width, net_present_values, rows, None))
}

/// The same in pieces. While a slider moves `said` is the count of twenty that was said last: the answer at the top of the page
/// then keeps its words at their border; the section below has the exact ones.
pub async fn conclude_after(
    query: &str,
    width: u32,
    net_present_values: &[f64],
    rows: &[f64],
    said: Option<u32>,
) -> String {
    let read = read(query);
    let Read { scenario, drawing, .. } = &*read;
    let middle = evaluate(&Inputs::read(scenario.values()));
    if drawing.ids().len() == 0 {
        let is_off = scenario.get(InputId::futures) == 0.0;
        let answer = sure::answer_without(query, &verdict(&middle));
        return packed(SURE[0], &answer) + &packed(SURE[1], &sure::draw_without(is_off));
    }
    let Some(sureness) = Sureness::of(drawing.kind(), net_present_values) else { return String::new() };
    let Some(figures) = Figures::from_rows(n_years(scenario), rows.to_vec()) else { return String::new() };
    let futures =
        Futures { drawing, middle: &middle, net_present_values, sureness: &sureness, figures: &figures };
    pause().await;
    // taken while it is in use: where a page works in pieces, another request may come between
    let mut known = RANKS.take();
    let sentence = Sentence::in_pieces(&futures, &mut known).await;
    RANKS.set(known);
    pause().await;
    let sure = sure::draw(&futures, &sentence, f64::from(width.max(280)));
    let count = sureness.count_after(said.map(|it| it as usize));
    let answer = sure::answer(query, &sentence.counting(&futures, count));
    packed(SURE[0], &answer.attr("data-count", &count.to_string())) + &packed(SURE[1], &sure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::depth::sections;
    use payenough_view::unpack;

    fn concluded(query: &str, n: u32) -> String {
        conclude(query, 700, &draw(query, 0, n), &figures(query, 0, n.min(64)))
    }

    #[test]
    fn a_conclusion_has_every_section() {
        for query in ["v=1&d=2026-11", "v=1&d=2026-11&n=1&futures=0"] {
            let reply = concluded(query, 128);
            let ids: Vec<&str> = sections(&reply).map(|it| it.0).collect();
            assert_eq!(ids, SURE);
            assert!(sections(&reply).all(|(_, tree)| unpack(tree).is_some()));
            let answer = sections(&reply).next().and_then(|it| unpack(it.1)).expect("an answer");
            assert!(answer.attributes.iter().any(|it| it.0 == "data-for" && it.1 == query));
        }
    }

    #[test]
    fn nothing_is_concluded_from_nothing() {
        assert_eq!(conclude("v=1&d=2026-11", 700, &[], &[]), "");
        assert_eq!(conclude("v=1&d=2026-11", 700, &[1.0], &[1.0]), "");
    }
}
