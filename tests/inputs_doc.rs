//! Writes `data/inputs.md` from the input table, and fails if the file was out of date.

use std::fs;
use std::path::Path;

use payenough_model::scenario::write_value;
use payenough_model::{Group, InputId, InputSpec, Kind, NUMBERS};

#[test]
fn the_list_of_inputs_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/inputs.md");
    let fresh = document();
    let found = fs::read_to_string(&path).unwrap_or_default();
    if found != fresh {
        fs::write(&path, &fresh).expect("data/inputs.md can be written");
        panic!("data/inputs.md was stale and has been rewritten: look at it and commit it");
    }
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
