//! Compares the serving physics with the measurements that it was fitted to.

/// A single calibration serves all cases; this checks the errors that it must stay below.
#[test]
fn predictions_are_close_to_measurements() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/public.json"))
            .unwrap();
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_payenough-cli"))
        .args(["golden", concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/public.json")])
        .output()
        .unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    let errors: Vec<f64> = cases
        .iter()
        .zip(answers.lines())
        .filter(|(case, _)| case["group"] == "serving")
        .map(|(case, line)| {
            let answer: serde_json::Value = serde_json::from_str(line).unwrap();
            let got = answer["got"]["value"].as_f64().unwrap_or_else(|| panic!("{line}"));
            (got / case["expected"]["value"].as_f64().unwrap() - 1.0).abs()
        })
        .collect();
    let n = errors.len() as f64;
    let within = |error: f64| errors.iter().filter(|it| **it <= error).count() as f64 / n;
    assert_eq!(errors.len(), 43);
    assert!(errors.iter().sum::<f64>() / n <= 0.10, "{}", errors.iter().sum::<f64>() / n);
    assert!(within(0.25) >= 0.9 && within(0.3) >= 0.95, "{} {}", within(0.25), within(0.3));
    assert!(errors.iter().all(|error| *error < 0.5));
}
