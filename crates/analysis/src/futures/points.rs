//! The points from which futures are drawn: a number in 0..1 for every input and every future.
//!
//! A draw depends only on the seed, the input's key and the future's index (and, for a Latin hypercube, on the total
//! number of futures). It does not depend on which other inputs vary or on how the work is split.
//!
//! Future `i` belongs to replicate `i mod 8`. Each replicate of Sobol points and of Latin hypercubes is scrambled
//! independently, so the scatter between the eight replicates measures the error of their mean; see
//! [`Share`](super::share::Share).

use super::dimensions::dimension;
use super::latin::layered;
use super::sobol::{Sequence, scrambled};
use payenough_quantities::lane::{Block, Lane};
use payenough_quantities::word::{Draw, Word};

/// The kind of points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Scrambled Sobol points.
    #[default]
    Sobol,
    /// Latin hypercube: each input's range has as many layers as there are futures, with one future in each.
    LatinHypercube,
    /// Independent random points.
    Random,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Sobol, Self::LatinHypercube, Self::Random];

    /// Stable name for links and machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sobol => "sobol",
            Self::LatinHypercube => "lhs",
            Self::Random => "random",
        }
    }
}

/// Number of independent scramblings of one set of points.
pub const REPLICATES: u32 = 8;

/// A set of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// The kind of points.
    pub kind: Kind,
    /// The seed; another seed gives other points of the same kind.
    pub seed: u32,
    /// Total number of futures that will be drawn. Only a Latin hypercube depends on it.
    pub n_total: u32,
}

impl Points {
    /// The draws of one input.
    #[must_use]
    pub fn column(&self, key: &str) -> Column {
        // The FNV-1a hash of the key.
        let hash = key
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        self.of(dimension(key), hash)
    }

    /// A second set of draws for one input, independent of the first. It is used to measure the effect of changing this
    /// input alone.
    #[must_use]
    pub fn second(&self, key: &str) -> Column {
        let mut column = Self { seed: mixed(self.seed, 0x2b5a_d1c7), ..*self }.column(key);
        if let Spread::Sobol(it) = &mut column.spread
            && it.shuffle.is_none()
        {
            // All second columns are put into the same other order, so that they stay evenly distributed among
            // themselves.
            it.shuffle = Some([18, 19].map(|purpose| mixed(self.seed, purpose)));
        }
        column
    }

    /// The draws of one argument of a function that is not an input of the table: argument `d` uses dimension `d`.
    #[must_use]
    pub fn argument(&self, d: usize) -> Column {
        self.of(Some(d), (d as u32).wrapping_mul(0x9e37_79b9))
    }

    fn of(&self, dimension: Option<usize>, hash: u32) -> Column {
        let seed = |purpose: u32| mixed(mixed(self.seed, hash), purpose);
        let spread = match self.kind {
            Kind::Sobol => Spread::Sobol(Box::new(Scrambled {
                sequence: Sequence::of(dimension.unwrap_or(usize::MAX)),
                shuffle: if dimension.is_some() { None } else { Some([seed(16), seed(17)]) },
                seeds: [0, 8].map(|round| core::array::from_fn(|replicate| seed(round + replicate as u32))),
            })),
            Kind::LatinHypercube => {
                Spread::Latin(self.n_total, core::array::from_fn(|replicate| seed(replicate as u32)))
            }
            Kind::Random => Spread::Random([seed(0), seed(1)]),
        };
        Column { spread }
    }
}

/// A hash of two words.
pub(super) fn mixed(a: u32, b: u32) -> u32 {
    (a ^ 0x5bd1_e995).hashed().wrapping_add(b).hashed()
}

/// The draws of one input in every future.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    spread: Spread,
}

#[derive(Clone, Debug, PartialEq)]
enum Spread {
    Sobol(Box<Scrambled>),
    Latin(u32, [u32; REPLICATES as usize]),
    Random([u32; 2]),
}

/// One dimension of Sobol's sequence in eight scramblings.
#[derive(Clone, Debug, PartialEq)]
struct Scrambled {
    sequence: Sequence,
    /// For an input without a dimension of its own: seeds that put the points of dimension 0 into another order.
    shuffle: Option<[u32; 2]>,
    seeds: [[u32; REPLICATES as usize]; 2],
}

impl Scrambled {
    /// Point `k` of the sequence with its bits reversed.
    fn point(&self, k: u32) -> u32 {
        // Scrambling the index from its high end keeps whole runs of points together.
        let place = self.shuffle.map_or(k, |seeds| scrambled(k.reverse_bits(), seeds).reverse_bits());
        self.sequence.at(place)
    }

    #[inline(always)]
    fn scrambled<L: Draw>(&self, point: L::Word, first: u32) -> L {
        let seeds = |round: &[u32; REPLICATES as usize]| {
            L::Word::each(|lane| round[(first.wrapping_add(lane as u32) % REPLICATES) as usize])
        };
        L::unit(scrambled(point, [seeds(&self.seeds[0]), seeds(&self.seeds[1])]).reversed())
    }
}

