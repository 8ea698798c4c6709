//! Why this answer: the parts of the needed amount, what is left of a dollar of revenue, and the ratios that lenders
//! look at.

use super::drivers::varying;
use super::{Cell, Subject, linked_cell, moved_by, note, number, table, words};
use crate::bar::{BAR_WIDTH, bar};
use crate::plot::bars;
use crate::table::{NO_VALUE, fixed};
use crate::tree::{El, el};
use payenough_analysis::contradiction::contradictions;
use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::reality::sides;
use payenough_analysis::working::linked;
use payenough_engine::Outcome;
use payenough_engine::finance::Finance;
use payenough_engine::working::{Figure, Kind};
use payenough_model::{CostLine, InputId, MarginName};
use payenough_quantities::{PerYear, Ratio, Usd, Years, print};

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let finance = Finance::of(subject.inputs);
    let body = el("div");
    let body = match &finance.needed_by_line {
        Some(lines) => body.with(waterfall(&lines.map(|it| it.value()), subject.outcome)),
        None => {
            body.with(note("No level of revenue breaks even, so there is no needed amount to take apart."))
        }
    };
    body.with(margins(&finance)).with(returns(&finance, subject.outcome)).with(moved_by(
        "Debt stands beside the answer, not in it. Moved by",
        &[InputId::debt, InputId::debt_rate, InputId::debt_term],
    ))
}

/// Draws the section right after the first screen.
pub(super) async fn sides_of_it(subject: &Subject<'_>) -> El {
    let tornado = Tornado::in_pieces(&varying(subject.scenario)).await;
    let said = sides(subject.scenario.values(), &tornado);
    let body = el("div").with(note(if said.is_empty() {
        "No number varies that moves this answer."
    } else {
        "These numbers move the answer most within their ranges. This is what either end of each would make of it, all else \
         equal."
    }));
    let odd = contradictions(subject.inputs, subject.outcome);
    let body = odd.iter().fold(body, |body, it| body.with(note(it).class("advice")));
    said.iter().fold(body, |body, it| body.with(note(it).class("side")))
}

/// A waterfall of the cost lines in dollars per user and month, which sum to the needed amount.
fn waterfall(lines: &[f64; CostLine::COUNT], outcome: &Outcome) -> El {
    let shown: Vec<(CostLine, f64)> =
        CostLine::ALL.into_iter().zip(*lines).filter(|(_, usd)| *usd != 0.0).collect();
    let amounts: Vec<f64> = shown.iter().map(|it| it.1).collect();
    // Each bar starts where the previous one ends.
    let mut from = 0.0;
    let mut steps = Vec::new();
    for usd in &amounts {
        steps.push((from, from + usd));
        from += usd;
    }
    let low = steps.iter().fold(0.0_f64, |low, it| low.min(it.0).min(it.1));
    let high = steps.iter().fold(0.0_f64, |high, it| high.max(it.0).max(it.1));
    let place = |&(start, end): &(f64, f64)| {
        let mut placed = bars(&[high, low, end - start], BAR_WIDTH).pop().unwrap_or_default();
        placed.zero = -low / (high - low).max(f64::MIN_POSITIVE) * BAR_WIDTH;
        placed.x = (start.min(end) - low) / (high - low).max(f64::MIN_POSITIVE) * BAR_WIDTH;
        placed
    };
    let mut rows: Vec<Vec<Cell>> = shown
        .iter()
        .zip(&steps)
        .map(|((line, usd), step)| {
            let drawn = el("div").class("bar-cell").with(bar(place(step)));
            vec![words(line.label()), dollars(*usd, Kind::NeededLine, *line as usize), Cell::Tree(drawn)]
        })
        .collect();
    let total = el("div").class("bar-cell").with(bar(place(&(0.0, from))));
    rows.push(vec![words("Needed"), dollars(from, Kind::Needed, 0), Cell::Tree(total)]);
    let expected = outcome.expected.value();
    let caption = format!(
        "What the needed amount is made of, against {} expected; $ per active user and month, levelised",
        linked(Figure::new(Kind::Expected, 0, 0), &print::money(expected))
    );
    table(&caption, &["Line", "$", ""], rows).class("deep steps")
}

/// An amount in dollars and cents that opens its working.
fn dollars(usd: f64, kind: Kind, line: usize) -> Cell {
    linked_cell(&fixed(usd, 2), Figure::new(kind, line, 0))
}

