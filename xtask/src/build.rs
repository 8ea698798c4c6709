//! `cargo xtask build`: Trunk's release build, then the finishing of the page, into `dist/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::catalogue;
use crate::machine;
use crate::minify;
use crate::page::{self, Page, Part};
use crate::programs;
use crate::run;
use crate::tools::{Tools, minutes_since};
use crate::trouble::{Outcome, Trouble};
use crate::wasm;

/// The folder of the finished page.
pub fn dist() -> PathBuf {
    run::root().join("dist")
}

/// The command line program that `build` leaves behind.
pub fn cli() -> PathBuf {
    run::target_dir().join("debug").join(format!("payenough-cli{}", std::env::consts::EXE_SUFFIX))
}

/// Builds the page; returns its folder, which holds the last finished page until the next one is.
pub fn build() -> Outcome<PathBuf> {
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
        fs::remove_dir_all(&dist).map_err(|error| Trouble::file("empty", &dist, &error))?;
    }
    copy_folder(&unfinished, &dist, |_| true)?;
    eprintln!("The page is in {} after {:.1} minutes.", dist.display(), minutes_since(started));
    Ok(dist)
}

/// Vectors of 128 bits, which `src/boot/boot.js` looks for before it loads anything: for the program that computes many futures.
/// The page's own gains nothing from them and would be larger.
const VECTORS: &str = " -C target-feature=+simd128";

/// Compiler flags of the page's programs: `features`, and no folder of this machine in panic messages. They stand in for those
/// of `.cargo/config.toml`.
fn flags(features: &str) -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let user = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(Path::new(&user).join(".cargo"))
    });
    let mut flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    flags.push_str(features);
    for (folder, name) in [(home, "cargo"), (Some(run::root()), "payenough")] {
        // RUSTFLAGS is split at spaces: a folder with a space in its name stays as it is
        let folder = folder.map(|folder| folder.display().to_string()).filter(|folder| !folder.contains(' '));
        if let Some(folder) = folder {
            flags.push_str(&format!(" --remap-path-prefix={folder}={name}"));
        }
    }
    flags.trim().to_owned()
}

fn trunk(tools: &Tools, to: &Path) -> Outcome<()> {
    let mut trunk = tools.command("trunk")?;
    // Trunk takes NO_COLOR as a switch that must be "true" or "false"; the custom is any value.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk.env("RUSTFLAGS", flags(""));
    // it writes its log where results belong
    trunk.stdout(std::io::stderr());
    run::show(trunk.args(["build", "--release", "--dist"]).arg(to), "build the page")
}

/// What Trunk does not do.
fn finish(dist: &Path, parts: &[Part], worker: &str) -> Outcome<()> {
    let html = read(&dist.join("index.html"))?;
    let data = run::root().join("data");
    let page = page::finish(&html, parts, worker, |name| read(&dist.join(name)))?;
    let Page { index, embed, boot, style, program: [script, program], replaced } = page;
    let script = dist.join(script);
    write(&script, &minify::script(&read(&script)?))?;
    let program = dist.join(program);
    let whole = fs::read(&program).map_err(|error| Trouble::file("read", &program, &error))?;
    fs::write(&program, wasm::stripped(&whole)).map_err(|error| Trouble::file("write", &program, &error))?;
    for name in replaced {
        let path = dist.join(name);
        fs::remove_file(&path).map_err(|error| Trouble::file("remove", &path, &error))?;
    }
    write(&dist.join(boot.name), &boot.text)?;
    write(&dist.join(style.name), &style.text)?;
    write(&dist.join("index.html"), &index)?;
    write(&dist.join("embed/index.html"), &embed)?;
    // The full source tables, fetched by the page when Methods opens.
    let is_table = |path: &Path| path.extension().is_some_and(|it| it == "csv");
    copy_folder(&data, &dist.join("data"), is_table)
}

/// What the physics is held against.
pub const MEASURED: [&str; 4] = [
    "tests/golden/public.json",
    "tests/golden/serving_2026.json",
    "data/serving_measurements.csv",
    "data/serving_2026_other.csv",
];

/// What the page says without a program, from the same tables and engine as the program.
fn parts(data: &Path) -> Outcome<Vec<Part>> {
    // Not a release build: the figures are the same to the last bit, and the tests build this one anyway.
    let mut cli = run::cargo();
    cli.args(["run", "--quiet", "--locked", "--bin", "payenough-cli", "--", "page"]).args(MEASURED);
    let printed = run::hear(&mut cli, "write the parts of the page")?;
    let said: BTreeMap<String, String> = serde_json::from_str(&printed)
        .map_err(|error| Trouble::new(format!("`payenough-cli page` prints no object of texts: {error}")))?;
    let mut parts: Vec<Part> = said.into_iter().map(|(name, html)| Part { name, html }).collect();
    parts.push(Part { name: "catalogue".to_owned(), html: catalogue::tables(data)? });
    Ok(parts)
}

/// Prints the serving physics beside every measurement.
pub fn validate() -> Outcome<()> {
    let mut cli = run::cargo();
    cli.args(["run", "--quiet", "--locked", "--bin", "payenough-cli", "--", "validate"]).args(MEASURED);
    run::show(&mut cli, "hold the physics against measurements")
}

/// Copies the chosen files of a folder, and folders within it.
pub fn copy_folder(from: &Path, to: &Path, chosen: fn(&Path) -> bool) -> Outcome<()> {
    fs::create_dir_all(to).map_err(|error| Trouble::file("create", to, &error))?;
    for entry in
        fs::read_dir(from).map_err(|error| Trouble::file("read", from, &error))?.filter_map(Result::ok)
    {
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &copy, chosen)?;
        } else if chosen(&path) {
            fs::copy(&path, &copy).map_err(|error| Trouble::file("copy", &path, &error))?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Trouble::file("read", path, &error))
}

fn write(path: &Path, text: &str) -> Outcome<()> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, text)).map_err(|error| Trouble::file("write", path, &error))
}
