//! `inputs`: prints the input table for people or as JSON.

use payenough_analysis::report::Written;
use payenough_model::scenario::write_value;
use payenough_model::{Group, InputId, InputSpec, Kind, NUMBERS, Setting};
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
    fact: &'static str,
    doc: &'static str,
}

impl Row {
    fn of(id: InputId) -> Self {
        let spec = id.spec();
        let options = match spec.kind {
            Kind::Choice(options) => options,
            Kind::Number | Kind::Switch => &[],
        };
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
            default: Written::of(id, Setting::Number(spec.default)),
            low: figure(spec.low),
            high: figure(spec.high),
            min: figure(spec.hard.0),
            max: figure(spec.hard.1),
            soft_min: figure(spec.soft.0),
            soft_max: figure(spec.soft.1),
            scale: spec.scale.key(),
            digits: spec.digits,
            source: spec.source.id,
            source_title: spec.source.title,
            source_url: spec.source.url,
            source_date: spec.source.date,
            grade: spec.grade.label(),
            fact: spec.fact,
            doc: spec.doc.trim(),
        }
    }
}

/// The table as a JSON array.
pub(crate) fn json() -> serde_json::Result<String> {
    let rows: Vec<Row> = InputId::ALL.into_iter().map(Row::of).collect();
    serde_json::to_string_pretty(&rows)
}

/// The table as text for people.
pub(crate) fn table() -> String {
    let mut text = String::new();
    for (at, group) in Group::ALL.into_iter().enumerate() {
        let gap = if at > 0 { "\n" } else { "" };
        text += &format!("{gap}{}\n", group.label());
        let rows = InputId::ALL.map(InputId::spec).into_iter().filter(|spec| spec.group == group);
        rows.for_each(|spec| text += &line(spec));
    }
    text
}

fn line(spec: &InputSpec) -> String {
    let written = |value: f64| write_value(spec, value);
    let range = match spec.kind {
        Kind::Number => format!("{} to {}", written(spec.low), written(spec.high)),
        Kind::Switch => "0 or 1".to_owned(),
        Kind::Choice(NUMBERS) => "the key of a number".to_owned(),
        Kind::Choice(options) => options.iter().map(|&(name, _)| name).collect::<Vec<_>>().join(", "),
    };
    let range = format!("{range} {}", spec.unit.text);
    format!(
        "  {:<28}{:<12}{range:<48}{:<15}{}\n",
        spec.key,
        written(spec.default),
        spec.grade.label(),
        spec.label
    )
}
