//! Runs the golden cases through the command line, and checks how it handles bad cases and bad usage.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Map, Value, json};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/public.json");
const GROUPS: [(&str, usize); 5] =
    [("finance", 20), ("demand", 2), ("fleet", 1), ("published", 8), ("uncertainty", 7)];
const N_CASES: usize = 82;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_payenough-cli")).args(arguments).output().expect("the binary runs")
}

/// The answers to the cases of a file, as the command line prints them.
#[track_caller]
fn answers(file: &str) -> Vec<Value> {
    let output = run(&["golden", file]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// Writes a temporary file for one test.
fn file_of(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the temporary folder can be written");
    path.display().to_string()
}

fn answers_to(name: &str, cases: &Value) -> Vec<Value> {
    answers(&file_of(name, &cases.to_string()))
}

fn public_cases() -> Vec<Value> {
    let text = std::fs::read_to_string(CASES).expect("the cases");
    serde_json::from_str(&text).expect("a list of cases")
}

/// The tolerance for one name; see tests/golden/README.md.
fn tolerance_of(name: &str, tolerance: &Value) -> (f64, f64) {
    let family = name.strip_suffix(['1', 'T']).unwrap_or(name);
    let entry = [name, family, "others"].iter().find_map(|key| tolerance.get(key)).unwrap_or(tolerance);
    let read = |key: &str| entry.get(key).and_then(Value::as_f64).unwrap_or(0.0);
    (read("rel"), read("abs"))
}

fn is_met(expected: &Value, got: &Value, (rel, abs): (f64, f64)) -> bool {
    match (expected, got) {
        (Value::Number(expected), Value::Number(got)) => {
            let (Some(expected), Some(got)) = (expected.as_f64(), got.as_f64()) else { return false };
            (got - expected).abs() <= abs.max(rel * expected.abs())
        }
        (Value::Array(expected), Value::Array(got)) => {
            expected.len() == got.len()
                && expected.iter().zip(got).all(|(expected, got)| is_met(expected, got, (rel, abs)))
        }
        (Value::Object(expected), Value::Object(got)) => {
            expected.len() == got.len()
                && expected
                    .iter()
                    .all(|(key, value)| got.get(key).is_some_and(|got| is_met(value, got, (rel, abs))))
        }
        _ => expected == got,
    }
}

/// The names whose values are wrong for a case, and names that are missing or unexpected.
fn misses(case: &Value, answer: &Value) -> Vec<String> {
    let empty = Map::new();
    let expected = case["expected"].as_object().unwrap_or(&empty);
    let got = answer["got"].as_object().unwrap_or(&empty);
    let unmet = expected.iter().filter(|(name, expected)| {
        let tolerance = tolerance_of(name, &case["tolerance"]);
        !got.get(*name).is_some_and(|got| is_met(expected, got, tolerance))
    });
    let extra = got.keys().filter(|name| !expected.contains_key(*name));
    unmet
        .map(|(name, expected)| format!("{} {name}: {expected} {:?}", case["id"], got.get(name)))
        .chain(extra.map(|name| format!("{} {name}: not expected", case["id"])))
        .collect()
}

#[test]
fn golden_cases_of_five_groups_match() {
    let cases = public_cases();
    let answers = answers(CASES);
    assert_eq!((cases.len(), answers.len()), (N_CASES, N_CASES));
    for (group, n_cases) in GROUPS {
        let pairs: Vec<_> = cases.iter().zip(&answers).filter(|(case, _)| case["group"] == group).collect();
        assert_eq!(pairs.len(), n_cases, "{group}");
        for (case, answer) in pairs {
            assert!(!case["expected"].as_object().expect("names").is_empty());
            assert_eq!((&case["id"], &case["kind"]), (&answer["id"], &answer["kind"]));
            assert_eq!(misses(case, answer), Vec::<String>::new());
        }
    }
}

#[test]
fn the_comparison_detects_errors() {
    let case = json!({
        "id": "x",
        "expected": {"S1": [0.1, 0.2], "a": 1.0, "b": null, "c": {"d": 2.0}, "flag": true},
        "tolerance": {"S": {"abs": 0.01}, "a": {"rel": 0.1}, "others": {"abs": 0.5}},
    });
    let met = json!({"S1": [0.105, 0.2], "a": 1.09, "b": null, "c": {"d": 2.4}, "flag": true});
    assert_eq!(misses(&case, &json!({"got": met})), Vec::<String>::new());
    for (name, wrong) in [
        ("S1", json!([0.105, 0.22])),
        ("S1", json!([0.1])),
        ("a", json!(1.2)),
        ("a", json!("1.0")),
        ("a", json!(null)),
        ("b", json!(0.0)),
        ("c", json!({"d": 2.6})),
        ("c", json!({})),
        ("flag", json!(false)),
        ("extra", json!(1.0)),
    ] {
        let mut got = met.clone();
        got[name] = wrong;
        assert_eq!(misses(&case, &json!({"got": got})).len(), 1, "{name} {got}");
    }
    assert_eq!(misses(&case, &json!({"error": "?"})).len(), 5);
    assert_eq!(tolerance_of("x", &json!({"rel": 1e-9, "y": {"abs": 1.0}})), (1e-9, 0.0));
}

#[test]
fn only_kind_and_inputs_affect_the_answer() {
    let cases = public_cases();
    let bare: Vec<Value> =
        cases.iter().map(|case| json!({"kind": case["kind"], "inputs": case["inputs"]})).collect();
    let bare = answers_to("bare.json", &Value::Array(bare));
    for (full, bare) in answers(CASES).iter().zip(&bare) {
        assert_eq!((&full["got"], &full["error"]), (&bare["got"], &bare["error"]));
        assert_eq!(bare["id"], Value::Null);
    }
}

#[test]
fn an_unknown_kind_does_not_stop_the_run() {
    let known =
        json!({"id": "k", "group": "g", "kind": "npv_irr", "inputs": {"rate": 0.0, "cash_flows": [1]}});
    let unknown = json!({"id": "u", "group": "g", "kind": "tea_leaves", "inputs": {}});
    let lines = answers_to("unknown.json", &json!([unknown, known, 7, null, {}]));
    assert_eq!(lines.len(), 5);
    assert_eq!(
        lines[0],
        json!({"id": "u", "group": "g", "kind": "tea_leaves", "error": "unknown kind \"tea_leaves\""})
    );
    assert_eq!(lines[1]["got"], json!({"npv": 1.0, "irr": null}));
    assert!(lines[2..].iter().all(|line| line["error"].is_string() && line.get("got").is_none()));
}

#[test]
fn malformed_inputs_give_an_answer_or_an_error() {
    let absurd = [
        json!(null),
        json!("ten"),
        json!(true),
        json!([]),
        json!([[]]),
        json!({}),
        json!(0),
        json!(-1),
        json!(0.5),
        json!(1e308),
        json!(-1e308),
        json!(1e-308),
        json!(4_294_967_295_u32),
        json!([0]),
        json!([-1.0, 1e308, -1e308]),
        json!(["2024-01-01", "2023-02-29"]),
        json!(vec![1.0; 5000]),
    ];
    let mut cases = Vec::new();
    for case in public_cases() {
        for name in case["inputs"].as_object().expect("inputs").keys() {
            for wrong in &absurd {
                let mut broken = case.clone();
                broken["inputs"][name] = wrong.clone();
                cases.push(broken);
            }
            let mut missing = case.clone();
            missing["inputs"].as_object_mut().expect("inputs").remove(name);
            cases.push(missing);
        }
    }
    let lines = answers_to("absurd.json", &Value::Array(cases.clone()));
    assert_eq!(lines.len(), cases.len());
    assert!(lines.iter().all(|line| line["got"].is_object() != line["error"].is_string()));
}

#[test]
fn bad_usage_is_one_line_and_status_2() {
    let broken = file_of("broken.json", "[{\"id\": ");
    let object = file_of("object.json", "{}");
    let usages: [&[&str]; 8] = [
        &[],
        &["divine"],
        &["golden"],
        &["golden", "--fast"],
        &["golden", "one", "two"],
        &["golden", "/no/such/file.json"],
        &["golden", &broken],
        &["golden", &object],
    ];
    for usage in usages {
        let output = run(usage);
        let complaint = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{usage:?} {complaint}");
        assert_eq!(complaint.trim_end().lines().count(), 1, "{usage:?} {complaint}");
        assert!(complaint.starts_with("payenough-cli: ") && output.stdout.is_empty());
    }
    assert_eq!(run(&["--help"]).status.code(), Some(0));
    assert_eq!(run(&["--version"]).status.code(), Some(0));
}

/// MLPerf's runs of video: what constants were fitted to comes within 30%, and the table of data has the same figures.
#[test]
fn golden_cases_of_video_are_met() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    let file = format!("{folder}tests/golden/video_2026.json");
    let text = std::fs::read_to_string(&file).expect("the cases");
    let cases: Vec<Value> = serde_json::from_str(&text).expect("a list of cases");
    let table = std::fs::read_to_string(format!("{folder}data/video_2026.csv")).expect("the table");
    let lines = answers(&file);
    assert_eq!((cases.len(), lines.len(), table.lines().count()), (17, 17, 18));
    for (case, line) in cases.iter().zip(&lines) {
        let (expected, got) = (&case["expected"]["value"], &line["got"]["value"]);
        let id = case["id"].as_str().expect("an id");
        let (expected, got) = (expected.as_f64().expect("a number"), got.as_f64().expect("an answer"));
        assert!(
            case["fitted"] != true || (got / expected - 1.0).abs() <= 0.3,
            "{id}: {got} and not {expected}"
        );
        let row = table.lines().find(|row| row.starts_with(&format!("{id},"))).expect("a row of the table");
        assert!(row.split(',').any(|it| it.parse() == Ok(expected)), "{id}: {expected} is not in its row");
    }
}
