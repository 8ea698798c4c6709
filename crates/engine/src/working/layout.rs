//! Workings of the layout: how many accelerators share a copy of the model, and how, as chosen or as the cheapest.

use super::{End, Kind, Parts, Search, Workings, fixed};
use crate::serving::layout::{LARGEST, WIDEST, Work};
use crate::serving::pass::Setup;
use payenough_model::{InputId, LayoutFrom, Pools};

/// The method of the search for the cheapest layout.
const ONE_BY_ONE: &str = "trying all that the chip's links join and every smaller power of two, each with attention whole on each \
                          accelerator and cut over up to 8, over all where the model has no experts";

/// How much better than the layout that works another layout is; `None` where the other cannot work.
type Gain<'a> = Box<dyn Fn(&Setup) -> Option<f64> + 'a>;

impl Workings<'_> {
    fn is_found(&self) -> bool {
        self.operation.from == LayoutFrom::Cheapest
    }

    /// Accelerators of one copy: the number chosen if weights and one conversation fit, otherwise the smallest number
    /// that holds them; or that of the cheapest layout.
    pub(super) fn group(&self, pool: usize) -> Parts {
        if pool == 1 && self.inputs().pools == Pools::One {
            return Parts::sum(vec![self.figure(Kind::Group, 0, 0)]);
        }
        if self.is_found() {
            return self.found(pool, LARGEST);
        }
        let id = if pool == 0 { InputId::group_size } else { InputId::prefill_group };
        let is_spread = (pool == 0 && self.operation.nearest.tensor) || self.setup(0).layout.spread;
        let is_whole = self.setup(pool).shape.whole_cache;
        let mut all = vec![self.input(id), self.figure(Kind::Keeps, 0, 0), self.figure(Kind::Cached, 0, 0)];
        all.extend([self.element(), self.bytes()]);
        all.extend(self.memory());
        all.extend(self.weights());
        Parts::of(all, move |v| {
            let asked = libm::round(v[0]).max(1.0);
            let (sequence, usable) = (v[1] * v[2] * v[3], v[5] * 1e9 * v[6] - v[7] * 1e9);
            let (common, experts) = ((v[8] + 2.0 * v[9]) * v[4], v[10] * v[11] * v[4]);
            let (engines, copies) = match (is_spread, is_whole) {
                (true, _) => (asked, 1.0),
                (false, true) => (1.0, asked),
                (false, false) => (1.0, 1.0),
            };
            if asked * usable - common * engines - experts >= sequence * copies {
                return asked;
            }
            let (each, once) = if is_spread && usable > common {
                (usable - common, experts + sequence)
            } else if is_whole && usable > sequence {
                (usable - sequence, common + experts)
            } else {
                (usable, common + experts + sequence)
            };
            libm::ceil(once / each * (1.0 + 1e-12)).max(asked)
        })
    }

    /// Number of accelerators over which attention is cut.
    pub(super) fn cut(&self, pool: usize) -> Parts {
        if pool == 1 && self.inputs().pools == Pools::One {
            return Parts::sum(vec![self.figure(Kind::Cut, 0, 0)]);
        }
        match self.setup(pool).layout.spread {
            false => Parts::sum(vec![self.figure(Kind::Group, pool, 0)]),
            true if self.is_found() => self.found(pool, WIDEST),
            true => Parts::sum(vec![fixed("experts are spread: each accelerator attends to its own", 1.0)]),
        }
    }

    /// Number of copies of a conversation's cache.
    pub(super) fn copies(&self, pool: usize) -> Parts {
        match self.setup(pool).shape.whole_cache {
            true => Parts::sum(vec![self.figure(Kind::Cut, pool, 0)]),
            false => Parts::sum(vec![fixed("heads are shared out", 1.0)]),
        }
    }

    /// Additional time of layers with experts, which grows with the accelerators that share them.
    pub(super) fn growth(&self, pool: usize) -> Parts {
        let all = vec![
            self.layers_of(),
            self.dense(),
            self.experts(),
            self.input(InputId::expert_growth_time),
            self.figure(Kind::Group, pool, 0),
        ];
        Parts::of(all, |v| {
            let with_experts = if v[2] > 0.0 { v[0] - v[1].min(v[0]) } else { 0.0 };
            with_experts * v[3] * libm::log2(v[4])
        })
    }

    /// The search for the cheapest layout, up to `most` accelerators. It ends where no other layout is better.
    fn found(&self, pool: usize, most: f64) -> Parts {
        let (here, work) = (*self.setup(pool), Work::of(self.inputs()));
        let of_prompts = |setup: &Setup| setup.reading(work.context).0;
        let alone =
            |setup: &Setup| 1.0 / setup.at(1.0, work.context, 0.0, self.operation.decoding.limit).speed;
        let (watched, unit, size, of): (_, _, _, Gain<'_>) = if pool == 1 {
            let size = of_prompts(&here);
            let of = move |it: &Setup| (it.held(work.context) >= 1.0).then(|| of_prompts(it) - size);
            (
                "what another reads more prompt tokens a second with each accelerator",
                "tokens/s",
                size,
                Box::new(of),
            )
        } else if self.operation.nearest.speed.is_some() {
            let size = alone(&here);
            let of = move |it: &Setup| (it.held(work.context) >= 1.0).then(|| size - alone(it));
            ("what another is sooner with a token, answering one reader alone", "s", size, Box::new(of))
        } else {
            let size = here.time(work).unwrap_or(f64::INFINITY);
            let of = move |it: &Setup| it.time(work).map(|time| size - time);
            (
                "what another saves of the accelerator time of an answer token and its prompts",
                "s",
                size,
                Box::new(of),
            )
        };
        let left = here.layouts().filter_map(|it| of(&it)).fold(f64::NEG_INFINITY, f64::max);
        let between = [1.0, here.machine.domain.clamp(1.0, most)];
        let search = Search { between, method: ONE_BY_ONE, watched, unit, left, size, end: End::Most };
        let inputs =
            [InputId::speed, InputId::context, InputId::prompt, InputId::chat_cache, InputId::answer];
        Parts::found(self.all(&inputs), search)
    }
}
