//! How sure the answer is: the share of futures in which the plan pays for itself, with its error, in twentieths and in
//! words, and what comes back of each dollar in them.

use super::points::Kind;
use super::share::Share;
use super::statistics::{neighbours, percentile, rising_of};
use payenough_engine::Present;

/// Number of dots in the chart, and the number that the sentence counts out of.
pub const PARTS: usize = 20;

/// A summary of the present values of many futures.
#[derive(Clone, Debug, PartialEq)]
pub struct Sureness {
    /// Number of futures that were drawn.
    pub n_futures: u32,
    /// Number of futures that gave no finite number. They stay in the total and do not count as paying.
    pub n_failed: u32,
    /// Share of futures with a net present value of 0 or more.
    pub share: f64,
    /// Standard error of the share; `None` if there are too few futures.
    pub error: Option<f64>,
    /// Futures that pay, counted by scrambling.
    pub counts: Share,
    /// What comes back of each dollar, of the futures that gave a number.
    back: Ranked,
    /// Net present values in dollars, of the same futures.
    npv: Ranked,
}

/// The values of some futures in ascending order.
#[derive(Clone, Debug, PartialEq)]
struct Ranked {
    values: Vec<f64>,
    /// The indices of the futures, in the same order.
    order: Vec<u32>,
}

impl Ranked {
    /// The values that are not NaN.
    fn of(values: &[f64]) -> Self {
        let order = rising_of(values, |it| !it.is_nan());
        Self { values: order.iter().map(|&at| values[at as usize]).collect(), order }
    }

    /// The number of futures, and the two on either side of percentile `p`.
    fn around(&self, p: f64) -> Option<(u32, [u32; 2])> {
        let places = neighbours(self.order.len(), p)?;
        Some((self.order.len() as u32, places.map(|at| self.order[at])))
    }
}

impl Sureness {
    /// The summary of the present values of futures 0, 1 and so on, drawn as `kind`; `None` for an empty list.
    #[must_use]
    pub fn of(kind: Kind, presents: &[Present]) -> Option<Self> {
        let ranks: Vec<f64> = presents.iter().map(|it| it.rank().unwrap_or(f64::NAN)).collect();
        let npv = |(it, rank): (&Present, &f64)| if rank.is_nan() { f64::NAN } else { it.npv.value() };
        let npv: Vec<f64> = presents.iter().zip(&ranks).map(npv).collect();
        let share = Share::of(0, ranks.iter().map(|rank| *rank >= 1.0));
        let (back, npv) = (Ranked::of(&ranks), Ranked::of(&npv));
        Some(Self {
            n_futures: share.n_draws(),
            n_failed: share.n_draws() - back.order.len() as u32,
            share: share.share()?,
            error: share.standard_error(kind),
            counts: share,
            back,
            npv,
        })
    }

    /// What comes back of each dollar where a share `p` of the futures that gave a number bring back less: a percentile of
    /// their ratios, infinite where a future without outlays stands there. `None` if none gave a number.
    #[must_use]
    pub fn back(&self, p: f64) -> Option<f64> {
        let [below, above] = neighbours(self.back.values.len(), p)?.map(|at| self.back.values[at]);
        match percentile(&self.back.values, p) {
            Some(between) if below.is_finite() && above.is_finite() => Some(between),
            // nothing lies between a ratio and none
            _ => Some(if below.is_finite() || below == above { below } else { above }),
        }
    }

    /// The two futures between which [`Self::back`] is, if both have a ratio, and the number of futures ranked.
    #[must_use]
    pub fn around_back(&self, p: f64) -> Option<(u32, [u32; 2])> {
        let ends = neighbours(self.back.values.len(), p)?.map(|at| self.back.values[at]);
        if ends.iter().all(|it| it.is_finite()) { self.back.around(p) } else { None }
    }

    /// Share of futures that have a ratio.
    #[must_use]
    pub fn with_ratio(&self) -> f64 {
        let n = self.back.values.iter().filter(|it| it.is_finite()).count();
        n as f64 / f64::from(self.n_futures)
    }

    /// The net present value below which a share `p` of the futures that gave one lies, in dollars; `None` if none gave
    /// one.
    #[must_use]
    pub fn percentile(&self, p: f64) -> Option<f64> {
        percentile(&self.npv.values, p)
    }

