//! Obstacles never make AI pay (MODEL.md section 5): at prices that are held, a longer wait, less power and dearer plant
//! never raise the net present value.

mod common;

use common::scenario;
use payenough_analysis::goal_seek::{Goal, levers};
use payenough_engine::{Outcome, evaluate, headline};
use payenough_model::scenario::{PRESETS, Scenario, VINTAGES, Vintage, read_link};
use payenough_model::{CostLine, InputId, Inputs, Stream, Values};
use payenough_quantities::Usd;

const MANY: u64 = 3_000;

/// An input, and how an obstacle changes it.
type Obstacle = (InputId, fn(f64) -> f64);

const LAG: Obstacle = (InputId::build_lag, |lag| lag + 1.0);
const CAP: Obstacle = (InputId::power_cap, |cap| cap * 0.4);
const SITE: Obstacle = (InputId::facility_price, |price| price * 1.3 + 1e5);
const CHIPS: Obstacle = (InputId::accelerator_price, |price| price * 1.3);

/// Capex of each year of the table.
const CAPEX_OF_YEARS: [InputId; 8] = [
    InputId::capex_2025,
    InputId::capex_2026,
    InputId::capex_2027,
    InputId::capex_2028,
    InputId::capex_2029,
    InputId::capex_2030,
    InputId::capex_2031,
    InputId::capex_2032,
];

fn answer(values: &Values) -> Outcome {
    evaluate(&Inputs::read(values))
}

fn npv(values: &Values) -> f64 {
    headline(&Inputs::read(values)).value()
}

/// The starting point of a set.
fn start(set: &Vintage) -> Scenario {
    read_link(&format!("?v=1&d={}", set.id)).0
}

/// A random scenario whose prices do not answer to load, whose budget is spent, and whose plant serves for its whole life.
///
/// A programme that may end early takes the best of several lives; what never rises for each of them does not for the best.
fn held(n: u64) -> Values {
    scenario(n).with(InputId::load_price, 0.0).with(InputId::beyond_cap, 0.0).with(InputId::retire_early, 0.0)
}

/// An announced budget that runs off.
fn announced(values: Values) -> Values {
    values.with(InputId::capex_basis, 0.0).with(InputId::after_plan, 0.0)
}

fn sized(values: Values) -> Values {
    values.with(InputId::capex_basis, 1.0)
}

/// A power cap that binds in most scenarios: 100 MW to 80 GW.
fn capped(n: u64, values: Values) -> Values {
    values.with(InputId::power_cap, libm::pow(10.0, 2.0 + (n % 30) as f64 / 10.0))
}

/// The present value of revenue less running costs.
fn operations(it: &Outcome) -> f64 {
    let capital = |line: &CostLine| {
        let plant = [CostLine::Accelerators, CostLine::Network, CostLine::Facility, CostLine::Residual];
        plant.contains(line) || *line == CostLine::Tax
    };
    let running = CostLine::ALL.into_iter().filter(|line| !capital(line));
    let revenue: f64 = Stream::ALL.into_iter().map(|it_is| it.revenue_pv[it_is as usize].value()).sum();
    revenue - running.map(|line| it.cost_pv[line as usize].value()).sum::<f64>()
}

/// Which scenarios a test is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    /// Every one.
    All,
    /// Those in which the service that the obstacle prevents would have brought in at least its running costs.
    ///
    /// Who sells below running costs loses less with every customer who is not served. That is no fault of the plant.
    ServiceThatEarns,
}

/// The net present value never rises from a scenario to the same with the obstacle.
fn never_helps((id, worse): Obstacle, about: About, keep: impl Fn(u64) -> Values) {
    let (mut moved, mut faults) = (0, Vec::new());
    for n in 0..MANY {
        let before = keep(n);
        let value = worse(before.get(id)).clamp(id.spec().hard.0, id.spec().hard.1);
        let (old, new) = (answer(&before), answer(&before.with(id, value)));
        if about == About::ServiceThatEarns && operations(&new) > operations(&old) {
            continue;
        }
        let size =
            |it: &Outcome| it.cost_pv.iter().chain(&it.revenue_pv).map(|it| it.value().abs()).sum::<f64>();
        let (gain, scale) = ((new.npv - old.npv).value(), size(&old) + size(&new));
        if gain > 1e-9 * scale {
            faults.push(format!("{n}: {gain:e} of {scale:e}"));
        }
        moved += u64::from(gain < -1e-9 * scale);
    }
    assert!(faults.is_empty(), "{}: {} of {MANY}\n{}", id.spec().key, faults.len(), faults.join("\n"));
    assert!(moved > MANY / 3, "{}: only {moved} scenarios moved", id.spec().key);
}

