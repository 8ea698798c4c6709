//! Finishes the page that Trunk builds: it removes the inline script, adds a strict security policy, joins the style
//! sheets, and makes the page for frames.

use crate::error::{Error, Result};
use crate::html;
use crate::minify;

/// The content security policy: the page may load and run only its own files. `frame-ancestors` has no effect in a meta
/// element, and any site may frame the page by design. `public/_headers` holds the same policy for hosts that send it.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

const BOOT: &str = include_str!("../../src/boot/boot.js");
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// A file that is to be written into `dist/`.
#[derive(Debug)]
pub struct File {
    /// The name of the file, which contains a hash of its text.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

/// The finished page.
#[derive(Debug)]
pub struct Page {
    /// The full page.
    pub index: String,
    /// The page for frames, which is one folder deeper.
    pub embed: String,
    /// The script that starts the program, or says why it cannot.
    pub boot: File,
    /// The joined style sheets.
    pub style: File,
    /// The names of the program's files that Trunk wrote and that are still to be minified: the script, then the wasm.
    pub program: [String; 2],
    /// Names of files that the page no longer uses.
    pub replaced: Vec<String>,
}

/// A part of the page that is generated from the tables.
#[derive(Debug)]
pub struct Part {
    /// Name of the part; `<!--name-->` marks its place in `index.html`.
    pub name: String,
    /// HTML of the part.
    pub html: String,
}

/// The parts that the page for frames has too.
const EMBEDDED: [&str; 2] = ["verdict", "inputs"];
/// A part only for the page for frames, and the part whose place it takes. Its numbers do not open workings.
const CARD: (&str, &str) = ("card", "start");

/// Finishes `html` with the generated parts. `read` returns the text of a file in `dist/`.
///
/// `worker` is the name of the script that loads the workers' programs.
pub fn finish(
    html: &str,
    parts: &[Part],
    worker: &str,
    read: impl Fn(&str) -> Result<String>,
) -> Result<Page> {
    let (html, program) = take_loader(html)?;
    let (html, style, replaced) = join_styles(&html, read)?;
    let boot_text = BOOT
        .replace("{{script}}", &program.script)
        .replace("{{wasm}}", &program.wasm)
        .replace("{{worker}}", &format!("./{worker}"));
    let boot_text = minify::script(&boot_text);
    let boot = File { name: hashed("boot", "js", boot_text.as_bytes()), text: boot_text };

    let policy = format!(
        "{CHARSET}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        html::escape(POLICY)
    );
    // A frame without an origin can only make requests without credentials, hence `crossorigin`.
    let loading = [
        format!("<link rel=\"stylesheet\" href=\"./{}\">", style.name),
        format!("<link rel=\"modulepreload\" href=\"{}\" crossorigin>", program.script),
        format!(
            "<link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>",
            program.wasm
        ),
        // not deferred, because it hides the starting point's answer before anything is painted
        format!("<script src=\"./{}\"></script>", boot.name),
        "</head>".to_owned(),
    ];
    let html = replace_once(&html, CHARSET, &policy)?;
    let html = replace_once(&html, "</head>", &loading.join("\n"))?;
    let (mut index, mut framed) = (html.clone(), html);
    for Part { name, html } in parts {
        if name == CARD.0 {
            framed = replace_once(&framed, &format!("<!--{}-->", CARD.1), html)?;
            continue;
        }
        let place = format!("<!--{name}-->");
        index = replace_once(&index, &place, html)?;
        if EMBEDDED.contains(&name.as_str()) {
            framed = replace_once(&framed, &place, html)?;
        }
    }
    let index = html::without_comments(&index);
    let embed = embed(&html::without_comments(&framed))?;
    let program = [program.script, program.wasm].map(|it| it.trim_start_matches("./").to_owned());
    Ok(Page { index, embed, boot, style, program, replaced })
}

struct Program {
    script: String,
    wasm: String,
}

/// Removes Trunk's inline script and preload links, and returns the two file names in them.
fn take_loader(html: &str) -> Result<(String, Program)> {
    let missing =
        || Error::new("Trunk wrote a page without the start-up script that xtask/src/page.rs expects.");
    let end_mark = "</script>";
    let (start, length) = html
        .match_indices("<script type=\"module\"")
        .filter_map(|(start, _)| Some((start, html[start..].find(end_mark)? + end_mark.len())))
        .find(|(start, length)| html[*start..start + length].contains("TrunkApplicationStarted"))
        .ok_or_else(missing)?;
    let script = &html[start..start + length];
    let name = |before| html::between(script, before, "'").map(str::to_owned).ok_or_else(missing);
    let program = Program { script: name("from '")?, wasm: name("module_or_path: '")? };

    let mut rest = format!("{}{}", &html[..start], &html[start + length..]);
    for link in html::tags(html, "link") {
        if matches!(html::attribute(link, "rel"), Some("preload" | "modulepreload")) {
            rest = rest.replace(link, "");
        }
    }
    Ok((rest, program))
}

/// Removes the links to the project's style sheets and joins their texts in order, for one request instead of many.
fn join_styles(html: &str, read: impl Fn(&str) -> Result<String>) -> Result<(String, File, Vec<String>)> {
    let mut rest = html.to_owned();
    let (mut text, mut replaced) = (String::new(), Vec::new());
    for link in html::tags(html, "link") {
        let own = html::attribute(link, "href").and_then(|it| it.strip_prefix("./"));
        if let (Some("stylesheet"), Some(name)) = (html::attribute(link, "rel"), own) {
            text.push_str(&read(name)?);
            text.push('\n');
            replaced.push(name.to_owned());
            rest = rest.replace(link, "");
        }
    }
    let text = minify::style(&text);
    Ok((rest, File { name: hashed("style", "css", text.as_bytes()), text }, replaced))
}

/// Makes the page for frames: it is one folder deeper, marked as embedded, and excluded from search results.
fn embed(index: &str) -> Result<String> {
    let deeper = html::one_folder_deeper(index);
    let marked = replace_once(&deeper, "<html ", "<html data-page=\"embed\" ")?;
    let titled = replace_once(&marked, "</title>", " (embedded)</title>")?;
    let head = "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"../\">\n</head>";
    replace_once(&titled, "</head>", head)
}

fn replace_once(text: &str, old: &str, new: &str) -> Result<String> {
    if text.matches(old).count() == 1 {
        Ok(text.replacen(old, new, 1))
    } else {
        Err(Error::new(format!(
            "index.html must hold {old} exactly once; xtask/src/page.rs puts its parts there."
        )))
    }
}

/// A name like "boot-0123456789abcdef.js". A changed text gets a new name, so that browsers may cache the file for
/// ever.
pub fn hashed(stem: &str, extension: &str, content: &[u8]) -> String {
    // FNV-1a gives the same hash on every machine and in every version of Rust. The standard hasher does not promise
    // that.
    let hash = content.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{stem}-{hash:016x}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = r#"<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
<title>Pay?</title>
<link rel="icon" href="./icon.svg">
<link rel="stylesheet" href="./a-1.css"/>
<link rel="stylesheet" href="./b-2.css"/>
<script type="module">
import init, * as bindings from './app-77.js';
const wasm = await init({ module_or_path: './app-77_bg.wasm' });
dispatchEvent(new CustomEvent("TrunkApplicationStarted", {detail: {wasm}}));
</script>
<link rel="modulepreload" href="./app-77.js" crossorigin="anonymous"><link rel="preload" href="./app-77_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm"></head>
<body><p><!--verdict--></p><b><!--start--></b><!--catalogue--></body></html>"#;

    fn page() -> Page {
        let part = |name: &str, html: &str| Part { name: name.to_owned(), html: html.to_owned() };
        let parts = [
            part("verdict", "It falls short by &lt; $7"),
            part("card", "$7"),
            part("start", "<button>$7</button>"),
            part("catalogue", "<table></table>"),
        ];
        finish(TRUNK, &parts, "worker-9.js", |name| Ok(format!("[{name}] {{ /* text */ }}")))
            .expect("a page of Trunk's form")
    }

    #[test]
    fn no_inline_script_is_left_and_the_names_are_kept() {
        let page = page();
        assert!(!page.index.contains("TrunkApplicationStarted"), "{}", page.index);
        assert!(page.boot.text.contains("new URL(\"./app-77.js\",here)"), "{}", page.boot.text);
        assert!(page.boot.text.contains("new URL(\"./app-77_bg.wasm\",here)"), "{}", page.boot.text);
        assert!(page.boot.text.contains("new URL(\"./worker-9.js\",here)"), "{}", page.boot.text);
        let files = html::own_files(&page.index);
        assert_eq!(files, ["icon.svg", &page.style.name, "app-77.js", "app-77_bg.wasm", &page.boot.name]);
    }

    #[test]
    fn style_sheets_are_joined_in_order() {
        assert_eq!(page().style.text, "[a-1.css]{}[b-2.css]{}");
        assert_eq!(page().replaced, ["a-1.css", "b-2.css"]);
    }

    #[test]
    fn the_policy_comes_before_everything_it_governs() {
        let index = page().index;
        let (policy, first) = (index.find("http-equiv"), index.find("<link"));
        assert!(policy.is_some() && policy < first, "{index}");
    }

    #[test]
    fn the_verdict_is_in_both_pages() {
        for html in [page().index, page().embed] {
            assert!(html.contains("<p>It falls short by &lt; $7</p>"), "{html}");
        }
    }

    #[test]
    fn numbers_in_the_page_for_frames_do_not_open_workings() {
        assert!(page().index.contains("<b><button>$7</button></b>") && page().embed.contains("<b>$7</b>"));
    }

    #[test]
    fn the_catalogue_is_only_in_the_full_page() {
        assert!(page().index.contains("<table>") && !page().embed.contains("<table>"));
    }

    #[test]
    fn the_embed_page_is_marked_and_loads_its_files_from_the_folder_above() {
        let embed = page().embed;
        assert!(embed.contains("<html data-page=\"embed\" lang=\"en\">"), "{embed}");
        assert!(embed.contains("<title>Pay? (embedded)</title>") && embed.contains("noindex"), "{embed}");
        assert!(!embed.contains("\"./"), "{embed}");
    }

    #[test]
    fn a_page_without_the_loader_is_refused() {
        let message =
            finish("<html><head></head></html>", &[], "", |_| Ok(String::new())).expect_err("no loader");
        assert!(message.to_string().contains("start-up script"), "{message}");
    }

    #[test]
    fn a_changed_text_changes_the_file_name() {
        assert_eq!(hashed("boot", "js", b""), "boot-cbf29ce484222325.js");
        assert_ne!(hashed("boot", "js", b"a"), hashed("boot", "js", b"b"));
    }

    #[test]
    fn the_headers_file_sends_the_same_policy() {
        let headers = std::fs::read_to_string(crate::run::root().join("public/_headers")).expect("the file");
        assert!(headers.contains(&format!("Content-Security-Policy: {POLICY}")), "{headers}");
    }
}
