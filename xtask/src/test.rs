//! `cargo xtask test` runs every check, the fast ones first, and prints a table of their times at the end.
//!
//! Leptos is built twice: for clippy on wasm32 and for the page. The native steps build nothing of the page.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::browser;
use crate::build;
use crate::error::{Error, Result};
use crate::machine::WASM;
use crate::run;
use crate::sizes;
use crate::tools::Tools;

/// A step: its name, the steps that must have passed before it, the reason why this machine skips it, and the check.
struct Step {
    name: &'static str,
    needs: &'static [&'static str],
    skip_reason: fn() -> Option<&'static str>,
    check: fn() -> Result<()>,
}

impl Step {
    const fn new(name: &'static str, needs: &'static [&'static str], check: fn() -> Result<()>) -> Self {
        Self { name, needs, skip_reason: || None, check }
    }
}

const STEPS: [Step; 13] = [
    Step::new("format", &[], format),
    Step { skip_reason: without_cargo_deny, ..Step::new("licences", &[], licences) },
    Step::new("clippy", &[], clippy),
    Step::new("docs", &[], docs),
    Step::new("package", &[], package),
    Step::new("native", &[], native_tests),
    Step::new("tools", &[], tools),
    Step::new("clippy-wasm", &["tools"], clippy_wasm),
    Step::new("wasm", &["tools"], wasm_tests),
    Step { skip_reason: without_firefox, ..Step::new("firefox", &["wasm"], wasm_tests_in_firefox) },
    Step::new("page", &["tools"], page),
    Step::new("size", &["page"], size),
    Step::new("e2e", &["page"], end_to_end),
];

/// The names of all steps, for the help.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

fn format() -> Result<()> {
    run::show(
        run::cargo().args(["fmt", "--all", "--check"]),
        "accept the formatting (`cargo fmt --all` mends it)",
    )
}

fn without_cargo_deny() -> Option<&'static str> {
    run::which("cargo-deny").is_none().then_some(
        "cargo-deny is not installed, so licences, bans and sources are checked by the workflow alone (`cargo install --locked cargo-deny` installs it)",
    )
}

fn licences() -> Result<()> {
    run::show(
        run::cargo().args(["deny", "--locked", "check", "bans", "licenses", "sources"]),
        "accept the dependencies (deny.toml says what is allowed)",
    )
}

fn clippy() -> Result<()> {
    let mut command = run::cargo();
    command.args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    run::show(&mut command, "accept the native code")
}

fn docs() -> Result<()> {
    let mut command = run::cargo();
    command.env("RUSTDOCFLAGS", "-D warnings");
    command.args(["doc", "--locked", "--workspace", "--no-deps", "--quiet"]);
    run::show(&mut command, "make the documentation")
}

/// Packages the crates that can be published, without building them again.
fn package() -> Result<()> {
    let mut command = run::cargo();
    command.args(["package", "--locked", "--allow-dirty", "--no-verify", "--quiet"]);
    for name in ["payenough-quantities", "payenough-model", "payenough-engine"] {
        command.args(["--package", name]);
    }
    run::show(&mut command, "pack the crates that can be published")
}

fn native_tests() -> Result<()> {
    run::show(
        run::cargo().args(["test", "--locked", "--workspace", "--exclude", "e2e"]),
        "pass the native tests",
    )
}

fn tools() -> Result<()> {
    Tools::for_page()?;
    browser::ensure().map(drop)
}

fn clippy_wasm() -> Result<()> {
    let mut command = run::cargo();
    command.args([
        "clippy",
        "--locked",
        "--target",
        WASM,
        "--package",
        "payenough",
        "--package",
        "payenough-worker",
    ]);
    command.args([
        "--features",
        "payenough-worker/program",
        "--bins",
        "--test",
        "web",
        "--",
        "-D",
        "warnings",
    ]);
    run::show(&mut command, "accept the code of the page")
}

fn wasm_tests() -> Result<()> {
    let mut command = tests_in_wasm()?;
    command.env("CHROMEDRIVER", browser::ensure()?.driver);
    run::show(&mut command, "pass the tests in wasm")
}

fn without_firefox() -> Option<&'static str> {
    browser::firefox().is_none().then_some(
        "Firefox or geckodriver was not found, so the tests in wasm ran in Chromium alone; the workflow runs them in both",
    )
}

fn wasm_tests_in_firefox() -> Result<()> {
    let mut command = tests_in_wasm()?;
    command.envs(browser::firefox().map(|driver| ("GECKODRIVER", driver)));
    run::show(&mut command, "pass the tests in wasm in Firefox")
}

