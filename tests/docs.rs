//! What the documents promise: ARCHITECTURE.md stays a map, every link leads somewhere, every decision is in the index.

use std::fs;
use std::path::{Path, PathBuf};

const MOST_WORDS: usize = 1_500;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Markdown file of the project, without what is built or belongs to others.
fn documents() -> Vec<PathBuf> {
    let mut open = vec![root()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry of the project").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !matches!(name.as_str(), "target" | "dist" | "vendor" | ".git") {
                open.push(path);
            } else if name.ends_with(".md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The targets of the links and pictures of a text: `[words](target)`.
fn targets(text: &str) -> Vec<&str> {
    let after = text.split("](").skip(1);
    after.filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect()
}

/// The anchor that a heading gets: lower case, hyphens for spaces, no punctuation.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn has_anchor(document: &Path, wanted: &str) -> bool {
    let text = fs::read_to_string(document).expect("a text file");
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| anchor(line.trim_start_matches('#'))).any(|it| it == wanted)
}

#[test]
fn the_architecture_is_a_map_and_not_a_history() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("a text file");
    let n_words = text.split_whitespace().count();
    assert!(n_words < MOST_WORDS, "ARCHITECTURE.md has {n_words} words: decisions go to docs/decisions");
}

#[test]
fn every_relative_link_leads_somewhere() {
    let mut n_links = 0;
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a text file");
        for target in
            targets(&text).into_iter().filter(|it| !it.contains("://") && !it.starts_with("mailto:"))
        {
            let (path, wanted) = target.split_once('#').unwrap_or((target, ""));
            let folder = document.parent().expect("a file stands in a folder");
            let file = if path.is_empty() { document.clone() } else { folder.join(path) };
            assert!(file.exists(), "{}: there is no {target}", document.display());
            assert!(
                wanted.is_empty() || has_anchor(&file, wanted),
                "{}: {target} has no such heading",
                document.display()
            );
            n_links += 1;
        }
    }
    assert!(n_links > 40, "only {n_links} links were found");
}

#[test]
fn every_decision_has_its_parts_and_its_line_in_the_index() {
    let folder = root().join("docs/decisions");
    let index = fs::read_to_string(folder.join("README.md")).expect("the index");
    let pages = documents().into_iter().filter(|it| it.starts_with(&folder) && !it.ends_with("README.md"));
    for (place, page) in pages.enumerate() {
        let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(name.starts_with(&format!("{:04}-", place + 1)), "{name} is not number {}", place + 1);
        assert!(index.contains(&format!("({name})")), "the index lacks {name}");
        let text = fs::read_to_string(&page).expect("a text file");
        for part in ["Context", "Decision", "Tried and measured", "Consequences"] {
            assert!(text.contains(&format!("\n## {part}\n\n")), "{name} lacks {part:?}");
        }
    }
}

#[test]
fn actions_of_the_workflow_are_pinned_by_commit() {
    let text = fs::read_to_string(root().join(".github/workflows/ci.yml")).expect("the workflow");
    let uses: Vec<&str> = text.lines().filter_map(|line| line.split_once("uses: ")).map(|it| it.1).collect();
    assert!(uses.len() >= 4, "{uses:?}");
    for action in uses {
        let (hash, version) =
            action.split_once('@').and_then(|(_, pin)| pin.split_once(" # v")).expect(action);
        assert!(hash.len() == 40 && hash.bytes().all(|it| it.is_ascii_hexdigit()), "{action}");
        assert!(version.split('.').count() == 3, "{action} names its version in full");
    }
}