impl Column {
    /// The draws of futures `first`, `first + 1` and so on, one per lane.
    #[inline]
    #[must_use]
    pub fn uniform<L: Draw>(&self, first: u32) -> L {
        let index = |lane: usize| first.wrapping_add(lane as u32);
        match &self.spread {
            Spread::Sobol(it) => {
                let last = index(L::WIDTH - 1);
                let point = if first / REPLICATES == last / REPLICATES {
                    L::Word::all(it.point(first / REPLICATES))
                } else {
                    L::Word::each(|lane| it.point(index(lane) / REPLICATES))
                };
                it.scrambled(point, first)
            }
            Spread::Latin(n_total, seeds) => L::each(|lane| layered(index(lane), *n_total, seeds)),
            Spread::Random([a, b]) => {
                let one = L::Word::counting(first).xor(L::Word::all(*a)).hashed();
                L::unit(one.xor(L::Word::all(*b)).hashed())
            }
        }
    }

    /// The draws of futures `from`, `from + 1` and so on.
    pub fn fill(&self, from: u32, into: &mut [f64]) {
        // One at a time up to the next whole block, then block by block.
        let single = (from.wrapping_neg() % REPLICATES) as usize;
        let (head, blocks) = into.split_at_mut(single.min(into.len()));
        let mut at = from;
        for value in head {
            *value = self.uniform(at);
            at = at.wrapping_add(1);
        }
        if let Spread::Sobol(it) = &self.spread
            && it.shuffle.is_none()
        {
            let mut point = it.sequence.at(at / REPLICATES);
            for part in blocks.chunks_mut(Block::WIDTH) {
                put(it.scrambled::<Block>(<Block as Draw>::Word::all(point), at), part);
                point = it.sequence.after(point, at / REPLICATES);
                at = at.wrapping_add(REPLICATES);
            }
        } else {
            for part in blocks.chunks_mut(Block::WIDTH) {
                put(self.uniform::<Block>(at), part);
                at = at.wrapping_add(REPLICATES);
            }
        }
    }
}

// A block holds one draw of each replicate.
const _: () = assert!(Block::WIDTH == REPLICATES as usize);

/// Writes the lanes of a block, as many as fit.
#[inline(always)]
fn put(block: Block, into: &mut [f64]) {
    into.iter_mut().enumerate().for_each(|(lane, value)| *value = block.lane(lane));
}

#[cfg(test)]
mod tests {
    use super::*;

    const N: u32 = 4000;

    fn columns(seed: u32) -> Vec<Column> {
        let of = |kind| Points { kind, seed, n_total: N };
        let mut all: Vec<Column> = Kind::ALL.into_iter().map(|kind| of(kind).column("users_n")).collect();
        all.push(of(Kind::Sobol).column("not a key"));
        all
    }

    #[test]
    fn a_draw_depends_only_on_its_index() {
        for column in columns(7) {
            let mut all = vec![0.0; N as usize];
            column.fill(0, &mut all);
            assert!(all.iter().all(|&u| 0.0 < u && u < 1.0));
            let mut part = vec![0.0; 100];
            column.fill(1003, &mut part);
            assert_eq!(part, all[1003..1103]);
            for first in [0, 8, 1003, 1600] {
                let block = column.uniform::<Block>(first);
                for at in 0..8 {
                    assert_eq!(block.lane(at).to_bits(), all[first as usize + at].to_bits());
                }
            }
        }
    }

    #[test]
    fn every_replicate_is_evenly_spread() {
        for (column, layers) in columns(3).into_iter().zip([256, 500, 0, 256]) {
            for replicate in 0..REPLICATES {
                let mut seen = vec![0; layers];
                for k in 0..layers as u32 {
                    let u: f64 = column.uniform(8 * k + replicate);
                    seen[(u * layers as f64) as usize] += 1;
                }
                assert!(seen.iter().all(|&it| it == 1));
            }
        }
    }

    #[test]
    fn seeds_keys_and_replicates_give_other_draws() {
        for kind in Kind::ALL {
            let column = |seed, key| Points { kind, seed, n_total: N }.column(key);
            let correlation = |a: &Column, b: &Column, lag: u32| {
                let product = |k: u32| (a.uniform::<f64>(k) - 0.5) * (b.uniform::<f64>(k + lag) - 0.5);
                (0..N).map(product).sum::<f64>() / f64::from(N) * 12.0
            };
            let (a, b, c) = (column(1, "users_n"), column(2, "users_n"), column(1, "wacc_pct"));
            assert_ne!(a.uniform::<Block>(0), b.uniform::<Block>(0));
            for lag in [0, 3] {
                let found = correlation(&a, &c, lag).abs();
                assert!(found < 0.07, "{} {lag} {found}", kind.key());
            }
        }
    }
}
