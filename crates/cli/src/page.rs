//! The parts of the static page that come from the tables: every input with its reason and source, the changes of each
//! preset, and all sources. They are written into the page, so that readers without scripts see them too and the wasm
//! program does not have to contain them.

use std::fmt::Write as _;

use payenough_analysis::pieces::at_once;
use payenough_engine::evaluate;
use payenough_model::scenario::{PRESETS, Preset, Scenario, VINTAGES};
use payenough_model::{Grade, InputId, Inputs, SOURCES, Source};
use payenough_view::sections::flips::section_and_line;
use payenough_view::sections::{SectionId, Subject, Widths, draw_first};
use payenough_view::{Child, El, el, unpack};
use serde_json::{Value, json};

/// Width in CSS pixels for which the charts of the static page are drawn: that of a phone.
const STATIC_WIDTH: u32 = 344;

/// Width of the main chart where it stands beside inputs, CSS pixels.
const WIDE: u32 = 660;

/// Each part by the name of its place in `index.html`, `<!--name-->`; `validation` is the physics beside measurements.
pub(crate) fn parts(validation: String) -> Value {
    let reply = super::futures::concluded("", STATIC_WIDTH);
    let section = |id: SectionId| reply.iter().find(|it| it.id == id).and_then(|it| unpack(&it.tree));
    let answer = section(SectionId::Verdict).map(|it| it.with(flips())).unwrap_or_else(|| el("div"));
    let sure = section(SectionId::Sure).as_ref().map(closed).unwrap_or_default();
    json!({
        "verdict": closed(&answer),
        "card": start(&answer, closed),
        "start": start(&answer, html),
        "futures": format!(
            "<section class=\"section\" id=\"boot-sure\" aria-labelledby=\"boot-sure-title\">\
             <h2 id=\"boot-sure-title\">{title}</h2>{sure}</section>",
            title = SectionId::Sure.title()
        ),
        "inputs": inputs(),
        "presets": PRESETS.into_iter().filter(|it| !it.is_start() && it.vintage().before.is_none()).map(preset).collect::<String>(),
        "sources": sources(),
        "validation": validation,
    })
}

/// The first screen of the starting point, which the calculator shows before its workers have drawn anything.
fn start(answer: &El, written: fn(&El) -> String) -> String {
    let first = |name: &str, id: SectionId, width: u32| {
        let tree = of_start(width, |subject| draw_first(id, subject));
        (name.to_owned(), tree.unwrap_or_else(|| el("div")))
    };
    let parts = [
        first("numbers", SectionId::Numbers, STATIC_WIDTH),
        first("needed", SectionId::Needed, STATIC_WIDTH),
        first("needed-wide", SectionId::Needed, WIDE),
    ];
    let part = |name: &str, tree: &El| {
        let tag = &tree.tag;
        format!("<{tag} data-start=\"{name}\">{}</{tag}>", inner(&written(tree)))
    };
    let rest: String = parts.iter().map(|(name, tree)| part(name, tree)).collect();
    part("verdict", answer) + &rest
}

/// What is drawn of the starting point for a column of this width.
fn of_start<T>(width: u32, draw: impl FnOnce(&Subject<'_>) -> T) -> T {
    let scenario = Scenario::starting_point();
    let inputs = Inputs::read(scenario.values());
    let (outcome, widths) = (evaluate(&inputs), Widths::of_column(f64::from(width)));
    draw(&Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, widths })
}

/// The line on what flips the starting point's answer.
fn flips() -> El {
    of_start(STATIC_WIDTH, |subject| at_once(section_and_line(subject, &subject.scenario.query())).1)
}

/// The HTML between the tags of an element.
fn inner(element: &str) -> &str {
    let start = element.find('>').map_or(0, |at| at + 1);
    element.get(start..element.rfind("</").unwrap_or(start)).unwrap_or_default()
}

/// A tree as HTML without buttons that open workings, which need the calculator.
fn closed(tree: &El) -> String {
    written(tree, false)
}

/// A tree as HTML.
fn html(tree: &El) -> String {
    written(tree, true)
}

fn written(tree: &El, opens: bool) -> String {
    let attributes: String = tree
        .attributes
        .iter()
        .filter(|it| opens || it.0 != "data-why")
        .map(|(name, value)| format!(" {name}=\"{}\"", escape(value)))
        .collect();
    let children: String = tree
        .children
        .iter()
        .map(|child| match child {
            Child::Text(text) => escape(text),
            Child::El(child) => written(child, opens),
        })
        .collect();
    if !opens && tree.tag == "button" && tree.attributes.iter().any(|it| it.0 == "data-why") {
        return children;
    }
    format!("<{tag}{attributes}>{children}</{tag}>", tag = tree.tag)
}

