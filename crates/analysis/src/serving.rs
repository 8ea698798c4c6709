//! The physics of serving in words: which throughput is used, what limits it, and which choices could not be met.

pub use super::binding::Binding;

use super::working::{Ask, Number, linked};
use payenough_engine::Outcome;
use payenough_engine::serving::batch::Limit;
use payenough_engine::serving::operation::Operation;
use payenough_engine::unit_cost::UnitCost;
use payenough_engine::working::{Figure, Kind};
use payenough_model::{Compute, InputId, Inputs, LayoutFrom, Part, Throughput, Values};
use payenough_quantities::print::{count, percent};
use payenough_quantities::{Quantity as _, UsdPerToken};

/// A choice that cannot be met, and the nearest one that can.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What is wrong, and what is used instead.
    pub text: String,
    /// The input to change and the value that fits, in the unit of its key; `None` if no source gives a value.
    pub change: Option<(InputId, f64)>,
}

/// The changes to the inputs that give an answer token's cost from the physics, at the scenario's speed and at twice
/// that speed; `None` if these accelerators cannot reach twice the speed.
#[must_use]
pub fn speeds(values: &Values) -> Option<[Vec<(InputId, f64)>; 2]> {
    let mut physics = Vec::new();
    if Inputs::read(values).throughput != Throughput::Physics {
        physics.push((InputId::throughput, Throughput::Physics.value()));
    }
    let operation = |values: &Values| Operation::of(&Inputs::read(values));
    let twice = 2.0 * operation(values).decoding.speed;
    let faster = InputId::speed.spec().unit.per_base * twice;
    let reached = operation(&values.with(InputId::speed, faster)).decoding.speed;
    let mut doubled = physics.clone();
    doubled.push((InputId::speed, faster));
    (reached >= twice * (1.0 - 1e-9)).then_some([physics, doubled])
}

/// The cost of twice the speed, as the title of the speed chart.
#[must_use]
pub fn twice_as_fast(values: &Values) -> String {
    let cost = |changes: &[(InputId, f64)]| {
        let values = changes.iter().fold(*values, |values, &(id, value)| values.with(id, value));
        UnitCost::of(&Inputs::read(&values)).output.iter().copied().sum::<UsdPerToken>().value()
    };
    match speeds(values) {
        Some([physics, doubled]) => {
            let times = count(cost(&doubled) / cost(&physics));
            format!(
                "Answers twice as fast cost {} times as much",
                Number::answer(Ask::TwiceAsFast, 0).linked(&times)
            )
        }
        None => "Answers cannot be twice as fast on these accelerators".to_owned(),
    }
}

/// The changes that were needed for the physics to have an answer.
#[must_use]
pub fn advice(inputs: &Inputs, operation: &Operation) -> Vec<Advice> {
    let nearest = &operation.nearest;
    let mut advice = Vec::new();
    let (chip, model) = (chip_name(inputs), model_name(inputs));
    if let Some(bits) = nearest.bits {
        advice.push(Advice {
            text: format!(
                "No rate at {} is published for {chip}; calculated at {bits} bits.",
                option(InputId::precision, precision(inputs))
            ),
            change: Some((
                InputId::precision,
                match bits {
                    4.0 => 2.0,
                    8.0 => 1.0,
                    _ => 0.0,
                },
            )),
        });
    }
    if nearest.tensor {
        advice.push(Advice {
            text: format!(
                "What every accelerator repeats when experts are spread does not fit on one {chip}; calculated with \
                 every matrix cut."
            ),
            change: Some((InputId::sharing, 1.0)),
        });
    }
    for (group, asked, id) in [
        (nearest.group, inputs.group_size.value(), InputId::group_size),
        (nearest.prefill_group, inputs.prefill_group.value(), InputId::prefill_group),
    ] {
        if let Some(group) = group {
            let what = if id == InputId::group_size { "answers" } else { "prompts" };
            let need = operation.setup.shape.weights() * operation.setup.weight * 1e-9;
            let have = asked * operation.setup.machine.memory * 1e-9;
            advice.push(Advice {
                text: format!(
                    "{model} does not fit: its weights alone are {} GB, {asked} × {chip} hold {} GB. For {what} \
                     calculated on {}, the fewest that work.",
                    count(need),
                    count(have),
                    figure_link(Kind::Group, usize::from(id != InputId::group_size), &count(group))
                ),
                change: Some((id, group)),
            });
        }
    }
    if let Some(fastest) = nearest.speed {
        let rounded = libm::floor(fastest * 10.0) / 10.0;
        advice.push(Advice {
            text: format!(
                "No batch gives each reader {} tokens a second: one conversation alone gets {}. Calculated at that \
                 speed.",
                linked(InputId::speed, &count(inputs.speed.value())),
                figure_link(Kind::Speed, 0, &count(fastest))
            ),
            change: Some((InputId::speed, if rounded >= 0.1 { rounded } else { 0.1 })),
        });
    }
    advice
}

