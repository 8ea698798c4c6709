//! What must always hold (MODEL.md section 9), checked on random scenarios over the whole valid range of every input.

mod common;

use common::scenario;
use payenough_engine::{Outcome, evaluate, headline, present, year_weights};
use payenough_model::{CostLine, InputId, Inputs, Stream, Values};
use payenough_quantities::Usd;

const MANY: u64 = 3_000;

fn answer(values: &Values) -> Outcome {
    evaluate(&Inputs::read(values))
}

fn sum(parts: &[Usd]) -> f64 {
    parts.iter().map(|part| part.value()).sum()
}

fn size(parts: &[Usd]) -> f64 {
    parts.iter().map(|part| part.value().abs()).sum()
}

#[track_caller]
fn close(got: f64, expected: f64, scale: f64, what: &str, n: u64) {
    assert!((got - expected).abs() <= 1e-9 * scale.max(1e-300), "{what}, scenario {n}: {got:e} {expected:e}");
}

#[test]
fn every_number_is_finite() {
    for n in 0..MANY {
        let outcome = answer(&scenario(n));
        let bad = common::numbers(&outcome).iter().position(|number| !number.is_finite());
        assert_eq!(bad, None, "scenario {n}");
    }
}

/// Before the first purchase a path is read at negative times, where a steep one overflows. That must not affect the
/// result.
#[test]
fn a_path_that_overflows_before_the_first_purchase_has_no_effect() {
    for (id, growth) in
        [(InputId::hardware_gain, 0.5), (InputId::power_growth, 0.2), (InputId::price_growth, 0.2)]
    {
        let npv = |half_life: f64| {
            let steep = Values::STARTING_POINT.with(InputId::build_lag, 7.0).with(id, growth);
            headline(&Inputs::read(&steep.with(InputId::hardware_half, half_life))).value()
        };
        // Half-lives from those whose path overflows to those whose path does not, without a jump.
        let all: Vec<f64> = (0..=20).map(|step| npv(0.1 + 0.01 * f64::from(step))).collect();
        for pair in all.windows(2) {
            let step = (pair[1] - pair[0]).abs();
            assert!(step < 4e8, "{id:?}: {all:?}");
        }
    }
}

#[test]
fn npv_is_revenue_minus_cost_and_equals_the_headline_bit_for_bit() {
    for n in 0..MANY {
        let inputs = Inputs::read(&scenario(n));
        let outcome = evaluate(&inputs);
        let scale = size(&outcome.revenue_pv) + size(&outcome.cost_pv);
        close(sum(&outcome.revenue_pv) - sum(&outcome.cost_pv), outcome.npv.value(), scale, "npv", n);
        assert_eq!(headline(&inputs).value().to_bits(), outcome.npv.value().to_bits(), "scenario {n}");
    }
}

#[test]
fn every_flow_is_a_receipt_or_an_outlay_and_a_ratio_of_one_is_an_npv_of_zero() {
    let (mut without, mut above, mut below) = (0, 0, 0);
    for n in 0..MANY {
        let inputs = Inputs::read(&scenario(n));
        let outcome = evaluate(&inputs);
        let scale = size(&outcome.revenue_pv) + size(&outcome.cost_pv);
        let (receipts, outlays) = (outcome.receipts_pv.value(), outcome.outlays_pv.value());
        close(sum(&outcome.revenue_pv), receipts, scale, "receipts", n);
        close(sum(&outcome.cost_pv), outlays, scale, "outlays", n);
        close(receipts - outlays, outcome.npv.value(), scale, "receipts less outlays", n);
        assert_eq!(outcome.benefit_cost.is_some(), outlays > 0.0, "scenario {n}");
        let pays = outcome.npv.value() >= 0.0;
        if let Some(ratio) = outcome.benefit_cost.map(|it| it.value()) {
            assert_eq!(ratio >= 1.0, pays, "scenario {n}: {ratio}");
            close(ratio * outlays, receipts, scale, "ratio", n);
            if let Some(cost) = outcome.cost_per_user_month {
                close(ratio * cost.value(), outcome.expected.value(), cost.value().abs(), "per user", n);
            }
        }
        let alone = present(&inputs);
        assert_eq!(alone.receipts.value().to_bits(), receipts.to_bits(), "scenario {n}");
        assert_eq!(alone.benefit_cost(), outcome.benefit_cost, "scenario {n}");
        assert_eq!(alone.rank().is_some_and(|it| it >= 1.0), pays, "scenario {n}");
        match outcome.benefit_cost {
            None => without += 1,
            Some(_) if pays => above += 1,
            Some(_) => below += 1,
        }
    }
    assert!(without > 0 && above > 100 && below > 100, "{without} {above} {below}");
}

