//! Goal-seek finds every value and the nearest lever, and says where no value is enough.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::goal_seek::{Goal, goal_seek, levers};
use payenough_analysis::working::plain;
use payenough_engine::evaluate;
use payenough_model::{InputId, Inputs, Kind, Values};
use payenough_quantities::{PerYear, Ratio, Usd, Years};

mod common;

const START: Values = Values::STARTING_POINT;
const ZERO: Goal = Goal::Npv(Usd::ZERO);

#[test]
fn the_value_found_meets_the_goal() {
    let size = evaluate(&Inputs::read(&START)).fleet.capex.value();
    for id in [InputId::discount_rate, InputId::api_price, InputId::api_paid, InputId::seats] {
        let found = goal_seek(ZERO, &START, id);
        assert_eq!(found.len(), 1, "{id:?} {found:?}");
        let npv = ZERO.excess(&START.with(id, found[0].value));
        assert!(npv.abs() < 1e-9 * size && !found[0].is_jump, "{id:?} {found:?} {npv}");
    }
}

/// The rate of return is the discount rate at which the net present value is 0, and no discount rate changes it.
#[test]
fn the_sought_discount_rate_is_the_rate_of_return() {
    let irr = evaluate(&Inputs::read(&START)).irr.unwrap().value();
    let found = goal_seek(ZERO, &START, InputId::discount_rate);
    assert!((found[0].value / 100.0 - irr).abs() < 1e-9, "{found:?} {irr}");
    assert_eq!(goal_seek(Goal::Irr(PerYear::of(0.12)), &START, InputId::discount_rate), vec![]);
}

#[test]
fn return_payback_and_margin_goals_are_met() {
    let sought = |goal: Goal| {
        let found = goal_seek(goal, &START, InputId::api_price);
        assert_eq!(found.len(), 1, "{goal:?} {found:?}");
        evaluate(&Inputs::read(&START.with(InputId::api_price, found[0].value)))
    };
    let it = sought(Goal::Irr(PerYear::of(0.15)));
    assert!((it.irr.unwrap().value() - 0.15).abs() < 1e-9);
    let it = sought(Goal::Payback(Years::of(5.0)));
    assert!((it.payback.unwrap().value() - 5.0).abs() < 1e-6);
    let it = sought(Goal::Margin(Ratio::of(0.1)));
    let revenue: f64 = it.revenue_pv.iter().map(|part| part.value()).sum();
    assert!((it.npv.value() / revenue - 0.1).abs() < 1e-9);
}

/// A link states the goal, and the goal is what the link states.
#[test]
fn a_scenario_asks_for_its_own_goal() {
    let goal = |which: f64| Goal::sought(&Inputs::read(&START.with(InputId::sought, which)));
    assert_eq!(goal(0.0), ZERO);
    assert_eq!(goal(1.0), Goal::Irr(PerYear::of(0.15)));
    assert_eq!(goal(2.0), Goal::Payback(Years::of(5.0)));
    assert_eq!(goal(3.0), Goal::Margin(Ratio::of(0.1)));
    assert_eq!(ZERO.clause(true), "each dollar of cost comes back");
    assert_eq!(plain(&goal(1.0).clause(false)), "the rate of return is not at least 15% a year");
    for which in [1.0, 2.0, 3.0] {
        let found = levers(goal(which), &START).into_iter().filter(|it| it.found.is_some()).count();
        assert!(found >= 10, "{which}: {found}");
    }
}

/// If values on both sides turn the answer, both are reported.
#[test]
fn values_on_both_sides_are_reported() {
    let all = levers(ZERO, &START);
    for lever in all.iter().filter(|it| it.other.is_some()) {
        let (near, far, now) = (lever.found.unwrap().value, lever.other.unwrap().value, START.get(lever.id));
        assert!((near < now) != (far < now), "{lever:?}");
    }
    assert!(all.iter().all(|it| it.other.is_none() || it.found.is_some()));
}

/// Profit against a price is a hump: a plan so large that the best price just pays turns on either side of it.
#[test]
fn several_values_are_all_found() {
    let plan = goal_seek(ZERO, &START, InputId::capex_per_year);
    let values = START.with(InputId::capex_per_year, plan[0].value * 1.001);
    let found = goal_seek(ZERO, &values, InputId::sub_price);
    assert!(found.len() >= 2, "{found:?}");
    assert!(found.windows(2).all(|pair| pair[0].value < pair[1].value), "{found:?}");
    for it in found {
        let [below, above] = [1.0 - 1e-6, 1.0 + 1e-6]
            .map(|by| ZERO.excess(&values.with(InputId::sub_price, it.value * by)) >= 0.0);
        assert_ne!(below, above, "{it:?}");
    }
}

#[test]
fn finding_no_value_is_an_answer() {
    let far = Goal::Npv(Usd::of(1e18));
    assert_eq!(goal_seek(far, &START, InputId::api_price), vec![]);
    assert!(levers(far, &START).iter().all(|lever| lever.found.is_none() && lever.effort.is_none()));
    // A choice is not a number, and a figure that the physics replaces does not matter.
    assert_eq!(goal_seek(ZERO, &START, InputId::chip), vec![]);
    let all = levers(ZERO, &START);
    assert!(all.iter().all(|it| it.id.spec().kind == Kind::Number && it.id != InputId::decode_rate));
}

/// Each lever turns the answer at its value, and a fine search finds no nearer one.
#[test]
fn the_nearest_value_turns_the_answer() {
    for start in [START, START.with(InputId::api_price, 3.0)] {
        let all = levers(ZERO, &start);
        let is_met = ZERO.excess(&start) >= 0.0;
        let found: Vec<_> = all.iter().filter_map(|it| Some((it, it.found?))).collect();
        assert!(found.len() >= 20, "only {}", found.len());
        for (lever, it) in &found {
            let spec = lever.id.spec();
            assert!(spec.allows(it.value), "{lever:?}");
            let now = start.get(lever.id);
            let beyond = (it.value + (it.value - now) * 1e-6).clamp(spec.hard.0, spec.hard.1);
            assert_ne!(ZERO.excess(&start.with(lever.id, beyond)) >= 0.0, is_met, "{lever:?}");
            for step in 1..20 {
                let nearer = now + (it.value - now) * f64::from(step) / 20.0;
                assert_eq!(ZERO.excess(&start.with(lever.id, nearer)) >= 0.0, is_met, "{lever:?} {nearer}");
            }
        }
        let efforts: Vec<f64> = found.iter().filter_map(|(lever, _)| lever.effort).collect();
        assert!(efforts.windows(2).all(|pair| pair[0] <= pair[1]), "{efforts:?}");
        let first_none = all.iter().position(|it| it.found.is_none()).unwrap();
        assert!(all[first_none..].iter().all(|it| it.found.is_none()), "those without a value come last");
    }
}

/// Random scenarios, including extreme ones: every answer is a number within the allowed range.
#[test]
fn any_world_gets_an_answer() {
    for n in 0..12 {
        let values = common::scenario(n);
        for lever in levers(ZERO, &values) {
            let sane = lever.found.is_none_or(|it| it.value.is_finite() && lever.id.spec().allows(it.value));
            assert!(sane && lever.effort.is_none_or(|it| it >= 0.0 && it.is_finite()), "{n} {lever:?}");
        }
    }
}
