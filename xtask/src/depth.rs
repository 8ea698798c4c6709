//! Builds the worker's program: the engine without a page, for speed, loaded after the first screen.

use std::fs;
use std::path::Path;

use crate::machine::WASM;
use crate::page::hashed;
use crate::run;
use crate::tools::Tools;
use crate::trouble::{Outcome, Trouble};

const LOADER: &str = include_str!("../depth.js");

/// Builds it into `dist`; returns the name of the script that loads it.
pub fn build(tools: &Tools, flags: &str, dist: &Path) -> Outcome<String> {
    let mut cargo = run::cargo();
    cargo.env("RUSTFLAGS", flags).args([
        "build",
        "--locked",
        "--profile",
        "worker",
        "--target",
        WASM,
        "--package",
        "payenough-worker",
        "--features",
        "program",
        "--bin",
        "depth",
    ]);
    run::show(&mut cargo, "build the worker's program")?;
    let folder = run::target_dir().join("depth");
    let wasm = run::target_dir().join(WASM).join("worker/depth.wasm");
    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(wasm);
    run::show(&mut bindgen, "prepare the worker's program for the browser")?;
    let wasm = keep(dist, "depth_bg", "wasm", &read(&folder.join("depth_bg.wasm"))?)?;
    let script = keep(dist, "depth_glue", "js", &read(&folder.join("depth.js"))?)?;
    let loader =
        LOADER.replace("{{script}}", &format!("./{script}")).replace("{{wasm}}", &format!("./{wasm}"));
    keep(dist, "depth", "js", loader.as_bytes())
}

/// Writes a file under a name that holds its hash; returns the name.
fn keep(dist: &Path, stem: &str, extension: &str, content: &[u8]) -> Outcome<String> {
    let name = hashed(stem, extension, content);
    let path = dist.join(&name);
    fs::write(&path, content).map_err(|error| Trouble::file("write", &path, &error))?;
    Ok(name)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Trouble::file("read", path, &error))
}
