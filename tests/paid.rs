//! What is paid beyond today's prices: for capabilities and for speed, by advertisers, and what free users keep.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use payenough_analysis::{Account, Capability, accounts};
use payenough_engine::{Outcome, Year, evaluate, headline};
use payenough_model::scenario::{Scenario, read_link};
use payenough_model::{CapexBasis, InputId, Inputs, Stream, Switch, Values};
use payenough_view::sections::{SectionId, Subject, Widths, draw};
use payenough_view::{Child, El};

const ON: f64 = Switch::On as u8 as f64;
const OFF: f64 = Switch::Off as u8 as f64;

/// Of each capability: what it adds to worth, who takes it, and its share of messages at the start and later.
const CAPABILITIES: [[InputId; 4]; 5] = [
    [InputId::reasoning_wtp, InputId::reasoning_taken, InputId::reasoning_now, InputId::reasoning_later],
    [InputId::video_wtp, InputId::video_taken, InputId::video_now, InputId::video_later],
    [InputId::memory_wtp, InputId::memory_taken, InputId::memory_now, InputId::memory_later],
    [InputId::tasks_wtp, InputId::tasks_taken, InputId::tasks_now, InputId::tasks_later],
    [InputId::made_wtp, InputId::video_taken, InputId::made_now, InputId::made_later],
];
const RAISES: [InputId; 3] = [InputId::plan_raise, InputId::seat_raise, InputId::api_raise];

fn december() -> Values {
    *read_link("?v=1&d=2026-12").0.values()
}

fn outcome(values: &Values) -> Outcome {
    evaluate(&Inputs::read(values))
}

fn npv(values: &Values) -> f64 {
    headline(&Inputs::read(values)).value()
}

fn bits(values: &Values) -> Vec<u64> {
    common::numbers(&outcome(values)).into_iter().map(f64::to_bits).collect()
}

fn with(values: Values, changes: &[(InputId, f64)]) -> Values {
    changes.iter().fold(values, |values, &(id, value)| values.with(id, value))
}

/// Random scenarios, without the slow search for the best life.
fn worlds() -> impl Iterator<Item = Values> {
    (0..60).map(|n| common::scenario(n).with(InputId::retire_early, OFF))
}

/// A fleet that serves all that is asked, so that revenue is number × price.
fn served() -> Values {
    december().with(InputId::capex_basis, CapexBasis::Sized as u8 as f64).with(InputId::unserved_lost, 0.0)
}

