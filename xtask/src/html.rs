//! Finds tags and attributes in HTML. This is enough for the project's own page, but not for any HTML.

/// All tags with this name, as written, such as `<link …>`.
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!("<{name}");
    html.match_indices(&open)
        .filter_map(|(start, _)| {
            let tag = &html[start..];
            let after = tag[open.len()..].chars().next()?;
            let end = tag.find('>')?;
            (after.is_whitespace() || after == '>').then(|| &tag[..=end])
        })
        .collect()
}

/// The value of an attribute, which must be in double quotes.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let open = format!(" {name}=\"");
    let start = tag.find(&open)? + open.len();
    let length = tag[start..].find('"')?;
    Some(&tag[start..start + length])
}

/// The text between two marks.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let start = text.find(before)? + before.len();
    let length = text[start..].find(after)?;
    Some(&text[start..start + length])
}

/// Escapes a text for use between tags and in attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Removes comments and the empty lines that they leave.
pub fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// Changes the addresses of the project's files in `href` and `src` from "./name" to "../name".
pub fn one_folder_deeper(html: &str) -> String {
    html.replace(" href=\"./", " href=\"../").replace(" src=\"./", " src=\"../")
}

/// The names of the project's files in the order in which the page requests them, each once.
pub fn own_files(html: &str) -> Vec<&str> {
    let links = tags(html, "link").into_iter().filter(|tag| {
        matches!(
            attribute(tag, "rel"),
            Some("stylesheet" | "icon" | "preload" | "modulepreload" | "manifest")
        )
    });
    let links = links.filter_map(|tag| attribute(tag, "href"));
    let sources = ["script", "img"].into_iter().flat_map(|name| tags(html, name));
    let sources = sources.filter_map(|tag| attribute(tag, "src"));
    let mut names: Vec<&str> = links.chain(sources).filter_map(|it| it.strip_prefix("./")).collect();
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(*name));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = concat!(
        r#"<html lang="en"><head><link rel="icon" href="./i.svg"><link rel="stylesheet" href="./a.css">"#,
        r#"<link rel="modulepreload" href="./b.js" crossorigin><link rel="canonical" href="./">"#,
        r#"<script type="module" src="./b.js"></script></head><body><a href="./#x">y</a><header>z</header></body></html>"#,
    );

    #[test]
    fn tags_are_found_by_their_whole_name() {
        assert_eq!(tags(PAGE, "head"), ["<head>"]);
        assert_eq!(tags(PAGE, "link").len(), 4);
        assert_eq!(attribute(tags(PAGE, "html")[0], "lang"), Some("en"));
        assert_eq!(attribute(tags(PAGE, "html")[0], "class"), None);
    }

    #[test]
    fn own_files_are_those_loaded_with_the_page() {
        assert_eq!(own_files(PAGE), ["i.svg", "a.css", "b.js"]);
    }

    #[test]
    fn one_folder_deeper_changes_every_own_address() {
        let deeper = one_folder_deeper(PAGE);
        assert!(!deeper.contains("\"./"), "{deeper}");
        assert!(deeper.contains(r#"<a href="../#x">"#), "{deeper}");
    }

    #[test]
    fn comments_are_removed_without_empty_lines() {
        let html = "<p>a</p>\n<!-- one\ntwo -->\n\n<p>b<!-- c --></p>";
        assert_eq!(without_comments(html), "<p>a</p>\n<p>b</p>\n");
    }

    #[test]
    fn escaped_text_has_no_markup() {
        assert_eq!(escape(r#"<b a="1">&"#), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
