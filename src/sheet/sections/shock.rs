//! The shock of January 2025: before and after, the response that raises hardware spending, and how much of the loss it is.

use super::{Cell, Subject, moved_by, note, number, table, words};
use crate::inquiry::shock::{Shock, Side};
use crate::model::InputId;
use crate::sheet::table::fixed;
use crate::sheet::tree::{El, el};
use crate::units::{Ratio, print};

/// What all technology shares lost that day, $.
const ALL_LOST: f64 = 1e12;

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let inputs = subject.inputs;
    let shock = Shock::of(inputs);
    let amount = |id: InputId| id.spec().amount(subject.scenario.get(id));
    el("div")
        .with(note(&format!(
            "What if the same work takes fewer accelerators overnight? Here each serves {} times as much, {} of the saving is \
             passed on to API prices, and paid tokens answer with {} per cent for each per cent. Chats and seats do not pay by \
             the token and do not answer. The fleet is bought as it is needed, by whoever serves: a fixed budget could not show it, and what \
             is rented somebody buys.",
            amount(InputId::shock_k).trim_end_matches('\u{d7}'),
            amount(InputId::shock_pass),
            fixed(inputs.shock_elasticity.value(), 2),
        )))
        .with(table("Before and after, over the years looked at", &["", "Before", "After", "After over before"], rows(&shock)))
        .with(note(&turning(&shock, inputs.shock_elasticity)))
        .with(note(&explained(&shock, inputs.lost_value.value(), inputs.discount_rate.value(), inputs.lost_growth.value())))
        .with(moved_by(
            "Moved by",
            &[InputId::shock_k, InputId::shock_pass, InputId::shock_elasticity, InputId::lost_value, InputId::chip_margin],
        ))
}

fn rows(shock: &Shock) -> Vec<Vec<Cell>> {
    let row = |name: &str, said: fn(f64) -> String, of: fn(&Side) -> f64| {
        let (before, after) = (of(&shock.before), of(&shock.after));
        let ratio = if before > 0.0 { format!("{}\u{d7}", fixed(after / before, 2)) } else { String::new() };
        vec![words(name), number(&said(before)), number(&said(after)), number(&ratio)]
    };
    vec![
        row("Tokens served in a mean month", print::count, |it| it.tokens.value()),
        row("Users of this programme at the end", print::count, |it| it.users.value()),
        row("Price of a million tokens sold, at the start", print::money, |it| it.price.value() * 1e6),
        row("Accelerators at the peak", print::count, |it| it.accelerators.value()),
        row("Spending on plant", print::money, |it| it.capex.value()),
        row("Revenue, present value", print::money, |it| it.revenue.value()),
        row("Net present value", print::money, |it| it.npv.value()),
    ]
}

fn turning(shock: &Shock, elasticity: Ratio) -> String {
    let said = |it: f64| fixed(-it, 2);
    let Some(closed) = shock.closed_form else {
        return "No saving reaches the price, so no response of use to price can make up for it.".to_owned();
    };
    let modelled = match shock.modelled {
        Some(it) => format!(
            "in this scenario, where part of the work does not answer, only beyond {}",
            said(it.value())
        ),
        None => "in this scenario at no response up to \u{2212}20".to_owned(),
    };
    let way = if shock.after.capex_pv > shock.before.capex_pv { "more" } else { "less" };
    format!(
        "Cheaper tokens raise spending on hardware where use answers by more than {}: that is ln k over \u{2212}ln(1 \u{2212} \
         θ(1 \u{2212} 1/k)), if all work were paid by the token; {modelled}. At {} there is {way} hardware than before. {} of the \
         plant of the first year would not be needed in the second.",
        said(closed.value()),
        fixed(elasticity.value(), 2),
        print::money(shock.stranded.value()),
    )
}

fn explained(shock: &Shock, lost: f64, rate: f64, growth: f64) -> String {
    let profit = shock.profit_lost.value();
    let part = |of: f64| print::percent(print::quantise(profit / of, 2));
    let cash = match (shock.lost_cash, shock.lost_cash_two_stage) {
        (Some(for_ever), Some(stages)) => format!(
            " The {} stand for {} of cash in the first year, growing by {} for ever; or for {} if it grew faster at first.",
            print::money(lost),
            print::money(for_ever.value()),
            print::percent(growth),
            print::money(stages.first_year.value()),
        ),
        _ => format!(
            " At {} a year growth is not below the discount rate of {}, so no value for ever exists.",
            print::percent(growth),
            print::percent(rate)
        ),
    };
    let test = if profit <= 0.0 {
        " By this measure the fall was unjustified altogether."
    } else if profit < 0.5 * lost {
        " LeCun called the reaction “woefully unjustified”: by this measure most of Nvidia's loss stays unexplained."
    } else if profit < lost {
        " LeCun called the reaction “woefully unjustified”: by this measure part of Nvidia's loss stays unexplained."
    } else {
        " LeCun called the reaction “woefully unjustified”: by this measure it was not."
    };
    let direction = if profit >= 0.0 { "fall" } else { "rise" };
    format!(
        "For this programme the chip maker's gross profit would {direction} by {} in present value: {} of the {} that Nvidia \
         lost on 27 January 2025, {} of the trillion lost in all.{test}{cash}",
        print::money(profit.abs()),
        part(lost),
        print::money(lost),
        part(ALL_LOST),
    )
}
