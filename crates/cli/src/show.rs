//! `show`: the deeper sections of the page as lines of text.

use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_model::scenario::read_link;
use payenough_view::sections::{SECTIONS, Subject, draw, sure};
use payenough_view::{Child, El, unpack};

/// Column width in CSS pixels for which charts are drawn.
const WIDTH: f64 = 700.0;

/// The section that needs simulated futures.
const SURE: &str = "sure";

/// The arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Show {
    /// The section's name; leave it out for all of them.
    section: Option<String>,
    /// A full address, ?query or query; leave it out for the starting point.
    link: Option<String>,
}

/// The error for a section that does not exist.
#[derive(Debug, thiserror::Error)]
#[error("no section is called {0:?}; there are {all}, {SURE}", all = SECTIONS.map(|it| it.id).join(", "))]
pub(crate) struct NoSection(String);

impl Show {
    /// The sections as text.
    pub(crate) fn text(&self) -> Result<String, NoSection> {
        let is_asked = |id: &str| self.section.as_deref().is_none_or(|asked| asked == id);
        if !SECTIONS.iter().any(|it| is_asked(it.id)) && !is_asked(SURE) {
            return Err(NoSection(self.section.clone().unwrap_or_default()));
        }
        let (scenario, _) = read_link(self.link.as_deref().unwrap_or_default());
        let inputs = Inputs::read(scenario.values());
        let outcome = evaluate(&inputs);
        let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, width: WIDTH };
        let mut text = String::new();
        for section in SECTIONS.into_iter().filter(|it| is_asked(it.id)) {
            text.push_str(&format!("# {} ({})\n\n", section.title, section.id));
            if let Some(tree) = draw(section.id, &subject) {
                lines(&tree, &mut text);
            }
            text.push('\n');
        }
        if is_asked(SURE) {
            text.push_str(&format!("# {} ({SURE})\n\n", sure::TITLE));
            let reply = super::futures::concluded(self.link.as_deref().unwrap_or_default(), WIDTH as u32);
            let tree = reply.iter().find(|it| it.id == SURE).and_then(|it| unpack(&it.tree));
            tree.iter().for_each(|tree| lines(tree, &mut text));
            text.push('\n');
        }
        Ok(text)
    }
}

/// Writes paragraphs and rows, one per line. Drawings and buttons that set inputs are left out; a button that opens a
/// working is written as its number.
fn lines(tree: &El, to: &mut String) {
    match &*tree.tag {
        "p" | "caption" | "li" | "summary" => to.push_str(&format!("{}\n", words(tree).trim())),
        "tr" => {
            let cells: Vec<String> = parts(tree).map(words).collect();
            to.push_str(&format!("{}\n", cells.join(" | ").trim_end_matches([' ', '|'])));
        }
        _ => parts(tree).for_each(|part| lines(part, to)),
    }
    if matches!(&*tree.tag, "p" | "table") {
        to.push('\n');
    }
}

fn parts(tree: &El) -> impl Iterator<Item = &El> {
    tree.children.iter().filter_map(|it| if let Child::El(part) = it { Some(part) } else { None })
}

fn words(tree: &El) -> String {
    let sets = || tree.attributes.iter().any(|(name, _)| *name == "data-set");
    if tree.is_svg || tree.tag == "button" && sets() {
        return String::new();
    }
    let word = |child: &Child| match child {
        Child::Text(text) => text.clone(),
        Child::El(part) => words(part),
    };
    tree.children.iter().map(word).collect()
}
