//! The engine in a browser gives the same bits as natively.

#![cfg(target_arch = "wasm32")]

mod common;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn ten_thousand_scenarios_have_the_recorded_hash() {
    assert_eq!(common::results_hash(), common::RESULTS_HASH);
}

#[wasm_bindgen_test]
fn draws_have_the_recorded_hash() {
    assert_eq!(common::draws_hash(), common::DRAWS_HASH);
}
