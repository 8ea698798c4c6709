//! `show`: the deeper sections of the page as lines of text.

use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_model::scenario::read_link;
use payenough_view::sections::{Kind, SectionId, Subject, Widths, draw};
use payenough_view::{Child, El, unpack};

/// Width of a column of text that charts are drawn for, CSS pixels.
const WIDTH: u32 = 700;

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
#[error("no section is called {0:?}; there are {all}", all = shown().map(SectionId::id).collect::<Vec<_>>().join(", "))]
pub(crate) struct NoSection(String);

/// Sections that stand by themselves: not the answer's two lines, and not what is made only when a reader asks for it.
fn shown() -> impl Iterator<Item = SectionId> {
    SectionId::ALL.into_iter().filter(|id| match id.kind() {
        Kind::First | Kind::Quick | Kind::Search => true,
        Kind::Flips => *id == SectionId::Robust,
        Kind::Futures => *id == SectionId::Sure,
        Kind::Working | Kind::Result | Kind::Csv => false,
    })
}

impl Show {
    /// The sections as text.
    pub(crate) fn text(&self) -> Result<String, NoSection> {
        let is_asked = |name: &str| self.section.as_deref().is_none_or(|asked| asked == name);
        if !shown().any(|id| is_asked(id.id())) {
            return Err(NoSection(self.section.clone().unwrap_or_default()));
        }
        let link = self.link.as_deref().unwrap_or_default();
        let (scenario, _) = read_link(link);
        let inputs = Inputs::read(scenario.values());
        let outcome = evaluate(&inputs);
        let widths = Widths::of_column(f64::from(WIDTH));
        let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, widths };
        let mut text = String::new();
        for id in shown().filter(|id| is_asked(id.id())) {
            text.push_str(&format!("# {} ({})\n\n", id.title(), id.id()));
            let tree = match id {
                SectionId::Sure => sure(link),
                _ => draw(id, &subject),
            };
            tree.iter().for_each(|tree| lines(tree, &mut text));
            text.push('\n');
        }
        Ok(text)
    }
}

/// What the simulated futures of a link say.
fn sure(link: &str) -> Option<El> {
    let concluded = super::futures::concluded(link, WIDTH);
    let sure = concluded.iter().find(|it| it.id == SectionId::Sure)?;
    unpack(&sure.tree)
}

/// Paragraphs and rows, a line each. Drawings and buttons that set inputs are left out; one that opens a working is its number.
fn lines(tree: &El, to: &mut String) {
    match &*tree.tag {
        "dt" => to.push_str(&format!("{}: ", words(tree))),
        "dd" => to.push_str(&format!("{}\n", words(tree))),
        "p" | "caption" | "li" | "summary" => to.push_str(&format!("{}\n", words(tree).trim())),
        "tr" => {
            let cells: Vec<String> = parts(tree).map(words).collect();
            to.push_str(&format!("{}\n", cells.join(" | ").trim_end_matches([' ', '|'])));
        }
        _ => parts(tree).for_each(|part| lines(part, to)),
    }
    if matches!(&*tree.tag, "p" | "table" | "dl") {
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
