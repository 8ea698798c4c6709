//! Dated sets: what a later one says stands in its own table, and what it leaves is the set before.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use payenough_analysis::futures::Drawing;
use payenough_analysis::futures::tornado::Tornado;
use payenough_model::scenario::{Notice, Scenario, VINTAGES, Vintage, read_link};
use payenough_model::{Figures, Grade, Group, InputId, Kind, Shape, Source, Values, Whose};

/// Most rows of a later set that start or end at their default.
const MOST_ONE_SIDED: usize = 12;
/// How near to an end of its range a default may stand, in parts of the range.
const NEAREST_TO_AN_END: f64 = 0.3;
/// Inputs that move the answer most: each has evidence, half of them a range that sources give.
const DECIDING: usize = 20;

type Row = BTreeMap<String, String>;

fn table(name: &str) -> BTreeMap<String, Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).with_extension("csv");
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let heads = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        heads.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|record| record.unwrap()).map(|record| (record[0].to_owned(), row(record))).collect()
}

fn december() -> &'static Vintage {
    Vintage::find("2026-12").unwrap()
}

/// A link to the provisional set, with what it is told.
fn opened(link: &str) -> (Scenario, Vec<Notice>) {
    read_link(link)
}

#[test]
fn the_first_set_is_the_table() {
    let first = VINTAGES[0];
    assert_eq!(first.values(), Values::STARTING_POINT);
    for id in InputId::ALL {
        assert_eq!(first.figures(id), id.spec().figures());
        assert_eq!(first.source_of(id), first);
    }
}

#[test]
fn a_later_set_falls_back_to_the_one_before() {
    let set = december();
    let values = set.values();
    for id in InputId::ALL {
        let (own, figures) = (set.own(id), set.figures(id));
        assert_eq!(figures, own.unwrap_or_else(|| VINTAGES[0].figures(id)), "{}", id.spec().key);
        assert_eq!(set.source_of(id).id, if own.is_some() { "2026-12" } else { "2026-11" });
        assert_eq!(values.get(id), figures.default);
        assert_eq!(values.figures(id), figures);
        for value in [figures.default, figures.low, figures.high] {
            assert_eq!(id.spec().kept(value), Some(value), "{}: a link cannot write {value}", id.spec().key);
        }
        let is_number = matches!(id.spec().kind, Kind::Number);
        assert!(
            is_number || !figures.is_range() || own.is_none(),
            "{}: a choice has no range",
            id.spec().key
        );
    }
}

#[test]
fn a_provisional_set_says_so_and_is_no_start() {
    let (scenario, notices) = opened("?v=1&d=2026-12");
    assert_eq!(scenario.vintage(), december());
    assert!(scenario.vintage().is_provisional && scenario.vintage().label.contains("provisional"));
    assert_eq!(notices.len(), 1);
    assert!(notices[0].message.starts_with("Provisional: "), "{notices:?}");
    assert_eq!(scenario.query(), "v=1&d=2026-12");
    for link in ["", "?v=1", "?chip_life_yr=4", "?v=1&d=2031-01", "?p=article-2025-01"] {
        assert_eq!(read_link(link).0.vintage().id, "2026-11", "{link}");
    }
    let (changed, _) = opened("?v=1&d=2026-12&n=2&chip_life_yr=4..6&plan_yr=2..2");
    assert_eq!(changed.query(), "v=1&d=2026-12&n=2&plan_yr=2..2&chip_life_yr=4..6");
    assert_eq!(opened(&changed.query()).0, changed);
}

#[test]
fn ranges_of_a_scenario_are_those_of_its_set() {
    let (scenario, _) = opened("?v=1&d=2026-12");
    let n_open = scenario.spreads().count();
    for (id, spread) in scenario.spreads() {
        let own = december().figures(id);
        assert_eq!((spread.range.low, spread.range.mid, spread.range.high), (own.low, own.default, own.high));
        assert_eq!(spread.shape, own.shape, "{}", id.spec().key);
        let sure = scenario.try_set(id, &[own.default, own.default]).unwrap();
        assert_eq!((sure.spread(id), sure.spreads().count()), (None, n_open - 1), "{}", id.spec().key);
    }
    // the same numbers in the other set are as open as that set says
    let old = Scenario::starting_point();
    let years = InputId::plan;
    assert_eq!(old.spread(years).unwrap().range.mid, 1.0);
    assert_eq!(scenario.spread(years).unwrap().range.mid, 2.0);
    assert_eq!(old.with(years, 2.0).spread(years), None, "a number of the reader's");
    assert_eq!(scenario.with(years, 1.0).spread(years), None, "a number of the reader's");
}

