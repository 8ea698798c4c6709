//! The serving physics and the cost of a token: what must always hold, and the one published day.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::reality::lines_of_compute;
use payenough_analysis::serving::{advice, in_force, price_hints};
use payenough_analysis::working::plain;
use payenough_engine::capability_cost::capability_costs;
use payenough_engine::serving::batch::Limit;
use payenough_engine::serving::layout::Work;
use payenough_engine::serving::operation::Operation;
use payenough_engine::serving::pass::{Draft, Layout, Setup};
use payenough_engine::serving::{Rates, rates};
use payenough_engine::unit_cost::{UnitCost, curve, operating_point};
use payenough_engine::{evaluate, headline};
use payenough_model::catalogue::{CHIPS, MODELS};
use payenough_model::scenario::{PRESETS, Scenario, read_link};
use payenough_model::{CostLine, InputId, Inputs, LayoutFrom, MessageKind as Kind, Part, Stream, Values};
use proptest::prelude::*;

mod common;

const PHYSICS: [InputId; 6] = [
    InputId::chip,
    InputId::model,
    InputId::precision,
    InputId::cache_precision,
    InputId::sharing,
    InputId::layout,
];

/// Any chip, model, precision and promised speed.
fn operations() -> impl Strategy<Value = Values> {
    (0u64..u64::MAX, 100.0..100_000.0_f64, 1.0..200.0_f64, 1.0..128.0_f64).prop_map(
        |(seed, context, speed, group)| {
            let random = common::scenario(seed);
            let values =
                PHYSICS.iter().fold(Values::STARTING_POINT, |values, &id| values.with(id, random.get(id)));
            values
                .with(InputId::context, context)
                .with(InputId::speed, speed)
                .with(InputId::group_size, group)
        },
    )
}

fn operation(values: &Values) -> Operation {
    Operation::of(&Inputs::read(values))
}

/// Output at the promised speed and at full load, and prompt throughput: everything that must never fall.
fn throughputs(setup: &Setup, context: f64) -> [f64; 3] {
    let full = setup.decode_only(context, None).unwrap_or(0.0);
    let promised = setup.decode_only(context, Some(20.0)).unwrap_or(0.0);
    [full, promised, setup.reading(context).0]
}

