//! Lanes: one number, or several futures side by side.
//!
//! A formula written for `L: Lane` runs on one scenario (`f64`) and on a [`Block`] of simulated futures, with the same
//! operations in the same order: lane by lane the bits are the same. A comparison gives a mask, and [`Lane::select`]
//! takes the place of a branch, so that a block never parts.

use core::fmt::Debug;
use core::iter::Sum;
use core::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, MulAssign, Neg, Not, Sub, SubAssign};

use wide::{f64x2, u64x2};

/// The truth of a comparison, lane by lane.
pub trait Mask: Copy + Debug + BitAnd<Output = Self> + BitOr<Output = Self> + Not<Output = Self> {
    /// Is it true in any lane?
    fn any(self) -> bool;
    /// Is it true in every lane?
    fn all(self) -> bool;
}

/// A number per future: arithmetic, comparison and choice, lane by lane.
pub trait Lane:
    Copy
    + Debug
    + Default
    + PartialEq
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + Sum
    + 'static
{
    /// What a comparison gives.
    type Mask: Mask;
    /// How many futures.
    const WIDTH: usize;
    /// 0 in every lane.
    const ZERO: Self;
    /// The same number in every lane.
    fn all(value: f64) -> Self;
    /// A number for each lane.
    fn each(value: impl FnMut(usize) -> f64) -> Self;
    /// The number of one lane; of the last for a lane beyond.
    fn lane(&self, at: usize) -> f64;
    /// `self < other`.
    fn below(self, other: Self) -> Self::Mask;
    /// `self ≤ other`.
    fn up_to(self, other: Self) -> Self::Mask;
    /// `self = other`.
    fn equals(self, other: Self) -> Self::Mask;
    /// `yes` where the mask holds, `no` elsewhere.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;
    /// Square root.
    fn root(self) -> Self;
    /// The whole number below.
    fn whole(self) -> Self;
    /// `2^k` for `self = k + 1.5·2^52` with a whole `k` in −1022..=1023.
    fn power_of_two(self) -> Self;
    /// `m` in 1..2 and `e` with `self = m·2^e`, for a normal number above 0.
    fn split(self) -> (Self, Self);

    /// The smaller of two; `self` where they are equal or not comparable.
    #[inline(always)]
    #[must_use]
    fn lesser(self, other: Self) -> Self {
        Self::select(other.below(self), other, self)
    }
    /// The larger of two; `self` where they are equal or not comparable.
    #[inline(always)]
    #[must_use]
    fn greater(self, other: Self) -> Self {
        Self::select(self.below(other), other, self)
    }
    /// Inside a range.
    #[inline(always)]
    #[must_use]
    fn between(self, low: f64, high: f64) -> Self {
        self.greater(Self::all(low)).lesser(Self::all(high))
    }
    /// Without its sign.
    #[inline(always)]
    #[must_use]
    fn size(self) -> Self {
        self.greater(-self)
    }
    /// The nearest whole number, halves up.
    #[inline(always)]
    #[must_use]
    fn nearest(self) -> Self {
        (self + Self::all(0.5)).whole()
    }
    /// The largest number of all lanes.
    fn largest(&self) -> f64 {
        (1..Self::WIDTH)
            .fold(self.lane(0), |most, at| if most < self.lane(at) { self.lane(at) } else { most })
    }
    /// The smallest number of all lanes.
    fn smallest(&self) -> f64 {
        -(-*self).largest()
    }
    /// Is it the same in all lanes?
    fn is_same(&self) -> bool {
        self.equals(Self::all(self.lane(0))).all()
    }
    /// From a list of numbers per lane, the one at each lane's own place; 0 at a place outside the list.
    fn pick<T>(list: &[T], places: &Self, of: impl Fn(&T) -> Self) -> Self {
        let at = |place: f64| if place < 0.0 { None } else { list.get(place as usize) };
        if places.is_same() {
            return at(places.lane(0)).map_or(Self::ZERO, of);
        }
        Self::each(|lane| at(places.lane(lane)).map_or(0.0, |it| of(it).lane(lane)))
    }
}

impl Mask for bool {
    #[inline(always)]
    fn any(self) -> bool {
        self
    }
    #[inline(always)]
    fn all(self) -> bool {
        self
    }
}

/// 1.5·2^52: added to a number below 2^51 it leaves no room for a fraction, and the sum's low bits hold a whole number.
pub(crate) const WHOLE: f64 = 6_755_399_441_055_744.0;

