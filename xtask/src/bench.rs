//! `cargo xtask bench` measures the work table of `benches/work.rs` and the reference Monte Carlo simulation natively
//! and as wasm in Chromium, and prints the ratios. Both are optimised for speed like the workers' programs; the page's
//! own program is optimised for size and slower. Then it measures how long the answer takes after a slider is released.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use serde_json::{Value, json};
use static_server::Site;

use crate::browser::{self, Window};
use crate::error::{Error, Result};
use crate::machine::WASM;
use crate::refdcf::{self, Rate};
use crate::release::{self, Release};
use crate::run;
use crate::serve;
use crate::tools::Tools;

const PAGE: &str = include_str!("../bench.html");
const SCRIPT: &str = include_str!("../bench.js");
/// Time limit for a report. A fast machine takes 100 seconds for the rows and as long for the page.
const PATIENCE: Duration = Duration::from_secs(300);

/// The output format.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A table for people.
    Table,
    /// One line of JSON per measurement, for programs.
    Json,
}

/// The measured times of one row of the work table.
#[derive(Clone, Debug, PartialEq)]
struct Measured {
    name: String,
    ns_per_iter: f64,
}

/// Measures natively and in the browser, one after the other so that they do not slow each other, and prints the
/// results.
pub fn bench(form: Form) -> Result<()> {
    let page = build_page()?;
    // Native code is measured before and after, because the speed of a shared machine varies over time and would
    // distort the ratio.
    let first = measure_natively()?;
    let before = refdcf::measure_natively()?;
    let (wasm, mut rates, releases) = measure_in_browser(page)?;
    let after = refdcf::measure_natively()?;
    let native = better(first, &measure_natively()?);
    rates.insert(0, if before.draws_per_s < after.draws_per_s { after } else { before });
    match form {
        Form::Table => {
            let parts = [
                table(&native, &wasm),
                futures_per_second(&native, &wasm),
                refdcf::table(&rates),
                release::table(&releases),
            ];
            println!("{}", parts.join("\n\n"));
        }
        Form::Json => {
            for (place, rows) in [("native", &native), ("wasm", &wasm)] {
                for Measured { name, ns_per_iter } in rows {
                    println!("{}", json!({ "name": name, "on": place, "ns_per_iter": ns_per_iter }));
                }
            }
            rates.iter().for_each(|rate| println!("{}", rate.json()));
            releases.iter().for_each(|release| println!("{}", release.json()));
        }
    }
    Ok(())
}

fn measure_natively() -> Result<Vec<Measured>> {
    let mut command = run::cargo();
    // Optimised for speed, like the workers' programs.
    command.env("CARGO_PROFILE_BENCH_OPT_LEVEL", "3");
    command.args([
        "bench",
        "--locked",
        "--bench",
        "evaluate",
        "--",
        "--noplot",
        "--output-format",
        "bencher",
    ]);
    let printed = run::output(&mut command, "measure natively")?;
    let rows: Vec<Measured> = printed.lines().filter_map(bencher_line).collect();
    if rows.is_empty() {
        return Err(Error::new(
            "`cargo bench --bench evaluate` printed no measurement in criterion's bencher form.",
        ));
    }
    Ok(rows)
}

/// The shorter time of each row.
fn better(rows: Vec<Measured>, again: &[Measured]) -> Vec<Measured> {
    let shorter = |row: Measured| {
        let other = again.iter().find(|it| it.name == row.name).map_or(row.ns_per_iter, |it| it.ns_per_iter);
        Measured { ns_per_iter: row.ns_per_iter.min(other), ..row }
    };
    rows.into_iter().map(shorter).collect()
}

/// Reads "test evaluate ... bench:      41,234 ns/iter (+/- 310)".
fn bencher_line(line: &str) -> Option<Measured> {
    let (name, rest) = line.strip_prefix("test ")?.split_once(" ... bench:")?;
    let digits = rest.split_once(" ns/iter")?.0.trim().replace(',', "");
    Some(Measured { name: name.trim().to_owned(), ns_per_iter: digits.parse().ok()? })
}

/// Builds the wasm program and its page into a folder under `target/`.
fn build_page() -> Result<PathBuf> {
    let tools = Tools::for_tests()?;
    let mut cargo = run::cargo();
    cargo.args(["build", "--locked", "--profile", "worker", "--target", WASM, "--example", "work"]);
    run::show(&mut cargo, "build the measured code as wasm")?;

    let folder = run::target_dir().join("bench-page");
    let wasm = run::target_dir().join(WASM).join("worker/examples/work.wasm");
    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(wasm);
    run::show(&mut bindgen, "prepare the wasm for the browser")?;
    for (name, text) in [("index.html", PAGE), ("bench.js", SCRIPT)] {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| Error::file("write", &path, &error))?;
    }
    refdcf::build(&tools, &folder)?;
    release::build(&folder)?;
    Ok(folder)
}

/// Serves the page, opens it in Chromium, and waits for the reports that it posts.
fn measure_in_browser(root: PathBuf) -> Result<(Vec<Measured>, Vec<Rate>, Vec<Release>)> {
    let chromium = browser::ensure()?.chromium;
    let listener = serve::bind(0)?;
    let address =
        listener.local_addr().map_err(|error| Error::new(format!("the port went away: {error}.")))?;
    let (reports, received) = mpsc::channel();
    let site = Arc::new(Site::new().with_folder("", root).with_reports(reports));
    std::thread::spawn(move || static_server::run(&listener, &site));
    let _window = Window::open(&chromium, &format!("http://{address}/"))?;
    let next_report = || {
        received.recv_timeout(PATIENCE).map_err(|_| {
            Error::new(format!(
                "Chromium gave no measurement within {} seconds; on a very busy machine, try again.",
                PATIENCE.as_secs()
            ))
        })
    };
    let (rows, rates) = read_report(&next_report()?)?;
    Ok((rows, rates, read_releases(&next_report()?)?))
}

