//! What would change the answer: the effect of each uncertain number alone, its share of the variance, and whether one
//! or two numbers can flip the answer.

use super::{Cell, Subject, linked_cell, more, note, number, sets, table, to_input, words};
use crate::BAR_WIDTH;
use crate::plot::Linear;
use crate::table::{NO_VALUE, fixed, usd_cells};
use crate::tree::{El, el, svg};
use payenough_analysis::futures::Drawing;
use payenough_analysis::futures::drivers::{Driver, Rank, Shares, rank_correlations_in_pieces};
use payenough_analysis::futures::robustness::{Robustness, robustness_sentence};
use payenough_analysis::futures::sobol_indices::{Index, Part};
use payenough_analysis::futures::tornado::{Bar, End, Tornado};
use payenough_analysis::working::{Ask, Case, Number, OTHERS, linked};
use payenough_engine::working::{Figure, Kind};
use payenough_model::InputId;
use payenough_model::scenario::Scenario;
use payenough_quantities::print;

/// The figure behind most numbers of this module.
const NPV: Figure = Figure::new(Kind::Npv, 0, 0);
/// Number of bars that are visible before the reader opens the rest.
const SHOWN: usize = 8;

/// The distributions of the inputs, whether or not futures are simulated.
pub(super) fn varying(scenario: &Scenario) -> Drawing {
    let spreads = InputId::ALL.into_iter().filter_map(|id| scenario.spread(id).map(|spread| (id, spread)));
    Drawing::of(scenario.values(), spreads)
}

/// The distributions of the inputs in simulated futures.
pub(super) fn simulated(scenario: &Scenario) -> Drawing {
    Drawing::of(scenario.values(), scenario.spreads())
}

/// The `n` inputs with the longest bars.
pub(super) async fn longest(scenario: &Scenario, n: usize) -> Vec<InputId> {
    Tornado::in_pieces(&varying(scenario)).await.bars.iter().take(n).map(|it| it.id).collect()
}

/// Draws the tornado chart, with rank correlations.
pub(super) async fn draw(subject: &Subject<'_>) -> El {
    let tornado = Tornado::in_pieces(&varying(subject.scenario)).await;
    let bars: Vec<&Bar> = tornado.bars.iter().filter(|it| it.swing > 0.0).collect();
    let Some(longest) = bars.first() else {
        return el("div").with(note("No number varies that moves this answer."));
    };
    let drawing = simulated(subject.scenario);
    let ranks = rank_correlations_in_pieces(&drawing).await;
    let amounts: Vec<f64> = bars.iter().flat_map(|it| [it.low.npv, it.high.npv]).collect();
    let cells = usd_cells(&amounts);
    let ends = bars.iter().flat_map(|it| [it.low.npv, it.high.npv]).chain([tornado.middle, 0.0]);
    let (least, most) = ends.fold((0.0_f64, 0.0_f64), |(least, most), it| (least.min(it), most.max(it)));
    let scale = Linear::new((least, most), (0.0, BAR_WIDTH));
    let mut rows: Vec<Vec<Cell>> = bars
        .iter()
        .zip(cells.cells.chunks(2))
        .map(|(bar, npv)| bar_row(bar, npv, &scale, tornado.middle, &ranks))
        .collect();
    let rest = rows.split_off(rows.len().min(SHOWN));
    let low = format!("Low: answer, {}", cells.head);
    let high = format!("High: answer, {}", cells.head);
    let heads = ["Number", &low, "", &high, "Rank correlation"];
    let caption = format!(
        "Net present value at the 10th and the 90th percentile of each, all others at their middles, where it is {}",
        linked(NPV, &print::money(print::quantise(tornado.middle, 3)))
    );
    let body = el("div")
        .with(note(&format!(
            "“{}” moves the answer most. Each bar runs from the answer with that number at its low end to the answer with it \
             at its high end; the coloured part is the high side, the grey part the low side. The line across them stands at an answer of 0.",
            longest.id.spec().label
        )))
        .with(table(&caption, &heads, rows).class("deep steps"));
    let body = if rest.is_empty() {
        body
    } else {
        let line = format!("{} more that move it", rest.len());
        body.with(more(&line, table("The others, the longest bar first", &heads, rest).class("deep steps")))
    };
    body.with(note(
        "The rank correlation is between the number and the answer over the first 2,048 simulated futures, in which all \
         vary at once: 1 or −1 where the answer rises or falls with it whatever the others are.",
    ))
}

