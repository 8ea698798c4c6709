//! The queue of jobs in one worker: their order, and which of them can be dropped.

use crate::scheduler::JobId;
use std::collections::VecDeque;

/// The queue of a worker. `W` is the remaining work of a job.
#[derive(Debug)]
pub struct Queue<W> {
    /// Jobs that run to completion, oldest first.
    urgent: VecDeque<(JobId, W)>,
    /// Jobs that run in short stretches between the others, newest first.
    sections: Vec<(JobId, W)>,
}

/// Which other jobs a job waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The job waits for older jobs of its kind.
    Urgent,
    /// The job waits for all urgent jobs and for newer jobs of its kind.
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

    /// Removes the job that is to run next.
    pub fn take(&mut self) -> Option<(JobId, Kind, W)> {
        let urgent = self.urgent.pop_front().map(|(id, work)| (id, Kind::Urgent, work));
        urgent.or_else(|| self.sections.pop().map(|(id, work)| (id, Kind::Section, work)))
    }

    /// Returns an unfinished job to the queue. It is the next of its kind.
    pub fn put_back(&mut self, id: JobId, kind: Kind, work: W) {
        match kind {
            Kind::Urgent => self.urgent.push_front((id, work)),
            Kind::Section => self.sections.push((id, work)),
        }
    }

    /// Drops a job. Returns false if the queue does not contain it.
    pub fn cancel(&mut self, id: JobId) -> bool {
        let n = self.len();
        self.urgent.retain(|it| it.0 != id);
        self.sections.retain(|it| it.0 != id);
        self.len() < n
    }

    /// Whether there is an urgent job.
    #[must_use]
    pub fn has_urgent(&self) -> bool {
        !self.urgent.is_empty()
    }

    /// Whether there is no job.
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
    fn urgent_jobs_run_oldest_first_and_then_sections_newest_first() {
        let mut queue = Queue::default();
        for (id, kind) in [(1, Kind::Section), (2, Kind::Urgent), (3, Kind::Section), (4, Kind::Urgent)] {
            queue.add(JobId(id), kind, ());
        }
        assert!(queue.has_urgent());
        assert_eq!(order(&mut queue), [2, 4, 3, 1]);
        assert!(queue.is_empty());
    }

    #[test]
    fn an_unfinished_job_keeps_its_position() {
        let mut queue = Queue::default();
        for (id, kind) in [(1, Kind::Section), (2, Kind::Section), (3, Kind::Urgent), (4, Kind::Urgent)] {
            queue.add(JobId(id), kind, ());
        }
        let (id, kind, work) = queue.take().expect("a job");
        queue.put_back(id, kind, work);
        assert_eq!(order(&mut queue), [3, 4, 2, 1]);
    }

    #[test]
    fn a_cancelled_job_is_dropped_if_the_queue_contains_it() {
        let mut queue = Queue::default();
        queue.add(JobId(1), Kind::Section, ());
        queue.add(JobId(2), Kind::Urgent, ());
        assert!(queue.cancel(JobId(1)) && queue.cancel(JobId(2)));
        assert!(!queue.cancel(JobId(1)) && queue.is_empty());
    }
}
