//! The work table as wasm. `cargo xtask bench` loads it into a browser and measures it with the browser's clock.

#![cfg(target_arch = "wasm32")]

mod work;

use std::hint::black_box;

use wasm_bindgen::prelude::wasm_bindgen;

/// The names of the rows, in order.
#[wasm_bindgen]
pub fn names() -> Vec<String> {
    work::WORK.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// Does the work of one row `times` times.
#[wasm_bindgen]
pub fn run(row: usize, times: u32) -> f64 {
    let inputs = work::inputs();
    let work = work::WORK[row].1;
    (0..times).map(|_| work(black_box(&inputs))).sum()
}
