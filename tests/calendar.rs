//! Capex by calendar year: what is observed before the date of the levels, which years are judged, and the share of users
//! that the judged plant is credited with.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use payenough_engine::working::{Figure, Kind, open};
use payenough_engine::{Outcome, evaluate, headline};
use payenough_model::scenario::read_link;
use payenough_model::{
    CAPEX_YEARS, CostLine, FIRST_CAPEX_YEAR, InputId, Inputs, LEVELS_AT, OBSERVED, Values,
};
use payenough_quantities::date::Day;
use std::collections::BTreeMap;
use std::path::Path;

/// Capex of each year of the table, and the share of it that is spent on AI.
const TABLE: [(InputId, InputId); CAPEX_YEARS] = [
    (InputId::capex_2025, InputId::ai_2025),
    (InputId::capex_2026, InputId::ai_2026),
    (InputId::capex_2027, InputId::ai_2027),
    (InputId::capex_2028, InputId::ai_2027),
    (InputId::capex_2029, InputId::ai_2027),
    (InputId::capex_2030, InputId::ai_2027),
    (InputId::capex_2031, InputId::ai_2027),
    (InputId::capex_2032, InputId::ai_2027),
];

fn start() -> Values {
    *read_link("?v=1&d=2026-12").0.values()
}

/// A random scenario that is typed by calendar year.
fn dated(n: u64) -> Values {
    let years = (n % 8, n / 8 % 8);
    let by_year = [(InputId::capex_by, 1.0), (InputId::capex_basis, 0.0), (InputId::credit_by, 1.0)];
    let values = by_year.iter().fold(common::scenario(n), |values, (id, value)| values.with(*id, *value));
    let values = values.with(InputId::judged_from, years.0 as f64).with(InputId::judged_to, years.1 as f64);
    values.with(InputId::retire_early, 0.0)
}

/// Raises a value.
type More = fn(f64) -> f64;

fn answer(values: &Values) -> Outcome {
    evaluate(&Inputs::read(values))
}

fn shares(values: &Values) -> Vec<f64> {
    answer(values).years.iter().map(|it| it.share.value()).collect()
}

/// What a row of dated figures comes to in the middle of a quarter: halfway in ratios between the figures on either side,
/// or at the growth of those nearest to it.
fn interpolated(dated: &[(f64, f64)], day: f64, whole: bool) -> f64 {
    let n = dated.len();
    let after = dated.iter().position(|it| day <= it.0);
    let (from, to) = match after {
        Some(0) | None if whole => (0, n - 1),
        Some(0) => (0, 1),
        Some(at) => (at - 1, at),
        None => (n - 2, n - 1),
    };
    let ((a, x), (b, y)) = (dated[from], dated[to]);
    x * libm::pow(y / x, (day - a) / (b - a))
}

#[test]
fn what_was_observed_follows_from_dated_figures() {
    let first = Day::new(2024, 1, 1).unwrap();
    let days = |text: &str| f64::from(Day::parse(text).unwrap().days_since(first));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/past.csv");
    let mut rows: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for row in csv::Reader::from_path(path).unwrap().records().map(|it| it.unwrap()) {
        rows.entry(row[0].to_owned()).or_default().push((days(&row[1]), row[2].parse().unwrap()));
    }
    let levels = days("2026-11-15");
    for (at, seen) in OBSERVED.iter().enumerate() {
        let month = 2 + 3 * (at % 4);
        let day = days(&format!("{}-{month:02}-15", FIRST_CAPEX_YEAR + (at / 4) as i32));
        // users of the fourth quarter are the last ones reported
        let users = interpolated(&rows["users"], day, false) / rows["users"].last().unwrap().1;
        let seats = interpolated(&rows["seats"], day, true) / interpolated(&rows["seats"], levels, true);
        let tokens = interpolated(&rows["tokens"], day, false) / interpolated(&rows["tokens"], levels, false);
        for (what, told, own) in
            [("users", users, seen.users), ("seats", seats, seen.seats), ("tokens", tokens, seen.tokens)]
        {
            assert!((own / told - 1.0).abs() < 0.01, "{what} of quarter {at}: {own}, not {told}");
        }
    }
}

/// Users, seats and agents' tokens of all vendors in a quarter, by the workings of the starting point.
fn of_all(values: &Values, quarter: usize) -> [f64; 3] {
    open(values, |workings| {
        let of = |kind| workings.value(Figure::new(kind, 0, quarter)).unwrap();
        let share = of(Kind::Credit);
        [Kind::People, Kind::Seats, Kind::AgentTokens].map(|kind| of(kind) / share)
    })
}

