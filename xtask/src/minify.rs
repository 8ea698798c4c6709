//! Minifies scripts and style sheets by removing comments and insignificant white space. It handles the JavaScript and
//! CSS that this project contains and that wasm-bindgen generates, and no more.

/// A line break after one of these characters ends no statement.
const OPEN: &str = "{};,([:?=&|<>*%!~^";
/// A line break before one of these characters ends no statement.
const CLOSE: &str = "})],.;:?=&|<>*%^";
/// Words after which a slash begins a regular expression.
const BEFORE_REGEX: [&str; 6] = ["return", "typeof", "case", "in", "of", "void"];

/// Removes comments and needless white space from a script. Line breaks stay wherever they may end a statement.
pub fn script(text: &str) -> String {
    let mut kept = Kept { text: String::with_capacity(text.len()), space: Space::None };
    let mut rest = text;
    // For each open template literal, the number of open braces in its current placeholder.
    let mut templates: Vec<usize> = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if first.is_whitespace() => {
                let length = rest.find(|it: char| !it.is_whitespace()).unwrap_or(rest.len());
                kept.skip(if rest[..length].contains('\n') { Space::Line } else { Space::Blank });
                rest = &rest[length..];
                continue;
            }
            '/' if rest.starts_with("//") => {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
                continue;
            }
            '/' if rest.starts_with("/*") => {
                let length = rest.find("*/").map_or(rest.len(), |at| at + 2);
                kept.skip(if rest[..length].contains('\n') { Space::Line } else { Space::Blank });
                rest = &rest[length..];
                continue;
            }
            '/' if kept.may_begin_regex() => regex(rest),
            '"' | '\'' => quoted(rest, first),
            '`' => template(rest, &mut templates),
            '}' if templates.last() == Some(&0) => {
                templates.pop();
                template(rest, &mut templates)
            }
            '{' | '}' => {
                if let Some(depth) = templates.last_mut() {
                    *depth = if first == '{' { *depth + 1 } else { *depth - 1 };
                }
                1
            }
            _ if is_word(first) => rest.find(|it: char| !is_word(it)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        kept.push(token);
        rest = after;
    }
    kept.text
}

/// The white space between two tokens.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Space {
    None,
    Blank,
    Line,
}

/// The part of a script that is kept.
struct Kept {
    text: String,
    /// The white space between its end and the next token.
    space: Space,
}

impl Kept {
    fn skip(&mut self, space: Space) {
        if self.space < space {
            self.space = space;
        }
    }

    fn push(&mut self, token: &str) {
        let space = core::mem::replace(&mut self.space, Space::None);
        if let (Some(last), Some(next)) = (self.text.chars().next_back(), token.chars().next()) {
            let can_join = OPEN.contains(last) || CLOSE.contains(next);
            match space {
                // A closing brace may end a statement without a semicolon.
                Space::Line if last == '}' && !"})],;.".contains(next) => self.text.push('\n'),
                Space::Line if !can_join => self.text.push('\n'),
                Space::Blank if needs_blank(last, next) => self.text.push(' '),
                _ => {}
            }
        }
        self.text.push_str(token);
    }

    fn may_begin_regex(&self) -> bool {
        let Some(last) = self.text.chars().next_back() else { return true };
        if is_word(last) {
            let word = self.text.rsplit(|it: char| !is_word(it)).next().unwrap_or_default();
            return BEFORE_REGEX.contains(&word);
        }
        !")]}\"'`".contains(last)
    }
}

/// Whether two tokens would be read as another token without a blank between them.
fn needs_blank(last: char, next: char) -> bool {
    (is_word(last) && is_word(next))
        || (last == next && "+-/".contains(last))
        || (is_word(last) && next == '#')
}

fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_' || it == '$'
}

/// Length of a string with its quotes.
fn quoted(text: &str, quote: char) -> usize {
    ended(text, |it| it == quote)
}

