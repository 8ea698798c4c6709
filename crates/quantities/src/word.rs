//! 32-bit words, one per lane: the integers from which futures are drawn, and the numbers made from them.

use core::fmt::Debug;

use bytemuck::cast;
use wide::{f64x2, u32x4};

use super::lane::{Lane, Pairs};

/// An unsigned 32-bit integer per lane; sums and products wrap.
pub trait Word: Copy + Debug {
    /// The same word in every lane.
    fn all(word: u32) -> Self;
    /// A word for each lane.
    fn each(word: impl FnMut(usize) -> u32) -> Self;
    /// The word in one lane; an index past the end gives the last lane.
    fn lane(&self, at: usize) -> u32;
    /// Wrapping sum.
    #[must_use]
    fn plus(self, other: Self) -> Self;
    /// Wrapping product.
    #[must_use]
    fn times(self, other: Self) -> Self;
    /// Bitwise exclusive or.
    #[must_use]
    fn xor(self, other: Self) -> Self;
    /// Bitwise and.
    #[must_use]
    fn and(self, other: Self) -> Self;
    /// Shifts towards the high end, by less than 32 bits.
    #[must_use]
    fn left(self, by: u32) -> Self;
    /// Shifts towards the low end, by less than 32 bits.
    #[must_use]
    fn right(self, by: u32) -> Self;

    /// `first`, `first + 1` and so on, one in each lane.
    #[inline(always)]
    #[must_use]
    fn counting(first: u32) -> Self {
        Self::each(|lane| first.wrapping_add(lane as u32))
    }

    /// The bits in reverse order.
    #[inline(always)]
    #[must_use]
    fn reversed(self) -> Self {
        let swap = |it: Self, by: u32, low: u32| {
            let (up, down) = (it.and(Self::all(low)).left(by), it.right(by).and(Self::all(low)));
            up.xor(down)
        };
        let bytes = swap(swap(swap(self, 1, 0x5555_5555), 2, 0x3333_3333), 4, 0x0f0f_0f0f);
        let halves = swap(bytes, 8, 0x00ff_00ff);
        halves.left(16).xor(halves.right(16))
    }

    /// The hash function "triple32" (C. Wellons, Hash prospector, 2018). It is a bijection, and each output bit depends
    /// on every input bit.
    #[inline(always)]
    #[must_use]
    fn hashed(self) -> Self {
        let x = self.xor(self.right(17)).times(Self::all(0xed5a_d4bb));
        let x = x.xor(x.right(11)).times(Self::all(0xac4c_1b51));
        let x = x.xor(x.right(15)).times(Self::all(0x3184_8bab));
        x.xor(x.right(14))
    }
}

/// A lane together with the type of words from which it is drawn.
pub trait Draw: Lane {
    /// The word type with the same number of lanes.
    type Word: Word;
    /// `(word + ½)/2³²`: strictly between 0 and 1.
    fn unit(word: Self::Word) -> Self;
}

/// 2⁻³².
const STEP: f64 = 1.0 / 4_294_967_296.0;

impl Word for u32 {
    #[inline(always)]
    fn all(word: u32) -> Self {
        word
    }
    #[inline(always)]
    fn each(mut word: impl FnMut(usize) -> u32) -> Self {
        word(0)
    }
    #[inline(always)]
    fn lane(&self, _: usize) -> u32 {
        *self
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn times(self, other: Self) -> Self {
        self.wrapping_mul(other)
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        self ^ other
    }
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self & other
    }
    #[inline(always)]
    fn left(self, by: u32) -> Self {
        self << (by & 31)
    }
    #[inline(always)]
    fn right(self, by: u32) -> Self {
        self >> (by & 31)
    }
    #[inline(always)]
    fn reversed(self) -> Self {
        self.reverse_bits()
    }
}

impl Draw for f64 {
    type Word = u32;
    #[inline(always)]
    fn unit(word: u32) -> Self {
        (Self::from(word) + 0.5) * STEP
    }
}

/// The words of [`Pairs`], in `FOURS` vectors of four.
#[derive(Clone, Copy, Debug)]
pub struct Words<const FOURS: usize>([u32x4; FOURS]);

