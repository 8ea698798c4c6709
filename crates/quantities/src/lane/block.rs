//! Several futures side by side, in pairs as wide as a 128-bit vector.

use core::iter::Sum;
use core::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, MulAssign, Neg, Not, Sub, SubAssign};

use wide::{f64x2, u64x2};

use super::{Lane, MANTISSA, Mask, ONE, TWO_52};

/// Futures side by side in `P` pairs, each as wide as the 128-bit vectors of wasm, SSE2 and NEON.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pairs<const P: usize>(pub(crate) [f64x2; P]);

/// Number of pairs in a [`Block`].
const PAIRS: usize = 4;

/// Eight futures: enough independent work to hide the latency of each operation in a long formula.
pub type Block = Pairs<PAIRS>;

/// Four futures, for formulas that hold so many numbers at once that eight futures no longer fit in the registers.
pub type Quartet = Pairs<2>;

impl<const P: usize> Default for Pairs<P> {
    fn default() -> Self {
        Self::ZERO
    }
}

/// The mask that a comparison of [`Pairs`] gives.
#[derive(Clone, Copy, Debug)]
pub struct PairsMask<const P: usize>([f64x2; P]);

impl<const P: usize> Mask for PairsMask<P> {
    #[inline(always)]
    fn any(self) -> bool {
        (1..P).fold(self.0[0], |any, pair| any | self.0[pair]).any()
    }
    #[inline(always)]
    fn all(self) -> bool {
        (1..P).fold(self.0[0], |all, pair| all & self.0[pair]).all()
    }
}

#[inline(always)]
fn each<const P: usize>(a: [f64x2; P], of: impl Fn(f64x2) -> f64x2) -> [f64x2; P] {
    core::array::from_fn(|pair| of(a[pair]))
}

#[inline(always)]
fn both<const P: usize>(a: [f64x2; P], b: [f64x2; P], of: impl Fn(f64x2, f64x2) -> f64x2) -> [f64x2; P] {
    core::array::from_fn(|pair| of(a[pair], b[pair]))
}

macro_rules! operators {
    ($on:ident: $($trait:ident $method:ident),*) => {$(
        impl<const P: usize> $trait for $on<P> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self(both(self.0, other.0, |a, b| a.$method(b)))
            }
        }
    )*};
}

operators!(Pairs: Add add, Sub sub, Mul mul, Div div);
operators!(PairsMask: BitAnd bitand, BitOr bitor);

impl<const P: usize> Not for PairsMask<P> {
    type Output = Self;
    #[inline(always)]
    fn not(self) -> Self {
        Self(each(self.0, |a| !a))
    }
}

impl<const P: usize> Neg for Pairs<P> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(each(self.0, |a| -a))
    }
}

impl<const P: usize> AddAssign for Pairs<P> {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const P: usize> SubAssign for Pairs<P> {
    #[inline(always)]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl<const P: usize> MulAssign for Pairs<P> {
    #[inline(always)]
    fn mul_assign(&mut self, other: Self) {
        *self = *self * other;
    }
}

impl<const P: usize> Sum for Pairs<P> {
    #[inline(always)]
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::ZERO, |total, part| total + part)
    }
}