fn bar_row(bar: &Bar, npv: &[String], scale: &Linear, middle: f64, ranks: &[Rank]) -> Vec<Cell> {
    let spec = bar.id.spec();
    let cell = |end: End, at: usize| {
        let npv = npv.get(at).map_or(NO_VALUE, String::as_str);
        let words = format!("{}: {npv}", spec.bare_amount(print::quantise(end.value, 3)));
        linked_cell(&words, Number::Figure(Case::own().with(bar.id, end.value), NPV))
    };
    let rank = ranks.iter().find(|it| it.id == bar.id);
    vec![
        Cell::Tree(to_input(bar.id)),
        cell(bar.low, 0),
        Cell::Tree(el("div").class("bar-cell").with(drawn(bar, scale, middle))),
        cell(bar.high, 1),
        rank.map_or_else(
            || number(NO_VALUE),
            |it| {
                linked_cell(&fixed(it.correlation, 2), Number::answer(Ask::RankCorrelation, bar.id as usize))
            },
        ),
    ]
}

/// Both sides of a bar, as decoration: the cells beside it hold the numbers.
fn drawn(bar: &Bar, scale: &Linear, middle: f64) -> El {
    let line = |at: f64| svg("line").px("x1", at).px("x2", at).px("y1", 0.0).px("y2", 10.0);
    let side = |end: End, class: &str| {
        let (from, to) = (scale.at(middle), scale.at(end.npv));
        let rect = svg("rect").class(class).px("x", from.min(to)).px("width", (to - from).abs());
        rect.px("y", 1.0).px("height", 8.0)
    };
    svg("svg")
        .class("bar sides")
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .with(side(bar.low, "low"))
        .with(side(bar.high, "high"))
        .with(line(scale.at(0.0)))
}