#[test]
fn years_add_up_and_service_never_exceeds_demand_or_capacity() {
    for n in 0..MANY {
        let outcome = answer(&scenario(n));
        let mut cumulative = 0.0;
        for year in &outcome.years {
            let parts = year.revenue_total() - year.opex() - year.capex() - year.tax();
            let residual = -year.cost[CostLine::Residual as usize];
            let scale = size(&year.revenue) + size(&year.cost);
            close((parts + residual).value(), year.fcf.value(), scale, "free cash flow", n);
            cumulative += year.fcf.value();
            close(year.cumulative.value(), cumulative, cumulative.abs() + scale, "cumulative", n);
            let room = 1.0 + 1e-12;
            assert!(year.served.value() >= 0.0, "scenario {n}");
            assert!(year.served <= year.demand * room && year.served <= year.capacity * room, "scenario {n}");
        }
        let all: f64 = outcome.years.iter().map(|year| year.capex().value()).sum();
        close(all, outcome.fleet.capex.value(), all, "capex", n);
    }
}

#[test]
fn revenue_at_the_break_even_multiple_gives_an_npv_of_zero() {
    let mut tried = 0;
    for n in 0..MANY {
        // The multiple assumes a fixed plan, which choosing the life again would change.
        let values = scenario(n).with(InputId::retire_early, 0.0).with(InputId::count_value, 0.0);
        let outcome = answer(&values);
        let Some(multiple) = outcome.breakeven_factor.filter(|it| it.value() > 0.0) else { continue };
        // Prices that scale every stream of cash: plan, seat, API, ads. The distribution of willingness to pay must not
        // change.
        let Some(scaled) = with_revenue_times(&values, multiple.value()) else { continue };
        let scale = outcome.fleet.capex.value();
        let scaled = answer(&scaled);
        assert!(
            scaled.npv.value().abs() <= 1e-9 * scale + 1e-13 * size(&scaled.cost_pv),
            "scenario {n}: {:e} of {scale:e}",
            scaled.npv.value()
        );
        tried += 1;
    }
    assert!(tried > MANY / 20, "only {tried} scenarios could be tried");
}

/// The inputs with every stream of cash multiplied by a factor, if that is possible without changing demand.
fn with_revenue_times(values: &Values, factor: f64) -> Option<Values> {
    let fixed_demand = values.get(InputId::api_elasticity) == 0.0 && values.get(InputId::shortage) == 1.0;
    let mut scaled = *values;
    let is_landlord = values.get(InputId::perspective) == 2.0;
    for id in [InputId::sub_price, InputId::cheap_price, InputId::top_price, InputId::observed_price]
        .into_iter()
        .chain([InputId::wtp_median, InputId::seat_price, InputId::seat_reference, InputId::seat_value])
        .chain([InputId::api_price, InputId::ad_cpm, InputId::basket])
        .chain([InputId::ad_base, InputId::google_base, InputId::amazon_base])
        .chain(is_landlord.then_some(InputId::rent))
    {
        scaled = scaled.with(id, values.get(id) * factor);
    }
    fixed_demand.then_some(scaled)
}

