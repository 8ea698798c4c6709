//! The question from the other end: payers implied by this plan, and by the sums that others published.

use super::{Cell, Subject, note, opened, table, words};
use crate::engine::working::{Figure, Kind};
use crate::inquiry::plan::{Sum, implied, payers, sums};
use crate::inquiry::shock::Shock;
use crate::inquiry::working::{Ask, Number, told_of};
use crate::model::InputId;
use crate::sheet::tree::{El, el};
use crate::units::print::{count, money};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let sums = sums();
    let rows: Vec<Vec<Cell>> = sums.iter().enumerate().map(|(at, sum)| row(at, sum)).collect();
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
    let answer = |kind: Ask, text: &str| Number::answer(kind, 0).told(text);
    let per_user = it.per_user.map_or_else(String::new, |each| {
        format!(
            ", or {} a month from each of {} users",
            answer(Ask::PlanPerUser, &money(each.value())),
            answer(Ask::PlanUsers, &count(it.users.value()))
        )
    });
    let from_payers = it.payers.filter(|payers| payers.value() > 0.0).map_or_else(
        || " Ads alone would bring it.".to_owned(),
        |payers| {
            format!(
                " At {} a month and with ads on the others that is {} payers.",
                told_of(InputId::sub_price, &money(it.price.value())),
                answer(Ask::PlanPayers, &count(payers.value()))
            )
        },
    );
    format!(
        "This plan's {} of plant as a level cost over the life of its accelerators, and running costs of {} a year, ask for {} a \
         year{per_user}.{from_payers}",
        told_of(Figure::new(Kind::PlantAll, 0, 0), &money(it.capex.value())),
        answer(Ask::PlanRunning, &money(it.opex.value())),
        answer(Ask::PlanYearly, &money(it.yearly.value())),
    )
}

fn lost(subject: &Subject<'_>) -> String {
    let shock = Shock::of(subject.inputs);
    match shock.lost_cash {
        Some(cash) => format!(
            "The {} of market value lost stand for {} of cash in the first year, for ever: all that {} plans of $20 bring.",
            told_of(InputId::lost_value, &money(subject.inputs.lost_value.value())),
            Number::answer(Ask::LostCash, 0).told(&money(cash.value())),
            Number::answer(Ask::LostPlans, 0).told(&count(payers(cash).value())),
        ),
        None => {
            "Growth of the lost cash is not below the discount rate: no value for ever exists.".to_owned()
        }
    }
}

fn row(at: usize, sum: &Sum) -> Vec<Cell> {
    let whose = el("span").text(&format!("{}: {}", sum.name, sum.published));
    vec![
        Cell::Tree(whose),
        words(&sum.working),
        opened(&money(sum.yearly.value()), Number::answer(Ask::SumYearly, at)),
        opened(&count(sum.payers.value()), Number::answer(Ask::SumPayers, at)),
        words(sum.leaves_out),
    ]
}
