//! The question in reverse: the published estimates give their published results, and a plan in reverse gives the
//! textbook's result.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::plan::{implied, sums};
use payenough_engine::{CAPEX_LINES, evaluate};
use payenough_model::scenario::{PRESETS, Scenario};
use payenough_model::{CostLine, InputId, Inputs, Stream, Values};
use payenough_quantities::Usd;

const START: Values = Values::STARTING_POINT;

#[test]
fn published_estimates_give_their_published_results() {
    let published = [
        ("Sequoia", 6e11, 2.5e9),
        ("Balancier Capital", 3.07e10, 1.28e8),
        ("Praetorian Capital", 1.6e11, 6.67e8),
        ("Bain", 2e12, 8.33e9),
        ("J.P. Morgan", 6.5e11, 2.71e9),
    ];
    let sums = sums();
    assert_eq!(sums.len(), published.len());
    for (sum, (name, yearly, payers)) in sums.iter().zip(published) {
        assert_eq!(sum.name, name);
        assert!((sum.yearly.value() / yearly - 1.0).abs() < 6e-3, "{name}: {:?}", sum.yearly);
        assert!((sum.payers.value() / payers - 1.0).abs() < 6e-3, "{name}: {:?}", sum.payers);
        assert!(sum.leaves_out.ends_with('.') && !sum.working.is_empty(), "{name}");
    }
    assert!(sums[4].working.contains("$34.72 a month from each of 1.56 billion iPhone users"));
    assert_eq!(sums[0].plant, Some(Usd::of(3e11)), "150 of chips, twice for the whole data centre");
}

#[test]
fn a_plan_in_reverse_gives_the_textbook_result() {
    let inputs = Inputs::read(&START);
    let outcome = evaluate(&inputs);
    let it = implied(&inputs, &outcome).unwrap();
    // Bought over four quarters, in service two quarters later, until five years after purchase.
    assert_eq!(it.years, 5.25);
    let pv = |line: CostLine| outcome.cost_pv[line as usize].value();
    let capital: f64 = CAPEX_LINES.iter().map(|&line| pv(line)).sum::<f64>() + pv(CostLine::Residual);
    let level = capital * 0.095 / (1.0 - libm::pow(1.095, -5.25));
    let sum = |of: &dyn Fn(&payenough_engine::Year) -> f64| outcome.years.iter().map(of).sum::<f64>();
    let opex = sum(&|year| year.opex().value()) / 5.25;
    assert!((it.yearly.value() - level - opex).abs() < 1e-9 * level);
    let months = sum(&|year| year.user_months.value());
    let (each, ads) =
        (it.per_user.unwrap().value(), sum(&|year| year.revenue[Stream::Ads as usize].value()) / months);
    assert!((each * months / 5.25 - it.yearly.value()).abs() < 1e-9 * it.yearly.value());
    // Payers, and ads for the others, bring exactly that.
    let share = it.payers.unwrap().value() / it.users.value();
    assert!((share * 16.0 + (1.0 - share) * ads - each).abs() < 1e-9 * each);
    // It is also close to what the calculator needs without tax.
    assert!((each / outcome.needed.unwrap().value() - 1.0).abs() < 0.15, "{each}");
}

#[test]
fn without_purchases_there_is_no_implied_plan() {
    for preset in PRESETS {
        let inputs = Inputs::read(Scenario::of_preset(preset).values());
        let outcome = evaluate(&inputs);
        let has_plant = outcome.fleet.capex.value() > 0.0;
        assert_eq!(implied(&inputs, &outcome).is_some(), has_plant, "{}", preset.id);
    }
    let rented = Inputs::read(&START.with(InputId::compute, 1.0));
    assert!(implied(&rented, &evaluate(&rented)).is_none());
}
