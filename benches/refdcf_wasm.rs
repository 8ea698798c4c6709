//! The reference Monte Carlo as wasm. `cargo xtask bench` builds it with and without SIMD and loads both into one page.

#![cfg(target_arch = "wasm32")]

use payenough_analysis::futures::refdcf;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws `n` futures with a seed. Returns the sum of their net present values for the page to compare.
#[wasm_bindgen]
pub fn refdcf_sum(seed: u32, n: u32) -> f64 {
    let mut values = vec![0.0; n as usize];
    refdcf::fill(seed, 0, &mut values);
    values.iter().sum()
}