#[test]
fn yearly_needed_and_expected_average_to_the_headline() {
    for n in 0..MANY {
        let outcome = answer(&scenario(n));
        let Some(needed) = outcome.needed.filter(|needed| needed.value() > 0.0) else { continue };
        let weights = year_weights(&Inputs::read(&scenario(n)));
        assert_eq!(weights.len(), outcome.years.len());
        let total: f64 = weights.iter().sum();
        let mean = |of: &dyn Fn(usize) -> Option<f64>| -> f64 {
            weights
                .iter()
                .enumerate()
                .filter_map(|(year, &weight)| of(year).map(|it| it * weight))
                .sum::<f64>()
                / total
        };
        let years = &outcome.years;
        let scale =
            years.iter().filter_map(|year| year.needed).map(|it| it.value().abs()).fold(0.0, f64::max);
        close(mean(&|y| years[y].needed.map(|it| it.value())), needed.value(), scale, "needed", n);
        close(
            mean(&|y| years[y].expected.map(|it| it.value())),
            outcome.expected.value(),
            scale,
            "expected",
            n,
        );
    }
}

#[test]
fn expected_covers_needed_if_and_only_if_npv_is_not_negative() {
    for n in 0..MANY {
        let outcome = answer(&scenario(n));
        let Some(multiple) = outcome.breakeven_factor else {
            assert!(outcome.npv < Usd::ZERO, "scenario {n}");
            continue;
        };
        let scale = size(&outcome.cost_pv);
        if outcome.npv.value().abs() > 1e-9 * scale {
            assert_eq!(multiple.value() <= 1.0, outcome.npv >= Usd::ZERO, "scenario {n} {multiple:?}");
        }
    }
}

/// Compares NPV before and after changing one input, for many scenarios.
fn npv_moves(id: InputId, change: impl Fn(f64) -> f64, keep: impl Fn(Values) -> Values, rises: bool) {
    let mut moved = 0;
    for n in 0..MANY {
        let before = keep(scenario(n));
        let spec = id.spec();
        let value = change(before.get(id)).clamp(spec.hard.0, spec.hard.1);
        let after = before.with(id, value);
        let (old, new) = (answer(&before), answer(&after));
        let gain = (new.npv - old.npv).value() * if rises { 1.0 } else { -1.0 };
        let scale = size(&old.cost_pv) + size(&new.cost_pv);
        assert!(gain >= -1e-9 * scale, "{}, scenario {n}: {gain:e} of {scale:e}", spec.key);
        moved += u64::from(gain > 1e-9 * scale);
    }
    assert!(moved > 20, "{}: only {moved} scenarios moved", id.spec().key);
}

/// A fixed plan that runs off, so that purchases do not depend on the input under test.
fn plan(values: Values) -> Values {
    values.with(InputId::capex_basis, 0.0).with(InputId::after_plan, 0.0)
}

#[test]
fn dearer_power_never_raises_npv() {
    npv_moves(InputId::power_price, |price| price * 1.5 + 0.01, |values| values, false);
}

#[test]
fn more_capex_for_the_same_fleet_never_helps() {
    let sized = |values: Values| values.with(InputId::capex_basis, 1.0);
    npv_moves(
        InputId::facility_price,
        |price| price * 1.3 + 1e5,
        |v| sized(v).with(InputId::facility_reuse, 0.0),
        false,
    );
}

#[test]
fn a_dearer_seat_never_lowers_npv_if_shares_of_revenue_leave_a_profit() {
    let keep = |values: Values| {
        plan(values)
            .with(InputId::staff, 5.0)
            .with(InputId::research, 25.0)
            .with(InputId::fees, 10.0)
            .with(InputId::shortage, 1.0)
            .with(InputId::losses, 0.0)
            // So valuable that no firm gives up its seats.
            .with(InputId::seat_value, 1e5)
            .with(InputId::seat_sigma, 0.1)
            // A price that rises for many years would reach even that.
            .with(InputId::seat_rise, 1.0)
            .with(InputId::seat_price, values.get(InputId::seat_price).min(1e3))
    };
    npv_moves(InputId::seat_price, |price| price * 1.2 + 1.0, keep, true);
}

