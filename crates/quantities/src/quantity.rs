//! Two macros for the tables of units: `quantities!` makes a newtype for each unit, `products!` defines the
//! multiplications that have a meaning.

use super::lane::Lane;

/// A number with a unit.
pub trait Quantity: Copy {
    /// The unit as it is printed.
    const UNIT: &'static str;
    /// The number, expressed in this unit.
    fn value(self) -> f64;
    /// The quantity with this number of units.
    fn of(value: f64) -> Self;
}

/// A quantity with a number for each lane. Code that is generic over the quantity itself reads and makes its numbers here.
pub trait Measure<L: Lane>: Copy {
    /// The numbers, expressed in this unit.
    fn number(self) -> L;
    /// The quantity with these numbers of units.
    fn measured(number: L) -> Self;
}

/// What an input's type becomes when several futures run side by side: a quantity with one lane per future, or a choice
/// that all futures share.
pub trait Column: Quantity {
    /// The type with a lane for each future.
    type Of<L: Lane>: Copy + core::fmt::Debug + PartialEq;
    /// The quantity with this number of units in each lane.
    fn read<L: Lane>(value: L) -> Self::Of<L>;
    /// The value in one future.
    fn one<L: Lane>(of: &Self::Of<L>, lane: usize) -> Self;
}

/// Implements [`Column`] for types whose value all futures share.
#[macro_export]
macro_rules! shared_by_lanes {
    ($($name:ty),+) => {$(
        impl $crate::Column for $name {
            type Of<L: $crate::lane::Lane> = Self;
            fn read<L: $crate::lane::Lane>(value: L) -> Self { <Self as $crate::Quantity>::of(value.lane(0)) }
            fn one<L: $crate::lane::Lane>(of: &Self, _: usize) -> Self { *of }
        }
    )+};
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident = $unit:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        #[repr(transparent)]
        pub struct $name<L = f64>(pub(crate) L);

        impl $crate::Quantity for $name {
            const UNIT: &'static str = $unit;
            fn value(self) -> f64 { self.0 }
            fn of(value: f64) -> Self { Self(value) }
        }

        impl $crate::Column for $name {
            type Of<L: $crate::lane::Lane> = $name<L>;
            #[inline(always)]
            fn read<L: $crate::lane::Lane>(value: L) -> $name<L> { $name(value) }
            #[inline(always)]
            fn one<L: $crate::lane::Lane>(of: &$name<L>, lane: usize) -> Self { $name(of.0.lane(lane)) }
        }

        impl<L: $crate::lane::Lane> $crate::Measure<L> for $name<L> {
            #[inline(always)]
            fn number(self) -> L { self.0 }
            #[inline(always)]
            fn measured(number: L) -> Self { Self(number) }
        }

        impl<L: Copy> $name<L> {
            /// The number, expressed in this unit.
            #[inline(always)]
            #[must_use]
            pub const fn value(self) -> L { self.0 }
            /// The quantity with this number of units.
            #[inline(always)]
            #[must_use]
            pub const fn of(value: L) -> Self { Self(value) }
        }

        impl<L: $crate::lane::Lane> $name<L> {
            /// Zero.
            pub const ZERO: Self = Self(L::ZERO);
            /// The same value in every lane.
            #[inline(always)]
            #[must_use]
            pub fn all(value: f64) -> Self { Self(L::all(value)) }
            /// The smaller of two quantities.
            #[inline(always)]
            #[must_use]
            pub fn min(self, other: Self) -> Self { Self(self.0.lesser(other.0)) }
            /// The larger of two quantities.
            #[inline(always)]
            #[must_use]
            pub fn max(self, other: Self) -> Self { Self(self.0.greater(other.0)) }
            /// `self < other`, lane by lane.
            #[inline(always)]
            #[must_use]
            pub fn below(self, other: Self) -> L::Mask { self.0.below(other.0) }
            /// `yes` in the lanes where the mask holds, `no` in the others.
            #[inline(always)]
            #[must_use]
            pub fn select(mask: L::Mask, yes: Self, no: Self) -> Self { Self(L::select(mask, yes.0, no.0)) }
            /// This quantity as a fraction of `whole`; 0 where `whole` is 0.
            #[inline(always)]
            #[must_use]
            pub fn share_of(self, whole: Self) -> $crate::Ratio<L> {
                $crate::Ratio(L::select(whole.0.equals(L::ZERO), L::ZERO, self.0 / whole.0))
            }
        }

        impl<L: $crate::lane::Lane> core::ops::Add for $name<L> {
            type Output = Self;
            #[inline(always)]
            fn add(self, other: Self) -> Self { Self(self.0 + other.0) }
        }
        impl<L: $crate::lane::Lane> core::ops::AddAssign for $name<L> {
            #[inline(always)]
            fn add_assign(&mut self, other: Self) { self.0 += other.0; }
        }
        impl<L: $crate::lane::Lane> core::ops::Sub for $name<L> {
            type Output = Self;
            #[inline(always)]
            fn sub(self, other: Self) -> Self { Self(self.0 - other.0) }
        }
        impl<L: $crate::lane::Lane> core::ops::SubAssign for $name<L> {
            #[inline(always)]
            fn sub_assign(&mut self, other: Self) { self.0 -= other.0; }
        }
        impl<L: $crate::lane::Lane> core::ops::Neg for $name<L> {
            type Output = Self;
            #[inline(always)]
            fn neg(self) -> Self { Self(-self.0) }
        }
        impl<L: $crate::lane::Lane> core::ops::Mul<L> for $name<L> {
            type Output = Self;
            #[inline(always)]
            fn mul(self, factor: L) -> Self { Self(self.0 * factor) }
        }
        impl core::ops::Mul<$name> for f64 {
            type Output = $name;
            #[inline(always)]
            fn mul(self, quantity: $name) -> $name { $name(self * quantity.0) }
        }
        impl<L: $crate::lane::Lane> core::ops::Mul<$crate::Ratio<L>> for $name<L> {
            type Output = Self;
            #[inline(always)]
            fn mul(self, factor: $crate::Ratio<L>) -> Self { Self(self.0 * factor.0) }
        }
        impl<L: $crate::lane::Lane> core::ops::Div<L> for $name<L> {
            type Output = Self;
            #[inline(always)]
            fn div(self, divisor: L) -> Self { Self(self.0 / divisor) }
        }
        impl<L: $crate::lane::Lane> core::iter::Sum for $name<L> {
            #[inline(always)]
            fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
                parts.fold(Self::ZERO, |total, part| total + part)
            }
        }
    )*};
}

macro_rules! products {
    ($($left:ident * $right:ident = $product:ident;)*) => {$(
        impl<L: $crate::lane::Lane> core::ops::Mul<$right<L>> for $left<L> {
            type Output = $product<L>;
            #[inline(always)]
            fn mul(self, other: $right<L>) -> $product<L> { $product(self.0 * other.0) }
        }
        impl<L: $crate::lane::Lane> core::ops::Div<$right<L>> for $product<L> {
            type Output = $left<L>;
            #[inline(always)]
            fn div(self, other: $right<L>) -> $left<L> { $left(self.0 / other.0) }
        }
        impl<L: $crate::lane::Lane> core::ops::Div<$left<L>> for $product<L> {
            type Output = $right<L>;
            #[inline(always)]
            fn div(self, other: $left<L>) -> $right<L> { $right(self.0 / other.0) }
        }
    )*};
}
