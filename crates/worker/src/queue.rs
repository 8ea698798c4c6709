//! The jobs that one worker has: in which order it does them, and which of them may be dropped.

use crate::scheduler::JobId;
use std::collections::VecDeque;

/// The jobs of a worker. `W` is what is left of a job.
#[derive(Debug)]
pub struct Queue<W> {
    /// Done from beginning to end, the oldest first.
    urgent: VecDeque<(JobId, W)>,
    /// Done in stretches between the others, the newest first.
    sections: Vec<(JobId, W)>,
}

/// Which jobs a job waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For those of its kind that are older.
    Urgent,
    /// For all others.
    Section,
}

impl<W> Default for Queue<W> {
    fn default() -> Self {
        Self { urgent: VecDeque::new(), sections: Vec::new() }
    }
}

impl<W> Queue<W> {
    /// Adds a job.
    pub fn add(&mut self, id: JobId, kind: Kind, work: W) {
        match kind {
            Kind::Urgent => self.urgent.push_back((id, work)),
            Kind::Section => self.sections.push((id, work)),
        }
    }

    /// Takes out the job to go on with.
    pub fn take(&mut self) -> Option<(JobId, Kind, W)> {
        let urgent = self.urgent.pop_front().map(|(id, work)| (id, Kind::Urgent, work));
        urgent.or_else(|| self.sections.pop().map(|(id, work)| (id, Kind::Section, work)))
    }

    /// Puts back a job that was taken out and is not done: it is the next of its kind.
    pub fn put_back(&mut self, id: JobId, kind: Kind, work: W) {
        match kind {
            Kind::Urgent => self.urgent.push_front((id, work)),
            Kind::Section => self.sections.push((id, work)),
        }
    }

    /// Drops a job; false if it is not there.
    pub fn cancel(&mut self, id: JobId) -> bool {
        let n = self.len();
        self.urgent.retain(|it| it.0 != id);
        self.sections.retain(|it| it.0 != id);
        self.len() < n
    }

    /// Is there a job that waits for no section?
    #[must_use]
    pub fn has_urgent(&self) -> bool {
        !self.urgent.is_empty()
    }

    /// Is there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn len(&self) -> usize {
        self.urgent.len() + self.sections.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(queue: &mut Queue<()>) -> Vec<u32> {
        core::iter::from_fn(|| queue.take()).map(|it| it.0.0).collect()
    }

    #[test]
    fn urgent_jobs_come_before_sections_the_oldest_first_and_of_sections_the_newest() {
        let mut queue = Queue::default();
        for (id, kind) in [(1, Kind::Section), (2, Kind::Urgent), (3, Kind::Section), (4, Kind::Urgent)] {
            queue.add(JobId(id), kind, ());
        }
        assert!(queue.has_urgent());
        assert_eq!(order(&mut queue), [2, 4, 3, 1]);
        assert!(queue.is_empty());
    }

    #[test]
    fn a_job_that_is_not_done_goes_on_where_it_was() {
        let mut queue = Queue::default();
        for (id, kind) in [(1, Kind::Section), (2, Kind::Section), (3, Kind::Urgent), (4, Kind::Urgent)] {
            queue.add(JobId(id), kind, ());
        }
        let (id, kind, work) = queue.take().expect("a job");
        queue.put_back(id, kind, work);
        assert_eq!(order(&mut queue), [3, 4, 2, 1]);
    }

    #[test]
    fn a_cancelled_job_is_dropped_if_it_is_there() {
        let mut queue = Queue::default();
        queue.add(JobId(1), Kind::Section, ());
        queue.add(JobId(2), Kind::Urgent, ());
        assert!(queue.cancel(JobId(1)) && queue.cancel(JobId(2)));
        assert!(!queue.cancel(JobId(1)) && queue.is_empty());
    }
}