    /// The number of futures that gave a net present value, and the two futures on either side of percentile `p`.
    #[must_use]
    pub fn around(&self, p: f64) -> Option<(u32, [u32; 2])> {
        self.npv.around(p)
    }

    /// What comes back of each dollar at the midpoints of twenty equal parts of the futures, in ascending order: the dots of
    /// the chart, at the percentiles 2.5, 7.5 and so on to 97.5. Infinite where a future has no outlays.
    ///
    /// Futures that gave no number rank below all others, and a midpoint among them has no dot.
    #[must_use]
    pub fn dots(&self) -> Vec<f64> {
        self.dot_places().map(|at| self.back.values[at]).collect()
    }

    /// The indices of the futures that the dots stand for.
    #[must_use]
    pub fn dot_futures(&self) -> Vec<u32> {
        self.dot_places().map(|at| self.back.order[at]).collect()
    }

    /// Of the twenty, how many bring back less than a scenario of this rank. Those that gave no number do.
    #[must_use]
    pub fn below(&self, rank: f64) -> usize {
        let dots = self.dots();
        PARTS - dots.len() + dots.iter().filter(|it| **it < rank).count()
    }

    fn dot_places(&self) -> impl Iterator<Item = usize> + '_ {
        (0..PARTS).filter_map(|part| {
            let at = ((2 * part + 1) * self.n_futures as usize) / (2 * PARTS);
            at.checked_sub(self.n_failed as usize).filter(|&at| at < self.back.values.len())
        })
    }

    /// The number of the twenty dots in which the plan pays for itself, which the sentence states.
    #[must_use]
    pub fn count(&self) -> usize {
        self.dots().iter().filter(|&&back| back >= 1.0).count()
    }

    /// The count to show while a number is moving; `shown` is the count shown last, if any. The words change only once
    /// the share has passed their boundary by a hundredth, so that they do not flicker.
    #[must_use]
    pub fn count_after(&self, shown: Option<usize>) -> usize {
        let count = self.count();
        let Some(shown) = shown.filter(|&shown| words_of(shown) != words_of(count)) else { return count };
        let back = if shown < count { -SLACK } else { SLACK };
        let near = libm::round((self.share + back).clamp(0.0, 1.0) * PARTS as f64) as usize;
        if words_of(near) == words_of(shown) { near } else { count }
    }

    /// How likely it is that the plan pays for itself, in words whose ranges do not overlap.
    #[must_use]
    pub fn words(&self) -> &'static str {
        words_of(self.count())
    }

    /// The count as the sentence states it: never all or none of twenty.
    #[must_use]
    pub fn count_in_words(&self) -> String {
        twentieths(self.count())
    }
}

/// How far the share must pass the boundary of its words before they change while a number is moving: one percentage
/// point.
const SLACK: f64 = 0.01;

/// Whether the words for this count of twenty take neither side.
pub(super) const fn is_toss_up(count: usize) -> bool {
    matches!(count, 9..=11)
}

/// The words for a count of twenty.
pub(super) const fn words_of(count: usize) -> &'static str {
    match count {
        19.. => "Almost certainly",
        16..=18 => "Very likely",
        12..=15 => "Likely",
        count if is_toss_up(count) => "A toss-up",
        5..=8 => "Unlikely",
        2..=4 => "Very unlikely",
        _ => "Almost certainly not",
    }
}

