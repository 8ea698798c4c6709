//! The answers of the workers in the tests.

use super::*;
use crate::protocol::PER_FUTURE;

impl World {
    /// Each number is the index of its future, and the tree of each section says what it is based on.
    pub(super) fn answer_to(&self, task: &Task) -> Answer {
        let section = |id: SectionId, tree: String| Section { id, tree };
        let drawn = |from: u32, n: u32| (from..from + n).flat_map(|it| [f64::from(it); PER_FUTURE]).collect();
        match task {
            Task::Begin { n, .. } => {
                Answer::Begun { n_total: self.wanted.0, n_full: self.wanted.1, presents: drawn(0, *n) }
            }
            Task::Draw { from, n, .. } => Answer::Numbers(drawn(*from, *n)),
            Task::Figures { from, n, .. } => {
                Answer::Numbers((*from..from + n).flat_map(|it| [f64::from(it); 3]).collect())
            }
            Task::Conclude { link, presents, rows, .. } => {
                let is_in_order =
                    presents.chunks(PER_FUTURE).enumerate().all(|(at, it)| it == [at as f64; PER_FUTURE])
                        && rows.chunks(3).enumerate().all(|(at, row)| row == [at as f64; 3]);
                assert!(is_in_order, "futures are not where they belong");
                let tree = format!("{link}: {} of {}", rows.len() / 3, presents.len() / PER_FUTURE);
                let sections =
                    vec![section(SectionId::Verdict, tree.clone()), section(SectionId::Sure, tree)];
                Answer::Sections { sections, count: Some(self.count) }
            }
            Task::Sections { request, .. } if request.lane == Lane::Middle => {
                let sections = vec![section(SectionId::AsSet, request.link.clone())];
                Answer::Sections { sections, count: None }
            }
            Task::Sections { request, .. } => {
                // two sections of the lane, or the only one
                let ids = SectionId::ALL.into_iter().filter(|it| Lane::of(*it) == request.lane).take(2);
                let sections = ids.map(|id| section(id, request.link.clone())).collect();
                Answer::Sections { sections, count: None }
            }
        }
    }
}
