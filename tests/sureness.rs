//! The answer of simulated futures in words has all its parts in order for any scenario, and the same digits wherever
//! it is printed.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::futures::{Figures, Futures, PARTS, Sentence, Sureness, WHAT_IF};
use payenough_analysis::working::plain;
use payenough_engine::evaluate;
use payenough_model::scenario::{PRESETS, Scenario, read_link};
use payenough_model::{InputId, Inputs};
use payenough_view::sections::{SectionId, sure};
use payenough_view::{Child, El, unpack};
use payenough_worker::futures::{conclude, draw, drawing, figures, n_years};

/// A random scenario in which some inputs stay at the starting point and so vary.
fn scenario(n: u64) -> Scenario {
    let values = common::scenario(n);
    let start = Scenario::starting_point().with(InputId::seed, n as f64);
    let own = InputId::ALL.into_iter().filter(|id| {
        !matches!(id, InputId::futures | InputId::retire_early | InputId::draws | InputId::seed)
    });
    own.fold(start, |scenario, id| scenario.with(id, values.get(id)))
}

/// A sentence without the keys of its numbers.
fn bare(it: Sentence) -> Sentence {
    Sentence { lead: plain(&it.lead), threshold: plain(&it.threshold), draws: plain(&it.draws), ..it }
}

/// The sentence for a few futures. What is true of its form holds for any number of them.
fn sentence(scenario: &Scenario, n: usize, n_full: usize) -> (Sentence, Sureness) {
    let drawing = drawing(scenario);
    let net_present_values = drawing.net_present_values(0, n);
    let middle = evaluate(&Inputs::read(scenario.values()));
    let sureness = Sureness::of(drawing.kind(), &net_present_values).unwrap();
    let figures = Figures::of(n_years(scenario), &drawing.outcomes(0, n_full));
    let futures = Futures {
        drawing: &drawing,
        tornado: &Tornado::of(&drawing),
        middle: &middle,
        net_present_values: &net_present_values,
        sureness: &sureness,
        figures: &figures,
    };
    (bare(Sentence::of(&futures)), sureness)
}

/// Approximate number of syllables in an English word: groups of vowels, not counting a silent e.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let groups = word.split(|c| !is_vowel(c)).filter(|group| !group.is_empty()).count();
    let silent = word.len() > 3 && word.ends_with('e') && !word.ends_with("le");
    (groups - usize::from(silent && groups > 1)).max(1)
}

/// The Flesch–Kincaid grade level, `0.39 words/sentences + 11.8 syllables/words − 15.59`.
///
/// Source: J. P. Kincaid and others, Derivation of new readability formulas, 1975.
fn grade(text: &str) -> f64 {
    let words: Vec<&str> =
        text.split_whitespace().filter(|it| it.chars().any(char::is_alphanumeric)).collect();
    let sentences = text.split(". ").count() as f64;
    let all: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * words.len() as f64 / sentences + 11.8 * all as f64 / words.len() as f64 - 15.59
}

#[track_caller]
fn check(it: &Sentence, sureness: &Sureness, n: u64) {
    let text = it.text();
    for odd in ["NaN", "inf ", "-$0", "\u{2212}$0 ", " 0 of 20", "20 of 20", "\u{2013}", "$$"] {
        assert!(!text.contains(odd), "{n}: {odd} in {text}");
    }
    let count = sureness.count_in_words();
    assert!(
        it.lead.starts_with(&format!(
            "{} on these assumptions: in {count} simulated futures, ",
            sureness.words()
        ))
    );
    assert!(it.lead.ends_with('.') && it.lead.contains(" inference by 20"), "{n}: {}", it.lead);
    let is_level = it.threshold.starts_with("It breaks even if each weekly user brings in about $")
        || it.threshold.starts_with("No price in the allowed range breaks even. ");
    assert!(is_level && it.threshold.contains("These assumptions give about $"), "{n}: {}", it.threshold);
    let range = it.threshold.split_once(" (8 in 10 futures: ").map(|it| it.1).unwrap_or_default();
    let is_range = range == "about the same)."
        || (range.starts_with('$') && range.contains(" to $") && range.ends_with(")."));
    assert!(is_range, "{n}: {}", it.threshold);
    assert!(it.unknown_sentence.contains("biggest unknown"), "{n}");
    assert!(text.contains(WHAT_IF) && it.draws.starts_with("From the first "), "{n}: {text}");
}

