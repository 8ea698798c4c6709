//! The input table and the presets agree with `data/`: every fact exists and has the same figures.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use payenough_model::scenario::{Change, PRESETS, write_value};
use payenough_model::{Grade, InputId, InputSpec, Kind, SOURCES, Source};

/// One row of a table, by column.
type Row = BTreeMap<String, String>;

/// The rows of a table in `data/`, by id.
fn table(name: &str) -> BTreeMap<String, Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).with_extension("csv");
    let mut reader =
        csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let headers = reader.headers().unwrap().clone();
    let mut rows = BTreeMap::new();
    for record in reader.records() {
        let record = record.unwrap();
        let row: Row = headers.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect();
        let twice = rows.insert(record[0].to_owned(), row);
        assert!(twice.is_none(), "{name}: two rows are called {}", &record[0]);
    }
    rows
}

/// All tables that contain facts.
struct Facts(BTreeMap<String, BTreeMap<String, Row>>);

impl Facts {
    fn load() -> Self {
        let names = [
            "capex",
            "defaults",
            "facts_2026h2",
            "infrastructure",
            "judgements",
            "market_events",
            "models",
            "price_history",
            "serving_measurements",
            "users_revenue",
            "willingness_to_pay",
        ];
        Self(names.into_iter().map(|name| (name.to_owned(), table(name))).collect())
    }

    /// The row of a fact given as `table:id`.
    #[track_caller]
    fn row(&self, fact: &str) -> &Row {
        let (table, id) = fact.split_once(':').unwrap_or_else(|| panic!("{fact} is not table:id"));
        let rows = self.0.get(table).unwrap_or_else(|| panic!("{fact}: no table {table}"));
        rows.get(id).unwrap_or_else(|| panic!("{fact}: no row {id}"))
    }
}

fn figure(row: &Row, column: &str) -> Option<f64> {
    row.get(column).and_then(|text| text.parse().ok())
}

/// Factors by which a unit may multiply a fact's figures: percent, thousands, millions, billions, trillions.
const FACTORS: [f64; 6] = [1.0, 100.0, 1e3, 1e6, 1e9, 1e12];

/// Equal up to the rounding of one multiplication.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

/// Whether the row's figures equal the fact's with one common factor. A blank low or high of a fact is not compared.
fn agrees(spec: &InputSpec, fact: &Row) -> bool {
    if spec.kind == Kind::NumberKey {
        // the table names the input by its key
        return fact["value"] == write_value(spec, spec.default);
    }
    let pairs = [("value", spec.default), ("low", spec.low), ("high", spec.high)];
    FACTORS.iter().any(|factor| {
        pairs.iter().all(|&(column, ours)| match figure(fact, column) {
            Some(theirs) => same(ours, theirs * factor),
            None => column != "value" && fact[column].is_empty(),
        })
    })
}

#[test]
fn every_input_matches_its_fact() {
    let facts = Facts::load();
    for id in InputId::ALL {
        let spec = id.spec();
        let fact = facts.row(spec.fact);
        assert!(
            agrees(spec, fact),
            "{}: {} ({} to {}) is not {}: {} ({} to {})",
            spec.key,
            spec.default,
            spec.low,
            spec.high,
            spec.fact,
            fact["value"],
            fact["low"],
            fact["high"]
        );
    }
}

#[test]
fn every_input_names_the_source_of_its_fact() {
    let facts = Facts::load();
    for spec in InputId::ALL.map(InputId::spec) {
        match facts.row(spec.fact).get("source_id") {
            Some(source) => assert_eq!(&spec.source.id, source, "{}", spec.key),
            None => assert_eq!((spec.source, spec.grade), (&Source::OURS, Grade::Judgement), "{}", spec.key),
        }
    }
}

#[test]
fn every_input_has_the_grade_of_its_fact() {
    let facts = Facts::load();
    for spec in InputId::ALL.map(InputId::spec) {
        let fact = facts.row(spec.fact);
        let basis = fact.get("basis").map_or("", String::as_str);
        let grade = match fact.get("quality") {
            None => "our judgement".to_owned(),
            Some(_) if basis.starts_with("judgement") => "our judgement".to_owned(),
            Some(_) if basis.contains("derived") && !basis.contains("sourced") => "derived".to_owned(),
            Some(quality) => quality.replace('-', " "),
        };
        assert_eq!(spec.grade.label(), grade, "{}", spec.key);
    }
}

#[test]
fn every_source_is_in_the_sources_table() {
    let rows = table("sources");
    let of_presets = PRESETS.iter().flat_map(|preset| preset.changes).map(|change| change.source);
    let cited: Vec<&Source> =
        SOURCES.iter().chain(of_presets).filter(|&source| source != &Source::OURS).collect();
    for source in &cited {
        let row = rows.get(source.id).unwrap_or_else(|| panic!("{}: not in sources.csv", source.id));
        let theirs =
            ["source_title", "publisher", "source_url", "source_date"].map(|column| row[column].as_str());
        assert_eq!([source.title, source.publisher, source.url, source.date], theirs, "{}", source.id);
    }
    for spec in InputId::ALL.map(InputId::spec) {
        assert!(SOURCES.contains(spec.source), "{}: {} is not in SOURCES", spec.key, spec.source.id);
    }
}

