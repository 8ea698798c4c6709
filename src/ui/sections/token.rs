//! What a token costs: chip, model and promised speed, what binds, and what each capability does to the bill.

use super::section;
use crate::engine::serving::operation::Operation;
use crate::engine::unit_cost::UnitCost;
use crate::inquiry::serving::{
    Advice, Binding, advice, beside_published, binding_sentence, cost_sentence, in_force, price_hints,
};
use crate::model::{InputId, Inputs, MessageKind, Part, Place, Setting};
use crate::sheet::plot::bars;
use crate::sheet::table::fixed;
use crate::sheet::{BAR_WIDTH, El, bar, el};
use crate::ui::charts::TradeoffChart;
use crate::ui::inputs;
use crate::ui::state::ScenarioState;
use crate::units::print::{axis_money, count, percent};
use crate::worker::{Capability, Lines, Serving};
use leptos::prelude::*;

/// The serving side of the scenario.
#[component]
pub(in crate::ui) fn Token(
    /// The page's state.
    state: ScenarioState,
) -> impl IntoView {
    let read = move || Inputs::read(state.scenario().values());
    let serving = Memo::new(move |_| Serving::of(&read()));
    let said = move || {
        let inputs = read();
        let operation = Operation::of(&inputs);
        let sentences = [
            cost_sentence(&inputs, &UnitCost::of(&inputs)),
            binding_sentence(&operation),
            in_force(&inputs, &operation),
            state.outcome.with(beside_published),
        ];
        el("div")
            .with_all(
                advice(&inputs, &operation)
                    .into_iter()
                    .chain(price_hints(&inputs))
                    .map(|it| advised(it, state))
                    .collect(),
            )
            .with_all(sentences.iter().map(|it| el("p").text(it)).collect())
    };
    let rows = InputId::ALL.into_iter().filter(|id| id.spec().place == Place::Token);
    let body = view! {
        {said}
        <div class="hero">
            <TradeoffChart state serving />
            <div class="levers">{rows.map(|id| inputs::row(id, state)).collect_view()}</div>
        </div>
        {move || serving.with(step)}
        {move || serving.with(|it| wide("What a million tokens cost", costs(it)))}
        {move || serving.with(|it| wide("What each capability costs", capabilities(it)))}
        <p>
            "Chips and models with their sources, and the physics beside measurements, stand under "
            <a href="#methods">"Sources"</a>". A chip or a model of your own goes into "
            <a href="#group-hardware">"All inputs"</a>"; so do figures that you measured."
        </p>
        <p>
            "The fleet is what this build-out's users at the start would need if every message were of that kind, at today's \
             number of messages; agents that firms run come on top."
        </p>
    };
    section("token", "What a token costs", body)
}

/// Something that cannot be, with a button for the nearest that can.
fn advised(advice: Advice, state: ScenarioState) -> El {
    let Advice { text, change } = advice;
    let button = change.map(|(id, value)| {
        let words = format!("Choose {}", id.spec().amount(value));
        let button = el("button").attr("type", "button").class("offer").text(&words);
        button.on_click(Box::new(move || state.commit(id, Setting::Number(value))))
    });
    el("p").class("advice").text(&format!("{text} ")).with_all(button.into_iter().collect())
}

/// Where the time of a decode step goes.
fn step(serving: &Serving) -> El {
    let shares: Vec<f64> = serving.step_share.0.iter().map(|line| line.1).collect();
    let names =
        [Binding::Compute, Binding::Bandwidth, Binding::Network, Binding::Latency].map(Binding::label);
    let row = |((name, share), placed): ((&str, &f64), _)| {
        el("tr")
            .with(el("th").attr("scope", "row").text(name))
            .with(el("td").class("num").text(&percent(libm::round(share * 100.0) / 100.0)))
            .with(el("td").class("bar-cell").with(bar(placed)))
    };
    let rows = names.into_iter().zip(&shares).zip(bars(&shares, BAR_WIDTH)).map(row).collect();
    let heads =
        el("tr").with(head("Goes to")).with(head("Share").class("num")).with(el("td").class("bar-cell"));
    el("table")
        .class("money")
        .with(el("caption").text("What binds: where the time of one step of an answer goes"))
        .with(el("thead").with(heads))
        .with(el("tbody").with_all(rows))
}

