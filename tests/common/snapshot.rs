//! Files that tests compare with what the code gives now. `PAYENOUGH_REWRITE=1 cargo test` writes them anew.

use std::fs;
use std::path::Path;

/// The variable that has tests write their snapshots.
const REWRITE: &str = "PAYENOUGH_REWRITE";

/// Compares a file of the repository with what it should hold, or writes it where that is asked for.
#[track_caller]
pub(crate) fn compare(path: &str, fresh: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if fs::read_to_string(&file).unwrap_or_default() == fresh {
        return;
    }
    assert!(
        std::env::var_os(REWRITE).is_some(),
        "{path} is stale: `{REWRITE}=1 cargo test` writes it anew; look at the change and commit it"
    );
    fs::write(&file, fresh).unwrap_or_else(|error| panic!("{path}: {error}"));
}
