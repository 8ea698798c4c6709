//! The page: panic hook and mount, nothing else.
fn main() {}
