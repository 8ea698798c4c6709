//! Runs other programs: with their output shown, or watched so that a failure can be explained.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::trouble::{Cause, Outcome, Trouble};

/// The folder of the workspace, where every command runs: that of the Cargo that started this program, so that a copied
/// checkout builds into itself; else the folder that this program was compiled in.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).join("..").canonicalize().unwrap_or_else(|_| PathBuf::from("."))
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |it| root().join(it))
}

/// A command run in the workspace's folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs it with its output shown; `deed` completes "cannot …".
pub fn show(command: &mut Command, deed: &str) -> Outcome<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Cause::Other.sentence(deed)),
        Err(error) => Err(not_started(command, deed, &error)),
    }
}

/// Runs it with its error stream shown and returns what else it printed.
pub fn hear(command: &mut Command, deed: &str) -> Outcome<String> {
    match command.stderr(Stdio::inherit()).output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => {
            eprint!("{}", String::from_utf8_lossy(&output.stdout));
            Err(Cause::Other.sentence(deed))
        }
        Err(error) => Err(not_started(command, deed, &error)),
    }
}

/// Runs it quietly and returns what it printed, if it could be run and ended well.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it with each line of its error stream given to `watch`; on failure shows the last lines and explains them.
pub fn watch(command: &mut Command, deed: &str, mut watch: impl FnMut(&str)) -> Outcome<()> {
    const KEPT: usize = 30;
    let mut child = match command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return Err(not_started(command, deed, &error)),
    };
    let mut last = std::collections::VecDeque::with_capacity(KEPT);
    if let Some(stream) = child.stderr.take() {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            watch(&line);
            if last.len() == KEPT {
                last.pop_front();
            }
            last.push_back(line);
        }
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        _ => {
            let printed = Vec::from(last).join("\n");
            eprintln!("{printed}");
            Err(Cause::read(&printed).sentence(deed))
        }
    }
}

fn not_started(command: &Command, deed: &str, error: &std::io::Error) -> Trouble {
    let program = command.get_program().to_string_lossy().into_owned();
    Trouble::new(format!("cannot {deed}: {program} could not be started ({error})."))
}

/// Finds a program on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|it| it.is_file())
}
