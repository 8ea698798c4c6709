//! Why an input has its value: reason, default, range, source, date and grade, of the row and of the preset.

use crate::model::{Grade, InputId, Kind, Source};
use crate::scenario::Change;
use crate::scenario::Preset;
use crate::ui::field::amount;
use crate::ui::markup::{El, el};
use crate::ui::state::ScenarioState;
use leptos::prelude::*;

/// The disclosure under a control.
pub(super) fn why(id: InputId, state: ScenarioState) -> impl IntoView {
    move || disclosure(id, state.preset.get())
}

fn disclosure(id: InputId, preset: Option<&'static Preset>) -> El {
    let spec = id.spec();
    let range = (matches!(spec.kind, Kind::Number) && spec.low < spec.high)
        .then(|| format!("; sources range from {} to {}", amount(spec, spec.low), amount(spec, spec.high)));
    let facts = format!("Starting point: {}{}. ", amount(spec, spec.default), range.unwrap_or_default());
    let change = preset.and_then(|preset| preset.changes.iter().find(|change| change.id == id));
    let summary = el("summary")
        .text("Why this value")
        .with(el("span").class("hidden").text(&format!(" for {}", spec.label)));
    el("details")
        .class("why")
        .with(summary)
        .with(el("p").text(spec.doc.trim()))
        .with(el("p").text(&facts).with(citation(spec.source, spec.grade)))
        .with_all(change.map(|change| reason("p", "In the preset: ", change)).into_iter().collect())
}

/// What a preset sets and why.
pub(in crate::ui) fn reason(tag: &'static str, before: &str, change: &'static Change) -> El {
    el(tag)
        .text(before)
        .with(el("b").text(&amount(change.id.spec(), change.value)))
        .text(&format!(". {} ", change.why))
        .with(citation(change.source, change.grade))
}

/// A link to another site.
pub(in crate::ui) fn link(url: &str, words: &str) -> El {
    el("a").attr("href", url).attr("rel", "noopener noreferrer").attr("target", "_blank").text(words)
}

/// A source with link, date and grade; our judgement is named as that.
fn citation(source: &'static Source, grade: Grade) -> El {
    let span = el("span").class("source");
    if source.url.is_empty() {
        return span.text("Source: our judgement.");
    }
    span.text("Source: ").with(link(source.url, source.title)).text(&format!(
        " ({}, {}; {})",
        source.publisher,
        source.date,
        grade.label()
    ))
}
