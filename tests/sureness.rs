//! The answer of simulated futures in words has all its parts in order for any scenario, and the same digits wherever
//! it is printed.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::futures::{Figures, Futures, PARTS, Sentence, Sureness, WHAT_IF};
use payenough_analysis::per_dollar;
use payenough_analysis::verdict;
use payenough_analysis::working::plain;
use payenough_engine::{Outcome, Present, evaluate};
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
    Sentence {
        lead: plain(&it.lead),
        back: plain(&it.back),
        month: plain(&it.month),
        draws: plain(&it.draws),
        ..it
    }
}

/// The sentence for a few futures. What is true of its form holds for any number of them.
fn sentence(scenario: &Scenario, n: usize, n_full: usize) -> (Sentence, Sureness, Outcome) {
    let drawing = drawing(scenario);
    let presents = drawing.presents(0, n);
    let as_set = evaluate(&Inputs::read(scenario.values()));
    let sureness = Sureness::of(drawing.kind(), &presents).unwrap();
    let figures = Figures::of(n_years(scenario), &drawing.outcomes(0, n_full));
    let futures = Futures {
        scenario,
        drawing: &drawing,
        tornado: &Tornado::of(&drawing),
        as_set: &as_set,
        presents: &presents,
        sureness: &sureness,
        figures: &figures,
    };
    (bare(Sentence::of(&futures)), sureness, as_set)
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

/// The text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|it| it.0)
}

/// The amount that a text shows, with a sign in front and groups of three.
fn dollars(text: &str) -> f64 {
    text.replace(['$', ','], "").parse().unwrap()
}

/// Where the scenario as set stands is a count of the dots, and what a user brings in over what one costs is what comes back.
#[track_caller]
fn check_as_set(it: &Sentence, sureness: &Sureness, outcome: &Outcome, n: u64) {
    let pays = outcome.npv.value() >= 0.0;
    let rank = Present { npv: outcome.npv, receipts: outcome.receipts_pv }.rank().unwrap();
    let below = sureness.dots().iter().filter(|it| **it < rank).count() + PARTS - sureness.dots().len();
    let place = match below {
        0 => "below all twenty.".to_owned(),
        PARTS => "above all twenty.".to_owned(),
        below => format!(" {below} of the 20."),
    };
    assert!(it.back.ends_with(&place), "{n}: {} and not {place}", it.back);
    let own = it.back.split_once(" As set, ").unwrap().1;
    let Some(back) = between(own, "it is ", ", ") else {
        assert!(
            own.starts_with("it costs nothing on balance, ") && outcome.outlays_pv.value() <= 0.0,
            "{n}: {own}"
        );
        return;
    };
    assert_eq!(back, per_dollar(outcome.benefit_cost.unwrap().value()), "{n}");
    assert_eq!(back.starts_with('$'), pays, "{n}: {}", it.back);
    if let Some(brings) = between(&it.month, " brings in ", " a month") {
        let costs = it.month.split_once(" and costs ").unwrap().1.split(' ').next().unwrap();
        let costs = costs.trim_end_matches('.');
        assert_eq!(per_dollar(dollars(brings) / dollars(costs)), back, "{n}: {}", it.month);
    } else {
        assert!(outcome.user_months_pv.value() == 0.0, "{n}: {}", it.month);
    }
}

/// Why most futures are on the other side is said exactly where they are, in one sentence that names an input.
#[track_caller]
fn check_apart(it: &Sentence, sureness: &Sureness, outcome: &Outcome, n: u64) {
    let (count, pays) = (sureness.count(), outcome.npv.value() >= 0.0);
    let are_apart = !(9..=11).contains(&count) && (count > PARTS / 2) != pays;
    assert_eq!(it.apart.is_empty(), !are_apart, "{n}: {count} {}", it.apart);
    let (start, end) = if pays {
        ("Most futures fall short, because ", " can pull further down than up.")
    } else {
        ("Most futures do better, because ", " can pull further up than down.")
    };
    assert!(!are_apart || (it.apart.starts_with(start) && it.apart.ends_with(end)), "{n}: {}", it.apart);
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
    assert!(it.lead.ends_with('.') && WHEN.iter().any(|when| it.lead.contains(when)), "{n}: {}", it.lead);
    let is_middle = it.back.starts_with("The middle future brings back ")
        || it.back.starts_with("The middle future costs nothing on balance");
    let is_range = it.back.contains(", and 8 in 10 bring back about the same. As set, ")
        || between(&it.back, ", and 8 in 10 lie between ", ". As set, ")
            .is_some_and(|it| it.contains(" and "));
    assert!(is_middle && is_range, "{n}: {}", it.back);
    let is_amount = |range: &str| {
        range == "about the same" || (range.contains(" to ") && range.matches('$').count() == 2)
    };
    if it.month.starts_with("As set, a user") {
        let brings = between(&it.month, " a month (8 in 10 futures: ", ") and costs ").unwrap_or_default();
        let costs = between(it.month.split_once(" and costs ").unwrap().1, " (", "). ").unwrap_or_default();
        assert!(is_amount(brings) && is_amount(costs), "{n}: {}", it.month);
    }
    let revenue =
        ["Revenue would have to be ", "Revenue could be ", "No level of revenue ", "It would come out even "];
    assert!(revenue.iter().any(|it_is| it.month.contains(it_is)), "{n}: {}", it.month);
    assert!(it.unknown_sentence.contains("biggest unknown"), "{n}");
    assert!(text.contains(WHAT_IF) && it.draws.starts_with("From the first "), "{n}: {text}");
}

