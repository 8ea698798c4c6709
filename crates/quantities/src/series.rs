//! Polynomials, and where their terms are read from.

use super::lane::Lane;

/// `Σ c_k x^k`: even and odd powers apart, which halves the wait of one product for another.
#[inline(always)]
pub fn polynomial<L: Lane, const N: usize>(x: L, coefficients: &[f64; N]) -> L {
    let square = x * x;
    let chain = |parity: usize| {
        let last = N - 1 - (N - 1 + parity) % 2;
        let mut sum = L::all(coefficients[last]);
        for power in (parity..last).step_by(2).rev() {
            sum = sum * square + L::all(coefficients[power]);
        }
        sum
    };
    chain(0) + chain(1) * x
}

/// A table that is read from memory. In wasm a vector of a constant is otherwise built anew at each use, which takes V8 three
/// instructions.
#[inline(always)]
pub fn in_memory<T>(table: &T) -> &T {
    if cfg!(target_feature = "simd128") { core::hint::black_box(table) } else { table }
}