/// Nothing is bought again beside the budget: every layer of plant outlives the announced years, and the accelerators.
///
/// What replaces a network that wears out first is not part of the budget, and a smaller fleet needs less of it.
fn nothing_bought_again(values: Values) -> Values {
    values
        .with(InputId::accelerator_life, values.get(InputId::accelerator_life).max(6.0))
        .with(InputId::physical_life, 20.0)
        .with(InputId::network_life, 20.0)
        .with(InputId::facility_life, 50.0)
}

/// Losses are used at once: a loss that is carried forward covers only a part of later income, so a write-off that comes
/// later can save tax.
#[test]
fn a_longer_lag_never_helps_an_announced_budget() {
    never_helps(LAG, About::ServiceThatEarns, |n| {
        nothing_bought_again(announced(held(n))).with(InputId::losses, 0.0)
    });
}

#[test]
fn less_power_never_helps_an_announced_budget() {
    never_helps(CAP, About::ServiceThatEarns, |n| capped(n, announced(held(n))));
}

#[test]
fn less_power_never_helps_a_fleet_sized_to_demand() {
    never_helps(CAP, About::ServiceThatEarns, |n| capped(n, sized(held(n))));
}

/// Losses are used at once, for the same reason as with a longer lag.
#[test]
fn dearer_sites_never_help_an_announced_budget() {
    never_helps(SITE, About::ServiceThatEarns, |n| {
        nothing_bought_again(announced(held(n))).with(InputId::losses, 0.0)
    });
}

#[test]
fn dearer_sites_never_help_a_fleet_sized_to_demand() {
    never_helps(SITE, About::All, |n| sized(held(n)));
}

#[test]
fn dearer_chips_never_help_a_fleet_sized_to_demand() {
    never_helps(CHIPS, About::All, |n| sized(held(n)));
}

/// With payers first, a power cap leaves out use that pays nothing, and saves no electricity and no traffic by it.
#[test]
fn a_power_cap_saves_nothing_on_use_that_pays_nothing() {
    let paying = |outcome: &Outcome| {
        [Stream::Subscriptions, Stream::Seats, Stream::Api].map(|it| outcome.revenue_pv[it as usize])
    };
    let spent = |outcome: &Outcome| {
        [CostLine::Energy, CostLine::Egress, CostLine::Support, CostLine::Replacement, CostLine::Site]
            .map(|it| outcome.cost_pv[it as usize])
    };
    let served = |outcome: &Outcome| outcome.years.iter().map(|it| it.served.value()).sum::<f64>();
    let all = answer(&Values::STARTING_POINT);
    let mut seen = 0;
    for cap in (10..120).map(|step| 100.0 * f64::from(step)) {
        let less = answer(&Values::STARTING_POINT.with(InputId::power_cap, cap));
        if served(&less) < served(&all) && paying(&less) == paying(&all) {
            seen += 1;
            assert_eq!(spent(&less), spent(&all), "{cap}");
            assert!(less.npv <= all.npv);
        }
    }
    assert!(seen > 0);
}

