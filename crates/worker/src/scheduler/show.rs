//! What the page is sent, and when: the answer at once, sections one by one, progress once per frame.

use super::Scheduler;
use super::event::{Message, Order};
use super::simulation::Conclusion;
use crate::protocol::{Lane, Section};

impl Scheduler {
    /// Sends the answer that is ready. The rest of the conclusion follows when the page has drawn the answer.
    pub(super) fn show_answer(&mut self) {
        let Some(simulation) = &mut self.simulation else { return };
        let Some(Conclusion { sections, count }) = simulation.ready.take() else { return };
        let number = simulation.number;
        self.slider.shown(count, self.now);
        let mut sections = sections.into_iter();
        if let Some(answer) = sections.next() {
            self.tell(Message::Section(answer));
        }
        self.show_later(Lane::Futures, number, sections);
    }

    pub(super) fn show_later(&mut self, lane: Lane, number: u32, sections: impl Iterator<Item = Section>) {
        self.unshown.extend(sections.map(|it| (lane, number, it)));
        self.yield_to_reader();
    }

    /// Waits for more urgent tasks of the browser before the next section is sent.
    fn yield_to_reader(&mut self) {
        if !self.is_yielding && !self.unshown.is_empty() {
            self.is_yielding = true;
            self.orders.push(Order::Yield);
        }
    }

    pub(super) fn show_next(&mut self) {
        self.is_yielding = false;
        while let Some((lane, number, section)) = self.unshown.pop_front() {
            if self.is_newest(lane, number) {
                self.tell(Message::Section(section));
                break;
            }
        }
        self.yield_to_reader();
    }

    /// Has the progress sent to the page once before the next frame.
    pub(super) fn note_progress(&mut self) {
        let Some(simulation) = &self.simulation else { return };
        if self.progress.replace(simulation.progress(self.usual)).is_none() {
            self.orders.push(Order::Frame);
        }
    }

    pub(super) fn show_progress(&mut self) {
        if let Some(progress) = self.progress.take() {
            self.tell(Message::Progress(progress));
        }
    }
}
