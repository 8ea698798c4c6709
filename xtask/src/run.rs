//! Runs other programs and shows their output, or reads it so that a failure can be explained.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Cause, Error, Result};

/// The folder of the workspace, in which every command runs. Cargo names it when it starts this program, so that a
/// copied checkout builds into itself; otherwise it is the folder in which this program was compiled.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).join("..").canonicalize().unwrap_or_else(|_| PathBuf::from("."))
}

/// The folder into which cargo builds.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |it| root().join(it))
}

/// A command that runs in the folder of the workspace.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command and shows its output. `action` completes the sentence "cannot …".
pub fn show(command: &mut Command, action: &str) -> Result<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Cause::Other.sentence(action)),
        Err(error) => Err(not_started(command, action, &error)),
    }
}

/// Runs a command and returns its standard output. Its error stream is shown.
pub fn output(command: &mut Command, action: &str) -> Result<String> {
    match command.stderr(Stdio::inherit()).output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => {
            eprint!("{}", String::from_utf8_lossy(&output.stdout));
            Err(Cause::Other.sentence(action))
        }
        Err(error) => Err(not_started(command, action, &error)),
    }
}

/// Runs a command quietly and returns its output; `None` if it could not be run or failed.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command and passes each line of its error stream to `watch`. On failure it shows the last lines and explains
/// them.
pub fn watch(command: &mut Command, action: &str, mut watch: impl FnMut(&str)) -> Result<()> {
    const KEPT: usize = 30;
    let mut child = match command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return Err(not_started(command, action, &error)),
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
            Err(Cause::read(&printed).sentence(action))
        }
    }
}

fn not_started(command: &Command, action: &str, error: &std::io::Error) -> Error {
    let program = command.get_program().to_string_lossy().into_owned();
    Error::new(format!("cannot {action}: {program} could not be started ({error})."))
}

/// Finds a program on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|it| it.is_file())
}
