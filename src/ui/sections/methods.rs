//! Every source of the starting point and the presets, and the tables behind it. How the model works stands in `index.html`.

use super::data::DataTables;
use super::section;
use crate::model::{Grade, InputSpec, Kind, SOURCES, SPECS, Source};
use crate::scenario::PRESETS;
use crate::ui::field::amount;
use crate::ui::inputs;
use crate::ui::markup::{El, el};
use leptos::prelude::*;

/// Sources, judgements and tables.
#[component]
pub(in crate::ui) fn Methods() -> impl IntoView {
    let cited = sources().into_iter().map(cited).collect();
    let judged = SPECS.iter().filter(|it| it.source.url.is_empty()).map(judged).collect();
    let body = view! {
        {disclosure("Sources of the starting point and the presets", cited)}
        {disclosure("Our judgement: numbers that no source gives", judged)}
        <DataTables />
    };
    section("methods", "Sources and tables", body)
}

fn disclosure(title: &str, lines: Vec<El>) -> El {
    el("details").class("why").with(el("summary").text(title)).with(el("ul").class("sources").with_all(lines))
}

/// Those of the input table, then those that a preset alone cites.
fn sources() -> Vec<&'static Source> {
    let of_presets = PRESETS.into_iter().flat_map(|preset| preset.changes).map(|change| change.source);
    let mut sources: Vec<&Source> = Vec::new();
    for source in SOURCES.iter().chain(of_presets).filter(|it| !it.url.is_empty()) {
        if sources.iter().all(|it| it.id != source.id) {
            sources.push(source);
        }
    }
    sources
}

/// What a source is used for, with its grade.
fn uses(source: &Source) -> Vec<(String, Grade)> {
    let of_table =
        SPECS.iter().filter(|it| it.source.id == source.id).map(|it| (it.label.to_owned(), it.grade));
    let of_presets = PRESETS.into_iter().flat_map(|preset| {
        let own = preset.changes.iter().filter(|it| it.source.id == source.id);
        own.map(|it| (format!("{} in “{}”", it.id.spec().label, preset.title), it.grade))
    });
    of_table.chain(of_presets).collect()
}

fn cited(source: &'static Source) -> El {
    let uses = uses(source);
    let grade = uses.first().map_or("", |one| one.1.label());
    let inputs = uses.iter().map(|one| one.0.as_str()).collect::<Vec<_>>().join("; ");
    let rest = format!(" ({}, {}; {grade}). Used for: {inputs}.", source.publisher, source.date);
    el("li").with(inputs::link(source.url, source.title)).text(&rest)
}

fn judged(spec: &'static InputSpec) -> El {
    let range = matches!(spec.kind, Kind::Number)
        .then(|| format!(" ({} to {})", amount(spec, spec.low), amount(spec, spec.high)));
    let value = format!(": {}{}. ", amount(spec, spec.default), range.unwrap_or_default());
    el("li").with(el("b").text(spec.label)).text(&value).text(spec.doc.trim())
}