fn assert_not_less(more: [f64; 3], less: [f64; 3], what: &str) {
    for (more, less) in more.into_iter().zip(less) {
        assert!(more >= less * (1.0 - 1e-9), "{what}: {more} < {less}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn better_hardware_never_serves_less(values in operations(), factor in 1.0..4.0_f64) {
        let it = operation(&values);
        let base = throughputs(&it.setup, it.context);
        let with = |change: fn(&mut Setup, f64)| {
            let mut setup = it.setup;
            change(&mut setup, factor);
            throughputs(&setup, it.context)
        };
        assert_not_less(with(|it, by| it.machine.bandwidth *= by), base, "bandwidth");
        assert_not_less(with(|it, by| { it.machine.peak *= by; it.machine.peak_16 *= by; }), base, "compute");
        assert_not_less(with(|it, by| it.machine.memory *= by), base, "memory");
        assert_not_less(with(|it, by| it.machine.link *= by), base, "link");
    }

    #[test]
    fn longer_context_never_serves_more(values in operations(), factor in 1.0..8.0_f64) {
        let it = operation(&values);
        let [full, promised, _] = throughputs(&it.setup, it.context);
        let [longer_full, longer_promised, _] = throughputs(&it.setup, it.context * factor);
        prop_assert!(longer_full <= full * (1.0 + 1e-9));
        prop_assert!(longer_promised <= promised * (1.0 + 1e-9));
    }

    #[test]
    fn a_larger_batch_serves_more_and_each_reader_slower(values in operations(), batch in 1.0..4096.0_f64, factor in 1.0..8.0_f64) {
        let it = operation(&values);
        let small = it.setup.at(batch, it.context, it.stall, Limit::Engine);
        let large = it.setup.at(batch * factor, it.context, it.stall, Limit::Engine);
        prop_assert!(large.rate >= small.rate * (1.0 - 1e-12));
        prop_assert!(large.speed <= small.speed * (1.0 + 1e-12));
    }

    /// Twice the rates take half the time: the roofline has no hidden scale.
    #[test]
    fn the_roofline_scales_with_its_units(values in operations(), factor in 0.25..4.0_f64) {
        let it = operation(&values);
        let mut faster = it.setup;
        for rate in [&mut faster.machine.peak, &mut faster.machine.peak_16, &mut faster.machine.bandwidth, &mut faster.machine.link, &mut faster.calibration.between] {
            *rate *= factor;
        }
        let by = &mut faster.calibration;
        for time in [&mut by.layer, &mut by.collective, &mut by.expert_layer, &mut by.expert_growth, &mut by.sequence] {
            *time /= factor;
        }
        let (slow, fast) = (it.setup.decode(37.0, it.context).total(), faster.decode(37.0, it.context).total());
        prop_assert!((fast * factor / slow - 1.0).abs() < 1e-12);
        let (slow, fast) = (it.setup.reading(it.context).0, faster.reading(it.context).0);
        prop_assert!((fast / factor / slow - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_promised_speed_is_met_or_reported_as_missed(values in operations()) {
        let inputs = Inputs::read(&values);
        let it = Operation::of(&inputs);
        let promised = inputs.speed.value();
        prop_assert!(it.decoding.batch >= 1.0 && it.decoding.rate > 0.0 && it.decoding.rate.is_finite());
        prop_assert!(it.decoding.speed >= promised * (1.0 - 1e-9) || it.nearest.speed.is_some());
        prop_assert!(it.setup.held(it.context) >= 1.0 - 1e-9);
        prop_assert_eq!(advice(&inputs, &it).is_empty(), it.nearest.is_none());
    }

    /// Advice can be followed: once it is applied, nothing is left to advise.
    #[test]
    fn advice_can_be_followed(values in operations()) {
        let mut values = values;
        for _ in 0..4 {
            let inputs = Inputs::read(&values);
            let advices = advice(&inputs, &Operation::of(&inputs));
            for it in &advices {
                let (id, value) = it.change.unwrap();
                prop_assert!(it.text.ends_with('.') && id.spec().allows(value), "{it:?}");
                values = values.with(id, value);
            }
            if advices.is_empty() {
                return Ok(());
            }
        }
        let inputs = Inputs::read(&values);
        prop_assert_eq!(advice(&inputs, &Operation::of(&inputs)), vec![]);
    }

    #[test]
    fn drafts_yield_at_least_one_token(length in 0.0..16.0_f64, accepted in 0.0..=1.0_f64) {
        let tokens = Draft { length: length.floor(), accepted }.tokens();
        prop_assert!((1.0..=length.floor() + 1.0).contains(&(tokens * (1.0 - 1e-12)).max(1.0)));
    }

    #[test]
    fn costs_are_positive_and_capabilities_multiply(seed in 0u64..u64::MAX) {
        let inputs = Inputs::read(&common::scenario(seed));
        let unit = UnitCost::of(&inputs);
        for class in [&unit.uncached, &unit.cached, &unit.output] {
            prop_assert!(class.iter().all(|part| part.value().is_finite()));
        }
        let costs = capability_costs(&inputs);
        let multiple = |kind: Kind| costs.iter().find(|it| it.kind == kind).unwrap().multiple.value();
        prop_assert!(costs.iter().all(|it| it.accelerators.value().is_finite() && it.capex.value().is_finite()));
        // A night credit above the cost of an hour would reverse signs.
        prop_assume!(unit.hour.iter().map(|part| part.value()).sum::<f64>() > 0.0);
        for kind in [Kind::Reasoning, Kind::Video, Kind::Memory, Kind::Agents, Kind::Start, Kind::Later] {
            prop_assert!(multiple(kind) >= 1.0 - 1e-9, "{kind:?} {}", multiple(kind));
        }
        for kind in [Kind::Reasoning, Kind::Video, Kind::Memory] {
            prop_assert!(multiple(Kind::Together) >= multiple(kind) * (1.0 - 1e-9));
        }
    }
}

#[test]
fn every_choice_gives_a_valid_answer() {
    for chip in 0..=CHIPS.len() {
        for model in 0..=MODELS.len() {
            for precision in 0..3 {
                let values = Values::STARTING_POINT
                    .with(InputId::chip, chip as f64)
                    .with(InputId::model, model as f64)
                    .with(InputId::precision, f64::from(precision))
                    .with(InputId::group_size, 1.0);
                let inputs = Inputs::read(&values);
                let rates = rates(&inputs);
                for rate in [rates.prefill, rates.cached, rates.decode] {
                    assert!(rate.value() > 0.0 && rate.value().is_finite(), "{chip} {model} {precision}");
                }
                assert!(headline(&inputs).value().is_finite());
            }
        }
    }
}

#[test]
fn impossible_choices_are_reported_with_the_nearest_possible_one() {
    let advice_of = |link: &str| {
        let (scenario, notices) = read_link(link);
        assert_eq!(notices, vec![], "{link}");
        let inputs = Inputs::read(scenario.values());
        let it = advice(&inputs, &Operation::of(&inputs));
        it.into_iter()
            .map(|advice| (advice.text, advice.change.unwrap().0, advice.change.unwrap().1))
            .collect::<Vec<_>>()
    };
    let too_big =
        advice_of("v=1&d=2026-11&chip=h100&precision=fp8&model=deepseek-r1&group_n=4&prefill_group_n=16");
    assert_eq!(too_big.len(), 1);
    assert_eq!(too_big[0].1, InputId::group_size);
    assert!(
        too_big[0].0.starts_with("DeepSeek-R1 does not fit: its weights alone are 671 GB"),
        "{too_big:?}"
    );
    let too_fast = advice_of("v=1&d=2026-11&speed_tok_s=5000");
    assert_eq!((too_fast.len(), too_fast[0].1), (1, InputId::speed));
    let too_fine = advice_of("v=1&d=2026-11&chip=h100");
    assert_eq!(
        (too_fine[0].0.as_str(), too_fine[0].2),
        ("No rate at 4 bits is published for H100 SXM; calculated at 8 bits.", 1.0)
    );
    assert_eq!(advice_of("v=1&d=2026-11"), vec![]);
}

#[test]
fn a_price_of_another_chip_is_reported() {
    let hints = |link: &str| {
        let (scenario, _) = read_link(link);
        price_hints(&Inputs::read(scenario.values()))
    };
    assert_eq!(hints("v=1&d=2026-11"), vec![]);
    let h100 = hints("v=1&d=2026-11&chip=h100&precision=fp8");
    assert_eq!(
        plain(&h100[0].text),
        "$47,222 is reckoned with as price; for H100 SXM alone, without its server, sources give $24,000 to $36,000."
    );
    assert_eq!(h100[0].change, None, "a chip's price is not a server's share");
    assert_eq!(h100[1].change, Some((InputId::accelerator_power, 1.73)));
    let unpriced = hints("v=1&d=2026-11&chip=tpu-v7&precision=fp8");
    assert!(unpriced.iter().all(|hint| hint.change.is_none()), "{unpriced:?}");
    assert_eq!(hints("v=1&d=2026-11&chip=tpu-v7&compute=rented"), vec![]);
}

#[test]
fn measured_figures_replace_the_physics() {
    let (scenario, _) = read_link("v=1&d=2026-11&throughput=measured&prefill_tok_s=8000&decode_tok_s=1000");
    let inputs = Inputs::read(scenario.values());
    let it = Operation::of(&inputs);
    assert_eq!((rates(&inputs).prefill.value(), rates(&inputs).decode.value()), (8000.0, 1000.0));
    let sentence = in_force(&inputs, &it);
    assert!(sentence.starts_with("Measured figures are in force; the physics gives "), "{sentence}");
    let inputs = Inputs::read(&Values::STARTING_POINT);
    assert_eq!(rates(&inputs), Rates::of(&Operation::of(&inputs)));
}

/// DeepSeek-V3 has 671 billion weights and a cache of 70,272 bytes per token at 16 bits.
#[test]
fn parameter_totals_match_published_ones() {
    let it = operation(&Values::STARTING_POINT.with(InputId::cache_precision, 0.0));
    assert!((it.setup.shape.weights() / 671e9 - 1.0).abs() < 0.01);
    assert_eq!(it.setup.shape.cached * it.setup.element, 70_272.0);
    assert_eq!(it.setup.layout, Layout::SPREAD);
}

#[test]
fn parts_add_up_to_the_cost() {
    for n in 0..300 {
        let inputs = Inputs::read(&common::scenario(n));
        let (it, unit) = (Operation::of(&inputs), UnitCost::of(&inputs));
        let parts = it.decoding.parts;
        let sum =
            parts.matrices + parts.attention + parts.weights + parts.cache + parts.network + parts.latency;
        assert!((sum / parts.total() - 1.0).abs() < 1e-12);
        // The message is the sum of its tokens.
        let start = capability_costs(&inputs).into_iter().find(|it| it.kind == Kind::Start).unwrap();
        let [uncached, cached, output] = start.tokens.map(|it| it.value());
        let total = |parts: &[payenough_quantities::UsdPerToken; Part::COUNT]| {
            parts.iter().map(|it| it.value()).sum::<f64>()
        };
        let sum =
            |parts: &[payenough_quantities::Usd; Part::COUNT]| parts.iter().map(|it| it.value()).sum::<f64>();
        // A second of video watched costs its tokens and their encoding; the tokens are among those of the prompt.
        let per_second = inputs.video_tokens.value();
        let encoding = sum(&unit.watched) / per_second - total(&unit.uncached);
        let by_class = uncached * total(&unit.uncached)
            + cached * total(&unit.cached)
            + output * total(&unit.output)
            + if per_second > 0.0 { start.watched.value() * encoding } else { 0.0 }
            + start.made.value() * sum(&unit.made);
        let message = unit.message.iter().map(|it| it.value()).sum::<f64>();
        assert!((by_class - message).abs() <= 1e-9 * message.abs().max(1e-12), "{n}");
    }
}

/// The owner's cost of a GB200-hour is $2.21 by SemiAnalysis. Ours has another discount rate, and no margin on the
/// site.
#[test]
fn the_cost_of_an_accelerator_hour_is_close_to_the_published_one() {
    let hour = UnitCost::of(&Inputs::read(&Values::STARTING_POINT)).hour;
    let ours: f64 = hour.iter().map(|part| part.value()).sum();
    assert!((0.8..1.2).contains(&(ours / 2.21)), "{ours}");
}

/// For a fleet sized to constant demand over one life of its accelerators, the books and the unit cost agree.
#[test]
fn the_unit_cost_agrees_with_the_books() {
    let changes = [
        (InputId::capex_basis, 1.0),
        (InputId::hardware_gain, 1.0),
        (InputId::hardware_end, 1.0),
        (InputId::software_gain, 1.0),
        (InputId::messages_growth, 1.0),
        (InputId::prompt_growth, 1.0),
        (InputId::background_growth, 1.0),
        (InputId::background_end, 1.0),
        (InputId::facility_life, 5.0),
        (InputId::build_lag, 0.0),
        (InputId::horizon, 5.0),
        (InputId::tax_rate, 0.0),
        (InputId::users_start, 1e9),
        (InputId::users_ceiling, 1e9),
        (InputId::bass_q, 0.0),
        (InputId::ramp, 20.0),
        (InputId::reasoning_later, 20.0),
        (InputId::video_later, 0.5),
        (InputId::memory_later, 10.0),
        (InputId::tasks_later, 2.0),
        (InputId::pay_later, 4.0),
        (InputId::seats_growth, 1.0),
        (InputId::seats_end, 1.0),
    ];
    let values = changes.iter().fold(Values::STARTING_POINT, |values, &(id, value)| values.with(id, value));
    let inputs = Inputs::read(&values);
    let outcome = evaluate(&inputs);
    let books: f64 = lines_of_compute().map(|line| outcome.cost_pv[line as usize].value()).sum();
    // Hours in service, discounted to mid-quarter: the fleet is bought at once and stays.
    let accelerators = outcome.fleet.peak_accelerators.value();
    let weight: f64 = (0..20)
        .map(|quarter| libm::pow(1.0 + inputs.discount_rate.value(), -(f64::from(quarter) + 0.5) / 4.0))
        .sum();
    let hour: f64 = UnitCost::of(&inputs).hour.iter().map(|part| part.value()).sum();
    let levelised = hour * accelerators * 2190.0 * weight;
    assert!((levelised / books - 1.0).abs() < 1e-3, "{levelised} {books}");
}

/// If compute is rented, an hour costs its rent minus what idle nights earn. The books pay the same and own no plant.
#[test]
fn rented_compute_costs_only_its_rent() {
    for n in 0..300 {
        // an hour at full price: of a new accelerator, with prices held, and none that waits for power
        let held = [(InputId::compute, 1.0), (InputId::perspective, 0.0), (InputId::beyond_cap, 1.0)];
        let full = [(InputId::rent_fall, 0.0), (InputId::load_price, 0.0)];
        let set = |values: Values, (id, value): (InputId, f64)| values.with(id, value);
        let inputs = Inputs::read(&held.into_iter().chain(full).fold(common::scenario(n), set));
        let (outcome, hour) = (evaluate(&inputs), UnitCost::of(&inputs).hour);
        assert_eq!(outcome.fleet.capex.value(), 0.0, "{n}");
        let of_tenants = |line: &CostLine| matches!(line, CostLine::Rent | CostLine::NightCredit);
        let mut owned = lines_of_compute().filter(|line| !of_tenants(line));
        assert!(owned.all(|line| outcome.cost_pv[line as usize].value() == 0.0), "{n}");
        let hour: f64 = hour.iter().map(|part| part.value()).sum();
        let (rent, credit) = (CostLine::Rent as usize, CostLine::NightCredit as usize);
        let (paid, earned) = (outcome.cost_pv[rent].value(), outcome.cost_pv[credit].value());
        // Present value of the hours in service, from the rent that was paid for them.
        if inputs.rent.value() > 0.0 {
            let by_unit = paid / inputs.rent.value() * hour;
            assert!(
                (by_unit - (paid + earned)).abs() <= 1e-9 * (paid + earned.abs()),
                "{n} {by_unit} {paid} {earned} {:?}",
                outcome.fleet
            );
        }
    }
}

/// A day of 24 hours is another way to give one number: it has the same answer as its ratio of average to peak.
#[test]
fn a_day_gives_the_same_answer_as_its_average_load() {
    for n in 0..300 {
        let by_day = common::scenario(n).with(InputId::load_from, 1.0);
        let average = payenough_engine::day::Day::of(&Inputs::read(&by_day)).average();
        assert!((0.5 - 1e-12..=1.0).contains(&average), "{n}");
        let typed = by_day.with(InputId::load_from, 0.0).with(InputId::average_load, 100.0 * average);
        let (by_day, typed) = (evaluate(&Inputs::read(&by_day)), evaluate(&Inputs::read(&typed)));
        let size: f64 = by_day.revenue_pv.iter().chain(&by_day.cost_pv).map(|it| it.value().abs()).sum();
        assert!((by_day.npv - typed.npv).value().abs() <= 1e-9 * size, "{n}");
    }
}

#[test]
fn the_operating_point_is_on_the_curve() {
    for n in 0..200 {
        let inputs = Inputs::read(&common::scenario(n));
        let it = Operation::of(&inputs);
        let point = operating_point(&inputs, &it);
        let points = curve(&inputs, &it);
        if it.from == LayoutFrom::Cheapest {
            // prompts are paid for beside: a layout that reads them faster may answer slower
            assert!(
                points.windows(2).all(|pair| pair[0].speed.value() <= pair[1].speed.value() * (1.0 + 1e-9))
            );
            continue;
        }
        assert!(points.windows(2).all(|pair| pair[0].speed.value() <= pair[1].speed.value() * (1.0 + 1e-12)));
        assert!(points.windows(2).all(|pair| pair[0].rate.value() >= pair[1].rate.value() * (1.0 - 1e-12)));
        let (first, last) = (points.first().unwrap(), points.last().unwrap());
        assert!(last.rate.value() <= point.rate.value() * (1.0 + 1e-9));
        assert!(point.rate.value() <= first.rate.value() * (1.0 + 1e-9), "{n}");
    }
}

/// 27 to 28 February 2025: 608 billion tokens in, 342 of them cached, 168 out; 226.75 nodes of 8 on average, 278 at the
/// peak; $87,072; $562,027 at list price.
#[test]
fn the_published_day_is_reproduced() {
    let preset = PRESETS.into_iter().find(|preset| preset.id == "deepseek-day").unwrap();
    let scenario = Scenario::of_preset(preset);
    let inputs = Inputs::read(scenario.values());
    let near = |ours: f64, published: f64, what: &str| {
        assert!((ours / published - 1.0).abs() < 0.01, "{what}: {ours}, published {published}");
    };
    let outcome = evaluate(&inputs);
    let year = &outcome.years[0];
    let day = |usd: f64| usd / 365.0;
    let compute = year.cost[CostLine::Rent as usize] + year.cost[CostLine::NightCredit as usize];
    near(day(compute.value()), 87_072.0, "cost of a day");
    near(day(year.revenue[Stream::Api as usize].value()), 562_027.0, "revenue of a day");
    let unit = UnitCost::of(&inputs);
    let total = |parts: [payenough_quantities::UsdPerToken; Part::COUNT]| -> f64 {
        parts.iter().map(|part| part.value()).sum()
    };
    near(
        266e9 * total(unit.uncached) + 168e9 * total(unit.output),
        87_072.0,
        "the day's tokens at unit cost",
    );
    near(outcome.fleet.peak_accelerators.value() / 8.0, 278.0, "nodes at the peak");
    near(year.accelerators.value() / 8.0 * inputs.average_load.value(), 226.75, "nodes on average");

    // The nodes of each pool, from the day's tokens.
    let rates = rates(&inputs);
    let nodes = |tokens: f64, rate: f64| tokens / rate / 86_400.0 / 8.0;
    let (prompts, answers) = (nodes(266e9, rates.prefill.value()), nodes(168e9, rates.decode.value()));
    near(prompts, 266e9 / 32_206.0 / 86_400.0, "nodes for prompts");
    near(answers, 168e9 / 14_800.0 / 86_400.0, "nodes for answers");
    near(prompts + answers, 226.75, "nodes of both pools");

    // For comparison, the physics: throughput, and so the bill, within 15%.
    let physics = Rates::of(&Operation::of(&inputs));
    assert!((physics.prefill.value() * 8.0 / 32_206.0 - 1.0).abs() < 0.15, "{physics:?}");
    assert!((physics.decode.value() * 8.0 / 14_800.0 - 1.0).abs() < 0.15, "{physics:?}");
    let by_physics = evaluate(&Inputs::read(&scenario.values().with(InputId::throughput, 0.0)));
    let compute = by_physics.years[0].cost[CostLine::Rent as usize]
        + by_physics.years[0].cost[CostLine::NightCredit as usize];
    assert!((day(compute.value()) / 87_072.0 - 1.0).abs() < 0.15, "{compute:?}");
}

/// Without plant there is no rate of return on it.
#[test]
fn rented_compute_has_no_rate_of_return() {
    for n in 0..300 {
        let values = common::scenario(n).with(InputId::compute, 1.0).with(InputId::perspective, 0.0);
        let outcome = evaluate(&Inputs::read(&values));
        assert_eq!((outcome.irr, outcome.payback, outcome.discounted_payback), (None, None, None), "{n}");
        assert_eq!((outcome.irr_roots.len(), outcome.payback_first), (0, None), "{n}");
    }
}

/// A chip and a model as the catalogue has them, in 8 bits.
fn on(chip: &str, model: &str) -> Values {
    let chip = CHIPS.iter().position(|it| it.key == chip).unwrap();
    let model = MODELS.iter().position(|it| it.key == model).unwrap();
    Values::STARTING_POINT
        .with(InputId::chip, chip as f64)
        .with(InputId::model, model as f64)
        .with(InputId::precision, 1.0)
        .with(InputId::layout, 1.0)
}

/// What is skipped by asking first whether it can be better is never the best.
#[test]
fn the_cheapest_layout_is_the_best_of_all() {
    let mut n_found = 0;
    for n in 0..400 {
        let values = common::scenario(n).with(InputId::layout, 1.0);
        let inputs = Inputs::read(&values);
        let it = Operation::of(&inputs);
        if it.from != LayoutFrom::Cheapest || it.nearest.speed.is_some() {
            continue;
        }
        let work = Work::of(&inputs);
        let best = it.setup.layouts().filter_map(|it| it.time(work)).fold(f64::INFINITY, f64::min);
        let ours = it.setup.time(work).unwrap();
        assert!(ours <= best * (1.0 + 1e-9), "{n}: {ours} where {best} can be had");
        n_found += 1;
    }
    assert!(n_found > 100, "{n_found}");
}

/// The cheapest layout costs no more than a chosen one, and cost rises with speed without a cliff.
#[test]
fn cost_rises_with_speed_without_a_cliff() {
    let pairs = [
        ("gb200", "deepseek-r1"),
        ("h200", "deepseek-r1"),
        ("b200", "llama31-70b"),
        ("tpu-v7", "qwen3-235b"),
    ];
    for (chip, model) in pairs {
        let values = on(chip, model);
        let cost = |values: &Values| {
            let inputs = Inputs::read(values);
            let it = Operation::of(&inputs);
            it.nearest.speed.is_none().then(|| it.setup.time(Work::of(&inputs)).unwrap())
        };
        let fastest = Operation::of(&Inputs::read(&values.with(InputId::speed, 1e5))).nearest.speed.unwrap();
        let mut before: Option<f64> = None;
        for step in 0..400 {
            let values = values.with(InputId::speed, 5.0 * libm::pow(1.01, f64::from(step)));
            let Some(now) = cost(&values) else { break };
            let chosen = cost(&values.with(InputId::layout, 0.0));
            let is_held = Operation::of(&Inputs::read(&values.with(InputId::layout, 0.0))).nearest.is_none();
            assert!(!is_held || chosen.is_none_or(|it| now <= it * (1.0 + 1e-9)), "{chip} {model} {step}");
            if let Some(before) = before {
                assert!(now >= before * (1.0 - 1e-9), "{chip} {model} {step}: {now} after {before}");
                // near the fastest there is a batch of a few conversations shrinks to one
                let is_near = values.get(InputId::speed) > 0.75 * fastest;
                assert!(is_near || now <= before * 1.15, "{chip} {model} {step}: {now} after {before}");
            }
            before = Some(now);
        }
    }
}

/// An accelerator reads no more of the experts than it holds, however many it touches.
#[test]
fn weights_read_are_those_held() {
    let it = operation(&on("h200", "deepseek-r1").with(InputId::layout, 0.0)).setup;
    let most = (it.shape.common + it.shape.head + it.shape.experts * it.shape.expert / it.group) * it.weight;
    let read = it.decode(1e6, 1000.0).weights * it.machine.bandwidth * it.calibration.weights;
    assert!((read / most - 1.0).abs() < 1e-9, "{read} {most}");
}

/// A latent cache is held whole by each accelerator that cuts attention; heads are shared out.
#[test]
fn a_latent_cache_is_held_once_per_accelerator_that_cuts_attention() {
    let held = |model: &str, attention: f64| {
        let mut setup = operation(&on("h200", model).with(InputId::layout, 0.0)).setup;
        setup.layout.attention = attention;
        setup.sequence(1000.0)
    };
    assert_eq!(held("deepseek-r1", 8.0), 8.0 * held("deepseek-r1", 1.0));
    assert_eq!(held("qwen3-235b", 8.0), held("qwen3-235b", 1.0));
}

/// Without an encoder and without clips, video costs what its tokens cost; with them, each is charged by its arithmetic.
#[test]
fn video_is_charged_by_its_arithmetic() {
    let sum =
        |parts: &[payenough_quantities::Usd; Part::COUNT]| parts.iter().map(|it| it.value()).sum::<f64>();
    let unit = |values: &Values| UnitCost::of(&Inputs::read(values));
    let start = Values::STARTING_POINT;
    let (per_second, plain) = (start.get(InputId::video_tokens), unit(&start));
    let token: f64 = plain.uncached.iter().map(|it| it.value()).sum();
    assert!((sum(&plain.watched) / (per_second * token) - 1.0).abs() < 1e-12);
    let encoding =
        |gflop: f64| sum(&unit(&start.with(InputId::encoder_work, gflop)).watched) - sum(&plain.watched);
    assert!(encoding(3.8) > 0.0 && (encoding(7.6) / encoding(3.8) - 2.0).abs() < 1e-9);
    let made = |pflop: f64| sum(&unit(&start.with(InputId::made_work, pflop)).made);
    assert!(((made(100.0) - made(0.0)) / (made(50.0) - made(0.0)) - 2.0).abs() < 1e-9 && made(0.0) > 0.0);
    // nothing is made where no message asks for it, whatever it would cost
    let dear = start.with(InputId::made_work, 1e4).with(InputId::mfu_video, 1.0);
    let npv = |values: &Values| evaluate(&Inputs::read(values)).npv;
    assert_eq!(npv(&dear), npv(&start));
    assert!(npv(&start.with(InputId::made_later, 0.1)) < npv(&start));
}
