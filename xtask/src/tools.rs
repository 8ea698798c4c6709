//! Finds the two build tools, or installs them outside `target/`, in the versions that this project pins.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::error::{Error, Result};
use crate::machine;
use crate::run;

/// Trunk 0.22 needs a newer Rust than the pinned one.
const TRUNK: &str = "0.21.14";

/// The folders of the tools, in the order in which they precede the PATH.
pub struct Tools {
    folders: Vec<PathBuf>,
}

/// A tool: its package, its programs, and settings that build it quickly.
struct Tool {
    package: &'static str,
    programs: &'static [&'static str],
    version: String,
    flags: &'static [&'static str],
    /// Settings for an unoptimised build, which saves a third of the time to install and costs one second per build of
    /// the page.
    settings: &'static [(&'static str, &'static str)],
    minutes: u32,
}

impl Tools {
    /// The tools of the browser tests: the wasm32 target and wasm-bindgen with its test runner.
    pub fn for_tests() -> Result<Self> {
        Self::ensure(&[wasm_bindgen()?])
    }

    /// The tools of the page: the wasm32 target, wasm-bindgen and Trunk.
    pub fn for_page() -> Result<Self> {
        Self::ensure(&[wasm_bindgen()?, trunk()])
    }

    fn ensure(tools: &[Tool]) -> Result<Self> {
        machine::ensure_wasm_target()?;
        let cache = cache_folder()?;
        let mut folders = Vec::new();
        for tool in tools {
            if !tool.all_match(run::which) {
                folders.push(tool.ensure_in(&cache)?);
            }
        }
        Ok(Self { folders })
    }

    /// A command with these tools first on its PATH.
    pub fn command(&self, program: &str) -> Result<Command> {
        let mut command = run::command(program);
        self.equip(&mut command)?;
        Ok(command)
    }

    /// Puts these tools first on the PATH of a command.
    pub fn equip(&self, command: &mut Command) -> Result<()> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(std::env::split_paths(&path));
        let joined: OsString = std::env::join_paths(all)
            .map_err(|error| Error::new(format!("a folder's name does not fit in PATH: {error}.")))?;
        command.env("PATH", joined);
        Ok(())
    }
}

impl Tool {
    /// Whether every program of the tool is found and prints the pinned version.
    fn all_match(&self, find: impl Fn(&str) -> Option<PathBuf>) -> bool {
        self.programs.iter().all(|program| {
            let printed = find(program).and_then(|it| run::ask(run::command(it).arg("--version")));
            printed.is_some_and(|it| version_in(&it) == Some(&self.version))
        })
    }

    /// The folder of the tool's programs in the cache. The tool is installed there if necessary.
    fn ensure_in(&self, cache: &Path) -> Result<PathBuf> {
        let home = cache.join(format!("{}-{}", self.package, self.version));
        let folder = home.join("bin");
        let find = |program: &str| Some(folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)));
        if !self.all_match(find) {
            machine::check_compiler()?;
            machine::check_disk(cache)?;
            self.install(&home)?;
            if !self.all_match(find) {
                return Err(Error::new(format!(
                    "{} was installed in {} but does not run. Remove that folder and run the same command again.",
                    self.package,
                    home.display()
                )));
            }
        }
        Ok(folder)
    }

    fn install(&self, home: &Path) -> Result<()> {
        let Self { package, version, minutes, .. } = self;
        eprintln!("Installing {package} {version} (about {minutes} minutes on two cores, once).");
        let mut command = run::cargo();
        command.args(["install", "--locked", "--force", "--version", version, "--root"]).arg(home);
        command.args(self.flags).arg(package).envs(self.settings.iter().copied());
        // Linkers and flags chosen for this project must not affect the build of a tool.
        command.env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET").env_remove("CARGO_TARGET_DIR");
        let started = Instant::now();
        let mut compiled = 0;
        run::watch(&mut command, &format!("install {package} {version}"), |line| {
            if line.trim_start().starts_with("Compiling") {
                compiled += 1;
                if compiled % 40 == 0 {
                    eprintln!(
                        "  {package}: {compiled} packages compiled, {:.1} minutes",
                        minutes_since(started)
                    );
                }
            }
        })?;
        eprintln!("  {package} {version} is ready after {:.1} minutes.", minutes_since(started));
        Ok(())
    }
}

/// Minutes since `started`.
pub fn minutes_since(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() / 60.0
}

fn trunk() -> Tool {
    Tool {
        package: "trunk",
        programs: &["trunk"],
        version: TRUNK.to_owned(),
        // Without the download features, because everything that Trunk would download is already installed.
        flags: &["--no-default-features"],
        settings: &[
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ],
        minutes: 4,
    }
}

fn wasm_bindgen() -> Result<Tool> {
    let path = run::root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|error| Error::file("read", &path, &error))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
        Error::new("Cargo.lock names no wasm-bindgen; restore it with `git checkout Cargo.lock`.")
    })?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: version.to_owned(),
        flags: &[],
        settings: &[("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")],
        minutes: 2,
    })
}

/// The version of a package in the text of Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// "trunk 0.21.14" gives "0.21.14".
fn version_in(printed: &str) -> Option<&str> {
    printed.lines().next()?.split_whitespace().nth(1)
}

/// The user's cache folder for this project, which is shared by all clones.
fn cache_folder() -> Result<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from);
    let base = if let Some(chosen) = folder("XDG_CACHE_HOME") {
        Some(chosen)
    } else if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches"))
    } else {
        folder("HOME").map(|home| home.join(".cache"))
    };
    base.map(|it| it.join("payenough")).ok_or_else(|| {
        Error::new("no cache folder: set HOME or XDG_CACHE_HOME and run the same command again.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked_version(lock, "absent"), None);
    }

    #[test]
    fn the_version_is_read_from_what_a_tool_prints() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.129 (abc123)\n"), Some("0.2.129"));
        assert_eq!(version_in(""), None);
    }
}
