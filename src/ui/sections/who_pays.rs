//! Who pays: streams of revenue, how many pay, and what users keep.

use super::money::{Heads, Line, money_table, share_of};
use super::section;
use crate::engine::{Outcome, Year};
use crate::inquiry::{Margin, margins};
use crate::model::{Inputs, Stream};
use crate::ui::state::ScenarioState;
use crate::units::print;
use leptos::prelude::*;

/// Revenue by stream, payers, and value that is shown and never counted.
#[component]
pub(in crate::ui) fn WhoPays(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let streams = move || state.outcome.with(|it| money_table(&lines(it), &HEADS));
    let kept = move || {
        let kept = state.outcome.with(|it| it.kept_value_pv.value());
        format!(
            "Users also get use that is worth more to them than they pay: {} in present value on these assumptions. \
             It does not reach the builders, so it is shown here and never counted.",
            print::money(kept)
        )
    };
    let body = view! {
        <p>"Directly, by plans, seats and the API; indirectly, by ads. Amounts are present values over the years looked at."</p>
        {streams}
        {move || state.outcome.with(payers)}
        <p>{kept}</p>
        {capabilities(state)}
    };
    section("who-pays", "Who pays", body)
}

const HEADS: Heads = Heads { caption: "Money in, by stream", name: "Stream", total: "All revenue" };

fn lines(outcome: &Outcome) -> Vec<Line> {
    let line =
        |stream: Stream| Line { label: stream.label(), usd: outcome.revenue_pv[stream as usize].value() };
    Stream::ALL.into_iter().map(line).collect()
}

/// How many pay in the first and the fifth year.
fn payers(outcome: &Outcome) -> impl IntoView + use<> {
    let years: Vec<Year> = [0, 4].into_iter().filter_map(|at| outcome.years.get(at).cloned()).collect();
    let heads = years.iter().map(|it| view! { <th scope="col" class="num">{it.year}</th> }).collect_view();
    let row = |name: &'static str, cell: fn(&Year) -> String| {
        let cells = years.iter().map(|it| view! { <td class="num">{cell(it)}</td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    view! {
        <table class="payers">
            <caption>"How many pay"</caption>
            <thead><tr><td></td>{heads}</tr></thead>
            <tbody>
                {row("Active users served by this build-out", |it| print::count(it.active_users.value()))}
                {row("Subscribers", |it| print::count(it.subscribers.value()))}
                {row("Subscribers, share of users", |it| {
                    share_of(it.subscribers.value(), it.active_users.value())
                })}
                {row("Business seats", |it| print::count(it.seats.value()))}
            </tbody>
        </table>
    }
}

/// What each capability adds to the net present value.
fn capabilities(state: ScenarioState) -> impl IntoView {
    let found = Memo::new(move |_| margins(&Inputs::read(state.scenario().values())));
    let row = |margin: &Margin| {
        let usd = margin.npv.value();
        let words = if usd < 0.0 { "no" } else { "yes" };
        view! {
            <tr>
                <th scope="row">{margin.capability.label()}</th>
                <td class="num">{print::money(usd)}</td>
                <td>{words}</td>
            </tr>
        }
    };
    view! {
        <table class="payers">
            <caption>"Does what makes inference dearer pay for itself?"</caption>
            <thead>
                <tr>
                    <th scope="col">"With it rather than without"</th>
                    <th scope="col" class="num">"Net present value"</th>
                    <th scope="col">"Pays for itself"</th>
                </tr>
            </thead>
            <tbody>{move || found.with(|it| it.iter().map(row).collect_view())}</tbody>
        </table>
    }
}
