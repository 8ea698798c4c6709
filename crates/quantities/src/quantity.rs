//! The two tables' macros: `quantities!` makes a newtype per unit, `products!` the multiplications that mean something.

use super::lane::Lane;

/// A number with a unit.
pub trait Quantity: Copy {
    /// The unit as it is printed.
    const UNIT: &'static str;
    /// The number in this unit.
    fn value(self) -> f64;
    /// A number read in this unit.
    fn of(value: f64) -> Self;
}

/// What an input's type becomes where several futures run side by side: a quantity of lanes, or a choice shared by all.
pub trait Column: Quantity {
    /// The type with a lane for each future.
    type Of<L: Lane>: Copy + core::fmt::Debug + PartialEq;
    /// Numbers read in the unit of this quantity.
    fn read<L: Lane>(value: L) -> Self::Of<L>;
    /// That of one future.
    fn one<L: Lane>(of: &Self::Of<L>, lane: usize) -> Self;
}

/// Makes types whose value is shared by all futures a [`Column`].
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

        impl<L: Copy> $name<L> {
            /// The number in this unit.
            #[inline(always)]
            #[must_use]
            pub const fn value(self) -> L { self.0 }
            /// A number read in this unit.
            #[inline(always)]
            #[must_use]
            pub const fn of(value: L) -> Self { Self(value) }
        }

        impl<L: $crate::lane::Lane> $name<L> {
            /// None of it.
            pub const ZERO: Self = Self(L::ZERO);
            /// The same in every lane.
            #[inline(always)]
            #[must_use]
            pub fn all(value: f64) -> Self { Self(L::all(value)) }
            /// The smaller of two.
            #[inline(always)]
            #[must_use]
            pub fn min(self, other: Self) -> Self { Self(self.0.lesser(other.0)) }
            /// The larger of two.
            #[inline(always)]
            #[must_use]
            pub fn max(self, other: Self) -> Self { Self(self.0.greater(other.0)) }
            /// `self < other`, lane by lane.
            #[inline(always)]
            #[must_use]
            pub fn below(self, other: Self) -> L::Mask { self.0.below(other.0) }
            /// `yes` where the mask holds, `no` elsewhere.
            #[inline(always)]
            #[must_use]
            pub fn select(mask: L::Mask, yes: Self, no: Self) -> Self { Self(L::select(mask, yes.0, no.0)) }
            /// This as a share of a whole; 0 where the whole is 0.
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
