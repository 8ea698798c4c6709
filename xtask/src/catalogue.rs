//! Writes the page's tables of accelerators and open models from `data/`.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Error, Result};
use crate::html::escape;

/// Printed if a source gives no figure.
const NOTHING: &str = "–";

/// One row of a table, by column.
type Row = BTreeMap<String, String>;

/// The rows of `sources.csv`, by id.
type Sources = BTreeMap<String, Row>;

/// Both tables, each in a closed disclosure.
pub fn tables(data: &Path) -> Result<String> {
    let sources = read(data, "sources")?.into_iter().map(|row| (row["source_id"].clone(), row)).collect();
    let chips = rows(&read(data, "accelerators")?, |row| chip(row, &sources));
    let lacks = read(data, "architectures")?
        .into_iter()
        .filter(|row| row["field"] == "what the sources lack")
        .map(|row| (row["model"].clone(), row["value"].clone()))
        .collect();
    let models = rows(&read(data, "models")?, |row| model(row, &lacks, &sources));
    let of_chips = "Rates without sparsity; power with host, network and cooling; rent on demand.";
    let of_models = "A model that lacks something cannot be chosen. KV cache at 16 bits, every layer counted in full. \
                     Details: <a href=\"./data/architectures.csv\" download>architectures.csv</a>.";
    Ok([
        table("Accelerators", &CHIP_HEADS, &chips, of_chips),
        table("Models, open and closed", &MODEL_HEADS, &models, of_models),
    ]
    .concat())
}

const CHIP_HEADS: [&str; 13] = [
    "Accelerator",
    "Year",
    "Memory, GB",
    "Bandwidth, TB/s",
    "16 bits, TFLOP/s",
    "8 bits, TFLOP/s",
    "4 bits, TFLOP/s",
    "Power, kW",
    "Price, $ (low to high)",
    "Rent, $/h (low to high)",
    "Grade",
    "Sources",
    "Note",
];

fn chip(row: &Row, all: &Sources) -> String {
    let numbers = [
        "memory_gb",
        "mem_bw_tb_s",
        "bf16_dense_tflops",
        "fp8_dense_tflops",
        "fp4_dense_tflops",
        "allin_kw_per_accel",
    ];
    [
        head(&row["name"]),
        number(&row["year"]),
        numbers.map(|column| number(&figure(&row[column]))).concat(),
        number(&range(row, ["unit_price_usd", "unit_price_low", "unit_price_high"])),
        number(&range(row, ["rental_usd_h", "rental_low", "rental_high"])),
        text(&row["quality"].replace('-', " ")),
        sources(row, "spec", &["power", "price", "rental"], all),
        text(&row["note"]),
    ]
    .concat()
}

const MODEL_HEADS: [&str; 16] = [
    "Model",
    "Released",
    "Parameters, 10⁹",
    "Active, 10⁹",
    "Layers",
    "Width",
    "Heads (KV)",
    "Attention",
    "Experts (per token + shared)",
    "KV cache, B/token",
    "Weights",
    "Context, tokens",
    "Lacks",
    "Grade",
    "Sources",
    "Note",
];

fn model(row: &Row, lacks: &BTreeMap<String, String>, all: &Sources) -> String {
    let [total, active, layers, width, cache, context] = [
        "params_total_b",
        "params_active_b",
        "layers",
        "hidden",
        "kv_bytes_per_token_fp16",
        "context_tokens",
    ]
    .map(|column| number(&figure(&row[column])));
    let pair = |one: &str, two: String| {
        if row[one].is_empty() { NOTHING.to_owned() } else { format!("{} ({two})", row[one]) }
    };
    let shared = &row["experts_shared"];
    let visited =
        format!("{} + {}", row["experts_per_tok"], if shared.is_empty() { NOTHING } else { shared });
    [
        head(&row["name"]),
        text(&row["release"]),
        total,
        active,
        layers,
        width,
        number(&pair("q_heads", row["kv_heads"].clone())),
        text(&row["attention"]),
        number(&pair("experts_routed", visited)),
        cache,
        text(&row["native_weight_precision"]),
        context,
        text(lacks.get(&row["id"]).map_or("nothing", String::as_str)),
        text(&row["quality"].replace('-', " ")),
        sources(row, "arch", &[], all),
        text(&row["note"]),
    ]
    .concat()
}

fn rows(table: &[Row], cells: impl Fn(&Row) -> String) -> String {
    table.iter().map(|row| format!("<tr>{}\n", cells(row))).collect()
}

/// A table in a closed disclosure, in a scrollable region that the keyboard can reach.
fn table(title: &str, heads: &[&str], rows: &str, legend: &str) -> String {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}")).collect();
    format!(
        "<details class=\"why\"><summary>{title}</summary>\n<p>{legend} {NOTHING}: not in our sources.</p>\n\
         <div class=\"scroller\" tabindex=\"0\" role=\"region\" aria-label=\"Catalogue: {title}, scrolls sideways\">\
         <table class=\"catalogue\"><caption>{title}</caption><thead><tr>{heads}</thead><tbody>\n{rows}</tbody></table></div></details>\n"
    )
}