/// A count of twenty as the sentence states it.
#[must_use]
pub fn twentieths(count: usize) -> String {
    match count {
        19.. => "more than 18 in 20".to_owned(),
        2..=18 => format!("{count} of 20"),
        _ => "fewer than 2 in 20".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_quantities::Usd;

    /// Futures with these net present values and receipts of a million.
    fn presents(npv: &[f64]) -> Vec<Present> {
        npv.iter().map(|&npv| Present { npv: Usd::of(npv), receipts: Usd::of(1e6) }).collect()
    }

    fn with_hits(hits: usize, of: usize) -> Sureness {
        let values: Vec<f64> =
            (0..of).map(|at| if at < hits { 1.0 + at as f64 } else { -1.0 - at as f64 }).collect();
        Sureness::of(Kind::Random, &presents(&values)).expect("some")
    }

    #[test]
    fn percentiles_are_of_the_ratios_and_futures_without_outlays_stand_at_the_end() {
        // receipts of a million, outlays of 4, 2 and 1 million, and of none
        let it = Sureness::of(Kind::Random, &presents(&[0.0, -1e6, 1e6, -3e6])).expect("some");
        assert_eq!([0.0, 1.0 / 6.0, 1.0 / 3.0, 0.5].map(|p| it.back(p)), [0.25, 0.375, 0.5, 0.75].map(Some));
        assert_eq!([2.0 / 3.0, 0.9, 1.0].map(|p| it.back(p)), [Some(1.0), Some(1.0), Some(f64::INFINITY)]);
        assert_eq!((it.with_ratio(), it.count(), it.share), (0.75, 10, 0.5));
        assert_eq!((it.around_back(0.5), it.around_back(0.9)), (Some((4, [1, 0])), None));
        assert_eq!([0.1, 0.3, 1.0, 2.0, f64::INFINITY].map(|rank| it.below(rank)), [0, 5, 10, 15, 15]);
        assert_eq!(it.percentile(0.0), Some(-3e6));
    }

    #[test]
    fn dots_match_the_count() {
        for hits in 0..=400 {
            let it = with_hits(hits, 400);
            assert_eq!(it.dots().len(), PARTS);
            let (count, twentieths) = (it.count() as f64, 20.0 * it.share);
            assert!((count - twentieths).abs() <= 0.5 + 1e-9, "{hits}: {count} {twentieths}");
        }
    }

    #[test]
    fn words_follow_the_count() {
        let shown = |hits| {
            let it = with_hits(hits, 20);
            format!("{}: {}", it.words(), it.count_in_words())
        };
        assert_eq!(shown(0), "Almost certainly not: fewer than 2 in 20");
        assert_eq!(shown(1), "Almost certainly not: fewer than 2 in 20");
        assert_eq!(shown(2), "Very unlikely: 2 of 20");
        assert_eq!(shown(8), "Unlikely: 8 of 20");
        assert_eq!(shown(10), "A toss-up: 10 of 20");
        assert_eq!(shown(15), "Likely: 15 of 20");
        assert_eq!(shown(18), "Very likely: 18 of 20");
        assert_eq!(shown(20), "Almost certainly: more than 18 in 20");
    }

    #[test]
    fn words_change_one_point_past_their_boundary() {
        // Passes every boundary upwards and then downwards, with noise of nine tenths of a percentage point either way.
        let noisy = |n: usize| (n as f64 + [0.0, 9.0, -9.0, 5.0, -7.0][n % 5]).clamp(0.0, 1000.0) as usize;
        let up = (0..=1000).map(noisy);
        let (mut shown, mut flips, mut plain) = (None, Vec::new(), 0);
        let mut before = "";
        for hits in up.chain((0..=1000).rev().map(noisy)) {
            let it = with_hits(hits, 1000);
            let count = it.count_after(shown);
            if shown.is_some_and(|shown| words_of(shown) != words_of(count)) {
                flips.push(words_of(count));
            }
            plain += usize::from(!before.is_empty() && before != it.words());
            before = it.words();
            assert!(it.count_after(None) == it.count() && count.abs_diff(it.count()) <= 1);
            shown = Some(count);
        }
        assert_eq!(flips.len(), 12, "six borders, each passed once up and once down: {flips:?}");
        assert!(plain > 40, "without slack the words change {plain} times");
        // The words stay the same as long as they may, and then change to the exact ones.
        let at = |hits| with_hits(hits, 1000).count_after(Some(8));
        assert_eq!([at(424), at(426), at(434), at(436)], [8, 8, 8, 9]);
        assert_eq!(with_hits(434, 1000).count_after(None), 9);
    }

    #[test]
    fn failed_futures_are_counted() {
        let it = Sureness::of(Kind::Random, &presents(&[1.0, f64::NAN, -1.0, f64::INFINITY])).expect("some");
        assert_eq!((it.n_futures, it.n_failed, it.share, it.count()), (4, 2, 0.25, 5));
        assert_eq!(it.dots().len(), 10, "half of the twenty have no dot");
        assert!(Sureness::of(Kind::Sobol, &[]).is_none());
        let none = Sureness::of(Kind::Random, &presents(&[f64::NAN])).expect("one");
        assert_eq!((none.percentile(0.5), none.count(), none.share), (None, 0, 0.0));
    }
}