/// The command for the tests in wasm, without the driver of a browser.
fn tests_in_wasm() -> Result<Command> {
    let mut command = run::cargo();
    Tools::for_tests()?.equip(&mut command)?;
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "300").env_remove("CHROMEDRIVER").env_remove("GECKODRIVER");
    command.args(["test", "--locked", "--target", WASM, "--package", "payenough", "--test", "web"]);
    Ok(command)
}

fn page() -> Result<()> {
    build::build().map(drop)
}

fn size() -> Result<()> {
    sizes::check(&build::dist())
}

fn end_to_end() -> Result<()> {
    let browser = browser::ensure()?;
    let mut command = run::cargo();
    command.env("PAYENOUGH_DIST", build::dist()).env("PAYENOUGH_CLI", build::cli());
    command.env("CHROMEDRIVER", browser.driver).env("CHROMIUM", browser.chromium);
    run::show(command.args(["test", "--locked", "--package", "e2e"]), "pass the end-to-end tests")
}

/// How a step ended.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Passed,
    Failed,
    Skipped,
}

struct Row {
    name: &'static str,
    took: Duration,
    end: End,
}

/// Runs the chosen steps, or all if none is chosen. Fails if any step failed.
pub fn test(chosen: &[String]) -> Result<()> {
    if let Some(unknown) = chosen.iter().find(|name| !names().contains(&name.as_str())) {
        return Err(Error::new(format!(
            "there is no test step {unknown:?}; the steps are {}.",
            names().join(", ")
        )));
    }
    let mut rows: Vec<Row> = Vec::new();
    for step in STEPS.iter().filter(|step| chosen.is_empty() || chosen.iter().any(|name| name == step.name)) {
        let pointless = rows.iter().any(|row| row.end != End::Passed && step.needs.contains(&row.name));
        let skip_reason = (step.skip_reason)();
        if let Some(why) = skip_reason {
            println!("\n==> {} is skipped: {why}.", step.name);
        }
        rows.push(if pointless || skip_reason.is_some() {
            Row { name: step.name, took: Duration::ZERO, end: End::Skipped }
        } else {
            run_step(step)
        });
    }
    println!("\n{}", table(&rows));
    let failed: Vec<&str> = rows.iter().filter(|row| row.end == End::Failed).map(|row| row.name).collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!(
        "failed: {}. Run one again with `cargo xtask test {}`.",
        failed.join(", "),
        failed[0]
    )))
}

fn run_step(step: &Step) -> Row {
    println!("\n==> {}", step.name);
    let started = Instant::now();
    let result = (step.check)();
    let took = started.elapsed();
    if let Err(error) = &result {
        println!("{error}");
    }
    println!("<== {}: {:.1} minutes", step.name, minutes(took));
    Row { name: step.name, took, end: if result.is_ok() { End::Passed } else { End::Failed } }
}

fn minutes(took: Duration) -> f64 {
    took.as_secs_f64() / 60.0
}

fn table(rows: &[Row]) -> String {
    let mut lines = vec![format!("{:<12} {:>7}  {}", "step", "minutes", "result")];
    lines.extend(rows.iter().map(|row| {
        let end = match row.end {
            End::Passed => "passed",
            End::Failed => "FAILED",
            End::Skipped => "skipped",
        };
        format!("{:<12} {:>7.1}  {end}", row.name, minutes(row.took))
    }));
    let total: Duration = rows.iter().map(|row| row.took).sum();
    lines.push(format!("{:<12} {:>7.1}", "total", minutes(total)));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_needs_of_a_step_come_before_it() {
        for (index, step) in STEPS.iter().enumerate() {
            for need in step.needs {
                assert!(
                    STEPS[..index].iter().any(|earlier| earlier.name == *need),
                    "{} needs {need}",
                    step.name
                );
            }
        }
    }

    #[test]
    fn the_table_gives_minutes_and_how_each_step_ended() {
        let row = |name, seconds, end| Row { name, took: Duration::from_secs(seconds), end };
        let rows = [row("page", 90, End::Failed), row("e2e", 0, End::Skipped), row("format", 6, End::Passed)];
        let expected = "step         minutes  result\npage             1.5  FAILED\ne2e              0.0  skipped\nformat           0.1  passed\ntotal            1.6";
        assert_eq!(table(&rows), expected);
    }

    #[test]
    fn an_unknown_step_is_reported_with_the_known_ones() {
        let message = test(&["speling".to_owned()]).expect_err("no such step").to_string();
        assert!(message.contains("\"speling\"") && message.contains("format, licences"), "{message}");
    }
}
