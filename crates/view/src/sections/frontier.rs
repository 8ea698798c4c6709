//! Where the answer turns as any two numbers move: a map of answers, in which a click sets both numbers, and a table of
//! the same answers.

use super::drivers::{longest, simulated};
use super::{Cell, Subject, linked_cell, more, note, pairs, sets, table, to_input};
use crate::drawing::{dot, drawing, text};
use crate::plot::{Heat, Place, Size, contour};
use crate::tree::{El, el, opens, svg};
use payenough_analysis::futures::frontier::{Axis, Frontier, Turn, turning};
use payenough_analysis::working::{Case, Number, OfFutures, linked, plain};
use payenough_engine::working::{Figure, Kind};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, NumberName};
use payenough_quantities::print;

/// Number of shades on each side of 0.
const SHADES: f64 = 4.0;
/// The shares of futures that have a contour line: class, share, label.
const LEVELS: [(&str, f64, &str); 3] = [("rare", 0.2, "20%"), ("half", 0.5, "50%"), ("often", 0.8, "80%")];
/// Number of values of each axis in the table.
const IN_TABLE: usize = 5;
/// Number of inputs that are offered in pairs.
const OFFERED: usize = 3;

pub(super) async fn draw(subject: &Subject<'_>) -> El {
    let scenario = subject.scenario;
    let chosen = [subject.inputs.frontier_across, subject.inputs.frontier_up].map(NumberName::id);
    let found = match chosen {
        [Some(across), Some(up)] => Frontier::in_pieces(&simulated(scenario), across, up).await,
        _ => None,
    };
    let Some(frontier) = found else {
        return el("div").with(note("A map needs two different numbers.")).with(choosing(scenario).await);
    };
    let summary_text = summary(&frontier, scenario).await;
    let body = el("div")
        .with(note(&summary_text))
        .with(el("div").class("drawing heat").with(map(
            &frontier,
            scenario,
            &summary_text,
            subject.widths.column,
        )))
        .with(key(&frontier))
        .with(choosing(scenario).await);
    body.with(more("The map as a table", answers(&frontier)))
        .with(more("How this is worked out", note(&worked_out(&frontier))))
}

fn worked_out(frontier: &Frontier) -> String {
    let shares = if frontier.enough.is_empty() {
        "Futures are not simulated here, so no share of them is drawn.".to_owned()
    } else {
        let n = f64::from(frontier.n_futures);
        format!(
            "At {} places all other numbers also vary as in the futures: {n} futures each, the same ones everywhere, so that \
             places differ by these two numbers alone. The standard error of a share is at most {} points in a hundred.",
            frontier.enough.len(),
            print::plain(libm::ceil(50.0 / n.sqrt()), 2),
        )
    };
    format!(
        "One run of the model at each of {} places, all other numbers at their values; lines are straight between places. \
         {shares} {} runs in all.",
        frontier.npv.len(),
        print::number(frontier.n_runs() as f64, 9)
    )
}

/// A summary of the map in words.
async fn summary(frontier: &Frontier, scenario: &Scenario) -> String {
    let (across, up) = (frontier.across.id.spec(), frontier.up.id.spec());
    let n_paying = frontier.npv.iter().filter(|&&npv| npv >= 0.0).count();
    let turns_at = match turning(&frontier.across, scenario.values()).await.as_slice() {
        [] => format!("no value of “{}” on the map turns the answer", across.label),
        all => {
            let values: Vec<String> = all.iter().map(|it| turn(frontier.across.id, it)).collect();
            format!("the answer turns where “{}” is about {}", across.label, values.join(" and "))
        }
    };
    format!(
        "The dollar comes back at {n_paying} of {} places of this map. With “{}” as it is, at {}, {turns_at}. Touch a place to set both.",
        frontier.npv.len(),
        up.label,
        linked(frontier.up.id, &up.bare_amount(print::quantise(scenario.get(frontier.up.id), 3))),
    )
}

/// Prints a value at which the answer turns.
fn turn(id: InputId, it: &Turn) -> String {
    linked(OfFutures::Between(id, it.between), &id.spec().bare_amount(print::quantise(it.value, 3)))
}

/// The contour lines in positions along the axes: where the answer is 0, and for each of the shares of futures.
fn lines(frontier: &Frontier) -> (Vec<Vec<Place>>, Vec<Vec<Vec<Place>>>) {
    let places = |axis: &Axis, of: &[f64]| of.iter().map(|&it| axis.place(it)).collect::<Vec<f64>>();
    let (across, up) = (&frontier.across, &frontier.up);
    let npv = contour(&places(across, &across.values), &places(up, &up.values), &frontier.npv, 0.0);
    let (coarse_x, coarse_y) = (places(across, &frontier.coarse[0]), places(up, &frontier.coarse[1]));
    let level = |(_, share, _): (&str, f64, &str)| {
        if frontier.enough.is_empty() {
            Vec::new()
        } else {
            contour(&coarse_x, &coarse_y, &frontier.enough, share)
        }
    };
    (npv, LEVELS.map(level).into())
}

