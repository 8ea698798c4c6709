//! LeCun's levers: what each capability costs and brings in, and what it would have to be worth to users.

use super::{Cell, Subject, linked_cell, moved_by, note, number, table, words};
use crate::table::usd_cells;
use crate::tree::{El, el};
use payenough_analysis::working::{Ask, Number};
use payenough_analysis::{Account, accounts_in_pieces};
use payenough_model::InputId;
use payenough_quantities::{Usd, print};

pub(super) async fn draw(subject: &Subject<'_>) -> El {
    let accounts = accounts_in_pieces(subject.inputs).await;
    let amounts: Vec<f64> =
        accounts.iter().flat_map(|it| [it.revenue.value(), it.cost.value(), it.npv.value()]).collect();
    let cells = usd_cells(&amounts);
    let rows: Vec<Vec<Cell>> =
        accounts.iter().zip(cells.cells.chunks(3)).map(|(account, cells)| row(account, cells)).collect();
    let revenue = format!("Is paid for it, {}", cells.head);
    let cost = format!("Costs, {}", cells.head);
    let left = format!("Leaves, {}", cells.head);
    let heads = [
        "With it rather than without",
        &revenue,
        &cost,
        &left,
        "Pays for itself",
        "Adds to worth",
        "Would have to add",
    ];
    el("div")
        .with(note(
            "LeCun's claim is that video, reasoning and memory make inference dearer. Whether they also make people pay more \
             is the other half. Each row compares this scenario with the same one without the capability. Amounts are \
             present values. What is paid for it is what it adds to the prices and the number of plans, seats and tokens sold. \
             Its cost is money spent and, where the fleet is fixed, what others would have paid for the work they go without.",
        ))
        .with(table("With and without", &heads, rows))
        .with(note(
            "“Adds to worth” is what a customer who takes it would pay more. Prices as stated hold those who take it at the start; \
             what is paid here comes from its growing use. It is 0 in the set of November 2026, whose later paying share already \
             holds what is expected of better assistants.",
        ))
        .with(moved_by(
            "Moved by",
            &[
                InputId::reasoning_wtp,
                InputId::video_wtp,
                InputId::memory_wtp,
                InputId::tasks_wtp,
                InputId::plan_raise,
                InputId::seat_raise,
                InputId::api_raise,
                InputId::made_wtp,
            ],
        ))
}

fn row(account: &Account, cells: &[String]) -> Vec<Cell> {
    let line = account.capability as usize;
    let mut row = vec![words(account.capability.label())];
    let kinds = [Ask::AddsRevenue, Ask::AddsCost, Ask::Adds];
    row.extend(cells.iter().zip(kinds).map(|(cell, kind)| linked_cell(cell, Number::answer(kind, line))));
    row.push(words(if account.npv >= Usd::ZERO { "yes" } else { "no" }));
    row.push(linked_cell(&print::percent(account.uplift.value()), account.capability.uplift_input()));
    let needed = Number::answer(Ask::NeedsUplift, line);
    row.push(match account.needed_uplift.map(|it| it.value()) {
        None => number("more than 100 times"),
        Some(0.0) => linked_cell("nothing", needed),
        Some(it) => linked_cell(&print::percent(print::quantise(it, 2)), needed),
    });
    row
}