impl<const P: usize> Lane for Pairs<P> {
    type Mask = PairsMask<P>;
    const WIDTH: usize = 2 * P;
    const ZERO: Self = Self([f64x2::ZERO; P]);
    #[inline(always)]
    fn all(value: f64) -> Self {
        Self([f64x2::splat(value); P])
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
    fn below(self, other: Self) -> PairsMask<P> {
        PairsMask(both(self.0, other.0, |a, b| a.simd_lt(b)))
    }
    #[inline(always)]
    fn up_to(self, other: Self) -> PairsMask<P> {
        PairsMask(both(self.0, other.0, |a, b| a.simd_le(b)))
    }
    #[inline(always)]
    fn equals(self, other: Self) -> PairsMask<P> {
        PairsMask(both(self.0, other.0, |a, b| a.simd_eq(b)))
    }
    #[inline(always)]
    fn select(mask: PairsMask<P>, yes: Self, no: Self) -> Self {
        Self(core::array::from_fn(|pair| mask.0[pair].bitselect(yes.0[pair], no.0[pair])))
    }
    // The machine's own maximum instruction makes the same choice here and replaces two instructions.
    #[cfg(any(target_feature = "sse2", target_feature = "simd128"))]
    #[inline(always)]
    fn greater(self, other: Self) -> Self {
        #[cfg(target_feature = "sse2")]
        let choose = |a: f64x2, b: f64x2| b.fast_max(a);
        #[cfg(not(target_feature = "sse2"))]
        let choose = |a: f64x2, b: f64x2| a.fast_max(b);
        Self(both(self.0, other.0, choose))
    }
    #[cfg(any(target_feature = "sse2", target_feature = "simd128"))]
    #[inline(always)]
    fn lesser(self, other: Self) -> Self {
        #[cfg(target_feature = "sse2")]
        let choose = |a: f64x2, b: f64x2| b.fast_min(a);
        #[cfg(not(target_feature = "sse2"))]
        let choose = |a: f64x2, b: f64x2| a.fast_min(b);
        Self(both(self.0, other.0, choose))
    }
    #[inline(always)]
    fn largest(&self) -> f64 {
        let pairs = (1..P).fold(Pairs([self.0[0]]), |most, pair| most.greater(Pairs([self.0[pair]])));
        let [a, b] = *pairs.0[0].as_array();
        if a < b { b } else { a }
    }
    #[inline(always)]
    fn root(self) -> Self {
        Self(each(self.0, |a| a.sqrt()))
    }
    #[inline(always)]
    fn whole(self) -> Self {
        Self(each(self.0, |a| a.floor()))
    }
    #[inline(always)]
    fn size(self) -> Self {
        Self(each(self.0, |a| a.abs()))
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        Self(each(self.0, |a| from_bits((bits(a) + u64x2::splat(1023)) << 52)))
    }
    #[inline(always)]
    fn split(self) -> (Self, Self) {
        let mantissa = |a: f64x2| from_bits((bits(a) & u64x2::splat(MANTISSA)) | u64x2::splat(ONE));
        let exponent = |a: f64x2| from_bits((bits(a) >> 52) | u64x2::splat(TWO_52));
        let offset = Self::all(4_503_599_627_370_496.0 + 1023.0);
        (Self(each(self.0, mantissa)), Self(each(self.0, exponent)) - offset)
    }
    // Loads two columns at a time, one load for each lane, and transposes them.
    #[inline(always)]
    fn row<const N: usize, const ROWS: usize>(self, table: &[[[f64; 2]; N]; ROWS]) -> [[Self; 2]; N] {
        let rows = self.0.map(|pair| bits(pair).as_array().map(|it| &table[it as usize % ROWS]));
        core::array::from_fn(|at| {
            let turned = rows.map(|row| f64x2::transpose(row.map(|row| f64x2::new(row[at]))));
            [0, 1].map(|column| Self(turned.map(|both| both[column])))
        })
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
    use crate::lane::WHOLE;

    fn block(from: f64) -> Block {
        Block::each(|at| from + at as f64)
    }

    #[test]
    fn lanes_do_not_mix() {
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
    fn minimum_and_maximum_match_comparisons() {
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
    fn each_lane_picks_its_own_element() {
        let list: Vec<Block> = (0..4).map(|at| block(10.0 * f64::from(at))).collect();
        let [picked, twice] = Block::pick(&list, &block(-2.0), |it| [*it, *it + *it]);
        let expected = [0.0, 0.0, 2.0, 13.0, 24.0, 35.0, 0.0, 0.0];
        assert_eq!(core::array::from_fn(|at| picked.lane(at)), expected);
        assert_eq!(twice, picked + picked);
        assert_eq!(Block::pick(&list, &Block::all(2.0), |it| [*it]), [list[2]]);
        assert_eq!(f64::pick(&[1.0, 2.0], &-1.0, |it| [*it]), [0.0]);
    }

    #[test]
    fn each_lane_has_its_own_row() {
        let mut table = [[[0.0; 2]; 3]; 256];
        for (place, row) in table.iter_mut().enumerate() {
            *row = core::array::from_fn(|at| [0, 1].map(|column| (10 * place + 2 * at + column) as f64));
        }
        let places = Block::each(|lane| [0.0, 1.0, 7.0, 7.0, 90.0, 128.0, 254.0, 255.0][lane] + WHOLE);
        let rows = places.row(&table);
        for lane in 0..Block::WIDTH {
            assert_eq!(rows.map(|it| it.map(|it| it.lane(lane))), places.lane(lane).row(&table));
        }
        assert_eq!(rows[2][1].lane(4), 905.0);
    }

    #[test]
    fn powers_of_two_and_splitting() {
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
