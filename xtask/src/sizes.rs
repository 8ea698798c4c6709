//! The size budgets: what a visit downloads up to the first screen, and up to the count of simulated futures, against
//! their limits. The files are those that the built page names.

use std::io::Write;
use std::path::Path;

use crate::error::{Error, Result};
use crate::html;
use crate::programs;

const KIB: usize = 1024;

/// When a visit requests a file.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Phase {
    /// Before the first control is live.
    FirstScreen,
    /// Until the count of simulated futures is complete.
    Count,
}

/// What a budget counts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Wasm,
    Script,
    Text,
    Other,
}

/// Compression by the host.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Encoding {
    /// Gzip, which GitHub Pages uses.
    Gzip,
    Brotli,
}

/// A limit in KiB on the files that are requested up to a phase.
struct Budget {
    label: &'static str,
    until: Phase,
    /// The kind of files that count; all files if `None`.
    kind: Option<Kind>,
    encoding: Encoding,
    kib: usize,
}

const fn budget(
    label: &'static str,
    until: Phase,
    kind: Option<Kind>,
    encoding: Encoding,
    kib: usize,
) -> Budget {
    Budget { label, until, kind, encoding, kib }
}

const BUDGETS: [Budget; 6] = [
    budget("first program", Phase::FirstScreen, Some(Kind::Wasm), Encoding::Brotli, 160),
    budget("first JavaScript", Phase::FirstScreen, Some(Kind::Script), Encoding::Brotli, 10),
    budget("HTML and CSS", Phase::FirstScreen, Some(Kind::Text), Encoding::Brotli, 40),
    budget("first screen", Phase::FirstScreen, None, Encoding::Gzip, 240),
    budget("first screen", Phase::FirstScreen, None, Encoding::Brotli, 200),
    budget("until the count of futures", Phase::Count, None, Encoding::Brotli, 560),
];
/// The share of a limit, in percent, from which on a warning is printed.
const WARNING: usize = 95;
const MOST_REQUESTS: usize = 10;

struct Loaded {
    name: String,
    phase: Phase,
    kind: Kind,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Loaded {
    fn length(&self, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Gzip => self.gzip,
            Encoding::Brotli => self.brotli,
        }
    }
}

/// Measures what the built page loads, prints the table, and fails if a limit is passed.
pub fn check(dist: &Path) -> Result<()> {
    let loaded = files(dist)?
        .into_iter()
        .map(|(phase, name)| measure(dist, &name, phase))
        .collect::<Result<Vec<_>>>()?;
    println!("{:<40} {:>10} {:>10} {:>10}", "loaded for the first screen", "raw", "gzip", "brotli");
    let mut last = Phase::FirstScreen;
    for Loaded { name, phase, raw, gzip, brotli, .. } in &loaded {
        if *phase > last {
            println!("loaded next, until the count of futures");
            last = *phase;
        }
        println!("{name:<40} {raw:>10} {gzip:>10} {brotli:>10}");
    }
    println!("{:<40} {:>10} {:>10} {:>10}", "budget", "", "limit", "used");
    let mut passed = Vec::new();
    for Budget { label, until, kind, encoding, kib } in BUDGETS {
        let counted = loaded.iter().filter(|it| it.phase <= until && kind.is_none_or(|kind| kind == it.kind));
        let total: usize = counted.map(|it| it.length(encoding)).sum();
        let limit = kib * KIB;
        let verdict = match total {
            _ if total > limit => "  TOO LARGE",
            _ if total * 100 > limit * WARNING => "  nearly full",
            _ => "",
        };
        let encoding = format!("{encoding:?}").to_lowercase();
        println!("{label:<40} {encoding:>10} {limit:>10} {total:>10}{verdict}");
        if total > limit {
            passed.push(format!("{label} is {} KiB of {kib} as {encoding}", total.div_ceil(KIB)));
        }
    }
    let n_first = loaded.iter().filter(|it| it.phase == Phase::FirstScreen).count();
    println!("{:<40} {:>10} {MOST_REQUESTS:>10} {n_first:>10}", "requests of the first screen", "");
    if n_first > MOST_REQUESTS {
        passed.push(format!("{n_first} requests of {MOST_REQUESTS}"));
    }
    if passed.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!(
        "over the size budget: {}. The table above shows which file to cut.",
        passed.join(", ")
    )))
}