/// What was observed is met within 1.25 times, and so are the prices, which stay as at the date of the levels.
#[test]
fn the_starting_point_meets_what_was_observed() {
    let values = start();
    let levels = of_all(&values, LEVELS_AT);
    // quarters in which plant of 2025 stands
    for (quarter, seen) in OBSERVED.into_iter().enumerate().skip(2) {
        let own = of_all(&values, quarter);
        for (at, seen) in [seen.users, seen.seats, seen.tokens].into_iter().enumerate() {
            let ratio = own[at] / levels[at] / seen;
            assert!((1.0 / 1.25..1.25).contains(&ratio), "quarter {quarter}, row {at}: {ratio}");
        }
    }
    // ChatGPT's standard plan 20 dollars throughout and Go 8; a business seat 25 until August 2026, then 20
    for (id, observed) in [(InputId::sub_price, [8.0, 20.0]), (InputId::seat_price, [20.0, 25.0])] {
        let own = values.get(id);
        assert!(observed[0] / 1.25 < own && own < observed[1] * 1.25, "{}: {own}", id.spec().key);
    }
    // two labs, annualised: 20 and 9 billion in December 2025, 25 to 30 and 30 in April 2026, 50 and 65 in autumn
    let revenue = |quarter: usize| -> f64 {
        let all = |workings: &payenough_engine::working::Workings<'_>| {
            let of = |kind, line| workings.value(Figure::new(kind, line, quarter)).unwrap();
            let served: f64 = (0..3).map(|class| of(Kind::IfServed, class)).sum();
            served / of(Kind::Credit, 0)
        };
        4.0 * open(&values, all)
    };
    let all = [revenue(3), revenue(5), revenue(LEVELS_AT)].map(|it| it / 1e9);
    println!("revenue of all vendors, $ billion a year: {all:?}");
    for (own, seen) in all.into_iter().zip([29.0, 57.5, 115.0]) {
        assert!((1.0 / 1.25..1.25).contains(&(own / seen)), "{own}, not {seen}");
    }
}

#[test]
fn each_year_of_capex_is_bought_once() {
    for n in 0..300 {
        // closing the gaps that network and sites leave may cost more than a budget
        let lasting =
            [(InputId::network_life, 20.0), (InputId::facility_life, 40.0), (InputId::power_cap, 1e6)];
        let owned = dated(n).with(InputId::compute, 0.0);
        let values = lasting.iter().fold(owned, |values, (id, value)| values.with(*id, *value));
        let inputs = Inputs::read(&values);
        if values.get(InputId::perspective) == 1.0 {
            continue;
        }
        let judged = inputs.first_judged()..inputs.first_judged() + inputs.years_judged();
        let charged = if values.get(InputId::charged) == 1.0 { 1.0 } else { inputs.inference_share.value() };
        let spent = |(capex, ai): (InputId, InputId)| values.get(capex) * values.get(ai) / 100.0;
        let planned: f64 = TABLE[judged.clone()].iter().map(|it| spent(*it)).sum::<f64>() * charged;
        let outcome = answer(&values.with(InputId::after_plan, 0.0));
        let bought = outcome.fleet.capex.value();
        assert!(bought <= planned * (1.0 + 1e-9), "scenario {n}: {bought:e} of {planned:e}");
        assert_eq!(outcome.years[0].year, FIRST_CAPEX_YEAR + judged.start as i32);
    }
    let outcome = answer(&start());
    let planned = 0.66 * 457e9 + 0.74 * 790e9 + 0.78 * 1100e9;
    assert!((outcome.fleet.capex.value() / planned - 1.0).abs() < 1e-9);
    let of_year: Vec<f64> = outcome.years.iter().map(|it| it.capex().value() / 1e9).collect();
    assert!(
        (of_year[0] - 0.66 * 457.0).abs() < 1e-6 && of_year[3..].iter().all(|it| *it == 0.0),
        "{of_year:?}"
    );
}

/// Whether training is charged moves plant and research, and no other line: each dollar of compute stands once.
#[test]
fn no_dollar_of_compute_stands_twice() {
    let values = start().with(InputId::load_price, 0.0);
    let inputs = Inputs::read(&values);
    let [inference, all] = [0.0, 1.0].map(|it| answer(&values.with(InputId::charged, it)));
    let pv = |it: &Outcome, line: CostLine| it.cost_pv[line as usize].value();
    // all plant, of which the inference share was charged before
    for line in [CostLine::Accelerators, CostLine::Network, CostLine::Facility] {
        let ratio = pv(&inference, line) / pv(&all, line);
        assert!((ratio - inputs.inference_share.value()).abs() < 0.01, "{line:?}: {ratio}");
    }
    // research then holds staff and data alone
    let rest = 1.0 - inputs.research_compute.value();
    let ratio = pv(&all, CostLine::Research) / pv(&inference, CostLine::Research);
    assert!((ratio / rest - 1.0).abs() < 1e-9, "{ratio}");
    // users and their money are the same, as the same share of all plant serves
    for (a, b) in inference.revenue_pv.iter().zip(&all.revenue_pv) {
        assert!((a.value() - b.value()).abs() <= 1e-6 * b.value().abs(), "{a:?} {b:?}");
    }
}