fn map(frontier: &Frontier, scenario: &Scenario, summary_text: &str, width: f64) -> El {
    let width = width.clamp(280.0, 720.0);
    let size = Size { width, height: (width * 0.72).clamp(280.0, 460.0) };
    let (across, up) = (&frontier.across, &frontier.up);
    let places = |axis: &Axis| axis.values.iter().map(|&it| axis.place(it)).collect::<Vec<f64>>();
    let heat = Heat::place(&places(across), &places(up), size);
    let (left, top, right, bottom) = heat.frame;
    let most = frontier.npv.iter().fold(0.0_f64, |most, it| most.max(it.abs()));
    let cell = |(at, &npv): (usize, &f64)| {
        let (column, row) = (at % across.values.len(), at / across.values.len());
        let [x, y, width, height] = heat.cell(column, row);
        let to = [(across.id, across.values[column]), (up.id, up.values[row])];
        let rect = svg("rect").class(&shade(npv, most)).attr("data-set", &pairs(&to));
        rect.px("x", x).px("y", y).px("width", width).px("height", height)
    };
    let n_ticks = if width < 500.0 { 3 } else { 5 };
    let ticks_x = ticks(across, n_ticks).map(|value| {
        text(heat.at((across.place(value), 0.0)).0, bottom + 18.0, "middle", &print::axis_count(value))
    });
    let ticks_y = ticks(up, 5).map(|value| {
        text(left - 7.0, heat.at((0.0, up.place(value))).1 + 4.5, "end", &print::axis_count(value))
    });
    let (zero, shares) = lines(frontier);
    let curve = |class: &str, lines: &[Vec<Place>]| {
        svg("path").class(class).attr("d", &heat.path(lines)).attr("aria-hidden", "true")
    };
    let place = |axis: &Axis| axis.place(scenario.get(axis.id));
    let (mark_x, mark_y) = heat.at((place(across), place(up)));
    let label = |lines: &[Vec<Place>], words: &str| {
        let longest = lines.iter().max_by_key(|line| line.len())?;
        // The label stands along the line, as far from the mark as possible.
        let places = [1, 2, 3].map(|part| longest.get(part * longest.len() / 4).map(|&it| heat.at(it)));
        let far = |it: &Place| libm::hypot(it.0 - mark_x, it.1 - mark_y);
        let (x, y) = places.into_iter().flatten().max_by(|a, b| far(a).total_cmp(&far(b)))?;
        let (x, y) = (x.clamp(left + 16.0, right - 16.0), y.clamp(top + 12.0, bottom - 4.0));
        Some(text(x, y, "middle", words).class("level"))
    };
    let levels = LEVELS.iter().zip(&shares);
    let curves = levels.clone().map(|((class, _, _), lines)| curve(class, lines)).collect();
    let labels = levels.filter_map(|((_, _, words), lines)| label(lines, words)).collect();
    let mark = |class: &str, r: f64| dot(mark_x, mark_y, r).class(class).attr("aria-hidden", "true");
    drawing(size, &plain(summary_text))
        .with(svg("g").class("cells").with_all(frontier.npv.iter().enumerate().map(cell).collect()))
        .with_all(curves)
        .with(curve("turns", &zero))
        .with_all(labels)
        .with(mark("mark", 6.0))
        .with(mark("dot", 2.0))
        .with_all(ticks_x.collect())
        .with_all(ticks_y.collect())
}

/// Evenly spaced values of an axis.
fn ticks(axis: &Axis, n: usize) -> impl Iterator<Item = f64> + '_ {
    let last = axis.values.len().saturating_sub(1);
    let n = n.min(axis.values.len());
    (0..n).filter_map(move |at| axis.values.get(at * last / n.saturating_sub(1).max(1)).copied())
}

fn axis_words(id: InputId) -> String {
    let spec = id.spec();
    if spec.unit.text.is_empty() {
        spec.label.to_owned()
    } else {
        format!("{}, {}", spec.label, spec.unit.text)
    }
}

/// The class of a cell: the side of 0 and the distance from it. The distance is scaled by its square root, so that the
/// smaller side is visible too.
fn shade(npv: f64, most: f64) -> String {
    let part = if most > 0.0 { npv.abs() / most } else { 0.0 };
    let step = libm::ceil(part.sqrt() * SHADES).clamp(1.0, SHADES);
    format!("{}-{step}", if npv >= 0.0 { "over" } else { "under" })
}

