//! The question from the other end: how many payers this plan implies, and how many published sums imply.

use super::{Cell, Subject, linked_cell, moved_by, note, number, table, words};
use crate::table::NO_VALUE;
use crate::tree::{El, el};
use payenough_analysis::plan::{Implied, Sum, implied, payers, sums};
use payenough_analysis::shock::Shock;
use payenough_analysis::working::{Ask, Number, linked};
use payenough_engine::working::{Figure, Kind};
use payenough_model::InputId;
use payenough_quantities::print::{count, money, percent, quantise, years};

pub(super) async fn draw(subject: &Subject<'_>) -> El {
    let plan = implied(subject.inputs, subject.outcome);
    let rows: Vec<Vec<Cell>> =
        sums().iter().enumerate().map(|(at, sum)| row(at, sum, plan.as_ref())).collect();
    let heads = [
        "Whose",
        "The sum",
        "Asks for a year",
        "In plans of $20",
        "Such plant here, a year",
        "What it leaves out",
    ];
    el("div")
        .with(note(&plan.as_ref().map_or_else(|| NO_PLAN.to_owned(), described)))
        .with(note(&lost(subject, plan.as_ref()).await))
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

/// Describes the payers that the plan implies.
fn described(it: &Implied) -> String {
    let answer = |kind: Ask, text: &str| Number::answer(kind, 0).linked(text);
    let per_user = it.per_user.map_or_else(String::new, |each| {
        format!(
            ", or {} a month from each of {} users",
            answer(Ask::PlanPerUser, &money(each.value())),
            answer(Ask::PlanUsers, &count(it.users.value()))
        )
    });
    let from_payers = match it.payers {
        None => " A payer of a plan would bring no more than the ads that he no longer sees.".to_owned(),
        Some(payers) if payers.value() <= 0.0 => " Ads alone would bring it.".to_owned(),
        Some(payers) => format!(
            " Had plans at {} a month and ads on the others to bring it alone, that is {} payers, {} of the users.",
            linked(InputId::sub_price, &money(it.price.value())),
            answer(Ask::PlanPayers, &count(payers.value())),
            answer(Ask::PlanPayersShare, &percent(quantise(payers.share_of(it.users).value(), 2))),
        ),
    };
    format!(
        "This plan's {} of plant, less what is left of it, as a level cost over its {} in service, and running costs of {} a year, \
         ask for {} a year{per_user}.{from_payers}",
        linked(Figure::new(Kind::PlantAll, 0, 0), &money(it.capex.value())),
        answer(Ask::PlanYears, &years(it.years)),
        answer(Ask::PlanRunning, &money(it.opex.value())),
        answer(Ask::PlanYearly, &money(it.yearly.value())),
    )
}

async fn lost(subject: &Subject<'_>, plan: Option<&Implied>) -> String {
    let (shock, inputs) = (Shock::in_pieces(subject.inputs).await, subject.inputs);
    let (Some(cash), Some(stages)) = (shock.lost_cash, shock.lost_cash_two_stage) else {
        return "Growth of the lost cash is not below the discount rate: no value for ever exists."
            .to_owned();
    };
    let answer = |kind: Ask, text: &str| Number::answer(kind, 0).linked(text);
    let plans = |line: usize, cash| Number::answer(Ask::LostPlans, line).linked(&count(payers(cash).value()));
    let each = plan.map_or_else(String::new, |it| {
        let each = cash.value() / (12.0 * it.users.value());
        format!(", or {} a month from each of this plan's users", answer(Ask::LostEach, &money(each)))
    });
    format!(
        "The {} of market value lost stand for {} of cash in the first year, growing by {} for ever: as much as {} payers of $20 a \
         month bring before any cost{each}. Growing by {} for {} and by {} from then on it is {} in the first year, {} payers, and {} \
         in the last of the fast years.",
        linked(InputId::lost_value, &money(inputs.lost_value.value())),
        answer(Ask::LostCash, &money(cash.value())),
        linked(InputId::lost_growth, &percent(inputs.lost_growth.value())),
        plans(0, cash),
        linked(InputId::lost_fast, &percent(inputs.lost_fast.value())),
        linked(InputId::lost_years, &years(libm::round(inputs.lost_years.value()))),
        linked(InputId::lost_growth, &percent(inputs.lost_growth.value())),
        answer(Ask::LostStages, &money(stages.first_year.value())),
        plans(1, stages.first_year),
        answer(Ask::LostLast, &money(stages.last_fast_year.value())),
    )
}

fn row(at: usize, sum: &Sum, plan: Option<&Implied>) -> Vec<Cell> {
    let this_plan =
        plan.zip(sum.plant).and_then(|(plan, plant)| plan.of_plant(plant)).map(|it| money(it.value()));
    vec![
        words(&format!("{}: {}", sum.name, sum.published)),
        words(&sum.working),
        linked_cell(&money(sum.yearly.value()), Number::answer(Ask::SumYearly, at)),
        linked_cell(&count(sum.payers.value()), Number::answer(Ask::SumPayers, at)),
        this_plan
            .map_or_else(|| number(NO_VALUE), |it| linked_cell(&it, Number::answer(Ask::SumThisPlan, at))),
        words(sum.leaves_out),
    ]
}
