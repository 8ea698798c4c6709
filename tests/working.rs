//! Every working recomputes its number from its operands, and every chain of workings ends at inputs.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use payenough_analysis::futures::{Figures, Headline, twentieths};
use payenough_analysis::pieces::at_once;
use payenough_analysis::working::{Ask, Case, Number, OfFutures};
use payenough_engine::evaluate;
use payenough_engine::working::{End, Figure, Kind, Origin, Search, Working, open};
use payenough_model::scenario::{PRESETS, Scenario};
use payenough_model::{CostLine, InputId, Inputs, Stream, Values};
use payenough_view::sections::{SectionId, Subject, Widths, draw, flips};
use payenough_view::table::COLUMNS;
use payenough_view::working::answers;
use payenough_view::{Child, El, unpack};
use payenough_worker::futures;

mod common;

fn roots(n_years: usize) -> Vec<Figure> {
    let mut all: Vec<Figure> = [
        Kind::Npv,
        Kind::Needed,
        Kind::Expected,
        Kind::BackPerDollar,
        Kind::CostEach,
        Kind::MoreRevenue,
        Kind::Peak,
        Kind::Irr,
        Kind::KeptAll,
        Kind::PlantAll,
        Kind::AnnualPlant,
        Kind::Instalment,
        Kind::FromLeft,
        Kind::AfterFive,
    ]
    .map(|kind| Figure::new(kind, 0, 0))
    .into();
    all.extend((0..Stream::COUNT).map(|line| Figure::new(Kind::Revenue, line, 0)));
    all.extend((0..CostLine::COUNT).map(|line| Figure::new(Kind::Cost, line, 0)));
    all.extend((0..4).map(|line| Figure::new(Kind::Margin, line, 0)));
    // Every kind of figure, in every line that a table can ask for, at the start.
    all.extend(Kind::ALL.into_iter().flat_map(|kind| (0..24).map(move |line| Figure::new(kind, line, 0))));
    for year in 0..n_years {
        all.extend(COLUMNS.iter().filter_map(|it| it.figure).map(|kind| Figure::new(kind, 0, year)));
        all.extend((0..Stream::COUNT).map(|line| Figure::new(Kind::StreamYear, line, year)));
        all.extend((0..CostLine::COUNT).map(|line| Figure::new(Kind::LineYear, line, year)));
    }
    all
}

/// Opens every working that can be reached, and passes it to a check.
fn reach(values: &Values, mut check: impl FnMut(&Working)) -> BTreeSet<Figure> {
    let n_years = evaluate(&Inputs::read(values)).years.len();
    open(values, |workings| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<Figure> = roots(n_years);
        while let Some(figure) = open.pop() {
            if !seen.insert(figure) {
                continue;
            }
            let Some(working) = workings.of(figure) else { continue };
            check(&working);
            open.extend(working.operands.iter().filter_map(|it| match it.origin {
                Origin::Figure(figure) => Some(figure),
                Origin::Input(_) | Origin::Fixed(_) | Origin::Counted(_) | Origin::Fact(_) => None,
            }));
        }
        seen
    })
}

/// What is wrong if a number is neither what its rule gives from its operands nor where its search says that it ends.
fn fault<F: std::fmt::Debug>(working: &Working<F>, least: f64) -> Option<String> {
    // A difference of large numbers has only the digits of the large ones.
    let size = working.operands.iter().map(|it| it.value.abs()).fold(working.value.abs(), f64::max);
    let (value, figure) = (working.value, &working.figure);
    if let Some(bad) = working.operands.iter().find(|it| !it.value.is_finite()) {
        return Some(format!("{figure:?} stands on {bad:?}"));
    }
    if working.operands.is_empty() && value != 0.0 {
        return Some(format!("{figure:?} stands on nothing"));
    }
    let is_off = |it: &Search| match it.end {
        End::Zero => it.left.abs() > 1e-6 * it.size.abs().max(1.0),
        End::Most => it.left > 1e-9 * it.size.abs(),
        End::Jump => false,
    };
    if let Some(it) = working.search.filter(is_off) {
        return Some(format!("{figure:?} leaves {it:?}"));
    }
    match working.again() {
        None if working.search.is_none() => Some(format!("{figure:?} has neither rule nor search")),
        Some(again)
            if !again.is_finite()
                || (again - value).abs() > 1e-9 * value.abs().max(1e-3 * size).max(least) =>
        {
            Some(format!("{figure:?}: {again} is not {value} from {:?}", working.operands))
        }
        _ => None,
    }
}