/// The legend of shades and lines.
fn key(frontier: &Frontier) -> El {
    let swatch = |class: &str, words: &str| {
        el("span").with(el("span").class(&format!("swatch {class}")).attr("aria-hidden", "true")).text(words)
    };
    let line = |class: &str, words: &str| {
        let sample = svg("svg").class("sample").attr("viewBox", "0 0 28 8").attr("aria-hidden", "true");
        el("span").with(sample.with(svg("path").class(class).attr("d", "M0 4L28 4"))).text(words)
    };
    let key = el("p")
        .class("heat-key")
        .with(el("span").text(&format!("Left to right: {}", axis_words(frontier.across.id))))
        .with(el("span").text(&format!("Bottom to top: {}", axis_words(frontier.up.id))))
        .with(swatch("over-3", "more than enough"))
        .with(swatch("under-3", "not enough"))
        .with(line("turns", "just enough"));
    if frontier.enough.is_empty() {
        return key.with(el("span").text("circle: here"));
    }
    key.with(line("half", "enough in half of the futures"))
        .with(line("rare", "in 20%"))
        .with(line("often", "in 80%"))
        .with(el("span").text("circle: here"))
}

/// A coarser selection of the map as a table of buttons, for readers who cannot see the map or cannot click it.
fn answers(frontier: &Frontier) -> El {
    let (across, up) = (&frontier.across, &frontier.up);
    let [coarse_x, coarse_y] = &frontier.coarse;
    let spread = |n: usize| (0..n.min(IN_TABLE)).map(move |at| at * (n - 1) / (n.min(IN_TABLE) - 1).max(1));
    let printed = |axis: &Axis, value: f64| axis.id.spec().bare_amount(value);
    let cell = |x: usize, y: usize| {
        let (value_x, value_y) = (coarse_x[x], coarse_y[y]);
        let column = across.values.iter().position(|it| *it == value_x)?;
        let row = up.values.iter().position(|it| *it == value_y)?;
        let npv = print::money(print::quantise(frontier.npv_at(column, row)?, 2));
        let share = frontier.enough.get(y * coarse_x.len() + x);
        let case = Case::own().with(across.id, value_x).with(up.id, value_y);
        let cell = el("span").with(opens(&npv, Number::Figure(case.clone(), Figure::new(Kind::Npv, 0, 0))));
        let cell = match share {
            Some(it) => {
                let words = print::percent(0.01 * libm::round(100.0 * *it));
                cell.text("; ").with(opens(&words, OfFutures::Share(case)))
            }
            None => cell,
        };
        let (to_x, to_y) = (printed(across, value_x), printed(up, value_y));
        let spoken = format!("Set {} to {to_x} and {} to {to_y}", across.id.spec().label, up.id.spec().label);
        let set = sets("Set", &spoken, &[(across.id, value_x), (up.id, value_y)]);
        Some(el("div").class("place").with(cell).with(set))
    };
    let rows = spread(coarse_y.len()).collect::<Vec<usize>>().into_iter().rev().map(|y| {
        let cells = spread(coarse_x.len()).filter_map(|x| cell(x, y)).map(Cell::Tree);
        [linked_cell(&printed(up, coarse_y[y]), up.id)].into_iter().chain(cells).collect()
    });
    let head = |x: usize| linked(across.id, &printed(across, coarse_x[x]));
    let heads: Vec<String> = spread(coarse_x.len()).map(head).collect();
    let heads: Vec<&str> = [up.id.spec().label].into_iter().chain(heads.iter().map(String::as_str)).collect();
    let caption = format!(
        "Net present value and share of futures in which the dollar comes back, by “{}” (columns) and “{}” (rows)",
        across.id.spec().label,
        up.id.spec().label
    );
    table(&caption, &heads, rows.collect())
}

/// Buttons that choose other pairs of inputs, and links to the inputs that choose any pair.
async fn choosing(scenario: &Scenario) -> El {
    let ids = longest(scenario, OFFERED).await;
    let mut line = el("p").class("choices").text("Other pairs:");
    for (at, &one) in ids.iter().enumerate() {
        for &other in &ids[at + 1..] {
            if let (Some(x), Some(y)) = (NumberName::of_id(one), NumberName::of_id(other)) {
                let words = format!("{} and {}", one.spec().label, other.spec().label);
                let changes = [(InputId::frontier_across, x), (InputId::frontier_up, y)];
                line = line.text(" ").with(sets(&words, &format!("Map of {words}"), &changes));
            }
        }
    }
    el("div").with(line).with(
        el("p")
            .class("moved")
            .text("Any other pair: ")
            .with(to_input(InputId::frontier_across))
            .text(" · ")
            .with(to_input(InputId::frontier_up)),
    )
}
