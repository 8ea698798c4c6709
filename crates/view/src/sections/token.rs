//! What a token costs: the chip, the model and the promised speed, what limits the throughput, and how each capability
//! changes the cost.

use super::{Cell, Subject, linked_cell, note, sets, table, words};
use crate::bar::{BAR_WIDTH, bar};
use crate::plot::bars;
use crate::table::fixed;
use crate::tree::{El, el};
use payenough_analysis::serving::{
    Advice, Binding, advice, beside_published, between_runs, binding_sentence, cost_sentence, in_force,
    price_hints,
};
use payenough_engine::capability_cost::{CapabilityCost, capability_costs};
use payenough_engine::serving::operation::Operation;
use payenough_engine::unit_cost::UnitCost;
use payenough_engine::working::{Figure, Kind};
use payenough_model::{MessageKind, Part};
use payenough_quantities::print::{axis_money, count, percent};

/// Number of lines in a cost by part: the parts and their total.
const BY_PART: usize = Part::COUNT + 1;

/// Draws what stands above the curve: advice on choices that cannot work, and the sentences.
pub(super) fn draw(subject: &Subject<'_>) -> El {
    let inputs = subject.inputs;
    let operation = Operation::of(inputs);
    let advised = advice(inputs, &operation).into_iter().chain(price_hints(inputs)).map(advised);
    let sentences = [
        cost_sentence(inputs, &UnitCost::of(inputs)),
        binding_sentence(&operation),
        between_runs(&operation),
        in_force(inputs, &operation),
        beside_published(subject.outcome),
    ];
    el("div").with_all(advised.collect()).with_all(sentences.iter().map(|it| note(it)).collect())
}

/// Draws what stands below the curve: where the time goes, and two tables of costs.
pub(super) fn parts(subject: &Subject<'_>) -> El {
    let inputs = subject.inputs;
    el("div")
        .with(step(&Operation::of(inputs)))
        .with(wide("What a million tokens cost", costs(&UnitCost::of(inputs)).class("unit sums")))
        .with(wide("What each capability costs", capabilities(&capability_costs(inputs)).class("unit")))
}

/// A choice that cannot work, with a button that sets the nearest one that can.
fn advised(advice: Advice) -> El {
    let Advice { text, change } = advice;
    let button = change.map(|(id, value)| {
        let words = format!("Choose {}", id.spec().amount(value));
        sets(&words, &words, &[(id, value)]).class("offer")
    });
    el("p").class("advice").linked_text(&format!("{text} ")).with_all(button.into_iter().collect())
}

/// The share of a decode step that each component takes.
fn step(operation: &Operation) -> El {
    let shares = Binding::shares(&operation.decoding.parts);
    let placed = bars(&shares.map(|it| it.1), BAR_WIDTH);
    let row = |(at, ((binds, share), placed)): (usize, ((Binding, f64), _))| {
        let text = percent(libm::round(share * 100.0) / 100.0);
        let drawn = el("div").class("bar-cell").with(bar(placed));
        vec![words(binds.label()), linked_cell(&text, Figure::new(Kind::StepShare, at, 0)), Cell::Tree(drawn)]
    };
    let rows = shares.into_iter().zip(placed).enumerate().map(row).collect();
    table("What binds: where the time of one step of an answer goes", &["Goes to", "Share", ""], rows)
        .class("deep steps")
}

/// A table in a scrollable region of its own.
fn wide(name: &str, table: El) -> El {
    el("div")
        .class("scroller")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", &format!("{name}, scrolls sideways"))
        .with(table)
}

/// The cost by part of each class of tokens, of a thousand seconds of video, of a thousand messages, and of an hour.
fn costs(unit: &UnitCost) -> El {
    // Heading, parts, number of units counted, and the figure whose working the first part opens.
    let tokens = |parts: &[payenough_quantities::UsdPerToken; Part::COUNT]| parts.map(|it| it.value());
    let columns: [(&str, [f64; Part::COUNT], f64, Kind, usize); 7] = [
        ("A million prompt tokens, $", tokens(&unit.uncached), 1e6, Kind::TokenCost, 0),
        ("The same found in cache, $", tokens(&unit.cached), 1e6, Kind::TokenCost, BY_PART),
        ("A million answer tokens, $", tokens(&unit.output), 1e6, Kind::TokenCost, 2 * BY_PART),
        (
            "A thousand seconds of video watched, $",
            unit.watched.map(|it| it.value()),
            1e3,
            Kind::WatchedCost,
            0,
        ),
        ("A thousand seconds of video made, $", unit.made.map(|it| it.value()), 1e3, Kind::MadeCost, 0),
        ("A thousand messages, $", unit.message.map(|it| it.value()), 1e3, Kind::MessageCost, 0),
        ("An accelerator-hour, $", unit.hour.map(|it| it.value()), 1.0, Kind::Hour, 0),
    ];
    let cells = |name: &str, at: usize| {
        let cell = |&(_, parts, times, kind, first): &(&str, [f64; Part::COUNT], f64, Kind, usize)| {
            let value = if at < Part::COUNT { parts[at] } else { parts.iter().sum() };
            linked_cell(&dollars(times * value), Figure::new(kind, first + at, 0))
        };
        [words(name)].into_iter().chain(columns.iter().map(cell)).collect::<Vec<_>>()
    };
    let is_there = |part: &Part| columns.iter().any(|it| it.1[*part as usize] != 0.0);
    let mut rows: Vec<Vec<Cell>> =
        Part::ALL.into_iter().filter(is_there).map(|part| cells(part.label(), part as usize)).collect();
    rows.push(cells("All", Part::COUNT));
    let heads: Vec<&str> = ["Part"].into_iter().chain(columns.iter().map(|it| it.0)).collect();
    table("Before tax, by part", &heads, rows)
}

/// Prints dollars and cents, or three significant figures below ten cents.
fn dollars(usd: f64) -> String {
    if usd == 0.0 || usd.abs() >= 0.1 { fixed(usd, 2) } else { count(usd) }
}

/// For each kind of message: its cost, the multiple of plain chat, and the fleet that serves it.
fn capabilities(all: &[CapabilityCost]) -> El {
    let row = |it: &CapabilityCost| {
        let cost: f64 = it.cost.iter().map(|part| part.value()).sum();
        let cell = |text: String, kind: Kind| linked_cell(&text, Figure::new(kind, it.kind as usize, 0));
        vec![
            words(it.kind.label()),
            cell(dollars(1000.0 * cost), Kind::KindCost),
            cell(format!("{}\u{d7}", count(it.multiple.value())), Kind::KindMultiple),
            cell(count(it.accelerators.value()), Kind::KindFleet),
            cell(count(it.power.value()), Kind::KindPower),
            cell(axis_money(it.capex.value()), Kind::KindCapex),
        ]
    };
    let heads = [
        "Every message is",
        "A thousand messages, $",
        "Over plain chat",
        "Accelerators",
        "Power, MW",
        "Capex with network and site",
    ];
    let rows = all.iter().take(MessageKind::COUNT).map(row).collect();
    table("LeCun's claim: what video, reasoning and memory do to the cost of a message", &heads, rows)
}