/// The size below which a figure counts as zero: a running sum of accelerators keeps a rounding error after all have
/// retired.
fn least(figure: Figure) -> f64 {
    if matches!(figure.kind.unit(), "accelerators" | "MW") { 1.0 } else { 1e-12 }
}

fn holds(values: &Values, what: &str, all: &mut Vec<String>) -> BTreeSet<Figure> {
    let mut faults = BTreeMap::new();
    let seen = reach(values, |working| {
        if let Some(fault) = fault(working, least(working.figure)) {
            faults.entry(working.figure.kind).or_insert(fault);
        }
    });
    all.extend(faults.into_values().map(|it| format!("{what}: {it}")));
    seen
}

#[test]
fn every_working_of_every_preset_recomputes_its_number() {
    let mut faults = Vec::new();
    for preset in PRESETS {
        let seen = holds(Scenario::of_preset(preset).values(), preset.id, &mut faults);
        assert!(seen.len() > 500, "{}: {}", preset.id, seen.len());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_working_of_random_scenarios_recomputes_its_number() {
    let mut faults = Vec::new();
    for n in 0..40 {
        holds(&common::scenario(n), &format!("scenario {n}"), &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn workings_of_roots_show_the_answers_numbers() {
    for preset in PRESETS {
        let scenario = Scenario::of_preset(preset);
        let outcome = evaluate(&Inputs::read(scenario.values()));
        open(scenario.values(), |workings| {
            let value = |kind| workings.value(Figure::new(kind, 0, 0));
            let near = |a: f64, b: f64| {
                (a - b).abs() <= 1e-9 * (b.abs() + outcome.fleet.capex.value() * 1e-3 + 1e-9)
            };
            assert!(near(value(Kind::Npv).unwrap(), outcome.npv.value()), "{}", preset.id);
            assert!((value(Kind::Expected).unwrap() / outcome.expected.value() - 1.0).abs() < 1e-12);
            let ratio = outcome.benefit_cost.unwrap().value();
            assert!((value(Kind::BackPerDollar).unwrap() / (100.0 * ratio) - 1.0).abs() < 1e-9);
            let costs = outcome.cost_per_user_month.unwrap().value();
            assert!((value(Kind::CostEach).unwrap() / costs - 1.0).abs() < 1e-9);
            assert!((value(Kind::Needed).unwrap() / outcome.needed.unwrap().value() - 1.0).abs() < 1e-9);
            for (at, year) in outcome.years.iter().enumerate() {
                for line in 0..Stream::COUNT {
                    let found = workings.value(Figure::new(Kind::StreamYear, line, at)).unwrap();
                    assert!(near(found, year.revenue[line].value()), "{} {line} {at}", preset.id);
                }
                for line in 0..CostLine::COUNT {
                    let found = workings.value(Figure::new(Kind::LineYear, line, at)).unwrap();
                    assert!(near(found, year.cost[line].value()), "{} {line} {at}", preset.id);
                }
            }
        });
    }
}

/// Every input that moves the answer can be reached from it by opening workings.
#[test]
fn workings_reach_the_inputs() {
    let mut reached: BTreeMap<InputId, u32> = BTreeMap::new();
    for preset in PRESETS {
        reach(Scenario::of_preset(preset).values(), |working| {
            for operand in &working.operands {
                if let Origin::Input(id) = operand.origin {
                    *reached.entry(id).or_default() += 1;
                }
            }
        });
    }
    for id in [
        InputId::capex_per_year,
        InputId::ai_share,
        InputId::users_start,
        InputId::programme_share,
        InputId::sub_price,
        InputId::api_price,
        InputId::background_growth,
        InputId::realised,
        InputId::discount_rate,
        InputId::tax_rate,
        InputId::accelerator_price,
        InputId::facility_price,
        InputId::wtp_sigma,
        InputId::ads_later,
        InputId::rent,
        InputId::ad_base,
    ] {
        assert!(reached.contains_key(&id), "{id:?}");
    }
    assert!(reached.len() > 100, "{}", reached.len());
}

#[test]
fn keys_parse_back_to_their_figures() {
    for kind in Kind::ALL {
        let figure = Figure::new(kind, 3, 14);
        assert_eq!(Figure::parse(&figure.key()), Some(figure));
        assert!(!kind.label().is_empty() && !kind.equation().is_empty());
    }
    for odd in ["", "npv", "npv.0", "npv.x.0", "nothing.0.0"] {
        assert_eq!(Figure::parse(odd), None, "{odd:?}");
    }
    open(&Values::STARTING_POINT, |workings| {
        for figure in [
            Figure::new(Kind::Stream, 99, 0),
            Figure::new(Kind::People, 0, 999),
            Figure::new(Kind::Fill, 9, 1),
        ] {
            assert!(workings.of(figure).is_none(), "{figure:?}");
        }
    });
}

/// A number that a section shows: its words, and the key that opens it, if there is one.
struct Shown {
    section: &'static str,
    words: String,
    key: Option<String>,
}

/// Every text of a section that contains a digit, in order.
fn shown(scenario: &Scenario) -> Vec<Shown> {
    let inputs = Inputs::read(scenario.values());
    let outcome = evaluate(&inputs);
    let widths = Widths { column: 700.0, beside: 415.0 };
    let subject = Subject { scenario, inputs: &inputs, outcome: &outcome, widths };
    let mut all = Vec::new();
    let drawn = SectionId::ALL.into_iter().filter_map(|id| Some((id, draw(id, &subject)?)));
    for (id, tree) in drawn {
        texts(&tree, None, id.id(), &mut all);
    }
    let query = scenario.query();
    let (presents, rows) = (futures::draw(&query, 0, N_DRAWN), futures::figures(&query, 0, N_FULL));
    let reply = futures::conclude(&query, 700, &presents, &rows);
    for section in &reply {
        texts(&unpack(&section.tree).unwrap(), None, section.id.id(), &mut all);
    }
    // beside the answer
    let line = at_once(flips::section_and_line(&subject, &query)).1;
    texts(&line, None, SectionId::FlipsLine.id(), &mut all);
    all
}

/// Number of futures drawn here for how sure the answer is, and number of those evaluated in full.
const N_DRAWN: u32 = 512;
const N_FULL: u32 = 64;

fn texts(tree: &El, key: Option<&str>, section: &'static str, to: &mut Vec<Shown>) {
    let attribute = |name: &str| tree.attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
    // A button that sets an input says what it sets, and a drawing repeats its row.
    if tree.is_svg || attribute("data-set").is_some() {
        return;
    }
    let own = attribute("data-why").or_else(|| attribute("href").filter(|it| it.starts_with("#in-")));
    let key = own.or(key);
    for child in &tree.children {
        match child {
            Child::El(child) => texts(child, key, section, to),
            Child::Text(words) if key.is_some() || words.contains(|it: char| it.is_ascii_digit()) => {
                to.push(Shown { section, words: words.clone(), key: key.map(str::to_owned) });
            }
            Child::Text(_) => {}
        }
    }
}

/// The numbers in a text as written, each with its value and the size of its last place.
fn written(text: &str) -> Vec<(String, f64, f64)> {
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, '.' | ',');
    let parts = text.split(|it| !is_part(it)).map(|it| it.trim_matches(['.', ',']));
    let number = |part: &str| {
        let plain: String = part.chars().filter(|it| *it != ',').collect();
        let value: f64 = plain.parse().ok()?;
        let decimals = plain.split_once('.').map_or(0, |it| it.1.len());
        // Any of the zeros at the end of a whole number may come from rounding.
        let zeros = if decimals == 0 { plain.len() - plain.trim_end_matches('0').len() } else { 0 };
        Some((part.to_owned(), value, libm::pow(10.0, zeros as f64 - decimals as f64)))
    };
    parts.filter_map(number).collect()
}

/// Whether words state a number of this value, in any power of ten (percent, millions, billions).
fn says(words: &str, value: f64) -> bool {
    let all = written(words);
    let near = |&(_, shown, place): &(String, f64, f64)| {
        // At most three figures are shown, whatever follows.
        let place = place.max(0.005 * shown);
        (-30..=30)
            .any(|power| (value.abs() * libm::pow(10.0, f64::from(power)) - shown).abs() <= 1.001 * place)
    };
    all.is_empty() || all.iter().any(near)
}

/// Whether the words of a number show its value.
fn shows(words: &str, number: &Number, value: f64) -> bool {
    match number {
        Number::OfFutures(OfFutures::Twenty(_)) => words == twentieths(value as usize),
        Number::Figure(case, figure) if figure.kind == Kind::Npv && !case.changes().is_empty() => {
            // An end of a bar and the answer there, or a value that turns the answer.
            let own = |id: &InputId, it: f64| id.spec().bare_amount(it);
            match words.rsplit_once(": ") {
                Some((end, npv)) => {
                    says(npv, value)
                        && case.changes().iter().any(|(id, it)| says(end, *it) || own(id, *it) == end)
                }
                None => says(words, value) || case.changes().iter().any(|it| says(words, it.1)),
            }
        }
        _ => says(words, value),
    }
}

/// Recounts what the name of a number over many futures says, from the futures themselves.
fn counted(number: &Number, scenario: &Scenario) -> Option<String> {
    let drawing = futures::drawing(scenario);
    let is_enough = |npv: &f64| *npv >= 0.0;
    match number {
        Number::OfFutures(OfFutures::Error { n, hits }) => {
            let npv = drawing.net_present_values(0, *n as usize);
            let again: Vec<u32> = (0..8)
                .map(|at| npv.iter().skip(at).step_by(8).filter(|it| is_enough(it)).count() as u32)
                .collect();
            (again != hits).then(|| format!("{again:?} is not {hits:?}"))
        }
        Number::OfFutures(OfFutures::Existing { figure, counts: [with, n], .. }) => {
            let n_years = futures::n_years(scenario);
            let figures = Figures::of(n_years, &drawing.outcomes(0, (*n).min(N_FULL) as usize));
            let which = Headline::ALL.into_iter().find(|it| it.figure() == *figure)?;
            let again = figures.headline(which).len() as u32;
            (*n == N_FULL && again != *with).then(|| format!("{again} is not {with}"))
        }
        Number::OfFutures(OfFutures::Percentile(it)) if it.figure.kind == Kind::Npv => {
            let npv = drawing.net_present_values(0, N_DRAWN as usize);
            let below = |at: u32| npv.iter().filter(|it| **it < npv[at as usize]).count() as f64;
            let place = libm::floor(it.part * f64::from(it.n - 1));
            (below(it.low) != place || below(it.high) != place + 1.0)
                .then(|| format!("{it:?}: {} and {} lie below, not {place}", below(it.low), below(it.high)))
        }
        Number::OfFutures(OfFutures::Percentile(it)) if it.figure.kind == Kind::BackPerDollar => {
            let ranks: Vec<f64> =
                drawing.presents(0, N_DRAWN as usize).iter().filter_map(|it| it.rank()).collect();
            let below = |at: u32| ranks.iter().filter(|it| **it < ranks[at as usize]).count() as f64;
            let place = libm::floor(it.part * f64::from(it.n - 1));
            (below(it.low) != place || below(it.high) != place + 1.0)
                .then(|| format!("{it:?}: {} and {} lie below, not {place}", below(it.low), below(it.high)))
        }
        Number::OfFutures(OfFutures::Below { futures, lowest }) => {
            let presents = drawing.presents(0, N_DRAWN as usize);
            let all = futures.iter().all(|&at| presents[at as usize].benefit_cost().is_some());
            (!all || futures.len() + *lowest as usize > 20).then(|| format!("{futures:?} {lowest}"))
        }
        _ => None,
    }
}

/// Every preset, and scenarios with what no preset has.
fn scenarios() -> Vec<(String, Scenario)> {
    let start = Scenario::starting_point();
    let mut all: Vec<(String, Scenario)> =
        PRESETS.iter().map(|it| (it.id.to_owned(), Scenario::of_preset(it))).collect();
    let with = |changes: &[(InputId, f64)]| changes.iter().fold(start, |it, &(id, value)| it.with(id, value));
    let three = [(InputId::plans, 1.0), (InputId::cheap_price, 30.0), (InputId::debt, 50.0)];
    all.push(("three plans, debt".to_owned(), with(&three)));
    let measured = [(InputId::throughput, 1.0), (InputId::pools, 1.0), (InputId::load_from, 1.0)];
    all.push(("measured, two pools, a day".to_owned(), with(&measured)));
    let odd = [
        (InputId::ad_loss, 90.0),
        (InputId::own_ads_lost, 90.0),
        (InputId::pay_later, 60.0),
        (InputId::payer_usage, 20.0),
        (InputId::accelerator_life, 12.0),
        (InputId::ads_by, 1.0),
        (InputId::ads_us, 90.0),
    ];
    all.push(("contradictions".to_owned(), with(&odd)));
    all.push(("a rate of return is asked for".to_owned(), with(&[(InputId::sought, 1.0)])));
    let sized = [(InputId::sought, 2.0), (InputId::capex_basis, 1.0), (InputId::usage_cap, 1.5)];
    all.push(("a payback is asked for of a fleet as needed".to_owned(), with(&sized)));
    let margin = [(InputId::sought, 3.0), (InputId::plans, 1.0), (InputId::api_elasticity, -0.9)];
    all.push(("a margin is asked for of three plans".to_owned(), with(&margin)));
    let own = InputId::chip.spec().hard.1;
    let tight =
        [(InputId::chip, own), (InputId::model, InputId::model.spec().hard.1), (InputId::speed, 500.0)];
    all.push(("own chip and model, too fast".to_owned(), with(&tight)));
    let two = [(InputId::realised, 2.0), (InputId::programme_share, 20.0), (InputId::points, 2.0)];
    // Correlations that contradict each other.
    let own =
        [(InputId::percentile_low, 20.0), (InputId::percentile_high, 99.5), (InputId::rho_use_fall, 95.0)];
    all.push((
        "two numbers flip it, random points, correlations moved".to_owned(),
        with(&[&two[..], &own].concat()),
    ));
    all
}

/// Every number that a section shows opens its own working, equals it, and leads down to the inputs.
#[test]
fn every_number_of_every_section_opens_its_own_working() {
    let mut faults = Vec::new();
    for (id, scenario) in scenarios() {
        let answers = answers(&scenario);
        let mut cases: BTreeMap<String, (Case, Vec<Figure>)> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<(String, Option<String>)> =
            shown(&scenario).into_iter().filter_map(|it| Some((it.key?, Some(it.words)))).collect();
        while let Some((key, words)) = open.pop() {
            let what = format!("{id} {key} {words:?}");
            let Some(number) = Number::parse(&key) else {
                faults.push(format!("{what} is no number"));
                continue;
            };
            if matches!(number, Number::Input(_)) || (!seen.insert(key) && words.is_none()) {
                continue;
            }
            let Some(working) = answers.working(&number) else {
                faults.push(format!("{what} does not open"));
                continue;
            };
            // A value that turns the answer is rounded to the side on which it has turned.
            let is_rounded =
                matches!(&number, Number::Answer(it) if matches!(it.kind, Ask::Turns | Ask::TurnsOther));
            if let Some(words) = words.filter(|it| !is_rounded && !shows(it, &number, working.value)) {
                faults.push(format!("{what} is {} and not {words}", working.value));
            }
            faults.extend(counted(&number, &scenario).map(|it| format!("{what}: {it}")));
            faults.extend(fault(&working, 1e-12).map(|it| format!("{what}: {it}")));
            if let Number::Figure(case, figure) = number {
                let name = Number::Figure(case.clone(), Figure::new(Kind::Npv, 0, 0)).key();
                cases.entry(name).or_insert_with(|| (case, Vec::new())).1.push(figure);
                continue;
            }
            let figures = working.operands.iter().filter_map(|it| match &it.origin {
                Origin::Figure(number) => Some((number.key(), None)),
                Origin::Input(_) | Origin::Fixed(_) | Origin::Counted(_) | Origin::Fact(_) => None,
            });
            open.extend(figures);
        }
        // A changed scenario's figures are computed like the reader's own, so only every tenth is followed to its end.
        for (at, (case, figures)) in cases.values().enumerate() {
            let changes = answers.changes(case).unwrap();
            let values =
                changes.iter().fold(*scenario.values(), |values, &(id, value)| values.with(id, value));
            let follow = changes.is_empty() || at % 10 == 0;
            for (kind, it) in follow_all(&values, figures, follow) {
                faults.push(format!("{id} {:?} {kind:?}: {it}", case.changes()));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The first fault of each kind among all workings that can be reached from some figures.
fn follow_all(values: &Values, from: &[Figure], follow: bool) -> BTreeMap<Kind, String> {
    open(values, |workings| {
        let mut faults = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut open = from.to_vec();
        while let Some(figure) = open.pop() {
            if !seen.insert(figure) {
                continue;
            }
            let Some(working) = workings.of(figure) else { continue };
            if let Some(fault) = fault(&working, least(figure)) {
                faults.entry(figure.kind).or_insert(fault);
            }
            if follow {
                open.extend(working.operands.iter().filter_map(|it| match it.origin {
                    Origin::Figure(figure) => Some(figure),
                    Origin::Input(_) | Origin::Fixed(_) | Origin::Counted(_) | Origin::Fact(_) => None,
                }));
            }
        }
        faults
    })
}

/// Numbers that open nothing, with the section, the words around them and the reason. Calendar years need no entry.
const OPEN_NOTHING: [(&str, &str, &str); 75] = [
    ("cash", "is not back within", "the horizon, an input"),
    ("cash", "changed.", "how many inputs the reader changed"),
    ("needed", "changed.", "how many inputs the reader changed"),
    ("speed", "changed.", "how many inputs the reader changed"),
    ("who-pays", "100.0%", "the whole, of itself"),
    ("costs", "100.0%", "the whole, of itself"),
    ("why", "after year 5", "what the number beside it is called"),
    ("why", "(Actual/365)", "the name of a convention"),
    ("true", " more that could turn it", "how many rows there are"),
    ("true", " numbers matter, but no value of one in its allowed range", "how many rows there are"),
    ("capabilities", "more than 100 times", "the end of the search, where nothing was found"),
    ("capabilities", "It is 0 in the set of November 2026", "an input's default, in words"),
    ("prices", "for 1% more", "what the column is called"),
    ("prices", "$5", "a price looked at"),
    ("prices", "$8", "a price looked at"),
    ("prices", "$12", "a price looked at"),
    ("prices", "$16", "a price looked at"),
    ("prices", "$20", "a price looked at"),
    ("prices", "$30", "a price looked at"),
    ("prices", "$50", "a price looked at"),
    ("prices", "$100", "a price looked at"),
    ("prices", "100%", "the worth by which the others are measured"),
    ("reality", " rows part by more than 2 times", "how many rows there are"),
    ("reality", "(primary)", "in whose words a published figure stands; the figure opens"),
    ("reality", "(secondary)", "in whose words a published figure stands; the figure opens"),
    ("reality", "(derived)", "in whose words a published figure stands; the figure opens"),
    ("reality", "(estimate)", "in whose words a published figure stands; the figure opens"),
    ("backtest", " figures came within", "how many rows there are; each opens"),
    ("backtest", "Foretold over came, in ratios", "what counts as met"),
    ("backtest", " rows are off by more than", "how many rows there are; each opens"),
    ("backtest", "the dearer costs", "in whose words a published figure stands; the figure opens"),
    ("shock", "27 January", "a date"),
    ("shock", "ln k over", "the equation itself, and where its search ends"),
    ("reverse", "plans of $20", "what is counted"),
    ("reverse", "AI's $600B question", "a title"),
    ("reverse", "of chips a year, twice", "a published sum's own figures, which its yearly amount opens"),
    ("reverse", "of chips in a quarter", "a published sum's own figures, which its yearly amount opens"),
    ("reverse", "of plant", "a published sum's own figures, which its yearly amount opens"),
    ("reverse", "Plant for $500 billion", "a published sum's own figures, which its yearly amount opens"),
    ("reverse", "payers of $20", "what is counted"),
    ("reverse", "watt of 200 GW", "a published sum's own figures, which its yearly amount opens"),
    ("reverse", "for ever, gives 10%", "a published sum's own figures, which its yearly amount opens"),
    ("reverse", "A return of 20%", "a published remark"),
    ("token", "an accelerator-hour costs", "the name of an accelerator; the number after it opens"),
    ("token", "sources give", "published of the accelerator, in the table of accelerators"),
    ("token", "does not fit: its weights alone are", "the group that works opens, on weights and memory"),
    ("drivers", "at an answer of 0.", "where a line of the drawing stands"),
    ("drivers", "at the 10th and the 90th percentile", "what the columns hold"),
    ("drivers", " more that move it", "how many rows there are"),
    ("drivers", "the first 2,048 simulated futures", "over how many futures it is; the correlation opens"),
    (
        "robust",
        " numbers alone, inside",
        "how many inputs the search finds, each as it finds the nearest, which opens",
    ),
    ("flips", " numbers alone, inside", "how many inputs the search finds; the nearest opens"),
    ("robust", " other pairs.", "how many pairs the search finds, each as it finds the one that opens"),
    ("shares", " others together", "how many inputs the row holds; its parts open"),
    ("shares", "is a 95% interval", "what the column holds"),
    ("shares", "more than 100%", "the whole, of itself"),
    ("shares", " runs of the model in all", "how large the estimate is; each part of it opens"),
    ("shares", "With their correlations at 0", "a value to set, in words"),
    ("shares", " more", "how many inputs the row holds; its parts open"),
    ("frontier", " places of this map", "how many places of the map have a shade; places of its table open"),
    ("frontier", "One run of the model at each of", "how large the map is; places of its table open"),
    ("frontier", "in 20%", "where a line of the drawing stands"),
    ("frontier", "in 80%", "where a line of the drawing stands"),
    ("verdict", " (8 in 10 futures: ", "which futures the two amounts after it hold between them; both open"),
    (
        "verdict",
        ", and 8 in 10 lie between ",
        "which futures the two amounts after it hold between them; both open",
    ),
    ("verdict", " of the 20.", "how many dots there are; the count before it opens"),
    ("verdict", "From the first ", "how many futures have arrived, of those asked for"),
    ("sure", " (8 in 10 futures: ", "which futures the two amounts after it hold between them; both open"),
    (
        "sure",
        ", and 8 in 10 lie between ",
        "which futures the two amounts after it hold between them; both open",
    ),
    ("sure", " of the 20.", "how many dots there are; the count before it opens"),
    ("sure", "From the first ", "how many futures have arrived, of those asked for"),
    (
        "sure",
        "How the futures are drawn: ",
        "how many inputs and groups vary; each input's row holds its range",
    ),
    ("sure", "A first answer takes ", "how many futures are drawn first, the same for every link"),
    ("sure", " lie below", "what the column is called"),
    (
        "sure",
        "What comes back and net present value are of all ",
        "how many futures have arrived, and how many of them in full",
    ),
];

/// Whether all numbers of a text are calendar years.
fn are_years(words: &str) -> bool {
    written(words).iter().all(|(text, value, _)| text.len() == 4 && (1990.0..2100.0).contains(value))
}

/// No section shows a number that does not open, except those that do not belong to this scenario.
#[test]
fn every_number_in_a_section_opens_its_working() {
    let mut faults = BTreeSet::new();
    let mut used = BTreeSet::new();
    for (_, scenario) in scenarios() {
        for it in shown(&scenario) {
            assert!(!it.words.contains(|it: char| it < ' '), "{}: {:?} holds marks", it.section, it.words);
            let is_it = |(at, words): (&str, &str)| {
                at == it.section && (it.words == words || (words.len() > 4 && it.words.contains(words)))
            };
            let excepted = OPEN_NOTHING.iter().find(|(at, words, _)| is_it((at, words)));
            used.extend(excepted.map(|it| (it.0, it.1)));
            if it.key.is_none() && excepted.is_none() && !are_years(&it.words) {
                faults.insert(format!("{}: {:?}", it.section, it.words));
            }
        }
    }
    let all: Vec<String> = faults.into_iter().collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
    let is_stale = |it: &&(&str, &str, &str)| !used.contains(&(it.0, it.1)) || it.2.is_empty();
    let stale: Vec<_> = OPEN_NOTHING.iter().filter(is_stale).collect();
    assert!(stale.is_empty(), "not there any more: {stale:?}");
    assert!(COLUMNS.iter().skip(1).all(|it| it.figure.is_some()), "every column but the year opens");
}

/// Numbers are made into words in `crates/view`, where a working is at hand: the page itself prints none. What an input holds, and
/// what a slider rounds it to, are printed there too (`field.rs`, `slider.rs`), and are inputs.
#[test]
fn the_page_itself_prints_no_number() {
    let mut open = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut n_files = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|it| it.unwrap().path()));
            continue;
        }
        n_files += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let printing = ["print::", "quantities::print", ", print}", "payenough_engine", "payenough_analysis"];
        for one in printing {
            assert!(!text.contains(one), "{} holds {one}", path.display());
        }
    }
    assert!(n_files > 20, "only {n_files} files were looked at");
}
