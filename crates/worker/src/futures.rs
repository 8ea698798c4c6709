//! Futures in parts: what each worker draws, and what all of it says once it is together.
//!
//! A part depends on the scenario's link and its place alone, so that the same digits come back however the work is split.

use crate::middle;
use crate::protocol::{Answer, Section, Task};
use crate::sections::packed;
use core::cell::RefCell;
use payenough_analysis::futures::{Drawing, Drawn, FIRST, Figures, Futures, InputRanks, Sentence, Sureness};
use payenough_analysis::pieces::{at_once, pause};
use payenough_analysis::verdict;
use payenough_engine::evaluate;
use payenough_model::scenario::{Scenario, read_link};
use payenough_model::{InputId, Inputs};
use payenough_view::El;
use payenough_view::sections::{SectionId, sure};
use std::rc::Rc;

/// Does a job of the program of the futures. It pauses between pieces, so that a page can do something else meanwhile.
pub async fn answer(task: Task) -> Answer {
    match task {
        Task::Begin { link, n } => {
            let [n_total, n_full] = wanted(&link);
            Answer::Begun { n_total, n_full, npv: draw(&link, 0, n) }
        }
        Task::Draw { link, from, n } => Answer::Numbers(draw(&link, from, n)),
        Task::Figures { link, from, n } => Answer::Numbers(figures(&link, from, n)),
        Task::Conclude { link, width, npv, rows, shown_count } => {
            let (sections, count) = conclude_after(&link, width, &npv, rows, shown_count).await;
            Answer::Sections { sections, count }
        }
        Task::Sections { request, width } => {
            Answer::Sections { sections: middle::draw(&request, width), count: None }
        }
    }
}

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

/// What the futures say that have arrived: `net_present_values` of futures 0, 1 and so on, `rows` of [`Figures`] of the first.
/// Nothing where none has arrived, or the rows are none.
#[must_use]
pub fn conclude(query: &str, width: u32, net_present_values: &[f64], rows: &[f64]) -> Vec<Section> {
    at_once(conclude_after(query, width, net_present_values, rows.to_vec(), None)).0
}

/// The same in pieces, with the count of twenty in it. While a slider moves `shown_count` is the count that the page shows: the
/// answer at the top of the page then keeps its words at their border; the section below has the exact ones.
pub async fn conclude_after(
    query: &str,
    width: u32,
    net_present_values: &[f64],
    rows: Vec<f64>,
    shown_count: Option<u32>,
) -> (Vec<Section>, Option<u32>) {
    let both =
        |answer: &El, sure: &El| vec![packed(SectionId::Verdict, answer), packed(SectionId::Sure, sure)];
    let read = read(query);
    let Read { scenario, drawing, .. } = &*read;
    let middle = evaluate(&Inputs::read(scenario.values()));
    if drawing.ids().len() == 0 {
        let is_off = scenario.get(InputId::futures) == 0.0;
        let answer = sure::answer_without(query, &verdict(&middle));
        return (both(&answer, &sure::draw_without(is_off)), None);
    }
    let Some(sureness) = Sureness::of(drawing.kind(), net_present_values) else { return (Vec::new(), None) };
    let Some(figures) = Figures::from_rows(n_years(scenario), rows) else { return (Vec::new(), None) };
    let futures =
        Futures { drawing, middle: &middle, net_present_values, sureness: &sureness, figures: &figures };
    pause().await;
    // taken while it is in use: where a page works in pieces, another request may come between
    let mut known = RANKS.take();
    let sentence = Sentence::in_pieces(&futures, &mut known).await;
    RANKS.set(known);
    pause().await;
    let sure = sure::draw(&futures, &sentence, f64::from(width.max(280)));
    let count = sureness.count_after(shown_count.map(|it| it as usize));
    let answer = sure::answer(query, &sentence.counting(&futures, count));
    (both(&answer, &sure), u32::try_from(count).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_view::unpack;

    fn concluded(query: &str, n: u32) -> Vec<Section> {
        conclude(query, 700, &draw(query, 0, n), &figures(query, 0, n.min(64)))
    }

    #[test]
    fn a_conclusion_has_every_section() {
        for query in ["v=1&d=2026-11", "v=1&d=2026-11&n=1&futures=0"] {
            let reply = concluded(query, 128);
            let ids: Vec<SectionId> = reply.iter().map(|it| it.id).collect();
            assert_eq!(ids, [SectionId::Verdict, SectionId::Sure]);
            assert!(reply.iter().all(|it| unpack(&it.tree).is_some()));
            let answer = reply.first().and_then(|it| unpack(&it.tree)).expect("an answer");
            assert!(answer.attributes.iter().any(|it| it.0 == "data-for" && it.1 == query));
        }
    }

    #[test]
    fn nothing_is_concluded_from_nothing() {
        assert_eq!(conclude("v=1&d=2026-11", 700, &[], &[]), []);
        assert_eq!(conclude("v=1&d=2026-11", 700, &[1.0], &[1.0]), []);
    }
}