/// Draws the inputs' shares of the variance.
pub(super) async fn shares(subject: &Subject<'_>) -> El {
    let drawing = simulated(subject.scenario);
    let tornado = Tornado::in_pieces(&drawing).await;
    let shares = Shares::in_pieces(&drawing, &tornado).await;
    if shares.drivers.is_empty() {
        return el("div").with(note("Futures are not simulated here, so there is no spread to explain."));
    }
    let cell = |it: Index, [share, off]: [Ask; 2], line: usize| {
        let points = |value: f64| fixed(100.0 * value, 0);
        let share = linked(Number::answer(share, line), &format!("{}%", points(it.share)));
        let off = linked(Number::answer(off, line), &points(it.off_by));
        number(&format!("{share}\u{a0}±\u{a0}{off}"))
    };
    let line = |driver: &Driver, part: &Part, [alone, total]: [[Ask; 2]; 2]| {
        let is_rest = shares.others.as_ref() == Some(driver);
        let name = if is_rest {
            words(&format!("All {} others together", driver.ids.len()))
        } else {
            Cell::Tree(named(&driver.ids))
        };
        let at = if is_rest { OTHERS } else { driver.ids.first().map_or(OTHERS, |&id| id as usize) };
        vec![name, cell(part.first, alone, at), cell(part.total, total, at)]
    };
    let lines = |of: fn(&Driver) -> &Part, asks: [[Ask; 2]; 2]| {
        shares.drivers.iter().chain(&shares.others).map(|it| line(it, of(it), asks)).collect()
    };
    let of_places = [[Ask::PlaceAlone, Ask::PlaceAloneOff], [Ask::PlaceTotal, Ask::PlaceTotalOff]];
    let of_dollars = [[Ask::DollarsAlone, Ask::DollarsAloneOff], [Ask::DollarsTotal, Ask::DollarsTotalOff]];
    let heads = ["Number", "Alone", "With others"];
    let mut body = el("div")
        .with(note(
            "The answers of the futures stand in an order, from the worst to the best. How much of a future’s place in it is \
             because of each number? “Alone” is the part of the variance of places that would go if the number were known; \
             “with others” also counts what it does together with the rest, so those add up to more than 100% where numbers \
             work on each other.",
        ))
        .with(table("Parts of the variance of places; ± is a 95% interval, in points", &heads, lines(|it| &it.part, of_places)));
    let correlated: Vec<String> = shares.correlated().map(|it| labels(&it.ids)).collect();
    if !correlated.is_empty() {
        body = body.with(
            note(&format!(
                "These hang together in the futures, so their parts cannot be told apart and they count as one: {}. With their \
                 correlations at 0, under Uncertainty, each would have a part of its own.",
                correlated.join("; ")
            ))
            .class("advice"),
        );
    }
    let whole = |n: u32| print::number(f64::from(n), 9);
    let working = el("div")
        .with(note(&format!(
            "Sobol’s indices: the first by Saltelli’s estimator, the total by Jansen’s, from two sets of {} futures and one more \
             for each line, {} runs of the model in all. The interval is from eight independent scramblings. The lines are the \
             numbers with the longest bars above, in the same order; all that is left counts as one.",
            whole(shares.n_futures),
            whole(shares.n_runs),
        )))
        .with(note(
            "The same of the variance of dollars: few futures of very large amounts make most of it, so these parts are less \
             certain.",
        ))
        .with(table("Parts of the variance of the net present value", &heads, lines(|it| &it.of_dollars, of_dollars)));
    body.with(more("How this is worked out, and the same for dollars", working))
}

/// Number of names in one cell.
const NAMES: usize = 3;

/// Links to several inputs for one cell.
fn named(ids: &[InputId]) -> El {
    let line = ids.iter().take(NAMES).enumerate().fold(el("span"), |line, (at, &id)| {
        if at == 0 { line.with(to_input(id)) } else { line.text(" · ").with(to_input(id)) }
    });
    if ids.len() > NAMES { line.text(&format!(" and {} more", ids.len() - NAMES)) } else { line }
}

fn labels(ids: &[InputId]) -> String {
    ids.iter().map(|id| format!("“{}”", id.spec().label)).collect::<Vec<_>>().join(", ")
}

/// Draws whether one number or two can flip the answer without leaving their ranges.
pub(super) fn robust(subject: &Subject<'_>, found: &Robustness) -> El {
    let values = subject.scenario.values();
    let body = el("div").with(note(&robustness_sentence(found, values)));
    let (changes, others) = match *found {
        Robustness::One { nearest, .. } => (vec![nearest], String::new()),
        Robustness::Two { pair, others: 0 } => (pair.to_vec(), "No other two do.".to_owned()),
        Robustness::Two { pair, others } => {
            (pair.to_vec(), format!("So do {} other pairs.", print::number(others as f64, 9)))
        }
        Robustness::Neither => return body,
    };
    let body = if others.is_empty() { body } else { body.with(note(&others)) };
    let settings: Vec<String> = changes
        .iter()
        .map(|(id, value)| format!("{} to {}", id.spec().label, id.spec().amount(*value)))
        .collect();
    let ways: Vec<InputId> = changes.iter().map(|it| it.0).collect();
    let set = if changes.len() == 1 { "Set it" } else { "Set both" };
    body.with(
        el("p")
            .with(sets(set, &format!("{set}: {}", settings.join(" and ")), &changes))
            .text(" ")
            .with(named(&ways)),
    )
}
