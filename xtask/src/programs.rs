//! Builds the programs of the workers. They are optimised for speed and loaded after the first screen.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::machine::WASM;
use crate::minify;
use crate::page::hashed;
use crate::run;
use crate::tools::Tools;
use crate::wasm;

const WORKER: &str = include_str!("../../src/boot/worker.js");

/// The program that computes the first answer.
pub const FIRST: &str = "futures";
/// The programs, which are binaries of the package `payenough-worker`.
const PROGRAMS: [&str; 2] = [FIRST, "sections"];

/// Builds the programs into `dist`, and returns the name of the script that loads them.
pub fn build(tools: &Tools, flags: &str, dist: &Path) -> Result<String> {
    let mut cargo = run::cargo();
    cargo.env("RUSTFLAGS", flags);
    cargo.args(["build", "--locked", "--profile", "worker", "--target", WASM]);
    cargo.args(["--package", "payenough-worker", "--features", "program"]);
    for program in PROGRAMS {
        cargo.args(["--bin", program]);
    }
    run::show(&mut cargo, "build the workers' programs")?;
    let mut worker = WORKER.to_owned();
    for program in PROGRAMS {
        let folder = run::target_dir().join("programs").join(program);
        let built = run::target_dir().join(WASM).join(format!("worker/{program}.wasm"));
        let mut bindgen = tools.command("wasm-bindgen")?;
        bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(built);
        run::show(&mut bindgen, "prepare the workers' programs for the browser")?;
        let wasm = wasm::stripped(&read(&folder.join(format!("{program}_bg.wasm")))?);
        let script = read(&folder.join(format!("{program}.js")))?;
        let script = minify::script(&String::from_utf8_lossy(&script));
        let wasm = keep(dist, &format!("{program}_bg"), "wasm", &wasm)?;
        let script = keep(dist, program, "js", script.as_bytes())?;
        worker = worker
            .replace(&format!("{{{{{program}.script}}}}"), &format!("./{script}"))
            .replace(&format!("{{{{{program}.wasm}}}}"), &format!("./{wasm}"));
    }
    keep(dist, "worker", "js", minify::script(&worker).as_bytes())
}

/// Writes a file under a name that contains its hash, and returns the name.
fn keep(dist: &Path, stem: &str, extension: &str, content: &[u8]) -> Result<String> {
    let name = hashed(stem, extension, content);
    let path = dist.join(&name);
    fs::write(&path, content).map_err(|error| Error::file("write", &path, &error))?;
    Ok(name)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| Error::file("read", path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workers_script_names_the_files_of_both_programs() {
        for program in PROGRAMS {
            for file in ["script", "wasm"] {
                let place = format!("\"{{{{{program}.{file}}}}}\"");
                assert_eq!(WORKER.matches(&place).count(), 1, "{place}");
            }
        }
    }
}
