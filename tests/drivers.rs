//! One or two numbers that are said to flip the answer do flip it, for many scenarios.

mod common;

use payenough_analysis::futures::flips::flips_in_a_line;
use payenough_analysis::futures::robustness::{Robustness, robustness, robustness_sentence};
use payenough_analysis::working::plain;
use payenough_engine::headline;
use payenough_model::{InputId, Inputs, Values};
use payenough_quantities::Usd;

fn pays(values: &Values) -> bool {
    headline(&Inputs::read(values)) >= Usd::ZERO
}

fn moved(values: &Values, to: &[(InputId, f64)]) -> Values {
    to.iter().fold(*values, |values, &(id, value)| values.with(id, value))
}

/// Each new value flips the answer, and lies between the present value and the far end of its range.
fn check(values: &Values, to: &[(InputId, f64)], what: &str) {
    for &(id, value) in to {
        let (spec, now) = (id.spec(), values.get(id));
        assert!(spec.takes_range() && spec.kept(value) == Some(value), "{what}: {} {value}", spec.key);
        assert!((spec.low.min(now)..=spec.high.max(now)).contains(&value), "{what}: {} {value}", spec.key);
    }
    assert_ne!(pays(values), pays(&moved(values, to)), "{what}: {to:?} does not flip");
}

/// No number flips the answer at an end of its range.
fn no_end_flips(values: &Values, what: &str) {
    for id in InputId::ALL.into_iter().filter(|id| id.spec().takes_range()) {
        for end in [id.spec().low, id.spec().high] {
            assert_eq!(pays(values), pays(&values.with(id, end)), "{what}: {} {end}", id.spec().key);
        }
    }
}

#[test]
fn reported_changes_flip_the_answer() {
    let mut seen = [0; 3];
    for n in 0..90 {
        let values = if n == 0 { Values::STARTING_POINT } else { common::scenario(n) };
        // The search for the best life takes 25 times as long, so two such scenarios are enough.
        if values.get(InputId::retire_early) != 0.0 && n > 4 {
            continue;
        }
        let what = format!("scenario {n}");
        let found = robustness(&values);
        let sentence = robustness_sentence(&found, &values);
        match found {
            Robustness::One { nearest, .. } => {
                check(&values, &[nearest], &what);
                assert!(sentence.contains(nearest.0.spec().label), "{sentence}");
                seen[0] += 1;
            }
            Robustness::Two { pair, .. } => {
                check(&values, &pair, &what);
                no_end_flips(&values, &what);
                assert!(pair.iter().all(|it| sentence.contains(it.0.spec().label)), "{sentence}");
                seen[1] += 1;
            }
            Robustness::Neither => {
                no_end_flips(&values, &what);
                seen[2] += 1;
            }
        }
        assert!(
            sentence.ends_with('.') && !sentence.contains("NaN") && !sentence.contains("  "),
            "{sentence}"
        );
        assert_eq!(found, robustness(&values), "{what}: the same again");
        // The line beside the answer says the same, and which answer is meant.
        let line = plain(&flips_in_a_line(&found, &values));
        let change = if pays(&values) { "fall short" } else { "pay for itself" };
        let change = format!(" would make the scenario as set {change}");
        assert!(line.contains(&change) && line.ends_with('.') && line.len() < 330, "{what}: {line}");
        let named: Vec<InputId> = match found {
            Robustness::One { nearest, .. } => vec![nearest.0],
            Robustness::Two { pair, .. } => pair.map(|it| it.0).into(),
            Robustness::Neither => Vec::new(),
        };
        assert!(named.iter().all(|id| line.contains(id.spec().label)), "{line}");
        assert_eq!(named.is_empty(), line.contains("No number alone, and no two together"), "{line}");
    }
    assert!(seen.iter().all(|&n| n > 0), "{seen:?}");
}
