//! Every row and figure of the catalogue equals its table in `data/`, and a blank in the table is `None`.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use payenough_model::Grade;
use payenough_model::catalogue::{Architecture, Attention, CHIPS, MODELS, Spread};
use payenough_quantities::{BytesPerToken, Quantity};

/// One row of a table, by column.
type Row = BTreeMap<String, String>;

/// The rows of a table in `data/`, in order.
fn table(name: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).with_extension("csv");
    let mut reader =
        csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let headers = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        headers.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// A figure in the unit of the catalogue; `None` if the table is blank. Text in place of a figure is an error.
#[track_caller]
fn figure(row: &Row, column: &str, factor: f64) -> Option<f64> {
    let text = row.get(column).unwrap_or_else(|| panic!("no column {column}")).as_str();
    (!text.is_empty()).then(|| text.parse::<f64>().unwrap_or_else(|_| panic!("{column}: {text}")) * factor)
}

fn value<Q: Quantity>(quantity: Option<Q>) -> Option<f64> {
    quantity.map(Q::value)
}

fn spread<Q: Quantity>(spread: Spread<Q>) -> [Option<f64>; 3] {
    [spread.value, spread.low, spread.high].map(value)
}

/// The name without the remark in brackets.
fn label(row: &Row) -> &str {
    row["name"].split(" (").next().unwrap()
}

#[track_caller]
fn same_grade(grade: Grade, row: &Row) {
    assert_eq!(grade.label(), row["quality"].replace('-', " "), "{}", row["id"]);
}

#[test]
fn every_accelerator_matches_its_row() {
    let rows = table("accelerators");
    assert_eq!(
        CHIPS.map(|it| it.row).to_vec(),
        rows.iter().map(|row| row["id"].as_str()).collect::<Vec<_>>()
    );
    for (it, row) in CHIPS.iter().zip(&rows) {
        let id = it.row;
        assert_eq!(it.key, id.replace('_', "-"));
        assert_eq!([it.label, it.vendor], [label(row), &row["vendor"]], "{id}");
        let ours = [
            Some(f64::from(it.year)),
            Some(it.memory.value()),
            Some(it.bandwidth.value()),
            value(it.rate_16),
            value(it.rate_8),
            value(it.rate_4),
            Some(it.link.value()),
            Some(it.domain.value()),
            value(it.owner_tco),
        ];
        let theirs = [
            ("year", 1.0),
            ("memory_gb", 1.0),
            ("mem_bw_tb_s", 1e3),
            ("bf16_dense_tflops", 1.0),
            ("fp8_dense_tflops", 1.0),
            ("fp4_dense_tflops", 1.0),
            ("scaleup_bw_gb_s_uni", 1.0),
            ("scaleup_domain", 1.0),
            ("owner_tco_usd_h", 1.0),
        ];
        assert_eq!(ours, theirs.map(|(column, factor)| figure(row, column, factor)), "{id}");
        assert_eq!(value(it.power), figure(row, "allin_kw_per_accel", 1.0).map(|kw| kw / 1e3), "{id}");
        let columns = ["unit_price_usd", "unit_price_low", "unit_price_high"];
        assert_eq!(spread(it.price), columns.map(|column| figure(row, column, 1.0)), "{id}");
        let columns = ["rental_usd_h", "rental_low", "rental_high"];
        assert_eq!(spread(it.rental), columns.map(|column| figure(row, column, 1.0)), "{id}");
        same_grade(it.grade, row);
    }
}

/// Whether a row of `architectures.csv` says what is missing about a model rather than gives a figure.
fn is_gap(row: &Row) -> bool {
    row["field"] == "what the sources lack"
}

/// What the sources lack of the models that cannot be served.
fn gaps() -> BTreeMap<String, String> {
    let rows = table("architectures").into_iter().filter(is_gap);
    rows.map(|row| (row["model"].clone(), row["value"].clone())).collect()
}

/// Figures of `architectures.csv` by model and field. R1 and V3.2 have the backbone of V3, as its first row notes.
fn details() -> BTreeMap<(String, String), f64> {
    let own = |model: &str| {
        let of_model = |row: &Row| row["model"] == model && !is_gap(row);
        let rows = table("architectures").into_iter().filter(of_model).collect::<Vec<_>>();
        rows.into_iter().map(|row| (row["field"].clone(), figure(&row, "value", 1.0).unwrap()))
    };
    let models: BTreeSet<String> = table("architectures").iter().map(|row| row["model"].clone()).collect();
    let mut all = BTreeMap::new();
    for heir in ["deepseek_r1", "deepseek_v32"] {
        all.extend(own("deepseek_v3").map(|(field, figure)| ((heir.to_owned(), field), figure)));
    }
    for model in models {
        all.extend(own(&model).map(|(field, figure)| ((model.clone(), field), figure)));
    }
    all
}

