//! The command line as a script sees it: JSON output, exit code 0 or 2, one line on what is wrong, never a panic.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_view::sections::{Kind, SectionId};
use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

use payenough_model::{CostLine, InputId, Stream};
use serde_json::{Value, json};

fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payenough-cli"));
    command.args(arguments).output().unwrap()
}

/// The output of a call that must succeed.
#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
    text
}

/// Makes a call that must fail with one line on what is wrong.
#[track_caller]
fn fails<S: AsRef<OsStr> + std::fmt::Debug>(arguments: &[S]) {
    let output = run(arguments);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
    assert!(
        output.stdout.is_empty() && error.starts_with("payenough-cli: ") && error.lines().count() == 1,
        "{error}"
    );
    assert!(!error.contains("panicked"));
}

fn evaluated(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(&[&["evaluate"], arguments].concat())).unwrap()
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("not a number: {value}"))
}

fn sum(lines: &Value) -> f64 {
    lines.as_object().unwrap().values().map(number).sum()
}

fn keys(lines: &Value) -> Vec<&str> {
    lines.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn links_are_read_in_three_forms() {
    let empty = printed(&["evaluate"]);
    assert_eq!(printed(&["evaluate", ""]), empty);
    assert_eq!(printed(&["evaluate", "https://example.org/"]), empty);
    let query = "v=1&d=2026-11&n=1&chip_life_yr=4";
    let four = printed(&["evaluate", query]);
    assert_eq!(printed(&["evaluate", &format!("?{query}")]), four);
    assert_eq!(printed(&["evaluate", &format!("https://example.org/a/?{query}#top")]), four);
    assert_ne!(four, empty);
    assert_eq!(four.trim_end(), payenough_worker::answer(query));
}

#[test]
fn totals_equal_the_sum_of_their_parts() {
    for link in ["", "v=1&d=2026-11&p=article-2025-01", "v=1&d=2026-11&capex_basis=sized&after_plan=renewal"]
    {
        let answer = evaluated(&[link]);
        let npv = number(&answer["npv_usd"]);
        let cost = sum(&answer["cost_pv_usd"]);
        let scale = number(&answer["fleet"]["capex_usd"]).max(1.0);
        assert!((npv - (sum(&answer["revenue_pv_usd"]) - cost)).abs() <= 1e-9 * scale, "{link}");
        assert_eq!(keys(&answer["revenue_pv_usd"]).len(), Stream::COUNT);
        assert_eq!(keys(&answer["cost_pv_usd"]).len(), CostLine::COUNT);
        for year in answer["years"].as_array().unwrap() {
            let revenue = number(&year["revenue_usd"]);
            let cost: f64 = ["opex_usd", "capex_usd", "tax_usd"].iter().map(|&key| number(&year[key])).sum();
            let fcf = revenue - cost + number(&year["residual_usd"]);
            assert!((number(&year["fcf_usd"]) - fcf).abs() <= 1e-9 * scale, "{link}: {}", year["year"]);
            assert!((sum(&year["revenue_by_stream_usd"]) - revenue).abs() <= 1e-9 * scale);
            let by_line = revenue - sum(&year["cost_by_line_usd"]);
            assert!((by_line - number(&year["fcf_usd"])).abs() <= 1e-9 * scale);
            let payers = number(&year["subscribers"]) + number(&year["seats"]);
            assert!((number(&year["payers"]) - payers).abs() <= 1e-6);
        }
    }
}

#[test]
fn an_answer_has_every_field() {
    let answer = evaluated(&[]);
    let numbers = ["npv_usd", "expected_usd_per_user_month", "user_months_pv", "npv_from_residual_usd"];
    for key in numbers {
        number(&answer[key]);
    }
    let maybe =
        ["irr_per_yr", "payback_yr", "payback_first_yr", "discounted_payback_yr", "breakeven_factor_x"];
    for key in maybe.iter().chain(&["needed_usd_per_user_month", "needed_flat_usd_per_user_month"]) {
        let value = answer.get(key).unwrap_or_else(|| panic!("{key} is missing"));
        assert!(value.is_null() || value.is_number(), "{key}");
    }
    assert!(answer["irr_roots"].is_array() && answer["irr_ambiguous"].is_boolean());
    let fleet =
        ["peak_accelerators_n", "peak_mw", "capex_usd", "all_in_usd_per_accelerator", "last_quarter_n"];
    assert_eq!(keys(&answer["fleet"]).len(), fleet.len());
    for key in fleet {
        number(&answer["fleet"][key]);
    }
    let years = answer["years"].as_array().unwrap();
    assert_eq!(years.len(), 10);
    for year in years {
        for key in [
            "year",
            "active_users",
            "subscribers",
            "seats",
            "payers",
            "user_months",
            "demand_mtok",
            "capacity_mtok",
            "served_mtok",
            "accelerators",
            "power_mw",
            "revenue_usd",
            "opex_usd",
            "capex_usd",
            "tax_usd",
            "residual_usd",
            "fcf_usd",
            "cumulative_usd",
        ] {
            number(&year[key]);
        }
        assert!(
            year.get("needed_usd_per_user_month").is_some()
                && year.get("expected_usd_per_user_month").is_some()
        );
    }
    assert!(answer["verdict"].as_str().unwrap().ends_with('.'));
    assert_eq!(answer["notices"], Value::Array(vec![]));
    assert_eq!((&answer["vintage"], &answer["preset"]), (&"2026-11".into(), &"starting-point".into()));
}

#[test]
fn changes_and_notices_are_reported() {
    let answer = evaluated(&["v=1&d=2026-11&chip_life_yr=4&capex_basis=sized&wacc_pct=99&what=ever"]);
    let expected: Value = serde_json::json!([
        {"key": "capex_basis", "label": "What sets the size of the fleet", "value": "sized", "base": "announced"},
        {"key": "chip_life_yr", "label": "Economic life of an accelerator", "value": 4.0, "base": 5.0},
    ]);
    assert_eq!(answer["changed"], expected);
    let notices = answer["notices"].as_array().unwrap();
    let noted: Vec<_> = notices.iter().map(|notice| (&notice["key"], &notice["given"])).collect();
    assert_eq!(noted, [(&"wacc_pct".into(), &"99".into()), (&"what".into(), &"ever".into())]);
    assert!(notices.iter().all(|notice| notice["message"].is_string()));
    assert_eq!(answer["link"], "v=1&d=2026-11&n=2&capex_basis=sized&chip_life_yr=4");
}

/// Links with every input at the ends of its range, and mixed ones.
fn extreme_links() -> impl Iterator<Item = String> {
    let ends = InputId::ALL.into_iter().flat_map(|id| {
        let spec = id.spec();
        [spec.hard.0, spec.hard.1]
            .map(|value| format!("{}={}", spec.key, payenough_model::scenario::write_value(spec, value)))
    });
    let all = |end: fn((f64, f64)) -> f64| {
        let pairs = InputId::ALL.map(|id| {
            format!(
                "{}={}",
                id.spec().key,
                payenough_model::scenario::write_value(id.spec(), end(id.spec().hard))
            )
        });
        pairs.join("&")
    };
    ends.chain([all(|hard| hard.0), all(|hard| hard.1)])
}

#[test]
fn every_number_of_an_answer_is_finite() {
    // JSON has no NaN and would contain null instead, so the numbers that must exist are checked one by one.
    let maybe = ["needed_usd_per_user_month", "expected_usd_per_user_month"];
    for pairs in extreme_links() {
        let answer: Value =
            serde_json::from_str(&payenough_worker::answer(&format!("v=1&d=2026-11&{pairs}"))).unwrap();
        assert_eq!(answer["notices"], Value::Array(vec![]), "{pairs}");
        for key in ["npv_usd", "expected_usd_per_user_month", "user_months_pv", "kept_value_pv_usd"] {
            assert!(answer[key].is_number(), "{key}: {pairs}");
        }
        assert!(sum(&answer["cost_pv_usd"]).is_finite() && sum(&answer["revenue_pv_usd"]).is_finite());
        answer["fleet"].as_object().unwrap().values().for_each(|value| assert!(value.is_number(), "{pairs}"));
        for year in answer["years"].as_array().unwrap() {
            for (key, value) in year.as_object().unwrap() {
                assert!(!value.is_null() || maybe.contains(&key.as_str()), "{key}: {pairs}");
            }
        }
    }
}

#[test]
fn inputs_prints_the_whole_table() {
    let rows: Value = serde_json::from_str(&printed(&["inputs", "--json"])).unwrap();
    let rows = rows.as_array().unwrap();
    assert!(rows.len() >= 45);
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap_or_else(|| panic!("{key}: {row}")).to_owned();
        for key in ["key", "label", "group", "scale", "source", "grade", "doc", "fact"] {
            assert!(!text(key).is_empty(), "{key}: {row}");
        }
        for key in ["unit", "source_url", "source_date"] {
            text(key);
        }
        let figures = ["low", "high", "min", "max", "soft_min", "soft_max"];
        match text("kind").as_str() {
            "choice" => {
                assert!(row["options"].as_array().unwrap().contains(&row["default"]));
                assert!(figures.iter().all(|&key| row.get(key) == Some(&Value::Null)));
            }
            "number" | "switch" => {
                let [low, high, min, max, soft_min, soft_max] = figures.map(|key| number(&row[key]));
                let default = number(&row["default"]);
                assert!(min <= low && low <= default && default <= high && high <= max, "{row}");
                assert!(min <= soft_min && soft_min < soft_max && soft_max <= max, "{row}");
                assert_eq!(row["options"], Value::Array(vec![]));
            }
            other => panic!("{other} is no kind"),
        }
    }
    let table = printed(&["inputs"]);
    // a link names the dated set
    let later: Value = serde_json::from_str(&printed(&["inputs", "?v=1&d=2026-12", "--json"])).unwrap();
    let plan = later.as_array().unwrap().iter().find(|row| row["key"] == "plan_yr").unwrap();
    assert_eq!(
        (number(&plan["default"]), &plan["set"], &plan["range_by"]),
        (2.0, &"2026-12".into(), &"ours".into())
    );
    assert!(printed(&["inputs", "?v=1&d=2026-12"]).contains("second hand"));
    assert!(InputId::ALL.iter().all(|id| table.contains(id.spec().key)));
}