fn head(text: &str) -> El {
    el("th").attr("scope", "col").text(text)
}

/// A table in a region that scrolls by itself.
fn wide(name: &str, table: El) -> El {
    el("div")
        .class("scroller")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", &format!("{name}, scrolls sideways"))
        .with(table.class("unit"))
}

/// Costs by part: classes of tokens, a thousand messages, an hour.
fn costs(serving: &Serving) -> El {
    let per_thousand =
        Lines(serving.usd_per_message.0.iter().map(|&(key, value)| (key, 1000.0 * value)).collect());
    let classes = &serving.usd_per_mtok;
    let columns: [(&str, &Lines); 5] = [
        ("A million prompt tokens, $", &classes.uncached),
        ("The same found in cache, $", &classes.cached),
        ("A million answer tokens, $", &classes.output),
        ("A thousand messages, $", &per_thousand),
        ("An accelerator-hour, $", &serving.usd_per_accelerator_hour),
    ];
    let cells = |value: fn(&Lines, usize) -> f64, at: usize| -> Vec<El> {
        columns.iter().map(|(_, lines)| el("td").class("num").text(&dollars(value(lines, at)))).collect()
    };
    let is_there = |part: &Part| columns.iter().any(|(_, lines)| of(lines, *part as usize) != 0.0);
    let row = |part: Part| {
        el("tr").with(el("th").attr("scope", "row").text(part.label())).with_all(cells(of, part as usize))
    };
    let total = el("tr").with(el("th").attr("scope", "row").text("All")).with_all(cells(|it, _| sum(it), 0));
    el("table")
        .with(el("caption").text("Before tax, by part"))
        .with(
            el("thead").with(
                el("tr")
                    .with(head("Part"))
                    .with_all(columns.iter().map(|(name, _)| head(name).class("num")).collect()),
            ),
        )
        .with(el("tbody").with_all(Part::ALL.into_iter().filter(is_there).map(row).collect()))
        .with(el("tfoot").with(total))
}

fn of(lines: &Lines, at: usize) -> f64 {
    lines.0.get(at).map_or(0.0, |line| line.1)
}

fn sum(lines: &Lines) -> f64 {
    lines.0.iter().map(|line| line.1).sum()
}

/// Dollars and cents; below ten cents three figures.
fn dollars(usd: f64) -> String {
    if usd == 0.0 || usd.abs() >= 0.1 { fixed(usd, 2) } else { count(usd) }
}

/// Each kind of message: cost, multiple of plain chat, and the fleet behind it.
fn capabilities(serving: &Serving) -> El {
    let row = |(kind, it): (MessageKind, &Capability)| {
        let cells = [
            dollars(1000.0 * it.usd),
            format!("{}×", count(it.multiple_of_chat_x)),
            count(it.accelerators_n),
            count(it.power_mw),
            axis_money(it.capex_usd),
        ];
        el("tr")
            .with(el("th").attr("scope", "row").text(kind.label()))
            .with_all(cells.iter().map(|cell| el("td").class("num").text(cell)).collect())
    };
    let heads = [
        "A thousand messages, $",
        "Over plain chat",
        "Accelerators",
        "Power, MW",
        "Capex with network and site",
    ];
    let rows = MessageKind::ALL.into_iter().zip(&serving.capabilities).map(row).collect();
    el("table")
        .with(
            el("caption").text("LeCun's claim: what video, reasoning and memory do to the cost of a message"),
        )
        .with(
            el("thead").with(
                el("tr")
                    .with(head("Every message is"))
                    .with_all(heads.iter().map(|name| head(name).class("num")).collect()),
            ),
        )
        .with(el("tbody").with_all(rows))
}
