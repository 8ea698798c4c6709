//! The published figures are those of `data/`, and where our own scenarios part from them a sentence says why.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::Path;

use payenough_analysis::reality::{
    CHATS_PUBLISHED, Check, FAR, Filling, Known, PUBLISHED, Scope, checks, conversion, sides,
};
use payenough_analysis::working::plain;
use payenough_engine::{evaluate, headline};
use payenough_model::scenario::{Preset, Scenario};
use payenough_model::{InputId, Inputs, Values};

fn facts() -> BTreeMap<String, f64> {
    let mut all = BTreeMap::new();
    for table in ["users_revenue", "willingness_to_pay", "infrastructure", "defaults", "serving_measurements"]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(table).with_extension("csv");
        let mut reader = csv::Reader::from_path(path).unwrap();
        let heads = reader.headers().unwrap().clone();
        let value = heads.iter().position(|head| head == "value").unwrap();
        for record in reader.records().map(Result::unwrap) {
            if let Ok(value) = record[value].parse() {
                all.insert(format!("{table}:{}", &record[0]), value);
            }
        }
    }
    all
}

fn table(preset: &str, known: Known, actor: Scope) -> Vec<Check> {
    let scenario = Scenario::of_preset(Preset::find(preset).unwrap());
    let inputs = Inputs::read(scenario.values());
    checks(known, actor, &inputs, &evaluate(&inputs))
}

#[test]
fn every_published_figure_is_its_facts() {
    let facts = facts();
    for row in PUBLISHED {
        let sum: f64 = row
            .facts
            .iter()
            .map(|(fact, factor)| facts.get(*fact).unwrap_or_else(|| panic!("{fact}")) * factor)
            .sum();
        // a margin is one less cost over revenue: one over a markup and one, or a part of 20 billion
        let value = match row.facts[0].0 {
            "serving_measurements:ds_margin" => 1.0 - 1.0 / (1.0 + facts[row.facts[0].0]),
            "users_revenue:openai_inf_model" => 1.0 - sum,
            _ => sum,
        };
        assert!((value / row.value - 1.0).abs() < 5e-4, "{}: {value} {}", row.label, row.value);
    }
}

#[test]
fn our_own_scenarios_part_from_none_without_a_sentence() {
    for (preset, known) in [("starting-point", Known::Start), ("article-2025-01", Known::Article)] {
        let actor = if known == Known::Start { Scope::Market } else { Scope::Meta };
        let table = table(preset, known, actor);
        for row in &table {
            assert!(!row.is_far || !row.why.is_empty(), "{preset}: {row:?}");
            assert!(row.is_far || row.why.is_empty(), "{preset}: no need to explain {row:?}");
        }
        // more rows agree than part
        let n_far = table.iter().filter(|row| row.is_far).count();
        println!("{preset}: {n_far} of {} are far", table.len());
        assert!(n_far * 2 <= table.len() || known == Known::Article);
    }
}

#[test]
fn a_ratio_is_marked_beyond_two_times_either_way() {
    for row in table("starting-point", Known::Start, Scope::Market) {
        let Some(ratio) = row.ratio else { continue };
        assert!((ratio - row.modelled.unwrap() / row.published).abs() < 1e-12 * ratio);
        assert_eq!(row.is_far, !(1.0 / FAR..=FAR).contains(&ratio));
    }
}

#[test]
fn the_fleet_fills_when_the_years_say_so() {
    let values = Values::STARTING_POINT;
    let inputs = Inputs::read(&values);
    let outcome = evaluate(&inputs);
    let filling = Filling::of(&inputs, &outcome).unwrap();
    let year = outcome.years.iter().find(|it| it.year == filling.year).unwrap();
    assert_eq!(filling.could, year.capacity / 12.0);
    assert!((filling.growth() - year.capacity.value() / outcome.years[0].demand.value()).abs() < 1e-12);
    let (full, left) = filling.full.unwrap();
    let at = |year: i32| outcome.years.iter().find(|it| it.year == year).unwrap();
    assert!(at(full).demand / 12.0 >= filling.could && at(full - 1).demand / 12.0 < filling.could);
    assert_eq!(left, at(full).capacity / 12.0);
    // hardly anybody else's use: then people's chats are all of it
    let chats = Inputs::read(&values.with(InputId::background, 1e6));
    assert!(Filling::of(&chats, &evaluate(&chats)).unwrap().chat_share > 0.999);
    assert!(filling.sentences()[0].contains("To fill it use has to grow"));
    let again = filling.at_benchmark * inputs.realised.value();
    assert!((again.value() - filling.could.value()).abs() <= 1e-12 * filling.could.value());
    let sized = Inputs::read(&values.with(InputId::capex_basis, 1.0));
    let said = Filling::of(&sized, &evaluate(&sized)).unwrap().sentences();
    assert!(said[0].contains("bought as it is needed"), "{said:?}");
}

#[test]
fn published_chats_are_messages_times_tokens() {
    let facts = facts();
    let tokens = facts["users_revenue:az_conv_in"] + facts["users_revenue:az_conv_out"];
    let month = facts["users_revenue:msgs_day"] * tokens * 365.0 / 12.0;
    assert!((CHATS_PUBLISHED.value() / month - 1.0).abs() < 1e-12);
}

/// What a firm's scenario is held against first is what it can be held against.
#[test]
fn a_firm_is_held_against_its_own_figures_first() {
    for (preset, actor) in [("chatgpt-lab", Scope::Lab), ("meta-2026", Scope::Meta)] {
        let table = table(preset, Known::Own, actor);
        let n_own = table.iter().filter(|it| it.is_own).count();
        assert!(table[..n_own].iter().all(|it| it.is_own) && n_own < table.len(), "{preset}");
    }
    assert!(table("starting-point", Known::Start, Scope::Market).iter().all(|it| it.is_own));
    let lab = table("chatgpt-lab", Known::Lab, Scope::Lab);
    assert!(lab.iter().filter(|it| it.is_own && it.is_far).all(|it| !it.why.is_empty()), "{lab:?}");
}

#[test]
fn the_sentences_on_share_and_realised_say_what_the_engine_says() {
    let values = Values::STARTING_POINT;
    let enough = |values: &Values| headline(&Inputs::read(values)).value() >= 0.0;
    let sides = sides(&values);
    assert_eq!(sides.len(), 3);
    let all = values.with(InputId::programme_share, 100.0);
    assert_eq!(sides[0].contains("the answer turns"), enough(&all) != enough(&values), "{}", sides[0]);
    let spec = InputId::realised.spec();
    for (said, end) in sides[1..].iter().zip([spec.low, spec.high]) {
        let there = values.with(InputId::realised, end);
        assert_eq!(said.contains("the answer turns"), enough(&there) != enough(&values), "{said}");
    }
}

#[test]
fn a_paying_share_far_from_what_was_seen_is_questioned() {
    let said = |now: f64| {
        let inputs = Inputs::read(&Values::STARTING_POINT.with(InputId::pay_now, now));
        plain(&conversion(&evaluate(&inputs)).join(" "))
    };
    assert!(
        !said(4.0).contains("Warning")
            && said(4.0).contains("5.6% of ChatGPT's weekly users, and 2 to 3% of US households")
    );
    assert!(
        said(20.0).contains("is more than twice the 5.6%")
            && said(20.0).contains("more than twice the 2 to 3%")
    );
    // households alone
    assert!(!said(5.6).contains("the 5.6% seen") && said(5.6).contains("more than twice the 2 to 3% seen"));
    assert!(said(0.5).contains("is less than half the 5.6%"));
}
