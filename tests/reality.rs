//! The published figures are those of `data/`, and a sentence explains where our own scenarios differ from them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::Path;

use payenough_analysis::futures::Drawing;
use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::reality::{
    CHATS_PUBLISHED, Check, FAR, Filling, Known, OF_AUTUMN, PUBLISHED, Scope, checks, conversion, sides,
};
use payenough_analysis::working::plain;
use payenough_engine::{evaluate, headline};
use payenough_model::scenario::{Preset, Scenario, read_link};
use payenough_model::{InputId, Inputs, Values};

fn facts() -> BTreeMap<String, f64> {
    let mut all = BTreeMap::new();
    for table in [
        "users_revenue",
        "willingness_to_pay",
        "infrastructure",
        "defaults",
        "serving_measurements",
        "facts_2026h2",
    ] {
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
fn every_published_figure_matches_its_facts() {
    let facts = facts();
    for row in PUBLISHED {
        let sum: f64 = row
            .facts
            .iter()
            .map(|(fact, factor)| facts.get(*fact).unwrap_or_else(|| panic!("{fact}")) * factor)
            .sum();
        // A margin is 1 − cost/revenue. One fact gives a markup, so that cost/revenue is 1/(1 + markup); the other gives
        // costs, summed as a share of 20 billion.
        let value = match row.facts[0].0 {
            "serving_measurements:ds_margin" => 1.0 - 1.0 / (1.0 + facts[row.facts[0].0]),
            "users_revenue:openai_inf_model" => 1.0 - sum,
            _ => sum,
        };
        assert!((value / row.value - 1.0).abs() < 5e-4, "{}: {value} {}", row.label, row.value);
    }
}

#[test]
fn large_differences_in_our_own_scenarios_are_explained() {
    for (preset, known) in [("starting-point", Known::Start), ("article-2025-01", Known::Article)] {
        let actor = if known == Known::Start { Scope::Market } else { Scope::Meta };
        let table = table(preset, known, actor);
        for row in &table {
            assert!(!row.is_far || !row.why.is_empty(), "{preset}: {row:?}");
            assert!(row.is_far || row.why.is_empty(), "{preset}: no need to explain {row:?}");
        }
        // More rows agree than differ.
        let n_far = table.iter().filter(|row| row.is_far).count();
        println!("{preset}: {n_far} of {} are far", table.len());
        assert!(n_far * 2 <= table.len() || known == Known::Article);
    }
}

#[test]
fn ratios_above_2_or_below_a_half_are_marked() {
    for row in table("starting-point", Known::Start, Scope::Market) {
        let Some(ratio) = row.ratio else { continue };
        assert!((ratio - row.modelled.unwrap() / row.published).abs() < 1e-12 * ratio);
        assert_eq!(row.is_far, !(1.0 / FAR..=FAR).contains(&ratio));
    }
}

#[test]
fn the_fleet_is_full_in_the_year_that_demand_reaches_it() {
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
    // Almost nobody else's use, so that people's chats are all of it.
    let chats = Inputs::read(&values.with(InputId::background, 1e6));
    assert!(Filling::of(&chats, &evaluate(&chats)).unwrap().chat_share > 0.999);
    assert!(filling.sentences()[0].contains("To fill it use has to grow"));
    let again = filling.at_benchmark * inputs.realised.value();
    assert!((again.value() - filling.could.value()).abs() <= 1e-12 * filling.could.value());
    let sized = Inputs::read(&values.with(InputId::capex_basis, 1.0));
    let sentences = Filling::of(&sized, &evaluate(&sized)).unwrap().sentences();
    assert!(sentences[0].contains("bought as it is needed"), "{sentences:?}");
}

/// An annualised figure is a year at some moment's pace: quarters before the fleet is there are no part of ours either.
#[test]
fn revenue_is_held_against_a_year_at_the_pace_of_the_quarters_in_service() {
    let row = |values: &Values| {
        let outcome = evaluate(&Inputs::read(values));
        let all = checks(Known::Own, Scope::Market, &Inputs::read(values), &outcome);
        let row = all.into_iter().find(|it| it.label.starts_with("Revenue a year")).unwrap();
        (row.modelled.unwrap(), outcome.years[0].clone())
    };
    let share = Values::STARTING_POINT.get(InputId::programme_share) / 100.0;
    // two quarters of the first year: about twice what they bring, and a little less as users grow
    let (two, year) = row(&Values::STARTING_POINT);
    let paid = year.revenue_total().value() / share;
    assert!((1.5 * paid..2.0 * paid).contains(&two), "{two} {paid}");
    assert!(year.user_months.value() < 0.6 * 12.0 * year.active_users.value());
    // a whole year stands as it is
    let (whole, year) = row(&Values::STARTING_POINT.with(InputId::build_lag, 0.0));
    assert!((whole * share / year.revenue_total().value() - 1.0).abs() < 1e-12);
}

/// Agents grow in their first year too: what is asked for by people's chats is the rest.
#[test]
fn the_share_of_chats_leaves_out_all_that_agents_ask_for() {
    let values = Values::STARTING_POINT;
    let share = |values: &Values| {
        let inputs = Inputs::read(values);
        Filling::of(&inputs, &evaluate(&inputs)).unwrap().chat_share
    };
    let level = values.with(InputId::background_growth, 1.0).with(InputId::background_end, 1.0);
    let inputs = Inputs::read(&level);
    let agents = inputs.background.value() * 12.0 * inputs.programme_share.value();
    let asked = evaluate(&inputs).years[0].demand.value();
    assert!((share(&level) - (1.0 - agents / asked)).abs() < 1e-12);
    assert!(share(&values) < share(&level), "{} {}", share(&values), share(&level));
}

#[test]
fn published_chats_are_messages_times_tokens() {
    let facts = facts();
    let tokens = facts["users_revenue:az_conv_in"] + facts["users_revenue:az_conv_out"];
    let month = facts["users_revenue:msgs_day"] * tokens * 365.0 / 12.0;
    assert!((CHATS_PUBLISHED.value() / month - 1.0).abs() < 1e-12);
}

/// A firm's scenario is compared first with the figures that apply to it.
#[test]
fn a_firm_is_compared_with_its_own_figures_first() {
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
fn the_sentences_on_what_moves_the_answer_most_match_the_engine() {
    let scenario = Scenario::starting_point();
    let values = *scenario.values();
    let enough = |values: &Values| headline(&Inputs::read(values)).value() >= 0.0;
    let ranking = Tornado::of(&Drawing::of(&values, scenario.spreads()));
    let sides = sides(&values, &ranking);
    let ends = ranking.bars[..2].iter().flat_map(|bar| [(bar.id, bar.low.value), (bar.id, bar.high.value)]);
    let ends: Vec<(InputId, f64)> = ends.filter(|&(id, end)| end != values.get(id)).collect();
    assert!(sides.len() == ends.len() && ends.len() > 2);
    for (sentence, (id, end)) in sides.iter().zip(ends) {
        let there = values.with(id, end);
        assert!(sentence.contains(id.spec().label), "{sentence}");
        assert_eq!(sentence.contains("the scenario turns"), enough(&there) != enough(&values), "{sentence}");
    }
    let certain = Tornado::of(&Drawing::of(&values, []));
    assert!(payenough_analysis::reality::sides(&values, &certain).is_empty());
}

#[test]
fn a_paying_share_far_from_observations_gives_a_warning() {
    let sentences = |now: f64| {
        let inputs = Inputs::read(&Values::STARTING_POINT.with(InputId::pay_now, now));
        plain(&conversion(&evaluate(&inputs)).join(" "))
    };
    assert!(
        !sentences(4.0).contains("Warning")
            && sentences(4.0).contains("5.6% of ChatGPT's weekly users, and 2 to 3% of US households")
    );
    assert!(
        sentences(20.0).contains("is more than twice the 5.6%")
            && sentences(20.0).contains("more than twice the 2 to 3%")
    );
    // This share equals the one of ChatGPT, so only the one of households gives a warning.
    assert!(
        !sentences(5.6).contains("the 5.6% seen")
            && sentences(5.6).contains("more than twice the 2 to 3% seen")
    );
    assert!(sentences(0.5).contains("is less than half the 5.6%"));
}

/// Rows of autumn 2026 are met within this factor by the set of their time, or say why not.
const NEAR: f64 = 1.5;

#[test]
fn the_set_of_december_meets_the_rows_of_autumn_or_they_say_why() {
    let (scenario, _) = read_link("?v=1&d=2026-12");
    let inputs = Inputs::read(scenario.values());
    let all = checks(Known::Start, Scope::Market, &inputs, &evaluate(&inputs));
    let autumn: Vec<&Check> = all.iter().filter(|it| it.row >= OF_AUTUMN).collect();
    assert_eq!(autumn.len(), PUBLISHED.len() - OF_AUTUMN);
    for it in &autumn {
        let (row, ratio) = (&PUBLISHED[it.row], it.ratio.unwrap());
        println!("{:.2} {} ({})", ratio, row.label, row.who);
        let is_near = (1.0 / NEAR..=NEAR).contains(&ratio);
        assert!(is_near || !row.why_start.is_empty(), "{}: {ratio}", row.label);
        assert!(row.who.contains("second hand"), "{}: nobody opened the original", row.label);
    }
}