impl Lane for f64 {
    type Mask = bool;
    const WIDTH: usize = 1;
    const ZERO: Self = 0.0;
    #[inline(always)]
    fn all(value: f64) -> Self {
        value
    }
    #[inline(always)]
    fn each(mut value: impl FnMut(usize) -> f64) -> Self {
        value(0)
    }
    #[inline(always)]
    fn lane(&self, _: usize) -> f64 {
        *self
    }
    #[inline(always)]
    fn below(self, other: Self) -> bool {
        self < other
    }
    #[inline(always)]
    fn up_to(self, other: Self) -> bool {
        self <= other
    }
    #[inline(always)]
    fn equals(self, other: Self) -> bool {
        self == other
    }
    #[inline(always)]
    fn select(mask: bool, yes: Self, no: Self) -> Self {
        if mask { yes } else { no }
    }
    #[inline(always)]
    fn root(self) -> Self {
        self.sqrt()
    }
    #[inline(always)]
    fn whole(self) -> Self {
        self.floor()
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        Self::from_bits(self.to_bits().wrapping_add(1023) << 52)
    }
    #[inline(always)]
    fn split(self) -> (Self, Self) {
        let bits = self.to_bits();
        let mantissa = Self::from_bits((bits & MANTISSA) | ONE);
        let exponent = Self::from_bits((bits >> 52) | TWO_52);
        (mantissa, exponent - (4_503_599_627_370_496.0 + 1023.0))
    }
}

/// Bits of the fraction.
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
/// Bits of 1.
const ONE: u64 = 0x3ff0_0000_0000_0000;
/// Bits of 2^52: with a small whole number in the fraction, 2^52 and that number.
const TWO_52: u64 = 0x4330_0000_0000_0000;

/// Pairs of a block.
pub(super) const PAIRS: usize = 4;

/// Eight futures side by side, in pairs as wide as the 128-bit vectors of wasm, SSE2 and NEON.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block(pub(super) [f64x2; PAIRS]);

impl Default for Block {
    fn default() -> Self {
        Self::ZERO
    }
}

/// A mask of a [`Block`].
#[derive(Clone, Copy, Debug)]
pub struct BlockMask([f64x2; PAIRS]);

impl Mask for BlockMask {
    #[inline(always)]
    fn any(self) -> bool {
        let [a, b, c, d] = self.0;
        ((a | b) | (c | d)).any()
    }
    #[inline(always)]
    fn all(self) -> bool {
        let [a, b, c, d] = self.0;
        ((a & b) & (c & d)).all()
    }
}

macro_rules! pairwise {
    ($a:expr, $b:expr, $op:expr) => {{
        let ([a, b, c, d], [e, f, g, h], op) = ($a, $b, $op);
        [op(a, e), op(b, f), op(c, g), op(d, h)]
    }};
    ($a:expr, $op:expr) => {{
        let ([a, b, c, d], op) = ($a, $op);
        [op(a), op(b), op(c), op(d)]
    }};
}

macro_rules! operators {
    ($on:ident: $($trait:ident $method:ident),*) => {$(
        impl $trait for $on {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self(pairwise!(self.0, other.0, |a: f64x2, b: f64x2| a.$method(b)))
            }
        }
    )*};
}

operators!(Block: Add add, Sub sub, Mul mul, Div div);
operators!(BlockMask: BitAnd bitand, BitOr bitor);

impl Not for BlockMask {
    type Output = Self;
    #[inline(always)]
    fn not(self) -> Self {
        Self(pairwise!(self.0, |a: f64x2| !a))
    }
}

impl Neg for Block {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(pairwise!(self.0, |a: f64x2| -a))
    }
}

impl AddAssign for Block {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Block {
    #[inline(always)]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl MulAssign for Block {
    #[inline(always)]
    fn mul_assign(&mut self, other: Self) {
        *self = *self * other;
    }
}

impl Sum for Block {
    #[inline(always)]
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::ZERO, |total, part| total + part)
    }
}

