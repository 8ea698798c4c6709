//! What follows from how the inputs are drawn, kept for whoever asks again. A slider that moves a plain number changes none of it;
//! one whose input was uncertain until now changes it for those that hung together with that input.

use super::drawing::{Drawing, FIRST};
use crate::pieces::at_once;
use core::mem;
use payenough_engine::futures::{Column, net_present_values};

/// Something of each input that varies, in table order.
#[derive(Clone, Debug)]
pub(super) struct Kept<T> {
    drawing: Option<Drawing>,
    each: Vec<T>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { drawing: None, each: Vec::new() }
    }
}

impl<T> Kept<T> {
    /// What is known of the inputs of the drawing that it was brought up to last.
    pub(super) fn each(&self) -> &[T] {
        &self.each
    }

    /// Brings it up to a drawing: `make` gives what is not known, of each input of a drawing of those inputs alone.
    pub(super) async fn bring_up_to(
        &mut self,
        drawing: &Drawing,
        make: impl AsyncFnOnce(&Drawing) -> Vec<T>,
    ) {
        let before = self.drawing.as_ref();
        let alike = |place| before.and_then(|before| drawing.drawn_alike(place, before));
        let known: Vec<Option<usize>> = (0..drawing.ids().len()).map(alike).collect();
        if known.len() == self.each.len() && known.iter().all(Option::is_some) {
            return;
        }
        let places: Vec<usize> = (0..known.len()).filter(|&place| known[place].is_none()).collect();
        let unknown = drawing.only(&places);
        let made = make(&unknown).await;
        // from here on nothing waits: work that is given up on the way leaves what was known
        let mut old: Vec<Option<T>> = mem::take(&mut self.each).into_iter().map(Some).collect();
        let mut made = unknown.ids().zip(made).peekable();
        for (id, known) in drawing.ids().zip(known) {
            let new = made.next_if(|it| it.0 == id).map(|it| it.1);
            self.each.extend(new.or_else(|| old.get_mut(known?)?.take()));
        }
        self.drawing = Some(drawing.clone());
    }
}

/// Parts that are kept at most: as many as workers take, so that whichever part comes next is known.
const PARTS: usize = 8;

/// What the inputs are in the first futures, in the parts in which they were asked for.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// The one asked for last stands last.
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    from: u32,
    n: usize,
    columns: Kept<Column>,
}

impl Drawn {
    /// Net present values of futures `from` to `from + n`, dollars: those of [`Drawing::net_present_values`].
    pub fn net_present_values(&mut self, drawing: &Drawing, from: u32, n: usize) -> Vec<f64> {
        // later ones are asked for once, and the sum of all parts stays small
        if n == 0 || (FIRST as usize) < from as usize + n {
            return drawing.net_present_values(from, n);
        }
        let known = self.parts.iter().position(|it| (it.from, it.n) == (from, n));
        let new = || Part { from, n, columns: Kept::default() };
        let mut part = known.map_or_else(new, |known| self.parts.remove(known));
        at_once(part.columns.bring_up_to(drawing, async |unknown| unknown.columns(from, n)));
        let answers = net_present_values(drawing.values(), part.columns.each(), n);
        self.parts.push(part);
        while PARTS < self.parts.len() || (FIRST as usize) < self.parts.iter().map(|it| it.n).sum() {
            self.parts.remove(0);
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::drawing::tests::start;
    use payenough_model::{InputId, Range, Spread, Values};

    /// The starting point's futures but for some inputs that do not vary, and one that varies otherwise.
    fn but(values: &Values, still: &[InputId], wide: Option<InputId>) -> Drawing {
        let start = start();
        let spread = |id: InputId| {
            let spec = id.spec();
            let range = Range { low: spec.low, mid: spec.default, high: spec.high };
            let wide_range = Range { low: spec.hard.0, high: spec.hard.1, ..range };
            (id, Spread { range: if wide == Some(id) { wide_range } else { range }, shape: spec.shape })
        };
        Drawing::of(values, start.ids().filter(|id| !still.contains(id)).map(spread))
    }

    /// A line of drawings, each near the one before.
    fn drawings() -> Vec<Drawing> {
        let tied = [InputId::api_fall, InputId::api_price];
        assert!(tied.iter().all(|id| start().ids().any(|it| it == *id)));
        let start = Values::STARTING_POINT;
        vec![
            but(&start, &[], None),
            but(&start.with(InputId::accelerator_price, 4e4), &[InputId::accelerator_price], None),
            but(&start.with(InputId::accelerator_price, 5e4), &[InputId::accelerator_price], None),
            but(&start.with(InputId::api_fall, 2.0), &[InputId::api_fall], None),
            but(&start, &tied, Some(InputId::discount_rate)),
            but(&start, &[], Some(InputId::discount_rate)),
            but(&start.with(InputId::rho_gain_fall, 0.0), &[], Some(InputId::discount_rate)),
            but(&start.with(InputId::seed, 7.0), &[], None),
            Drawing::of(&start, []),
            but(&start, &[], None),
        ]
    }

    #[test]
    fn what_is_kept_changes_no_future() {
        let mut drawn = Drawn::default();
        for drawing in drawings() {
            for (from, n) in [(0, 64), (64, 100), (0, 64), (2000, 100), (7, 0), (5, 1)] {
                let expected = drawing.net_present_values(from, n);
                assert_eq!(drawn.net_present_values(&drawing, from, n), expected, "{from} {n}");
            }
        }
    }

    #[test]
    fn only_what_is_drawn_otherwise_is_made_anew() {
        let mut kept = Kept::default();
        let mut made = Vec::new();
        for drawing in drawings() {
            let mut n_made = 0;
            at_once(kept.bring_up_to(&drawing, async |unknown| {
                n_made = unknown.ids().len();
                unknown.columns(3, 5)
            }));
            assert_eq!(kept.each(), drawing.columns(3, 5));
            made.push((n_made, drawing.ids().len()));
        }
        let [(all, of_all), rest @ ..] = &made[..] else { unreachable!() };
        assert_eq!(all, of_all);
        // a value that does not vary; else those of the groups that lose or gain a member, or spread otherwise
        assert_eq!(rest[1].0, 0, "{made:?}");
        assert!([0, 2, 3, 4, 5].iter().all(|&at| (1..20).contains(&rest[at].0)), "{made:?}");
        // another seed moves all
        assert_eq!(rest[6].0, rest[6].1, "{made:?}");
    }

    #[test]
    fn few_parts_are_kept() {
        let mut drawn = Drawn::default();
        for from in (0..2048).step_by(16) {
            drawn.net_present_values(&but(&Values::STARTING_POINT, &[], None), from, 16);
            assert!(drawn.parts.len() <= PARTS);
        }
        drawn.net_present_values(&but(&Values::STARTING_POINT, &[], None), 0, 2048);
        assert_eq!(drawn.parts.len(), 1);
    }

    #[test]
    fn work_given_up_leaves_what_was_known() {
        let all = drawings();
        let mut kept = Kept::default();
        at_once(kept.bring_up_to(&all[0], async |unknown| unknown.columns(0, 2)));
        {
            let waiting = kept.bring_up_to(&all[7], async |unknown| {
                crate::pieces::pause().await;
                unknown.columns(0, 2)
            });
            let mut waiting = core::pin::pin!(waiting);
            assert!(crate::pieces::next_piece(waiting.as_mut()).is_none());
        }
        at_once(kept.bring_up_to(&all[0], async |_| unreachable!("it is known")));
        assert_eq!(kept.each(), all[0].columns(0, 2));
    }
}
