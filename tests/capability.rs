//! What a capability adds: its revenue minus its cost, and the uplift at which it would pay for itself.

mod common;

use payenough_analysis::{Capability, accounts, margins};
use payenough_engine::{evaluate, headline};
use payenough_model::{InputId, Inputs, Switch, Values};
use payenough_quantities::Ratio;

/// The starting point and other scenarios, without the slow search for the best life.
fn worlds() -> impl Iterator<Item = Inputs> {
    let random = (0..60).map(|n| common::scenario(n).with(InputId::retire_early, Switch::Off as u8 as f64));
    std::iter::once(Values::STARTING_POINT).chain(random).map(|values| Inputs::read(&values))
}

#[test]
fn an_account_equals_the_answer_with_minus_the_answer_without() {
    for inputs in worlds() {
        let all = evaluate(&inputs);
        for (account, margin) in accounts(&inputs).into_iter().zip(margins(&inputs)) {
            let without = evaluate(&account.capability.without(&inputs));
            let size: f64 = [&all, &without]
                .iter()
                .flat_map(|it| it.revenue_pv.iter().chain(&it.cost_pv))
                .map(|it| it.value().abs())
                .sum();
            let [npv, sum] = [account.npv, account.revenue - account.cost].map(|it| it.value());
            assert!((npv - sum).abs() <= 1e-9 * size, "{:?}: {npv} {sum}", account.capability);
            assert_eq!((margin.capability, margin.npv), (account.capability, account.npv));
            assert_eq!(account.npv, all.npv - without.npv);
        }
    }
}

#[test]
fn at_the_needed_uplift_a_capability_breaks_even() {
    let mut found = 0;
    for inputs in worlds() {
        for account in accounts(&inputs) {
            let without = headline(&account.capability.without(&inputs));
            let pays =
                |uplift: f64| headline(&account.capability.worth(&inputs, Ratio::of(uplift))) >= without;
            match account.needed_uplift.map(Ratio::value) {
                None => assert!(!pays(100.0), "{:?}", account.capability),
                Some(0.0) => assert!(pays(0.0), "{:?}", account.capability),
                Some(needed) => {
                    found += 1;
                    assert!(pays(needed) && !pays(needed * (1.0 - 1e-6) - 1e-12), "{:?}", account.capability);
                }
            }
        }
    }
    assert!(found > 20, "{found} found");
}

#[test]
fn an_unused_capability_adds_nothing() {
    let inputs = Capability::ALL
        .into_iter()
        .fold(Inputs::read(&Values::STARTING_POINT), |inputs, it| it.without(&inputs));
    for account in accounts(&inputs) {
        assert_eq!((account.npv.value(), account.needed_uplift), (0.0, Some(Ratio::ZERO)));
    }
}
