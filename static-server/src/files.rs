//! Finds the file of a folder that answers a request, and its MIME type. The disk is accessed only to check whether a
//! path exists.

use std::path::{Component, Path, PathBuf};

/// The answer to the target of a request.
#[derive(Debug, PartialEq)]
pub(crate) enum Answer {
    /// This file.
    File(PathBuf),
    /// A redirect to this target: a folder was requested without the final slash, and relative links would break.
    Moved(String),
    /// There is no such file.
    Missing,
}

/// Finds the answer to `target` ("/sub/embed/?v=1") in the folder `root`, which is mounted at `prefix` ("/sub" or "").
pub(crate) fn find(root: &Path, prefix: &str, target: &str) -> Answer {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let moved = || Answer::Moved(query.map_or(format!("{path}/"), |query| format!("{path}/?{query}")));

    let Some(inside) = path.strip_prefix(prefix) else { return Answer::Missing };
    if inside.is_empty() {
        return moved();
    }
    let Some(relative) = inside.strip_prefix('/').and_then(decode) else { return Answer::Missing };
    if !has_plain_names(Path::new(&relative)) || relative.contains('\\') {
        return Answer::Missing;
    }
    let file = root.join(&relative);
    if !file.is_dir() {
        return if file.is_file() { Answer::File(file) } else { Answer::Missing };
    }
    if !path.ends_with('/') {
        return moved();
    }
    let index = file.join("index.html");
    if index.is_file() { Answer::File(index) } else { Answer::Missing }
}

/// Whether a path consists of plain names: no "..", no root, no drive letter.
fn has_plain_names(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_)))
}

/// Percent-decodes a path; `None` if it is not UTF-8 or has a NUL.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok().filter(|it| !it.contains('\0'))
}

/// Whether a file of this type is sent compressed. Images and unknown types are not.
pub(crate) fn is_compressible(mime: &str) -> bool {
    mime.starts_with("text/")
        || mime.starts_with("application/") && mime != UNKNOWN
        || mime == "image/svg+xml"
}

const UNKNOWN: &str = "application/octet-stream";

/// The MIME type of a file, by its extension.
pub(crate) fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let root =
                std::env::temp_dir().join(format!("static-server-files-{name}-{}", std::process::id()));
            std::fs::create_dir_all(root.join("embed")).expect("a folder in the temporary folder");
            std::fs::write(root.join("index.html"), "page").expect("a file");
            std::fs::write(root.join("embed/index.html"), "card").expect("a file");
            Self(root)
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn folders_answer_with_their_index() {
        let site = Site::new("index");
        let file = |name: &str| Answer::File(site.0.join(name));
        assert_eq!(find(&site.0, "", "/"), file("index.html"));
        assert_eq!(find(&site.0, "", "/index.html?v=1"), file("index.html"));
        assert_eq!(find(&site.0, "", "/embed/?v=1"), file("embed/index.html"));
        assert_eq!(find(&site.0, "", "/embed?v=1"), Answer::Moved("/embed/?v=1".into()));
        assert_eq!(find(&site.0, "", "/none"), Answer::Missing);
    }

    #[test]
    fn paths_outside_the_prefix_are_missing() {
        let site = Site::new("prefix");
        assert_eq!(find(&site.0, "/sub/path", "/sub/path/"), Answer::File(site.0.join("index.html")));
        assert_eq!(find(&site.0, "/sub/path", "/sub/path"), Answer::Moved("/sub/path/".into()));
        assert_eq!(find(&site.0, "/sub/path", "/"), Answer::Missing);
        assert_eq!(find(&site.0, "/sub/path", "/sub/pathology/"), Answer::Missing);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = Site::new("outside");
        for target in [
            "/../etc/passwd",
            "/embed/../../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/%2fetc/passwd",
            "//etc/passwd",
            "/embed/..%5c..%5cx",
            "/%00",
            "/%zz",
            "/%",
            "no-slash",
        ] {
            assert_eq!(find(&site.0, "", target), Answer::Missing, "{target}");
        }
    }

    #[test]
    fn scripts_and_programs_have_the_types_that_browsers_require() {
        assert_eq!(mime(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("boot.js")), "text/javascript; charset=utf-8");
        assert_eq!(mime(Path::new("data/capex.csv")), "text/csv; charset=utf-8");
        assert_eq!(mime(Path::new("_headers")), UNKNOWN);
    }

    #[test]
    fn text_and_programs_are_compressed_and_images_are_not() {
        for (file, is_compressed) in
            [("a.wasm", true), ("a.csv", true), ("a.svg", true), ("a.png", false), ("a", false)]
        {
            assert_eq!(is_compressible(mime(Path::new(file))), is_compressed, "{file}");
        }
    }
}
