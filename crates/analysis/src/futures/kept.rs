//! A cache of what depends only on how the inputs are drawn. Moving the slider of a plain number changes none of it. If
//! the input was uncertain before, only the inputs that were correlated with it change.

use super::drawing::{Drawing, FIRST};
use crate::pieces::at_once;
use core::mem;
use core::ops::Range;
use payenough_engine::Present;
use payenough_engine::futures::{Column, presents_among};

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

/// The inputs in the first futures, cached once they have been requested.
///
/// There is one list per input, with a place for each of the first futures, however the requests split them. So the
/// cache has its full size from the first request on, and does not depend on the speed of the machine.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    columns: Kept<Column>,
    /// Which futures the lists hold, as ranges that neither touch nor overlap.
    filled: Vec<Range<usize>>,
}

impl Drawn {
    /// Present values of futures `from` to `from + n`, equal to [`Drawing::presents`].
    pub fn presents(&mut self, drawing: &Drawing, from: u32, n: usize) -> Vec<Present> {
        let among = from as usize..from as usize + n;
        // Later futures are requested only once, and leaving them out limits the size of the cache.
        if n == 0 || (FIRST as usize) < among.end {
            return drawing.presents(from, n);
        }
        if self.columns.drawing.as_ref().is_some_and(|before| before.points() != drawing.points()) {
            // Every draw differs, so the old ones make room for the new.
            *self = Self::default();
        }
        let Self { columns, filled } = self;
        at_once(columns.bring_up_to(drawing, async |unknown| {
            let empty = |id| Column { id, values: vec![0.0; FIRST as usize] };
            let mut made: Vec<Column> = unknown.ids().map(empty).collect();
            filled.iter().for_each(|it| fill(&mut made, unknown, it));
            made
        }));
        for missing in gaps(filled, &among) {
            fill(&mut columns.each, drawing, &missing);
        }
        note(filled, &among);
        presents_among(drawing.values(), columns.each(), among)
    }
}

/// Number of futures that are drawn at a time, so that little memory is needed beside the lists.
const STEP: usize = 256;

/// Draws the inputs in some futures into their lists.
fn fill(columns: &mut [Column], drawing: &Drawing, among: &Range<usize>) {
    for from in among.clone().step_by(STEP) {
        let n = STEP.min(among.end - from);
        for (column, drawn) in columns.iter_mut().zip(drawing.columns(from as u32, n)) {
            if let Some(place) = column.values.get_mut(from..from + n) {
                place.copy_from_slice(&drawn.values);
            }
        }
    }
}

/// The parts of a range that no filled range holds. The filled ranges are in order.
fn gaps(filled: &[Range<usize>], among: &Range<usize>) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    let mut from = among.start;
    for it in filled.iter().filter(|it| it.start < among.end) {
        if from < it.start {
            gaps.push(from..it.start);
        }
        from = from.max(it.end);
    }
    if from < among.end {
        gaps.push(from..among.end);
    }
    gaps
}

/// Adds a range to the filled ones, and joins what touches.
fn note(filled: &mut Vec<Range<usize>>, among: &Range<usize>) {
    filled.push(among.clone());
    filled.sort_unstable_by_key(|it| it.start);
    filled.dedup_by(|next, it| {
        let touches = next.start <= it.end;
        if touches {
            it.end = it.end.max(next.end);
        }
        touches
    });
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

    /// The addresses and sizes of the lists in a cache.
    fn lists(drawn: &Drawn) -> Vec<(*const f64, usize)> {
        drawn.columns.each().iter().map(|it| (it.values.as_ptr(), it.values.capacity())).collect()
    }

    #[test]
    fn the_cache_has_its_size_from_the_first_request_on_however_the_futures_are_split() {
        let (mut drawn, drawing) = (Drawn::default(), start());
        let all = drawing.presents(0, 2048);
        drawn.presents(&drawing, 0, 8);
        let first = lists(&drawn);
        assert!(first.iter().all(|it| it.1 == 2048), "{first:?}");
        for n in [8, 16, 100, 683, 1024, 2048, 64] {
            let split = (0..2048)
                .step_by(n)
                .flat_map(|from| drawn.presents(&drawing, from as u32, n.min(2048 - from)));
            assert_eq!(split.collect::<Vec<_>>(), all, "{n}");
            assert_eq!(lists(&drawn), first, "{n}");
            assert_eq!(drawn.filled, core::slice::from_ref(&(0..2048)));
        }
        drawn.presents(&drawing, 2048, 64);
        assert_eq!(lists(&drawn), first);
    }

    #[test]
    fn filled_ranges_are_joined_and_their_gaps_found() {
        let mut filled = Vec::new();
        for among in [8..16, 32..40, 16..20, 0..2] {
            note(&mut filled, &among);
        }
        assert_eq!(filled, [0..2, 8..20, 32..40]);
        assert_eq!(gaps(&filled, &(0..64)), [2..8, 20..32, 40..64]);
        assert_eq!(gaps(&filled, &(9..12)), []);
        assert_eq!(gaps(&filled, &(1..33)), [2..8, 20..32]);
        note(&mut filled, &(1..33));
        assert_eq!(filled, core::slice::from_ref(&(0..40)));
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
