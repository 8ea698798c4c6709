//! The native half of the check that native code and wasm give the same bits; `tests/web.rs` is the other half.

mod common;

#[path = "common/snapshot.rs"]
mod snapshot;

#[test]
fn scenarios_and_draws_have_the_recorded_hashes() {
    snapshot::compare("tests/common/hashes.txt", &common::hashes());
}
