//! The shock of January 2025: the state before and after it, the response that would raise hardware spending, and how
//! much of the market's loss the shock explains.

use super::{Cell, Subject, linked_cell, moved_by, note, number, table, words};
use crate::table::fixed;
use crate::tree::{El, el};
use payenough_analysis::shock::{ALL_LOST, Shock, Side};
use payenough_analysis::working::{Answers, Ask, Number, linked};
use payenough_model::InputId;
use payenough_quantities::{Ratio, print};

pub(super) async fn draw(subject: &Subject<'_>) -> El {
    let inputs = subject.inputs;
    let shock = Shock::in_pieces(inputs).await;
    let amount = |id: InputId| id.spec().amount(subject.scenario.get(id));
    el("div")
        .with(note(&format!(
            "What if the same work takes fewer accelerators overnight? Here each serves {} times as much, {} of the saving is \
             passed on to API prices, and paid tokens answer with {} per cent for each per cent. Chats and seats do not pay by \
             the token and do not answer. The fleet is bought as it is needed, by whoever serves: a fixed budget could not show it, and what \
             is rented somebody buys.",
            linked(InputId::shock_k, amount(InputId::shock_k).trim_end_matches('\u{d7}')),
            linked(InputId::shock_pass, &amount(InputId::shock_pass)),
            linked(InputId::shock_elasticity, &fixed(inputs.shock_elasticity.value(), 2)),
        )))
        .with(table("Before and after, over the years looked at", &["", "Before", "After", "After over before"], rows(subject, &shock)))
        .with(note(&turning(&shock, inputs.shock_elasticity)))
        .with(note(&explained(&shock, inputs.lost_value.value(), inputs.discount_rate.value(), inputs.lost_growth.value())))
        .with(moved_by(
            "Moved by",
            &[InputId::shock_k, InputId::shock_pass, InputId::shock_elasticity, InputId::lost_value, InputId::chip_margin],
        ))
}

/// A row: its name, the function that prints its value, and the function that takes it from one side of the shock.
type Row = (&'static str, fn(f64) -> String, fn(&Side) -> f64);

fn rows(subject: &Subject<'_>, shock: &Shock) -> Vec<Vec<Cell>> {
    let answers = Answers::of(subject.scenario.values());
    let row = |(at, (name, form, of)): (usize, Row)| {
        let (before, after) = (of(&shock.before), of(&shock.after));
        let ratio = if before > 0.0 {
            linked_cell(&format!("{}\u{d7}", fixed(after / before, 2)), Number::answer(Ask::ShockRatio, at))
        } else {
            number("")
        };
        let [first, second] = answers.shock_sides(at)?;
        Some(vec![words(name), linked_cell(&form(before), first), linked_cell(&form(after), second), ratio])
    };
    let rows: [Row; 7] = [
        ("Tokens served in a mean month", print::count, |it| it.tokens.value()),
        ("Users of this programme at the end", print::count, |it| it.users.value()),
        ("Price of a million tokens sold, at the start", print::money, |it| it.price.value() * 1e6),
        ("Accelerators at the peak", print::count, |it| it.accelerators.value()),
        ("Spending on plant", print::money, |it| it.capex.value()),
        ("Revenue, present value", print::money, |it| it.revenue.value()),
        ("Net present value", print::money, |it| it.npv.value()),
    ];
    rows.into_iter().enumerate().filter_map(row).collect()
}

fn turning(shock: &Shock, elasticity: Ratio) -> String {
    let printed = |it: f64| fixed(-it, 2);
    let answer = |kind: Ask, text: &str| Number::answer(kind, 0).linked(text);
    let Some(closed) = shock.closed_form else {
        return "No saving reaches the price, so no response of use to price can make up for it.".to_owned();
    };
    let modelled = match shock.modelled {
        Some(it) => format!(
            "in this scenario, where part of the work does not answer, only beyond {}",
            answer(Ask::Modelled, &printed(it.value()))
        ),
        None => "in this scenario at no response up to \u{2212}20".to_owned(),
    };
    let way = if shock.after.capex_pv > shock.before.capex_pv { "more" } else { "less" };
    format!(
        "Cheaper tokens raise spending on hardware where use answers by more than {}: that is ln k over \u{2212}ln(1 \u{2212} \
         θ(1 \u{2212} 1/k)), if all work were paid by the token; {modelled}. At {} there is {way} hardware than before. {} of the \
         plant of the first year would not be needed in the second.",
        answer(Ask::ClosedForm, &printed(closed.value())),
        linked(InputId::shock_elasticity, &fixed(elasticity.value(), 2)),
        answer(Ask::Stranded, &print::money(shock.stranded.value())),
    )
}

fn explained(shock: &Shock, lost: f64, rate: f64, growth: f64) -> String {
    let profit = shock.profit_lost.value();
    let part = |at: usize, of: f64| {
        Number::answer(Ask::ProfitShare, at).linked(&print::percent(print::quantise(profit / of, 2)))
    };
    let answer = |kind: Ask, usd: f64| Number::answer(kind, 0).linked(&print::money(usd));
    let lost_words = linked(InputId::lost_value, &print::money(lost));
    let growth_words = linked(InputId::lost_growth, &print::percent(growth));
    let cash = match (shock.lost_cash, shock.lost_cash_two_stage) {
        (Some(for_ever), Some(stages)) => format!(
            " The {} stand for {} of cash in the first year, growing by {} for ever; or for {} if it grew faster at first.",
            lost_words,
            answer(Ask::LostCash, for_ever.value()),
            growth_words,
            answer(Ask::LostStages, stages.first_year.value()),
        ),
        _ => format!(
            " At {} a year growth is not below the discount rate of {}, so no value for ever exists.",
            growth_words,
            linked(InputId::discount_rate, &print::percent(rate))
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
        answer(Ask::ProfitLost, profit.abs()),
        part(0, lost),
        lost_words,
        part(1, ALL_LOST),
    )
}
