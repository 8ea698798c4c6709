//! Reads the file `_headers` of a folder, which lists the headers that a host sends with each file of a site.
//!
//! Only the forms that this project writes are understood: comments, a path that may end in `*`, and indented headers.

use std::path::Path;

/// The headers for a file, given its path inside the folder; none if the folder has no file `_headers`.
pub(crate) fn of_file(folder: &Path, name: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    // Paths in `_headers` are paths of addresses, which leave out `index.html`.
    read(&text, &format!("/{}", name.strip_suffix("index.html").unwrap_or(name)))
}

/// The headers of all rules whose path matches, in order.
fn read(text: &str, path: &str) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    let mut is_meant = false;
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.trim().is_empty()) {
        if !line.starts_with(char::is_whitespace) {
            is_meant = matches(line.trim(), path);
        } else if let Some((name, value)) = line.split_once(':').filter(|_| is_meant) {
            headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    headers
}

fn matches(pattern: &str, path: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == path, |stem| path.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "# for all\n/*\n  X-One: 1\n\n/app-*\n  Cache-Control: public, max-age=1\n/embed/\n  X-Two: a: b\n";

    fn names(path: &str) -> Vec<String> {
        read(TEXT, path).into_iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    #[test]
    fn all_matching_rules_apply() {
        assert_eq!(names("/"), ["X-One=1"]);
        assert_eq!(names("/app-1.js"), ["X-One=1", "Cache-Control=public, max-age=1"]);
        assert_eq!(names("/embed/"), ["X-One=1", "X-Two=a: b"]);
    }

    #[test]
    fn a_folder_without_the_file_has_no_headers() {
        assert!(of_file(Path::new("/there is no such folder"), "index.html").is_empty());
    }
}
