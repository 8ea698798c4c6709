//! The two tables' macros: `quantities!` makes a newtype per unit, `products!` the multiplications that mean something.

/// A number with a unit.
pub trait Quantity: Copy {
    /// The unit as it is printed.
    const UNIT: &'static str;
    /// The number in this unit.
    fn value(self) -> f64;
    /// A number read in this unit.
    fn of(value: f64) -> Self;
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident = $unit:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        #[repr(transparent)]
        pub struct $name(pub(crate) f64);

        impl $crate::units::Quantity for $name {
            const UNIT: &'static str = $unit;
            fn value(self) -> f64 { self.0 }
            fn of(value: f64) -> Self { Self(value) }
        }

        impl $name {
            /// None of it.
            pub const ZERO: Self = Self(0.0);
            /// The number in this unit.
            #[must_use]
            pub const fn value(self) -> f64 { self.0 }
            /// A number read in this unit.
            #[must_use]
            pub const fn of(value: f64) -> Self { Self(value) }
            /// The smaller of two.
            #[must_use]
            pub const fn min(self, other: Self) -> Self { if other.0 < self.0 { other } else { self } }
            /// The larger of two.
            #[must_use]
            pub const fn max(self, other: Self) -> Self { if other.0 > self.0 { other } else { self } }
            /// This as a share of a whole; 0 where the whole is 0.
            #[must_use]
            pub fn share_of(self, whole: Self) -> $crate::units::Ratio {
                $crate::units::Ratio(if whole.0 == 0.0 { 0.0 } else { self.0 / whole.0 })
            }
        }

        impl core::ops::Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self { Self(self.0 + other.0) }
        }
        impl core::ops::AddAssign for $name {
            fn add_assign(&mut self, other: Self) { self.0 += other.0; }
        }
        impl core::ops::Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self { Self(self.0 - other.0) }
        }
        impl core::ops::SubAssign for $name {
            fn sub_assign(&mut self, other: Self) { self.0 -= other.0; }
        }
        impl core::ops::Neg for $name {
            type Output = Self;
            fn neg(self) -> Self { Self(-self.0) }
        }
        impl core::ops::Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self { Self(self.0 * factor) }
        }
        impl core::ops::Mul<$name> for f64 {
            type Output = $name;
            fn mul(self, quantity: $name) -> $name { $name(self * quantity.0) }
        }
        impl core::ops::Mul<$crate::units::Ratio> for $name {
            type Output = Self;
            fn mul(self, factor: $crate::units::Ratio) -> Self { Self(self.0 * factor.0) }
        }
        impl core::ops::Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self { Self(self.0 / divisor) }
        }
        impl core::iter::Sum for $name {
            fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
                parts.fold(Self(0.0), |total, part| total + part)
            }
        }
    )*};
}

macro_rules! products {
    ($($left:ident * $right:ident = $product:ident;)*) => {$(
        impl core::ops::Mul<$right> for $left {
            type Output = $product;
            fn mul(self, other: $right) -> $product { $product(self.0 * other.0) }
        }
        impl core::ops::Div<$right> for $product {
            type Output = $left;
            fn div(self, other: $right) -> $left { $left(self.0 / other.0) }
        }
        impl core::ops::Div<$left> for $product {
            type Output = $right;
            fn div(self, other: $left) -> $right { $right(self.0 / other.0) }
        }
    )*};
}
