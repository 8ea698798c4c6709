//! `data/inputs.md` is a snapshot of the input table.

use payenough_model::scenario::{VINTAGES, Vintage, write_value};
use payenough_model::{Figures, Group, InputId, Kind};

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
         of the key, as a link writes it: `?v=1&d=2026-11&chip_life_yr=4`. Low and high are the 10th and 90th percentile: \
         the ends that sources give, where both are, else ours.\n",
        InputId::ALL.len()
    );
    for set in VINTAGES {
        text += &part(set);
    }
    text
}

/// A set: all inputs of the first, of a later one those of which it says something else.
fn part(set: &'static Vintage) -> String {
    let (mut text, depth) = match set.before {
        None => (String::new(), "##"),
        Some(before) => (
            format!(
                "\n## Set {} ({})\n\nWhat it has otherwise than {}, from `data/defaults_{}.csv`: {} inputs.\n",
                set.id,
                set.label,
                before.id,
                set.id,
                set.figures.len()
            ),
            "###",
        ),
    };
    for group in Group::ALL {
        let said = |id: InputId| if set.before.is_some() { set.own(id) } else { Some(set.figures(id)) };
        let rows: Vec<String> = InputId::ALL
            .into_iter()
            .filter(|id| id.spec().group == group)
            .filter_map(|id| said(id).map(|figures| row(id, &figures)))
            .collect();
        if !rows.is_empty() {
            text += &format!("\n{depth} {}\n\n", group.label());
            text += "| Input | Key | Default | Low to high | Range by | Unit | Grade | Source | Why |\n";
            text += "|---|---|--:|---|---|---|---|---|---|\n";
            text += &rows.concat();
        }
    }
    text
}

fn row(id: InputId, own: &Figures) -> String {
    let spec = id.spec();
    let written = |value: f64| write_value(spec, value);
    let range = match spec.kind {
        Kind::Number => format!("{} to {}", written(own.low), written(own.high)),
        Kind::Switch => "0 (off) or 1 (on)".to_owned(),
        Kind::NumberKey => "the key of any number outside this group".to_owned(),
        Kind::Choice(options) => {
            let all: Vec<String> =
                options.iter().map(|(name, label)| format!("`{name}` ({label})")).collect();
            all.join(", ")
        }
    };
    let is_range = matches!(spec.kind, Kind::Number) && own.is_range();
    let evidence: String = own.evidence.split_whitespace().map(|it| format!(", `{it}`")).collect();
    let source = match own.source.url {
        "" => format!("{} (`{}`{evidence})", own.source.title, own.fact),
        url => format!("[{}]({url}), {} (`{}`{evidence})", cell(own.source.title), own.source.date, own.fact),
    };
    let cells = [
        spec.label,
        &format!("`{}`", spec.key),
        &written(own.default),
        &range,
        if is_range { own.whose.key() } else { "" },
        spec.unit.text,
        &own.grade_label(),
        &source,
        own.doc,
    ];
    format!("| {} |\n", cells.map(|text| cell(text.trim())).join(" | "))
}

/// Escapes text so that it cannot end its table cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
