//! Inputs that contradict each other, explained in the reader's words. The answer is still computed from what remains.

use crate::working::{Ask, Number, linked};
use payenough_engine::plans::{Menu, Plan};
use payenough_engine::willingness::Willingness;
use payenough_engine::{Outcome, Year};
use payenough_model::{AdsBy, InputId, Inputs, Perspective, Plans};
use payenough_quantities::print::{money, number, percent, years};

/// All contradictions in a scenario; empty if it is consistent.
#[must_use]
pub fn contradictions(inputs: &Inputs, outcome: &Outcome) -> Vec<String> {
    let mut all = plans_that_nobody_takes(inputs);
    all.extend(more_payers_than_value(inputs));
    all.extend(revenue_that_costs_more(inputs));
    all.extend(more_seats_than_people(outcome));
    all.extend(payers_that_use_more_than_all(inputs, outcome));
    all.extend(scrapped_before_it_ends(inputs));
    all.extend(more_regions_than_world(inputs));
    let lost = inputs.ad_loss.value() + inputs.own_ads_lost.value();
    if lost > 1.0 {
        all.push(format!(
            "Ads in chats lose {} of what they bring, in usage and in own ads: each one makes the operator poorer.",
            Number::answer(Ask::AdsLost, 0).linked(&percent(lost))
        ));
    }
    if outcome.user_months_pv.value() <= 0.0 {
        all.push(
            "No accelerator is in service in any quarter looked at, so there are no users, no revenue and no amount per user."
                .to_owned(),
        );
    }
    all
}

/// The three plans at the start, by name.
#[must_use]
pub fn offered(inputs: &Inputs) -> [(&'static str, Plan); 3] {
    [
        ("cheap", Plan { worth: inputs.cheap_worth.value(), price: inputs.cheap_price.value() }),
        ("standard", Plan { worth: 1.0, price: inputs.sub_price.value() }),
        ("top", Plan { worth: inputs.top_worth.value(), price: inputs.top_price.value() }),
    ]
}

/// The distribution of willingness to pay for the standard plan, at the start.
#[must_use]
pub fn curve(inputs: &Inputs) -> Willingness {
    Willingness {
        median: inputs.wtp_median.value() * inputs.wtp_real.value(),
        sigma: inputs.wtp_sigma.value(),
    }
}

fn plans_that_nobody_takes(inputs: &Inputs) -> Vec<String> {
    if inputs.plans == Plans::One {
        return Vec::new();
    }
    let offered = offered(inputs);
    let menu = Menu::new(&offered.map(|it| it.1));
    let none = offered.iter().enumerate().filter(|(at, _)| menu.is_dominated(*at));
    none.map(|(_, (name, plan))| {
        let why = if offered.iter().any(|(_, it)| it.worth >= plan.worth && it.price < plan.price) {
            "another one is worth as much or more and costs less"
        } else {
            "for everybody another one is worth more above its price"
        };
        let price = match *name {
            "cheap" => InputId::cheap_price,
            "top" => InputId::top_price,
            _ => InputId::sub_price,
        };
        format!("Nobody takes the {name} plan at {} a month: {why}.", linked(price, &money(plan.price)))
    })
    .collect()
}

/// More people pay than value the plan at its price.
fn more_payers_than_value(inputs: &Inputs) -> Option<String> {
    let most = curve(inputs).share_paying(inputs.observed_price.value());
    let observed = inputs.pay_now.value().max(inputs.pay_later.value());
    let stated = if inputs.pay_now > inputs.pay_later { InputId::pay_now } else { InputId::pay_later };
    (observed > most).then(|| {
        format!(
            "{} are said to pay {} a month, but by “{}” and its spread only {} value it that much: all of those are counted as \
             reached.",
            linked(stated, &percent(observed)),
            linked(InputId::observed_price, &money(inputs.observed_price.value())),
            InputId::wtp_median.spec().label,
            Number::answer(Ask::MostValue, 0).linked(&percent(most)),
        )
    })
}

/// There are more seats than people without a plan.
fn more_seats_than_people(outcome: &Outcome) -> Option<String> {
    let is_full = |year: &&Year| {
        let left = year.active_users.value() - year.subscribers.value();
        year.seats.value() > 0.0 && year.seats.value() >= left * (1.0 - 1e-9)
    };
    outcome.years.iter().find(is_full).map(|year| {
        format!(
            "In {} there are as many business seats as users who are on no plan: more seats than people are left out.",
            year.year
        )
    })
}

/// Payers use more than all users together.
fn payers_that_use_more_than_all(inputs: &Inputs, outcome: &Outcome) -> Option<String> {
    let usage = inputs.payer_usage.value();
    let paying = |year: &Year| {
        let people = year.active_users.value();
        if people > 0.0 { (year.subscribers + year.seats).value() / people } else { 0.0 }
    };
    let most = outcome.years.iter().map(paying).fold(0.0, f64::max);
    (most * usage > 1.0).then(|| {
        format!(
            "Payers are said to use {} times the average, and up to {} of users pay: together more than all use. They use less here.",
            linked(InputId::payer_usage, &number(usage, 2)),
            Number::answer(Ask::MostPaying, 0).linked(&percent(most))
        )
    })
}

/// The physical life ends before the economic life.
fn scrapped_before_it_ends(inputs: &Inputs) -> Option<String> {
    let (earns, lasts) = (inputs.accelerator_life.value(), inputs.physical_life.value());
    (earns > lasts).then(|| {
        format!(
            "An accelerator is said to earn for {} but is scrapped after {}.",
            linked(InputId::accelerator_life, &years(earns)),
            linked(InputId::physical_life, &years(lasts))
        )
    })
}

/// The regions' shares of free users add up to more than 100%.
fn more_regions_than_world(inputs: &Inputs) -> Option<String> {
    let named = inputs.ads_us.value() + inputs.ads_europe.value() + inputs.ads_asia.value();
    (inputs.ads_by == AdsBy::Regions && named > 1.0).then(|| {
        format!(
            "The three regions hold {} of free users: all three are scaled down together, and nobody lives in the rest of the world.",
            Number::answer(Ask::RegionsNamed, 0).linked(&percent(named))
        )
    })
}

/// The shares of revenue that costs take add up to all of it.
fn revenue_that_costs_more(inputs: &Inputs) -> Option<String> {
    let research = if inputs.perspective == Perspective::Landlord { 0.0 } else { inputs.research.value() };
    let taken = inputs.staff.value() + research;
    (taken >= 1.0).then(|| {
        format!(
            "Staff and model R&D take {} of every dollar of revenue: no price can pay for the plant.",
            Number::answer(Ask::Taken, 0).linked(&percent(taken))
        )
    })
}
