//! Lanes: one number, or one number for each of several futures computed side by side.
//!
//! A formula written for `L: Lane` runs on one scenario (`f64`) and on a [`Block`] of simulated futures with the same
//! operations in the same order, so each lane has the same bits as its future computed alone. A comparison gives a
//! mask, and [`Lane::select`] takes the place of a branch, so all futures of a block follow the same path.

use core::fmt::Debug;
use core::iter::Sum;
use core::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, MulAssign, Neg, Not, Sub, SubAssign};

mod block;

pub use block::{Block, Pairs, PairsMask, Quartet};

/// The result of a comparison, lane by lane.
pub trait Mask: Copy + Debug + BitAnd<Output = Self> + BitOr<Output = Self> + Not<Output = Self> {
    /// Whether the comparison holds in at least one lane.
    fn any(self) -> bool;
    /// Whether the comparison holds in every lane.
    fn all(self) -> bool;
}

/// One number per future, with arithmetic, comparison and selection lane by lane.
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
    /// The type of the result of a comparison.
    type Mask: Mask;
    /// The number of lanes, one for each future.
    const WIDTH: usize;
    /// 0 in every lane.
    const ZERO: Self;
    /// The same number in every lane.
    fn all(value: f64) -> Self;
    /// A number for each lane, given by a function of the lane's index.
    fn each(value: impl FnMut(usize) -> f64) -> Self;
    /// The number in one lane; an index past the end gives the last lane.
    fn lane(&self, at: usize) -> f64;
    /// `self < other`.
    fn below(self, other: Self) -> Self::Mask;
    /// `self ≤ other`.
    fn up_to(self, other: Self) -> Self::Mask;
    /// `self = other`.
    fn equals(self, other: Self) -> Self::Mask;
    /// `yes` in the lanes where the mask holds, `no` in the others.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;
    /// Square root.
    fn root(self) -> Self;
    /// The largest whole number that is not above this one.
    fn whole(self) -> Self;
    /// The absolute value.
    fn size(self) -> Self;
    /// `2^k` for `self = k + 1.5·2^52` with a whole `k` in −1022..=1023.
    fn power_of_two(self) -> Self;
    /// `m` in 1..2 and `e` such that `self = m·2^e`, for a normal number above 0.
    fn split(self) -> (Self, Self);
    /// The row of a table that each lane indexes, returned column by column. The index `k` is given as
    /// `self = k + 1.5·2^52` with a whole `k`, and wraps around the table, whose number of rows is a power of two.
    fn row<const N: usize, const ROWS: usize>(self, table: &[[[f64; 2]; N]; ROWS]) -> [[Self; 2]; N];

    /// The smaller of two numbers; `self` if they are equal or not comparable.
    #[inline(always)]
    #[must_use]
    fn lesser(self, other: Self) -> Self {
        Self::select(other.below(self), other, self)
    }
    /// The larger of two numbers; `self` if they are equal or not comparable.
    #[inline(always)]
    #[must_use]
    fn greater(self, other: Self) -> Self {
        Self::select(self.below(other), other, self)
    }
    /// The number clamped to a range.
    #[inline(always)]
    #[must_use]
    fn between(self, low: f64, high: f64) -> Self {
        self.greater(Self::all(low)).lesser(Self::all(high))
    }
    /// The nearest whole number; halves are rounded up.
    #[inline(always)]
    #[must_use]
    fn nearest(self) -> Self {
        (self + Self::all(0.5)).whole()
    }
    /// The largest number across all lanes.
    fn largest(&self) -> f64 {
        (1..Self::WIDTH)
            .fold(self.lane(0), |most, at| if most < self.lane(at) { self.lane(at) } else { most })
    }
    /// The smallest number across all lanes.
    fn smallest(&self) -> f64 {
        -(-*self).largest()
    }
    /// The smallest and the largest number across all lanes, which must be 0 or more, rounded down.
    fn ends(&self) -> [usize; 2] {
        [self.smallest() as usize, self.largest() as usize]
    }
    /// Whether all lanes hold the same number.
    fn is_same(&self) -> bool {
        self.equals(Self::all(self.lane(0))).all()
    }
    /// Reads the element of a list at each lane's own index, lane by lane; 0 where the index is outside the list.
    #[inline(always)]
    fn pick<T, const N: usize>(list: &[T], places: &Self, of: impl Fn(&T) -> [Self; N]) -> [Self; N] {
        // The low bits of the sum are the index; a negative index is larger than any list is long.
        let at = |place: f64| list.get((place + WHOLE).to_bits() as i32 as usize);
        if places.is_same() {
            return at(places.lane(0)).map_or([Self::ZERO; N], of);
        }
        const { assert!(Self::WIDTH <= 8, "room for so many lanes") };
        let mut picked = [[0.0; N]; 8];
        for (lane, picked) in picked.iter_mut().enumerate().take(Self::WIDTH) {
            if let Some(it) = at(places.lane(lane)) {
                *picked = of(it).map(|it| it.lane(lane));
            }
        }
        core::array::from_fn(|number| Self::each(|lane| picked[lane % 8][number]))
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

/// 1.5·2^52. Adding it to a number below 2^51 leaves no room for a fraction, so the low bits of the sum hold a whole
/// number.
pub const WHOLE: f64 = 6_755_399_441_055_744.0;

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
    fn size(self) -> Self {
        self.abs()
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
    #[inline(always)]
    fn row<const N: usize, const ROWS: usize>(self, table: &[[[f64; 2]; N]; ROWS]) -> [[Self; 2]; N] {
        table[self.to_bits() as usize % ROWS]
    }
}

/// The fraction bits of a double.
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
/// The bits of the double 1.
const ONE: u64 = 0x3ff0_0000_0000_0000;
/// The bits of 2^52. With a small whole number in the fraction bits they represent 2^52 plus that number.
const TWO_52: u64 = 0x4330_0000_0000_0000;