/// The figures of the two tables for a model. `detail` fills blanks in the row, and each figure is removed once it is
/// used.
struct Figures<'a> {
    row: &'a Row,
    details: &'a mut BTreeMap<(String, String), f64>,
}

impl Figures<'_> {
    fn column(&self, name: &str) -> Option<f64> {
        figure(self.row, name, 1.0)
    }

    fn detail(&mut self, field: &str) -> Option<f64> {
        self.details.remove(&(self.row["id"].clone(), field.to_owned()))
    }

    /// A figure from the row or from the details. It must not be given in both.
    fn either(&mut self, name: &str, field: &str) -> Option<f64> {
        let (column, detail) = (self.column(name), self.detail(field));
        assert!(column.is_none() || detail.is_none(), "{}: {field} is in both tables", self.row["id"]);
        column.or(detail)
    }
}

/// Bits per published weight, from the words in the table; if there are two releases, the one with more bits.
fn bits(words: &str) -> Option<f64> {
    match words {
        "" => None,
        "BF16" | "BF16 / FP8" => Some(16.0),
        "FP8" => Some(8.0),
        "MXFP4" => Some(4.0),
        // said in a detail: of the experts
        "FP4 experts + FP8" => None,
        other => panic!("{other}: what bits?"),
    }
}

fn check(it: &Architecture, mut figures: Figures) {
    let published = it.published.unwrap();
    let (id, row) = (published.row, figures.row);
    assert_eq!((it.key, it.label), (id.replace('_', "-").as_str(), label(row)));
    let ours = [it.layers, it.width, it.heads, it.kv_heads, it.head];
    let columns = ["layers", "hidden", "q_heads", "kv_heads", "head_dim"];
    assert_eq!(ours.map(Some), columns.map(|column| figures.column(column)), "{id}");
    assert_eq!(Some(it.vocabulary), figures.either("vocab", "words of the vocabulary"), "{id}");
    assert_eq!(Some(it.matrices), figures.detail("weight matrices of an FFN"), "{id}");

    let (ffn, experts) = (figures.column("moe_intermediate"), figures.column("experts_routed"));
    let dense =
        (figures.detail("layers without experts"), figures.detail("FFN width of layers without experts"));
    let shared = figures.either("experts_shared", "experts that every token visits");
    if experts.is_some() {
        let ours = [Some(it.experts), Some(it.visited), Some(it.shared), Some(it.expert_ffn)];
        assert_eq!(ours, [experts, figures.column("experts_per_tok"), shared, ffn], "{id}");
        assert_eq!((it.dense_layers, it.dense_ffn), (dense.0.unwrap_or(0.0), dense.1.unwrap_or(0.0)), "{id}");
    } else {
        assert_eq!([it.experts, it.visited, it.shared, it.expert_ffn], [0.0; 4], "{id}");
        assert_eq!((it.dense_layers, Some(it.dense_ffn)), (it.layers, ffn), "{id}");
        assert_eq!((dense, shared), ((None, None), None), "{id}");
    }

    let [rank, rope] = ["mla_kv_lora_rank", "mla_rope_dim"].map(|column| figures.column(column));
    let fields = [
        "rank of the compressed query",
        "query and key dimension without position",
        "value dimension",
        "groups of heads",
        "rank of what a group hands on",
    ];
    let [query_rank, nope, value, groups, output] = fields.map(|field| figures.detail(field));
    let ours = match it.attention {
        Attention::Grouped => [None; 7],
        Attention::Latent { query_rank, rank, rope, nope, value } => {
            let [query_rank, rank, rope, nope, value] = [query_rank, rank, rope, nope, value].map(Some);
            [query_rank, rank, rope, nope, value, None, None]
        }
        Attention::Shared { query_rank, groups, output_rank } => {
            [Some(query_rank), None, None, None, None, Some(groups), Some(output_rank)]
        }
    };
    assert_eq!(ours, [query_rank, rank, rope, nope, value, groups, output], "{id}");

    let [windowed, window, picking] = [
        "share of layers that see a window",
        "window of these layers",
        "share of layers whose attention picks what it reads",
    ]
    .map(|field| figures.detail(field).unwrap_or(0.0));
    assert_eq!([it.windowed, it.window, it.picking], [windowed, window, picking], "{id}");
    let more = figures.detail("weights of a layer's attention beyond its kind's").unwrap_or(0.0);
    let whole = figures.detail("entries of a token in caches read whole").unwrap_or(1.0 - windowed - picking);
    let picked = figures.detail("entries of a token in a picking layer").unwrap_or(1.0);
    assert_eq!((it.more, it.picked), (more, picked), "{id}");
    assert!((it.whole - whole).abs() < 1e-12, "{id}");
    assert_eq!(it.read, figures.detail("cached tokens that attention reads"), "{id}");
    assert_eq!(it.read.is_some(), it.picking > 0.0, "{id}");

    assert_eq!(Some(published.context.value()), figures.column("context_tokens"), "{id}");
    let detail = figures.detail("bits of a published weight");
    assert_eq!(published.bits, bits(&row["native_weight_precision"]).or(detail), "{id}");
    let billions = |column| figure(row, column, 1e9);
    assert_eq!(
        (published.total, published.active),
        (billions("params_total_b"), billions("params_active_b"))
    );
    same_grade(published.grade, row);
    let bytes = |column| figures.column(column).map(BytesPerToken::of);
    assert_eq!(Some(it.kv_bytes(2.0)), bytes("kv_bytes_per_token_fp16"), "{id}");
    assert_eq!(Some(it.kv_bytes(1.0)), bytes("kv_bytes_per_token_fp8"), "{id}");
}

