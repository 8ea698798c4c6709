//! Who pays, from each perspective: plans, seats, value that users keep, protected profit, and the four perspectives.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use payenough_analysis::segments::{segments, use_under_cap};
use payenough_engine::{Outcome, evaluate, headline};
use payenough_model::{CostLine, InputId, Inputs, Stream, Values};

mod common;
use common::scenario;

const START: Values = Values::STARTING_POINT;

fn answer(values: &Values) -> Outcome {
    evaluate(&Inputs::read(values))
}

fn near(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * scale
}

fn plain(n: u64) -> Values {
    [InputId::perspective, InputId::count_value, InputId::protect_on, InputId::retire_early]
        .into_iter()
        .fold(scenario(n), |values, id| values.with(id, 0.0))
}

#[test]
fn value_that_users_keep_counts_in_full_if_chosen() {
    let mut moved = 0;
    for n in 0..300 {
        let values = plain(n);
        let (off, on) = (answer(&values), answer(&values.with(InputId::count_value, 1.0)));
        let gain = (on.npv - off.npv).value();
        let scale = off.npv.value().abs() + gain.abs() + off.kept_value_pv.value();
        assert!(near(gain, off.kept_value_pv.value(), scale), "scenario {n}");
        assert_eq!(off.revenue_pv[Stream::Kept as usize].value(), 0.0);
        assert_eq!(off.cost_pv[CostLine::Tax as usize], on.cost_pv[CostLine::Tax as usize], "untaxed, {n}");
        moved += u32::from(gain > 0.0);
    }
    assert!(moved > 50, "{moved}");
}

#[test]
fn protected_profit_is_a_separate_line() {
    let on = answer(&START.with(InputId::protect_on, 1.0));
    let off = answer(&START);
    let line = on.revenue_pv[Stream::Protected as usize].value();
    assert!(line > 0.0);
    assert!(near((on.npv - off.npv).value(), line, line));
    // It is not scaled, so the needed amount rises by no more than what is counted besides it.
    assert!(on.breakeven_factor.unwrap() < off.breakeven_factor.unwrap());
}

#[test]
fn a_lab_pays_rent_instead_of_buying_plant() {
    let lab = answer(&START.with(InputId::perspective, 1.0));
    let renting = answer(&START.with(InputId::compute, 1.0));
    assert_eq!(lab.npv, renting.npv);
    assert!(lab.cost_pv[CostLine::Rent as usize].value() > 0.0);
    assert_eq!(lab.fleet.capex.value(), 0.0);
    assert_eq!((lab.irr, lab.payback), (None, None));
}

#[test]
fn a_landlord_earns_rent_and_pays_only_for_plant() {
    let values = START.with(InputId::perspective, 2.0);
    let landlord = answer(&values);
    for stream in Stream::ALL {
        let earned = landlord.revenue_pv[stream as usize].value();
        assert_eq!(earned > 0.0, stream == Stream::Rent, "{stream:?}");
    }
    for line in
        [CostLine::Research, CostLine::Fees, CostLine::Support, CostLine::Acquisition, CostLine::Egress]
    {
        assert_eq!(landlord.cost_pv[line as usize].value(), 0.0, "{line:?}");
    }
    assert!(landlord.cost_pv[CostLine::Energy as usize].value() > 0.0);
    // What the landlord receives is what the lab would pay for the same fleet.
    let lab = answer(&START.with(InputId::perspective, 1.0));
    let (got, paid) =
        (landlord.revenue_pv[Stream::Rent as usize].value(), lab.cost_pv[CostLine::Rent as usize].value());
    assert!(near(got, paid, got), "{got} {paid}");
}

#[test]
fn the_industry_counts_only_end_demand() {
    let values = START.with(InputId::perspective, 3.0);
    let (industry, platform) = (answer(&values), answer(&START));
    let api = |it: &Outcome| it.revenue_pv[Stream::Api as usize].value();
    let kept = 1.0 - values.get(InputId::circular) / 100.0;
    assert!(near(api(&industry), api(&platform) * kept, api(&platform)));
    let renting = answer(&values.with(InputId::compute, 1.0));
    assert_eq!(industry.npv, renting.npv, "rent between firms nets to nothing");
}

#[test]
fn three_plans_with_two_unused_equal_one_plan() {
    let odd = START.with(InputId::plans, 1.0).with(InputId::cheap_worth, 1.0).with(InputId::top_price, 1e5);
    let (one, three) = (answer(&START), answer(&odd));
    let sold = one.revenue_pv[Stream::Subscriptions as usize].value();
    assert!((one.npv - three.npv).value().abs() < 1e-4 * sold);
}

#[test]
fn with_a_cheap_plan_more_pay_and_each_pays_less() {
    let (one, three) = (answer(&START), answer(&START.with(InputId::plans, 1.0)));
    let first = |it: &Outcome| it.years[0].subscribers.value();
    assert!(first(&three) > first(&one));
    let only_cheap = START.with(InputId::plans, 1.0).with(InputId::top_price, 1e5);
    let per_payer = |it: &Outcome| it.revenue_pv[Stream::Subscriptions as usize].value() / first(it);
    assert!(per_payer(&answer(&only_cheap)) < per_payer(&one));
}

