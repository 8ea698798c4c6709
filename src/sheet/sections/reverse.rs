//! The question from the other end: payers implied by this plan, and by the sums that others published.

use super::{Cell, Subject, moved_by, note, number, table, words};
use crate::inquiry::plan::{Implied, Sum, implied, payers, sums};
use crate::inquiry::shock::Shock;
use crate::model::InputId;
use crate::sheet::table::NO_VALUE;
use crate::sheet::tree::{El, el};
use crate::units::print::{count, money, percent, quantise, years};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let plan = implied(subject.inputs, subject.outcome);
    let rows: Vec<Vec<Cell>> = sums().iter().map(|sum| row(sum, plan.as_ref())).collect();
    let heads = [
        "Whose",
        "The sum",
        "Asks for a year",
        "In plans of $20",
        "Such plant here, a year",
        "What it leaves out",
    ];
    el("div")
        .with(note(&plan.as_ref().map_or_else(|| NO_PLAN.to_owned(), turned)))
        .with(note(&lost(subject, plan.as_ref())))
        .with(moved_by(
            "Moved by",
            &[InputId::lost_value, InputId::lost_growth, InputId::lost_fast, InputId::lost_years, InputId::discount_rate],
        ))
        .with(table("Sums that others published, worked out again from their own figures", &heads, rows))
        .with(note(
            "Each turns a stock of plant into a yearly sum by one rule of thumb. “Such plant here” is what as much plant has to earn \
             a year with the lives, the price of money and the running costs of this scenario; it is given where plant is bought once.",
        ))
}

const NO_PLAN: &str = "This scenario buys no plant, so there is no plan to turn round.";

/// A plan in words.
fn turned(it: &Implied) -> String {
    let per_user = it.per_user.map_or_else(String::new, |each| {
        format!(", or {} a month from each of {} users", money(each.value()), count(it.users.value()))
    });
    let from_payers = match it.payers {
        None => " A payer of a plan would bring no more than the ads that he no longer sees.".to_owned(),
        Some(payers) if payers.value() <= 0.0 => " Ads alone would bring it.".to_owned(),
        Some(payers) => format!(
            " Had plans at {} a month and ads on the others to bring it alone, that is {} payers, {} of the users.",
            money(it.price.value()),
            count(payers.value()),
            percent(quantise(payers.share_of(it.users).value(), 2)),
        ),
    };
    format!(
        "This plan's {} of plant, less what is left of it, as a level cost over its {} in service, and running costs of {} a year, \
         ask for {} a year{per_user}.{from_payers}",
        money(it.capex.value()),
        years(it.years),
        money(it.opex.value()),
        money(it.yearly.value()),
    )
}

fn lost(subject: &Subject<'_>, plan: Option<&Implied>) -> String {
    let (shock, inputs) = (Shock::of(subject.inputs), subject.inputs);
    let (Some(cash), Some(stages)) = (shock.lost_cash, shock.lost_cash_two_stage) else {
        return "Growth of the lost cash is not below the discount rate: no value for ever exists."
            .to_owned();
    };
    let each = plan.map_or_else(String::new, |it| {
        let each = cash.value() / (12.0 * it.users.value());
        format!(", or {} a month from each of this plan's users", money(each))
    });
    format!(
        "The {} of market value lost stand for {} of cash in the first year, growing by {} for ever: as much as {} payers of $20 a \
         month bring before any cost{each}. Growing by {} for {} and by {} from then on it is {} in the first year, {} payers, and {} \
         in the last of the fast years.",
        money(inputs.lost_value.value()),
        money(cash.value()),
        percent(inputs.lost_growth.value()),
        count(payers(cash).value()),
        percent(inputs.lost_fast.value()),
        years(libm::round(inputs.lost_years.value())),
        percent(inputs.lost_growth.value()),
        money(stages.first_year.value()),
        count(payers(stages.first_year).value()),
        money(stages.last_fast_year.value()),
    )
}

fn row(sum: &Sum, plan: Option<&Implied>) -> Vec<Cell> {
    let here = plan.zip(sum.plant).and_then(|(plan, plant)| plan.of_plant(plant)).map(|it| money(it.value()));
    vec![
        words(&format!("{}: {}", sum.name, sum.published)),
        words(&sum.working),
        number(&money(sum.yearly.value())),
        number(&count(sum.payers.value())),
        number(&here.unwrap_or_else(|| NO_VALUE.to_owned())),
        words(sum.leaves_out),
    ]
}
