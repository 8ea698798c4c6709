//! Encodes trees as text for messages from a worker to the page. Five control characters, which do not occur in the
//! project's texts, mark what follows.

use super::tree::{Child, El, el};
use std::borrow::Cow;

/// Begins an HTML element; its tag name follows.
const OPEN: char = '\u{1}';
/// Begins an SVG element; its tag name follows.
const OPEN_SVG: char = '\u{2}';
/// Begins an attribute of the open element; its name, `=` and its value follow.
const ATTRIBUTE: char = '\u{3}';
/// Begins a text.
const TEXT: char = '\u{4}';
/// Ends the open element.
const CLOSE: char = '\u{5}';

/// The reader refuses elements that are nested deeper than this.
const DEEPEST: usize = 64;

/// Writes a tree. Click handlers and copied elements are left out: only trees that the page makes have them.
#[must_use]
pub fn pack(tree: &El) -> String {
    let mut text = String::new();
    put(tree, &mut text);
    text
}

fn put(tree: &El, to: &mut String) {
    to.push(if tree.is_svg { OPEN_SVG } else { OPEN });
    to.push_str(&tree.tag);
    for (name, value) in &tree.attributes {
        to.push(ATTRIBUTE);
        to.push_str(name);
        to.push('=');
        put_text(value, to);
    }
    for child in &tree.children {
        match child {
            Child::Text(text) => {
                to.push(TEXT);
                put_text(text, to);
            }
            Child::El(child) => put(child, to),
        }
    }
    to.push(CLOSE);
}

fn put_text(text: &str, to: &mut String) {
    to.extend(text.chars().filter(|&it| !(OPEN..=CLOSE).contains(&it)));
}

/// Reads a tree; `None` if the text is not exactly one complete tree.
#[must_use]
pub fn unpack(text: &str) -> Option<El> {
    let mut open: Vec<El> = Vec::new();
    let mut rest = text;
    while let Some(mark) = rest.chars().next() {
        let after = &rest[mark.len_utf8()..];
        let end = after.find(|it| (OPEN..=CLOSE).contains(&it)).unwrap_or(after.len());
        let (content, next) = after.split_at(end);
        rest = next;
        match mark {
            OPEN | OPEN_SVG if open.len() < DEEPEST => {
                let tag = Cow::Owned(content.to_owned());
                open.push(El { tag, is_svg: mark == OPEN_SVG, ..el("") });
            }
            ATTRIBUTE => {
                let (name, value) = content.split_once('=')?;
                open.last_mut()?.attributes.push((Cow::Owned(name.to_owned()), value.to_owned()));
            }
            TEXT => open.last_mut()?.children.push(Child::Text(content.to_owned())),
            CLOSE if content.is_empty() => {
                let done = open.pop()?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(Child::El(done)),
                    None => return rest.is_empty().then_some(done),
                }
            }
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tree::svg;
    use super::*;

    fn tree() -> El {
        let drawing = svg("svg").attr("viewBox", "0 0 10 10").with(svg("rect").px("x", 1.0));
        el("p").class("a=b").text("one").with(el("b").text("two <&> µ")).with(drawing).text("")
    }

    #[test]
    fn a_written_tree_is_read_back() {
        let packed = pack(&tree());
        let read = unpack(&packed).expect("a tree");
        assert_eq!(pack(&read), packed);
        assert!(read.fits(&tree()) && tree().fits(&read));
        assert_eq!(read.attributes[0].1, "a=b");
    }

    #[test]
    fn control_characters_in_a_text_are_left_out() {
        let packed = pack(&el("p").text("a\u{5}b\u{1}c"));
        assert_eq!(packed, "\u{1}p\u{4}abc\u{5}");
    }

    #[test]
    fn an_incomplete_tree_is_refused() {
        let packed = pack(&tree());
        for end in 0..packed.len() {
            if let Some(part) = packed.get(..end) {
                assert!(unpack(part).is_none(), "{part:?}");
            }
        }
        for odd in ["x", "\u{5}", "\u{1}p\u{5}\u{5}", "\u{1}p\u{5}x", "\u{1}p\u{3}a\u{5}", "\u{4}x"] {
            assert!(unpack(odd).is_none(), "{odd:?}");
        }
        assert!(unpack(&"\u{1}p".repeat(100)).is_none());
    }
}
