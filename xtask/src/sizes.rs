//! The size budget: what a first visit downloads, as a host sends it (brotli), against its limits.

use std::io::Write;
use std::path::Path;

use crate::html;
use crate::trouble::{Outcome, Trouble};

const KIB: usize = 1024;

/// What a budget counts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Wasm,
    Script,
    Text,
    Other,
}

/// Label, what it counts (all if none), and its limit in bytes after brotli.
const BUDGETS: [(&str, Option<Kind>, usize); 4] = [
    ("wasm", Some(Kind::Wasm), 180 * KIB),
    ("JavaScript", Some(Kind::Script), 20 * KIB),
    ("HTML and CSS", Some(Kind::Text), 40 * KIB),
    ("first load", None, 300 * KIB),
];
const MOST_REQUESTS: usize = 10;

struct Loaded {
    name: String,
    kind: Kind,
    raw: usize,
    brotli: usize,
}

/// Measures what `index.html` loads, prints the table, and fails if a limit is passed.
pub fn check(dist: &Path) -> Outcome<()> {
    let html = read(&dist.join("index.html"))?;
    let html = String::from_utf8_lossy(&html);
    let mut files = vec!["index.html"];
    files.extend(html::own_files(&html));
    let loaded = files.into_iter().map(|name| measure(dist, name)).collect::<Outcome<Vec<_>>>()?;

    println!("{:<44} {:>10} {:>10}", "loaded first", "raw", "brotli");
    for file in &loaded {
        println!("{:<44} {:>10} {:>10}", file.name, file.raw, file.brotli);
    }
    println!("{:<44} {:>10} {:>10}", "budget", "limit", "brotli");
    let mut passed = Vec::new();
    for (label, counted, limit) in BUDGETS {
        let total: usize =
            loaded.iter().filter(|it| counted.is_none_or(|kind| kind == it.kind)).map(|it| it.brotli).sum();
        println!("{label:<44} {limit:>10} {total:>10}{}", if total > limit { "  TOO LARGE" } else { "" });
        if total > limit {
            passed.push(format!("{label} is {} KiB of {}", total.div_ceil(KIB), limit / KIB));
        }
    }
    println!("{:<44} {MOST_REQUESTS:>10} {:>10}", "requests", loaded.len());
    if loaded.len() > MOST_REQUESTS {
        passed.push(format!("{} requests of {MOST_REQUESTS}", loaded.len()));
    }
    if passed.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "over the size budget: {}. The table above shows which file to cut.",
        passed.join(", ")
    )))
}

fn measure(dist: &Path, name: &str) -> Outcome<Loaded> {
    let bytes = read(&dist.join(name))?;
    let brotli = compressed(&bytes)
        .map_err(|error| Trouble::new(format!("cannot compress {name} to measure it: {error}.")))?;
    Ok(Loaded { name: name.to_owned(), kind: kind(name), raw: bytes.len(), brotli })
}

fn kind(name: &str) -> Kind {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("wasm") => Kind::Wasm,
        Some("js") => Kind::Script,
        Some("html" | "css") => Kind::Text,
        _ => Kind::Other,
    }
}

/// The length after brotli at its strongest, what a static host keeps ready.
fn compressed(bytes: &[u8]) -> std::io::Result<usize> {
    let mut out = brotli::CompressorWriter::new(Vec::new(), 64 * KIB, 11, 22);
    out.write_all(bytes)?;
    out.flush()?;
    Ok(out.into_inner().len())
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| Trouble::file("read", path, &error))
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
        let length = compressed(&[b'a'; 10_000]).expect("memory cannot fail");
        assert!(length < 100, "{length}");
    }
}
