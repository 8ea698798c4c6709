//! `data/inputs.md` is a snapshot of the input table.

use payenough_model::scenario::write_value;
use payenough_model::{Group, InputId, InputSpec, Kind, NUMBERS};

#[path = "common/snapshot.rs"]
mod snapshot;

#[test]
fn the_list_of_inputs_is_up_to_date() {
    snapshot::compare("data/inputs.md", &document());
}

fn document() -> String {
    let mut text = format!(
        "# Inputs\n\n\
         Written from `crates/model/src/inputs.rs` by `tests/inputs_doc.rs`; do not edit. {} inputs. Every figure is in the unit \
         of the key, as a link writes it: `?v=1&d=2026-11&chip_life_yr=4`. Low and high are the 10th and 90th percentile, \
         or the ends of what sources say.\n",
        InputId::ALL.len()
    );
    for group in Group::ALL {
        text += &format!("\n## {}\n\n", group.label());
        text += "| Input | Key | Default | Low to high | Unit | Grade | Source | Why |\n|---|---|--:|---|---|---|---|---|\n";
        let rows = InputId::ALL.map(InputId::spec).into_iter().filter(|spec| spec.group == group);
        rows.for_each(|spec| text += &row(spec));
    }
    text
}

fn row(spec: &InputSpec) -> String {
    let written = |value: f64| write_value(spec, value);
    let range = match spec.kind {
        Kind::Number => format!("{} to {}", written(spec.low), written(spec.high)),
        Kind::Switch => "0 (off) or 1 (on)".to_owned(),
        Kind::Choice(NUMBERS) => "the key of any number outside this group".to_owned(),
        Kind::Choice(options) => {
            let all: Vec<String> =
                options.iter().map(|(name, label)| format!("`{name}` ({label})")).collect();
            all.join(", ")
        }
    };
    let source = match spec.source.url {
        "" => format!("{} (`{}`)", spec.source.title, spec.fact),
        url => format!("[{}]({url}), {} (`{}`)", cell(spec.source.title), spec.source.date, spec.fact),
    };
    let cells = [
        spec.label,
        &format!("`{}`", spec.key),
        &written(spec.default),
        &range,
        spec.unit.text,
        spec.grade.label(),
        &source,
        spec.doc,
    ];
    format!("| {} |\n", cells.map(|text| cell(text.trim())).join(" | "))
}

/// Escapes text so that it cannot end its table cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
