//! The shock equals the closed form if all work is paid by the token, and is nothing if nothing gets cheaper.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::shock::{Shock, breakeven_elasticity};
use payenough_model::{InputId, Inputs, Values};

const START: Values = Values::STARTING_POINT;

fn shock(values: &Values) -> Shock {
    Shock::of(&Inputs::read(values))
}

/// No chat, no seats and no work of the vendors' own, so that everything is paid by the token.
fn paid_by_the_token() -> Values {
    START
        .with(InputId::messages, InputId::messages.spec().hard.0)
        .with(InputId::seats, 0.0)
        .with(InputId::pay_now, 0.0)
        .with(InputId::pay_later, 0.0)
        .with(InputId::api_paid, 100.0)
}

#[test]
fn the_closed_form_matches_published_points() {
    for (k, passed, expected) in [(10.0, 1.0, 1.0), (10.0, 0.8, 1.81), (10.0, 0.5, 3.85)] {
        let found = breakeven_elasticity(k, passed).unwrap().value();
        assert!((found - expected).abs() < 0.005, "{k} {passed}: {found}");
    }
    assert_eq!(breakeven_elasticity(10.0, 0.0), None);
    assert_eq!(breakeven_elasticity(1.0, 0.8), None);
}

#[test]
fn a_shock_without_savings_changes_nothing() {
    let it = shock(&START.with(InputId::shock_k, 1.0));
    assert_eq!(it.before, it.after);
    assert_eq!((it.stranded.value(), it.profit_lost.value(), it.closed_form), (0.0, 0.0, None));
}

#[test]
fn without_a_lower_price_less_hardware_does_the_same_work() {
    let it = shock(&START.with(InputId::shock_pass, 0.0));
    assert_eq!(it.before.price, it.after.price);
    assert!((it.before.tokens - it.after.tokens).value().abs() < 1e-9 * it.before.tokens.value());
    let tenth = it.before.accelerators.value() / 10.0;
    assert!((it.after.accelerators.value() - tenth).abs() < 1e-6 * tenth);
    assert!(it.stranded.value() > 0.0 && it.profit_lost.value() > 0.0);
    assert_eq!(it.modelled, None, "no response is large enough where the price does not move");
}

#[test]
fn the_break_even_elasticity_separates_more_hardware_from_less() {
    for values in [START, paid_by_the_token()] {
        let turn = shock(&values).modelled.unwrap().value();
        let spends = |response: f64| {
            let it = shock(&values.with(InputId::shock_elasticity, -response));
            it.after.capex_pv.value() / it.before.capex_pv.value()
        };
        assert!(spends(turn * 0.95) < 1.0 && spends(turn * 1.05) > 1.0, "{turn}");
        assert!((spends(turn) - 1.0).abs() < 1e-6);
    }
}

#[test]
fn the_model_equals_the_closed_form_if_all_work_is_paid_by_the_token() {
    for k in [4.0, 10.0, 25.0] {
        let it = shock(&paid_by_the_token().with(InputId::shock_k, k));
        let (closed, modelled) = (it.closed_form.unwrap().value(), it.modelled.unwrap().value());
        assert!((closed - modelled).abs() < 0.01 * closed, "{k}: {closed} {modelled}");
        // If part of the work does not respond, the rest must respond more.
        assert!(shock(&START.with(InputId::shock_k, k)).modelled.unwrap().value() > closed);
    }
}

/// Rented hardware is bought by somebody: the shock is on hardware, whoever owns it.
#[test]
fn rented_hardware_is_bought_by_somebody() {
    let owned = shock(&START);
    for (id, value) in [(InputId::compute, 1.0), (InputId::perspective, 1.0), (InputId::perspective, 2.0)] {
        assert_eq!(shock(&START.with(id, value)), owned, "{id:?}");
    }
}

#[test]
fn the_lost_value_equals_its_cash_flows() {
    let it = shock(&START);
    let rate = Inputs::read(&START).discount_rate.value();
    assert!((it.lost_cash.unwrap().value() - 5.93e11 * (rate - 0.03)).abs() < 1.0);
    assert!(it.lost_cash_two_stage.unwrap().first_year < it.lost_cash.unwrap());
    assert_eq!(shock(&START.with(InputId::lost_growth, 12.0)).lost_cash, None);
}
