//! The layers hold: no file names a higher layer, none hides one, the web stays in `ui/`, and files stay short.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with all that it may name.
const LAYERS: [(&str, &[&str]); 8] = [
    ("units", &["units"]),
    ("model", &["units", "model"]),
    ("engine", &["units", "model", "engine"]),
    ("scenario", &["units", "model", "scenario"]),
    ("inquiry", &["units", "model", "engine", "inquiry"]),
    ("sheet", &["units", "model", "engine", "scenario", "inquiry", "sheet"]),
    ("worker", &["units", "model", "engine", "scenario", "inquiry", "sheet", "worker"]),
    ("ui", &["units", "model", "engine", "scenario", "inquiry", "sheet", "worker", "ui"]),
];

/// Crates of the web, for `ui/` alone.
const WEB: [&str; 5] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "console_error_panic_hook"];

const MAX_LINES: usize = 300;
/// The table of inputs: one row per input, and nothing else.
const LONG: &str = "model/inputs.rs";

/// A source file: its path below `src/`, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The folder right below `src/`; empty for the roots.
    fn folder(&self) -> &str {
        self.path.split_once('/').map_or("", |(folder, _)| folder)
    }

    /// The text without comments.
    fn code(&self) -> String {
        let line = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
        self.text.lines().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.clone()];
    let mut paths: Vec<PathBuf> = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of src") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() { open.push(path) } else { paths.push(path) }
        }
    }
    paths.sort();
    let of = |path: PathBuf| File {
        path: path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(&path).expect("a text file"),
    };
    paths.into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "rs")).map(of).collect()
}

/// What is wrong with a file of a layer.
fn faults(file: &File) -> Vec<String> {
    let code: String = file.code();
    let dense: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let mut faults = Vec::new();
    let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == file.folder()) else {
        return vec!["an unknown folder".to_owned()];
    };
    if dense.contains("crate::{") || dense.contains("crate::*") {
        faults.push("groups imports of the crate: one layer a line".to_owned());
    }
    for (layer, _) in LAYERS.iter().filter(|(layer, _)| !allowed.contains(layer)) {
        if ["crate::", "payenough::"].iter().any(|root| names(&dense, root, layer)) {
            faults.push(format!("names the layer {layer}"));
        }
    }
    for (layer, _) in LAYERS {
        if names(&dense, "super::", layer) && !has_sibling(file, layer) {
            faults.push(format!("reaches {layer} by super::"));
        }
    }
    for krate in WEB.iter().filter(|krate| file.folder() != "ui" && has_word(&code, krate)) {
        faults.push(format!("uses {krate}"));
    }
    faults
}

/// Is there a module of this name beside the file, inside its layer?
fn has_sibling(file: &File, module: &str) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&file.path);
    path.with_file_name(format!("{module}.rs")).exists() || path.with_file_name(module).is_dir()
}

/// Does the text hold `root` followed by the whole word `name`?
fn names(dense: &str, root: &str, name: &str) -> bool {
    dense.match_indices(root).any(|(at, _)| {
        let rest = &dense[at + root.len()..];
        rest.strip_prefix(name)
            .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

fn has_word(code: &str, word: &str) -> bool {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|part| part == word)
}

#[test]
fn no_layer_knows_a_higher_one() {
    let mut all = Vec::new();
    for file in files().iter().filter(|file| !matches!(file.folder(), "" | "bin")) {
        all.extend(faults(file).into_iter().map(|fault| format!("src/{}: {fault}", file.path)));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn the_roots_are_two() {
    let files = files();
    let roots: Vec<&str> =
        files.iter().filter(|file| file.folder().is_empty()).map(|file| file.path.as_str()).collect();
    assert_eq!(roots, ["lib.rs", "main.rs"]);
}

#[test]
fn every_file_says_what_it_is() {
    for file in files() {
        assert!(file.text.starts_with("//! "), "src/{} must start with a //! line", file.path);
    }
}

#[test]
fn files_are_short() {
    let long: Vec<String> = files()
        .iter()
        .map(|file| (file, file.text.lines().count()))
        .filter(|(file, n_lines)| *n_lines > MAX_LINES && file.path != LONG)
        .map(|(file, n_lines)| format!("src/{} has {n_lines} lines", file.path))
        .collect();
    assert!(long.is_empty(), "at most {MAX_LINES} lines:\n{}", long.join("\n"));
}

#[test]
fn the_lock_bites() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let cases = [
        (file("model/a.rs", "use crate::engine::evaluate;"), "names the layer engine"),
        (file("engine/a.rs", "let x = crate :: scenario::Scenario;"), "names the layer scenario"),
        (file("scenario/a.rs", "use crate::engine;"), "names the layer engine"),
        (file("units/mod.rs", "use super::model::Values;"), "reaches model by super::"),
        (file("worker/a.rs", "use crate::{ui::x, units};"), "groups imports of the crate: one layer a line"),
        (file("utils/a.rs", ""), "an unknown folder"),
        (file("worker/a.rs", "use leptos::prelude::*;"), "uses leptos"),
        (file("sheet/plot/a.rs", "use leptos::prelude::*;"), "uses leptos"),
    ];
    for (file, fault) in cases {
        assert_eq!(faults(&file), [fault], "{}: {}", file.path, file.text);
    }
    let fine = ["use crate::units::Usd; // not crate::engine", "use crate::model::Inputs;"];
    assert!(fine.iter().all(|text| faults(&file("engine/a.rs", text)).is_empty()));
    assert!(faults(&file("ui/a.rs", "use leptos::prelude::*;\nuse crate::worker::answer;")).is_empty());
}
