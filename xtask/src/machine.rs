//! Checks what the machine needs before a long task begins: disk space, a C compiler and the wasm32 target.

use std::path::{Path, PathBuf};

use crate::error::{Error, NO_COMPILER, Result};
use crate::run;

/// The compilation target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

const NEEDED_KIB: u64 = 3 * 1024 * 1024;

/// Fails if the disk would become full half-way. Without `df` the check is skipped.
pub fn check_disk(folder: &Path) -> Result<()> {
    let Some(existing) = folder.ancestors().find(|it| it.exists()) else { return Ok(()) };
    let free = run::ask(run::command("df").arg("-Pk").arg(existing)).and_then(|it| free_kib(&it));
    free.map_or(Ok(()), |kib| enough(kib, existing))
}

/// The fourth column of the second line of `df -Pk`.
fn free_kib(printed: &str) -> Option<u64> {
    printed.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

fn enough(free_kib: u64, folder: &Path) -> Result<()> {
    if free_kib >= NEEDED_KIB {
        return Ok(());
    }
    let (free, needed) = (gib(free_kib), gib(NEEDED_KIB));
    Err(Error::new(format!(
        "too little disk: {free:.1} GB free at {}, about {needed:.0} GB needed. Free some (`cargo clean` frees target/) and run the same command again.",
        folder.display()
    )))
}

fn gib(kib: u64) -> f64 {
    kib as f64 / (1024.0 * 1024.0)
}

/// Checks for the C compiler, which Rust needs for linking. On Windows rustc finds the linker in another way.
pub fn check_compiler() -> Result<()> {
    if cfg!(windows) || run::which("cc").is_some() { Ok(()) } else { Err(Error::new(NO_COMPILER)) }
}

/// Adds the wasm32 target to the toolchain if it is not there yet.
pub fn ensure_wasm_target() -> Result<()> {
    let has = || {
        let libdir = run::ask(run::command("rustc").args(["--print", "target-libdir", "--target", WASM]))
            .map(PathBuf::from);
        libdir.is_some_and(|it| Path::new(it.to_string_lossy().trim()).is_dir())
    };
    if has() {
        return Ok(());
    }
    if run::which("rustup").is_none() {
        return Err(Error::new(format!(
            "rustup was not found, and this Rust has no {WASM} target. Install rustup (see rustup.rs), open a new terminal and run the same command again."
        )));
    }
    eprintln!("Adding the {WASM} target to the Rust toolchain (about 20 MB, once).");
    run::watch(
        run::command("rustup").args(["target", "add", WASM]),
        &format!("add the {WASM} target"),
        |_| (),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const DF: &str = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n/dev/vda         263174212 12000000  83886080      13% /\n";

    #[test]
    fn free_disk_is_read_from_df() {
        assert_eq!(free_kib(DF), Some(83_886_080));
        assert_eq!(free_kib("df: unknown option"), None);
    }

    #[test]
    fn too_little_disk_is_one_sentence_with_the_remedy() {
        assert_eq!(enough(NEEDED_KIB, Path::new("/x")), Ok(()));
        let message = enough(NEEDED_KIB / 2, Path::new("/x")).expect_err("half is too little").to_string();
        assert!(message.starts_with("too little disk: 1.5 GB free at /x, about 3 GB needed."), "{message}");
        assert!(message.contains("cargo clean"), "{message}");
    }
}
