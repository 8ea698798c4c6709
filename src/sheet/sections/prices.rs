//! What prices do: the best price, how payers answer, the frontier, and the plans that people take.

use super::{Cell, Subject, more, moved_by, note, number, sets, table, words};
use crate::engine::plans::Menu;
use crate::inquiry::contradiction::{curve, offered};
use crate::inquiry::prices::{Best, best_price, frontier, payers_elasticity, seats_elasticity};
use crate::inquiry::reality::conversion;
use crate::model::{InputId, Inputs, Plans};
use crate::sheet::table::{NO_VALUE, fixed};
use crate::sheet::tree::{El, el};
use crate::units::{Ratio, print};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let inputs = subject.inputs;
    let elasticities = [
        (InputId::sub_price, payers_elasticity(inputs)),
        (InputId::seat_price, seats_elasticity(inputs)),
        (InputId::api_price, inputs.api_elasticity),
    ];
    let rows = elasticities.map(|(id, elasticity)| best_row(subject, id, elasticity));
    let body = el("div")
        .with(note(&conversion(subject.outcome)))
        .with(table(
            "Each price alone, all else equal",
            &["Price", "Now", "Sold, for 1% more", "Leaves most at", ""],
            rows.into(),
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

fn best_row(subject: &Subject<'_>, id: InputId, elasticity: Ratio) -> Vec<Cell> {
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
        number(&amount(subject.scenario.get(id))),
        number(&change),
        number(&best),
        Cell::Tree(button),
    ]
}

fn frontier_rows(subject: &Subject<'_>) -> Vec<Vec<Cell>> {
    let said = |share: Option<Ratio>| match share {
        Some(share) if share.value() == 0.0 => "none: it pays without".to_owned(),
        Some(share) => print::percent(print::quantise(share.value(), 3)),
        None => "not even if all pay".to_owned(),
    };
    let rows = frontier(subject.scenario.values());
    rows.iter().map(|it| vec![number(&print::money(it.price)), number(&said(it.share))]).collect()
}

/// Which plan is taken by how many, at the start.
fn plans(inputs: &Inputs) -> El {
    let offered = offered(inputs);
    let menu = Menu::new(&offered.map(|it| it.1));
    let curve = curve(inputs);
    let all = menu.paying(&curve);
    let share = |at: usize| {
        if all > 0.0 {
            print::percent(print::quantise(menu.share(&curve, at) / all, 3))
        } else {
            NO_VALUE.to_owned()
        }
    };
    let rows = offered.iter().enumerate().map(|(at, (name, plan))| {
        vec![
            words(&capital(name)),
            number(&print::money(plan.price)),
            number(&print::percent(plan.worth)),
            number(&share(at)),
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