fn head(name: &str) -> String {
    format!("<th scope=\"row\">{}", escape(name))
}

fn text(words: &str) -> String {
    format!("<td>{}", if words.is_empty() { NOTHING.to_owned() } else { escape(words) })
}

fn number(figure: &str) -> String {
    format!("<td class=\"num\">{figure}")
}

/// A figure with separated thousands and without trailing zeros.
fn figure(written: &str) -> String {
    if written.is_empty() {
        return NOTHING.to_owned();
    }
    let (whole, part) = written.split_once('.').unwrap_or((written, ""));
    let mut apart = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            apart.push(',');
        }
        apart.push(digit);
    }
    match part.trim_end_matches('0') {
        "" => apart,
        part => format!("{apart}.{part}"),
    }
}

/// A text like "30,000 (24,000 to 36,000)", or the part of it that is known.
fn range(row: &Row, columns: [&str; 3]) -> String {
    let [middle, low, high] = columns.map(|column| figure(&row[column]));
    match (middle.as_str(), low.as_str(), high.as_str()) {
        (_, NOTHING, NOTHING) => middle,
        (NOTHING, _, NOTHING) => format!("from {low}"),
        (_, NOTHING, _) => format!("{middle} (to {high})"),
        _ if low == middle && middle == high => middle,
        _ => format!("{middle} ({low} to {high})"),
    }
}

/// Links to the source of a row, with title and publisher, and to the sources of single figures, with their publishers.
fn sources(row: &Row, first: &str, more: &[&str], all: &Sources) -> String {
    let source = |kind: &str| all.get(&row[&format!("{kind}_source_id")]);
    let link = |source: &Row, words: &str| {
        format!("<a href=\"{}\">{}</a>", escape(&source["source_url"]), escape(words))
    };
    let main = source(first).map_or_else(
        || NOTHING.to_owned(),
        |it| link(it, &format!("{}, {}", it["source_title"], it["publisher"])),
    );
    let others = more.iter().filter_map(|kind| Some((kind, source(kind)?)));
    let others: String =
        others.map(|(kind, it)| format!("; {kind}: {}", link(it, &it["publisher"]))).collect();
    format!("<td>{main}{others}")
}

fn read(data: &Path, name: &str) -> Result<Vec<Row>> {
    let path = data.join(name).with_extension("csv");
    let unreadable = |error: csv::Error| Error::new(format!("cannot read {}: {error}.", path.display()));
    let mut reader = csv::Reader::from_path(&path).map_err(unreadable)?;
    reader.deserialize().collect::<Result<_, _>>().map_err(unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> String {
        tables(&crate::run::root().join("data")).expect("the tables of data/")
    }

    #[test]
    fn figures_are_readable() {
        assert_eq!(
            ["47222", "1048576", "989", "3.35", "5.0", "13500", ""].map(figure),
            ["47,222", "1,048,576", "989", "3.35", "5", "13,500", "–"]
        );
    }

    #[test]
    fn every_row_is_in_the_page_with_all_its_cells() {
        let page = page();
        let tables: Vec<&str> =
            page.split("<tbody>").skip(1).map(|it| it.split("</tbody>").next().unwrap_or_default()).collect();
        for (table, (rows, columns)) in tables.iter().zip([(19, CHIP_HEADS.len()), (30, MODEL_HEADS.len())]) {
            let lines: Vec<&str> = table.lines().filter(|line| line.starts_with("<tr>")).collect();
            assert_eq!(lines.len(), rows);
            for line in lines {
                assert_eq!(line.matches("<td").count() + line.matches("<th").count(), columns, "{line}");
            }
        }
        assert_eq!(tables.len(), 2);
    }

    #[test]
    fn a_blank_is_a_dash_and_half_a_range_is_shown_as_half() {
        let page = page();
        let line = |name: &str| page.lines().find(|line| line.contains(name)).unwrap_or_default();
        assert!(
            line("<th scope=\"row\">TPU v7").contains(NOTHING)
                || line("Ironwood").contains("<td class=\"num\">–")
        );
        assert!(line("<th scope=\"row\">B300").contains(">from 2.97<"), "{}", line("B300"));
        assert!(line("<th scope=\"row\">H800").contains("<td class=\"num\">2<"));
        assert!(line("<th scope=\"row\">TPU v5e").contains("1.2 (to 1.6)"));
        assert!(line("<th scope=\"row\">H100").contains("30,000 (24,000 to 36,000)"));
    }

    #[test]
    fn every_link_is_complete_and_incomplete_models_say_what_is_missing() {
        let page = page();
        for part in page.split("<a href=\"").skip(1) {
            assert!(
                part.starts_with("http") || part.starts_with("./data/"),
                "{}",
                &part[..part.len().min(80)]
            );
            assert!(!part.split("</a>").next().unwrap_or_default().ends_with(">"), "an empty link: {part}");
        }
        let closed = page.lines().find(|line| line.contains("GPT-6 Sol")).unwrap_or_default();
        assert!(closed.contains("Not public."), "{closed}");
    }
}