impl<const FOURS: usize> Words<FOURS> {
    #[inline(always)]
    fn with(self, other: Self, op: impl Fn(u32x4, u32x4) -> u32x4) -> Self {
        Self(core::array::from_fn(|four| op(self.0[four], other.0[four])))
    }
    #[inline(always)]
    fn map(self, op: impl Fn(u32x4) -> u32x4) -> Self {
        Self(self.0.map(op))
    }
}

impl<const FOURS: usize> Word for Words<FOURS> {
    #[inline(always)]
    fn all(word: u32) -> Self {
        Self([u32x4::splat(word); FOURS])
    }
    #[inline(always)]
    fn each(mut word: impl FnMut(usize) -> u32) -> Self {
        Self(core::array::from_fn(|four| u32x4::new(core::array::from_fn(|at| word(4 * four + at)))))
    }
    #[inline(always)]
    fn lane(&self, at: usize) -> u32 {
        let at = at.min(4 * FOURS - 1);
        self.0[at / 4].as_array()[at % 4]
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.with(other, |a, b| a + b)
    }
    #[inline(always)]
    fn times(self, other: Self) -> Self {
        self.with(other, |a, b| a * b)
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        self.with(other, |a, b| a ^ b)
    }
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self.with(other, |a, b| a & b)
    }
    #[inline(always)]
    fn left(self, by: u32) -> Self {
        self.map(|a| a << by)
    }
    #[inline(always)]
    fn right(self, by: u32) -> Self {
        self.map(|a| a >> by)
    }
    #[inline(always)]
    fn counting(first: u32) -> Self {
        let lanes = core::array::from_fn(|four| {
            let from = 4 * four as u32;
            u32x4::new([from, from + 1, from + 2, from + 3])
        });
        Self(lanes).plus(Self::all(first))
    }
}

/// The two numbers made from one half of a vector of words.
#[inline(always)]
fn pair(words: u32x4, upper: bool) -> f64x2 {
    // A word in the low bits of 2^52 makes 2^52 plus that word; the subtraction below leaves word + ½.
    let high = u32x4::splat(0x4330_0000);
    let lifted: f64x2 = cast(if upper { words.unpack_hi(high) } else { words.unpack_lo(high) });
    (lifted - f64x2::splat(4_503_599_627_370_495.5)) * f64x2::splat(STEP)
}

macro_rules! draws {
    ($($pairs:literal $fours:literal)+) => {$(
        impl Draw for Pairs<$pairs> {
            type Word = Words<$fours>;
            #[inline(always)]
            fn unit(word: Words<$fours>) -> Self {
                Self(core::array::from_fn(|at| pair(word.0[at / 2], at % 2 == 1)))
            }
        }
    )+};
}

draws!(2 1 4 2);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_hash_is_triple32() {
        // The expected values were computed with unbounded integers.
        for (x, hash) in [(0, 0), (1, 0x0427_41d6), (0xffff_ffff, 0x127f_588f)] {
            assert_eq!(Word::hashed(x), hash, "{x}");
        }
    }

    #[test]
    fn numbers_stay_inside_0_and_1() {
        assert_eq!((f64::unit(0), f64::unit(u32::MAX)), (0.5 * STEP, 1.0 - 0.5 * STEP));
    }

    proptest! {
        #[test]
        fn a_block_has_the_same_bits_as_its_lanes(x in any::<[u32; 8]>(), y in any::<[u32; 8]>(), by in 0..32_u32) {
            let (a, b) = (Words::<2>::each(|at| x[at]), Words::<2>::each(|at| y[at]));
            for (at, (&x, &y)) in x.iter().zip(&y).enumerate() {
                prop_assert_eq!(a.hashed().lane(at), x.hashed());
                prop_assert_eq!(a.reversed().lane(at), x.reversed());
                prop_assert_eq!(a.plus(b).lane(at), x.wrapping_add(y));
                prop_assert_eq!((a.left(by).lane(at), a.right(by).lane(at)), (x << by, x >> by));
                prop_assert_eq!(Words::<2>::counting(x).lane(at), x.wrapping_add(at as u32));
                prop_assert_eq!(Pairs::<4>::unit(a).lane(at).to_bits(), f64::unit(x).to_bits());
            }
        }
    }
}