/// Hints if the price or power of an accelerator is that of another one. Choosing a chip changes neither, so that a
/// reader's own figures are kept.
#[must_use]
pub fn price_hints(inputs: &Inputs) -> Vec<Advice> {
    let Some(chip) = inputs.chip.chip() else { return Vec::new() };
    if inputs.compute == Compute::Rented {
        return Vec::new();
    }
    let mut hints = Vec::new();
    let hint = |id: InputId, now: f64, what: &str, published: Option<[f64; 3]>| {
        let now = linked(id, &id.spec().amount(now));
        match published {
            None => Advice {
                text: format!("Our sources give no {what} of {}; {now} is reckoned with.", chip.label),
                change: None,
            },
            Some([middle, low, high]) => {
                let alone = id == InputId::accelerator_price && chip.priced_alone();
                Advice {
                    text: format!(
                        "{now} is reckoned with as {what}; for {}{} sources give {}.",
                        chip.label,
                        if alone { " alone, without its server," } else { "" },
                        if low < high {
                            format!("{} to {}", id.spec().amount(low), id.spec().amount(high))
                        } else {
                            id.spec().amount(middle)
                        }
                    ),
                    change: if alone { None } else { Some((id, middle)) },
                }
            }
        }
    };
    let (price, power) = (inputs.accelerator_price.value(), inputs.accelerator_power.value() * 1000.0);
    let prices = match (chip.price.value, chip.price.low, chip.price.high) {
        (Some(middle), Some(low), Some(high)) => Some([middle.value(), low.value(), high.value()]),
        _ => None,
    };
    if prices.is_none_or(|[_, low, high]| price < low || high < price) {
        hints.push(hint(InputId::accelerator_price, price, "price", prices));
    }
    let powers = chip.power.map(|it| [it.value() * 1000.0; 3]);
    if powers.is_none_or(|[only, ..]| (power / only - 1.0).abs() > 1e-6) {
        hints.push(hint(InputId::accelerator_power, power, "power", powers));
    }
    hints
}

/// Which throughput is used, and how far the other one is from it.
#[must_use]
pub fn in_force(inputs: &Inputs, operation: &Operation) -> String {
    let answers = operation.decoding.rate / inputs.decode_rate.value();
    let prompts = operation.prefill / inputs.prefill_rate.value();
    let apart = format!(
        "the physics gives {} times as many answer tokens a second as the measured figure, and {} times as many prompt \
         tokens",
        figure_link(Kind::ByPhysics, 0, &count(answers)),
        figure_link(Kind::ByPhysics, 1, &count(prompts))
    );
    match inputs.throughput {
        Throughput::Physics => format!("The physics is in force; {apart}."),
        Throughput::Measured => format!("Measured figures are in force; {apart}."),
    }
}

/// Throughput in tokens per second and accelerator, over all classes, of two published fleets: OpenAI's of October 2025
/// (about 390 trillion tokens a month on half a million accelerators) and DeepSeek's (776 billion tokens of its
/// published day on 1,814).
///
/// Source: data/judgements.csv `realised`, data/serving_measurements.csv `ds_*`.
pub const PUBLISHED_FLEETS: (f64, f64) = (280.0, 776e9 / 86_400.0 / 1814.0);

