//! What prices do: the best price, how payers respond to a price, the share who must pay at each price, and the plans
//! that people choose.

use super::{Cell, Subject, linked_cell, more, moved_by, note, number, sets, table, words};
use crate::table::{NO_VALUE, fixed};
use crate::tree::{El, el};
use payenough_analysis::contradiction::{curve, offered};
use payenough_analysis::prices::{
    Best, PLAN_PRICES, best_price_in_pieces, frontier_in_pieces, plan_elasticity, seats_elasticity,
};
use payenough_analysis::reality::conversion;
use payenough_analysis::working::{Ask, Number, PRICES};
use payenough_engine::plans::Menu;
use payenough_model::{InputId, Inputs, Perspective, Plans};
use payenough_quantities::{Ratio, print};

pub(super) async fn draw(subject: &Subject<'_>) -> El {
    let inputs = subject.inputs;
    let plans_sold: &[InputId] = match inputs.plans {
        Plans::One => &[InputId::sub_price],
        Plans::Three => &PLAN_PRICES,
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for &id in plans_sold {
        rows.push(best_row(subject, id, plan_elasticity(inputs, id)).await);
    }
    rows.push(best_row(subject, InputId::seat_price, Some(seats_elasticity(inputs))).await);
    rows.push(best_row(subject, InputId::api_price, Some(inputs.api_elasticity)).await);
    let api_matters = inputs.api_paid > Ratio::ZERO && inputs.perspective != Perspective::Landlord;
    let body =
        conversion(subject.outcome).iter().fold(el("div"), |body, it| body.with(note(it))).with(table(
            "Each price alone, all else equal",
            &["Price", "Now", "Sold, for 1% more", "Leaves most at", ""],
            rows,
        ));
    let body = if inputs.api_elasticity == Ratio::ZERO && api_matters {
        body.with(note(
            "API use is taken not to answer to its price, as the growth put in already holds the price falls of the past: so no price \
             of it is best. Let it answer, and set its growth lower, to look for one.",
        ))
    } else {
        body
    };
    let body = body.with(table(
        "Where the price of the standard plan and the paying share just pay",
        &["Price of the plan a month", "Paying share needed, fifth year"],
        frontier_rows(subject).await,
    ));
    let body = match inputs.plans {
        Plans::One => body,
        Plans::Three => body.with(plans(inputs)),
    };
    body.with(moved_by(
        "Moved by",
        &[
            InputId::sub_price,
            InputId::wtp_sigma,
            InputId::pay_later,
            InputId::plans,
            InputId::seat_price,
            InputId::api_elasticity,
        ],
    ))
    .with(more(
        "How this is worked out",
        note(
            "People differ in what an assistant is worth to them: a lognormal spread. Whoever values it above the price pays, \
             times a share that is fitted so that today's price finds today's payers. The best price is searched from a tenth of the \
             slider's least to ten times its most, with the whole model behind each try: payers also use more than others and need \
             plant. It leaves out rivals, who would undercut it.",
        ),
    ))
}

async fn best_row(subject: &Subject<'_>, id: InputId, elasticity: Option<Ratio>) -> Vec<Cell> {
    let at = PRICES.iter().position(|&it| it == id).unwrap_or_default();
    let spec = id.spec();
    let Best { price, is_edge, matters, .. } = best_price_in_pieces(subject.scenario.values(), id).await;
    let amount = |value: f64| spec.amount(print::quantise(value, 3));
    let best = match (matters, is_edge) {
        (false, _) => "makes no difference".to_owned(),
        (true, true) => "no highest: ever dearer".to_owned(),
        (true, false) => amount(price),
    };
    let by = match id {
        InputId::api_price => Number::Input(InputId::api_elasticity),
        _ => Number::answer(Ask::Elasticity, at),
    };
    let change = elasticity
        .filter(|_| matters)
        .map_or_else(|| number(NO_VALUE), |it| linked_cell(&format!("{}%", fixed(it.value(), 2)), by));
    let price = print::quantise(price, 3);
    let button = if is_edge || !matters {
        el("span")
    } else {
        sets("Set", &format!("Set {} to {best}", spec.label), &[(id, price)])
    };
    vec![
        words(spec.label),
        linked_cell(&amount(subject.scenario.get(id)), id),
        change,
        if matters { linked_cell(&best, Number::answer(Ask::Best, at)) } else { number(&best) },
        Cell::Tree(button),
    ]
}

async fn frontier_rows(subject: &Subject<'_>) -> Vec<Vec<Cell>> {
    let cell = |at: usize, share: Option<Ratio>| match share {
        Some(share) => {
            let text = match share.value() {
                0.0 => "none: it pays without".to_owned(),
                share => print::percent(print::quantise(share, 3)),
            };
            linked_cell(&text, Number::answer(Ask::FrontierShare, at))
        }
        None => number("not even if all pay"),
    };
    let rows = frontier_in_pieces(subject.scenario.values()).await.into_iter().enumerate();
    rows.map(|(at, it)| vec![number(&print::money(it.price)), cell(at, it.share)]).collect()
}

/// The share of people who choose each plan, at the start.
fn plans(inputs: &Inputs) -> El {
    let offered = offered(inputs);
    let menu = Menu::new(&offered.map(|it| it.1));
    let curve = curve(inputs);
    let all = menu.paying(&curve);
    let share = |at: usize| {
        if all > 0.0 {
            let share = print::percent(print::quantise(menu.share(&curve, at) / all, 3));
            linked_cell(&share, Number::answer(Ask::PlanShare, at))
        } else {
            number(NO_VALUE)
        }
    };
    let worth = |at: usize, worth: f64| match at {
        0 => linked_cell(&print::percent(worth), InputId::cheap_worth),
        2 => linked_cell(&print::percent(worth), InputId::top_worth),
        // Worth is measured in multiples of the standard plan.
        _ => words(&print::percent(worth)),
    };
    let rows = offered.iter().enumerate().map(|(at, (name, plan))| {
        vec![
            words(&capital(name)),
            linked_cell(&print::money(plan.price), PLAN_PRICES[at]),
            worth(at, plan.worth),
            share(at),
        ]
    });
    let heads = ["Plan", "Price a month", "Worth, of the standard plan", "Of all payers"];
    table("Which plan people take, at the start", &heads, rows.collect())
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
