//! Each preset has a complete description, its results are recomputed and pinned here, and about as many fall short as
//! cover.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::verdict;
use payenough_engine::evaluate;
use payenough_model::scenario::{PRESETS, Preset, Scenario, VINTAGES};
use payenough_model::{InputId, Inputs};

#[path = "common/snapshot.rs"]
mod snapshot;

/// Preset, net present value in $ billion, needed and expected in $ per user and month, to four figures.
const PINNED: [(&str, f64, Option<f64>, f64); 21] = [
    ("starting-point", -33.675, Some(7.124), 6.2166),
    ("article-2025-01", -10.406, Some(0.84801), 0.41097),
    ("meta-2026", -34.668, Some(1.7748), 0.55351),
    ("chatgpt-lab", 17.768, Some(2.0304), 2.3122),
    ("deepseek-day", 0.55462, Some(0.088946), 0.56983),
    ("everywhere", 96.778, Some(6.1776), 7.6718),
    ("ads-only", -71.044, Some(1.5615), 0.21332),
    ("subscriptions-only", 51.403, Some(1.5934), 2.4476),
    ("commodity", 0.41688, Some(2.0546), 2.06),
    ("three-year-chips", -116.9, Some(11.309), 5.9795),
    ("build-out", -829.79, Some(29.372), 9.2444),
    ("from-today", -436.87, Some(35.916), 12.395),
    ("one-year", -315.03, Some(28.744), 8.8951),
    ("inference-only", -291.72, Some(17.839), 9.2444),
    ("through-2031", -2218.3, Some(38.148), 14.155),
    ("last-wave", 30.518, Some(10.513), 11.015),
    ("agents", 298.89, Some(31.480), 38.649),
    ("as-needed", 419.11, Some(10.348), 14.209),
    ("meta-alone", -129.40, Some(29.025), 10.870),
    ("lab-2026", 786.99, Some(5.7872), 19.911),
    ("landlord", -60.784, Some(7.6412), 4.0710),
];

fn figures(preset: &'static Preset) -> (f64, Option<f64>, f64, bool) {
    let scenario = Scenario::of_preset(preset);
    let outcome = evaluate(&Inputs::read(scenario.values()));
    let pays = verdict(&scenario, &outcome).pays;
    (outcome.npv.value() / 1e9, outcome.needed.map(|it| it.value()), outcome.expected.value(), pays)
}

const NAMES: [&str; 21] = [
    "Starting point, Nov 2026",
    "The article: Meta, Jan 2025",
    "Meta 2026",
    "A ChatGPT-size lab",
    "A DeepSeek-class server",
    "Video, reasoning and memory everywhere",
    "Ads only",
    "Subscriptions only",
    "Commodity tokens",
    "Chips last three years",
    "The whole build-out, 2025 to 2027",
    "From today, past spending left out",
    "The capex of 2026 alone, in run-off",
    "Inference alone, training left out",
    "The build-out through 2031",
    "Nobody builds after 2027, inference alone",
    "Agents take over paid work",
    "Built as it is needed",
    "Meta alone, 2025 to 2027",
    "A lab that rents its compute",
    "A landlord of accelerators",
];

/// The changes of presets on a later set with their reasons, as the page links them.
#[test]
fn the_table_of_presets_on_a_later_set_is_theirs() {
    for set in VINTAGES.into_iter().filter(|it| it.before.is_some()) {
        let mut text = "preset,key,from,to,why,fact\n".to_owned();
        for preset in PRESETS.into_iter().filter(|it| it.vintage() == set) {
            for change in preset.changes {
                let spec = change.id.spec();
                let [from, to] = [set.figures(change.id).default, change.value].map(|it| spec.amount(it));
                let cells =
                    [preset.id, spec.key, &from, &to, change.why, change.fact].map(|it| format!("\"{it}\""));
                text += &format!("{}\n", cells.join(","));
            }
        }
        snapshot::compare(&format!("data/presets_{}.csv", set.id), &text);
    }
}

/// The inputs that say whose money is judged, of which years, and what is charged.
const QUESTION: [InputId; 4] =
    [InputId::judged_from, InputId::judged_to, InputId::charged, InputId::perspective];

#[test]
fn preset_names_match_the_record() {
    assert_eq!(PRESETS.map(|it| it.title), NAMES);
}

#[test]
fn preset_results_match_the_record() {
    let near = |a: f64, b: f64| (a - b).abs() <= 5e-4 * b.abs();
    for (preset, pinned) in PRESETS.into_iter().zip(PINNED) {
        let (npv, needed, expected, _) = figures(preset);
        assert_eq!(preset.id, pinned.0);
        assert!(near(npv, pinned.1), "{}: {npv}", preset.id);
        assert!(needed.is_some() == pinned.2.is_some(), "{}: {needed:?}", preset.id);
        assert!(needed.is_none_or(|it| near(it, pinned.2.unwrap())), "{}: {needed:?}", preset.id);
        assert!(near(expected, pinned.3), "{}: {expected}", preset.id);
    }
}

#[test]
fn about_half_of_the_presets_fall_short() {
    let n_cover = PRESETS.into_iter().filter(|it| figures(it).3).count();
    let half = PRESETS.len() / 2;
    assert!((half - 1..=half + 1).contains(&n_cover), "{n_cover} of {} cover", PRESETS.len());
}

#[test]
fn each_preset_has_a_date_a_description_and_its_changes() {
    for preset in PRESETS {
        let date = payenough_quantities::date::Day::parse(preset.date);
        assert!(date.is_some(), "{}", preset.id);
        assert!(preset.who.ends_with('.') && preset.who.len() < 140, "{}", preset.id);
        let is_phrase = !preset.whose.is_empty() && preset.whose.len() < 80 && !preset.whose.ends_with('.');
        assert!(is_phrase, "{}: {}", preset.id, preset.whose);
        for change in preset.changes {
            let start = preset.vintage().figures(change.id).default;
            assert_ne!(change.value, start, "{} {}", preset.id, change.id.spec().key);
            assert!(change.id.spec().allows(change.value), "{} {}", preset.id, change.id.spec().key);
        }
        // In table order, without repeats.
        assert!(preset.changes.windows(2).all(|pair| pair[0].id < pair[1].id), "{}", preset.id);
        // A story moves much; another question about the same world moves only what is asked.
        let asks = preset.changes.iter().all(|it| QUESTION.contains(&it.id));
        assert!(
            asks || preset.is_start() || preset.changes.len() >= 3,
            "{} moves too little to be a story",
            preset.id
        );
    }
}
