//! What prices do: the best price, how payers answer, the frontier, and the plans that people take.

use super::{Cell, Subject, more, moved_by, note, number, opened, sets, table, words};
use crate::engine::plans::Menu;
use crate::inquiry::contradiction::{curve, offered};
use crate::inquiry::prices::{Best, best_price, frontier, payers_elasticity, seats_elasticity};
use crate::inquiry::reality::conversion;
use crate::inquiry::working::{Ask, Number, PRICES};
use crate::model::{InputId, Inputs, Plans};
use crate::sheet::table::{NO_VALUE, fixed};
use crate::sheet::tree::{El, el};
use crate::units::{Ratio, print};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let inputs = subject.inputs;
    let elasticities = [
        (payers_elasticity(inputs), Number::answer(Ask::Elasticity, 0)),
        (seats_elasticity(inputs), Number::answer(Ask::Elasticity, 1)),
        (inputs.api_elasticity, Number::Input(InputId::api_elasticity)),
    ];
    let rows = elasticities.into_iter().enumerate();
    let rows = rows.map(|(at, (elasticity, number))| best_row(subject, at, elasticity, &number));
    let body = el("div")
        .with(note(&conversion(subject.outcome)))
        .with(table(
            "Each price alone, all else equal",
            &["Price", "Now", "Sold, for 1% more", "Leaves most at", ""],
            rows.collect(),
        ))
        .with(table(
            "Where plan price and paying share just pay",
            &["Price of a plan a month", "Paying share needed, fifth year"],
            frontier_rows(subject),
        ));
    let body = match inputs.plans {
        Plans::One => body,
        Plans::Three => body.with(plans(inputs)),
    };
    body.with(moved_by(
        "Moved by",
        &[InputId::sub_price, InputId::wtp_sigma, InputId::pay_later, InputId::plans, InputId::seat_price],
    ))
    .with(more(
        "How this is worked out",
        note(
            "People differ in what an assistant is worth to them: a lognormal spread. Whoever values it above the price pays, \
             times a share that is fitted so that today's price finds today's payers. The best price is searched over ten \
             times the slider's range, with the whole model behind each try: payers also use more than others and need \
             plant. It leaves out rivals, who would undercut it.",
        ),
    ))
}

fn best_row(subject: &Subject<'_>, at: usize, elasticity: Ratio, by: &Number) -> Vec<Cell> {
    let id = PRICES[at];
    let spec = id.spec();
    let Best { price, is_edge, .. } = best_price(subject.scenario.values(), id);
    let amount = |value: f64| spec.amount(print::quantise(value, 3));
    let best = if is_edge { "no highest: ever dearer".to_owned() } else { amount(price) };
    let change = format!("{}%", fixed(elasticity.value(), 2));
    let price = print::quantise(price, 3);
    let button = if is_edge {
        el("span")
    } else {
        sets("Set", &format!("Set {} to {best}", spec.label), &[(id, price)])
    };
    vec![
        words(spec.label),
        opened(&amount(subject.scenario.get(id)), id),
        number(&by.told(&change)),
        opened(&best, Number::answer(Ask::Best, at)),
        Cell::Tree(button),
    ]
}

fn frontier_rows(subject: &Subject<'_>) -> Vec<Vec<Cell>> {
    let said = |at: usize, share: Option<Ratio>| match share {
        Some(share) => {
            let text = match share.value() {
                0.0 => "none: it pays without".to_owned(),
                share => print::percent(print::quantise(share, 3)),
            };
            opened(&text, Number::answer(Ask::FrontierShare, at))
        }
        None => number("not even if all pay"),
    };
    let rows = frontier(subject.scenario.values()).into_iter().enumerate();
    rows.map(|(at, it)| vec![number(&print::money(it.price)), said(at, it.share)]).collect()
}

/// Prices of the plans, in their order.
const PLAN_PRICES: [InputId; 3] = [InputId::cheap_price, InputId::sub_price, InputId::top_price];

/// Which plan is taken by how many, at the start.
fn plans(inputs: &Inputs) -> El {
    let offered = offered(inputs);
    let menu = Menu::new(&offered.map(|it| it.1));
    let curve = curve(inputs);
    let all = menu.paying(&curve);
    let share = |at: usize| {
        if all > 0.0 {
            let share = print::percent(print::quantise(menu.share(&curve, at) / all, 3));
            opened(&share, Number::answer(Ask::PlanShare, at))
        } else {
            number(NO_VALUE)
        }
    };
    let worth = |at: usize, worth: f64| match at {
        0 => opened(&print::percent(worth), InputId::cheap_worth),
        2 => opened(&print::percent(worth), InputId::top_worth),
        // the standard plan is what worth is measured by
        _ => words(&print::percent(worth)),
    };
    let rows = offered.iter().enumerate().map(|(at, (name, plan))| {
        vec![
            words(&capital(name)),
            opened(&print::money(plan.price), PLAN_PRICES[at]),
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
