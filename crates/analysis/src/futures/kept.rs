//! A cache of what depends only on how the inputs are drawn. Moving the slider of a plain number changes none of it. If
//! the input was uncertain before, only the inputs that were correlated with it change.

use super::drawing::{Drawing, FIRST};
use crate::pieces::at_once;
use core::mem;
use payenough_engine::Present;
use payenough_engine::futures::{Column, presents};

/// A cached item for each input that varies, in table order.
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
    /// The items for the inputs of the drawing to which the cache was last updated.
    pub(super) fn each(&self) -> &[T] {
        &self.each
    }

    /// Updates the cache to a drawing. `make` computes the missing items for a drawing of the inputs that need them.
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
        // Nothing is awaited from here on, so work that is cancelled earlier leaves the cache as it was.
        let mut old: Vec<Option<T>> = mem::take(&mut self.each).into_iter().map(Some).collect();
        let mut made = unknown.ids().zip(made).peekable();
        for (id, known) in drawing.ids().zip(known) {
            let new = made.next_if(|it| it.0 == id).map(|it| it.1);
            self.each.extend(new.or_else(|| old.get_mut(known?)?.take()));
        }
        self.drawing = Some(drawing.clone());
    }
}

/// Most parts that are cached: as many as there can be workers, so that the part that each asks for is found again.
const PARTS: usize = 8;

/// The inputs in the first futures, cached in the parts in which they were requested.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// The most recently requested part is last.
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    from: u32,
    n: usize,
    columns: Kept<Column>,
}

impl Drawn {
    /// Present values of futures `from` to `from + n`, equal to [`Drawing::presents`].
    pub fn presents(&mut self, drawing: &Drawing, from: u32, n: usize) -> Vec<Present> {
        // Later futures are requested only once, and leaving them out limits the size of the cache.
        if n == 0 || (FIRST as usize) < from as usize + n {
            return drawing.presents(from, n);
        }
        let known = self.parts.iter().position(|it| (it.from, it.n) == (from, n));
        let new = || Part { from, n, columns: Kept::default() };
        let mut part = known.map_or_else(new, |known| self.parts.remove(known));
        at_once(part.columns.bring_up_to(drawing, async |unknown| unknown.columns(from, n)));
        let answers = presents(drawing.values(), part.columns.each(), n);
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

    /// The futures of the starting point, except that some inputs do not vary and one has a wider range.
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

    /// A sequence of drawings, each a small change from the one before.
    fn drawings() -> Vec<Drawing> {
        let correlated = [InputId::api_fall, InputId::api_price];
        assert!(correlated.iter().all(|id| start().ids().any(|it| it == *id)));
        let start = Values::STARTING_POINT;
        vec![
            but(&start, &[], None),
            but(&start.with(InputId::accelerator_price, 4e4), &[InputId::accelerator_price], None),
            but(&start.with(InputId::accelerator_price, 5e4), &[InputId::accelerator_price], None),
            but(&start.with(InputId::api_fall, 2.0), &[InputId::api_fall], None),
            but(&start, &correlated, Some(InputId::discount_rate)),
            but(&start, &[], Some(InputId::discount_rate)),
            but(&start.with(InputId::rho_gain_fall, 0.0), &[], Some(InputId::discount_rate)),
            but(&start.with(InputId::seed, 7.0), &[], None),
            Drawing::of(&start, []),
            but(&start, &[], None),
        ]
    }

    #[test]
    fn the_cache_changes_no_future() {
        let mut drawn = Drawn::default();
        for drawing in drawings() {
            for (from, n) in [(0, 64), (64, 100), (0, 64), (2000, 100), (7, 0), (5, 1)] {
                let expected = drawing.presents(from, n);
                assert_eq!(drawn.presents(&drawing, from, n), expected, "{from} {n}");
            }
        }
    }

    #[test]
    fn only_inputs_drawn_differently_are_recomputed() {
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
        // Changing an input that does not vary redraws nothing. The other changes redraw the groups that lose or gain a
        // member or whose distribution changes.
        assert_eq!(rest[1].0, 0, "{made:?}");
        assert!([0, 2, 3, 4, 5].iter().all(|&at| (1..20).contains(&rest[at].0)), "{made:?}");
        // Another seed redraws everything.
        assert_eq!(rest[6].0, rest[6].1, "{made:?}");
    }

    #[test]
    fn the_cache_holds_few_parts() {
        let mut drawn = Drawn::default();
        for from in (0..2048).step_by(16) {
            drawn.presents(&but(&Values::STARTING_POINT, &[], None), from, 16);
            assert!(drawn.parts.len() <= PARTS);
        }
        drawn.presents(&but(&Values::STARTING_POINT, &[], None), 0, 2048);
        assert_eq!(drawn.parts.len(), 1);
    }

    #[test]
    fn cancelled_work_leaves_the_cache_unchanged() {
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