/// Length of a regular expression, without its flags.
fn regex(text: &str) -> usize {
    let mut is_class = false;
    ended(text, |it| {
        match it {
            '[' => is_class = true,
            ']' => is_class = false,
            _ => {}
        }
        it == '/' && !is_class
    })
}

/// Length from the first character to the one that ends the text. A backslash escapes the character after it.
fn ended(text: &str, mut is_end: impl FnMut(char) -> bool) -> usize {
    let mut characters = text.char_indices().skip(1);
    while let Some((at, it)) = characters.next() {
        if it == '\\' {
            characters.next();
        } else if is_end(it) {
            return at + it.len_utf8();
        }
    }
    text.len()
}

/// Length of a template literal up to its end, or up to the brace that opens a placeholder, which is then recorded.
fn template(text: &str, templates: &mut Vec<usize>) -> usize {
    let mut last = ' ';
    let mut opens = false;
    let length = ended(text, |it| {
        opens = last == '$' && it == '{';
        last = it;
        opens || it == '`'
    });
    if opens {
        templates.push(0);
    }
    length
}

/// Removes comments and needless white space from a style sheet.
pub fn style(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("/*") => {
                rest = &rest[rest.find("*/").map_or(rest.len(), |at| at + 2)..];
                continue;
            }
            _ if first.is_whitespace() => {
                rest = rest.trim_start();
                let next = rest.chars().next().unwrap_or('}');
                let last = kept.chars().next_back().unwrap_or('}');
                if !"{};,:".contains(last) && !"{};,".contains(next) {
                    kept.push(' ');
                }
                continue;
            }
            '"' | '\'' => quoted(rest, first),
            '}' => {
                if kept.ends_with(';') {
                    kept.pop();
                }
                1
            }
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        kept.push_str(token);
        rest = after;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_white_space_go() {
        let text = "// one\nconst a = 1; /* two\n */ const b = a  +  1;\n\nif (a) {\n  b();\n}\n";
        assert_eq!(script(text), "const a=1;const b=a+1;if(a){b();}");
    }

    #[test]
    fn what_ends_a_statement_stays() {
        assert_eq!(script("let f = () => {}\nf()\nreturn\nx++\n++y"), "let f=()=>{}\nf()\nreturn\nx++\n++y");
        assert_eq!(script("a + +b - -c; return a in b"), "a+ +b- -c;return a in b");
        assert_eq!(script("class A { #x = 1; get #y() {} }"), "class A{#x=1;get #y(){}}");
    }

    #[test]
    fn strings_templates_and_regular_expressions_stay() {
        for text in [
            r#"a("// no  comment","\"/*",'it\'s  so')"#,
            "b(`one  ${ c ? `two  ${d}` : {} }  // three`)",
            "c(/[/  ]\\/  x/g)",
            "return/a  b/.test(x)",
        ] {
            let kept = script(text);
            let dense = |it: &str| it.replace("${ c ? ", "${c?").replace("` : {} }", "`:{}}");
            assert_eq!(kept, dense(text));
        }
        assert_eq!(script("a = b / c / d"), "a=b/c/d");
    }

    #[test]
    fn styles_keep_what_white_space_means() {
        let text = "/* c */\n.a :is(b, c) > d,\n.e { margin: 0 auto; width: calc(1px + 2%); }\n\n@media (min-width: 3rem) { f { content: \"a  { b\"; } }\n";
        assert_eq!(
            style(text),
            ".a :is(b,c) > d,.e{margin:0 auto;width:calc(1px + 2%)}@media (min-width:3rem){f{content:\"a  { b\"}}"
        );
    }

    #[test]
    fn our_own_files_come_out_the_same_when_minified_twice() {
        for text in [include_str!("../../src/boot/boot.js"), include_str!("../../src/boot/worker.js")] {
            let once = script(text);
            assert!(once.len() < text.len() && !once.contains("// "), "{once}");
            assert_eq!(script(&once), once);
        }
    }
}
