//! Native half of the promise that native code and wasm give the same bits; `tests/web.rs` is the other half.

mod common;

#[test]
fn ten_thousand_scenarios_give_the_bits_on_record() {
    assert_eq!(format!("{:#x}", common::results_hash()), format!("{:#x}", common::RESULTS_HASH));
}

#[test]
fn draws_have_the_bits_on_record() {
    assert_eq!(format!("{:#x}", common::draws_hash()), format!("{:#x}", common::DRAWS_HASH));
}
