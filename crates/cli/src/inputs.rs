//! `inputs`: prints the input table for people or as JSON.

use payenough_analysis::report::Written;
use payenough_model::scenario::{Vintage, read_link, write_value};
use payenough_model::{Group, InputId, InputSpec, Kind, Setting};
use serde::Serialize;

/// One row of the table. Every figure is in the unit of the key, as in a link.
#[derive(Serialize)]
struct Row {
    key: &'static str,
    was: &'static [&'static str],
    kind: &'static str,
    /// Names of a choice's options, as in a link.
    options: Vec<&'static str>,
    option_labels: Vec<&'static str>,
    label: &'static str,
    unit: &'static str,
    group: &'static str,
    default: Written,
    low: Option<f64>,
    high: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    soft_min: Option<f64>,
    soft_max: Option<f64>,
    scale: &'static str,
    digits: u8,
    source: &'static str,
    source_title: &'static str,
    source_url: &'static str,
    source_date: &'static str,
    grade: &'static str,
    /// Did nobody open the original that the source quotes?
    second_hand: bool,
    /// Who gives low and high: `sources` or `ours`.
    range_by: &'static str,
    /// The dated set that says so.
    set: &'static str,
    evidence: Vec<&'static str>,
    fact: &'static str,
    doc: &'static str,
}

impl Row {
    fn of(id: InputId, set: &'static Vintage) -> Self {
        let (spec, own) = (id.spec(), set.figures(id));
        let options = spec.kind.options().unwrap_or_default();
        let figure = |value: f64| options.is_empty().then_some(value);
        Self {
            key: spec.key,
            was: spec.was,
            kind: spec.kind.key(),
            options: options.iter().map(|&(name, _)| name).collect(),
            option_labels: options.iter().map(|&(_, label)| label).collect(),
            label: spec.label,
            unit: spec.unit.text,
            group: spec.group.key(),
            default: Written::of(id, Setting::Number(own.default)),
            low: figure(own.low),
            high: figure(own.high),
            min: figure(spec.hard.0),
            max: figure(spec.hard.1),
            soft_min: figure(spec.soft.0),
            soft_max: figure(spec.soft.1),
            scale: spec.scale.key(),
            digits: spec.digits,
            source: own.source.id,
            source_title: own.source.title,
            source_url: own.source.url,
            source_date: own.source.date,
            grade: own.grade.label(),
            second_hand: own.is_second_hand,
            range_by: own.whose.key(),
            set: set.source_of(id).id,
            evidence: own.evidence.split_whitespace().collect(),
            fact: own.fact,
            doc: own.doc.trim(),
        }
    }
}

/// The dated set that a link names.
fn set(link: &str) -> &'static Vintage {
    read_link(link).0.vintage()
}

/// The table as a JSON array, with the figures of the dated set that a link names.
pub(crate) fn json(link: &str) -> serde_json::Result<String> {
    let set = set(link);
    let rows: Vec<Row> = InputId::ALL.into_iter().map(|id| Row::of(id, set)).collect();
    serde_json::to_string_pretty(&rows)
}

/// The same table as text for people.
pub(crate) fn table(link: &str) -> String {
    let set = set(link);
    let mut text = String::new();
    for (at, group) in Group::ALL.into_iter().enumerate() {
        let gap = if at > 0 { "\n" } else { "" };
        text += &format!("{gap}{}\n", group.label());
        let rows = InputId::ALL.into_iter().filter(|id| id.spec().group == group);
        rows.for_each(|id| text += &line(id, set));
    }
    text
}

fn line(id: InputId, set: &Vintage) -> String {
    let (spec, own): (&InputSpec, _) = (id.spec(), set.figures(id));
    let written = |value: f64| write_value(spec, value);
    let range = match spec.kind {
        Kind::Number => format!("{} to {}", written(own.low), written(own.high)),
        Kind::Switch => "0 or 1".to_owned(),
        Kind::NumberKey => "the key of a number".to_owned(),
        Kind::Choice(options) => options.iter().map(|&(name, _)| name).collect::<Vec<_>>().join(", "),
    };
    let range = format!("{range} {}", spec.unit.text);
    format!(
        "  {:<28}{:<12}{range:<48}{:<10}{:<24}{}\n",
        spec.key,
        written(own.default),
        if matches!(spec.kind, Kind::Number) && own.is_range() { own.whose.key() } else { "" },
        own.grade_label(),
        spec.label
    )
}
