//! `cargo xtask build` runs Trunk's release build, finishes the page, and writes it into `dist/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::catalogue;
use crate::error::{Error, Result};
use crate::machine;
use crate::minify;
use crate::page::{self, Page, Part};
use crate::programs;
use crate::run;
use crate::tools::{Tools, minutes_since};
use crate::wasm;

/// The folder of the finished page.
pub fn dist() -> PathBuf {
    run::root().join("dist")
}

/// The command line program, which `build` builds too.
pub fn cli() -> PathBuf {
    run::target_dir().join("debug").join(format!("payenough-cli{}", std::env::consts::EXE_SUFFIX))
}

/// Builds the page and returns its folder, which holds the previous page until the new one is finished.
pub fn build() -> Result<PathBuf> {
    machine::check_disk(&run::target_dir())?;
    let tools = Tools::for_page()?;
    let started = Instant::now();
    eprintln!("Fetching what Cargo.lock names.");
    run::watch(run::cargo().args(["fetch", "--locked"]), "fetch the packages of Cargo.lock", |_| ())?;
    eprintln!("Working out what stands in the page itself.");
    let parts = parts(&run::root().join("data"))?;
    eprintln!("Building the page (about 2 minutes the first time).");
    let unfinished = run::target_dir().join("page");
    trunk(&tools, &unfinished)?;
    let worker = programs::build(&tools, &flags(VECTORS), &unfinished)?;
    finish(&unfinished, &parts, &worker)?;
    let dist = dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|error| Error::file("empty", &dist, &error))?;
    }
    copy_folder(&unfinished, &dist, |_| true)?;
    eprintln!("The page is in {} after {:.1} minutes.", dist.display(), minutes_since(started));
    Ok(dist)
}

/// Compiler flags for 128-bit SIMD in the workers' programs, which compute many futures. `src/boot/boot.js` checks for
/// it before it loads anything. The page's own program would only become larger.
const VECTORS: &str = " -C target-feature=+simd128";

/// Compiler flags of the page's programs: `features`, and flags that keep the folders of this machine out of panic
/// messages. They replace the flags of `.cargo/config.toml`.
fn flags(features: &str) -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let user = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(Path::new(&user).join(".cargo"))
    });
    let mut flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    flags.push_str(features);
    for (folder, name) in [(home, "cargo"), (Some(run::root()), "payenough")] {
        // RUSTFLAGS is split at spaces, so a folder with a space in its name is not replaced.
        let folder = folder.map(|folder| folder.display().to_string()).filter(|folder| !folder.contains(' '));
        if let Some(folder) = folder {
            flags.push_str(&format!(" --remap-path-prefix={folder}={name}"));
        }
    }
    flags.trim().to_owned()
}

fn trunk(tools: &Tools, to: &Path) -> Result<()> {
    let mut trunk = tools.command("trunk")?;
    // Trunk accepts only "true" or "false" for NO_COLOR, although any value is customary.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk.env("RUSTFLAGS", flags(""));
    // Trunk writes its log to standard output.
    trunk.stdout(std::io::stderr());
    run::show(trunk.args(["build", "--release", "--dist"]).arg(to), "build the page")
}

/// Finishes the page in `dist` after Trunk.
fn finish(dist: &Path, parts: &[Part], worker: &str) -> Result<()> {
    let html = read(&dist.join("index.html"))?;
    let data = run::root().join("data");
    let page = page::finish(&html, parts, worker, |name| read(&dist.join(name)))?;
    let Page { index, embed, boot, style, program: [script, program], replaced } = page;
    let script = dist.join(script);
    write(&script, &minify::script(&read(&script)?))?;
    let program = dist.join(program);
    let whole = fs::read(&program).map_err(|error| Error::file("read", &program, &error))?;
    fs::write(&program, wasm::stripped(&whole)).map_err(|error| Error::file("write", &program, &error))?;
    for name in replaced {
        let path = dist.join(name);
        fs::remove_file(&path).map_err(|error| Error::file("remove", &path, &error))?;
    }
    write(&dist.join(boot.name), &boot.text)?;
    write(&dist.join(style.name), &style.text)?;
    write(&dist.join("index.html"), &index)?;
    write(&dist.join("embed/index.html"), &embed)?;
    // The full source tables, which the page fetches when a reader opens them.
    let is_table = |path: &Path| path.extension().is_some_and(|it| it == "csv");
    copy_folder(&data, &dist.join("data"), is_table)
}

/// Files of public measurements, with which the serving physics is compared.
pub const MEASURED: [&str; 5] = [
    "tests/golden/public.json",
    "tests/golden/serving_2026.json",
    "data/serving_measurements.csv",
    "data/serving_2026_other.csv",
    "data/video_2026.csv",
];

/// The parts of the page that are readable without a program, from the same tables and engine that the program uses.
fn parts(data: &Path) -> Result<Vec<Part>> {
    // A debug build gives the same figures to the last bit, and the tests build it anyway.
    let mut cli = run::cargo();
    cli.args(["run", "--quiet", "--locked", "--bin", "payenough-cli", "--", "page"]).args(MEASURED);
    let printed = run::output(&mut cli, "write the parts of the page")?;
    let parts_by_name: BTreeMap<String, String> = serde_json::from_str(&printed)
        .map_err(|error| Error::new(format!("`payenough-cli page` prints no object of texts: {error}")))?;
    let mut parts: Vec<Part> = parts_by_name.into_iter().map(|(name, html)| Part { name, html }).collect();
    parts.push(Part { name: "catalogue".to_owned(), html: catalogue::tables(data)? });
    Ok(parts)
}

/// Prints the figures of the serving physics beside every measurement.
pub fn validate() -> Result<()> {
    let mut cli = run::cargo();
    cli.args(["run", "--quiet", "--locked", "--bin", "payenough-cli", "--", "validate"]).args(MEASURED);
    run::show(&mut cli, "hold the physics against measurements")
}

/// Copies the chosen files of a folder and of its subfolders.
pub fn copy_folder(from: &Path, to: &Path, chosen: fn(&Path) -> bool) -> Result<()> {
    fs::create_dir_all(to).map_err(|error| Error::file("create", to, &error))?;
    for entry in fs::read_dir(from).map_err(|error| Error::file("read", from, &error))?.filter_map(Result::ok)
    {
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &copy, chosen)?;
        } else if chosen(&path) {
            fs::copy(&path, &copy).map_err(|error| Error::file("copy", &path, &error))?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| Error::file("read", path, &error))
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, text)).map_err(|error| Error::file("write", path, &error))
}
