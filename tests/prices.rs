//! No other price does better than the best one, and the net present value is 0 on the frontier.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::prices::{
    PLAN_PRICES, best_price, frontier, payers_elasticity, plan_elasticity, seats_elasticity, with_share,
};
use payenough_engine::{evaluate, headline};
use payenough_model::{InputId, Inputs, Stream, Values};

const START: Values = Values::STARTING_POINT;

#[test]
fn no_other_price_beats_the_best_price() {
    for id in [InputId::sub_price, InputId::seat_price] {
        let best = best_price(&START, id);
        assert!(!best.is_edge, "{best:?}");
        for step in 0..200 {
            let price = 0.5 * libm::pow(1.03, f64::from(step));
            let npv = headline(&Inputs::read(&START.with(id, price)));
            assert!(
                npv.value() <= best.npv.value() + 1e-9 * npv.value().abs(),
                "{id:?} {price}: {npv:?} {best:?}"
            );
        }
    }
}

#[test]
fn if_usage_does_not_respond_the_highest_token_price_is_best() {
    assert!(best_price(&START, InputId::api_price).is_edge);
    let answers = START.with(InputId::api_elasticity, -3.0);
    assert!(!best_price(&answers, InputId::api_price).is_edge);
}

#[test]
fn elasticities_match_the_models_slopes() {
    let slope = |id: InputId, of: &dyn Fn(&Values) -> f64| {
        let price = START.get(id);
        let [low, high] = [0.999, 1.001].map(|by| of(&START.with(id, price * by)));
        libm::log(high / low) / libm::log(1.001 / 0.999)
    };
    let year = |values: &Values| evaluate(&Inputs::read(values)).years[0].clone();
    // Prices rise over the years, so the slope of the first year is close to the closed form but not equal to it.
    let payers = slope(InputId::sub_price, &|values| year(values).subscribers.value());
    assert!((payers - payers_elasticity(&Inputs::read(&START)).value()).abs() < 0.01, "{payers}");
    let seats = slope(InputId::seat_price, &|values| year(values).seats.value());
    let three = START.with(InputId::plans, 1.0).with(InputId::cheap_worth, 20.0);
    let of_three = payers_elasticity(&Inputs::read(&three)).value();
    assert!(
        (of_three - payers_elasticity(&Inputs::read(&START)).value()).abs() < 1e-6,
        "the cheap plan finds no taker"
    );
    assert_eq!(
        payers_elasticity(&Inputs::read(&START.with(InputId::plans, 1.0))).value(),
        0.0,
        "those who leave take the cheap one"
    );
    assert!((seats - seats_elasticity(&Inputs::read(&START)).value()).abs() < 1e-3, "{seats}");
}

/// Each of three plans has a most profitable price, and its subscribers respond to it.
#[test]
fn every_plan_has_a_best_price_and_an_elasticity() {
    let three = START.with(InputId::plans, 1.0);
    let npv = |values: &Values| headline(&Inputs::read(values)).value();
    for id in PLAN_PRICES {
        let best = best_price(&three, id);
        assert!(best.matters, "{best:?}");
        for step in 0..120 {
            let price = 0.5 * libm::pow(1.06, f64::from(step));
            let there = npv(&three.with(id, price));
            assert!(there <= best.npv.value() + 1e-9 * there.abs(), "{id:?} {price} {best:?}");
        }
        let slope = plan_elasticity(&Inputs::read(&three), id).unwrap().value();
        assert!(slope < 0.0, "{id:?} {slope}");
    }
    assert_eq!(
        plan_elasticity(&Inputs::read(&START), InputId::top_price),
        None,
        "with one plan it is not on offer"
    );
    assert_eq!(
        plan_elasticity(&Inputs::read(&START), InputId::sub_price),
        Some(payers_elasticity(&Inputs::read(&START)))
    );
    let dominated = three.with(InputId::top_worth, 0.9);
    assert_eq!(plan_elasticity(&Inputs::read(&dominated), InputId::top_price), None, "nobody takes it");
}

#[test]
fn without_sales_no_price_matters() {
    for (id, none) in [(InputId::seat_price, InputId::seats), (InputId::api_price, InputId::api_paid)] {
        assert!(!best_price(&START.with(none, 0.0), id).matters, "{id:?}");
        assert!(best_price(&START, id).matters);
    }
}

#[test]
fn npv_is_zero_on_the_frontier() {
    let size = evaluate(&Inputs::read(&START)).fleet.capex.value();
    let points = frontier(&START);
    assert!(points.iter().filter(|it| it.share.is_some()).count() >= 5, "{points:?}");
    for values in [START, START.with(InputId::plans, 1.0)] {
        for point in frontier(&values) {
            let Some(set) = point.set.filter(|it| *it > 0.0) else { continue };
            let there = with_share(&values.with(InputId::sub_price, point.price), set);
            let outcome = evaluate(&Inputs::read(&there));
            assert!(outcome.npv.value().abs() < 1e-9 * size, "{point:?}: {:?}", outcome.npv);
            let year = &outcome.years[4];
            assert_eq!(point.share.unwrap(), year.subscribers.share_of(year.active_users));
        }
    }
    assert!(evaluate(&Inputs::read(&START)).revenue_pv[Stream::Subscriptions as usize].value() > 0.0);
}