/// How the lead says by when: with a year, and where futures end in other years than the scenario as set, with its own.
const WHEN: [&str; 2] = [" pays for itself by 20", " pays for itself before its last chip retires, in 20"];

#[test]
fn every_scenario_has_all_parts_of_the_sentence() {
    let (mut counts, mut without_level, mut apart, mut without_cost) = ([0; PARTS + 1], 0, [0; 2], 0);
    for n in 0..2000 {
        let scenario = scenario(n);
        let (it, sureness, outcome) = sentence(&scenario, 24, 10);
        check(&it, &sureness, n);
        check_as_set(&it, &sureness, &outcome, n);
        check_apart(&it, &sureness, &outcome, n);
        apart[usize::from(outcome.npv.value() >= 0.0)] += usize::from(!it.apart.is_empty());
        without_cost += usize::from(outcome.benefit_cost.is_none());
        // The quoted name of an input counts as one word, and the whole text may be one grade harder.
        let text = format!("{} {} {WHAT_IF}", it.headline(), it.detail());
        let quoted = text.split('\u{201c}').skip(1).filter_map(|it| it.split_once('\u{201d}').map(|it| it.0));
        let plain = quoted.fold(text.clone(), |text, name| text.replace(name, "name"));
        assert!(grade(&plain) <= 9.0 && grade(&text) <= 10.0, "{n}: grade {} of {text}", grade(&plain));
        counts[sureness.count()] += 1;
        without_level += usize::from(it.month.contains("No level of revenue"));
    }
    assert!(counts[0] > 0 && counts[PARTS] > 0 && without_level > 0, "{counts:?} {without_level}");
    assert!(apart.iter().all(|&n| n > 0) && without_cost > 0, "{apart:?} {without_cost}");
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
fn dots_above_a_dollar_equal_the_count_in_the_sentence() {
    let links = PRESETS.iter().map(|preset| format!("v=1&d=2026-11&p={}", preset.id));
    for link in links.chain(["v=1&d=2026-11".to_owned()]) {
        let query = read_link(&link).0.query();
        let presents = draw(&query, 0, 512);
        let sureness = Sureness::of(drawing(&read_link(&query).0).kind(), &presents).unwrap();
        assert!(sureness.dots().is_sorted(), "{link}");
        for width in [328, 700, 1040] {
            let reply = conclude(&query, width, &presents, &figures(&query, 0, 64));
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
fn without_futures_the_scenario_as_set_is_shown() {
    let link = "v=1&d=2026-11&n=1&futures=0";
    let reply = conclude(link, 700, &draw(link, 0, 1), &figures(link, 0, 1));
    let text = text_of(&unpack(&reply[0].tree).unwrap());
    assert!(
        text.starts_with("As set, the four large platforms' build-out of 2026 brings back ")
            && text.contains("¢ per dollar of cost by 2036: a user brings in $")
            && !text.contains("of 20 "),
        "{text}"
    );
}

/// Where the horizon ends with the plant, futures whose chips live longer end later than the scenario as set.
#[test]
fn a_year_is_named_only_where_all_futures_end_in_it() {
    for (link, said) in [
        ("v=1&d=2026-11", " pays for itself by 2036."),
        ("v=1&d=2026-12", " pays for itself before its last chip retires, in 2032 as set."),
        ("v=1&d=2026-12&n=2&chip_life_yr=5..5&chip_physical_yr=8..8", " pays for itself by 2032."),
    ] {
        let (scenario, _) = read_link(link);
        let outcome = evaluate(&Inputs::read(scenario.values()));
        let words = verdict(&scenario, &outcome);
        assert_eq!(format!(" pays for itself{}.", words.until_in_futures), said, "{link}");
    }
}

#[test]
fn the_table_shows_the_readers_percentiles() {
    let link = "v=1&d=2026-11&n=2&percentile_low_pct=20&percentile_high_pct=99.5";
    let scenario = read_link(link).0;
    let presents = draw(link, 0, 256);
    let reply = conclude(link, 700, &presents, &figures(link, 0, 32));
    let text = text_of(&unpack(&reply[1].tree).unwrap());
    assert!(text.contains("20% lie below") && text.contains("99.5% lie below"), "{text}");
    let (as_set, drawing) = (evaluate(&Inputs::read(scenario.values())), drawing(&scenario));
    let sureness = Sureness::of(drawing.kind(), &presents).unwrap();
    let rows = Figures::from_rows(n_years(&scenario), figures(link, 0, 32)).unwrap();
    let futures = Futures {
        scenario: &scenario,
        drawing: &drawing,
        tornado: &Tornado::of(&drawing),
        as_set: &as_set,
        presents: &presents,
        sureness: &sureness,
        figures: &rows,
    };
    assert_eq!(sure::shown(&futures), [0.1, 0.2, 0.5, 0.9, 0.995]);
}
