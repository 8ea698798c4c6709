//! The question from the other end: payers implied by this plan, and by the sums that others published.

use super::{Cell, Subject, note, number, table, words};
use crate::inquiry::plan::{Sum, implied, payers, sums};
use crate::inquiry::shock::Shock;
use crate::sheet::tree::{El, el};
use crate::units::print::{count, money};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let sums = sums();
    let rows: Vec<Vec<Cell>> = sums.iter().map(row).collect();
    let heads = ["Whose", "The sum", "Asks for a year", "In plans of $20", "What it leaves out"];
    el("div")
        .with(note(&plan(subject)))
        .with(note(&lost(subject)))
        .with(table("Sums that others published, worked out again from their own figures", &heads, rows))
        .with(note(
            "Each multiplies a stock of plant into a flow of money by one rule of thumb. The calculator above follows the same \
             money quarter by quarter instead.",
        ))
}

fn plan(subject: &Subject<'_>) -> String {
    let Some(it) = implied(subject.inputs, subject.outcome).filter(|it| it.capex.value() > 0.0) else {
        return "This scenario buys no plant, so there is no plan to turn round.".to_owned();
    };
    let per_user = it.per_user.map_or_else(String::new, |each| {
        format!(", or {} a month from each of {} users", money(each.value()), count(it.users.value()))
    });
    let from_payers = it.payers.filter(|payers| payers.value() > 0.0).map_or_else(
        || " Ads alone would bring it.".to_owned(),
        |payers| {
            format!(
                " At {} a month and with ads on the others that is {} payers.",
                money(it.price.value()),
                count(payers.value())
            )
        },
    );
    format!(
        "This plan's {} of plant as a level cost over the life of its accelerators, and running costs of {} a year, ask for {} a \
         year{per_user}.{from_payers}",
        money(it.capex.value()),
        money(it.opex.value()),
        money(it.yearly.value()),
    )
}

fn lost(subject: &Subject<'_>) -> String {
    let shock = Shock::of(subject.inputs);
    match shock.lost_cash {
        Some(cash) => format!(
            "The {} of market value lost stand for {} of cash in the first year, for ever: all that {} plans of $20 bring.",
            money(subject.inputs.lost_value.value()),
            money(cash.value()),
            count(payers(cash).value()),
        ),
        None => {
            "Growth of the lost cash is not below the discount rate: no value for ever exists.".to_owned()
        }
    }
}

fn row(sum: &Sum) -> Vec<Cell> {
    let whose = el("span").text(&format!("{}: {}", sum.name, sum.published));
    vec![
        Cell::Tree(whose),
        words(&sum.working),
        number(&money(sum.yearly.value())),
        number(&count(sum.payers.value())),
        words(sum.leaves_out),
    ]
}
