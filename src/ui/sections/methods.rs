//! How the model works, every source, and the tables behind it.

use super::data::DataTables;
use super::section;
use crate::model::{InputSpec, Kind, SOURCES, SPECS, Source};
use crate::ui::field::amount;
use leptos::prelude::*;

/// Conventions, sources, judgements and tables.
#[component]
pub(in crate::ui) fn Methods() -> impl IntoView {
    let body = view! {
        {conventions()}
        <details class="why">
            <summary>"Sources of the starting point"</summary>
            <ul class="sources">{SOURCES.iter().filter(|it| !it.url.is_empty()).map(cited).collect_view()}</ul>
        </details>
        <details class="why">
            <summary>"Our judgement: numbers that no source gives"</summary>
            <ul class="sources">{SPECS.iter().filter(|it| it.source.url.is_empty()).map(judged).collect_view()}</ul>
        </details>
        <DataTables />
    };
    section("methods", "How it is worked out", body)
}

fn conventions() -> impl IntoView {
    view! {
        <p>
            <b>"The question as a number. "</b>
            "A build-out costs money now and earns money later. Each quarter's money in and money out is brought to \
             today's value at the discount rate; the sum is the net present value. Users pay enough if it is zero or \
             more. “Needed” is the average revenue per active user and month at which it is exactly zero; “expected” \
             is the average on these inputs."
        </p>
        <p>
            <b>"Who is counted. "</b>
            "Revenue, users and cost have one boundary: the share of users that this build-out serves. Only the part \
             of capex that serves answers is charged; training has its own input. Uplift of an existing ad business \
             counts only if you switch it on. Value that users keep is never counted."
        </p>
        <p>
            <b>"What the fleet can serve. "</b>
            "Benchmarks are run at full load on one model. Real fleets answer with many models, keep promises of speed \
             and idle at night, so only a realised share of the benchmark is used. Users are served as far as the \
             fleet reaches: what is not served earns nothing."
        </p>
        <p>
            <b>"What sets the fleet. "</b>
            "Either an announced budget, which buys what it buys, or demand, which buys each quarter what is missing. \
             Accelerators, network and buildings have lives of their own. What is left at the end is credited as a \
             negative cost."
        </p>
        <p>
            <b>"Tax. "</b>
            "Equipment is written off at once or by schedule; losses are used at once or carried forward."
        </p>
        <p>
            <b>"What is left out. "</b>
            "No chance is put on any result: each input is one number. Debt, inflation apart from prices, and what \
             rivals do are not in the model."
        </p>
    }
}

fn cited(source: &'static Source) -> impl IntoView {
    let used: Vec<&InputSpec> = SPECS.iter().filter(|spec| spec.source.id == source.id).collect();
    let grade = used.first().map_or("", |spec| spec.grade.label());
    let inputs = used.iter().map(|spec| spec.label).collect::<Vec<_>>().join("; ");
    let rest = format!(" ({}, {}; {grade}). Used for: {inputs}.", source.publisher, source.date);
    view! {
        <li><a href=source.url rel="noopener noreferrer" target="_blank">{source.title}</a>{rest}</li>
    }
}

fn judged(spec: &'static InputSpec) -> impl IntoView {
    let value = amount(spec, spec.default);
    let range = matches!(spec.kind, Kind::Number)
        .then(|| format!(" ({} to {})", amount(spec, spec.low), amount(spec, spec.high)));
    view! { <li><b>{spec.label}</b>": "{value}{range}". "{spec.doc.trim()}</li> }
}
