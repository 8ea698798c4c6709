//! The segments that pay, side by side: the price, what the service is worth to them, and how many of them buy it.

use super::{Cell, Subject, linked_cell, note, number, table, words};
use crate::table::{NO_VALUE, fixed};
use crate::tree::{El, el};
use payenough_analysis::segments::{Segment, segments, use_under_cap};
use payenough_analysis::working::{Ask, Number, linked};
use payenough_model::InputId;
use payenough_quantities::{Ratio, print};

const HEADS: [&str; 6] = [
    "Segment",
    "In the first year",
    "Price a month",
    "Worth to the median",
    "Spread, σ",
    "Reached × taking it",
];

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let mut rows: Vec<Vec<Cell>> = segments(subject.inputs, subject.outcome).iter().map(row).collect();
    rows.push(developers(subject));
    el("div").with(table("By segment, at the start", &HEADS, rows)).with(note(&rest(subject)))
}

fn row(it: &Segment) -> Vec<Cell> {
    let share = |share: Ratio, kind: Ask, line: usize| {
        Number::answer(kind, line).linked(&print::percent(print::quantise(share.value(), 2)))
    };
    let reached =
        it.reached.map_or_else(|| "all in their number".to_owned(), |it| share(it, Ask::SegmentReached, 0));
    let [price, sigma] = it.inputs();
    vec![
        words(it.name),
        linked_cell(&print::count(it.people.value()), it.people_number()),
        linked_cell(&print::money(it.price), price),
        linked_cell(&print::money(it.worth.median), Number::answer(Ask::SegmentWorth, it.line)),
        linked_cell(&fixed(it.worth.sigma, 1), sigma),
        number(&format!("{reached} × {}", share(it.taking, Ask::SegmentTaking, it.line))),
    ]
}

/// The row of the developers. They pay by the token, so they have no curve of worth but a joint response to the price.
fn developers(subject: &Subject<'_>) -> Vec<Cell> {
    let inputs = subject.inputs;
    let year = subject.outcome.years.get(inputs.stated_year());
    let share = year.map_or(0.0, |year| year.share.value());
    let sold = inputs.background.value() * inputs.api_paid.value() * share;
    let tokens = Number::answer(Ask::SegmentTokens, 0);
    let response = inputs.api_elasticity.value();
    vec![
        words("Developers, by the token"),
        number(&format!("{} tokens a month", tokens.linked(&print::count(sold)))),
        linked_cell(
            &InputId::api_price.spec().amount(subject.scenario.get(InputId::api_price)),
            InputId::api_price,
        ),
        number(NO_VALUE),
        number(NO_VALUE),
        linked_cell(&format!("{}% for 1% on the price", fixed(response, 2)), InputId::api_elasticity),
    ]
}

fn rest(subject: &Subject<'_>) -> String {
    let amount = |id: InputId| linked(id, &id.spec().amount(subject.scenario.get(id)));
    let cap = use_under_cap(subject.inputs);
    let capped = if cap.value() > 0.9995 {
        "No cap binds".to_owned()
    } else {
        let left = print::percent(print::quantise(cap.value(), 3));
        format!("The cap leaves {} of the use", Number::answer(Ask::CapLeaves, 0).linked(&left))
    };
    format!(
        "Reached is solved so that {} a month finds {} of users today; {} of what people say it is worth to them counts. {} of payers \
         leave in a month, and each new one costs {}. Use differs between people with a spread of {}; a payer uses {} times the \
         average. {capped}. {} of agent and API tokens are paid for.",
        amount(InputId::observed_price),
        amount(InputId::pay_now),
        amount(InputId::wtp_real),
        amount(InputId::churn),
        amount(InputId::acquisition),
        linked(InputId::usage_sigma, &fixed(subject.inputs.usage_sigma.value(), 1)),
        linked(InputId::payer_usage, &fixed(subject.inputs.payer_usage.value(), 1)),
        amount(InputId::api_paid),
    )
}