/// Whether the fact has a value of its own. Some facts only name the rows from which a preset's value was computed.
fn is_valued(change: &Change, fact: &Row) -> bool {
    let columns = ["value", "value_per_accel", "low", "high"];
    columns
        .iter()
        .filter_map(|column| figure(fact, column))
        .any(|theirs| FACTORS.iter().any(|factor| same(change.value, theirs * factor)))
}

#[test]
fn every_preset_change_matches_its_fact() {
    let facts = Facts::load();
    for preset in PRESETS {
        for change in preset.changes {
            let key = change.id.spec().key;
            let fact = facts.row(change.fact);
            assert!(
                is_valued(change, fact),
                "{} {key}: {} is not in {}",
                preset.id,
                change.value,
                change.fact
            );
            assert!(!change.why.is_empty() && change.why.len() <= 120 && change.why.ends_with('.'), "{key}");
            let source = fact.get("source_id").map_or(change.source.id, String::as_str);
            assert_eq!(change.source.id, source, "{} {key}", preset.id);
            let is_ours = change.source == &Source::OURS;
            assert_eq!(is_ours, change.grade == Grade::Judgement, "{} {key}", preset.id);
        }
    }
}

#[test]
fn every_judgement_is_used() {
    let inputs = InputId::ALL.iter().map(|id| id.spec().fact);
    let presets = PRESETS.iter().flat_map(|preset| preset.changes).map(|change| change.fact);
    let used: BTreeSet<&str> = inputs.chain(presets).collect();
    for (id, row) in table("judgements") {
        let is_marked = row["note"].contains("not used yet");
        let is_used = used.contains(format!("judgements:{id}").as_str());
        assert!(
            is_used != is_marked,
            "judgements:{id} is neither used nor marked \"not used yet\", or it is both"
        );
    }
}

#[test]
fn judgements_are_within_their_bounds() {
    for (id, row) in table("judgements") {
        if row["unit"] == "key" {
            continue;
        }
        let [value, low, high] = ["value", "low", "high"].map(|column| figure(&row, column).unwrap());
        assert!(low <= value && value <= high, "judgements:{id}");
    }
}

/// Columns of a row as text.
fn texts<'a, const N: usize>(row: &'a Row, columns: [&str; N]) -> [&'a str; N] {
    columns.map(|column| row[column].as_str())
}

#[test]
fn every_fact_of_autumn_has_a_date_a_source_and_a_grade() {
    let (facts, sources) = (table("facts_2026h2"), table("sources"));
    assert_eq!(facts.len(), 120);
    for (id, row) in &facts {
        let source = sources.get(&row["source_id"]).unwrap_or_else(|| panic!("{id}: no such source"));
        let cited = ["source_title", "publisher", "source_url"];
        assert_eq!(texts(row, cited), texts(source, cited), "{id}");
        assert!(
            row["as_of"].starts_with("202") && !row["what"].is_empty() && !row["unit"].is_empty(),
            "{id}"
        );
        assert!(["primary", "secondary", "estimate", "derived"].contains(&row["quality"].as_str()), "{id}");
        let is_sum = row["source_id"] == "own_sum_2026h2";
        assert_eq!(
            row["read"],
            if is_sum { "own arithmetic" } else { "second hand" },
            "{id}: nobody opened it"
        );
        let is_marked = row["publisher"].ends_with("no address") || is_sum;
        assert_eq!(row["source_url"].is_empty(), is_marked, "{id}: what has no address says so");
        let [low, value, high] = ["low", "value", "high"].map(|column| figure(row, column));
        assert!(
            low.is_none_or(|low| Some(low) <= value) && high.is_none_or(|high| value <= Some(high)),
            "{id}"
        );
        assert!(value.is_some() || id == "july26_direction", "{id}: a fact is a number");
    }
}

#[test]
fn sums_of_facts_of_autumn_are_sums() {
    let facts = table("facts_2026h2");
    let value = |id: &str| figure(&facts[id], "value").unwrap();
    let four = ["goog_2026_guide_jul", "amzn_2026_guide_jul", "meta_2026_guide_jul", "msft_2026_guide_jul"];
    let guided: f64 = four.iter().map(|id| value(id)).sum();
    assert_eq!(value("big4_2026_jul"), guided);
    assert_eq!(value("four_large_platforms_2026_capex_sum_of_g"), guided);
    let labs =
        value("openai_annualised_revenue_net_of_cloud_p") + value("anthropic_run_rate_revenue_gross_of_clou");
    assert_eq!(value("two_labs_annualised_revenue_openai_sep_n"), labs);
}