#[test]
fn a_longer_economic_life_never_lowers_npv_if_cohorts_may_retire_early() {
    // Chips of others last as long, so where the share of users is computed, a longer life may leave more to others.
    let keep = |values: Values| {
        plan(values)
            .with(InputId::retire_early, 1.0)
            .with(InputId::physical_life, 25.0)
            .with(InputId::credit_by, 0.0)
    };
    let mut moved = 0;
    for n in 0..150 {
        let before = keep(scenario(n)).with(InputId::accelerator_life, 2.0 + (n % 4) as f64);
        let after = before.with(InputId::accelerator_life, before.get(InputId::accelerator_life) + 1.0);
        let (old, new) = (answer(&before), answer(&after));
        let gain = (new.npv - old.npv).value();
        assert!(gain >= -1e-9 * size(&old.cost_pv), "scenario {n}: {gain:e}");
        moved += u64::from(gain > 0.0);
    }
    assert!(moved > 20);
}

#[test]
fn more_efficiency_at_fixed_price_and_fixed_service_never_lowers_npv() {
    // Service is fixed because demand is far below capacity, so that the plan serves all of it in both cases.
    let keep = |values: Values| {
        plan(values)
            .with(InputId::load_price, 0.0)
            .with(InputId::background, 1e6)
            .with(InputId::users_start, 1000.0)
            .with(InputId::users_ceiling, 1000.0)
    };
    for n in 0..MANY {
        let before = keep(scenario(n));
        let after = before.with(InputId::decode_rate, before.get(InputId::decode_rate) * 1.3);
        let (old, new) = (answer(&before), answer(&after));
        let full =
            |outcome: &Outcome| outcome.years.iter().all(|year| year.served >= year.demand * 0.999_999);
        if full(&old) && full(&new) {
            assert!((new.npv - old.npv).value() >= -1e-9 * size(&old.cost_pv), "scenario {n}");
        }
    }
}

#[test]
fn zero_prices_bring_no_direct_revenue() {
    for n in 0..500 {
        let mut values = scenario(n);
        for id in [InputId::ad_uplift_on, InputId::count_value, InputId::protect_on, InputId::rent]
            .into_iter()
            .chain([InputId::sub_price, InputId::cheap_price, InputId::top_price, InputId::seat_price])
            .chain([InputId::api_price, InputId::ad_cpm, InputId::basket])
            .chain([InputId::google_uplift_on, InputId::amazon_uplift_on])
        {
            values = values.with(id, 0.0);
        }
        let outcome = answer(&values);
        assert_eq!(sum(&outcome.revenue_pv), 0.0, "scenario {n}");
        assert_eq!(outcome.revenue_pv[Stream::Ads as usize].value(), 0.0);
    }
}

#[test]
fn scaling_all_prices_scales_all_amounts() {
    // Every price times ten gives every amount times ten and leaves every rate and date unchanged.
    let money: Vec<InputId> =
        InputId::ALL.into_iter().filter(|id| id.spec().unit.suffix.starts_with("usd")).collect();
    assert!(money.len() >= 15, "{}", money.len());
    for n in 0..500 {
        let before = scenario(n);
        let mut after = before;
        for &id in &money {
            after = after.with(id, before.get(id) * 10.0);
        }
        let (old, new) = (answer(&before), answer(&after));
        let scale = size(&old.cost_pv) * 10.0;
        close(new.npv.value(), old.npv.value() * 10.0, scale, "npv", n);
        assert_eq!(old.payback.is_some(), new.payback.is_some(), "scenario {n}");
        if let (Some(old), Some(new)) = (old.payback, new.payback) {
            close(new.value(), old.value(), 1e3 * old.value(), "payback", n);
        }
    }
}
