//! The native half of the check that native code and wasm give the same bits; `tests/web.rs` is the other half.

mod common;

#[test]
fn ten_thousand_scenarios_have_the_recorded_hash() {
    assert_eq!(format!("{:#x}", common::results_hash()), format!("{:#x}", common::RESULTS_HASH));
}

#[test]
fn draws_have_the_recorded_hash() {
    assert_eq!(format!("{:#x}", common::draws_hash()), format!("{:#x}", common::DRAWS_HASH));
}