/// The files that a visit requests, in order: the page and the files that it names, then the workers' script, which the
/// boot file names, and the files of the first program.
fn files(dist: &Path) -> Result<Vec<(Phase, String)>> {
    let text = |name: &str| read(&dist.join(name)).map(|it| String::from_utf8_lossy(&it).into_owned());
    let index = text("index.html")?;
    let mut files = vec![(Phase::FirstScreen, "index.html".to_owned())];
    files.extend(html::own_files(&index).into_iter().map(|it| (Phase::FirstScreen, it.to_owned())));
    let boot = files.iter().find(|it| it.1.starts_with("boot-")).map(|it| it.1.clone());
    let boot = boot.ok_or_else(|| Error::new("index.html names no boot file."))?;
    let named = named(&text(&boot)?);
    let worker = named.into_iter().find(|it| files.iter().all(|known| known.1 != *it));
    let worker = worker.ok_or_else(|| Error::new("the boot file names no script for the workers."))?;
    let programs = self::named(&text(&worker)?);
    let first: Vec<String> = programs.into_iter().filter(|it| it.starts_with(programs::FIRST)).collect();
    if first.len() != 2 {
        return Err(Error::new(format!("{worker} names {first:?}, not a program and its script.")));
    }
    files.extend([worker].into_iter().chain(first).map(|it| (Phase::Count, it)));
    Ok(files)
}

/// The files that a script names as `"./name"`.
fn named(script: &str) -> Vec<String> {
    let parts = script.split("\"./").skip(1);
    parts.filter_map(|it| it.split_once('"')).map(|it| it.0.to_owned()).collect()
}

fn measure(dist: &Path, name: &str, phase: Phase) -> Result<Loaded> {
    let bytes = read(&dist.join(name))?;
    let brotli = brotli(&bytes)
        .map_err(|error| Error::new(format!("cannot compress {name} to measure it: {error}.")))?;
    let gzip = static_server::gzip(&bytes).len();
    Ok(Loaded { name: name.to_owned(), phase, kind: kind(name), raw: bytes.len(), gzip, brotli })
}

fn kind(name: &str) -> Kind {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("wasm") => Kind::Wasm,
        Some("js") => Kind::Script,
        Some("html" | "css") => Kind::Text,
        _ => Kind::Other,
    }
}

/// The length after brotli compression at the highest level, which static hosts use for stored files.
fn brotli(bytes: &[u8]) -> std::io::Result<usize> {
    let mut out = brotli::CompressorWriter::new(Vec::new(), 64 * KIB, 11, 22);
    out.write_all(bytes)?;
    out.flush()?;
    Ok(out.into_inner().len())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| Error::file("read", path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_counted_by_their_extension() {
        assert_eq!(kind("app-1_bg.wasm"), Kind::Wasm);
        assert_eq!(kind("boot-1.js"), Kind::Script);
        assert_eq!(kind("style-1.css"), Kind::Text);
        assert_eq!(kind("icon.svg"), Kind::Other);
    }

    #[test]
    fn brotli_shrinks_what_repeats() {
        let length = brotli(&[b'a'; 10_000]).expect("memory cannot fail");
        assert!(length < 100, "{length}");
    }

    #[test]
    fn files_are_found_by_what_names_them() {
        let script = "const a=own(\"./futures-1.js\"),b=own(\"./futures_bg-2.wasm\");import(\"x\")";
        assert_eq!(named(script), ["futures-1.js", "futures_bg-2.wasm"]);
        assert!(named("").is_empty());
    }
}