#[test]
fn every_scenario_has_all_parts_of_the_sentence() {
    let (mut counts, mut without_level) = ([0; PARTS + 1], 0);
    for n in 0..2000 {
        let scenario = scenario(n);
        let (it, sureness) = sentence(&scenario, 24, 10);
        check(&it, &sureness, n);
        // The quoted name of an input counts as one word, and the whole text may be one grade harder.
        let text = format!("{} {} {WHAT_IF}", it.lead, it.detail());
        let plain = it.unknown.map_or_else(|| text.clone(), |id| text.replace(id.spec().label, "name"));
        assert!(grade(&plain) <= 9.0 && grade(&text) <= 10.0, "{n}: grade {} of {text}", grade(&plain));
        counts[sureness.count()] += 1;
        without_level += usize::from(it.threshold.starts_with("No price"));
    }
    assert!(counts[0] > 0 && counts[PARTS] > 0 && without_level > 0, "{counts:?} {without_level}");
    assert!(counts.iter().filter(|&&n| n > 0).count() > 10, "{counts:?}");
}

#[test]
fn good_and_bad_answers_have_one_length_and_grammar() {
    let of = |price: f64| {
        let scenario = Scenario::starting_point().with(InputId::api_price, price);
        sentence(&scenario, 256, 64).0.lead
    };
    let (bad, good) = (of(0.5), of(5.0));
    let rest = |text: &str| text.split_once(" simulated futures").unwrap().1.to_owned();
    assert_ne!(bad, good);
    assert_eq!(rest(&bad), rest(&good));
    assert!(bad.len().abs_diff(good.len()) < 30, "{bad} {good}");
}

fn circles(tree: &El, class: &str) -> usize {
    let own = tree.tag == "circle" && tree.attributes.iter().any(|it| it.0 == "class" && it.1 == class);
    let parts =
        tree.children.iter().map(|it| if let Child::El(part) = it { circles(part, class) } else { 0 });
    usize::from(own) + parts.sum::<usize>()
}

fn text_of(tree: &El) -> String {
    let part = |it: &Child| match it {
        Child::Text(text) => text.clone(),
        Child::El(part) => text_of(part),
    };
    tree.children.iter().map(part).collect()
}

#[test]
fn dots_above_zero_equal_the_count_in_the_sentence() {
    let links = PRESETS.iter().map(|preset| format!("v=1&d=2026-11&p={}", preset.id));
    for link in links.chain(["v=1&d=2026-11".to_owned()]) {
        let query = read_link(&link).0.query();
        let npv = draw(&query, 0, 512);
        let sureness = Sureness::of(drawing(&read_link(&query).0).kind(), &npv).unwrap();
        for width in [328, 700, 1040] {
            let reply = conclude(&query, width, &npv, &figures(&query, 0, 64));
            let trees: Vec<(SectionId, El)> =
                reply.iter().map(|it| (it.id, unpack(&it.tree).unwrap())).collect();
            let ids: Vec<SectionId> = trees.iter().map(|it| it.0).collect();
            assert_eq!(ids, [SectionId::Verdict, SectionId::Sure]);
            let drawn = &trees[1].1;
            assert_eq!(circles(drawn, "enough"), sureness.count(), "{link}");
            assert_eq!(circles(drawn, "short"), PARTS - sureness.count(), "{link}");
            let (answer, section) = (text_of(&trees[0].1), text_of(drawn));
            assert!(
                answer.contains(&sureness.count_in_words()) && section.contains(&sureness.count_in_words())
            );
            for odd in ["NaN", "inf ", "20 of 20"] {
                assert!(!section.contains(odd), "{link}: {odd}");
            }
        }
    }
}

#[test]
fn without_futures_the_plain_verdict_is_shown() {
    let link = "v=1&d=2026-11&n=1&futures=0";
    let reply = conclude(link, 700, &draw(link, 0, 1), &figures(link, 0, 1));
    let text = text_of(&unpack(&reply[0].tree).unwrap());
    assert!(
        text.starts_with("On these assumptions users do not pay enough") && !text.contains("of 20"),
        "{text}"
    );
}

#[test]
fn the_table_shows_the_readers_percentiles() {
    let link = "v=1&d=2026-11&n=2&percentile_low_pct=20&percentile_high_pct=99.5";
    let scenario = read_link(link).0;
    let npv = draw(link, 0, 256);
    let reply = conclude(link, 700, &npv, &figures(link, 0, 32));
    let text = text_of(&unpack(&reply[1].tree).unwrap());
    assert!(text.contains("20% lie below") && text.contains("99.5% lie below"), "{text}");
    let (middle, drawing) = (evaluate(&Inputs::read(scenario.values())), drawing(&scenario));
    let sureness = Sureness::of(drawing.kind(), &npv).unwrap();
    let rows = Figures::from_rows(n_years(&scenario), figures(link, 0, 32)).unwrap();
    let futures = Futures {
        drawing: &drawing,
        tornado: &Tornado::of(&drawing),
        middle: &middle,
        net_present_values: &npv,
        sureness: &sureness,
        figures: &rows,
    };
    assert_eq!(sure::shown(&futures), [0.1, 0.2, 0.5, 0.9, 0.995]);
}
