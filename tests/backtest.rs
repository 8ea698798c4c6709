//! The backtest: every observation is a row of `data/`, and a miss says why.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::Path;

use payenough_analysis::backtest::{MISSED, OBSERVED, backtest};

type Row = BTreeMap<String, String>;

fn table(name: &str) -> BTreeMap<String, Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).with_extension("csv");
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let heads = reader.headers().unwrap().clone();
    let row = |record: &csv::StringRecord| -> Row {
        heads.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(Result::unwrap).map(|record| (record[0].to_owned(), row(&record))).collect()
}

#[test]
fn observations_are_rows_of_the_facts() {
    let rows = table("observations");
    assert_eq!(rows.len(), OBSERVED.len());
    for it in &OBSERVED {
        let row = rows.get(it.id).unwrap_or_else(|| panic!("{}: not in observations.csv", it.id));
        assert_eq!((row["what"].as_str(), row["why"].as_str()), (it.what, it.why), "{}", it.id);
        assert_eq!(
            (row["quality"].as_str(), row["publisher"].as_str()),
            (it.grade.label(), it.who),
            "{}",
            it.id
        );
        assert_eq!(row["read"] == "second hand", it.is_second_hand, "{}", it.id);
        assert_eq!(row["year"], it.year.to_string(), "{}", it.id);
        let (name, id) = row["fact"].split_once(':').unwrap();
        let fact = &table(name)[id];
        let number = |row: &Row, column: &str| row[column].parse::<f64>().unwrap();
        let came = number(fact, "value") * number(row, "factor");
        assert!((came / it.came - 1.0).abs() < 1e-9 && number(row, "came") == it.came, "{}: {came}", it.id);
        for column in ["source_id", "source_title", "publisher", "source_url"] {
            assert_eq!(row[column], fact[column], "{}", it.id);
        }
        assert!(!row["source_url"].is_empty(), "{}: no address", it.id);
    }
}

#[test]
fn what_is_missed_says_why() {
    let rows = backtest();
    assert_eq!(rows.len(), OBSERVED.len());
    for it in &rows {
        println!("{} {} {:?} {} {:?}", it.row.id, it.row.year, it.foretold, it.row.came, it.ratio);
        assert!(it.foretold.is_some_and(f64::is_finite), "{}: nothing was foretold", it.row.id);
        assert_eq!(it.is_missed(), !it.row.why.is_empty(), "{}: {:?}", it.row.id, it.ratio);
    }
    let n_missed = rows.iter().filter(|it| it.is_missed()).count();
    assert!(2 * n_missed < rows.len(), "more is missed by {MISSED} times than met: {n_missed}");
}
