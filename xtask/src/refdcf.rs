//! The reference Monte Carlo simulation in `cargo xtask bench`: native code, wasm with and without SIMD, and plain
//! JavaScript.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::error::{Error, Result};
use crate::machine::WASM;
use crate::run;
use crate::tools::Tools;

const SCRIPT: &str = include_str!("../../benches/refdcf.js");
/// The build profile of the workers' programs, which simulate futures on the page.
const PROFILE: &str = "worker";

/// The measured rate of one variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    pub name: String,
    pub draws_per_s: f64,
}

impl Rate {
    /// Reads a line of JSON.
    pub fn read(line: &Value) -> Option<Self> {
        Some(Self { name: line["name"].as_str()?.to_owned(), draws_per_s: line["draws_per_s"].as_f64()? })
    }

    /// Writes a line of JSON.
    pub fn json(&self) -> Value {
        json!({ "name": self.name, "draws_per_s": self.draws_per_s.round() })
    }
}

/// Builds both wasm variants, and writes them and the script into the folder of the measuring page.
pub fn build(tools: &Tools, page: &Path) -> Result<()> {
    let plain = run::target_dir().join("no-simd");
    for (folder, target_dir, flags) in
        [("simd", run::target_dir(), None), ("plain", plain, Some("-C target-feature=-simd128"))]
    {
        let mut cargo = run::cargo();
        cargo.args(["build", "--locked", "--profile", PROFILE, "--target", WASM]);
        cargo.args(["--example", "refdcf_wasm"]);
        cargo.arg("--target-dir").arg(&target_dir);
        if let Some(flags) = flags {
            // These replace the flags of `.cargo/config.toml`.
            cargo.env("RUSTFLAGS", flags);
        }
        run::show(&mut cargo, "build the reference Monte Carlo as wasm")?;
        let mut bindgen = tools.command("wasm-bindgen")?;
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", "refdcf", "--out-dir"]);
        bindgen
            .arg(page.join(folder))
            .arg(target_dir.join(WASM).join(PROFILE).join("examples/refdcf_wasm.wasm"));
        run::show(&mut bindgen, "prepare the wasm for the browser")?;
    }
    let path = page.join("refdcf.js");
    fs::write(&path, SCRIPT).map_err(|error| Error::file("write", &path, &error))
}

/// Measures the native variant.
pub fn measure_natively() -> Result<Rate> {
    let mut command = run::cargo();
    command.args(["bench", "--locked", "--profile", PROFILE, "--bench", "refdcf"]);
    let printed = run::output(&mut command, "measure the reference Monte Carlo natively")?;
    let line = printed.lines().find_map(|line| Rate::read(&serde_json::from_str(line).ok()?));
    line.ok_or_else(|| Error::new("`cargo bench --bench refdcf` printed no measurement."))
}

/// A table of the rates and their ratios.
pub fn table(rates: &[Rate]) -> String {
    let rate = |name: &str| rates.iter().find(|it| it.name == name).map_or(f64::NAN, |it| it.draws_per_s);
    let mut lines = vec![format!("{:<20} {:>12}", "reference Monte Carlo", "draws/s")];
    lines.extend(rates.iter().map(|it| format!("{:<21} {:>12.0}", it.name, it.draws_per_s)));
    let simd = rate("refdcf-wasm-simd");
    lines.push(format!(
        "wasm with SIMD does {:.2} times as many as plain JavaScript and {:.2} times as many as native code",
        simd / rate("refdcf-js"),
        simd / rate("refdcf-native")
    ));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_both_ratios() {
        let rate = |name: &str, draws_per_s| Rate { name: name.to_owned(), draws_per_s };
        let rates = [rate("refdcf-native", 4e6), rate("refdcf-wasm-simd", 3.8e6), rate("refdcf-js", 1.6e6)];
        let table = table(&rates);
        assert!(
            table.ends_with(
                "does 2.38 times as many as plain JavaScript and 0.95 times as many as native code"
            )
        );
        assert_eq!(rates[0].json().to_string(), r#"{"draws_per_s":4000000.0,"name":"refdcf-native"}"#);
        assert_eq!(Rate::read(&rates[2].json()), Some(rates[2].clone()));
    }
}
