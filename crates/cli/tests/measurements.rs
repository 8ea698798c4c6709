//! Compares the serving physics with the measurements that it was fitted to.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use payenough_engine::serving::calibration::MEASURED;
use serde_json::Value;

/// By how much a group's mean error may grow over the one written down.
const GROWTH: f64 = 1.05;
/// The one configuration that no constants meet: DeepSeek-V3 on four B300 under one version of SGLang answers 3 to 4 times slower than
/// the same model on the same chips elsewhere. It is scored with the rest, and excused from the bound on a single case alone.
const OUTLIER: [&str; 3] = ["deepseek-v3 on 4 B300", "TP4", "sglang 0.5.10.post1"];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden").join(name)
}

/// The scored cases of a file, each with ours over measured.
fn ratios(name: &str) -> Vec<(Value, f64)> {
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(file(name)).unwrap()).unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_payenough-cli")).arg("golden").arg(file(name)).output().unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    cases
        .into_iter()
        .zip(answers.lines())
        .filter(|(case, _)| matches!(case["group"].as_str(), Some("serving" | "serving-2026")))
        .map(|(case, line)| {
            let answer: Value = serde_json::from_str(line).unwrap();
            let got = answer["got"]["value"].as_f64().unwrap_or_else(|| panic!("{line}"));
            let ratio = got / case["expected"]["value"].as_f64().unwrap();
            (case, ratio)
        })
        .collect()
}

fn mean(errors: &[f64]) -> f64 {
    errors.iter().sum::<f64>() / errors.len() as f64
}

fn within(errors: &[f64], error: f64) -> f64 {
    errors.iter().filter(|it| **it <= error).count() as f64 / errors.len() as f64
}

/// Mean error of the cases that are of a kind.
fn errors(cases: &[(Value, f64)], is_of: impl Fn(&Value) -> bool) -> Vec<f64> {
    cases.iter().filter(|(case, _)| is_of(case)).map(|(_, ratio)| (ratio - 1.0).abs()).collect()
}

#[test]
fn older_measurements_are_met_as_a_set() {
    let errors = errors(&ratios("public.json"), |_| true);
    assert_eq!(errors.len(), 43);
    assert!(mean(&errors) <= 0.10, "{}", mean(&errors));
    assert!(
        within(&errors, 0.25) >= 0.9 && within(&errors, 0.3) >= 0.95,
        "{} {}",
        within(&errors, 0.25),
        within(&errors, 0.3)
    );
    assert!(errors.iter().all(|error| *error < 0.5));
}

#[test]
fn measurements_of_2026_are_met_as_sets() {
    let cases = ratios("serving_2026.json");
    let has_experts = |case: &Value| case["inputs"]["arch"]["E"].as_f64().is_some();
    let (experts, dense) = (errors(&cases, has_experts), errors(&cases, |case| !has_experts(case)));
    let all = errors(&cases, |_| true);
    assert_eq!((experts.len(), dense.len()), (217, 215));
    assert!(mean(&experts) <= 0.18, "{}", mean(&experts));
    assert!(within(&experts, 0.25) >= 0.78, "{}", within(&experts, 0.25));
    assert!(mean(&dense) <= 0.10, "{}", mean(&dense));
    assert!(mean(&all) <= 0.14, "{}", mean(&all));
    for (case, ratio) in &cases {
        let what = format!("{} {}", case["what"].as_str().unwrap(), case["inputs"]["parallelism"]);
        let is_outlier = OUTLIER.iter().all(|part| what.contains(part));
        assert!(is_outlier || (0.4..2.5).contains(ratio), "{what}: {ratio}");
    }
}

/// Each model on each chip at each precision, in each layout: no group gets worse unnoticed.
#[test]
fn no_group_gets_worse() {
    let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for (case, ratio) in ratios("serving_2026.json").into_iter().chain(ratios("public.json")) {
        let inputs = &case["inputs"];
        let text = |name: &str| inputs[name].as_str().unwrap_or_default().to_owned();
        let group = format!(
            "{},{},{},{}",
            text("model"),
            text("accelerator"),
            inputs["weight_bits"],
            text("parallelism")
        );
        groups.entry(group).or_default().push((ratio - 1.0).abs());
    }
    let mut table = "model,accelerator,weight_bits,layout,cases,mean_error\n".to_owned();
    for (group, errors) in &groups {
        writeln!(table, "{group},{},{:.4}", errors.len(), mean(errors)).unwrap();
    }
    let path = file("serving_errors.csv");
    let Ok(written) = fs::read_to_string(&path) else {
        fs::write(&path, table).unwrap();
        panic!("tests/golden/serving_errors.csv was missing and has been written: commit it");
    };
    let mut n_known = 0;
    for line in written.lines().skip(1) {
        let (rest, error) = line.rsplit_once(',').unwrap();
        let (group, n_cases) = rest.rsplit_once(',').unwrap();
        let (known, now) = (error.parse::<f64>().unwrap(), &groups[group]);
        assert_eq!(n_cases.parse(), Ok(now.len()), "{group}");
        assert!(mean(now) <= known * GROWTH + 5e-5, "{group}: {} where {known} is written down", mean(now));
        n_known += 1;
    }
    assert_eq!(
        n_known,
        groups.len(),
        "delete tests/golden/serving_errors.csv to have all groups written anew"
    );
}

/// Of ten runs eight are within what the page says that runs measure, of models with experts and of dense ones.
#[test]
fn runs_lie_apart_as_the_page_says() {
    let cases = ratios("serving_2026.json");
    for (has_experts, [low, high]) in [true, false].into_iter().zip(MEASURED) {
        let measured: Vec<f64> = cases
            .iter()
            .filter(|(case, _)| case["inputs"]["arch"]["E"].is_number() == has_experts)
            .map(|(_, ratio)| 1.0 / ratio)
            .collect();
        let part = |is_out: &dyn Fn(f64) -> bool| {
            measured.iter().filter(|it| is_out(**it)).count() as f64 / measured.len() as f64
        };
        for out in [part(&|it| it < low), part(&|it| it > high)] {
            assert!((0.07..0.13).contains(&out), "{has_experts}: {out}");
        }
    }
}
