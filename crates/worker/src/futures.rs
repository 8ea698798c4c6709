//! Simulated futures in parts: the part that each worker draws, and the conclusion from all of them.
//!
//! A part depends only on the scenario's link and on the indices of its futures, so the digits are the same however the
//! work is split.

use crate::middle;
use crate::protocol::{Answer, PER_FUTURE, Section, Task};
use crate::sections::packed;
use core::cell::{OnceCell, RefCell};
use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::futures::{Drawing, Drawn, FIRST, Figures, Futures, Sentence, Sureness};
use payenough_analysis::pieces::{at_once, pause};
use payenough_analysis::verdict;
use payenough_engine::{Present, evaluate};
use payenough_model::scenario::{Scenario, read_settings};
use payenough_model::{InputId, Inputs};
use payenough_quantities::Usd;
use payenough_view::El;
use payenough_view::sections::{SectionId, sure};
use std::rc::Rc;

/// Does a job of the futures program. It pauses between pieces, so that the main thread stays responsive.
pub async fn answer(task: Task) -> Answer {
    match task {
        Task::Begin { link, n } => {
            let [n_total, n_full] = wanted(&link);
            Answer::Begun { n_total, n_full, presents: sent(&draw(&link, 0, n)) }
        }
        Task::Draw { link, from, n } => Answer::Numbers(sent(&draw(&link, from, n))),
        Task::Figures { link, from, n } => Answer::Numbers(figures(&link, from, n)),
        Task::Conclude { link, width, presents, rows, shown_count } => {
            let (sections, count) =
                conclude_after(&link, width, &received(&presents), rows, shown_count).await;
            Answer::Sections { sections, count }
        }
        Task::Sections { request, width } => {
            Answer::Sections { sections: middle::draw(&request, width), count: None }
        }
    }
}

/// The random futures of a scenario.
#[must_use]
pub fn drawing(scenario: &Scenario) -> Drawing {
    Drawing::of(scenario.values(), scenario.spreads())
}

/// Number of years in the tables of a scenario.
#[must_use]
pub fn n_years(scenario: &Scenario) -> usize {
    scenario.get(InputId::horizon).ceil() as usize
}

/// The number of futures that a link requests, and the number of them with all figures, which are the first.
#[must_use]
pub fn wanted(query: &str) -> [u32; 2] {
    let n_total = read(query).drawing.n_total();
    [n_total, n_total.min(FIRST)]
}

/// Present values in the form in which they are sent: net present value and receipts of each future, in dollars.
fn sent(presents: &[Present]) -> Vec<f64> {
    presents.iter().flat_map(|it| [it.npv.value(), it.receipts.value()]).collect()
}

/// The present values that were sent.
fn received(numbers: &[f64]) -> Vec<Present> {
    let (pairs, _) = numbers.as_chunks::<PER_FUTURE>();
    pairs.iter().map(|&[npv, receipts]| Present { npv: Usd::of(npv), receipts: Usd::of(receipts) }).collect()
}

/// Present values of the futures `from` to `from + n` of a link.
#[must_use]
pub fn draw(query: &str, from: u32, n: u32) -> Vec<Present> {
    let read = read(query);
    // taken out while in use, so that the main thread can continue after a draw that panicked
    let mut drawn = DRAWN.take();
    let presents = drawn.presents(&read.drawing, from, n as usize);
    DRAWN.set(drawn);
    presents
}

/// The rows of [`Figures`] for the futures `from` to `from + n` of a link.
#[must_use]
pub fn figures(query: &str, from: u32, n: u32) -> Vec<f64> {
    let read = read(query);
    let Read { scenario, drawing, .. } = &*read;
    Figures::of(n_years(scenario), &drawing.outcomes(from, n as usize)).into_rows()
}

/// The content of a link.
struct Read {
    link: String,
    scenario: Scenario,
    drawing: Drawing,
    /// Filled by the first conclusion.
    tornado: OnceCell<Tornado>,
}

/// The content of a link. It is cached, because one link is used many times in a row.
fn read(link: &str) -> Rc<Read> {
    if let Some(read) = READ.with_borrow(Clone::clone).filter(|it| it.link == link) {
        return read;
    }
    let (scenario, _) = read_settings(link);
    let read = Rc::new(Read {
        link: link.to_owned(),
        scenario,
        drawing: drawing(&scenario),
        tornado: OnceCell::new(),
    });
    READ.set(Some(Rc::clone(&read)));
    read
}

thread_local! {
    /// The last link that was read.
    static READ: RefCell<Option<Rc<Read>>> = const { RefCell::new(None) };
    /// The values of the inputs in the first futures. They are the same for every position of a slider, and to draw
    /// them anew would be a quarter of the work.
    static DRAWN: RefCell<Drawn> = RefCell::default();
}

/// The conclusion from the futures that have arrived: present values of the futures 0, 1 and so on, and `rows` of
/// [`Figures`] for the first of them. Empty if no future has arrived, or if the rows are not valid.
#[must_use]
pub fn conclude(query: &str, width: u32, presents: &[Present], rows: &[f64]) -> Vec<Section> {
    at_once(conclude_after(query, width, presents, rows.to_vec(), None)).0
}

/// [`conclude`] in pieces, with the count of twenty that the answer states. While a slider moves, `shown_count` is the
/// count that the page shows. The answer at the top then keeps its wording near a threshold, while the section below it
/// is exact.
pub async fn conclude_after(
    query: &str,
    width: u32,
    presents: &[Present],
    rows: Vec<f64>,
    shown_count: Option<u32>,
) -> (Vec<Section>, Option<u32>) {
    let both =
        |answer: &El, sure: &El| vec![packed(SectionId::Verdict, answer), packed(SectionId::Sure, sure)];
    let read = read(query);
    let Read { scenario, drawing, tornado, .. } = &*read;
    let as_set = evaluate(&Inputs::read(scenario.values()));
    if drawing.ids().len() == 0 {
        let is_off = scenario.get(InputId::futures) == 0.0;
        let answer = sure::answer_without(query, &verdict(scenario, &as_set));
        return (both(&answer, &sure::draw_without(is_off)), None);
    }
    let Some(sureness) = Sureness::of(drawing.kind(), presents) else { return (Vec::new(), None) };
    let Some(figures) = Figures::from_rows(n_years(scenario), rows) else { return (Vec::new(), None) };
    pause().await;
    if tornado.get().is_none() {
        // Another request for the same link may have filled it meanwhile, with the same.
        let _filled = tornado.set(Tornado::in_pieces(drawing).await);
    }
    let Some(tornado) = tornado.get() else { return (Vec::new(), None) };
    let futures = Futures {
        scenario,
        drawing,
        tornado,
        as_set: &as_set,
        presents,
        sureness: &sureness,
        figures: &figures,
    };
    let sentence = Sentence::of(&futures);
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
    fn a_conclusion_contains_every_section() {
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
    fn present_values_arrive_as_they_were_sent() {
        let presents = draw("v=1&d=2026-11", 0, 5);
        let numbers = sent(&presents);
        assert_eq!((numbers.len(), received(&numbers)), (5 * PER_FUTURE, presents));
    }

    #[test]
    fn without_futures_there_is_no_conclusion() {
        assert_eq!(conclude("v=1&d=2026-11", 700, &[], &[]), []);
        assert_eq!(conclude("v=1&d=2026-11", 700, &draw("v=1&d=2026-11", 0, 1), &[1.0]), []);
    }
}