#[test]
fn every_model_matches_its_row_and_details() {
    let (rows, mut details) = (table("models"), details());
    let mut models = MODELS.iter();
    let mut gaps = gaps();
    for row in &rows {
        if let Some(what) = gaps.remove(&row["id"]) {
            assert!(what.ends_with('.'), "{}: {what}", row["id"]);
        } else {
            let it = models.next().unwrap_or_else(|| panic!("{}: no architecture, and no gap", row["id"]));
            assert_eq!(it.published.map(|it| it.row), Some(row["id"].as_str()), "not in the table's order");
            check(it, Figures { row, details: &mut details });
        }
    }
    assert!(models.next().is_none() && gaps.is_empty(), "more than the table has");
    assert!(details.is_empty(), "in architectures.csv and not in the catalogue: {details:?}");
}

#[test]
fn what_lacks_cannot_be_served() {
    let gaps = gaps();
    for row in table("models").iter().filter(|row| gaps.contains_key(&row["id"])) {
        let sizes = ["layers", "hidden", "experts_routed", "moe_intermediate", "mla_kv_lora_rank"];
        let known = sizes.iter().filter(|column| !row[**column].is_empty()).count();
        // The sizes of DeepSeek-V4-Flash are known, but no table gives its compression schedule.
        assert!(known == 0 || row["attention"].contains("CSA/HCA"), "{} could be complete", row["id"]);
    }
}

#[test]
fn every_source_is_in_the_list() {
    let sources: BTreeMap<String, Row> =
        table("sources").into_iter().map(|row| (row["source_id"].clone(), row)).collect();
    let tables: [(&str, &[&str]); 3] = [
        (
            "accelerators",
            &["spec_source_id", "power_source_id", "price_source_id", "rental_source_id", "tco_source_id"],
        ),
        ("models", &["arch_source_id", "price_source_id"]),
        ("architectures", &["source_id"]),
    ];
    for (name, columns) in tables {
        for row in table(name) {
            assert!(!row[columns[0]].is_empty(), "{name}:{} names no source", row["id"]);
            for id in columns.iter().map(|column| &row[*column]).filter(|id| !id.is_empty()) {
                assert!(sources.contains_key(id), "{name}:{}: {id} is not in sources.csv", row["id"]);
            }
        }
    }
    for row in table("architectures") {
        let source = &sources[&row["source_id"]];
        let rows = ["source_title", "publisher", "source_url"].map(|column| (&row[column], &source[column]));
        assert!(rows.iter().all(|(ours, theirs)| ours == theirs), "{}: {rows:?}", row["id"]);
        let grades = ["primary", "secondary", "estimate", "derived", "vendor-claim"];
        assert!(grades.contains(&row["quality"].as_str()), "{}", row["id"]);
    }
}
