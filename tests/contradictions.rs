//! Contradictory inputs give a sentence and a finite result; a consistent scenario gives no sentence.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::contradiction::contradictions;
use payenough_analysis::verdict;
use payenough_analysis::working::plain;
use payenough_engine::evaluate;
use payenough_model::scenario::{PRESETS, Scenario, read_link};
use payenough_model::{InputId, Inputs, Values};

fn sentences(values: &Values) -> Vec<String> {
    let inputs = Inputs::read(values);
    let outcome = evaluate(&inputs);
    assert!(outcome.npv.value().is_finite());
    assert!(!verdict(&Scenario::starting_point(), &outcome).text().contains("NaN"));
    contradictions(&inputs, &outcome).iter().map(|it| plain(it)).collect()
}

const START: Values = Values::STARTING_POINT;

#[test]
fn presets_have_no_contradictions() {
    for preset in PRESETS {
        assert_eq!(sentences(Scenario::of_preset(preset).values()), Vec::<String>::new(), "{}", preset.id);
    }
    assert!(sentences(&START.with(InputId::plans, 1.0)).is_empty());
}

#[test]
fn a_dearer_plan_that_is_worth_less_is_reported() {
    let three = START.with(InputId::plans, 1.0);
    let of_three = sentences(&three.with(InputId::top_worth, 0.9));
    assert_eq!(of_three.len(), 1);
    assert!(
        of_three[0].contains("the top plan at $200 a month: another one is worth as much or more"),
        "{of_three:?}"
    );
    let cheap = sentences(&three.with(InputId::cheap_worth, 20.0));
    assert!(cheap[0].contains("the cheap plan") && cheap[0].contains("more above its price"), "{cheap:?}");
    // With one plan, the values of the other plans do not matter.
    assert!(sentences(&START.with(InputId::top_worth, 0.9)).is_empty());
}

#[test]
fn shares_above_all_of_revenue_are_reported() {
    assert!(
        sentences(&START.with(InputId::staff, 60.0).with(InputId::research, 55.0))[0]
            .contains("115% of every dollar")
    );
    assert!(sentences(&START.with(InputId::seats, 3e9))[0].contains("more seats than people"));
    assert!(sentences(&START.with(InputId::payer_usage, 30.0))[0].contains("together more than all use"));
    assert!(
        sentences(&START.with(InputId::accelerator_life, 12.0))[0]
            .contains("for 12 years but is scrapped after 8 years")
    );
    let regions = START.with(InputId::ads_us, 60.0);
    assert!(sentences(&regions).is_empty(), "one figure for the world is in force");
    assert!(sentences(&regions.with(InputId::ads_by, 1.0))[0].contains("hold 119% of free users"));
    assert!(sentences(&START.with(InputId::own_ads_lost, 90.0))[0].contains("105% of what they bring"));
    assert!(sentences(&START.with(InputId::pay_later, 80.0))[0].contains("only 41.6% value it that much"));
}

/// A share above 100% in a link is not accepted: the default stays, and a notice says so.
#[test]
fn a_share_above_all_in_a_link_keeps_the_default() {
    let (scenario, notices) = read_link("?v=1&d=2026-11&pay_later_pct=140");
    assert_eq!(scenario.get(InputId::pay_later), InputId::pay_later.spec().default);
    assert!(notices[0].message.contains("100"), "{notices:?}");
}

#[test]
fn a_plan_without_users_is_reported() {
    let none = START
        .with(InputId::capex_per_year, InputId::capex_per_year.spec().hard.0)
        .with(InputId::build_lag, 7.0)
        .with(InputId::power_cap, InputId::power_cap.spec().hard.0);
    let outcome = evaluate(&Inputs::read(&none));
    let empty = outcome.user_months_pv.value() == 0.0;
    assert_eq!(
        sentences(&none).iter().any(|it| it.contains("no users")),
        empty,
        "{:?}",
        outcome.user_months_pv
    );
    // Demand so low that no fleet is bought.
    let idle = START
        .with(InputId::capex_basis, 1.0)
        .with(InputId::messages, 0.0)
        .with(InputId::background, InputId::background.spec().hard.0)
        .with(InputId::inference_share, 1.0);
    let sentences = sentences(&idle);
    let served = evaluate(&Inputs::read(&idle)).user_months_pv.value() > 0.0;
    assert_eq!(sentences.iter().any(|it| it.contains("no users")), !served, "{sentences:?}");
}
