//! Every working computes its number again from its operands, and every chain of workings ends at inputs.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use payenough::engine::evaluate;
use payenough::engine::working::{Figure, Kind, Origin, Working, open};
use payenough::model::{CostLine, InputId, Inputs, Stream, Values};
use payenough::scenario::{PRESETS, Scenario};
use payenough::sheet::table::COLUMNS;

mod common;

/// Figures that stand on others by a search or a long calculation, and say so.
const OPEN_ENDED: [Kind; 10] = [
    Kind::PlantResult,
    Kind::Outlay,
    Kind::Work,
    Kind::Tokens,
    Kind::Bought,
    Kind::PlantCost,
    Kind::Irr,
    Kind::CapacityYear,
    Kind::PowerYear,
    Kind::NeededYear,
];

fn roots(n_years: usize) -> Vec<Figure> {
    let mut all: Vec<Figure> = [
        Kind::Npv,
        Kind::Needed,
        Kind::Expected,
        Kind::Peak,
        Kind::Irr,
        Kind::KeptAll,
        Kind::PlantAll,
        Kind::AnnualPlant,
        Kind::Instalment,
        Kind::FromLeft,
        Kind::AfterFive,
    ]
    .map(|kind| Figure::new(kind, 0, 0))
    .into();
    all.extend((0..Stream::COUNT).map(|line| Figure::new(Kind::Revenue, line, 0)));
    all.extend((0..CostLine::COUNT).map(|line| Figure::new(Kind::Cost, line, 0)));
    all.extend((0..4).map(|line| Figure::new(Kind::Margin, line, 0)));
    for year in 0..n_years {
        all.extend(COLUMNS.iter().filter_map(|it| it.figure).map(|kind| Figure::new(kind, 0, year)));
        all.extend((0..Stream::COUNT).map(|line| Figure::new(Kind::StreamYear, line, year)));
        all.extend((0..CostLine::COUNT).map(|line| Figure::new(Kind::LineYear, line, year)));
    }
    all
}

/// Opens everything that can be reached, and gives it to a check.
fn reach(values: &Values, mut check: impl FnMut(&Working)) -> BTreeSet<Figure> {
    let n_years = evaluate(&Inputs::read(values)).years.len();
    open(values, |workings| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<Figure> = roots(n_years);
        while let Some(figure) = open.pop() {
            if !seen.insert(figure) {
                continue;
            }
            let Some(working) = workings.of(figure) else { continue };
            check(&working);
            open.extend(working.operands.iter().filter_map(|it| match it.origin {
                Origin::Figure(figure) => Some(figure),
                Origin::Input(_) | Origin::Fixed(_) => None,
            }));
        }
        seen
    })
}

fn holds(values: &Values, what: &str) -> BTreeSet<Figure> {
    // a difference of large numbers keeps the digits of the large ones
    reach(values, |working| {
        let size = working.operands.iter().map(|it| it.value.abs()).fold(working.value.abs(), f64::max);
        match working.again() {
            Some(again) => assert!(
                (again - working.value).abs() <= 1e-9 * working.value.abs().max(1e-3 * size).max(1e-12),
                "{what} {:?}: {again} is not {} from {:?}",
                working.figure,
                working.value,
                working.operands
            ),
            None => assert!(OPEN_ENDED.contains(&working.figure.kind), "{what} {:?}", working.figure),
        }
        assert!(!working.operands.is_empty() || working.value == 0.0, "{what} {:?}", working.figure);
        for operand in &working.operands {
            assert!(operand.value.is_finite(), "{what} {:?} {operand:?}", working.figure);
        }
    })
}

#[test]
fn every_working_of_every_preset_computes_its_number_again() {
    for preset in PRESETS {
        let seen = holds(Scenario::of_preset(preset).values(), preset.id);
        assert!(seen.len() > 500, "{}: {}", preset.id, seen.len());
    }
}

#[test]
fn every_working_of_random_scenarios_computes_its_number_again() {
    for n in 0..12 {
        holds(&common::scenario(n), &format!("scenario {n}"));
    }
}

#[test]
fn roots_are_the_answers_own_numbers() {
    for preset in PRESETS {
        let scenario = Scenario::of_preset(preset);
        let outcome = evaluate(&Inputs::read(scenario.values()));
        open(scenario.values(), |workings| {
            let value = |kind| workings.value(Figure::new(kind, 0, 0));
            let near = |a: f64, b: f64| {
                (a - b).abs() <= 1e-9 * (b.abs() + outcome.fleet.capex.value() * 1e-3 + 1e-9)
            };
            assert!(near(value(Kind::Npv).unwrap(), outcome.npv.value()), "{}", preset.id);
            assert!((value(Kind::Expected).unwrap() / outcome.expected.value() - 1.0).abs() < 1e-12);
            assert!((value(Kind::Needed).unwrap() / outcome.needed.unwrap().value() - 1.0).abs() < 1e-9);
            for (at, year) in outcome.years.iter().enumerate() {
                for line in 0..Stream::COUNT {
                    let found = workings.value(Figure::new(Kind::StreamYear, line, at)).unwrap();
                    assert!(near(found, year.revenue[line].value()), "{} {line} {at}", preset.id);
                }
                for line in 0..CostLine::COUNT {
                    let found = workings.value(Figure::new(Kind::LineYear, line, at)).unwrap();
                    assert!(near(found, year.cost[line].value()), "{} {line} {at}", preset.id);
                }
            }
        });
    }
}

/// What moves the answer and can be reached from it by opening workings.
#[test]
fn workings_reach_the_inputs() {
    let mut reached: BTreeMap<InputId, u32> = BTreeMap::new();
    for preset in PRESETS {
        reach(Scenario::of_preset(preset).values(), |working| {
            for operand in &working.operands {
                if let Origin::Input(id) = operand.origin {
                    *reached.entry(id).or_default() += 1;
                }
            }
        });
    }
    for id in [
        InputId::capex_per_year,
        InputId::ai_share,
        InputId::users_start,
        InputId::programme_share,
        InputId::sub_price,
        InputId::api_price,
        InputId::background_growth,
        InputId::realised,
        InputId::discount_rate,
        InputId::tax_rate,
        InputId::accelerator_price,
        InputId::facility_price,
        InputId::wtp_sigma,
        InputId::ads_later,
        InputId::rent,
        InputId::ad_base,
    ] {
        assert!(reached.contains_key(&id), "{id:?}");
    }
    assert!(reached.len() > 100, "{}", reached.len());
}

#[test]
fn a_figures_name_is_read_back() {
    for kind in Kind::ALL {
        let figure = Figure::new(kind, 3, 14);
        assert_eq!(Figure::parse(&figure.key()), Some(figure));
        assert!(!kind.label().is_empty() && !kind.equation().is_empty());
    }
    for odd in ["", "npv", "npv.0", "npv.x.0", "nothing.0.0"] {
        assert_eq!(Figure::parse(odd), None, "{odd:?}");
    }
    open(&Values::STARTING_POINT, |workings| {
        for figure in [
            Figure::new(Kind::Stream, 99, 0),
            Figure::new(Kind::People, 0, 999),
            Figure::new(Kind::Fill, 9, 1),
        ] {
            assert!(workings.of(figure).is_none(), "{figure:?}");
        }
    });
}