/// Escapes text for HTML, including attributes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

pub(crate) fn disclosure(title: &str, body: &str) -> String {
    format!("<details class=\"why\"><summary>{}</summary>{body}</details>\n", escape(title))
}

/// All inputs with reason, starting point, range, source and grade of the first set. The page fetches the reasons of later
/// sets from their tables if a scenario uses one.
fn inputs() -> String {
    let mut rows = String::new();
    for id in InputId::ALL {
        let (spec, figures) = (id.spec(), id.spec().figures());
        // Writing to a string cannot fail.
        let _ = writeln!(
            rows,
            "<dt>{}</dt><dd data-why=\"{}\"><p>{}</p><p>Starting point: {}{}. {}</p></dd>",
            escape(spec.label),
            spec.key,
            escape(figures.doc.trim()),
            escape(&spec.amount(figures.default)),
            escape(&figures.range_text(spec)),
            citation(figures.source, &figures.grade_label())
        );
    }
    disclosure("Every input: reason, range and source", &format!("<dl class=\"reasons\">{rows}</dl>"))
}

/// A source with its link, date and grade; our own judgement is named as such.
fn citation(source: &Source, grade: &str) -> String {
    if source.url.is_empty() {
        return "<span class=\"source\">Source: our judgement.</span>".to_owned();
    }
    format!(
        "<span class=\"source\">Source: {} ({}, {}; {})</span>",
        link(source),
        escape(source.publisher),
        escape(source.date),
        grade
    )
}

fn link(source: &Source) -> String {
    format!(
        "<a href=\"{}\" rel=\"noopener noreferrer\" target=\"_blank\">{}</a>",
        escape(source.url),
        escape(source.title)
    )
}

/// The changes of a preset on the first set, with reasons. Those of presets on a later set stand in a table of `data/`.
fn preset(preset: &Preset) -> String {
    let mut rows = String::new();
    for change in preset.changes {
        let spec = change.id.spec();
        let _ = writeln!(
            rows,
            "<li data-why=\"{} {}\">{}: from {} to <b>{}</b>. {} {}</li>",
            preset.id,
            spec.key,
            escape(spec.label),
            escape(&spec.amount(spec.default)),
            escape(&spec.amount(change.value)),
            escape(change.why),
            citation(change.source, change.grade.label())
        );
    }
    let list = format!("<ul class=\"changes\" data-changes=\"{}\">{rows}</ul>", preset.id);
    disclosure(&format!("What “{}” changes: {} numbers", preset.title, preset.changes.len()), &list)
}

/// All sources with their uses: first those of the input table, then those that only presets or later sets cite.
fn sources() -> String {
    let of_presets = PRESETS.into_iter().flat_map(|preset| preset.changes).map(|change| change.source);
    let mut cited: Vec<&Source> = Vec::new();
    let of_sets = VINTAGES.into_iter().flat_map(|set| set.figures).map(|it| it.1.source);
    for source in SOURCES.iter().chain(of_presets).chain(of_sets).filter(|it| !it.url.is_empty()) {
        if cited.iter().all(|it| it.id != source.id) {
            cited.push(source);
        }
    }
    let rows: String = cited.into_iter().map(used).collect();
    disclosure("Sources of the starting point and the presets", &format!("<ul class=\"sources\">{rows}</ul>"))
}

/// A source with its uses and its grade.
fn used(source: &Source) -> String {
    let of_table = InputId::ALL.map(InputId::spec).into_iter().filter(|it| it.source.id == source.id);
    let mut uses: Vec<(String, Grade)> = of_table.map(|it| (it.label.to_owned(), it.grade)).collect();
    for set in VINTAGES {
        // which figures these are stands in the set's own table
        let own: Vec<_> = set.figures.iter().filter(|it| it.1.source.id == source.id).collect();
        uses.extend(own.first().map(|it| (format!("{} of the set {}", own.len(), set.label), it.1.grade)));
    }
    for preset in PRESETS {
        let own = preset.changes.iter().filter(|it| it.source.id == source.id);
        uses.extend(own.map(|it| (format!("{} in “{}”", it.id.spec().label, preset.title), it.grade)));
    }
    let grade = uses.first().map_or("", |one| one.1.label());
    let names: Vec<&str> = uses.iter().map(|one| one.0.as_str()).collect();
    format!(
        "<li>{} ({}, {}; {grade}). Used for: {}.</li>\n",
        link(source),
        escape(source.publisher),
        escape(source.date),
        escape(&names.join("; "))
    )
}
