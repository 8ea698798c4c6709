//! The figures beside the answer agree with the answer.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_engine::finance::Finance;
use payenough_engine::{CAPEX_LINES, evaluate};
use payenough_model::{CostLine, InputId, Inputs, MarginName, Stream, Values};

mod common;
use common::scenario;

const START: Values = Values::STARTING_POINT;

fn of(values: &Values) -> Finance {
    Finance::of(&Inputs::read(values))
}

#[test]
fn the_lines_of_the_needed_amount_add_up_to_it() {
    let mut tried = 0;
    for n in 0..1000 {
        let inputs = Inputs::read(&scenario(n));
        let (finance, outcome) = (Finance::of(&inputs), evaluate(&inputs));
        let (Some(lines), Some(needed)) = (finance.needed_by_line, outcome.needed) else { continue };
        let sum: f64 = lines.iter().map(|it| it.value()).sum();
        let size: f64 = lines.iter().map(|it| it.value().abs()).sum();
        assert!((sum - needed.value()).abs() <= 1e-9 * size, "scenario {n}: {sum} {needed:?}");
        for line in CAPEX_LINES {
            let pv = outcome.cost_pv[line as usize] / outcome.user_months_pv;
            assert_eq!(lines[line as usize], pv, "scenario {n}");
        }
        tried += 1;
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn each_margin_is_below_the_one_before_and_the_last_is_the_remainder() {
    for n in 0..500 {
        let inputs = Inputs::read(&scenario(n).with(InputId::night_reuse, 0.0));
        let (finance, outcome) = (Finance::of(&inputs), evaluate(&inputs));
        let Some(margins) = finance.margins else { continue };
        assert!(margins.windows(2).all(|pair| pair[1] <= pair[0]), "scenario {n}: {margins:?}");
        let cash: f64 = Stream::ALL
            .iter()
            .filter(|it| it.is_cash())
            .map(|it| outcome.revenue_pv[*it as usize].value())
            .sum();
        let running: f64 = CostLine::ALL
            .iter()
            .filter(|it| MarginName::ALL.iter().any(|name| name.takes(**it)))
            .map(|it| outcome.cost_pv[*it as usize].value())
            .sum();
        let last = margins[MarginName::COUNT - 1].value();
        assert!((last - (cash - running) / cash).abs() <= 1e-9 * (1.0 + running / cash), "scenario {n}");
    }
}

#[test]
fn every_cost_line_is_in_one_margin_or_is_plant_tax_or_residual() {
    for line in CostLine::ALL {
        let n_names = MarginName::ALL.iter().filter(|name| name.takes(line)).count();
        let is_beside = CAPEX_LINES.contains(&line) || matches!(line, CostLine::Tax | CostLine::Residual);
        assert_eq!(n_names, usize::from(!is_beside), "{line:?}");
    }
}

#[test]
fn daily_and_quarterly_returns_agree() {
    let (finance, outcome) = (of(&START), evaluate(&Inputs::read(&START)));
    let capex = outcome.fleet.capex.value();
    assert!((finance.xnpv.unwrap() - outcome.npv).value().abs() < 2e-3 * capex);
    assert!((finance.xirr.unwrap() - outcome.irr.unwrap()).value().abs() < 1e-3);
}

/// The modified rate lies between the discount rate and the rate of return, and equals them if they are equal.
#[test]
fn the_modified_rate_is_between_discount_rate_and_irr() {
    let outcome = evaluate(&Inputs::read(&START));
    let (irr, modified) = (outcome.irr.unwrap().value(), of(&START).mirr.unwrap().value());
    let rate = Inputs::read(&START).discount_rate.value();
    assert!((irr.min(rate)..=irr.max(rate)).contains(&modified), "{irr} {modified} {rate}");
}

#[test]
fn a_dearer_loan_costs_more_and_no_debt_costs_nothing() {
    let dear = of(&START.with(InputId::debt_rate, 15.0));
    assert!(dear.instalment > of(&START).instalment);
    assert!(dear.cover_least < of(&START).cover_least);
    assert!(of(&START).cover_least <= of(&START).cover_mean);
    let none = of(&START.with(InputId::debt, 0.0));
    assert_eq!((none.instalment, none.cover_least, none.cover_mean), (None, None, None));
    // Half of the plant is financed at 10% over 20 quarters.
    let half = 0.5 * evaluate(&Inputs::read(&START)).fleet.capex.value();
    let level = half * 0.025 / (1.0 - libm::pow(1.025, -20.0));
    assert!((of(&START).instalment.unwrap().value() - level).abs() < 1e-9 * level);
}

#[test]
fn rented_compute_has_neither_loan_nor_returns() {
    let rented = of(&START.with(InputId::compute, 1.0));
    assert_eq!((rented.mirr, rented.xirr, rented.xnpv, rented.instalment), (None, None, None, None));
    assert!(rented.margins.is_some());
}