impl Lane for Block {
    type Mask = BlockMask;
    const WIDTH: usize = 2 * PAIRS;
    const ZERO: Self = Self([f64x2::ZERO; PAIRS]);
    #[inline(always)]
    fn all(value: f64) -> Self {
        Self([f64x2::splat(value); PAIRS])
    }
    #[inline(always)]
    fn each(mut value: impl FnMut(usize) -> f64) -> Self {
        Self(core::array::from_fn(|pair| f64x2::new([value(2 * pair), value(2 * pair + 1)])))
    }
    #[inline(always)]
    fn lane(&self, at: usize) -> f64 {
        let at = at.min(Self::WIDTH - 1);
        self.0[at / 2].as_array()[at % 2]
    }
    #[inline(always)]
    fn below(self, other: Self) -> BlockMask {
        BlockMask(pairwise!(self.0, other.0, |a: f64x2, b: f64x2| a.simd_lt(b)))
    }
    #[inline(always)]
    fn up_to(self, other: Self) -> BlockMask {
        BlockMask(pairwise!(self.0, other.0, |a: f64x2, b: f64x2| a.simd_le(b)))
    }
    #[inline(always)]
    fn equals(self, other: Self) -> BlockMask {
        BlockMask(pairwise!(self.0, other.0, |a: f64x2, b: f64x2| a.simd_eq(b)))
    }
    #[inline(always)]
    fn select(mask: BlockMask, yes: Self, no: Self) -> Self {
        let ([a, b, c, d], yes, no) = (mask.0, yes.0, no.0);
        Self([
            a.bitselect(yes[0], no[0]),
            b.bitselect(yes[1], no[1]),
            c.bitselect(yes[2], no[2]),
            d.bitselect(yes[3], no[3]),
        ])
    }
    // where the machine's own maximum is the same choice, it stands for two instructions
    #[cfg(any(target_feature = "sse2", target_feature = "simd128"))]
    #[inline(always)]
    fn greater(self, other: Self) -> Self {
        #[cfg(target_feature = "sse2")]
        let choose = |a: f64x2, b: f64x2| b.fast_max(a);
        #[cfg(not(target_feature = "sse2"))]
        let choose = |a: f64x2, b: f64x2| a.fast_max(b);
        Self(pairwise!(self.0, other.0, choose))
    }
    #[cfg(any(target_feature = "sse2", target_feature = "simd128"))]
    #[inline(always)]
    fn lesser(self, other: Self) -> Self {
        #[cfg(target_feature = "sse2")]
        let choose = |a: f64x2, b: f64x2| b.fast_min(a);
        #[cfg(not(target_feature = "sse2"))]
        let choose = |a: f64x2, b: f64x2| a.fast_min(b);
        Self(pairwise!(self.0, other.0, choose))
    }
    #[inline(always)]
    fn root(self) -> Self {
        Self(pairwise!(self.0, |a: f64x2| a.sqrt()))
    }
    #[inline(always)]
    fn whole(self) -> Self {
        Self(pairwise!(self.0, |a: f64x2| a.floor()))
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        Self(pairwise!(self.0, |a: f64x2| from_bits((bits(a) + u64x2::splat(1023)) << 52)))
    }
    #[inline(always)]
    fn split(self) -> (Self, Self) {
        let mantissa = |a: f64x2| from_bits((bits(a) & u64x2::splat(MANTISSA)) | u64x2::splat(ONE));
        let exponent = |a: f64x2| from_bits((bits(a) >> 52) | u64x2::splat(TWO_52));
        let offset = Self::all(4_503_599_627_370_496.0 + 1023.0);
        (Self(pairwise!(self.0, mantissa)), Self(pairwise!(self.0, exponent)) - offset)
    }
}

#[inline(always)]
fn bits(value: f64x2) -> u64x2 {
    bytemuck::cast(value)
}

#[inline(always)]
fn from_bits(bits: u64x2) -> f64x2 {
    bytemuck::cast(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(from: f64) -> Block {
        Block::each(|at| from + at as f64)
    }

    #[test]
    fn lanes_keep_apart() {
        let (a, b) = (block(1.0), block(-3.0));
        let chosen = Block::select(b.below(Block::ZERO), a, a * b);
        for at in 0..Block::WIDTH {
            let (a, b) = (1.0 + at as f64, -3.0 + at as f64);
            assert_eq!(chosen.lane(at), if b < 0.0 { a } else { a * b });
        }
        assert!(b.below(Block::ZERO).any() && !b.below(Block::ZERO).all() && a.up_to(a).all());
        assert_eq!((b.largest(), b.smallest(), a.lane(99)), (4.0, -3.0, 8.0));
        assert!(Block::all(2.0).is_same() && !a.is_same());
    }

    #[test]
    fn the_larger_and_the_smaller_are_chosen_as_by_comparison() {
        let numbers = [0.0, -0.0, 1.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324];
        for other in numbers {
            let (a, b) = (Block::each(|at| numbers[at]), Block::all(other));
            for (at, one) in numbers.into_iter().enumerate() {
                assert_eq!(a.greater(b).lane(at).to_bits(), if one < other { other } else { one }.to_bits());
                assert_eq!(a.lesser(b).lane(at).to_bits(), if other < one { other } else { one }.to_bits());
                assert_eq!(b.greater(a).lane(at).to_bits(), b.lane(at).greater(one).to_bits());
            }
        }
    }

    #[test]
    fn each_lane_picks_its_own_place() {
        let list: Vec<Block> = (0..4).map(|at| block(10.0 * f64::from(at))).collect();
        let picked = Block::pick(&list, &block(-2.0), |it| *it);
        let expected = [0.0, 0.0, 2.0, 13.0, 24.0, 35.0, 0.0, 0.0];
        assert_eq!(core::array::from_fn(|at| picked.lane(at)), expected);
        assert_eq!(Block::pick(&list, &Block::all(2.0), |it| *it), list[2]);
        assert_eq!(f64::pick(&[1.0, 2.0], &-1.0, |it| *it), 0.0);
    }

    #[test]
    fn powers_and_their_splitting() {
        for power in [-1022, -1, 0, 5, 1023] {
            let power = f64::from(power);
            assert_eq!((power + WHOLE).power_of_two(), libm::exp2(power));
            assert_eq!(Block::all(power + WHOLE).power_of_two(), Block::all(libm::exp2(power)));
            let number = 1.75 * libm::exp2(power);
            assert_eq!(number.split(), (1.75, power));
            assert_eq!(Block::all(number).split(), (Block::all(1.75), Block::all(power)));
        }
    }
}