#[test]
fn bad_usage_is_rejected() {
    let none: [&str; 0] = [];
    fails(&none);
    fails(&["frobnicate"]);
    fails(&["evaluate", "a", "b"]);
    fails(&["inputs", "--yaml"]);
    assert!(printed(&["--help"]).contains("evaluate"));
    assert!(printed(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
}

#[cfg(unix)]
#[test]
fn non_unicode_arguments_are_rejected() {
    use std::os::unix::ffi::OsStrExt;
    let odd = OsStr::from_bytes(b"v=1&\xff\xfe");
    fails(&[OsStr::new("evaluate"), odd]);
    fails(&[odd]);
}

#[test]
fn a_closed_pipe_is_not_a_panic() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payenough-cli"));
    let mut child =
        command.args(["inputs", "--json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn seek_says_what_would_have_to_be_true() {
    let list = printed(&["seek"]);
    assert!(
        list.lines().count() > 100 && list.lines().nth(1).unwrap().contains("of its range away"),
        "{list}"
    );
    assert!(list.contains("no value in the allowed range does it"));
    let one = printed(&["seek", "v=1&d=2026-11", "--input", "api_usd_per_mtok"]);
    assert!(one.starts_with("$1.7") && one.lines().count() == 1, "{one}");
    assert_ne!(printed(&["seek", "--input", "api_usd_per_mtok", "--irr", "15"]), one);
    assert_eq!(printed(&["seek", "--input", "decode_tok_s"]), "No value in the allowed range does it.\n");
    fails(&["seek", "--input", "nothing"]);
    fails(&["seek", "--irr", "-100"]);
    fails(&["seek", "--irr", "nan"]);
    fails(&["seek", "--irr", "10", "--payback", "5"]);
}

#[test]
fn futures_prints_json_with_the_digits_of_the_page() {
    let link = "v=1&d=2026-11&n=2&draws_n=4096&percentile_high_pct=99";
    let text = printed(&["futures", link]);
    assert_eq!(text, printed(&["futures", link]), "however many threads");
    let said: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&said["n"], &said["seed"], &said["points"]), (&json!(4096), &json!(1), &json!("sobol")));
    let (share, count) = (number(&said["share"]), number(&said["count"]));
    assert!((share * 20.0 - count).abs() <= 0.5 + 1e-9 && number(&said["standard_error"]) < 0.02, "{said}");
    let npv = &said["percentiles"]["npv_usd"];
    let values = ["p5", "p10", "p50", "p90", "p99"].map(|p| number(&npv[p]["value"]));
    assert!(values.is_sorted() && number(&npv["exists"]) == 1.0, "{npv}");
    let page = String::from_utf8(run(&["show", "sure", link]).stdout).unwrap();
    assert!(page.contains(said["lead"].as_str().unwrap()), "{page}");
    let cells = ["p5", "p10", "p50", "p90", "p99"].map(|p| npv[p]["printed"].as_str().unwrap());
    assert!(page.contains(&format!("Net present value | {}", cells.join(" | "))), "{page}");
    let none: Value = serde_json::from_str(&printed(&["futures", "v=1&d=2026-11&n=1&futures=0"])).unwrap();
    assert_eq!((&none["n"], &none["sentence"]), (&json!(0), &Value::Null));
}

#[cfg(unix)]
#[test]
fn a_terminal_sees_the_progress_of_futures_and_a_pipe_none() {
    let piped = printed(&["futures", "v=1&d=2026-11"]); // fails if anything is on the error stream
    let file = std::env::temp_dir().join(format!("payenough-cli-futures-{}", std::process::id()));
    let program = env!("CARGO_BIN_EXE_payenough-cli");
    // `script` runs a command on a terminal of its own; where it is missing there is nothing to compare.
    let line = format!("'{program}' futures 'v=1&d=2026-11' > '{}'", file.display());
    let Ok(seen) = Command::new("script").args(["-qec", &line, "/dev/null"]).stdin(Stdio::null()).output()
    else {
        return;
    };
    let text = String::from_utf8_lossy(&seen.stdout);
    if seen.status.success() {
        assert!(text.contains(" of 102,048 simulated futures") && text.ends_with("\r\u{1b}[K"), "{text:?}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), piped, "the same bytes");
    }
    let _ = std::fs::remove_file(file);
}

#[test]
fn show_prints_sections_as_text() {
    let said = run(&["show", "reality"]);
    assert!(said.status.success());
    let text = String::from_utf8(said.stdout).unwrap();
    assert!(text.starts_with("# Held against what is published (reality)"), "{text}");
    assert!(text.contains("Paying share of weekly users | 5.6% | 4.17% | 0.74×"), "{text}");
    let article =
        String::from_utf8(run(&["show", "reality", "?v=1&d=2026-11&p=article-2025-01"]).stdout).unwrap();
    assert_ne!(article, text);
    let all = String::from_utf8(run(&["show"]).stdout).unwrap();
    let is_left_out = |id: &SectionId| matches!(id.kind(), Kind::Working | Kind::Result | Kind::Csv);
    let is_line = |id: &SectionId| matches!(id, SectionId::Verdict | SectionId::FlipsLine);
    for id in SectionId::ALL.into_iter().filter(|id| !is_left_out(id) && !is_line(id)) {
        assert!(all.contains(&format!("# {} ({})", id.title(), id.id())), "{id:?}");
    }
    assert!(all.contains("Brings in: $") && all.contains("Back per dollar: "), "{all}");
    // numbers that open a working are text too
    assert!(
        all.contains("All revenue | 422.8 | 100.0%") && all.contains("API and agents | 315.1 | 74.5%"),
        "{all}"
    );
    let sought = String::from_utf8(run(&["show", "true", "?v=1&d=2026-11&sought=irr"]).stdout).unwrap();
    assert!(sought.contains("the rate of return is not at least 15% a year"), "{sought}");
    assert!(all.contains("(sure)") && all.contains(" of 20 simulated futures"));
    let none = run(&["show", "nothing"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8(none.stderr).unwrap().contains(", sides, sure, cash, true"));
}
