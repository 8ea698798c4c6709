//! The engine in a browser gives the same bits as natively.

#![cfg(target_arch = "wasm32")]

mod common;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn scenarios_and_draws_have_the_recorded_hashes() {
    assert_eq!(common::hashes(), include_str!("common/hashes.txt"));
}
