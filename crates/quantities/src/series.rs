//! Polynomials, and a way to read their coefficients from memory.

use super::lane::Lane;

/// `Σ c_k x^k`. Even and odd powers are summed separately, which halves the chain of products that wait for each other.
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

/// Forces a table to be read from memory. Without this, wasm code builds each constant vector anew at every use, which
/// costs three instructions in V8.
#[inline(always)]
pub fn in_memory<T>(table: &T) -> &T {
    if cfg!(target_feature = "simd128") { core::hint::black_box(table) } else { table }
}
