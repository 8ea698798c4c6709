//! Each preset has a complete description, its results are recomputed and pinned here, and about as many fall short as
//! cover.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::verdict;
use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_model::scenario::{PRESETS, Preset, Scenario};

/// Preset, net present value in $ billion, needed and expected in $ per user and month, to four figures.
const PINNED: [(&str, f64, Option<f64>, f64); 10] = [
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
];

fn figures(preset: &'static Preset) -> (f64, Option<f64>, f64, bool) {
    let scenario = Scenario::of_preset(preset);
    let outcome = evaluate(&Inputs::read(scenario.values()));
    let pays = verdict(&scenario, &outcome).pays;
    (outcome.npv.value() / 1e9, outcome.needed.map(|it| it.value()), outcome.expected.value(), pays)
}

const NAMES: [&str; 10] = [
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
];

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
    assert!((4..=6).contains(&n_cover), "{n_cover} of {} cover", PRESETS.len());
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
            assert_ne!(change.value, change.id.spec().default, "{} {}", preset.id, change.id.spec().key);
            assert!(change.id.spec().allows(change.value), "{} {}", preset.id, change.id.spec().key);
        }
        // In table order, without repeats.
        assert!(preset.changes.windows(2).all(|pair| pair[0].id < pair[1].id), "{}", preset.id);
        assert!(
            preset.is_start() || preset.changes.len() >= 5,
            "{} moves too little to be a story",
            preset.id
        );
    }
}