#[test]
fn credit_is_a_share_that_others_take_from() {
    for n in 0..500 {
        let values = dated(n);
        let own = shares(&values);
        assert!(own.iter().all(|it| (0.0..=1.0).contains(it)), "scenario {n}: {own:?}");
        let raised: [(InputId, More); 3] = [
            (InputId::others_capex, |it| (it + 10.0).min(1e4)),
            (InputId::earlier_capex, |it| it + 1e11),
            (InputId::capex_2032, |it| it + 1e11),
        ];
        for (id, more) in raised {
            let is_judged = id == InputId::capex_2032 && values.get(InputId::judged_to) == 7.0;
            if is_judged || id == InputId::capex_2032 && values.get(InputId::judged_from) == 7.0 {
                continue;
            }
            let less = shares(&values.with(id, more(values.get(id))));
            let worse = own.iter().zip(&less).all(|(own, less)| *less <= own + 1e-12);
            assert!(worse, "scenario {n}, {}: {own:?} then {less:?}", id.spec().key);
        }
    }
}

#[test]
fn alone_it_is_credited_with_everything_while_it_stands() {
    let nobody =
        [InputId::others_capex, InputId::earlier_capex].into_iter().chain(TABLE[3..].iter().map(|it| it.0));
    let uplifts = [InputId::ad_uplift_on, InputId::google_uplift_on, InputId::amazon_uplift_on];
    let alone = nobody.chain(uplifts).fold(start(), |values, id| values.with(id, 0.0));
    let outcome = answer(&alone);
    for year in &outcome.years[1..outcome.years.len() - 1] {
        assert!((year.share.value() - 1.0).abs() < 1e-9, "{}: {:?}", year.year, year.share);
    }
    // the last year may have quarters after the last retirement
    let typed = answer(&alone.with(InputId::credit_by, 0.0).with(InputId::programme_share, 100.0));
    assert!(
        (outcome.npv.value() / typed.npv.value() - 1.0).abs() < 0.02,
        "{:?} {:?}",
        outcome.npv,
        typed.npv
    );
}

/// By capacity the share falls as others go on.
#[test]
fn the_share_of_the_starting_point_falls_as_others_go_on() {
    let own = shares(&start());
    println!("{own:?}");
    let most = own.iter().copied().fold(0.0, f64::max);
    assert!((0.4..0.9).contains(&most), "{own:?}");
    let after: Vec<f64> = own.iter().copied().skip_while(|it| *it < most).collect();
    assert!(after.windows(2).all(|pair| pair[1] < pair[0]), "{own:?}");
    assert!(own[5] < 0.6 * most, "{own:?}");
}

/// Where the fleet is renewed, it keeps the share of the end of the plan.
#[test]
fn a_renewed_fleet_keeps_its_share() {
    let own = shares(&start().with(InputId::after_plan, 1.0));
    let last = own.last().unwrap();
    assert!(own[4..].iter().all(|it| (it - last).abs() < 1e-12) && *last > 0.5, "{own:?}");
}

/// The axis ends with the year in which the last purchase retires.
#[test]
fn the_horizon_ends_when_the_last_purchase_retires() {
    for n in 0..200 {
        let values = dated(n).with(InputId::after_plan, 0.0);
        let inputs = Inputs::read(&values);
        let outcome = answer(&values);
        let n_years = outcome.years.len();
        let life = values.get(InputId::accelerator_life).min(values.get(InputId::physical_life));
        let quarters = 4.0 * inputs.years_judged() as f64 + (4.0 * life).round().max(1.0);
        let expected = ((quarters / 4.0).ceil() as usize).min(20);
        assert!(n_years == expected || n_years == 2, "scenario {n}: {n_years} years, not {expected}");
        assert_eq!(outcome.npv, headline(&inputs));
    }
    let outcome = answer(&start());
    assert_eq!(outcome.years.last().unwrap().year, 2032);
}

#[test]
fn a_delay_of_the_plant_leaves_users_to_others() {
    let of = |lag: f64| answer(&start().with(InputId::build_lag, lag)).npv.value();
    let all = [0.0, 1.0, 2.0, 4.0, 6.0].map(of);
    assert!(all.windows(2).all(|pair| pair[1] < pair[0]), "{all:?}");
}