/// Compares the fleet of the first full year with the published ones.
#[must_use]
pub fn beside_published(outcome: &Outcome) -> String {
    let (openai, deepseek) = PUBLISHED_FLEETS;
    let mut years = outcome.years.iter().enumerate();
    let found = years.find(|(_, year)| year.accelerators.value() > 0.0);
    let year = found.map(|it| it.1);
    let rate = Figure::new(Kind::FleetRate, 0, found.map_or(0, |it| it.0));
    let ours = year.map_or(0.0, |year| year.capacity.value() / year.accelerators.value() / 31_536_000.0);
    format!(
        "Fully used, this fleet serves {} tokens a second for each accelerator, prompts and answers together. OpenAI's got \
         near {} in October 2025, DeepSeek's {} on its published day of February 2025.",
        linked(rate, &count(ours)),
        Number::answer(Ask::OthersRate, 0).linked(&count(openai)),
        Number::answer(Ask::OthersRate, 1).linked(&count(deepseek))
    )
}

/// A sentence on the cost of an accelerator-hour and of a million tokens of each class.
#[must_use]
pub fn cost_sentence(inputs: &Inputs, unit: &UnitCost) -> String {
    let total = |parts: &[UsdPerToken]| parts.iter().map(|part| part.value()).sum::<f64>() * 1e6;
    let dollars = |amount| format!("${}", count(amount));
    let token = |class: usize, parts: &[UsdPerToken]| {
        figure_link(Kind::TokenCost, class * (Part::COUNT + 1) + Part::COUNT, &dollars(total(parts)))
    };
    let hour: f64 = unit.hour.iter().map(|part| part.value()).sum();
    format!(
        "On {} an accelerator-hour costs {}. At the {} of the benchmark that fleets realise here, a million answer tokens \
         cost {}, a million prompt tokens {}, and {} where they are found in cache.",
        chip_name(inputs),
        figure_link(Kind::Hour, Part::COUNT, &dollars(hour)),
        linked(InputId::realised, &percent(inputs.realised.value())),
        token(2, &unit.output),
        token(0, &unit.uncached),
        token(1, &unit.cached)
    )
}

/// A sentence on what limits the batch and what takes most of a step.
#[must_use]
pub fn binding_sentence(operation: &Operation) -> String {
    let batch = figure_link(Kind::Batch, 0, &count(libm::round(operation.decoding.batch)));
    let limit = match operation.decoding.limit {
        Limit::Memory => format!("Memory holds {batch} conversations at a time and sets the batch"),
        Limit::Speed => format!("The promised speed sets the batch: {batch} conversations at a time"),
        Limit::Engine => format!("The serving software sets the batch: {batch} conversations at a time"),
    };
    let most = Binding::of_time(&operation.decoding.parts);
    let found = match operation.from {
        LayoutFrom::Chosen => String::new(),
        LayoutFrom::Cheapest => format!(
            ", the cheapest way at this speed, with attention cut over {} of them",
            figure_link(Kind::Cut, 0, &count(operation.setup.layout.attention))
        ),
    };
    format!(
        "{limit} on {} accelerators{found}. Most of a step goes to {}.",
        figure_link(Kind::Group, 0, &count(operation.setup.group)),
        most.label()
    )
}

/// Says how far runs of the same model on the same chip are apart.
#[must_use]
pub fn between_runs(operation: &Operation) -> String {
    let [low, high] = operation.setup.measured().map(|part| operation.decoding.rate * part);
    format!(
        "Two serving frameworks differ by a quarter on the same chip and model, and this calculation knows none of \
         them: of ten runs like this eight would measure {} to {} answer tokens a second for each accelerator.",
        figure_link(Kind::Measured, 0, &count(low)),
        figure_link(Kind::Measured, 1, &count(high))
    )
}

/// Links words to the working of a figure of the scenario's serving.
fn figure_link(kind: Kind, line: usize, words: &str) -> String {
    linked(Figure::new(kind, line, 0), words)
}

/// Name of the accelerator.
#[must_use]
pub fn chip_name(inputs: &Inputs) -> &'static str {
    inputs.chip.chip().map_or("your accelerator", |chip| chip.label)
}

/// Name of the model.
#[must_use]
pub fn model_name(inputs: &Inputs) -> &'static str {
    inputs.model.model().map_or("Your model", |model| model.label)
}

fn precision(inputs: &Inputs) -> usize {
    inputs.precision as usize
}

fn option(id: InputId, at: usize) -> &'static str {
    let options = id.spec().kind.options().unwrap_or_default();
    options.get(at).map_or("", |option| option.1)
}