/// The starting points of all sets and all presets: each step of an obstacle leaves less, or the same.
#[test]
fn no_obstacle_helps_any_of_our_own_scenarios() {
    let steps: [(InputId, &[f64]); 4] = [
        (InputId::build_lag, &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]),
        (
            InputId::power_cap,
            &[1e6, 1e5, 2e4, 9e3, 8e3, 7e3, 6e3, 5e3, 4e3, 3e3, 2e3, 1e3, 500.0, 200.0, 100.0, 10.0, 1.0],
        ),
        (InputId::facility_price, &[6e6, 9e6, 1.2e7, 1.5e7, 2e7, 3e7, 5e7]),
        (InputId::accelerator_price, &[2e4, 3e4, 4e4, 47222.0, 6e4, 8e4, 1.2e5]),
    ];
    let starts = VINTAGES.into_iter().map(|set| (set.id, start(set)));
    let presets = PRESETS.into_iter().map(|it| (it.id, Scenario::of_preset(it)));
    let mut faults = Vec::new();
    for (name, scenario) in starts.chain(presets) {
        let values = scenario.values().with(InputId::load_price, 0.0);
        for (id, steps) in steps {
            let all: Vec<f64> = steps.iter().map(|&value| npv(&values.with(id, value))).collect();
            if all.windows(2).any(|pair| pair[1] > pair[0] + 1e-9 * pair[0].abs()) {
                faults.push(format!("{name} {}: {all:?}", id.spec().key));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_obstacle_is_offered_as_a_way_to_pay() {
    let worse = |id: InputId, from: f64, to: f64| match id {
        InputId::build_lag
        | InputId::facility_price
        | InputId::accelerator_price
        | InputId::unserved_lost => to > from,
        InputId::power_cap => to < from,
        _ => false,
    };
    let starts = VINTAGES.into_iter().map(|set| (set.id, start(set)));
    let presets = PRESETS.into_iter().map(|it| (it.id, Scenario::of_preset(it)));
    let mut n_short = 0;
    for (name, scenario) in starts.chain(presets) {
        let values = *scenario.values();
        n_short += usize::from(npv(&values) < 0.0);
        if npv(&values) >= 0.0 {
            continue;
        }
        for lever in levers(Goal::Npv(Usd::ZERO), &values) {
            for found in [lever.found, lever.other].into_iter().flatten() {
                let now = values.get(lever.id);
                assert!(!worse(lever.id, now, found.value), "{name}: {lever:?}");
            }
        }
    }
    assert!(n_short > 4, "{n_short}");
}

/// Customers who wait in vain leave, and do not come back when there is room.
#[test]
fn customers_who_are_not_served_are_lost() {
    for set in VINTAGES {
        // of a share that is computed, free users who leave may save more than payers who leave brought in
        let values = start(set).values().with(InputId::power_cap, 4000.0).with(InputId::credit_by, 0.0);
        let all = [0.0, 2.0, 10.0, 50.0].map(|lost| answer(&values.with(InputId::unserved_lost, lost)));
        // buyers of tokens take the place of payers who leave, so only the first loss is sure to cost in every set
        assert!(all[1].npv < all[0].npv, "{}", set.id);
        let is_later = set.before.is_some();
        assert!(is_later || all.windows(2).all(|pair| pair[1].npv < pair[0].npv), "{}", set.id);
        let receipts = |it: &Outcome| it.revenue_pv.iter().map(|it| it.value()).sum::<f64>();
        assert!(all.windows(2).all(|pair| receipts(&pair[1]) < receipts(&pair[0])), "{}", set.id);
        let paid = |it: &Outcome| it.revenue_pv[Stream::Subscriptions as usize].value();
        assert!(all.windows(2).all(|pair| paid(&pair[1]) < paid(&pair[0])), "{}", set.id);
    }
    // with room for everybody from the first quarter on nobody leaves
    let plenty = Values::STARTING_POINT.with(InputId::build_lag, 0.0).with(InputId::capex_basis, 1.0);
    let [none, half] = [0.0, 50.0].map(|lost| npv(&plenty.with(InputId::unserved_lost, lost)));
    assert!((half / none - 1.0).abs() < 1e-12);
}

/// Less power is a smaller programme only if the budget that finds none is saved.
#[test]
fn a_budget_is_saved_if_the_reader_says_so() {
    let capped = Values::STARTING_POINT.with(InputId::power_cap, 4000.0);
    let [all, spent, saved] =
        [Values::STARTING_POINT, capped, capped.with(InputId::beyond_cap, 1.0)].map(|it| answer(&it));
    assert_eq!(all.fleet.capex, spent.fleet.capex);
    assert!(saved.fleet.capex.value() < 0.6 * all.fleet.capex.value());
    for it in [&spent, &saved] {
        assert!((it.fleet.peak_power.value() - 4000.0).abs() < 1e-6, "{:?}", it.fleet);
    }
    assert!(spent.npv < saved.npv);
}

/// Life counts from purchase: an accelerator retires at the same time, however late it entered service.
#[test]
fn a_lag_is_taken_from_the_life() {
    let last = |lag: f64| answer(&Values::STARTING_POINT.with(InputId::build_lag, lag)).fleet.last_quarter;
    // four quarters of purchases, twenty quarters of life
    assert!((0..=7).all(|lag| last(f64::from(lag)) == 23), "{}", last(2.0));
    let short = Values::STARTING_POINT.with(InputId::accelerator_life, 1.0).with(InputId::build_lag, 7.0);
    assert_eq!(answer(&short).fleet.last_quarter, 7);
}

/// A building is worth what another like it costs: who paid twice as much gets no more for it.
#[test]
fn a_site_is_valued_at_the_reference_cost() {
    let sold = |values: Values| {
        let outcome = answer(&sized(values).with(InputId::horizon, 6.0).with(InputId::scrap, 0.0));
        (
            outcome.cost_pv[CostLine::Residual as usize].value(),
            outcome.cost_pv[CostLine::Facility as usize].value(),
        )
    };
    let price = Values::STARTING_POINT.get(InputId::facility_price);
    let (once, twice) = (
        sold(Values::STARTING_POINT),
        sold(Values::STARTING_POINT.with(InputId::facility_price, 2.0 * price)),
    );
    assert_eq!(once.0, twice.0);
    assert!((twice.1 / once.1 - 2.0).abs() < 1e-9);
    let valued = sold(Values::STARTING_POINT.with(InputId::facility_reference, 2.0 * price));
    assert!(valued.0 < once.0 && valued.1 == once.1);
}

/// Who buys nothing serves nobody and pays nothing: not support, nor sales, nor the vendors' own use.
#[test]
fn no_capex_costs_nothing() {
    let starts = VINTAGES.into_iter().map(|set| *start(set).values());
    let presets = PRESETS.into_iter().map(|it| *Scenario::of_preset(it).values());
    for values in starts.chain(presets).chain((0..500).map(scenario)) {
        let nothing = CAPEX_OF_YEARS.iter().fold(announced(values), |values, id| values.with(*id, 0.0));
        let inputs = Inputs { capex_per_year: Usd::ZERO, ..Inputs::read(&nothing) };
        let outcome = evaluate(&inputs);
        assert_eq!(outcome.npv.value(), 0.0);
        assert!(outcome.cost_pv.iter().chain(&outcome.revenue_pv).all(|it| it.value() == 0.0));
    }
}

/// With next to no capex the result tends to 0; support and sales for customers who are not served would be billions.
#[test]
fn next_to_no_capex_costs_next_to_nothing() {
    for set in VINTAGES {
        // the years that the set judges; plant of others and of later years stays
        let judged = CAPEX_OF_YEARS.into_iter().take(3);
        let capex = judged.chain([InputId::capex_per_year]);
        let values = capex.fold(*start(set).values(), |values, id| values.with(id, 1e6));
        assert!(npv(&values).abs() < 1e7, "{}: {}", set.id, npv(&values));
    }
}

/// Prices follow what stood idle: never above their path, back on it where the fleet is full.
#[test]
fn idle_plant_lowers_prices_and_a_full_one_does_not() {
    let at = |values: Values, x: f64| answer(&values.with(InputId::load_price, x));
    let api = |it: &Outcome| it.revenue_pv[Stream::Api as usize].value();
    let all = [0.0, 0.3, 0.6, 1.0].map(|x| at(Values::STARTING_POINT, x));
    assert!(all.windows(2).all(|pair| api(&pair[1]) < api(&pair[0])));
    assert_eq!(all[0], answer(&Values::STARTING_POINT));
    // so little capacity that all of it is used from the first day on
    let short = Values::STARTING_POINT.with(InputId::realised, 0.5);
    assert_eq!(at(short, 1.0).npv, at(short, 0.0).npv);
}

/// An old accelerator rents for less.
#[test]
fn rent_falls_with_age() {
    let landlord = Values::STARTING_POINT.with(InputId::perspective, 2.0);
    let rent = |fall: f64| {
        let outcome = answer(&landlord.with(InputId::rent_fall, fall));
        outcome.years.iter().map(|it| it.revenue_total().value()).collect::<Vec<f64>>()
    };
    let (held, falls) = (rent(0.0), rent(20.0));
    // in the third year the fleet is two and a half years old on average, counted from payment in the first
    let ratio = falls[2] / held[2];
    assert!((0.55..0.7).contains(&ratio), "{ratio}");
    assert!(held.iter().zip(&falls).all(|(held, falls)| falls <= held));
}