fn failed(report: &str) -> Error {
    Error::new(format!("the measuring page failed in Chromium: {report:?}."))
}

/// Reads the times from release to answer.
fn read_releases(report: &str) -> Result<Vec<Release>> {
    let read = |line| Release::read(&serde_json::from_str(line).ok()?);
    report.lines().map(|line| read(line).ok_or_else(|| failed(report))).collect()
}

/// Reads the rows of the work table and the rates of the reference Monte Carlo simulation.
fn read_report(report: &str) -> Result<(Vec<Measured>, Vec<Rate>)> {
    let (mut rows, mut rates) = (Vec::new(), Vec::new());
    for line in report.lines() {
        let value: Value = serde_json::from_str(line).map_err(|_| failed(report))?;
        match (value["name"].as_str(), value["ns_per_iter"].as_f64()) {
            (Some(name), Some(ns_per_iter)) => rows.push(Measured { name: name.to_owned(), ns_per_iter }),
            _ => rates.push(Rate::read(&value).ok_or_else(|| failed(report))?),
        }
    }
    if rows.is_empty() { Err(failed(report)) } else { Ok((rows, rates)) }
}

fn table(native: &[Measured], wasm: &[Measured]) -> String {
    let mut lines =
        vec![format!("{:<20} {:>12} {:>12} {:>12}", "one run of", "native, µs", "wasm, µs", "wasm/native")];
    for Measured { name, ns_per_iter } in native {
        let other = wasm.iter().find(|row| row.name == *name).map(|row| row.ns_per_iter);
        let shown = |value: Option<f64>| value.map_or("-".to_owned(), |it| format!("{it:.2}"));
        lines.push(format!(
            "{name:<20} {:>12.2} {:>12} {:>12}",
            ns_per_iter / 1000.0,
            shown(other.map(|it| it / 1000.0)),
            shown(other.map(|it| it / ns_per_iter))
        ));
    }
    lines.join("\n")
}

/// The beginning of the names of those rows of `benches/work.rs` that simulate many futures, with their number.
const OF_FUTURES: &str = "1,024 futures";
const FUTURES: f64 = 1024.0;

/// Prints the rows with many futures as futures per second on one thread.
fn futures_per_second(native: &[Measured], wasm: &[Measured]) -> String {
    let mut lines = vec![format!("{:<26} {:>12} {:>12}", "futures a second, 1 thread", "native", "wasm")];
    for row in native.iter().filter(|row| row.name.starts_with(OF_FUTURES)) {
        let a_second = |row: &Measured| format!("{:.0}", FUTURES / row.ns_per_iter * 1e9);
        let other = wasm.iter().find(|it| it.name == row.name).map_or("-".to_owned(), a_second);
        lines.push(format!("{:<26} {:>12} {other:>12}", row.name, a_second(row)));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(name: &str, ns_per_iter: f64) -> Measured {
        Measured { name: name.to_owned(), ns_per_iter }
    }

    #[test]
    fn the_shorter_of_two_measurements_counts() {
        let rows = better(
            vec![measured("a", 3.0), measured("b", 1.0), measured("c", 5.0)],
            &[measured("b", 2.0), measured("a", 2.0)],
        );
        assert_eq!(rows, [measured("a", 2.0), measured("b", 1.0), measured("c", 5.0)]);
    }

    #[test]
    fn lines_of_criterion_are_read() {
        let line = "test evaluate ... bench:       41,234 ns/iter (+/- 310)";
        assert_eq!(bencher_line(line), Some(measured("evaluate", 41_234.0)));
        assert_eq!(bencher_line("Benchmarking evaluate"), None);
    }

    #[test]
    fn the_report_of_the_page_is_read_and_its_error_is_reported() {
        let report =
            "{\"name\":\"evaluate\",\"ns_per_iter\":50.5}\n{\"name\":\"refdcf-js\",\"draws_per_s\":9}";
        let rate = Rate { name: "refdcf-js".to_owned(), draws_per_s: 9.0 };
        assert_eq!(read_report(report), Ok((vec![measured("evaluate", 50.5)], vec![rate])));
        let message = read_report("error: CompileError: no").expect_err("no measurement").to_string();
        assert!(message.contains("CompileError: no"), "{message}");
    }

    #[test]
    fn the_table_gives_the_ratio() {
        let table = table(
            &[measured("evaluate", 20_000.0), measured("lost", 1.0)],
            &[measured("evaluate", 30_000.0)],
        );
        let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[1], ["evaluate", "20.00", "30.00", "1.50"]);
        assert_eq!(rows[2], ["lost", "0.00", "-", "-"]);
    }

    #[test]
    fn futures_per_second_are_printed() {
        let native = [measured("evaluate", 9.0), measured("1,024 futures", 8.0e6)];
        let message = futures_per_second(&native, &[measured("1,024 futures", 10.24e6)]);
        let rows: Vec<Vec<&str>> = message.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!((rows.len(), rows[1][2..].to_vec()), (2, vec!["128000", "100000"]));
    }

    #[test]
    fn a_page_that_does_not_measure_is_reported() {
        assert!(read_releases("error: it did not come to rest").is_err());
    }
}