fn margins(finance: &Finance) -> El {
    let Some(margins) = finance.margins else { return note("Without revenue there is no margin.") };
    let rows = MarginName::ALL
        .into_iter()
        .zip(margins)
        .map(|(name, margin)| {
            let figure = Figure::new(Kind::Margin, name as usize, 0);
            vec![words(name.label()), linked_cell(&share(Some(margin)), figure)]
        })
        .collect();
    table(
        "What is left of a dollar of revenue, in present values; plant and tax not taken off",
        &["Margin", "Of revenue"],
        rows,
    )
}

fn share(ratio: Option<Ratio>) -> String {
    ratio.map_or_else(|| NO_VALUE.to_owned(), |it| print::percent(print::quantise(it.value(), 3)))
}

fn returns(finance: &Finance, outcome: &Outcome) -> El {
    let rate = |rate: Option<PerYear>| share(rate.map(|it| Ratio::of(it.value())));
    let never = if outcome.fleet.capex.value() > 0.0 { "never" } else { NO_VALUE };
    let years = |years: Option<Years>| years.map_or_else(|| never.to_owned(), |it| print::years(it.value()));
    let times = |ratio: Option<Ratio>| {
        ratio.map_or_else(|| NO_VALUE.to_owned(), |it| format!("{}\u{d7}", fixed(it.value(), 2)))
    };
    // A figure that does not exist is described in words, which have no working to open.
    let linked_if = |text: String, is_there: bool, kind: Kind, line: usize| {
        if is_there { linked(Figure::new(kind, line, 0), &text) } else { text }
    };
    let irr: Vec<String> = (outcome.irr_roots.iter().enumerate())
        .map(|(at, it)| linked_if(rate(Some(*it)), true, Kind::IrrRoot, at))
        .collect();
    let irr = if irr.is_empty() { "none".to_owned() } else { irr.join(", ") };
    let money = |usd: Option<Usd>| usd.map_or_else(|| NO_VALUE.to_owned(), |it| print::money(it.value()));
    let part = |of: Usd, kind: Kind| {
        let share_of = (outcome.npv != Usd::ZERO).then(|| of.share_of(outcome.npv));
        linked_if(share(share_of), share_of.is_some(), kind, 0)
    };
    let pair = |parts: [String; 2]| parts.join(", ");
    let covers = |line: usize, it: Option<Ratio>| linked_if(times(it), it.is_some(), Kind::Cover, line);
    let cover = pair([covers(0, finance.cover_least), covers(1, finance.cover_mean)]);
    let back = |line: usize, it: Option<Years>| linked_if(years(it), it.is_some(), Kind::Payback, line);
    let own = |text: String, is_there: bool, kind: Kind| linked_if(text, is_there, kind, 0);
    let rows: [(&str, String); 14] = [
        ("Internal rate of return, every root", irr),
        (
            "Modified: funded and reinvested at the discount rate",
            own(rate(finance.mirr), finance.mirr.is_some(), Kind::Mirr),
        ),
        ("On calendar days (Actual/365)", own(rate(finance.xirr), finance.xirr.is_some(), Kind::Xirr)),
        ("Net present value on the same days", own(money(finance.xnpv), finance.xnpv.is_some(), Kind::Xnpv)),
        ("Money back, first and for good", pair([back(0, outcome.payback_first), back(1, outcome.payback)])),
        ("Money back, discounted", back(2, outcome.discounted_payback)),
        (
            "Net present value from what is left of the plant",
            own(money(Some(outcome.npv_from_residual)), true, Kind::FromLeft),
        ),
        ("… over all net present value", part(outcome.npv_from_residual, Kind::LeftShare)),
        ("Net present value after year 5", own(money(Some(outcome.npv_after_year_5)), true, Kind::AfterFive)),
        ("… over all net present value", part(outcome.npv_after_year_5, Kind::AfterShare)),
        (
            "Capital recovery factor over an accelerator's life",
            own(share(finance.capital_recovery), finance.capital_recovery.is_some(), Kind::Recovery),
        ),
        (
            "All plant bought over the years as a level cost over an accelerator's life, a year",
            own(money(finance.annual_capital), finance.annual_capital.is_some(), Kind::AnnualPlant),
        ),
        (
            "Instalment of the debt, a quarter",
            own(money(finance.instalment), finance.instalment.is_some(), Kind::Instalment),
        ),
        ("Cover of that instalment, least and mean", cover),
    ];
    let rows = rows.into_iter().map(|(name, value)| vec![words(name), number(&value)]).collect();
    table("What analysts and lenders ask beside it", &["Figure", "Value"], rows)
}