fn year(values: &Values, at: usize) -> Year {
    outcome(values).years.swap_remove(at)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

#[test]
fn what_is_off_changes_no_bit() {
    for values in worlds() {
        let unpaid = with(values, &CAPABILITIES.map(|it| (it[0], 0.0)));
        let raised = with(unpaid, &RAISES.map(|id| (id, 90.0)));
        assert_eq!(
            bits(&with(unpaid, &RAISES.map(|id| (id, 10.0)))),
            bits(&raised),
            "no worth, nothing to charge"
        );
        let plain = values.with(InputId::speed_paid, 0.0);
        let other = [(InputId::speed_premium, 3.7), (InputId::speed_reference, 11.0)];
        assert_eq!(bits(&with(plain, &other)), bits(&plain), "nobody pays for speed");
        let slow = values.with(InputId::speed_reference, 1e5);
        assert_eq!(
            bits(&slow.with(InputId::speed_paid, 50.0)),
            bits(&slow.with(InputId::speed_paid, 0.0)),
            "below it"
        );
        let off = with(values, &[(InputId::google_uplift_on, OFF), (InputId::amazon_uplift_on, OFF)]);
        let bases = [(InputId::google_base, 7e11), (InputId::amazon_base, 8e11)];
        assert_eq!(bits(&with(off, &bases)), bits(&off), "no other ad business");
        let flat = values.with(InputId::ads_later, values.get(InputId::ads_now));
        assert_eq!(
            bits(&flat.with(InputId::ads_late, 70.0)),
            bits(&flat.with(InputId::ads_late, 0.0)),
            "flat ads"
        );
        let cash = values.with(InputId::count_value, OFF);
        assert_eq!(npv(&cash.with(InputId::free_value, 50.0)), npv(&cash.with(InputId::free_value, 0.0)));
    }
}

#[test]
fn old_sets_have_every_mechanism_off() {
    let start = Values::STARTING_POINT;
    for id in RAISES.into_iter().chain([InputId::speed_paid, InputId::ads_late, InputId::free_value]) {
        assert_eq!(start.get(id), 0.0, "{}", id.spec().key);
    }
    for [_, taken, ..] in CAPABILITIES {
        assert_eq!(start.get(taken), 1.0, "{}", taken.spec().key);
    }
    for id in [InputId::google_uplift_on, InputId::amazon_uplift_on] {
        assert_eq!(start.get(id), OFF, "{}", id.spec().key);
    }
}

#[test]
fn a_capability_that_nobody_uses_raises_nothing() {
    for values in worlds().chain([december()]) {
        for [worth, taken, ..] in CAPABILITIES {
            // Watched and made video share the customers who take them.
            let alike = CAPABILITIES.into_iter().filter(|it| it[1] == taken);
            let off = alike.fold(values, |off, [_, _, now, later]| with(off, &[(now, 0.0), (later, 0.0)]));
            assert_eq!(bits(&with(off, &[(worth, 400.0), (taken, 5.0)])), bits(&off), "{}", worth.spec().key);
        }
    }
}

#[test]
fn prices_rise_by_the_part_charged_of_what_capabilities_add() {
    let base = served();
    // the ramp is done: U = Π (1 + u·x·(later − now))
    let get = |id: InputId| id.spec().to_base(base.get(id));
    let uplift: f64 = CAPABILITIES
        .iter()
        .map(|&[worth, taken, now, later]| 1.0 + get(worth) * get(taken) * (get(later) - get(now)))
        .product();
    assert!(uplift > 1.2, "{uplift}");
    let streams = [(InputId::seat_raise, Stream::Seats), (InputId::api_raise, Stream::Api)];
    for (id, stream) in streams {
        let [none, part] = [0.0, 60.0].map(|part| year(&base.with(id, part), 8));
        let [none, part] = [none, part].map(|it| it.revenue[stream as usize].value());
        let factor = 1.0 + 0.6 * (uplift - 1.0);
        assert!(near(part / none, factor), "{}: {} {factor}", id.spec().key, part / none);
    }
    // all of it is charged: as many pay as if capabilities added nothing, each the more
    let nothing = with(base, &CAPABILITIES.map(|it| (it[0], 0.0)));
    let [all, nothing] = [base.with(InputId::plan_raise, 100.0), nothing].map(|it| year(&it, 8));
    assert!((all.subscribers.value() / nothing.subscribers.value() - 1.0).abs() < 1e-9);
    let plans = Stream::Subscriptions as usize;
    assert!((all.revenue[plans].value() / nothing.revenue[plans].value() / uplift - 1.0).abs() < 1e-9);
    // none of it: more pay, each as before
    let none = year(&base.with(InputId::plan_raise, 0.0), 8);
    assert!(none.subscribers > all.subscribers);
    let price = |it: &Year| it.revenue[plans].value() / it.subscribers.value();
    // the price rises within a year, and numbers of payers weigh its quarters a little differently
    assert!((price(&none) / price(&nothing) - 1.0).abs() < 1e-5);
}

#[test]
fn three_plans_rise_alike() {
    let base = served().with(InputId::plans, 1.0).with(InputId::plan_raise, 100.0);
    let nothing = with(base, &CAPABILITIES.map(|it| (it[0], 0.0)));
    let [all, nothing] = [base, nothing].map(|it| year(&it, 8));
    let plans = Stream::Subscriptions as usize;
    assert!((all.subscribers.value() / nothing.subscribers.value() - 1.0).abs() < 1e-9);
    assert!(all.revenue[plans].value() > 1.2 * nothing.revenue[plans].value());
}

#[test]
fn speed_is_paid_for_as_price_lists_ask() {
    let base = served().with(InputId::speed, 80.0).with(InputId::speed_reference, 32.0);
    let api =
        |paid: f64| year(&base.with(InputId::speed_paid, paid), 8).revenue[Stream::Api as usize].value();
    // 2.5 times the speed at an elasticity of 2.4 is 9 times the price
    let factor = libm::pow(2.5, base.get(InputId::speed_premium));
    assert!((factor / 9.0 - 1.0).abs() < 0.02, "{factor}");
    assert!(near(api(10.0) / api(0.0), 1.0 + 0.1 * (factor - 1.0)));
    let at_reference = base.with(InputId::speed, 32.0);
    assert_eq!(
        npv(&at_reference.with(InputId::speed_paid, 50.0)),
        npv(&at_reference.with(InputId::speed_paid, 0.0))
    );
}

#[test]
fn being_paid_more_never_lowers_the_net_present_value() {
    let rising: Vec<InputId> = CAPABILITIES
        .iter()
        .flat_map(|it| it[..2].to_vec())
        .chain([InputId::seat_raise, InputId::api_raise, InputId::speed_paid, InputId::speed_premium])
        .chain([InputId::ads_now, InputId::ads_later, InputId::google_base, InputId::amazon_base])
        .chain([InputId::free_value])
        .collect();
    let on = [(InputId::ad_uplift_on, ON), (InputId::google_uplift_on, ON), (InputId::amazon_uplift_on, ON)];
    let counted = with(december().with(InputId::speed, 45.0), &on).with(InputId::count_value, ON);
    for values in [december(), served(), counted, counted.with(InputId::plans, 1.0)] {
        for &id in &rising {
            let figures = values.figures(id);
            let (low, high) = (figures.low, figures.high.max(figures.low + 1.0).min(id.spec().hard.1));
            let steps = (0..=6).map(|step| low + (high - low) * f64::from(step) / 6.0);
            let worths: Vec<f64> = steps.map(|value| npv(&values.with(id, value))).collect();
            for pair in worths.windows(2) {
                let slack = 1e-9 * pair[0].abs().max(1e9);
                assert!(pair[1] >= pair[0] - slack, "{}: {worths:?}", id.spec().key);
            }
        }
    }
}

#[test]
fn ads_start_where_those_of_chatgpt_are_and_end_where_sources_see_2030() {
    let values = december();
    let whole = |it: &Year| it.revenue[Stream::Ads as usize].value() / it.share.value();
    let all = outcome(&values).years;
    let of_levels = Inputs::read(&values).stated_year();
    let first = whole(&all[of_levels]);
    println!("ads of the year of the levels {first:e}");
    assert!((1e9 / 1.5..=1e9 * 1.5).contains(&first), "{first:e}");
    let of_2030 = |values: &Values| {
        let year = outcome(values).years.into_iter().find(|it| it.year == 2030).unwrap();
        whole(&year)
    };
    let figures = values.figures(InputId::ads_later);
    let [low, middle, high] =
        [figures.low, figures.default, figures.high].map(|it| of_2030(&values.with(InputId::ads_later, it)));
    println!("ads of 2030 {low:e} {middle:e} {high:e}");
    // HSBC 24 billion, OpenAI's own plan 100
    assert!((low / 2.4e10 - 1.0).abs() < 0.05 && (high / 1e11 - 1.0).abs() < 0.05, "{low:e} {high:e}");
    assert!(low < middle && middle < high);
}

#[test]
fn ads_rise_as_late_as_they_are_told() {
    let base = december();
    // d·((1 − c) + c·d): half-way along the ramp a half, three eighths and a quarter are done
    let per_user = |late: f64| {
        let values = base.with(InputId::ads_late, late).with(InputId::ads_now, 0.0);
        let inputs = Inputs::read(&values);
        let it = &evaluate(&inputs).years[2];
        it.revenue[Stream::Ads as usize].value()
    };
    let [even, half, late] = [0.0, 50.0, 100.0].map(per_user);
    assert!(near(half, 0.5 * (even + late)) && late < half, "{even} {half} {late}");
}

#[test]
fn uplifts_of_three_ad_businesses_add_up() {
    let start = [
        (InputId::ad_uplift_on, InputId::ad_base),
        (InputId::google_uplift_on, InputId::google_base),
        (InputId::amazon_uplift_on, InputId::amazon_base),
    ];
    let without = with(december(), &start.map(|(on, _)| (on, OFF)));
    for base in [Values::STARTING_POINT, without] {
        let uplift = |values: &Values| outcome(values).revenue_pv[Stream::AdUplift as usize].value();
        assert_eq!(uplift(&base), 0.0);
        let each = start.map(|(on, _)| uplift(&base.with(on, ON)));
        let all = uplift(&with(base, &start.map(|(on, _)| (on, ON))));
        assert!((each.iter().sum::<f64>() / all - 1.0).abs() < 1e-9, "{each:?} {all}");
        for (uplift, (_, amount)) in each.iter().zip(start) {
            let ratio = uplift / each[0] * base.get(InputId::ad_base) / base.get(amount);
            assert!((ratio - 1.0).abs() < 1e-9, "{}", amount.spec().key);
        }
    }
}

#[test]
fn all_value_created_counts_that_of_free_users() {
    for base in [Values::STARTING_POINT, december(), served()] {
        let kept = |value: f64, count: f64| {
            let it = outcome(&with(base, &[(InputId::free_value, value), (InputId::count_value, count)]));
            (it.revenue_pv[Stream::Kept as usize].value(), it.kept_value_pv.value(), it.npv.value())
        };
        let [(none, ..), (ten, all, with), (twenty, ..)] = [0.0, 10.0, 20.0].map(|it| kept(it, ON));
        assert!(ten > none && ((twenty - ten) / (ten - none) - 1.0).abs() < 1e-9, "it counts in proportion");
        assert!((ten / all - 1.0).abs() < 1e-9, "what is counted is what is shown");
        let (uncounted, _, without) = kept(10.0, OFF);
        assert_eq!(uncounted, 0.0);
        assert!(((with - without) / ten - 1.0).abs() < 1e-9, "it is neither taxed nor scaled");
    }
    // all served: users without plan or seat × value × its real part, a quarter at a time; a year has four of them
    let values = with(served(), &[(InputId::free_value, 10.0), (InputId::count_value, ON)]);
    let [paid, all] = [0.0, 10.0].map(|it| year(&values.with(InputId::free_value, it), 8));
    let free = all.active_users.value() - all.subscribers.value() - all.seats.value();
    let expected = free * 12.0 * 10.0 * values.get(InputId::wtp_real) / 100.0;
    let counted = all.revenue[Stream::Kept as usize].value() - paid.revenue[Stream::Kept as usize].value();
    assert!((counted / expected - 1.0).abs() < 1e-9, "{counted:e} {expected:e}");
}

fn text(tree: &El) -> String {
    let parts = tree.children.iter().map(|child| match child {
        Child::Text(words) => words.to_string(),
        Child::El(inner) => text(inner),
    });
    parts.collect::<Vec<_>>().join(" ")
}

fn account(scenario: &Scenario) -> Vec<Account> {
    accounts(&Inputs::read(scenario.values()))
}

#[test]
fn what_capabilities_cost_is_a_cost_and_what_is_paid_comes_from_plans_seats_and_api() {
    let (scenario, _) = read_link("?v=1&d=2026-12");
    for it in account(&scenario) {
        let [plans, seats, api] = [Stream::Subscriptions, Stream::Seats, Stream::Api]
            .map(|stream| it.paid[stream as usize].value());
        println!("{:?} paid {plans:e} {seats:e} {api:e} cost {:e}", it.capability, it.cost.value());
        assert!(plans > 0.0 && seats > 0.0 && api > 0.0 && it.cost.value() > 0.0, "{it:?}");
    }
    // Nobody makes videos there.
    let used = |it: &Account| it.capability != Capability::Making;
    for it in account(&Scenario::starting_point()).into_iter().filter(used) {
        assert!(it.revenue.value() == 0.0 && it.cost.value() > 0.0 && it.npv.value() < 0.0, "{it:?}");
        assert!((it.cost.value() / -it.npv.value() - 1.0).abs() < 1e-9);
    }
    for link in ["", "?v=1&d=2026-12"] {
        let (scenario, _) = read_link(link);
        let inputs = Inputs::read(scenario.values());
        let answer = evaluate(&inputs);
        let widths = Widths::of_column(700.0);
        let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &answer, widths };
        let words = text(&draw(SectionId::Capabilities, &subject).unwrap());
        assert!(words.contains("Is paid for it, $") && words.contains("Costs, $"), "{words}");
        assert!(!words.contains("Adds cost"), "{words}");
    }
}
