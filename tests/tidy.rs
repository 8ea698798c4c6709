//! Every source file says what it is and stays short. Cargo enforces the layers: a crate names only those below it.

use std::fs;
use std::path::{Path, PathBuf};

const MAX_LINES: usize = 300;
const MAX_COLUMNS: usize = 120;
/// The table of inputs, which has one row per input and nothing else, and may be long.
const LONG: &str = "crates/model/src/inputs.rs";

/// The crates from the lowest to the highest, each with the crates of ours that it may name.
const CRATES: [(&str, &[&str]); 7] = [
    ("quantities", &[]),
    ("model", &["quantities"]),
    ("engine", &["quantities", "model"]),
    ("analysis", &["quantities", "model", "engine"]),
    ("view", &["quantities", "model", "engine", "analysis"]),
    ("worker", &["quantities", "model", "engine", "analysis", "view"]),
    ("cli", &["quantities", "model", "engine", "analysis", "view", "worker"]),
];

/// Dependencies for browsers, terminals or files, which the crates that compute must not have.
const OUTSIDE: [&str; 8] =
    ["leptos", "web-sys", "js-sys", "wasm-bindgen", "clap", "csv", "serde_json", "gloo"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The path from the root and the text of every source file of the product and its tools.
fn files() -> Vec<(String, String)> {
    let folders = ["src", "crates", "static-server/src", "xtask/src", "e2e/src"];
    let mut open: Vec<PathBuf> = folders.iter().map(|it| root().join(it)).collect();
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the workspace") {
            let path = entry.expect("an entry of the workspace").path();
            if path.ends_with("tests") {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let name =
                    path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).expect("a text file")));
            }
        }
    }
    files.sort();
    files
}

/// The names of a crate's dependencies, without those of its tests.
fn dependencies(manifest: &Path) -> Vec<String> {
    let text = fs::read_to_string(manifest).expect("a manifest");
    let mut names = Vec::new();
    let mut is_listed = false;
    for line in text.lines() {
        if line.starts_with('[') {
            is_listed = line.contains("dependencies]") && !line.contains("dev-dependencies]");
        } else if let Some((name, _)) = line.split_once(['.', ' ', '=']).filter(|_| is_listed) {
            names.push(name.to_owned());
        }
    }
    names
}

#[test]
fn every_file_begins_with_a_doc_comment() {
    for (name, text) in files() {
        assert!(text.starts_with("//! "), "{name} must start with a //! line");
    }
}

#[test]
fn files_are_short() {
    let n_lines = |text: &str| text.lines().count();
    let long = files().into_iter().filter(|(name, text)| n_lines(text) > MAX_LINES && name != LONG);
    let long: Vec<String> = long.map(|(name, text)| format!("{name} has {} lines", n_lines(&text))).collect();
    assert!(long.is_empty(), "at most {MAX_LINES} lines:\n{}", long.join("\n"));
}

/// rustfmt leaves the rows of the table of inputs alone, so their width is counted here.
#[test]
fn the_table_of_inputs_can_be_read() {
    let text = fs::read_to_string(root().join(LONG)).expect("a text file");
    for (number, line) in (1..).zip(text.lines()) {
        assert!(line.chars().count() <= MAX_COLUMNS, "{LONG}:{number} is wider than {MAX_COLUMNS} columns");
    }
}

#[test]
fn a_crate_depends_only_on_lower_crates() {
    let folders = fs::read_dir(root().join("crates")).expect("the crates").count();
    assert_eq!(folders, CRATES.len(), "a new crate takes its place in this table");
    for (name, below) in CRATES {
        let names = dependencies(&root().join("crates").join(name).join("Cargo.toml"));
        assert!(names.len() >= below.len(), "{name}: {names:?}");
        for one in &names {
            let ours = one.strip_prefix("payenough-");
            assert!(ours.is_none_or(|it| below.contains(&it)), "{name} names {one}, which stands above it");
            let is_pure = !matches!(name, "worker" | "cli");
            assert!(!is_pure || !OUTSIDE.iter().any(|it| one.starts_with(it)), "{name} names {one}");
        }
    }
}