#[test]
fn dearer_seats_sell_less() {
    let dear = answer(&START.with(InputId::seat_price, 44.0));
    assert!(dear.years[0].seats < answer(&START).years[0].seats);
}

#[test]
fn seats_at_a_prohibitive_price_are_zero_or_as_stated() {
    let reference = START.with(InputId::seat_reference, 43.0);
    let values = reference.with(InputId::seat_sigma, 0.1).with(InputId::seat_value, 1.0);
    let dearer = answer(&values.with(InputId::seat_price, 50.0));
    assert!(dearer.npv.value().is_finite() && dearer.years.iter().all(|year| year.seats.value() == 0.0));
    let at_reference = answer(&values.with(InputId::seat_price, 43.0));
    let usual = answer(&reference.with(InputId::seat_price, 43.0));
    assert!(near(at_reference.years[0].seats.value(), usual.years[0].seats.value(), 1e8));
}

#[test]
fn a_free_plan_is_taken_even_if_it_is_worth_nothing() {
    let free = START.with(InputId::sub_price, 0.0).with(InputId::reasoning_wtp, 100.0);
    let values = free.with(InputId::reasoning_now, 100.0).with(InputId::reasoning_later, 100.0);
    let (as_now, worthless) = (answer(&values), answer(&values.with(InputId::reasoning_later, 0.0)));
    let last = |answer: &Outcome| answer.years[answer.years.len() - 1].subscribers;
    assert!(last(&worthless).value() > 0.0);
    assert!(near(last(&worthless).value(), last(&as_now).value(), last(&as_now).value()));
}

#[test]
fn purchases_in_chats_earn_a_commission() {
    let values = START.with(InputId::orders_later, 0.1);
    let (with, without) = (answer(&values), answer(&START));
    let line = |it: &Outcome, stream: Stream| it.revenue_pv[stream as usize].value();
    assert!(line(&with, Stream::Commerce) > 0.0);
    let ads = line(&without, Stream::Ads);
    assert!(
        (line(&with, Stream::Ads) - ads).abs() < 0.02 * ads,
        "ads stay what they were but for a shortage"
    );
    let dearer = answer(&values.with(InputId::take, 6.0));
    assert!(near(
        line(&dearer, Stream::Commerce),
        2.0 * line(&with, Stream::Commerce),
        line(&dearer, Stream::Commerce)
    ));
}

#[test]
fn both_paths_agree_in_every_perspective() {
    for n in 0..200 {
        for perspective in 0..4 {
            let values = scenario(n).with(InputId::perspective, f64::from(perspective));
            let inputs = Inputs::read(&values);
            assert_eq!(headline(&inputs), evaluate(&inputs).npv, "scenario {n}, perspective {perspective}");
        }
    }
}

/// The worth of an ad place is the sum over regions of the share of free users times what it brings there.
#[test]
fn ads_by_region_are_the_sum_over_regions() {
    let ads = |values: &Values| answer(values).revenue_pv[Stream::Ads as usize].value();
    let by_regions = START.with(InputId::ads_by, 1.0);
    let average = 9.0 + 15.0 * 0.325 + 44.0 * 0.081 + 32.0 * 0.057;
    let same = START.with(InputId::ad_region, average);
    assert!(near(ads(&by_regions), ads(&same), ads(&same)), "{average}");
    // If everybody is in the US and Canada, all see ads at the full price; more than all counts as all.
    let at_home =
        by_regions.with(InputId::ads_us, 100.0).with(InputId::ads_europe, 0.0).with(InputId::ads_asia, 0.0);
    assert!(near(ads(&at_home), ads(&START.with(InputId::ad_region, 100.0)), ads(&at_home)));
    let twice = at_home.with(InputId::worth_asia, 100.0).with(InputId::ads_asia, 100.0);
    assert!(near(ads(&twice), ads(&at_home), ads(&at_home)));
}

/// Consumers and prosumers are the subscribers. Those reached times those who take it is the paying share at the start.
#[test]
fn segments_are_the_payers_of_the_first_year() {
    for plans in [0.0, 1.0] {
        let values = START.with(InputId::plans, plans);
        let (inputs, outcome) = (Inputs::read(&values), answer(&values));
        let all = segments(&inputs, &outcome);
        assert_eq!(all.len(), 2 + plans as usize);
        let (seats, people) = all.split_last().unwrap();
        let sum: f64 = people.iter().map(|it| it.people.value()).sum();
        let year = &outcome.years[0];
        assert!(near(sum, year.subscribers.value(), sum));
        assert_eq!(seats.people, year.seats);
        let paying: f64 = people.iter().map(|it| it.reached.unwrap().value() * it.taking.value()).sum();
        let share = year.subscribers.share_of(year.active_users).value();
        assert!((paying / share - 1.0).abs() < 0.06, "{paying} at the start, {share} over the first year");
    }
    // Today's price gives today's payers.
    let start = &segments(&Inputs::read(&START), &answer(&START))[0];
    assert!(near(start.reached.unwrap().value() * start.taking.value(), 0.04, 0.04));
    assert_eq!(use_under_cap(&Inputs::read(&START.with(InputId::usage_cap, 0.0))).value(), 0.0);
}
