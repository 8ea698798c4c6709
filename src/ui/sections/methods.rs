//! Every source of the starting point, and the tables behind it. How the model works stands in `index.html`.

use super::data::DataTables;
use super::section;
use crate::model::{InputSpec, Kind, SOURCES, SPECS, Source};
use crate::ui::field::amount;
use crate::ui::inputs;
use crate::ui::markup::{El, el};
use leptos::prelude::*;

/// Sources, judgements and tables.
#[component]
pub(in crate::ui) fn Methods() -> impl IntoView {
    let cited = SOURCES.iter().filter(|it| !it.url.is_empty()).map(cited).collect();
    let judged = SPECS.iter().filter(|it| it.source.url.is_empty()).map(judged).collect();
    let body = view! {
        {disclosure("Sources of the starting point", cited)}
        {disclosure("Our judgement: numbers that no source gives", judged)}
        <DataTables />
    };
    section("methods", "Sources and tables", body)
}

fn disclosure(title: &str, lines: Vec<El>) -> El {
    el("details").class("why").with(el("summary").text(title)).with(el("ul").class("sources").with_all(lines))
}

fn cited(source: &'static Source) -> El {
    let used: Vec<&InputSpec> = SPECS.iter().filter(|spec| spec.source.id == source.id).collect();
    let grade = used.first().map_or("", |spec| spec.grade.label());
    let inputs = used.iter().map(|spec| spec.label).collect::<Vec<_>>().join("; ");
    let rest = format!(" ({}, {}; {grade}). Used for: {inputs}.", source.publisher, source.date);
    el("li").with(inputs::link(source.url, source.title)).text(&rest)
}

fn judged(spec: &'static InputSpec) -> El {
    let range = matches!(spec.kind, Kind::Number)
        .then(|| format!(" ({} to {})", amount(spec, spec.low), amount(spec, spec.high)));
    let value = format!(": {}{}. ", amount(spec, spec.default), range.unwrap_or_default());
    el("li").with(el("b").text(spec.label)).text(&value).text(spec.doc.trim())
}