#[test]
fn figures_of_a_later_set_are_their_rows() {
    let (rows, sources) = (table("defaults_2026-12"), table("sources"));
    let set = december();
    assert_eq!(rows.len(), set.figures.len());
    for &(id, own) in set.figures {
        let key = id.spec().key;
        assert_eq!(own.fact, format!("defaults_2026-12:{key}"));
        let row = &rows[key];
        let figures = ["value", "low", "high"].map(|column| row[column].parse::<f64>().unwrap());
        assert_eq!(figures, [own.default, own.low, own.high], "{key}");
        assert_eq!(
            (row["range_by"].as_str(), row["evidence"].as_str()),
            (own.whose.key(), own.evidence),
            "{key}"
        );
        assert_eq!((row["quality"].as_str(), row["note"].as_str()), (own.grade.label(), own.doc), "{key}");
        assert_eq!(
            (row["source_id"].as_str(), row["source_url"].as_str()),
            (own.source.id, own.source.url),
            "{key}"
        );
        assert_eq!(row["name"], id.spec().label);
        assert_eq!(own.source.id == Source::OURS.id, own.grade == Grade::Judgement, "{key}");
        assert!(own.doc.ends_with('.'), "{key}");
        if own.grade == Grade::Judgement {
            continue;
        }
        let source = &sources[own.source.id];
        let cited =
            ["source_title", "publisher", "source_url", "source_date"].map(|column| source[column].as_str());
        assert_eq!([own.source.title, own.source.publisher, own.source.url, own.source.date], cited, "{key}");
        let is_of_autumn = source["used_in"] == "facts_2026h2";
        assert_eq!((own.is_second_hand, row["read"] == "second hand"), (is_of_autumn, is_of_autumn), "{key}");
    }
}

/// Rows of `data/` that a set's figures name.
fn evidence(own: &Figures) -> Vec<(&'static str, &'static str)> {
    own.evidence.split_whitespace().map(|it| it.split_once(':').unwrap()).collect()
}

#[test]
fn all_evidence_exists_and_none_without_an_address_stands_alone() {
    let mut tables: BTreeMap<&str, BTreeMap<String, Row>> = BTreeMap::new();
    for (id, own) in december().figures {
        let mut n_with_address = 0;
        for (name, fact) in evidence(own) {
            let rows = tables.entry(name).or_insert_with(|| table(name));
            let row = rows.get(fact).unwrap_or_else(|| panic!("{}: no {name}:{fact}", id.spec().key));
            n_with_address += usize::from(row.get("source_url").is_some_and(|it| !it.is_empty()));
        }
        let is_alone = !own.evidence.is_empty() && n_with_address == 0 && own.source.url.is_empty();
        assert!(!is_alone, "{}: a number on what nobody can look up", id.spec().key);
    }
}

#[test]
fn ranges_stand_around_what_is_believed() {
    let set = december();
    let mut one_sided = Vec::new();
    for id in InputId::ALL.into_iter().filter(|id| matches!(id.spec().kind, Kind::Number)) {
        let own = set.figures(id);
        if !own.is_range() {
            continue;
        }
        if own.default == own.low || own.default == own.high {
            assert!(own.doc.trim().starts_with("One-sided: "), "{} says not why", id.spec().key);
            one_sided.push(id.spec().key);
            continue;
        }
        // the constants of the serving physics are fitted together, their ranges are what fits nearly as well
        if own.shape == Shape::Fixed || id.spec().group == Group::Calibration || id == InputId::prefill_rate {
            continue;
        }
        let place = match own.shape {
            Shape::Lognormal => libm::log(own.default / own.low) / libm::log(own.high / own.low),
            _ => (own.default - own.low) / (own.high - own.low),
        };
        let middle = NEAREST_TO_AN_END..=1.0 - NEAREST_TO_AN_END;
        assert!(middle.contains(&place), "{} stands at {place} of its range", id.spec().key);
    }
    println!("{} one-sided: {one_sided:?}", one_sided.len());
    assert!(one_sided.len() <= MOST_ONE_SIDED, "{one_sided:?}");
}

#[test]
fn what_decides_has_evidence_and_half_of_it_a_sourced_range() {
    let (scenario, _) = opened("?v=1&d=2026-12");
    let tornado = Tornado::of(&Drawing::of(scenario.values(), scenario.spreads()));
    let deciding: BTreeSet<InputId> = tornado.bars.iter().take(DECIDING).map(|bar| bar.id).collect();
    let mut n_sourced = 0;
    for bar in tornado.bars.iter().take(DECIDING) {
        let own = scenario.figures(bar.id);
        println!("{:>7.1} {} {:?} {}", bar.swing / 1e9, bar.id.spec().key, own.whose, own.evidence);
        n_sourced += usize::from(own.whose == Whose::Sources);
    }
    for id in deciding {
        let own = scenario.figures(id);
        assert!(!own.evidence.is_empty() || !own.source.url.is_empty(), "{}: no evidence", id.spec().key);
    }
    println!("{n_sourced} of {DECIDING} have a sourced range");
    assert!(2 * n_sourced >= DECIDING, "{n_sourced}");
}
